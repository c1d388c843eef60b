"""When two texts are the same: reduced to what makes them so, one by one or many at once."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SPACES = re.compile(r"\s+")
_QUOTES = re.compile("[„”“\"«»‘’'`\u201a\u201b\u2039\u203a]")
_NO_QUOTES = str.maketrans("", "", "\"'`")
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_JOINERS = re.compile(r"(?<=\w)[\u200c\u200d]+(?=\w)")
_POWERS = re.compile("(?=[⁰¹²³⁴-⁹])")
_GROUPED = re.compile(r"(?<=\d)[\s.,](?=\d{3}(?!\d))")
_BETWEEN = "\x00"  # no clean text holds it, and no pattern here matches it


def fold(text: str) -> str:
    """Reduce a text to what makes it the same option: spelling, case and spacing aside.

    Compatibility forms, letter case, quotation marks, dashes, a final full stop and the grouping
    of digits do not make a different answer: "1 000" is "1000", "„Kursk”" is "kursk". A power
    does: "10²" is not "102". A text of nothing but such marks stands for itself.
    """
    return fold_all([text])[0]


def fold_all(texts: Sequence[str]) -> list[str]:
    """Fold many texts in one pass, which for a large bank is ten times as fast as one by one."""
    if not texts:
        return []
    joined = _BETWEEN.join(texts)
    if joined.count(_BETWEEN) != len(texts) - 1:
        return fold_all([text.replace(_BETWEEN, " ") for text in texts])
    parts = _fold(joined)
    # What is left of other scripts can compose anew or fold once more; plain ASCII cannot.
    rest = [at for at, part in enumerate(parts) if not part.isascii()]
    while rest:
        again = _fold(_BETWEEN.join([parts[at] for at in rest]))
        changed = [(at, part) for at, part in zip(rest, again, strict=True) if part != parts[at]]
        for at, part in changed:
            parts[at] = part
        rest = [at for at, _part in changed]
    return [folded or text.strip() for folded, text in zip(parts, texts, strict=True)]


def _fold(joined: str) -> list[str]:
    if joined.isascii():
        joined = joined.lower().translate(_NO_QUOTES)
        joined = _GROUPED.sub("", _SPACES.sub(" ", joined))
        return [part.strip().rstrip(" .") for part in joined.split(_BETWEEN)]
    joined = unicodedata.normalize("NFKC", _POWERS.sub("^", joined)).casefold()
    joined = _DASHES.sub("-", _JOINERS.sub("", _QUOTES.sub("", joined)))
    joined = _GROUPED.sub("", _SPACES.sub(" ", joined))
    return [part.strip().rstrip(" .") for part in joined.split(_BETWEEN)]
