"""Questions about somebody's age: at the time of a deed where one is told, else of the article."""

from datetime import date

import pytest

from quiz.languages.english import English
from quiz.languages.protocol import Draft

ENGLISH = English()
DAY = date(2025, 6, 18)


def asked(text: str) -> list[Draft]:
    """Return the questions about ages."""
    drafts = ENGLISH.drafts(ENGLISH.read(text, DAY))
    return [d for d in drafts if d.prompt.startswith("How old") and not d.gap]


DEEDS = [
    (
        "Daniel Brown, 19, a member of the club in Leeds, was arrested in Florida.",
        "How old was Daniel Brown when he was arrested in Florida?",
        "19",
    ),
    (
        "The 45-year-old David Cameron resigned in London.",
        "How old was David Cameron when he resigned in London?",
        "45",
    ),
    (
        "Former president John Green died in Paris at the age of 87.",
        "How old was John Green when he died in Paris?",
        "87",
    ),
]


@pytest.mark.parametrize(("text", "prompt", "answer"), DEEDS)
def test_an_age_is_asked_at_the_time_of_a_deed(text: str, prompt: str, answer: str) -> None:
    (draft,) = asked(text)
    assert (draft.prompt, draft.answer) == (prompt, answer)
    assert len(draft.rivals) >= 3
    assert answer in draft.explanation


def test_without_a_deed_an_age_is_one_of_the_month_of_the_article() -> None:
    (draft,) = asked("Angela Merkel, 55, said that nothing had happened in Paris.")
    assert draft.prompt == "How old was Angela Merkel in June 2025?"
    (draft,) = asked("James Hill, 55, the mayor of Leeds, said that nothing had happened in Paris.")
    assert draft.prompt == "How old was James Hill, mayor of Leeds, in June 2025?"


def test_the_age_of_a_private_person_is_one_of_the_month_of_the_article_as_well() -> None:
    (draft,) = asked("James Hill, 55, said that nothing had happened in Paris.")
    assert draft.prompt == "How old was James Hill in June 2025?"


def test_nobody_is_asked_for_twice() -> None:
    prompts = [d.prompt for d in asked("James Hill, 55, won in Paris. James Hill, 55, lost later.")]
    assert len([p for p in prompts if "James Hill" in p]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Pupils aged 12 met Ann Lee in Paris.",
        "John Smith met a 14-year-old girl in Paris.",
        "The 100-year-old mill of Ann Lee burnt down in Paris.",
    ],
)
def test_an_age_of_nobody_who_is_named_is_not_asked(text: str) -> None:
    assert asked(text) == []
