"""English numbers: what is a count, a measure or an age, and what is none of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.languages.english.numbers import Numbers, find_numbers
from quiz.languages.english.numerals import spell, style_of, value_of, written
from quiz.languages.english.words import Word, analyse

COUNTS = [
    ("She won with a record 84,121 votes.", 84_121, "84,121", "", "", "votes"),
    ("Over 900 passengers were rescued.", 900, "900", "over", "", "passengers"),
    ("Some ninety-five sheep drowned.", 95, "ninety-five", "some", "", "sheep"),
    ("The dam cost $1.2 billion.", 1_200_000_000, "$1.2 billion", "", "dollar", ""),
    ("The dam cost £3m.", 3_000_000, "£3m", "", "pound", ""),
    ("The bail was US$ 20,000.", 20_000, "US$20,000", "", "dollar", ""),
    ("Turnout was 58%.", 58, "58%", "", "percent", ""),
    ("Turnout was 58 per cent.", 58, "58 per cent", "", "percent", ""),
    ("The road is 500 miles long.", 500, "500", "", "mile", "miles"),
    ("The calf weighed 45kg.", 45, "45", "", "kilogram", ""),
    ("The heat reached 49.2C in Delhi.", 49.2, "49.2", "", "degree", ""),
    ("The tower (330 m) is old.", 330, "330", "", "metre", ""),
    ("It took at least six hours.", 6, "six", "at least", "hour", "hours"),
    ("He waited almost 15 years.", 15, "15", "almost", "year", "years"),
    ("The storm killed 107 or more.", 107, "107", "at least", "", ""),
    ("Half a million people fled.", 500_000, "half a million", "", "", "people"),
    ("A million and a half people fled.", 1_500_000, "a million and a half", "", "", "people"),
    ("Five hard drives were stolen.", 5, "five", "", "", "hard drives"),
    ("Two dozen cows were sold.", 24, "two dozen", "", "", "cows"),
]  # fmt: skip
AMOUNTS = [
    ("Mohamed, 14, built a clock.", "14", "14", "age"),
    ("The builder is a 14-year-old boy.", "14", "14", "age"),
    ("He died aged 42 in a hospital.", "42", "42", "age"),
    ("From 10 to 15 percent agreed.", "", "", ""),
    ("About 10 to 15 percent agreed.", "10/15", "10 to 15 percent", "percent"),
    ("Between 5 and 7 million birds came.", "5000000/7000000", "5 and 7 million", ""),
    ("A quarter of the town burnt.", "0.25", "A quarter", "part"),
    ("Two-thirds of the votes were lost.", "0.666667", "Two-thirds", "part"),
    ("Income fell 3.2% to $4.57 billion.", "", "", ""),
    ("One in three visitors came by train.", "0.333333", "One in three", "part"),
    ("Half an hour was enough.", "0.5", "Half an hour", "hour"),
    ("The 20-minute film was shown.", "20", "20", "minute"),
]
NONE = [
    "It was the 30th anniversary of the third fire.",
    "No one of them saw Article 5 or room 12.",
    "They lost 3-1 on platform 9 at 10:30.",
    "She was one of the best.",
    "Super Bowl 50 was dull.",
]


def numbers(text: str) -> tuple[tuple[Word, ...], Numbers]:
    words = analyse(text, [(0, len(text))])
    return words, find_numbers(text, words, 0, len(words), lambda _: False)


@pytest.mark.parametrize(("text", "read"), [(t, r) for t, *r in COUNTS])
def test_a_number_has_its_value_and_what_it_counts(text: str, read: list[object]) -> None:
    words, found = numbers(text)
    (q,) = found.quantities
    counted = " ".join(w.text for w in words[slice(*q.noun)])
    assert [q.value, q.shown, q.about, q.unit, counted] == read


@pytest.mark.parametrize(("text", "value", "shown", "unit"), AMOUNTS)
def test_what_is_no_plain_count_is_an_amount(text: str, value: str, shown: str, unit: str) -> None:
    found = numbers(text)[1]
    assert [(a.value, a.shown, a.unit) for a in found.amounts] == (
        [(value, shown, unit)] if value else []
    )


@pytest.mark.parametrize("text", NONE)
def test_ordinals_labels_and_scores_are_no_numbers(text: str) -> None:
    assert numbers(text)[1] == ([], [])


def test_a_record_belongs_to_the_phrase_but_does_not_blur_the_number() -> None:
    words, found = numbers("She won with a record 84,121 votes.")
    (q,) = found.quantities
    assert [w.text for w in words[q.whole : q.last]] == ["a", "record", "84,121"]
    assert q.exact


@given(st.integers(1, 999))
def test_a_number_in_words_is_read_back(n: int) -> None:
    assert value_of(spell(n)) == n


@given(st.integers(1, 10**12))
def test_a_number_in_figures_is_read_back(n: int) -> None:
    assert value_of(f"{n:,}") == value_of(str(n)) == n


STYLES = [
    ("84,121", 50_000, "50,000"), ("8000", 5000, "5000"), ("$1.2 billion", 2.5e9, "$2.5 billion"),
    ("£3m", 5e6, "£5m"), ("58%", 40, "40%"), ("58 per cent", 40, "40 per cent"),
    ("US$20,000", 500, "US$500"), ("six", 21, "twenty-one"), ("2 million", 3.5e6, "3.5 million"),
    ("three million", 5e6, "five million"), ("six", 2.5, ""),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "value", "other"), STYLES)
def test_another_number_is_written_in_the_style_of_the_first(
    shown: str, value: float, other: str
) -> None:
    style = style_of(shown)
    assert style is not None
    assert written(style, value) == other


@given(st.text(alphabet="0123456789 .,-–%$£and halfmiotyersN:/", max_size=50))
def test_no_text_breaks_the_reading(text: str) -> None:
    words, found = numbers(f"x {text}")
    for q in found.quantities:
        assert 0 <= q.whole <= q.first < q.last <= len(words)
    for a in found.amounts:
        assert 0 <= a.first < a.last <= len(words)
