"""Drafts are found again by prompt, sentence and fact, and no more are made than anybody wants."""

from __future__ import annotations

from datetime import date

import pytest

from quiz.languages import drafts, get_language
from quiz.languages.drafts import Drafts
from quiz.languages.protocol import Draft, Fact

FACT = Fact("person", "Jan Kos", 0, 7, "Jan Kos", "Jan Kos", 3, (0, 2))
DRAFT = Draft(
    prompt="Kto otworzył most w Opolu?", answer="Jan Kos", rivals=("Ewa Lis",), category="people",
    explanation="Most otworzył Jan Kos.", quotes=("Jan Kos otworzył most.",), sentence=3,
    fact=FACT, certainty=0.8, note="",
)  # fmt: skip
TEXTS = {
    "pl": "Jan Kos otworzył {n} maja 2020 roku most w Opolu na Odrze. ",
    "en": "Mark Fenwick opened a museum in {town} on {n} May 2020. ",
}
TOWNS = ("Leeds", "York", "Bath", "Oxford", "Derby", "Dover", "Durham", "Exeter")


def test_a_draft_is_found_by_its_prompt_its_sentence_and_its_fact() -> None:
    found = Drafts()
    assert not found.has(DRAFT.prompt)
    assert not found.asks(FACT)
    found.add(DRAFT)
    assert found.has(DRAFT.prompt)
    assert list(found.of(3)) == found.all == [DRAFT]
    assert not found.of(4)
    assert found.asks(FACT)


def test_a_gap_leaves_its_fact_to_be_asked() -> None:
    found = Drafts()
    found.add(
        Draft(
            prompt="Uzupełnij zdanie: „_____ otworzył most.”", answer="Jan Kos", rivals=(),
            category="people", explanation="", quotes=(), sentence=3, fact=FACT, certainty=0.5,
            note="", gap=True,
        )
    )  # fmt: skip
    assert not found.asks(FACT)


@pytest.mark.parametrize("code", ["pl", "en"])
def test_a_text_without_end_is_drafted_from_at_its_beginning(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    language = get_language(code)
    text = "".join(TEXTS[code].format(n=n, town=town) for n, town in enumerate(TOWNS, 1))
    document = language.read(text, date(2021, 6, 1))
    every = language.drafts(document)
    monkeypatch.setattr(drafts, "ENOUGH", 3)
    few = language.drafts(document)
    assert 0 < len(few) < len(every)
    assert max(d.sentence for d in few) < max(d.sentence for d in every)
