"""Other dates of the same granularity, written as the key is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.polish.date_words import LOCATIVES, MONTHS
from quiz.languages.values import Interval, dates_near, placed
from quiz.languages.when import ROMANS

if TYPE_CHECKING:
    from quiz.languages.polish.dates import When
    from quiz.languages.polish.document import PolishDocument

SEASONS = {3: "wiosną", 6: "latem", 9: "jesienią", 12: "zimą"}
WINTER = 12
CENTURIES = ("", *ROMANS, "XXII")
LATER = 4
"""Years by which a text without a date may have come out after the last year that it names."""
FAR = {"day": 800, "month": 1500, "part": 1500, "season": 2500, "year": 15_000, "decade": 40_000}
"""How many days a date of the article may lie from the key and still be believed."""


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
        return f"{prefix} {CENTURIES[(value.year - 1) // 100 + 1]} wieku".strip()
    return f"{prefix} {value.year}".strip() if not prefix else f"{prefix} {value.year} roku"


def _own(doc: PolishDocument, when: When, value: date) -> list[date]:
    """Return the article's own dates of this granularity, none that shares a day with the key."""
    key = when.first and when.last and Interval(when.first, when.last)
    out: list[date] = []
    for dated in doc.dates:
        other = dated.found.when
        if other.grain != when.grain or bool(other.first) != bool(when.first):
            continue
        first = other.first or _yearless(other)
        if first is None or abs((first - value).days) > FAR.get(when.grain, 40_000):
            continue
        last = other.last or first
        if not (key and key.overlaps(Interval(first, last))):
            out.append(first)
    return list(dict.fromkeys(out))


def _yearless(when: When) -> date | None:
    try:
        return date(2001, when.month, when.day or 1)
    except ValueError:
        return None


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
    rng = chance(doc.text[:80], value, prefix)
    latest = max(limit, limit_of(doc)) if limit else None
    if latest and latest < value:  # a plan: what has not happened yet has no latest day
        latest = None
    own = [d for d in _own(doc, when, value) if not weekday or d.weekday() == value.weekday()]
    own = [d for d in mixed(rng, own) if latest is None or d <= latest]
    near = dates_near(value, when.grain, latest, same_weekday=weekday)
    if when.grain == "season" and value.month != WINTER:
        near = [d for d in near if d.month != WINTER]  # "zimą 2023 roku" has no place among others
    below = [d for d in near if d < value]
    above = [d for d in near if d > value]
    rank = rng.randrange(4)
    chosen = placed(below, above, rank)
    rest = [d for d in mixed(rng, near) if d not in chosen]
    key = write_date(when, value, prefix)
    texts = [write_date(when, d, prefix) for d in [*own[:4], *chosen, *rest]]
    return [t for t in dict.fromkeys(texts) if t != key][:MOST]


def limit_of(doc: PolishDocument) -> date:
    """Return the day after which nothing that an article tells can have happened.

    That is the day it was published; where only the year is known, its end; else some years after
    the last it names, for such a text is of a later day than all it tells.
    """
    public = doc.published
    if public.day:
        return public.day if public.exact else public.day + timedelta(days=6)
    years = [d.found.when.last.year for d in doc.dates if d.found.when.last]
    year = public.year or min(max(years, default=date.max.year) + LATER, date.max.year)
    return date(year, 12, 31)
