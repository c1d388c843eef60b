"""Bars and marks of one line, drawn with characters: a length that can be read without colour."""

from __future__ import annotations

_EIGHTHS = " ▏▎▍▌▋▊▉█"
EMPTY = "─"
"""What the rest of a bar is drawn with."""


def bar(share: float, width: int) -> tuple[str, str]:
    """Return the full and the empty part of a bar of `width` cells; `share` is from 0 to 1.

    Drawn to the eighth of a cell; what is not nothing shows, and what is not all leaves a gap.
    """
    if width < 1:
        return "", ""
    eighths = round(min(max(share, 0.0), 1.0) * width * 8)
    if share > 0:
        eighths = max(eighths, 1)
    if share < 1:
        eighths = min(eighths, width * 8 - 1)
    whole, part = divmod(eighths, 8)
    full = _EIGHTHS[8] * whole + (_EIGHTHS[part] if part else "")
    return full, EMPTY * (width - len(full))
