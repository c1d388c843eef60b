"""Looking a quote up in its source, however either is broken into lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from quiz.base.fold import fold

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class SourceText:
    """The text of a source, or why it cannot be read; what looking up takes is worked out once."""

    text: str = ""
    problem: str = ""

    def has(self, quote: str) -> bool:
        """Whether the text holds a quote to the letter."""
        return _plain(quote) in self._in_one_line

    def nearly_has(self, quote: str) -> bool:
        """Whether the text holds a quote but for case, quotation marks and other punctuation."""
        return _letters(quote) in self._without_marks

    @cached_property
    def _in_one_line(self) -> str:
        return _plain(self.text)

    @cached_property
    def _without_marks(self) -> str:
        return _letters(self._in_one_line)


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _letters(text: str) -> str:
    return _plain(re.sub(r"[^\w\s]", "", fold(text)))
