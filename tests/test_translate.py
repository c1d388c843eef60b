"""The catalogues hold what the source says, and say what it holds."""

from __future__ import annotations

import argparse
import ast
import inspect
import re
from typing import TYPE_CHECKING

import pytest

from tests.translate import ARGPARSE, LOCALES, MARKS, ROOT, marked, read, undone, updated

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUES = sorted(LOCALES.glob("*/LC_MESSAGES/*.po"))
COLUMNS = 80
NEVER_SEEN = (
    "__call__",
    "invalid argument for positionals",
    "mutually exclusive arguments must be",
    "is not callable",
    "can't open",  # of FileType, which no option uses
    'argument "-" with mode',
    "cannot merge actions",
    "invalid option string",
    "dest= is required",
    "invalid conflict_resolution",
    "multiple subparser",
    "conflicting",
    "show program's version number",  # replaced by our own line
    "%(prog)s: error:",  # replaced by our own line
    "deprecated",
    "invalid %s",
)
"""What the standard library's parser says to who writes a parser."""


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_a_catalogue_is_up_to_date(path: Path) -> None:
    assert updated(path) == path.read_bytes(), "run python tests/translate.py"


def fields(text: str) -> set[str]:
    """Return what `str.format` or the operator % puts into a text."""
    return {"".join(found) for found in re.findall(r"\{(\w+)[!:}]|%(?:\((\w+)\))?[rs]\b", text)}


def forms(of: object) -> list[str]:
    """Return a message, or all forms of one in the plural."""
    return [str(each) for each in of] if isinstance(of, list | tuple) else [str(of)]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_a_translation_fits_its_message(path: Path) -> None:
    catalogue = read(path)
    wrong = [str(error) for message in catalogue for error in message.check(catalogue)]
    for message in catalogue:
        if not message.id:
            continue
        one, *many = forms(message.id)
        for at, text in enumerate(forms(message.string)):
            must = fields(many[0] if many and at else one)
            may = fields(one) | fields(many[0]) if many else must
            # A form for one may leave the number out: "the bank" needs no "1".
            if not (fields(text) <= may and (must <= fields(text) or (many and not at))):
                wrong.append(f"{text!r} takes other fields than {one!r}")
            if (text.startswith(" "), text[-1:].isspace()) != (one[:1] == " ", one[-1:].isspace()):
                wrong.append(f"{text!r} begins or ends otherwise than {one!r}")
    assert wrong == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_everything_is_translated(path: Path) -> None:
    left = [message.id for message in undone(path)]
    assert left == [], "translate these, and mend what is marked fuzzy, in newsquiz.po"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_what_is_printed_in_lines_fits_a_terminal(path: Path) -> None:
    texts = [text for message in read(path) if message.id for text in forms(message.string)]
    lines = [line for text in texts if "\n" in text for line in text.splitlines()]
    assert [line for line in lines if len(line) > COLUMNS] == []


def test_no_message_is_looked_up_when_a_module_is_imported() -> None:
    early: list[str] = []

    def look(node: ast.AST, path: Path) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Lambda):
                continue
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                for part in (*child.decorator_list, child.args):
                    look(part, path)
                continue
            if isinstance(child, ast.Call) and getattr(child.func, "id", "") in MARKS:
                early.append(f"{path.relative_to(ROOT)}:{child.lineno}")
            look(child, path)

    for path in sorted((ROOT / "quiz").rglob("*.py")):
        look(ast.parse(path.read_text("utf-8")), path)
    assert early == []


def test_every_message_of_the_parser_of_options_is_known() -> None:
    known = [text for each in ARGPARSE for text in (each if isinstance(each, tuple) else (each,))]
    said = [
        str(argument.value)
        for node in ast.walk(ast.parse(inspect.getsource(argparse)))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS
        for argument in node.args
        if isinstance(argument, ast.Constant)
    ]
    assert len(said) > 20
    left = [text for text in said if text not in known]
    assert [text for text in left if not any(part in text for part in NEVER_SEEN)] == []


def test_messages_are_marked() -> None:
    assert len(list(marked())) > 1000
