"""What is remembered of a question: mistakes that are mended, and reviews by the scheduler."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from quiz.game.memory import Memory

START = 1_795_000_000
given_answers = st.lists(st.tuples(st.integers(-100_000, 40_000_000), st.booleans()), max_size=12)


def after(pattern: str) -> Memory:
    """Answer a day apart: `+` right, `-` wrong."""
    memory = Memory()
    for day, sign in enumerate(pattern):
        memory = memory.after(START + day * 86_400, correct=sign == "+")
    return memory


@pytest.mark.parametrize(
    ("pattern", "owed", "mastered"),
    [
        ("", False, False),
        ("+", False, False),
        ("-", True, False),
        ("-+", True, False),
        ("-++", False, True),
        ("-+-+", True, False),
        ("-++-", True, False),
        ("++-+", True, False),
        ("--+-++", False, True),
        ("++", False, True),
    ],
)
def test_a_mistake_is_owed_until_it_is_right_twice_running(
    pattern: str, owed: bool, mastered: bool
) -> None:
    memory = after(pattern)
    assert (memory.owed, memory.mastered) == (owed, mastered)
    assert (memory.asked, memory.wrong) == (len(pattern), pattern.count("-"))


@given(given_answers)
def test_the_memory_is_what_the_scheduler_says(answers: list[tuple[int, bool]]) -> None:
    """One card kept by the package itself, against states folded one by one through numbers."""
    card, memory, at = Card(card_id=1), Memory(), START
    scheduler = Scheduler(enable_fuzzing=False)
    for later, correct in answers:
        at += later
        moment = datetime.fromtimestamp(at, UTC)
        card, _ = scheduler.review_card(card, Rating.Good if correct else Rating.Again, moment)
        memory = memory.after(at, correct=correct)
        assert memory.due == card.due.timestamp()
        assert memory.stability == card.stability
        assert memory.difficulty == card.difficulty


def test_right_answers_move_the_next_review_away_and_a_wrong_one_brings_it_back() -> None:
    due = [after("+" * count).due - START - (count - 1) * 86_400 for count in range(1, 5)]
    assert due == sorted(due)
    assert due[0] == timedelta(minutes=10).total_seconds()
    assert after("++++-").due - START - 4 * 86_400 == timedelta(minutes=10).total_seconds()


@pytest.mark.parametrize("at", [-(10**12), 10**12, 253_402_300_799])
def test_a_clock_at_the_ends_of_time_does_no_harm(at: int) -> None:
    memory = Memory()
    for _ in range(5):
        memory = memory.after(at, correct=True)
    assert memory.after(START, correct=False).due == START + 600
