"""What the rules for English dates share: pieces of patterns, and the year a date is of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.date_rules import Found, found, yearless
from quiz.languages.english.date_words import (
    MONTH,
    MONTH_SHORT,
    SPELLED,
    WEEKDAY,
    WEEKDAY_SHORT,
)
from quiz.languages.when import When, iso, on_calendar

if TYPE_CHECKING:
    from quiz.languages.date_context import Context

NO_MORE = r"(?![\d%])(?![,.:]\d|-\d)"
"""What cannot follow the digits of a year."""
YEAR_NUMBER = rf"[12]\d{{3}}{NO_MORE}"
REF = (
    r"(?:of\s+)?(?:this|last|next|that|the\s+(?:same|following|previous|current|next|past))"
    r"\s+year\b"
)
YEAR = (
    rf"(?:,?\s+(?:(?:of|in)\s+)?(?:the\s+year\s+)?(?P<year>{YEAR_NUMBER})(?!-(?:year|seat|strong))"
    rf"|,?\s+(?P<ref>{REF}))?"
)
ANY_DAY = r"(?<![\d.,:/$£€#-])[0-3]?\d(?:st|nd|rd|th)?(?!\d)"
NAMED = rf"(?:\b(?P<weekday>{WEEKDAY_SHORT})(?:,?\s+(?:the\s+)?|\s*\(\s*))?"
"""A weekday that names a day with its number."""
MONTH_DAY = (
    rf"\b(?P<month{{n}}>{MONTH_SHORT})\s+(?:the\s+)?(?P<day{{n}}>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"
    r"(?!:\d)(?!\s*(?:%|percent|per\s+cent|people|million))"
)
DAY_MONTH = (
    rf"(?:\bthe\s+)?(?<![\d.,:/$£€#-])(?P<dday{{n}}>[0-3]?\d|\b(?:{SPELLED})\b(?=\s+of))"
    rf"(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<dmonth{{n}}>{MONTH_SHORT})"
)
_COORDINATED = re.compile(
    rf"\s*(?:,|and|or|to|–|-|,\s+and)\s*(?:[0-3]?\d\s+)?(?P<month>{MONTH_SHORT})(?:\s+[0-3]?\d\b)?"
    rf"(?:,?\s+(?P<year>{YEAR_NUMBER})|\s+(?P<ref>{REF}))",
    re.IGNORECASE,
)


def month_number(name: str) -> int:
    """Return the number of a month that MONTH_SHORT matches."""
    return MONTH[name.lower().rstrip(".")]


def weekday_number(name: str) -> int:
    """Return the number of a weekday that WEEKDAY_SHORT matches, Monday's being 0."""
    return WEEKDAY[name.lower().rstrip(".")]


def referred(text: str, context: Context, at: int) -> int | None:
    """Return the year that "this year", "last year", "the same year" and the like mean."""
    low = text.lower()
    if re.search(r"\b(?:that|same|following|previous)\b", low):
        last = context.last_year(at)
        if last is None:
            return None
        return last + (1 if "following" in low else -1 if "previous" in low else 0)
    year = context.published.year
    if year is None:
        return None
    return year - 1 if re.search(r"\blast|\bpast", low) else year + ("next" in low)


def year_of(
    m: re.Match[str], context: Context, month: int, day: int = 0, weekday: int | None = None
) -> int | None:
    """Return the year of a match whose pattern ends in YEAR."""
    if m["year"]:
        return int(m["year"])
    if m["ref"]:
        return referred(m["ref"], context, m.start())
    after = _COORDINATED.match(context.text, m.end())
    if after and month <= month_number(after["month"]):
        if after["year"]:
            return int(after["year"])
        return referred(after["ref"], context, m.start())
    return context.year(m.start(), month, day, weekday)


def with_year(m: re.Match[str], when: When | None, year: int | None) -> list[Found]:
    """Return what a match means, without a year where none is known."""
    if when is None:
        return []
    return found(m, when) if year else found(m, *yearless(when))


def on_days(start: int, end: int, year: int | None, month: int, number: int) -> list[Found]:
    """Return one day, without a year where none is known; nothing when there is no such day."""
    when = on_calendar(year or 2000, month, number)
    if when is None:
        return []
    bare = (when, iso(when)) if year else yearless(when)
    return [Found(start, end, *bare)]
