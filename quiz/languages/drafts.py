"""The drafts of one document, found again without looking through them all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.protocol import Draft, Fact

ENOUGH = 1000
"""Drafts of one article after which no more are looked for: nobody plays as many questions on it,
and each looks at all that the article names."""


class Drafts:
    """Collects drafts in the order in which they are made."""

    def __init__(self) -> None:
        """Begin with none."""
        self.all: list[Draft] = []
        self._by_sentence: defaultdict[int, list[Draft]] = defaultdict(list)
        self._prompts: set[str] = set()
        self._asked: set[tuple[str, tuple[int, int]]] = set()

    def add(self, draft: Draft) -> None:
        """Take a draft."""
        self.all.append(draft)
        self._by_sentence[draft.sentence].append(draft)
        self._prompts.add(draft.prompt)
        if not draft.gap:
            self._asked.add((draft.fact.kind, draft.fact.words))

    @property
    def enough(self) -> bool:
        """Whether no more are wanted."""
        return len(self.all) >= ENOUGH

    def of(self, sentence: int) -> Sequence[Draft]:
        """Return the drafts that a sentence was made into."""
        return self._by_sentence.get(sentence, ())

    def has(self, prompt: str) -> bool:
        """Whether something is asked in these words."""
        return prompt in self._prompts

    def asks(self, fact: Fact) -> bool:
        """Whether a question, and no mere gap, asks for a fact."""
        return (fact.kind, fact.words) in self._asked
