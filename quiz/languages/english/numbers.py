"""Numbers with what they count: figures, words, money, percentages, measures.

Numbers are sought in the text and then told by their words, so that it does not matter whether
"£3m" or "14-year-old" is one word or three.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quiz.languages.data_files import read_data
from quiz.languages.english.amounts import ABOUT, ANY, TAIL, Amounts
from quiz.languages.english.date_words import any_of
from quiz.languages.english.numerals import CURRENCIES, CURRENCY, NUMERAL, SHORT, UNITS, value_of
from quiz.languages.quantities import Amount, Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quiz.languages.english.words import Word

__all__ = ["Numbers", "find_numbers"]

_WORDS = read_data("english_numbers")["words"]
_EXACT = any_of(_WORDS["exact"].split("|"))
LABELS: frozenset[str] = frozenset(_WORDS["labels"].split())
_ALONE = frozenset({"in", "day", "ton", "yen"})
_GLUED = any_of(w for w in UNITS if w.isalnum() and len(w) <= 3 and w not in _ALONE)
_QUANTITY = re.compile(
    rf"(?P<lead>\b(?:(?:{ABOUT}|{_EXACT})\s+)+)?(?P<sign>{CURRENCY})?\s*"
    rf"(?<![\w.,/:–-])(?P<number>{NUMERAL})"
    rf"(?P<short>(?:{any_of(SHORT)})\b)?"
    rf"(?P<glued>\s?(?:{_GLUED})\b(?=[\s.,;:)]|$)|\s?°\s?[CF]?\b|°|(?-i:[CF])\b|\sm(?=[).,;]))?{TAIL}"
    r"(?P<more>\s+or\s+(?:so|more|fewer|less)\b)?(?![\w½]|[/:.]\d|,\d)",
    re.IGNORECASE,
)
_QUOTES = frozenset("\"“‘'([—–")
_COMPARED = frozenset({"as", "more", "the", "that", "its", "higher", "larger", "bigger", "greater"})
_RACES = frozenset({"hurdle", "heat", "race", "runner", "sprint", "swimmer", "final", "record"})
_NO_NOUN = frozenset({"more", "other", "others", "per", "such"})
_HEADED = ("NN2", "NN0", "NN1")
_BEFORE_HEAD = frozenset(
    {"AJ0", "AJC", "AJS", "NN1", "NP0", "VVN", "VVG", "POS", "UNC", "CRD", "NN0"}
)


class Numbers(NamedTuple):
    """The numbers of a sentence: what counts or measures, and ranges, fractions and ages."""

    quantities: list[Quantity]
    amounts: list[Amount]


class _Reader(Amounts):
    """Reads the numbers among words [first, last) of a text."""

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
        elif short and self._counts(m.end("short")):
            value, end = value * SHORT[short], m.end("short")
        elif short:
            unit, end = "metre", m.end("short")
        if m["sign"]:
            unit = CURRENCIES.get(re.sub(r"\s", "", m["sign"]).rstrip("."), "dollar")
        elif m["glued"]:
            unit, end = _glued_unit(m["glued"].strip()), m.end("glued")
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
        times = head is not None and head.lemma == "time" and noun[1] < self.last
        if times and self.words[noun[1]].text.lower() in _COMPARED:
            return None  # "five times as much"
        if not unit and head is not None:
            unit = UNITS.get(head.lemma.lower(), "")
        lead = " ".join((m["lead"] or "").lower().split())
        whole = self.at(m.start("lead")) if lead else first
        about = re.sub(rf"\s*\b(?:{_EXACT})\b\s*", " ", lead).strip() if lead else ""
        if m["more"]:
            about = "at least" if m["more"].lower().endswith("more") else "about"
        return Quantity(value, first, last, whole, unit, shown, about, noun)

    def _counts(self, offset: int) -> bool:
        """Whether several things follow an offset, so that "1.2m" are millions and no metres."""
        i = self.end_of(offset)
        word = self.words[i] if i < self.last else None
        return word is not None and word.tag in {"NN2", "NN0"} and word.lemma not in _RACES

    def _shown(self, m: re.Match[str], begin: int, end: int, unit: str) -> str:
        """Return a number as an option shows it: with its currency or per cent sign, else bare."""
        scaled = m["short"] and m.end("short") == end and unit != "metre"
        if m["sign"] or scaled or unit in {"percent", "percentage point"}:
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
        if low in {"aged", "age"}:
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


def _glued_unit(text: str) -> str:
    """Return the unit that stands right behind figures: "kg", "°C", "F"."""
    if "°" in text or text in {"C", "F"}:
        return "degree"
    return "metre" if text == "m" else UNITS.get(text.lower(), "")


def find_numbers(
    text: str, words: Sequence[Word], first: int, last: int, taken: Callable[[int], bool]
) -> Numbers:
    """Return the numbers among words [first, last) that no date took; ordinals are left out."""
    if last <= first or not ANY.search(text, words[first].start, words[last - 1].end):
        return Numbers([], [])
    reader = _Reader(text, words, first, last, taken)
    amounts = reader.amounts()
    return Numbers(reader.quantities(), amounts)
