"""A score file cut into pieces that are read one by one, so that damage in one costs no other.

A piece begins at a line that is exactly `[[rounds]]` or `[[removed]]`; the first is what stands
before any of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TypeVar

import tomli

from quiz.base.language import _
from quiz.base.toml import loads
from quiz.scores.blocks import (
    HEADER,
    Malformed,
    decode,
    decode_removal,
    encode,
    encode_removal,
)
from quiz.scores.models import FORMAT, Played, Removal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_Table = TypeVar("_Table", Played, Removal)

MARKS = (b"[[rounds]]", b"[[removed]]")
"""The lines that begin a piece."""

_END = re.compile(rb"^\][ \t\r]*$", re.MULTILINE)  # the last line of a round that we wrote


class Newer(Exception):  # noqa: N818
    """The file's `format` is of a later version."""


class Piece(NamedTuple):
    """Some lines of a file: the number of the first, counted from 1, and its place in bytes."""

    line: int
    data: bytes
    is_head: bool = False
    """It is what stands before any round."""
    place: int = 0


class Reading(NamedTuple):
    """What a piece gave: its rounds and marks, what is wrong with it, the bytes worth keeping."""

    rounds: tuple[Played, ...] = ()
    removals: tuple[Removal, ...] = ()
    problems: tuple[str, ...] = ()
    kept: bytes = b""
    place: int = 0
    """Where the piece begins, in bytes."""
    length: int = 0
    clean: bool = True
    """The piece can be read by itself, holds one round at most, and is whole."""


def readings(file: BinaryIO, place: int = 0) -> Iterator[Reading]:
    """Read a score file piece by piece, from its start or from a `place` between two pieces.

    Raises Newer and OSError, nothing else. Cutting at a line is a guess, as such a line may stand
    inside a long string that a person wrote: the first piece that does not parse alone is tried
    once more together with all that follows.
    """
    if place == 0 and is_foreign(file):
        yield Reading(problems=(_("it is no score file"),), clean=False)
        return
    rest_tried = False
    for piece in split(file, place):
        if not piece.is_head and not piece.data.strip():
            continue  # the empty line between two pieces
        try:
            yield _placed(examine(piece), piece)
        except Unparsed as error:
            if not rest_tried:
                rest_tried = True
                if rest := _rest(file, piece):
                    yield rest
                    return
            yield _placed(_salvage(piece, str(error)), piece)._replace(clean=False)


def is_foreign(file: BinaryIO) -> bool:
    """Tell whether a file is something else than a score file, however damaged.

    Ours has a line that begins a round, or nothing but (the torn beginning of) our head.
    """
    file.seek(0)
    foreign, commented, ours = False, False, False
    for number, raw in enumerate(file):
        if raw in _EMPTY:
            continue  # of which there may be as many as bytes
        plain = raw.replace(b"\0", b"")  # an editor may have made UTF-16 of it
        line = (plain.removeprefix(_BOM) if number == 0 else plain).strip(_BLANK)
        if line.startswith(MARKS):
            return False
        if line.startswith(b"#"):
            commented = True
        elif line and _HEAD_LINE.fullmatch(line):
            ours = True
        elif line:
            foreign = True
    if not foreign:
        return commented and not ours
    file.seek(0)
    try:
        table = _parse(Piece(1, file.read()))
    except Unparsed:
        return True
    version = table.get("format")
    return "rounds" not in table and not (type(version) is int and version > FORMAT)


def holds(file: BinaryIO, wanted: bytes) -> bool:
    """Tell whether some bytes stand anywhere in a file, which is faster than to read its pieces."""
    file.seek(0)
    rest = b""
    while chunk := file.read(_CHUNK):
        if wanted in rest + chunk:
            return True
        rest = chunk[-len(wanted) :]
    return False


def joined(kept: Iterable[bytes]) -> bytes:
    """Put what is kept of pieces together again, each on lines of its own."""
    return b"".join(part if part.endswith(b"\n") else part + b"\n" for part in kept if part)


_CHUNK = 1 << 20
_BRACKET = ord("[")
_BLANK = b"\0 \t\r\n"
_EMPTY = (b"\n", b"\r\n")
_BOM = b"\xef\xbb\xbf"
# What the head of a score file may hold, also torn, apart from empty lines and comments.
_HEAD_LINE = re.compile(
    rb"f(o(r(m(at?)?)?)?)?|format\s*=.*"
    rb"|\[(\[(r(o(u(n(ds?)?)?)?)?)?)?|\[\[rounds\].*|\[\[re(m(o(v(ed?)?)?)?)?|\[\[removed\].*"
)


def split(file: BinaryIO, place: int = 0) -> Iterator[Piece]:
    """Cut an open file into its pieces, from `place` on, without holding more than one."""
    file.seek(place)
    first, lines, is_head, at = 1, list[bytes](), place == 0, place
    for number, line in enumerate(file, 1):
        if line[0] == _BRACKET and line.rstrip(b"\r\n \t") in MARKS:
            piece = Piece(first, b"".join(lines), is_head, at)
            if piece.data or is_head:
                yield piece
            at += len(piece.data)
            first, lines, is_head = number, [], False
        lines.append(line)
    if lines or is_head:
        yield Piece(first, b"".join(lines), is_head, at)


def begins_piece(file: BinaryIO, place: int) -> bool:
    """Tell whether what stands at `place`, empty lines aside, begins a piece or is the end."""
    file.seek(place)
    for line in file:
        if line.strip():
            return line.startswith(MARKS) and line.rstrip(b"\r\n \t") in MARKS
    return True


class Unparsed(Exception):  # noqa: N818
    """A piece is not TOML of its own."""


def examine(piece: Piece) -> Reading:
    """Read one piece by itself. Raises Unparsed where it is not TOML of its own, and Newer."""
    table = _parse(piece)
    if piece.is_head:
        return _header(piece, table)
    if table.keys() not in ({"rounds"}, {"removed"}):
        # Another table after a round: whether it may stand there only the whole file can tell.
        raise Unparsed(_at(piece.line, _("something else than a round")))
    return _body(table, piece.line, piece.data)


def _placed(found: Reading, piece: Piece) -> Reading:
    clean = not found.problems and len(found.rounds) <= 1
    return found._replace(place=piece.place, length=len(piece.data), clean=clean)


def _header(piece: Piece, table: dict[str, Any]) -> Reading:
    version = table.get("format")
    if isinstance(version, int) and not isinstance(version, bool) and version > FORMAT:
        raise Newer
    if "rounds" in table:
        body = _body(table, piece.line, None)
        problem = _at(piece.line, _("rounds in a form that nothing can be added to"))
        return body._replace(problems=(problem, *body.problems), kept=HEADER + body.kept)
    if type(version) is not int or version != FORMAT:
        return Reading(problems=(_at(1, _("“format = 1” is missing")),), kept=HEADER)
    return Reading(kept=piece.data)


def _body(table: dict[str, Any], line: int, verbatim: bytes | None) -> Reading:
    """Read rounds and marks; where all is well `verbatim` is what to keep."""
    problems = list[str]()
    rounds = _decoded(table, "rounds", decode, line, problems)
    removals = _decoded(table, "removed", decode_removal, line, problems)
    if problems or verbatim is None:
        blocks = [*map(encode, rounds), *map(encode_removal, removals)]
        verbatim = b"".join(blocks).lstrip(b"\n")
    return Reading(tuple(rounds), tuple(removals), tuple(problems), verbatim)


def _decoded(
    table: dict[str, Any],
    key: str,
    decode: Callable[[object], _Table],
    line: int,
    problems: list[str],
) -> list[_Table]:
    """Read what a table lists under a key; what is wrong with it goes to `problems`."""
    values = table.get(key, [])
    if not isinstance(values, list):
        problems.append(_at(line, _("“{key}” is not a list").format(key=key)))
        return []
    found = list[_Table]()
    for value in values:
        try:
            found.append(decode(value))
        except Malformed as error:
            wrong = (
                _("a round is not complete: {why}")
                if key == "rounds"
                else _("a mark of removed rounds is wrong: {why}")
            )
            problems.append(_at(line, wrong.format(why=error)))
    return found


def _rest(file: BinaryIO, piece: Piece) -> Reading | None:
    """Read a piece and all that follows as one text, if it is one; else read on as before."""
    before = file.tell()
    file.seek(piece.place)
    data = file.read()
    try:
        table = _parse(Piece(piece.line, data))
    except Unparsed:
        file.seek(before)
        return None
    header = Reading()
    if piece.is_head:
        header = _header(piece, {key: table[key] for key in table if key not in _OURS})
    body = _body(table, piece.line, None)
    return Reading(
        rounds=body.rounds,
        removals=body.removals,
        problems=header.problems + body.problems,
        kept=(HEADER if piece.is_head else b"\n") + body.kept,
        place=piece.place,
        length=len(data),
        clean=False,
    )


_OURS = ("rounds", "removed")


def _salvage(piece: Piece, problem: str) -> Reading:
    """Keep the round at the start of a piece whose end is torn, if the round itself is whole."""
    end = _END.search(piece.data)
    if end and not piece.is_head:
        try:
            reading = examine(Piece(piece.line, piece.data[: end.end()] + b"\n"))
        except Unparsed:
            return Reading(problems=(problem,))
        return reading._replace(problems=(problem, *reading.problems))
    return Reading(problems=(problem,), kept=HEADER if piece.is_head else b"")


def _parse(piece: Piece) -> dict[str, Any]:
    try:
        return loads(piece.data.decode())
    except UnicodeDecodeError as error:
        line = piece.line + piece.data.count(b"\n", 0, error.start)
        raise Unparsed(_at(line, _("bytes that are not UTF-8 text"))) from None
    except tomli.TOMLDecodeError as error:
        raise Unparsed(_at(piece.line + error.lineno - 1, _("it is not valid TOML"))) from None
    except (ValueError, RecursionError):
        # A number of thousands of digits, brackets without end.
        raise Unparsed(_at(piece.line, _("a value that cannot be read"))) from None


def _at(line: int, what: str) -> str:
    return _("line {line}: {what}").format(line=line, what=what)
