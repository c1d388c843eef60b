"""Deleting rounds and players, and undoing it, without rewriting the score file.

Each call adds one mark (`quiz.scores.removed`) and returns the ids of the rounds it is about;
`restore` with these ids is the undo. What is removed is gone from history, lists, exports, reports
and memory alike, and stays in the file until it is compacted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.scores.file import ScoreFile
from quiz.scores.index.index import ScoreIndex
from quiz.scores.models import Removal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path


def remove_rounds(scores: Path, identities: Iterable[str], now: datetime) -> tuple[str, ...]:
    """Remove rounds by their ids; return those that were there. Raises ScoreError.

    `now` is local time with its offset. Nothing is written where nothing is to be removed.
    """
    with ScoreIndex(scores) as index:
        return _mark(index, identities, now, restored=False)


def remove_player(scores: Path, player: str, now: datetime) -> tuple[str, ...]:
    """Remove every round of a player that is in the file now; return their ids. Raises ScoreError.

    Rounds that are played later under the same name are not touched.
    """
    with ScoreIndex(scores) as index:
        found = index.rows(
            "SELECT rounds.id FROM rounds JOIN names ON names.id = player"
            " WHERE name = ? AND NOT removed ORDER BY seq",
            (player,),
        )
        return _mark(index, (identity for (identity,) in found), now, restored=False)


def restore(scores: Path, identities: Iterable[str], now: datetime) -> tuple[str, ...]:
    """Put removed rounds back; return those that were removed. Raises ScoreError."""
    with ScoreIndex(scores) as index:
        return _mark(index, identities, now, restored=True)


def _mark(
    index: ScoreIndex, identities: Iterable[str], now: datetime, *, restored: bool
) -> tuple[str, ...]:
    fitting = tuple(
        identity
        for identity in dict.fromkeys(identities)
        if index.rows("SELECT 1 FROM rounds WHERE id = ? AND removed = ?", (identity, restored))
    )
    if fitting:
        ScoreFile(index.scores).mark_removed(Removal(rounds=fitting, at=now, restored=restored))
        index.refresh()
    return fitting
