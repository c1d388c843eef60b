"""Days, months and seasons of the calendar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.date_rules import Found, found, relative, rule
from quiz.languages.english.date_pattern import (
    ANY_DAY,
    DAY_MONTH,
    MONTH_DAY,
    NAMED,
    NO_MORE,
    YEAR,
    YEAR_NUMBER,
    month_number,
    on_days,
    referred,
    weekday_number,
    with_year,
    year_of,
)
from quiz.languages.english.date_words import (
    DOUBTFUL,
    FEAST,
    FEAST_NAMES,
    MONTH_NAMES,
    MONTH_SHORT,
    PART,
    SEASON,
    SEASONS,
    any_of,
    ordinal,
    part,
)
from quiz.languages.when import OPEN, of_month, of_months, on_calendar, part_of, span

if TYPE_CHECKING:
    from quiz.languages.date_context import Context
    from quiz.languages.when import When

_EVENT = re.compile(r"['’]?s?\s+(?:terror|attack|hijack)", re.IGNORECASE)
"""What makes of a day the name of what happened on it: "the September 11 attacks"."""
_LEADS = frozenset(
    {
        "in", "since", "until", "till", "by", "from", "to", "through", "during", "for", "before",
        "after", "between", "of", "throughout", "around", "about", "this", "last", "next", "every",
        "each", "and", "late", "early", "on", "a", "the", "s", "previous", "following",
    }
)  # fmt: skip
"""What stands before a month that could be a name or another word."""
_SURE = frozenset({"in", "since", "until", "during", "throughout", "late", "early", "last", "next"})


_SEASON_LEADS = frozenset({"in", "during", "by", "over", "until", "since"})


def _read_day(m: re.Match[str], context: Context) -> list[Found]:
    """Read "Tuesday, June 17, 2025" and "17 June"."""
    text, name = m["day"] or m["dday"], m["month"] or m["dmonth"]
    number, month = ordinal(text), month_number(name)
    if not m["year"] and _EVENT.match(context.text, m.end()):
        return found(m, OPEN)
    if not 1 <= number <= 31:
        return []
    weekday = weekday_number(m["weekday"]) if m["weekday"] else None
    closed = "(" in m.group() and context.text[m.end() : m.end() + 1] == ")"
    year = year_of(m, context, month, number, weekday)
    return on_days(m.start(), m.end() + closed, year, month, number)


def _read_iso(m: re.Match[str], _: Context) -> list[Found]:
    when = on_calendar(int(m["y"]), int(m["m"]), int(m["d"])) if 1 <= int(m["m"]) <= 12 else None
    return found(m, when) if when else []


def _read_numeric(m: re.Match[str], context: Context) -> list[Found]:
    """Read "17/06/2025": in the order of the rest of the text, where the numbers tell none."""
    one, two, year = int(m["a"]), int(m["b"]), int(m["y"])
    year += 0 if year > 99 else 2000
    if one > 12 or m["dot"] == "." or one == two:
        day, month = one, two
    elif two > 12:
        day, month = two, one
    else:
        first = context.month_first
        if first is None:
            return []
        day, month = (two, one) if first else (one, two)
    when = on_calendar(year, month, day) if 1 <= month <= 12 else None
    return found(m, when) if when else []


def _read_days(m: re.Match[str], context: Context) -> list[Found]:
    """Read days of one month: a range is one time, days far apart are several."""
    after = bool(m["month"])
    name, text = (m["month"], m["days"]) if after else (m["dmonth"], m["ddays"])
    month, offset = month_number(name), m.start("days" if after else "ddays")
    places = [(int(d.group()), offset + d.start(), offset + d.end())
              for d in re.finditer(r"\d+", text)]  # fmt: skip
    days = [d for d, _, _ in places]
    if days != sorted(set(days)) or not 1 <= days[0] < days[-1] <= 31:
        return []
    year = year_of(m, context, month, days[-1])
    ranged = re.search(r"[-–—]|\b(?:to|through|until)\b", text) or m["between"]
    if ranged or days == list(range(days[0], days[-1] + 1)):
        first, last = (on_calendar(year or 2000, month, d) for d in (days[0], days[-1]))
        return with_year(m, span(first, last) if first and last else None, year)
    out: list[Found] = []
    for number, start, end in places:
        begin = m.start() if number == days[0] and after else start
        close = m.end() if number == days[-1] else end
        out += on_days(begin, close, year, month, number)
    return out


def _read_from_to(m: re.Match[str], context: Context) -> list[Found]:
    """Read a range of days over two months."""
    one, other = month_number(m["month1"] or m["dmonth1"]), month_number(m["month"] or m["dmonth"])
    day, number = ordinal(m["day1"] or m["dday1"]), ordinal(m["day"] or m["dday"])
    year = year_of(m, context, other, number)
    begin = int(m["year1"]) if m["year1"] else (year or 2001) - (one > other)
    first, last = on_calendar(begin, one, day), on_calendar(year or 2001, other, number)
    both = span(first, last) if first and last else None
    return with_year(m, both, year)


def _read_months(m: re.Match[str], context: Context) -> list[Found]:
    """Read "from June to August 2012"; months that are only named together are several."""
    one, other = month_number(m["month1"]), month_number(m["month"])
    year = year_of(m, context, other)
    begin = int(m["year1"]) if m["year1"] else (year or 2001) - (one > other)
    first, last = of_month(begin, one), of_month(year or 2001, other)
    if m["part1"]:
        first = part_of(first, part(m["part1"]))
    if m["part"]:
        last = part_of(last, part(m["part"]))
    return with_year(m, span(first, last), year)


def _is_month(m: re.Match[str], context: Context) -> bool:
    """Whether a word that is a name or a verb as well ("May", "March") surely is a month."""
    low = m["month"].lower()
    if low not in DOUBTFUL or m["year"] or m["ref"] or m["part"] or m["modifier"]:
        return True
    text = context.text
    before = re.search(r"([\w’']+)(\W+)$", text[max(0, m.start() - 24) : m.start()])
    lead = re.sub(r".*['’]", "", before[1].lower()) if before and before[2].isspace() else ""
    after = re.match(r"['’]s\b|\s+([A-Z])", text[m.end() : m.end() + 3])
    named = re.search(
        rf"\b(?!{any_of(w.capitalize() for w in _LEADS)}\b)[A-Z][a-z]+\s+{m['month']}\b", text
    )
    if lead in _SURE:
        return not (after and after[1])
    if lead == "of" and re.search(r"[A-Z]\w*\s+of\s+$", text[max(0, m.start() - 24) : m.start()]):
        return False  # "the River of May"
    return lead in _LEADS and not named and not (after and after[1])


def _read_month(m: re.Match[str], context: Context) -> list[Found]:
    if not _is_month(m, context):
        return []
    month = month_number(m["month"])
    modifier = (m["modifier"] or "").lower()
    year = year_of(m, context, month)
    public = context.published
    if modifier and not m["year"]:
        year = None
        if public.day and public.exact:
            year = public.day.year
            if modifier.startswith("last") and month >= public.day.month:
                year -= 1
            if modifier.startswith("next") and month <= public.day.month:
                year += 1
    when = of_month(year or 2001, month)
    if m["part"]:
        when = part_of(when, part(m["part"]))
    return relative(m, when) if modifier and year and not m["year"] else with_year(m, when, year)


def _read_season(m: re.Match[str], context: Context) -> list[Found]:
    """Read "summer 2024", "the winter of 2019-20", "last spring", "in the autumn"."""
    word, modifier = m["season"].lower(), (m["modifier"] or "").lower()
    months = SEASON[word]
    year = int(m["year"]) if m["year"] else None
    if m["next"]:
        first = int(m["year"])
        last = int(m["next"]) if len(m["next"]) == 4 else first // 100 * 100 + int(m["next"])
        return found(m, of_months(first, *months, "season")) if last == first + 1 else []
    lead = context.lead(m.start())
    if not year and not modifier and not m["part"]:
        falling = word == "fall" and (lead != "in" or "the" not in m.group().lower())
        if lead not in _SEASON_LEADS or falling:
            return []
    if m["ref"]:
        year = referred(m["ref"], context, m.start())
    elif modifier and not year:
        year = _season_year(months[0], modifier, context)
    when = of_months(year or 2001, *months, "season")
    if m["part"]:
        when = _part_of_season(when, m["part"])
    told = (modifier or m["ref"]) and year and not m["year"]
    return relative(m, when) if told else with_year(m, when, year)


def _season_year(first: int, modifier: str, context: Context) -> int | None:
    """Return the year that "last summer" began in; which winter it was, the day does not tell."""
    public = context.published
    if public.day is None or not public.exact or first == 12:
        return public.year if first != 12 and modifier.startswith("this") else None
    year, month = public.day.year, public.day.month
    if modifier.startswith("last") and month <= first + 2:
        return year - 1
    if modifier.startswith("next") and month >= first:
        return year + 1
    return year


def _part_of_season(when: When, text: str) -> When:
    """Return the first, middle or last month of a season."""
    which = part(text)
    if when.first is None or which not in {"early", "middle", "late"}:
        return when
    months = when.first.month - 1 + ("early", "middle", "late").index(which)
    return of_month(when.first.year + months // 12, months % 12 + 1)


def _read_feast(m: re.Match[str], context: Context) -> list[Found]:
    """Read "Christmas Day 2014": feasts that are on one day of the calendar."""
    name = re.sub(r"\s+", " ", m["feast"].lower().replace("'", "’"))
    month, number = FEAST[name]
    return on_days(m.start(), m.end(), year_of(m, context, month, number), month, number)


def _read_ordinal(m: re.Match[str], context: Context) -> list[Found]:
    """Read "on the 17th": that day of the month last spoken of."""
    last = context.last(m.start())
    number = int(m["number"])
    if last is None or last.first is None or last.grain not in {"day", "month"}:
        return []
    when = on_calendar(last.first.year, last.first.month, number)
    return found(m, when) if when else []


_JOINT = r"(?:\s*[-–—]\s*|\s+(?:to|through|until|till|and)\s+)"
_FROM = r"\b(?:from|between)\s+"
_YEAR1 = rf"(?:,?\s+(?P<year1>{YEAR_NUMBER}))?"
_ONE = rf"(?:{MONTH_DAY.format(n='1')}|{DAY_MONTH.format(n='1')})"
_OTHER = rf"(?:{MONTH_DAY.format(n='')}|{DAY_MONTH.format(n='')})"
_DAYS = (
    rf"{ANY_DAY}(?:(?:\s*[-–—]\s*|\s*,\s*(?:and\s+)?|\s+(?:and|or|to|through|until)\s+)(?:the\s+)?"
    r"[0-3]?\d(?:st|nd|rd|th)?(?!\d))+"
)
_MONTH = r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_MODIFIER = r"(?:\b(?P<modifier>this(?:\s+(?:past|coming))?|last|next|this\s+past)\s+)?"
_PART1 = PART.replace("?P<part>", "?P<part1>")

RULES = (
    rule(
        r"(?<![\d./-])(?P<y>[12]\d{3})-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?![\d-])",
        r"\d{4}-\d\d-\d\d",
        _read_iso,
    ),
    rule(
        r"(?<![\d./-])(?P<a>[0-3]?\d)(?P<dot>[./])(?P<b>[0-3]?\d)(?P=dot)(?P<y>[12]\d{3}|\d\d)(?![\d/-]|\.\d)",
        r"\d[./]\d+[./]\d\d",
        _read_numeric,
    ),
    rule(
        rf"(?:{_FROM})?{_ONE}{_YEAR1},?(?:\s*[-–—]\s*|\s+(?:to|through|until|till)\s+)"
        rf"(?:{NAMED.replace('weekday', 'weekday2')})?{_OTHER}{YEAR}",
        _MONTH,
        _read_from_to,
    ),
    rule(rf"\bbetween\s+{_ONE}{_YEAR1},?\s+and\s+{_OTHER}{YEAR}", r"\bbetween\b", _read_from_to),
    rule(
        rf"(?:\b(?P<between>between|from)\s+)?(?:\b(?P<month>{MONTH_SHORT})\s+(?P<days>{_DAYS})"
        rf"|(?:\bthe\s+)?(?P<ddays>{_DAYS})\s+(?:of\s+)?(?P<dmonth>{MONTH_SHORT})){YEAR}",
        _MONTH,
        _read_days,
    ),
    rule(rf"{NAMED}{_OTHER}{YEAR}", _MONTH, _read_day),
    rule(
        rf"(?:{_FROM})?(?:{_PART1})?\b(?P<month1>{MONTH_NAMES})\b{_YEAR1}"
        rf"(?:\s*[-–—]\s*|\s+(?:to|through|until|till)\s+)(?:{PART})?(?P<month>{MONTH_NAMES})\b{YEAR}",
        _MONTH,
        _read_months,
    ),
    rule(
        rf"\bbetween\s+(?:{_PART1})?(?P<month1>{MONTH_NAMES})\b{_YEAR1}\s+and\s+(?:{PART})?"
        rf"(?P<month>{MONTH_NAMES})\b{YEAR}",
        r"\bbetween\b",
        _read_months,
    ),
    rule(rf"(?:\b{PART})?{_MODIFIER}\b(?P<month>{MONTH_NAMES})\b{YEAR}", _MONTH, _read_month),
    rule(
        rf"(?:\b{PART})?{_MODIFIER}(?:\bthe\s+)?"
        rf"\b(?P<season>{SEASONS})\b"
        rf"(?:\s+(?:of\s+)?(?P<year>[12]\d{{3}})(?:[-/–](?P<next>\d{{4}}|\d\d)(?!\d))?{NO_MORE}"
        r"|\s+(?P<ref>of\s+(?:this|last|next|that|the\s+(?:same|following|previous))\s+year\b))?"
        r"(?!\s+(?:from|out|apart|of\s+(?!\d)|(?-i:[A-Z])))",
        r"\b(?:spring|summer|autumn|fall|winter)\b",
        _read_season,
    ),
    rule(
        rf"\b(?P<feast>{FEAST_NAMES})\b{YEAR}",
        r"\bday\b|\beve\b|halloween|juneteenth",
        _read_feast,
    ),
    rule(
        r"(?<=\bon\s)the\s+(?P<number>[0-3]?\d)(?:st|nd|rd|th)\b(?=\s*(?:[.,;:)]|and\b|the\b|in\b|at\b|he\b|she\b))",
        r"\bon the \d",
        _read_ordinal,
    ),
)
"""In the order of their claims: where two match the same words, the first one has them."""
