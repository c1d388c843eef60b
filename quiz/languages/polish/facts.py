"""Every fact of a Polish document: numbers within words, regions, and which names are facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.facts import Facts
from quiz.languages.polish.numbers import compound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Word
    from quiz.languages.protocol import Fact

KINDS = {
    "person": "person",
    "surname": "person",
    "place": "place",
    "organisation": "organisation",
    "thing": "thing",
}
"""The kind of fact that a kind of name is; other names are none."""
REGION_NOUNS = frozenset({"obwód", "województwo", "powiat", "gmina", "prowincja", "hrabstwo"})


class PolishFacts(Facts):
    """Collects the facts of a Polish document."""

    _doc: PolishDocument

    def _numbers(self) -> Iterator[Fact]:
        yield from super()._numbers()
        for i, w in enumerate(self._doc.words):
            if w.text[0] in "dtcpsośDTCPSOŚ" and (counted := compound(w)):
                yield from self._fact("number", i, i + 1, str(counted), str(counted), None)

    def _names(self) -> Iterator[Fact]:
        doc = self._doc
        for i, w in enumerate(doc.words[:-1]):
            if region := self._region(w, doc.words[i + 1]):
                yield from self._fact("place", i, i + 2, region, region, None)
        for n in doc.names:
            if n.kind in KINDS:
                value = doc.aliases.get(n.base, n.base)
                yield from self._fact(KINDS[n.kind], n.first, n.last, value, n.base, n)

    def _region(self, noun: Word, adjective: Word) -> str:
        """Return the base form of a region like "obwód kurski", or nothing."""
        if noun.lemmas.isdisjoint(REGION_NOUNS) or adjective.capital or not adjective.has("adj"):
            return ""
        reading = next(r for r in noun.readings if r.lemma in REGION_NOUNS)
        lemma = adjective.lemma("adj")
        gender = min(reading.genders, default="")
        base = self._doc.morphology.inflect(lemma, "adj", "sg", "nom", gender, "pos")
        return f"{reading.lemma} {base}" if base and lemma.endswith(("ski", "cki", "dzki")) else ""
