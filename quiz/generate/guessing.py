"""How far rules of thumb get that know nothing of the article: they must not find the key.

Whoever picks the longest option, or the one the article names most, shall be right no more often
than by chance. Each rule gives every option a number and picks the highest; ties are shared.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quiz.game.order import in_order
from quiz.languages.styles import frequency

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.languages import Draft

Measures = dict[str, tuple[float, ...]]
"""For every rule, a number for each option."""
COUNTING = "most frequent in the article"
"""The rule that no choice of distractors fools where the key is what all is about."""
ALLOWED = 0.27
"""The share of a bank's keys that counting may find: chance and a little."""
TELLING = 0.5
"""A key that counting finds more often than this is what the article is about."""
SLACK = 0.5
"""What a small bank may be over it: half a hit in a bank of one would leave it empty."""
_WORD = re.compile(r"\w+")


def words(text: str) -> frozenset[str]:
    """Return the words of a text, in lower case."""
    return frozenset(_WORD.findall(text.lower()))


def measure(
    prompt: str, options: Sequence[str], category: str, language: str, text: str
) -> Measures:
    """Return what every rule sees in every option; no order where options are not shown in one."""
    low, stem = text.lower(), words(prompt)
    often = tuple(float(frequency(low, o)) for o in options)
    length = tuple(float(len(o)) for o in options)
    found: Measures = {
        "longest": length,
        "shortest": tuple(-n for n in length),
        COUNTING: often,
        "least frequent in the article": tuple(-n for n in often),
        "most words of the stem": tuple(float(len(words(o) & stem)) for o in options),
    }
    ordered = in_order(options, category, language)
    if ordered:
        place = {option: float(i) for i, option in enumerate(ordered)}
        found["last in order"] = tuple(place[o] for o in options)
        found["first in order"] = tuple(-place[o] for o in options)
    return found


def named_most(draft: Draft, low: str) -> float:
    """Return the least chance (0 to 1) to find a key as what an article names most.

    Whatever three distractors it gets, this is how far counting goes; `low` is in lower case.
    """
    mine = frequency(low, draft.answer)
    often = sorted((frequency(low, r) for r in draft.rivals), reverse=True)[:3]
    return 0.0 if any(n > mine for n in often) else 1 / (1 + sum(n == mine for n in often))


def hit(values: Sequence[float], others: Sequence[int]) -> float:
    """Return a rule's chance to pick option 0 among it and `others`."""
    mine = values[0]
    equal = 1
    for i in others:
        if values[i] > mine:
            return 0.0
        equal += values[i] == mine
    return 1 / equal


def ranks(values: Sequence[float]) -> list[float]:
    """Return how each option stands to option 0: infinite above it, 1 beside it, 0 below.

    The chance that `hit` tells is 1 divided by one more than the sum over the others.
    """
    mine = values[0]
    return [math.inf if v > mine else float(v == mine) for v in values]


@dataclass(slots=True)
class Ledger:
    """How often each rule would have been right in the bank so far."""

    hits: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    places: Counter[int] = field(default_factory=Counter)
    """How often the key stood first, second, … among options that are shown in order."""

    def weight(self, rule: str) -> float:
        """Return how much it matters to fool a rule: more, the further it got."""
        rate = (self.hits[rule] + 1) / (self.asked[rule] + 4)
        return max(0.1, 0.4 + 4 * (rate - 0.25))

    def add(self, hits: Mapping[str, float]) -> None:
        """Enter a question."""
        for rule, value in hits.items():
            self.hits[rule] += value  # type: ignore[assignment]  # fractions are counted too
            self.asked[rule] += 1


@dataclass(slots=True)
class Counted:
    """How far the counting of names gets in a bank: it may find no more than chance and a little.

    A question that it answers is let in once enough others fool it.
    """

    found: float = 0.0
    asked: int = 0

    def bears(self, hit: float) -> bool:
        """Whether a bank bears another question that counting answers so often."""
        return self.found + hit <= ALLOWED * (self.asked + 1) + SLACK

    def add(self, hit: float) -> None:
        """Enter a question."""
        self.found += hit
        self.asked += 1
