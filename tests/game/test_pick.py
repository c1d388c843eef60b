"""Which questions a round asks, and in which order their options stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.banks.models import Bank, Category, Evidence, Question, Source
from quiz.base.errors import NothingToDo, QuizError
from quiz.game.order import arrange
from quiz.game.pick import Asked, assemble


def question(name: str, category: Category = "things", **changes: Any) -> Question:
    made = Question(
        id=name,
        prompt=f"What is {name}?",
        answer="right",
        distractors=("wrong", "worse", "worst"),
        category=category,
    )
    return replace(made, **changes)


def bank(*questions: Question, **changes: Any) -> Bank:
    return replace(Bank(format=1, title="Bank", language="en", questions=questions), **changes)


TWENTY = bank(*(question(f"q{number}") for number in range(20)))


def pick(*banks: tuple[str, Bank], **changes: Any) -> tuple[Asked, ...]:
    wish: dict[str, Any] = {"mode": "timed", "count": None, "seconds": None}
    wish |= {"category": None, "seed": 1}
    return assemble(banks or (("b", TWENTY),), **wish | changes)


def ids(asked: tuple[Asked, ...]) -> list[str]:
    return [one.question.id for one in asked]


@given(st.integers(), st.integers(1, 30))
def test_a_seed_decides_all_and_a_shorter_round_is_the_beginning_of_a_longer(
    seed: int, count: int
) -> None:
    whole = pick(seed=seed)
    assert sorted(ids(whole)) == sorted(one.id for one in TWENTY.questions)
    assert pick(seed=seed, count=count) == whole[:count]


def test_another_seed_is_another_round() -> None:
    assert len({tuple(ids(pick(seed=seed))) for seed in range(20)}) == 20


@given(st.integers(), st.permutations(range(20)))
def test_the_order_in_the_file_does_not_matter(seed: int, order: list[int]) -> None:
    moved = bank(*(TWENTY.questions[index] for index in order))
    assert pick(("b", moved), seed=seed) == pick(seed=seed)


def test_the_answer_stands_in_every_place_about_equally_often() -> None:
    places = Counter(one.key for seed in range(100) for one in pick(seed=seed))
    assert all(400 < places[place] < 600 for place in range(4)), places


def test_a_word_before_every_option_does_not_hide_their_order() -> None:
    asked = question("q", "dates", answer="by 29 March 2019")
    asked = replace(asked, distractors=("by 1 April 2019", "by 29 March 2017", "by 28 March 2019"))
    years = [option.split()[-1] for option in arrange(asked, "en", 1)]
    assert (years, arrange(asked, "en", 1)[3]) == (["2017", *["2019"] * 3], "by 1 April 2019")


def test_time_is_the_players_or_the_questions_or_the_banks() -> None:
    two = bank(question("own", seconds=7), question("bank"), seconds=33)
    assert {one.question.id: one.limit for one in pick(("b", two))} == {"own": 7, "bank": 33}
    assert {one.limit for one in pick(("b", two), seconds=0)} == {7, 33}
    assert {one.limit for one in pick(("b", two), seconds=5)} == {5}
    assert {one.limit for one in pick(("b", two), seconds=5, mode="relaxed")} == {0}


def test_retired_questions_and_other_categories_are_left_out() -> None:
    mixed = bank(question("a"), question("b", "dates"), question("c", "dates", status="retired"))
    assert ids(pick(("b", mixed), category="dates")) == ["b"]
    assert sorted(ids(pick(("b", mixed)))) == ["a", "b"]


def test_the_bank_is_named_where_there_are_several() -> None:
    one = bank(question("q"))
    assert [asked.bank for asked in pick(("x", one))] == [""]
    assert sorted(asked.bank for asked in pick(("x", one), ("y", one))) == ["x", "y"]


def test_questions_of_the_same_name_in_two_banks_are_not_neighbours() -> None:
    both = ids(pick(("x", TWENTY), ("y", TWENTY)))
    assert sum(one == other for one, other in pairwise(both)) < 10


def test_only_what_may_be_asked_is_asked_the_lower_ranks_first() -> None:
    ranks = {("b", f"q{number}"): number % 2 for number in range(10)} | {("c", "q15"): 0}
    order = ids(pick(mode="review", only=ranks))
    assert sorted(order) == [f"q{number}" for number in range(10)]
    assert [int(name[1:]) % 2 for name in order] == [0] * 5 + [1] * 5
    assert ids(pick(mode="review", only=ranks, count=3)) == order[:3]
    assert order != ids(pick(mode="review", only=ranks, seed=2))


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"mode": "mistakes", "only": {}}, "no mistakes"),
        ({"mode": "review", "only": {}}, "nothing to review"),
        ({"only": {("b", "gone"): 0}}, "None of these"),
        ({"category": "dates"}, "There are: things"),
        ({"category": "nonsense"}, "The categories are: dates, numbers"),
        ({"count": 0}, "at least one"),
    ],
)
def test_nothing_to_ask_is_said_in_words(wish: dict[str, Any], said: str) -> None:
    with pytest.raises(QuizError, match=said):
        pick(**wish)


@pytest.mark.parametrize("wish", [{"mode": "mistakes", "only": {}}, {"category": "dates"}])
def test_nothing_left_to_ask_is_nobodys_mistake(wish: dict[str, Any]) -> None:
    with pytest.raises(NothingToDo):
        pick(**wish)


def test_a_bank_without_questions_is_said_in_words() -> None:
    with pytest.raises(NothingToDo, match="retired"):
        pick(("b", bank(question("q", status="retired"))))


def test_a_proof_comes_with_its_source() -> None:
    source = Source(id="brief", title="Brief")
    proofs = (Evidence(source="brief", quote="So it is."), Evidence(source="gone", quote="So."))
    (asked,) = pick(("b", bank(question("q", evidence=proofs), sources=(source,))))
    assert asked.proofs == (("So it is.", source), ("So.", None))


def numbers(answer: str, *distractors: str, **changes: Any) -> Question:
    return question("n", "numbers", answer=answer, distractors=distractors, **changes)


@given(st.integers())
def test_numbers_and_dates_stand_in_order_whatever_the_seed(seed: int) -> None:
    assert arrange(numbers("1000", "5 thousand", "500"), "en", seed) == (
        "500",
        "1000",
        "5 thousand",
    )
    dates = question("d", "dates", answer="17 June 2025", distractors=("2024", "late April 2025"))
    assert arrange(dates, "en", seed) == ("2024", "late April 2025", "17 June 2025")
    spans = question("s", "dates", answer="pół roku", distractors=("rok", "trzy miesiące"))
    assert arrange(spans, "pl", seed) == ("trzy miesiące", "pół roku", "rok")


def test_what_only_looks_like_a_number_is_shuffled() -> None:
    mixed = numbers("1000", "500", "nobody knows", "5000")
    things = question("n", "things", answer="1000", distractors=("500", "3000", "5000"))
    kinds = numbers("5", "10%", "3 days", "$7")
    for shuffled in (mixed, things, kinds):
        assert len({arrange(shuffled, "en", seed) for seed in range(200)}) == 24


@given(st.integers(), st.permutations(("right", "wrong", "worse", "worst")))
def test_the_place_of_an_option_does_not_tell_which_is_the_answer(
    seed: int, texts: list[str]
) -> None:
    answer, *distractors = texts
    other = question("q", answer=answer, distractors=tuple(distractors))
    assert arrange(other, "en", seed) == arrange(question("q"), "en", seed)
    unshuffled = replace(other, shuffle=False)
    assert arrange(unshuffled, "en", seed) == ("right", "worse", "worst", "wrong")


def test_alphabetical_order_does_not_care_about_case() -> None:
    unshuffled = question("q", answer="Zebra", distractors=("apple", "Mango"), shuffle=False)
    assert arrange(unshuffled, "en", 1) == ("apple", "Mango", "Zebra")


def test_a_question_asked_again_is_shuffled_anew_but_dates_stay_in_order() -> None:
    dates = Question(
        id="d",
        prompt="Kiedy?",
        answer="4 czerwca 2025",
        distractors=("17 czerwca 2025", "2 czerwca 2025"),
        category="dates",
    )
    people = Question(
        id="p", prompt="Kto?", answer="Ala", distractors=("Ela", "Ola"), category="people"
    )
    bank = Bank(format=1, title="b", language="pl", questions=(dates, people))
    asked = assemble([("b", bank)], mode="timed", count=None, seconds=None, category=None, seed=1)
    again = [tuple(one.again(seed).options for one in asked) for seed in range(20)]
    at = next(n for n, one in enumerate(asked) if one.question is dates)
    assert {options[at] for options in again} == {
        ("2 czerwca 2025", "4 czerwca 2025", "17 czerwca 2025")
    }
    assert len({options[1 - at] for options in again}) > 1
