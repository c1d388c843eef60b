"""By how much a Polish stem tells which event it speaks of."""

from __future__ import annotations

import re

from quiz.languages.anchors import anchors

_INSIDE = frozenset(("w", "z", "do", "i", "nad", "de", "van", "von"))
"""Words that do not end a name."""
_OF_A_PLACE = re.compile(
    r"\b[a-ząćęłńóśźż-]{3,}(?:sk|ck|dzk)(?:i|a|ą|ie|iego|iemu|iej|im|ich|imi)\b"
)


def told_by(stem: str) -> int:
    """Count names, figures and quotations, and adjectives of places: "obwodu kurskiego"."""
    return anchors(stem, _INSIDE) + len(_OF_A_PLACE.findall(stem))
