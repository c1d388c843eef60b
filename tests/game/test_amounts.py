"""What is read as an amount, what is not, and which amounts are of a kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.game.amounts import amount


def ascending(language: str, *options: str) -> bool:
    """Tell whether the options are amounts of one kind, each larger than the one before."""
    measures = [amount(option, language) for option in options]
    read = [measure for measure in measures if measure]
    kinds = {measure.kind for measure in read}
    return len(kinds) == 1 and measures == sorted(set(read))


@pytest.mark.parametrize(
    "options",
    [
        ("500", "1,000", "3 000", "5 thousand", "half a million", "2.5 million", "3 bn"),
        ("almost half a year", "half a year", "over half a year", "a year", "a year and a half"),
        (
            "two weeks",
            "for about six weeks",
            "for over six weeks",
            "three months",
            "2½ years",
            "a decade",
        ),
        ("500 sappers", "1,000 sappers", "5,000 sappers"),
        ("one visit", "two visits", "five visits"),
        ("once", "twice", "three times"),
        ("under one month", "one to two months", "three to five months", "over half a year"),
        ("from two weeks to three months", "15 days", "between 1 and 2 years"),
        ("1–2 million", "2–3 million", "5 million to 10 million", "10-15 million"),
        ("5–10%", "10%", "10–15%"),
        ("5%", "12 per cent", "12.5 percent"),
        ("$900 million", "$5 bn", "6 billion dollars"),
        ("−5", "zero", "7"),
        ("less than 1,000", "1,000", "at least 1,000"),
    ],
)
def test_english_amounts_ascend(options: tuple[str, ...]) -> None:
    assert ascending("en", *options)


@pytest.mark.parametrize(
    "options",
    [
        ("500", "1000", "1 200", "1.300", "5 tys.", "pół miliona", "2,5 mln", "3 mld"),
        ("pół roku", "ponad pół roku", "rok", "półtora roku", "dwa i pół roku", "trzy lata"),
        ("tydzień", "dwa tygodnie", "miesiąc", "3 miesiące", "około pięciu miesięcy"),
        ("500 saperów", "tysiąc saperów", "5 tys. saperów"),
        ("jedna wizyta", "dwie wizyty", "pięć wizyt"),
        ("raz", "dwukrotnie", "trzy razy"),
        ("krócej niż miesiąc", "od jednego do dwóch miesięcy", "od trzech do pięciu miesięcy"),
        ("1 do 2 tys.", "5 tys.", "5–10 tys."),
        ("1 000–2 000", "2 000", "2,5–3,5 mln"),
        ("5%", "12 proc.", "12,5 procent"),
        ("900 tys. zł", "20 mln zł", "30 mln złotych"),
        ("niespełna 1000", "1000", "co najmniej 1000"),
    ],
)
def test_polish_amounts_ascend(options: tuple[str, ...]) -> None:
    assert ascending("pl", *options)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "2,5"),
        ("pl", "1,000"),
        ("en", "15–10"),
        ("en", "10–fifteen"),
        ("en", "from Kursk to Moscow"),
        ("en", "XII"),
        ("pl", "4 z 10"),
        ("en", "Kursk"),
        ("pl", "lata"),
        ("en", ""),
        ("en", "1,0000"),
        ("en", "3:2"),
    ],
)
def test_what_is_not_certain_is_no_amount(language: str, text: str) -> None:
    assert amount(text, language) is None


def test_other_things_counted_are_of_another_kind() -> None:
    assert not ascending("en", "1,000 sappers", "5,000 builders")
    assert not ascending("en", "5", "10%")
    assert not ascending("pl", "2 dni", "5 mln zł")


@given(st.integers(0, 10**12))
def test_grouping_changes_no_value(number: int) -> None:
    grouped = f"{number:,}"
    plain = amount(str(number), "en")
    assert plain is not None
    assert plain == amount(grouped, "en") == amount(grouped.replace(",", " "), "en")
    assert plain == amount(grouped.replace(",", "\N{NO-BREAK SPACE}"), "pl")
    assert plain.key == (number, 0, number)


@given(st.text(), st.sampled_from(["pl", "en"]))
def test_any_text_is_read_or_is_none(text: str, language: str) -> None:
    measure = amount(text, language)
    assert measure is None or measure == amount(f"  {text} ", language)
