"""Persons: the nominative of a mention in some case, and which mentions are of one person."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from quiz.languages.data_files import read_data
from quiz.languages.polish import paradigms
from quiz.languages.polish.mentions import FAMILY_FIRST, GIVEN, INSIDE, NAME_LABELS
from quiz.languages.polish.morph import CASES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.languages.polish.morph import Word

OURS = frozenset(
    n for names in read_data("polish_people")["given"]["PL"].values() for n in names.split(", ")
)
NATIVE = 0.3
"""What speaks for a Polish name beside a Polish surname: "z Jackiem Kosem" is no Jack."""
_MOST = 48
"""How many readings of one mention are weighed."""


class Candidate(NamedTuple):
    """A reading of a mention: nominative, gender, the cases it is in, and how well it is known."""

    base: str
    gender: str
    cases: frozenset[str]
    weight: float


def _part(word: Word, *, last: bool, alone: bool) -> list[tuple[str, str, frozenset[str], float]]:
    """Return every (nominative, gender, cases, weight) of one word of a name."""
    found: dict[tuple[str, str], tuple[set[str], float]] = {}

    def add(base: str, gender: str, cases: Iterable[str], weight: float) -> None:
        old, most = found.get((base, gender), (set(), 0.0))
        found[base, gender] = (old | set(cases), max(most, weight))

    head, _, tail = word.text.rpartition("-")
    for r in word.readings:
        if r.labels & NAME_LABELS and "sg" in r.number and r.lemma[:1].isupper():
            for gender in r.genders & {"m1", "f"}:
                given = 1.0 if "imię" in r.labels and not last else 0.8
                # A woman's surname that is not inflected reads as every case of a feminine.
                common = len(r.cases) > 5
                double = head and tail and "-" not in r.lemma
                pairs = _double(head, r.lemma, gender, r.cases) if double else [(r.lemma, r.cases)]
                for base, cases in pairs:
                    add(base, gender, cases & CASES, given - 0.3 * common)
    if not last and found:
        # A given name from abroad may look like a form of another one ("Paulo", "Rustem").
        for base, gender, case in paradigms.readings(word.text):
            if gender in GIVEN.get(base, ()):
                add(base, gender, (case,), 0.5)
            elif base == word.text and case == "nom":
                add(base, gender, (case,), 0.2)
    family = word.text in FAMILY_FIRST
    if not found or all(g == "f" and len(c) > 5 for (_, g), (c, _w) in found.items()):
        for base, gender, case in paradigms.readings(word.text):
            known = gender in GIVEN.get(base, ())
            add(base, gender, (case,), 0.95 if known and not last else 0.4)
        if not last and not alone:
            for gender in ("m1", "f"):
                add(word.text, gender, CASES, 0.6 if family else 0.1 * (not word.readings))
    elif last and not any(g == "m1" for _, g in found):
        for base, gender, case in paradigms.readings(word.text):
            if gender == "m1":
                add(base, gender, (case,), 0.3)
    if last and found and not any(g == "f" for _, g in found):
        # "Zacharowa" is a form of "Zacharow", and the name of a woman.
        for base, gender, case in paradigms.readings(word.text):
            if gender == "f" and base == word.text:
                add(base, gender, (case,), 0.4)
    if alone and family:
        for gender in ("m1", "f"):
            add(word.text, gender, CASES, 0.5)
    return [(b, g, frozenset(c), w) for (b, g), (c, w) in found.items()]


def _double(
    head: str, lemma: str, gender: str, cases: frozenset[str]
) -> list[tuple[str, frozenset[str]]]:
    """Return the nominatives of a double name by what its first part is in the same case."""
    return [
        (f"{base}-{lemma}", frozenset({case}))
        for base, g, case in paradigms.readings(head)
        if g == gender and case in cases
    ]


def candidates(words: Sequence[Word], allowed: frozenset[str]) -> list[Candidate]:
    """Return the readings of a name whose words agree in gender and in one of the allowed cases."""
    bearing = [i for i, w in enumerate(words) if w.alpha and w.lower not in INSIDE]
    if not bearing:
        return []
    home = any("nazwisko" in r.labels for r in words[bearing[-1]].readings) and len(bearing) > 1
    asian = words[0].text in FAMILY_FIRST and len(bearing) > 1
    states: list[tuple[dict[int, str], str, frozenset[str], float]] = [
        ({}, g, allowed, 0.0) for g in ("m1", "f")
    ]
    for i in bearing:
        w = words[i]
        last = i == bearing[-1]
        numeral = w.text.isupper() and set(w.text) <= set("IVX") and i > 0
        initial = len(w.text) == 1
        if numeral or initial or (asian and not last):
            options = [(w.text, g, CASES, 0.5) for g in ("m1", "f")]
        else:
            options = _part(w, last=last, alone=len(bearing) == 1)
            if home and not last:
                options = [(b, g, c, v + NATIVE * (b in OURS)) for b, g, c, v in options]
        states = [
            (bases | {i: base}, gender, cases & those, weight + value)
            for bases, gender, cases, weight in states
            for base, g, those, value in options
            if g == gender and cases & those
        ]
        states = sorted(states, key=lambda s: -s[3])[:_MOST]
    return [
        Candidate(_written(words, bases), gender, cases, weight / len(bearing))
        for bases, gender, cases, weight in states
    ]


def _written(words: Sequence[Word], bases: dict[int, str]) -> str:
    out = ""
    for i, w in enumerate(words):
        gap = "" if not i or words[i - 1].end == w.start else " "
        out += gap + bases.get(i, w.text)
    return out


class Person(NamedTuple):
    """Whom a mention means: the nominative, gender, and whether both are sure."""

    base: str
    gender: str
    sure: bool


class Persons:
    """Chooses one reading for every mention of a person, so that they bear each other out."""

    def __init__(self) -> None:
        """Begin without mentions."""
        self._readings: list[list[Candidate]] = []
        self._votes: Counter[tuple[str, str]] = Counter()
        self.known: dict[str, Person] = {}

    def add(self, found: list[Candidate]) -> None:
        """Take in the readings of a full name."""
        self._readings.append(found)
        for base, gender in {(c.base, c.gender) for c in found}:
            self._votes[base, gender] += 1
            self._votes[base.rsplit(" ", 1)[-1], gender] += 1

    def support(self, found: list[Candidate]) -> None:
        """Take in the readings of a name alone, which may bear out a full one."""
        for base, gender in {(c.base, c.gender) for c in found}:
            self._votes[base, gender] += 1

    def settle(self) -> None:
        """Choose the nominative of every full name."""
        for found in self._readings:
            person = self._choose(found)
            if person:
                self._learn(person)

    def _rate(self, c: Candidate) -> float:
        surname = c.base.rsplit(" ", 1)[-1]
        others = self._votes[c.base, c.gender] + 0.5 * self._votes[surname, c.gender]
        return c.weight + 0.12 * min(others, 6) + 0.05 * ("nom" in c.cases)

    def _choose(self, found: list[Candidate]) -> Person | None:
        if not found:
            return None
        rated = sorted(found, key=lambda c: (-self._rate(c), c.base))
        best = rated[0]
        rival = next((c for c in rated[1:] if c.base != best.base), None)
        other = next(
            (c for c in rated[1:] if c.base == best.base and c.gender != best.gender), None
        )
        margin = self._rate(best) - self._rate(rival) if rival else 1.0
        tied = other is not None and self._rate(best) - self._rate(other) < 0.15
        gender = "" if tied else best.gender
        return Person(best.base, gender, margin > 0.12)

    def _learn(self, person: Person) -> None:
        old = self.known.get(person.base)
        if old is None or (person.sure and not old.sure) or (not old.gender and person.gender):
            self.known[person.base] = person

    def meant(self, found: list[Candidate], *, alone: bool) -> Person | None:
        """Return whom a mention means: a known person by full name, else by surname or first part.

        A name that two known persons share means neither.
        """
        bases = {(c.base, c.gender) for c in found}
        full = [p for p in self.known.values() if any(p.base == b for b, _ in bases)]
        if full:
            best = max(full, key=lambda p: max(self._rate(c) for c in found if c.base == p.base))
            return self._longest(best)
        if not alone:
            return self._choose(found)
        surnames = {
            p.base: p
            for p in self.known.values()
            if " " in p.base
            for b, g in bases
            if b == surname(p.base) and (not p.gender or g == p.gender or not g)
        }
        if not surnames:
            surnames = {
                p.base: p
                for p in self.known.values()
                if " " in p.base
                for b, g in bases
                if b == p.base.split()[0] and (not p.gender or g == p.gender)
            }
        return next(iter(surnames.values())) if len(surnames) == 1 else None

    def _longest(self, person: Person) -> Person:
        """Return the fuller name of a person known by a surname alone, where one bears it."""
        if " " in person.base:
            return person
        fuller = [
            p for p in self.known.values() if " " in p.base and surname(p.base) == person.base
        ]
        return fuller[0] if len(fuller) == 1 else person


def surname(base: str) -> str:
    """Return the part of a name that stands for it alone: the last one, or an Asian first one."""
    parts = base.split()
    return parts[0] if parts[0] in FAMILY_FIRST and len(parts) > 1 else parts[-1]
