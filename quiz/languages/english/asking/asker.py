"""What every family of questions shares: the document, its facts, and what a draft must hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.drafts import Drafts
from quiz.languages.english.asking.once import made
from quiz.languages.english.asking.sentence import quoted
from quiz.languages.english.asking.wording import Stem, Wording
from quiz.languages.english.asking.years import anchored, outside
from quiz.languages.english.options import pick
from quiz.languages.english.options.bodies import CLASSES, unknown
from quiz.languages.english.options.places import countries, told_countries
from quiz.languages.english.standing import Standing
from quiz.languages.english.tables import BEARERS
from quiz.languages.finding import occurs
from quiz.languages.protocol import Draft, Fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.english.chunks import Phrase
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.english.statements import Statement

LONGEST = 190
LONGEST_GAP = 225
"""Characters of a sentence with a gap: it is read more easily than a question as long."""
FEWEST_WORDS = 6
FEWEST_NAMED = 4
"""Words of a stem that asks what does not change of something named."""
FEWEST_WITH_YEAR = 11
"""Words of a stem whose only anchor is a year."""
TITLE = 6
"""Words of a title before a name at the most."""
LINKING = frozenset({"be", "become", "remain", "seem", "appear", "feel", "look"})
TITLES = frozenset({"NN1", "NN2", "AJ0", "NP0", "AT0", "ORD"})
"""Tags of words that may stand before a name."""
NAMED = frozenset({"people", "places", "organisations", "things"})
NAMES = frozenset({"person", "place", "organisation", "thing"})
COMMON = frozenset({"be", "have", "do", "say", "tell", "make", "take", "go", "get", "come", "give"})
"""Verbs that say so little that one sentence with them tells nothing of another."""
OWNERS = frozenset({"organisation", "place"})
FEWEST = 3
"""Distractors without which nothing is asked."""


class Asker:
    """Collects the drafts of one document."""

    def __init__(self, doc: EnglishDocument) -> None:
        """Take the document."""
        self.doc = doc
        self.standing = Standing(doc)
        self.wording = Wording(doc, self.standing)
        self.drafts = Drafts()
        self.lean = False
        self._facts: dict[tuple[str, int], Fact] = {(f.kind, f.words[0]): f for f in doc.facts}

    def fact(self, kind: str, first: int) -> Fact | None:
        """Return the fact of a kind that begins at a word."""
        return self._facts.get((kind, first))

    def only(self, part: Phrase, kind: str) -> Fact | None:
        """Return the fact of a kind that a part names and nothing else, articles aside."""
        kept = part.indices()
        start = 1 if part.kind == "pp" else 0
        words = self.doc.words
        while (
            start < len(kept)
            and words[kept[start]].tag == "AT0"
            and (words[kept[start]].text.lower() == "the")
        ):
            start += 1
        if start >= len(kept):
            return None
        fact = self.fact(kind, kept[start])
        return fact if fact is not None and fact.words[1] == kept[-1] + 1 else None

    def person(self, part: Phrase) -> Fact | None:
        """Return the person that a part names and nothing else: a name, or a role and a name."""
        if part.text:
            return next(
                (f for f in self.doc.facts if f.kind == "person" and f.base == part.text), None
            )
        kept = part.indices()
        start = 1 if part.kind == "pp" else 0
        found = self.standing.persons(kept[start], kept[-1] + 1)
        if len(found) != 1 or not self._ends(found[0].words[1], kept[-1] + 1):
            return None
        person = found[0]
        if not sure(person):
            return None
        before = range(kept[start], person.words[0])
        fits = all(
            self.doc.words[i].tag in TITLES or self._titled(person, i) or self._owner(i)
            for i in before
        )  # fmt: skip
        if before and self.doc.words[before[-1]].text.lower() in BEARERS:
            return None  # "the bakery chain Hollins"
        return person if fits and len(before) <= TITLE else None

    def _ends(self, i: int, end: int) -> bool:
        """Whether [i, end) is nothing, or says where somebody belongs: "of the Labour Party"."""
        words = self.doc.words
        if i < end and words[i].text.lower() in {"of", "from"}:
            i += 1 + (words[min(i + 1, end - 1)].text.lower() == "the")
            fact = self.standing.fact(i) if i < end else None
            i = fact.words[1] if fact is not None and fact.kind in OWNERS else i
        return i == end

    def _owner(self, i: int) -> bool:
        """Whether word i is of a body or a place whose somebody is, or its "'s"."""
        at = i - 1 if self.doc.words[i].tag == "POS" else i
        fact = self.standing.fact(at)
        return fact is not None and fact.kind in OWNERS

    def _titled(self, person: Fact, i: int) -> bool:
        return any(
            f.kind == "role" and f.words[0] <= i < f.words[1] and f.value == person.base
            for f in self.doc.facts
        )

    def linking(self, s: Statement) -> bool:
        """Whether the verb only says what its subject is or becomes."""
        verb = self.doc.words[s.parts[s.verb].head]
        return verb.lemma in LINKING

    def passive(self, s: Statement) -> bool:
        """Whether the verb is in the passive voice."""
        verb = s.parts[s.verb]
        words = self.doc.words
        return words[verb.head].tag in {"VVN", "VVD"} and any(
            words[i].tag.startswith("VB") for i in verb.indices() if i != verb.head
        )

    def adverbial(self, s: Statement, k: int) -> bool:
        """Whether part k surely belongs to the verb and to no noun beside it."""
        if k < s.subject:
            return True
        between = s.parts[s.verb + 1 : k]
        return all(p.kind not in {"ven", "ing", "tail", "quote", "content", "aside", "list"}
                   for p in between)  # fmt: skip

    def others(self, s: Statement, kind: str) -> set[str]:
        """Return the bases of a kind that the statement's sentences name."""
        return {f.base for f in self.doc.facts if f.sentence in s.sentences and f.kind == kind}

    def add(
        self,
        s: Statement,
        stem: Stem | None,
        answer: str,
        rivals: Sequence[str],
        category: str,
        fact: Fact | None,
        certainty: float,
        note: str,
        *,
        explanation: str = "",
        gap: bool = False,
        timeless: bool = False,
        spoken: bool = False,
    ) -> None:
        """Add a draft, unless its stem does not stand alone or gives the answer away.

        What is `timeless` asks of one named thing what does not change: a name is enough for it.
        What is `spoken` is a quotation, which tells by itself what it is.
        """
        if stem is None or self._passing(s) or unknown(answer, category, self.doc):
            return
        prompt = anchored(self.doc, s, stem.text, answer, stem.sentences)
        if prompt is None:
            return
        body = prompt.split("“", 1)[1] if "“" in prompt else prompt
        if fact is None or self.drafts.has(prompt):
            return
        timeless = timeless or (not gap and made(self, s, fact))
        fewest = FEWEST_NAMED if timeless else FEWEST_WORDS
        if not self._good(body, answer, category, fewest, spoken=spoken, gap=gap):
            return
        same = self._sharing(s, rivals) if category in NAMED else ()
        choices = [
            r
            for r in dict.fromkeys(rivals)
            if r.lower() != answer.lower()
            and not occurs(body, r)
            and not (category == "dates" and outside(prompt, r))
            and not unknown(r, category, self.doc)
            and not (category in NAMED and (_told(body, r) or self._alike(s, r) or r in same))
        ]
        if len(choices) < FEWEST:
            return
        self.drafts.add(
            Draft(
                prompt=prompt,
                answer=answer,
                rivals=pick(self.doc, answer, choices),
                category=category,
                explanation=explanation or self._explained(s, answer),
                quotes=tuple(self.quote(n) for n in sorted({*s.sentences, *stem.sentences})),
                sentence=s.sentence.number,
                fact=fact,
                certainty=certainty - s.doubt - 0.1 * self.lean,
                note=note,
                gap=gap,
                timeless=timeless,
            )
        )

    def _passing(self, s: Statement) -> bool:
        """Whether a statement tells what was going on, and neither when nor where."""
        if not s.parts:
            return False
        words = self.doc.words
        verb = [words[i] for i in s.parts[s.verb].indices()]
        if any(p.kind == "tail" and words[p.first].text.lower() == "when" for p in s.parts):
            return False  # "was carrying 126 people when the fire broke out"
        going = words[s.parts[s.verb].head].tag == "VVG" and any(w.tag == "VBD" for w in verb)
        placed = any(
            i in self.doc.dated or ((f := self.standing.fact(i)) is not None and f.kind != "person")
            for n, p in enumerate(s.parts)
            if n not in {s.subject, s.verb}
            for i in p.indices()
        )
        return going and not placed

    def _alike(self, s: Statement, rival: str) -> bool:
        """Whether another sentence uses a statement's verb of a rival, so that it may fit too."""
        if not s.parts or rival not in self.doc.text:
            return False
        lemma = self.doc.words[s.parts[s.verb].head].lemma
        counted = any(
            i in self.doc.dated or i in self.doc.counted for p in s.parts for i in p.indices()
        )
        if lemma in COMMON or counted:
            return False
        return any(
            f.base == rival
            and any(
                self.doc.words[i].lemma == lemma
                for i in range(
                    self.doc.sentences[f.sentence].first, self.doc.sentences[f.sentence].last
                )
            )
            for f in self.doc.facts
            if f.kind in NAMES
        )

    def _sharing(self, s: Statement, rivals: Sequence[str]) -> set[str]:
        """Return the rivals of which another sentence tells the same: "won a silver medal".

        That is a noun and what stands before it, where no name and no number tells it apart.
        """
        doc = self.doc
        if any(i in doc.counted for p in s.parts for i in p.indices()):
            return set()
        kept = [p.indices() for n, p in enumerate(s.parts) if n != s.subject and not p.text]
        plain = [k for k in kept if not any(self.standing.fact(i) for i in k)]
        pairs = {pair for k in plain for i in k if (pair := doc.pair(i)) is not None}
        alike = {n for pair in pairs for n in doc.pairs.get(pair, ())}
        alike -= set(s.sentences)
        if not alike:
            return set()
        known = countries()
        told = {f.base for f in doc.facts if f.sentence in alike and f.kind in NAMES}
        codes = {c for n in alike for c in told_countries(self.quote(n))}
        return {r for r in rivals if r in told or known.codes.get(r) in codes}

    def _explained(self, s: Statement, answer: str) -> str:
        """Return the statement that answers a question, or the article's own words."""
        whole = self.wording.whole(s)
        return whole.text if whole is not None else self.quote(s.sentence.number) or answer

    def quote(self, number: int) -> str:
        """Return a sentence to the letter."""
        sentence = self.doc.sentences[number]
        return self.doc.text[sentence.start : sentence.end]

    def _good(
        self,
        body: str,
        answer: str,
        category: str,
        fewest: int,
        *,
        spoken: bool = False,
        gap: bool = False,
    ) -> bool:
        words = re.findall(r"[^\W_]+", body)
        if (
            len(words) < fewest
            or len(body) > (LONGEST_GAP if gap else LONGEST)
            or quoted(body.rstrip("”?"))
        ):
            return False
        if occurs(body.lower(), answer.lower()):
            return False
        if category in {"people", "places", "organisations", "things"} and any(
            len(part) > 3 and part[0].isupper() and occurs(body, part) for part in answer.split()
        ):
            return False
        if spoken or any(w[0].isupper() and not _of_date(w) for w in words[1:]):
            return True
        return len(words) >= FEWEST_WITH_YEAR and any(len(w) == 4 and w.isdigit() for w in words)


def sure(person: Fact) -> bool:
    """Whether it is certain whom a name means, or that it is a person's at all."""
    return bool(getattr(person.detail, "sure", True))


def _told(body: str, rival: str) -> bool:
    """Whether a stem tells a name that a rival has: "the Broncos" beside "Denver Broncos"."""
    names = (w for w in rival.split() if len(w) > 3 and w[0].isupper() and w not in CLASSES)
    return any(occurs(body, w) for w in names)


def _of_date(word: str) -> bool:
    """Whether a word with a capital letter only tells a date."""
    return word.lower() in MONTH_NAMES


MONTH_NAMES = frozenset({"january", "february", "march", "april", "may", "june", "july", "august",
                         "september", "october", "november", "december"})  # fmt: skip
