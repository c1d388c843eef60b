"""A round as the score file keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

    from quiz.game.answer import Answer

FORMAT = 1
"""The version of the score file that this program reads and writes."""

Outcome = Literal["finished", "quit", "interrupted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """One round that was played, whole or in part."""

    id: str
    """A UUID of version 7 (RFC 9562): unique, and in the order of time."""
    player: str
    bank: str
    """The bank's name; several are joined by " + "."""
    mode: str
    started: datetime
    """Local time with its offset from UTC, so that a day is the player's own calendar day."""
    seconds: float
    outcome: Outcome
    correct: int
    points: int
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A mark that takes rounds out of the history, or puts them back; the last one decides."""

    rounds: tuple[str, ...]
    """The ids of the rounds."""
    at: datetime
    """Local time with its offset."""
    restored: bool = False
