"""What the history says of each bank: how it went last, and at best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.scores.models import Played


@dataclass(frozen=True, slots=True)
class Standing:
    """A player's results on a bank."""

    rounds: int
    correct: int
    """Right answers in the last round."""
    answered: int
    """All answers of the last round."""
    best: int
    """The most points of any round."""


class Results:
    """Standings by player and bank; rounds without an answer do not count."""

    def __init__(self, rounds: Iterable[Played] = ()) -> None:
        """Count `rounds`, the oldest first."""
        self.rounds = 0
        self._standings: dict[tuple[str, str], Standing] = {}
        for played in rounds:
            self.add(played)

    def add(self, played: Played) -> None:
        """Count one more round."""
        self.rounds += 1
        if not played.answers:
            return
        key = (played.player, played.bank)
        before = self._standings.get(key)
        self._standings[key] = Standing(
            rounds=(before.rounds if before else 0) + 1,
            correct=played.correct,
            answered=len(played.answers),
            best=max(before.best if before else 0, played.points),
        )

    def of(self, player: str, bank: str) -> Standing | None:
        """Return how `player` stands on `bank`; None where it was not played."""
        return self._standings.get((player, bank))
