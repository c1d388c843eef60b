"""What the rules for Polish dates share: pieces of patterns, and the year a date is of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.polish.date_words import MONTH, MONTH_NAMES, MONTHS, NEXT, PAST, THIS, any_of

if TYPE_CHECKING:
    from quiz.languages.date_context import Context

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
_COORDINATED = re.compile(
    rf"\s*(?:,|i|oraz|a|lub|–|-|do)\s+(?:[0-3]?\d\.?\s+)?(?P<month>{MONTH_NAMES})"
    rf"(?:\s+(?P<year>[12]\d{{3}})(?!\d)|\s+(?P<ref>{REF}))",
    re.IGNORECASE,
)


def referred(text: str, context: Context, at: int) -> int | None:
    """Return the year that "br.", "ubiegłego roku" and the like mean."""
    low = text.lower()
    if "sam" in low or "tegoż" in low:
        return context.last_year(at)
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
