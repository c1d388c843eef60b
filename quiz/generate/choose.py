"""Choosing three distractors among a draft's candidates."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from quiz.game.order import place
from quiz.generate.guessing import Ledger, hit, measure, ranks

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.languages import Draft

DISTRACTORS = 3
MOST = 9
"""More candidates than these make no better question, only a slower choice."""
TRIES = 6
"""A draft that is found fault with whatever stands beside its key is not asked."""
ENDS = 20
"""Of 256, how much less often a key stands first or last in order than chance has it: that is
where whoever guesses looks."""
LATER = 0.03
"""What it costs to take a candidate one place further down."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A draft with the distractors it is asked with, and how often each rule of thumb is right."""

    draft: Draft
    distractors: tuple[str, ...]
    hits: dict[str, float]

    @property
    def candidates(self) -> tuple[str, ...]:
        """What else could stand beside the key, best first."""
        return tuple(r for r in self.draft.rivals if r not in self.distractors)


def choose(
    draft: Draft,
    language: str,
    text: str,
    ledger: Ledger,
    seed: int,
    *,
    sound: Callable[[tuple[str, ...]], bool] = lambda _: True,
) -> Choice | None:
    """Choose the best three that are `sound` together, or none when no three are.

    Good candidates come first, but the key must not be told by its length, by how often the
    article names it or by its place in order: what the ledger's rules found too often weighs
    more. The key's place in order is the one it had least, else drawn from the seed. What is chosen
    is entered in the ledger.
    """
    options = (draft.answer, *draft.rivals[:MOST])
    if len(options) <= DISTRACTORS:
        return None
    measures = measure(draft.prompt, options, draft.category, language, text)
    weights = {rule: ledger.weight(rule) for rule in measures}
    order = measures.get("last in order")
    weights = {rule: w for rule, w in weights.items() if not rule.endswith("in order")}
    drawn = place(seed, draft.prompt, draft.answer)
    wanted = min(
        range(DISTRACTORS + 1),
        key=lambda n: (ledger.places[n], drawn[n] + ENDS * (n in {0, DISTRACTORS})),
    )
    jitter = [0.0] + [place(seed, draft.prompt, o)[0] / 255 * LATER * 2 for o in options[1:]]
    worth = [LATER * i + jitter[i] for i in range(len(options))]
    under = [n < order[0] for n in order] if order else []
    rules = [(w, ranks(measures[rule])) for rule, w in weights.items()]

    def cost(three: tuple[int, int, int]) -> float:
        a, b, c = three
        total = worth[a] + worth[b] + worth[c]
        for weight, above in rules:
            total += weight / (1 + above[a] + above[b] + above[c])
        if order:
            total += 0.35 * abs(under[a] + under[b] + under[c] - wanted)
        return total

    every = sorted((cost(three), three) for three in combinations(range(1, len(options)), 3))
    for _, three in every[:TRIES]:
        if sound(tuple(options[i] for i in three)):
            hits = {rule: hit(values, three) for rule, values in measures.items()}
            ledger.add(hits)
            if order:
                ledger.places[sum(under[i] for i in three)] += 1
            return Choice(draft, tuple(options[i] for i in three), hits)
    return None
