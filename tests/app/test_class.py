"""The report on a class in the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.app.choose import Choose
from quiz.app.classroom import ClassPage
from quiz.app.classroom_lists import Grades, Questions
from quiz.app.sheets import Prompt, Tell
from quiz.scores.blocks import HEADER, encode
from tests.app.history_kit import renamed, rounds
from tests.app.kit import home_filled, make, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot


async def fill_in(pilot: Pilot[None], text: str) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, Prompt))
    pilot.app.screen.query_one("Input").value = text  # type: ignore[attr-defined]
    await pilot.press("enter")


async def test_a_folder_becomes_grades_verdicts_and_a_page(tmp_path: Path) -> None:
    folder = tmp_path / "class"
    folder.mkdir()
    for number, name in enumerate(("Ala", "Bo", "Cy")):
        made = [renamed(each, number * 100 + at) for at, each in enumerate(rounds(2, name))]
        (folder / f"{name}.toml").write_bytes(HEADER + b"".join(map(encode, made)))
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("g")
        await fill_in(pilot, str(folder))
        shown = app.screen_stack[1]
        assert isinstance(shown, ClassPage)
        await until(pilot, lambda: shown.report is not None)
        assert shown.query_one(Grades).count == 3
        await pilot.press("2", "enter")
        assert shown.query_one(Questions).display
        assert isinstance(app.screen, Tell)
        await pilot.press("escape", "e")
        assert isinstance(app.screen, Choose)
        await pilot.press("h")
        page = tmp_path / "class.html"
        await fill_in(pilot, str(page))
        await until(pilot, page.exists)
        written = page.read_text("utf-8")
        assert written.startswith("<!doctype html>")
        assert "Bo" in written
        await pilot.press("e", "c")
        await fill_in(pilot, str(page))
        await until(pilot, lambda: isinstance(app.screen, Tell))
        assert page.read_text("utf-8") == written, "what is there already stays"


async def test_a_folder_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("g")
        await fill_in(pilot, str(tmp_path / "nowhere"))
        await until(pilot, lambda: isinstance(app.screen, Tell))
