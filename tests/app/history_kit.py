"""A history to look back on: rounds on the banks of the tests, made from a seed."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING
from uuid import UUID

from quiz.app.history import HistoryPage
from quiz.banks.read import read_bank
from quiz.game.answer import Answer
from quiz.scores.blocks import HEADER, encode
from quiz.scores.models import Played
from tests.app.kit import BANKS, home_filled, until

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from textual.pilot import Pilot

    from quiz.banks.models import Question

NOW = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)


@cache
def questions() -> tuple[Question, ...]:
    """Return the questions of the bank delta."""
    return read_bank(BANKS / "delta.toml").questions


def rounds(
    count: int,
    player: str = "Ala",
    bank: str = "delta",
    asked: tuple[Question, ...] | None = None,
    hard: Sequence[float] = (),
) -> list[Played]:
    """Make `count` rounds, the last of them today: better and better, with a gap in between.

    Each asks all of `asked`, else the questions of the bank delta; `hard` is how much less likely
    each of them is to be answered right than a player's skill says.
    """
    luck = random.Random(f"{count}{player}")  # noqa: S311
    made = []
    for number in range(count):
        back = (count - number) * 2 // 3
        started = NOW - timedelta(days=back + 9 * (back > count // 3), minutes=luck.randrange(600))
        made.append(
            _round(
                number,
                started,
                player,
                bank,
                list(
                    zip(questions() if asked is None else asked, hard or repeat(0.0), strict=False)
                ),
                luck=luck,
                skill=0.4 + 0.5 * number / count,
            )
        )
    return sorted(made, key=lambda played: played.started)


def _round(
    number: int,
    started: datetime,
    player: str,
    bank: str,
    asked: Iterable[tuple[Question, float]],
    *,
    luck: random.Random,
    skill: float,
) -> Played:
    answers = []
    for question, harder in asked:
        right = luck.random() < skill - harder
        seconds = luck.randrange(12, 160) / 10
        answers.append(
            Answer(
                question=question.id,
                category=question.category,
                prompt=question.prompt,
                answer=question.answer,
                chosen=question.answer if right else luck.choice([*question.distractors, ""]),
                correct=right,
                seconds=seconds,
                limit=20,
                points=round(1000 - 25 * seconds) if right else 0,
            )
        )
    return Played(
        id=str(UUID(int=(len(player) << 64) + number)),
        player=player,
        bank=bank,
        mode=luck.choice(["timed", "timed", "relaxed", "exam"]),
        started=started,
        seconds=sum(answer.seconds for answer in answers),
        outcome="finished" if number % 11 else "quit",
        correct=sum(answer.correct for answer in answers),
        points=sum(answer.points for answer in answers),
        answers=tuple(answers),
    )


def renamed(played: Played, number: int, **changes: object) -> Played:
    """Return a round with changes and an id of its own."""
    return replace(played, id=str(UUID(int=number)), **changes)  # type: ignore[arg-type]


def save(folder: Path, listed: Iterable[Played]) -> None:
    """Write the score file of an app that `make` makes in `folder`."""
    path = folder / "scores" / "scores.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(HEADER + b"".join(map(encode, listed)))


async def look_back(pilot: Pilot[None]) -> HistoryPage:
    """Open the history and wait for it."""
    await home_filled(pilot)
    await pilot.press("h")
    return await filled(pilot)


async def filled(pilot: Pilot[None]) -> HistoryPage:
    """Wait until the history is in front and shows what it was asked for."""

    def there() -> bool:
        page = pilot.app.screen
        return isinstance(page, HistoryPage) and page.is_mounted and page.settled

    await until(pilot, there)
    page = pilot.app.screen
    assert isinstance(page, HistoryPage)
    return page
