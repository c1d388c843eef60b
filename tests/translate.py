"""Bring the catalogues up to date with the messages in the source.

    python tests/translate.py [--check]

Run it after a change of what a person reads. It adds new messages to each `newsquiz.po`, drops
those that are gone, and prints what is left to translate. A message that resembles an old one
takes over its translation, marked `#, fuzzy`: mend the translation and delete the mark. Messages
stand in the order of the alphabet, without line numbers, so that changes made side by side seldom
meet; where they do, leave the conflict in the file and run this: it takes both sides. Nothing has
to be compiled. `--check` changes nothing and fails if there is anything to do.
"""

from __future__ import annotations

import ast
import io
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from babel.messages import Catalog, Message
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "quiz" / "locales"
MARKS = {"_": ("message",), "ngettext": ("message", "plural"), "pgettext": ("context", "message")}
"""The functions that look a message up, and what their first arguments are."""

ARGPARSE = (
    "usage: ",
    "positional arguments",
    "options",
    "%(heading)s:",
    "show this help message and exit",
    "argument %(argument_name)s: %(message)s",
    "unrecognized arguments: %s",
    "ambiguous option: %(option)s could match %(matches)s",
    "expected one argument",
    "expected at most one argument",
    "expected at least one argument",
    ("expected %s argument", "expected %s arguments"),
    "ignored explicit argument %r",
    "not allowed with argument %s",
    "the following arguments are required: %s",
    "one of the arguments %s is required",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)",
    "unknown parser %(parser_name)r (choices: %(choices)s)",
    "invalid %(type)s value: %(value)r",
    "unexpected option string: %s",
)
"""What the standard library's parser of options says to a person, in Python 3.11 to 3.14."""


MOST = 30
"""Messages without a translation that are listed."""


class Marked(NamedTuple):
    """A message in the source; its place is a path below the project and a line."""

    message: str
    plural: str
    context: str
    path: str
    line: int

    @property
    def id(self) -> str | tuple[str, str]:
        """Return what Babel knows the message by."""
        return (self.message, self.plural) if self.plural else self.message


def marked() -> Iterator[Marked]:
    """Find all messages of the source. Raises ValueError where one is not a plain literal."""
    for path in sorted((ROOT / "quiz").rglob("*.py")):
        text = path.read_text("utf-8")
        name = path.relative_to(ROOT).as_posix()
        if "quiz.base.language import" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                if (parts := MARKS.get(node.func.id)) is None:
                    continue
                given = dict.fromkeys(("message", "plural", "context"), "")
                for part, argument in zip(parts, node.args, strict=False):
                    if (
                        not isinstance(argument, ast.Constant) or not argument.value
                    ):  # an empty one asks for the header
                        raise ValueError(f"{name}:{node.lineno}: not a literal in {node.func.id}()")
                    given[part] = str(argument.value)
                yield Marked(**given, path=name, line=node.lineno)


def template() -> Catalog:
    """Return all messages of the source and of the parser of options, untranslated."""
    found = Catalog()
    for each in marked():
        _unmark(found.add(each.id, context=each.context or None))
    for words in ARGPARSE:
        found.add(words)
    return found


def read(path: Path) -> Catalog:
    """Read a catalogue; where two sides of a merge conflict in it, both are read."""
    text = path.read_bytes()
    if b"\n<<<<<<< " not in text:
        return _parsed(text, path)
    base, ours, theirs = (_parsed(_staged(path, side), path) for side in (1, 2, 3))
    for message in theirs:
        mine = ours.get(message.id, message.context) if message.id else None
        if mine is None:
            ours[message.id] = message
        elif not _done(mine) or (_done(message) and mine.string == _string(base, message)):
            mine.string, mine.flags = message.string, message.flags
    return ours


def _string(catalogue: Catalog, message: Message) -> object:
    found = catalogue.get(message.id, message.context)
    return found.string if found else None


def _parsed(text: bytes, path: Path) -> Catalog:
    catalogue = read_po(io.BytesIO(text), locale=path.parent.parent.name)
    for message in catalogue:
        _unmark(message)
    return catalogue


def _unmark(message: Message) -> None:
    """Take back what Babel thinks: "{n}% right" is no format of the operator %."""
    if message.python_brace_format:
        message.flags.discard("python-format")


def _staged(path: Path, side: int) -> bytes:
    name = path.relative_to(ROOT).as_posix()
    return subprocess.run(
        ["git", "show", f":{side}:{name}"],  # noqa: S607
        cwd=ROOT,
        check=False,
        capture_output=True,
    ).stdout


def written(catalogue: Catalog) -> bytes:
    """Return the text of a catalogue, the same for the same translations."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, no_location=True, sort_output=True, ignore_obsolete=True, width=100)
    lines = buffer.getvalue().splitlines(keepends=True)
    unsteady = (
        b'"POT-Creation-Date',
        b'"PO-Revision-Date',
        b'"Generated-By',
        b'"Project-Id-Version',
        b'"Report-Msgid-Bugs-To',
        b'"Last-Translator',
        b'"Language-Team',
    )
    return b"".join(line for line in lines if not line.startswith(unsteady))


def updated(path: Path) -> bytes:
    """Return what the catalogue at `path` has to be."""
    catalogue = read(path)
    catalogue.update(template(), update_creation_date=False)
    return written(catalogue)


def undone(path: Path) -> list[Message]:
    """Return the messages of a catalogue that are not translated, or only guessed."""
    return [message for message in read(path) if message.id and not _done(message)]


def _done(message: Message) -> bool:
    texts = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(texts) and not message.fuzzy


def main() -> int:
    """Update or check every catalogue."""
    check, status = "--check" in sys.argv[1:], 0
    for path in sorted(LOCALES.glob("*/LC_MESSAGES/*.po")):
        data, name = updated(path), path.relative_to(ROOT)
        if data != path.read_bytes():
            if check:
                print(f"{name} is not up to date: run python tests/translate.py")
                status = 1
            else:
                path.write_bytes(data)
        left = undone(path)
        for message in left[:MOST]:
            print(f"{name}: {'fuzzy' if message.fuzzy else 'to do'}: {message.id}")
        if len(left) > MOST:
            print(f"{name}: and {len(left) - MOST} more")
        status = status or bool(left)
    return status


if __name__ == "__main__":
    sys.exit(main())
