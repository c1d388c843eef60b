"""What is to be said about a question: what keeps it from being one, and what could be better."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from quiz.app import words
from quiz.banks.desk import examine_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quiz.banks.models import Bank, Question
    from quiz.check.finding import Finding


class Remark(NamedTuple):
    """One remark, for a person."""

    field: str
    """The key of the format that it is about; an element of an array has its position behind it,
    as in `distractors.0`."""
    message: str
    grave: bool
    """It keeps the question from being valid."""
    code: str = ""
    """The checker's rule, and how grave it is."""

    def told(self) -> Content:
        """Return the remark in one line, with a mark that says how grave it is."""
        mark = (f"{words.WRONG} ", "bold $wrong") if self.grave else (f"{words.NOTE} ", "$signal")
        code = (f"  {self.code}", "$faint") if self.code else ""
        return Content.assemble(mark, self.message, code)


def examined(
    form: Mapping[str, object], bank: Bank, name: str
) -> tuple[Question | None, list[Remark]]:
    """Return the question that the fields of a form hold, or what keeps them from being one.

    `name` is the id of the question that is edited, empty for a new one.
    """
    question, findings = examine_question(form, bank, itself=name)
    remarks = [
        Remark(_field(finding.path), _sentence(finding.message), True) for finding in findings
    ]
    return question, remarks


def _field(path: Iterable[str | int]) -> str:
    return ".".join(str(part) for part in list(path)[:2])


def _sentence(message: str) -> str:
    return message[:1].upper() + message[1:]


def from_findings(findings: Iterable[Finding]) -> list[Remark]:
    """Return what the checker found, in words for the screen."""
    return [
        Remark(
            f"{finding.field}.{finding.item}" if finding.item is not None else finding.field,
            _sentence(finding.message),
            False,
            f"{finding.code} {words.severity_name(finding.severity)}",
        )
        for finding in findings
    ]
