"""What may be a name, before it is known what it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.languages.protocol import Sentence


@dataclass(frozen=True, slots=True)
class Span:
    """What may be a name: a sentence, words [first, last), and the title or role before it."""

    sentence: Sentence
    first: int
    last: int
    title: int = -1
    titled: str = ""
    gender: str = ""
