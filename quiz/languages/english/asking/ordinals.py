"""A gap for the how-manieth something was: "the 22nd edition", "his third term"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.chance import chance, mixed
from quiz.languages.english.asking.wording import GAP, Stem
from quiz.languages.english.date_words import ORDINAL
from quiz.languages.protocol import Fact

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.statements import Statement

NOTE = "A gap in a sentence: check that no other number is right."
FIGURES = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
BEFORE = frozenset({"the", "his", "her", "its", "their", "'s", "’s", "for"})
PARTS = frozenset(
    {
        "half", "quarter", "third", "place", "party", "century", "floor", "world", "person", "name",
        "hand", "class", "degree", "time", "home", "language", "lady", "thought", "order", "cousin",
    }
)  # fmt: skip
"""Nouns with which an ordinal tells no place in a row, or one of few."""
STEPS = (-1, 1, 2, -2, 3, -3, 4)


def ordinals(ask: Asker, s: Statement, whole: Stem) -> None:
    """Leave a gap for every ordinal but "first" that counts something."""
    words = ask.doc.words
    for part in s.parts:
        if part.text:
            continue
        for i in part.indices():
            value = _value(words[i].text)
            after = words[i + 1] if i + 1 < part.last else None
            if words[i].text[0].isupper():
                continue  # "the Eleventh Doctor" is a name
            if value < 2 or after is None or ask.standing.fact(i) or i in ask.doc.dated:
                continue
            if words[i - 1].text.lower() not in BEFORE or after.text.lower() in PARTS:
                continue
            if not after.text[0].isalpha() or after.tag in {"PRF", "PRP", "NN2", "AJS", "CJC"}:
                continue
            _ask(ask, s, whole, i, value)


def ranked(ask: Asker, s: Statement) -> bool:
    """Whether a statement has an ordinal at all."""
    words = ask.doc.words
    return any(_value(words[i].text) > 1 for p in s.parts if not p.text for i in p.indices())


def _value(text: str) -> int:
    """Return what an ordinal is worth, 0 where a word is none."""
    m = FIGURES.fullmatch(text)
    return int(m[1]) if m else ORDINAL.get(text.lower(), 0)


def _written(value: int) -> str:
    """Write an ordinal in figures."""
    teens = 10 <= value % 100 <= 20
    return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _ask(ask: Asker, s: Statement, whole: Stem, i: int, value: int) -> None:
    word = ask.doc.words[i]
    if len(re.findall(rf"\b{re.escape(word.text)}\b", whole.text)) != 1:
        return
    body = re.sub(rf"\b{re.escape(word.text)}\b", GAP, whole.text)
    if any(mark in body for mark in '“”"«»'):
        return
    near = [value + n for n in STEPS if value + n > 1]
    others = mixed(chance(ask.doc.text[:80], word.text, "ordinal"), near)
    rivals = [_written(n) for n in others]
    fact = Fact(
        "number", word.text, word.start, word.end, str(value), word.text, s.sentence.number,
        (i, i + 1),
    )  # fmt: skip
    stem = Stem(f"Complete the sentence: “{body}”", whole.sentences)
    ask.add(
        s, stem, _written(value), rivals, "numbers", fact, 0.6, NOTE, explanation=whole.text,
        gap=True,
    )  # fmt: skip
