"""The banks that come with the game keep what they promise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import question_banks
from quiz.banks.read import read_bank
from quiz.game.order import arrange

if TYPE_CHECKING:
    from quiz.banks.models import Bank

FOLDER = Path(question_banks.__path__[0])
BANKS = sorted(FOLDER.glob("*.toml"))


def test_there_is_one_in_each_language() -> None:
    assert {read_bank(path).language for path in BANKS} == {"pl", "en"}


@pytest.fixture(params=BANKS, ids=[path.stem for path in BANKS])
def bank(request: pytest.FixtureRequest) -> Bank:
    return read_bank(request.param)


def test_every_quote_stands_in_its_source_to_the_letter(bank: Bank) -> None:
    texts = {s.id: (FOLDER / (s.path or "")).read_text("utf-8") for s in bank.sources}
    for question in bank.questions:
        assert question.evidence, question.id
        for proof in question.evidence:
            assert proof.quote in texts[proof.source], question.id


def test_every_question_is_reviewed_and_teaches(bank: Bank) -> None:
    assert len(bank.questions) >= 24
    for question in bank.questions:
        assert question.status == "reviewed", question.id
        assert len(question.explanation) > len(question.answer), question.id
        assert len(question.distractors) == 3, question.id
    assert len({question.category for question in bank.questions}) == 7


def test_length_and_place_of_the_key_tell_nothing(bank: Bank) -> None:
    longest = 0
    places = [0, 0, 0, 0]
    for question in bank.questions:
        longest += all(len(question.answer) > len(other) for other in question.distractors)
        if question.category in {"dates", "numbers"}:
            places[arrange(question, bank.language, 1).index(question.answer)] += 1
    assert longest <= len(bank.questions) / 4
    assert max(places) <= sum(places) / 2
