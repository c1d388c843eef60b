"""Classes for the tests of the report: published answers, and score files made of patterns."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING
from uuid import UUID

from quiz.game.answer import Answer
from quiz.scores.blocks import HEADER, encode
from quiz.scores.models import Played

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

STARTED = datetime(2026, 11, 23, 9, 0, tzinfo=timezone(timedelta(hours=1)))

LSAT_6 = (
    "00000 3, 00001 6, 00010 2, 00011 11, 00100 1, 00101 1, 00110 3, 00111 4, 01000 1, 01001 8, "
    "01011 16, 01101 3, 01110 2, 01111 15, 10000 10, 10001 29, 10010 14, 10011 81, 10100 3, "
    "10101 28, 10110 15, 10111 80, 11000 16, 11001 56, 11010 21, 11011 173, 11100 11, 11101 61, "
    "11110 28, 11111 298"
)
"""Law School Admission Test, section 6 (Bock & Lieberman 1970, Psychometrika 35, 179-197)."""

LSAT_7 = (
    "00000 12, 00001 19, 00010 1, 00011 7, 00100 3, 00101 19, 00110 3, 00111 17, 01000 10, "
    "01001 5, 01010 3, 01011 7, 01100 7, 01101 23, 01110 8, 01111 28, 10000 7, 10001 39, "
    "10010 11, 10011 34, 10100 14, 10101 51, 10110 15, 10111 90, 11000 6, 11001 25, 11010 7, "
    "11011 35, 11100 18, 11101 136, 11110 32, 11111 308"
)
"""The same test, section 7 (same paper)."""

WUENSCH = (
    "1111110110 1, 1011011101 1, 1111011001 1, 0010001000 1, 0000010010 1, 1110111111 1, "
    "1101110111 1, 1111111101 1, 0101111101 1, 1101101110 1"
)
"""Ten students on a quiz of ten questions (K. Wuensch, East Carolina University, "The
Kuder-Richardson 20")."""


def rows(patterns: str) -> list[list[bool]]:
    """Write out patterns with their counts as rows of marks."""
    pairs = (each.split() for each in patterns.split(", "))
    return [
        [mark == "1" for mark in pattern] for pattern, count in pairs for _time in range(int(count))
    ]


def answer(number: int, mark: bool, *, chosen: str | None = None, seconds: float = 4.0) -> Answer:
    """Make an answer to the question with this number, whose key is K and whose options are a-c."""
    return Answer(
        question=f"q{number}",
        category="things",
        prompt=f"What is thing {number}?",
        answer="K",
        chosen=("K" if mark else "a") if chosen is None else chosen,
        correct=mark,
        seconds=seconds,
        limit=20,
        points=900 if mark else 0,
    )


def sitting(
    number: int,
    player: str,
    answers: Sequence[Answer],
    *,
    bank: str = "things",
    days: float = 0,
    mode: str = "timed",
    outcome: str = "finished",
) -> Played:
    """Make the round with this number, which its id says."""
    return Played(
        id=str(UUID(int=number)),
        player=player,
        bank=bank,
        mode=mode,
        started=STARTED + timedelta(days=days),
        seconds=sum(each.seconds for each in answers),
        outcome=outcome,  # type: ignore[arg-type]
        correct=sum(each.correct for each in answers),
        points=sum(each.points for each in answers),
        answers=tuple(answers),
    )


def taken(marks: Sequence[Sequence[bool | None]], *, named: bool = True) -> list[Played]:
    """Make a round of each row of marks; None is a question that was not asked."""
    return [
        sitting(
            number,
            f"Pupil {number:04}" if named else "",
            [answer(at, mark) for at, mark in enumerate(row, 1) if mark is not None],
        )
        for number, row in enumerate(marks, 1)
    ]


def save(path: Path, rounds: Iterable[Played]) -> Path:
    """Write a score file."""
    path.write_bytes(HEADER + b"".join(map(encode, rounds)))
    return path
