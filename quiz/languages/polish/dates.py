"""Dates as intervals with their granularity; the day an article was published on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.date_rules import Found, read_dates
from quiz.languages.paragraphs import paragraphs
from quiz.languages.polish import date_days, date_relative, date_then, date_years
from quiz.languages.polish.date_context import PolishContext, publication
from quiz.languages.polish.date_words import MONTHS
from quiz.languages.polish.sentences import ENDINGS
from quiz.languages.when import When

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

__all__ = [
    "MONTHS",
    "Found",
    "When",
    "find_dates",
    "publication",
]

_RULES = (
    *date_days.RULES,
    *date_years.RULES,
    *date_then.RULES,
    *date_relative.RULES,
    date_years.YEARS,
)
_SENTENCE = re.compile(
    r"(?<=[a-ząćęłńóśźż\d)\"”]{2})[.!?…][\"”)]*\s+(?=[\"„«(–—-]*\s*[A-ZĄĆĘŁŃÓŚŹŻ])"
    r"|(?<=[a-ząćęłńóśźż]{4})[.!?…]\s+(?=\d)"
)
_DEICTIC = re.compile(
    r"\b(?:wczoraj|dziś|dzisiaj|jutro|temu|br\.|ub\.\s?r|(?:ubiegł|zeszł|minion|przyszł)\w+\s+(?:rok|tygod|mies|piąt)"
    r"|we?\s+(?:poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę)(?![\s,(]+\d))",
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
    context = PolishContext(
        text,
        publication(text, published),
        tense,
        bool(_DEICTIC.search(text)),
        [start for start, _ in paragraphs(text, ENDINGS)],
        [m.end() for m in _SENTENCE.finditer(text)],
        noun=noun,
    )
    return read_dates(text, _RULES, context)
