"""What a player asks to play, and how it becomes the questions of a round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.banks.read import read_bank
from quiz.game.pick import Asked, assemble, missed
from quiz.scores.file import ScoreFile
from quiz.scores.models import Played

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from quiz.banks.models import Bank


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A round that somebody wants to play."""

    banks: tuple[Path, ...]
    mode: str
    count: int | None
    """How many questions at most; None for all there are."""
    seconds: int | None
    """Time for a question; None for what the bank says."""
    category: str | None
    player: str
    seed: int

    @property
    def bank(self) -> str:
        """The name under which the score file lists the round."""
        return " + ".join(path.stem for path in self.banks)

    def header(self, identifier: str, now: datetime) -> Played:
        """Return the round as the score file lists it before its first answer."""
        return Played(
            id=identifier,
            player=self.player,
            bank=self.bank,
            mode=self.mode,
            started=now,
            seconds=0.0,
            outcome="interrupted",
            correct=0,
            points=0,
            answers=(),
        )


def deal(request: Request, scores: Path) -> tuple[Asked, ...]:
    """Read the banks of `request` and pick its questions; `scores` says what was missed.

    Raises QuizError where a bank cannot be read or nothing is left to ask.
    """
    banks: list[tuple[str, Bank]] = [(path.stem, read_bank(path)) for path in request.banks]
    wrong: set[tuple[str, str]] = set()
    if request.mode == "mistakes":
        wrong = missed(
            (played.bank, answer)
            for played in ScoreFile(scores).rounds()
            if played.player == request.player
            for answer in played.answers
        )
    return assemble(
        banks,
        mode=request.mode,
        count=request.count,
        seconds=request.seconds,
        category=request.category,
        seed=request.seed,
        missed=wrong,
    )
