"""Pairs of sets that may be alike, in time that grows with the number of sets.

Prefix filtering: Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins in Data
Cleaning", 2006. Where words are put in one order, the rarest first, two sets with a Jaccard
similarity of at least `least` share one of the first `n - ceil(least * n) + 1` words of each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CROWD = 6
"""Up to so many sets are all compared with each other."""

LATEST = 8
"""With how many of those before it that share a word a set is compared, so that a bank of one
question in a thousand wordings takes no thousand times a thousand comparisons."""


def candidates(sets: Sequence[frozenset[str]], least: float) -> Iterator[tuple[int, int]]:
    """Return pairs of positions, the earlier first, in order of the later."""
    if len(sets) <= CROWD:
        yield from sorted(combinations(range(len(sets)), 2), key=lambda pair: pair[::-1])
        return
    frequency = Counter(word for words in sets for word in words)
    with_word: defaultdict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(sets):
        order = sorted(words, key=lambda word: (frequency[word], word))
        found: set[int] = set()
        for word in order[: len(words) - ceil(least * len(words)) + 1]:
            if frequency[word] > 1:
                before = with_word[word]
                found.update(before[:1], before[-LATEST:])
                before.append(at)
        yield from ((earlier, at) for earlier in sorted(found))
