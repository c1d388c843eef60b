"""Whether the answer stands out among its options."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def alone(has: Sequence[bool]) -> bool:
    """Whether of three options or more the first differs from all the others, which agree."""
    return len(has) >= 3 and len(set(has[1:])) == 1 and has[0] != has[1]
