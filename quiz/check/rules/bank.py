"""What the place and the length of the keys say over a whole bank."""

from __future__ import annotations

from collections import Counter
from math import exp, fsum, lgamma, log
from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.check.finding import Severity
from quiz.check.rule import Mark, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.check.rule import Volume

LEAST = 8
"""Questions from which on a bank shows a habit."""

CHANCE = 0.01
"""How seldom chance alone may do what is called a habit."""


def tail(hits: int, chances: Sequence[float]) -> float:
    """Return how likely at least `hits` of independent events are, each of its own chance.

    Exact, for the mean of the chances (Hoeffding 1956: the binomial bounds the Poisson binomial).
    """
    count = len(chances)
    mean = sum(chances) / count if count else 0.0
    if hits <= 0:
        return 1.0
    if not 0 < mean < 1:
        return float(mean >= 1)
    # In logarithms: the coefficients of a large bank are beyond what a float can hold.
    return fsum(exp(_log_chance(k, count, mean)) for k in range(hits, count + 1))


def _log_chance(hits: int, count: int, chance: float) -> float:
    choose = lgamma(count + 1) - lgamma(hits + 1) - lgamma(count - hits + 1)
    return choose + hits * log(chance) + (count - hits) * log(1 - chance)


def key_position(volume: Volume) -> Iterator[Mark]:
    """Find keys that stand in one place too often among options that are shown in order."""
    places: dict[int, Counter[int]] = {}
    for asked in volume.asked:
        # What is shuffled stands anywhere: only what has its own order can show a habit.
        if asked.order and len(asked.options) > 2:
            counts = places.setdefault(len(asked.options), Counter())
            counts[asked.order.index(asked.question.answer)] += 1
    for options, counts in sorted(places.items()):
        total = sum(counts.values())
        place, hits = max(counts.items(), key=lambda pair: (pair[1], -pair[0]))
        if total >= LEAST and hits > 1 and _tail(hits, total, 1 / options) * options < CHANCE:
            message = _(
                "of {total} questions whose {options} options are shown in order, {hits} have the "
                "answer in place {place}: choose distractors below and above the answer in turn"
            )
            yield Mark(message.format(total=total, options=options, hits=hits, place=place + 1), "")


def key_length(volume: Volume) -> Iterator[Mark]:
    """Find banks whose keys are the longest, or the shortest, of their options too often."""
    asked = [one for one in volume.asked if len(one.options) > 2 and not all(one.spans)]
    if len(asked) < LEAST:
        return
    chances = [1 / len(one.options) for one in asked]
    lengths = [[len(option) for option in one.options] for one in asked]
    longest = sum(own > max(others) for own, *others in lengths)
    shortest = sum(own < min(others) for own, *others in lengths)
    for hits, message in (
        (longest, _("in {hits} of {total} questions the answer is the longest option: {do}")),
        (shortest, _("in {hits} of {total} questions the answer is the shortest option: {do}")),
    ):
        if tail(hits, chances) < CHANCE:
            do = _("make some distractors longer and others shorter than the answer")
            yield Mark(message.format(hits=hits, total=len(asked), do=do), "")


def _tail(hits: int, count: int, chance: float) -> float:
    return tail(hits, [chance] * count)


RULES = (
    Rule("NQ504", "key-position", Severity.ADVICE, key_position, "bank"),
    Rule("NQ505", "key-length", Severity.ADVICE, key_length, "bank"),
)
