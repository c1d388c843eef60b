"""Every fact of a document as a typed span of its text."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from quiz.languages.protocol import Fact
from quiz.languages.quantities import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.languages.english.document import EnglishDocument

NAMED = frozenset({"person", "place", "organisation", "thing"})
"""The kinds of names that are facts."""


class Facts:
    """Collects the facts of a document."""

    def __init__(self, document: EnglishDocument) -> None:
        """Keep the document."""
        self._doc = document
        self._ends = [s.end for s in document.sentences]

    def all(self) -> tuple[Fact, ...]:
        """Return every fact of the running text, in its order."""
        every = (*self._dates(), *self._numbers(), *self._names(), *self._roles())
        return tuple(sorted(every, key=lambda f: (f.start, f.end)))

    def _fact(
        self, kind: str, first: int, last: int, value: str, base: str, detail: object
    ) -> Iterator[Fact]:
        """Make a fact of words [first, last), unless they are outside the running text."""
        doc = self._doc
        if last <= first or last > len(doc.words):
            return
        start, end = doc.words[first].start, doc.words[last - 1].end
        at = bisect_left(self._ends, end)
        if at < len(doc.sentences) and doc.sentences[at].start <= start:
            text = doc.text[start:end]
            yield Fact(kind, text, start, end, value, base, at, (first, last), detail)

    def _dates(self) -> Iterator[Fact]:
        doc = self._doc
        for d in (*doc.dates, *doc.clock):
            yield from self._fact(
                "date", d.first, d.last, d.found.value, doc.span(d.first, d.last), d
            )
        for first, last in doc.events:
            yield from self._fact("date", first, last, "", doc.span(first, last), None)

    def _numbers(self) -> Iterator[Fact]:
        doc = self._doc
        for _, q in doc.quantities:
            yield from self._fact("number", q.whole, q.last, plain(q.value), q.shown, q)
        for a in doc.amounts:
            yield from self._fact("number", a.first, a.last, a.value, a.shown, a)

    def _names(self) -> Iterator[Fact]:
        for n in self._doc.names:
            if n.kind in NAMED:
                yield from self._fact(n.kind, n.first, n.last, n.value, n.base, n)

    def _roles(self) -> Iterator[Fact]:
        for r in self._doc.roles:
            yield from self._fact("role", r.first, r.last, r.holder.base, r.base, r)
