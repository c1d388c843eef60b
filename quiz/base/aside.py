"""Copies of a file as it was, under names that say what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.base.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

_CHUNK = 1 << 20


def copy_aside(original: Path, beside: Path, word: str, now: datetime) -> Path:
    """Copy a file, to the disk, to a free name beside `beside` that has `word` and the time in it.

    For who holds the lock of the file: nobody else takes the name meanwhile. Raises OSError, and
    then no copy is left.
    """
    suffix = beside.suffix
    name = f"{beside.name.removesuffix(suffix)}.{word}-{now:%Y%m%d-%H%M%S}"
    aside, number = beside.with_name(f"{name}{suffix}"), 1
    while aside.exists() or aside.is_symlink():
        number += 1
        aside = beside.with_name(f"{name}-{number}{suffix}")
    write_atomically(aside, _chunks(original))
    return aside


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
