"""System calls that refuse, one use after the other."""

from __future__ import annotations

import errno
import fcntl
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    import pytest

ERRORS = {
    errno.ENOSPC: "no space",
    errno.EDQUOT: "no space",
    errno.EIO: "disk reported",
    errno.EACCES: "no permission",
    errno.EROFS: "read-only",
    errno.EINTR: "interrupted",
}
"""What the system may say, and what the person is told."""

CALLS = ("open", "write", "fsync", "replace", "flock")
"""All that a save asks of the system, its lock included."""

MOST = 40
"""Uses of one call that a save needs at most."""


@dataclass
class Faulty:
    """A system call that refuses at its nth use, having written part of what it was given."""

    real: Callable[..., Any]
    number: int
    at: int
    used: int = 0

    def __call__(self, *args: Any, **options: Any) -> Any:
        self.used += 1
        if self.used != self.at:
            return self.real(*args, **options)
        if self.real.__name__ == "write":
            self.real(args[0], bytes(args[1])[: len(args[1]) // 2])
        raise OSError(self.number, os.strerror(self.number))


@contextmanager
def refusing(patches: pytest.MonkeyPatch, call: str, number: int, at: int) -> Iterator[Faulty]:
    """Let a call refuse at its use `at`, counted from 1, inside the block.

    Where the fault was not used so often afterwards, what was done needs no more such calls.
    """
    module: ModuleType = fcntl if call == "flock" else os
    fault = Faulty(getattr(module, call), number, at)
    with patches.context() as patch:
        patch.setattr(module, call, fault)
        yield fault


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """Let the system itself refuse inside the block what would make a file larger (EFBIG).

    It first writes what still fits, as a disk does that fills up in the middle of a write.
    """
    import resource  # noqa: PLC0415  # not on every system

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
