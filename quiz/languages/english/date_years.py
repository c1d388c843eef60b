"""Years, their parts and runs, decades and centuries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.data_files import read_data
from quiz.languages.date_rules import Found, found, relative, rule
from quiz.languages.english.date_pattern import NO_MORE, REF, YEAR_NUMBER, referred
from quiz.languages.english.date_words import DECADE, PART, SPELLED, any_of, ordinal, part
from quiz.languages.when import (
    OPEN,
    When,
    of_century,
    of_months,
    of_year,
    of_years,
    part_of,
    span,
)

if TYPE_CHECKING:
    from quiz.languages.date_context import Context

_INEXACT = frozenset(
    {"about", "around", "over", "nearly", "almost", "than", "least", "some", "under"}
)
_LEADS = frozenset(
    {
        "in", "since", "by", "until", "till", "from", "during", "before", "after", "of", "to",
        "through", "circa", "year", "between", "throughout", "for", "ca", "prior", "post", "pre",
        "and", "or", "spring", "summer", "autumn", "winter", "as", "on", "born",
    }
)  # fmt: skip
"""What stands before a year."""
_SURE = frozenset(
    {"in", "since", "until", "till", "during", "year", "circa", "ca", "born", "throughout"}
)
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our", "this", "a", "s", "an"})
_RECENT = range(1900, 2100)
_AMOUNT_AFTER = re.compile(r"\s*(?:%|°|percent|per cent|million|billion|thousand)|[-/]\w")
_AMOUNT_BEFORE = re.compile(
    rf"[$£€#№]\s*$|\b(?:{any_of(read_data('english_numbers')['words']['numbered'].split())})\.?\s+$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[]\||\|\s*[)\]]")
_IN_THEIR = re.compile(
    r"\b(?:his|her|their|its|my|our|your)\s+$|\b(?:temperatures?|degrees|scores?|odds)\b",
    re.IGNORECASE,
)
"""What makes of "40s" an age or a measure."""
_LISTED = re.compile(r"\b[12]\d{3}(?:,|,? and| or|,? but not)\s+$")
_CLOSED = re.compile(r"\s*(?:[,;:.)\]]|$)|\s+[-–—]|['’]s\b|\s+and\b")
_VERB_AFTER = re.compile(r"\s+(?:was|were|is|are|has|had|have|will|would|took|takes|which)\b")
_CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w’'-]*\s+$")
_OPENING_WORD = re.compile(r"(?:^|[.!?]\s+)[A-Z][a-z]+\s+$")
_OPENING = re.compile(r"(?:[.!?]\s+|\n)$")
_OWNER = re.compile(r"['’]s?\s+$")
_ERA = (
    r"(?:\s*(?P<bc>B\.\s?C\.(?:\s?E\.)?|BCE?)(?![A-Za-z])"
    r"|\s*(?P<ad>A\.\s?D\.|C\.\s?E\.|AD|CE)(?![A-Za-z]))"
)


def _read_part_of_year(m: re.Match[str], context: Context) -> list[Found]:
    """Read "early 2014", "the end of last year", "the third quarter of 2015", "Q3 2015"."""
    year = int(m["year"]) if m["year"] else None
    ref = (m["ref"] or "").lower()
    if year is None:
        year = context.published.year
        if re.search(r"this|last|next|same|that|following|previous", ref):
            year = referred(ref, context, m.start())
        if year is None:
            return found(m, OPEN)
    groups = m.groupdict()
    if groups.get("n"):
        digits = re.sub(r"\D", "", groups["n"])
        low = groups["n"].lower()
        n = int(digits) if digits else 4 if low in {"last", "final"} else ordinal(low)
        if not 1 <= n <= 4:
            return []
        when = of_months(year, 3 * n - 2, 3 * n, "quarter")
    else:
        when = part_of(of_year(year), part(m["part"]))
    return found(m, when) if m["year"] else relative(m, when)


def _read_years(m: re.Match[str], context: Context) -> list[Found]:
    """Read "2014-16", "from 2014 to 2016", "between 1939 and 1945"."""
    first, text, joint = int(m["a"]), m["b"], m["joint"].strip().lower()
    lead = (m["lead"] or "").lower()
    last = int(text) if len(text) > 2 else first // 100 * 100 + int(text)
    if joint == "and" and lead != "between":
        return []
    if joint in {"to", "until", "through", "till"} and len(text) == 2:
        return []
    if joint == "to" and not lead and not context.text[: m.start()].endswith("("):
        return []
    if joint == "/" and last != first + 1:
        return []
    if not 0 < last - first <= (1000 if first > 999 else 120) or last > 2100:
        return []
    return found(m, of_years(first, last, "range"))


def _read_bc(m: re.Match[str], _: Context) -> list[Found]:
    """Read years with their era; before the year 1 there are values but no days."""
    year = int(m["y"].replace(",", ""))
    first = int(m["from"].replace(",", "")) if m["from"] else None
    if m["bc"]:
        # As in astronomy, 1 BC is the year 0.
        value = f"-{year - 1:04}" if year > 1 else "0000"
        if first is not None:
            value = f"-{first - 1:04}/{value}"
        return found(m, When(None, None, "year"), value)
    if not 1 <= year < 2100:
        return []
    if first is not None:
        return found(m, of_years(first, year, "range")) if 1 <= first < year else []
    return found(m, of_year(year))


def _read_year(m: re.Match[str], context: Context) -> list[Found]:
    """Read a single year; four digits that count something are none."""
    year, text = int(m["y"]), context.text
    before, after = text[max(0, m.start() - 32) : m.start()], text[m.end() : m.end() + 24]
    lead = context.lead(m.start())
    roughly = lead in {"about", "around"} and year % 100 and _CLOSED.match(after)
    amount = _AMOUNT_AFTER.match(after) or _AMOUNT_BEFORE.search(before)
    if amount or (lead in _INEXACT and not roughly):
        return []
    surely = lead in _SURE and year % 100
    if context.noun(m.end()) and not surely and lead not in _DETERMINERS:
        return []
    beside = _BRACKETED.search(f"{before}|{after}") or _LISTED.search(before)
    told = lead in _LEADS or roughly or beside
    return found(m, of_year(year)) if told or _stands_alone(year, before, after, lead) else []


def _stands_alone(year: int, before: str, after: str, lead: str) -> bool:
    """Whether digits that no preposition leads in are a year: "the 2014 protests", "May, 1998"."""
    closed = _CLOSED.match(after) is not None
    if _CAPITAL_BEFORE.search(before) and not _OPENING_WORD.search(before):
        told = closed or _VERB_AFTER.match(after) is not None
        return told and 1800 <= year < 2100  # the Library Act 1964
    if year not in _RECENT:
        return closed and before.endswith(", ") and 1200 <= year < 2100
    owned = lead in _DETERMINERS or _OWNER.search(before) is not None
    opening = not before or _OPENING.search(before) is not None
    return closed or owned or opening or re.match(r"\s+(?:[a-z]+(?<!s)\b|[A-Z])", after) is not None


def _read_decade(m: re.Match[str], context: Context) -> list[Found]:
    """Read "the 1990s", "the early '80s", "the nineties", "the 1980s and 1990s"."""
    if _IN_THEIR.search(context.text[max(0, m.start() - 40) : m.start()]):
        return []
    firsts: list[int] = []
    for word in (m["one"], m["other"]):
        if not word:
            continue
        low = word.lower().strip("'’‘")
        digits = re.match(r"\d+", low)
        n = int(digits.group()) if digits else DECADE.get(low, -1)
        if n < 0 or n % 10:
            return []
        if n < 100:
            last = context.last(m.start())
            spoken = last.first.year if last and last.first and not last.relative else 0
            century = spoken // 100 * 100 if 1000 < spoken < 1900 else 1900
            n += 2000 if n == 0 or (n == 10 and century == 1900) else century
        firsts.append(n)
    if not firsts:
        return []
    times = [of_years(n, n + (99 if n % 100 == 0 and n < 2000 else 9), "century" if n % 100 == 0
                      and n < 2000 else "decade") for n in firsts]  # fmt: skip
    if m["part"]:
        times[0] = part_of(times[0], part(m["part"]))
    if len(times) == 2:
        if m["part2"]:
            times[1] = part_of(times[1], part(m["part2"]))
        both = span(times[0], times[1])
        return found(m, both) if both else []
    return found(m, times[0])


def _read_century(m: re.Match[str], context: Context) -> list[Found]:
    """Read "the 19th century", "the early twentieth century", "the 5th century BC"."""
    if m["mod"]:
        year = context.published.year
        number = ((year or 2020) - 1) // 100 + (m["mod"].lower() != "last")
        return relative(
            m, part_of(of_century(number), part(m["part"])) if m["part"] else of_century(number)
        )
    numbers = [ordinal(w) for w in (m["one"], m["other"]) if w]
    if not all(1 <= n <= 22 for n in numbers):
        return []
    if m["bc"]:
        begin, end = 100 * numbers[0] - 1, 100 * (numbers[-1] - 1)
        value = f"-{begin:04}/" + (f"-{end:04}" if end else "0000")
        return found(m, When(None, None, "century"), value)
    first, last = of_century(numbers[0]), of_century(numbers[-1])
    if m["turn"]:
        return found(m, of_years(100 * numbers[-1] - 109, 100 * numbers[-1] - 90, "range"))
    if m["quarter"] and first.first and len(numbers) == 1:
        word = m["quarter"].lower()
        n = 4 if word in {"last", "final"} else ordinal(word)
        begin = first.first.year + 25 * (n - 1)
        return found(m, of_years(begin, begin + 24, "range"))
    if len(numbers) == 1:
        return found(m, part_of(first, part(m["part"])) if m["part"] else first)
    if m["part2"]:
        last = part_of(last, part(m["part2"]))
    both = span(part_of(first, part(m["part"])) if m["part"] else first, last)
    return found(m, both) if both else []


def _read_turn(m: re.Match[str], _: Context) -> list[Found]:
    """Read "the turn of the century", which only the text around it dates."""
    return found(m, OPEN)


_QUARTER = r"(?P<n>first|second|third|fourth|last|final|1st|2nd|3rd|4th|Q[1-4])"
_OF_YEAR = (
    rf"(?:(?:\s+(?:of|in))?(?:\s+the)?(?:\s+(?:fiscal|financial|calendar))?(?:\s+year)?\s+(?P<year>{YEAR_NUMBER})"
    rf"|\s+(?P<ref>{REF}|of\s+the\s+year\b))"
)
_DECADES = any_of(DECADE)
_TEN = rf"(?:[12]\d\d0s|['’‘]\d0s|(?<!\d)\d0s|{_DECADES})"
_NTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{SPELLED})"

RULES = (
    rule(
        rf"(?:\b(?:circa|c\.|ca\.|about|around)\s*)?(?:(?P<from>\d{{1,4}}|\d,\d{{3}})(?:\s*[-–]\s*|\s+to\s+))?"
        rf"(?<![\d.,])(?P<y>\d{{1,4}}|\d{{1,2}},\d{{3}})(?-i:{_ERA})",
        r"\d\s*(?:b\.?\s?c|a\.?d|c\.?\s?e)",
        _read_bc,
    ),
    rule(
        r"\bAD\s+(?P<from>(?!))?(?P<y>\d{1,4})(?!\d)(?P<bc>(?!))?",
        r"\bad \d",
        _read_bc,
    ),
    rule(
        r"(?:\b(?P<lead>from|between|during|in)\s+)?(?<![\d./,$£€-])(?P<a>[12]\d{3}|(?<=\()\d{3})"
        r"(?P<joint>\s*[-–—/]\s*|\s+(?:to|and|until|till|through)\s+)"
        r"(?P<b>[12]\d{3}|\d{3}(?=\))|\d\d)(?!\d|[-–.,:]\d|%)(?!\s*(?:percent|million))",
        r"\d\d\d[^\d\n]{1,9}\d\d",
        _read_years,
    ),
    rule(
        rf"(?:\bthe\s+)?\b{_QUARTER}(?:[-\s]quarter)?{_OF_YEAR}",
        r"quarter|\bq[1-4]",
        _read_part_of_year,
    ),
    rule(
        rf"\b{PART}(?:(?:year\s+)?(?P<year>{YEAR_NUMBER})(?!s)|(?P<ref>{REF}|(?<=\bthe\s)year\b))",
        r"\b(?:early|late|mid|begin|start|end|close|first|second|latter|last|opening|closing|final)",
        _read_part_of_year,
    ),
    rule(
        rf"(?:\bthe\s+)?(?:\b{PART})?(?<![\w$£€])(?P<one>{_TEN})(?!\w)"
        rf"(?:(?:\s*[-–]\s*|\s+(?:and|to|or|through)\s+)(?:the\s+)?"
        rf"(?:{PART.replace('?P<part>', '?P<part2>')})?(?P<other>{_TEN})(?!\w))?",
        rf"\d0s|(?:{_DECADES})",
        _read_decade,
    ),
    rule(
        r"(?:\bthe\s+)?(?:\b(?P<quarter>first|second|third|last|final)\s+quarter\s+of\s+(?:the\s+)?)?"
        rf"(?:\b{PART})?(?P<turn>\bturn\s+of\s+the\s+)?\b(?:(?P<one>{_NTH})"
        rf"(?:(?:\s*[-–]\s*|\s+(?:and|to|or|through)\s+)(?:the\s+)?"
        rf"(?:{PART.replace('?P<part>', '?P<part2>')})?(?P<other>{_NTH}))?"
        r"|(?P<mod>last|this|present|current))[-\s](?:century|centuries)\b"
        rf"(?!\s+(?:of|later|ago))(?-i:{_ERA}|)",
        r"\bcentur",
        _read_century,
    ),
    rule(r"\bthe\s+turn\s+of\s+the\s+(?:century|millennium)\b", r"\bturn of the\b", _read_turn),
)
"""In the order of their claims."""

YEARS = rule(
    rf"(?<![\d.,:/§$£€#–-])\b(?P<y>[12]\d{{3}})\b{NO_MORE}(?!-?(?:year|seat|strong|metre|meter|mile|km|foot))",
    r"[12]\d\d\d",
    _read_year,
)
"""Single years, the last to claim what no other rule has read."""
