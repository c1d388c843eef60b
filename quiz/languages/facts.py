"""Every fact of a document as a typed span of its text: what does not depend on the language."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left
from typing import TYPE_CHECKING, Protocol

from quiz.languages.protocol import Fact
from quiz.languages.quantities import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.languages.date_rules import Dated
    from quiz.languages.protocol import Sentence
    from quiz.languages.quantities import Amount, Quantity


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class _Holder(Protocol):
    @property
    def base(self) -> str: ...


class _Role(Protocol):
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def base(self) -> str: ...
    @property
    def holder(self) -> _Holder: ...


class Readable(Protocol):
    """A document whose words, dates, numbers and roles have been found."""

    text: str
    sentences: tuple[Sentence, ...]
    dates: list[Dated]
    clock: list[Dated]
    amounts: list[Amount]
    quantities: list[tuple[Sentence, Quantity]]

    @property
    def words(self) -> Sequence[_Span]:
        """The words of the text, in order."""

    @property
    def events(self) -> list[tuple[int, int]]:
        """The word ranges that tell a time by an event."""

    @property
    def roles(self) -> Sequence[_Role]:
        """The roles and their holders."""

    def span(self, first: int, last: int) -> str:
        """Return the text of words [first, last)."""


class Facts(ABC):
    """Collects the facts of a document; a language says what its names are."""

    _doc: Readable

    def __init__(self, document: Readable) -> None:
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
        for _, q in self._doc.quantities:
            yield from self._fact("number", q.whole, q.last, plain(q.value), q.shown, q)
        for a in self._doc.amounts:
            yield from self._fact("number", a.first, a.last, a.value, a.shown, a)

    @abstractmethod
    def _names(self) -> Iterator[Fact]:
        """Find the persons, places, organisations and things."""

    def _roles(self) -> Iterator[Fact]:
        for r in self._doc.roles:
            yield from self._fact("role", r.first, r.last, r.holder.base, r.base, r)
