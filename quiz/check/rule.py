"""What a rule is, what it is asked about, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from quiz.banks.models import Bank
    from quiz.check.asked import Asked
    from quiz.check.finding import Severity
    from quiz.check.quotes import SourceText

Scope = Literal["question", "bank", "banks", "allow"]
"""What a rule's function is given: an Asked; a Volume; a sequence of Asked, of one language and of
all the banks checked together; or nothing, where the engine itself finds it."""


class Mark(NamedTuple):
    """What a rule says, and about what; the engine adds which rule it was.

    `asked` may be left out by a rule on one question; elsewhere None means the bank.
    """

    message: str
    field: str = "prompt"
    item: int | None = None
    asked: Asked | None = None
    other: Asked | None = None


def place(option: int) -> tuple[str, int | None]:
    """Return the field and the item of an option, counted from 0, the answer."""
    return ("answer", None) if option == 0 else ("distractors", option - 1)


@dataclass(frozen=True, slots=True)
class Volume:
    """A bank that is checked: its questions but the retired, and the texts of its sources.

    `texts` holds a text by the id of its source, but of no source without a path; it is None where
    no file is read.
    """

    bank: Bank
    asked: tuple[Asked, ...]
    texts: Mapping[str, SourceText] | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of good questions.

    `inflects` says that it needs dictionary forms, `reads` that it needs the texts of sources.
    The hundreds of the code are its family: NQ1 what gives the key away, NQ2 the options, NQ3 the
    stem, NQ4 proof and time, NQ5 the bank as a whole, NQ9 the rules themselves. A code, once given,
    keeps its meaning.
    """

    code: str
    name: str
    severity: Severity
    find: Callable[[Any], Iterator[Mark]]
    scope: Scope = "question"
    inflects: bool = False
    reads: bool = False
