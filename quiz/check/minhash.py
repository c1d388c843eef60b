"""Pairs of sets that may be alike, in time that grows with the number of sets.

MinHash with banding: Broder, "On the resemblance and containment of documents", 1997; Leskovec,
Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3. Two sets whose Jaccard similarity is
0.6 are found with a chance of 0.999, those at 0.2 in one of two cases; whoever asks compares them.
"""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BANDS, ROWS = 16, 2
LATEST = 8
"""With how many of those before it in a band a set is compared."""

_PRIME = (1 << 61) - 1
_RANDOM = random.Random(1)  # noqa: S311 - the same functions in every run
_FUNCTIONS = [
    (_RANDOM.randrange(1, _PRIME), _RANDOM.randrange(_PRIME)) for _n in range(BANDS * ROWS)
]


def candidates(sets: Sequence[frozenset[str]], *, crowd: int) -> Iterator[tuple[int, int]]:
    """Return pairs of positions, the earlier first, in order of the later.

    Up to `crowd` sets are all compared with each other.
    """
    if len(sets) <= crowd:
        yield from sorted(combinations(range(len(sets)), 2), key=lambda pair: pair[::-1])
        return
    bands: list[defaultdict[tuple[int, ...], list[int]]] = [
        defaultdict(list) for _n in range(BANDS)
    ]
    for at, words in enumerate(sets):
        if not words:
            continue
        signature = _signature(words)
        found: set[int] = set()
        for n, band in enumerate(bands):
            bucket = band[signature[n * ROWS : (n + 1) * ROWS]]
            found.update(bucket[:1], bucket[-LATEST:])
            bucket.append(at)
        yield from ((earlier, at) for earlier in sorted(found))


def _signature(words: frozenset[str]) -> tuple[int, ...]:
    hashes = [crc32(word.encode()) for word in words]
    return tuple(min((a * x + b) % _PRIME for x in hashes) for a, b in _FUNCTIONS)
