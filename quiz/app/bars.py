"""Bars and marks of one line, drawn with characters: a length that can be read without colour."""

from __future__ import annotations

FULL, HALF, EMPTY = "━", "╸", "─"


def bar(share: float, width: int) -> tuple[str, str]:
    """Return the full and the empty part of a bar of `width` cells; `share` is from 0 to 1.

    Drawn to half a cell; what is not nothing shows, and what is not all leaves a gap.
    """
    halves = round(min(max(share, 0.0), 1.0) * width * 2)
    if share > 0 and width > 0:
        halves = max(halves, 1)
    if share < 1:
        halves = max(0, min(halves, width * 2 - 1))
    whole, part = divmod(halves, 2)
    full = FULL * whole + HALF * part
    return full, EMPTY * (width - len(full))
