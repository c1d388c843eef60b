"""The day a Polish article was published on, and what its tenses tell of a day without a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from quiz.languages.date_context import YEARS, Context, Publication, fitting
from quiz.languages.polish.date_words import (
    ATTRIBUTES,
    MONTH,
    MONTHS,
    WEEKDAY,
    WEEKDAY_NAMES,
    any_of,
)

if TYPE_CHECKING:
    from quiz.languages.when import When

_DAY = rf"(?P<day>[0-3]?\d)\.?\s+(?P<month>{any_of(MONTHS)})"
_WRITTEN = (
    rf"(?:{_DAY}\s+(?P<year>20\d\d|19\d\d)|(?P<d>[0-3]?\d)\.(?P<m>[01]?\d)\.(?P<y>20\d\d|19\d\d))"
)
_DATELINE = re.compile(
    rf"^(?:[^\d\n]{{0,40}}[,:(]\s*|(?:{WEEKDAY_NAMES}),?\s+)?{_WRITTEN}(?:\s*r(?:\.|oku))?"
    r"(?:\s*[,–|-]?\s*(?:godz\.\s*|g\.\s*)?\d\d?[:.]\d\d)?\s*(?:\([A-Z]{2,5}\))?[.)]?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_TODAY = re.compile(
    rf"\bdzi(?:ś|siaj)(?:,|\s*\(|\s+)\s*(?:{WEEKDAY_NAMES},?\s+)?{_WRITTEN}", re.IGNORECASE
)
_YESTERDAY = re.compile(rf"\bwczoraj(?:,|\s*\(|\s+)\s*{_WRITTEN}", re.IGNORECASE)
_WEEKDAY = re.compile(
    rf"\bwe?\s+(?P<weekday>{WEEKDAY_NAMES})[\s,(]+{_DAY}\b(?:\s+(?P<year>\d{{4}}))?", re.IGNORECASE
)
_ATTRIBUTE = re.compile(
    rf"\b(?:{any_of(ATTRIBUTES)})(?:[yaeąi]|ego|ej|emu|ych|ym|ymi|ich|im|imi)"
    r"\s+(?:(?:we?|ze?|przed|po|od)\s+)?(?:roku\s+)?$",
    re.IGNORECASE,
)
"""What a year belongs to that is told by the way: "zatopił zbudowany w 1902 roku parowiec"."""
_PREDICATE = re.compile(r"\b(?:został|zosta|by[lł]|jest|są)\w*\b[^,;]*$")
_YEAR = re.compile(r"(?<![\d.,])(20[0-4]\d|19[89]\d)(?![\d,])")


def _written(m: re.Match[str]) -> date | None:
    month = MONTH[m["month"].lower()] if m["month"] else int(m["m"])
    try:
        return date(int(m["year"] or m["y"]), month, int(m["day"] or m["d"]))
    except ValueError:
        return None


@lru_cache(maxsize=2)  # a bank, its document and its dates ask for it one after the other
def publication(text: str, given: date | None) -> Publication:
    """Return when an article was published: as given, else as a dateline or its words tell it.

    A line that is nothing but a date is a dateline; "dziś, 3 maja 2020" is the day itself. A
    weekday beside a day ("we wtorek 17 czerwca") fits one year among those around the latest year
    the text mentions, or has that year with it; the article came out within the week after.
    """
    if given and YEARS[0] <= given.year <= YEARS[1]:
        return Publication(given, given.year, exact=True)
    for pattern, days in ((_DATELINE, 0), (_TODAY, 0), (_YESTERDAY, 1)):
        for m in pattern.finditer(text):
            near = pattern is not _DATELINE or m.start() < 400 or m.end() > len(text) - 200
            day = _written(m) if near else None
            if day:
                day += timedelta(days=days)
                return Publication(day, day.year, exact=True)
    years = {int(y) for y in _YEAR.findall(text)}
    named: list[tuple[int, int, int]] = []
    told: set[date] = set()
    for m in _WEEKDAY.finditer(text):
        weekday, day = WEEKDAY[m["weekday"].lower()] - 1, _written(m) if m["year"] else None
        if not m["year"]:
            named.append((weekday, MONTH[m["month"].lower()], int(m["day"])))
        elif day and day.weekday() == weekday and day.year == max(years, default=0):
            told.add(day)
    if told:
        return Publication(max(told), max(told).year)
    return fitting(named, years)


@dataclass(slots=True)
class PolishContext(Context):
    """Tells by the word before a date as well as by the tense what has happened by then."""

    def say(self, at: int, when: When) -> None:
        """Remember a time that was spoken of.

        "Najwyższa od 1996 roku" and "zbudowany w 1902 roku" tell of another than the sentence.
        """
        if when.grain == "year" and self.lead(at) == "od":
            return
        before = self.text[max(0, at - 60) : at]
        attribute = _ATTRIBUTE.search(before)
        if attribute is None or _PREDICATE.search(before[: attribute.start()]):
            Context.say(self, at, when)  # a class with slots is made anew: super() misses it

    def behind(self, at: int) -> bool:
        """Whether it has happened; a plan ("na 3 lipca") may have been made in any tense."""
        tense, lead = self.tense(at), self.lead(at)
        begun = tense == "past" or (tense == "present" and lead == "od")
        return begun and lead not in {"na", "do", "przed"}

    def ahead(self, at: int) -> bool:
        """Whether it has yet to happen; what lasts since a day has begun."""
        return self.tense(at) == "future" and self.lead(at) != "od"
