"""What the first and the last bytes of a score file tell: as quick for a file of any size."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from quiz.scores.pieces import Piece, Reading, Unparsed, examine

if TYPE_CHECKING:
    from typing import BinaryIO

_START = re.compile(rb"^\[\[(?:rounds|removed)\]\][ \t\r]*$", re.MULTILINE)
_HEAD_BYTES = 4096
_TAIL_BYTES = 1 << 16  # holds a round of two hundred questions


def sound(file: BinaryIO) -> bool:
    """Tell whether a round can be appended to the file as it is. Raises Newer and OSError."""
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


def ends_with(file: BinaryIO, identity: str) -> bool:
    """Tell whether the last round of a file that is whole has this id."""
    try:
        last = examine(Piece(2, _tail(file, os.fstat(file.fileno()).st_size)))
    except Unparsed:
        return False
    return bool(last.rounds) and last.rounds[-1].id == identity


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
