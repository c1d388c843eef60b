"""Distractors: same type, same form; first from the article, then neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.chance import MOST
from quiz.languages.styles import frequency

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.english.document import EnglishDocument


def pick(doc: EnglishDocument, answer: str, rivals: Sequence[str]) -> tuple[str, ...]:
    """Return candidates, each once and none the key, from the best to the last resort.

    Those the article names as often as the key come first: else whoever counts words in the
    article would know the key without having read it.
    """
    mine = frequency(doc.low, answer)
    kept = [r for r in dict.fromkeys(rivals) if r.casefold() != answer.casefold()]
    if mine:
        kept.sort(key=lambda r: frequency(doc.low, r) < mine)
    return tuple(kept[:MOST])
