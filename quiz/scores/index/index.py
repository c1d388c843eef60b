"""An index that is up to date, and how queries reach it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from quiz.scores.file import ScoreFile
from quiz.scores.index.feed import Feed
from quiz.scores.index.store import in_memory
from quiz.scores.pieces import Piece, examine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from quiz.scores.models import Played

    Progress = Callable[[int, int], None]


class ScoreIndex:
    """The index of the score file at `scores`.

    It may be used from any thread, by one at a time. As a context it closes itself.
    """

    def __init__(self, scores: Path, progress: Progress | None = None) -> None:
        """Open the index and bring it up to date; raises ScoreError where nothing can be read.

        `progress` is called with the bytes read so far and the bytes to read in all, now and then,
        where there is much to read.
        """
        self.scores = scores
        self._lock = threading.RLock()
        self._base = in_memory()
        self._state: tuple[int, int, int] | None = None
        self.refresh(progress)

    def refresh(self, progress: Progress | None = None) -> None:
        """Take in what was added to the score file since. Raises ScoreError."""
        with self._lock:
            try:
                status = self.scores.stat()
                state = (status.st_size, status.st_mtime_ns, status.st_ino)
            except FileNotFoundError:
                state = (0, 0, 0)
            if state == self._state:
                return
            self._base.close()
            self._base = in_memory()
            self._base.execute("BEGIN")
            feed = Feed(self._base)
            for number, played in enumerate(ScoreFile(self.scores).rounds()):
                feed.add(played, -1, 0)
                if progress and number % 1000 == 0:
                    progress(0, state[0])
            feed.flush()
            self._base.execute("COMMIT")
            self._state = state

    def rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return the rows that answer an SQL query."""
        with self._lock:
            return self._base.execute(query, values).fetchall()

    def number(self, name: str) -> int:
        """Return the number that a name has in the tables; -1 where it is not known."""
        found = self.rows("SELECT id FROM names WHERE name = ?", (name,))
        return int(found[0][0]) if found else -1

    def played(self, seq: int) -> Played | None:
        """Return a round in full, by its number in the index; None where it is gone."""
        found = self.rows("SELECT block FROM loose WHERE seq = ?", (seq,))
        return examine(Piece(1, found[0][0].lstrip(b"\n"))).rounds[0] if found else None

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            self._base.close()

    def __enter__(self) -> ScoreIndex:
        """Return itself."""
        return self

    def __exit__(self, *_about: object) -> None:
        """Close."""
        self.close()
