"""Dates told from the day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from quiz.languages.date_rules import Found, found, relative, rule
from quiz.languages.english.date_pattern import MONTH_DAY, weekday_number
from quiz.languages.english.date_words import (
    FEW,
    MONTH_SHORT,
    NAMED_AFTER,
    NAMED_BEFORE,
    NUMBER,
    ORDINAL,
    PART,
    VAGUELY,
    WEEKDAY_NAMES,
    number,
    part,
)
from quiz.languages.when import (
    OPEN,
    When,
    away,
    neighbour,
    of_day,
    of_week,
    on_weekday,
    part_of,
    span,
    weekend,
)

if TYPE_CHECKING:
    from quiz.languages.date_context import Context
    from quiz.languages.when import Part

_TIME_OF_DAY = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime|midday|noon))"
UNITS = r"(?P<unit>hours?|days?|weeks?|months?|years?|decades?|centuries|century|fortnight)"
_NOW = re.compile(
    r"(?:even|still|of|until|till|to|world|life|than|in)\s+$|(?:[a-z]+\s+)?[\"“‘']$", re.IGNORECASE
)
"""What before "today" makes it mean these days."""
_DAYS_AWAY = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0,
    "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1,
    "the day after tomorrow": 2,
}  # fmt: skip


def unit_of(word: str) -> str:
    """Return the name that quiz.languages.when has for a unit of time."""
    return re.sub(r"s$", "", word.lower())


def _read_near(m: re.Match[str], context: Context) -> list[Found]:
    """Read "yesterday", "this morning", "tomorrow"; "today" may mean these days."""
    near = " ".join(m["near"].lower().split())
    before = context.text[max(0, m.start() - 8) : m.start()]
    if m["near"][0].isupper() and re.search(r"\w\s+$", before):
        return []  # "The Tomorrow People"
    if near == "today" and (_NOW.search(before) or re.match(r"['’]s\b", context.text[m.end() :])):
        return []
    public = context.published
    if public.day is None or not public.exact:
        return found(m, OPEN)
    if near == "today" and context.tense(m.start()) == "present":
        return found(m, OPEN)
    return relative(m, of_day(public.day + timedelta(days=_DAYS_AWAY[near])))


def _named(m: re.Match[str], context: Context) -> bool:
    """Whether a weekday is part of a name ("Black Friday", "the Sunday Times") or of every week."""
    text = context.text
    before = re.search(r"([\w’']+)\s+$", text[max(0, m.start() - 20) : m.start()])
    word = before[1] if before else ""
    if word in NAMED_BEFORE or word.lower() in {
        "every",
        "each",
        "a",
        "any",
        "one",
        "most",
        "some",
        "no",
    }:
        return True
    if word.lower() in ORDINAL and re.match(r"\s+(?:of|in)\b", text[m.end() : m.end() + 4]):
        return True  # "the third Thursday of November"
    after = re.match(r"\s+([A-Z][a-z]+)", text[m.end() : m.end() + 24])
    if after and not re.fullmatch(rf"{MONTH_SHORT}", after[1]) and not m["modifier"]:
        return after[1] in NAMED_AFTER or word.lower() not in {"on", "by", "since", "until", "from"}
    return False


def _week_of(m: re.Match[str], context: Context) -> tuple[date | None, str]:
    """Return the day that a weekday is near to and which way: "last", "next", "past", "future"."""
    public = context.published
    if public.day is None or not public.exact:
        return None, ""
    modifier = " ".join((m["modifier"] or "").lower().split())
    if "last" in modifier or "past" in modifier:
        return public.day, "last"
    if "next" in modifier or "coming" in modifier:
        return public.day, "next"
    tense = context.tense(m.start())
    lead = context.lead(m.start())
    if lead in {"until", "till"} and not modifier and tense != "past":
        return public.day, "future"
    if modifier.startswith("this"):
        return public.day, "past" if tense == "past" else "future"
    if tense == "future" and lead != "since":
        return public.day, "future"
    return public.day, "past" if tense == "past" or lead == "since" else ""


def _that_day(day: date, weekday: int, way: str) -> date:
    later = way in {"next", "future"}
    return on_weekday(day, weekday, later=later, strictly=way in {"last", "next"})


def _read_weekday(m: re.Match[str], context: Context) -> list[Found]:
    """Read a weekday: the one before publication or after it, as the verb's tense tells.

    With a publication day that is only known within a week, the same weekday is that very day.
    """
    if _named(m, context):
        return []
    weekday = weekday_number(m["weekday"])
    public = context.published
    if re.search(r"\b(?:following|previous)\b", (m["modifier"] or "").lower()):
        last = context.last(m.start())
        if last is None or last.first is None or last.grain != "day":
            return found(m, OPEN)
        later = "following" in m["modifier"].lower()
        return relative(m, of_day(on_weekday(last.first, weekday, later=later, strictly=True)))
    if public.day and not public.exact:
        same = public.day.weekday() == weekday and not m["modifier"]
        return relative(m, of_day(public.day)) if same else found(m, OPEN)
    day, way = _week_of(m, context)
    # "last Monday" on a Wednesday may be the one two days ago or the one of the week before.
    past = "past" in (m["modifier"] or "").lower()
    unclear = day is not None and (
        (way == "last" and not past and weekday < day.weekday())
        or (way == "next" and weekday > day.weekday())
    )
    if day is None or not way or unclear:
        return found(m, OPEN)
    return relative(m, of_day(_that_day(day, weekday, way)))


def _read_weekdays(m: re.Match[str], context: Context) -> list[Found]:
    """Read "from Thursday to Sunday": a run of days before publication or after it."""
    day, way = _week_of(m, context)
    if day is None or way not in {"past", "future", "last", "next"}:
        return found(m, OPEN)
    one, other = weekday_number(m["one"]), weekday_number(m["weekday"])
    if way in {"past", "last"}:
        last = _that_day(day, other, way)
        first = on_weekday(last, one, later=False, strictly=True)
    else:
        first = _that_day(day, one, way)
        last = on_weekday(first, other, later=True, strictly=True)
    return relative(m, span(of_day(first), of_day(last)))


def amount_of(m: re.Match[str]) -> int | None:
    """Return the number a match gives: None for "a few" and for what is only about a number."""
    text = m["n"]
    if text is None or re.fullmatch(FEW, text, re.IGNORECASE):
        return None
    return number(text)


def _read_away(m: re.Match[str], context: Context) -> list[Found]:
    """Read "two years ago", "a week from now", "in three days' time"; a rough one has no value."""
    unit, public = unit_of(m["unit"]), context.published
    amount = amount_of(m)
    if amount is None or m["about"] or public.year is None:
        return found(m, OPEN)
    amount = amount if m["forward"] else -amount
    if unit in {"decade", "century"}:
        unit, amount = "year", amount * (10 if unit == "decade" else 100)
    if unit == "fortnight":
        unit, amount = "week", 2 * amount
    if public.day and public.exact:
        return relative(m, away(public.day, unit, amount))
    return relative(m, away(date(public.year, 1, 1), unit, amount) if unit == "year" else None)


def _part_of_week(week: When, which: Part) -> When:
    if week.first is None or week.last is None:
        return week
    if which in {"early", "first half"}:
        return When(week.first, week.first + timedelta(days=1), "range")
    if which == "middle":
        return When(week.first + timedelta(days=1), week.first + timedelta(days=3), "range")
    return When(week.last - timedelta(days=3), week.last, "range")


def _read_span(m: re.Match[str], context: Context) -> list[Found]:
    """Read "last year", "earlier this month", "late last week", "next weekend"."""
    modifier, unit = " ".join(m["modifier"].lower().split()), unit_of(m["unit"])
    if re.search(r"\bthis\b", modifier) and unit in {"century", "season"}:
        return []
    turn = -1 if "last" in modifier else 1 if "next" in modifier else 0
    if turn and not m["part"] and context.text[: m.start()].lower().endswith("the "):
        return found(m, OPEN)  # "over the next decade": not the one that a calendar calls so
    public = context.published
    if unit == "year" and public.year:
        when: When | None = neighbour(date(public.year, 1, 1), unit, turn)
    elif public.day is None or not public.exact:
        return found(m, OPEN)
    else:
        when = neighbour(public.day, unit, turn)
        if unit == "weekend" and turn == 0:
            return _read_weekend(m, context)
        if unit == "weekend" and turn > 0 and public.day.weekday() < 5:
            return found(m, OPEN)  # the coming one or the one after it
    if when and m["part"]:
        which = part(m["part"])
        when = _part_of_week(when, which) if unit == "week" else part_of(when, which)
    return relative(m, when)


def _read_weekend(m: re.Match[str], context: Context) -> list[Found]:
    """Read "over the weekend" and "at the weekend"."""
    public = context.published
    if public.day is None or not public.exact:
        return found(m, OPEN)
    past = context.tense(m.start()) == "past" and public.day.weekday() < 5
    return relative(m, weekend(public.day, -1 if past else 0))


def _read_this_part(m: re.Match[str], context: Context) -> list[Found]:
    """Read "the end of the month", "late in the week": those of publication."""
    public = context.published
    if public.day is None or not public.exact or context.last(m.start()) is not None:
        return found(m, OPEN)
    which = part(m["part"])
    if m["unit"].lower() == "week":
        return relative(m, _part_of_week(of_week(public.day), which))
    month = neighbour(public.day, "month", 0)
    return relative(m, part_of(month, which) if month else None)


def _read_open(m: re.Match[str], _: Context) -> list[Found]:
    """Read "in recent years", "the past week" and their like, which have no value."""
    return found(m, OPEN)


_NEAR = "|".join(sorted((w.replace(" ", r"\s+") for w in _DAYS_AWAY), key=len, reverse=True))
RULES = (
    rule(
        rf"(?:\b(?P<about>{VAGUELY})\s+)?(?:\b(?P<n>{FEW}|{NUMBER})\s+)(?:short\s+|long\s+)?\b{UNITS}"
        rf"(?:\s+ago\b|\s+(?P<forward>from\s+(?:now|today)|hence)\b)(?:\s+today\b)?",
        r"\bago\b|\bfrom (?:now|today)|\bhence\b",
        _read_away,
    ),
    rule(
        rf"\b(?P<forward>in)\s+(?:(?P<about>{VAGUELY})\s+)?(?P<n>{FEW}|{NUMBER})\s+{UNITS}['’]?s?\s+time\b",
        r"\btime\b",
        _read_away,
    ),
    rule(
        rf"(?:\b(?:early|earlier|late|later)\s+)?\b(?P<near>{_NEAR})\b{_TIME_OF_DAY}?",
        r"yesterday|today|tonight|tomorrow|last\s+night|this\s+(?:morning|afternoon|evening)",
        _read_near,
    ),
    rule(
        rf"(?:\bfrom\s+)?(?:\b(?P<modifier>this(?:\s+(?:past|coming))?|last|next)\s+)?\b(?P<one>{WEEKDAY_NAMES})(?:\s*[-–]\s*"
        rf"|\s+(?:to|through|until)\s+)(?P<weekday>{WEEKDAY_NAMES})\b",
        r"day\s*(?:[-–]|to\b|through\b|until\b)",
        _read_weekdays,
    ),
    rule(
        rf"(?:\b(?:early|late|later)\s+(?:on\s+)?)?(?:\b(?P<modifier>(?:this|the)\s+(?:past|coming|following|previous)"
        rf"|this|last|next|following|previous)\s+)?\b(?P<weekday>{WEEKDAY_NAMES})\b{_TIME_OF_DAY}?"
        rf"(?![\s,(]+(?:{MONTH_DAY.format(n='_')}|(?:the\s+)?\d\d?(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH_SHORT}))",
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
        _read_weekday,
    ),
    rule(
        rf"(?:\b{PART})?(?:\b(?:earlier|later)\s+)?\b(?P<modifier>this(?:\s+(?:coming|same|very))?|last|next"
        r"|(?<=\bthe\s)current)\s+(?P<unit>week|weekend|month|quarter|year|decade|fortnight)\b(?!-)",
        r"\b(?:week|weekend|month|quarter|year|decade|fortnight)\b",
        _read_span,
    ),
    rule(
        r"\b(?:(?:earlier|later)\s+in\s+)?the\s+weekend\b(?!\s+of\b)",
        r"weekend",
        _read_weekend,
    ),
    rule(rf"\b{PART}(?<=\bthe\s)(?P<unit>week|month)\b", r"\b(?:week|month)\b", _read_this_part),
    rule(
        r"(?<!\bfor\sthe\s)(?<!\bfor\s)\b(?:(?:in|over|during|within)\s+)?(?:the\s+)?"
        r"(?:past|last|next|coming|recent|previous|preceding|following)\s+"
        rf"(?:(?:{FEW}|{NUMBER})\s+)?(?:and\s+a\s+half\s+)?(?:hours|days|weeks|months|years|decades|weekends)\b"
        r"(?!\s+(?:of|in\s+(?:advance|a\s+row))\b)|\b(?:the\s+)?(?:past|coming)\s+(?:hour|day|week|month|year|decade)\b"
        r"|\bfor\s+the\s+(?:past|last)\s+"
        rf"(?:(?:{FEW}|{NUMBER})\s+)?(?:days|weeks|months|years|decades)\b(?!\s+of\b)"
        r"|\b(?:hours|days|weeks|months|years|decades|long)\s+ago\b",
        r"hour|day|week|month|year|decade|long ago",
        _read_open,
    ),
)
"""In the order of their claims."""
