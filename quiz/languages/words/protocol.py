"""What the checker asks of a language: words, their dictionary forms, phrases and agreement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Agreement = Literal["number", "gender", "article", "preposition", "form"]
"""In what an option can fail to fit its stem or the others; the form is a case or a gender."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a number of a text; the same word is the same token wherever it stands.

    `lemmas` are its dictionary forms in lower case, the likeliest first; the word itself, in lower
    case, where no dictionary knows it. `content` says that it carries meaning: it is neither a
    function word nor one that every question has, such as "year" or "which".
    """

    text: str
    lemmas: tuple[str, ...]
    content: bool

    @property
    def number(self) -> bool:
        """Whether it is written in digits."""
        return self.text[0].isdigit()


@dataclass(frozen=True, slots=True)
class Misfit:
    """An option that grammar rules out, or the key where it alone fits otherwise.

    `option` counts from 0, the answer; `expected` is what the others or the stem call for.
    """

    option: int
    kind: Agreement
    expected: str = ""


class Words(Protocol):
    """A language as the checker knows it; every answer depends on the text alone."""

    code: str
    inflects: bool
    """Whether dictionary forms are known; False where the dictionary is not installed."""

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Cut a text into its words and numbers."""

    def find(self, kind: str, text: str) -> str:
        """Return the first phrase of a kind (data/words.CODE.toml) in a text, or nothing.

        What stands between quotation marks, and a name, which begins with a capital letter inside
        the text, is no such phrase.
        """

    def name(self, text: str) -> tuple[str, ...]:
        """Return the dictionary forms that two inflections of a name share, without articles."""

    def acts(self, text: str) -> bool:
        """Whether an option is what somebody does, and no thing: it begins with an infinitive."""

    def misfits(self, stem: str, options: Sequence[str]) -> Iterator[Misfit]:
        """Find the options, of which the answer is the first, that grammar tells apart."""
