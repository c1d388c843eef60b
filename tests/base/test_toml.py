"""TOML that others wrote: what is parsed, and numbers without end."""

from __future__ import annotations

import re

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.base.toml import LONGEST, LongNumberError, loads, long_number


@given(st.dictionaries(st.text(min_size=1), st.integers() | st.text(), max_size=5))
def test_what_others_parse_is_parsed_alike(table: dict[str, int | str]) -> None:
    import tomli_w  # noqa: PLC0415

    assert loads(tomli_w.dumps(table)) == table


@pytest.mark.parametrize("number", ["1" * (LONGEST + 1), "1_" * LONGEST, "-" + "9" * 3 * LONGEST])
def test_a_number_without_end_is_refused_before_it_is_read(
    number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tomli, "loads", lambda _text: pytest.fail("it was parsed"))
    with pytest.raises(LongNumberError):
        loads(f"title = 'x'\nnumber = {number}\n")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("17_ a="), st.sampled_from((1, 2, 900, 2149, 4299, 4300, 4301))),
        max_size=9,
    )
)
def test_a_long_number_is_found_as_an_expression_would_find_it(runs: list[tuple[str, int]]) -> None:
    text = "".join(character * times for character, times in runs)
    found = re.search(rf"[0-9_]{{{LONGEST + 1}}}", text)
    assert long_number(text) == (found and found.start())
