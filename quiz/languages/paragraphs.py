"""Paragraphs of a text and the numbers of its sentences' words, whatever the language."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from quiz.languages.protocol import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TITLE, _LINE = 160, 60
"""Characters: a title is shorter, and a line that is wrapped by hand is longer."""


def paragraphs(text: str, endings: str) -> list[tuple[int, int]]:
    """Return the offsets of paragraphs; hard-wrapped lines are one, headings are none.

    `endings` are the characters that a sentence can end in.
    """
    out: list[tuple[int, int]] = []
    start = end = -1
    for m in re.finditer(r"[^\n]*\n?", text):
        line = m.group().rstrip()
        if not line.strip():
            if start >= 0:
                out.append((start, end))
            start = -1
            continue
        if start >= 0 and (text[end - 1] in endings or not line.lstrip()[0].islower()):
            previous = text[start:end].rsplit("\n", 1)[-1]
            if text[end - 1] in endings or len(previous) < _LINE:
                out.append((start, end))
                start = -1
        if start < 0:
            start = m.start()
        end = m.start() + len(line)
    if start >= 0:
        out.append((start, end))
    return out


def is_title(text: str, bounds: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether a paragraph of those at `bounds` is the article's title."""
    start, end = bounds[number]
    alone = len(bounds) > 1 and text[end : end + 2] == "\n\n"
    return number == 0 and alone and end - start < _TITLE


def numbered(spans: Iterable[tuple[int, int, int]], starts: Sequence[int]) -> tuple[Sentence, ...]:
    """Return the sentences at spans of start, end and paragraph, in order, with their words.

    `starts` are the offsets of all words; what has no word is no sentence.
    """
    out: list[Sentence] = []
    last = 0
    for start, end, paragraph in spans:
        first = bisect_left(starts, start, last)
        last = bisect_left(starts, end, first)
        if last > first:
            out.append(Sentence(len(out), start, end, first, last, paragraph))
    return tuple(out)
