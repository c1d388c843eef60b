"""Validating what is wrong in too many places: a hostile bank costs no more than a long one.

A validator makes an object of everything that is wrong, and a file of a megabyte can hold a few
hundred thousand wrong things. Where there are so many, each array is looked through to its first
mistake only, and of a table's keys that it may not have the first are told.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, cast

from quiz.banks.models import Allowance, Evidence, Question, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import TypeAdapter
    from pydantic_core import SchemaValidator

MANY = 2000
"""How many mistakes of one part of a bank are all looked at."""
STRANGE = 20
"""How many keys that a table may not have are told."""

_PARTS = {"sources": Source, "questions": Question, "evidence": Evidence, "allow": Allowance}


def to_first_mistake(adapter: TypeAdapter[Any]) -> SchemaValidator:
    """Return a validator that says of each array its first mistake; of the outermost all."""
    from pydantic_core import SchemaValidator  # noqa: PLC0415 - only for what is wrong

    schema = cast("dict[str, Any]", adapter.core_schema)
    if schema["type"] == "tuple":
        inner = {key: value if key == "type" else _hasty(value) for key, value in schema.items()}
        return SchemaValidator(cast("Any", inner))
    return SchemaValidator(_hasty(schema))


def _hasty(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_hasty(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    hasty = {key: _hasty(value) for key, value in schema.items()}
    return hasty | {"fail_fast": True} if schema.get("type") == "tuple" else hasty


def few_strange_keys(value: Any, kind: type) -> Any:
    """Return a table, or an array of them, with its known keys and a few of those it may not have.

    `kind` is the class of the models that the table is to become; so is what stands in it.
    """
    if isinstance(value, list):
        return [few_strange_keys(each, kind) for each in value]
    if not isinstance(value, dict):
        return value
    return dict(_few(value, {field.name for field in fields(kind)}))


def _few(table: dict[str, Any], known: set[str]) -> Iterator[tuple[str, Any]]:
    strange = 0
    for key, value in table.items():
        if key in known:
            yield key, few_strange_keys(value, _PARTS[key]) if key in _PARTS else value
        elif strange < STRANGE:
            strange += 1
            yield key, value
