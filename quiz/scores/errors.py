"""What goes wrong with scores, in words."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from quiz.base.errors import QuizError
from quiz.base.files import reason
from quiz.base.language import _, ngettext
from quiz.base.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


_TOLD = 3  # problems that a message lists; the file holds them all


class ScoreError(QuizError):
    """Scores could not be saved or read; what was on the disk before is still there."""


class NewerFormat(ScoreError):  # noqa: N818  # it is one, and reads as what it says
    """The file was written by a later version of the program, and is left alone."""


class Busy(ScoreError):  # noqa: N818
    """Another process holds the lock."""


def listed(problems: Sequence[str]) -> str:
    """Put the first problems of a file into one text, and how many more there are."""
    told = "; ".join(problems[:_TOLD])
    if (more := len(problems) - _TOLD) > 0:
        told += ngettext("; and {n} more", "; and {n} more", more).format(n=more)
    return told


def shown(path: Path) -> str:
    """Return a path as text that is safe to show."""
    return one_line(str(path))


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the system refuses inside the block into a ScoreError that says why."""
    try:
        yield
    except OSError as error:
        message = _("The scores could not be saved in {path}: {reason}.")
        raise ScoreError(message.format(path=shown(path), reason=reason(error))) from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what the system refuses inside the block into a ScoreError that says why."""
    try:
        yield
    except OSError as error:
        message = _("The scores in {path} could not be read: {reason}.")
        raise ScoreError(message.format(path=shown(path), reason=reason(error))) from error


def newer(path: Path) -> NewerFormat:
    """Build the error for a file of a later version."""
    message = _("{path} was written by a newer newsquiz. It is left as it is; update newsquiz.")
    return NewerFormat(message.format(path=shown(path)))
