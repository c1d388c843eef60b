"""From English sentences to questions: what is asked, and what is better left unasked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from quiz.languages.english import English

if TYPE_CHECKING:
    from quiz.languages import Draft

ENGLISH = English()
DAY = date(2021, 6, 18)
CAST = (
    " Judge Anna Kovacs, the lawyer Peter Marsh and the engineer John Aldous sat in the second row."
    " The historian Mark Fenwick and the surgeon Paul Barlow stayed outside."
)
"""Others who could be meant, so that a question for a person finds its distractors."""


def drafts(text: str, published: date | None = DAY) -> list[Draft]:
    return ENGLISH.drafts(ENGLISH.read(text, published))


def asked(text: str, published: date | None = DAY) -> dict[str, str]:
    return {d.prompt: d.answer for d in drafts(text, published)}


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        # When: do-support, auxiliaries, the passive; the year where the text leaves it out.
        (
            "The Aldous Company opened a glass factory in Leeds on 4 May 1987.",
            "When did the Aldous Company open a glass factory in Leeds?",
            "4 May 1987",
        ),
        (
            "The old lighthouse near Plymouth was sold to a French painter in March 2012.",
            "When was the old lighthouse near Plymouth sold to a French painter?",
            "March 2012",
        ),
        (
            "The Royal Harbour Museum will move to Bristol in 2027.",
            "In what year will the Royal Harbour Museum move to Bristol?",
            "2027",
        ),
        (
            "On Monday, fire destroyed the oldest cinema in Glasgow.",
            "When did fire destroy the oldest cinema in Glasgow?",
            "Monday, June 14, 2021",
        ),
        # How many, how much: the number leaves with what it counts.
        (
            "The flood in Dresden destroyed about 300 houses.",
            "How many houses did the flood in Dresden destroy?",
            "about 300",
        ),
        (
            "Sixteen countries signed the treaty on glaciers in Geneva.",
            "How many countries signed the treaty on glaciers in Geneva?",
            "Sixteen",
        ),
        # Where: a preposition that the place takes.
        (
            "The Danish orchestra played the first concert of its tour in Lisbon in May 2019.",
            "In which city did the Danish orchestra play the first concert of its tour?",
            "Lisbon",
        ),
        # Which: countries, organisations.
        (
            "Norway banned the hunting of grey whales off the coast of Greenland.",
            "Which country banned the hunting of grey whales off the coast of Greenland?",
            "Norway",
        ),
        (
            "UNESCO added the salt mines of Leeds to its list.",
            "Which international organisation added the salt mines of Leeds to its list?",
            "UNESCO",
        ),
    ],
)
def test_what_a_statement_is_asked_for(text: str, prompt: str, answer: str) -> None:
    assert asked(text).get(prompt, "").lower() == answer.lower(), asked(text)


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "Helen Marlow designed the glass roof of the station in Leeds.",
            "Who designed the glass roof of the station in Leeds?",
            "Helen Marlow",
        ),
        (
            "The glass roof of the station in Leeds was designed by Helen Marlow.",
            "Who designed the glass roof of the station in Leeds?",
            "Helen Marlow",
        ),
        (
            "The hymn of the city of Leeds was written by Helen Marlow.",
            "Who wrote the hymn of the city of Leeds?",
            "Helen Marlow",
        ),
        (
            "The roof of the station in Leeds has been praised by Helen Marlow.",
            "Who has praised the roof of the station in Leeds?",
            "Helen Marlow",
        ),
        (
            "The city of Leeds honoured Helen Marlow with a medal.",
            "Whom did the city of Leeds honour with a medal?",
            "Helen Marlow",
        ),
        # Whoever a clause between commas speaks of is asked for as well.
        (
            "Helen Marlow, who designed the glass roof of the station in Leeds, left on foot.",
            "Who designed the glass roof of the station in Leeds?",
            "Helen Marlow",
        ),
        # What somebody says stays his.
        (
            "Helen Marlow said that the roof of the station in Leeds had cost too much.",
            "Who said that the roof of the station in Leeds had cost too much?",
            "Helen Marlow",
        ),
        # A pronoun is given the name of the only one it can mean.
        (
            "Helen Marlow studied in Vienna. In 1974 she designed a roof for a church in Leeds.",
            "In 1974, who designed a roof for a church in Leeds?",
            "Helen Marlow",
        ),
    ],
)
def test_who_is_asked_for(text: str, prompt: str, answer: str) -> None:
    assert asked(text + CAST).get(prompt) == answer, asked(text + CAST)


@pytest.mark.parametrize(
    "text",
    [
        # Nothing tells what these mean.
        "The agreement was signed in Geneva on 4 May 1987.",
        "They left Leeds on 4 May 1987.",
        "Another factory was opened in Leeds on 4 May 1987.",
        "It was sold to a painter from Leeds in March 2012.",
        "His brother moved to Leeds in March 2012.",
        # What is done to "it" is not done to the subject.
        "Leeds lost 4,000 inhabitants to it in 1645.",
        # Only a reader of the day knows when this was.
        "The Royal Harbour Museum opened a second hall in Leeds a few days ago.",
        # A question, a wish.
        "Did the Royal Harbour Museum move to Bristol in 2017?",
    ],
)
def test_what_does_not_stand_alone_is_not_asked(text: str) -> None:
    assert asked(text + CAST) == {} or all(
        "Leeds" not in prompt and "Geneva" not in prompt for prompt in asked(text + CAST)
    )


def test_a_noun_is_told_by_its_name_where_only_one_can_be_meant() -> None:
    text = (
        "The Severin Bridge crosses the harbour of Aarhus. "
        "The bridge was opened on 8 September 1966 and is painted red."
    )
    found = asked(text, None)
    assert found["When was the Severin Bridge opened?"] == "8 September 1966"


def test_a_noun_that_could_mean_two_things_is_left_alone() -> None:
    text = (
        "The Severin Bridge and the Wilson Bridge cross the harbour of Aarhus. "
        "The bridge was opened on 8 September 1966."
    )
    assert not any("opened" in prompt for prompt in asked(text, None))


def test_who_speaks_cannot_be_what_is_spoken_of() -> None:
    text = "It will be sold in May 2024, according to the Skerry Harbour Trust."
    assert asked(text) == {}


def test_attribution_stays_in_the_stem() -> None:
    text = "According to Reuters, the Danish orchestra cancelled three concerts in Lisbon."
    assert (
        asked(text).get("According to Reuters, how many concerts did the Danish orchestra cancel?")
        or asked(text).get(
            "According to Reuters, how many concerts did the Danish orchestra cancel in Lisbon?"
        )
    ) == "three"
    assert (
        "According to which news agency did the Danish orchestra cancel three concerts in Lisbon?"
        in asked(text)
    )


def test_what_an_event_brought_about_is_asked_with_the_event() -> None:
    text = "A storm hit the coast of Jamaica on 4 May 1987, killing 24 people."
    assert (
        asked(text)[
            "How many people did a storm kill when it hit the coast of Jamaica on 4 May 1987?"
        ]
        == "24"
    )


def test_a_quotation_is_asked_for_its_speaker() -> None:
    text = '"Nobody has repaired the old organ of Leeds since 1950," Helen Marlow said.' + CAST
    assert (
        asked(text)["Who said: “Nobody has repaired the old organ of Leeds since 1950”?"]
        == "Helen Marlow"
    )


@pytest.mark.parametrize(
    ("land", "shown"), [("Scotland", "Scotland"), ("the United Kingdom", "the United Kingdom")]
)
def test_parties_are_asked_for_by_member_and_land(land: str, shown: str) -> None:
    text = (
        f"A new council met in {land}. Helen Marlow of the Labour Party and Peter Marsh of the"
        " Conservative Party shook hands."
    )
    stem = f"Which party in {shown} did Helen Marlow belong to in 2021?"
    found = next(d for d in drafts(text) if d.prompt == stem)
    assert found.answer == "Labour Party"
    assert found.explanation == "Helen Marlow belonged to the Labour Party."
    assert len(found.quotes) == 2  # the land is proven as well


def test_no_party_is_asked_for_where_nobody_knows_of_which_land() -> None:
    text = "Helen Marlow of the Labour Party and Peter Marsh of the Conservative Party shook hands."
    assert not any("party" in prompt for prompt in asked(text))


def test_an_office_is_asked_for_and_a_calling_is_not() -> None:
    text = "Helen Marlow, the director of the Royal Harbour Museum, met the poet Peter Marsh."
    found = asked(text)
    assert found["What position did Helen Marlow hold in 2021?"].startswith("director of the Royal")
    assert not any("Peter Marsh hold" in prompt for prompt in found)


def test_every_draft_keeps_what_a_draft_promises() -> None:
    text = (
        "Helen Marlow, the director of the Royal Harbour Museum, opened a hall in Leeds on Monday. "
        "The museum paid 24 workers for three years. She said the work had cost £2.4 million. "
        "Norway lent it a boat that was built in 1911." + CAST
    )
    found = drafts(text)
    assert found
    for draft in found:
        assert draft.prompt.endswith(("?", "”"))
        assert draft.answer.casefold() not in {r.casefold() for r in draft.rivals}
        assert len({r.casefold() for r in draft.rivals}) == len(draft.rivals) >= 3
        assert all(quote in text for quote in draft.quotes)
        assert draft.explanation


def test_one_text_always_gives_one_set_of_drafts() -> None:
    text = "Helen Marlow designed the glass roof of the station in Leeds in 1974." + CAST
    assert drafts(text) == English().drafts(English().read(text, DAY))


DATED = "{headline}\n\nFriday, March 12, 2021\n\n{text}\n"
"""An article that tells its own day."""
CROWDED = (
    "\n\nThe judge Anna Kovacs, the lawyer Peter Marsh, the engineer John Aldous and the surgeon"
    " Paul Barlow sat in the second row."
)


def dated(headline: str, text: str) -> dict[str, str]:
    return asked(DATED.format(headline=headline, text=text), None)


def test_a_stem_takes_the_year_of_the_news() -> None:
    found = dated(
        "Marlow elected mayor of Leeds",
        "The council of Leeds met in the old theatre. In the Harbour Ward constituency, Mark"
        " Fenwick was elected with 5,120 votes." + CROWDED,
    )
    assert found.get("In the Harbour Ward constituency in 2021, who was elected with 5,120 votes?")
    found = dated(
        "Flood in Dresden", "On Tuesday, a flood in Dresden destroyed 320 houses." + CROWDED
    )
    assert any("2021" in p and "how many houses" in p.lower() for p in found), found


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        # What is so when the article comes out is so in its year, what has been, by then.
        (
            "Mark Fenwick leads the Leeds Chamber of Commerce.",
            "In 2021, who led the Leeds Chamber of Commerce?",
        ),
        (
            "Mark Fenwick is the oldest member of the Leeds Chamber of Commerce.",
            "In 2021, who was the oldest member of the Leeds Chamber of Commerce?",
        ),
        (
            "Mark Fenwick has stopped the plans of the Leeds Chamber of Commerce.",
            "By 2021, who had stopped the plans of the Leeds Chamber of Commerce?",
        ),
        # The first sentences of an article tell its news, whatever the verb.
        (
            "Mark Fenwick contacted former members of the Leeds Choir over lost notes.",
            "In 2021, who contacted former members of the Leeds Choir over lost notes?",
        ),
    ],
)
def test_the_present_and_the_news_are_of_the_year_of_the_article(text: str, prompt: str) -> None:
    assert dated("In the theatre", text + CROWDED).get(prompt) == "Mark Fenwick"


def test_names_tell_apart_what_happened_once() -> None:
    text = CROWDED + "\n\nMark Fenwick wrote to Edith Vane of the Leeds Choir in York about Paris."
    text = text.replace("wrote to", "warned")
    found = dated("In the theatre", "A hall was full." + " It was warm there." * 8 + text)
    assert "Mark Fenwick" in found.values()


@pytest.mark.parametrize(
    "text",
    [
        # Another year nearby, the past before the past, what comes again, what lasts.
        "The Leeds Prize began in 1987. Mark Fenwick won the Leeds Prize for a bridge of glass.",
        "Mark Fenwick had repaired the roof of the Leeds Arena with copper.",
        "Mark Fenwick often sees former members of the Leeds Choir over lost notes.",
        "Mark Fenwick knew former members of the Leeds Choir by their voices.",
    ],
)
def test_what_nobody_could_place_in_time_is_not_asked(text: str) -> None:
    assert "Mark Fenwick" not in dated("A day in Leeds", text + CROWDED).values()


def test_a_recurring_event_is_asked_for_within_its_year() -> None:
    found = dated("Leeds votes", "The Leeds council election was held on Tuesday in heavy rain.")
    assert "When in 2021 was the Leeds council election held in heavy rain?" in found, found


def test_a_question_for_the_end_of_something_is_given_no_year_beside_it() -> None:
    found = dated("Leeds", "Until May 2019 Mark Fenwick headed the Leeds Chamber of Commerce.")
    assert "Until when did Mark Fenwick head the Leeds Chamber of Commerce?" in found, found


@pytest.mark.parametrize(
    "text",
    [
        "Mark Fenwick, co-founder of Glasswork, opened the fair in Leeds on Tuesday.",
        "The Norwegian ambassador Mark Fenwick opened the fair in Leeds on Tuesday.",
    ],
)
def test_what_is_no_office_of_a_body_is_not_asked_for(text: str) -> None:
    found = drafts(DATED.format(headline="A fair in Leeds", text=text), None)
    assert "roles" not in {d.category for d in found}


def test_nobody_is_made_up() -> None:
    text = "Helen Marlow was charged with theft in Leeds on 3 May 2020. Mark Fenwick was there."
    assert "people" not in {d.category for d in drafts(text)}


def test_a_gap_is_rare_and_never_nests() -> None:
    found = drafts(
        "On 3 May 2020, fishermen rescued more than 700 sailors whose ship sank off Norway. "
        "The Aldous Company opened a glass factory in Leeds on 4 May 1987. "
        "Sixteen countries signed the treaty on glaciers in Geneva in 1999."
    )
    assert not any("more than" in d.answer for d in found if d.gap)
    assert sum(d.gap for d in found) * 5 <= len(found)


def test_a_gap_before_many_is_not_filled_by_one() -> None:
    found = drafts(
        "The two most prominent teams to arrive in Leeds in 2019 were those of Ann Marlow. "
        "Mark Fenwick opened a bridge in Leeds on 4 May 1987. Mark Fenwick left Leeds in 1990."
    )
    assert not any({"1", "one"} & set(d.rivals) for d in found if d.gap)


def test_a_gap_offers_no_country_that_needs_an_article() -> None:
    found = drafts(
        "In 2019, the Leeds rowing club won the Baltic Cup with the silver medal going to Poland. "
        "Teams from the United States and Iran came to the Baltic Cup in 2019 as well."
    )
    assert not any("United States" in d.rivals for d in found if d.gap)


def test_no_ruler_stands_beside_who_rules_nothing() -> None:
    text = (
        "The Harbour Choir was founded in Leeds in 1987 by Peter Marsh. Donald Trump heard it in"
        " 2017. The lawyer Mark Fenwick, the surgeon Paul Barlow and the judge John Aldous sang."
    )
    found = [d for d in drafts(text) if d.answer == "Peter Marsh"]
    assert found
    assert not any("Donald Trump" in d.rivals for d in found)


def test_two_spellings_of_a_body_are_no_two_bodies() -> None:
    text = (
        "Mark Fenwick of the New People's Party spoke in Hong Kong. Anna Kovacs of the New People"
        " Party, Peter Marsh of the Civic Party, John Aldous of the Labour Party and Paul Barlow"
        " of LSD listened."
    )
    keys = {d.answer for d in drafts(text)}
    assert "Civic Party" in keys
    assert not keys & {"New People Party", "LSD"}
    assert not any({"New People Party", "LSD"} & set(d.rivals) for d in drafts(text))


def test_the_day_of_a_whole_article_may_be_told_beside_it() -> None:
    text = "A day in Leeds\n\n" + "The hall of the theatre was full that night. " * 8 + CROWDED
    text += "\n\nMark Fenwick contacted former members of the Leeds Choir."
    assert "Mark Fenwick" not in {d.answer for d in drafts(text)}
    assert "Mark Fenwick" in {d.answer for d in drafts(text, None)}


@pytest.mark.parametrize("about", ["more than ", "at least ", "under "])
def test_no_number_is_asked_for_that_is_open_to_one_side(about: str) -> None:
    text = "On Tuesday, a flood in Dresden destroyed {}320 houses."
    exact = dated("Flood in Dresden", text.format(""))
    assert "320" in exact.values()
    assert not any("320" in a for a in dated("Flood in Dresden", text.format(about)).values())
    assert not any("320" in a for a in asked(text.format(about), None).values())


def test_a_pronoun_goes_on_from_the_one_in_the_sentence_before() -> None:
    text = (
        "The composer Edith Vane died in York in 2024. She was born in Whitby in 1934 and studied "
        "with Nadia Boulanger in Paris. In 1981, she was awarded the Wolf Prize for music."
    )
    found = asked(text)
    assert found["In what year was Edith Vane awarded the Wolf Prize for music?"] == "1981"
    # Who was born was not studied.
    assert not any(
        "was studied" in prompt or "was Edith Vane studied" in prompt for prompt in found
    )
