"""English dates: every expression of a corpus is found, with the value it should have."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.languages.date_rules import Found
from quiz.languages.english.dates import MONTHS, find_dates, publication
from quiz.languages.english.times import Surroundings, events
from quiz.languages.english.words import analyse

LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "dates_en.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def marked(sentence: str) -> tuple[str, list[str]]:
    """Take the braces out of a sentence; return it with the expressions they held."""
    return re.sub(r"[{}]", "", sentence), re.findall(r"\{(.*?)\}", sentence)


def bare(span: str) -> str:
    """Take a leading preposition or article from a span, and a closing mark."""
    return re.sub(r"^(?:from|between|the) ", "", span.lower().rstrip(" .,"))


def read(text: str, published: date | None) -> list[Found]:
    words = analyse(text, [(0, len(text))])
    near = Surroundings(words, [w.start for w in words])
    return find_dates(text, published, near.tense, near.counted)


def test_the_corpus_is_there() -> None:
    assert sum(len(marked(sentence)[1]) for _, sentence, _ in LINES) >= 150


@pytest.mark.parametrize(("published", "sentence", "values"), LINES)
def test_an_expression_is_read_right(published: str, sentence: str, values: str) -> None:
    text, expressions = marked(sentence)
    found = read(text, None if published == "-" else date.fromisoformat(published))
    assert [f.value for f in found] == (values.split(";") if expressions else [])
    for f, wanted in zip(found, expressions, strict=True):
        assert bare(text[f.start : f.end]) == bare(wanted)


DATELINES = [
    ("The title\n\nFriday, May 8, 2009\n\nThe fire was put out.", date(2009, 5, 8)),
    ("The title\n\nPublished 8 May 2009 10:45 GMT\n\nThe fire was put out.", date(2009, 5, 8)),
    ("The title\n\nThursday, May 7, 2015 On Tuesday, the fire was put out.", date(2015, 5, 7)),
    ("The fire was put out yesterday, May 8, 2009, near the mill.", date(2009, 5, 9)),
]


@pytest.mark.parametrize(("text", "day"), DATELINES)
def test_a_dateline_tells_the_day_of_publication(text: str, day: date) -> None:
    found = publication(text, None)
    assert (found.day, found.exact) == (day, True)


def test_a_day_that_is_told_is_believed_before_a_dateline() -> None:
    found = publication("Friday, May 8, 2009\n\nThe fire was put out.", date(2010, 1, 2))
    assert found.day == date(2010, 1, 2)


def test_a_date_in_the_middle_of_a_text_is_no_dateline() -> None:
    assert publication("The fire of May 8, 2009 was put out by rain.", None).day is None


def test_the_year_follows_from_the_weekday() -> None:
    text = "They met on Tuesday, June 17, after talks that began in 2024."
    assert find_dates(text, None)[0].value == "2025-06-17"


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_in_both_orders(day: date) -> None:
    month = MONTHS[day.month - 1]
    american = f"It happened on {month} {day.day}, {day.year}."
    british = f"It happened on {day.day} {month} {day.year}."
    assert [f.value for f in find_dates(american, None)] == [day.isoformat()]
    assert [f.value for f in find_dates(british, None)] == [day.isoformat()]


def test_an_event_tells_a_time() -> None:
    text = "Prices rose during the Great Frost of the north, and fell after he had left."
    words = analyse(text, [(0, len(text))])
    found = [
        text[words[a].start : words[b - 1].end] for a, b in events(words, 0, len(words), set())
    ]
    assert found == ["during the Great Frost of the north"]


PIECES = st.sampled_from(
    [
        *(
            "in",
            "on",
            "from",
            "to",
            "between",
            "and",
            "the",
            "end",
            "of",
            "early",
            "mid-",
            "–",
            "of",
        ),
        *("31", "30", "29", "0", "5", "1999", "2020", "9999", "February", "May", "March", "Sept."),
        *("Sunday", "Tuesday", "last", "next", "this", "week", "year", "the 1990s", "nineteenth"),
        *("century", "BC", "AD", "summer", "fall", "2019-20", "two", "hundred", "years", "ago"),
        *(
            "days",
            "later",
            "that",
            "day",
            "following",
            "Q3",
            "quarter",
            "31/12/2024",
            "10:30",
            "pm",
        ),
        *("a few", "more than", "Christmas Day", "at", "noon", "weekend", ".", ",", "(", ")"),
    ]
)
DAYS = st.one_of(st.none(), st.dates())


@given(st.lists(PIECES, max_size=20).map(" ".join), DAYS)
def test_no_words_and_no_day_of_publication_break_the_reading(text: str, day: date | None) -> None:
    for f in read(text + ".", day):
        assert 0 <= f.start < f.end <= len(text) + 1
        when = f.when
        assert when.first is None or (when.last is not None and when.first <= when.last)
