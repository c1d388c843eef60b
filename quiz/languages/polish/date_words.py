"""The words of quiz/languages/data/polish_dates.toml, as tables and as pieces of patterns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.data_files import read_data

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.languages.when import Part

_DATA = read_data("polish_dates")


def numbered(lines: Iterable[str]) -> dict[str, int]:
    """Map each word of the n-th line to n, from one."""
    return {word: n for n, line in enumerate(lines, 1) for word in line.split()}


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


_LINES = [line.split() for line in _DATA["months"]]
MONTHS = [line[1] for line in _LINES]
LOCATIVES = [line[-1] for line in _LINES]
MONTH = numbered(_DATA["months"])
WEEKDAY = numbered(_DATA["weekdays"])
ORDINAL_STEMS = {stem: n for n, stem in enumerate(_DATA["ordinals"], 1)}
ATTRIBUTES = tuple(_DATA["attributes"])
TENS: dict[str, int] = _DATA["tens"]
NUMERAL = {w: int(n) for n, words in _DATA["numerals"].items() for w in words.split()}
SEASONS: dict[str, tuple[int, int]] = {}
for _season in _DATA["seasons"].values():
    for _word in (*_season["adverbs"].split(), *_season["phrases"].split("|"),
                  *_season["nouns"].split()):  # fmt: skip
        SEASONS[_word] = tuple(_season["months"])
SEASON_ADVERBS = any_of(
    w for s in _DATA["seasons"].values() for w in s["adverbs"].split() + s["phrases"].split("|")
)
SEASON_NOUNS = any_of(w for s in _DATA["seasons"].values() for w in s["nouns"].split())

_ENDING = r"(?:ych|ymi|ich|imi|y|ego|emu|ym|a|ą|ej|e|i|iego|iemu|im|ie|ia|ią|iej)"
_ORDINAL = re.compile(
    rf"(?:(?P<tens>{any_of(TENS)}){_ENDING}\s+)?(?P<unit>{any_of(ORDINAL_STEMS | TENS)}){_ENDING}",
    re.IGNORECASE,
)
ORDINAL = rf"(?:(?:{any_of(TENS)}){_ENDING}\s+)?(?:{any_of(ORDINAL_STEMS | TENS)}){_ENDING}"
ROMAN = r"[IVX]+"
MONTH_NAMES = any_of(MONTH)
WEEKDAY_NAMES = any_of(WEEKDAY)
NUMBER = rf"(?:\d{{1,3}}|(?:(?:{any_of(NUMERAL)})\s+)?(?:{any_of(NUMERAL)}))"
PAST = r"(?:ubiegł|zeszł|minion|poprzedni)(?:y|ego|emu|ym|ą|ej|a|e|i|iego|im|ią|iej|ia|ie)?"
NEXT = r"(?:przyszł|następn|najbliższ|nadchodząc|kolejn)(?:y|ego|emu|ym|ą|ej|a|e)"
THIS = r"(?:bieżąc|obecn|trwając)(?:y|ego|emu|ym|ą|ej|a|e)|t(?:ym|ego|en|ą|ej|ę|o)"
PART = (
    r"(?P<part>(?:(?:pod|na|przed|do|od|z|w|we|po|aż\s+do)\s+)?(?:samym\s+|sam\s+)?"
    r"(?:koniec|końca|końcu|końcem|końcówce|końcówki|końcówkę|schyłku|schyłek|schyłkiem"
    r"|początek|początku|początkiem|początkach|początki|początków"
    r"|(?:(?:pierwszej|drugiej|pierwszą|drugą|pierwsza|druga|1\.|2\.|I|II)\s+)?poł(?:owie|owy|owę|owa|\.)"
    r"|pierwszych\s+(?:dniach|tygodniach|miesiącach|dni)|pierwsze\s+dni|pierwszym\s+tygodniu"
    r"|ostatnich\s+(?:dniach|tygodniach|miesiącach|dni)|ostatnie\s+dni|ostatnim\s+tygodniu))\s+"
)


def part(text: str) -> Part:
    """Return which part a phrase that PART matches names."""
    low = text.lower()
    if "poł" in low:
        first = re.search(r"\b(?:pierwsz\w+|i|1\.)\s+poł", low)
        second = re.search(r"\b(?:drug\w+|ii|2\.)\s+poł", low)
        return "first half" if first else "second half" if second else "middle"
    if "pierwszym tygodniu" in low:
        return "first week"
    return "late" if re.search("końc|koni|schył|ostatni", low) else "early"


def ordinal(text: str) -> int:
    """Return the value of an ordinal in words, in any case, or 0."""
    m = _ORDINAL.fullmatch(text)
    if m is None:
        return 0
    unit = m["unit"].lower()
    return TENS.get((m["tens"] or "").lower(), 0) + (ORDINAL_STEMS.get(unit) or TENS.get(unit, 0))


def number(text: str) -> int:
    """Return the value of what NUMBER matches."""
    if text.isdigit():
        return int(text)
    return sum(NUMERAL[w] for w in text.lower().split())
