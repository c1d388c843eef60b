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
