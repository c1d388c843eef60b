"""Constraints for the fields of a bank, as marks in their annotations.

pydantic asks a mark for its schema when a validator is built; the marks import nothing of it until
then, so that the models stay cheap to import.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from quiz.base.text import MARKS, UNSAFE

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema


@dataclass(frozen=True, slots=True)
class Text:
    """Marks a text of at most `length` characters that holds nothing unsafe.

    It is one line, unless `lines` allows several; it says something, unless it may be `blank`.
    """

    length: int
    lines: bool = False
    blank: bool = False

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of a text; a pattern keeps the check out of Python."""
        from pydantic_core import core_schema  # noqa: PLC0415 - see the module's docstring

        return core_schema.str_schema(strict=True, pattern=self._pattern(), max_length=self.length)

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the text to editors: what they show a person is no page of characters."""
        described = handler(core)
        del described["pattern"]
        if not self.blank:
            described["pattern"] = r"\S"
        return described

    def _pattern(self) -> str:
        # Rust's regular expressions run in linear time and know no look-ahead: what may not occur
        # is left out of every class instead.
        no = UNSAFE if self.lines else UNSAFE + "\\t\\n"
        marks = f"[\\p{{M}}--[{no}]]{{0,{MARKS}}}"
        rest = f"(?:[^{no}\\p{{M}}]{marks})*"
        if self.blank:
            return f"^{marks}{rest}$"
        return f"^{marks}(?:[\\s--[{no}]]{marks})*[^{no}\\p{{M}}\\s]{marks}{rest}$"


@dataclass(frozen=True, slots=True)
class Exact:
    """Marks a value that is taken as it is: "20" is no number and 1 is no yes."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return the schema of the type, made strict."""
        schema = handler(source)
        cast("dict[str, Any]", schema)["strict"] = True
        return schema
