"""Chance that depends on what is asked alone, so that one article always gives one bank."""

from __future__ import annotations

import random
import zlib
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

Item = TypeVar("Item")
MOST = 9
"""As many candidates as a reviewer is offered."""


def chance(*parts: object) -> random.Random:
    """Return a generator of numbers that depends on the given values alone."""
    return random.Random(zlib.crc32("|".join(map(str, parts)).encode()))  # no secret  # noqa: S311


def mixed(rng: random.Random, items: Iterable[Item]) -> list[Item]:
    """Return items in an order drawn by chance, each once."""
    out = list(dict.fromkeys(items))
    rng.shuffle(out)
    return out
