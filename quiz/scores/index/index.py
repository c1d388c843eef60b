"""An index that is up to date, and how queries reach it."""

from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING, Any, TypeVar

from quiz.base.files import require_file
from quiz.scores.errors import reading
from quiz.scores.index.source import Source
from quiz.scores.index.store import in_memory, index_path, open_file, remove
from quiz.scores.index.take import Taker
from quiz.scores.mark import state
from quiz.scores.pieces import Piece, Unparsed, examine, is_foreign

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from quiz.scores.index.take import Progress
    from quiz.scores.models import Played

_Result = TypeVar("_Result")


class ScoreIndex:
    """The index of the score file at `scores`.

    It may be used from any thread, by one at a time. As a context it closes itself. Where no index
    can be kept beside the score file it lives in memory: the answers are the same, and the next
    start reads the score file again.
    """

    def __init__(self, scores: Path, progress: Progress | None = None) -> None:
        """Open the index and bring it up to date; raises ScoreError where nothing can be read.

        `progress` is called with the bytes read so far and the bytes to read in all, now and then,
        where there is much to read.
        """
        self.scores = scores
        self._path = index_path(scores)
        self._lock = threading.RLock()
        self._number = 0  # of the open file; 0 in memory
        self._base = self._opened()
        try:
            self.refresh(progress)
        except BaseException:
            self._base.close()
            raise

    @property
    def is_kept(self) -> bool:
        """Whether it is a file, so that the next start finds it."""
        return bool(self._number)

    @property
    def problem(self) -> str:
        """Why the history is empty though there is a file: it is "newer" or "foreign"."""
        with self._lock:
            return Source.load(self._base).problem

    def refresh(self, progress: Progress | None = None) -> None:
        """Take in what was added to the score file since. Raises ScoreError."""
        with self._lock:
            if self._number and self._number != _number(self._path):
                self._base.close()
                self._base = self._opened()
            self._mending(lambda: self._take(progress))

    def rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return the rows that answer an SQL query. Raises ScoreError."""
        with self._lock:
            return self._mending(lambda: self._base.execute(query, values).fetchall())

    def number(self, name: str) -> int:
        """Return the number that a name has in the tables; -1 where it is not known."""
        found = self.rows("SELECT id FROM names WHERE name = ?", (name,))
        return int(found[0][0]) if found else -1

    def played(self, identity: str) -> Played | None:
        """Return a round in full by its id; None where there is none. Raises ScoreError."""
        with self._lock:
            found = self._read(identity)
            if found is None:
                self.refresh()  # the score file may have changed since
                found = self._read(identity)
            return found

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

    def _read(self, identity: str) -> Played | None:
        found = self.rows(
            "SELECT place, length, block FROM rounds LEFT JOIN loose USING (seq)"
            " WHERE id = ? AND NOT removed",
            (identity,),
        )
        if not found:
            return None
        place, length, block = found[0]
        if block is None:
            with reading(self.scores):
                try:
                    with self.scores.open("rb") as file:
                        file.seek(place)
                        block = file.read(length)
                except FileNotFoundError:
                    return None
        try:
            rounds = examine(Piece(1, block.lstrip(b"\n"))).rounds
        except Unparsed:
            return None
        return next((each for each in rounds if each.id == identity), None)

    def _take(self, progress: Progress | None) -> None:
        with reading(self.scores):
            if Source.load(self._base).is_as_it_was(state(self.scores)):
                return
            taker, complete = Taker(self._base, self.scores, progress), False
            while not complete:
                self._base.execute("BEGIN IMMEDIATE")
                try:
                    complete = taker.step()
                    self._base.execute("COMMIT")
                except BaseException:
                    if self._base.in_transaction:
                        self._base.execute("ROLLBACK")
                    raise

    def _mending(self, work: Callable[[], _Result]) -> _Result:
        """Do something with the index; where it fails, with a new one, and at last without."""
        try:
            return work()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # a table or column is not there
                self._anew()
            else:  # it cannot be written, or somebody else writes it all the time
                self._do_without(keep=True)
        except sqlite3.DatabaseError:
            self._anew()
        try:
            self._take(None)
            return work()
        except sqlite3.DatabaseError:
            self._do_without(keep=False)
            self._take(None)
            return work()

    def _opened(self) -> sqlite3.Connection:
        self._number = 0
        if not self._path.exists() and not self._is_worth():
            return in_memory()
        try:
            return self._file()
        except (OSError, sqlite3.OperationalError):
            return in_memory(self._path)
        except sqlite3.DatabaseError:
            return self._made_anew()

    def _file(self) -> sqlite3.Connection:
        base = open_file(self._path)
        self._number = _number(self._path)
        return base

    def _is_worth(self) -> bool:
        """Tell whether there is a history to keep an index of: none is left beside other files."""
        try:
            require_file(self.scores)
            with self.scores.open("rb") as file:
                return bool(file.read(1)) and not is_foreign(file)
        except OSError:
            return False

    def _made_anew(self) -> sqlite3.Connection:
        """Return an index in place of one that is torn."""
        self._number = 0
        try:
            remove(self._path)
            return self._file()
        except (OSError, sqlite3.Error):
            return in_memory()

    def _anew(self) -> None:
        self._base.close()
        self._base = self._made_anew()

    def _do_without(self, *, keep: bool) -> None:
        self._base.close()
        self._base = in_memory(self._path if keep else None)
        self._number = 0


def _number(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return -1
