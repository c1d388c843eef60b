"""Dates told from the date last spoken of: "wówczas", "następnego dnia", "dwa lata później"."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from quiz.languages.date_rules import Found, found, relative, rule
from quiz.languages.polish.date_relative import FEW, UNITS, amount_of, unit_of
from quiz.languages.polish.date_words import NUMBER
from quiz.languages.when import OPEN, away, of_day, of_month, of_year

if TYPE_CHECKING:
    from quiz.languages.date_context import Context


def _read_then(m: re.Match[str], context: Context) -> list[Found]:
    """Read "wówczas" and its like: the time last spoken of."""
    if re.match(r",?\s*(?:gdy|kiedy|jak)\b", context.text[m.end() :]):
        return []
    last = context.last(m.start())
    return relative(m, last)


def _read_same(m: re.Match[str], context: Context) -> list[Found]:
    """Read "tego dnia", "następnego dnia", "w tym samym roku" from the time last spoken of."""
    low, last = m.group().lower(), context.last(m.start())
    if last is None or last.first is None:
        return found(m, OPEN)
    if "rok" in low:
        same = last.first.year == (last.last or last.first).year
        return relative(m, of_year(last.first.year) if same else None)
    if "miesi" in low:
        return relative(m, of_month(last.first.year, last.first.month) if last.month else None)
    if last.grain != "day":
        return found(m, OPEN)
    step = 1 if re.search("nast|naz|kolej", low) else -1 if "poprz" in low else 0
    return relative(m, of_day(last.first + timedelta(days=step)))


def _read_later(m: re.Match[str], context: Context) -> list[Found]:
    """Read "rok później", "dwa dni wcześniej": so far from the time last spoken of."""
    last, unit, amount = context.last(m.start()), m["unit"].lower(), amount_of(m)
    if (
        last is None
        or last.first is None
        or amount is None
        or (not m["n"] and unit in {"lat", "lata", "dni"})
    ):
        return found(m, OPEN)
    exact = {
        "dzie": {"day"},
        "dni": {"day"},
        "tyg": {"day"},
        "tydz": {"day"},
        "mies": {"day", "month"},
    }
    needed = next((grains for start, grains in exact.items() if unit.startswith(start)), None)
    if (needed and last.grain not in needed) or (
        not needed and last.grain in {"decade", "century", "range"}
    ):
        return found(m, OPEN)
    sign = -1 if m["way"].lower() == "wcześniej" else 1
    return relative(m, away(last.first, unit_of(unit), sign * amount))


RULES = (
    rule(r"\b(?:wówczas|wtedy)\b", r"wówczas|wtedy", _read_then),
    rule(
        r"\b(?:(?:tego\s+samego|tegoż|tego|tamtego|następnego|kolejnego|poprzedniego)\s+dnia|nazajutrz"
        r"|(?:w\s+)?tym\s+samym\s+(?:roku|miesiącu|dniu)|(?:w\s+)?tymże\s+roku"
        r"|tego\s+samego\s+roku|tamten\s+dzień|tamtym\s+(?:dniu|roku|miesiącu)|tamtego\s+roku)\b",
        r"\bdnia|\btamt|nazajutrz|\bsamym|\bsamego|\btymże",
        _read_same,
    ),
    rule(
        rf"\b(?:(?P<n>{FEW}|{NUMBER})\s+)?{UNITS}\s+(?P<way>później|potem|wcześniej)\b",
        r"później|potem|wcześniej",
        _read_later,
    ),
)
"""In the order of their claims."""
