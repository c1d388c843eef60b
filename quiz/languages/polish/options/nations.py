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
        joined = word.text.partition("-")[0]
        if joined != word.text and f"{joined[:-1]}i" in known.adjectives:
            out.add(known.adjectives[f"{joined[:-1]}i"])  # "rosyjsko-japoński"
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


def given_away(stem: Sequence[Word], base: str, choices: Sequence[str]) -> bool:
    """Whether a stem tells a place by the name of a country: "szwedzki rząd" tells Szwecja.

    A town is told by its country where not all the `choices` beside it lie there too.
    """
    known = countries()
    code = known.codes.get(base) or known.towns.get(base)
    if code is None or code not in told_countries(stem):
        return False
    beside = [town[:4] for town, land in known.towns.items() if land == code]
    abroad = any(not any(town in choice for town in beside) for choice in choices)
    return base in known.codes or abroad
