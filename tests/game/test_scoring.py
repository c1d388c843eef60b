"""The formulas of points and bonus."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.game.scoring import bonus, points


@pytest.mark.parametrize(
    ("seconds", "limit", "expected"),
    [
        *((0, 20, 1000), (0.5, 20, 1000), (1, 20, 975), (10, 20, 750), (19.96, 20, 501)),
        *((20, 20, 0), (3, 3, 0), (1.5, 3, 750), (99, 0, 1000), (4, 600, 997)),
    ],
)
def test_points_fall_in_a_straight_line(seconds: float, limit: int, expected: int) -> None:
    assert points(seconds, limit) == expected


def test_without_speed_any_answer_in_time_is_worth_the_same() -> None:
    assert points(19, 20, speed=False) == 1000
    assert points(20, 20, speed=False) == 0


def test_the_bonus_grows_to_500() -> None:
    assert [bonus(streak) for streak in range(9)] == [0, 0, 100, 200, 300, 400, 500, 500, 500]


@given(st.floats(0, 600), st.floats(0, 600), st.integers(3, 600), st.booleans())
def test_a_later_answer_is_never_worth_more(
    one: float, other: float, limit: int, speed: bool
) -> None:
    early, late = sorted((one, other))
    assert points(early, limit, speed=speed) >= points(late, limit, speed=speed)
    assert points(late, limit, speed=speed) in {0, *range(500, 1001)}
    assert (points(late, limit, speed=speed) == 0) == (late >= limit)
