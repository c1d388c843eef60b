"""For which body somebody speaks, works or stands, as a role beside a name tells."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from quiz.generate.draft import anchored
from quiz.languages import get_language

if TYPE_CHECKING:
    from quiz.languages.protocol import Draft

ENGLISH = get_language("en")


def bodies(text: str, published: date | None = date(2021, 5, 4)) -> dict[str, Draft]:
    """Return the timeless questions for a body on a text by their stems."""
    found = ENGLISH.drafts(ENGLISH.read(text, published))
    return {d.prompt: d for d in found if d.timeless and d.category == "organisations"}


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "Anna Lindqvist, a spokeswoman for the Federal Railroad Administration, closed it.",
            "Which agency did Anna Lindqvist speak for in 2021?",
            "Federal Railroad Administration",
        ),
        (
            "Paul Rowe, editor of the Irish Times, refused to name the source on Monday.",
            "Of which newspaper was Paul Rowe editor in 2021?",
            "Irish Times",
        ),
        (
            "Ingrid Moss, a professor at Monash University, called the map a forgery.",
            "At which university was Ingrid Moss a professor in 2021?",
            "Monash University",
        ),
        (
            "Microsoft co-founder Paul Allen bought the wreck on Monday and left it there.",
            "Which company did Paul Allen co-found?",
            "Microsoft",
        ),
        (
            "Omar Reid, a former director of the British Museum, bought the vase on Monday.",
            "Of which museum was Omar Reid director?",
            "British Museum",
        ),
    ],
)
def test_the_body_of_a_role_is_asked_for(text: str, prompt: str, answer: str) -> None:
    """A post is asked of with the year of the article, what is over or for ever without one."""
    found = bodies(text)
    assert prompt in found
    assert found[prompt].answer == answer
    assert len(found[prompt].rivals) >= 3
    assert anchored(found[prompt], ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Lindqvist, a spokeswoman for the Skerry Bay Harbour Authority, closed the pier.",
        "Paul Rowe, a critic of the Irish Times and of Google, refused to say more.",
        "Ms Lindqvist, editor of the Irish Times, refused to name the source on Monday.",
    ],
)
def test_what_has_no_peers_or_no_name_is_not_asked_for(text: str) -> None:
    """Three bodies of the kind have to be known, and the person has a whole name."""
    assert not bodies(text)


def test_a_surname_is_proved_by_the_sentence_that_has_the_whole_name() -> None:
    """The evidence tells who is meant."""
    text = (
        "Anna Lindqvist opened the show in Dublin. It runs until June in three rooms. "
        "Lindqvist, editor of the Irish Times, refused to name the source."
    )
    found = bodies(text)
    quotes = found["Of which newspaper was Anna Lindqvist editor in 2021?"].quotes
    assert "Anna Lindqvist" in quotes[0]
    assert "Irish Times" in quotes[-1]
