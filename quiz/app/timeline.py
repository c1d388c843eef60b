"""Days gathered into as many slots as a picture has room for: days, weeks, months or more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from quiz.base import dates
from quiz.scores.history.values import Sums

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.scores.history.values import Bucket

_MOST_DAYS = 45
"""Beyond as many days, weeks tell more."""


class Slot(NamedTuple):
    """Some days in a row, and what was played in them."""

    first: date
    last: date
    sums: Sums


def slots(days: Sequence[Bucket], most: int) -> list[Slot]:
    """Gather days, the oldest first, into slots without a gap; at most `most`, the latest.

    All slots are days, or weeks from Monday on, or months, or some months together.
    """
    if not days:
        return []
    most = max(1, most)
    first, last = days[0].first, days[-1].first
    length = (last - first).days + 1
    if length <= min(most, _MOST_DAYS):
        starts = [first + timedelta(days=number) for number in range(length)]
        ends = starts
    elif (length + 6) // 7 + 1 <= most:
        monday = first - timedelta(days=min(first.weekday(), first.toordinal() - 1))
        starts = [monday + timedelta(weeks=n) for n in range((last - monday).days // 7 + 1)]
        ends = [_later(start, 6) for start in starts]
    else:
        begin, end = _month(first), _month(last)
        step = (end - begin) // most + 1
        numbers = range(begin, end + 1, step)
        starts = [_day_of(number) for number in numbers]
        ends = [_end_of(number + step - 1) for number in numbers]
    return _filled(days, starts, ends)


def labels(found: Sequence[Slot], step: int) -> list[tuple[int, str]]:
    """Return the place and the text of labels below slots that are `step` cells wide."""
    months = bool(found) and (found[0].last - found[0].first).days > 6
    named = []
    for at, slot in enumerate(found):
        begins_month = at == 0 or slot.first.month != found[at - 1].first.month
        if months and (at == 0 or slot.first.year != found[at - 1].first.year):
            named.append((at * step, str(slot.first.year)))
        elif not months and begins_month:
            named.append((at * step, dates.short_day(slot.first)))
    return named


def _filled(days: Sequence[Bucket], starts: list[date], ends: list[date]) -> list[Slot]:
    sums = [[0, 0, 0, 0, 0.0] for _start in starts]
    at = 0
    for day in days:
        while at + 1 < len(starts) and starts[at + 1] <= day.first:
            at += 1
        each = day.sums
        added = (each.rounds, each.answered, each.correct, each.points, each.seconds)
        sums[at] = [old + new for old, new in zip(sums[at], added, strict=True)]
    return [
        Slot(
            start,
            end,
            Sums(
                rounds=int(each[0]),
                answered=int(each[1]),
                correct=int(each[2]),
                points=int(each[3]),
                seconds=each[4],
            ),
        )
        for start, end, each in zip(starts, ends, sums, strict=True)
    ]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _day_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _end_of(month: int) -> date:
    if month + 1 >= 12 * (date.max.year + 1):
        return date.max
    return _day_of(month + 1) - timedelta(days=1)


def _later(day: date, by: int) -> date:
    return date.fromordinal(min(day.toordinal() + by, date.max.toordinal()))
