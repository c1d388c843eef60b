"""What stands alone: nothing in it points outside, nothing in it needs the day of the article."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.polish.capitals import Capitals
from quiz.languages.polish.doubts import given, torn
from quiz.languages.polish.mentions import nation
from quiz.languages.polish.morph import FINITE
from quiz.languages.polish.phrases import QUOTES
from quiz.languages.polish.tables import (
    ANAPHORS,
    DROPPED,
    EMPTY_NOUNS,
    POSSESSIVES,
    RELATIVE_ADVERBS,
    SUBORDINATORS,
    TAKEN_UP,
    UNIQUE,
)

if TYPE_CHECKING:
    from quiz.languages.polish.building import Statement
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.phrases import Phrase

WEEKDAY = re.compile(
    r"w nocy$|(?:w|we|na|od|do) (?:poniedział|wtor|środ|czwart|piąt|sobot|niedziel)\w*$",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    r"(?:w|we|na|od|do|pod|z|po|przed)? ?"
    r"(?:zeszł|ubiegł|minion|przyszł|bieżąc|najbliższ|ostatni)\w+"
    r" (?:tygod|miesi|rok|lat|dni|kwarta|sezon|godzin|wieczor)\w*"
    r"|(?:w|od|do|na|pod|w ciągu)(?: koniec| początku| końcu| połowie)? (?:tym |tego )?"
    r"(?:tygodni\w|roku|miesiąca|miesiącu|dnia|dniu)$",
    re.IGNORECASE,
)
"""Times that only the day of the article gives a meaning."""
RELATIVE_WITHIN = re.compile(
    r"\bwe? (?:poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę)(?!,? \d)"
    r"|\b(?:(?:poniedziałk|wtork|czwartk|piątk)ow|środow|sobotni|niedzieln)\w+"
    r"|\b(?:wczoraj|dzisiaj|dziś|jutro|obecn\w+|tegoroczn\w+|ubiegłoroczn\w+|dzisiejsz\w+|wczorajsz\w+)\b",
    re.IGNORECASE,
)
CIRCUMSTANCES = frozenset(
    {"w", "we", "na", "po", "przed", "podczas", "od", "dla", "wraz", "wśród", "obok", "przy"}
)
ACTION = ("nie", "nia", "niu", "niem", "cję", "cji", "cją", "cja", "cie", "cia", "ciu", "ciem")
"""Endings of nouns that tell an action: what follows them may belong to them, not to the verb."""
NOUNS = ("subst", "ger", "depr", "num", "ppron3", "siebie")
NATIONALITY = ("skimi", "skich", "skim", "skiego", "skiemu", "cką", "ską", "ckimi", "ckich")
OWN = frozenset(w for w in POSSESSIVES if w.startswith("sw"))
"""The possessives that refer to the subject."""
EVERYBODY = frozenset(POSSESSIVES)


LEADING_ON = frozenset({"na", "do", "przez"})
"""Prepositions of what was done with a thing, and not of which it is."""


class Standing:
    """Judges parts and statements of one document."""

    def __init__(self, doc: PolishDocument) -> None:
        """Take the document."""
        self._doc = doc
        self.lowered = Capitals(doc).lowered

    def tidy(self, parts: list[Phrase]) -> list[Phrase]:
        """Leave out what leans on its surroundings and is no loss: "również", "w piątek"."""
        out = [p for p in parts if not self._droppable(p)]
        verb = next((k for k, p in enumerate(out) if p.kind == "verb"), len(out))
        if verb < len(out) and any(
            r.lemma == "być" for r in self._doc.words[out[verb].first].readings
        ):
            return out  # "w tym projekcie partnerem jest X" says of what it is so
        # A circumstance that points outside is left out where the verb has its complement.
        out = [
            p
            for k, p in enumerate(out)
            if not (
                p.kind == "pp"
                and (k > verb + 2 or k < verb)
                and self._doc.words[p.first].lower in CIRCUMSTANCES
                and not self._part_holds(p, EVERYBODY)
                and not (k + 1 < len(out) and out[k + 1].kind in {"tail", "aside"})
            )
        ]
        while out and out[-1].kind == "conj":
            out.pop()
        return out

    def _droppable(self, p: Phrase) -> bool:
        doc = self._doc
        text = doc.span(p.first, p.last)
        if p.kind == "time":
            return True
        if p.kind in {"adv", "conj"}:
            return text.lower() in DROPPED or text.lower() in RELATIVE_ADVERBS
        if p.kind == "date":
            return self.relative_date(p) and not self.told_date(p)
        if p.kind == "pp":
            if WEEKDAY.match(text) or RELATIVE.match(text) or RELATIVE_WITHIN.search(text):
                return True
            return self.points(p)
        return p.kind == "np" and bool(RELATIVE.fullmatch(text))

    def headless(self, p: Phrase) -> bool:
        """Whether a noun is left out that was said before: "dogada się z hiszpańskimi"."""
        if p.kind == "prep":
            return True
        if p.kind not in {"np", "pp"}:
            return False  # a quantity at the end of a text has no noun to be its head
        word = self._doc.words[p.head]
        if word.capital or p.text or p.many:
            return False
        if p.last - p.first == 1 + (p.kind == "pp") and word.lower.endswith(NATIONALITY):
            return True  # "hiszpański" is a noun for the language alone
        words = self._doc.words[p.first : p.last]
        return bool(word.readings) and not any(w.has(*NOUNS) or w.text in QUOTES for w in words)

    def points(self, p: Phrase) -> bool:
        """Whether a circumstance says no more than what it points to: "w tej sprawie"."""
        words = self._doc.words
        if p.kind != "pp" or words[p.head].lemma("subst") not in EMPTY_NOUNS:
            return False
        return any(words[i].lower in ANAPHORS for i in range(p.first, p.last))

    def relative_date(self, p: Phrase) -> bool:
        """Whether a date has a meaning only on the day of the article, or an unknown year."""
        dated = self._doc.dated.get(p.head)
        if dated is None:
            return True
        when = dated.found.when
        return when.relative or (when.first is None and when.grain != "century")

    def told_date(self, p: Phrase) -> bool:
        """Whether a date that needs its article has a value all the same: "wówczas", "w piątek"."""
        dated = self._doc.dated.get(p.head)
        return dated is not None and dated.found.when.first is not None

    def holds(self, first: int, last: int, *, opens: bool = False) -> bool:
        """Whether no word of [first, last) points outside; `opens`: they open a clause."""
        words = self._doc.words
        marks = sum(w.text in QUOTES for w in words[first:last])
        for i in range(first, last):
            w = words[i]
            low = w.lower
            if w.text in "?!;:…[]()" or marks % 2:
                return False
            r = w.readings[0] if w.readings else None
            if r is not None and r.lemma == "chodzić" and r.pos in FINITE:
                return False  # "chodzi o …" speaks of what was said before
            if not w.alpha or low not in ANAPHORS or low in POSSESSIVES:
                continue
            if i + 1 < last and any(r.lemma == "sam" for r in words[i + 1].readings):
                continue  # "tej samej płci" points nowhere
            if low in SUBORDINATORS and (opens or "," in {words[i - 1].text, words[i - 2].text}):
                continue
            return False
        return True

    def stands(self, s: Statement) -> bool:
        """Whether a statement is understood by somebody who has not read the article."""
        words = self._doc.words
        named: frozenset[str] = frozenset()
        whose: frozenset[str] = frozenset()
        verb = words[s.parts[s.verb].first]
        if any(r.lemma == "chodzić" for r in verb.readings):
            return False  # "chodzi o …" speaks of what was said before
        for p in s.parts:
            if p.kind == "date":
                continue
            if p.kind in {"num", "prep", "pcon"} or self._bare_number(p):
                return False
            if p.kind == "conj" and words[p.first].lower != "nie":
                return False
            if self.headless(p):
                return False
            if p.kind in {"pron", "other"} and words[p.first].lower not in POSSESSIVES:
                return False
            own = OWN if s.subject is not None and s.parts[s.subject] is not p else frozenset()
            below = p.kind in {"tail", "relative", "aside"}
            owners = named | (whose if below else frozenset())
            if not p.text and not self._part_holds(p, owners | own | self._owners(p)):
                return False
            if s.subject is not None and s.parts[s.subject] is p:
                whose = self._owners(p)  # in its own clause "jego" is somebody else's
            else:
                named |= self._owners(p)
        if s.parts[-1].kind in {"conj", "prep"}:
            return False
        if s.subject is not None and self.of_a_nation(s.parts[s.subject]):
            return False
        if (
            torn(self._doc, s)
            or given(self._doc, s)
            or any(
                p.kind == "adj" and words[p.first].has("pact") for p in s.parts[: s.subject or 0]
            )
        ):
            return False
        if s.subject is not None and self.vague(s.parts[s.subject]):
            after = s.parts[s.subject + 1] if s.subject + 1 < s.verb else None
            placed = after is not None and after.kind == "pp" and self._doc.names_in(after)
            if not placed and not self._dated_event(s) and not self._presented(s):
                return False
        if verb.has("imps") and self._lost_object(s):
            return False
        return not any({"pri", "sec"} & r.rest for r in verb.readings[:1] if r.pos in FINITE)

    def _lost_object(self, s: Statement) -> bool:
        """Whether what was done to it is told of a bare noun: "muzeum otwarto w 2017 roku"."""
        bare = any(p.kind == "np" and "acc" in p.cases and self.vague(p) for p in s.parts)
        return bare and not any(
            self._doc.names_in(p)
            # "rafę wpisano na listę UNESCO": on what list tells not which reef
            and not (p.kind == "pp" and self._doc.words[p.first].lower in LEADING_ON)
            for p in s.parts
            if p.kind != "date"
        )

    def whole(self, s: Statement) -> Statement | None:
        """Return a statement up to what in it points outside, where that leaves a whole clause.

        "zmniejszy produkcję | w swych 2 fabrykach": the object is there, and asks for no more.
        """
        for k in range(s.verb + 1, len(s.parts)):
            p = s.parts[k]
            fine = p.kind in {"np", "pp", "date", "se", "adv", "adj", "inf", "quantity"}
            if fine and (p.text or self._part_holds(p, OWN)) and not self._bare_number(p):
                continue
            last = s.parts[k - 1]
            after = s.parts[k + 1] if k + 1 < len(s.parts) else None
            joined = p.kind == "conj" and after is not None and after.kind == "np"
            if joined and all(map(self._doc.names_in, s.parts[k - 1 : k + 2 : 2])):
                return None  # "szczepionki firm Vega | i Norda"
            led = self._doc.words[p.first].lower
            if p.kind not in {"prep", "pp", "quantity", "date", "conj"} or (
                p.kind != "conj" and led not in CIRCUMSTANCES
            ):
                return None  # it may belong to the noun before it
            if k < s.verb + 2 or s.subject is None or s.subject >= k or last.kind != "np":
                return None
            word = self._doc.words[last.last - 1]
            action = word.has("ger") or word.lower.endswith(ACTION)
            return None if action else replace(s, parts=s.parts[:k], doubt=s.doubt + 0.15)
        return None

    def _dated_event(self, s: Statement) -> bool:
        """Whether a day and a name tell which event is meant: "3 maja powódź zalała Wrocław"."""
        dated = any(
            p.kind == "date"
            and not self.relative_date(p)
            # "zatopił zbudowany w 1899 roku parowiec": of the day it tells nothing
            and not (k > s.verb and s.parts[k - 1].kind == "adj")
            for k, p in enumerate(s.parts)
        )
        noun = self._doc.words[s.parts[s.subject or 0].head].lemma("subst")
        return (
            dated
            and noun not in TAKEN_UP
            and any(
                p.kind == "np" and k > s.verb and self._doc.names_in(p)
                for k, p in enumerate(s.parts)
            )
        )

    def _presented(self, s: Statement) -> bool:
        """Whether a sentence presents its subject as new: "3 maja w hucie w Łodzi wybuchł pożar".

        What is known stands before the verb in Polish, what is new behind it; the day and the
        place tell which fire it is.
        """
        dated = any(
            p.kind == "date" and not self.relative_date(p) for p in s.parts[: s.subject or 0]
        )
        last = s.subject is not None and s.verb < s.subject
        front = s.parts[: s.verb]
        placed = any(p.kind == "pp" and self._doc.names_in(p) for p in front)
        return dated and last and placed

    def _bare_number(self, p: Phrase) -> bool:
        """Whether a number tells nothing of what it counts: "w siedemnastu", "było ich 75"."""
        if p.kind != "quantity":
            return False
        q = self._doc.counted.get(p.first) or self._doc.counted.get(min(p.first + 1, p.last - 1))
        return q is None or (p.last <= q.last and not q.unit)

    def _owners(self, p: Phrase) -> frozenset[str]:
        """Return which possessives a part gives somebody to refer to: "jego" or "jej"."""
        found: set[str] = set()
        for i in range(p.first, p.last):
            name = self._doc.named.get(i)
            if name is not None and name.first == i:
                owner = {"m1": "jego", "f": "jej"}.get(name.gender)
                found |= {owner} if owner and name.kind == "person" else set()
        return frozenset(found)

    def _part_holds(self, p: Phrase, owners: frozenset[str]) -> bool:
        words = self._doc.words
        said = p.kind == "adj" and p.last - p.first == 1  # "jest obecny" tells where, not when
        if (
            p.kind != "date"
            and not said
            and RELATIVE_WITHIN.search(self._doc.span(p.first, p.last))
        ):
            return False
        depth = 0
        for i in range(p.first, p.last):
            w = words[i]
            low = w.lower
            depth += (w.text == "(") - (w.text == ")")
            if w.text in "?!;:…[]":
                return False
            if depth or not w.alpha or low not in ANAPHORS:
                continue
            if low == "to" and p.kind in {"conj", "verb"}:
                continue
            if low in POSSESSIVES and low in owners:
                continue
            return False
        return True

    def of_a_nation(self, p: Phrase) -> bool:
        """Whether a subject is somebody named before by another word: "Portugalczyk"."""
        name = self._doc.named.get(p.head)
        one = p.last - p.first == 1 and not p.text and (name is None or name.kind == "people")
        plural = any(n == "pl" for _, n, _ in p.agree)
        return one and not plural and nation(self._doc.words[p.head])

    def vague(self, p: Phrase) -> bool:
        """Whether a subject tells nothing without what came before: "firma", "ten wyrok"."""
        words = self._doc.words
        # What the same sentence said before is known by its capital alone.
        given = p.text and p.text != self._doc.span(p.first, p.last).lower()
        if given or p.kind == "quantity" or p.many:
            return False
        if p.last - p.first > 1 or self._doc.names_in(p) or words[p.head].text in UNIQUE:
            return False
        return not words[p.head].capital or p.first in self._doc.openings
