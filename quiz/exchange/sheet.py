"""A test sheet as it is printed, before it is HTML or Markdown: variants, order, letters, key.

In every variant the questions and their options stand in an order of their own, decided by the
seed and by what they are; dates and numbers stay in theirs, as in the game.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.game.order import arrange, place

if TYPE_CHECKING:
    from quiz.banks.models import Bank, Question
    from quiz.exchange.protocol import Wishes

LETTERS = "ABCDEF"
_VARIANTS = "ABCDEFGH"

_WORDS = {
    "pl": {
        "name": "Imię i nazwisko",
        "class": "Klasa",
        "date": "Data",
        "points": "Punkty",
        "variant": "Wersja",
        "key": "Klucz",
        "source": "Źródło",
        "task": "Zaznacz jedną poprawną odpowiedź w każdym pytaniu.",
    },
    "en": {
        "name": "Name",
        "class": "Class",
        "date": "Date",
        "points": "Points",
        "variant": "Version",
        "key": "Key",
        "source": "Source",
        "task": "Mark the one right answer to each question.",
    },
}
"""What is printed on a sheet, in the language of its questions."""


class Asked(NamedTuple):
    """A question on a sheet: its number from 1, its options in order, the letter of the answer."""

    number: int
    question: Question
    options: tuple[str, ...]
    letter: str


class Variant(NamedTuple):
    """One sheet; its name is a letter."""

    name: str
    asked: tuple[Asked, ...]


def variants(bank: Bank, wishes: Wishes) -> list[Variant]:
    """Put the questions of a bank in order, once for each variant."""
    return [
        Variant(name, tuple(_asked(bank, wishes.seed * len(_VARIANTS) + at)))
        for at, name in enumerate(_VARIANTS[: wishes.variants])
    ]


def _asked(bank: Bank, seed: int) -> list[Asked]:
    ordered = sorted(bank.questions, key=lambda question: place(seed, question.id))
    asked = []
    for number, question in enumerate(ordered, 1):
        options = arrange(question, bank.language, seed)
        letter = LETTERS[options.index(question.answer)]
        asked.append(Asked(number, question, options, letter))
    return asked


def words(bank: Bank) -> dict[str, str]:
    """Return what is printed on a sheet of a bank."""
    return _WORDS[bank.language]


def citations(bank: Bank) -> dict[str, str]:
    """Return the sources of a bank as they are cited, by their ids."""
    return {
        source.id: ", ".join(
            part
            for part in (
                source.publisher,
                source.title,
                source.published.isoformat() if source.published else None,
            )
            if part
        )
        for source in bank.sources
    }
