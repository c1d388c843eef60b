"""The day an English article was published on, and what its words tell of a date without a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from quiz.languages.date_context import YEARS, Context, Publication, fitting
from quiz.languages.english.date_words import (
    MONTH,
    MONTH_SHORT,
    WEEKDAY,
    WEEKDAY_NAMES,
    WEEKDAY_SHORT,
)

_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_AMERICAN = rf"(?P<m1>{MONTH_SHORT})\s+{_DAY.format('d1')},?\s+(?P<y1>(?:19|20)\d\d)\b"
_BRITISH = rf"{_DAY.format('d2')}\s+(?P<m2>{MONTH_SHORT}),?\s+(?P<y2>(?:19|20)\d\d)\b"
_ISO = r"(?P<y3>(?:19|20)\d\d)-(?P<m3>[01]\d)-(?P<d3>[0-3]\d)\b"
_WRITTEN = rf"(?:{_AMERICAN}|{_BRITISH}|{_ISO})"
_CLOCK = r"(?:\d\d?[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?)"
_DATELINE = re.compile(
    r"^[>#*_\s]*(?:(?:[^\d\n]{0,40}\b(?:published|posted|updated|date|on|by)\b[^\d\n]{0,40}?|[^\d\n]{0,40}[,:(|–—-]\s*)"
    rf"|(?:{WEEKDAY_SHORT},?\s+))?(?:{WEEKDAY_SHORT},?\s+)?(?:{_CLOCK}\s*[,–|-]?\s*)?{_WRITTEN}"
    rf"(?:\s*(?:at\b|[,–|T-])?\s*{_CLOCK})?(?:\s*\([A-Za-z]{{2,10}}\))?[.)_*]*\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_OPENING = re.compile(rf"^(?:{WEEKDAY_NAMES}),\s+{_AMERICAN}\s+(?=[A-Z])", re.MULTILINE)
"""A dateline that runs into the first sentence: after it a sentence begins."""
_TODAY = re.compile(rf"\btoday(?:,|\s*\(|\s+)\s*(?:{WEEKDAY_NAMES},?\s+)?{_WRITTEN}", re.IGNORECASE)
_YESTERDAY = re.compile(
    rf"\byesterday(?:,|\s*\(|\s+)\s*(?:{WEEKDAY_NAMES},?\s+)?{_WRITTEN}", re.IGNORECASE
)
_WEEKDAY = re.compile(
    rf"\b(?P<weekday>{WEEKDAY_NAMES})[\s,(]+(?:(?P<m1>{MONTH_SHORT})\s+{_DAY.format('d1')}"
    rf"|(?:the\s+)?{_DAY.format('d2')}\s+(?:of\s+)?(?P<m2>{MONTH_SHORT}))\b(?!,?\s+\d{{4}})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,$£€])(20[0-4]\d|19[89]\d)(?![\d,%])")
_MONTH_FIRST = re.compile(rf"{MONTH_SHORT}\s+[0-3]?\d(?:st|nd|rd|th)?(?!\d)")
_DAY_FIRST = re.compile(rf"(?<!\d)[0-3]?\d(?:st|nd|rd|th)?\s+{MONTH_SHORT}")


def _written(m: re.Match[str]) -> date | None:
    for n in "123":
        if m[f"y{n}"]:
            name = m[f"m{n}"].lower().rstrip(".")
            month = int(name) if name.isdigit() else MONTH[name]
            try:
                return date(int(m[f"y{n}"]), month, int(m[f"d{n}"]))
            except ValueError:
                return None
    return None


@lru_cache(maxsize=2)  # a bank, its document and its dates ask for it one after the other
def publication(text: str, given: date | None) -> Publication:
    """Return when an article was published: as given, else as a dateline or its words tell it.

    A line that is nothing but a date is a dateline ("Friday, May 8, 2009"); "today, 3 May 2020" is
    the day itself. A weekday beside a day without a year ("on Tuesday, June 17") fits one year
    among those around the latest year the text mentions; the article came out within the week
    after.
    """
    if given and YEARS[0] <= given.year <= YEARS[1]:
        return Publication(given, given.year, exact=True)
    for pattern, days in ((_DATELINE, 0), (_OPENING, 0), (_TODAY, 0), (_YESTERDAY, 1)):
        for m in pattern.finditer(text):
            lined = pattern is _DATELINE or pattern is _OPENING
            near = not lined or m.start() < 400 or m.end() > len(text) - 200
            day = _written(m) if near else None
            if day:
                day += timedelta(days=days)
                return Publication(day, day.year, exact=True)
    named = (
        (WEEKDAY[m["weekday"].lower()], MONTH[month.lower().rstrip(".")], int(number))
        for m in _WEEKDAY.finditer(text)
        for month, number in [(m["m1"] or m["m2"], m["d1"] or m["d2"])]
    )
    return fitting(named, {int(y) for y in _YEAR.findall(text)})


@lru_cache(maxsize=256)
def month_comes_first(text: str) -> bool | None:
    """Whether a text writes the month before the day, None where it writes neither order more."""
    us, uk = len(_MONTH_FIRST.findall(text)), len(_DAY_FIRST.findall(text))
    return None if us == uk else us > uk


@dataclass(slots=True)
class EnglishContext(Context):
    """Tells by the word before a date as well as by the tense what has happened by then."""

    def behind(self, at: int) -> bool:
        """Whether it has happened; a plan ("until July 3") may have been made in any tense."""
        tense, lead = self.tense(at), self.lead(at)
        begun = tense == "past" or lead == "since"
        return begun and lead not in {"until", "till", "before", "for", "by", "to"}

    def ahead(self, at: int) -> bool:
        """Whether it has yet to happen; what lasts since a day has begun."""
        return self.tense(at) == "future" and self.lead(at) != "since"
