"""Which capitals stay within a sentence: those of names, and none of a mere beginning."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from quiz.languages.polish.tables import COMPANIES

KINDS = frozenset(
    {"rzeka", "jezioro", "wyspa", "półwysep", "góra", "przełęcz", "miasto", "wieś", "gmina",
     "dzielnica", "ulica", "dolina", "puszcza", "planeta", "planetoida", "kometa", "gwiazda",
     "reprezentacja"}
)  # fmt: skip
"""Nouns with a capital at the beginning of a sentence alone: no part of the name behind them."""

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.phrases import Phrase


class Capitals:
    """Knows the names of one document by where else they are written."""

    def __init__(self, doc: PolishDocument) -> None:
        """Take the document."""
        self._doc = doc
        self._proper = {doc.words[n.first].text for n in doc.names if n.first not in doc.openings}

    @cached_property
    def _titles(self) -> set[str]:
        """The lemmas of nouns that have a capital within a sentence."""
        doc = self._doc
        return {
            r.lemma.lower()
            for i, w in enumerate(doc.words)
            if w.capital and i not in doc.openings
            for r in w.readings
            if r.pos == "subst"
        }

    def lowered(self, p: Phrase) -> str:
        """Return a part's text as it is written within a sentence."""
        doc = self._doc
        text = re.sub(r"\s*\([^()]*\)", "", p.text or doc.span(p.first, p.last))
        text = re.sub(r"\s+", " ", text)
        first = doc.words[p.first]
        if p.kind == "pp" and p.first in doc.openings:
            return text[0].lower() + text[1:]
        title = p.first in doc.titled or (
            p.last - p.first > 1 and any(r.lemma in COMPANIES for r in first.readings)
        )
        if p.first in doc.openings and title and not p.text:
            return text[0].lower() + text[1:]
        following = doc.words[min(p.first + 1, p.last - 1)]
        alone = p.first not in doc.named or doc.named[p.first].last == p.first + 1
        attribute = alone and first.has("adj") and following.has("subst") and not following.capital
        if attribute and p.last - p.first > 1 and not p.text and p.first in doc.openings:
            return text[0].lower() + text[1:]
        named = doc.named.get(p.first)
        classed = first.lemma("subst") in KINDS and not p.text and p.first in doc.openings
        team = first.lower == "reprezentacja"
        classed = classed and (team or not following.has("adj"))
        if named is not None and classed and named.last > p.first + 1:
            return text[0].lower() + text[1:]  # "Rzeka Warta" begins the sentence
        if p.text or p.first in doc.named or (first.text.isupper() and len(first.text) > 1):
            return text
        if first.text in self._proper:
            return text
        single = p.last - p.first == 1 and first.capital and p.first in doc.openings
        if single and any(r.lemma.lower() in self._titles for r in first.readings):
            return text  # "Wesele" is a film where the text has "premiera Wesela"
        proper = p.kind != "pp" and p.last - p.first > 1 and following.capital and first.capital
        name = doc.named.get(p.first + 1)
        if proper and following.has("adj") and (name is None or name.kind != "person"):
            return text
        # "Stary Most": a common noun has its capital only within a name.
        noun = any(r.pos == "subst" and r.lemma.islower() for r in following.readings)
        if (
            proper
            and first.has("adj")
            and noun
            and (name is None or name.kind in {"thing", "place"})
        ):
            return text
        opens = p.first in doc.openings or not doc.words[p.first - 1].alpha  # else a title's
        common = any(r.lemma[:1].islower() for r in first.readings)
        return text[0].lower() + text[1:] if common and first.capital and opens else text
