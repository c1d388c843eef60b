"""What is read as a date, as which days, and what is not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.game.moments import moment


def days(text: str, language: str) -> str:
    """Say which days a date stands for, as an ISO interval."""
    measure = moment(text, language)
    assert measure is not None, text
    first, last = (date.fromordinal(int(day)).isoformat() for day in measure.key)
    return first if first == last else f"{first}/{last}"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("17 June 2025", "2025-06-17"),
        ("June 17th, 2025", "2025-06-17"),
        ("on Tuesday, 17 June 2025", "2025-06-17"),
        ("2025-06-17", "2025-06-17"),
        ("4–17 June 2024", "2024-06-04/2024-06-17"),
        ("June 2024", "2024-06-01/2024-06-30"),
        ("June–July 2024", "2024-06-01/2024-07-31"),
        ("early April 2025", "2025-04-01/2025-04-10"),
        ("mid-April 2025", "2025-04-11/2025-04-20"),
        ("late April 2025", "2025-04-21/2025-04-30"),
        ("at the end of April 2025", "2025-04-21/2025-04-30"),
        ("Summer 2024", "2024-06-01/2024-08-31"),
        ("winter 2024/25", "2024-12-01/2025-02-28"),
        ("the second quarter of 2024", "2024-04-01/2024-06-30"),
        ("2025", "2025-01-01/2025-12-31"),
        ("2022–2024", "2022-01-01/2024-12-31"),
    ],
)
def test_english_dates(text: str, meant: str) -> None:
    assert days(text, "en") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("17 czerwca 2025", "2025-06-17"),
        ("17 czerwca 2025 r.", "2025-06-17"),
        ("17.06.2025 r.", "2025-06-17"),
        ("we wtorek 17 czerwca 2025 roku", "2025-06-17"),
        ("czerwiec 2024", "2024-06-01/2024-06-30"),
        ("w czerwcu 2024 r.", "2024-06-01/2024-06-30"),
        ("koniec kwietnia 2025", "2025-04-21/2025-04-30"),
        ("pod koniec kwietnia 2025", "2025-04-21/2025-04-30"),
        ("na początku kwietnia 2025 r.", "2025-04-01/2025-04-10"),
        ("lato 2024", "2024-06-01/2024-08-31"),
        ("latem 2024 r.", "2024-06-01/2024-08-31"),
        ("zimą 2024/2025", "2024-12-01/2025-02-28"),
        ("w pierwszej połowie 2025 r.", "2025-01-01/2025-06-30"),
        ("rok 2025", "2025-01-01/2025-12-31"),
    ],
)
def test_polish_dates(text: str, meant: str) -> None:
    assert days(text, "pl") == meant


@pytest.mark.parametrize(
    "text",
    [
        *("31 June", "06/07/2025", "winter 2024", "5", "late", "17 17 17", "2 4 6 June", "17:00"),
        *("17–4 June", "Moscow 2024", "before June 2024", "0000", "the first June", ""),
        "2022 2023 2024",
    ],
)
def test_what_is_not_certain_is_no_date(text: str) -> None:
    assert moment(text, "en") is None


def test_the_29th_of_february_needs_a_leap_year_only_where_a_year_is_named() -> None:
    assert moment("29 February", "en")
    assert moment("29 February 2024", "en")
    assert moment("29 February 2025", "en") is None


def test_a_day_with_a_year_is_not_compared_with_one_without() -> None:
    dated, undated = moment("17 June 2025", "en"), moment("4 June", "en")
    assert dated is not None
    assert undated is not None
    assert dated.kind != undated.kind


@given(st.dates(), st.dates())
def test_dates_sort_as_their_days_do(one: date, other: date) -> None:
    def said(day: date) -> str:
        return f"{day.day} {day:%B} {day.year:04}"

    assert (one < other) == (days(said(one), "en") < days(said(other), "en"))


@given(st.text(), st.sampled_from(["pl", "en"]))
def test_any_text_is_read_or_is_none(text: str, language: str) -> None:
    measure = moment(text, language)
    assert measure is None or measure.key[0] <= measure.key[1]
