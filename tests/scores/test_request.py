"""Which questions a request asks by what the history says: mistakes, reviews, chosen ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from quiz.base.errors import NothingToDo
from quiz.scores.blocks import HEADER, encode
from quiz.scores.request import NotDue, Request, deal
from tests.scores.rounds import SHOIGU, STARTED, played

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from quiz.scores.models import Played

DAY = timedelta(days=1)
HEAD = 'format = 1\ntitle = "T"\nlanguage = "en"\n'
QUESTION = """
[[questions]]
id = "{name}"
prompt = "{prompt}"
answer = "1"
distractors = ["2", "3"]
category = "{category}"
status = "{status}"
"""


def question(name: str, prompt: str = "How many?", status: str = "draft") -> str:
    return QUESTION.format(name=name, prompt=prompt, category="numbers", status=status)


def answered(number: int, days: int, bank: str = "b", **right: bool) -> Played:
    """Make a round that began so many days after the first, with answers by question."""
    answers = tuple(replace(SHOIGU, question=name, correct=is_) for name, is_ in right.items())
    return replace(played(number), started=STARTED + days * DAY, bank=bank, answers=answers)


@pytest.fixture
def scores(tmp_path: Path) -> Path:
    (tmp_path / "b.toml").write_text(HEAD + "".join(map(question, "xyz")), "utf-8")
    (tmp_path / "c.toml").write_text(HEAD + "".join(map(question, "xw")), "utf-8")
    return tmp_path / "scores.toml"


def asks(scores: Path, listed: Iterable[Played], *banks: str, **changes: object) -> list[str]:
    scores.write_bytes(HEADER + b"".join(map(encode, listed)))
    request = Request(
        banks=tuple(scores.with_name(f"{name}.toml") for name in banks or ("b",)),
        mode="review",
        count=None,
        seconds=None,
        category=None,
        player="Ala",
        seed=1,
    )
    request = replace(request, **changes)  # type: ignore[arg-type]
    asked = deal(request, scores, STARTED + 3 * DAY)
    label = request.asking(asked).bank
    assert set(label.split(" + ")) == {one.bank for one in asked} - {""} or label == "b"
    return [f"{one.bank}{'.' if one.bank else ''}{one.question.id}" for one in asked]


def test_a_mistake_is_asked_until_it_was_right_twice_running(scores: Path) -> None:
    rounds = [
        answered(1, 0, x=False, y=False, z=True),
        answered(2, 1, x=True, y=True),
    ]
    assert sorted(asks(scores, rounds, mode="mistakes")) == ["x", "y"]
    rounds.append(answered(3, 2, x=True, y=False))
    assert asks(scores, rounds, mode="mistakes") == ["y"]


def test_a_review_asks_what_is_due_the_longest_due_first(scores: Path) -> None:
    rounds = [
        answered(1, 0, z=True),
        answered(2, 1, x=False),
        answered(3, 2, z=True),  # and is not due for days
    ]
    assert asks(scores, rounds) == ["x"]
    rounds.append(answered(4, 0, y=False))
    assert asks(scores, rounds) == ["y", "x"]
    assert asks(scores, rounds, count=1) == ["y"]
    assert asks(scores, rounds, ahead=True) == ["y", "x", "z"]
    assert asks(scores, rounds, player="Ola", mode="timed", only=frozenset({("b", "z")})) == ["z"]


def test_nothing_due_says_when_the_next_are(scores: Path) -> None:
    rounds = [answered(1, 2, x=True), answered(2, 3, x=True, y=True)]
    with pytest.raises(NotDue, match=r"Nothing is due .* is due at 21:40\."):
        asks(scores, rounds)
    with pytest.raises(NothingToDo, match="nothing to review"):
        asks(scores, rounds, player="Ola")


def test_an_edit_keeps_the_memory_and_a_retired_question_is_not_asked(scores: Path) -> None:
    rounds = [answered(1, 0, x=False, y=False)]
    edited = HEAD + question("x", "Quite another text?") + question("y", status="retired")
    scores.with_name("b.toml").write_text(edited, "utf-8")
    assert asks(scores, rounds) == ["x"]
    assert asks(scores, rounds, mode="mistakes") == ["x"]


def test_a_review_of_all_banks_is_named_after_those_it_draws_on(scores: Path) -> None:
    rounds = [answered(1, 0, x=True), answered(2, 0, "c", x=False, w=True)]
    assert sorted(asks(scores, rounds, "b", "c")) == ["b.x", "c.w", "c.x"]
    assert asks(scores, rounds[:1], "b", "c") == ["b.x"]
    scores.with_name("c.toml").write_text("no bank", "utf-8")
    assert asks(scores, rounds, "b", "c", everywhere=True) == ["b.x"]


def test_answers_of_interrupted_rounds_and_exams_count_and_late_is_wrong(scores: Path) -> None:
    cut = replace(answered(1, 0, x=False), outcome="interrupted")
    late = answered(2, 0, y=False)
    late = replace(late, mode="exam", answers=(replace(late.answers[0], chosen=""),))
    assert sorted(asks(scores, [cut, late], mode="mistakes")) == ["x", "y"]
