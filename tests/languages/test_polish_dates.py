"""Polish dates: what a span means, with and without a year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.languages.polish.dates import MONTHS, find_dates

CASES = [
    ("Most otwarto 3 maja 1998 roku.", "3 maja 1998 roku", "1998-05-03"),
    ("Most otwarto 3 maja 1998 r.", "3 maja 1998 r.", "1998-05-03"),
    ("Most otwarto 3 V 1998.", "3 V 1998", "1998-05-03"),
    ("Most otwarto 03.05.1998.", "03.05.1998", "1998-05-03"),
    ("Most otwarto w maju 1998 roku.", "maju 1998 roku", "1998-05"),
    (
        "Most otwarto pod koniec maja 1998 roku.",
        "pod koniec maja 1998 roku",
        "1998-05-21/1998-05-31",
    ),
    ("Most otwarto na początku maja 1998 r.", "na początku maja 1998 r.", "1998-05-01/1998-05-10"),
    ("Most otwarto w połowie maja 1998 r.", "w połowie maja 1998 r.", "1998-05-11/1998-05-20"),
    ("Most otwarto latem 1998 roku.", "latem 1998 roku", "1998-06/1998-08"),
    ("Most otwarto zimą 1998 roku.", "zimą 1998 roku", "1998-12/1999-02"),
    ("Most otwarto w 1998 roku.", "1998 roku", "1998"),
    ("Most otwarto w roku 1998.", "roku 1998", "1998"),
    ("Most otwarto w latach 90. XX wieku.", "latach 90. XX wieku", "1990/1999"),
    ("Most otwarto 3 maja.", "3 maja", "--05-03"),
    ("Most otwarto w maju.", "maju", "--05"),
    ("Most zamknięto 3-5 maja.", "3-5 maja", "--05-03/--05-05"),
]


@pytest.mark.parametrize(("text", "span", "value"), CASES)
def test_a_date_is_found_with_its_value(text: str, span: str, value: str) -> None:
    found = [(text[f.start : f.end], f.value) for f in find_dates(text, None)]
    assert (span, value) in found


def test_the_year_follows_from_the_weekday() -> None:
    text = "We wtorek 17 czerwca podpisano umowę, o której mówiono od 2024 roku."
    assert find_dates(text, None)[0].value == "2025-06-17"


def test_the_year_follows_from_publication() -> None:
    assert find_dates("Odbyło się 4 lipca.", date(2019, 7, 9))[0].value == "2019-07-04"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kuter staranował zbudowany w 1902 roku prom. 11 maja wrócił do portu.", "--05-11"),
        ("Malarz, urodzony w 1960 roku, mieszka w Łebie. 11 maja wrócił do portu.", "--05-11"),
        ("W 1916 roku kuter staranował zbudowany w 1902 roku prom. 11 maja wrócił.", "1916-05-11"),
        ("Prom został zbudowany w 1902 roku. 11 maja popłynął do Łeby.", "1902-05-11"),
        ("Prom zbudowano w 1902 roku. 11 maja popłynął do Łeby.", "1902-05-11"),
    ],
)
def test_a_year_told_by_the_way_is_not_that_of_the_next_day(text: str, value: str) -> None:
    assert find_dates(text, None)[-1].value == value


def test_no_turn_of_centuries_goes_backwards() -> None:
    assert all(f.when.first is None for f in find_dates("na przełomie III i II w.", None))


def test_a_day_that_does_not_fit_a_guessed_publication_has_no_year() -> None:
    text = "Aktorka zmarła w środę 21 lutego 2018 roku.\n\nReżyser zmarł 25 kwietnia w Łodzi."
    assert find_dates(text, None, tense=lambda _: "past")[-1].value == "--04-25"


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    text = f"Stało się to {day.day} {MONTHS[day.month - 1]} {day.year} roku."
    assert find_dates(text, None)[0].value == day.isoformat()


@given(st.text(alphabet="0123456789. -–maj lipca roku XV w", max_size=60))
def test_no_text_breaks_the_search(text: str) -> None:
    for found in find_dates(text, None):
        assert 0 <= found.start < found.end <= len(text)


def test_wowczas_is_the_date_last_spoken_of() -> None:
    text = "Wybrano go w maju 1998 roku. Wówczas mieszkał w Gdyni."
    assert [f.value for f in find_dates(text, None)] == ["1998-05", "1998-05"]
