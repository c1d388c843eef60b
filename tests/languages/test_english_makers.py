"""Who made a named thing, where a body has its seat, and whom somebody writes for."""

from __future__ import annotations

from datetime import date

import pytest

from quiz.generate.draft import anchored
from quiz.languages import get_language

ENGLISH = get_language("en")
CAST = " Ruth Hale, Omar Reid, Ingrid Moss and Paul Rowe sang at the pier on Monday."


def asked(text: str) -> dict[str, str]:
    """Return the questions on a text and their keys, as far as they stand alone."""
    found = ENGLISH.drafts(ENGLISH.read(text, date(2021, 5, 4)))
    return {d.prompt: d.answer for d in found if anchored(d, ENGLISH) and not d.gap}


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "Helen Marlow's second novel The Cold Pier was burnt on Monday." + CAST,
            "Who wrote the novel The Cold Pier?",
            "Helen Marlow",
        ),
        (
            '"The Long Night", directed by Helen Marlow, was shown in Hull.' + CAST,
            "Who directed The Long Night?",
            "Helen Marlow",
        ),
        (
            "Helen Marlow, author of the book Seven Winters, left on foot." + CAST,
            "Who wrote the book Seven Winters?",
            "Helen Marlow",
        ),
        (
            "Skyfire Games founder Helen Marlow left on foot." + CAST,
            "Who founded Skyfire Games?",
            "Helen Marlow",
        ),
        (
            "The Leeds-based charity Open Door gave the money back on Monday.",
            "In which city is the charity Open Door based?",
            "Leeds",
        ),
        (
            "Open Door Airlines, a budget airline based in Dublin, ran forty flights.",
            "In which city is Open Door Airlines based?",
            "Dublin",
        ),
        (
            "Helen Marlow of The Globe and Mail was given the medal in Leeds on Monday.",
            "Which newspaper did Helen Marlow write for in 2021?",
            "Globe and Mail",
        ),
    ],
)
def test_maker_seat_and_paper_are_asked_for(text: str, prompt: str, answer: str) -> None:
    """What is made once and where a body is need no year; whom somebody writes for has one."""
    assert asked(text).get(prompt) == answer


@pytest.mark.parametrize(
    "text",
    [
        # Two wrote it, a person has no seat, and a name tells its own town.
        "The Cold Pier, written by Helen Marlow and Omar Reid, was burnt." + CAST,
        "Helen Marlow, a lawyer based in Dublin, was given the medal." + CAST,
        "The Leeds-based charity Leeds Open Door gave the money back on Monday.",
    ],
)
def test_what_is_not_one_persons_or_no_bodys_is_not_asked_for(text: str) -> None:
    """Nobody is asked for one of two, or for what the stem tells."""
    assert not [p for p in asked(text) if "based" in p or p.startswith("Who wrote")]


def test_a_nation_was_made_by_nobody() -> None:
    text = "The bus station, designed by the Danish architect Lars Holm, is old."
    found = ENGLISH.drafts(ENGLISH.read(text, None))
    assert not any("designed the Danish?" in d.prompt for d in found)


def test_what_was_launched_or_found_needs_no_year() -> None:
    cast = " Tom Reed, Paul Barlow and Mark Fenwick sang."
    radio = "The engineer Ann Lee launched the Norhus Radio Service in Leeds in 1987." + cast
    found = {d.prompt: d.timeless for d in ENGLISH.drafts(ENGLISH.read(radio, None))}
    assert found["Who launched the Norhus Radio Service in Leeds in 1987?"]
    metal = "Oxygen was discovered by Ann Lee in Leeds in 1787." + cast
    found = {d.prompt: d.timeless for d in ENGLISH.drafts(ENGLISH.read(metal, None))}
    assert found["In which city was oxygen discovered by Ann Lee?"], found
    assert not found["Who discovered oxygen in Leeds in 1787?"]


def test_people_of_a_field_and_time_stand_beside_one_of_it() -> None:
    text = "Joseph Priestley visited the harbour of Leeds in 1774 to see a balloon."
    found = ENGLISH.drafts(ENGLISH.read(text, None))
    beside = {r for d in found if d.answer == "Joseph Priestley" for r in d.rivals}
    assert beside & {"Antoine Lavoisier", "Carl Wilhelm Scheele", "Henry Cavendish", "James Watt"}
    assert not beside & {"Albert Einstein", "Isaac Newton"}
