"""The words of quiz/languages/data/english_dates.toml, as tables and as pieces of patterns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.data_files import read_data

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.languages.when import Part

_DATA = read_data("english_dates")


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first."""
    return "|".join(
        re.escape(w).replace(r"\ ", r"\s+").replace("'", "['’]")
        for w in sorted(words, key=lambda w: (-len(w), w))
    )


def _capitals(words: Iterable[str]) -> str:
    """Return a pattern for words with a capital, or in capitals."""
    return f"(?-i:{any_of([form for w in words for form in (w, w.upper())])})"


_LINES = [line.split() for line in _DATA["months"]]
MONTHS: list[str] = [line[0] for line in _LINES]
MONTH: dict[str, int] = {w.lower(): n for n, line in enumerate(_LINES, 1) for w in line}
WEEKDAYS: list[str] = _DATA["weekdays"]
WEEKDAY: dict[str, int] = {w.lower(): n for n, w in enumerate(WEEKDAYS)} | {
    w.lower(): n for n, line in enumerate(_DATA["weekdays_short"]) for w in line.split()
}
"""The number of a weekday, Monday's being 0."""
ORDINAL: dict[str, int] = _DATA["ordinals"]
NUMERAL: dict[str, int] = _DATA["numerals"]
SEASON: dict[str, tuple[int, int]] = {w: (a, b) for w, (a, b) in _DATA["seasons"].items()}
FEAST: dict[str, tuple[int, int]] = {
    w.lower().replace("'", "’"): (a, b) for w, (a, b) in _DATA["feasts"].items()
}
FEAST_NAMES = f"(?-i:{any_of(_DATA['feasts'])})"
DECADE: dict[str, int] = _DATA["decades"]
DOUBTFUL = frozenset(_DATA["doubtful"].lower().split())
NAMED_BEFORE: frozenset[str] = frozenset(_DATA["named_before"].split())
NAMED_AFTER: frozenset[str] = frozenset(_DATA["named_after"].split())

MONTH_NAMES = _capitals(MONTHS)
MONTH_SHORT = rf"(?:{MONTH_NAMES}\b|{_capitals(w for line in _LINES for w in line[1:])}(?:\.|\b))"
"""A month, also abbreviated; a full stop belongs to it."""
WEEKDAY_NAMES = _capitals(WEEKDAYS)
WEEKDAY_SHORT = (
    rf"(?:{WEEKDAY_NAMES}|"
    rf"{_capitals(w for line in _DATA['weekdays_short'] for w in line.split())}\.?)"
)
_TENS = any_of(w for w, n in NUMERAL.items() if 20 <= n < 100)
_ONES = any_of(w for w, n in NUMERAL.items() if n < 10 and w not in {"a", "an"})
NUMBER = rf"(?:\d{{1,3}}|(?:{_TENS})[-\s](?:{_ONES})|{any_of(NUMERAL)})"
FEW = (
    r"(?:a\s+(?:few|couple(?:\s+of)?|number\s+of|handful\s+of)|several|some|many|numerous"
    r"|(?:a\s+)?dozen(?:s\s+of)?|two\s+or\s+three|three\s+or\s+four|half\s+an?|half\s+a\s+dozen)"
)
"""Amounts that are none in particular."""
VAGUELY = (
    r"(?:(?:more|less|fewer|longer|no\s+more)\s+than|just\s+(?:over|under)|(?:just\s+)?over|under|about"
    r"|around|nearly|almost|approximately|roughly|some|up\s+to|at\s+least|as\s+(?:long|late)\s+as|well\s+over)"
)
_NTH = any_of(w for w, n in ORDINAL.items() if n < 10)
SPELLED = rf"(?:twenty|thirty)[-\s](?:{_NTH})|{any_of(ORDINAL)}"
"""An ordinal in words."""
SEASONS = any_of(SEASON)
PART = (
    r"(?P<part>(?:very\s+)?(?:early|late)(?:\s+(?:on\s+)?in|-)?|mid(?:-to-late|-to-early)?(?:-|\s+)|mid(?=[A-Z])"
    r"|(?:the\s+)?(?:very\s+)?(?:beginning|start|end|middle|close|early\s+days|early\s+part|latter\s+part)\s+of"
    r"|(?:the\s+)?(?:first|second|latter|last|1st|2nd)\s+half\s+of"
    r"|(?:the\s+)?(?:first|last)\s+(?:three|six)\s+months\s+of"
    r"|(?:the\s+)?(?:first|last|opening|closing|final)\s+(?:few\s+)?(?:days|weeks?|months)\s+(?:of|in))"
    r"(?:\s+the)?\s*"
)


def part(text: str) -> Part:
    """Return which part a phrase that PART matches names."""
    low = text.lower()
    if "half" in low or "six" in low:
        return "first half" if re.search("first|1st", low) else "second half"
    if re.search(r"first\s+week\b", low):
        return "first week"
    if "to-late" in low or re.search("late|last|end|clos|final|latter", low):
        return "late"
    return "middle" if low.startswith("mid") or "middle" in low else "early"


def ordinal(text: str) -> int:
    """Return the value of an ordinal, "23rd" or "twenty-third", or 0."""
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    return sum(ORDINAL.get(w, NUMERAL.get(w, 0)) for w in re.split(r"[-\s]+", text.lower()))


def number(text: str) -> int:
    """Return the value of what NUMBER matches."""
    low = " ".join(text.lower().split())
    if low.isdigit():
        return int(low)
    return NUMERAL.get(low) or sum(NUMERAL[w] for w in re.split(r"[-\s]", low))
