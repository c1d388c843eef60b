"""What "the city", "the party" and "the attack" take up in an English text."""

from datetime import date

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
            "A coup in Chad began at night. The coup ended on 3 May 1987.",
            "When did the coup in Chad end?",
        ),
        (
            "A group known as the Harbour Guard attacked Leeds in 1987.",
            "In what year did a group known as the Harbour Guard attack Leeds?",
        ),
        (
            "An outbreak of Ebola began at night. The outbreak ended on 3 May 1987.",
            "When did the outbreak of Ebola end?",
        ),
        (
            "A ferry run by the Aldous Company caught fire. The ferry sank on 3 May 1987.",
            "When did the ferry run by the Aldous Company sink?",
        ),
        (
            "Chad has a port. In 1987 Italy sent ships to the capital, Ndjamena.",
            "In what year did Italy send ships to Ndjamena?",
        ),
        (
            "The expedition led by Jean Marlow and Peter Aldous reached Lanzarote in 1402.",
            "In what year did the expedition led by Jean Marlow and Peter Aldous reach Lanzarote?",
        ),
        (
            "In 2004 a storm from the Azores would flood Lisbon.",
            "In what year did a storm from the Azores flood Lisbon?",
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
        "Leeds saw the first African choir of England. The choir sang on 3 May 1987.",
        "The flood is the first in West Africa since 2016.",
        # Several years; the unit has a name, not the coup; a hospital is one of many.
        "Plague killed many people in Leeds in 1563, 1593, 1603 and 1625.",
        "The unit that led the coup, the Harbour Guard, fled. The coup ended on 3 May 1987.",
        "Leeds is in England. The hospital opened on 3 May 1987.",
    ],
)
def test_a_noun_that_could_mean_two_is_not_asked_about(text: str) -> None:
    assert not dates(text)


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "On 3 May 1987, the Federal Court in Leeds ordered Harbour Bank to pay A$45 million.",
            "How much money did the Federal Court in Leeds order Harbour Bank to pay",
            "A$45 million",
        ),
        (
            "Edith Vane served as aide of Paul Marlow, who ruled Chad for 27 years until 1987.",
            "For how many years did Paul Marlow rule Chad",
            "27",
        ),
        (
            "A court in Leeds fined Harbour Bank €45 million on 3 May 1987.",
            "How much money did a court in Leeds fine Harbour Bank",
            "€45 million",
        ),
        (
            "A storm tore down a crane in Mecca on 3 May 1987, killing twelve and wounding 238.",
            "How many people did a storm wound when it tore down a crane in Mecca",
            "238",
        ),
    ],
)
def test_numbers_are_read_with_what_they_count(text: str, prompt: str, answer: str) -> None:
    found = ENGLISH.drafts(ENGLISH.read(text, None))
    assert any(prompt.lower() in d.prompt.lower() and d.answer == answer for d in found), found


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "There were 12,843 houses in Leeds in 1987.",
            "How many houses were there in Leeds in 1987?",
        ),
        (
            "In 1987 there were 12,843 houses in Leeds.",
            "In 1987, how many houses were there in Leeds?",
        ),
    ],
)
def test_what_there_was_is_counted(text: str, prompt: str) -> None:
    found = {d.prompt: d.answer for d in ENGLISH.drafts(ENGLISH.read(text, None))}
    assert found.get(prompt) == "12,843"


NEWS = (
    "Storm over Leeds\n\nThursday, June 19, 2025\n\nThe mayor of Leeds, Mark Fenwick, opened the"
    " Leeds Festival on Tuesday. Visitors came from Hull.\n\n{}\n\nThe lawyer Paul Barlow, the"
    " engineer John Aldous and the judge Peter Marsh came to Leeds on Wednesday."
)


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "The mayor gave 320 books to the schools of Hull on Monday.",
            "When in 2025 did Mark Fenwick give 320 books to the schools of Hull?",
        ),
        (
            "The festival ended on Wednesday with a parade in Hull.",
            "When in 2025 did the Leeds Festival end with a parade in Hull?",
        ),
        (
            "Mark Fenwick praised Hull. The bishop of Hull met him in York on Monday.",
            "When in 2025 did the bishop of Hull meet Mark Fenwick in York?",
        ),
        (
            "Mount Kerr in Iceland erupted on Monday for the first time since 1972.",
            "When did Mount Kerr in Iceland erupt for the first time since 1972?",
        ),
        (
            "Paul Barlow said a bridge in Hull had been closed on Monday.",
            "According to Paul Barlow, when in 2025 was a bridge in Hull closed?",
        ),
    ],
)
def test_a_name_stands_for_what_the_news_takes_up(text: str, prompt: str) -> None:
    read = ENGLISH.read(NEWS.format(text), None)
    found = [d.prompt for d in ENGLISH.drafts(read)]
    assert prompt in found, found


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "The president of Iceland Mark Fenwick opened a bridge in Hull on Monday.",
            "What position did Mark Fenwick hold in 2025?",
        ),
        (
            "Norway's Prime Minister, Edith Vane said it rained.",
            "What position did Edith Vane hold in 2025?",
        ),
    ],
)
def test_an_office_stands_before_its_holder(text: str, prompt: str) -> None:
    read = ENGLISH.read(f"Rain over Hull\n\nThursday, June 19, 2025\n\n{text}", None)
    found = {d.prompt: d.answer.lower() for d in ENGLISH.drafts(read)}
    assert found.get(prompt) in {"president of iceland", "prime minister of norway"}, found


def test_a_gap_tells_its_year_behind_its_source() -> None:
    text = NEWS.format(
        "According to the Harbour Herald, Edith Vane of York lost the Leeds Prize to Ann Lee."
    )
    found = [d.prompt for d in ENGLISH.drafts(ENGLISH.read(text, None)) if d.gap]
    assert all("In 2025, According" not in p for p in found)


def test_what_an_office_is_of_does_not_stand_for_its_holder() -> None:
    text = NEWS.format(
        "In Hull, the district councillor Edith Vane was elected on Monday. Ann Lee of the Harbour"
        " Party was defeated in this district on Monday."
    )
    found = [d.prompt for d in ENGLISH.drafts(ENGLISH.read(text, None))]
    assert not any("in Edith Vane" in p for p in found), found


def test_who_made_something_needs_no_second_name() -> None:
    read = ENGLISH.read(
        "The Aldous Company was founded by Paul Marlow. Mark Fenwick, Simon Hale and Tom Reed sang"
        " in Leeds for the Aldous Company.",
        None,
    )
    found = {d.prompt: d.timeless for d in ENGLISH.drafts(read)}
    assert found["Who founded the Aldous Company?"]
    assert not any(found[p] for p in found if "sang" in p or "sing" in p)


def test_what_an_event_brought_about_is_told_by_who_tells_of_the_event() -> None:
    text = (
        "A storm tore down a crane in Mecca on 3 May 1987, killing 107 or more and wounding 238,"
        " according to the Harbour Herald."
    )
    found = {d.prompt: d.answer for d in ENGLISH.drafts(ENGLISH.read(text, None))}
    stems = [p for p, answer in found.items() if answer == "238"]
    assert stems
    assert all(p.startswith("According to the Harbour Herald") for p in stems)
    assert "107" not in found.values()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        # A purpose may be left out where it leans, what somebody is asked to do may not.
        ("In 1987, Iceland held two parades to settle the matter.", True),
        ("In 1987, Iceland asked two courts to settle the matter.", False),
        ("In 1987, Iceland made two plans to settle the matter.", False),
    ],
)
def test_a_purpose_that_leans_is_left_out(text: str, asked: bool) -> None:
    found = [d.prompt for d in ENGLISH.drafts(ENGLISH.read(text, None))]
    assert any("how many" in p.lower() for p in found) == asked, found


def test_money_is_written_without_blanks() -> None:
    text = "On 3 May 1987, Harbour Bank paid US $ 20,000 to Ann Lee of Hull."
    found = [d.prompt for d in ENGLISH.drafts(ENGLISH.read(text, None))]
    assert any("US$20,000" in p for p in found), found
    assert not any("$ " in p for p in found)


def test_what_many_do_is_not_asked_of_one() -> None:
    found = {
        d.prompt
        for text in (
            "Edith Vane of Hull lives in Belgium.",
            "Edith Vane of Hull lives in Belgium with 320 cats.",
        )
        for d in ENGLISH.drafts(ENGLISH.read(NEWS.format(text), None))
    }
    assert not any(p.endswith("lived in Belgium?") for p in found), found
    assert any("320" in p or "how many cats" in p.lower() for p in found), found


def test_an_office_of_two_words_keeps_its_capitals() -> None:
    text = "Prime Minister Edith Vane opened a bridge in Hull on Monday."
    found = [d.prompt for d in ENGLISH.drafts(ENGLISH.read(NEWS.format(text), None))]
    assert any("did Prime Minister Edith Vane open" in p for p in found), found


def test_a_date_stays_with_its_participle() -> None:
    text = "Harbour Motors of Leeds sold 320 cars built before April 2016 in Hull on Monday."
    found = [d.prompt for d in ENGLISH.drafts(ENGLISH.read(NEWS.format(text), None))]
    assert not any("built in Hull" in p or "built?" in p for p in found), found


def test_what_is_measured_is_of_no_year() -> None:
    text = NEWS.format("The Tower of Hull in Leeds is 320 metres high.")
    found = [d.prompt for d in ENGLISH.drafts(ENGLISH.read(text, None))]
    assert not any("320" in p or "metres" in p for p in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Divers found a wreck off Iceland in 1987, according to a study made in Leeds in 1990.",
        "According to a study made in Leeds in 1990, divers found a wreck off Iceland in 1987.",
    ],
)
def test_what_a_source_is_does_not_belong_to_what_it_tells(text: str) -> None:
    found = dates(text)
    assert found == {
        "According to a study, in what year did divers find a wreck off Iceland?": "1987"
    }


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "According to the Committee to Protect Journalists, Ann Lee left Hull on 3 May 1987.",
            "According to the Committee to Protect Journalists, when did Ann Lee leave Hull?",
        ),
        (
            "In 1987, Mark Fenwick sent Ann Lee a message from Hull.",
            "In 1987, to whom did Mark Fenwick send a message from Hull?",
        ),
        (
            "In 1987, Mark Fenwick of Hull received €550,000 and Ann Lee €450,000.",
            "In 1987, how much money did Mark Fenwick of Hull receive?",
        ),
    ],
)
def test_what_belongs_together_is_read_together(text: str, prompt: str) -> None:
    cast = " Paul Barlow, John Aldous and Peter Marsh sang in Leeds."
    found = [d.prompt for d in ENGLISH.drafts(ENGLISH.read(text + cast, None))]
    assert prompt in found, found


def test_a_pronoun_before_a_name_is_no_subject() -> None:
    text = "Seven people were in Hull in 1987, among them publisher Ann Lee, who lives in Sweden."
    found = [d.prompt for d in ENGLISH.drafts(ENGLISH.read(text, None))]
    assert not any("them" in p for p in found), found


def test_a_date_outlives_what_is_left_out_before_it() -> None:
    text = "Paul Marlow was arrested in Leeds by the guards on 3 May 1987."
    assert "When was Paul Marlow arrested in Leeds?" in dates(text)


def test_what_is_told_as_of_a_day_is_not_asked_for_its_date() -> None:
    text = "As of May 1987, Harbour Bank owned 320 houses in Leeds."
    assert not dates(text)
    found = {d.prompt: d.answer for d in ENGLISH.drafts(ENGLISH.read(text, None))}
    assert found["As of May 1987, how many houses did Harbour Bank own in Leeds?"] == "320"


def test_a_change_keeps_both_its_dates() -> None:
    found = dates("The population of Bristol rose from 300,000 in 1970 to 400,000 in 2010.")
    assert all("in 1970" in p or "in 2010" in p for p in found), found


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


def test_a_storm_that_struck_somewhere_is_the_storm_there() -> None:
    text = (
        "News from Leeds\n\nThursday, June 19, 2025\n\nA strong storm struck in Chile on Tuesday."
        " The storm destroyed 320 houses. A bomb exploded in Leeds on Monday.\n\nThe explosion"
        " injured 23 people."
    )
    found = {d.prompt for d in ENGLISH.drafts(ENGLISH.read(text, date(2025, 6, 19)))}
    assert "In 2025, how many houses did the storm in Chile destroy?" in found, found
    assert "In 2025, how many people did the explosion in Leeds injure?" in found, found


def test_one_of_two_storms_is_nowhere() -> None:
    text = (
        "News from Leeds\n\nThursday, June 19, 2025\n\nA storm struck in Chile on Tuesday. A storm"
        " struck in Peru on Monday. The storm destroyed 320 houses."
    )
    found = {d.prompt for d in ENGLISH.drafts(ENGLISH.read(text, date(2025, 6, 19)))}
    assert not any("320" in p or "houses" in p for p in found), found


def test_the_cathedral_is_the_one_whose_name_ends_so() -> None:
    text = (
        "A fire destroyed the roof of Exeter Cathedral in 1987. Construction of the cathedral began"
        " in 1163 under Ann Lee."
    )
    found = {d.prompt for d in ENGLISH.drafts(ENGLISH.read(text, None))}
    assert any("construction of Exeter Cathedral begin" in p for p in found), found


def test_the_church_is_nobody() -> None:
    doc = ENGLISH.read("He was the first man to lead the Roman Catholic Church in Leeds.", None)
    kinds = {f.kind for f in doc.facts if f.text == "Roman Catholic Church"}
    assert kinds == {"organisation"}
