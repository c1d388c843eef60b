"""The pictures of the look back: lines, columns, days gathered, the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quiz.app import chart
from quiz.app.history_days import MARGIN, SHADES, calendar, first_day, shade
from quiz.app.history_mastery import Bar, line
from quiz.app.history_progress import told
from quiz.app.timeline import Slot, labels, slots
from quiz.scores.history.values import Bucket, Mastery, Sums

TODAY = date(2026, 11, 22)
SHARES = st.lists(st.floats(0, 1), min_size=1, max_size=60)
DAYS = st.lists(st.dates(date(1990, 1, 1), date(2030, 1, 1)), min_size=1, max_size=40, unique=True)


def played(days: list[date]) -> list[Bucket]:
    sums = Sums(rounds=1, answered=10, correct=6, points=500, seconds=30.0)
    return [Bucket(first=day, sums=sums) for day in sorted(days)]


@given(SHARES, st.integers(1, 8), st.integers(1, 12))
def test_columns_stand_as_high_as_their_values(values: list[float], step: int, height: int) -> None:
    drawn = chart.columns(values, step, height)
    assert len(drawn) == height
    assert {len(row) for row in drawn} == {len(values) * step}
    for at, value in enumerate(values):
        eighths = sum(" ▁▂▃▄▅▆▇█".index(row[at * step]) for row in drawn)
        assert abs(eighths - value * height * 8) <= 1
        assert bool(eighths) == (value > 0)


@given(st.lists(st.none() | st.floats(0, 1), max_size=60), st.integers(1, 8), st.integers(1, 12))
def test_a_line_passes_through_its_values(
    values: list[float | None], step: int, height: int
) -> None:
    drawn = chart.line(values, step, height)
    assert len(drawn) == height
    assert {len(row) for row in drawn} == {len(values) * step}
    for at, value in enumerate(values):
        if value is not None:
            row = round((1 - value) * (height * 4 - 1)) // 4
            assert drawn[row][(at * step * 2 + step - 1) // 2] > "\u2800"
    if all(value is None for value in values):
        assert not "".join(drawn).strip()


@given(st.integers(0, 10**12))
def test_a_scale_ends_with_a_round_number_above(value: int) -> None:
    top = chart.ceiling(value)
    assert value <= top <= max(10, value * 2.5)
    assert len(str(top).rstrip("0")) <= 2


@given(st.lists(st.tuples(st.integers(0, 200), st.text("ab", min_size=1, max_size=9))),
       st.integers(9, 200))  # fmt: skip
def test_labels_never_touch(named: list[tuple[int, str]], width: int) -> None:
    spread = chart.spread(sorted(named), width)
    assert len(spread) == width
    assert set(spread.split()) <= {label for _at, label in named}


@given(DAYS, st.integers(1, 130))
def test_gathered_days_lose_nothing_but_what_is_too_old(days: list[date], most: int) -> None:
    found = slots(played(days), most)
    assert len(found) <= most
    assert sum(slot.sums.rounds for slot in found) == len(days)
    assert sum(slot.sums.points for slot in found) == 500 * len(days)
    for before, after in pairwise(found):
        assert after.first - before.last == timedelta(days=1)
    for slot in found:
        inside = [day for day in days if slot.first <= day <= slot.last]
        assert len(inside) == slot.sums.rounds
    places = [at for at, _label in labels(found, 3)]
    assert places == sorted(places)
    assert places[0] == 0


def test_days_are_shown_as_days_then_weeks_then_months() -> None:
    first = date(2026, 1, 7)
    for length, most, expected in [(20, 60, 0), (200, 60, 6), (900, 60, 30), (900, 10, 91)]:
        found = slots(played([first, first + timedelta(days=length)]), most)
        assert (found[0].last - found[0].first).days in range(expected - 3, expected + 4)
    assert slots([], 10) == []


@given(st.integers(0, 10**6), st.integers(0, 10**9), st.integers(0, 800), st.integers(50, 140))
def test_what_a_slot_tells_fits_its_line(rounds: int, points: int, days: int, width: int) -> None:
    sums = Sums(rounds=rounds, answered=rounds, correct=rounds // 2, points=points, seconds=1.0)
    line = told(Slot(TODAY - timedelta(days=days), TODAY, sums), width).plain
    assert len(line) <= width
    assert f"{rounds:,} round" in line or "nothing played" in line
    if width > 100:
        assert not rounds or f"{points:,} point" in line


@given(st.integers(0, 100))
def test_more_rounds_make_no_lighter_shade(rounds: int) -> None:
    assert SHADES.index(shade(rounds)) <= SHADES.index(shade(rounds + 1))
    assert (shade(rounds) == SHADES[0]) == (rounds == 0)


@given(st.dates(date(1000, 1, 1)), st.integers(10, 140))
def test_a_calendar_ends_today_and_keeps_its_width(today: date, width: int) -> None:
    rounds = {today: 3, today - timedelta(days=1): 1}
    lines = calendar(rounds, today, today, width)
    assert len(lines) == 8
    texts = ["".join(text for text, _style in line) for line in lines]
    assert max(map(len, texts)) <= max(width, MARGIN + 2)
    assert "".join(texts).count("◂▸") == 1
    assert texts[1 + today.weekday()].endswith("◂▸")
    assert first_day(today, width).weekday() == 0
    total = sum(len(line) - 1 for line in lines[1:])
    assert total == (today - first_day(today, width)).days + 1


@given(st.integers(1, 500), st.integers(0, 500), st.text("ąb", max_size=60), st.integers(50, 140))
def test_a_bar_of_mastery_fits_its_line(asked: int, known: int, name: str, width: int) -> None:
    mastery = Mastery(
        name=name, questions=asked, mastered=min(known, asked), mistakes=0, answered=9, correct=4
    )
    drawn = line(Bar("bank", mastery), width, here=True)
    assert drawn.cell_length <= width + 4
    assert f"{min(known, asked)} of {asked} mastered" in drawn.plain
