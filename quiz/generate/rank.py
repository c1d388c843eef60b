"""Choosing among drafts: certain and salient ones, spread over kinds and over the article."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.languages import Draft


def gives_away(asked: Draft, other: Draft) -> bool:
    """Whether one question's stem states what the other asks for."""
    return asked.answer.lower() in other.prompt.lower() and asked.sentence == other.sentence


def repeats(one: Draft, other: Draft) -> bool:
    """Whether two drafts ask for the same thing, or differ only in which word is missing."""
    a, b = (set(d.prompt.lower().rstrip("?").split()) for d in (one, other))
    shared = len(a & b) / min(len(a), len(b))
    if one.answer.lower() == other.answer.lower():
        return shared >= 0.5
    return one.gap and other.gap and shared >= 0.6


def rank(drafts: Iterable[Draft], count: int | None = None) -> list[Draft]:
    """Return the best drafts, best first: one a fact, none that gives another away."""
    pool = list(drafts)
    chosen: list[Draft] = []
    kinds: Counter[str] = Counter()
    sentences: Counter[int] = Counter()
    facts: set[tuple[str, str]] = set()
    prompts: set[str] = set()
    while pool and (count is None or len(chosen) < count):
        best = max(
            pool,
            key=lambda d: (
                d.certainty - 0.06 * kinds[d.category] - 0.15 * sentences[d.sentence] - 0.2 * d.gap,
                -d.sentence, -d.fact.start, d.prompt,
            ),
        )  # fmt: skip
        pool.remove(best)
        fact = (best.fact.kind, f"{best.fact.value}@{best.sentence}")
        if fact in facts or best.prompt in prompts or sentences[best.sentence] >= 3:
            continue
        if any(gives_away(best, c) or gives_away(c, best) or repeats(best, c) for c in chosen):
            continue
        chosen.append(best)
        kinds[best.category] += 1
        sentences[best.sentence] += 1
        facts.add(fact)
        prompts.add(best.prompt)
    return chosen
