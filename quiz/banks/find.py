"""Finding banks and what a list shows of them, without the cost of validating them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import question_banks
from quiz.banks.load import parse_table, read_text
from quiz.banks.problems import BankError
from quiz.base.errors import QuizError
from quiz.base.files import data_folder, reason
from quiz.base.language import _
from quiz.base.text import first_unsafe, one_line
from quiz.base.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGE = 2_000_000
"""Characters from which on a bank is summed up by its head and by counting, not by parsing."""

_TITLE = 200
"""Characters of the longest title that a bank may have."""


class Found(NamedTuple):
    """A bank in a list; `size` counts the questions that are not retired.

    Where `problem` is not empty the bank cannot be played, and the rest may be empty.
    """

    name: str
    path: Path
    title: str = ""
    language: str = ""
    size: int = 0
    problem: str = ""


def find_banks(folder: Path | None = None) -> list[Found]:
    """List the banks in `folder`, or else the person's own and those that came with the game.

    Sorted by name. One of the person's own hides a packaged one of the same name.
    Raises QuizError where `folder` is given and cannot be listed.
    """
    return [_look(name, path) for name, path in sorted(_files(folder).items())]


def named(names: Iterable[str], folder: Path | None = None) -> dict[str, Path]:
    """Return the files of those banks that `find_banks` lists under one of these names.

    For names that somebody else's file gives, which are not to choose any other file to be read.
    Raises QuizError where `folder` is given and cannot be listed.
    """
    files = _files(folder)
    return {name: files[name] for name in names if name in files}


def resolve(bank: str, folder: Path | None = None) -> Path:
    """Return the file that a person means by the name or the path of a bank.

    Raises QuizError, with the names that come near, where there is none, and where `folder` is
    given and cannot be listed.
    """
    files = _files(folder)
    if bank in files:
        return files[bank]
    path = Path(bank)
    try:
        if path.is_file():
            return path
    except (OSError, ValueError):
        pass
    if bank.removesuffix(".toml") in files:
        return files[bank.removesuffix(".toml")]
    from difflib import get_close_matches  # noqa: PLC0415 - for a name that is not there

    near = get_close_matches(path.stem[:200], files, n=3, cutoff=0.5)
    listed = ", ".join(one_line(name) for name in near or sorted(files)[:10])
    if near:
        message = _("There is no bank {bank}. Did you mean: {names}?")
    elif files:
        message = _("There is no bank {bank}. There are: {names}.")
    else:
        message = _("There is no bank {bank}, and none in the folder of banks.")
    raise QuizError(message.format(bank=one_line(bank)[:200] or '""', names=listed))


def _files(folder: Path | None) -> dict[str, Path]:
    if folder is not None:
        try:
            return _files_in(folder)
        except (OSError, ValueError) as error:
            why = reason(error) if isinstance(error, OSError) else _("this is no file name")
            message = _("The folder of banks {folder} cannot be read: {reason}.")
            raise QuizError(message.format(folder=one_line(str(folder)), reason=why)) from None
    # importlib.resources would bring in zipfile, which a start can do without.
    packaged = Path(question_banks.__path__[0])
    return _files_if_any(packaged) | _files_if_any(data_folder() / "banks")


def _files_if_any(folder: Path) -> dict[str, Path]:
    # Not everyone has banks of their own.
    try:
        return _files_in(folder)
    except (OSError, ValueError):
        return {}


def _files_in(folder: Path) -> dict[str, Path]:
    return {
        path.stem: path
        for path in folder.iterdir()
        if path.suffix == ".toml" and not path.name.startswith(".")
    }


def _look(name: str, path: Path) -> Found:
    try:
        if first_unsafe(name) or name != name.encode("utf-8", "replace").decode("utf-8"):
            problem = _("the name of the file holds characters that cannot be shown: rename it")
            return Found(name=one_line(name), path=path, problem=problem)
        text = read_text(path, path.name).removeprefix("\ufeff")
        summary = _outline(text, path) if len(text) > LARGE else None
        head, size = summary or _summary(parse_table(text, path.name))
    except BankError as error:
        return Found(name=name, path=path, problem=str(error.problems[0]))
    problem = _missing(head, size)
    title = head.get("title")
    return Found(
        name=name,
        path=path,
        title=one_line(title)[:_TITLE] if isinstance(title, str) else "",
        language="" if problem else head["language"],
        size=size,
        problem=problem and f"{one_line(path.name)}: {problem}",
    )


def _missing(head: dict[str, Any], size: int) -> str:
    if type(head.get("format")) is not int or head["format"] < 1:
        return _("the bank does not say its format: write format = 1")
    if not isinstance(head.get("title"), str) or not one_line(head["title"]):
        return _('the bank has no title: write title = "…"')
    if head.get("language") not in LANGUAGES:
        return _('the bank does not say its language: write language = "pl" or "en"')
    listed = head.get("questions", [])
    if not isinstance(listed, list) or not all(isinstance(item, dict) for item in listed):
        return _("the questions are no array of tables: begin each with [[questions]]")
    if not size:
        return _("there is no question to ask: the bank is empty or all of them are retired")
    return ""


def _summary(table: dict[str, Any]) -> tuple[dict[str, Any], int]:
    questions = table.get("questions")
    listed = questions if isinstance(questions, list) else []
    size = sum(isinstance(item, dict) and item.get("status") != "retired" for item in listed)
    return table, size


def _outline(text: str, path: Path) -> tuple[dict[str, Any], int] | None:
    from quiz.banks.outline import outline  # noqa: PLC0415 - few banks are large

    return outline(text, path.name)
