"""Where the statements of a TOML text stand, to the character: what an edit without loss needs.

The text is known to be valid (TOML 1.0 or 1.1), so that finding where a value ends is enough: a
value that holds no bracket is one match, brackets are counted, and nothing is interpreted. The
grammar of tree-sitter, which points at mistakes elsewhere, knows neither carriage returns nor
TOML 1.1 and so cannot serve here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_BETWEEN = re.compile(r"(?:[ \t\r\n\ufeff]++|#[^\n]*+)*+")
_SPACE = re.compile(r"[ \t]*+")
_STRING = (
    r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+"{3,5}'
    r"|'''(?:[^']++|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'"
)
_KEY = re.compile(rf"{_STRING}|[^\s\"'=.\[\]]++")
_ATOM = re.compile(
    rf"{_STRING}"
    r"|\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]++"  # a space may stand between day and time
    r"|[^\s,\[\]{}#\"']++"
)
_INSIDE = re.compile(rf"{_STRING}|#[^\n]*+|[\[\]{{}}]|[^\"'#\[\]{{}}]++")


class Statement(NamedTuple):
    """One `key = value`, or the header of a table; offsets are half open."""

    kind: str
    """One of: pair, table, array (of tables: one more element)."""
    key: tuple[str, ...]
    start: int
    """Where the key or the bracket begins."""
    value: int
    """Where the value begins; of a header, its end."""
    end: int
    """Where the value or the header ends; a remark behind it is not part of it."""


def statements(text: str, at: int = 0) -> Iterator[Statement]:
    """Go through the statements of a valid text from the offset `at`."""
    size = len(text)
    while (at := _skip(text, at)) < size:
        start = at
        if text[at] == "[":
            kind = "array" if text.startswith("[[", at) else "table"
            brackets = 2 if kind == "array" else 1
            key, at = _key(text, at + brackets)
            at += brackets
            yield Statement(kind, key, start, at, at)
        else:
            key, at = _key(text, at)
            value = _after_space(text, at + 1)
            at = value_end(text, value)
            yield Statement("pair", key, start, value, at)


def value_end(text: str, at: int) -> int:
    """Return where the value that begins at `at` ends."""
    if text[at] not in "[{":
        return _end(_ATOM, text, at)
    depth = 0
    while True:
        character = text[at]
        at = _end(_INSIDE, text, at)
        if character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
            if not depth:
                return at


def items(text: str, at: int) -> list[tuple[int, int]]:
    """Return where the elements stand of the array that begins at `at`."""
    found = []
    at = _skip(text, at + 1)
    while text[at] != "]":
        end = value_end(text, at)
        found.append((at, end))
        at = _skip(text, end)
        if text[at] == ",":
            at = _skip(text, at + 1)
    return found


def pairs(text: str, at: int) -> list[Statement]:
    """Return the pairs of the inline table that begins at `at`."""
    found = []
    at = _skip(text, at + 1)
    while text[at] != "}":
        key, equals = _key(text, at)
        value = _after_space(text, equals + 1)
        end = value_end(text, value)
        found.append(Statement("pair", key, at, value, end))
        at = _skip(text, end)
        if text[at] == ",":
            at = _skip(text, at + 1)
    return found


def line_start(text: str, at: int) -> int:
    """Return where the line begins that `at` is on."""
    start = text.rfind("\n", 0, at) + 1
    return start + text.startswith("\ufeff", start)


def line_end(text: str, at: int) -> int:
    """Return where the line ends that `at` is on, before its line end of one or two characters."""
    end = text.find("\n", at)
    if end < 0:
        return len(text)
    return end - text.startswith("\r", end - 1) if end > at else end


def _skip(text: str, at: int) -> int:
    return _end(_BETWEEN, text, at)


def _after_space(text: str, at: int) -> int:
    return _end(_SPACE, text, at)


def _key(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """Return the parts of the key at `at`, and where the character after it stands."""
    parts = []
    while True:
        at = _after_space(text, at)
        end = _end(_KEY, text, at)
        parts.append(_unquoted(text[at:end]))
        at = _after_space(text, end)
        if text[at] != ".":
            return tuple(parts), at
        at += 1


def _unquoted(key: str) -> str:
    if key[0] not in "\"'":
        return key
    import tomli  # noqa: PLC0415 - loaded by now

    return next(iter(tomli.loads(f"{key} = 0")))


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    if match is None:
        raise ValueError(f"no TOML at offset {at}")
    return match.end()
