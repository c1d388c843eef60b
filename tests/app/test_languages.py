"""How every screen looks in Polish, the history and the report on a class in both languages.

Each screen is also shown in the smallest window that the game promises to fit. `pytest tests/app
--snapshot-update` takes new pictures after a change that is meant.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from quiz.app.app import NewsquizApp
from quiz.app.classroom import ClassPage
from quiz.app.keys import Keys
from quiz.app.options import OptionsSheet
from quiz.base.language import _, use
from quiz.base.settings import load
from quiz.scores.blocks import HEADER, encode
from tests.app import test_snapshots as playing
from tests.app import test_workshop_snapshots as workshop
from tests.app.history_kit import look_back, renamed, rounds, save
from tests.app.kit import home_filled, make, until
from tests.app.test_class import fill_in
from tests.app.workshop_kit import by_hand
from tests.translate import LOCALES, read

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

    Reach = Callable[[Pilot[None]], Awaitable[object]]

SMALL, USUAL = (60, 20), (80, 24)
PLAYING = (
    playing.home,
    playing.home_again,
    playing.options,
    playing.help_,
    playing.palette,
    playing.player,
    playing.question,
    playing.right,
    playing.wrong,
    playing.time_up,
    playing.paused,
    playing.leave,
    playing.summary,
)
EDITING = (workshop.workshop, workshop.form, workshop.review, workshop.article)
HISTORY = {"rounds": (), "round": ("enter",)} | {
    name: (key,)
    for name, key in (("progress", "2"), ("known", "3"), ("missed", "4"), ("days", "5"))
}
CLASS = {"grades": (), "questions": ("2",), "verdict": ("2", "enter"), "banks": ("3",)}


def text(pilot: Pilot[None]) -> str:
    """Return what the screen shows."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


@cache
def translations() -> tuple[str, ...]:
    """Return all short texts of the catalogue."""
    catalogue = read(LOCALES / "pl" / "LC_MESSAGES" / "newsquiz.po")
    found = [message.string for message in catalogue if message.id]
    return tuple(each for each in found if isinstance(each, str) and 4 < len(each) < 40)


def cut(shown: str) -> list[str]:
    """Return our own words that have lost their end for want of room."""
    lost = []
    for before in re.findall(r"(\w[^…·│]*)…", shown):
        words = before.split("  ")[-1].lstrip("✗✓▸※ ")
        whole = [each for each in translations() if each.startswith(words[-20:].lstrip())]
        if len(words) > 2 and any(len(each) > len(words) and "…" not in each for each in whole):
            lost.append(words)
    return lost


async def fits(pilot: Pilot[None]) -> None:
    """Assert that nothing of ours is cut off in a usual window and in the smallest."""
    for size, least in ((USUAL, 4), (SMALL, 3)):
        await pilot.resize_terminal(*size)
        await pilot.pause(0.05)
        assert cut(text(pilot)) == []
        for keys in pilot.app.screen.query(Keys):
            placed = [key.short for key, *_ in keys._placed()]
            assert placed[-1] == _("Help")
            assert len(placed) >= min(least, len(keys._keys)), placed
    await pilot.resize_terminal(*USUAL)
    await pilot.pause(0.05)


def fitting(reach: Reach) -> Reach:
    """Reach a screen, and see how it fits."""

    async def both(pilot: Pilot[None]) -> None:
        await reach(pilot)
        await fits(pilot)

    return both


@pytest.mark.parametrize("reach", PLAYING, ids=lambda reach: reach.__name__.strip("_"))
def test_playing(reach: Reach, tmp_path: Path, snap_compare: Callable[..., bool]) -> None:
    use("pl")
    assert snap_compare(make(tmp_path), terminal_size=USUAL, run_before=fitting(reach))


@pytest.mark.parametrize("reach", EDITING, ids=lambda reach: reach.__name__)
def test_editing(reach: Reach, tmp_path: Path, snap_compare: Callable[..., bool]) -> None:
    use("pl")
    path = by_hand(tmp_path / "banks", workshop.BANK)
    (path.parent / "sources").mkdir()
    (path.parent / "sources" / "bridge.txt").write_text(workshop.ARTICLE, "utf-8")
    app = make(tmp_path / "own", edit=path, banks_folder=path.parent)
    assert snap_compare(app, terminal_size=USUAL, run_before=fitting(reach))


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("name", HISTORY)
def test_history(
    name: str, language: str, tmp_path: Path, snap_compare: Callable[..., bool]
) -> None:
    use(language)
    save(tmp_path, rounds(40))

    async def reach(pilot: Pilot[None]) -> None:
        page = await look_back(pilot)
        for key in HISTORY[name]:
            await pilot.press(key)
        await until(pilot, lambda: page.settled)
        await pilot.pause(0.1)

    assert snap_compare(make(tmp_path), terminal_size=USUAL, run_before=fitting(reach))


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("name", CLASS)
def test_class(name: str, language: str, tmp_path: Path, snap_compare: Callable[..., bool]) -> None:
    use(language)
    folder = tmp_path / "class"
    folder.mkdir()
    for number, pupil in enumerate(("Ala", "Bo", "Cy")):
        made = [renamed(each, number * 100 + at) for at, each in enumerate(rounds(3, pupil))]
        (folder / f"{pupil}.toml").write_bytes(HEADER + b"".join(map(encode, made)))

    async def reach(pilot: Pilot[None]) -> None:
        await home_filled(pilot)
        await pilot.press("g")
        await fill_in(pilot, str(folder))
        page = pilot.app.screen_stack[1]
        assert isinstance(page, ClassPage)
        await until(pilot, lambda: page.report is not None)
        await pilot.press(*CLASS[name])
        await pilot.pause(0.1)

    assert snap_compare(make(tmp_path), terminal_size=USUAL, run_before=fitting(reach))


async def test_the_language_is_changed_in_the_options_and_kept(tmp_path: Path) -> None:
    app = make(tmp_path)
    async with app.run_test(size=USUAL) as pilot:
        await home_filled(pilot)
        assert "Play" in text(pilot)
        await pilot.press("o", "up", "enter")
        assert isinstance(app.screen, OptionsSheet)
        assert "polski" in text(pilot)
        assert "Motyw" in text(pilot)
        assert "Wróć" in text(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: "Graj" in text(pilot))
        shown = text(pilot)
        assert "5 pytań" in shown
        assert "Witaj" in shown
        assert shown.index("Zapory delty") < shown.index("The Delta Works")
        await pilot.press("o", "up", "enter")
        assert "English" in text(pilot)
        await pilot.press("enter", "enter")
    assert load(tmp_path / "settings.toml").language == "pl"
    assert isinstance(app, NewsquizApp)
