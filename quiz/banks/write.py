"""Writing a bank in one layout: the order of the models, one blank line between tables."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any

from quiz.banks.problems import unwritable
from quiz.base.errors import QuizError
from quiz.base.language import _
from quiz.base.text import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.banks.models import Bank, Question, Source

SCHEMA = "bank.schema.json"
"""What the JSON Schema is called where it lies beside a bank."""

_SPECIAL = frozenset('"\\')

SCHEMA_LINE = f"#:schema ./{SCHEMA}\n"
"""What editors find it by."""


def dumps(bank: Bank, *, schema: bool = False) -> str:
    """Write a bank as TOML; keys at their default are left out.

    `schema` begins it with the line by which editors find the schema.
    """
    blocks = [_table(bank)]
    blocks += [source_block(source) for source in bank.sources]
    blocks += [question_block(question) for question in bank.questions]
    return (SCHEMA_LINE if schema else "") + "\n".join(blocks)


def source_block(source: Source) -> str:
    """Write one source as a table of the array `sources`."""
    return f"[[sources]]\n{_table(source)}"


def question_block(question: Question) -> str:
    """Write one question as a table of the array `questions`."""
    return f"[[questions]]\n{_table(question)}"


def write_bank(path: Path, bank: Bank, *, overwrite: bool = False) -> None:
    """Write a bank to a file, whole or not at all.

    Raises QuizError where a file is there already (unless `overwrite`) or the system refuses, and
    BankError where the bank is one that could not be read again.
    """
    from quiz.banks.read import parse_bank  # noqa: PLC0415 - brings the validator
    from quiz.base.files import write_atomically  # noqa: PLC0415

    name = one_line(str(path))
    try:
        if not overwrite and path.exists():
            message = _("{file} is there already: choose another name, or say to overwrite it")
            raise QuizError(message.format(file=name))
        text = dumps(bank, schema=(path.parent / SCHEMA).is_file())
        parse_bank(text, name)
        write_atomically(path, text.encode("utf-8"))
    except OSError as error:
        raise unwritable(name, error) from None


def as_table(item: Bank | Source | Question) -> dict[str, Any]:
    """Return an item without the tables below it, as TOML holds it; defaults are left out."""
    table: dict[str, Any] = {}
    for field in fields(item):
        value = getattr(item, field.name)
        if field.name in {"sources", "questions"} or (
            field.default is not MISSING and value == field.default
        ):
            continue
        if field.name in {"evidence", "allow"}:
            value = [{own.name: getattr(part, own.name) for own in fields(part)} for part in value]
        table[field.name] = list(value) if isinstance(value, tuple) else value
    return table


def _table(item: Bank | Source | Question) -> str:
    return "".join(f"{key} = {_laid_out(value)}\n" for key, value in as_table(item).items())


def _laid_out(value: Any) -> str:
    """Write a value as it stands in a file: a text in lines, several tables in a line each."""
    if not isinstance(value, list):
        return toml(value, lines=True)
    if len(value) > 1 and isinstance(value[0], dict):
        return "[\n" + "".join(f"    {inline(item)},\n" for item in value) + "]"
    return inline(value)


def inline(value: Any) -> str:
    """Write one value in one line, arrays and tables too."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {inline(item)}' for key, item in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(inline, value))}]"
    return toml(value)


def toml(value: object, *, lines: bool = False) -> str:
    """Write one value; `lines` lets a text of several lines stand as such."""
    if isinstance(value, str) and value.isprintable() and not _SPECIAL.intersection(value):
        return f'"{value}"'
    import tomli_w  # noqa: PLC0415 - reading needs no writer

    return tomli_w.dumps({"v": value}, multiline_strings=lines)[len("v = ") : -1]
