"""Persons: every mention linked to the fullest name the text has for somebody."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from quiz.languages.english.name_words import KIN, PARTICLES, given_names
from quiz.languages.english.tables import MEN, WOMEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.languages.english.spans import Span
    from quiz.languages.english.words import Word
    from quiz.languages.protocol import Sentence

KIN_FAR = 6
"""Words that stand between a noun of kin and the name at the most."""
_SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})


class Persons:
    """The people of a document."""

    def __init__(
        self,
        words: Sequence[Word],
        spans: Sequence[Span],
        told: Sequence[str],
        sentences: Sequence[Sentence],
    ) -> None:
        """Gather the full names."""
        self._words, self._spans, self._sentences = words, spans, sentences
        self._by_surname: dict[str, list[tuple[str, ...]]] = {}
        self._by_given: dict[str, list[tuple[str, ...]]] = {}
        self._places: dict[tuple[str, ...], list[int]] = {}
        for s in spans:
            self._places.setdefault(self._tokens(s), []).append(s.first)
        self._spelled = {self._tokens(s): self._joined(s, self._tokens(s)) for s in spans}
        self._genders: dict[str, Counter[str]] = {}
        self._bases: dict[tuple[int, int], tuple[str, bool]] = {}
        self.gather(told)

    def _tokens(self, span: Span) -> tuple[str, ...]:
        return tuple(w.text for w in self._words[span.first : span.last])

    def gather(self, told: Sequence[str]) -> None:
        """Keep the full names: those of several words that no longer name holds."""
        every: dict[tuple[str, ...], None] = {}
        for span, kind in zip(self._spans, told, strict=True):
            if kind == "person" and span.last - span.first > 1:
                every.setdefault(self._tokens(span))
        alike = self._indexed(every)
        full = [n for n in every if not any(self._holds(other, n) for other in alike[n[-1]])]
        self._by_surname = self._indexed(full)
        self._by_given = {}
        for name in full:
            self._by_given.setdefault(name[0], []).append(name)

    @staticmethod
    def _indexed(names: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
        """Return names by their surnames, and by what stands before "Jr."."""
        out: dict[str, list[tuple[str, ...]]] = {}
        for name in names:
            out.setdefault(name[-1], []).append(name)
            if name[-1] in _SUFFIXES:
                out.setdefault(name[-2], []).append(name)
        return out

    @staticmethod
    def _holds(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
        """Whether a longer name is of the person a shorter one names."""
        if len(short) < 2 or len(long) <= len(short):
            return False
        ends = long[-1] == short[-1] or (long[-1] in _SUFFIXES and long[-2] == short[-1])
        return (ends and long[0] == short[0]) or long[-len(short) :] == short

    def full(self, span: Span) -> bool:
        """Whether a mention is part of a full name: its surname, or its given name alone."""
        return bool(self._matching(self._tokens(span)))

    def _matching(self, tokens: tuple[str, ...]) -> list[tuple[str, ...]]:
        alike = self._by_surname.get(tokens[-1], [])
        whole = [n for n in alike if n == tokens or self._holds(n, tokens)]
        if whole or (len(tokens) > 1 and tokens[0] not in PARTICLES):
            return whole or [n for n in alike if n[-len(tokens) :] == tokens]
        surname = [
            n
            for n in alike
            if n[-len(tokens) :] == tokens or (n[:-1][-1:] == tokens and n[-1] in _SUFFIXES)
        ]
        return surname or self._by_given.get(tokens[0], [])

    def settle(self, told: Sequence[str]) -> None:
        """Link every mention and learn what tells a person's gender."""
        self.gather(told)
        latest: dict[str, str] = {}
        persons = [s for s, kind in zip(self._spans, told, strict=True) if kind == "person"]
        for span in persons:
            tokens = self._tokens(span)
            found = self._matching(tokens)
            if len(found) > 1 and span.gender:
                fitting = [n for n in found if self._by_name(n[0]) == span.gender]
                found = fitting or found
            text = self._joined(span, tokens)
            if len(found) > 1:
                found = [n for n in found if not self._related(n)] or found
            if len(found) > 1 and (first := self._introduced(found, span)):
                found = [first]
            if len(found) == 1:
                base, sure = self._spelled[found[0]], True
            else:
                base, sure = (text, False) if found else (latest.get(text, text), True)
            if len(tokens) > 1:
                latest[tokens[-1]] = base
            self._bases[span.first, span.last] = (base, sure)
            self._learn(span, base)
        self._pronouns(persons)

    def _introduced(self, found: list[tuple[str, ...]], span: Span) -> tuple[str, ...] | None:
        """Return whom a shared surname means: whoever alone bore it when it became familiar."""
        tokens = self._tokens(span)
        first, second = sorted(self._met(name) for name in found)[:2]
        places = self._places.get(tokens, [])
        bare = bisect_left(places, second) - bisect_right(places, first)
        if span.first < second or bare > 1:
            return next(n for n in found if self._met(n) == first)
        return None

    def _related(self, name: tuple[str, ...]) -> bool:
        """Whether somebody is brought in as another's kin: "her daughter, the painter Ruth Lee".

        A text goes on to name such people in full.
        """
        at, words = self._met(name), self._words
        for i in range(at - 1, max(at - KIN_FAR, 0), -1):
            if words[i].text in {".", ";", ":", "!", "?"}:
                return False
            if words[i].lemma.lower() in KIN:
                return words[i - 1].tag in {"DPS", "POS"}
        return False

    def _met(self, name: tuple[str, ...]) -> int:
        """Return the word at which a full name first stands."""
        return self._places[name][0]

    def _joined(self, span: Span, tokens: tuple[str, ...]) -> str:
        out = tokens[0]
        for i, token in enumerate(tokens[1:], span.first + 1):
            gap = self._words[i].start > self._words[i - 1].end
            out += (" " if gap else "") + token
        return out

    @staticmethod
    def _by_name(given: str) -> str:
        return given_names().get(given, "")

    def _learn(self, span: Span, base: str) -> None:
        """Count what tells a gender beside a mention: a title, a noun, the given name."""
        words = self._words
        found = self._genders.setdefault(base, Counter())
        if span.gender:
            found[span.gender] += 3
        if given := self._by_name(base.partition(" ")[0]):
            found[given] += 2
        start = span.title if span.title >= 0 else span.first
        around = [*words[max(start - 3, span.sentence.first) : span.first],
                  *words[span.last + 1 : min(span.last + 4, span.sentence.last)]]  # fmt: skip
        for word in around:
            low = word.lemma.lower()
            if word.tag in {"NN1", "NP0"}:
                gender = KIN.get(low) or ("m" if low in MEN else "f" if low in WOMEN else "")
                if gender and low not in KIN:
                    found[gender] += 2

    def _pronouns(self, persons: Sequence[Span]) -> None:
        """Learn a gender from a pronoun that nobody else in its paragraph could be meant by.

        It opens the sentence after one that the person opens.
        """
        named: dict[int, set[str]] = {}
        opening: dict[int, str] = {}
        for span in persons:
            base = self._bases[span.first, span.last][0]
            named.setdefault(span.sentence.paragraph, set()).add(base)
            start = span.title if span.title >= 0 else span.first
            if start - span.sentence.first <= 1:
                opening[span.sentence.number] = base
        for s in self._sentences:
            base = opening.get(s.number - 1, "")
            gender = {"he": "m", "she": "f"}.get(self._words[s.first].text.lower())
            if gender and named.get(s.paragraph) == {base}:
                self._genders.setdefault(base, Counter())[gender] += 1

    def base(self, span: Span) -> tuple[str, str, bool]:
        """Return a mention's full name, its gender, and whether nobody else could be meant."""
        base, sure = self._bases[span.first, span.last]
        counted = self._genders.get(base, Counter()).most_common()
        told = counted and (len(counted) == 1 or counted[0][1] > 2 * counted[1][1])
        return base, counted[0][0] if told else "", sure
