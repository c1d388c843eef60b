"""What is added to a bank is there, and every byte that was there before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.banks.desk import Draft
from quiz.banks.grow import grown
from quiz.banks.models import Bank, Evidence, Question, Source
from quiz.banks.problems import BankError
from quiz.banks.read import parse_bank
from quiz.banks.write import dumps
from tests.banks.strategies import banks
from tests.banks.test_edit import HAND

SOURCE = Source(
    id="kurier", title='Most "Nowy"', published=date(2021, 5, 4), url="https://a.example/"
)
QUESTION = Question(
    id="most",
    prompt="Kto otworzył most?",
    answer="Jan Zieliński",
    distractors=("Adam Nowak", "Piotr Wilk"),
    category="people",
    evidence=(Evidence(source="kurier", quote="Jan Zieliński\notworzył most."),),
)
BARE = 'format = 1\ntitle = "Rzeki"\nlanguage = "pl"'


def add(text: str, sources: list[Source], questions: list[Question]) -> str:
    return grown(Draft.of(text, "a.toml"), sources, questions, "a.toml").text.text


def inside(old: str, new: str) -> bool:
    """Whether every line of a text still stands in another, in order."""
    rest = iter(lines_of(new))
    return all(any(line == other for other in rest) for line in lines_of(old))


def lines_of(text: str) -> list[str]:
    return re.split("\r?\n", text.rstrip("\r\n"))


@pytest.mark.parametrize(
    "text",
    [
        HAND,
        HAND.replace("\n", "\r\n"),
        "\ufeff" + HAND,
        HAND.rstrip("\n"),
        HAND.replace('[[sources]]\nid = "atlas"\ntitle = "An atlas"\n', "").replace(
            'evidence = [{ source = "atlas", quote = "1047 km" }]', ""
        ).partition("  [[questions.evidence]]")[0],
        BARE,
        BARE + "\n# koniec\n",
        BARE + "\n\n# Pytania\n[[questions]]\nid='a'\nprompt='a?'\nanswer='a'\ndistractors=['b']\n"
        "category='things'\n\n[[sources]]\nid='z'\ntitle='Z'\n",
    ],
)  # fmt: skip
def test_a_bank_that_was_written_by_hand_keeps_its_layout(text: str) -> None:
    before = parse_bank(text, "a.toml")
    new = add(text, [SOURCE, replace(SOURCE, id="b")], [QUESTION])
    assert parse_bank(new, "a.toml") == replace(
        before,
        sources=(*before.sources, SOURCE, replace(SOURCE, id="b")),
        questions=(*before.questions, QUESTION),
    )
    assert inside(text, new)
    assert new.count("\r\n") == (new.count("\n") if "\r" in text else 0)
    assert new.count("\ufeff") == text.count("\ufeff")


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(banks(), st.booleans())
def test_any_bank_can_grow_twice(bank: Bank, crlf: bool) -> None:
    names = [question.id for question in bank.questions] + [source.id for source in bank.sources]
    longest = max(map(len, names), default=0)
    text = dumps(bank)
    text = text.replace("\n", "\r\n") if crlf else text
    for name in ("a" * (longest + 1), "b" * (longest + 1)):
        source = replace(SOURCE, id=name)
        question = replace(QUESTION, id=name, evidence=(Evidence(source=name, quote="Zdanie."),))
        new = add(text, [source], [question])
        assert inside(text, new)
        assert parse_bank(new, "a.toml").sources[-1] == source
        assert parse_bank(new, "a.toml").questions[-1] == question
        text = new


def test_nothing_added_changes_nothing() -> None:
    assert add(HAND, [], []) == HAND


def test_a_bank_that_nothing_can_be_added_to_says_so() -> None:
    inline = BARE + '\nsources = [{ id = "a", title = "A" }]\n'
    with pytest.raises(BankError, match="nothing can be added"):
        add(inline, [SOURCE], [])
    with pytest.raises(BankError, match="id"):
        add(HAND, [replace(SOURCE, id="atlas")], [])
