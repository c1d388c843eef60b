"""English stems that tell their year, their place once, and an office that is one."""

from datetime import date

import pytest

from quiz.languages.english import English
from quiz.languages.english.asking.years import HEDGED

ENGLISH = English()
LINE = "News from Leeds\n\nThursday, June 19, 2025\n\n"
CAST = (
    " Judge Peter Marsh, the lawyer Paul Barlow and the engineer John Aldous sat in the second row."
    " The historian Mark Fenwick and the surgeon Simon Hale stayed outside."
)


def prompts(text: str) -> set[str]:
    """Return what is asked of an article of June 2025."""
    return {d.prompt for d in ENGLISH.drafts(ENGLISH.read(LINE + text, date(2025, 6, 19)))}


ASKED = (
    "Tom Reed asked the parliament of Norway not to close the harbour of Leeds to fishing boats."
)


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("The harbour of Leeds was full on Monday.", True),
        ("The harbour of Leeds was full on Monday. It had been built in 1998.", False),
        ("The harbour of Leeds was full.", False),
    ],
)
def test_reported_words_are_of_the_only_year_spoken_of(before: str, told: bool) -> None:
    found = prompts(f"{before}\n\nBoats came and went.\n\nNobody slept.\n\n{ASKED}{CAST}")
    stem = "In 2025, who asked the parliament of Norway not to close the harbour of Leeds"
    assert any(p.startswith(stem) for p in found) == told, found


def test_what_an_event_of_a_day_brought_about_tells_the_day() -> None:
    found = prompts("A drone on Sunday struck a hospital in Leeds, killing six people.")
    assert (
        "On June 15, 2025, how many people did a drone kill when it struck a hospital in Leeds?"
        in found
    )


@pytest.mark.parametrize(
    ("stem", "twice"),
    [
        ("When did Ann Lee speak at the town hall at the Leeds Fair?", True),
        ("When did Ann Lee speak at Norhus headquarters in Hull at the Leeds Fair?", True),
        ("When did Ann Lee speak at the Leeds Fair?", False),
        ("When were at least 40 people at the Leeds Fair?", False),
    ],
)
def test_a_place_is_told_once(stem: str, twice: bool) -> None:
    assert bool(HEDGED.search(stem)) == twice


def test_an_office_that_no_other_noun_has_is_not_asked_for() -> None:
    assert not any(
        "position" in p for p in prompts("Ann Lee, editor at large at the Leeds Post, left.")
    )
    assert any("position" in p for p in prompts("Ann Lee, editor of the Leeds Post, left Leeds."))


def test_nobody_is_asked_when_he_was_elected_and_not_to_what() -> None:
    found = prompts("Paul Barlow was first elected in 1999. Tom Reed was elected mayor in 1998.")
    assert not any("Barlow" in p for p in found)
    assert "In what year was Tom Reed elected mayor?" in found


def test_who_held_a_post_and_which_post_are_one_fact() -> None:
    text = "Norhus Bank director Ann Lee spoke in Leeds on Tuesday." + CAST
    found = ENGLISH.drafts(ENGLISH.read(LINE + text, date(2025, 6, 19)))
    stems = ("Who was the Norhus Bank director in 2025?", "What position did Ann Lee hold in 2025?")
    facts = {(d.fact.kind, d.fact.words) for d in found if d.prompt in stems}
    assert len(facts) == 1


def test_an_ambassador_is_told_with_where() -> None:
    found = prompts(
        "Chilean Ambassador to the United States Tom Reed spoke in Leeds on Tuesday." + CAST
    )
    assert "Which country's ambassador to the United States was Tom Reed in 2025?" in found


def test_a_rank_behind_a_post_is_no_part_of_it() -> None:
    found = ENGLISH.drafts(
        ENGLISH.read(
            LINE + "Norhus Bank director General Ann Lee spoke in Leeds." + CAST, date(2025, 6, 19)
        )
    )
    posts = {d.answer for d in found if d.prompt == "What position did Ann Lee hold in 2025?"}
    assert posts == {"Norhus Bank director"}


def test_a_surname_is_of_whoever_is_nobodys_daughter() -> None:
    found = prompts(
        "Helen Garrow died in Leeds on Tuesday. Her daughter, the painter Ruth Garrow, told the"
        " Leeds Post. Garrow was born in Hull in 1929."
    )
    assert "In what year was Helen Garrow born in Hull?" in found, found


def test_a_prize_is_no_organisation() -> None:
    found = prompts("Helen Garrow won the Booker Prize in 1981 in Leeds." + CAST)
    assert not any("hich organisation did Helen Garrow win" in p for p in found)
    assert any("hich award did Helen Garrow win" in p for p in found), found


@pytest.mark.parametrize(
    "text",
    [
        "A court in Hull sentenced former mayor Alan Price to six years in prison on Tuesday.",
        "Alan Price of Norhus was sentenced to six years in prison by a court in Hull on Tuesday.",
    ],
)
def test_how_long_somebody_goes_to_prison(text: str) -> None:
    found = prompts(text + CAST)
    assert any(p.startswith("To how many years in prison") for p in found), found
    assert not any("sentenced in prison" in p or "Price in prison" in p for p in found)


def test_the_holy_see_is_read_without_a_fall() -> None:
    found = prompts("Vatican spokesman Tom Reed spoke in Leeds on Tuesday. The Holy See was glad.")
    assert any("Tom Reed" in p for p in found)


def test_a_rank_in_a_church_is_no_post_of_a_nation() -> None:
    found = prompts("French Cardinal Tom Reed spoke in Leeds on Tuesday." + CAST)
    assert not any("position" in p and "Reed" in p for p in found)


def test_a_year_before_1500_is_told_once() -> None:
    found = prompts("Tom Reed was the first mayor to leave Leeds since Ann Lee in 1415." + CAST)
    assert any("in 1415" in p for p in found), found
    assert not any(p.count("1415") > 1 for p in found)


def test_the_year_of_a_record_is_not_that_of_who_equalled_it() -> None:
    found = prompts("Tom Reed equalled the record set by Ann Lee in Leeds in 1972." + CAST)
    assert any("set by Ann Lee in Leeds in 1972" in p for p in found)
    assert not any(p.startswith("In 1972, who") for p in found)


def test_a_medal_is_told_with_its_contest() -> None:
    won = "Tom Reed won the gold medal in the men's 100 metres at the Leeds Games on Tuesday."
    found = prompts(won + CAST)
    assert any("at the Leeds Games" in p for p in found), found
    assert not any("gold medal?" in p or "medal on June" in p for p in found)


def test_a_paper_is_not_explained_by_a_person() -> None:
    found = prompts(
        "According to the Leeds Herald, Professor Tom Reed opened the Whale Bridge on Tuesday."
        + CAST
    )
    assert any("Reed open the Whale Bridge" in p for p in found), found


def test_any_bridge_is_none() -> None:
    assert not any("a bridge" in p for p in prompts("A bridge was opened by Ann Lee in 1981."))
    found = prompts("A bridge was opened in Leeds by Ann Lee in 1981.")
    assert "In what year was a bridge opened in Leeds by Ann Lee?" in found, found


def test_a_champion_of_another_year_does_not_tell_the_time() -> None:
    before = "The harbour of Leeds was full on Monday.\n\nBoats came.\n\nNobody slept.\n\n"
    champion = "Tom Hale, the {} champion, sat in the first row of Norhus Hall. "
    stem = "In 2025, who asked the parliament of Norway not to close the harbour of Leeds"
    found = prompts(before + champion.format("2007") + ASKED + CAST)
    assert any(p.startswith(stem) for p in found), found
    past = "Tom Hale left the hall in 2007. "
    assert not any(p.startswith(stem) for p in prompts(before + past + ASKED + CAST))


def test_a_sum_is_not_what_its_means() -> None:
    found = prompts(
        "Tom Reed, a banker of Norhus, pledged €100 million for its roof in Leeds." + CAST
    )
    assert not any("its roof" in p for p in found), found


def test_words_to_the_letter_were_said_once() -> None:
    said = 'Judge Helen Marlow said Tom Reed had "sold the trust of a town for a boat".'
    past = "The hall was built in 1987. "
    stem = 'Who said Tom Reed had "sold the trust of a town for a boat"?'
    assert stem in prompts(past + said + CAST), prompts(past + said + CAST)
    short = 'Judge Helen Marlow said Tom Reed had "sold trust".'
    assert not any("sold trust" in p for p in prompts(past + short + CAST))


def test_what_was_going_on_when_something_happened_is_asked() -> None:
    text = "The ferry Whale Star was carrying 126 people when it sank near Leeds on Tuesday."
    assert any("126" not in p and "Whale Star" in p for p in prompts(text + CAST))
