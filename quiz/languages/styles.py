"""Other ways to write the same options, so that counting words in an article finds no key."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.languages.protocol import Draft

Style = tuple[str, ...]
"""A key and its distractors, all written in one way; one that has no such way is empty."""
EVEN = 0.25
"""How often chance finds one option of four."""
FEWEST = 3
"""Distractors that a question needs."""


@lru_cache(maxsize=100_000)
def frequency(text: str, option: str) -> int:
    """Return how often an option stands in a text in lower case, be it inside a word."""
    return text.count(option.lower())


def counted(options: Style, text: str) -> float:
    """Return how surely the key is found as the option that a text in lower case names most."""
    mine, *others = (frequency(text, o) if o else -1 for o in options)
    if any(n > mine for n in others):
        return 0.0
    return 1 / (1 + min(3, others.count(mine)))


def best_written(draft: Draft, text: str, styles: Iterable[Style]) -> Draft:
    """Return a draft in that style in which a text in lower case names its key least surely most.

    It stays as it was where none is better.
    """
    best, least = draft, counted((draft.answer, *draft.rivals), text)
    if least <= EVEN:
        return draft
    for key, *others in styles:
        written = [o for o in others if o]
        found = counted((key, *written), text)
        if key and len(written) >= FEWEST and found < least:
            best, least = replace(draft, answer=key, rivals=tuple(written)), found
    return best
