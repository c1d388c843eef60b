"""Text is data: safe, composed, and compared as people compare it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.base.text import (
    MARKS,
    clean,
    first_pile,
    first_unsafe,
    fold,
    fold_all,
    name_of,
    one_line,
)

RICH = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "19 .,'\u00a0\u202f\u2009\"„”’-–−\x00\x1b\r\n\t\u0301\u0327\u200d\u0345²½ßİŁ…"
        ),
    ),
    max_size=40,
)


@given(RICH)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.lists(RICH))
def test_many_texts_fold_as_each_by_itself(texts: list[str]) -> None:
    assert fold_all(texts) == [fold(text) for text in texts]


@given(RICH)
def test_clean_text_is_safe_composed_and_stays(text: str) -> None:
    cleaned = clean(text)
    assert first_unsafe(cleaned) is None
    assert first_pile(cleaned) is None
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned) == cleaned
    cleaned.encode("utf-8")


@given(RICH)
def test_one_line_is_clean_and_one_line(text: str) -> None:
    line = one_line(text)
    assert not set("\t\n\r") & set(line)
    assert "  " not in line
    assert one_line(line) == line
    assert clean(line) == line


@pytest.mark.parametrize(
    "same",
    [
        ("1000", "1 000", "1\u00a0000", "1,000", "1.000", "1'000", "1\u202f000."),
        ("1000000", "1 000 000"),
        ("kursk", "Kursk", "„Kursk”", " KURSK. ", "“Kursk”"),
        ("2010-2012", "2010–2012", "2010\u22122012"),
        ("łódź", "ŁÓDŹ", "Ło\u0301dź"),
        ("it's", "it’s", "its"),
    ],
)
def test_the_same_option_in_another_spelling(same: tuple[str, ...]) -> None:
    assert len(set(fold_all(same))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,5", "15"),
        ("10²", "102"),
        (".5", "5"),
        ("4.06.2024", "4062024"),
        ("Lodz", "Łódź"),
        ("«", "”"),
        ("5", "-5"),
        ("1 00", "100"),
    ],
)
def test_other_options_stay_others(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_line_that_ends_in_another_way_ends() -> None:
    assert clean("a\r\nb\rc\u2028d\x0be") == "a\nb\nc\nd\ne"


def test_escapes_and_hidden_text_go() -> None:
    assert clean("\x1b[31mre\u202ed\u00ad\U000e0041\ud800") == "[31mred"


def test_emoji_and_joiners_stay() -> None:
    assert clean("👩\u200d👩 ❤\ufe0f") == "👩\u200d👩 ❤\ufe0f"


def test_a_pile_of_marks_is_cut() -> None:
    pile = "x" + "\u0315" * 30 + "y"
    assert first_pile(pile) == 1
    assert clean(pile) == "x" + "\u0315" * MARKS + "y"
    assert first_pile("x" + "\u0315" * MARKS) is None


def test_characters_have_names() -> None:
    assert name_of("\x1b") == "U+001B ESCAPE"
    assert name_of("\x85") == "U+0085 CONTROL"
    assert name_of("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"
