"""Text in the cells of a table: how wide it is on a terminal, cut to fit, safe in a spreadsheet."""

from __future__ import annotations

import re
import unicodedata

from quiz.base.text import one_line

INSIDE = r"(?<=[;\t]){}(?='*[=+\-@＝＋－＠]+[\w(\"'$])"
"""What would be a formula to a spreadsheet that parts cells at semicolons, as it does in Poland.

A regular expression, with a place for what stands before the formula.
"""

_INSIDE = re.compile(INSIDE.format(""))
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def width(text: str) -> int:
    """Return how many cells of a terminal a text takes (Unicode Annex 11)."""
    if text.isascii():
        return len(text)
    return sum(map(_width_of, text))


def cut(text: str, room: int) -> str:
    """Shorten a text to `room` cells, with an ellipsis where something is missing."""
    if width(text) <= room:
        return text
    left, kept = room - 1, ""
    for character in text:
        left -= _width_of(character)
        if left < 0:
            break
        kept += character
    return kept + "…"


def set_in(text: str, room: int, *, left: bool = True) -> str:
    """Cut a text to `room` cells and fill them up with spaces, behind it or before it."""
    text = cut(text, room)
    space = " " * (room - width(text))
    return text + space if left else space + text


def harmless(cell: object) -> object:
    """Make a text one clean line that is no formula to a spreadsheet; numbers stay numbers.

    What would be one begins with an apostrophe (OWASP, "CSV Injection").
    """
    if not isinstance(cell, str):
        return cell
    text = _INSIDE.sub("'", one_line(cell))
    return "'" + text if text.startswith(_FORMULA) else text


def _width_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
