"""The SQLite file of an index: opened, recognised, made anew, or done without."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from quiz.scores.index.tables import APPLICATION, SCHEMA, VERSION

PATIENCE = 10.0
"""Seconds to wait for another process that is writing the index."""

_HEAD = b"SQLite format 3\0"  # sqlite.org/fileformat.html, section 1.3
_STATEMENTS = [each for each in SCHEMA.split(";") if each.strip()]


def index_path(scores: Path) -> Path:
    """Return where the index of a score file lies: beside the file itself, whatever links to it."""
    real = Path(os.path.realpath(scores))
    return real.with_name(real.name + ".index")


def open_file(path: Path) -> sqlite3.Connection:
    """Open the index at `path`, or make it. Raises OSError and sqlite3.Error.

    A file that is not ours is renamed, one of another version replaced.
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        head = b""
    if head:
        ours = head.startswith(_HEAD) and head[68:72] == APPLICATION.to_bytes(4, "big")
        if not ours:
            path.rename(_free(path))
        elif head[60:64] != VERSION.to_bytes(4, "big"):
            remove(path)
    base = _connect(str(path))
    try:
        if not base.execute("PRAGMA application_id").fetchone()[0]:
            base.execute("BEGIN IMMEDIATE")
            # Another process may have been first.
            if not base.execute("PRAGMA application_id").fetchone()[0]:
                _create(base)
            base.execute("COMMIT")
    except BaseException:
        base.close()
        raise
    return base


def in_memory(path: Path | None = None) -> sqlite3.Connection:
    """Return an index that lives as long as this process.

    It begins with what the index at `path` holds, if that can be read.
    """
    base = _connect(":memory:")
    with suppress(OSError, sqlite3.Error, ValueError):
        if path is not None and path.is_file():
            address = f"{path.as_uri()}?mode=ro"
            with closing(sqlite3.connect(address, timeout=1.0, uri=True)) as there:
                there.backup(base)
            facts = [base.execute(f"PRAGMA {each}").fetchone()[0] for each in _MARKS]
            if facts == [APPLICATION, VERSION] and base.execute("SELECT 1 FROM facts").fetchone():
                return base
    base.close()
    base = _connect(":memory:")
    _create(base)
    return base


def empty(base: sqlite3.Connection) -> None:
    """Forget everything, in the transaction that is open."""
    names = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (name,) in names:
        base.execute(f'DROP TABLE "{name}"')
    _create(base)


def remove(path: Path) -> None:
    """Remove an index and what SQLite keeps beside it. Raises OSError."""
    path.unlink(missing_ok=True)
    with suppress(OSError):
        path.with_name(path.name + "-journal").unlink()


_MARKS = ("application_id", "user_version")


def _connect(name: str) -> sqlite3.Connection:
    base = sqlite3.connect(name, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    base.execute("PRAGMA synchronous = NORMAL")
    base.execute("PRAGMA cache_size = -32768")  # KiB: a build touches the whole of the file
    return base


def _create(base: sqlite3.Connection) -> None:
    for statement in _STATEMENTS:
        base.execute(statement)
    base.execute(f"PRAGMA application_id = {APPLICATION}")
    base.execute(f"PRAGMA user_version = {VERSION}")


def _free(path: Path) -> Path:
    number = 1
    while (free := path.with_name(f"{path.name}.foreign-{number}")).exists():
        number += 1
    return free
