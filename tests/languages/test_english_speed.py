"""What is read in a shorter way says the same as the longer one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

HanoverTagger = pytest.importorskip("HanTa.HanoverTagger").HanoverTagger

from quiz.languages.english import amounts
from quiz.languages.english.options.bodies import _written_out
from quiz.languages.english.tagger import Morphemes


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(["VRC", " (VRC)", "club", " ", "X", "(", "é", "_", "2"])))
def test_an_acronym_is_written_out_where_an_expression_would_find_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert _written_out("VRC", text) == bool(re.search(r"[a-z]\w* \(VRC\)", text))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["half", "Half an hour", "a", "year", " of the ", "two-thirds", "one in three", "3",
             " ", "three-nation", "20-minute", "\n", "quarter", "over a Century", "four out of ten"]
        ),
        max_size=6,
    ).map(" ".join)
)  # fmt: skip
def test_what_a_pattern_of_numbers_matches_holds_what_is_sought_before(text: str) -> None:
    low = text.lower()
    for pattern, anchor in (
        (amounts._FRACTION, amounts._PARTS),
        (amounts._COMPOUND, amounts._JOINED),
        (amounts._HALF, amounts._LASTING),
    ):
        assert not pattern.search(text) or anchor.search(low)


def test_words_are_taken_apart_as_the_library_does() -> None:
    ours = Morphemes()
    for word in ("unhappily", "rowers", "grzegorz", "re-elected", "cafés", "xqzt", "overbooking"):
        expected = HanoverTagger.analyze_forward(ours, word)
        found = ours.analyze_forward(word)
        assert found[0][0] == expected[0][0], word
        assert found[0][1] == pytest.approx(expected[0][1])
