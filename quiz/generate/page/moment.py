"""The day that a time stands for, as pages and feeds write it: ISO 8601, RFC 9110, or in words."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

FIRST, LAST = 1990, 2200
"""Years in which a page can have been published; 1970 is a clock that was never set."""

ZONES = {"pl": "Europe/Warsaw"}
"""Where readers of a language live, as far as they live in one zone."""

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_NUMBERS = re.compile(r"(?<![\d.])(\d{1,2})[.-](\d{1,2})[.-](\d{4})(?!\d)")
_WORDS = re.compile(r"(?<!\d)(\d{1,2})\.?\s+([^\W\d_]{3,12})\.?,?\s+(\d{4})(?!\d)")
_ENGLISH = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,\s+(\d{4})(?!\d)")
_IN_ADDRESS = re.compile(r"(?<=[/,_-])(20\d\d)([/-])(\d\d?)\2(\d\d?)(?=[/,_.-]|$)")


def moment(text: str) -> datetime | None:
    """Return the time in a text of ISO 8601 or of mail and HTTP, None where it is none."""
    text = text.strip()
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def day_of(text: str, lang: str = "") -> date | None:
    """Return the day on which something appeared, as its readers call it.

    A time in another zone than theirs is taken as it stands, but for universal time, which stands
    for no zone and is turned into that of the language `lang`.
    """
    found = moment(text)
    if found is None:
        return day_written(text)
    if found.tzinfo is not None and not found.utcoffset() and lang in ZONES:
        found = _local(found, lang)
    return _sane(found.date())


def day_written(text: str) -> date | None:
    """Return the day that a short text names with day, month and year; None for two of them."""
    found = {_sane(_date(y, m, d)) for y, m, d in _ISO.findall(text)}
    found |= {_sane(_date(y, m, d)) for d, m, y in _NUMBERS.findall(text)}
    named = [(d, m, y) for d, m, y in _WORDS.findall(text)]
    named += [(d, m, y) for m, d, y in _ENGLISH.findall(text)]
    found |= {_sane(_date(y, months().get(m.casefold(), 0), d)) for d, m, y in named}
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def day_in_address(address: str) -> date | None:
    """Return the day in an address such as …/2025/06/18/… or …-2025-06-18.html."""
    found = {_sane(_date(y, m, d)) for y, _mark, m, d in _IN_ADDRESS.findall(address)}
    return found.pop() if len(found) == 1 else None


@cache
def months() -> dict[str, int]:
    """Return the months by their names and abbreviations in the languages of the generator."""
    from babel.dates import get_month_names  # noqa: PLC0415  # only some pages need it

    return {
        name.casefold().rstrip("."): number
        for code in ("pl", "en")
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, code).items()
    }


def _local(found: datetime, lang: str) -> datetime:
    try:
        return found.astimezone(ZoneInfo(ZONES[lang]))
    except (ZoneInfoNotFoundError, OverflowError):
        return found


def _date(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _sane(day: date | None) -> date | None:
    return day if day and FIRST <= day.year <= LAST else None
