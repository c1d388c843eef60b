"""What values are near a value, and which cannot stand beside it: dates and numbers, no words.

A distractor has the key's type and precision, lies near enough to be believed and far enough to
be wrong. None of that depends on a language, so every language draws its neighbours from here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from quiz.languages.when import shift_months

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

Value = TypeVar("Value")
MONTHS = {"month": 1, "part": 1, "season": 3, "quarter": 3, "half": 6}
"""How many months lie between the beginnings of one period and the next."""
YEARS = {"year": 1, "decade": 10, "century": 100}
APART = 0.15
"""Two amounts that differ by less than this share of the larger could be meant by one another."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def overlaps(self, other: Interval) -> bool:
        """Whether some day lies in both, so that both could answer one question."""
        return self.first <= other.last and other.first <= self.last

    def contains(self, other: Interval) -> bool:
        """Whether every day of the other lies in this one."""
        return self.first <= other.first and other.last <= self.last


def shift(value: date, months: int) -> date | None:
    """Return the same day some months on, the last one where a month is shorter.

    Nothing comes of a month before the year 1 or after 9999.
    """
    try:
        return shift_months(value, months)
    except ValueError:
        return None


def period(first: date, grain: str) -> Interval:
    """Return the interval that a day, month, season, year, decade or century covers.

    Raises ValueError for a grain that has no fixed length.
    """
    if grain == "day":
        return Interval(first, first)
    months = MONTHS.get(grain) or 12 * YEARS.get(grain, 0)
    if not months:
        raise ValueError(f"no period is called {grain!r}")
    following = shift(first.replace(day=1), months)
    return Interval(first, following - timedelta(days=1) if following else date.max)


def dates_near(value: date, grain: str, limit: date | None, *, same_weekday: bool) -> list[date]:
    """Return dates of the same granularity around one, nearest first, none after `limit`.

    Days keep their weekday when the sentence names it, else every step is another number of days;
    none is the same day a week, month or year off only, so that no rule of thumb finds the key.
    """
    found: list[date | None]
    if grain == "day":
        steps = (7, 14, 21, 28) if same_weekday else (1, 3, 6, 9, 13, 22)
        found = []
        for step in steps:
            for sign in (-1, 1):
                days = value.toordinal() + sign * step
                inside = date.min.toordinal() <= days <= date.max.toordinal()
                found.append(date.fromordinal(days) if inside else None)
        if not same_weekday:
            found += [shift(value, -1), shift(value, 1)]
    else:
        months = MONTHS.get(grain) or 12 * YEARS[grain]
        found = [shift(value, sign * step * months) for step in (1, 2, 3, 4) for sign in (-1, 1)]
    return list(dict.fromkeys(d for d in found if d and d != value and (not limit or d <= limit)))


def step_of(value: float) -> float:
    """Return the unit in which a number is told: 1000 for 84 000, 1 for 84 121, 0.1 for 2.5."""
    if value != int(value):
        return 10.0 ** -len(f"{value:.4f}".rstrip("0").partition(".")[2])
    step = 1
    while value and value % (step * 10) == 0:
        step *= 10
    return float(step)


def apart(one: float, other: float) -> bool:
    """Whether two amounts are so different that neither could be an approximation of the other."""
    if one == other:
        return False
    small = max(abs(one), abs(other)) <= 20
    return small or abs(one - other) >= APART * max(abs(one), abs(other))


def numbers_near(value: float, rng: Random, low: float = 0, high: float = math.inf) -> list[float]:
    """Return numbers of the same magnitude and precision, within (low, high], nearest first.

    Small counts have their neighbours. A round number has round ones, a number told to the last
    digit others told as exactly: the key shall not be known by how round it is.
    """
    step = step_of(value)
    if value == int(value) and 0 < value <= 12:
        near = [value + sign * k for k in (1, 2, 3, 4) for sign in (-1, 1)]
    else:
        near = _scaled(value, step, rng)
    low = max(low, 0)
    return [n for n in dict.fromkeys(near) if low < n <= high and apart(n, value)]


def _scaled(value: float, step: float, rng: Random) -> list[float]:
    digits = round(abs(value) / step)
    out: list[float] = []
    for ratio in (0.8, 1.25, 0.65, 1.5, 0.5, 2, 0.35, 2.6):
        if digits < 10:
            amount = round(digits * ratio)
            amount += 0 if amount != digits else (1 if ratio > 1 else -1)
        else:
            amount = round(digits * ratio * rng.uniform(0.96, 1.04))
            amount = _precise(amount, digits)
        out.append(round(amount * step, 4) if step < 1 else float(amount * step))
    if digits < 10 and step > 1:
        # below 1000 there is nothing as round but 100 and its multiples
        ladder = [n for n in (0.2, 0.3, 0.5, 1, 2, 3, 5, 8, 10, 15, 20) if n != digits]
        kept = [n for n in ladder if n >= 1 or digits <= 2]
        out += [float(n * step) for n in sorted(kept, key=lambda n: abs(math.log(n / digits)))]
    return [n for n in out if n > 0]


def _precise(amount: int, like: int) -> int:
    """Make a number end as another does: in a 5 where that one does, else in no 0."""
    if like % 10 == 5:
        return amount // 10 * 10 + 5
    return amount + 1 if amount % 10 in {0, 5} else amount


def placed(
    below: Sequence[Value], above: Sequence[Value], rank: int, count: int = 3
) -> list[Value]:
    """Choose `count` values so that `rank` of them are below the key, as far as there are such.

    Both sides are given nearest first. A key whose rank is drawn evenly from 0 to `count` is as
    often the smallest as the largest, and neither end nor middle is worth a guess.
    """
    low = min(max(rank, count - len(above)), len(below))
    return [*below[:low], *above[: count - low]]
