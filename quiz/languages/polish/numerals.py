"""Numerals: what a run of digits, number words and scales is worth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.languages.data_files import read_data

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quiz.languages.polish.morph import Word

_DATA = read_data("polish_numbers")
VALUES: dict[str, float] = _DATA["values"]
SCALES: dict[str, int] = _DATA["scales"]
COMPOUNDS: dict[str, int] = _DATA["compounds"]
ABOUT = sorted(
    (phrase.split() for phrase in _DATA["about"].replace("\n", "").split("|")),
    key=len,
    reverse=True,
)
LABELS = frozenset(_DATA["labels"].split())
VAGUE = frozenset(_DATA["vague"].split())
SIGNS = frozenset(_DATA["currencies"]["before"].split())
UNITS: dict[str, str] = {w: unit for unit, words in _DATA["units"].items() for w in words.split()}
SHORT = {"tysiąc": "tys.", "tys": "tys.", "milion": "mln", "miliard": "mld", "bilion": "bln"}
_WRITTEN_SHORT = frozenset({"tys", "mln", "mld", "bln"})


_ORDINAL = re.compile(r"\w+(?:nast|dziest|dziesiąt|setn|tysięczn)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral: its value, words [first, last), its scale as it is abbreviated, spelled or not."""

    value: float
    first: int
    last: int
    scale: str
    spelled: bool
    total: float
    rest: float


def digits(text: str) -> float | None:
    """Return the value of digits written the Polish way (12 345,6 or 12.345), else None."""
    plain = re.sub(r"[ \u00a0\u202f]", "", text)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+", plain):
        plain = plain.replace(".", "")
    if not re.fullmatch(r"\d{1,15}([.,]\d{1,6})?", plain):
        return None
    return float(plain.replace(",", "."))


_lemmas: dict[str, str] = {}


def numeral_lemma(word: Word) -> str:
    """Return the lemma of a number word or scale, or nothing."""
    found = _lemmas.get(word.text)
    if found is None:
        low = word.text.lower()
        found = _lemmas[word.text] = next(
            (
                r.lemma
                for r in word.readings
                if (r.lemma in VALUES and r.pos in {"num", "adj"}) or r.lemma in SCALES
            ),
            low if low in SCALES else "",
        )
    return found


def numeric(word: Word) -> bool:
    """Whether a numeral may begin at a word."""
    return word.digit or bool(numeral_lemma(word))


def _one_of_scale(word: Word, lemma: str) -> bool:
    """Whether a scale without a number means one ("tysiąc", not "tysiące")."""
    return word.lower in _WRITTEN_SHORT or any(
        r.lemma == lemma and "sg" in r.number for r in word.readings
    )


def _continues(current: float, value: float) -> bool:
    """Whether a number word adds to what was read: hundreds, then tens, then units."""
    if value >= 100 or current < 20 or value < 1:
        return False
    return current % 10 == 0 and current % 100 >= 20 if value < 10 else current % 100 == 0


_LONGEST = 30
"""Words of the longest numeral: twice what it takes to write out a number of twelve digits."""


def read_numeral(
    words: Sequence[Word], start: int, last: int, taken: Callable[[int], bool]
) -> Numeral | None:
    """Read the longest numeral at a word: digits, words and scales, "dwa i pół tysiąca"."""
    total, current, scale, seen, spelled = 0.0, 0.0, "", False, False
    i = start
    last = min(last, start + _LONGEST)
    while i < last and not taken(i):
        w = words[i]
        value = digits(w.text) if w.digit else None
        lemma = "" if value is not None else numeral_lemma(w)
        if value is not None and not (seen and current):
            current, seen = value, True
        elif lemma in SCALES:
            if not current and not _one_of_scale(w, lemma):
                break
            total += (current or 1) * SCALES[lemma]
            scale = SHORT.get(lemma, lemma)
            short = w.lower in _WRITTEN_SHORT
            spelled = spelled or not short
            current, seen = 0.0, True
            dot = short and i + 1 < last and words[i + 1].text == "."
            if dot and (w.lower == "tys" or i + 2 < last):
                i += 1
        elif lemma and (not seen or _continues(current, VALUES[lemma]) or (total and not current)):
            current, seen, spelled = current + VALUES[lemma], True, True
        elif (
            w.lower == "i" and current and i + 1 < last and words[i + 1].lower in {"pół", "ćwierć"}
        ):
            current += 0.5 if words[i + 1].lower == "pół" else 0.25
            i += 1
        else:
            break
        i += 1
    if not seen:
        return None
    return Numeral(total + current, start, i, scale, spelled, total, current)


def compound(word: Word) -> int:
    """Return what an adjective like "ośmiodniowy" counts, or 0; "dwunasty" counts nothing."""
    if len(word.text) > 7 and word.has("adj") and not _ORDINAL.match(word.lower):
        return next((n for part, n in COMPOUNDS.items() if word.lower.startswith(part)), 0)
    return 0
