"""Every time expression of a corpus of our own is found, and has the value it should have."""

import re
from datetime import date
from pathlib import Path

import pytest

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
