"""Who is dead, as an article tells it: such a person says nothing any more."""

from __future__ import annotations

import re
from functools import lru_cache

_LATE = re.compile(r"(?i:śp\.|zmarł\w{0,3}|nieżyjąc\w+|świętej pamięci) (?=((?:\w+ ){0,5}))")
"""What stands before a name, at most five words away: "zmarły w sierpniu aktor Jan Nowak"."""
_DIED = re.compile(r" (?:nie żyje|zmarła?|zginęła?|zginął|poległ|poległa)\b")
_APPOSED = re.compile(r", [^,.;()]{3,60},\Z")
"""What may stand between a name and that: what somebody is said to be."""
_FARTHEST = 64
_IN_BRACKETS = re.compile(r" \(([^()]*)\)")
_YEAR = re.compile(r"\d{4}\Z")
_DASHES = frozenset("–-")


def said_dead(text: str, stem: str) -> bool:
    """Whether a text says that somebody is dead whose surname begins with `stem` in every case."""
    begins, ends = _places(text)
    return any(text.startswith(stem, at) for at in begins) or any(
        text.find(stem, max(0, first - len(stem)), last) >= 0 for first, last in ends
    )


@lru_cache(maxsize=8)
def _places(text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Return where a name of somebody dead would begin, and between which places its stem ends."""
    begins = list[int]()
    for m in _LATE.finditer(text):
        begins += [m.end(), *(m.start(1) + n + 1 for n, c in enumerate(m[1]) if c == " ")]
    ends = list[tuple[int, int]]()
    for m in _DIED.finditer(text):
        ends.append(_word_before(text, m.start()))
        if text[m.start() - 1 : m.start()] == ",":
            ends.append(_word_before(text, m.start() - 1))
            apposed = _APPOSED.search(text, max(0, m.start() - _FARTHEST), m.start())
            if apposed is not None:
                ends.append(_word_before(text, apposed.start()))
    for m in _IN_BRACKETS.finditer(text):
        if _lived(m[1]):
            ends.append(_word_before(text, m.start()))
    return begins, ends


def _lived(inside: str) -> bool:
    """Whether brackets hold a year of birth and one of death: "(ur. 1931, zm. – w 2015)"."""
    before = inside[:-4]
    dashed = not _DASHES.isdisjoint(before)
    return dashed and before[-1] in {"–", "-", " "} and _YEAR.search(inside) is not None


def _word_before(text: str, last: int) -> tuple[int, int]:
    """Return where the word that ends at `last` begins and ends."""
    first = last
    while first and (text[first - 1].isalnum() or text[first - 1] == "_"):
        first -= 1
    return first, last
