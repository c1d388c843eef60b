"""The journal of the round that is being played, so that a crash costs no answer.

One file a round beside the score file: the head of the round, then each answer as it is given. A
living process holds a lock on its journal; a journal without one was left by a crash.
"""

from __future__ import annotations

import os
import re
import uuid
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quiz.base.files import append, write_atomically
from quiz.base.lock import release
from quiz.base.toml import loads
from quiz.scores.blocks import (
    Malformed,
    decode_answer,
    decode_start,
    encode_answer,
    encode_start,
)
from quiz.scores.errors import Busy, newer, reading, writing
from quiz.scores.lock import acquire, held
from quiz.scores.models import FORMAT, Played

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from filelock import BaseFileLock

    from quiz.game.answer import Answer

_START = re.compile(rb"^\[\[answers\]\]\n", re.MULTILINE)
# The last line of an answer, all of it: what follows a torn one directly begins with a line end
# of its own, and so is no empty line.
_END = re.compile(rb"^points = [0-9]+\n(?=[\n\0]|\Z)", re.MULTILINE)
_SUFFIX = ".toml"


def new_id(now: datetime, random: Callable[[int], bytes]) -> str:
    """Make the id of a round that begins `now`: a UUID of version 7 (RFC 9562, section 5.7).

    `random` returns as many random bytes as it is asked for.
    """
    milliseconds = int(now.timestamp() * 1000) & (1 << 48) - 1
    chance = int.from_bytes(random(10)) & (1 << 74) - 1
    high, low = chance >> 62, chance & (1 << 62) - 1
    return str(uuid.UUID(int=milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low))


@dataclass(slots=True)
class Journal:
    """An open journal. It may be used from any thread, by one at a time."""

    path: Path
    _handle: int = field(repr=False)
    _lock: BaseFileLock = field(repr=False)

    @classmethod
    def open(cls, score_path: Path, header: Played) -> Journal:
        """Begin the journal of a round; of `header` only what is known at its start is used.

        Raises ScoreError where nothing can be written; a round can be played without a journal.
        """
        path = _journal_path(score_path, header.id)
        # Under the lock of the score file no recovery can take a journal that is being made for
        # one that was left behind.
        with held(score_path):
            lock = acquire(_lock_path(path), 0)
            try:
                with writing(path):
                    write_atomically(path, encode_start(header))
                    handle = os.open(path, os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0))
            except BaseException:
                _remove(path, lock)
                raise
        return cls(path, handle, lock)

    def add(self, answer: Answer) -> None:
        """Write an answer. From here on it survives the end of this process, however it ends.

        Raises ScoreError; the answers before are safe then.
        """
        with writing(self.path):
            append(self._handle, encode_answer(answer), sync=False)

    def sync(self) -> None:
        """Put the answers on the disk, so that they survive a power failure. Raises ScoreError."""
        with writing(self.path):
            os.fsync(self._handle)

    def discard(self) -> None:
        """Remove the journal: the round is saved, or nobody wants it."""
        if self._close():
            _remove(self.path, self._lock)

    def close(self) -> None:
        """Leave the journal for the next start, which saves its answers as interrupted."""
        if self._close():
            release(self._lock)

    def _close(self) -> bool:
        was_open = self._handle >= 0
        if was_open:
            os.close(self._handle)
            self._handle = -1
        return was_open


@dataclass(frozen=True, slots=True)
class Orphan:
    """A journal whose process is gone, claimed so that nobody else folds it in."""

    path: Path
    _lock: BaseFileLock = field(repr=False)

    def read(self) -> Played | None:
        """Return the interrupted round, or None where nothing was answered.

        A last answer that was written in part is left out. Raises Malformed where the head is not
        that of a journal, ScoreError where it cannot be read or is of a newer format.
        """
        with reading(self.path):
            head, *blocks = _START.split(self.path.read_bytes())
        table = _parse(head)
        version = table.get("format")
        if type(version) is int and version > FORMAT:
            raise newer(self.path)
        header = decode_start(table)
        blocks[:-1] = [block + b"[" for block in blocks[:-1]]  # the next one follows there
        answers = tuple(each for block in blocks for each in _answer(block))
        if not answers:
            return None
        return replace(
            header,
            seconds=sum(answer.seconds for answer in answers),
            correct=sum(answer.correct for answer in answers),
            points=sum(answer.points for answer in answers),
            answers=answers,
        )

    def remove(self) -> None:
        """Remove the journal: its round is on the disk."""
        with suppress(OSError):
            self.path.unlink()

    def release(self) -> None:
        """Let go of it; of a journal that is no more nothing stays."""
        release(self._lock)
        with suppress(OSError):
            if not self.path.exists():
                _lock_path(self.path).unlink()


def orphans(score_path: Path) -> Iterator[Orphan]:
    """Claim the journals that crashes left, one after the other, while the score file is locked."""
    for path in waiting(score_path):
        try:
            lock = acquire(_lock_path(path), 0)
        except Busy:
            continue  # its round is being played
        orphan = Orphan(path, lock)
        try:
            with reading(path):
                there = path.exists()
            if there:
                yield orphan
        finally:
            orphan.release()


def waiting(score_path: Path) -> list[Path]:
    """List the journals beside a score file, of living processes too, the oldest first."""
    prefix, suffix = _journal_path(score_path, "*").name.split("*")
    with reading(score_path.parent):
        try:
            names = [entry.name for entry in os.scandir(score_path.parent)]
        except (FileNotFoundError, NotADirectoryError):
            return []
    locked = {name.removesuffix(".lock") for name in names}  # also locks that outlived a journal
    return [
        score_path.with_name(name)
        for name in sorted(locked)
        if name.startswith(prefix) and name.endswith(suffix)
    ]


def _journal_path(score_path: Path, identity: str) -> Path:
    stem = score_path.name.removesuffix(_SUFFIX)
    return score_path.with_name(f"{stem}.journal-{identity}{_SUFFIX}")


def _lock_path(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def _remove(path: Path, lock: BaseFileLock) -> None:
    with suppress(OSError):
        path.unlink()
    release(lock)
    with suppress(OSError):
        _lock_path(path).unlink()


def _parse(text: bytes) -> dict[str, object]:
    try:
        return loads(text.decode())
    except (ValueError, RecursionError) as error:
        raise Malformed(str(error)) from None


def _answer(block: bytes) -> list[Answer]:
    end = _END.search(block)
    if not end:
        return []
    try:
        return [decode_answer(_parse(block[: end.end()]))]
    except Malformed:
        return []
