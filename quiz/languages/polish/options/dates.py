"""Other dates of the same granularity, written as the key is."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from quiz.languages.chance import chance, mixed
from quiz.languages.date_options import limit_of, other_dates
from quiz.languages.polish.date_words import LOCATIVES, MONTHS
from quiz.languages.when import ROMANS

if TYPE_CHECKING:
    from quiz.languages.polish.dates import When
    from quiz.languages.polish.document import PolishDocument

SEASONS = {3: "wiosną", 6: "latem", 9: "jesienią", 12: "zimą"}
CENTURIES = ("", *ROMANS, "XXII")


def write_date(when: When, value: date, prefix: str) -> str:
    """Write a date at the granularity of another, after the preposition that governs it."""
    year = f" {value.year} roku" if when.first else ""
    if when.grain == "day":
        return f"{prefix} {value.day} {MONTHS[value.month - 1]}{year}".strip()
    if when.grain == "month":
        names = LOCATIVES if prefix == "w" else MONTHS
        w = "we" if prefix == "w" and value.month == 9 else prefix
        return f"{w} {names[value.month - 1]}{year}".strip()
    if when.grain == "season":
        return f"{SEASONS[value.month]} {value.year} roku"
    if when.grain == "part":
        return f"{prefix} {MONTHS[value.month - 1]}{year}".strip()
    if when.grain == "decade":
        century = CENTURIES[value.year // 100 + 1]
        return f"{prefix} {value.year % 100:02} {century} wieku".strip()
    if when.grain == "century":
        number = CENTURIES[(value.year - 1) // 100 + 1]
        return f"{prefix} {number} wieku" if prefix else number
    if when.grain == "range" and when.first and when.last:
        return f"od {value.year} do {value.year + when.last.year - when.first.year} roku"
    return f"{prefix} {value.year}".strip() if not prefix else f"{prefix} {value.year} roku"


def run_rivals(
    doc: PolishDocument, when: When, value: date, _prefix: str, limit: date | None
) -> list[str]:
    """Return runs of years as long that share no year with it, none after `limit`."""
    if when.last is None:
        return []
    first, length = value.year, when.last.year - value.year
    latest = max(when.last.year, min(limit_of(doc), limit or date.max).year)
    steps = (-length - 1, length + 1, -2 * length - 2, -length - 2, length + 2, -2 * length - 3)
    starts = [first + step for step in steps if first + step + length <= latest]
    found = mixed(chance(doc.text[:80], value, "run"), starts)
    return [f"od {a} do {a + length} roku" for a in found]


def date_rivals(
    doc: PolishDocument,
    when: When,
    value: date,
    prefix: str,
    limit: date | None,
    *,
    weekday: bool = False,
) -> list[str]:
    """Return other dates of the same granularity: the article's own, then neighbours.

    None is after `limit`; with `weekday`, all fall on the weekday of the key.
    """
    write = partial(write_date, when, prefix=prefix)
    return other_dates(doc, when, value, write, limit, prefix, weekday=weekday)
