"""Other dates of the same granularity as a key: an article's own, then neighbours."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.values import Interval, dates_near, placed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quiz.languages.date_context import Publication
    from quiz.languages.date_rules import Dated
    from quiz.languages.when import When

_WINTER = 12
_LATER = 4
"""Years by which a text without a date may have come out after the last year that it names."""
FAR = {"day": 800, "month": 1500, "part": 1500, "season": 2500, "year": 15_000, "decade": 40_000}
"""How many days a date of the article may lie from the key and still be believed."""


class DatedText(Protocol):
    """A document whose dates have been read."""

    text: str
    dates: list[Dated]
    published: Publication


def own_dates(doc: DatedText, when: When, value: date, far: int = 0) -> list[date]:
    """Return a text's own dates of a granularity, none that shares a day with the key.

    `far` are the days that one may lie from the key, where that is more than usual.
    """
    key = when.first and when.last and Interval(when.first, when.last)
    out: list[date] = []
    for dated in doc.dates:
        other = dated.found.when
        if other.grain != when.grain or bool(other.first) != bool(when.first):
            continue
        first = other.first or _yearless(other)
        if first is None or abs((first - value).days) > max(far, FAR.get(when.grain, 40_000)):
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


def other_dates(
    doc: DatedText,
    when: When,
    value: date,
    write: Callable[[date], str],
    limit: date | None,
    salt: str,
    *,
    weekday: bool = False,
    near: Sequence[date] | None = None,
    far: int = 0,
) -> list[str]:
    """Return other dates as `write` writes them: the text's own, then neighbours.

    None is after `limit`; with `weekday`, all fall on the weekday of the key. `near` takes the
    place of the neighbours, `salt` is what chance depends on beside the text and the key, and
    `far` is as for own_dates.
    """
    rng = chance(doc.text[:80], value, salt)
    latest = max(limit, limit_of(doc)) if limit else None
    if latest and latest < value:  # a plan: what has not happened yet has no latest day
        latest = None
    own = own_dates(doc, when, value, far)
    own = [d for d in own if not weekday or d.weekday() == value.weekday()]
    # what is yet to come is not asked for beside what is over
    after = doc.published.day if doc.published.day and doc.published.day < value else date.min
    own = [d for d in mixed(rng, own) if after < d and (latest is None or d <= latest)]
    if near is None:
        near = dates_near(value, when.grain, latest, same_weekday=weekday)
    near = [d for d in near if after < d and (latest is None or d <= latest)]
    if when.grain == "season" and value.month != _WINTER:
        near = [d for d in near if d.month != _WINTER]  # a winter is of two years
    below = [d for d in near if d < value]
    above = [d for d in near if d > value]
    rank = rng.randrange(4)
    chosen = placed(below, above, rank)
    rest = [d for d in mixed(rng, near) if d not in chosen]
    key = write(value)
    texts = [write(d) for d in [*own[:4], *chosen, *rest]]
    return [t for t in dict.fromkeys(texts) if t != key][:MOST]


def limit_of(doc: DatedText) -> date:
    """Return the day after which nothing that an article tells can have happened.

    That is the day it was published; where only the year is known, its end; else some years after
    the last it names, for such a text is of a later day than all it tells.
    """
    public = doc.published
    if public.day:
        return public.day if public.exact else public.day + timedelta(days=6)
    years = [d.found.when.last.year for d in doc.dates if d.found.when.last]
    year = public.year or min(max(years, default=date.max.year) + _LATER, date.max.year)
    return date(year, 12, 31)
