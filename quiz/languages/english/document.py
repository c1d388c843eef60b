"""An English article read once: words, sentences, dates, quantities, names, roles and facts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from quiz.languages.date_rules import Dated
from quiz.languages.english.chunks import NAMING, Chunker, Phrase
from quiz.languages.english.dates import find_dates, publication
from quiz.languages.english.facts import EnglishFacts
from quiz.languages.english.names import Name, Names
from quiz.languages.english.numbers import find_numbers
from quiz.languages.english.options.people import gender_of
from quiz.languages.english.roles import Role, Roles
from quiz.languages.english.sentences import blocks, sentences
from quiz.languages.english.times import Surroundings, events
from quiz.languages.english.words import analyse

if TYPE_CHECKING:
    from datetime import date

    from quiz.languages.english.words import Word
    from quiz.languages.protocol import Fact, Sentence
    from quiz.languages.quantities import Amount, Quantity
    from quiz.languages.when import When

__all__ = ["Dated", "EnglishDocument"]

_OWNED = re.compile(r"['’]s\b|(?<=\w)s['’]")
WEEK = 7
"""Days that a dateline and the day a file tells may be apart and mean one article."""
BRIEF = 8
"""So many sentences at the most are no whole article."""
LIFETIME = 80
"""Years before the news after which nobody has a part in it."""


class EnglishDocument:
    """An article read once; everything a question needs is found by word number."""

    def __init__(self, text: str, published: date | None) -> None:
        """Read the text: words and their tags, then dates, numbers and names."""
        self.text = text
        found = blocks(text)
        self.words: tuple[Word, ...] = analyse(text, (span for b in found for span in b.spans))
        starts = [w.start for w in self.words]
        self.sentences: tuple[Sentence, ...] = sentences(text, found, starts)
        self.published = publication(text, published)
        self._near = Surroundings(self.words, starts)
        times = [
            Dated(bisect_left(starts, f.start), bisect_left(starts, f.end), f)
            for f in find_dates(text, published, self._near.tense, self._near.counted)
        ]
        self.dates = [d for d in times if d.found.when.grain != "time"]
        self.clock = [d for d in times if d.found.when.grain == "time"]
        self.dated = {i: d for d in self.dates for i in range(d.first, d.last)}
        timed = self.dated.keys() | {i for d in self.clock for i in range(d.first, d.last)}
        numbers = [
            (s, find_numbers(text, self.words, s.first, s.last, timed.__contains__))
            for s in self.sentences
        ]
        self.amounts: list[Amount] = [a for _, n in numbers for a in n.amounts]
        self.quantities: list[tuple[Sentence, Quantity]] = [
            (s, q) for s, n in numbers for q in n.quantities
        ]
        self._phrases: dict[int, list[Phrase]] = {}
        self.counted = {i: q for _, q in self.quantities for i in range(q.whole, q.last)}
        self.names: list[Name] = Names(text, self.words, self.sentences, timed).names
        self.roles: list[Role] = Roles(self.words, text, self.names, timed).find(self.sentences)
        self.named = {i: n for n in self.names for i in range(n.first, n.last)}

    @cached_property
    def low(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @cached_property
    def told_roles(self) -> dict[str, list[str]]:
        """The roles that the text tells of everybody, by name."""
        found: dict[str, list[str]] = {}
        for fact in self.facts:
            if fact.kind == "role":
                found.setdefault(fact.value, []).append(fact.base)
        return found

    @cached_property
    def dateline(self) -> str:
        """The date that tells when the article came out, as it stands above the running text."""
        return self.span(self._headed.first, self._headed.last) if self._headed else ""

    @cached_property
    def of_a_day(self) -> bool:
        """Whether this is an article whose day is known, and no few sentences out of one."""
        return self.published.day is not None and bool(self.dateline or len(self.sentences) > BRIEF)

    @cached_property
    def _headed(self) -> Dated | None:
        """The dateline: it may differ by some days from the day that the file tells."""
        told = self.published.day
        for d in self.dates:
            when = d.found.when
            if self.sentences and self.words[d.first].start >= self.sentences[0].start:
                return None
            if told is None or when.grain != "day" or when.first is None or when.relative:
                continue
            if abs((when.first - told).days) <= WEEK:
                return d
        return None

    def agreed(self, dated: Dated) -> bool:
        """Whether a date means the same read against the dateline as against the file's day."""
        day = self._headed.found.when.first if self._headed else None
        if day is None or day == self.published.day:
            return True
        return self._by_dateline.get(dated.found.start) == dated.found.when

    @cached_property
    def _by_dateline(self) -> dict[int, When]:
        """The dates as they are read against the dateline, by where they begin."""
        day = self._headed.found.when.first if self._headed else None
        found = find_dates(self.text, day, self._near.tense, self._near.counted)
        return {f.start: f.when for f in found}

    def span(self, first: int, last: int) -> str:
        """Return the text of words [first, last)."""
        return self.text[self.words[first].start : self.words[last - 1].end] if last > first else ""

    def phrases(self, sentence: Sentence) -> list[Phrase]:
        """Return the phrases of a sentence."""
        found = self._phrases.get(sentence.number)
        if found is None:
            found = self._chunker.chunk(sentence.first, sentence.last)
            self._phrases[sentence.number] = found
        return found

    @cached_property
    def _chunker(self) -> Chunker:
        names = [f for f in self.facts if f.kind in NAMING]
        fixed = {f.words[0]: (f.words[1], f.kind) for f in names}
        fixed.update({d.first: (d.last, "date") for d in self.dates if d.last > d.first})
        return Chunker(self.words, fixed)

    @cached_property
    def persons(self) -> Counter[str]:
        """How often each person is named who is certainly one."""
        return Counter(f.base for f in self._persons)

    @cached_property
    def bygone(self) -> frozenset[str]:
        """The persons who had no part in the news: of long ago only, or a name from birth.

        "Since Gregory XII in 1415" is of long ago, "born Robert Allen Zimmerman" is another name.
        """
        words, day = self.words, self.published.day
        told: dict[str, bool] = {}
        for f in self._persons:
            before = words[f.words[0] - 1].text.lower() if f.words[0] else ""
            s = self.sentences[f.sentence]
            years = [
                d.found.when.last.year
                for d in self.dates
                if s.first <= d.first < s.last and d.found.when.last is not None
            ]
            old = day is not None and bool(years) and max(years) < day.year - LIFETIME
            told[f.base] = told.get(f.base, True) and (old or before == "born")
        return frozenset(base for base, gone in told.items() if gone)

    @cached_property
    def genders(self) -> dict[str, str]:
        """The gender of each of them, m, f or nothing."""
        return {f.base: gender_of(f) for f in self._persons}

    @cached_property
    def _persons(self) -> list[Fact]:
        return [f for f in self.facts if f.kind == "person" and getattr(f.detail, "sure", True)]

    @cached_property
    def places(self) -> frozenset[int]:
        """The words that name places."""
        return frozenset(i for f in self.facts if f.kind == "place" for i in range(*f.words))

    @cached_property
    def slips(self) -> frozenset[str]:
        """The names of organisations that it writes with an "'s" elsewhere, without that."""
        named = {f.base for f in self.facts if f.kind == "organisation"}
        return frozenset(bare for n in named if (bare := _OWNED.sub("", n)) != n)

    @cached_property
    def pairs(self) -> dict[tuple[str, str], set[int]]:
        """The sentences of every noun with the adjective or noun before it."""
        found: dict[tuple[str, str], set[int]] = {}
        for s in self.sentences:
            for i in range(s.first + 1, s.last):
                pair = self.pair(i)
                if pair is not None:
                    found.setdefault(pair, set()).add(s.number)
        return found

    def pair(self, i: int) -> tuple[str, str] | None:
        """Return word i and the word before it, where they are a noun and what it is like."""
        word, before = self.words[i], self.words[i - 1]
        if i == 0 or word.tag not in {"NN1", "NN2"} or before.tag not in {"AJ0", "NN1"}:
            return None
        if not (word.text.islower() and before.text.islower()):
            return None
        return before.text, word.lemma

    @cached_property
    def apostrophe(self) -> str:
        """The apostrophe that the article uses."""
        return "’" if self.text.count("’") > self.text.count("'") else "'"

    def facts_of(self, sentence: Sentence) -> list[Fact]:
        """Return the facts of a sentence."""
        return [f for f in self.facts if f.sentence == sentence.number]

    @cached_property
    def events(self) -> list[tuple[int, int]]:
        """The word ranges that tell a time by an event."""
        return [r for s in self.sentences for r in events(self.words, s.first, s.last, self.dated)]

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the running text, in its order."""
        return EnglishFacts(self).all()
