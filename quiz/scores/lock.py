"""Locks between processes; the system lets go of them when their process ends, however it ends."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.scores.errors import Busy, ScoreError, shown, writing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filelock import BaseFileLock

PATIENCE = 10.0
"""Seconds to wait for others who are saving. A save takes milliseconds; a class saves at once."""

_POLL = 0.005  # seconds: the wait is for one flush to the disk


def acquire(path: Path, seconds: float) -> BaseFileLock:
    """Take the lock file at `path`, making its folder where it is missing.

    Raises Busy if another process still holds it after `seconds`, ScoreError if it cannot be made.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  # reading history needs no lock

    # A lock taken in one worker thread is let go of in another.
    lock = FileLock(path, timeout=seconds, thread_local=False)
    with writing(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _wait(lock, path, seconds)
        except Timeout:
            message = _("Another newsquiz is using {path}. Try again in a moment.")
            raise Busy(message.format(path=shown(path.with_suffix("")))) from None
        except (NotImplementedError, RuntimeError) as error:
            message = _("{path} cannot be locked: the file system has no locks.")
            raise ScoreError(message.format(path=shown(path.with_suffix("")))) from error
    return lock


def _wait(lock: BaseFileLock, path: Path, seconds: float) -> None:
    from filelock import Timeout  # noqa: PLC0415

    try:
        lock.acquire(timeout=0, poll_interval=_POLL)
    except Timeout:
        if not path.exists():
            # filelock takes some refusals to make the file for a lock that is held.
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o666))
        lock.acquire(timeout=seconds, poll_interval=_POLL)


@contextmanager
def held(path: Path, seconds: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of the score file at `path` inside the block; errors are those of `acquire`."""
    real = Path(os.path.realpath(path))  # one file has one lock, whatever links lead to it
    lock = acquire(real.with_name(real.name + ".lock"), seconds)
    try:
        yield
    finally:
        lock.release()
