"""What ties a stem to the world: the names, numbers and quoted words that it can be told by.

"Who reversed the verdict?" is asked of a hundred verdicts, and who has read the article is the
only one to know which. A stem with two anchors beside its key is about one thing.
"""

from __future__ import annotations

import re

LEAST = 2
"""So many anchors a stem needs; one that asks for the date leaves one anchor to its key."""

_WORD = re.compile(r"[\w'’.-]+|[^\w\s]")
_FIGURES = re.compile(r"\b\d[\d ,.]*\b")
_QUOTED = re.compile(r'["„“«][^"”“»]{3,}["”»]')
_OPENING, _HOLE = '„“«"', "___"
_GAP = re.compile(r"^[^„“]{0,40}: ?[„“]")
"""What introduces a sentence with a gap, which is no quotation."""


def anchors(stem: str, inside: frozenset[str]) -> int:
    """Count the names, numbers and quotations of a stem.

    A name is a run of capitalised words; the words of `inside` do not break it. The first word of
    a sentence or of a quotation is none.
    """
    text = _GAP.sub("", stem) if _HOLE in stem else stem
    count, running, before = 0, False, _OPENING
    for word in _WORD.findall(text):
        capital = word[0].isupper() and before not in _OPENING
        count += capital and not running
        running = capital or (running and word in inside)
        before = word
    return count + len(_FIGURES.findall(text)) + len(_QUOTED.findall(text))
