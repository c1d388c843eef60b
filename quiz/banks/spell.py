"""Spelling values of a bank in the style of those that stand there."""

from __future__ import annotations

import json
import re
from difflib import SequenceMatcher
from typing import Any

from quiz.banks.syntax import items, line_end, line_start, pairs
from quiz.banks.write import inline, toml

_UNQUOTABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")  # what a literal of one line cannot hold


def spell(value: Any, like: str = "", *, newline: str = "\n", lines: bool = False) -> str:
    """Write `value` as TOML: a text between the quotation marks of `like` where it fits there.

    `lines` lets a text of several lines stand as such.
    """
    if not isinstance(value, str):
        return inline(value)
    literal = _literally(value, like, newline)
    if literal is not None:
        return literal
    if like.startswith('"""') and "\n" not in value:
        written = toml(value)
        return f'""{written}""'
    return toml(value, lines=lines or like.startswith('"""')).replace("\n", newline)


def _literally(value: str, like: str, newline: str) -> str | None:
    """Write a text without escapes, where `like` is and the text can be."""
    if like.startswith("'''"):
        if "'''" in value or value.endswith("'") or _UNQUOTABLE.search(value.replace("\n", "")):
            return None
        first = newline if value.startswith("\n") or like[3:4] in {"\r", "\n"} else ""
        return "'''" + first + value.replace("\n", newline) + "'''"
    if like.startswith("'") and "'" not in value and not _UNQUOTABLE.search(value):
        return f"'{value}'"
    return None


def items_changed(text: str, old: list[Any], new: list[Any], newline: str) -> str:
    """Return the text of an array, which says `old`, so that it says `new`.

    What stays keeps its spelling, its remarks and its place on its line.
    """
    if len(old) == len(new):
        for at, (was, item) in enumerate(zip(old, new, strict=True)):
            if was != item:
                text = _replaced(text, at, was, item, newline)
        return text
    matcher = SequenceMatcher(None, _keys(old), _keys(new), autojunk=False)
    for _tag, a, b, c, d in reversed(matcher.get_opcodes()):
        if _tag == "equal":
            continue
        shared = min(b - a, d - c)
        for at in range(b - 1, a + shared - 1, -1):
            text = _removed(text, at)
        for item in reversed(new[c + shared : d]):
            text = _inserted(text, a + shared, item, newline)
        for at in range(shared):
            text = _replaced(text, a + at, old[a + at], new[c + at], newline)
    return text


def _keys(values: list[Any]) -> list[str]:
    return [json.dumps(value, sort_keys=True) for value in values]


def _replaced(text: str, at: int, old: Any, new: Any, newline: str) -> str:
    start, end = items(text, 0)[at]
    written = text[start:end]
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys():
        found = pairs(written, 0)
        if all(len(pair.key) == 1 for pair in found):
            for pair in reversed(found):
                key = pair.key[0]
                if old[key] != new[key]:
                    value = spell(new[key], written[pair.value : pair.end], newline=newline)
                    written = written[: pair.value] + value + written[pair.end :]
            return text[:start] + written + text[end:]
    return text[:start] + spell(new, written, newline=newline) + text[end:]


def _removed(text: str, at: int) -> str:
    """Take an element out, with its comma and, where it has a line of its own, with that."""
    found = items(text, 0)
    start, end = found[at]
    if at + 1 < len(found):
        return text[:start] + text[found[at + 1][0] :]
    first, behind = line_start(text, start), line_end(text, end)
    if not text[first:start].strip() and behind < len(text):
        return text[: line_end(text, first - 1)] + text[behind:]
    if not at:
        return text[:start] + re.sub(r"^\s*,[ \t]*", "", text[end:])
    return text[: found[at - 1][1]] + text[end:]


def _inserted(text: str, at: int, item: Any, newline: str) -> str:
    """Put an element before the one at `at`, or behind all of them."""
    found = items(text, 0)
    written = spell(item)
    if at < len(found):
        start = found[at][0]
        lead = text[line_start(text, start) : start]
        own_line = not lead.strip()
        return text[:start] + written + "," + (newline + lead if own_line else " ") + text[start:]
    if not found:
        return f"[{written}]"
    start, end = found[-1]
    first, close = line_start(text, start), text.rfind("\n")
    if text[first:start].strip() or close < end:
        return f"{text[:end]}, {written}{text[end:]}"
    close -= text.startswith("\r", close - 1)
    comma = "," if re.match(r"\s*,", text[end:]) else ""
    before = text[:end] + ("" if comma else ",") + text[end:close]
    return f"{before}{newline}{text[first:start]}{written}{comma}{text[close:]}"
