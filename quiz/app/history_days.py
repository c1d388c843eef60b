"""The days played: weeks as columns, shades for how much, and the streak."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.content import Content
from textual.widget import Widget

from quiz.app import chart
from quiz.app.history_section import Look, Section
from quiz.app.keys import Key
from quiz.base import dates
from quiz.base.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from textual.app import ComposeResult

    from quiz.scores.history.values import Bucket, Streak
    from quiz.scores.index.index import ScoreIndex

SHADES = ("· ", "░░", "▒▒", "▓▓", "██")
"""Marks of a day: nothing, 1 round, 2 or 3, 4 to 7, 8 and more."""
BOUNDS = (1, 2, 4, 8)
LOW = 14
"""Lines below which what is not needed is left out."""
ROOMY = 64
"""Cells from which on all figures fit in a line."""
MARGIN = 4
"""Cells before the first week, where the days of the week stand."""


def shade(rounds: int) -> str:
    """Return the mark of a day with so many rounds."""
    return SHADES[sum(rounds >= bound for bound in BOUNDS)]


def first_day(today: date, width: int) -> date:
    """Return the Monday that a calendar of `width` cells begins with, which ends today."""
    weeks = max(1, (width - MARGIN) // 2)
    monday = today.toordinal() - today.weekday() - 7 * (weeks - 1)
    return date.fromordinal(max(1, monday))


def calendar(
    rounds: Mapping[date, int], today: date, chosen: date, width: int
) -> list[list[tuple[str, str]]]:
    """Draw the weeks up to today: the names of months, then a line for each day of the week.

    Each line is texts with their styles; the chosen day stands between brackets.
    """
    first = first_day(today, width)
    weeks = (today - first).days // 7 + 1
    named, month = [], 0
    for week in range(weeks):
        day = first + timedelta(weeks=week)
        if day.month != month:
            named.append((2 * week, dates.month(day.month)))
            month = day.month
    lines = [[(" " * MARGIN + chart.spread(named, 2 * weeks), "$faint")]]
    for weekday in range(7):
        line = [(f"{dates.weekday(weekday):<{MARGIN}}", "$faint")]
        for week in range(weeks):
            day = first + timedelta(days=7 * week + weekday)
            if day > today:
                break
            count = rounds.get(day, 0)
            style = "$signal" if count else "$faint"
            line.append(("◂▸", "bold $ink") if day == chosen else (shade(count), style))
        lines.append(line)
    return lines


class Diary(NamedTuple):
    """What was read."""

    days: Sequence[Bucket]
    streak: Streak


class Calendar(Widget):
    """The calendar with its figures."""

    can_focus = False

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._diary: Diary | None = None
        self._rounds: dict[date, int] = {}
        self._today = self.chosen = date.min

    def show(self, diary: Diary, today: date) -> None:
        """Draw other days, with the cursor on today."""
        self._diary, self._today, self.chosen = diary, today, today
        self._rounds = {day.first: day.sums.rounds for day in diary.days}
        self.refresh()

    def move(self, days: int) -> None:
        """Move the cursor."""
        first = first_day(self._today, self.content_size.width).toordinal()
        to = min(max(self.chosen.toordinal() + days, first), self._today.toordinal())
        self.chosen = date.fromordinal(to)
        self.refresh()

    def render(self) -> Content:
        """Draw it all."""
        if self._diary is None:
            return Content()
        width = self.content_size.width
        streak = self._diary.streak
        parts = [(_days(streak.current), _("in a row")), (_days(streak.longest), _("at most"))]
        if width >= ROOMY:
            parts.append((_days(streak.days), _("played in all")))
        figures = Content("     ").join(
            Content.assemble((days, "bold"), (f" {told}", "$faint")) for days, told in parts
        )
        count = self._rounds.get(self.chosen, 0)
        rounds = ngettext("{n} round", "{n} rounds", count).format(n=count)
        day = Content.assemble(
            ("◂▸ ", "bold"), (dates.long_day(self.chosen), "bold"), f"  {rounds}"
        )
        drawn = calendar(self._rounds, self._today, self.chosen, width)
        legend = _legend()
        hint = _today_told(streak)
        low = self.content_size.height < LOW
        lines = [figures] if low else [figures, Content.styled(hint, "$faint"), Content()]
        lines += [Content.assemble(*line) for line in drawn]
        return Content("\n").join([*lines, *([] if low else [Content()]), day, legend])


def _legend() -> Content:
    parts: list[tuple[str, str]] = []
    for mark, told in zip(SHADES, ("0", "1", "2–3", "4–7", "8+"), strict=True):
        parts += [(mark, "$faint" if told == "0" else "$signal"), (f" {told}   ", "$faint")]
    return Content.assemble(*parts, (_("rounds a day"), "$faint"))


def _days(count: int) -> str:
    return ngettext("{n} day", "{n} days", count).format(n=count)


def _today_told(streak: Streak) -> str:
    if streak.played_today:
        return _("Today counts already.")
    if streak.current:
        return _("A round today goes on with it.")
    return _("A round today begins a new one.")


class DaysSection(Section):
    """The calendar."""

    def compose(self) -> ComposeResult:
        """Make the calendar."""
        yield Calendar()

    def read(self, index: ScoreIndex, look: Look) -> object:
        """Read days and streak."""
        from quiz.scores.history.progress import (  # noqa: PLC0415  # after the first frame
            calendar as days,
        )
        from quiz.scores.history.progress import streak  # noqa: PLC0415

        return Diary(days(index, look.which), streak(index, look.which.player, look.today))

    def show(self, found: object, look: Look) -> None:
        """Draw the days."""
        self.query_one(Calendar).show(cast("Diary", found), look.today)

    def move(self, down: int, right: int) -> None:
        """Move the cursor by days or weeks."""
        self.query_one(Calendar).move(down + 7 * right)

    def leaf(self, by: int) -> None:
        """Move the cursor by four weeks."""
        self.query_one(Calendar).move(28 * by)

    def enter(self) -> None:
        """List the rounds of the day."""
        chosen = self.query_one(Calendar).chosen
        self.post_message(self.Narrowed(chosen, chosen))

    def again(self, index: ScoreIndex) -> Collection[tuple[str, str]]:
        """Return what was answered wrong on the day."""
        from quiz.scores.history.again import missed  # noqa: PLC0415  # after the first frame

        if self.look is None:
            return ()
        chosen = self.query_one(Calendar).chosen
        return missed(index, replace(self.look.which, since=chosen, until=chosen))

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of the calendar."""
        return (
            Key("↑↓←→", _("Choose"), _("Choose a day")),
            Key("Enter", _("Rounds"), _("List the rounds of the day"), "enter"),
            Key("a", _("Mistakes again"), _("Play what was wrong on this day"), "again"),
        )
