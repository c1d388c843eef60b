"""How numbers are written in the language of the interface.

By the Unicode CLDR; Babel, which knows them for every language, is too slow for a first screen.
"""

from __future__ import annotations

from typing import NamedTuple

from quiz.base.language import code


class _Signs(NamedTuple):
    group: str
    point: str
    least: int
    """Digits before the first group sign, at least."""


_SIGNS = {
    "en": _Signs(",", ".", 1),
    "pl": _Signs("\N{NO-BREAK SPACE}", ",", 2),
}


def whole(value: int) -> str:
    """Write a whole number with its thousands apart."""
    signs = _SIGNS[code()]
    apart = len(str(abs(value))) >= 3 + signs.least
    return f"{value:,}".replace(",", signs.group) if apart else str(value)


def decimal(value: float, places: int, *, signed: bool = False) -> str:
    """Write a number to some decimal places; `signed` writes the plus too."""
    text = f"{value:+.{places}f}" if signed else f"{value:.{places}f}"
    return text.replace("-", "−").replace(".", _SIGNS[code()].point)


def short(value: float) -> str:
    """Write a number with as few decimal places as it needs."""
    return f"{value:g}".replace(".", _SIGNS[code()].point)
