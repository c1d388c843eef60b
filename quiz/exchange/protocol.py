"""What a foreign format is: how its files are read, written and told from others.

Reading is in two steps. A format's reader says what stands in the file, question by question, as
items; `quiz.exchange.assemble` makes questions of a bank from them, by the same rules for every
format. What cannot be taken over is never dropped: it comes out as a `Skipped` with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from quiz.base.errors import QuizError
from quiz.base.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quiz.banks.models import Bank
    from quiz.exchange.peek import Peek

MOST = 50_000
"""How many questions one file may hold: a bank larger than that is no use to anyone."""
SURELY = 10_000
"""So many it may hold however short they are."""
_SHORTEST = 80
"""Bytes of a question, beyond so many: a stem, four options and the marks between them."""


def most_in(size: int) -> int:
    """Return how many questions a file of `size` bytes may hold.

    What has more was made by no person and no program for teaching; it would cost much to read for
    its size.
    """
    return min(MOST, max(SURELY, size // _SHORTEST))


class UnreadableError(QuizError):
    """A file cannot be read as what it is said to be; the text is one line that says why."""


class Skipped(NamedTuple):
    """A question that is not taken over, and why.

    `line` counts lines, rows or notes of the file from 1; on the way out it is 0.
    """

    line: int
    what: str
    """The beginning of its text, or its id."""
    reason: str


@dataclass(frozen=True, slots=True)
class Option:
    """One option of an item. `weight` is its share of the points in percent, if it has its own."""

    text: str
    right: bool
    feedback: str = ""
    weight: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A multiple-choice or true/false question as it stands in a foreign file, in plain text.

    A true/false question says whether its statement holds in `truth`; its options are none, or the
    feedback on "true" and on "false", whose texts are left empty.
    """

    line: int
    prompt: str
    options: tuple[Option, ...] = ()
    truth: bool | None = None
    id: str = ""
    """Its id where the format has ids; it is kept as it is."""
    title: str = ""
    explanation: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    seconds: int | None = None
    difficulty: int | None = None
    shuffle: bool | None = None
    """None where the file does not say: then only "true" and "false" keep their order."""
    note: str = ""
    evidence: tuple[tuple[str, str], ...] = ()
    """Quotes, each with the title of its source."""
    left_out: tuple[str, ...] = ()
    """What the question holds beyond that and the bank cannot, in words for a person."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a file is to be written: the first three are for test sheets.

    `now` is the time in seconds since 1970, by which Anki tells what is newer.
    """

    seed: int = 0
    variants: int = 2
    key: bool = False
    now: float = 0.0


class Writing(NamedTuple):
    """A foreign file, what did not fit into it, and what a person should know of the rest."""

    data: bytes
    written: int
    """How many questions are in it."""
    skipped: tuple[Skipped, ...] = ()
    told: tuple[str, ...] = ()
    too_long: tuple[Skipped, ...] = ()
    """Those of the skipped that would fit if they were shorter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A foreign format; what it cannot do is None."""

    name: str
    """What the command line calls it."""
    title: str
    """What people call it."""
    suffix: str
    """How the names of its files end."""
    holds: frozenset[str]
    """The fields of a question, beside its text and options, that survive in it."""
    recognise: Callable[[Peek], bool] | None
    """Whether a file looks like one of this format."""
    read: Callable[[bytes], Iterator[Item | Skipped]] | None
    """Says what stands in a file, in its order. Raises UnreadableError, also after some items."""
    write: Callable[[Bank, Wishes], Writing] | None
    """Writes a bank."""
    limit: Callable[[int], int] = int
    """The time limit it has, in seconds, that comes nearest to one of a bank."""


def excerpt(text: str) -> str:
    """Shorten a text so that a person recognises it in a message of one line."""
    line = one_line(text[:400])
    return line if len(line) <= 60 else line[:59].rstrip() + "…"
