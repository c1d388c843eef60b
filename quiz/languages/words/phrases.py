"""Phrases of a language by kind, and finding them outside quotations and names."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from quiz.languages.data_files import read_data

_QUOTED = re.compile(
    '„[^”“"]*[”“"]|“[^”]*”|«[^»]*»|»[^«]*«|"[^"]*"|(?<!\\w)[\'‘][^\'’]*[\'’](?!\\w)'
)

_NAME_GOES_ON = re.compile(r"[ -](?![A-Z]{2})[^\W\d_a-zà-ÿąćęłńóśźż]")


def table(code: str) -> dict[str, Any]:
    """Return the word lists of a language (data/words.CODE.toml)."""
    return read_data(f"words.{code}")


@cache
def word_list(code: str, name: str) -> frozenset[str]:
    """Return a list of single words."""
    return frozenset(table(code)[name].split())


@cache
def pattern(code: str, kind: str) -> re.Pattern[str]:
    """Return the expression of all the phrases of a kind."""
    phrases = "|".join(table(code)["phrases"][kind])
    return re.compile(rf"(?<![\w-])(?:{phrases})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=256)
def unquoted(text: str) -> str:
    """Blank what stands between quotation marks; offsets stay."""
    return _QUOTED.sub(lambda match: "\N{BULLET}" * len(match.group()), text)


@lru_cache(maxsize=2048)  # several rules ask the same of a stem, and banks repeat their options
def find(code: str, kind: str, text: str) -> str:
    """Return the first phrase of a kind in a text, or nothing."""
    for match in pattern(code, kind).finditer(unquoted(text)):
        found = match.group()
        capital = found[0].isupper() and not found.isupper()
        goes_on = " " not in found and _NAME_GOES_ON.match(text, match.end())
        if capital and (_inside(text, match.start()) or goes_on):
            continue
        return found
    return ""


def _inside(text: str, at: int) -> bool:
    """Whether a word at `at` stands inside a sentence, where a capital letter makes it a name."""
    before = text[:at].rstrip(" \"'„“”«»‘’([")
    return bool(before) and before[-1] not in ".?!:;…\n"
