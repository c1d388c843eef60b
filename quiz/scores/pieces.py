"""A score file cut into pieces that are read one by one, so that damage in one costs no other.

A piece begins at a line that is exactly `[[rounds]]`; the first is what stands before any round.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

import tomli

from quiz.base.language import _
from quiz.scores.blocks import HEADER, Malformed, decode, encode
from quiz.scores.models import FORMAT, Played

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = b"[[rounds]]"
_START = re.compile(rb"^\[\[rounds\]\][ \t\r]*$", re.MULTILINE)
_END = re.compile(rb"^\][ \t\r]*$", re.MULTILINE)  # the last line of a round that we wrote
_HEAD_BYTES = 4096
_TAIL_BYTES = 1 << 16  # holds a round of two hundred questions
# What the head of a score file may hold, also torn, apart from empty lines and comments.
_HEAD_LINE = re.compile(
    rb"f(o(r(m(at?)?)?)?)?|format\s*=.*|\[(\[(r(o(u(n(ds?)?)?)?)?)?)?|\[\[rounds\].*"
)
_BLANK = b"\0 \t\r\n"
_BOM = b"\xef\xbb\xbf"
_EMPTY: tuple[str, ...] = ()


class Newer(Exception):  # noqa: N818
    """The file's `format` is of a later version."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines of a file and the number of the first, counted from 1."""

    line: int
    data: bytes
    is_head: bool = False
    """It is what stands before any round."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a piece gave: its rounds, what is wrong with it, and the bytes worth keeping."""

    rounds: tuple[Played, ...] = ()
    problems: tuple[str, ...] = ()
    kept: bytes = b""
    whole: bool = False
    """It is of the whole file, and stands for all that was read before it."""


def readings(file: BinaryIO) -> Iterator[Reading]:
    """Read a score file from its start, piece by piece. Raises Newer and OSError, nothing else.

    Cutting at a line is a guess, as such a line may stand inside a long string that a person
    wrote: what does not parse alone is tried once more as the whole file.
    """
    if is_foreign(file):
        yield Reading((), (_("it is no score file"),))
        return
    whole_tried = False
    for piece in split(file):
        try:
            yield examine(piece)
        except Unparsed as error:
            if not whole_tried:
                whole_tried = True
                if whole := _whole(file):
                    yield whole
                    return
            yield _salvage(piece, str(error))


def sound(file: BinaryIO) -> bool:
    """Tell from a file's first and last bytes whether a round can be appended as it is.

    Costs the same for a file of any size. Raises Newer and OSError.
    """
    file.seek(0)
    head = file.read(_HEAD_BYTES)
    first = _START.search(head)
    size = os.fstat(file.fileno()).st_size
    if first is None and size > len(head):
        return False
    try:
        header = examine(Piece(1, head[: first.start()] if first else head, is_head=True))
        last = examine(Piece(2, _tail(file, size))) if first else Reading()
    except Unparsed:
        return False
    return not header.problems and not last.problems


def is_foreign(file: BinaryIO) -> bool:
    """Tell whether a file is something else than a score file, however damaged.

    Ours has a line that begins a round, or nothing but (the torn beginning of) our head.
    """
    file.seek(0)
    if _START.search(file.read(_HEAD_BYTES)):
        return False
    file.seek(0)
    foreign, commented, ours = False, False, False
    for number, raw in enumerate(file):
        plain = raw.replace(b"\0", b"")  # an editor may have made UTF-16 of it
        line = (plain.removeprefix(_BOM) if number == 0 else plain).strip(_BLANK)
        if line.startswith(_MARK):
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


def ends_with(file: BinaryIO, identity: str) -> bool:
    """Tell whether the last round of a file that is whole has this id; costs the same always."""
    try:
        last = examine(Piece(2, _tail(file, os.fstat(file.fileno()).st_size)))
    except Unparsed:
        return False
    return bool(last.rounds) and last.rounds[-1].id == identity


def split(file: BinaryIO) -> Iterator[Piece]:
    """Cut an open file into its pieces without holding more than one."""
    file.seek(0)
    first, lines, is_head = 1, list[bytes](), True
    for number, line in enumerate(file, 1):
        if line.startswith(_MARK) and line.rstrip(b"\r\n \t") == _MARK:
            yield Piece(first, b"".join(lines), is_head)
            first, lines, is_head = number, [], False
        lines.append(line)
    yield Piece(first, b"".join(lines), is_head)


class Unparsed(Exception):  # noqa: N818
    """A piece is not TOML of its own."""


def _tail(file: BinaryIO, size: int) -> bytes:
    window = _TAIL_BYTES
    while True:
        start = max(0, size - window)
        file.seek(start)
        data = file.read(size - start)
        starts = list(_START.finditer(data))
        # A match at the very start of the window may be the end of a longer line.
        if starts and (starts[-1].start() > 0 or start == 0):
            return data[starts[-1].start() :]
        if start == 0:
            return data
        window *= 4


def examine(piece: Piece) -> Reading:
    """Read one piece by itself. Raises Unparsed where it is not TOML of its own, and Newer."""
    table = _parse(piece)
    if piece.is_head:
        return _header(piece, table)
    if table.keys() != {"rounds"}:
        # Another table after a round: whether it may stand there only the whole file can tell.
        raise Unparsed(_at(piece.line, _("something else than a round")))
    return _rounds(table["rounds"], piece.line, piece.data)


def _header(piece: Piece, table: dict[str, Any]) -> Reading:
    version = table.get("format")
    if isinstance(version, int) and not isinstance(version, bool) and version > FORMAT:
        raise Newer
    if "rounds" in table:
        rounds = _rounds(table["rounds"], piece.line, None)
        problem = _at(piece.line, _("rounds in a form that nothing can be added to"))
        return Reading(rounds.rounds, (problem, *rounds.problems), HEADER + rounds.kept)
    if type(version) is not int or version != FORMAT:
        return Reading((), (_at(1, _("“format = 1” is missing")),), HEADER)
    return Reading((), _EMPTY, piece.data)


def _rounds(values: object, line: int, verbatim: bytes | None) -> Reading:
    if not isinstance(values, list):
        return Reading((), (_at(line, _("“rounds” is not a list")),))
    rounds, problems = list[Played](), list[str]()
    for value in values:
        try:
            rounds.append(decode(value))
        except Malformed as error:
            problems.append(_at(line, _("a round is not complete: {why}").format(why=error)))
    if problems or verbatim is None:
        verbatim = b"".join(map(encode, rounds)).lstrip(b"\n")
    return Reading(tuple(rounds), tuple(problems), verbatim)


def _whole(file: BinaryIO) -> Reading | None:
    """Read the file as one text, if it is one, leaving the place of reading where it was."""
    place = file.tell()
    file.seek(0)
    try:
        table = _parse(Piece(1, file.read()))
    except Unparsed:
        file.seek(place)
        return None
    values = table.pop("rounds", [])
    header = _header(Piece(1, HEADER), table)
    rounds = _rounds(values, 1, None)
    return Reading(rounds.rounds, header.problems + rounds.problems, HEADER + rounds.kept, True)


def _salvage(piece: Piece, problem: str) -> Reading:
    """Keep the round at the start of a piece whose end is torn, if the round itself is whole."""
    end = _END.search(piece.data)
    if end and not piece.is_head:
        try:
            reading = examine(Piece(piece.line, piece.data[: end.end()] + b"\n"))
        except Unparsed:
            return Reading((), (problem,))
        return Reading(reading.rounds, (problem, *reading.problems), reading.kept)
    return Reading((), (problem,), HEADER if piece.is_head else b"")


def _parse(piece: Piece) -> dict[str, Any]:
    try:
        return tomli.loads(piece.data.decode())
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
