"""The order in which things are shown, decided by a seed and by what they are.

A thing's place comes from a digest of the seed and its own name, not from a random generator
that is used up from one thing to the next: it does not move when something else is added, left
out or written elsewhere in the file, nor with the version of Python.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from quiz.game.amounts import amount
from quiz.game.moments import moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.banks.models import Question

_READERS = {"dates": (moment, amount), "numbers": (amount, moment)}


def place(seed: int, *names: str) -> bytes:
    """Return the sort key that gives the thing of these names its place under `seed`."""
    return blake2b("\0".join((str(seed), *names)).encode(), digest_size=16).digest()


def arrange(question: Question, language: str, seed: int) -> tuple[str, ...]:
    """Return the options of `question`, written in `language`, in the order to show them in.

    Dates and numbers stand in their own order where every option can be read as one. Anything
    else is shuffled by the seed, unless the question asks not to be: then the order is
    alphabetical, so that the place of the answer says nothing.
    """
    options = (question.answer, *question.distractors)
    if not question.shuffle:
        return tuple(sorted(options, key=_spelling))
    if ordered := in_order(options, question.category, language):
        return ordered
    return tuple(sorted(options, key=lambda option: place(seed, question.id, option)))


def in_order(options: Sequence[str], category: str, language: str) -> tuple[str, ...]:
    """Return dates or numbers from first to last; nothing where some option is neither.

    A word that every option begins with tells them apart no more than silence: "do", "until".
    """
    first = {option.partition(" ")[0] for option in options}
    shared = f"{first.pop()} " if len(first) == 1 else ""
    for read in _READERS.get(category, ()):
        measures = {
            option: read(option, language) or read(option.removeprefix(shared), language)
            for option in options
        }
        kinds = {measure.kind if measure else None for measure in measures.values()}
        if len(kinds) == 1 and None not in kinds:
            return tuple(sorted(options, key=lambda one: (measures[one], _spelling(one))))
    return ()


def _spelling(option: str) -> tuple[str, str]:
    return option.casefold(), option
