"""Which language a text is in, told by its commonest words."""

from __future__ import annotations

import re
from functools import cache

from quiz.languages.data_files import read_data

CODES = ("en", "pl")
"""The languages there are, by ISO 639-1 code."""
_SAMPLE = 4000
"""Characters that tell the language of a text."""
_LEAST = 0.12
"""Of 100 words of running text in a language 20 to 40 are its commonest; below this is a doubt."""
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _commonest(code: str) -> frozenset[str]:
    """Return the words of a language that no other language of ours has."""
    others = {w for c in CODES if c != code for w in read_data(f"words.{c}")["stop"].split()}
    return frozenset(read_data(f"words.{code}")["stop"].split()) - others


def recognise(text: str) -> str:
    """Return the code of the language a text is in, or nothing for one that is not there."""
    words = [w.lower() for w in _WORD.findall(text[:_SAMPLE])]
    shares = {code: sum(w in _commonest(code) for w in words) for code in CODES}
    best = max(CODES, key=shares.__getitem__)
    return best if words and shares[best] >= _LEAST * len(words) else ""
