"""The JSON Schema of a bank, by which editors complete keys and mark mistakes while one types.

Draft 4, since the TOML language server taplo knows no later one. A schema cannot say everything:
equal ids or options and unsafe characters are found when the bank is read.
"""

from __future__ import annotations

from typing import Any

DRAFT = "http://json-schema.org/draft-04/schema#"


def schema() -> dict[str, Any]:
    """Return the schema; TOML's dates are texts of the format `date` in it."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - no other command needs it here

    from quiz.banks.models import Bank  # noqa: PLC0415

    made = TypeAdapter(Bank).json_schema(ref_template="#/definitions/{model}")
    definitions = made.pop("$defs", {})
    bank = _table(made)
    bank["definitions"] = {name: _table(table) for name, table in definitions.items()}
    bank["properties"]["format"] = {
        "description": bank["properties"]["format"]["description"],
        "enum": [1],
    }
    question = bank["definitions"]["Question"]["properties"]
    question["distractors"]["uniqueItems"] = True
    return {"$schema": DRAFT, **bank}


def _table(table: dict[str, Any]) -> dict[str, Any]:
    properties = {name: _property(found) for name, found in table["properties"].items()}
    return {**table, "properties": properties}


def _property(found: dict[str, Any]) -> dict[str, Any]:
    """Leave out what TOML cannot write: null, as an alternative and as a default."""
    found = {name: value for name, value in found.items() if name != "title"}
    alternatives = [some for some in found.pop("anyOf", []) if some.get("type") != "null"]
    for alternative in alternatives:
        found |= alternative
    if found.get("default", ...) is None:
        del found["default"]
    return found
