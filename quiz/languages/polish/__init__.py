"""Polish: dictionary, dates, numbers, names and questions, behind the Language protocol."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.polish.asking.questions import drafts
from quiz.languages.polish.dates import publication
from quiz.languages.polish.document import PolishDocument
from quiz.languages.polish.identity import told_by
from quiz.languages.polish.morph import shared
from quiz.languages.polish.options.styles import restyled

if TYPE_CHECKING:
    from datetime import date

    from quiz.languages.protocol import Document, Draft

_YEAR = re.compile(r"\b\d{4}\b")


def _dated(draft: Draft, document: PolishDocument) -> Draft:
    """Quote the dateline as well where a year of the question stands nowhere else."""
    quoted = " ".join(draft.quotes)
    years = _YEAR.findall(f"{draft.prompt} {draft.answer}")
    if not document.dateline or all(year in quoted for year in years):
        return draft
    return replace(draft, quotes=(document.dateline, *draft.quotes))


class Polish:
    """The Polish language; raises LanguageMissingError without morfeusz2."""

    code = "pl"

    def __init__(self) -> None:
        """Load the dictionary."""
        self._morphology = shared()

    def read(self, text: str, published: date | None) -> PolishDocument:
        """Read an article."""
        return PolishDocument(text, published, self._morphology)

    def published(self, text: str) -> date | None:
        """Return the day of a dateline, or the one that is called today or yesterday."""
        found = publication(text, None)
        return found.day if found.exact else None

    def drafts(self, document: Document) -> list[Draft]:
        """Every question worth asking of an article that `read` returned."""
        if not isinstance(document, PolishDocument):
            raise TypeError("a Polish draft needs a document that Polish has read")
        return [_dated(d, document) for d in drafts(document)]

    def restyled(self, draft: Draft, document: Document) -> Draft:
        """Write a draft's options in a way in which its article does not write the key."""
        low = document.low if isinstance(document, PolishDocument) else document.text.lower()
        return restyled(draft, low, self._morphology)

    def knows(self, text: str) -> float:
        """Return the share of lower-case words in the dictionary, in the first 4000 characters."""
        words = [w for w in self._morphology.words(text[:4000]) if w.alpha and not w.capital]
        return sum(bool(w.readings) for w in words) / len(words) if words else 0.0

    def lemmas(self, text: str) -> tuple[str, ...]:
        """Return the first dictionary form of every word."""
        return self._morphology.lemmas(text)

    def anchors(self, stem: str) -> int:
        """Count names, figures and quotations, and adjectives of places: "obwodu kurskiego"."""
        return told_by(stem)
