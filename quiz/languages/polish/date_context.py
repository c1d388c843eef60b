"""What the time words of an article are read against: its publication and what was said before."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from quiz.languages.polish.date_words import MONTH, MONTHS, WEEKDAY, WEEKDAY_NAMES, any_of
from quiz.languages.when import When, nearest

if TYPE_CHECKING:
    from collections.abc import Callable

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
    rf"\bwe?\s+(?P<weekday>{WEEKDAY_NAMES})[\s,(]+{_DAY}\b(?!\s+\d{{4}})", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\d.,])(20[0-4]\d|19[89]\d)(?![\d,])")


_YEARS = (1500, 2500)
"""The years an article may be from; a day far from them is a slip in what is told of it."""
_SOON, _LATELY = 20, 45
"""Days: what the tense decides is further from publication, what needs no year is nearer."""


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article came out: a day, exact or within the week after it, or only a year."""

    day: date | None = None
    year: int | None = None
    exact: bool = False


def _written(m: re.Match[str]) -> date | None:
    month = MONTH[m["month"].lower()] if m["month"] else int(m["m"])
    try:
        return date(int(m["year"] or m["y"]), month, int(m["day"] or m["d"]))
    except ValueError:
        return None


def publication(text: str, given: date | None) -> Publication:
    """Return when an article was published: as given, else as a dateline or its words tell it.

    A line that is nothing but a date is a dateline; "dziś, 3 maja 2020" is the day itself. A
    weekday beside a day without a year ("we wtorek 17 czerwca") fits one year among those around
    the latest year the text mentions; the article came out within the week after.
    """
    if given and _YEARS[0] <= given.year <= _YEARS[1]:
        return Publication(given, given.year, exact=True)
    for pattern, days in ((_DATELINE, 0), (_TODAY, 0), (_YESTERDAY, 1)):
        for m in pattern.finditer(text):
            near = pattern is not _DATELINE or m.start() < 400 or m.end() > len(text) - 200
            day = _written(m) if near else None
            if day:
                day += timedelta(days=days)
                return Publication(day, day.year, exact=True)
    years = {int(y) for y in _YEAR.findall(text)}
    found: set[date] = set()
    for m in _WEEKDAY.finditer(text) if years else ():
        weekday = WEEKDAY[m["weekday"].lower()] - 1
        fitting = []
        for year in range(max(years) - 2, max(years) + 5):
            try:
                day = date(year, MONTH[m["month"].lower()], int(m["day"]))
            except ValueError:
                continue
            if day.weekday() == weekday:
                fitting.append(day)
        fitting.sort(key=lambda d: abs(d.year - max(years)))
        if fitting:
            found.add(fitting[0])
    if len({d.year for d in found}) == 1:
        return Publication(max(found), max(found).year)
    return Publication()


@dataclass(slots=True)
class Context:
    """What is known where a time is read: publication, what was last spoken of, and the tense.

    `breaks` are the offsets at which a sentence or paragraph ends, `tense` tells the tense of the
    verb nearest to an offset. `deictic` says that the article speaks from its day of publication.
    """

    text: str
    published: Publication
    tense: Callable[[int], str]
    deictic: bool
    paragraphs: list[int]
    sentences: list[int]
    spoken: list[tuple[int, When]] = field(default_factory=list)
    noun: Callable[[int], bool] = lambda _: False

    def say(self, at: int, when: When) -> None:
        """Remember a time that was spoken of."""
        if when.first and when.grain != "open":
            self.spoken.append((at, when))

    def last(self, at: int, grains: frozenset[str] | None = None) -> When | None:
        """Return the time last spoken of before an offset, in its paragraph."""
        paragraph = bisect_right(self.paragraphs, at)
        for place, when in reversed(self.spoken):
            if bisect_right(self.paragraphs, place) != paragraph:
                return None
            if grains is None or when.grain in grains:
                return when
        return None

    def year(self, at: int, month: int, day: int = 0, weekday: int | None = None) -> int | None:
        """Return the year of a day or month named without one, None where it is not certain.

        An article that speaks from its day of publication means the year nearest to that day,
        unless another year was spoken of in this sentence or the one before; any other text means
        the year last spoken of, as long as its account goes forward.
        """
        near = self._near(at, month, day)
        spoken = self._explicit(at)
        if weekday is not None:
            then = spoken[1].first.year if spoken and spoken[1].first else None
            fits = [y for y in {near, then} if y and _weekday(y, month, day) == weekday]
            return fits[0] if len(fits) == 1 else None
        if spoken is None or spoken[1].first is None:
            return near
        place, when = spoken
        year = when.first.year if when.first else 0
        if near is not None or self.deictic:
            between = bisect_right(self.sentences, at) - bisect_right(self.sentences, place)
            onward = near == year + 1 and when.month > month
            apart = between > 1 or (
                between == 1 and self.deictic and self._lately(near, month, day)
            )
            return near if near == year or onward or apart else None
        if when.month and when.month > month:
            return None
        return year

    def _near(self, at: int, month: int, day: int) -> int | None:
        """Return the year that publication suggests: the nearest day, unless the tense forbids it.

        What has happened is not ahead, what will happen is not behind; a plan ("na 3 lipca") may
        have been made in any tense.
        """
        public = self.published.day
        if public is None:
            return self.published.year
        year = nearest(public, month, day or 15)
        if year is None:
            return None
        ahead = (date(year, month, min(day or 15, 28)) - public).days
        lead = re.search(r"(\w+)\s+$", self.text[max(0, at - 12) : at])
        word = lead[1].lower() if lead else ""
        tense = self.tense(at)
        begun = tense == "past" or (tense == "present" and word == "od")
        if ahead > _SOON and begun and word not in {"na", "do", "przed"}:
            return year - 1
        return year + 1 if ahead < -_SOON and tense == "future" and word != "od" else year

    def _lately(self, year: int | None, month: int, day: int) -> bool:
        """Whether a day is so near to publication that its year went without saying."""
        public = self.published
        if year is None or public.day is None or not public.exact:
            return False
        return abs((date(year, month, min(day or 15, 28)) - public.day).days) <= _LATELY

    def _explicit(self, at: int) -> tuple[int, When] | None:
        """Return the last time with a year that its own words give, in this paragraph."""
        paragraph = bisect_right(self.paragraphs, at)
        for place, when in reversed(self.spoken):
            if bisect_right(self.paragraphs, place) != paragraph:
                return None
            if not when.relative and when.grain not in {"decade", "century", "range"}:
                return place, when
        return None


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None
