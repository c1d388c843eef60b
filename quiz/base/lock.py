"""A lock between processes; the system lets go of it when its process ends, however it ends."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from filelock import BaseFileLock

_POLL = 0.005  # seconds: the wait is for one flush to the disk


class HeldError(Exception):
    """Another process held the lock for as long as one was ready to wait."""


class NoLocksError(Exception):
    """The file system has no locks."""


def release(lock: BaseFileLock) -> None:
    """Let go of a lock; what is done under it is done, so that a refusal is no error of that."""
    for _attempt in range(2):
        with suppress(OSError):
            lock.release()
            return


def take(path: Path, seconds: float) -> BaseFileLock:
    """Take the lock file at `path`, making its folder where it is missing; `release` lets go of it.

    Raises HeldError after so many seconds, NoLocksError, or OSError if it cannot be made.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  # only what is to be written needs it

    # A lock taken in one worker thread is let go of in another.
    lock = FileLock(path, timeout=seconds, thread_local=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        try:
            lock.acquire(timeout=0, poll_interval=_POLL)
        except Timeout:
            if not path.exists():
                # filelock takes some refusals to make the file for a lock that is held.
                os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o666))
            lock.acquire(timeout=seconds, poll_interval=_POLL)
    except Timeout:
        raise HeldError from None
    except (NotImplementedError, RuntimeError) as error:
        raise NoLocksError from error
    return lock
