"""Every time expression of a corpus of our own is found, and has the value it should have."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.languages.polish import Polish

POLISH = Polish()
LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "dates_pl.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def marked(sentence: str) -> tuple[str, list[str]]:
    """Take the braces out of a sentence; return it with the expressions they held."""
    return re.sub(r"[{}]", "", sentence), re.findall(r"\{(.*?)\}", sentence)


def bare(span: str) -> str:
    """Take a leading preposition of place in time from a span, and a closing mark."""
    return re.sub(r"^(?:we?|od|do|z) ", "", span.lower().rstrip(" .,"))


def test_the_corpus_is_there() -> None:
    assert sum(len(marked(sentence)[1]) for _, sentence, _ in LINES) >= 150


@pytest.mark.parametrize(("published", "sentence", "values"), LINES)
def test_an_expression_is_read_right(published: str, sentence: str, values: str) -> None:
    text, expressions = marked(sentence)
    day = None if published == "-" else date.fromisoformat(published)
    found = [
        (f.found.value, text[f.found.start : f.found.end]) for f in POLISH.read(text, day).dates
    ]
    assert [value for value, _ in found] == (values.split(";") if expressions else [])
    for (_, span), wanted in zip(found, expressions, strict=True):
        assert bare(span) == bare(wanted)


PIECES = st.sampled_from(
    [
        *("w", "we", "na", "od", "do", "przed", "za", "pod", "koniec", "początku", "połowie", "–"),
        *("31", "30", "29", "0", "5", "1999", "2020", "9999", "lutego", "stycznia", "maju", "roku"),
        *("środę", "wtorek", "lat", "90.", "XIX", "wieku", "p.n.e.", "latem", "zimy", "br.", "bm."),
        *("dwa", "sto", "lata", "dni", "rok", "temu", "później", "wówczas", "zeszłym", "tygodniu"),
        *("przełomie", "i", "a", "III", "kwartale", "31.12.2024", "następnego", "dnia", ".", ","),
    ]
)
DAYS = st.one_of(st.none(), st.dates())


@given(st.lists(PIECES, max_size=20).map(" ".join), DAYS)
def test_no_words_and_no_day_of_publication_break_the_reading(text: str, day: date | None) -> None:
    for f in POLISH.read(text + ".", day).dates:
        assert 0 <= f.found.start < f.found.end <= len(text) + 1
        when = f.found.when
        assert when.first is None or (when.last is not None and when.first <= when.last)
