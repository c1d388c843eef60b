"""Numbers that are no plain counts: ages, ranges, fractions, compounds, rough durations."""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.languages.data_files import read_data
from quiz.languages.english.date_words import any_of
from quiz.languages.english.numerals import (
    CURRENCIES,
    CURRENCY,
    FIGURES,
    FRACTIONS,
    NUMERAL,
    SHORT,
    SPELLED,
    UNITS,
    WORDS,
    value_of,
)
from quiz.languages.english.stretch import Stretch
from quiz.languages.quantities import Amount, plain

_WORDS = read_data("english_numbers")["words"]
ABOUT = any_of(_WORDS["about"].replace("\n", "").split("|"))
_SCORES = any_of(_WORDS["scores"].split())
TAIL = r"(?P<tail>\s*%|\s+per\s?cent\b|\s+percentage\s+points?\b)?"
_PERIODS = {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"}
_RANGE = re.compile(
    rf"(?:\b(?P<lead>from|between)\s+)?(?P<sign>{CURRENCY})?\s*(?<![\w.,/:–-])(?P<a>{NUMERAL})"
    rf"(?P<tail1>\s*%|(?:{any_of(SHORT)})\b)?(?P<joint>\s*[-–]\s*|\s+(?:to|and|or)\s+)(?P<sign2>{CURRENCY})?\s*"
    rf"(?P<b>{NUMERAL})(?P<short>(?:{any_of(SHORT)})\b)?{TAIL}(?![\w-]|[/:]\d|,\d|\s*[-–]\s*\d)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    rf"(?:\b(?P<lead>{ABOUT})\s+)?\b(?P<above>an?|one|two|three|four|five|seven|nine)[-\s]"
    rf"(?P<below>{any_of(f for f in FRACTIONS if f != 'halves')})(?:s\b|\b(?=\s+of\b|\s+the\b))"
    rf"|(?:\b(?P<lead2>{ABOUT})\s+)?\b(?P<half>half)\b(?=\s+(?:of|the|its|their|his|her)\b)"
    r"|\b(?P<one>one|two|three|four|\d)\s+(?:in|out\s+of)\s+(?P<all>three|four|five|six|seven|eight|nine|ten|\d+)\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    rf"(?P<compound>\b(?:{FIGURES}|{SPELLED})[-\s](?:year|month|week|day)[-\s]old\b)"
    rf"|\b(?:aged|age|age\s+of|turned)\s+(?P<aged>(?:{FIGURES}|{SPELLED})(?:\s+(?:months|weeks|days)\b)?)\b(?!\s+(?:to|and)\s+(?:\d|over|above|under|older|younger))"
    r"|(?<=[a-z.’'],\s)(?P<apposed>[1-9]\d?|1[01]\d)(?=,(?!\d)|\s+and\b|[.;)])",
    re.IGNORECASE,
)
_COMPOUND = re.compile(
    rf"\b(?P<number>{FIGURES}|{SPELLED})(?:-|\s-\s)(?P<noun>(?!(?:{WORDS})\b)(?!year-old|month-old|week-old|day-old)[a-z]+)(?:-[a-z]+)*\b",
    re.IGNORECASE,
)
_HALF = re.compile(
    rf"(?:\b(?P<lead>{ABOUT})\s+)?\b(?:(?P<half>half\s+an?)|(?P<one>an?))\s+"
    rf"(?P<unit>{any_of(_PERIODS)})\b(?:\s+and\s+a\s+half)?",
    re.IGNORECASE,
)
ANY = re.compile(
    rf"\d|\b(?:{WORDS}|half|{any_of(FRACTIONS)}s?|an?\s+(?:{any_of(_PERIODS)}))\b", re.IGNORECASE
)
"""What is in every text with a number: sought first, for most sentences have none."""
_PARTS = re.compile(rf"half|{any_of(FRACTIONS)}|(?:one|two|three|four|\d)\s+(?:in|out)\b")
_JOINED = re.compile(r"-")
_LASTING = re.compile(any_of(_PERIODS))
"""What is in lower case in all that a pattern matches, for patterns that take long to search."""


class Amounts(Stretch):
    """Reads what is no plain count among words of a text, and takes the words."""

    def amounts(self) -> list[Amount]:
        """Return ages, ranges, fractions, compounds and rough durations."""
        out: list[Amount] = []
        low = self.text[self.start : self.end].lower()
        for pattern, read, anchor in (
            (_AGE, self._age, None),
            (_RANGE, self._range, None),
            (_FRACTION, self._fraction, _PARTS),
            (_COMPOUND, self._compound, _JOINED),
            (_HALF, self._duration, _LASTING),
        ):
            if anchor is not None and not anchor.search(low):
                continue
            for m in pattern.finditer(self.text, self.start, self.end):
                amount = read(m) if self.free(m.start(), m.end()) else None
                if amount is not None:
                    out.append(amount)
                    self.take(m.start(), m.end())
        return sorted(out, key=lambda a: a.first)

    def _amount(self, m: re.Match[str], value: str, shown: str, unit: str) -> Amount:
        begin = m.end() - len(m.group().lstrip(" \n\t"))
        return Amount(self.at(begin), self.end_of(m.end()), value, shown, unit)

    def _age(self, m: re.Match[str]) -> Amount | None:
        """Read "14-year-old", "aged 14" and "Mohamed, 14,"."""
        if m["apposed"]:
            before = self.at(m.start()) - 2
            listed = re.match(r",\s+\d", self.text[m.end() : m.end() + 4])
            named = before >= self.first and (
                self.words[before].text[0].isupper()
                or (before > self.first and self.words[before - 1].tag == "DPS")
            )
            if listed or not named or self.words[before].tag not in {"NP0", "UNC", "NN1"}:
                return None
            return self._amount(m, m["apposed"], m["apposed"], "age")
        text = (
            re.sub(r"\s+[a-z]+s$", "", m["aged"])
            if m["aged"]
            else re.split(r"[-\s](?=year|month|week|day)", m["compound"].lower())[0]
        )
        value = value_of(text)
        months = m["compound"] and "year" not in m["compound"].lower()
        if value is None or not 0 < value < 130:
            return None
        shown = f"{text} {m['compound'].split('-')[1].lower()}s" if months else m["aged"] or text
        amount = self._amount(m, plain(value), shown, "age")
        return replace(amount, first=self.at(m.start("aged"))) if m["aged"] else amount

    def _range(self, m: re.Match[str]) -> Amount | None:
        """Read "10 to 15 people", "10–15%", "between 5 and 7 million"."""
        one, other = value_of(m["a"]), value_of(m["b"])
        joint, lead = m["joint"].strip().lower(), (m["lead"] or "").lower()
        if one is None or other is None or (joint == "and" and lead != "between"):
            return None
        rate = (m["tail1"] or "").strip() == "%"
        if (m["sign2"] and not m["sign"]) or (rate and not m["tail"]):
            return None  # "fell 3% to $5 million"
        if lead == "from":
            return None  # "rose from 9 to 10" tells two numbers
        if joint in {"-", "–"} and not m["a"][-1].isdigit():
            return None  # "twenty-five"
        scale = re.search(r"(?:thousand|million|billion|trillion)$", m["b"], re.IGNORECASE)
        if scale and m["a"][-1].isdigit():
            one *= value_of("one " + scale.group()) or 1
        worth = SHORT.get((m["short"] or "").lower(), 1)
        if worth > 1 and not m["tail1"]:
            one *= worth
        other *= worth
        end = self.end_of(m.end())
        after = self.words[end] if end < self.last else None
        scored = after is not None and re.fullmatch(_SCORES, after.text, re.IGNORECASE)
        counted = (
            m["tail"] or m["sign"] or lead or (after is not None and after.tag.startswith("NN"))
        )
        if one >= other or scored or not (counted or joint in {"to", "or"}):
            return None
        unit = "percent" if m["tail"] else CURRENCIES.get(m["sign"] or "", "")
        shown = self.text[m.start("sign") if m["sign"] else m.start("a") : m.end()]
        return self._amount(m, f"{plain(one)}/{plain(other)}", shown, unit)

    def _fraction(self, m: re.Match[str]) -> Amount | None:
        """Read "two-thirds of", "a quarter of", "half of", "one in three"."""
        shown = re.sub(r"\s+", " ", m.group())
        if m["half"]:
            return self._amount(m, "0.5", "half", "part")
        if m["one"]:
            one, every = value_of(m["one"]), value_of(m["all"])
            if one is None or not every or one >= every:
                return None
            return self._amount(m, plain(one / every), shown, "part")
        above = 1 if m["above"].lower() in {"a", "an"} else value_of(m["above"]) or 1
        below = FRACTIONS[m["below"].lower()]
        if above >= below or m["below"].lower() == "half":
            return None
        shown = re.sub(rf"^(?:{ABOUT})\s+", "", shown, flags=re.IGNORECASE)
        return self._amount(m, plain(above / below), shown, "part")

    def _compound(self, m: re.Match[str]) -> Amount | None:
        """Read "20-minute", "three-nation", "18-fold"."""
        value = value_of(m["number"])
        if (
            value is None
            or m["noun"].lower() in {"year", "th", "st"}
            or m["number"].lower() == "one"
        ):
            return None
        return self._amount(m, plain(value), m["number"], UNITS.get(m["noun"].lower(), ""))

    def _duration(self, m: re.Match[str]) -> Amount | None:
        """Read "half an hour", "over a year": one of a unit of time, or a part of one."""
        if not m["half"] and (not m["lead"] or m["lead"].lower() in {"some", "just"}):
            return None
        value = 0.5 if m["half"] else 1
        return self._amount(m, plain(value), m.group(), m["unit"].lower())
