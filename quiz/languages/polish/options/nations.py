"""The countries that words name, by noun or by adjective."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.polish.knowledge import countries, wholes
from quiz.languages.polish.tables import COUNTRIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.morph import Word


def told_countries(words: Sequence[Word]) -> set[str]:
    """Return the codes of countries that words name, by noun or by adjective."""
    known = countries()
    out: set[str] = set()
    for i, word in enumerate(words):
        for reading in word.readings:
            code = known.adjectives.get(reading.lemma) or known.codes.get(reading.lemma)
            if code:
                out.add(code)
        pair = f"{word.text} {words[i + 1].text}" if i + 1 < len(words) else ""
        for name in (word.text, pair):
            named = COUNTRIES.get(name, name)
            if named in known.codes:
                out.add(known.codes[named])
    lemmas = {r.lemma for w in words for r in w.readings}
    for whole, codes in wholes():
        if whole <= lemmas:
            out |= codes
    return out
