"""The SQLite file of an index: opened, recognised, or done without."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from quiz.scores.index.tables import APPLICATION, SCHEMA, VERSION

PATIENCE = 20.0
"""Seconds to wait for another process that is writing the index."""


def index_path(scores: Path) -> Path:
    """Return where the index of a score file lies: beside the file itself, whatever links to it."""
    real = Path(os.path.realpath(scores))
    return real.with_name(real.name + ".index")


def in_memory() -> sqlite3.Connection:
    """Return an empty index that lives as long as this process."""
    base = _connect(":memory:")
    _create(base)
    return base


def _connect(name: str, *, uri: bool = False) -> sqlite3.Connection:
    base = sqlite3.connect(
        name, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=uri
    )
    base.execute("PRAGMA synchronous = NORMAL")
    return base


def _create(base: sqlite3.Connection) -> None:
    base.executescript(
        f"BEGIN; {SCHEMA} PRAGMA application_id = {APPLICATION}; "
        f"PRAGMA user_version = {VERSION}; COMMIT;"
    )
