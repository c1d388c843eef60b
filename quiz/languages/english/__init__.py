"""English: tagger, dates, numbers, names and questions, behind the Language protocol."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.anchors import anchors
from quiz.languages.date_rules import Dated
from quiz.languages.english.asking.questions import drafts
from quiz.languages.english.dates import publication
from quiz.languages.english.document import EnglishDocument
from quiz.languages.english.options.role_styles import turned
from quiz.languages.english.options.styles import restyled
from quiz.languages.english.words import PLAIN, shared, tokenise

if TYPE_CHECKING:
    from datetime import date

    from quiz.languages.protocol import Document, Draft

_YEAR = re.compile(r"\b\d{4}\b")
_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_INSIDE = frozenset(("of", "the", "and", "de", "van", "von", "'s"))
"""Words that do not end a name."""
_SAMPLE = 4000
"""Characters that tell the language of a text."""


def _dated(draft: Draft, document: EnglishDocument) -> Draft:
    """Quote the dateline as well where a date is told from it, or its year stands nowhere else."""
    quoted = " ".join(draft.quotes)
    years = _YEAR.findall(f"{draft.prompt} {draft.answer}")
    detail = draft.fact.detail
    relative = isinstance(detail, Dated) and detail.found.when.relative
    if not document.dateline or not (relative or any(year not in quoted for year in years)):
        return draft
    return replace(draft, quotes=(document.dateline, *draft.quotes))


def _agreed(draft: Draft, document: EnglishDocument) -> bool:
    """Whether a date is the same by the dateline and by the day that the file tells."""
    detail = draft.fact.detail
    return not isinstance(detail, Dated) or document.agreed(detail)


def _told(draft: Draft, document: EnglishDocument) -> bool:
    """Whether the month of a date stands in its proof: "on Thursday" may lie before the dateline's.

    Where there is no dateline, only the file tells the month, and nothing could.
    """
    if draft.category != "dates" or document.dateline not in draft.quotes:
        return True
    quoted = " ".join(draft.quotes).lower()
    return all(month[:3].lower() in quoted for month in _MONTH.findall(draft.answer))


class English:
    """The English language; raises LanguageMissingError without its tagger."""

    code = "en"

    def __init__(self) -> None:
        """Load the tagger's model."""
        self._tagger = shared()

    def read(self, text: str, published: date | None) -> EnglishDocument:
        """Read an article."""
        return EnglishDocument(text, published)

    def published(self, text: str) -> date | None:
        """Return the day of a dateline, or the one that is called today or yesterday."""
        found = publication(text, None)
        return found.day if found.exact else None

    def drafts(self, document: Document) -> list[Draft]:
        """Every question worth asking of an article that `read` returned."""
        if not isinstance(document, EnglishDocument):
            raise TypeError("an English draft needs a document that English has read")
        found = (_dated(d, document) for d in drafts(document) if _agreed(d, document))
        return [d for d in found if _told(d, document)]

    def restyled(self, draft: Draft, document: Document) -> Draft:
        """Write a draft's options in a way in which its article does not write the key."""
        if draft.category == "roles" and isinstance(document, EnglishDocument):
            return turned(draft, document)
        return restyled(draft, document.text)

    def knows(self, text: str) -> float:
        """Return the share of lower-case words in the model, in the first 4000 characters."""
        words = [w for w, _from, _to in tokenise(text[:_SAMPLE]) if w.isalpha() and w.islower()]
        return sum(self._tagger.knows(w) for w in words) / len(words) if words else 0.0

    def lemmas(self, text: str) -> tuple[str, ...]:
        """Return the dictionary form of every word as it is read by itself."""
        return tuple(
            self._tagger.lemma(word.translate(PLAIN)).lower()
            for word, _from, _to in tokenise(text)
            if word[0].isalpha()
        )

    def anchors(self, stem: str) -> int:
        """Count names, figures and quotations."""
        return anchors(stem, _INSIDE)
