"""What the checker says: a finding, and how grave it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.banks.models import Bank
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

    def path(self, bank: Bank) -> Path:
        """Return the way to the value in `bank`; empty where the bank as a whole is meant."""
        path: Path = ()
        if self.question:
            ids = [question.id for question in bank.questions]
            if self.question not in ids:
                return ()
            path = ("questions", ids.index(self.question))
        if self.field:
            path = (*path, self.field)
        if self.item is not None:
            path = (*path, self.item)
        if self.field == "evidence" and self.item is not None:
            path = (*path, "quote")
        if self.field == "sources" and self.item is not None:
            path = (*path, "path")
        if self.field == "allow" and self.item is not None:
            path = (*path, "rule")
        return path
