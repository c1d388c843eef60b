"""Which three distractors a key gets, and how far rules of thumb get with them."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quiz.generate.choose import choose
from quiz.generate.guessing import Counted, Ledger, hit, measure, named_most
from quiz.languages import Draft
from quiz.languages.protocol import Fact

TEXT = "Ala Kot spotkała Jana Mroza. Ala Kot i Ewa Lis napisały list, który czyta Ewa Lis."


def draft(
    answer: str, *rivals: str, category: str = "people", prompt: str = "Kto napisał list?"
) -> Draft:
    fact = Fact("person", answer, 0, len(answer), answer, answer, 0, (0, 1))
    return Draft(prompt, answer, rivals, category, f"To {answer}.", (TEXT[:28],), 0, fact, 0.8, "")


def test_a_rule_shares_its_luck_among_equals() -> None:
    assert hit((3, 3, 1, 1), (1, 2, 3)) == 0.5
    assert hit((1, 3, 1, 1), (1, 2, 3)) == 0
    assert hit((3, 1, 1, 1), (1, 2, 3)) == 1


def test_what_the_article_names_as_often_as_the_key_comes_first() -> None:
    asked = draft("Ala Kot", "Jan Nowak", "Piotr Wilk", "Adam Sowa", "Ewa Lis")
    chosen = choose(asked, "pl", TEXT, Ledger(), 0)
    assert chosen is not None
    assert "Ewa Lis" in chosen.distractors
    assert len(set(chosen.distractors)) == 3
    assert set(chosen.candidates) | set(chosen.distractors) == set(asked.rivals)
    assert named_most(asked, TEXT.lower()) == 0.5


def test_too_few_candidates_make_no_question() -> None:
    assert choose(draft("Ala Kot", "Ewa Lis", "Jan Mróz"), "pl", TEXT, Ledger(), 0) is None


def test_a_fault_is_mended_by_other_distractors_or_the_draft_is_not_asked() -> None:
    asked = draft("Ala Kot", "Jan Nowak", "Piotr Wilk", "Adam Sowa", "Ewa Lis")
    chosen = choose(asked, "pl", TEXT, Ledger(), 0, sound=lambda three: "Ewa Lis" not in three)
    assert chosen is not None
    assert "Ewa Lis" not in chosen.distractors
    assert choose(asked, "pl", TEXT, Ledger(), 0, sound=lambda _: False) is None


def test_over_a_bank_the_key_stands_everywhere_in_order_alike() -> None:
    ledger = Ledger()
    for n in range(40):
        key, *others = [str(20 + 3 * k) for k in (5, 1, 2, 3, 7, 8, 9)]
        asked = draft(key, *others, category="numbers", prompt=f"Ile domów ma ulica nr {n}?")
        assert choose(asked, "pl", TEXT, ledger, 0)
    assert set(ledger.places) == {0, 1, 2, 3}
    assert max(ledger.places.values()) - min(ledger.places.values()) <= 1


def test_another_seed_gives_other_distractors_and_the_same_seed_the_same() -> None:
    asked = draft("Ala Kot", *(f"Jan Sowa {n}" for n in range(8)))
    found = {choose(asked, "pl", "", Ledger(), seed).distractors for seed in range(12)}  # type: ignore[union-attr]
    assert len(found) > 1
    one, same = (choose(asked, "pl", "", Ledger(), 3) for _ in range(2))
    assert one == same


@given(st.lists(st.text("abc ", min_size=1, max_size=8), min_size=5, max_size=9, unique=True))
def test_every_rule_measures_every_option(options: list[str]) -> None:
    found = measure("Kto?", options, "people", "pl", "a b c ab")
    assert all(len(values) == len(options) for values in found.values())
    assert "first in order" not in found


def test_a_bank_of_long_keys_does_not_always_have_the_longest_right() -> None:
    ledger, rules = Ledger(), Counter[str]()
    for n in range(30):
        asked = draft(
            "Maksymilian Kot", "Jan Nowak", "Ewa Lis", "Adam Bo", "Aleksander Wiśnicki",
            "Konstanty Zawadzki",
        )  # fmt: skip
        chosen = choose(replace(asked, prompt=f"Kto napisał list {n}?"), "pl", "", ledger, 0)
        assert chosen is not None
        rules.update({rule: int(value) for rule, value in chosen.hits.items()})
    assert rules["longest"] <= 10


def test_a_bank_bears_a_key_that_counting_finds_once_others_fool_it() -> None:
    counted = Counted()
    assert not counted.bears(1.0)
    for _ in range(3):
        assert counted.bears(0.0)
        counted.add(0.0)
    assert counted.bears(1.0)
    counted.add(1.0)
    assert not counted.bears(1.0)


def test_whoever_is_named_more_often_than_the_key_hides_it() -> None:
    assert named_most(draft("Jan Mróz", "Ala Kot", "Ewa Lis", "Piotr Wilk"), TEXT.lower()) == 0
    assert named_most(draft("Ala Kot", "Jan Nowak", "Piotr Wilk", "Adam Sowa"), TEXT.lower()) == 1
