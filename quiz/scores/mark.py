"""A note beside a large score file that it was found whole, so that a start need not read it again.

Derived: it may be deleted at any time, which costs the next start one reading of the file. From
the first note on, as long as nobody but this program adds to the file, its notes share a lineage:
whoever knows the lineage knows that what was there before is unchanged.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_WORTH = 1 << 20  # bytes: a smaller file is read faster than anybody notices

State = tuple[int, int, int]
"""Size in bytes, time of change in nanoseconds, and number of a file."""


def state(path: Path) -> State:
    """Return what tells a file from what it was; all 0 where there is none. Raises OSError."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return 0, 0, 0
    return state_of(status)


def state_of(status: os.stat_result) -> State:
    """Return what tells a file from what it was, of a file that is open."""
    return status.st_size, status.st_mtime_ns, status.st_ino


def lineage(path: Path) -> str:
    """Return the lineage of a file that is just as it was when it was marked; else nothing."""
    try:
        *marked, found = _mark(path).read_text("ascii").split()
        now = state(path)
    except (OSError, ValueError):
        return ""
    return found if now[0] >= _WORTH and marked == list(map(str, now)) else ""


def mark(path: Path, lineage: str = "", marked: State | None = None) -> str:
    """Note that the file is whole as it is now, or was in the state `marked`; return its lineage.

    Without a `lineage` a new one begins. It is empty where nothing could or need be noted.
    """
    # A mark that is missing or torn is no harm: it only fits where all of it fits.
    with suppress(OSError):
        now = marked or state(path)
        if now[0] >= _WORTH:
            lineage = lineage or os.urandom(8).hex()
            _mark(path).write_text(" ".join([*map(str, now), lineage]) + "\n", "ascii")
            return lineage
    return ""


def _mark(path: Path) -> Path:
    return path.with_name(path.name + ".checked")
