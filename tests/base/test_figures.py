"""Numbers are written as the Unicode CLDR has it."""

from __future__ import annotations

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from quiz.base.figures import decimal, short, whole
from quiz.base.language import use
from quiz.base.vocabulary import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@given(value=st.integers(0, 10**12))
def test_whole_numbers(language: str, value: int) -> None:
    use(language)
    expected = format_decimal(value, locale=language)
    if language == "pl" and value < 10_000:  # CLDR's minimumGroupingDigits, which Babel passes over
        expected = str(value)
    assert whole(value) == expected


@pytest.mark.parametrize("language", LANGUAGES)
@given(value=st.integers(-99_999, 99_999).map(lambda tenths: tenths / 100))
def test_decimal_places(language: str, value: float) -> None:
    use(language)
    expected = format_decimal(value, "0.00", locale=language).replace("-", "−")
    assert decimal(value, 2) == expected
    assert decimal(value, 2, signed=True).lstrip("+") == expected


def test_as_few_places_as_it_needs() -> None:
    assert [short(each) for each in (1.5, 2.0, 0.25)] == ["1.5", "2", "0.25"]
    use("pl")
    assert [short(each) for each in (1.5, 2.0, -0.25)] == ["1,5", "2", "-0,25"]
