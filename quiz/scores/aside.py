"""Copies of a file beside the score file, under names that say what they are."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from quiz.base.files import sync_folder

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_CHUNK = 1 << 20


def copy_aside(original: Path, beside: Path, word: str, now: datetime) -> Path:
    """Copy a file, to the disk, to a free name beside `beside` that has `word` and the time in it.

    Raises OSError, and then no copy is left.
    """
    suffix = beside.suffix
    name = f"{beside.name.removesuffix(suffix)}.{word}-{now:%Y%m%d-%H%M%S}"
    number = 1
    while True:
        aside = beside.with_name(f"{name}{f'-{number}' if number > 1 else ''}{suffix}")
        try:
            target = aside.open("xb")
            break
        except FileExistsError:
            number += 1
    try:
        with target, original.open("rb") as source:
            shutil.copyfileobj(source, target, _CHUNK)
            target.flush()
            os.fsync(target.fileno())
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise
    sync_folder(aside.parent)
    return aside
