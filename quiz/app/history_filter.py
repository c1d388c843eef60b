"""What a look back is narrowed to: a player, a bank, a mode, a span of days."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from quiz.app.order import Choice
from quiz.base import dates, names
from quiz.base.language import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from quiz.scores.history.values import Filter

SPANS = (1, 7, 30, 90, 365)
"""Days up to today that a key reaches."""


class Known(NamedTuple):
    """What a filter can be set to."""

    players: tuple[str, ...] = ()
    banks: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()


def player_name(player: str | None) -> str:
    """Name a player; None is everybody."""
    if player is None:
        return _("everybody")
    return player or _("no name")


def bank_name(bank: str | None) -> str:
    """Name a bank; None is all of them."""
    return _("all") if bank is None else bank or "–"


def mode_name(mode: str | None) -> str:
    """Name a mode; None is all of them."""
    return _("all") if mode is None else names.mode_name(mode)


def days_told(days: int | None) -> str:
    """Name a span of days up to today; None is all time."""
    if days is None:
        return _("all time")
    if days == 1:
        return _("today")
    return ngettext("last {n} day", "last {n} days", days).format(n=days)


def within(which: Filter, days: int | None, today: date) -> Filter:
    """Return the filter with another span, of so many days up to today; None is all time."""
    since = None if days is None else today - timedelta(days=days - 1)
    return replace(which, since=since, until=None)


def days_of(which: Filter, today: date) -> int | None:
    """Return how many days up to today the span of a filter has, where it is such a span."""
    if which.since is None or which.until is not None:
        return None
    return (today - which.since).days + 1


def span_told(which: Filter, today: date) -> str:
    """Name the span of a filter."""
    if which.since is None and which.until is None:
        return days_told(None)
    if which.since is not None and which.until is not None:
        return dates.span(which.since, which.until)
    days = days_of(which, today)
    if days in SPANS:
        return days_told(days)
    if which.since is not None:
        return _("since {day}").format(day=dates.day(which.since))
    assert which.until is not None  # noqa: S101  # one of the two is
    return _("until {day}").format(day=dates.day(which.until))


def choices(which: Filter, today: date) -> tuple[Choice, ...]:
    """Return the four sides of a filter as the panel prints them."""
    return (
        Choice("p", "player", _("Player"), player_name(which.player)),
        Choice("b", "bank", _("Bank"), bank_name(which.bank)),
        Choice("m", "mode", _("Mode"), mode_name(which.mode)),
        Choice("s", "span", _("Span"), span_told(which, today)),
    )


def is_open(which: Filter) -> bool:
    """Whether everything passes."""
    return which == type(which)()
