"""What can go wrong in the workshop: other programs, disks, and banks that cannot be edited."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING

from textual.widgets import Input, Static

import question_banks
from quiz.app.choose import Choose
from quiz.app.form import FormPage
from quiz.app.printed import Hanging
from quiz.app.sheets import Ask
from quiz.app.workshop import WorkshopPage
from quiz.banks.read import read_bank
from quiz.base.files import write_atomically
from tests.app.kit import BANKS, make, until
from tests.app.workshop_kit import HAND, app_on, by_hand, ids, saved, there

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_what_another_program_wrote_is_not_overwritten(tmp_path: Path) -> None:
    path = by_hand(tmp_path / "banks")
    app = app_on(tmp_path, path)
    async with app.run_test() as pilot:
        page = await there(pilot, WorkshopPage)
        theirs = HAND.replace("Rivers", "Their rivers")
        path.write_text(theirs, "utf-8")
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        assert path.read_text("utf-8") == theirs
        await pilot.press("w")
        await until(pilot, lambda: bool(app.screen.query(Input)))
        await pilot.press("enter")
        await saved(pilot)
        assert ids(path.with_name("rivers-2.toml")) == ["longest", "longest-2", "sea"]
        assert path.read_text("utf-8") == theirs
        # Where nothing of ours is lost, theirs is shown.
        assert page.bench.path.name == "rivers-2.toml"
        page.bench.path.write_text(theirs, "utf-8")
        page._look()
        await until(pilot, lambda: page.bench.bank.title == "Their rivers")
        theirs_again = HAND.replace("Rivers", "Again")
        page.bench.path.write_text(theirs_again, "utf-8")
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("r")
        await until(pilot, lambda: page.bench.bank.title == "Again")
        await saved(pilot)
        assert page.bench.path.read_text("utf-8") == theirs_again


async def test_a_full_disk_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = by_hand(tmp_path / "banks")
    app = app_on(tmp_path, path)

    def full(target: Path, data: bytes) -> None:
        if target.suffix == ".toml":
            raise OSError(errno.ENOSPC, "full")
        real(target, data)

    real = write_atomically
    async with app.run_test() as pilot:
        page = await there(pilot, WorkshopPage)
        with monkeypatch.context() as patched:
            patched.setattr("quiz.banks.keep.write_atomically", full)
            await pilot.press("x")
            await until(pilot, lambda: page.bench.trouble is not None)
            assert "no space left" in str(page.query_one("#trouble", Static).render())
            await pilot.press("ctrl+q")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press("y")
    assert path.read_text("utf-8") == HAND
    app = app_on(tmp_path, path)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("t")
        await there(pilot, WorkshopPage)
        await saved(pilot)
        assert ids(path) == ["sea"]
        await pilot.press("u")
        await saved(pilot)
    assert path.read_text("utf-8") == HAND


async def test_a_disk_that_takes_nothing_at_all_is_told_and_another_one_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = by_hand(tmp_path / "banks")
    other = tmp_path / "other.toml"
    app = app_on(tmp_path, path)

    def full(target: Path, data: bytes) -> None:
        if target != other:
            raise OSError(errno.ENOSPC, "full")
        real(target, data)

    real = write_atomically
    async with app.run_test() as pilot:
        page = await there(pilot, WorkshopPage)
        monkeypatch.setattr("quiz.banks.keep.write_atomically", full)
        await pilot.press("x")
        await until(pilot, lambda: page.bench.in_memory)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        assert any("in memory only" in str(each.render()) for each in app.screen.query(Static))
        await pilot.press("escape", "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        assert any("in memory only" in str(each.render()) for each in app.screen.query(Hanging))
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        assert await pilot.click([*app.screen.query(".way")][1])
        await until(pilot, lambda: bool(app.screen.query(Input)))
        app.screen.query_one(Input).value = str(other)
        await pilot.press("enter")
        await saved(pilot)
    assert ids(other) == ["sea"]
    assert path.read_text("utf-8") == HAND


async def test_a_bank_with_mistakes_shows_where_and_can_be_read_again(tmp_path: Path) -> None:
    path = by_hand(tmp_path / "banks", HAND.replace('"places"', '"seas"'))
    app = app_on(tmp_path, path)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Choose))
        shown = " ".join(str(widget.render()) for widget in app.screen.query("Hanging"))
        line = HAND[: HAND.index('"places"')].count("\n") + 1
        assert f"{line}:12" in shown
        by_hand(tmp_path / "banks")
        await pilot.press("r")
        await there(pilot, WorkshopPage)


async def test_a_torn_bank_goes_on_with_what_is_whole_and_the_rest_is_set_aside(
    tmp_path: Path,
) -> None:
    torn = HAND[:-9]
    path = by_hand(tmp_path / "banks", torn)
    app = app_on(tmp_path, path)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("k")
        await there(pilot, WorkshopPage)
        await pilot.press("d")
        await saved(pilot)
    assert ids(path) == ["longest", "longest-2"]
    (aside,) = path.parent.glob("rivers.damaged-*.bak")
    assert aside.read_text("utf-8") == torn


async def test_a_question_that_has_lost_its_answer_is_listed_and_kept_apart(
    tmp_path: Path,
) -> None:
    path = by_hand(tmp_path / "banks")
    app = app_on(tmp_path, path)
    async with app.run_test() as pilot:
        page = await there(pilot, WorkshopPage)
        await pilot.press("enter")
        await there(pilot, FormPage)
        await pilot.press("tab", "ctrl+u", "escape")
        await there(pilot, WorkshopPage)
        assert [remark.field for remark in page.sift.remarks("longest")] == ["answer"]
        await saved(pilot)
    assert path.read_text("utf-8") == HAND
    async with app_on(tmp_path, path).run_test() as pilot:
        page = await there(pilot, WorkshopPage)
        assert page.bench.forms["longest"]["answer"] == ""


async def test_a_bank_of_the_game_is_copied_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = tmp_path / "package"
    shutil.copytree(BANKS, packaged)
    monkeypatch.setattr(question_banks, "__path__", [str(packaged)])
    mine = tmp_path / "mine"
    app = make(tmp_path / "own", edit=packaged / "delta.toml", banks_folder=mine)
    mine.mkdir()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("c")
        page = await there(pilot, WorkshopPage)
        assert page.bench.path == mine / "delta.toml"
        assert (mine / "delta.toml").read_bytes() == (BANKS / "delta.toml").read_bytes()


async def test_a_layout_that_cannot_be_kept_is_written_anew_beside_it(tmp_path: Path) -> None:
    inline = (
        'format = 1\ntitle = "T"\nlanguage = "en"\nquestions = [{ id = "q", prompt = "p?", '
        'answer = "a", distractors = ["b"], category = "things" }]\n'
    )
    path = by_hand(tmp_path / "banks", inline)
    app = app_on(tmp_path, path)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("c")
        page = await there(pilot, WorkshopPage)
        assert page.bench.path.name == "rivers-2.toml"
        assert page.bench.bank == read_bank(path)
    assert path.read_text("utf-8") == inline
