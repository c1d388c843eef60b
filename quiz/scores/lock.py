"""The locks of score files, with their errors in words."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.base.lock import HeldError, NoLocksError, release, take
from quiz.scores.errors import Busy, ScoreError, shown, writing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from filelock import BaseFileLock

PATIENCE = 10.0
"""Seconds to wait for others who are saving. A save takes milliseconds; a class saves at once."""


def acquire(path: Path, seconds: float) -> BaseFileLock:
    """Take the lock file at `path`, making its folder where it is missing.

    Raises Busy if another process still holds it after `seconds`, ScoreError if it cannot be made.
    """
    with writing(path.parent):
        try:
            return take(path, seconds)
        except HeldError:
            message = _("Another newsquiz is using {path}. Try again in a moment.")
            raise Busy(message.format(path=shown(path.with_suffix("")))) from None
        except NoLocksError as error:
            message = _("{path} cannot be locked: the file system has no locks.")
            raise ScoreError(message.format(path=shown(path.with_suffix("")))) from error


@contextmanager
def held(path: Path, seconds: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of the score file at `path` inside the block; errors are those of `acquire`."""
    real = Path(os.path.realpath(path))  # one file has one lock, whatever links lead to it
    lock = acquire(real.with_name(real.name + ".lock"), seconds)
    try:
        yield
    finally:
        release(lock)
