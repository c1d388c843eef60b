"""Reading the texts of a bank's sources, never outside the bank's folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.banks.problems import shown
from quiz.base.files import reason
from quiz.base.language import _
from quiz.check.quotes import SourceText

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.banks.models import Bank

LARGEST = 8 * 1024 * 1024
"""Bytes of the largest source that is read: a thick book."""


def read_sources(bank: Bank, folder: Path) -> dict[str, SourceText]:
    """Read the text of every source that has a path; `folder` is the one the bank lies in.

    What cannot be read has its problem in place of its text; nothing is raised.
    """
    return {
        source.id: _read(folder, source.path) for source in bank.sources if source.path is not None
    }


def _read(folder: Path, path: str) -> SourceText:
    name = shown(path)
    try:
        file = (folder / path).resolve()
        # A link may lead anywhere, whatever the path says.
        if not file.is_relative_to(folder.resolve()):
            message = _("the source {name} leads out of the bank's folder: put a copy into it")
            return SourceText(problem=message.format(name=name))
        if file.exists() and not file.is_file():
            return SourceText(problem=_("the source {name} is no file").format(name=name))
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        message = _("the source {name} cannot be read: {reason}")
        return SourceText(problem=message.format(name=name, reason=reason(error)))
    except (ValueError, RuntimeError):
        return SourceText(problem=_("the source {name} is no file name").format(name=name))
    if len(data) > LARGEST:
        message = _("the source {name} is larger than {size} MB: take the article out of it")
        return SourceText(problem=message.format(name=name, size=LARGEST // 1024 // 1024))
    try:
        return SourceText(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        message = _("the source {name} is not in UTF-8: save it in that encoding")
        return SourceText(problem=message.format(name=name))
