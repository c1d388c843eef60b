"""How pieces become a sentence: blanks, commas, signs of money and the mark at the end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.english.chunks import QUOTES

if TYPE_CHECKING:
    from collections.abc import Sequence

COUNTS = r"\d+|two|three|four|five|six|seven|eight|nine|ten|twelve"
"""Numbers behind which a hyphen between blanks joins words: "six - member"."""
_BLANK_BEFORE = re.compile(r"\s+([,.;])")
_COUNTED = re.compile(rf"\b({COUNTS}) - (?=[a-z])")
_COMMAS = re.compile(r",+")
DOLLARS = re.compile(r"(?<=\b[A-Z]) ?\$ ?(?=\d)|(?<=\b[A-Z]{2}) ?\$ ?(?=\d)|(?<![A-Z])\$ (?=\d)")
"""A sign of money that is parted by blanks."""
AMERICAN = re.compile(r"\b([A-Z][a-z]{2,8} \d{1,2}, \d{4}) (?=[a-z])")
"""A date whose year stands between commas: "on May 5, 2024, in Leeds"."""

_TIDIED = (
    (" - ", _COUNTED, r"\1-"),
    (", ", AMERICAN, r"\1, "),
    ("$", DOLLARS, "$"),
    (",,", _COMMAS, ","),
)
"""What is mended, behind what stands in every text that has it: most have none."""


def sentence(pieces: Sequence[str], end: str) -> str:
    """Join the pieces of a sentence, with its marks where they belong and `end` behind it."""
    text = " ".join(p for p in pieces if p.strip(" ,"))
    text = _BLANK_BEFORE.sub(r"\1", text)
    for mark, pattern, shown in _TIDIED:
        if mark in text:
            text = pattern.sub(shown, text)
    text = text.strip(" ,")
    if text and text[-1] in ".!" and end == ".":
        text = text[:-1]
    if text.endswith(".") and end == "?" and re.search(r"[a-z]\.$", text):
        text = text[:-1]
    return text[:1].upper() + text[1:] + end


def quoted(text: str) -> bool:
    """Whether a text has quotation marks that do not pair."""
    return sum(map(text.count, QUOTES)) % 2 == 1
