"""Choosing among drafts: certain and salient ones, spread over kinds and over the article."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.generate.guessing import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quiz.languages import Draft
    from quiz.languages.protocol import Document

Lemmas = tuple[str, ...]
YEARLY = frozenset({"rok", "roku"})
"""Words beside which four figures are a year."""
_YEAR = re.compile(r"\d{4}")
ALIKE = 0.5
"""Two stems that share this part of their words ask for the same thing."""
RELATED = 0.25
"""Two stems on one sentence that share this part of their words speak of the same thing."""
SAME = 0.6
"""Two gaps that share this part of their words are gaps in one sentence."""
WIDEST = 10
"""So many drafts of a sentence, the best of them, are weighed against one another."""
EACH = 0.15
"""What every further question of a sentence must be worth at the least."""
GUESSED = 0.3
"""What it costs a draft that its key is what the article names most."""
GAP = 0.2
"""What it costs a draft to be a gap and no question; half of that where a number is missing, for
there the gap says no less than "how many"."""
MOST = 1000
"""So many drafts, the best of them, compete: nobody plays as many questions on a day's news."""
A_SENTENCE = 3
"""So many questions a sentence bears."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A draft with the article it is from, its worth, and the words of its texts."""

    draft: Draft
    article: int
    worth: float
    prompt: Lemmas
    answer: Lemmas
    explanation: Lemmas


def _plain(text: str) -> Lemmas:
    return tuple(sorted(words(text)))


def _within(part: Lemmas, whole: Lemmas) -> bool:
    """Whether the words of one text stand together in the other."""
    n = len(part)
    if n == 0 or part[0] not in whole:
        return False
    return any(whole[i : i + n] == part for i in range(len(whole) - n + 1))


def _shared(one: Lemmas, other: Lemmas) -> float:
    a, b = _apart_from_year(one), _apart_from_year(other)
    return len(a & b) / max(1, min(len(a), len(b)))


def _apart_from_year(text: Lemmas) -> set[str]:
    """Return the words of a text without its year: two events of one year are not yet one event."""
    found = set(text)
    return {w for w in found - YEARLY if not _YEAR.fullmatch(w)} if found & YEARLY else found


def gives_away(told: Ranked, asked: Ranked) -> bool:
    """Whether one question's stem or explanation states what the other asks for.

    A name in both is no answer yet: the two must be about the same thing, one sentence or one set
    of words.
    """
    if told.article != asked.article:
        return False
    near = told.draft.sentence == asked.draft.sentence
    named = near and asked.draft.fact.text in told.draft.prompt
    stands = _within(asked.answer, told.prompt)
    if named or stands:
        shared = _shared(told.prompt, asked.prompt)
        if shared >= (RELATED if near else ALIKE):
            return True
    if not _within(asked.answer, told.explanation):
        return False
    rest = [w for w in asked.prompt if w not in asked.answer]
    told_of = set(told.explanation)
    return sum(w in told_of for w in rest) >= 0.8 * max(1, len(rest))


def repeats(one: Ranked, other: Ranked) -> bool:
    """Whether two drafts ask for the same thing, or differ only in which word is missing."""
    if one.draft.prompt == other.draft.prompt:
        return True
    if one.draft.answer.casefold() == other.draft.answer.casefold():
        return _shared(one.prompt, other.prompt) >= ALIKE
    both = one.draft.gap and other.draft.gap and one.draft.fact.kind != other.draft.fact.kind
    return both and _shared(one.prompt, other.prompt) >= SAME


def _apart(one: Ranked, other: Ranked) -> bool:
    """Whether two drafts can stand in one bank."""
    near = (one.article, one.draft.sentence) == (other.article, other.draft.sentence)
    if near and (_within(one.answer, other.answer) or _within(other.answer, one.answer)):
        return False
    return not (repeats(one, other) or gives_away(one, other) or gives_away(other, one))


def _fact(r: Ranked) -> tuple[int, str, str, int]:
    d = r.draft
    where = -1 if d.fact.kind == "role" else d.sentence
    return r.article, d.fact.kind, d.fact.value or d.fact.base, where


def together(drafts: Sequence[Ranked]) -> list[Ranked]:
    """Return the drafts of one sentence that bear the most when they are asked side by side.

    The best question alone may give away two others that are nearly as good: the most valuable
    set of at most A_SENTENCE that agree with one another is taken, whole.
    """
    pool = sorted(drafts, key=lambda r: (-r.worth, r.draft.prompt))[:WIDEST]
    agree = [
        [i < j and _fact(a) != _fact(b) and _apart(a, b) for j, b in enumerate(pool)]
        for i, a in enumerate(pool)
    ]
    best: tuple[float, tuple[int, ...]] = (0.0, ())

    def widen(chosen: tuple[int, ...], worth: float) -> None:
        nonlocal best
        best = max(best, (worth, chosen), key=lambda found: found[0])
        if len(chosen) < A_SENTENCE:
            for j in range(chosen[-1] + 1 if chosen else 0, len(pool)):
                if all(agree[i][j] for i in chosen):
                    widen((*chosen, j), worth + max(pool[j].worth - EACH, 0.01))

    widen((), 0.0)
    return [pool[i] for i in best[1]]


Named = Counter[tuple[str, str]]
"""How often an article has a fact of a kind and value."""


def salience(draft: Draft, named: Named, sentences: int) -> float:
    """Return how much an article of so many sentences is about what a draft asks, from 0 to 1.

    What is named often and what stands early matters: half of it for each.
    """
    often = named[draft.fact.kind, draft.fact.value]
    last = max(sentences - 1, 1)
    return 0.5 * min(often, 4) / 4 + 0.5 * (1 - min(draft.sentence, last) / last)


def _salient(document: Document | None) -> Callable[[Draft], float]:
    if document is None:
        return lambda _: 0.0
    named = Counter((f.kind, f.value) for f in document.facts)
    count = len(document.sentences)
    return lambda draft: salience(draft, named, count)


def order(
    groups: Sequence[tuple[Sequence[Draft], Document | None]],
    lemmas: Callable[[str], Lemmas] = _plain,
    guessed: Callable[[Draft], float] = lambda _: 0.0,
    beside: Sequence[Ranked] = (),
) -> list[Ranked]:
    """Return every draft that is worth asking beside the others, best first.

    `groups` are the drafts of each article with the document they are of, `lemmas` the dictionary
    forms of a text, `guessed` how far (0 to 1) a draft's key is found without the article. A draft
    is left out that asks for a fact again, gives another away or is given away by it; so is what
    does not go with those that are asked already: what is `beside`.
    """
    pool = [
        Ranked(
            draft, number,
            draft.certainty + 0.15 * salient(draft) - GUESSED * guessed(draft)
            - (GAP if draft.category != "numbers" else GAP / 2) * draft.gap,
            lemmas(draft.prompt), lemmas(draft.answer), lemmas(draft.explanation),
        )
        for number, (drafts, document) in enumerate(groups)
        for salient in (_salient(document),)
        for draft in drafts
    ]  # fmt: skip
    by_sentence: dict[tuple[int, int], list[Ranked]] = {}
    for r in pool:
        by_sentence.setdefault((r.article, r.draft.sentence), []).append(r)
    pool = [r for group in by_sentence.values() for r in together(group)]
    if len(pool) > MOST:
        pool = sorted(pool, key=lambda r: -r.worth)[:MOST]
    chosen: list[Ranked] = list(beside)
    kinds: Counter[str] = Counter()
    sentences: Counter[tuple[int, int]] = Counter()
    keys: Counter[str] = Counter()
    articles: Counter[int] = Counter()
    facts: set[tuple[int, str, str, int]] = set()

    def enter(r: Ranked) -> None:
        facts.add(_fact(r))
        kinds[r.draft.category] += 1
        sentences[r.article, r.draft.sentence] += 1
        keys[r.draft.answer.casefold()] += 1
        articles[r.article] += 1

    for r in beside:
        enter(r)

    def value(r: Ranked) -> tuple[float, int, int, int, str]:
        d = r.draft
        spread = 0.06 * kinds[d.category] / (1 + 0.1 * len(chosen))
        spread += 0.15 * sentences[r.article, d.sentence] + 0.06 * keys[d.answer.casefold()]
        spread += 0.04 * articles[r.article]
        return r.worth - spread, -r.article, -d.sentence, -d.fact.start, d.prompt

    while pool:
        at = max(range(len(pool)), key=lambda i: value(pool[i]))
        best = pool.pop(at)
        if _fact(best) not in facts and all(_apart(best, c) for c in chosen):
            chosen.append(best)
            enter(best)
    return chosen[len(beside) :]


def rank(
    drafts: Iterable[Draft],
    count: int | None = None,
    document: Document | None = None,
    lemmas: Callable[[str], Lemmas] = _plain,
) -> list[Draft]:
    """Return the best drafts of one article, best first."""
    return [r.draft for r in order([(list(drafts), document)], lemmas)][:count]
