"""Whether the score file is still the one that the index was drawn from.

What was taken in is a stretch from the file's first byte on, kept as segments with a digest each,
so that more can be added without reading again what was there. The stretch is unchanged

- where the file's size, time of change and number are what they were, and the index looked later
  than a clock could still tell apart (the "racy git" problem: github.com/git/git,
  Documentation/technical/racy-git.txt);
- where nobody but this program has added to it since (`quiz.scores.mark`);
- or else where its digests say so, which costs reading it, but not parsing.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from quiz.scores.mark import lineage

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from quiz.scores.mark import State

NEVER = (-1, -1, -1)
"""The state of no file: not all of the file is taken in."""
_CHUNK = 1 << 20
_SMALL = 1 << 16  # bytes up to which two segments become one
_RACY = 50_000_000  # nanoseconds: no file system tells times apart that are closer, or hardly any


class Source(NamedTuple):
    """What the index knows of the score file it was drawn from."""

    state: State = NEVER
    looked: int = 0
    """When it was last compared, in nanoseconds since 1970."""
    lineage: str = ""
    settled: int = 0
    """Bytes from the start that hold whole pieces, each of which can be read by itself."""
    problem: str = ""
    """Why nothing could be taken in: it is "newer" or "foreign"."""

    @classmethod
    def load(cls, base: sqlite3.Connection) -> Source:
        """Read what the index knows."""
        found = base.execute("SELECT value FROM facts WHERE name = 'source'").fetchone()
        if not found:
            return cls()
        values = json.loads(found[0])
        return cls(**values | {"state": tuple(values["state"])})

    def save(self, base: sqlite3.Connection) -> None:
        """Write it, in the transaction that is open."""
        text = json.dumps(self._asdict())
        base.execute("INSERT OR REPLACE INTO facts VALUES ('source', ?)", (text,))

    def is_as_it_was(self, now: State) -> bool:
        """Tell from the outside of the file that nothing has changed."""
        return self.state == now and (now[1] < self.looked - _RACY or not any(now))


def is_continued(base: sqlite3.Connection, source: Source, scores: Path, file: BinaryIO) -> bool:
    """Tell whether the bytes that are settled are still what they were."""
    if source.lineage and source.lineage == lineage(scores):
        return True
    file.seek(0)
    stop = 0
    for start, stop, digest in base.execute("SELECT * FROM segments ORDER BY start").fetchall():
        if _digest(file, start, stop) != digest:
            return False
    return bool(stop == source.settled)


def add_segment(base: sqlite3.Connection, file: BinaryIO, stop: int) -> None:
    """Note the bytes up to `stop`, and none after it, as taken in."""
    base.execute("DELETE FROM segments WHERE stop > ?", (stop,))
    last = base.execute("SELECT start, stop FROM segments ORDER BY start DESC LIMIT 1").fetchone()
    start = last[1] if last else 0
    if start == stop:
        return
    if last and last[1] - last[0] < _SMALL:
        start = last[0]
    base.execute(
        "INSERT OR REPLACE INTO segments VALUES (?,?,?)", (start, stop, _digest(file, start, stop))
    )


def _digest(file: BinaryIO, start: int, stop: int) -> bytes:
    digest, left = blake2b(digest_size=16), stop - start
    file.seek(start)
    while left and (chunk := file.read(min(left, _CHUNK))):
        digest.update(chunk)
        left -= len(chunk)
    return b"" if left else digest.digest()
