"""Findings with their places in a file, as lines for people or as JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from quiz.banks.locate import Places
from quiz.base.cycles import undisturbed
from quiz.base.language import _
from quiz.base.text import one_line
from quiz.check.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.banks.models import Bank


class Located(NamedTuple):
    """A finding and where it is; line and column count from 1, the column in characters."""

    file: str
    line: int
    column: int
    finding: Finding


@undisturbed()
def locate(findings: Sequence[Finding], bank: Bank, text: str, file: str) -> list[Located]:
    """Find the place of every finding in the text of its bank; sorted by place and code."""
    if not findings:
        return []
    paths = _paths(findings, bank)
    places = Places(text, paths)
    file = one_line(file)
    found = [
        Located(file, *places.find(path), finding)
        for path, finding in zip(paths, findings, strict=True)
    ]
    return sorted(found, key=lambda one: (one.line, one.column, one.finding.code))


def _paths(findings: Sequence[Finding], bank: Bank) -> list[tuple[str | int, ...]]:
    at = {question.id: number for number, question in enumerate(bank.questions)}
    return [finding.path(at) for finding in findings]


def as_line(one: Located) -> str:
    """Say a finding as compilers do, so that editors can jump there."""
    finding = one.finding
    about = f" [{one_line(finding.question)}]" if finding.question else ""
    where = f"{one.file}:{one.line}:{one.column}" if one.line else one.file
    return f"{where}: {finding.code} {severity(finding.severity)}{about}: {finding.message}"


def severity(value: Severity) -> str:
    """Name a severity in the language of the interface."""
    match value:
        case Severity.ERROR:
            return _("error")
        case Severity.WARNING:
            return _("warning")
        case _advice:
            return _("advice")


@undisturbed()
def as_json(found: Iterable[Located]) -> str:
    """Write findings as a JSON array of objects; `newsquiz check --help` documents their keys."""
    # The encoder that indents is ten times slower than this one, and a record holds no others.
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",\n    ", ": ")).encode
    records = ",\n".join(f"  {{\n    {encode(_record(one))[1:-1]}\n  }}" for one in found)
    return f"[\n{records}\n]" if records else "[]"


def _record(one: Located) -> dict[str, object]:
    finding = one.finding
    return {
        "file": one.file,
        "line": one.line,
        "column": one.column,
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "question": finding.question or None,
        "field": finding.field or None,
        "item": finding.item,
        "other": finding.other or None,
    }
