"""What is near a value and what overlaps it: laws that hold for all dates and numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.languages.chance import chance
from quiz.languages.values import (
    Interval,
    apart,
    dates_near,
    numbers_near,
    period,
    placed,
    shift,
    step_of,
)

DAYS = st.dates(date(1000, 1, 1), date(2900, 12, 31))
GRAINS = st.sampled_from(["day", "month", "season", "year", "decade"])
AMOUNTS = st.one_of(
    st.integers(2, 10**9).map(float), st.integers(11, 99_999).map(lambda n: n / 100)
)


@given(DAYS, DAYS, DAYS, DAYS)
def test_intervals_overlap_both_ways_and_contain_what_lies_in_them(
    a: date, b: date, c: date, d: date
) -> None:
    one, other = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    assert one.overlaps(other) == other.overlaps(one)
    assert not one.contains(other) or one.overlaps(other)
    common = max(one.first, other.first) <= min(one.last, other.last)
    assert one.overlaps(other) == common


def test_a_month_lies_in_its_season() -> None:
    summer, june = period(date(2024, 6, 1), "season"), period(date(2024, 6, 1), "month")
    assert summer == Interval(date(2024, 6, 1), date(2024, 8, 31))
    assert summer.contains(june)
    assert june.last == date(2024, 6, 30)


def test_what_has_no_length_is_no_period() -> None:
    with pytest.raises(ValueError, match="moment"):
        period(date(2024, 1, 1), "moment")


@given(DAYS, st.integers(-500, 500))
def test_a_shift_moves_whole_months_and_never_into_a_day_that_is_not(
    day: date, months: int
) -> None:
    moved = shift(day, months)
    assert moved is not None
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved + timedelta(days=1)).month != moved.month


def test_no_month_lies_before_the_first_year() -> None:
    assert shift(date.min, -1) is None
    assert shift(date.max, 1) is None


@given(DAYS, GRAINS, st.booleans(), st.integers(0, 4000))
def test_neighbours_of_a_date_are_other_dates_within_the_limit(
    day: date, grain: str, weekday: bool, days: int
) -> None:
    value = day if grain == "day" else day.replace(day=1)
    limit = value + timedelta(days=days)
    near = dates_near(value, grain, limit, same_weekday=weekday)
    assert value not in near
    assert len(set(near)) == len(near)
    assert all(d <= limit for d in near)
    assert len([d for d in near if d < value]) >= 3
    if weekday and grain == "day":
        assert {d.weekday() for d in near} == {value.weekday()}
    key = period(value, grain)
    assert not any(key.overlaps(period(d, grain)) for d in near)


@given(AMOUNTS, st.integers(0, 1000))
def test_neighbours_of_a_number_are_clear_of_it_and_as_precise(value: float, seed: int) -> None:
    near = numbers_near(value, chance(seed))
    assert value not in near
    assert len(set(near)) == len(near)
    assert all(n > 0 and apart(n, value) for n in near)
    assert all(step_of(n) >= step_of(value) / 10.001 for n in near)
    assert all((n == int(n)) or (value != int(value)) for n in near)


@given(st.integers(1, 99).map(float), st.integers(0, 50))
def test_percentages_stay_within_a_hundred(value: float, seed: int) -> None:
    assert all(0 < n <= 100 for n in numbers_near(value, chance(seed), 0, 100))


@pytest.mark.parametrize(("value", "count"), [(1000.0, 3), (84_121.0, 3), (5.0, 3), (51.89, 3)])
def test_there_are_always_enough_on_both_sides(value: float, count: int) -> None:
    near = numbers_near(value, chance(1))
    assert sum(n < value for n in near) >= count
    assert sum(n > value for n in near) >= count


@given(st.integers(0, 6), st.integers(0, 6), st.integers(0, 3))
def test_a_key_gets_its_place_as_far_as_there_are_values(below: int, above: int, rank: int) -> None:
    chosen = placed([-n for n in range(1, below + 1)], list(range(1, above + 1)), rank)
    assert len(chosen) == min(3, below + above)
    if below >= 3 and above >= 3:
        assert sum(n < 0 for n in chosen) == rank
