"""Rounds: pages of them, one in full, and what a filter can be set to."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from quiz.scores.history.progress import total
from quiz.scores.history.values import Filter, Page, Place, Standing, Told
from quiz.scores.index.tables import WHOLE
from quiz.scores.index.times import midnight, moment

if TYPE_CHECKING:
    from typing import Any

    from quiz.scores.index.index import ScoreIndex
    from quiz.scores.models import Played


def rounds(
    index: ScoreIndex,
    which: Filter | None = None,
    *,
    after: Place | None = None,
    skip: int = 0,
    limit: int = 50,
) -> Page:
    """Return a page of at most `limit` rounds, the newest first.

    It goes on `after` a place, or leaves out the first `skip` rounds. What began at the same second
    stands in the order of the score file, turned round.
    """
    which = which or Filter()
    where, values = conditions(index, which)
    if after is not None:
        where += " AND (takes.started, takes.seq) < (?, ?)"
        values += [after.started, after.number]
    found = index.rows(
        "SELECT takes.seq, takes.started, rounds.id, players.name, banks.name, modes.name, zone,"
        " seconds, outcome, correct, answered, points"
        " FROM (SELECT seq, started FROM takes"
        f" WHERE {where} ORDER BY started DESC, seq DESC LIMIT ? OFFSET ?) AS takes"
        " JOIN rounds ON rounds.seq = takes.seq"
        " JOIN names AS players ON players.id = rounds.player"
        " JOIN names AS banks ON banks.id = rounds.bank"
        " JOIN names AS modes ON modes.id = rounds.mode"
        " ORDER BY takes.started DESC, takes.seq DESC",
        [*values, limit + 1, skip],
    )
    more = len(found) > limit
    found = found[:limit]
    return Page(
        rounds=tuple(map(_told, found)),
        total=total(index, which).rounds,
        last=Place(started=found[-1][1], number=found[-1][0]) if more and found else None,
    )


def round_in_full(index: ScoreIndex, identity: str) -> Played | None:
    """Return a round with its answers, by its id; None where there is none or it was removed."""
    return index.played(identity)


def players(index: ScoreIndex) -> tuple[str, ...]:
    """Return who played, in the order of the alphabet."""
    return _names(index, "player")


def modes(index: ScoreIndex) -> tuple[str, ...]:
    """Return the modes that were played, in the order of the alphabet."""
    return _names(index, "mode")


def banks(index: ScoreIndex) -> tuple[str, ...]:
    """Return the names of banks that were played, in the order of the alphabet.

    Labels of several banks are among them.
    """
    return _names(index, "bank")


def standing(index: ScoreIndex, player: str, bank: str) -> Standing | None:
    """Return how a player stands on a bank; None where no question of it was answered."""
    values = [index.number(player), index.number(bank)]
    where = "WHERE player = ? AND bank = ? AND removed = 0 AND (answered > 0) = 1"
    last = index.rows(
        f"SELECT correct, answered FROM rounds {where} ORDER BY seq DESC LIMIT 1", values
    )
    if not last:
        return None
    best = index.rows(f"SELECT max(points) FROM rounds {where}", values)
    count = index.rows(
        "SELECT rounds FROM tally WHERE player = ? AND bank = ? AND mode = ? AND day = ?",
        [*values, WHOLE, WHOLE],
    )
    return Standing(rounds=count[0][0], correct=last[0][0], answered=last[0][1], best=best[0][0])


def _told(row: tuple[Any, ...]) -> Told:
    zone = timezone(timedelta(seconds=row[6]))
    return Told(
        id=row[2],
        player=row[3],
        bank=row[4],
        mode=row[5],
        # By way of local time: at the ends of the calendar there is no UTC.
        started=moment(row[1] + row[6]).replace(tzinfo=zone),
        seconds=row[7],
        outcome=row[8],
        correct=row[9],
        answered=row[10],
        points=row[11],
    )


def conditions(index: ScoreIndex, which: Filter) -> tuple[str, list[object]]:
    """Return the conditions on the table `takes` that a filter means, and their values."""
    where = "takes.bank = ?"
    values: list[object] = [WHOLE if which.bank is None else index.number(which.bank)]
    for name in ("player", "mode"):
        if (text := getattr(which, name)) is not None:
            where += f" AND takes.{name} = ?"
            values.append(index.number(text))
    # Offsets from UTC are less than a day, so that moments narrow the search before days decide.
    if which.since is not None:
        where += " AND takes.started >= ? AND takes.day >= ?"
        day = which.since.toordinal()
        values += [midnight(day - 1), day]
    if which.until is not None:
        where += " AND takes.started < ? AND takes.day <= ?"
        day = which.until.toordinal()
        values += [midnight(day + 2), day]
    return where, values


def _names(index: ScoreIndex, column: str) -> tuple[str, ...]:
    others = {"player", "mode", "bank"} - {column}
    conditions = " AND ".join(f"tally.{name} = {WHOLE}" for name in sorted(others))
    found = index.rows(
        f"SELECT name FROM tally JOIN names ON names.id = tally.{column}"
        f" WHERE {conditions} AND day = {WHOLE} ORDER BY name"
    )
    return tuple(name for (name,) in found)
