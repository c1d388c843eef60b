"""Dates as intervals with their granularity; the day an article was published on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.polish import date_days, date_relative, date_then, date_years
from quiz.languages.polish.date_context import Context, publication
from quiz.languages.polish.date_pattern import Found, Searcher
from quiz.languages.polish.date_words import MONTHS
from quiz.languages.polish.sentences import paragraphs
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
    context = Context(
        text,
        publication(text, published),
        tense,
        bool(_DEICTIC.search(text)),
        [start for start, _ in paragraphs(text)],
        [m.end() for m in _SENTENCE.finditer(text)],
        noun=noun,
    )
    searcher = Searcher(text)
    matches = [
        (m.start(), priority, m)
        for priority, rule in enumerate(_RULES)
        for m in searcher.search(rule)
    ]
    matches.sort(key=lambda match: match[:2])
    out: list[Found] = []
    at = 0
    while at < len(matches):
        reach, until = matches[at][2].end(), at + 1
        while until < len(matches) and matches[until][0] < reach:
            reach = max(reach, matches[until][2].end())
            until += 1
        taken: list[Found] = []
        for _, priority, m in sorted(matches[at:until], key=lambda match: match[1]):
            if not any(f.start < m.end() and m.start() < f.end for f in taken):
                taken += _RULES[priority].read(m, context)
        for f in sorted(taken):
            context.say(f.start, f.when)
        out += taken
        at = until
    return sorted(out, key=lambda f: f.start)
