"""Dates as intervals with their granularity; the year an article was published in."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

MONTHS = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
]
LOCATIVES = [
    "styczniu",
    "lutym",
    "marcu",
    "kwietniu",
    "maju",
    "czerwcu",
    "lipcu",
    "sierpniu",
    "wrześniu",
    "październiku",
    "listopadzie",
    "grudniu",
]
NOMINATIVES = [
    "styczeń",
    "luty",
    "marzec",
    "kwiecień",
    "maj",
    "czerwiec",
    "lipiec",
    "sierpień",
    "wrzesień",
    "październik",
    "listopad",
    "grudzień",
]
INSTRUMENTALS = [
    "styczniem",
    "lutym",
    "marcem",
    "kwietniem",
    "majem",
    "czerwcem",
    "lipcem",
    "sierpniem",
    "wrześniem",
    "październikiem",
    "listopadem",
    "grudniem",
]
MONTH = {
    name: i + 1
    for names in (INSTRUMENTALS, NOMINATIVES, LOCATIVES, MONTHS)
    for i, name in enumerate(names)
}
ROMAN = {
    r: i + 1
    for i, r in enumerate(
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
    )
}
WEEKDAYS = ("poniedział", "wtor", "śro", "czwart", "piąt", "sobot", "niedziel")
SEASON = {"wiosn": (3, 5), "lat": (6, 8), "jesie": (9, 11), "zim": (12, 2)}
_NAMES = "|".join(sorted(MONTH, key=len, reverse=True))
_YEAR = r"(?:\s+(?P<year>(?:1\d|20)\d\d)(?!\d)(?P<r>\s*(?:r\.|rok(?:u|iem)?\b))?)?"
_DAY = re.compile(
    rf"(?<![\d,.])(?P<day>[0-3]?\d)(?:\s*(?:-|–|i|do)\s*(?P<last>[0-3]?\d))?\.?\s+"
    rf"(?P<month>{_NAMES})\b{_YEAR}"
    rf"|(?<![\d.])(?P<day2>[0-3]?\d)\s+(?P<roman>[IVX]+)\s+(?P<year2>\d{{4}})(?!\d)(?:\s*r\.|\s+roku)?"
    rf"|(?<![\d.])(?P<day3>[0-3]?\d)\.(?P<month3>[01]?\d)\.(?P<year3>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"(?P<part>\b(?:(?:pod\s+)?koni\w+|na\s+począt\w+|począt\w+|w\s+połowie)\s+)?"
    rf"\b(?P<month>{_NAMES})\b{_YEAR}(?P<br>\s+(?:br\.|ub\.\s*r\.))?",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"\b(?P<season>wiosną|latem|jesienią|zimą)\s+(?P<year>(?:1\d|20)\d\d)(?!\d)(?:\s*r\.|\s+roku)?",
    re.IGNORECASE,
)
_ONLY_YEAR = re.compile(
    r"\b(?:(?P<pre>[Ww]\s+roku|[Ww]|[Oo]d|[Dd]o|[Pp]o|[Pp]rzed|[Zz]a|[Rr]ok(?:u|iem)?|[Rr]oku)\s+)?(?:roku\s+)?"
    r"(?P<year>(?:1[0-9]|20)\d\d)(?![\d-])(?P<r>\s*r\.|\s+rok(?:u|iem)?\b)?"
)
COUNTED = re.compile(r"\s+(?:\w+ów|osób|lat|dni|km|m|zł|euro|sztuk|mln|tys|proc|kg|ton)\b")
_CENTURY = re.compile(r"\b(?P<roman>[IVX]+)\s+(?:wieku|wiek|w\.)")
_DECADE = re.compile(r"\blat(?:a|ach)?\s+(?P<n>\d0)\.?(?:\s+(?P<roman>[IVX]+)\s+(?:wieku|w\.))?")
_OPEN = re.compile(
    r"\bw\s+(?:ubiegł\w+|zeszł\w+|minion\w+|przyszł\w+)\s+(?:piątek|tygodniu|roku|miesiącu|wtorek|środę|"
    r"czwartek|poniedziałek|sobotę|niedzielę)|\b\w+\s+(?:dni|lata|lat|tygodnie|miesiące|miesięcy)\s+temu|"
    r"\b[Ww]ówczas\b",
)


@dataclass(frozen=True, slots=True)
class When:
    """A date: first and last day (None without a year), granularity, and month and day numbers."""

    first: date | None
    last: date | None
    grain: str
    month: int = 0
    day: int = 0
    bare: bool = False


class Found(NamedTuple):
    """A date in a text: offsets, what it means, and its ISO value."""

    start: int
    end: int
    when: When
    value: str


def month_of(when: date | None, month: int) -> date | None:
    """Return the last day of a month, given its first."""
    return when.replace(day=calendar.monthrange(when.year, month)[1]) if when else None


def published_year(text: str, published: date | None) -> int | None:
    """Return the year an article speaks from: given, or told by a weekday beside a day."""
    if published:
        return published.year
    years = Counter(int(y) for y in re.findall(r"(?<!\d)(20[0-4]\d)(?!\d)", text))
    m = re.search(
        rf"\b(?:[Ww]e?)\s+(\w+)[\s,]+(\d{{1,2}})\s+({'|'.join(MONTHS)})\b(?!\s+\d{{4}})", text
    )
    if not (m and years):
        return None
    weekday = next((i for i, w in enumerate(WEEKDAYS) if m.group(1).lower().startswith(w)), None)
    if weekday is None:
        return None
    latest = max(years)
    for year in range(latest, latest + 5):
        try:
            if date(year, MONTH[m.group(3)], int(m.group(2))).weekday() == weekday:
                return year
        except ValueError:
            continue
    return None


def _day(m: re.Match[str], default: int | None) -> Found | None:
    day = int(m["day"] or m["day2"] or m["day3"])
    if m["roman"]:
        month = ROMAN.get(m["roman"].upper(), 0)
    else:
        month = MONTH[m["month"].lower()] if m["month"] else int(m["month3"])
    year = m["year"] or m["year2"] or m["year3"] or default
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if m["last"]:
        last = int(m["last"])
        if not (day < last <= 31):
            return None
        text = f"{month:02}-{day:02}/{month:02}-{last:02}"
        return Found(m.start(), m.end(), When(None, None, "range", month, day), text)
    if not year:
        return Found(
            m.start(), m.end(), When(None, None, "day", month, day), f"--{month:02}-{day:02}"
        )
    try:
        it = date(int(year), month, day)
    except ValueError:
        return None
    return Found(m.start(), m.end(), When(it, it, "day", month, day), it.isoformat())


def _month(m: re.Match[str], default: int | None) -> Found:
    month, part = MONTH[m["month"].lower()], (m["part"] or "").lower()
    year = m["year"] or default
    if not year:
        return Found(m.start(), m.end(), When(None, None, "month", month), f"--{month:02}")
    first = date(int(year), month, 1)
    last = month_of(first, month)
    assert last  # a month with a year has a last day  # noqa: S101
    if not part:
        return Found(m.start(), m.end(), When(first, last, "month", month), f"{first:%Y-%m}")
    if "koni" in part:
        first = first.replace(day=21)
    elif "poł" in part:
        first, last = first.replace(day=11), first.replace(day=20)
    else:
        last = first.replace(day=10)
    return Found(m.start(), m.end(), When(first, last, "part", month), f"{first}/{last}")


def _season(m: re.Match[str]) -> Found:
    year = int(m["year"])
    stem = next(s for s in SEASON if m["season"].lower().startswith(s))
    a, b = SEASON[stem]
    first = date(year, a, 1)
    last = month_of(date(year + (b < a), b, 1), b)
    return Found(m.start(), m.end(), When(first, last, "season", a), f"{first:%Y-%m}/{last:%Y-%m}")


def find_dates(text: str, published: date | None) -> list[Found]:
    """Return every date in the order of the text; a date without a year keeps none when unsure."""
    default = published_year(text, published)
    out: list[Found] = []
    taken: list[tuple[int, int]] = []

    def add(found: Found | None) -> None:
        if found and not any(a < found.end and found.start < b for a, b in taken):
            taken.append((found.start, found.end))
            out.append(found)

    for m in _DAY.finditer(text):
        add(_day(m, default))
    for m in _SEASON.finditer(text):
        add(_season(m))
    for m in _MONTH.finditer(text):
        word = m["month"]
        if word.lower() in {"maj", "maja", "marzec", "luty"} and word[0].isupper():
            continue
        add(_month(m, default))
    for m in _ONLY_YEAR.finditer(text):
        year = int(m["year"])
        before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
        alone = 1200 <= year < 2040 and (before in set("(–-") or after in set(",;:)–"))
        if not m["r"] and COUNTED.match(text, m.end()):
            continue
        if not (m["pre"] or m["r"] or alone) or (
            (m["pre"] or "").lower() in {"po", "do", "przed", "za"} and not m["r"]
        ):
            continue
        named = re.search(r"roku?\s+$", text[m.start() : m.start("year")], re.IGNORECASE)
        start = m.start() + named.start() if named else m.start("year")
        when = When(date(year, 1, 1), date(year, 12, 31), "year")
        add(Found(start, m.end(), when, str(year)))
    for m in _DECADE.finditer(text):
        century = ROMAN.get(m["roman"] or "", 20) if (m["roman"] or "XX") in ROMAN else 20
        first = (century - 1) * 100 + int(m["n"])
        when = When(date(first, 1, 1), date(first + 9, 12, 31), "decade")
        add(Found(m.start(), m.end(), when, f"{first}/{first + 9}"))
    for m in _CENTURY.finditer(text):
        add(Found(m.start(), m.end(), When(None, None, "century"), m["roman"]))
    for m in _OPEN.finditer(text):
        add(Found(m.start(), m.end(), When(None, None, "open"), ""))
    return _last_spoken_of(text, sorted(out, key=lambda f: f.start))


def _last_spoken_of(text: str, found: list[Found]) -> list[Found]:
    """Give "wówczas" the value of the date before it, when there is one."""
    out: list[Found] = []
    last = ""
    for f in found:
        then = f.when.grain == "open" and text[f.start : f.end].lower() == "wówczas"
        out.append(f._replace(value=last) if then else f)
        last = f.value or last
    return out
