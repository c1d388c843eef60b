"""The way into the workshop: which file to edit, and what to do where that is not plain."""

from __future__ import annotations

import asyncio
import os
import shlex
import subprocess
from typing import TYPE_CHECKING

from textual.content import Content

from quiz.app.choose import Choose, Way
from quiz.app.sheets import Tell
from quiz.app.workbench import Workbench, open_bench
from quiz.banks.copy import copy_anew, copy_bank, is_packaged
from quiz.banks.desk import Draft
from quiz.banks.edit import UnsuitedError
from quiz.banks.keep import Keep
from quiz.banks.load import read_data
from quiz.banks.problems import BankError
from quiz.banks.salvage import salvage
from quiz.banks.slug import fresh
from quiz.base.errors import QuizError
from quiz.base.files import data_folder
from quiz.base.language import _, ngettext
from quiz.base.text import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.app.app import NewsquizApp
    from quiz.banks.keep import Unfinished
    from quiz.banks.salvage import Salvaged

PROBLEMS = 40
"""How many problems of a bank the sheet lists."""


def own_banks(game: NewsquizApp) -> Path:
    """Return the folder in which new banks are made."""
    return game.launch.banks_folder or data_folder() / "banks"


def own_folder(game: NewsquizApp) -> Path:
    """Return the folder of what the workshop keeps for itself."""
    return game.launch.settings_path.parent / "workshop"


async def open_workshop(game: NewsquizApp, path: Path) -> None:
    """Open a bank in the workshop, or say why not and what can be done."""
    if is_packaged(path):
        chosen = await _ask_copy(game, path)
        if chosen is None:
            return
        path = chosen
    try:
        bench, left = await asyncio.to_thread(open_bench, path, own_folder(game), game.hand)
    except BankError as error:
        await _tell_problems(game, path, error)
        return
    if left.text is not None and not await _ask_recovery(game, bench, left, left.text):
        return
    show_workshop(game, bench)


def show_workshop(game: NewsquizApp, bench: Workbench) -> None:
    """Show the questions on a bench."""
    from quiz.app.workshop import WorkshopPage  # noqa: PLC0415  # parsed when first needed

    game.push_screen(WorkshopPage(bench))


async def _ask_copy(game: NewsquizApp, path: Path) -> Path | None:
    """Offer a copy of a bank that came with the game; return what to edit."""
    target = own_banks(game) / path.name
    if target.exists():
        return target
    told = _(
        "This bank came with the game, and an update would undo your changes. A copy in {folder} "
        "is yours; it takes the place of this one in the list, with all its results."
    ).format(folder=str(target.parent))
    ways = [Way("c", _("Make a copy and edit that"))]
    if os.access(path, os.W_OK):
        ways.append(Way("h", _("Edit it here all the same")))
    key = await game.push_screen_wait(Choose(_("Edit a copy?"), told, ways))
    if key != "c":
        return path if key == "h" else None
    try:
        await asyncio.to_thread(copy_bank, path, target)
    except QuizError as error:
        game.push_screen(Tell(_("The bank cannot be copied"), str(error)))
        return None
    game.home.find_again()
    return target


async def _ask_recovery(game: NewsquizApp, bench: Workbench, left: Unfinished, text: str) -> bool:
    """Offer what an earlier session could not save; False where that is put off."""
    try:
        draft = await asyncio.to_thread(Draft.of, text, bench.keep.name)
    except BankError:
        return True
    if draft.text == bench.desk.draft.text:
        return True
    ours = left.seen == bench.keep.seen
    told = _("Changes to this bank could not be saved the last time. They were kept apart.")
    way = _("Take them into the bank (u takes that back)")
    if not ours:
        told += " " + _("Since then the file itself was changed, too.")
        way = _("Open them as a bank of their own, beside this one")
    ways = [Way("t", way), Way("d", _("Drop them"))]
    key = await game.push_screen_wait(Choose(_("Unsaved changes were found"), told, ways))
    if key == "t" and ours:
        bench.desk.take(draft)
        bench.touched()
    elif key == "t":
        folder = bench.path.parent
        name = fresh(f"{bench.path.stem}-recovered", {path.stem for path in folder.glob("*.toml")})
        bench.desk.take(draft)
        try:
            await bench.save_as(folder / f"{name}.toml")
        except QuizError as error:
            bench.trouble = error
    elif key == "d":
        bench.drop_text()
    return key is not None


async def _tell_problems(game: NewsquizApp, path: Path, error: BankError) -> None:
    """List what is wrong with a bank, and let it be put right."""
    ways = [Way("r", _("Read the file again"))]
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if editor:
        ways.insert(0, Way("e", _("Open it in {editor}").format(editor=one_line(editor))))
    if isinstance(error, UnsuitedError):
        ways.insert(0, Way("c", _("Write a copy in the usual layout, and edit that")))
    data, left = await asyncio.to_thread(_salvage, path)
    if left:
        told = ngettext(
            "Go on with the {n} question that is in order; the file as it is gets another name",
            "Go on with the {n} questions that are in order; the file as it is gets another name",
            left.kept,
        )
        ways.append(Way("k", told.format(n=left.kept)))
    sheet = Choose(_("This bank cannot be edited yet"), _listed(path, error), ways)
    key = await game.push_screen_wait(sheet)
    if key == "k" and left:
        keep = Keep(path, own_folder(game))
        try:
            aside = await asyncio.to_thread(keep.replace_damaged, data, left.text, game.now())
        except QuizError as refused:
            game.push_screen(Tell(_("The bank cannot be written"), str(refused)))
            return
        told = _("The file as it was is now {path}.").format(path=one_line(str(aside)))
        game.notify(told, markup=False, timeout=10)
        game.home.find_again()
    if key == "e" and editor:
        _run_editor(game, editor, path, error.problems[0].line)
    if key == "c":
        try:
            path = await asyncio.to_thread(copy_anew, path)
        except QuizError as refused:
            game.push_screen(Tell(_("The bank cannot be copied"), str(refused)))
            return
        game.home.find_again()
    if key is not None:
        await open_workshop(game, path)


def _salvage(path: Path) -> tuple[bytes, Salvaged | None]:
    try:
        data = read_data(path, "")
    except BankError:
        return b"", None
    return data, salvage(data)


def _listed(path: Path, error: BankError) -> list[tuple[Content, Content]]:
    """Say what is wrong, each thing with its line and column."""
    problems = error.problems
    count = len(problems)
    told = ngettext(
        "{n} thing is to be put right in {file} (line:column):",
        "{n} things are to be put right in {file} (line:column):",
        count,
    ).format(n=count, file=one_line(str(path)))
    gap = (Content(), Content())
    lines = [
        (
            Content.styled(f"{p.line}:{p.column}  " if p.line else "", "bold $signal"),
            Content(p.message),
        )
        for p in problems[:PROBLEMS]
    ]
    if count > PROBLEMS:
        lines.append((Content(), Content.styled(_("… and more"), "$faint")))
    return [(Content(), Content(told)), gap, *lines]


def _run_editor(game: NewsquizApp, editor: str, path: Path, line: int) -> None:
    """Open the person's own editor at a line, as most of them understand it."""
    command = [*shlex.split(editor), *([f"+{line}"] if line else []), str(path)]
    try:
        with game.suspend():
            subprocess.run(command, check=False)  # noqa: S603  # the person chose the command
    except (OSError, ValueError) as error:
        game.notify(str(error), severity="warning", markup=False)
