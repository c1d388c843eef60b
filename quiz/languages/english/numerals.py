"""Numerals: what figures and number words are worth, and how another number is written like one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quiz.languages.data_files import read_data
from quiz.languages.english.date_words import any_of

_DATA = read_data("english_numbers")
VALUES: dict[str, int] = _DATA["values"]
SCALES: dict[str, int] = _DATA["scales"]
SHORT: dict[str, int] = _DATA["short"]
FRACTIONS: dict[str, int] = _DATA["fractions"]
UNITS: dict[str, str] = {w: unit for unit, words in _DATA["units"].items() for w in words.split()}
CURRENCIES: dict[str, str] = {
    sign: unit for unit, signs in _DATA["currencies"].items() for sign in signs.split()
}
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
WORDS = any_of([*VALUES, *SCALES])
_PLAIN = any_of(VALUES)
_SCALE = any_of(w for w in SCALES if w != "dozen")
FIGURES = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)[½¼¾⅓⅔]?"
SPELLED = (
    rf"(?:(?:half\s+an?|an?)\s+(?:{_SCALE}|dozen)\b|\b(?:{_PLAIN})\b)"
    rf"(?:(?:[-\s]+|\s+and\s+)(?:{WORDS})\b)*(?:(?<=illion)\s+and\s+a\s+half\b)?"
)
"""Number words: "twenty-five", "a hundred and five thousand", "half a million"."""
NUMERAL = rf"(?:{FIGURES}(?:\s+(?:{_SCALE})\b)*|{SPELLED})"
CURRENCY = (
    r"(?:(?-i:(?:US|NZ|AU|HK|CA|[ACS])\s?)?[$]|[£€¥₹₱]"
    r"|(?-i:\b(?:USD|EUR|GBP|JPY|CHF|NZD|AUD|CAD|Rs)\b\.?))"
)
_LIKE = re.compile(
    rf"(?P<sign>{CURRENCY}?)(?P<figures>{FIGURES}|[a-z-]+(?:\s+[a-z-]+)*?)"
    rf"(?P<scale>(?:\s+(?:{_SCALE}))?|(?:{any_of(SHORT)})(?![a-z]))(?P<tail>\s*%|\s+per\s?cent|)",
    re.IGNORECASE,
)
_ONES = {n: w for w, n in VALUES.items()}


@dataclass(frozen=True, slots=True)
class Style:
    """How a number is written: its currency, its scale and their worth, and what follows it."""

    sign: str
    scale: str
    worth: float
    tail: str
    spelled: bool
    grouped: bool
    halves: bool = False


def figures(text: str) -> float:
    """Return the value of figures: "84,121", "6½"."""
    plain, glyph = text.replace(",", ""), 0.0
    if plain[-1] in _GLYPHS:
        plain, glyph = plain[:-1], _GLYPHS[plain[-1]]
    return float(plain or 0) + glyph


def value_of(text: str) -> float | None:
    """Return the value of what NUMERAL matches, None where the words make no number."""
    low = re.sub(r"\s+", " ", text.lower()).strip()
    total, current = 0.0, 0.0
    before = ""
    half = low.startswith("half a")
    words = re.findall(rf"{FIGURES}|[a-z]+", re.sub(r"^half an? ", "", low))
    for i, word in enumerate(words):
        if word in {"a", "an"}:
            current += 1 if i == 0 else 0
        elif word == "half":
            total += SCALES.get(words[i - 3], 1) / 2
            break
        elif word == "and":
            continue
        elif word in SCALES:
            worth = SCALES[word]
            if word in {"hundred", "dozen"}:
                current = (current or 1) * worth
            elif total and worth >= 1000 and not current:
                total *= worth
            else:
                total += (current or 1) * worth
                current = 0.0
        elif word in VALUES:
            n = VALUES[word]
            follows = before in VALUES and not (VALUES[before] >= 20 and n < 10)
            if follows:
                return None
            current += n
        elif word[0].isdigit():
            current += figures(word)
        else:
            return None
        before = word
    value = total + current
    return value / 2 if half else value


def spell(value: float) -> str:
    """Write a whole number below a thousand in words; nothing for any other."""
    n = int(value)
    if n != value or not 0 <= n < 1000:
        return ""
    if n in _ONES:
        return _ONES[n]
    if n < 100:
        return f"{_ONES[n // 10 * 10]}-{_ONES[n % 10]}"
    rest = n % 100
    return f"{_ONES[n // 100]} hundred" + (f" and {spell(rest)}" if rest else "")


def show(value: float, *, grouped: bool = True) -> str:
    """Write a number as English does: a point, and commas by thousands."""
    if value == int(value):
        return f"{int(value):,}" if grouped else str(int(value))
    return f"{value:,.4f}".rstrip("0") if grouped else f"{value:.4f}".rstrip("0")


@lru_cache(maxsize=4096)
def style_of(shown: str) -> Style | None:
    """Return how a number is written, None for what is no number."""
    m = _LIKE.fullmatch(shown)
    if m is None:
        return None
    scale = m["scale"].strip().lower()
    worth = float(SCALES.get(scale) or SHORT.get(scale) or 1)
    spelled = not m["figures"][0].isdigit()
    grouped = "," in m["figures"] or len(re.sub(r"\D.*", "", m["figures"])) < 4
    halves = m["figures"][-1] == "½"
    return Style(m["sign"], m["scale"], worth, m["tail"], spelled, grouped, halves)


def written(style: Style, value: float) -> str:
    """Write a value in the style of another number; nothing where that has no word for it."""
    core = round(value / style.worth, 4)
    number = spell(core) if style.spelled else show(core, grouped=style.grouped)
    if style.halves:
        number = number.replace(".5", "½")
    return f"{style.sign}{number}{style.scale}{style.tail}" if number else ""
