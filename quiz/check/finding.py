"""What the checker says: a finding, and how grave it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.banks.problems import Path


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    """The question cannot be answered fairly, or says what its source does not."""
    WARNING = "warning"
    """Something other than knowledge helps or hinders the answer."""
    ADVICE = "advice"
    """It works, and would work better otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a rule has found, in the words of the interface: what is wrong and what to write.

    `question` is the id of the question, empty where the bank as a whole is meant. `field` is the
    key of the bank format it is about, `item` the place in it, from 0, where it holds several:
    `distractors` and 2 for the third distractor. `other` is the id of another question that has a
    part in it.
    """

    code: str
    name: str
    severity: Severity
    message: str
    question: str = ""
    field: str = ""
    item: int | None = None
    other: str = ""

    def path(self, positions: Mapping[str, int]) -> Path:
        """Return the way to the value in a bank whose questions stand at `positions`, by id.

        Empty where the bank as a whole is meant.
        """
        path: Path = ()
        if self.question:
            path = ("questions", positions[self.question])
        if self.field:
            path = (*path, self.field)
        if self.item is not None:
            path = (*path, self.item)
            inside = _INSIDE.get(self.field)
            path = path if inside is None else (*path, inside)
        return path


_INSIDE = {"evidence": "quote", "sources": "path", "allow": "rule"}
