"""Reading an option as a date: "17 June 2025", "pod koniec kwietnia 2025", "latem 2024 r.".

A date is an interval of days, as long as what was said is vague. Only what is certain is read:
"06/07/2025" is no date here, and neither is "winter 2024", which begins and ends in one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from quiz.base.text import one_line
from quiz.game.measure import Measure

_UNDATED = 2000  # a leap year stands in where none is named, so that 29 February is a date

_MONTHS = {
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
    "september/sept/sep october/oct november/nov december/dec",
    "pl": "styczeń/stycznia/styczniu luty/lutego/lutym marzec/marca/marcu "
    "kwiecień/kwietnia/kwietniu maj/maja/maju czerwiec/czerwca/czerwcu lipiec/lipca/lipcu "
    "sierpień/sierpnia/sierpniu wrzesień/września/wrześniu "
    "październik/października/październiku listopad/listopada/listopadzie "
    "grudzień/grudnia/grudniu",
}
_SEASONS = {
    "en": "spring summer autumn/fall winter",
    "pl": "wiosna/wiosną/wiosny/wiosnę lato/latem/lata/lecie jesień/jesienią/jesieni "
    "zima/zimą/zimy/zimę",
}
_THIRDS = {
    "en": "early/beginning/start mid/middle late/end",
    "pl": "początek/początku/początkiem połowa/połowie/połowę koniec/końcu/końca/końcem",
}
_SHARES = {"en": {"half": 6, "quarter": 3}, "pl": {"połowa": 6, "połowie": 6, "połowę": 6}}
_ORDINALS = {
    "en": "first second third fourth",
    "pl": "pierwsza/pierwszej/pierwszą druga/drugiej/drugą",
}
_SILENT = {
    "en": "on in at the of st nd rd th about around "
    "monday tuesday wednesday thursday friday saturday sunday",
    "pl": "w we na pod dnia około r rok roku "
    "poniedziałek wtorek środa środę czwartek piątek sobota sobotę niedziela niedzielę",
}

_WORD = re.compile(r"\d+|[^\W\d_]+")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?: r\.?| roku)?")
_SHORT_YEAR = re.compile(r"\b(\d\d)(\d\d)/(\d\d)\b")
_PUNCTUATION = re.compile(r"[^\w\s.,/\u2010-\u2015-]")


@dataclass(slots=True)
class _Found:
    """The parts of a date, each as often as it was named."""

    days: list[int] = field(default_factory=list)
    months: list[int] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    seasons: list[int] = field(default_factory=list)
    thirds: list[int] = field(default_factory=list)
    shares: list[int] = field(default_factory=list)
    """In months."""
    ordinals: list[int] = field(default_factory=list)


def moment(text: str, language: str) -> Measure | None:
    """Read `text` in `language` as a day, a part of a month or year, a season, or a span of them.

    Measures are of the same kind where a year is named in both or in neither; they sort by
    their first day and then by their last.
    """
    line = one_line(text).casefold()
    if _PUNCTUATION.search(line):
        return None
    try:
        if parts := _ISO.fullmatch(line):
            first = last = date(int(parts[1]), int(parts[2]), int(parts[3]))
            dated = True
        elif parts := _DOTTED.fullmatch(line):
            first = last = date(int(parts[3]), int(parts[2]), int(parts[1]))
            dated = True
        else:
            found = _find(_SHORT_YEAR.sub(r"\1\2 \1\3", line), language)
            if found is None:
                return None
            first, last = _interval(found)
            dated = bool(found.years)
    except ValueError:
        return None
    kind = "date" if dated else "day of any year"
    return Measure(kind, (first.toordinal(), last.toordinal())) if first <= last else None


def _find(line: str, language: str) -> _Found | None:
    """Sort the words of a date by what they name; None where one is no part of a date."""
    found = _Found()
    words = _WORD.findall(line)
    vocabulary, shares = _vocabulary(language), _SHARES[language]
    counted = any(vocabulary.get(word, ("", 0))[0] == "ordinals" for word in words)
    for word in words:
        if word.isdecimal() and len(word) in {1, 2}:
            found.days.append(int(word))
        elif word.isdecimal() and len(word) == 4:
            found.years.append(int(word))
        elif counted and word in shares:
            found.shares.append(shares[word])
        elif word in vocabulary:
            part, number = vocabulary[word]
            getattr(found, part).append(number)
        elif word not in _SILENT[language].split():
            return None
    return found


@cache
def _vocabulary(language: str) -> dict[str, tuple[str, int]]:
    """Return which part of a date each word names, and its number there."""
    parts = {"months": _MONTHS, "seasons": _SEASONS, "thirds": _THIRDS, "ordinals": _ORDINALS}
    return {
        form: (part, number)
        for part, tables in parts.items()
        for number, forms in enumerate(tables[language].split(), start=1)
        for form in forms.split("/")
    }


def _interval(found: _Found) -> tuple[date, date]:
    """Return the first and the last day meant; raises ValueError where the parts make no date."""
    year, *later = found.years or [_UNDATED]
    match found:
        case _Found(days=[], months=[], seasons=[4], thirds=[], shares=[], ordinals=[]):
            if later != [year + 1]:
                raise ValueError(found)
            return date(year, 12, 1), _last(year + 1, 2)
        case _Found(days=[], months=[], seasons=[], thirds=[], shares=[], ordinals=[]):
            if not found.years:
                raise ValueError(found)
            (until,) = later or [year]
            return date(year, 1, 1), _last(until, 12)
    if later:
        raise ValueError(found)
    match found:
        case _Found(months=[month], seasons=[], thirds=[], shares=[], ordinals=[]) if found.days:
            start, *more = found.days
            (end,) = more or [start]
            return date(year, month, start), date(year, month, end)
        case _Found(days=[], months=[start, *more], seasons=[], shares=[], ordinals=[]):
            (end,) = more or [start]
            return _third(date(year, start, 1), _last(year, end), found.thirds)
        case _Found(days=[], months=[], seasons=[season], shares=[], ordinals=[]):
            span = date(year, 3 * season, 1), _last(year, 3 * season + 2)
            return _third(*span, found.thirds)
        case _Found(days=[], months=[], seasons=[], thirds=[], shares=[size], ordinals=[which]):
            return date(year, size * (which - 1) + 1, 1), _last(year, size * which)
        case _Found(days=[], months=[], seasons=[], shares=[], ordinals=[]) if found.years:
            return _third(date(year, 1, 1), _last(year, 12), found.thirds)
    raise ValueError(found)


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _third(first: date, last: date, thirds: list[int]) -> tuple[date, date]:
    """Narrow an interval to its beginning, middle or end, where one of them is named."""
    if not thirds:
        return first, last
    (which,) = thirds
    start, days = first.toordinal(), (last - first).days + 1
    return (
        date.fromordinal(start + days * (which - 1) // 3),
        date.fromordinal(start + days * which // 3 - 1),
    )
