"""What "the city", "the party" and "the attack" take up in an English text."""

import pytest

from quiz.languages.english import English
from quiz.languages.english.verbs import past

ENGLISH = English()


def dates(text: str) -> dict[str, str]:
    """Return the questions for a date that are asked of a text without a day of its own."""
    found = ENGLISH.drafts(ENGLISH.read(text, None))
    return {d.prompt: d.answer for d in found if d.category == "dates"}


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "Bristol lies on the Avon. The city opened a library for sailors in 1987.",
            "In what year did Bristol open a library for sailors?",
        ),
        (
            "Mark Fenwick led the Civic Party. In 1987 the party sold a printing house in Leeds.",
            "In what year did the Civic Party sell a printing house in Leeds?",
        ),
        (
            "Pirates attacked the port of Bristol at night. The attack ended on 3 May 1987.",
            "When did the attack on the port of Bristol end?",
        ),
        (
            "The port of Bristol was attacked by pirates. The attack ended on 3 May 1987.",
            "When did the attack on the port of Bristol end?",
        ),
        (
            "The name carbon was coined in 1787 by chemists in Paris.",
            "In what year was the name carbon coined by chemists in Paris?",
        ),
    ],
)
def test_a_noun_takes_up_what_was_named(text: str, prompt: str) -> None:
    assert prompt in dates(text), dates(text)


@pytest.mark.parametrize(
    "text",
    [
        # Two cities, none of which the sentence before is about; two that were attacked; no name.
        "Roads lead from Leeds to Bristol. The city opened a library for sailors in 1987.",
        "Pirates attacked Bristol. Others attacked Hull. The attack ended on 3 May 1987.",
        "Pirates attacked a port at night. The attack ended on 3 May 1987.",
    ],
)
def test_a_noun_that_could_mean_two_is_not_asked_about(text: str) -> None:
    assert not dates(text)


def test_a_change_keeps_both_its_dates() -> None:
    assert not dates("The population of Bristol rose from 300,000 in 1970 to 400,000 in 2010.")


@pytest.mark.parametrize(
    ("lemma", "told"),
    [
        ("rate", "rated"), ("carry", "carried"), ("stop", "stopped"), ("play", "played"),
        ("visit", "visited"), ("admit", "admitted"), ("cover", "covered"), ("lead", "led"),
        ("be", "was"), ("focus", "focused"), ("need", "needed"), ("fix", "fixed"),
    ],
)  # fmt: skip
def test_the_past_tense_of_a_verb(lemma: str, told: str) -> None:
    assert past(lemma) == told
