"""Reading a bank: all of what is wrong with it at once, or a bank that can be relied on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from quiz.banks.load import parse_table, read_text
from quiz.banks.models import Bank
from quiz.banks.problems import HINTS, BankError, Finding, Problem
from quiz.banks.rules import broken_rules
from quiz.base.text import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import TypeAdapter

__all__ = ["BankError", "Problem", "parse_bank", "read_bank"]


def read_bank(path: Path) -> Bank:
    """Read the bank in a file. Raises BankError with all of its problems."""
    return parse_bank(read_text(path), str(path))


def parse_bank(text: str, name: str) -> Bank:
    """Read a bank from TOML; `name` is what problems call the file.

    Raises BankError with all of its problems, sorted by line.
    """
    text = text.removeprefix("\ufeff")
    bank, findings = examine(parse_table(text, name))
    if bank is None:
        raise BankError(_locate(findings, text, one_line(name)))
    return bank


def examine(table: dict[str, Any]) -> tuple[Bank | None, list[Finding]]:
    """Return the bank that a parsed table holds, or all that is wrong with it."""
    from pydantic import ValidationError  # noqa: PLC0415 - half of the time to start the game

    findings = list(broken_rules(table))
    try:
        bank = _validator().validate_python(table)
    except ValidationError as error:
        return None, findings + _translate(error)
    return (None, findings) if findings else (bank, [])


@cache
def _validator() -> TypeAdapter[Bank]:
    from pydantic import TypeAdapter  # noqa: PLC0415

    return TypeAdapter(Bank)


def _translate(error: Exception) -> list[Finding]:
    from pydantic import ValidationError  # noqa: PLC0415

    from quiz.banks.explain import explain  # noqa: PLC0415 - only for what is wrong

    assert isinstance(error, ValidationError)  # noqa: S101 - narrows the type
    # An array whose items are all wrong is "too short" to pydantic besides.
    return [
        explain(detail, hint=number < HINTS)
        for number, detail in enumerate(error.errors(include_url=False))
        if not (detail["type"] == "too_short" and detail["input"])
    ]


def _locate(findings: list[Finding], text: str, name: str) -> list[Problem]:
    from quiz.banks.locate import Places  # noqa: PLC0415

    paths = [finding.path for finding in findings]
    paths += [finding.other for finding in findings if finding.other is not None]
    places = Places(text, paths)
    problems = set()
    for finding in findings:
        message = finding.message
        if finding.other is not None:
            message = message.format(line=places.find(finding.other)[0])
        line, column = places.find(finding.path, at_key=finding.at_key)
        problems.add(Problem(name, line, column, message))
    return sorted(problems)
