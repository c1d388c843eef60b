"""Days, months and seasons of the calendar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.date_rules import Found, Rule, found, rule, yearless
from quiz.languages.polish.date_pattern import (
    DAY,
    GENITIVE,
    REF,
    YEAR,
    referred,
    year_of,
)
from quiz.languages.polish.date_words import (
    MONTH,
    MONTH_NAMES,
    NEXT,
    ORDINAL,
    PART,
    PAST,
    SEASON_ADVERBS,
    SEASON_NOUNS,
    SEASONS,
    THIS,
    WEEKDAY,
    WEEKDAY_NAMES,
    ordinal,
    part,
)
from quiz.languages.when import iso, of_month, of_months, on_calendar, part_of, roman, span

if TYPE_CHECKING:
    from quiz.languages.date_context import Context

_STREET = re.compile(
    r"(?:\b(?:ul|al|pl|os|im)\.|\b(?:ulic|alej|plac|rond|osiedl|konstytucj|święt|szkoł|park)\w*)\s+$",
    re.IGNORECASE,
)


def _one_day(start: int, end: int, year: int | None, month: int, number: int) -> list[Found]:
    when = on_calendar(year or 2000, month, number)
    if when is None:
        return []
    if year is None:
        return [Found(start, end, *yearless(when))]
    return [Found(start, end, when, iso(when))]


def _named(m: re.Match[str], context: Context) -> bool:
    """Whether a day names a street or a feast ("ulica 3 Maja") and no day of a year."""
    capital = m["month"][0].isupper() and not m["month"].isupper()
    return (capital and not (m["year"] or m["year_"])) or bool(
        _STREET.search(context.text[max(0, m.start() - 16) : m.start()])
    )


def _read_day(m: re.Match[str], context: Context) -> list[Found]:
    number = int(m["day"]) if m["day"] else ordinal(m["spelled"])
    if _named(m, context) or not 1 <= number <= 31:
        return []
    month = MONTH[m["month"].lower()]
    weekday = WEEKDAY[m["weekday"].lower()] - 1 if m["weekday"] else None
    year = year_of(m, context, month, number, weekday)
    start = m.start("day") if m["day"] else m.start("spelled")
    return _one_day(start, m.end(), year, month, number)


def _read_numeric(m: re.Match[str], _: Context) -> list[Found]:
    parts = m.groupdict()
    month = roman(parts.get("roman") or "") or int(parts.get("m") or 0)
    when = on_calendar(int(m["y"]), month, int(m["d"])) if 1 <= month <= 12 else None
    if when and parts.get("last"):
        first = on_calendar(int(m["y"]), month, int(parts["last"]))
        both = span(first, when) if first else None
        return found(m, both) if both else []
    return found(m, when) if when else []


def _read_days(m: re.Match[str], context: Context) -> list[Found]:
    """Read days of one month: a range is one time, days far apart are several."""
    if _named(m, context):
        return []
    month = MONTH[m["month"].lower()]
    places = [(int(d.group()), m.start("days") + d.start()) for d in re.finditer(r"\d+", m["days"])]
    days = [d for d, _ in places]
    if days != sorted(set(days)) or not 1 <= days[0] < days[-1] <= 31:
        return []
    year = year_of(m, context, month, days[-1])
    ranged = re.search(r"[-–—]|\b(?:do|na)\b", m["days"]) or (m["between"] and " a " in m["days"])
    if ranged or days == list(range(days[0], days[-1] + 1)):
        first, last = (on_calendar(year or 2000, month, d) for d in (days[0], days[-1]))
        both = span(first, last) if first and last else None
        if both is None:
            return []
        return found(m, both) if year else found(m, *yearless(both))
    out: list[Found] = []
    for number, start in places:
        end = m.end() if number == days[-1] else start + len(str(number))
        out += _one_day(start, end, year, month, number)
    return out


def _read_from_to(m: re.Match[str], context: Context) -> list[Found]:
    """Read a range of days over two months, or of months."""
    if m["to"].strip() == "a" and not m["between"]:
        return []
    one, other = MONTH[m["month1"].lower()], MONTH[m["month"].lower()]
    days = m.groupdict()
    begin, end = int(days.get("day1") or 0), int(days.get("day") or 0)
    last = year_of(m, context, other, end)
    first = int(m["year1"]) if m["year1"] else last - (one > other) if last else None
    bare = last is None or first is None
    if first is None or last is None:
        first = last = 2000 if one <= other else 2001
        first -= one > other
    if end:
        a, b = on_calendar(first, one, begin), on_calendar(last, other, end)
    else:
        a, b = of_month(first, one), of_month(last, other)
    both = span(a, b) if a and b else None
    if both is None:
        return []
    return found(m, *yearless(both)) if bare else found(m, both)


def _read_month(m: re.Match[str], context: Context) -> list[Found]:
    written = m["year"] or m["year_"] or m["ref"]
    if m["month"][0].isupper() and not written:
        return []  # a surname, a forename or a street as often as a month
    month = MONTH[m["month"].lower()]
    year = year_of(m, context, month)
    when = of_month(year or 2001, month)
    if m["part"]:
        when = part_of(when, part(m["part"]))
    return found(m, when) if year else found(m, *yearless(when))


def _read_turn(m: re.Match[str], context: Context) -> list[Found]:
    """Read the turn of two months: the end of the one and the beginning of the other."""
    one, other = MONTH[m["month1"].lower()], MONTH[m["month"].lower()]
    year = year_of(m, context, other)
    first = part_of(of_month((year or 2001) - (one > other), one), "late")
    both = span(first, part_of(of_month(year or 2001, other), "early"))
    if both is None:
        return []
    return found(m, both) if year else found(m, *yearless(both))


def _read_season(m: re.Match[str], context: Context) -> list[Found]:
    word = re.sub(r"\s+", " ", m["season"].lower())
    noun, modifier = word not in SEASON_ADVERBS.replace("\\", "").split("|"), m["modifier"]
    if noun and not (modifier or m["year"] or m["year_"] or m["ref"]):
        return []
    if word in {"lata", "lato"}:  # "lata" are years, too
        singular = modifier and modifier.lower().endswith(("ego", "to"))
        if not singular and not m["ref"] and not re.search(r"r\.|roku", m.group()):
            return []
    months = SEASONS[word]
    if m["next"]:
        first = int(m["year"])
        last = int(m["next"]) if len(m["next"]) == 4 else first // 100 * 100 + int(m["next"])
        return found(m, of_months(first, *months, "season")) if last == first + 1 else []
    year = int(m["year"] or m["year_"] or 0)
    if not year and (m["ref"] or modifier):
        year = referred(m["ref"] or modifier, context, m.start()) or 0
        if modifier and months[0] == 12:
            year = 0  # which winter it was depends on the day
    when = of_months(year or 2001, *months, "season")
    return found(m, when) if year else found(m, *yearless(when))


_BETWEEN = r"(?:\b(?P<between>od|między|pomiędzy|z)\s+)?"
_YEAR1 = r"(?:\s+(?P<year1>[12]\d{3})(?:\s*r\.|\s+roku)?)?"
_JOINT = r"(?P<to>\s*[-–—]\s*|\s+(?:do|a|na)\s+)"
_DAYS = r"[0-3]?\d\.?(?:(?:\s*[-–—]\s*|\s*,\s*|\s+(?:i|oraz|do|a|na)\s+)[0-3]?\d\.?)+"

_MONTH = r"\b(?:sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru)"
_ON = r"przełom"

RULES = (
    rule(
        r"(?<![\d./-])(?P<y>[12]\d{3})-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?![\d-])",
        r"-\d\d-\d\d",
        _read_numeric,
    ),
    rule(
        r"(?<![\d./-])(?:(?P<last>[0-3]?\d)\.?\s*[-–]\s*)?(?P<d>[0-3]?\d)[./](?P<m>[01]?\d)[./]"
        r"(?P<y>[12]\d{3})(?![\d./-]\d)(?:\s*r\.|\s+roku)?",
        r"\d[./][12]\d\d\d",
        _read_numeric,
    ),
    Rule(
        re.compile(
            r"(?<![\d./-])(?P<d>[0-3]?\d)[\s.-]+(?P<roman>[IVX]{1,4})[\s.-]+(?P<y>[12]\d{3})(?!\d)"
            r"(?:\s*r\.|\s+roku)?"
        ),
        _read_numeric,
        r"[ivx][\s.-]+[12]\d\d\d",
    ),
    rule(
        rf"{_BETWEEN}(?<![\d.,:/])(?P<day1>[0-3]?\d)\.?\s+(?P<month1>{GENITIVE}){_YEAR1}{_JOINT}"
        rf"(?P<day>[0-3]?\d)\.?\s+(?P<month>{GENITIVE})\b{YEAR}",
        _MONTH,
        _read_from_to,
    ),
    rule(
        rf"{_BETWEEN}(?<![\d.,:/])(?P<days>{_DAYS})\s+(?P<month>{GENITIVE})\b{YEAR}",
        _MONTH,
        _read_days,
    ),
    rule(
        rf"(?:\b(?P<weekday>{WEEKDAY_NAMES})[\s,(]+)?(?:{DAY}\.?|\b(?P<spelled>{ORDINAL}))\s+"
        rf"(?P<month>{GENITIVE})\b{YEAR}",
        _MONTH,
        _read_day,
    ),
    rule(
        rf"\b{_BETWEEN}(?P<month1>{MONTH_NAMES})\b{_YEAR1}{_JOINT}(?P<month>{MONTH_NAMES})\b{YEAR}",
        _MONTH,
        _read_from_to,
    ),
    rule(
        rf"\bna\s+przełomie\s+(?P<month1>{MONTH_NAMES})\s+i\s+(?P<month>{MONTH_NAMES})\b{YEAR}",
        _ON,
        _read_turn,
    ),
    rule(rf"\b(?:{PART})?(?P<month>{MONTH_NAMES})\b{YEAR}", _MONTH, _read_month),
    rule(
        rf"\b(?:(?P<modifier>{PAST}|{THIS}|{NEXT})\s+)?"
        rf"(?P<season>{SEASON_ADVERBS}|{SEASON_NOUNS})\b"
        r"(?:\s+(?:roku\s+(?P<year_>[12]\d{3})"
        r"|(?P<year>[12]\d{3})(?:/(?P<next>\d{4}|\d\d))?(?!\d)(?:\s*r\.|\s+roku)?"
        rf"|(?P<ref>{REF})))?",
        r"\b(?:wios|lat|jesie|zim|wiosn)",
        _read_season,
    ),
)
"""In the order of their claims: where two match the same words, the first one has them."""
