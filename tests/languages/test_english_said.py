"""Who said what a text quotes: whose words they are has to be sure, and they stand alone."""

from __future__ import annotations

from datetime import date

import pytest

from quiz.languages import get_language

ENGLISH = get_language("en")
CAST = " Ruth Hale, Omar Reid, Helen Marlow and Paul Rowe sang in Leeds."


def speakers(text: str, published: date | None = date(2021, 5, 4)) -> dict[str, str]:
    """Return who said what, by the quotation, and check that each stem tells the year."""
    found = [d for d in ENGLISH.drafts(ENGLISH.read(text, published)) if "Who said" in d.prompt]
    assert all(d.prompt.startswith("Who said in 2021: “") for d in found)
    return {d.prompt.split("“")[1].rstrip("”?"): d.answer for d in found}


@pytest.mark.parametrize(
    "text",
    [
        # Behind the quotation, before it, and with what the speaker is.
        '"We will repair every organ of Leeds for no money," Helen Marlow said.' + CAST,
        'Helen Marlow said, "We will repair every organ of Leeds for no money."' + CAST,
        'Helen Marlow, a builder, said: "We will repair every organ of Leeds for no money."' + CAST,
        # In the words of somebody, and according to somebody.
        'The pipes are old, but in the words of the builder Helen Marlow, "We will repair every '
        'organ of Leeds for no money."' + CAST,
        '"We will repair every organ of Leeds for no money", according to Helen Marlow.' + CAST,
        # A pronoun, and a second quotation that goes on.
        'Helen Marlow opened the church. "We will repair every organ of Leeds for no money," '
        "she said." + CAST,
        '"It is late," said Helen Marlow. "We will repair every organ of Leeds for no money."'
        + CAST,
        # Of several sentences the first that stands alone.
        'Helen Marlow said: "They lied. We will repair every organ of Leeds for no money."' + CAST,
        # Broken in two by whoever says it.
        '"We will repair every organ of Leeds for no money," Helen Marlow told the choir, "and '
        'then they will see."' + CAST,
    ],
)
def test_whose_words_they_are_is_found(text: str) -> None:
    """The verb of speech and the one person beside it tell it, wherever they stand."""
    assert speakers(text) == {"We will repair every organ of Leeds for no money": "Helen Marlow"}


@pytest.mark.parametrize(
    "text",
    [
        # Two could have said it.
        '"We will repair every organ of Leeds for no money," Helen Marlow told Omar Reid.' + CAST,
        # It points to what only the article knows.
        '"This verdict will be with us for the rest of our lives," Helen Marlow said.' + CAST,
        '"They will repair every organ before the winter comes," Helen Marlow said.' + CAST,
        # Half a sentence, a few words, and no sentence at all.
        '"If nobody repairs the organ of Leeds," Helen Marlow said, "I will."' + CAST,
        '"We are very glad," Helen Marlow said.' + CAST,
        '"The oldest organ of the town of Leeds," Helen Marlow said.' + CAST,
        # A title in quotation marks is nobody's words.
        'Helen Marlow said that she had read "Who Will Repair Every Organ Of The Town" twice.'
        + CAST,
    ],
)
def test_what_is_not_sure_is_not_asked_for(text: str) -> None:
    """Nobody is asked for words that could be another's or that nobody understands."""
    assert speakers(text) == {}
