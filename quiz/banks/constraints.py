"""Constraints for the fields of a bank, as marks in their annotations.

pydantic asks a mark for its schema when a validator is built; the marks import nothing of it until
then, so that the models stay cheap to import.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quiz.base.text import UNSAFE

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


@dataclass(frozen=True, slots=True)
class Line:
    """Marks a text of one line, at most `length` characters long, not blank."""

    length: int

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return _text(f"[{UNSAFE}\\t\\n]", self.length)


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Marks a text that may run over several lines, at most `length` characters, not blank."""

    length: int

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return _text(f"[{UNSAFE}]", self.length)


@dataclass(frozen=True, slots=True)
class Exact:
    """Marks a value that is taken as it is: "20" is no number and 1 is no yes."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        if schema["type"] in {"int", "bool", "date"}:
            schema["strict"] = True  # type: ignore[typeddict-unknown-key]
        return schema


def _text(forbidden: str, length: int) -> CoreSchema:
    from pydantic_core import core_schema  # noqa: PLC0415 - see the module's docstring

    allowed = f"^[^{forbidden[1:-1]}]*[^{forbidden[1:-1]}\\s][^{forbidden[1:-1]}]*$"
    return core_schema.str_schema(strict=True, pattern=allowed, max_length=length)
