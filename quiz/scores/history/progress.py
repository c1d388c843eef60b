"""Progress over time: sums, accuracy and points by day, week or month, and the streak of days."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from quiz.scores.history.values import Bucket, Filter, Streak, Sums
from quiz.scores.index.tables import WHOLE

if TYPE_CHECKING:
    from quiz.scores.index.index import ScoreIndex

By = Literal["day", "week", "month"]
_SUMS = "rounds, answered, correct, points, millis"


def total(index: ScoreIndex, which: Filter | None = None) -> Sums:
    """Return what the rounds of a filter add up to."""
    which = which or Filter()
    if which.since is None and which.until is None:
        found = index.rows(
            f"SELECT {_SUMS} FROM tally WHERE bank = ? AND player = ? AND mode = ? AND day = ?",
            [*_cell(index, which), WHOLE],
        )
        return _sums(found)
    return _sums([row[1:] for row in _days(index, which)])


def progress(index: ScoreIndex, which: Filter | None = None, *, by: By = "day") -> list[Bucket]:
    """Return the days, weeks or months of a filter that were played in, the oldest first."""
    gathered: defaultdict[date, list[tuple[int, ...]]] = defaultdict(list)
    for row in _days(index, which or Filter()):
        gathered[_first(date.fromordinal(row[0]), by)].append(row[1:])
    return [Bucket(first=first, sums=_sums(rows)) for first, rows in gathered.items()]


def calendar(index: ScoreIndex, which: Filter | None = None) -> list[Bucket]:
    """Return the days of a filter that were played on, the oldest first."""
    return progress(index, which, by="day")


def streak(index: ScoreIndex, player: str | None, today: date) -> Streak:
    """Return the streaks of a player (None: of all together) as of `today`, the local date.

    A day counts once, however often it was played on and by whatever clock. A round of tomorrow's
    date, as travel brings it, counts as today's; days further ahead, as a wrong clock made them,
    do not end the streak of today. That a date was lost to the date line ends no streak either.
    """
    number = WHOLE if player is None else index.number(player)
    day = today.toordinal()
    longest, days = index.rows(
        "SELECT coalesce(max(days), 0), coalesce(sum(days), 0) FROM runs WHERE player = ?",
        (number,),
    )[0]
    latest = index.rows(
        "SELECT max(day) FROM days WHERE player = ? AND day <= ?", (number, day + 1)
    )[0][0]
    if latest is None or latest < day - 1:
        return Streak(current=0, longest=longest, days=days)
    first, last, count = index.rows(
        "SELECT first, last, days FROM runs WHERE player = ? AND first <= ?"
        " ORDER BY first DESC LIMIT 1",
        (number, latest),
    )[0]
    if last > latest:
        count = index.rows(
            "SELECT count(*) FROM days WHERE player = ? AND day BETWEEN ? AND ?",
            (number, first, latest),
        )[0][0]
    return Streak(current=count, longest=longest, played_today=latest >= day, days=days)


def _cell(index: ScoreIndex, which: Filter) -> list[int]:
    return [
        WHOLE if text is None else index.number(text)
        for text in (which.bank, which.player, which.mode)
    ]


def _days(index: ScoreIndex, which: Filter) -> list[tuple[int, ...]]:
    since = which.since.toordinal() if which.since else 1
    until = (which.until or date.max).toordinal()
    return index.rows(
        f"SELECT day, {_SUMS} FROM tally WHERE bank = ? AND player = ? AND mode = ?"
        " AND day BETWEEN ? AND ? ORDER BY day",
        [*_cell(index, which), since, until],
    )


def _sums(rows: list[tuple[int, ...]]) -> Sums:
    if not rows:
        return Sums()
    rounds, answered, correct, points, millis = map(sum, zip(*rows, strict=True))
    return Sums(
        rounds=rounds, answered=answered, correct=correct, points=points, seconds=millis / 1000
    )


def _first(day: date, by: By) -> date:
    match by:
        case "day":
            return day
        case "week":
            # The first days there are can lack a Monday before them.
            return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
        case "month":
            return day.replace(day=1)
