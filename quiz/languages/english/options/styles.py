"""Other ways that English has to write dates and numbers: "summer 2024", "over 900"."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from quiz.languages.english.date_context import month_comes_first
from quiz.languages.english.date_words import DECADE, MONTHS, ORDINAL, SEASON, any_of
from quiz.languages.english.numerals import SCALES, figures, show, spell, value_of
from quiz.languages.styles import Style, best_written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quiz.languages.protocol import Draft

_MONTHS = any_of(MONTHS)
_DAY_LAST = re.compile(rf"({_MONTHS}) (\d{{1,2}}), (\d{{4}})$")
_DAY_FIRST = re.compile(rf"(\d{{1,2}}) ({_MONTHS}) (\d{{4}})$")
_MONTH = re.compile(rf"(?<!\d )({_MONTHS}) (\d{{4}})$")
_CENTURY = re.compile(r"the (\d{1,2})(?:st|nd|rd|th) century")
_MONEY = re.compile(r"((?:US|NZ|AU|HK|CA|[ACS])?\$|[£€])([\d,.]+)(?:(m|bn|k)\b|( \w+illion)|)$")
_NAMES = {
    "$": "dollars", "US$": "US dollars", "£": "pounds", "€": "euros", "S$": "Singapore dollars",
    "C$": "Canadian dollars", "CA$": "Canadian dollars", "A$": "Australian dollars",
    "AU$": "Australian dollars", "NZ$": "New Zealand dollars", "HK$": "Hong Kong dollars",
}  # fmt: skip
_SHORT = {"m": " million", "bn": " billion", "k": " thousand"}
_SCALED = re.compile(r"(\d[\d.,]*) (million|billion)$")
_HEDGES = (
    ("more than ", "over "), ("over ", "more than "), ("about ", "around "), ("around ", "about "),
    ("nearly ", "almost "), ("almost ", "nearly "), ("at least ", "no fewer than "),
    ("some ", "about "), ("roughly ", "about "), ("approximately ", "about "),
    ("up to ", "as many as "), ("less than ", "under "), ("fewer than ", "under "),
)  # fmt: skip
_FIGURES = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)$")
_QUARTERS = ("first", "second", "third", "fourth")
_NTH = {n: w for w, n in ORDINAL.items()} | {21: "twenty-first"}
_TENS = {n: w for w, n in DECADE.items()}
_LARGE, _LONG = 1_000_000, 100_000_000


def _month_of(option: str) -> str:
    """Return "May of 2019", as Americans write "May 2019" too."""
    return _MONTH.sub(r"\1 of \2", option) if _MONTH.search(option) else ""


def _swapped(option: str) -> str:
    """Return "5 May 2024" for "May 5, 2024" and the other way round."""
    if _DAY_LAST.search(option):
        return _DAY_LAST.sub(r"\2 \1 \3", option).replace("day, ", "day ")
    swapped = _DAY_FIRST.sub(r"\2 \1, \3", option)
    return swapped.replace("day ", "day, ", 1) if swapped != option else ""


def _short_period(option: str) -> str:
    """Return "summer 2024" and "Q3 2015"."""
    m = re.fullmatch(r"the (\w+)( quarter)? of (\d{4})", option)
    if m is None or m[1] not in (_QUARTERS if m[2] else SEASON):
        return ""
    return f"Q{_QUARTERS.index(m[1]) + 1} {m[3]}" if m[2] else f"{m[1]} {m[3]}"


def _in_words(option: str) -> str:
    """Return "the nineties" and "the seventeenth century"."""
    m = re.fullmatch(r"the 19(\d0)s", option)
    if m:
        return f"the {_TENS[int(m[1])]}" if int(m[1]) in _TENS else ""
    m = _CENTURY.fullmatch(option)
    return f"the {_NTH[int(m[1])]} century" if m and int(m[1]) in _NTH else ""


def _joined(option: str) -> str:
    """Return "from 2004 to 2006" for "between 2004 and 2006" and the other way round."""
    m = re.fullmatch(r"(from|between) (.+) (?:to|and) (.+)", option)
    if m is None:
        return ""
    return f"between {m[2]} and {m[3]}" if m[1] == "from" else f"from {m[2]} to {m[3]}"


def _written_out(option: str) -> str:
    """Return "1,600,000" for "1.6 million"."""
    m = _SCALED.search(option)
    value = figures(m[1]) * SCALES[m[2]] if m else 0
    whole = m is not None and value == int(value) and value < _LONG
    return f"{option[: m.start()]}{show(value)}" if m and whole else ""


def _scaled(option: str) -> str:
    """Return "1.6 million" for "1,600,000"."""
    m = _FIGURES.search(option)
    value = _number(m) if m else 0
    if m is None or value < _LARGE or value % (_LARGE // 10):
        return ""
    word = "billion" if value >= SCALES["billion"] else "million"
    return f"{option[: m.start()]}{show(value / SCALES[word])} {word}"


def _grouped(option: str) -> str:
    """Return "8,000" for "8000"."""
    m = _FIGURES.search(option)
    return f"{option[: m.start()]}{_number(m):,}" if m else ""


def _number(m: re.Match[str]) -> int:
    return int(m[1].replace(",", ""))


_LONGER = re.compile(r"\b(?:and|hundred|thousand|million|billion) $")


def _spelled(option: str) -> str:
    """Return "12" for "twelve", and "twelve" for "12"."""
    m = re.search(r"(?:[a-z]+-)?[a-z]+$", option)
    value = value_of(m.group()) if m else None
    if m and _LONGER.search(option[: m.start()]):
        return ""  # "one hundred and one" is more than its last word
    if m and value is not None and 0 < value < 100:
        return f"{option[: m.start()]}{show(value)}"
    m = _FIGURES.search(option)
    word = spell(_number(m)) if m else ""
    return f"{option[: m.start()]}{word}" if m and word and " " not in word else ""


def _thousands(option: str) -> str:
    """Return "52 thousand" for "52,000", and "two hundred" for "200"."""
    m = _FIGURES.search(option)
    value = _number(m) if m else 0
    if (
        m is None
        or value % 100
        or not 0 < value < _LARGE
        or option[: m.start()].strip()[-1:] in "$£€"
    ):
        return ""
    if value < 1000:
        return f"{option[: m.start()]}{spell(value)}"
    return f"{option[: m.start()]}{show(value / 1000)} thousand"


def _percent(option: str) -> str:
    """Return "58 percent" for "58%", and "58%" for "58 percent"."""
    if option.endswith("%"):
        return f"{option[:-1]} percent"
    return re.sub(r" per\s?cent$", "%", option) if re.search(r"\d per\s?cent$", option) else ""


def _money(option: str) -> str:
    """Return "1.2 billion dollars" for "$1.2 billion"."""
    m = _MONEY.search(option)
    if m is None:
        return ""
    return f"{option[: m.start()]}{m[2]}{_SHORT.get(m[3], '') or m[4] or ''} {_NAMES[m[1]]}"


def _hedged(option: str) -> str:
    """Return "over 900" for "more than 900"."""
    return next((option.replace(a, b, 1) for a, b in _HEDGES if option.startswith(a)), "")


_CHANGES: dict[str, tuple[Callable[[str], str], ...]] = {
    "dates": (_swapped, _short_period, _in_words, _joined),
    "numbers": (_written_out, _scaled, _grouped, _percent, _money, _hedged, _spelled, _thousands),
}


def _styles(draft: Draft, text: str) -> Iterator[Style]:
    """Return the options in every other way, first by one change, then by two."""
    changes = _CHANGES.get(draft.category, ())
    if draft.gap:  # the sentence around it has a style of its own
        changes = tuple(c for c in changes if c is not _percent)
    if draft.category == "dates" and month_comes_first(text) is not False and "£" not in text:
        changes = (*changes, _month_of)
    for number in (1, 2):
        for chain in combinations(changes, number):
            out: Style = (draft.answer, *draft.rivals)
            for change in chain:
                out = tuple(change(o) if o else "" for o in out)
            if out[0]:
                yield out


def restyled(draft: Draft, text: str) -> Draft:
    """Return a draft whose key a text does not name most, if it can be so written.

    The dates of gaps stay: they are written as the sentence wants them.
    """
    if draft.gap and draft.category == "dates":
        return draft
    return best_written(draft, text.lower(), _styles(draft, text))
