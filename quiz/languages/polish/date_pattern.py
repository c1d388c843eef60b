"""What the rules for dates share: patterns, their search, and the year a date is of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from quiz.languages.polish.date_context import Context
from quiz.languages.polish.date_words import MONTH, MONTH_NAMES, MONTHS, NEXT, PAST, THIS, any_of
from quiz.languages.when import When, iso, of_day


class Found(NamedTuple):
    """A date in a text: offsets, what it means, and its ISO value."""

    start: int
    end: int
    when: When
    value: str


Reader = Callable[[re.Match[str], Context], list[Found]]


class Rule(NamedTuple):
    """A pattern, its reader, and its anchor: what stands in lower case near all it matches.

    Patterns begin with words that may be missing, so that searching them takes long; anchors
    are searched fast.
    """

    pattern: re.Pattern[str]
    read: Reader
    anchor: str


def rule(pattern: str, anchor: str, read: Reader) -> Rule:
    """Make a rule whose pattern minds no case."""
    return Rule(re.compile(pattern, re.IGNORECASE), read, anchor)


_REACH = 80
"""How far from its anchor a match may begin or end, in characters."""


class Searcher:
    """Searches one text for rules, near their anchors only."""

    def __init__(self, text: str) -> None:
        """Keep the text, and its lower case character by character."""
        self._text = text
        low = text.lower()
        if len(low) != len(text):
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        self._low = low
        self._near: dict[str, list[tuple[int, int]]] = {}

    def _windows(self, anchor: str) -> list[tuple[int, int]]:
        found = self._near.get(anchor)
        if found is None:
            found = self._near[anchor] = []
            for m in re.finditer(anchor, self._low):
                first = self._low.rfind(" ", 0, max(0, m.start() - _REACH)) + 1
                last = self._low.find(" ", m.end() + _REACH)
                last = len(self._low) if last < 0 else last
                if found and first <= found[-1][1]:
                    found[-1] = (found[-1][0], last)
                else:
                    found.append((first, last))
        return found

    def search(self, one: Rule) -> Iterator[re.Match[str]]:
        """Return the matches of a rule."""
        for first, last in self._windows(one.anchor):
            yield from one.pattern.finditer(self._text, first, last)


DAY = r"(?<![\d.,:/§])(?P<day>[0-3]?\d)"
GENITIVE = any_of(MONTHS)
REF = (
    rf"b\.?\s?r\b\.?|ub\.?\s?r\b\.?|(?:w\s+)?(?:{PAST}|{THIS}|{NEXT}|tegoż|tego\s+samego)\s+roku\b"
)
_COUNTED = (
    r"(?!\s+(?:\w+(?:ów|ach|om|ami)\b|osób|ludzi|lat|dni|km|m\b|zł|euro|sztuk|mln|tys|proc|kg|ton))"
)
ROK = r"(?:\s*r\.|\s*r\b|\s+rok(?:u|iem)?\b)"
YEAR = (
    rf"(?:,?\s+(?:(?P<year>[12]\d{{3}})(?![\d])(?!-let|[.,]\d)(?:{ROK}|{_COUNTED})"
    rf"|roku\s+(?P<year_>[12]\d{{3}})(?!\d)|(?P<ref>{REF})))?"
)
_IN_ONE_YEAR = frozenset({"day", "month", "part", "season", "year", "quarter", "half", "year part"})
_COORDINATED = re.compile(
    rf"\s*(?:,|i|oraz|a|lub|–|-|do)\s+(?:[0-3]?\d\.?\s+)?(?P<month>{MONTH_NAMES})"
    rf"(?:\s+(?P<year>[12]\d{{3}})(?!\d)|\s+(?P<ref>{REF}))",
    re.IGNORECASE,
)


def found(m: re.Match[str], when: When, value: str | None = None) -> list[Found]:
    """Return what a whole match means."""
    return [Found(m.start(), m.end(), when, iso(when) if value is None else value)]


def yearless(when: When) -> tuple[When, str]:
    """Take the year from a time; what is left of its value is written `--06-17`."""
    bare = When(None, None, when.grain, when.month, when.day)
    return bare, re.sub(r"\d{4}-", "--", iso(when))


def referred(text: str, context: Context, at: int) -> int | None:
    """Return the year that "br.", "ubiegłego roku" and the like mean."""
    low = text.lower()
    if "sam" in low or "tegoż" in low:
        last = context.last(at)
        return last.first.year if last and last.first and last.grain in _IN_ONE_YEAR else None
    year = context.published.year
    if year is None:
        return None
    if low.startswith("ub") or re.search("ubieg|zesz|mini|poprzed", low):
        return year - 1
    return year + 1 if re.search("przysz|nastę|nadch|kolej", low) else year


def year_of(
    m: re.Match[str], context: Context, month: int, day: int = 0, weekday: int | None = None
) -> int | None:
    """Return the year of a match whose pattern ends in YEAR."""
    written = m["year"] or m["year_"]
    if written:
        return int(written)
    if m["ref"]:
        return referred(m["ref"], context, m.start())
    after = _COORDINATED.match(context.text, m.end())
    if after and month <= MONTH[after["month"].lower()]:
        if after["year"]:
            return int(after["year"])
        return referred(after["ref"], context, m.start())
    return context.year(m.start(), month, day, weekday)


def day_of(year: int, month: int, number: int) -> When | None:
    """Return a day of the calendar, None when there is no such day."""
    try:
        return of_day(date(year, month, number))
    except ValueError:
        return None
