"""Which round is the grade, and what stands in the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from quiz.scores.report.build import Wishes, build
from quiz.scores.report.classroom import Filter
from quiz.scores.report.files import Found
from tests.scores.report.classes import answer, save, sitting

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.scores.models import Played
    from quiz.scores.report.models import GradeBook


def right(number: int, correct: int, of: int, player: str = "Ala", **more: Any) -> Played:
    """Make a round with so many right answers, begun as many days later as its number says."""
    answers = [answer(at, at <= correct) for at in range(1, of + 1)]
    return sitting(number, player, answers, days=number, **more)


def book(path: Path, *rounds: Played, **wishes: Any) -> GradeBook:
    found = Found((save(path / "scores.toml", rounds),), ())
    return build(found, Wishes(**wishes), lambda _name: None).gradebook


def shown(found: GradeBook) -> list[list[str | None]]:
    return [
        [f"{cell.correct}/{cell.answered}" if cell else None for cell in row.cells]
        for row in found.rows
    ]


@pytest.mark.parametrize(
    ("attempts", "taken"), [("first", "2/4"), ("best", "4/4"), ("last", "3/4")]
)
def test_the_first_the_best_or_the_last_attempt(tmp_path: Path, attempts: str, taken: str) -> None:
    found = book(tmp_path, right(3, 3, 4), right(1, 2, 4), right(2, 4, 4), attempts=attempts)
    assert shown(found) == [[taken]]
    assert found.rows[0].cells[0] is not None
    assert found.rows[0].cells[0].attempts == 3


def test_the_best_of_rounds_is_a_finished_one(tmp_path: Path) -> None:
    broken = right(1, 1, 1, outcome="quit")
    found = book(tmp_path, broken, right(2, 2, 4), attempts="best")
    assert shown(found) == [["2/4"]]
    alone = book(tmp_path, broken, attempts="best")
    assert shown(alone) == [["1/1"]]
    assert alone.rows[0].cells[0] is not None
    assert not alone.rows[0].cells[0].finished


def test_of_rounds_that_are_equally_right_the_longer_is_the_best(tmp_path: Path) -> None:
    assert shown(book(tmp_path, right(1, 1, 1), right(2, 4, 4), attempts="best")) == [["4/4"]]


def test_by_round_each_time_has_a_column(tmp_path: Path) -> None:
    found = book(
        tmp_path,
        right(1, 1, 2),
        right(2, 2, 2),
        right(3, 0, 2, player="Ewa"),
        right(4, 1, 2, player="Ewa", bank="others"),
        by="round",
    )
    assert [(each.bank, each.attempt) for each in found.columns] == [
        ("others", 1),
        ("things", 1),
        ("things", 2),
    ]
    assert shown(found) == [[None, "1/2", "2/2"], ["1/2", "0/2", None]]
    assert [each.mean_percent for each in found.columns] == [50.0, 25.0, 100.0]
    assert (found.rows[0].correct, found.rows[0].answered, found.rows[0].percent) == (3, 4, 75.0)


def test_practice_is_no_grade_unless_it_is_asked_for(tmp_path: Path) -> None:
    rounds = right(1, 2, 4), right(2, 1, 1, mode="mistakes"), right(3, 1, 1, mode="review")
    found = book(tmp_path, *rounds, attempts="best")
    assert shown(found) == [["2/4"]]
    assert found.left_out == 2
    asked = book(tmp_path, *rounds, filter=Filter(mode="mistakes"))
    assert shown(asked) == [["1/1"]]
    assert asked.left_out == 0


def test_a_round_without_answers_has_no_per_cent(tmp_path: Path) -> None:
    found = book(tmp_path, right(1, 0, 0, outcome="quit"))
    assert found.columns[0].mean_percent is None
    assert found.rows[0].percent is None
