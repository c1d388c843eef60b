"""Numbers with what they count: figures, words, money, percentages, ages, ranges and fractions.

Numbers are sought in the text and then told by their words, so that it does not matter whether
"£3m" or "14-year-old" is one word or three.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

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
from quiz.languages.quantities import Amount, Quantity, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quiz.languages.english.words import Word

__all__ = ["Numbers", "find_numbers"]

_WORDS = read_data("english_numbers")["words"]
_ABOUT = any_of(_WORDS["about"].replace("\n", "").split("|"))
_EXACT = any_of(_WORDS["exact"].split("|"))
LABELS: frozenset[str] = frozenset(_WORDS["labels"].split())
_SCORES = any_of(_WORDS["scores"].split())
_GLUED = any_of(w for w in UNITS if w.isalnum() and len(w) <= 3 and w not in {"in", "day", "ton"})
_TAIL = r"(?P<tail>\s*%|\s+per\s?cent\b|\s+percentage\s+points?\b)?"
_PERIODS = {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"}
_QUANTITY = re.compile(
    rf"(?P<lead>\b(?:(?:{_ABOUT}|{_EXACT})\s+)+)?(?P<sign>{CURRENCY})?\s*"
    rf"(?<![\w.,/:–-])(?P<number>{NUMERAL})"
    rf"(?P<short>(?:{any_of(SHORT)})\b)?(?P<glued>\s?(?:{_GLUED})\b(?=[\s.,;:)]|$)|\s?°\s?[CF]?\b|°)?{_TAIL}"
    r"(?P<more>\s+or\s+(?:so|more|fewer|less)\b)?(?![\w½]|[/:]\d|,\d)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"(?:\b(?P<lead>from|between)\s+)?(?P<sign>{CURRENCY})?\s*(?<![\w.,/:–-])(?P<a>{NUMERAL})"
    rf"(?P<tail1>\s*%|(?:{any_of(SHORT)})\b)?(?P<joint>\s*[-–]\s*|\s+(?:to|and|or)\s+)(?:{CURRENCY})?\s*"
    rf"(?P<b>{NUMERAL})(?P<short>(?:{any_of(SHORT)})\b)?{_TAIL}(?![\w-]|[/:]\d|,\d|\s*[-–]\s*\d)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    rf"(?:\b(?P<lead>{_ABOUT})\s+)?\b(?P<above>an?|one|two|three|four|five|seven|nine)[-\s]"
    rf"(?P<below>{any_of(f for f in FRACTIONS if f != 'halves')})(?:s\b|\b(?=\s+of\b|\s+the\b))"
    rf"|(?:\b(?P<lead2>{_ABOUT})\s+)?\b(?P<half>half)\b(?=\s+(?:of|the|its|their|his|her)\b)"
    r"|\b(?P<one>one|two|three|four|\d)\s+(?:in|out\s+of)\s+(?P<all>three|four|five|six|seven|eight|nine|ten|\d+)\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    rf"(?P<compound>\b(?:{FIGURES}|{SPELLED})[-\s](?:year|month|week|day)[-\s]old\b)"
    rf"|\b(?:aged|age|age\s+of|turned)\s+(?P<aged>(?:{FIGURES}|{SPELLED})(?:\s+(?:months|weeks|days)\b)?)\b(?!\s+(?:to|and)\s)"
    r"|(?<=[a-z.’'],\s)(?P<apposed>[1-9]\d?|1[01]\d)(?=,(?!\d)|\s+and\b|[.;)])",
    re.IGNORECASE,
)
_COMPOUND = re.compile(
    rf"\b(?P<number>{FIGURES}|{SPELLED})(?:-|\s-\s)(?P<noun>(?!(?:{WORDS})\b)(?!year-old|month-old|week-old|day-old)[a-z]+)(?:-[a-z]+)*\b",
    re.IGNORECASE,
)
_HALF = re.compile(
    rf"(?:\b(?P<lead>{_ABOUT})\s+)?\b(?:(?P<half>half\s+an?)|(?P<one>an?))\s+"
    rf"(?P<unit>{any_of(_PERIODS)})\b(?:\s+and\s+a\s+half)?",
    re.IGNORECASE,
)
_QUOTES = frozenset("\"“‘'([—–")
_NO_NOUN = frozenset({"more", "other", "others", "per", "such"})
_HEADED = ("NN2", "NN0", "NN1")
_BEFORE_HEAD = frozenset(
    {"AJ0", "AJC", "AJS", "NN1", "NP0", "VVN", "VVG", "POS", "UNC", "CRD", "NN0"}
)


class Numbers(NamedTuple):
    """The numbers of a sentence: what counts or measures, and ranges, fractions and ages."""

    quantities: list[Quantity]
    amounts: list[Amount]


class _Reader:
    """Reads the numbers among words [first, last) of a text."""

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        first: int,
        last: int,
        taken: Callable[[int], bool],
    ) -> None:
        self.text, self.words, self.first, self.last = text, words, first, last
        self.start, self.end = words[first].start, words[last - 1].end
        self._starts = [w.start for w in words[first:last]]
        self._ends = [w.end for w in words[first:last]]
        self._taken = {i for i in range(first, last) if taken(i)}

    def at(self, offset: int) -> int:
        """Return the word that an offset is in."""
        return self.first + max(0, bisect_right(self._starts, offset) - 1)

    def end_of(self, offset: int) -> int:
        """Return the word after what ends at an offset."""
        return self.first + bisect_left(self._ends, offset) + 1

    def free(self, start: int, end: int) -> bool:
        """Whether no date and no other number has these words."""
        return not any(i in self._taken for i in range(self.at(start), self.end_of(end)))

    def take(self, start: int, end: int) -> None:
        """Keep these words from whatever comes later."""
        self._taken.update(range(self.at(start), self.end_of(end)))

    def amounts(self) -> list[Amount]:
        """Return ages, ranges, fractions, compounds and rough durations."""
        out: list[Amount] = []
        for pattern, read in (
            (_AGE, self._age),
            (_RANGE, self._range),
            (_FRACTION, self._fraction),
            (_COMPOUND, self._compound),
            (_HALF, self._duration),
        ):
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
            named = before >= self.first and self.words[before].text[0].isupper()
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
        shown = re.sub(rf"^(?:{_ABOUT})\s+", "", shown, flags=re.IGNORECASE)
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

    def quantities(self) -> list[Quantity]:
        """Return the numbers that count or measure something; ordinals and labels are none."""
        out: list[Quantity] = []
        at = self.start
        while (m := _QUANTITY.search(self.text, at, self.end)) is not None:
            at = max(m.end("number"), at + 1)
            value = value_of(m["number"])
            begin = m.start("sign") if m["sign"] else m.start("number")
            if value is None or not self.free(begin, m.end("number")):
                continue
            quantity = self._quantity(m, value)
            if quantity is not None:
                out.append(quantity)
                at = m.end()
        return out

    def _quantity(self, m: re.Match[str], value: float) -> Quantity | None:
        short, unit, end = (m["short"] or "").lower(), "", m.end("number")
        if short and (m["sign"] or short in {"bn", "tn", "mn"}):
            value, end = value * SHORT[short], m.end("short")
        elif short and short != "m":
            return None
        elif short:
            unit, end = "metre", m.end("short")
        if m["sign"]:
            unit = CURRENCIES.get(re.sub(r"\s", "", m["sign"]).rstrip("."), "dollar")
        elif m["glued"]:
            unit = UNITS.get(
                m["glued"].strip().lower()[:3].rstrip("cf "),
                UNITS.get(m["glued"].strip().lower(), ""),
            )
            unit = "degree" if "°" in m["glued"] else unit
            end = m.end("glued")
        elif m["tail"]:
            unit = "percentage point" if "point" in m["tail"].lower() else "percent"
            end = m.end("tail")
        begin = m.start("sign") if m["sign"] else m.start("number")
        if self._label(m, value, unit) or (value == 1 and not unit) or value == 0:
            return None
        shown = self._shown(m, begin, end, unit)
        end = m.end("more") if m["more"] else end
        first, last = self.at(begin), self.end_of(end)
        noun = self._noun(last) if not (m["tail"] or m["more"]) else (last, last)
        head = self.words[noun[1] - 1] if noun[1] > noun[0] else None
        if not unit and head is not None:
            unit = UNITS.get(head.lemma.lower(), "")
        lead = " ".join((m["lead"] or "").lower().split())
        whole = self.at(m.start("lead")) if lead else first
        about = re.sub(rf"\s*\b(?:{_EXACT})\b\s*", " ", lead).strip() if lead else ""
        if m["more"]:
            about = "at least" if m["more"].lower().endswith("more") else "about"
        return Quantity(value, first, last, whole, unit, shown, about, noun)

    def _shown(self, m: re.Match[str], begin: int, end: int, unit: str) -> str:
        """Return a number as an option shows it: with its currency or per cent sign, else bare."""
        if m["sign"] or unit in {"percent", "percentage point"}:
            shown = re.sub(r"\s+", " ", self.text[begin:end])
            return re.sub(r"(?<=[$£€¥₹₱])\s+|\s+(?=[$%])", "", shown)
        shown = re.sub(r"\s+", " ", m["number"])
        return shown.lower() if shown[0].isalpha() else shown

    def _label(self, m: re.Match[str], value: float, unit: str) -> bool:
        """Whether a number only labels something: "Article 5", "Super Bowl 50"."""
        at = self.at(m.start("number"))
        text = m["number"]
        before = self.words[at - 1] if at > self.first else None
        after = self.text[m.end("number") : m.end("number") + 2]
        if re.match(r"[-–][A-Za-z\d]", after) and not m["tail"]:
            return True
        if re.match(r"\s?(?:°\s?[NSEW]\b|[×^])", self.text[m.end("number") : m.end("number") + 4]):
            return True
        if text[0].isupper() and at > self.first and self.words[at - 1].text not in _QUOTES:
            return True  # "the Seven Years' War"
        if before is None or m["lead"] or m["sign"]:
            return False
        touching = before.end == m.start("number")
        if touching and before.text not in "\"'“‘([—–-$":
            return True
        low = before.text.lower().rstrip(".")
        dotted = low == "" and at - 2 >= self.first
        label = self.words[at - 2].text.lower() if dotted else low
        if label in LABELS or before.text in {"#", "№"}:
            return True
        if low in {"no", "any", "this", "that", "every", "each", "which"} and text[0].isalpha():
            return True
        if text[0].isdigit() and not unit and before.text[0].isupper() and at - 1 > self.first:
            following = self.words[at + 1] if at + 1 < self.last else None
            plural = following is not None and following.tag in {"NN2", "NN0"}
            named = before.tag in {"NP0", "NN1", "UNC"}
            return named and not plural and value == int(value)
        return False

    def _noun(self, at: int) -> tuple[int, int]:
        """Return the words of what is counted: up to the last noun of an unbroken phrase."""
        end, i = at, at
        while i < self.last:
            word = self.words[i]
            if word.text[0].isdigit():
                break
            if word.tag in _HEADED or (word.tag == "NP0" and end > at):
                end = i + 1
                if word.tag == "NN2" and not (
                    i + 1 < self.last
                    and self.words[i + 1].tag in {"NN2", "NN1"}
                    and self.words[i + 1].text[0].islower()
                ):
                    break
            elif word.tag == "AV0" and i + 1 < self.last and self.words[i + 1].tag == "NN2":
                pass  # "five hard drives"
            elif word.tag not in _BEFORE_HEAD or word.text.lower() in _NO_NOUN:
                break
            i += 1
        return at, end


def find_numbers(
    text: str, words: Sequence[Word], first: int, last: int, taken: Callable[[int], bool]
) -> Numbers:
    """Return the numbers among words [first, last) that no date took; ordinals are left out."""
    if last <= first:
        return Numbers([], [])
    reader = _Reader(text, words, first, last, taken)
    amounts = reader.amounts()
    return Numbers(reader.quantities(), amounts)
