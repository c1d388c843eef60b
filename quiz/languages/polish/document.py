"""A Polish article read once: words, sentences, dates, quantities, names, roles and facts."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from quiz.languages.date_rules import Dated
from quiz.languages.polish.chunks import Chunker
from quiz.languages.polish.dates import find_dates, publication
from quiz.languages.polish.facts import PolishFacts
from quiz.languages.polish.names import Name, Names
from quiz.languages.polish.nouns import Bearer
from quiz.languages.polish.numbers import find_amounts, find_quantities
from quiz.languages.polish.roles import Role, Roles
from quiz.languages.polish.sentences import sentences
from quiz.languages.polish.tables import ROLES
from quiz.languages.polish.times import Surroundings, events

if TYPE_CHECKING:
    from datetime import date

    from quiz.languages.polish.morph import Morphology, Word
    from quiz.languages.polish.phrases import Phrase
    from quiz.languages.protocol import Fact, Sentence
    from quiz.languages.quantities import Amount, Quantity

__all__ = ["Dated", "PolishDocument", "Role"]


class PolishDocument:
    """An article read once; everything a question needs is found by word number."""

    def __init__(self, text: str, published: date | None, morphology: Morphology) -> None:
        """Read the text: one pass of the dictionary, then dates, numbers and names."""
        self.text = text
        self.morphology = morphology
        self.words: list[Word] = morphology.words(text)
        starts = [w.start for w in self.words]
        self.sentences: tuple[Sentence, ...] = sentences(text, starts)
        self.openings = frozenset(
            next((i for i in range(s.first, s.last) if self.words[i].alpha), s.first)
            for s in self.sentences
        )
        self.published = publication(text, published)
        near = Surroundings(self.words, starts)
        times = [
            Dated(bisect_left(starts, f.start), bisect_left(starts, f.end), f)
            for f in find_dates(text, published, near.tense, near.counted)
        ]
        self.dates = [d for d in times if d.found.when.grain != "time"]
        self.clock = [d for d in times if d.found.when.grain == "time"]
        self.dated = {i: d for d in self.dates for i in range(d.first, d.last)}
        self.amounts: list[Amount] = [
            a
            for s in self.sentences
            for a in find_amounts(self.words, s.first, s.last, self.dated.__contains__)
        ]
        taken = self.dated.keys() | {i for a in self.amounts for i in range(a.first, a.last)}
        self.quantities: list[tuple[Sentence, Quantity]] = [
            (s, q)
            for s in self.sentences
            for q in find_quantities(self.words, s.first, s.last, taken.__contains__)
            # "plac Trzech Krzyży" counts nothing.
            if q.whole in self.openings or not self.words[q.first].text.istitle()
        ]
        self.counted = {i: q for _, q in self.quantities for i in range(q.whole, q.last)}
        every = Names(self.words, self.sentences, morphology, text)
        self.names: list[Name] = every.names
        self.aliases = every.aliases
        self.named = {i: n for n in self.names for i in range(n.first, n.last)}
        fixed = {q.whole: (q.last, "quantity") for _, q in self.quantities} | {
            d.first: (d.last, "time" if d in self.clock else "date")
            for d in (*self.dates, *self.clock)
            if d.last > d.first
        }
        self.chunker = Chunker(
            self.words,
            fixed,
            {
                n.first: Bearer(
                    n.last,
                    n.base.endswith(self.span(n.first, n.last)),
                    n.sure,
                    n.kind in {"person", "surname"},
                )
                for n in self.names
            },
        )
        self._phrases: dict[int, list[Phrase]] = {}
        self.roles: list[Role] = Roles(self.words, text, morphology, self.named, self.dated).find(
            self.names, self.sentences
        )
        self.titled = frozenset(r.first for r in self.roles)
        self._nominatives = {n.base for n in self.names if n.kind == "person" and n.sure}
        self._ranks: dict[str, str] = {}
        for r in self.roles:
            self._ranks.setdefault(r.holder.base, ROLES.get(r.noun, "head"))

    def span(self, first: int, last: int) -> str:
        """Return the text of words [first, last)."""
        return self.text[self.words[first].start : self.words[last - 1].end] if last > first else ""

    def names_in(self, p: Phrase) -> bool:
        """Whether a phrase has a name in it."""
        return any(i in self.named for i in range(p.first, p.last))

    def phrases(self, sentence: Sentence) -> list[Phrase]:
        """Return the phrases of a sentence."""
        found = self._phrases.get(sentence.number)
        if found is None:
            found = self.chunker.chunk(sentence.first, sentence.last)
            self._phrases[sentence.number] = found
        return found

    def certain(self, base: str) -> bool:
        """Whether a person's base form is surely a nominative."""
        return base in self._nominatives

    def rank(self, person: str) -> str:
        """Return the rank of a person's role (state, church, …), or nothing."""
        return self._ranks.get(person, "")

    @cached_property
    def low(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    def facts_of(self, sentence: Sentence) -> list[Fact]:
        """Return the facts of a sentence."""
        return self._by_sentence.get(sentence.number, [])

    @cached_property
    def _by_sentence(self) -> dict[int, list[Fact]]:
        found: dict[int, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.sentence, []).append(fact)
        return found

    @cached_property
    def dateline(self) -> str:
        """The day of publication as it stands above the running text, nothing where none does."""
        day, start = self.published.day, self.sentences[0].first if self.sentences else 0
        return next(
            (
                self.span(d.first, d.last)
                for d in self.dates
                if d.last <= start and day and d.found.when.first == d.found.when.last == day
            ),
            "",
        )

    @cached_property
    def events(self) -> list[tuple[int, int]]:
        """The word ranges that tell a time by an event."""
        return [r for s in self.sentences for r in events(self.words, s.first, s.last, self.dated)]

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the running text, in its order."""
        return PolishFacts(self).all()
