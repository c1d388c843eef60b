"""The order in which things are shown, decided by a seed and by what they are.

A thing's place comes from a digest of the seed and its own name, not from a random generator
that is used up from one thing to the next: it does not move when something else is added, left
out or written elsewhere in the file, nor with the version of Python.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.banks.models import Question


def place(seed: int, *names: str) -> bytes:
    """Return the sort key that gives the thing of these names its place under `seed`."""
    return blake2b("\0".join((str(seed), *names)).encode(), digest_size=16).digest()


def arrange(question: Question, language: str, seed: int) -> tuple[str, ...]:
    """Return the options of `question` in the order in which they are shown.

    Shuffled by the seed, except that a question which asks not to be shuffled has them in
    alphabetical order, so that the place of the answer says nothing.
    """
    options = (question.answer, *question.distractors)
    if not question.shuffle:
        return tuple(sorted(options, key=lambda option: (option.casefold(), option)))
    return tuple(sorted(options, key=lambda option: place(seed, question.id, option)))
