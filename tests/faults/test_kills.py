"""Some kills in every run of the tests; `kills.py` makes as many as one likes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.faults.kills import KINDS, chances, check, moment, run
from tests.faults.victims import QUESTIONS, Given

GIVEN = {n: Given.of(n, f"jar-{n}") for n in range(QUESTIONS)}


def test_what_was_acknowledged_before_a_kill_is_there_after_the_next_start() -> None:
    tally = run(KINDS * 2, seed=8)
    assert tally.failures == []
    assert tally.kills == {"plain": 4, "screen": 4, "edit": 2}
    assert tally.answers > 0
    assert {"answered", "written"} <= tally.stages.keys()


def round_of(count: int, outcome: str = "interrupted") -> dict[str, Any]:
    answers: list[dict[str, Any]] = [
        {"prompt": each.prompt, "chosen": each.chosen, "correct": each.right}
        for each in list(GIVEN.values())[:count]
    ]
    right = sum(each["correct"] for each in answers)
    return {"answers": answers, "outcome": outcome, "correct": right}


def victim(given: int, *, saved: bool = False) -> Any:
    return SimpleNamespace(given=dict(list(GIVEN.items())[:given]), saved=saved)


@pytest.mark.parametrize(
    ("seen", "rounds"),
    [
        (victim(1), []),
        (victim(2), [round_of(1)]),
        (victim(1), [round_of(1), round_of(1)]),
        (victim(1), [round_of(3)]),
        (victim(0, saved=True), []),
        (victim(4, saved=True), [round_of(4)]),
        (victim(1), [round_of(1) | {"correct": 7}]),
    ],
    ids=["no round", "an answer less", "twice", "too many", "not saved", "not whole", "miscounted"],
)
def test_a_loss_would_be_found(seen: Any, rounds: list[dict[str, Any]]) -> None:
    with pytest.raises(AssertionError):
        check(seen, rounds)


def test_nothing_lost_is_no_loss() -> None:
    check(victim(0), [])
    check(victim(2), [round_of(2)])
    check(victim(2), [round_of(3)])
    check(victim(QUESTIONS, saved=True), [round_of(QUESTIONS, "finished")])


def test_the_same_seed_kills_at_the_same_moments() -> None:
    drawn = [moment(chances(3), 0.5, 9) for _time in range(2)]
    assert drawn[0] == drawn[1]
    chance = chances(3)
    many = [moment(chance, 0.5, 9) for _time in range(200)]
    assert {each.events for each in many} == set(range(10))
    assert all(0 <= each.seconds <= 0.5 for each in many)
