"""The subject of a clause: a noun phrase with all that belongs to it, up to the finite verb."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quiz.languages.english.chunks import Phrase
from quiz.languages.english.tables import COLLECTIVE, DOERS, PERSON_NOUNS

if TYPE_CHECKING:
    from quiz.languages.english.line import Line

OPEN = frozenset({"pp", "prep", "inf", "ing", "ven", "adj", "adv", "date"})
"""Kinds of phrases that may follow a noun as part of what it says."""


@dataclass(slots=True)
class Subject:
    """A subject as one phrase, the number of its verb, and whether it is several.

    `relatives` are the clauses beside it that say something of it: the noun, the number of the
    relative pronoun and of the phrase behind the clause.
    """

    phrase: Phrase
    verb: int
    many: bool = False
    relatives: list[tuple[Phrase, int, int]] = field(default_factory=list)


class SubjectReader:
    """Reads a subject of a line of phrases."""

    def __init__(self, line: Line, end: int) -> None:
        """Take the line, and the phrase behind the last that may be read."""
        self._line = line
        self._end = end
        self._relatives: list[tuple[Phrase, int, int]] = []

    def read(self, i: int) -> Subject | None:
        """Return the subject that begins at phrase i."""
        line, end = self._line, self._end
        if i >= end or line.kind(i) != "np":
            return None
        start = line[i]
        gaps: list[tuple[int, int]] = []
        many, within = False, False
        j = i + 1
        while j < end:
            p = line[j]
            if p.kind == "verb":
                if within:
                    within = False
                    j += 1
                    continue
                return Subject(self._closed(start, gaps, i, j), j, many, self._relatives)
            if p.kind in OPEN:
                j += 1
            elif p.kind == "np":
                if line.kind(j - 1) in {"ing", "inf", "ven", "prep", "conj", "verb", "adv"}:
                    j += 1
                elif line.kind(j + 1) == "verb" and self._later_verb(j + 2):
                    within = True
                    j += 1
                else:
                    return None
            elif p.kind == "conj" and line.kind(j + 1) in OPEN | {"np"}:
                several = line.kind(j + 1) == "np"
                many |= several
                j += 2 if several else 1
            elif p.kind in {"rel", "that"} and not within:
                if not self._later_verb(j + 1, 2):
                    return None
                within = True
                j += 2 if line.kind(j + 1) == "np" else 1
            elif line.comma(j):
                step = self._beside(start, j)
                if step is None:
                    return None
                how, k = step
                if how == "list":
                    many = True
                elif how == "name":
                    start, gaps = line[j + 1], []
                else:
                    gaps.append((p.first, line[k - 1].last))
                j = k
            else:
                return None
        return None

    def _closed(self, start: Phrase, gaps: list[tuple[int, int]], i: int, verb: int) -> Phrase:
        """Return the subject up to the adverbs and the comma before its verb."""
        line = self._line
        last = verb
        while last - 1 > i and line.kind(last - 1) == "adv":
            last -= 1
        closing = line[last - 1]
        stop = closing.first if line.comma(last - 1) else closing.last
        inner = tuple((a, min(b, stop)) for a, b in gaps if a < stop)
        return Phrase("np", start.first, stop, start.head, inner)

    def _later_verb(self, j: int, count: int = 1) -> bool:
        """Whether so many verbs follow before a comma or another clause."""
        for k in range(j, self._end):
            if self._line.kind(k) == "verb":
                count -= 1
                if not count:
                    return True
            if self._line.kind(k) in {"point", "sub"}:
                return False
        return False

    def _beside(self, start: Phrase, j: int) -> tuple[str, int] | None:
        """Read what a comma opens at j beside a subject: ("list" | "name" | "aside", next)."""
        line = self._line
        after = line.kind(j + 1)
        if after == "verb":
            close = self._participle(j + 1)
            return "aside", close + 1 if close is not None else j + 1
        before = Phrase("np", start.first, line[j - 1].last, start.head)
        if after == "rel" or (after == "prep" and line.kind(j + 2) == "rel"):
            close = line.closing(j + 1, self._end, clause=True)
            if close is None:
                return None
            if after == "rel":
                self._relatives.append((before, j + 1, close))
            return "aside", close + 1
        commas, verb, relative = self._commas(j + 1)
        if verb is None:
            return None
        join = self._join(j, verb)
        if after == "np" and join is not None and (not commas or join > commas[-1]):
            return "list", join + 2
        if not commas:
            alone = after == "np" and line.name(j + 1) and verb == j + 2
            return ("name", j + 2) if alone else None
        close = commas[0]
        named = after == "np" and line.name(j + 1) and close == j + 2
        bare = line.words[start.head].tag == "NN1"
        if named and bare and all(line.kind(n) == "adv" for n in range(j + 3, verb)):
            return "name", j + 3
        if relative is not None and relative < close:
            self._relatives.append((before, relative, close))
        goes_on = line.kind(close + 1) in {"verb", "adv", "conj"}
        return "aside", close + 1 if goes_on else close

    def _participle(self, i: int) -> int | None:
        """Return the comma behind a participle that looks like a past tense: ", built in 1972,"."""
        line = self._line
        verb = line[i]
        if verb.last - verb.first > 1 or line.words[verb.head].tag not in {"VVD", "VVN"}:
            return None
        for k in range(i + 1, self._end):
            if line.kind(k) == "verb":
                return None
            if line.comma(k):
                return k if line.kind(k + 1) in {"verb", "adv"} else None
        return None

    def _join(self, j: int, verb: int) -> int | None:
        """Return the last "and" before a noun, where only nouns stand between it and comma j."""
        line = self._line
        joins = [
            k for k in range(j + 1, verb) if line.kind(k) == "conj" and line.kind(k + 1) == "np"
        ]
        if not joins:
            return None
        inner = line.phrases[j : joins[-1] + 1]
        alike = all(p.kind in {"np", "pp", "adj", "conj"} or line.marked(p, ",") for p in inner)
        return joins[-1] if alike else None

    def _commas(self, i: int) -> tuple[list[int], int | None, int | None]:
        """Return the commas up to the verb a subject is of, that verb, and a relative pronoun.

        A verb that follows a relative pronoun belongs to that.
        """
        line = self._line
        commas: list[int] = []
        opened, relative = 0, None
        for k in range(i, self._end):
            kind = line.kind(k)
            if kind in {"rel", "that", "sub"}:
                opened += 1
                relative = k if kind == "rel" and relative is None else relative
            elif kind == "verb":
                if not opened:
                    return commas, k, relative
                opened -= 1
            elif line.comma(k) and not opened:
                commas.append(k)
        return commas, None, relative


def read_subject(line: Line, i: int, end: int) -> Subject | None:
    """Return the subject that begins at phrase i, None where it cannot be read for certain."""
    return SubjectReader(line, end).read(i)


def timed(line: Line, subject: Phrase, verb: int) -> tuple[Phrase, tuple[Phrase, ...]]:
    """Return a subject without the date behind it that tells when its verb happened, and that date.

    "Police on Friday" is such a date, for people and bodies have none of their own; so is "a storm
    yesterday". "The meeting on Friday" keeps it.
    """
    words, last = line.words, line[verb - 1]
    daily = last.first == last.head and words[last.head].text.lower() in {"yesterday", "today"}
    if daily and last.last == subject.last and not subject.gaps and last.first > subject.head:
        return replace(subject, last=last.first), (last,)
    if last.kind != "date" or last.first != subject.head + 1 or subject.gaps:
        return subject, ()
    spoken_of = range(subject.first, subject.last)
    doer = any(words[i].lemma.lower() in PERSON_NOUNS | COLLECTIVE | DOERS for i in spoken_of)
    group = next(line[k] for k in range(verb, len(line.phrases)) if line.kind(k) == "verb")
    acts = not any(words[i].tag.startswith("VB") for i in group.indices())
    new = words[subject.first].text.lower() in {"a", "an"} and acts
    bare = last.first == last.head
    named = words[subject.head].tag == "NP0" and words[last.head].tag == "AV0"
    if not (named or ((doer or new) and (bare or words[last.first].text.lower() == "on"))):
        return subject, ()
    return replace(subject, last=last.first), (last,)
