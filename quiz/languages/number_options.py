"""Other numbers of the same magnitude and precision as a key: an article's own, then neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.chance import mixed
from quiz.languages.values import placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from random import Random

    from quiz.languages.quantities import Quantity

_HEDGE = (0.75, 1.3)
"""What is told as "about" so many is no less and no more than these shares of it."""


def own_numbers(
    quantities: Iterable[Quantity], key: Quantity, divisor: float, alike: Callable[[Quantity], bool]
) -> list[float]:
    """Return a text's other numbers that are like a key and of its magnitude, parted by a scale.

    No year is among large numbers; a fraction has fractions, a whole number whole ones.
    """
    value, core = key.value, round(key.value / divisor, 4)
    least, most = (0.15, 7) if value > 12 else (0.3, 3)
    return [
        round(q.value / divisor, 4)
        for q in quantities
        if alike(q)
        and least <= q.value / value <= most
        and not (value >= 1000 and 1900 <= q.value <= 2100)
        and (core != int(core)) == (q.value / divisor != int(q.value / divisor))
    ]


def clear(other: float, core: float, *, hedged: bool) -> bool:
    """Whether a number is clear of a key that is told as about so many."""
    return not hedged or other <= core * _HEDGE[0] or other >= core * _HEDGE[1]


def ranked(rng: Random, core: float, own: Sequence[float], near: Sequence[float]) -> list[float]:
    """Return the text's own numbers, then neighbours, placed so that the key has no usual rank."""
    below = [n for n in near if n < core]
    above = [n for n in near if n > core]
    chosen = placed(below, above, rng.randrange(4))
    rest = [n for n in near if n not in chosen]
    return [*own[:4], *chosen, *rest]


def evenly(rng: Random, core: float, own: Sequence[float], near: Sequence[float]) -> list[float]:
    """Return numbers so that the first three leave the key any rank among four as often.

    On either side of it the text's own numbers come first.
    """
    every = list(dict.fromkeys([*own, *near]))
    below = [n for n in every if n < core]
    above = [n for n in every if n > core]
    chosen = placed(below, above, rng.randrange(4))
    return [*chosen, *(n for n in every if n not in chosen)]


def shuffled(rng: Random, own: Iterable[float], good: Callable[[float], bool]) -> list[float]:
    """Return those of a text's own numbers that are good, in an order drawn by chance."""
    return [n for n in mixed(rng, own) if good(n)]
