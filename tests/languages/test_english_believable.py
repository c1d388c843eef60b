"""Distractors that somebody could believe, and that the article does not say are right as well."""

from __future__ import annotations

from datetime import date

import pytest

from quiz.languages.english import English
from quiz.languages.english.options.bodies import misspelt

ENGLISH = English()
LINE = "News from Leeds\n\nThursday, June 19, 2025\n\n"
CAST = (
    " Judge Peter Marsh, the lawyer Paul Barlow and the engineer John Aldous sat in the second row."
    " The historian Mark Fenwick and the surgeon Simon Hale stayed outside."
)


def asked(text: str) -> dict[str, tuple[str, ...]]:
    """Return what is asked of an article of June 2025, with what may stand beside each key."""
    found = ENGLISH.drafts(ENGLISH.read(LINE + text, date(2025, 6, 19)))
    return {d.prompt: (d.answer, *d.rivals) for d in found}


@pytest.mark.parametrize(
    ("role", "whole"),
    [("The Crown prosecutor", False), ("The Norhus Bank director", True)],
)
def test_no_other_post_bears_what_is_part_of_one_name(role: str, whole: bool) -> None:
    found = asked(f"{role}, Helen Marlow, spoke for an hour in Leeds.{CAST}")
    assert any("position" in p for p in found) == whole, found


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("Untied Nations", True), ("United Nations", False), ("Leeds Harbour Board", False)],
)
def test_letters_in_another_order_are_a_slip(name: str, wrong: bool) -> None:
    assert misspelt(name) == wrong


def test_nothing_is_asked_of_a_sentence_with_a_slip() -> None:
    told = "Chile opened a harbour for fishing boats that the {} had asked for in Leeds.{}"
    assert any("harbour" in p for p in asked(told.format("United Nations", CAST)))
    assert not any("harbour" in p for p in asked(told.format("Untied Nations", CAST)))


def test_what_was_so_then_is_not_told_with_what_is_so_now() -> None:
    rule = "Chile and Peru have kept an old rule on fishing boats in the harbour of Leeds{}."
    assert any("and Peru had kept" in p for p in asked(rule.format("")))
    assert not any("had kept" in p for p in asked(rule.format(" which Brazil has criticised")))


@pytest.mark.parametrize(
    ("told", "shared"),
    [
        ("Helen Marlow met Anna Fry in Leeds.", False),
        ("Helen Marlow met Anna Fry.", True),
        ("Helen Marlow met Anna Fry on Tuesday.", False),
        ("Helen Marlow contacted Anna Fry over the roof of the station in Leeds.", False),
    ],
)
def test_what_many_may_have_done_needs_its_day_or_place(told: str, shared: bool) -> None:
    found = asked(f"{told}{CAST}")
    assert (not any("who " in p.lower() and "Fry" in p for p in found)) == shared, found


def test_an_unknown_stands_beside_unknowns_where_there_are_enough() -> None:
    found = asked(
        "Norhus gave Helen Marlow an option to work in Leeds for one summer. Bill Gates, Elon Musk"
        f" and Mark Zuckerberg wrote to the firm.{CAST}"
    )
    beside = {o for p, options in found.items() if options[0] == "Helen Marlow" for o in options}
    assert beside
    assert not beside & {"Bill Gates", "Elon Musk", "Mark Zuckerberg"}


def test_who_had_the_same_is_no_distractor() -> None:
    won = "The Leeds Cup ended on Tuesday with a silver medal for Poland."
    other = " An Afghan team was given a silver medal for courage. Afghanistan was proud."
    gaps = {p: o for p, o in asked(won + other + CAST).items() if o[0] == "Poland"}
    assert all("Afghanistan" not in o for o in gaps.values())
    free = {
        p: o for p, o in asked(won + " Afghanistan was proud." + CAST).items() if o[0] == "Poland"
    }
    assert any("Afghanistan" in o for o in free.values())


def test_a_banned_country_is_not_asked_for() -> None:
    told = "Syria and all refugees were covered by the {} of Helen Marlow in 2025."
    assert "Syria" in {o[0] for o in asked(told.format("plan") + CAST).values()}
    assert "Syria" not in {o[0] for o in asked(told.format("ban") + CAST).values()}


def test_a_score_is_no_end_of_a_sentence() -> None:
    found = asked("Chile reached the Norhus Cup final on Sunday after beating Peru 5–3 in Leeds.")
    assert any("beating Peru 5–3" in p for p in found), found
    assert not any(p.endswith(("Peru 5?", "Peru 5.”")) for p in found)


def test_who_went_somewhere_is_not_asked() -> None:
    assert not any(
        p.startswith("Who ") for p in asked(f"Helen Marlow flew to Leeds on Tuesday.{CAST}")
    )
    found = asked(f"Helen Marlow flew to Leeds on Tuesday to open the Whale Bridge.{CAST}")
    assert any(p.startswith("Who ") for p in found)


def test_a_party_keeps_its_capital() -> None:
    found = asked(
        "Labour leader Helen Marlow opened the Whale Bridge in Leeds on Tuesday. She is of the"
        f" Labour Party.{CAST}"
    )
    assert any("did Labour leader Helen Marlow open" in p for p in found), found


def test_a_heading_tells_no_capital() -> None:
    text = "Scientists see a whale\n\nThursday, June 19, 2025\n\n"
    told = "Scientists of Norhus College saw a whale near the harbour of Leeds on Tuesday."
    found = ENGLISH.drafts(ENGLISH.read(text + told, date(2025, 6, 19)))
    assert any("did scientists of Norhus College see" in d.prompt for d in found)


def test_a_nation_is_no_part_of_a_post() -> None:
    found = asked(f"The Colombian coach of Chile, Tom Reed, spoke in Leeds on Tuesday.{CAST}")
    stem = "What position did Tom Reed hold in 2025?"
    assert found[stem][0] == "coach of Chile"


def test_what_was_built_cost_something() -> None:
    found = asked(
        "Norhus Hall was built in 1992 by Helen Marlow and Anna Fry, and cost US$620 million."
    )
    assert not any("built US$" in p or "Fry US$" in p for p in found)


def test_people_of_long_ago_have_no_part_in_the_news() -> None:
    found = asked(
        "Helen Marlow opened the Whale Bridge in Leeds on Tuesday. The first bridge was built by"
        " Maurice Hale in 1763. Born Ruth Grey in Hull, Marlow sings." + CAST
    )
    beside = {o for options in found.values() for o in options[1:]}
    assert "Peter Marsh" in beside, found
    assert not beside & {"Maurice Hale", "Ruth Grey"}
