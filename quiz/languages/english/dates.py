"""Dates as intervals with their granularity; the day an article was published on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.date_rules import Found, read_dates
from quiz.languages.english import date_clock, date_days, date_relative, date_then, date_years
from quiz.languages.english.date_context import EnglishContext, month_comes_first, publication
from quiz.languages.english.date_words import MONTHS, WEEKDAY_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

__all__ = ["MONTHS", "Found", "find_dates", "publication"]

_RULES = (
    *date_days.RULES,
    *date_years.RULES,
    *date_then.RULES,
    *date_relative.RULES,
    *date_clock.RULES,
    date_years.YEARS,
)
_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE = re.compile(r"(?<=[a-z\d)\"”’])[.!?…][\"”’)]*\s+(?=[\"“‘(–—-]*\s*[A-Z\d])")
_DEICTIC = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|ago|(?:last|next|this)\s+(?:week|month|year|night|weekend)"
    rf"|(?:on|last|next|this)\s+{WEEKDAY_NAMES}(?![\s,(]+(?:\d|[A-Z][a-z]+\s\d)))\b",
    re.IGNORECASE,
)


def find_dates(
    text: str,
    published: date | None,
    tense: Callable[[int], str] = lambda _: "",
    noun: Callable[[int], bool] = lambda _: False,
) -> list[Found]:
    """Return every date in the order of the text; one that cannot be told for certain has no value.

    `tense` names the tense of the verb nearest to an offset ("past", "future" or neither) and
    `noun` tells whether a counted noun follows an offset; a text alone knows neither.
    """
    context = EnglishContext(
        text,
        publication(text, published),
        tense,
        bool(_DEICTIC.search(text)),
        [0, *(m.end() for m in _PARAGRAPH.finditer(text))],
        [m.end() for m in _SENTENCE.finditer(text)],
        noun=noun,
        month_first=month_comes_first(text),
    )
    return read_dates(text, _RULES, context)
