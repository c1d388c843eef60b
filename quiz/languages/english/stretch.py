"""A run of words whose text is searched by patterns, and which of its words are taken already."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quiz.languages.english.words import Word


class Stretch:
    """Words [first, last) of a text, and which of them something has been read from."""

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        first: int,
        last: int,
        taken: Callable[[int], bool],
    ) -> None:
        """Keep the words; `taken` tells which of them are free no more."""
        self.text, self.words, self.first, self.last = text, words, first, last
        self.start, self.end = words[first].start, words[last - 1].end
        self._starts = [w.start for w in words[first:last]]
        self._ends = [w.end for w in words[first:last]]
        self._taken = {i for i in range(first, last) if taken(i)}

    def at(self, offset: int) -> int:
        """Return the word that an offset is in."""
        return self.first + max(0, bisect_right(self._starts, offset) - 1)

    def end_of(self, offset: int) -> int:
        """Return the word after what ends at an offset."""
        return self.first + bisect_left(self._ends, offset) + 1

    def free(self, start: int, end: int) -> bool:
        """Whether nothing has been read from these words."""
        return not any(i in self._taken for i in range(self.at(start), self.end_of(end)))

    def take(self, start: int, end: int) -> None:
        """Keep these words from whatever comes later."""
        self._taken.update(range(self.at(start), self.end_of(end)))
