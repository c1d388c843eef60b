"""English questions for dates and numbers: what is asked, and where silence is right."""

from datetime import date

import pytest

from quiz.languages.english import English
from quiz.languages.protocol import Draft

ENGLISH = English()
DAY = date(2025, 6, 18)


def asked(text: str, category: str) -> list[Draft]:
    """Return the questions of a category, gaps aside."""
    drafts = ENGLISH.drafts(ENGLISH.read(text, DAY))
    return [d for d in drafts if d.category == category and not d.gap]


DATES = [
    (
        "President Ann Lee visited Canada on May 5, 2024.",
        "When did President Ann Lee visit Canada?",
        "May 5, 2024",
    ),
    (
        "The museum of Leeds was opened by Ann Lee in 1998.",
        "In what year was the museum of Leeds opened by Ann Lee?",
        "1998",
    ),
    (
        "The parliament of Norway will vote on the law on Friday.",
        "When will the parliament of Norway vote on the law?",
        "Friday, June 20, 2025",
    ),
    (
        "The fair in Leeds was held from May 3 to May 5, 2012.",
        "When was the fair in Leeds held?",
        "from May 3 to May 5, 2012",
    ),
]


@pytest.mark.parametrize(("text", "prompt", "answer"), DATES)
def test_a_date_is_asked_for(text: str, prompt: str, answer: str) -> None:
    found = {d.prompt: d for d in asked(text, "dates")}
    assert prompt in found
    assert found[prompt].answer == answer
    assert len(found[prompt].rivals) >= 3
    assert found[prompt].quotes == (text,)


SILENT = [
    "Leeds is the largest town of Yorkshire in 1998.",
    "The fires included the Great Fire of Leeds and the fire of York in 1998.",
    "The last winner of the Great Northern Prize was Ann Lee in 1993.",
    "President Ann Lee visited Canada a few years ago.",
    "President Ann Lee visited Canada last week.",
    "President Ann Lee visited Canada after May 5, 2024.",
]


@pytest.mark.parametrize("text", SILENT)
def test_a_date_that_tells_no_day_of_a_deed_is_not_asked_for(text: str) -> None:
    assert asked(text, "dates") == []


COUNTS = [
    ("Ann Lee won 84,121 votes in Leeds.", "How many votes did Ann Lee win in Leeds?", "84,121"),
    (
        "Nearly 900 passengers were rescued in Norway.",
        "How many passengers were rescued in Norway?",
        "nearly 900",
    ),
    (
        "In 2024, Sweden bought 58% of Norway's gas.",
        "In 2024, what percentage of Norway's gas did Sweden buy?",
        "58%",
    ),
]


@pytest.mark.parametrize(("text", "prompt", "answer"), COUNTS)
def test_a_number_is_asked_for(text: str, prompt: str, answer: str) -> None:
    found = {d.prompt: d for d in asked(text, "numbers")}
    assert prompt in found
    assert found[prompt].answer == answer
    assert len(found[prompt].rivals) >= 3


UNCOUNTED = [
    "Ann Lee was killed in Norway in a plot involving five ministers.",
    "The extent of the wall of Leeds was 73 miles.",
    "Ann Lee came to Norway for the 30th anniversary.",
]


@pytest.mark.parametrize("text", UNCOUNTED)
def test_a_number_that_does_not_belong_to_the_verb_is_not_asked_for(text: str) -> None:
    assert asked(text, "numbers") == []


ARTICLE = """A crane falls in Leeds

Thursday, June 19, 2025

Police on Monday arrested Ann Lee in Leeds. A storm on the coast yesterday caused a crane to fall
into the Grand Theatre of Leeds. A gale yesterday closed the harbour of Whitby. The meeting on
Tuesday was cancelled by Paul Marsh. Ann Lee and her brother are to travel to Norway on Saturday.
A drone on Sunday hit the port of Hull. Flemish mayor Eva Stone on Tuesday praised the firefighters
of Leeds. Stone returned on Monday. Two sailors who had been missing since Tuesday were found in
Hull on Wednesday.
"""


@pytest.mark.parametrize("day", [date(2025, 6, 19), date(2025, 6, 18)])
def test_the_stem_tells_the_year_and_people_have_no_date_of_their_own(day: date) -> None:
    document = ENGLISH.read(ARTICLE, day)
    found = {d.prompt: d for d in ENGLISH.drafts(document) if d.category == "dates"}
    arrest = found["When in 2025 did police arrest Ann Lee in Leeds?"]
    assert arrest.answer == "Monday, June 16, 2025"
    assert "Thursday, June 19, 2025" in arrest.quotes
    assert all("2025" in rival for rival in arrest.rivals)
    plan = found["When in 2025 were Ann Lee and her brother to travel to Norway?"]
    assert plan.answer == "Saturday, June 21, 2025"
    # "Yesterday" is another day by the dateline than by the day that the file tells.
    assert ("When in 2025 did a gale close the harbour of Whitby?" in found) == (day.day == 19)
    assert "When in 2025 did a drone hit the port of Hull?" in found
    assert "When in 2025 did Flemish mayor Eva Stone praise the firefighters of Leeds?" in found
    assert not any("Eva Stone return" in prompt for prompt in found)
    assert any("missing since June 17, 2025" in prompt for prompt in found)
    # A meeting has its own day.
    assert not any("cancel" in prompt for prompt in found)


LATER = """A plant in Leeds

Thursday, June 19, 2025

Ann Lee had opened the plant of Norhus in Leeds in 1998. Paul Marsh, who took over in 2011, had
fallen ill in York in March 2024. Marsh will speak to the parliament of Norway on July 2.
"""


def test_the_tense_is_that_of_whoever_reads_the_question_later() -> None:
    found = {d.prompt: d.answer for d in ENGLISH.drafts(ENGLISH.read(LATER, DAY))}
    assert found["In what year did Ann Lee open the plant of Norhus in Leeds?"] == "1998"
    assert (
        found["When in 2025 was Paul Marsh to speak to the parliament of Norway?"] == "July 2, 2025"
    )
    assert not any(" had " in prompt or " will " in prompt for prompt in found)
    # "Took over" does not say what.
    assert not any("took over" in prompt or "take over" in prompt for prompt in found)


def test_a_year_behind_a_day_stands_between_commas() -> None:
    text = (
        "Ann Lee said on May 5, 2024 that the parliament of Norway would vote on the law in Oslo."
    )
    told = {d.explanation for d in ENGLISH.drafts(ENGLISH.read(text, DAY))}
    assert any("on May 5, 2024, that the parliament" in one for one in told)
    assert not any("2024 that" in one for one in told)


def test_a_day_of_the_month_before_the_dateline_is_not_asked_for() -> None:
    line = "A fair\n\nMonday, March 3, 2025\n\nAnn Lee opened the fair of Leeds on {day}.\n"

    def prompts(day: str) -> set[str]:
        drafts = ENGLISH.drafts(ENGLISH.read(line.format(day=day), date(2025, 3, 3)))
        return {d.prompt for d in drafts if d.category == "dates"}

    assert prompts("Sunday") == {"When in 2025 did Ann Lee open the fair of Leeds?"}
    assert prompts("February 27") == prompts("Sunday")
    assert not prompts("Thursday")
