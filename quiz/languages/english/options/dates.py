"""Dates as stems and options write them, and other dates in the style of the key."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from quiz.languages.date_options import limit_of, other_dates
from quiz.languages.english.date_context import month_comes_first
from quiz.languages.english.date_words import MONTH_SHORT, MONTHS, WEEKDAY_NAMES, WEEKDAYS
from quiz.languages.values import shift

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.languages.date_rules import Dated
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.when import When

_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_QUARTERS = ("first", "second", "third", "fourth")
_FRONTS = {
    "year": "in what year", "decade": "in which decade", "century": "in which century",
}  # fmt: skip
"""How a question asks for a time, where "when" would not tell how exact an answer is wanted."""
_LED = {"since": "since when", "until": "until when", "till": "until when", "by": "by when"}
_LEADS = frozenset({"", "on", "in", "at", "during", *_LED})
"""The prepositions with which a date tells when something was; "after" tells when it was not."""
_ASKED = frozenset(
    {"day", "month", "part", "season", "quarter", "half", "year part", "year", "decade", "century"}
)
_NEAR_YEARS = 60 * 365
_NEWS_YEARS = 40
"""Years before the news in which something may have happened that could be taken for it."""
_STEPS = (-1, 1, -2, 2, -3)
"""By how many times its length a run is moved, so that no two share a day."""
_JOINT = r"[-–—]|\b(?:to|until|through|and)\b"
_PREPOSITIONS = frozenset({"PRP", "PRF"})
_TIME_OF_DAY = re.compile(r"\b(?:morning|afternoon|evening|night)$")
_WITHIN = re.compile(
    rf"^(?P<part>.*?)\s*(?:\b{MONTH_SHORT}|\b(?:this|last|next|the\s+year)\b|\d{{4}}|$)",
    re.IGNORECASE,
)


def _ordinal(n: int) -> str:
    teens = 10 <= n % 100 <= 20
    return f"{n}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def write_date(
    value: date, when: When, *, american: bool = True, part: str = "", weekday: bool = False,
    fall: bool = False,
) -> str:  # fmt: skip
    """Write a date at the granularity of another.

    `part` is what part of a period is meant ("late", "the end of"), `weekday` asks for its name
    before a day, `fall` for the American word for autumn.
    """
    year, month = value.year, MONTHS[value.month - 1]
    if when.grain == "day":
        lead = f"{WEEKDAYS[value.weekday()]}, " if weekday else ""
        if american:
            return f"{lead}{month} {value.day}, {year}"
        return f"{lead.replace(', ', ' ')}{value.day} {month} {year}"
    joint = "" if part.endswith("-") or not part else " "
    if when.grain in {"month", "part"}:
        return f"{part}{joint}{month} {year}"
    if when.grain == "season":
        season = "fall" if fall and value.month == 9 else _SEASONS.get(value.month, "")
        return f"the {season} of {year}"
    if when.grain == "quarter":
        return f"the {_QUARTERS[(value.month - 1) // 3]} quarter of {year}"
    if when.grain == "half":
        return f"the {'first' if value.month < 7 else 'second'} half of {year}"
    if when.grain == "decade":
        return f"the {year}s"
    if when.grain == "century":
        return f"the {_ordinal((year - 1) // 100 + 1)} century"
    return f"{part}{joint}{year}"


def _part(doc: EnglishDocument, dated: Dated) -> str:
    """Return which part of a period the article speaks of, in its own words."""
    if dated.found.when.grain not in {"part", "year part"}:
        return ""
    m = _WITHIN.match(doc.text[dated.found.start : dated.found.end])
    return re.sub(r"\s+", " ", m["part"].lower()) if m else ""


def _lead(doc: EnglishDocument, dated: Dated) -> str:
    """Return the preposition before a date, or nothing."""
    if not dated.first:
        return ""
    word = doc.words[dated.first - 1]
    return word.text.lower() if word.tag in _PREPOSITIONS else ""


def _modifies(doc: EnglishDocument, dated: Dated) -> bool:
    """Whether a date tells which of several things is meant: "Tuesday's vote", "2014 protests"."""
    after = doc.words[dated.last] if dated.last < len(doc.words) else None
    if after is None:
        return False
    owner = after.text in {"'s", "’s"}
    before = doc.words[dated.first - 1] if dated.first else None
    owned = before is not None and before.tag in {"AT0", "DPS", "POS"}
    return owner or (owned and after.tag.startswith(("NN", "AJ", "NP")))


def spoken(doc: EnglishDocument, dated: Dated) -> str:
    """Return a date as a stem writes it: with its year, and a preposition where it needs one.

    Nothing comes of a date that has none ("a few years ago"), or that only its article's readers
    can place ("last week").
    """
    found = dated.found
    when, text = found.when, doc.text[found.start : found.end]
    if when.grain == "time":
        return text
    if when.first is None:
        # years before Christ have a value and no days
        return text if re.match(r"-?\d{4}", found.value) else ""
    modifies = _modifies(doc, dated)
    if when.grain in {"day", "month"} and modifies and (when.relative or not _year_in(text)):
        return ""
    whole = when.grain not in {"day", "month", "part", "season"} or _year_in(text)
    if whole and not when.relative:
        return text
    if when.grain not in _ASKED:
        return ""
    written = _write(doc, dated, when.first)
    if modifies:
        return ""
    hours = _TIME_OF_DAY.search(text.lower())
    if when.grain == "day" and hours and hours.group() != "night":
        written = f"the {hours.group()} of {written}"
        return written if _lead(doc, dated) == "on" else f"on {written}"
    if _lead(doc, dated):
        return written
    if _within(text):
        return f"{_within(text)} {written}"
    return f"{'on' if when.grain == 'day' else 'in'} {written}"


def _within(text: str) -> str:
    """Return the preposition that a date begins with: "since then"."""
    m = re.match(r"(?:since|until|till|by|before|after)\b", text, re.IGNORECASE)
    return m.group().lower() if m else ""


def _year_in(text: str) -> bool:
    return re.search(r"\b[12]\d{3}\b", text) is not None


def _american(doc: EnglishDocument, dated: Dated) -> bool:
    """Whether the month goes first, as in a date itself, else as in most of its article."""
    own = month_comes_first(doc.text[dated.found.start : dated.found.end])
    return (month_comes_first(doc.text) if own is None else own) is not False


def _write(doc: EnglishDocument, dated: Dated, value: date, *, weekday: bool = False) -> str:
    return write_date(
        value, dated.found.when, american=_american(doc, dated), part=_part(doc, dated),
        weekday=weekday, fall="fall" in doc.text[dated.found.start : dated.found.end].lower(),
    )  # fmt: skip


def date_options(doc: EnglishDocument, dated: Dated, led: str = "") -> tuple[str, str, list[str]]:
    """Return the question words for a date, the date, and other dates; nothing when not sure.

    `led` is the preposition before the date, which the question takes with it ("since"). Where the
    article only names the weekday, the options name theirs, and all lie within a week: the quote
    tells them apart.
    """
    when, text = dated.found.when, doc.text[dated.found.start : dated.found.end]
    value = when.first
    if when.grain == "range" and led in {"", "in"} and not when.relative:
        return _range_options(doc, dated)
    led = led or _within(text)
    front = _LED.get(led) or _FRONTS.get(when.grain, "when") if led in _LEADS else ""
    if value is None or not front or when.grain not in _ASKED or _modifies(doc, dated):
        return "", "", []
    named = when.grain == "day" and re.search(WEEKDAY_NAMES, text) is not None
    near = _week(value) if named and when.relative else None
    measured = when
    if when.grain == "year part":
        measured = replace(when, grain="year")
        value = date(value.year, 1, 1)
    write = partial(_write, doc, dated, weekday=named)
    rivals = other_dates(
        doc, measured, value, write, limit_of(doc), when.grain, near=near, far=_far(doc, measured)
    )
    rivals = _with_own_year(doc, measured, value, write, rivals)
    if near is not None:
        rivals = [r for r in rivals if r in {write(d) for d in near}]
    return front, write(value), rivals


def year_options(doc: EnglishDocument, dated: Dated) -> tuple[str, list[str]]:
    """Return a year and others, wherever it stands: "the 1979 vote"; nothing for any other date."""
    when = dated.found.when
    if when.grain != "year" or when.first is None:
        return "", []
    write = partial(_write, doc, dated)
    rivals = other_dates(
        doc, when, when.first, write, limit_of(doc), "year", far=_far(doc, when)
    )  # fmt: skip
    return write(when.first), _with_own_year(doc, when, when.first, write, rivals)


def _with_own_year(
    doc: EnglishDocument, when: When, value: date, write: Callable[[date], str], rivals: list[str]
) -> list[str]:
    """Return other years, one of which the article names: the key is then not the only one.

    That is the year it came out, where none of the others stands in it.
    """
    day = doc.published.day
    if when.grain != "year" or day is None or not 0 < day.year - value.year <= _NEWS_YEARS:
        return rivals
    if any(r in doc.text for r in rivals):
        return rivals
    own = write(date(day.year, 1, 1))
    return [own, *(r for r in rivals if r != own)]


def _far(doc: EnglishDocument, when: When) -> int:
    """Return how many days off a year may be and still be believed: more, the older the key is."""
    if when.grain != "year" or when.first is None:
        return 0
    return max(_NEAR_YEARS, (limit_of(doc) - when.first).days // 3)


def _range_options(doc: EnglishDocument, dated: Dated) -> tuple[str, str, list[str]]:
    """Return what a run of days, months or years is asked by, the run, and others as long."""
    when, text = dated.found.when, doc.text[dated.found.start : dated.found.end]
    if when.first is None or when.last is None or not re.search(_JOINT, text) or (
        _modifies(doc, dated)
    ):  # fmt: skip
        return "", "", []
    if when.unit == "day":
        step = (when.last - when.first).days + 1
        moved = [(_later(when.first, n * step), _later(when.last, n * step)) for n in _STEPS]
    else:
        months = (when.last.year - when.first.year) * 12 + when.last.month - when.first.month + 1
        moved = [(shift(when.first, n * months), shift(when.last, n * months)) for n in _STEPS]
    latest = limit_of(doc)
    known = when.last > latest
    rivals = [(a, b) for a, b in moved if a and b and (known or b <= latest)]
    write = partial(_write_range, _american(doc, dated), when, text)
    return "when", write(when.first, when.last), [write(a, b) for a, b in rivals]


def _later(day: date, days: int) -> date | None:
    number = day.toordinal() + days
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def _write_range(american: bool, when: When, text: str, first: date, last: date) -> str:
    """Write a run of time as an article writes another: "from … to …", "between … and …"."""
    grain = {"day": "day", "month": "month", "year": "year"}[when.unit]
    one, other = (
        write_date(day, replace(when, grain=grain), american=american) for day in (first, last)
    )
    if first.year == last.year and when.unit != "year":
        one = re.sub(rf",? {first.year}$", "", one)
    between = text.lower().startswith("between")
    return f"between {one} and {other}" if between else f"from {one} to {other}"


def _week(value: date) -> list[date]:
    """Return the days that are less than a week from a day, nearest first."""
    days = [value.toordinal() + sign * step for step in range(1, 7) for sign in (-1, 1)]
    return [date.fromordinal(d) for d in days if 1 <= d <= date.max.toordinal()]
