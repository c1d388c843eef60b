"""Phrases, and what words agree with: cases, numbers and genders of nouns and names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from quiz.languages.polish.morph import ADJECTIVAL, CASES, GENDERS, NOMINAL, Reading
from quiz.languages.polish.tables import BEARERS, CLASSES, HEADS

if TYPE_CHECKING:
    from quiz.languages.polish.morph import Word

Agreement = frozenset[tuple[str, str, str]]
Kept = tuple[tuple[Reading, ...], Agreement]
UNKNOWN: Agreement = frozenset((c, "sg", g) for c in CASES for g in GENDERS)
NONE: Agreement = frozenset()
DASHES = frozenset("-–—")
QUOTES = frozenset('"„”“»«')
SHORT = 4
"""Letters of a word that is more likely a foreign name than the Polish noun it looks like."""
NEVER_PREPOSITIONS = frozenset({"a", "miasto"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words [first, last).

    `kind` is np, pp, verb, inf, se, adv, adj, pcon, pron, conj, prep, date, quantity, num, point
    or other; further on also tail and relative, a subordinate clause that is kept to the letter.
    `text`, where it is not empty, is shown in place of the words; `many` tells of phrases that "i"
    joins.
    """

    kind: str
    first: int
    last: int
    head: int
    agree: Agreement = NONE
    text: str = ""
    many: bool = False

    @property
    def cases(self) -> frozenset[str]:
        """The cases it may stand in."""
        return cases_of(self.agree)


@lru_cache(maxsize=8192)  # most phrases agree with the same few sets
def cases_of(agree: Agreement) -> frozenset[str]:
    """Return the cases of an agreement."""
    return frozenset({c for c, _, _ in agree})


@lru_cache(maxsize=8192)
def within(agree: Agreement, cases: frozenset[str]) -> Agreement:
    """Return what of an agreement is in one of the cases."""
    return agree if cases_of(agree) <= cases else frozenset({t for t in agree if t[0] in cases})


def features(reading: Reading) -> Agreement:
    """Return every case, number and gender of a reading; any gender where it has none."""
    return _combined(reading.cases, reading.number, reading.genders or GENDERS)


@cache  # there are a few hundred such combinations in the language
def _combined(cases: frozenset[str], numbers: frozenset[str], genders: frozenset[str]) -> Agreement:
    return frozenset(product(cases, numbers, genders))


def fits_verb(agree: Agreement, verb: Reading) -> bool:
    """Whether a nominative agrees with a verb in number and gender."""
    return any(
        case == "nom" and number in verb.number and (not verb.genders or gender in verb.genders)
        for case, number, gender in agree
    )


_cache: tuple[dict[int, Kept], dict[int, Kept]] = ({}, {})
"""By the identity of readings, which stays theirs while they are kept: their hash costs more."""


def agreement(word: Word, *, adjective: bool) -> Agreement:
    """Return every case, number and gender in which a word may be a noun, or an adjective."""
    if not word.readings:
        return _unknown_adjective(word) if adjective else NONE
    poses = ADJECTIVAL if adjective else NOMINAL
    if word.poses.isdisjoint(poses):
        return NONE
    cache, key = _cache[adjective], id(word.readings)
    kept = cache.get(key)
    if kept is None:
        # A woman's title or surname that is not inflected ("prezydent") would agree with anything.
        common = any(r.pos == "subst" and len(r.cases) < 6 for r in word.readings)
        found = NONE.union(
            *(
                features(r)
                for r in word.readings
                if r.pos in poses
                and not (common and len(r.cases) > 5 and r.labels & {"nazwisko", "nazwa_pospolita"})
            )
        )
        kept = cache[key] = (word.readings, found)
    return kept[1]


ADJECTIVE_ENDINGS: dict[str, Agreement] = {
    "ego": frozenset(
        {("gen", "sg", "m1"), ("gen", "sg", "m2"), ("gen", "sg", "m3"), ("gen", "sg", "n"),
         ("acc", "sg", "m1"), ("acc", "sg", "m2")}
    ),
    "emu": frozenset(("dat", "sg", g) for g in ("m1", "m2", "m3", "n")),
    "ej": frozenset((c, "sg", "f") for c in ("gen", "dat", "loc")),
    "ną": frozenset((c, "sg", "f") for c in ("acc", "inst")),
    "ych": frozenset((c, "pl", g) for c in ("gen", "loc") for g in GENDERS),
    "ymi": frozenset(("inst", "pl", g) for g in GENDERS),
}  # fmt: skip
"""What an adjective's last letters tell that no other part of speech shares."""
SHORTEST = 7
"""Letters of a word that the dictionary lacks and its ending tells to be an adjective."""


def _unknown_adjective(word: Word) -> Agreement:
    if len(word.text) < SHORTEST or word.text[0].isupper() or not word.alpha:
        return NONE
    return next((a for end, a in ADJECTIVE_ENDINGS.items() if word.text.endswith(end)), NONE)


ENDINGS = {
    "owi": {"dat"},
    "em": {"inst"},
    "ego": {"gen", "acc"},
    "emu": {"dat"},
    "a": {"nom", "gen", "acc"},
    "ę": {"acc"},
    "ą": {"inst"},
}
"""The cases that the last letters of a foreign name allow."""


def in_name(word: Word) -> Agreement:
    """Return what a word within a name agrees with; a foreign one by its ending."""
    proper = [
        r
        for r in word.readings
        if (r.lemma[:1].isupper() and (word.text.isupper() or not r.lemma.isupper()))
        or (r.pos == "adj" and len(r.lemma) > 3)
    ]
    found = NONE.union(*(features(r) for r in proper if r.pos in NOMINAL or r.pos in ADJECTIVAL))
    if found or (word.readings and not word.capital):
        return found
    common = agreement(word, adjective=False)
    if common and (
        word.lemma("subst") in BEARERS | HEADS | CLASSES.keys()
        or (len(word.text) > SHORT and not word.text.isupper())
    ):
        return common
    cases = next((c for end, c in ENDINGS.items() if word.text.endswith(end)), CASES)
    return within(UNKNOWN, frozenset(cases))


@lru_cache(maxsize=8192)
def genders_of(agree: Agreement) -> frozenset[str]:
    """Return the genders an agreement allows; all where it says nothing."""
    return frozenset({g for _, _, g in agree}) or GENDERS


def bears_names(word: Word) -> bool:
    """Whether a common noun of a thing may have its name behind it: "port Gdynia"."""
    nouns = [r for r in word.readings if r.pos == "subst"]
    return any(r.lemma[:1].islower() and "m1" not in r.genders for r in nouns)


def governs(word: Word) -> bool:
    """Whether a word is a preposition to a reader of today."""
    return "prep" in word.poses and word.lower not in NEVER_PREPOSITIONS


def governed(word: Word) -> frozenset[str]:
    """Return the cases that a word governs as a preposition."""
    return frozenset(c for r in word.readings if r.pos == "prep" for c in r.cases)
