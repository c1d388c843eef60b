"""Dates told from the day of publication, or from the date last spoken of."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from quiz.languages.date_rules import Found, found, relative, rule
from quiz.languages.polish.date_words import (
    MONTH_NAMES,
    NEXT,
    NUMBER,
    PART,
    PAST,
    THIS,
    WEEKDAY,
    WEEKDAY_NAMES,
    number,
    part,
)
from quiz.languages.when import (
    CLOCK,
    OPEN,
    When,
    away,
    neighbour,
    of_day,
    of_month,
    of_week,
    of_year,
    on_weekday,
    part_of,
    shift_months,
    weekend,
)

if TYPE_CHECKING:
    from quiz.languages.date_context import Context
    from quiz.languages.when import Part

_TIME_OF_DAY = (
    r"(?:\s+(?:rano|wieczorem|nad\s+ranem|po\s+południu|przed\s+południem|w\s+południe"
    r"|w\s+nocy|nocą))?"
)
FEW = r"kilka|kilkanaście|kilkadziesiąt|parę|kilku|kilkunastu|kilkudziesięciu|paru|kilkoma|kilkuset"
_ABOUT = r"(?:(?:około|ok\.|ponad|blisko|prawie|niemal|niespełna|jakieś)\s+)?"
_TO_WEEKDAY = re.compile(rf"\s+do\s+(?:{WEEKDAY_NAMES})\b", re.IGNORECASE)
_FROM_WEEKDAY = re.compile(rf"\bod\s+(?:{WEEKDAY_NAMES})\s+$", re.IGNORECASE)
"""A run of weekdays may be of any week, or of every one."""
_DAYS_AWAY = {"przedwczoraj": -2, "wczoraj": -1, "dziś": 0, "dzisiaj": 0, "jutro": 1, "pojutrze": 2}


def _read_near(m: re.Match[str], context: Context) -> list[Found]:
    """Read "wczoraj", "dziś", "jutro"; "do dziś" is no day."""
    before = context.text[max(0, m.start() - 6) : m.start()].lower()
    if re.search(r"\b(?:do|po|lepsze)\s+$", before):
        return []
    public = context.published
    if public.day is None or not public.exact:
        return found(m, OPEN)
    return relative(m, of_day(public.day + timedelta(days=_DAYS_AWAY[m["near"].lower()])))


def _read_weekday(m: re.Match[str], context: Context) -> list[Found]:
    """Read a weekday: the one before publication or after it, as the verb's tense tells.

    With a publication day that is only known within a week, the same weekday is that very day.
    """
    name, modifier = m["weekday"], (m["modifier"] or m["ub"] or "").lower()
    sentence_start = not context.text[: m.start("weekday")].rstrip(" ")[-1:].isalpha()
    if name[0].isupper() and not sentence_start:
        return []
    public, weekday = context.published, WEEKDAY[name.lower()] - 1
    lead = (m["lead"] or "").strip().lower()
    if not modifier and (not lead or lead == "co"):
        return []
    ranged = lead in {"od", "do"} and (
        _TO_WEEKDAY.match(context.text, m.end()) or _FROM_WEEKDAY.search(context.text[: m.start()])
    )
    if public.day is None or ranged:
        return found(m, OPEN)
    if not public.exact:
        same = public.day.weekday() == weekday and not modifier
        return relative(m, of_day(public.day)) if same else found(m, OPEN)
    if re.match(PAST, modifier) or modifier.startswith("ub"):
        return relative(m, of_day(on_weekday(public.day, weekday, later=False, strictly=True)))
    if re.match(NEXT, modifier):
        return relative(m, of_day(on_weekday(public.day, weekday, later=True, strictly=True)))
    later = context.tense(m.start()) == "future"
    return relative(m, of_day(on_weekday(public.day, weekday, later=later)))


_UNITS_OF_TIME = (
    ("dzie", "day"), ("dni", "day"), ("tyg", "week"), ("tydz", "week"), ("weeken", "weekend"),
    ("mies", "month"), ("kwarta", "quarter"), ("lat", "year"), ("ro", "year"), ("dekad", "decade"),
)  # fmt: skip
"""How words for units of time begin, and the names quiz.languages.when has for them."""


def unit_of(word: str) -> str:
    """Return which unit of time a word in any form names."""
    low = word.lower()
    return next((unit for begin, unit in _UNITS_OF_TIME if low.startswith(begin)), "")


def amount_of(m: re.Match[str]) -> int | None:
    """Return the number a match gives: one where it gives none, None for "kilka"."""
    text = m["n"]
    if text is None:
        return 1
    return None if re.fullmatch(FEW, text, re.IGNORECASE) else number(text)


def _read_away(m: re.Match[str], context: Context) -> list[Found]:
    """Read "dwa lata temu", "przed rokiem", "za trzy dni"; "kilka lat temu" has no value."""
    unit, low = m["unit"].lower(), m.group().lower()
    if not m["n"] and unit in {"lata", "laty", "dni", "lat"}:
        return found(m, OPEN)
    amount, public = amount_of(m), context.published
    forward = low.startswith("za ")
    if amount is None:
        return found(m, OPEN)
    amount = amount if forward else -amount
    if m["half"]:
        there = (
            shift_months(public.day, 6 if forward else -6) if public.day and public.exact else None
        )
        return relative(m, of_month(there.year, there.month) if there else None)
    if public.day and public.exact:
        return relative(m, away(public.day, unit_of(unit), amount))
    if public.year and unit.startswith(("lat", "rok")):
        return relative(m, away(date(public.year, 1, 1), "year", amount))
    return found(m, OPEN)


def _read_span(m: re.Match[str], context: Context) -> list[Found]:
    """Read "w ubiegłym roku", "w tym tygodniu", "na początku przyszłego miesiąca"."""
    modifier, unit = m["modifier"].lower(), m["unit"].lower()
    if re.match(r"t(?:o|ę)$", modifier) or (modifier == "to" and unit != "rok"):
        return []
    if re.fullmatch(r"t\w+", modifier) and unit.startswith(("wiek", "stulec", "sezon")):
        return []
    turn = -1 if re.match(PAST, modifier) else 1 if re.match(NEXT, modifier) else 0
    public = context.published
    if (
        turn == 1
        and modifier.startswith(("następn", "kolejn", "najbli"))
        and unit.startswith("rok")
    ):
        last = context.last(m.start())
        if last and last.first and (public.year is None or last.first.year < public.year - 1):
            return relative(m, of_year(last.first.year + 1))
        if modifier.startswith("kolejn"):
            return []
    if modifier.startswith("poprzed") and not public.exact:
        return found(m, OPEN)
    if unit.startswith("ro"):
        year = public.year
        when = of_year(year + turn) if year else None
        if when and m["part"]:
            when = part_of(when, part(m["part"]))
        return relative(m, when)
    if public.day is None or not public.exact:
        return found(m, OPEN)
    day = public.day
    named = unit_of(unit)
    when = neighbour(day, named, turn)
    if when and m["part"] and named == "week":
        when = _part_of_week(when, part(m["part"]))
    elif when and m["part"] and named == "month":
        when = part_of(when, part(m["part"]))
    return relative(m, when)


def _part_of_week(week: When, which: Part) -> When | None:
    """Return the first two days of a week, or its last four."""
    if week.first is None or week.last is None:
        return None
    if which in {"early", "first half"}:
        return When(week.first, week.first + timedelta(days=1), "range")
    return When(week.last - timedelta(days=3), week.last, "range")


def _read_weekend(m: re.Match[str], context: Context) -> list[Found]:
    public = context.published
    if public.day is None or not public.exact:
        return found(m, OPEN)
    past = context.tense(m.start()) in {"past", "impersonal"} and public.day.weekday() < 5
    return relative(m, weekend(public.day, -1 if past else 0))


def _read_this_part(m: re.Match[str], context: Context) -> list[Found]:
    """Read "na początku tygodnia", "pod koniec miesiąca": those of publication."""
    public = context.published
    if public.day is None or not public.exact:
        return found(m, OPEN)
    if m["unit"].lower().startswith("mies"):
        month = of_month(public.day.year, public.day.month)
        return relative(m, part_of(month, part(m["part"])))
    week = of_week(public.day)
    which = part(m["part"])
    return relative(m, _part_of_week(week, which) if which in {"early", "late"} else None)


def _read_this_month(m: re.Match[str], context: Context) -> list[Found]:
    """Read "17 bm.", the day of the month of publication."""
    public = context.published
    if public.day is None:
        return found(m, OPEN)
    try:
        return found(m, of_day(public.day.replace(day=int(m["day"]))))
    except ValueError:
        return []


def _read_open(m: re.Match[str], _: Context) -> list[Found]:
    """Read "w ostatnich latach" and its like, which have no value."""
    return found(m, OPEN)


def _read_hour(m: re.Match[str], _: Context) -> list[Found]:
    """Read a time of day, "o godz. 19.00"."""
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    return found(m, CLOCK, f"T{hour:02}:{minute:02}") if hour < 24 else []


UNITS = r"(?P<unit>dzień|dni|tydzień|tygodni(?:e|a)?|miesiąc(?:e|a)?|miesięcy|rok(?:u)?|lata|lat)"
_INSTRUMENTAL = r"(?P<unit>dniami|dniem|tygodniami|tygodniem|miesiącami|miesiącem|laty|rokiem)"
_SPAN_UNITS = (
    r"(?P<unit>tydzień|tygodni(?:u|a|em)|miesiąc(?:u|a|em)?|rok(?:u|iem)?|kwarta(?:ł|le|łu|łem)"
    r"|weekend(?:u|em|zie)?|dekad(?:zie|y|ę|ą)|stuleci(?:u|a|em)|półrocz(?:u|a|em))\b"
)

RULES = (
    rule(
        r"\b(?P<day>[0-3]?\d)\s+(?:b\.?\s?m\.|bieżącego\s+miesiąca)",
        r"\d\s+b(?:\.?\s?m\.|ieżącego)",
        _read_this_month,
    ),
    rule(
        rf"\b(?:(?P<n>{FEW}|{NUMBER})\s+)?(?:(?P<half>pół)\s+)?{UNITS}\s+temu\b",
        r"\btemu\b",
        _read_away,
    ),
    rule(
        rf"\bprzed\s+{_ABOUT}(?:(?P<n>{FEW}|{NUMBER})\s+)?(?P<half>pół\s+)?{_INSTRUMENTAL}\b"
        r"(?!\s+\d)",
        r"przed\s",
        _read_away,
    ),
    rule(
        rf"\bza\s+{_ABOUT}(?:(?P<n>{FEW}|{NUMBER})\s+)?(?P<half>pół\s+)?{UNITS}\b"
        r"(?!\s+(?:\d|więzieni|pracy|nauk|wolnoś))",
        r"za\s",
        _read_away,
    ),
    rule(
        rf"\b(?P<near>{'|'.join(_DAYS_AWAY)})\b{_TIME_OF_DAY}",
        r"wczoraj|dziś|dzisiaj|jutro|jutrz",
        _read_near,
    ),
    rule(
        r"\b(?:(?P<lead>we?|od|do|na|po|przed|z|ze|co)\s+)?"
        rf"(?:\b(?P<modifier>{PAST}|{NEXT}|{THIS})\s+|\b(?P<ub>ub\.)\s*)?"
        rf"\b(?P<weekday>{WEEKDAY_NAMES})\b{_TIME_OF_DAY}"
        rf"(?![\s,(]+[0-3]?\d\.?\s+(?:{MONTH_NAMES}))",
        r"\b(?:poniedział|wtor|środ|czwart|piąt|sobot|niedziel)",
        _read_weekday,
    ),
    rule(
        rf"\b(?:{PART})?(?P<modifier>{PAST}|{NEXT}|{THIS})\s+{_SPAN_UNITS}",
        r"\b(?:tydzień|tygodni|miesiąc|roku|rokiem|rok|kwarta|weekend|dekad|stuleci|półrocz)",
        _read_span,
    ),
    rule(r"\bw\s+weekend\b|\bpodczas\s+weekendu\b", r"weekend", _read_weekend),
    rule(rf"\b{PART}(?P<unit>tygodnia|miesiąca)\b", r"tygodnia|miesiąca", _read_this_part),
    rule(
        r"\b(?:w|od|przez|po)\s+"
        r"(?:ostatni|najbliższy|nadchodzący|miniony|kolejny|przyszły|ubiegły)(?:ch|m|e)\s+"
        rf"(?:(?:{FEW}|{NUMBER})\s+)?(?:godzinach|dniach|tygodniach|miesiącach|latach|dekadach"
        r"|czasie|tygodniu|roku|miesiącu)\b|\bw\s+(?:ostatni|ten|najbliższy)\s+weekend\b",
        r"godzinach|dniach|tygodni|miesiąc|latach|dekadach|czasie|roku|weekend",
        _read_open,
    ),
    rule(
        r"\b(?:(?:około|ok\.|przed|po)\s+)?(?:o\s+)?godz(?:\.|in(?:a|ie|ę|y)\b)?\s*"
        r"(?P<hour>[012]?\d)(?:[.:](?P<minute>[0-5]\d))?(?![\d,]|\.\d)",
        r"\bgodz",
        _read_hour,
    ),
)
"""In the order of their claims."""
