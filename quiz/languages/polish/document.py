"""A Polish article read once: words, sentences, dates, quantities, names, roles and facts."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from quiz.languages.polish.dates import Found, find_dates
from quiz.languages.polish.morph import CASES
from quiz.languages.polish.names import Name, Names
from quiz.languages.polish.numbers import Quantity, compound, find_quantities
from quiz.languages.polish.phrases import Phrase, chunk, noun_phrase
from quiz.languages.polish.sentences import sentences
from quiz.languages.polish.tables import ANAPHORS, ROLES
from quiz.languages.protocol import Fact, Sentence

if TYPE_CHECKING:
    from datetime import date

    from quiz.languages.polish.morph import Morphology, Word

EVENT = re.compile(
    r"\b(?:podczas|w czasach|w okresie|w czasie|po zakończeniu|w końcu)\s+\w+(?:\s+\w+){0,2}",
    re.IGNORECASE,
)
"""A time that is told by what happened then; it has no value, and no question is made of it."""
REGION_NOUNS = frozenset({"obwód", "województwo", "powiat", "gmina", "prowincja", "hrabstwo"})
OBLIQUE = re.compile(r"(?:[^l]y|ego|owi|em|ę|ą|a)( |$)")
KINDS = {
    "person": "person",
    "surname": "person",
    "place": "place",
    "organisation": "organisation",
    "thing": "thing",
}


@dataclass(frozen=True, slots=True)
class Role:
    """A role's words [first, last) in the case of the text, its nominative and its holder."""

    first: int
    last: int
    base: str
    noun: str
    holder: Name


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with its words [first, last)."""

    first: int
    last: int
    found: Found


class PolishDocument:
    """An article read once; everything a question needs is found by word number."""

    def __init__(self, text: str, published: date | None, morphology: Morphology) -> None:
        """Read the text: one pass of the dictionary, then dates, numbers and names."""
        self.text = text
        self.morphology = morphology
        self.words: list[Word] = morphology.words(text)
        starts = [w.start for w in self.words]
        self.sentences: tuple[Sentence, ...] = sentences(text, starts)
        self.dates = [
            Dated(bisect_left(starts, f.start), bisect_left(starts, f.end), f)
            for f in find_dates(text, published)
        ]
        self.dated = {i: d for d in self.dates for i in range(d.first, d.last)}
        self.quantities: list[tuple[Sentence, Quantity]] = [
            (s, q)
            for s in self.sentences
            for q in find_quantities(self.words, s.first, s.last, self.dated.__contains__)
        ]
        self.counted = {i: q for _, q in self.quantities for i in range(q.whole, q.last)}
        self.names: list[Name] = Names(self.words, self.sentences).names
        self.named = {i: n for n in self.names for i in range(n.first, n.last)}
        self._fixed = {q.whole: (q.last, "quantity") for _, q in self.quantities} | {
            d.first: (d.last, "date") for d in self.dates if d.last > d.first
        }
        self._phrases: dict[int, list[Phrase]] = {}
        self.roles = self._find_roles()
        self._nominatives = {
            n.base
            for n in self.names
            if n.kind == "person"
            and (
                self.span(n.first, n.last) != n.base
                or any(
                    "imię" in r.labels and "nom" in r.cases for r in self.words[n.first].readings
                )
                or not (self.words[n.first].readings or OBLIQUE.search(n.base))
            )
        }

    def span(self, first: int, last: int) -> str:
        """Return the text of words [first, last)."""
        return self.text[self.words[first].start : self.words[last - 1].end] if last > first else ""

    def phrases(self, sentence: Sentence) -> list[Phrase]:
        """Return the phrases of a sentence."""
        found = self._phrases.get(sentence.number)
        if found is None:
            found = self._phrases[sentence.number] = chunk(
                self.words, sentence.first, sentence.last, self._fixed
            )
        return found

    def _find_roles(self) -> list[Role]:
        out: list[Role] = []
        by_sentence = {s.number: s for s in self.sentences}
        for name in self.names:
            if name.kind != "person":
                continue
            sentence = by_sentence[name.sentence]
            role = self._role_before(name, sentence)
            if role:
                out.append(role)
        return out

    def _role_before(self, name: Name, sentence: Sentence) -> Role | None:
        """Read a role that ends where the name begins: noun, its adjectives and genitives."""
        words = self.words
        end = name.first
        if end - 1 > sentence.first and words[end - 1].text == ",":
            end -= 1
        start = None
        for i in range(end - 1, max(sentence.first - 1, end - 9), -1):
            w = words[i]
            if not w.alpha and w.text != "-":
                break
            if w.has("fin", "praet", "conj", "comp") and not w.has("subst", "adj"):
                break
            if any(r.lemma in ROLES and r.pos == "subst" for r in w.readings):
                start = i
        if start is None:
            return None
        before = words[start - 1] if start > sentence.first else None
        if before is not None and before.text == "," and start == end - 1:
            far = self._role_before(
                Name(start, start, name.kind, name.base, name.gender, name.sentence), sentence
            )
            if far is not None and " " in far.base:
                return Role(far.first, far.last, far.base, far.noun, name)
        head = words[start]
        reading = next(r for r in head.readings if r.lemma in ROLES and r.pos == "subst")
        nominative = self.morphology.inflect(reading.lemma, "subst", "sg", "nom")
        if not nominative or "sg" not in reading.number:
            return None
        tail = self.span(start + 1, end)
        if tail and not self._title(start, end):
            return None
        before = words[start - 1] if start > sentence.first else None
        if before and any(r.lemma in {"były", "eks", "dawny"} for r in before.readings):
            nominative = ("były " if name.gender != "f" else "była ") + nominative
        return Role(start, end, f"{nominative} {tail}".strip(), reading.lemma, name)

    def _title(self, start: int, end: int) -> bool:
        """Whether words [start, end) are one role: noun, adjectives, genitives, "ds.", "przy"."""
        words = self.words
        if any(w.lower in ANAPHORS for w in words[start:end]):
            return False
        phrase = noun_phrase(words, start, end, CASES)
        while phrase is not None and phrase.last < end:
            joint = words[phrase.last].lower
            following = phrase.last + 1
            if joint in {"ds", "przy"}:
                following += words[following].text == "."
            elif joint not in {"i", "oraz"}:
                return False
            phrase = noun_phrase(words, following, end, CASES) if following < end else None
        return phrase is not None

    def certain(self, base: str) -> bool:
        """Whether a person's base form is surely a nominative."""
        return base in self._nominatives

    def rank(self, person: str) -> str:
        """Return the rank of a person's role (state, church, …), or nothing."""
        return next((ROLES[r.noun] for r in self.roles if r.holder.base == person), "")

    def facts_of(self, sentence: Sentence) -> list[Fact]:
        """Return the facts of a sentence."""
        return [f for f in self.facts if f.sentence == sentence.number]

    def _region(self, noun: Word, adjective: Word) -> str:
        """Return the base form of a region like "obwód kurski", or nothing."""
        reading = next((r for r in noun.readings if r.lemma in REGION_NOUNS), None)
        if reading is None or adjective.capital or not adjective.has("adj"):
            return ""
        lemma = adjective.lemma("adj")
        gender = min(reading.genders, default="")
        base = self.morphology.inflect(lemma, "adj", "sg", "nom", gender, "pos")
        return f"{reading.lemma} {base}" if base and lemma.endswith(("ski", "cki", "dzki")) else ""

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the running text, in its order."""
        out: list[Fact] = []

        def add(kind: str, first: int, last: int, value: str, base: str, detail: object) -> None:
            if last <= first or last > len(self.words):
                return
            start, end = self.words[first].start, self.words[last - 1].end
            at = bisect_left(ends, end)
            if at < len(self.sentences) and self.sentences[at].start <= start:
                out.append(
                    Fact(
                        kind,
                        self.text[start:end],
                        start,
                        end,
                        value,
                        base,
                        at,
                        (first, last),
                        detail,
                    )
                )

        ends = [s.end for s in self.sentences]
        for d in self.dates:
            value = d.found.value
            add("date", d.first, d.last, value, self.span(d.first, d.last), d)
        starts = [w.start for w in self.words]
        for m in EVENT.finditer(self.text):
            at = bisect_left(starts, m.start())
            if at not in self.dated:
                add("date", at, bisect_left(starts, m.end()), "", m.group(), None)
        for _, q in self.quantities:
            value = str(int(q.value)) if q.value == int(q.value) else str(q.value)
            add("number", q.whole, q.last, value, q.shown, q)
        for i, w in enumerate(self.words):
            if w.text[0] in "dtcpsośDTCPSOŚ" and (counted := compound(w)):
                add("number", i, i + 1, str(counted), str(counted), None)
        for i, w in enumerate(self.words[:-1]):
            if region := self._region(w, self.words[i + 1]):
                add("place", i, i + 2, region, region, None)
        for n in self.names:
            if n.kind in KINDS:
                add(KINDS[n.kind], n.first, n.last, n.base, n.base, n)
        for r in self.roles:
            add("role", r.first, r.last, r.holder.base, r.base, r)
        return tuple(sorted(out, key=lambda f: (f.start, f.end)))
