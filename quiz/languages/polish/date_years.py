"""Years, their parts and runs, decades and centuries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.date_rules import Found, found, rule
from quiz.languages.polish.date_pattern import REF, ROK, YEAR, referred
from quiz.languages.polish.date_words import ORDINAL, PART, PAST, ROMAN, ordinal, part
from quiz.languages.when import (
    OPEN,
    When,
    iso,
    of_century,
    of_month,
    of_months,
    of_year,
    of_years,
    part_of,
    roman,
    span,
)

if TYPE_CHECKING:
    from quiz.languages.date_context import Context


def _read_part_of_year(m: re.Match[str], context: Context) -> list[Found]:
    low = m.group().lower()
    year = int(m["year"] or m["year_"] or 0) or None
    if not year:
        reference = m["ref"] or ""
        year = referred(reference, context, m.start()) if reference else context.published.year
    which = m.groupdict()
    if which.get("n"):
        n = roman(which["n"]) or ordinal(which["n"]) or int(re.sub(r"\D", "", which["n"]) or 0)
        length = 3 if "kwarta" in low else 6
        if not 1 <= n <= 12 // length:
            return []
        first = (n - 1) * length + 1
        grain = "quarter" if length == 3 else "half"
        when = of_months(year or 2001, first, first + length - 1, grain)
    else:
        when = part_of(of_year(year or 2001), part(m["part"]))
    return found(m, when) if year else found(m, OPEN)


def _read_years(m: re.Match[str], _: Context) -> list[Found]:
    first, text, joint = int(m["a"]), m["b"], m["joint"].strip()
    last = int(text) if len(text) == 4 else first // 100 * 100 + int(text)
    lead = (m["lead"] or "").lower()
    if joint == "do" and not lead:
        return []
    if joint == "a" and not lead.startswith(("mi", "po")):
        return []
    if len(text) == 2 and (joint not in {"-", "–", "/"} or last != first + 1):
        return []
    if not 0 < last - first <= 1000 or last > 2100:
        return []
    return found(m, of_years(first, last, "range"))


def _read_turn_of_years(m: re.Match[str], _: Context) -> list[Found]:
    first, last = int(m["a"]), int(m["b"])
    both = span(of_month(first, 12), of_month(last, 1)) if last == first + 1 else None
    return found(m, both) if both else []


_CAPITAL_NAME = re.compile(r"(?:^|\s)[A-ZĄĆĘŁŃÓŚŹŻ][\w’'-]*\s+$")


def _read_year(m: re.Match[str], context: Context) -> list[Found]:
    year, text = int(m["y"]), context.text
    if m["bc"]:
        told = m["r"] or m["named"]
        return (
            [Found(m.start("y"), m.end(), When(None, None, "year"), f"-{year - 1:04}")]
            if told
            else []
        )
    if not m["r"] and not m["named"]:
        if (
            len(m["y"]) < 4
            or not 1000 <= year < 2100
            or re.match(r"\s*(?:%|°)|[-/]\w", text[m.end() : m.end() + 4])
        ):
            return []
        before, after = text[max(0, m.start() - 24) : m.start()], text[m.end() : m.end() + 1]
        lead = (m["lead"] or "").strip().lower()
        bracketed = before.endswith("(") or (
            before.endswith(("–", "-", "- ", "– ")) and after in ",;:)"
        )
        listed = re.search(r"[12]\d{3}(?:\s*r\.|\s+roku)?(?:,| i| oraz| lub)\s+$", before)
        closed = bool(after) and after in ",;:)–" and not _CAPITAL_NAME.search(before)
        if context.noun(m.end()) or not (lead or bracketed or listed or closed):
            return []
        if (
            lead in {"po", "do", "przed", "za", "z", "na", "około", "ok."}
            and not re.match(r"\s*(?:[,.;:)–]|$|i\b|oraz\b|do\b)", text[m.end() :])
            and not (lead in {"do", "po", "z"} and re.match(r"\s+[a-ząćęłńóśźż]", text[m.end() :]))
        ):
            return []
    elif len(m["y"]) < 3 and not (m["lead"] or m["named"]):
        return []
    if year < 1 or re.match(
        r"\s+(?:życi|studi|panowani|nauk|małżeń|służb|urodzeni)", text[m.end() :]
    ):
        return []
    start = m.start("named") if m["named"] else m.start("y")
    when = of_year(year)
    return [Found(start, m.end(), when, iso(when))]


def _read_decade(m: re.Match[str], context: Context) -> list[Found]:
    out: list[Found] = []
    century = 0
    if m["roman"]:
        century = roman(m["roman"])
    elif m["past"]:
        century = ((context.published.year or 2020) - 1) // 100
    last = context.last(m.start())
    if not century:
        spoken = last.first.year if last and last.first and not last.relative else 0
        century = (spoken - 1) // 100 + 1 if 1000 < spoken < 1901 else 20
    words = [m["one"], m["other"]] if m["other"] else [m["one"]]
    years: list[int] = []
    for word in words:
        digits = re.sub(r"\D", "", word)
        n = int(digits) if digits else ordinal(word) * (10 if ordinal(word) <= 2 else 1)
        n = {1: 10, 2: 20}.get(n, n)
        if n >= 1000:
            years.append(n)
        elif n % 10 == 0 and 0 < n < 100:
            years.append((century - 1) * 100 + n)
        else:
            return []
    first = of_years(years[0], years[0] + 9, "decade")
    if len(years) == 2:
        if m["turn"]:
            both = span(
                part_of(first, "late"), part_of(of_years(years[1], years[1] + 9, "decade"), "early")
            )
        else:
            both = span(first, of_years(years[1], years[1] + 9, "decade"))
        return found(m, both) if both else []
    when = part_of(first, part(m["part"])) if m["part"] else first
    out += found(m, when)
    return out


def _read_century(m: re.Match[str], context: Context) -> list[Found]:
    numbers = [roman(r) for r in (m["one"], m["other"]) if r] if m["one"] else []
    if m["alone"]:
        numbers = [roman(m["alone"])]
    elif m["spelled"]:
        numbers = [ordinal(m["spelled"])]
    elif m["past"]:
        numbers = [((context.published.year or 2020) - 1) // 100]
    if not numbers or not all(1 <= n <= 21 for n in numbers):
        return []
    if m["bc"]:
        begin, end = 100 * numbers[0] - 1, 100 * (numbers[-1] - 1)
        return found(m, When(None, None, "century"), f"-{begin:04}/-{end:04}")
    first, last = of_century(numbers[0]), of_century(numbers[-1])
    if len(numbers) == 1:
        return found(m, part_of(first, part(m["part"])) if m["part"] else first)
    if numbers[0] >= numbers[-1]:
        return []
    if m["turn"]:
        return found(m, of_years(100 * numbers[0] - 9, 100 * numbers[-1] - 90, "range"))
    both = span(first, last)
    return found(m, both) if both else []


_BC = r"(?P<bc>\s*(?:p\.?\s?n\.?\s?e\b\.?|przed\s+naszą\s+erą|przed\s+Chrystusem))?"
_ROUND = r"(?:1[0-9]|20)?\d0\.?"

RULES = (
    rule(
        r"\bna\s+przełomie\s+(?:roku\s+)?(?P<a>[12]\d{3})\s+i\s+(?P<b>[12]\d{3})(?:\s*r\.|\s+roku)?",
        r"przełom",
        _read_turn_of_years,
    ),
    rule(
        r"(?:\b(?P<lead>lat(?:a|ach)?|(?:od|między|pomiędzy)(?:\s+roku)?)\s+)?"
        r"(?<![\d./-])(?P<a>[12]\d{3})(?:\s*r\.|\s+roku)?(?P<joint>\s*[-–—/]\s*|\s+(?:do|a)\s+)"
        rf"(?:roku\s+)?(?P<b>[12]\d{{3}}|\d\d)(?![\d-]|[.,]\d)(?:{ROK})?",
        r"[12]\d\d\d[^\d\n]{1,12}\d\d",
        _read_years,
    ),
    rule(
        rf"\b(?P<n>{ORDINAL}|IV|I{{1,3}}|[1-4]\.?)\s+"
        rf"(?:kwarta(?:le|łu|ł|łem)|półrocz(?:u|e|a|em))\b{YEAR}",
        r"kwarta|półrocz",
        _read_part_of_year,
    ),
    rule(
        rf"\b{PART}(?:(?:roku\s+(?P<year_>[12]\d{{3}})|(?P<year>[12]\d{{3}}))(?!\d|[.,]\d)"
        rf"(?:\s*r\.|\s+roku)?|(?P<ref>{REF})|roku\b)",
        r"\b(?:ko[nń]|pocz|poł[oó. ]|pierwsz|ostatni|schył)",
        _read_part_of_year,
    ),
    rule(
        rf"\b(?:{PART})?(?P<turn>(?:na\s+)?przełomie\s+)?"
        rf"lat(?:a|ach)?\s+(?P<one>{_ROUND}(?:-?t\w+)?|{ORDINAL})(?!\d)"
        rf"(?:\s*(?:i|-|–|oraz)\s*(?P<other>{_ROUND}|{ORDINAL}))?"
        rf"(?:\s+(?:(?P<roman>{ROMAN})\s+(?:wieku|w\.|stulecia)|(?P<past>{PAST}\s+(?:wieku|stulecia))))?"
        r"(?!\s*(?:lat|osób|dni)\b)",
        r"\blat",
        _read_decade,
    ),
    rule(
        rf"\b(?:{PART})?(?P<turn>(?:na\s+)?przełomie\s+)?(?:od\s+(?={ROMAN}\s+do))?"
        rf"(?:(?P<one>{ROMAN})(?:\s*(?:i|-|–|oraz|lub|do)\s*(?P<other>{ROMAN}))?"
        rf"|(?P<spelled>{ORDINAL})|(?P<past>{PAST}))"
        rf"\s+(?:wiek(?:u|iem|ów|ach|ami)?|w\.|stulec\w+)(?!\s+życia){_BC}"
        rf"|\bwieku?\s+(?P<alone>{ROMAN})\b",
        r"\bwiek|\bstulec|[ivx]\s+w\.",
        _read_century,
    ),
)
"""In the order of their claims."""

YEARS = rule(
    r"(?:\b(?P<lead>we?|od|do|po|przed|za|z|ze|na|około|ok\.)\s+)?(?P<named>\brok(?:u|iem)?\s+)?"
    rf"(?<![\d.,:/§-])\b(?P<y>[12]\d{{3}}|\d{{1,3}}(?={ROK}))(?!\d|[.,]\d)(?P<r>{ROK})?{_BC}",
    r"\d\d\d\d|\d\s*r\b|\d\s+rok",
    _read_year,
)
"""Single years, the last to claim what no other rule has read."""
