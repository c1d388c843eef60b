"""An option as a span of days or of numbers, so that two of them can be compared."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import NamedTuple

from quiz.game.amounts import amount
from quiz.game.moments import moment
from quiz.languages.when import roman

_OPEN = re.compile(
    r"(?P<more>at least|more than|over|above|minimum|co najmniej|więcej niż|ponad|powyżej|przeszło)"
    r"|(?P<less>at most|less than|fewer than|under|below|up to|maximum|co najwyżej|mniej niż"
    r"|poniżej|niespełna|do|krócej niż)",
    re.IGNORECASE,
)
_LAST_CENTURY = 21
_CENTURY = re.compile(
    r"(?:in )?(?:the )?(?P<en>\d{1,2})(?:st|nd|rd|th) century"
    r"|(?:w )?(?P<pl>[IVX]+) (?:w\.|wiek|wieku)"
)
_DATED = re.compile(r"[^\W\d]{3}.*\d|\d{4}-\d\d|^\d{4}$")
_PAIR = re.compile(r" and | i | oraz ", re.IGNORECASE)  # "1 and 3" are two, not a range of three
_BETWEEN = re.compile(r"between |pomiędzy |między |.* and a half$", re.IGNORECASE)


class Span(NamedTuple):
    """From `low` to `high`, both included; spans of different kinds cannot be compared.

    `open` says that it has no end on one side, as in "at least 5".
    """

    kind: str
    low: float
    high: float
    open: bool = False

    def holds(self, other: Span) -> bool:
        """Whether all of another span lies in this one."""
        return self.kind == other.kind and self.low <= other.low and other.high <= self.high


def span(text: str, language: str, category: str) -> Span | None:
    """Read an option as days or as numbers, whichever its category says is likelier.

    Outside those two categories only what is written with digits is read: "a cup" is one cup to
    nobody there.
    """
    measured = category in {"dates", "numbers"}
    if not measured and not any(letter.isdigit() for letter in text):
        return None
    if _PAIR.search(text) and not _BETWEEN.match(text):
        return None
    readers = [_amount, _moment]
    if category == "dates" or (category != "numbers" and _DATED.search(text)):
        readers.reverse()
    return next(filter(None, (read(text, language) for read in readers)), None)


def _moment(text: str, language: str) -> Span | None:
    if century := _CENTURY.fullmatch(text.strip()):
        return _century(century)
    found = moment(text, language)
    return Span(found.kind, found.key[0], found.key[1]) if found else None


def _century(found: re.Match[str]) -> Span | None:
    number = int(found["en"]) if found["en"] else roman(found["pl"])
    if not 1 < number <= _LAST_CENTURY:
        return None
    first, last = date(100 * number - 99, 1, 1), date(100 * number, 12, 31)
    return Span("date", first.toordinal(), last.toordinal())


def _amount(text: str, language: str) -> Span | None:
    found = amount(text, language)
    if found is None:
        return None
    low, _hedge, high = found.key
    bound = _OPEN.match(text.strip())
    if bound and low == high:
        if bound["more"]:
            return Span(found.kind, low, math.inf, open=True)
        return Span(found.kind, -math.inf, high, open=True)
    return Span(found.kind, low, high)
