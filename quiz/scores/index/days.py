"""The days a player played on, and the runs of days without a gap.

A day is a calendar day where and when the round began, by its own offset from UTC. Days follow
each other by date, whatever the clocks did between. A date that a traveller never had, or had less
than half of, because the date line took it, is no gap.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from quiz.scores.index.tables import WHOLE
from quiz.scores.index.times import DAY, midnight

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator

_TAKEN = DAY // 2  # seconds


class Day(NamedTuple):
    """A day with a round: its ordinal, and offsets from UTC in seconds at its first and last."""

    day: int
    first_zone: int
    last_zone: int

    def follows(self, before: Day) -> bool:
        """Tell whether no day is missing between the two."""
        gap = self.day - before.day
        return gap == 1 or (gap == 2 and self.first_zone - before.last_zone >= _TAKEN)


class Run(NamedTuple):
    """Days without a gap; `days` counts those that were played on."""

    first: int
    last: int
    days: int


def runs(days: Iterable[Day]) -> Iterator[Run]:
    """Gather days, which come in order, into runs."""
    first, count, before = 0, 0, None
    for day in days:
        if before is not None and day.follows(before):
            count += 1
        else:
            if before is not None:
                yield Run(first, before.day, count)
            first, count = day.day, 1
        before = day
    if before is not None:
        yield Run(first, before.day, count)


def update_days(base: sqlite3.Connection, touched: Collection[tuple[int, int]]) -> None:
    """Bring `days` and `runs` up to date after rounds came or went on (player, day)."""
    for player, each in groupby(sorted(touched), key=lambda one: one[0]):
        days = [day for _player, day in each]
        last = base.execute("SELECT max(day) FROM days WHERE player = ?", (player,)).fetchone()[0]
        changed = [day for day in days if _update(base, player, day)]
        if not changed:
            continue
        if len(changed) == 1 and last is not None and changed[0] > last:
            _extend(base, player, last, changed[0])
        else:
            _gather(base, player)


def _update(base: sqlite3.Connection, player: int, day: int) -> bool:
    """Write one day; tell whether that changed anything."""
    where = "takes.bank = ? AND takes.started BETWEEN ? AND ? AND takes.day = ?"
    values = [WHOLE, midnight(day - 1), midnight(day + 2), day]
    if player != WHOLE:
        where += " AND takes.player = ?"
        values.append(player)
    found = [
        base.execute(
            f"SELECT takes.started, zone FROM takes JOIN rounds USING (seq) WHERE {where} "
            f"ORDER BY takes.started {order}, seq {order} LIMIT 1",
            values,
        ).fetchone()
        for order in ("ASC", "DESC")
    ]
    before = base.execute(
        "SELECT first, first_zone, last, last_zone FROM days WHERE player = ? AND day = ?",
        (player, day),
    ).fetchone()
    after = (*found[0], *found[1]) if found[0] else None
    if before == after:
        return False
    if after is None:
        base.execute("DELETE FROM days WHERE player = ? AND day = ?", (player, day))
    else:
        base.execute("INSERT OR REPLACE INTO days VALUES (?,?,?,?,?,?)", (player, day, *after))
    return before is None or after is None or before[1::2] != after[1::2]


def _extend(base: sqlite3.Connection, player: int, last: int, new: int) -> None:
    """Add a day after all others, which is what a round adds as a rule."""
    before, after = (
        Day(*base.execute(
            "SELECT day, first_zone, last_zone FROM days WHERE player = ? AND day = ?",
            (player, day),
        ).fetchone())
        for day in (last, new)
    )  # fmt: skip
    if after.follows(before):
        base.execute(
            "UPDATE runs SET last = ?, days = days + 1 WHERE player = ? AND last = ?",
            (new, player, last),
        )
    else:
        base.execute("INSERT INTO runs VALUES (?,?,?,1)", (player, new, new))


def _gather(base: sqlite3.Connection, player: int) -> None:
    base.execute("DELETE FROM runs WHERE player = ?", (player,))
    days = base.execute(
        "SELECT day, first_zone, last_zone FROM days WHERE player = ? ORDER BY day", (player,)
    ).fetchall()
    base.executemany(
        "INSERT INTO runs VALUES (?,?,?,?)", [(player, *run) for run in runs(map(Day._make, days))]
    )
