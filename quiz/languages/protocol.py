"""What a language must offer the generator, and the values that pass between them."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


class LanguageMissingError(Exception):
    """A language, or the dictionary it needs, is not installed; the message is for the user."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something found in an article: a typed span with a normalised value.

    `start` and `end` are character offsets into the article, `words` the half-open range of its
    words; `value` is an ISO date, interval or yearless `--MM-DD`, a number, or a name; `base` is
    the form a dictionary would list; `detail` is what only the language itself reads.
    """

    kind: str
    text: str
    start: int
    end: int
    value: str
    base: str
    sentence: int
    words: tuple[int, int]
    detail: object = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of running text: offsets into the article and a half-open range of words."""

    number: int
    start: int
    end: int
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A question before it is ranked: options are ordered from the best to the last resort.

    `quotes` are the sentences that prove it, to the letter and in the order of the article.
    A `timeless` one asks of something named what does not change: its stem needs no second name.
    """

    prompt: str
    answer: str
    rivals: tuple[str, ...]
    category: str
    explanation: str
    quotes: tuple[str, ...]
    sentence: int
    fact: Fact
    certainty: float
    note: str
    gap: bool = False
    timeless: bool = False


class Document(Protocol):
    """A text that a language has read once; everything else is asked of it."""

    @property
    def text(self) -> str:
        """The article, as it was given."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of running text, without headings and captions."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact in the order of the text."""


class Language(Protocol):
    """A language: reading, facts, questions, and what the rules of good questions ask of words."""

    code: str

    def read(self, text: str, published: date | None) -> Document:
        """Read an article: words, sentences and facts."""

    def published(self, text: str) -> date | None:
        """Return the day on which a text itself says that it was published, None if it does not."""

    def drafts(self, document: Document) -> list[Draft]:
        """Every question the language dares to ask of a document it has read."""

    def restyled(self, draft: Draft, document: Document) -> Draft:
        """Write a draft's options in a way in which its article does not write the key.

        The draft comes back as it was where there is no such way.
        """

    def knows(self, text: str) -> float:
        """How much of a text is in this language, from 0 to 1."""

    def lemmas(self, text: str) -> tuple[str, ...]:
        """Return the dictionary forms of a text's words, in order."""

    def anchors(self, stem: str) -> int:
        """Count what ties a stem to the world: names, numbers and quoted words (anchors.py)."""
