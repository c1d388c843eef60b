"""What stands beside a name: callings, dates of lives, how things came to be; and gaps."""

from __future__ import annotations

from datetime import date

import pytest

from quiz.languages.english import English

ENGLISH = English()
LINE = "News from Leeds\n\nThursday, June 19, 2025\n\n"


def undated(text: str) -> dict[str, str]:
    """Return what is asked of a text without a day, with the keys."""
    return {d.prompt: d.answer for d in ENGLISH.drafts(ENGLISH.read("A page.\n\n" + text, None))}


def dated(text: str) -> dict[str, str]:
    """Return what is asked of an article of June 2025, with the keys."""
    found = ENGLISH.drafts(ENGLISH.read(LINE + text, date(2025, 6, 19)))
    return {d.prompt: d.answer for d in found}


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "The chemist Paul Barlow spoke in Leeds.",
            "What was Paul Barlow by profession?",
            "a chemist",
        ),
        ("Paul Barlow, a young architect, spoke.", "What was Paul Barlow by profession?",
         "an architect"),
        ("The actor and singer Paul Barlow spoke in Leeds.", "What was Paul Barlow by", ""),
        ("The former actor Paul Barlow spoke in Leeds.", "What was Paul Barlow by", ""),
        ("Mayor Paul Barlow spoke in Leeds.", "What was Paul Barlow by", ""),
    ],
)  # fmt: skip
def test_a_calling(text: str, stem: str, answer: str) -> None:
    found = {p: a for p, a in undated(text).items() if p.startswith(stem)}
    assert found == ({stem: answer} if answer else {})


def test_a_calling_of_today_is_told_in_the_present() -> None:
    text = "The chemist Paul Barlow spoke in Leeds."
    assert "What is Paul Barlow by profession?" in dated(text)
    assert "What was Paul Barlow by profession?" in dated(f"The late Paul Barlow sang. {text}")


def test_whoever_has_two_callings_is_asked_for_none() -> None:
    text = "The actor Paul Barlow spoke in Leeds. The novelist Paul Barlow had a cold."
    assert not any("profession" in p for p in undated(text))


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        ("Paul Barlow (1867–1934) drew ships.", "In what year did Paul Barlow die?", "1934"),
        ("Paul Barlow (1867–1934) drew ships.", "In what year was Paul Barlow born?", "1867"),
        ("Ann Lee (born 12 May 1955) drew ships.", "When was Ann Lee born?", "12 May 1955"),
        (
            "The Norhus Museum, founded in 1834, is in Leeds.",
            "In what year was the Norhus Museum founded?",
            "1834",
        ),
        (
            "They went to the Norhus Market, originally built in Leeds in 1808.",
            "In what year was the Norhus Market originally built in Leeds?",
            "1808",
        ),
        (
            "The Whale Bridge (opened in 1932) is long.",
            "In what year was the Whale Bridge opened?",
            "1932",
        ),
    ],
)
def test_dates_beside_a_name(text: str, stem: str, answer: str) -> None:
    assert undated(text).get(stem) == answer


@pytest.mark.parametrize(
    "text",
    [
        "King Paul Barlow (1867–1934) drew ships.",
        "Paul Barlow (1920–1934) drew ships.",
        "They heard a band from Leeds, formed in 1990.",
    ],
)
def test_no_life_and_no_beginning(text: str) -> None:
    assert not any(" die?" in p or " born?" in p or "formed" in p for p in undated(text))


def test_other_lives_stand_beside_a_life() -> None:
    text = "Paul Barlow (1867–1934), Ann Lee (1861–1930) and Tom Reed (1870–1938) drew ships."
    found = ENGLISH.drafts(ENGLISH.read(text, None))
    died = next(d for d in found if d.prompt == "In what year did Paul Barlow die?")
    assert set(died.rivals[:2]) == {"1930", "1938"}


def test_ordinals() -> None:
    found = dated("The 22nd Leeds Fair was held at the Norhus Centre in Hull on Tuesday.")
    stem = "Complete the sentence: “The _____ Leeds Fair was held at the Norhus Centre in Hull"
    assert {a for p, a in found.items() if p.startswith(stem)} == {"22nd"}
    found = undated("Ann Lee won her third title at the Leeds Fair in Hull.")
    assert (
        found["Complete the sentence: “Ann Lee won her _____ title at the Leeds Fair in Hull.”"]
        == "3rd"
    )
    assert not any(
        "_____ place" in p for p in undated("Ann Lee of Hull was in the second place in Leeds.")
    )


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "The Norhus Hall itself, was opened in 1835 and was Norway's first school.",
            "itself, was opened in _____ and was",
            "1835",
        ),
        (
            "The roof of Hull, like most in Leeds, which are red, took 320 men from Norhus to Ely.",
            "How many men did the roof of Hull take",
            "320",
        ),
    ],
)
def test_a_sentence_that_is_asked_of_in_no_other_way_has_a_gap(
    text: str, stem: str, answer: str
) -> None:
    found = undated(text)
    assert any(stem in p and a == answer for p, a in found.items()), found


def test_what_was_so_in_the_year_of_the_news_is_told_in_the_past() -> None:
    found = dated(
        "Peru is one of the nations covered by Helen Marlow's plan, but teams from Chile and"
        " Brazil, which are covered, are among the 163 teams in the Leeds Cup."
    )
    gap = (
        "Complete the sentence: “In 2025, Peru was one of the nations covered by Helen Marlow's"
        " plan, but teams from Chile and Brazil, which were covered, were among the _____ teams in"
        " the Leeds Cup.”"
    )
    assert found.get(gap) == "163", found


def test_a_work_of_hers() -> None:
    found = undated(
        "Ann Lee came to Leeds with her graphic novel Iron Daughters. Tom Reed, Paul Barlow and"
        " Mark Fenwick sang."
    )
    assert found.get("Who wrote the graphic novel Iron Daughters?") == "Ann Lee", found


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        (
            "They lost the Battle of Whale Harbour (1288).",
            "In what year did the Battle of Whale Harbour take place?",
            "1288",
        ),
        (
            "Their best song, “A Harbour of Iron” (1971), was heard.",
            "From what year is the song “A Harbour of Iron”?",
            "1971",
        ),
        (
            "They signed the Treaty of Norhus (1985).",
            "From what year is the Treaty of Norhus?",
            "1985",
        ),
        (
            "The 1979 vote to found a council of Norway failed.",
            "Complete the sentence: “The _____ vote to found a council of Norway failed.”",
            "1979",
        ),
    ],
)
def test_the_year_of_a_name(text: str, stem: str, answer: str) -> None:
    assert undated(text).get(stem) == answer


def test_a_name_takes_the_place_of_the_noun_it_explains() -> None:
    found = undated(
        "Ann Lee defeated another candidate, Raymond Wong of the Labour Party, by 424 votes in"
        " Leeds on 3 May 1987. Tom Reed, Paul Barlow and Mark Fenwick sang."
    )
    stem = "Whom did Ann Lee defeat by 424 votes in Leeds on 3 May 1987?"
    assert found.get(stem) == "Raymond Wong", found
    left = undated("They opened a school, a red building, in Leeds on 3 May 1987.")
    assert not any("red" in p for p in left)


@pytest.mark.parametrize("who", ["Helen Marlow of XQD", "XQD's Helen Marlow", "Helen Marlow"])
def test_initials_that_nobody_knows_are_left_out(who: str) -> None:
    found = dated(f"{who} was elected with 58,825 votes in Leeds on Tuesday.")
    stem = "With how many votes was Helen Marlow elected in Leeds on June 17, 2025?"
    assert found.get(stem) == "58,825", found


def test_he_is_nobody_whom_his_own_clause_names() -> None:
    found = undated(
        "Paul Barlow left the firm with Tom Reed. He came to Leeds in 1987 to meet with Tom Reed."
    )
    assert "In what year did Paul Barlow come to Leeds to meet with Tom Reed?" in found, found


def test_a_clause_behind_when_is_asked_of_as_well() -> None:
    found = undated("The town was glad when the engineer Ann Lee opened the Whale Bridge in 1932.")
    assert found.get("In what year did the engineer Ann Lee open the Whale Bridge?") == "1932", (
        found
    )


def test_whoever_never_lived_stands_beside_nobody() -> None:
    found = ENGLISH.drafts(
        ENGLISH.read(
            "Ann Lee opened the Whale Bridge in 1932. Tom Reed, Paul Barlow, Mark Fenwick and Harry"
            " Potter sang.",
            None,
        )
    )
    assert not any("Harry Potter" in (d.answer, *d.rivals) for d in found)


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        (
            "The red hall was built for guests; Norway bought 320 of its old boats from Hull.",
            "“Norway bought _____",
        ),
        (
            "The harbour of Hull sold 320 boats to Norway, which the others did not like at all.",
            "sold _____ boats to Norway.”",
        ),
        ("The roof of Hull can be seen in 1954 from Leeds, said to be 320 miles off.", ""),
    ],
)
def test_half_a_sentence_that_stands_alone(text: str, gap: str) -> None:
    found = undated(text)
    assert not gap or any(gap in p or "How many boats" in p for p in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds of vendors sold 320 boats, joined by Ann Lee, Tom Reed and Mark Fenwick.",
        "The previous vote in Norway was held before the 1979 protests in Hull and Leeds.",
    ],
)
def test_what_leans_on_a_sentence_before_has_no_gap(text: str) -> None:
    assert not any("_____" in p for p in undated(text)), undated(text)


@pytest.mark.parametrize(
    "text",
    [
        "The song “A Harbour of Iron” (1971)",
        "The Battle of Whale Harbour (1288)",
        "The actor Paul Barlow",
        "Paul Barlow (born",
        "Paul Barlow (d 1934)",
        "The Norhus Museum, founded in",
        "Ann Lee won the gold medal",
        "They beat Chile 5–3",
        "Ann Lee came to Leeds with her novel The",
    ],
)
def test_a_text_may_break_off_anywhere(text: str) -> None:
    for whole in (text, f"{text}\n\nAnn Lee of Hull sang in Leeds.", f"Ann Lee sang. {text}"):
        undated(whole)
        dated(whole)
