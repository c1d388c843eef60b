"""Which score files a person means by files, folders and patterns."""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.base.errors import QuizError
from quiz.base.files import reason, require_file
from quiz.base.language import _, ngettext
from quiz.base.text import one_line
from quiz.scores.pieces import is_foreign

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_BESIDE = (
    ".damaged-",
    ".journal-",
    ".backup-",
)  # what the program itself keeps beside a score file
_LISTED = 5  # names that a message lists


@dataclass(frozen=True, slots=True)
class Found:
    """The score files, each once, and what was passed over, in words."""

    paths: tuple[Path, ...]
    notes: tuple[str, ...]


def find(names: Iterable[str]) -> Found:
    """Find the score files that are named, in folders (and theirs) and by patterns as `*.toml`.

    What is no score file is passed over with a note. Raises QuizError where a name stands for
    nothing, and where nothing that was found is a score file.
    """
    paths, others, refused = dict[str, Path](), list[Path](), list[str]()
    for name in names:
        for path in _expand(name):
            real = os.path.realpath(path)
            if real in paths:
                continue
            try:
                require_file(path)
                with path.open("rb") as file:
                    foreign = is_foreign(file)
            except OSError as error:
                told = _("{path} cannot be read: {reason}.")
                refused.append(told.format(path=one_line(str(path)), reason=reason(error)))
                continue
            if foreign:
                others.append(path)
            else:
                paths[real] = path
    notes = [*refused, *_passed_over(others)]
    if not paths:
        raise QuizError(" ".join(notes) or _("There is no score file here."))
    return Found(tuple(paths.values()), tuple(notes))


def _expand(name: str) -> Iterator[Path]:
    path = Path(name)
    try:
        if path.is_dir():
            yield from _in_folder(path)
            return
        if path.exists():
            yield path
            return
    except (OSError, ValueError):
        pass
    matches: Sequence[str] = ()
    if glob.has_magic(name):
        # The shell of Windows leaves patterns to the program.
        matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207  # also absolute ones
    if not matches:
        message = _("{name}: there is no such file or folder.")
        raise QuizError(message.format(name=one_line(name)))
    for match in matches:
        if Path(match).is_dir():
            yield from _in_folder(Path(match))
        else:
            yield Path(match)


def _in_folder(folder: Path) -> list[Path]:
    """List the TOML files in a folder and its folders that may be somebody's score file."""
    return sorted(
        path
        for path in folder.rglob("*.toml")
        if not path.name.startswith(".")
        and not any(mark in path.name for mark in _BESIDE)
        and path.is_file()
    )


def _passed_over(others: Sequence[Path]) -> list[str]:
    if not others:
        return []
    names = ", ".join(one_line(str(path)) for path in others[:_LISTED])
    if len(others) > _LISTED:
        names += ", …"
    told = ngettext(
        "{n} file is no score file and was passed over: {names}.",
        "{n} files are no score files and were passed over: {names}.",
        len(others),
    )
    return [told.format(n=len(others), names=names)]
