"""Times as intervals of days with their granularity; nothing here belongs to one language.

Values are written as ISO 8601 does: `2025-06-17`, `2025-06`, `2025`, an interval as
`2025-04-21/2025-04-30` (its ends as exact as the words were), and without a year `--06-17`.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "month", "year"]
Part = Literal["early", "middle", "late", "first half", "second half", "first week"]

_MONTH_PARTS: dict[Part, tuple[int, int]] = {
    "early": (1, 10),
    "middle": (11, 20),
    "late": (21, 31),
    "first half": (1, 15),
    "second half": (16, 31),
    "first week": (1, 7),
}
_YEAR_PARTS: dict[Part, tuple[int, int]] = {
    "early": (1, 3),
    "middle": (5, 8),
    "late": (10, 12),
    "first half": (1, 6),
    "second half": (7, 12),
}
ROMANS = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    "XVI", "XVII", "XVIII", "XIX", "XX", "XXI",
]  # fmt: skip
_SHARES: dict[Part, tuple[float, float]] = {
    "early": (0, 0.3),
    "middle": (0.4, 0.6),
    "late": (0.7, 1),
    "first half": (0, 0.5),
    "second half": (0.5, 1),
}
"""What part of a decade or a century, from and to."""


@dataclass(frozen=True, slots=True)
class When:
    """A time: its first and last day (None when the year is not known) and its granularity.

    `grain` is day, week, month, part (of a month), season, quarter, half (of a year), year part,
    year, decade, century, range, time (of day), or open (no value). `month` and `day` are numbers,
    0 when the time has none. `relative` tells words that mean this time only in their text
    ("yesterday"). `unit` says how exact the two ends are.
    """

    first: date | None
    last: date | None
    grain: str
    month: int = 0
    day: int = 0
    relative: bool = False
    unit: Unit = "day"


OPEN = When(None, None, "open", relative=True)
CLOCK = When(None, None, "time")
"""A time of day."""


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def of_day(day: date) -> When:
    """Return a day as a time."""
    return When(day, day, "day", day.month, day.day)


def on_calendar(year: int, month: int, number: int) -> When | None:
    """Return a day of the calendar as a time, None when there is no such day."""
    try:
        return of_day(date(year, month, number))
    except ValueError:
        return None


def of_month(year: int, month: int) -> When:
    """Return a month as a time."""
    return When(date(year, month, 1), month_end(year, month), "month", month, unit="month")


def of_months(year: int, first: int, last: int, grain: str) -> When:
    """Return a run of months as a time; one that ends before it begins ends in the next year."""
    return When(
        date(year, first, 1), month_end(year + (last < first), last), grain, first, unit="month"
    )


def of_years(first: int, last: int, grain: str) -> When:
    """Return a run of years as a time."""
    return When(date(first, 1, 1), date(last, 12, 31), grain, unit="year")


def of_year(year: int) -> When:
    """Return a year as a time."""
    return of_years(year, year, "year")


def of_week(day: date) -> When:
    """Return the week, Monday to Sunday, that a day is in."""
    monday = day - timedelta(days=day.weekday())
    return When(monday, monday + timedelta(days=6), "week")


def of_century(number: int) -> When:
    """Return a century as a time: the 20th is 1901 to 2000."""
    return of_years(100 * number - 99, 100 * number, "century")


def roman(text: str) -> int:
    """Return the value of a Roman numeral up to XXI, or 0."""
    return ROMANS.index(text) + 1 if text in ROMANS else 0


def part_of(when: When, part: Part) -> When:
    """Return a part of a month, year, decade or century; `when` itself where it has no such part.

    Early, middle and late are the thirds a month is spoken of in, the ten days each.
    """
    if not (when.first and when.last):
        return when
    year, month = when.first.year, when.first.month
    if when.grain == "month":
        a, b = _MONTH_PARTS[part]
        last = min(b, when.last.day)
        return When(date(year, month, a), date(year, month, last), "part", month)
    if when.grain == "year" and part in _YEAR_PARTS:
        half = part.endswith("half")
        return of_months(year, *_YEAR_PARTS[part], "half" if half else "year part")
    if when.grain in {"decade", "century"} and part in _SHARES:
        length = when.last.year - year + 1
        a, b = (round(share * length) for share in _SHARES[part])
        return of_years(year + a, year + b - 1, "range")
    return when


def span(one: When, other: When) -> When | None:
    """Return the time from the beginning of one to the end of the other, None if that is before."""
    if not (one.first and other.last) or one.first > other.last:
        return None
    units: tuple[Unit, ...] = ("day", "month", "year")
    unit = min(one.unit, other.unit, key=units.index)
    return When(one.first, other.last, "range", one.month, one.day, unit=unit)


def shift_months(day: date, months: int) -> date:
    """Return the day so many months on, or the last one of a shorter month.

    Raises ValueError before the year 1 and after 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = month_end(year, month + 1)
    return last.replace(day=min(day.day, last.day))


def nearest(day: date, month: int, number: int) -> int | None:
    """Return the year in which a day of the calendar falls nearest to a day, None if in none."""
    best: date | None = None
    for year in (day.year - 1, day.year, day.year + 1):
        if number <= calendar.monthrange(year, month)[1]:
            one = date(year, month, number)
            if best is None or abs(one - day) < abs(best - day):
                best = one
    return best.year if best else None


def on_weekday(day: date, weekday: int, *, later: bool, strictly: bool = False) -> date:
    """Return the nearest such weekday (0 is Monday) before or after a day, or that day itself."""
    if later:
        ahead = (weekday - day.weekday()) % 7
        return day + timedelta(days=ahead or (7 if strictly else 0))
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=back or (7 if strictly else 0))


def weekend(day: date, turn: int) -> When:
    """Return the weekend of a day's week (0), the one before (-1), or the next one (1)."""
    saturday = day - timedelta(days=day.weekday()) + timedelta(days=5)
    if turn < 0:
        saturday -= timedelta(days=7)
    if turn > 0 and day.weekday() >= 5:
        saturday += timedelta(days=7)
    return When(saturday, saturday + timedelta(days=1), "range")


def neighbour(day: date, unit: str, turn: int) -> When | None:
    """Return the period that a day is in (0), the one before (-1) or after (1).

    Units are week, weekend, month, quarter, year and decade; nothing comes of another.
    """
    if unit == "week":
        return of_week(day + timedelta(days=7 * turn))
    if unit == "weekend":
        return weekend(day, turn)
    if unit == "month":
        there = shift_months(day.replace(day=1), turn)
        return of_month(there.year, there.month)
    if unit == "quarter":
        there = shift_months(day.replace(day=1), 3 * turn)
        first = (there.month - 1) // 3 * 3 + 1
        return of_months(there.year, first, first + 2, "quarter")
    if unit == "year":
        return of_year(day.year + turn)
    if unit == "decade":
        first = day.year // 10 * 10 + 10 * turn
        return of_years(first, first + 9, "decade")
    return None


def away(day: date, unit: str, amount: int) -> When | None:
    """Return the day, week, month or year that is so far from a day."""
    if unit == "day":
        return of_day(day + timedelta(days=amount))
    if unit == "week":
        return of_week(day + timedelta(days=7 * amount))
    if unit == "month":
        there = shift_months(day, amount)
        return of_month(there.year, there.month)
    if unit == "year" and 1 <= day.year + amount < 9000:
        return of_year(day.year + amount)
    return None


def _write(day: date, unit: Unit) -> str:
    return f"{day.year:04}-{day:%m-%d}"[: {"day": 10, "month": 7, "year": 4}[unit]]


def iso(when: When) -> str:
    """Write a time as ISO 8601 does, or nothing when it has no value."""
    if when.first and when.last:
        first, last = _write(when.first, when.unit), _write(when.last, when.unit)
        return first if first == last else f"{first}/{last}"
    if when.month:
        return f"--{when.month:02}" + (f"-{when.day:02}" if when.day else "")
    return ""


def as_relative(when: When) -> When:
    """Return the same time, marked as meant only in its text."""
    return replace(when, relative=True)
