"""Names in a text: persons linked to their full names, places, organisations, named things."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.languages.english.kinds import Kinds
from quiz.languages.english.name_words import (
    HEAD_WORDS,
    NOTHING,
    OFFICES,
    QUALIFIERS,
    ROLES,
    SURNAMES,
    TITLES,
    given_names,
    known_kind,
    known_organisations,
    known_things,
)
from quiz.languages.english.options.places import countries
from quiz.languages.english.persons import Persons
from quiz.languages.english.runs import Runs, capital
from quiz.languages.english.spans import Span

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from quiz.languages.english.words import Word
    from quiz.languages.protocol import Sentence

_JOINTS = frozenset({"of", "for", "on", "and", "the", "&"})

__all__ = ["Name", "Names"]


@dataclass(frozen=True, slots=True)
class Name:
    """A mention: words [first, last), its kind, base form, canonical name, gender and sentence.

    `kind` is person, place, organisation, thing, or nothing for what only looks like a name.
    `sure` says that nothing else could be meant: a surname that two people bear is not sure, nor
    is a single name that nothing tells the kind of.
    `title` is where the title or the role before a person begins, `first` without one.
    """

    first: int
    last: int
    kind: str
    base: str
    value: str
    gender: str
    sentence: int
    sure: bool = True
    title: int = -1


class Names:
    """Every name of a document."""

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        sentences: Sequence[Sentence],
        taken: Container[int],
    ) -> None:
        """Find the runs of capitals, part titles from names, and tell what each is."""
        self._words = words
        self._weak: set[str] = set()
        self._runs = runs = Runs(words, taken)
        for s in sentences:
            runs.learn(s)
        spans = [span for s in sentences for a, b in runs.find(s) for span in self._parted(s, a, b)]
        kinds = Kinds(words, runs, text)
        told = [kinds.certain(span) for span in spans]
        self._persons = Persons(words, spans, told, sentences)
        self._alias(spans)
        self._spread(kinds, spans, told)
        self.names: list[Name] = []
        for span, kind in zip(spans, told, strict=True):
            self.names += self._name(span, kind)

    def _parted(self, s: Sentence, a: int, b: int) -> list[Span]:
        """Part "Texas Governor Greg Abbott" into the title and the name behind it."""
        words = self._words
        lows = [w.text.lower() for w in words[a:b]]
        if known_kind(self._text(a, b)):
            return [Span(s, a, b)]
        place = self._of_place(a, b)
        if place > a:  # "president of Iceland Ann Lee"
            return [Span(s, a, place), Span(s, place, b)]
        while b - a > 1 and self._compound(words[a]):
            a, lows = a + 1, lows[1:]
        while b - a > 1 and self._compound(words[b - 1]):
            b, lows = b - 1, lows[:-1]
        gender = ""
        for k in range(len(lows) - 2, -1, -1):
            low = lows[k].rstrip(".") if lows[k] in TITLES else lows[k]
            if low in TITLES or lows[k] in TITLES:
                gender = TITLES.get(lows[k], TITLES.get(low, ""))
                rest = a + k + 1
                return [*self._lead(s, a, a + k), Span(s, rest, b, rest - 1, "title", gender)]
            named = k == 0 and words[a].text in given_names() and b - a == 2  # "Dean Brown"
            if lows[k] in ROLES and not named and self._personal(a + k + 1, b):
                start = a + k
                while start > a and (
                    words[start - 1].text.lower() in QUALIFIERS | ROLES
                    or words[start - 1].tag in {"AJ0", "NN1"}
                ):
                    start -= 1
                rest = a + k + 1
                return [*self._lead(s, a, start), Span(s, rest, b, start, "role", "")]
        if (
            lows[-1] in ROLES
            and b - a > 1
            and lows[-2] not in _JOINTS
            and words[b - 1].text not in given_names()
        ):
            start = b - 1  # "New Zealand Prime Minister" without a name
            while start > a and words[start - 1].text.lower() in QUALIFIERS | ROLES:
                start -= 1
            return self._lead(s, a, start)
        for k in range(a + 2, b - 1):
            if self._starts_person(k, a, b):
                return [*self._lead(s, a, k), Span(s, k, b)]
        if b - a > 2 and words[a + 1].text in given_names():
            heads = {lows[0], lows[-1]} & HEAD_WORDS
            if (
                not heads
                and words[a].text[-1] != "."
                and words[a].text not in given_names()
                and not known_kind(words[a].text)
            ):
                return [Span(s, a + 1, b)]  # "Marxist Rosa Winter"
        return [Span(s, a, b)]

    def _of_place(self, a: int, b: int) -> int:
        """Return the end of a place that an office before it is of, a for none."""
        words = self._words
        if a < 2 or words[a - 1].text != "of" or words[a - 2].text.lower() not in ROLES:
            return a
        ends = (k for k in range(b - 2, a, -1) if known_kind(self._text(a, k)) == "place")
        return next(ends, a)

    def _compound(self, word: Word) -> bool:
        """Whether a word is an ordinary one with a hyphen: "Prize-winner", "Pro-European"."""
        return "-" in word.text and self._runs.common(word)

    def _starts_person(self, k: int, a: int, b: int) -> bool:
        """Whether somebody's name follows a body's: "University of Leeds Mary Ward"."""
        words = self._words
        body = any(w.text.lower() in HEAD_WORDS for w in words[a:k])
        given = words[k].text in given_names() and words[k - 1].text.lower() not in _JOINTS
        behind = words[k + 1 : b]
        return body and given and not any(w.text.lower() in HEAD_WORDS for w in behind)

    def _lead(self, s: Sentence, a: int, b: int) -> list[Span]:
        """Return what stands before a title, if it is a name by itself."""
        while b > a and self._words[b - 1].text in {"'s", "’s", "'", "’"}:
            b -= 1
        return [Span(s, a, b)] if b > a and capital(self._words[a]) else []

    def _personal(self, a: int, b: int) -> bool:
        """Whether what stands behind a title can be a person."""
        text = self._text(a, b)
        kind = known_kind(text)
        if kind:
            return kind == "person"
        while b - a > 1 and re.fullmatch(r"[IVX]+", self._words[b - 1].text):
            b -= 1  # "Duke Otto IV"
        last = self._words[b - 1].text.lower()
        if last in ROLES or (last in HEAD_WORDS - SURNAMES and b - a > 1):
            return False
        if self._words[a].text in given_names():
            return True
        body = any(w.text.lower() in {"of", "for", "and", "&"} for w in self._words[a:b])
        if (
            a == b - 1
            and self._words[a - 1].text.istitle()
            and self._words[a - 1].text.lower() in OFFICES
        ):
            return last not in HEAD_WORDS | NOTHING  # "President Bush"
        return not (Kinds.head(last) or body or self._runs.common(self._words[b - 1]))

    def _text(self, a: int, b: int) -> str:
        out = ""
        for i in range(a, b):
            gap = i > a and self._words[i].start > self._words[i - 1].end
            out += (" " if gap else "") + self._words[i].text
        return out.replace("’", "'")

    def _alias(self, spans: list[Span]) -> None:
        """Link an acronym in brackets to the long form before it."""
        words = self._words
        self.aliases: dict[str, str] = {}
        for span in spans:
            a, b = span.first, span.last
            if b + 2 < len(words) and words[b].text == "(" and words[b + 2].text == ")":
                short = words[b + 1].text
                initials = "".join(w.text[0] for w in words[a:b] if w.text[0].isupper())
                if short.isupper() and 2 <= len(short) <= 7 and short[0] == initials[:1]:
                    self.aliases[short] = self._bare(self._text(a, b))

    def _spread(self, kinds: Kinds, spans: list[Span], told: list[str]) -> None:
        """Give what is named again the kind it has elsewhere, then what its surroundings tell."""
        found: dict[str, Counter[str]] = {}
        for span, kind in zip(spans, told, strict=True):
            if kind:
                text = self._bare(self._text(span.first, span.last))
                found.setdefault(text, Counter())[kind] += 1
        for k, span in enumerate(spans):
            text = self._bare(self._text(span.first, span.last))
            if not told[k] and text in found:
                told[k] = found[text].most_common(1)[0][0]
            elif not told[k] and self._persons.full(span):
                told[k] = "person"
        near: dict[str, Counter[str]] = {}
        for k, span in enumerate(spans):
            if not told[k] and (kind := kinds.near(span)):
                text = self._bare(self._text(span.first, span.last))
                near.setdefault(text, Counter())[kind] += 1
        for k, span in enumerate(spans):
            text = self._bare(self._text(span.first, span.last))
            if not told[k] and text in near and len(near[text]) == 1:
                told[k] = next(iter(near[text]))
        kinds_of = {
            self._bare(self._text(span.first, span.last)): kind
            for span, kind in zip(spans, told, strict=True)
            if kind
        }
        for k, span in enumerate(spans):
            long = self.aliases.get(self._text(span.first, span.last))
            if long:
                told[k] = kinds_of.get(long) or told[k] or "organisation"
        self._persons.gather(told)
        for k, span in enumerate(spans):
            if not told[k] and self._persons.full(span):
                told[k] = "person"
            elif not told[k] and kinds.weak(span):
                told[k] = "person"
                self._weak.add(self._words[span.first].text)
        self._persons.settle(told)

    @staticmethod
    def _bare(text: str) -> str:
        return text.removeprefix("The ").removeprefix("the ")

    def _name(self, span: Span, kind: str) -> list[Name]:
        kind = "" if kind == "none" else kind
        text = self._text(span.first, span.last)
        title = span.title if span.title >= 0 else span.first
        number = span.sentence.number
        if kind == "person":
            base, gender, sure = self._persons.base(span)
            sure = sure and base not in self._weak
            return [Name(span.first, span.last, kind, base, base, gender, number, sure, title)]
        base = self._bare(text)
        if kind == "place" and base.isupper() and known_kind(base.title()) == "place":
            base = base.title()  # a dateline: "OTTAWA –"
        value = self.aliases.get(base, base)
        if kind == "place":
            known = countries()
            code = known.codes.get(base)
            named = base in known.names.values()  # the Vatican has no other name
            value = base if named else known.names.get(code or "", base)
        elif kind == "organisation":
            value = known_organisations().get(base, value)
        elif kind == "thing":
            value = known_things().get(base, value)
        name = Name(span.first, span.last, kind, base, value, "", number, bool(kind), title)
        skip = span.last - span.first > 1 and self._words[span.first].text == "The"
        return [replace(name, first=span.first + 1, title=span.first + 1) if skip else name]
