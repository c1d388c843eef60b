"""What a player asks to play, and how it becomes the questions of a round."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.banks.read import BankError, read_bank
from quiz.base.errors import NothingToDo
from quiz.base.language import _
from quiz.game.pick import Asked, assemble
from quiz.scores.due import told_due, told_next
from quiz.scores.history.questions import due, mistakes, outlook
from quiz.scores.index.index import ScoreIndex
from quiz.scores.models import Played

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from quiz.banks.models import Bank


class NotDue(NothingToDo):
    """There is something to review, but not yet; the text says when."""


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
    only: frozenset[tuple[str, str]] | None = None
    """The (bank, question) that may be asked, whatever the mode; None leaves that to the mode."""
    ahead: bool = False
    """In mode `review`: also what is not due yet, after what is, the soonest first."""
    everywhere: bool = False
    """The banks are all there are: one that cannot be read is passed over."""
    asked: frozenset[str] | None = None
    """The names of the banks that the round draws on, once that is known."""

    @property
    def bank(self) -> str:
        """The name under which the score file lists the round."""
        names = [path.stem for path in self.banks]
        return " + ".join(name for name in names if self.asked is None or name in self.asked)

    def asking(self, asked: tuple[Asked, ...]) -> Request:
        """Return the request of a round that asks this: its name is of the banks it draws on."""
        if len(self.banks) < 2:
            return self
        return replace(self, asked=frozenset(one.bank for one in asked))

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


def deal(request: Request, scores: Path, now: datetime) -> tuple[Asked, ...]:
    """Read the banks of `request` and pick its questions; `scores` says what was missed or is due.

    `now` is local time with its offset. Raises QuizError where a bank cannot be read or nothing is
    left to ask.
    """
    banks = _read(request)
    try:
        asked = assemble(
            banks,
            mode=request.mode,
            count=request.count,
            seconds=request.seconds,
            category=request.category,
            seed=request.seed,
            only=_only(request, banks, scores, now),
        )
    except NothingToDo:
        if request.only is None:
            raise
        raise NothingToDo(_("None of these questions can be asked any more.")) from None
    if len(banks) == 1 < len(request.banks):
        return tuple(replace(one, bank=banks[0][0]) for one in asked)
    return asked


def _read(request: Request) -> list[tuple[str, Bank]]:
    banks, problem = list[tuple[str, "Bank"]](), None
    for path in request.banks:
        try:
            banks.append((path.stem, read_bank(path)))
        except BankError as error:
            if not request.everywhere:
                raise
            problem = error
    if problem and not banks:
        raise problem
    return banks


def _only(
    request: Request, banks: list[tuple[str, Bank]], scores: Path, now: datetime
) -> Mapping[tuple[str, str], int] | None:
    """Return the questions that the request or its mode admits, ranked; None for all."""
    if request.only is not None:
        return dict.fromkeys(request.only, 0)
    if request.mode not in {"mistakes", "review"}:
        return None
    with ScoreIndex(scores) as index:
        if request.mode == "mistakes":
            return dict.fromkeys(mistakes(index, request.player), 0)
        playable = {
            (name, question.id)
            for name, bank in banks
            for question in bank.playable()
            if request.category in {None, question.category}
        }
        ranked = {
            (each.bank, each.question): round(each.when.timestamp())
            for each in due(index, request.player, now, ahead=request.ahead)
            if (each.bank, each.question) in playable
        }
        if playable and not ranked:
            coming = outlook(index, request.player, now, playable)
            if coming.later:
                raise NotDue(f"{told_due(coming)} {told_next(coming, now)}")
        return ranked
