"""Of which country somebody or something is, and where a place lies, needs no date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from quiz.generate.draft import anchored
from quiz.languages import get_language

if TYPE_CHECKING:
    from quiz.languages.protocol import Draft

ENGLISH = get_language("en")


def timeless(text: str, published: date | None = date(2021, 5, 4)) -> dict[str, Draft]:
    """Return the timeless questions on a text by their stems."""
    found = ENGLISH.drafts(ENGLISH.read(text, published))
    return {d.prompt: d for d in found if d.timeless}


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "The plan was first told to the German newspaper Der Morgenbote, which printed it.",
            "Which country is the newspaper Der Morgenbote from?",
            "Germany",
        ),
        (
            "The tour was cut short when French pianist Odile Marchand broke her wrist in Lyon.",
            "Which country is the pianist Odile Marchand from?",
            "France",
        ),
        (
            "Norway's transport minister, Ingrid Solberg, had opened the pier in Holm.",
            "Which country's transport minister was Ingrid Solberg in 2021?",
            "Norway",
        ),
        (
            "The flood cut off the New Zealand town of Rivermouth for three days.",
            "In which country is the town of Rivermouth?",
            "New Zealand",
        ),
        (
            "Skyhopper, a Spanish airline, flies to forty towns. It has nine aircraft.",
            "Which country is the airline Skyhopper from?",
            "Spain",
        ),
        (
            "Ola Quist, a teacher from Fernvale, Oregon, was given the medal on Monday.",
            "In which US state is Fernvale?",
            "Oregon",
        ),
        (
            "Two men from Karlovo Polje, a village in northern Serbia, were found on Monday.",
            "In which country is Karlovo Polje?",
            "Serbia",
        ),
    ],
)
def test_a_country_beside_a_name_is_asked_for(text: str, prompt: str, answer: str) -> None:
    """The key is the country as it is called, and three others nearby could be meant."""
    found = timeless(text)
    assert prompt in found
    draft = found[prompt]
    assert draft.answer == answer
    assert len(draft.rivals) >= 3
    assert answer not in draft.rivals
    assert anchored(draft, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "The French and German newspaper Der Morgenbote printed the plan on Monday.",
        "The English teacher Paul Rowe was given the medal on Monday in the town hall.",
        "The Spanish settlement of Rivermouth was burnt down by pirates on Monday.",
        "The American football coach Paul Rowe was given the medal on Monday.",
        "The British newspaper London Courier printed the plan, and British Rail denied it.",
        "US President Barack Obama opened the pier on Monday and thanked the crew.",
        "They have offices in Oslo, Norway, and Sweden, and sail from Holm, Denmark, and Finland.",
        "The Dutch town of Hoorn op Zee was cut off by the flood for three days.",
        "The Russian region of Crimea was cut off by the flood for three days.",
        "The Afghan team's coach, Farid Noori, thanked the crowd on Monday in the hall.",
        "The flight landed in Paris, France, on Monday with forty passengers on board.",
    ],
)
def test_where_a_text_tells_no_one_country_nothing_is_asked(text: str) -> None:
    """Two countries, a language, a settler's town, a disputed land, a name known to everybody."""
    stems = timeless(text)
    assert not [p for p in stems if "London Courier" not in p]


def test_who_held_an_office_is_put_beside_countries_that_have_it() -> None:
    """A prime minister is of no country that has none."""
    found = timeless("Malaysia's Prime Minister, Hamid Osman, thanked the crew on Monday.")
    draft = found["Which country's prime minister was Hamid Osman in 2021?"]
    assert draft.answer == "Malaysia"
    assert not {"United States", "Mexico", "Germany"} & set(draft.rivals)


def test_a_name_that_tells_its_country_is_not_asked_for() -> None:
    """Nobody needs to read of which country "Radio Norway" is."""
    text = "The plan was first told to the Norwegian broadcaster Radio Norway, which printed it."
    assert not timeless(text)
