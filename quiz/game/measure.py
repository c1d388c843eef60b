"""What makes two options comparable."""

from __future__ import annotations

from typing import NamedTuple


class Measure(NamedTuple):
    """An option read as a date or an amount; only measures of the same kind can be put in order."""

    kind: str
    key: tuple[float, ...]
    """What to sort by."""
