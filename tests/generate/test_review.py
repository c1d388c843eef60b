"""What a review is offered, from an article of our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from quiz.banks.models import Bank, Evidence, Question
from quiz.banks.read import read_bank
from quiz.base.errors import QuizError
from quiz.base.fold import fold
from quiz.generate.article import Article
from quiz.generate.review import Candidates, draft_bank, start_bank
from tests.app.workshop_kit import ARTICLE

if TYPE_CHECKING:
    from pathlib import Path

MOST = Article("most.txt", ARTICLE.strip(), "Nowy most w Olsztynie otwarty", date(2019, 6, 13))


@pytest.fixture(scope="module")
def bank() -> Bank:
    return draft_bank(MOST, "pl", "")


@pytest.fixture(scope="module")
def candidates(bank: Bank) -> Candidates:
    return Candidates.of({bank.sources[0].id: MOST}, "pl")


def test_every_draft_has_candidates_that_are_no_option_twice(
    bank: Bank, candidates: Candidates
) -> None:
    assert bank.questions
    for question in bank.questions:
        rivals = [fold(rival) for rival in candidates.rivals(question)]
        assert {fold(option) for option in question.distractors} <= set(rivals)
        assert len(set(rivals)) == len(rivals)
        assert fold(question.answer) not in rivals


def test_a_question_in_other_words_has_the_candidates_of_its_answer(
    bank: Bank, candidates: Candidates
) -> None:
    question = bank.questions[0]
    other = replace(question, prompt="Inaczej?", distractors=("x",))
    assert candidates.rivals(other) == candidates.rivals(question)


def test_what_no_draft_knows_is_offered_the_answers_of_like_questions(
    bank: Bank, candidates: Candidates
) -> None:
    source = bank.sources[0].id
    mine = Question(
        id="mine", prompt="Moje?", answer="własna", distractors=("x",), category="numbers",
        evidence=(Evidence(source=source, quote="Most ma 120 metrów długości."),),
    )  # fmt: skip
    drafts = candidates.drafts[source]
    assert set(candidates.rivals(mine)) == {d.answer for d in drafts if d.category == "numbers"}
    assert candidates.rivals(replace(mine, evidence=())) == ()


def test_other_questions_rest_on_the_same_sentence_and_are_not_itself(
    bank: Bank, candidates: Candidates
) -> None:
    found = 0
    for question in bank.questions:
        others = candidates.others(question)
        found += len(others)
        prompts = [fold(other.prompt) for other in others]
        assert fold(question.prompt) not in prompts
        assert len(set(prompts)) == len(prompts)
        assert all(other.evidence[0].source == bank.sources[0].id for other in others)
    assert found


def test_a_language_or_text_that_is_not_there_is_said_in_a_line() -> None:
    with pytest.raises(QuizError, match="does not read like"):
        draft_bank(replace(MOST, text="Das ist auf Deutsch, wie jeder sehen kann. " * 5), "pl", "")


def test_an_article_in_another_language_of_ours_is_drafted_from_in_that() -> None:
    text = "A new pier\n\nMayor Ada Holm opened the pier in Oslo in May 2019. It cost 40 euros."
    assert draft_bank(replace(MOST, text=text), "pl", "").language == "en"
    assert draft_bank(MOST, "en", "").language == "pl"


def test_a_bank_is_started_with_its_article_beside_it(tmp_path: Path, bank: Bank) -> None:
    folder = tmp_path / "banks"
    first = start_bank(folder, bank, MOST, ())
    second = start_bank(folder, bank, MOST, {first.stem})
    assert (first.stem, second.stem) == (
        "nowy-most-w-olsztynie-otwarty",
        "nowy-most-w-olsztynie-otwarty-2",
    )
    written = read_bank(second)
    assert written.questions == bank.questions
    assert (folder / str(written.sources[0].path)).read_text("utf-8") == MOST.text
    with pytest.raises(QuizError, match="already"):
        start_bank(folder, bank, MOST, ())
    (tmp_path / "file").write_text("x")
    with pytest.raises(QuizError, match="cannot be written"):
        start_bank(tmp_path / "file", bank, MOST, ())
