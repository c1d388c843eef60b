"""Every fact of an English document: which of its names are facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.protocol import Fact

NAMED = frozenset({"person", "place", "organisation", "thing"})
"""The kinds of names that are facts."""


class EnglishFacts(Facts):
    """Collects the facts of an English document."""

    _doc: EnglishDocument

    def _names(self) -> Iterator[Fact]:
        for n in self._doc.names:
            if n.kind in NAMED:
                yield from self._fact(n.kind, n.first, n.last, n.value, n.base, n)
