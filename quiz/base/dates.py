"""How the interface writes days, spans of days, times of day and lengths of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.base.language import _

if TYPE_CHECKING:
    from datetime import date, datetime


def month(number: int) -> str:
    """Name a month in short, from 1."""
    names = (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip
    return names[number - 1]


def weekday(number: int) -> str:
    """Name a day of the week in two letters, Monday from 0."""
    return (_("Mo"), _("Tu"), _("We"), _("Th"), _("Fr"), _("Sa"), _("Su"))[number]


def day(value: date) -> str:
    """Write a day."""
    return _("{day} {month} {year}").format(
        day=value.day, month=month(value.month), year=value.year
    )


def short_day(value: date) -> str:
    """Write a day of a year that is known."""
    return _("{day} {month}").format(day=value.day, month=month(value.month))


def long_day(value: date) -> str:
    """Write a day with its day of the week."""
    return _("{weekday} {date}").format(weekday=weekday(value.weekday()), date=day(value))


def span(first: date, last: date) -> str:
    """Write the days from `first` to `last`."""
    if first == last:
        return day(first)
    begin = short_day(first) if first.year == last.year else day(first)
    return _("{first} – {last}").format(first=begin, last=day(last))


def moment(value: datetime) -> str:
    """Write a day and the time of day."""
    return f"{day(value)}, {value:%H:%M}"


def brief(value: datetime, today: date) -> str:
    """Write when something was in 12 cells: the time of day, or the year where it is another."""
    begin = f"{short_day(value):>6}"
    return f"{begin} {value:%H:%M}" if value.year == today.year else f"{begin} {value.year}"


def length(seconds: float) -> str:
    """Write a length of time: minutes and seconds, or hours and minutes."""
    whole = round(seconds)
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02}"
    return _("{hours} h {minutes:02}").format(hours=whole // 3600, minutes=whole % 3600 // 60)
