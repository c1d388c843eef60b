"""A note beside a large score file that it was found whole, so that a start need not read it again.

Derived: it may be deleted at any time, which costs the next start one reading of the file.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from pathlib import Path

_WORTH = 1 << 20  # bytes: a smaller file is read faster than anybody notices


def is_marked(path: Path) -> bool:
    """Tell whether the file is just as it was when it was marked."""
    try:
        status = path.stat()
        return status.st_size >= _WORTH and _mark(path).read_text("ascii") == _state(status)
    except (OSError, UnicodeDecodeError):
        return False


def mark(path: Path) -> None:
    """Note that the file is whole as it is now."""
    # A mark that is missing or torn is no harm: it only fits where all of it fits.
    with suppress(OSError):
        status = path.stat()
        if status.st_size >= _WORTH:
            _mark(path).write_text(_state(status), "ascii")


def _mark(path: Path) -> Path:
    return path.with_name(path.name + ".checked")


def _state(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ino}\n"
