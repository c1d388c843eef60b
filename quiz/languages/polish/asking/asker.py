"""What every family of questions shares: the document, its facts, and what a draft must hold."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from quiz.languages.drafts import Drafts
from quiz.languages.finding import occurs
from quiz.languages.polish.asking.referents import unclear
from quiz.languages.polish.asking.wording import Wording
from quiz.languages.polish.asking.years import BOUNDS
from quiz.languages.polish.building import TAILS
from quiz.languages.polish.mentions import nation
from quiz.languages.polish.options import person_rivals, pick
from quiz.languages.polish.options.bodies import group_of
from quiz.languages.polish.options.nations import given_away
from quiz.languages.polish.standing import ACTION
from quiz.languages.polish.subjects import finite_reading
from quiz.languages.polish.tables import (
    ANAPHORS,
    EVENTS,
    HONORIFICS,
    NATIONAL,
    PEOPLE_NOUNS,
    ROLES,
    VAGUE_OBJECTS,
    VENUES,
    VIEWS,
)
from quiz.languages.protocol import Draft, Fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.building import Statement
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.names import Name
    from quiz.languages.polish.phrases import Phrase

ANCHORS = frozenset({"place", "organisation", "thing"})
"""Kinds of facts, beside names and years, that tell what a stem is about."""
LONGEST = 200
LEANER = 0.1
"""How much less certain a question is whose stem leaves circumstances out."""
TITLE = 3
"""Words of a title before a name: "nowy prezes spółki" is longer, and says more than a title."""
ANCHOR_ENDINGS = (
    "ski", "skie", "skiego", "skiej", "skich", "skim", "skimi", "ską", "ska", "scy",
    "cki", "ckie", "ckiego", "ckiej", "ckich", "ckim", "ckimi", "cką", "cka", "ccy",
)  # fmt: skip
"""How an adjective of a country ends."""
FEWEST_WORDS = 5
SHORTEST = 3
"""Words of a stem that asks what somebody or something named is."""
FEWEST_DATED = 4
"""Words of a stem that asks when somebody or something named did one thing."""
FEWEST_WITH_YEAR = 11
"""Words of a stem whose only anchor is a year."""
POINTING = ANAPHORS - {"to"}
PLACING = frozenset({"w", "we", "po", "podczas", "przed"})
"""Prepositions that tell where or when something was done, not what it was."""
UPPER = "[A-ZĄĆĘŁŃÓŚŹŻ]"
MATTER = "sprawie"
TOLD = 2
"""Words of a preposition and its noun, which more of them tell apart."""
DOCUMENTS = frozenset({"umowa", "porozumienie", "traktat", "ustawa", "wyrok", "decyzja", "układ"})


class Asker:
    """Collects the drafts of one document."""

    def __init__(self, doc: PolishDocument) -> None:
        """Take the document."""
        self.doc = doc
        self.wording = Wording(doc)
        self.drafts = Drafts()
        self.lean = False
        self._persons: dict[tuple[int, tuple[int, ...], str], list[str]] = {}
        self.cases: dict[tuple[int, int, int], str] = {}
        self.gaps: dict[tuple[int, str, str], tuple[str, ...]] = {}
        self._facts: dict[tuple[str, int], Fact] = {(f.kind, f.words[0]): f for f in doc.facts}
        self.year = doc.published.year
        self.today = doc.published.day or date.max
        self.limit = max(
            (d.found.when.last for d in doc.dates if d.found.when.last), default=date.max
        )

    def fact(self, kind: str, first: int) -> Fact | None:
        """Return the fact of a kind that begins at a word."""
        return self._facts.get((kind, first))

    def person(self, p: Phrase) -> Name | None:
        """Return the person that a part names and nothing else: the name, or a role with it."""
        if p.many or len(self._people(p)) > 1:
            return None
        name = self.doc.named.get(p.head)
        if name is None or name.kind != "person":
            name = next(
                (
                    n
                    for i in range(p.first, p.last)
                    if (n := self.doc.named.get(i)) and n.last == p.last
                ),
                None,
            )
        if name is None or name.kind != "person" or (name.last != p.last and not p.text):
            return None
        start = beginning(self.doc, p)
        if name.first == start or any(
            r.holder == name and r.first == start for r in self.doc.roles
        ):
            return name
        if "," in self.doc.span(start, name.first):
            return name
        # "papież Franciszek": a person's noun, and the name in the same case.
        words = self.doc.words[start : name.first]
        nouns = [w for w in words if w.has("subst") and not w.has("adj")]
        human = any(
            "m1" in r.genders or r.lemma in PEOPLE_NOUNS or nation(w)
            for w in nouns[:1]
            for r in w.readings
        )
        plain = self.doc.span(name.first, name.last) == name.base
        near = len(nouns) == 1 and len(words) <= TITLE
        return name if human and near and plain == ("nom" in p.cases) else None

    def _people(self, p: Phrase) -> set[str]:
        """Return the persons that a part names."""
        named = (self.doc.named.get(i) for i in range(p.first, p.last))
        return {n.base for n in named if n is not None and n.kind == "person"}

    def persons(self, s: Statement, name: Name, gender: str = "") -> list[str]:
        """Return other persons beside somebody in a statement, looked for once."""
        key = name.first, s.sentences, gender
        if key not in self._persons:
            avoid = self.others(s, "person")
            self._persons[key] = person_rivals(self.doc, name, avoid, gender=gender)
        return self._persons[key]

    def others(self, s: Statement, kind: str) -> set[str]:
        """Return the bases of a kind that the statement's sentences name."""
        return {n.base for n in self.doc.names if n.sentence in s.sentences and n.kind == kind}

    def adverbial(self, s: Statement, k: int) -> bool:
        """Whether part k surely belongs to the verb and to no noun beside it."""
        between = s.parts[s.verb + 1 : k] if k > s.verb else s.parts[:k]
        dated = s.parts[k].kind == "date"
        if k < s.verb:
            return not between or not self.acts(s.parts[k - 1], dated)
        return not any(self.acts(p, dated) for p in between)

    def begins(self, s: Statement) -> bool:
        """Whether something begins or ends with an event: "zaczęło się od wizyty latem 2024 roku".

        The time of that event is the time of the verb as well.
        """
        verb = {r.lemma for r in self.doc.words[s.parts[s.verb].first].readings}
        led = next((p for p in s.parts[s.verb + 1 :] if p.kind not in {"se", "adv"}), None)
        return (
            bool(verb & BOUNDS)
            and any(p.kind == "se" for p in s.parts)
            and led is not None
            and (
                (led.kind == "pp" and self.doc.words[led.first].lower in {"od", "na"})
                or (led.kind == "np" and "inst" in led.cases)
            )
        )

    def acts(self, p: Phrase, dated: bool = False) -> bool:
        """Whether a part tells of an event or an action that could have a time or a place.

        A document has its day behind "z": without it the day belongs to the verb.
        """
        if dated and self.doc.words[p.head].lemma("subst") in DOCUMENTS and p.kind == "np":
            return False
        if p.kind not in {"np", "pp", "adj", "inf", "quantity"}:
            return False
        if p.kind in {"inf", "adj"}:
            return False
        words = self.doc.words[p.first : p.last]
        return any(
            w.has("ger", "ppas", "pact")
            or (w.lower.endswith(ACTION) and not w.capital)
            or any(r.lemma in (EVENTS if dated else VENUES) for r in w.readings[:2])
            for w in words
        )

    def add(
        self,
        s: Statement,
        prompt: str,
        answer: str,
        rivals: Sequence[str],
        category: str,
        fact: Fact | None,
        certainty: float,
        note: str,
        *,
        explanation: str = "",
        gap: bool = False,
        quoted: bool = False,
        timeless: bool = False,
    ) -> None:
        """Add a draft, unless its stem does not stand alone or gives the answer away.

        What is `quoted` may say "my": who speaks is what is asked. What is `timeless` needs no
        year, and no more words than a name and what is asked of it.
        """
        prompt = prompt[0].upper() + prompt[1:]
        body = prompt.split("„", 1)[1] if gap else prompt
        choices = [
            r for r in dict.fromkeys(rivals) if r.lower() != answer.lower() and not occurs(body, r)
        ]
        if fact is None or len(choices) < 3 or self.bare(s):
            return
        if not self._good(body, answer, quoted=quoted, named=timeless):
            return
        if s.said and not re.search(r"\b[A-ZĄĆĘŁŃÓŚŹŻ]", s.said):
            return  # "jak zaznaczono w komunikacie": nobody knows whose
        passing = not timeless and self.wording.years.passing(s, prompt, category)
        if passing or unclear(self.doc, s, body):
            return
        if category == "places" and given_away(
            self.doc.morphology.words(body), fact.base, () if timeless else choices
        ):
            return
        asked = [d for d in self.drafts.of(s.sentence.number) if d.fact == fact and d.gap == gap]
        same = any(d.answer == answer for d in asked)
        if any(d.prompt == prompt for d in asked) or (same and not self.lean):
            return
        if self.lean and not re.search(r"\w.* [A-ZĄĆĘŁŃÓŚŹŻ]", body[1:]):
            return
        self.drafts.add(
            Draft(
                prompt=prompt,
                answer=answer,
                rivals=pick(self.doc, answer, choices),
                category=category,
                explanation=explanation or self.wording.whole(s),
                quotes=tuple(self.quote(n) for n in s.sentences),
                sentence=s.sentence.number,
                fact=fact,
                certainty=certainty - s.doubt - LEANER * self.lean,
                note=note,
                gap=gap,
                timeless=timeless,
            )
        )

    def _telling(self, p: Phrase) -> bool:
        """Whether a part names something, or says of which country it is: "pilotów brytyjskich"."""
        words = self.doc.words[p.first : p.last]
        return self.doc.names_in(p) or any(
            w.text.endswith(ANCHOR_ENDINGS) and w.text.startswith(NATIONAL) for w in words
        )

    def bare(self, s: Statement) -> bool:
        """Whether an object tells only to a reader of the article what is meant: "decyzję"."""
        if s.parts and finite_reading(self.doc.words[s.parts[s.verb].first]).lemma == "to":
            return False  # "X to projekt …" says what something is
        for k, p in enumerate(s.parts):
            noun = self.doc.words[p.head].lemma("subst")
            after = self.doc.words[p.head + 1] if p.head + 1 < p.last else None
            post = after is not None and after.lemma("subst") in ROLES  # "stanowisko ministra"
            bare = p.last - p.first == 1 + (p.kind == "pp") or (noun in VIEWS and not post)
            if p.kind not in {"np", "pp"} or p.text or not bare or k == s.subject:
                continue
            if noun not in VAGUE_OBJECTS:
                continue
            rest = [q for q in s.parts[k + 1 :] if q.kind not in {"verb", "date", "se", "adv"}]
            near = rest[0] if rest else None
            told = near is not None and (
                near.kind in TAILS or any(self._about(q, rest[:3]) for q in rest[:3])
            )
            if not told:
                return True
        return False

    def _about(self, p: Phrase, near: Sequence[Phrase]) -> bool:
        """Whether a part tells what a noun is about: "o budowie mostu", "z … w Opolu"."""
        matter = self.doc.words[min(p.first + 1, p.last - 1)].lower == MATTER
        if p.kind != "pp" or (self.doc.words[p.first].lower in PLACING and not matter):
            return False
        return p.last - p.first > TOLD or any(map(self._telling, near))

    def quote(self, number: int) -> str:
        """Return a sentence to the letter."""
        sentence = self.doc.sentences[number]
        return self.doc.text[sentence.start : sentence.end]

    def _good(self, body: str, answer: str, *, quoted: bool = False, named: bool = False) -> bool:
        words, parts = re.findall(r"[^\W_]+", body), answer.split()
        pair = re.search(r"\b[A-ZĄĆĘŁŃÓŚŹŻ]\w+ [A-ZĄĆĘŁŃÓŚŹŻ]\w+", body[1:])
        few = SHORTEST if named else FEWEST_WORDS - bool(pair)
        if body.startswith("Kiedy ") and words[1:] and words[1][0].isupper():
            few = FEWEST_DATED
        if len(words) < few or len(body) > LONGEST:
            return False
        if occurs(body, answer) or any(
            len(part) > 3 and part[0].isupper() and _tells(body, part, alone=k + 1 < len(parts))
            for k, part in enumerate(parts)
        ):
            return False
        pointing = [w for w in words[3:] if w.lower() in POINTING and not _relative(body, w)]
        if not quoted and any(not (named and w.startswith("któr")) for w in pointing):
            return False
        dated = len(words) >= FEWEST_WITH_YEAR and any(w.isdigit() and len(w) == 4 for w in words)
        return (
            dated
            or named
            or any(w.endswith(ANCHOR_ENDINGS) and w.startswith(NATIONAL) for w in words[1:])
            or any(w[0].isupper() and not w.isupper() for w in words[1:])
            or any(
                f.kind in ANCHORS
                and f.text in body
                and (f.kind == "place" or not f.text.isupper() or group_of(f.base))
                for f in self.doc.facts
            )
        )


def _tells(body: str, part: str, *, alone: bool) -> bool:
    """Whether a stem has a word of the answer; `alone`: as no part of somebody else's name."""
    stem = part[: max(4, len(part) - 2)]
    rest = re.sub(rf"\b{re.escape(stem)}\w*(?= {UPPER})", "", body) if alone else body
    return occurs(rest, stem, whole=False)


def beginning(doc: PolishDocument, p: Phrase) -> int:
    """Return where a phrase begins past its preposition and abbreviated titles: "z gen. Kosem"."""
    start = p.first + (p.kind == "pp")
    while start < p.last - 1 and (
        doc.words[start].lower in HONORIFICS or doc.words[start].text == "."
    ):
        start += 1
    return start


def _relative(body: str, word: str) -> bool:
    """Whether a pronoun is bound within the stem: after a comma, or "swój" with its subject."""
    low = word.lower()
    return low.startswith(("sw", "jego", "jej", "ich")) or bool(
        re.search(rf", (?:\w+ ){{0,2}}{re.escape(word)}\b", body)
    )
