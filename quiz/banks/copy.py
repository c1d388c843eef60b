"""Copying a bank that came with the game, so that it can be edited."""

from __future__ import annotations

from pathlib import Path

import question_banks
from quiz.banks.problems import unwritable
from quiz.banks.read import read_bank
from quiz.banks.slug import fresh
from quiz.banks.write import SCHEMA, write_bank
from quiz.base.errors import QuizError
from quiz.base.files import file_inside, write_atomically
from quiz.base.language import _
from quiz.base.text import one_line


def is_packaged(path: Path) -> bool:
    """Whether the bank at `path` came with the game: an update would write over it."""
    folder = Path(question_banks.__path__[0])
    return path.resolve().parent == folder.resolve()


def copy_bank(path: Path, target: Path) -> None:
    """Copy a bank with the articles it names and its schema; what is there is left alone.

    Raises QuizError where `target` is there, the bank cannot be read or the system refuses.
    """
    if target.exists():
        message = _("{file} is there already: choose another name")
        raise QuizError(message.format(file=one_line(str(target))))
    bank = read_bank(path)
    beside = [SCHEMA, *(source.path for source in bank.sources if source.path)]
    try:
        for name in beside:
            found = file_inside(path.parent, name)
            if found is not None and not (target.parent / name).exists():
                write_atomically(target.parent / name, found.read_bytes())
        # The bank last: where it is, all it needs is.
        write_atomically(target, path.read_bytes())
    except OSError as error:
        raise unwritable(str(target), error) from None


def copy_anew(path: Path) -> Path:
    """Write a bank once more beside itself, in the layout of the program, and return where.

    Raises QuizError where it cannot be read or written.
    """
    bank = read_bank(path)
    taken = {other.stem for other in path.parent.glob("*.toml")}
    target = path.with_name(f"{fresh(path.stem, taken)}.toml")
    write_bank(target, bank)
    return target
