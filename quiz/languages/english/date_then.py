"""Dates told from the date last spoken of: "that day", "the following year", "two days later"."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from quiz.languages.date_rules import Found, found, relative, rule
from quiz.languages.english.date_relative import UNITS, amount_of, unit_of
from quiz.languages.english.date_words import FEW, NUMBER, VAGUELY
from quiz.languages.when import OPEN, away, neighbour, of_day, of_month, of_year

if TYPE_CHECKING:
    from quiz.languages.date_context import Context

_EXACT = {
    "hour": frozenset[str](), "day": frozenset({"day"}), "week": frozenset({"day"}),
    "fortnight": frozenset({"day"}), "month": frozenset({"day", "month"}),
}  # fmt: skip
"""How exact a time must be for a number of units to be counted from it."""
_LONG = frozenset({"decade", "century", "range"})


def _read_then(m: re.Match[str], context: Context) -> list[Found]:
    """Read "at that time", "since then" and their like: the time last spoken of."""
    last = context.last(m.start())
    return relative(m, last)


def _read_same(m: re.Match[str], context: Context) -> list[Found]:
    """Read "that day", "the following year", "the same month" from the time last spoken of."""
    word, unit, last = (
        " ".join(m["which"].lower().split()),
        m["unit"].lower(),
        context.last(m.start()),
    )
    if last is None or last.first is None or last.grain in _LONG:
        return found(m, OPEN)
    step = (
        1
        if re.search("following|next|after", word)
        else -1
        if re.search("previous|before", word)
        else 0
    )
    if unit == "year":
        same = last.first.year == (last.last or last.first).year
        return relative(m, of_year(last.first.year + step) if same else None)
    if unit == "month":
        there = neighbour(last.first, "month", step) if last.month else None
        return relative(m, there)
    if unit == "week":
        return relative(m, neighbour(last.first, "week", step) if last.grain == "day" else None)
    if last.grain != "day":
        return found(m, OPEN)
    return relative(m, of_day(last.first + timedelta(days=step)))


def _read_later(m: re.Match[str], context: Context) -> list[Found]:
    """Read "a year later", "two days earlier": so far from the time last spoken of."""
    last, unit, amount = context.last(m.start()), unit_of(m["unit"]), amount_of(m)
    if last is None or last.first is None or amount is None or m["about"]:
        return found(m, OPEN)
    needed = _EXACT.get(unit)
    if last.grain not in needed if needed is not None else last.grain in _LONG:
        return found(m, OPEN)
    if unit in {"decade", "century"}:
        unit, amount = "year", amount * (10 if unit == "decade" else 100)
    if unit == "fortnight":
        unit, amount = "week", 2 * amount
    sign = 1 if m["way"].lower() in {"later", "after", "afterwards"} else -1
    return relative(m, away(last.first, unit, sign * amount))


def _read_later_that(m: re.Match[str], context: Context) -> list[Found]:
    """Read "later that year", "earlier that month"."""
    last, unit = context.last(m.start()), m["unit"].lower()
    if last is None or last.first is None or last.grain in _LONG:
        return found(m, OPEN)
    if unit == "year":
        return relative(m, of_year(last.first.year))
    if unit == "month" and last.month:
        return relative(m, of_month(last.first.year, last.first.month))
    if unit == "day" and last.grain == "day":
        return relative(m, of_day(last.first))
    return found(m, OPEN)


RULES = (
    rule(
        r"\b(?:at|since|until|till|by|before|after|from)\s+(?:that\s+time|this\s+time|then)\b(?!\s+(?:that|when)\b)",
        r"th[ai][ts] time|\bthen\b",
        _read_then,
    ),
    rule(
        r"\b(?:later|earlier)\s+(?:in\s+)?(?:that|the\s+same)\s+(?P<unit>day|week|month|year)\b",
        r"(?:that|same) (?:day|week|month|year)",
        _read_later_that,
    ),
    rule(
        r"\b(?P<which>that|the\s+(?:same|following|next|previous|preceding))\s+(?:very\s+|same\s+)?"
        r"(?P<unit>day|week|month|year)\b(?!\s+(?:that|of|[a-z]+\s+(?:who|that))\b)",
        r"\b(?:that|same|following|next|previous|preceding)\b",
        _read_same,
    ),
    rule(
        r"\bthe\s+(?P<unit>day|week|month|year)\s+(?P<which>before|after)\b(?=\s*(?:[.,;:)]|$|when\b|and\b))",
        r"(?:before|after)",
        _read_same,
    ),
    rule(
        rf"(?:\b(?P<about>{VAGUELY})\s+)?\b(?:(?P<n>{FEW}|{NUMBER})\s+)?{UNITS}\s+(?P<way>later|earlier|afterwards|previously|beforehand)\b",
        r"\b(?:later|earlier|afterwards|previously|beforehand)\b",
        _read_later,
    ),
)
"""In the order of their claims."""
