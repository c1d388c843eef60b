"""Reading a bank: all of what is wrong with it at once, or a bank that can be relied on."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from quiz.banks.load import parse_table, read_text
from quiz.banks.models import Bank, Question
from quiz.banks.problems import HINTS, MOST, BankError, Finding, Problem
from quiz.banks.rules import broken_rules
from quiz.base.text import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import TypeAdapter, ValidationError
    from pydantic_core import ErrorDetails

__all__ = ["BankError", "Problem", "parse_bank", "read_bank"]

PART = 20
"""How many questions of a long bank are validated at once."""

_Valid = TypeVar("_Valid")


def read_bank(path: Path) -> Bank:
    """Read the bank in a file. Raises BankError with all of its problems."""
    return parse_bank(read_text(path), str(path))


def parse_bank(text: str, name: str) -> Bank:
    """Read a bank from TOML; `name` is what problems call the file.

    Raises BankError with its problems, sorted by line: all of them, or the first `MOST`.
    """
    text = text.removeprefix("\ufeff")
    bank, findings = examine(parse_table(text, name), MOST)
    if bank is None:
        raise BankError(_locate(findings, text, one_line(name)), more=len(findings) >= MOST)
    return bank


def examine(table: dict[str, Any], most: int | None = None) -> tuple[Bank | None, list[Finding]]:
    """Return the bank that a parsed table holds, or all that is wrong with it.

    With `most`, looking ends where so many things or some more are found.
    """
    findings = list(broken_rules(table, most))
    bank, wrong = _validated(table, most)
    return (None, findings + wrong) if findings or bank is None else (bank, [])


def _validated(table: dict[str, Any], most: int | None) -> tuple[Bank | None, list[Finding]]:
    """Validate a bank, a long one part by part: each may be nothing but mistakes."""
    listed = table.get("questions")
    if not isinstance(listed, list) or len(listed) <= PART:
        return _valid(_validator(), table, Bank)
    bank, findings = _valid(_validator(), table | {"questions": []}, Bank)
    made: list[Question] = []
    for start in range(0, len(listed), PART):
        part = listed[start : start + PART]
        questions, wrong = _valid(_validator_of_part(), part, Question, start, len(findings))
        made += questions or ()
        findings += wrong
        if most is not None and len(findings) >= most:
            break
    if bank is None or findings:
        return None, findings
    return replace(bank, questions=tuple(made)), []


def _valid(
    validator: TypeAdapter[_Valid], value: Any, kind: type, start: int | None = None, told: int = 0
) -> tuple[_Valid, list[Finding]] | tuple[None, list[Finding]]:
    """Return what the validator makes of a table or an array of them, or what is wrong with it.

    `start` is the place in the bank of the first of some questions, `told` how much was found
    before.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - half of the time to start the game

    try:
        return validator.validate_python(value), []
    except ValidationError as error:
        details = _details(error, validator, value, kind)
    from quiz.banks.explain import explain  # noqa: PLC0415 - only for what is wrong

    if start is not None:
        for detail in details:
            at, *path = detail["loc"]
            detail["loc"] = ("questions", start + int(at), *path)
    # An array whose items are all wrong is "too short" to pydantic besides.
    return None, [
        explain(detail, hint=number < HINTS)
        for number, detail in enumerate(details, told)
        if not (detail["type"] == "too_short" and detail["input"])
    ]


def _details(
    error: ValidationError, validator: TypeAdapter[Any], value: Any, kind: type
) -> list[ErrorDetails]:
    from quiz.banks.bounds import MANY, few_strange_keys, to_first_mistake  # noqa: PLC0415

    if error.error_count() > MANY:
        try:
            to_first_mistake(validator).validate_python(few_strange_keys(value, kind))
        except type(error) as fewer:
            return fewer.errors(include_url=False)
    return error.errors(include_url=False)


@cache
def _validator() -> TypeAdapter[Bank]:
    from pydantic import TypeAdapter  # noqa: PLC0415

    return TypeAdapter(Bank)


@cache
def _validator_of_part() -> TypeAdapter[tuple[Question, ...]]:
    from pydantic import TypeAdapter  # noqa: PLC0415

    return TypeAdapter(tuple[Question, ...])


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
