"""What the time words of an article are read against: its publication and what was said before."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from quiz.languages.when import When, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

YEARS = (1500, 2500)
"""The years an article may be from; a day far from them is a slip in what is told of it."""
_IN_ONE_YEAR = frozenset({"day", "month", "part", "season", "year", "quarter", "half", "year part"})
_SOON, _LATELY = 20, 45
"""Days: what the tense decides is further from publication, what needs no year is nearer."""
_GUESSED = 120
"""Days from a guessed publication beyond which no year goes without saying."""


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article came out: a day, exact or within the week after it, or only a year."""

    day: date | None = None
    year: int | None = None
    exact: bool = False


def fitting(days: Iterable[tuple[int, int, int]], years: Iterable[int]) -> Publication:
    """Return when an article came out by the weekdays it names beside days without a year.

    `days` are weekday (0 is Monday), month and day, `years` those the article mentions: each day
    fits one year among those around the latest, and the article came out within the week after.
    """
    latest = max(years, default=0)
    found: set[date] = set()
    for weekday, month, number in days if latest else ():
        near = sorted(range(latest - 2, latest + 5), key=lambda year: abs(year - latest))
        year = next((y for y in near if _weekday(y, month, number) == weekday), None)
        if year:
            found.add(date(year, month, number))
    if len({d.year for d in found}) == 1:
        return Publication(max(found), max(found).year)
    return Publication()


@dataclass(slots=True)
class Context:
    """What is known where a time is read: publication, what was last spoken of, and the tense.

    `paragraphs` and `sentences` are the offsets at which one begins, `tense` tells the tense of the
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
    month_first: bool | None = None
    """Whether 3/4 is a day in March, where that is known."""

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

    def last_year(self, at: int) -> int | None:
        """Return the year of the time last spoken of, None where that is none or more than one."""
        last = self.last(at)
        return last.first.year if last and last.first and last.grain in _IN_ONE_YEAR else None

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
            public = self.published.year
            coming = near and public and year < public <= near and self.ahead(at)
            apart = between > 1 or (
                between == 1 and self.deictic and self._lately(near, month, day)
            )
            return near if near == year or onward or apart or coming else None
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
        if not self.published.exact and abs(ahead) > _GUESSED:
            return None  # the day of the text is a guess from its own words
        if ahead > _SOON and self.behind(at):
            return year - 1 if self.published.exact else None
        return year + 1 if ahead < -_SOON and self.ahead(at) else year

    def lead(self, at: int) -> str:
        """Return the word before an offset in lower case, or nothing."""
        lead = re.search(r"(\w+)\s+$", self.text[max(0, at - 16) : at])
        return lead[1].lower() if lead else ""

    def behind(self, at: int) -> bool:
        """Whether what is told at an offset has happened, or at least begun."""
        return self.tense(at) == "past"

    def ahead(self, at: int) -> bool:
        """Whether what is told at an offset has yet to happen."""
        return self.tense(at) == "future"

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
