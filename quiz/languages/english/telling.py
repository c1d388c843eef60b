"""What tells by its own make what it is: a subtitle, a medal of a contest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.english.words import Word

FAR = 25
"""Words behind a medal within which its contest is named."""
MEDALS = frozenset({"gold", "silver", "bronze"})


def subtitled(words: Sequence[Word], i: int) -> bool:
    """Whether a colon parts a title: "Norhus: The Return"."""
    if words[i].text != ":" or not 0 < i < len(words) - 1:
        return False
    return words[i - 1].text[0].isupper() and words[i + 1].text[0].isupper()


def medal(words: Sequence[Word], i: int) -> bool:
    """Whether word i is a medal of one of the three metals."""
    return words[i].lemma.lower() == "medal" and words[i - 1].text.lower() in MEDALS
