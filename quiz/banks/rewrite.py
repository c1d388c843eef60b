"""Changing one question's text: only values that differ are written, in the file's own style."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from typing import Any

from quiz.banks.models import Question
from quiz.banks.spell import items_changed, spell
from quiz.banks.syntax import Statement, line_end, line_start, statements
from quiz.banks.write import as_table, question_block, toml

Edit = tuple[int, int, str]

_ORDER = {field.name: at for at, field in enumerate(fields(Question))}
_DEFAULTS: dict[str, Any] = {
    field.name: list(field.default) if isinstance(field.default, tuple) else field.default
    for field in fields(Question)
    if field.default is not MISSING
}
"""What a key that is left out stands for, as TOML holds it."""

_EMPTY_END = re.compile(r"(?:\r?\n[ \t]*)+\Z")


def rewrite(body: str, old: Question, new: Question, newline: str) -> str:
    """Return the text of a question, which says `old`, so that it says `new`."""
    import tomli  # noqa: PLC0415 - loaded by now

    if old == new:
        return body
    wanted = as_table(new)
    # A key that was taken out may leave the empty lines above it at the end.
    edited = _EMPTY_END.sub("", _edited(body, as_table(old), wanted, newline))
    try:
        read = tomli.loads(edited)["questions"]
    except (tomli.TOMLDecodeError, KeyError):
        read = []
    if len(read) == 1 and _said(read[0]) == _said(wanted):
        return edited
    # A layout beyond what is changed value by value: the question is written anew, its heading
    # remarks stay.
    header = line_start(body, next(iter(statements(body))).start)
    return body[:header] + question_block(new).removesuffix("\n").replace("\n", newline)


def _said(table: dict[str, Any]) -> dict[str, Any]:
    """Return what a table says, whether or not it spells defaults out."""
    return {key: value for key, value in table.items() if _DEFAULTS.get(key, ...) != value}


def _edited(body: str, old: dict[str, Any], new: dict[str, Any], newline: str) -> str:
    header, *rest = statements(body)
    own = rest[: next((n for n, found in enumerate(rest) if found.kind != "pair"), len(rest))]
    below = rest[len(own) :]
    # Two arrays of tables below one question are not told apart: what is read again shows that.
    kinds = {found.key[-1] for found in below if found.kind != "pair"}
    present = {found.key[0]: found for found in own}
    edits: list[Edit] = []
    for key in (*new, *(key for key in old if key not in new)):
        if old.get(key) == new.get(key):
            continue
        if kinds == {key}:
            edits += _tables_changed(body, below, old.get(key, []), new.get(key, []), newline)
        elif key not in present:
            if key in new:
                written = spell(new[key], newline=newline, lines=True)
                edits.append(_added(body, [header, *own], key, written, newline))
        elif key in new:
            at = present[key]
            text = body[at.value : at.end]
            edits.append((at.value, at.end, _changed(text, old.get(key), new[key], newline)))
        elif key in {"status", "shuffle"}:
            edits.append((present[key].value, present[key].end, toml(_DEFAULTS[key])))
        else:
            edits.append(_line(body, present[key].start, present[key].end))
    return _applied(body, edits)


def _applied(text: str, edits: list[Edit]) -> str:
    # From the end; what is added in one place is added in the order of the edits.
    order = sorted(range(len(edits)), key=lambda n: (*edits[n][:2], n), reverse=True)
    for start, end, replacement in (edits[n] for n in order):
        text = text[:start] + replacement + text[end:]
    return text


def _changed(text: str, old: Any, new: Any, newline: str) -> str:
    """Return the text of a value, which says `old`, so that it says `new`."""
    if isinstance(new, list) and isinstance(old, list) and text.startswith("["):
        return items_changed(text, old, new, newline)
    return spell(new, text, newline=newline, lines=True)


def _line(body: str, start: int, end: int) -> Edit:
    """Take a statement out with its line, the line end before it included."""
    first = line_start(body, start)
    before = max(0, first - 1)
    if before and body[before - 1] == "\r":
        before -= 1
    return before, line_end(body, end), ""


def _added(body: str, own: list[Statement], key: str, written: str, newline: str) -> Edit:
    """Put a key behind the one that precedes it in the format, indented and spaced like it."""
    place = [_ORDER.get(found.key[0], -1) if found.kind == "pair" else -1 for found in own]
    anchor = own[max((n for n, at in enumerate(place) if at < _ORDER[key]), key=place.__getitem__)]
    indent = body[line_start(body, anchor.start) : anchor.start]
    pairs = own[1:]
    equals = [_equals(body, found) for found in pairs]
    spaced = any(body[found.start + at - 1] == " " for found, at in zip(pairs, equals, strict=True))
    aligned = len(equals) > 2 and len(set(equals)) == 1
    name = key.ljust(equals[0] - spaced if aligned else 0) + " " * (spaced or not pairs)
    space = "" if pairs and body[pairs[0].value - 1] == "=" else " "
    at = line_end(body, anchor.end)
    return at, at, f"{newline}{indent}{name}={space}{written}"


def _equals(body: str, pair: Statement) -> int:
    """Return how far behind its beginning a pair has its equals sign."""
    return body.rindex("=", pair.start, pair.value) - pair.start


def _tables_changed(
    body: str, below: list[Statement], old: list[Any], new: list[Any], newline: str
) -> list[Edit]:
    """Change evidence, or rules allowed, that are written as tables of their own, one by one."""
    groups: list[list[Statement]] = []
    for found in below:
        if found.kind == "pair":
            groups[-1].append(found)
        else:
            groups.append([found])
    edits: list[Edit] = []
    for group, was, item in zip(groups, old, new, strict=False):
        for pair in group[1:]:
            key = pair.key[0]
            if was[key] != item[key]:
                text = spell(item[key], body[pair.value : pair.end], newline=newline, lines=True)
                edits.append((pair.value, pair.end, text))
    edits += [_line(body, group[0].start, group[-1].end) for group in groups[len(new) :]]
    last, header = groups[-1][-1], groups[0][0]
    indent = body[line_start(body, header.start) : header.start]
    for item in new[len(groups) :]:
        lines = [body[header.start : header.end]]
        lines += [f"{key} = {spell(value, newline=newline)}" for key, value in item.items()]
        at = line_end(body, last.end)
        edits.append((at, at, newline + "".join(f"{newline}{indent}{line}" for line in lines)))
    return edits
