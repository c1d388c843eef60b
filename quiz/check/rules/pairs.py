"""Questions that repeat each other, or of which one says what the other asks.

Every rule looks at the questions of one language, in whatever bank, and takes time in proportion to
their number: what cannot be alike is never compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from quiz.banks.problems import shown
from quiz.base.language import _
from quiz.check.alike import CROWD, LATEST, candidates
from quiz.check.finding import Severity
from quiz.check.rule import Mark, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.check.asked import Asked

ALIKE = 0.6
"""The share of content words, of those in either stem, from which on two stems with one answer ask
the same; and the share of one stem's that another has to hold to give it away."""

_LONGEST_ANSWER = 8  # words of an answer that is looked for in stems


def duplicate(questions: Sequence[Asked]) -> Iterator[Mark]:
    """Find questions with the same stem as an earlier one."""
    first: dict[str, Asked] = {}
    for asked in questions:
        earlier = first.setdefault(asked.folded_stem, asked)
        if earlier is asked:
            continue
        if earlier.key == asked.key:
            message = _("{other} asks the same: leave one of the two out")
        else:
            message = _(
                "{other} asks the same and has another answer: mend the one that is wrong, or say "
                "in the stem what tells them apart"
            )
        yield Mark(message.format(other=shown(earlier.question.id)), asked=asked, other=earlier)


def near_duplicate(questions: Sequence[Asked]) -> Iterator[Mark]:
    """Find questions with the answer, and most words, of an earlier one."""
    by_answer: defaultdict[tuple[str, ...], list[Asked]] = defaultdict(list)
    for asked in questions:
        by_answer[asked.key].append(asked)
    for same in by_answer.values():
        if len(same) > 1:
            yield from _near(same)


def _near(same: Sequence[Asked]) -> Iterator[Mark]:
    told: set[int] = set()
    for earlier, later in candidates([asked.content for asked in same], ALIKE):
        one, two = same[earlier], same[later]
        if later in told or one.folded_stem == two.folded_stem:
            continue
        both, either = one.content & two.content, one.content | two.content
        if len(both) > 1 and len(both) >= ALIKE * len(either) and _numbers(one) == _numbers(two):
            told.add(later)
            message = _(
                "{other} asks nearly the same and has the same answer: leave one of the two out, "
                "or ask for something else"
            )
            yield Mark(message.format(other=shown(one.question.id)), asked=two, other=one)


def _numbers(asked: Asked) -> frozenset[str]:
    return frozenset(word for word in asked.content if word[0].isdigit())


def gives_away(questions: Sequence[Asked]) -> Iterator[Mark]:
    """Find stems that state the answer of another question, in what else it asks about."""
    index = _Answers(questions)
    for giver in questions:
        for asked in index.stated_in(giver):
            message = _(
                "this stem says the answer of {other}, {answer}: ask without it, or leave one of "
                "the two out"
            )
            text = message.format(
                other=shown(asked.question.id), answer=shown(asked.question.answer)
            )
            yield Mark(text, asked=giver, other=asked)
            break


class _Answers:
    """Questions by their answers and, of those, by the rarest words of their stems."""

    def __init__(self, questions: Sequence[Asked]) -> None:
        self._frequency = Counter(word for asked in questions for word in asked.content)
        self._by_answer: defaultdict[tuple[str, ...], list[Asked]] = defaultdict(list)
        for asked in questions:
            if 0 < len(asked.key) <= _LONGEST_ANSWER:
                self._by_answer[asked.key].append(asked)
        self._lengths = sorted({len(key) for key in self._by_answer})
        self._crowds = {
            key: self._by_word(crowd)
            for key, crowd in self._by_answer.items()
            if len(crowd) > CROWD
        }

    def _by_word(self, crowd: Sequence[Asked]) -> dict[str, list[Asked]]:
        """Index questions by the words of which a stem that gives them away has at least one."""
        index: defaultdict[str, list[Asked]] = defaultdict(list)
        for asked in crowd:
            words = sorted(_topic(asked), key=lambda word: (self._frequency[word], word))
            for word in words[: int((1 - ALIKE) * len(words)) + 1]:
                index[word].append(asked)
        return index

    def stated_in(self, giver: Asked) -> Iterator[Asked]:
        """Return the questions whose answers a stem states."""
        stem = giver.stem_forms
        for length in self._lengths:
            for at in range(len(stem) - length + 1):
                key = stem[at : at + length]
                for asked in self._with(key, giver):
                    if asked is not giver and asked.key != giver.key and _about(giver, asked):
                        yield asked

    def _with(self, key: tuple[str, ...], giver: Asked) -> Sequence[Asked]:
        found = self._by_answer.get(key, ())
        if key not in self._crowds:
            return found
        words = self._crowds[key]
        near = [asked for word in sorted(giver.content) for asked in words.get(word, ())[:LATEST]]
        return list(dict.fromkeys(near))


def _topic(asked: Asked) -> frozenset[str]:
    return asked.content - set(asked.key)


def _about(giver: Asked, asked: Asked) -> bool:
    """Whether a stem holds enough of another's words to be about the same."""
    topic = _topic(asked)
    both = topic & giver.content
    words = sum(not word[0].isdigit() for word in both)
    return words > 1 and len(both) >= ALIKE * len(topic)


RULES = (
    Rule("NQ501", "duplicate", Severity.ERROR, duplicate, "banks"),
    Rule("NQ502", "near-duplicate", Severity.WARNING, near_duplicate, "banks", inflects=True),
    Rule("NQ503", "gives-away", Severity.WARNING, gives_away, "banks", inflects=True),
)
