"""Polish numbers: what they are worth, what they count, and what is no count at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.languages.polish import Polish
from quiz.languages.polish.numbers import show
from quiz.languages.quantities import Quantity

POLISH = Polish()


def numbers(text: str) -> list[tuple[str, str]]:
    return [(f.text, f.value) for f in POLISH.read(text, None).facts if f.kind == "number"]


def quantity(text: str) -> Quantity:
    return POLISH.read(text, None).quantities[0][1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zatrudniono dwudziestu trzech górników.", [("dwudziestu trzech", "23")]),
        ("Zatrudniono stu pięćdziesięciu górników.", [("stu pięćdziesięciu", "150")]),
        ("Minęło ponad pół roku.", [("ponad pół roku", "0.5")]),
        ("Minęło półtora roku.", [("półtora roku", "1.5")]),
        ("Sprzedano dwa i pół tysiąca biletów.", [("dwa i pół tysiąca", "2500")]),
        ("Wpłacono $336 mln.", [("$336 mln", "336000000")]),
        ("Zgłoszono 19 mln 940 419 usterek.", [("19 mln 940 419", "19940419")]),
        ("Zamknięto jedną trzecią kas.", [("jedną trzecią", "0.333333")]),
        ("Zamknięto dwie trzecie kas.", [("dwie trzecie", "0.666667")]),
        ("Bilet kosztuje od 5 do 7 tys. złotych.", [("od 5 do 7 tys.", "5000/7000")]),
        ("Zabieg trwa 5–7 minut.", [("5–7", "5/7")]),
        ("Wygrał 49-latek z Turku.", [("49-latek", "49")]),
        ("Wychowuje troje dzieci.", [("troje", "3")]),
        ("Minął ponad tydzień.", [("ponad tydzień", "1")]),
        ("Odbył się trzydniowy zlot.", [("trzydniowy", "3")]),
        ("Poparło go co najmniej 12 radnych.", [("co najmniej 12", "12")]),
        ("Przyszło kilka tysięcy osób.", []),
        ("Przyszły tysiące osób.", []),
        ("Wygrali 2:1 i 7:6.", []),
        ("Zadzwonił pod 22 345 67 89.", []),
        ("Mówi o tym art. 5 i § 7 na stronie 12.", []),
        ("Był dwunasty w trzecim biegu na 3. piętrze.", []),
    ],
)
def test_numbers_are_read(text: str, found: list[tuple[str, str]]) -> None:
    assert numbers(text) == found


def test_a_quantity_tells_what_it_counts() -> None:
    document = POLISH.read("Wysłano około pięciu tysięcy wojskowych kucharzy.", None)
    found = document.quantities[0][1]
    assert (found.value, found.about, found.exact) == (5000, "około", False)
    assert document.span(*found.noun) == "wojskowych kucharzy"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Bilet kosztuje 12 zł.", "złoty"),
        ("Statek kosztuje 3 mln euro.", "euro"),
        ("Wzrost wyniósł 5 proc. rocznie.", "procent"),
        ("Wzrost wyniósł 3 punkty procentowe.", "punkt procentowy"),
        ("Trasa ma 85 km długości.", "kilometr"),
        ("Mecz trwał 90 minut.", "minuta"),
        ("Przyszło 90 osób.", ""),
    ],
)
def test_a_unit_is_named(text: str, unit: str) -> None:
    assert quantity(text).unit == unit


@given(st.integers(min_value=2, max_value=999_999_999).filter(lambda n: not 1000 <= n < 2100))
def test_every_number_that_is_written_is_read_back(number: int) -> None:
    text = f"Wydano {show(number)} biletów."
    assert numbers(text) == [(show(number), str(number))]
