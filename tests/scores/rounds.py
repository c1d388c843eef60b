"""Rounds to save, for the tests of scores."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from hypothesis import strategies as st

from quiz.base.text import one_line
from quiz.game.answer import Answer
from quiz.scores.models import Played

if TYPE_CHECKING:
    from quiz.scores.file import ScoreFile

STARTED = datetime(2026, 11, 22, 21, 30, tzinfo=timezone(timedelta(hours=1)))
SAPPERS = Answer(
    question="sappers-number",
    category="numbers",
    prompt="Ilu saperów wysyła Korea Północna?",
    answer="1000",
    chosen="5000",
    correct=False,
    seconds=3.2,
    limit=20,
    points=0,
)
SHOIGU = replace(
    SAPPERS, question="shoigu", answer="Szojgu", chosen="Szojgu", correct=True, points=871
)


def played(number: int, answers: int = 2) -> Played:
    """Make the round with this number: its id says which it is."""
    return Played(
        id=str(UUID(int=number)),
        player="Ala",
        bank="korea-rosja-2025",
        mode="timed",
        started=STARTED,
        seconds=94.2,
        outcome="finished",
        correct=answers // 2,
        points=871 * (answers // 2),
        answers=((SAPPERS, SHOIGU) * answers)[:answers],
    )


class History(NamedTuple):
    """The rounds of a score file in the order they were saved, and what could not be read."""

    rounds: list[Played]
    problems: tuple[str, ...]


def read(file: ScoreFile) -> History:
    """Read a score file to its end."""
    problems = list[str]()
    rounds = list(file.rounds(problems))
    return History(rounds, tuple(problems))


texts = st.text(max_size=40).map(one_line)
counts = st.integers(0, 10_000)
times = st.integers(0, 10_000_000).map(lambda milliseconds: milliseconds / 1000)
moments = st.datetimes(
    datetime(1970, 1, 2),  # noqa: DTZ001  # hypothesis adds the zone
    datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
).map(lambda moment: moment.replace(microsecond=0))
answers = st.builds(
    Answer,
    question=texts,
    category=texts,
    prompt=texts,
    answer=texts,
    chosen=texts,
    correct=st.booleans(),
    seconds=times,
    limit=counts,
    points=counts,
    bank=texts,
)
rounds = st.builds(
    Played,
    id=texts.filter(bool),
    player=texts,
    bank=texts,
    mode=texts,
    started=moments,
    seconds=times,
    outcome=st.sampled_from(["finished", "quit", "interrupted"]),
    correct=counts,
    points=counts,
    answers=st.lists(answers, max_size=4).map(tuple),
)
