"""The pure parts of the look back: tables, bars, dates, filters."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from quiz.app import columns
from quiz.app.bars import EMPTY, FULL, HALF, bar
from quiz.app.columns import Column
from quiz.app.history_filter import SPANS, days_of, days_told, is_open, span_told, within
from quiz.base import dates
from quiz.scores.history.values import Filter

TODAY = date(2026, 11, 22)


@given(st.floats(-1, 2), st.integers(0, 200))
def test_a_bar_fills_its_width_and_grows_with_its_share(share: float, width: int) -> None:
    full, rest = bar(share, width)
    assert len(full + rest) == width
    assert set(full) <= {FULL, HALF}
    assert set(rest) <= {EMPTY}
    assert len(bar(min(1.0, share + 0.1), width)[0]) >= len(full)
    if width:
        assert bool(full) == (share > 0)
        assert (full == FULL * width) == (share >= 1)


def _cell(text: str, _width: int) -> Content:
    return Content(text)


TABLE = st.lists(
    st.builds(
        Column,
        st.text(st.characters(exclude_categories=["C", "M", "Z"]), max_size=12),
        st.integers(1, 30),
        st.just(_cell),
        st.booleans(),
        st.integers(0, 4),
        st.booleans(),
    ),
    min_size=1,
    max_size=8,
)


@given(TABLE, st.integers(0, 200), st.text(st.characters(exclude_categories=["C", "M", "Z"])))
def test_the_lines_of_a_table_are_as_wide_as_each_other(
    table: list[Column[str]], width: int, text: str
) -> None:
    fitting = columns.fit(table, width)
    head, line = columns.heading(fitting), columns.row(fitting, text)
    assert head.cell_length == line.cell_length
    least = [each for each in table if not each.rank]
    if least:
        assert [each.name for each in least] == [each.name for each in fitting if not each.rank]
    if sum(each.width + columns.GAP for each in least) <= width:
        assert line.cell_length <= width or len(fitting) == 1
    if any(each.grows for each in fitting):
        assert line.cell_length >= width


def test_columns_of_a_higher_rank_give_way_first() -> None:
    table = [Column("a", 5, _cell), Column("b", 5, _cell, rank=2), Column("c", 5, _cell, rank=1)]
    assert [each.name for each in columns.fit(table, 19)] == ["a", "b", "c"]
    assert [each.name for each in columns.fit(table, 18)] == ["a", "c"]
    assert [each.name for each in columns.fit(table, 2)] == ["a"]


def test_a_cell_is_cut_where_it_is_too_long() -> None:
    [column] = columns.fit([Column("a", 4, _cell)], 4)
    assert columns.row([column], "Brzęczyszczykiewicz").plain == "Brz…"
    assert columns.row([column._replace(right=True)], "b").plain == "   b"


@given(st.sampled_from([None, *SPANS]))
def test_a_span_is_known_again(days: int | None) -> None:
    which = within(Filter(player="Ala"), days, TODAY)
    assert days_of(which, TODAY) == days
    assert span_told(which, TODAY) == days_told(days)
    assert which.player == "Ala"


def test_days_of_a_span_are_told() -> None:
    since, until = date(2026, 11, 2), date(2026, 11, 8)
    assert span_told(Filter(since=since, until=until), TODAY) == "2 Nov – 8 Nov 2026"
    assert span_told(Filter(since=since, until=since), TODAY) == "2 Nov 2026"
    assert span_told(Filter(until=until), TODAY) == "until 8 Nov 2026"
    assert span_told(Filter(since=since), TODAY) == "since 2 Nov 2026"
    assert is_open(Filter())
    assert not is_open(Filter(player=""))


def test_dates_and_times_are_short() -> None:
    when = datetime(2026, 1, 2, 8, 5, tzinfo=UTC)
    assert dates.brief(when, TODAY) == " 2 Jan 08:05"
    assert dates.brief(when.replace(year=2025), TODAY) == " 2 Jan 2025"
    assert dates.span(date(2025, 12, 29), date(2026, 1, 4)) == "29 Dec 2025 – 4 Jan 2026"
    assert [dates.length(each) for each in (0, 59.6, 754, 3600, 7384)] == [
        "0:00",
        "1:00",
        "12:34",
        "1 h 00",
        "2 h 03",
    ]


@given(st.dates(date(1900, 1, 1)), st.integers(0, 400))
def test_a_span_of_days_names_both_ends(first: date, days: int) -> None:
    last = min(date.max, first + timedelta(days=days)) if first.year < 9998 else first
    told = dates.span(first, last)
    assert dates.day(last) in told
    assert dates.short_day(first) in told
