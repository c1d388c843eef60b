"""What rules for dates share in every language: patterns, their search, and who claims what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from quiz.languages.date_context import Context
from quiz.languages.when import OPEN, When, as_relative, iso


class Found(NamedTuple):
    """A date in a text: offsets, what it means, and its ISO value."""

    start: int
    end: int
    when: When
    value: str


Reader = Callable[[re.Match[str], Context], list[Found]]


class Rule(NamedTuple):
    """A pattern, its reader, and its anchor: what stands in lower case near all it matches.

    Patterns begin with words that may be missing, so that searching them takes long; anchors
    are searched fast.
    """

    pattern: re.Pattern[str]
    read: Reader
    anchor: str


def rule(pattern: str, anchor: str, read: Reader) -> Rule:
    """Make a rule whose pattern minds no case."""
    return Rule(re.compile(pattern, re.IGNORECASE), read, anchor)


@cache
def _literals(anchor: str) -> tuple[str, ...]:
    """Return the words one of which stands where an anchor matches; none where it is no list."""
    bare = re.sub(r"\\b|\(\?:|\)", "", anchor)
    return tuple(bare.split("|")) if re.fullmatch(r"[\w |]+", bare) else ()


_REACH = 80
"""How far from its anchor a match may begin or end, in characters."""


class Searcher:
    """Searches one text for rules, near their anchors only."""

    def __init__(self, text: str) -> None:
        """Keep the text, and its lower case character by character."""
        self._text = text
        low = text.lower()
        if len(low) != len(text):
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        self._low = low
        self._near: dict[str, list[tuple[int, int]]] = {}

    def _windows(self, anchor: str) -> list[tuple[int, int]]:
        found = self._near.get(anchor)
        if found is None:
            found = self._near[anchor] = []
            for start, end in self._anchored(anchor):
                first = self._low.rfind(" ", 0, max(0, start - _REACH)) + 1
                last = self._low.find(" ", end + _REACH)
                last = len(self._low) if last < 0 else last
                if found and first <= found[-1][1]:
                    found[-1] = (found[-1][0], last)
                else:
                    found.append((first, last))
        return found

    def _anchored(self, anchor: str) -> list[tuple[int, int]]:
        """Return where an anchor stands, in order; words are sought as words, which is fast."""
        literal = _literals(anchor)
        if not literal:
            return [m.span() for m in re.finditer(anchor, self._low)]
        out: list[tuple[int, int]] = []
        for word in literal:
            at = self._low.find(word)
            while at >= 0:
                out.append((at, at + len(word)))
                at = self._low.find(word, at + len(word))
        return [m for m in sorted(out) if self._begins(anchor, m[0])]

    def _begins(self, anchor: str, at: int) -> bool:
        """Whether a word begins at an offset, where an anchor asks for that."""
        return not anchor.startswith(r"\b") or at == 0 or not self._low[at - 1].isalnum()

    def search(self, one: Rule) -> Iterator[re.Match[str]]:
        """Return the matches of a rule."""
        for first, last in self._windows(one.anchor):
            yield from one.pattern.finditer(self._text, first, last)


def found(m: re.Match[str], when: When, value: str | None = None) -> list[Found]:
    """Return what a whole match means."""
    return [Found(m.start(), m.end(), when, iso(when) if value is None else value)]


def yearless(when: When) -> tuple[When, str]:
    """Take the year from a time; what is left of its value is written `--06-17`."""
    bare = When(None, None, when.grain, when.month, when.day)
    return bare, re.sub(r"\d{4}-", "--", iso(when))


def relative(m: re.Match[str], when: When | None) -> list[Found]:
    """Return what a match means in its text only; without a meaning, that it is open."""
    return found(m, as_relative(when)) if when else found(m, OPEN)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with its words [first, last)."""

    first: int
    last: int
    found: Found


def read_dates(text: str, rules: Sequence[Rule], context: Context) -> list[Found]:
    """Return what the rules read, in the order of the text.

    Of matches that overlap, the rule that stands first has its words; every date is said to the
    context before what follows it is read.
    """
    searcher = Searcher(text)
    matches = [
        (m.start(), priority, m) for priority, one in enumerate(rules) for m in searcher.search(one)
    ]
    matches.sort(key=lambda match: match[:2])
    out: list[Found] = []
    at = 0
    while at < len(matches):
        reach, until = matches[at][2].end(), at + 1
        while until < len(matches) and matches[until][0] < reach:
            reach = max(reach, matches[until][2].end())
            until += 1
        taken: list[Found] = []
        for _, priority, m in sorted(matches[at:until], key=lambda match: match[1]):
            if not any(f.start < m.end() and m.start() < f.end for f in taken):
                taken += rules[priority].read(m, context)
        for f in sorted(taken, key=lambda f: f.start):
            context.say(f.start, f.when)
        out += taken
        at = until
    return sorted(out, key=lambda f: f.start)
