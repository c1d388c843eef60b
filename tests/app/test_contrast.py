"""Every text on every screen stands out from what is behind it, in both themes and all states.

The screens are walked as a person would, and each cell that is drawn is looked at: with the focus
here and there, under the mouse, chosen, disabled, below a sheet.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rich.color import ColorType
from textual.color import Color
from textual.filter import DimFilter
from textual.widget import Widget
from textual.widgets import Input

from quiz.app.app import NewsquizApp
from quiz.app.article import ArticlePage
from quiz.app.choose import Choose
from quiz.app.form import FormPage
from quiz.app.history_round import PastRoundPage
from quiz.app.sheets import Tell
from quiz.app.theme import PALETTES
from quiz.banks.keep import ChangedMeanwhileError
from quiz.game.round import Phase
from quiz.scores.blocks import HEADER, encode
from tests.app.history_kit import filled, look_back, renamed, rounds, save
from tests.app.kit import answer, clock, home_filled, make, phase, saved, until
from tests.app.test_theme import contrast
from tests.app.test_workshop_snapshots import ARTICLE, BANK, review
from tests.app.workshop_kit import by_hand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rich.style import Style
    from textual.pilot import Pilot

LEAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""

_DRAWN = re.compile("[^\\s\u2500-\u259f\u2800-\u28ff]")  # rules, bars and charts are no text


def pairs(app: NewsquizApp) -> Iterator[tuple[str, str, str]]:
    """Yield each text on the screen with its colour and what is behind it."""
    dim = DimFilter()
    for strip in app.screen._compositor.render_strips():
        for text, style, _control in dim.apply(list(strip), Color(0, 0, 0)):
            if style and _DRAWN.search(text):
                yield text.strip(), *_colours(style)


def _colours(style: Style) -> tuple[str, str]:
    front, back = style.color, style.bgcolor
    assert front is not None
    assert back is not None
    assert front.type is back.type is ColorType.TRUECOLOR, (front, back)
    named = front.get_truecolor().hex, back.get_truecolor().hex
    return (named[1], named[0]) if style.reverse else named


def faint(app: NewsquizApp) -> set[tuple[str, str, str]]:
    """Return the texts that do not stand out."""
    return {each for each in pairs(app) if contrast(*each[1:]) < LEAST}


class Walk:
    """Goes through screens by keys, and looks at each."""

    def __init__(self, pilot: Pilot[None]) -> None:
        """Begin on whatever screen there is."""
        self.pilot = pilot
        app = pilot.app
        assert isinstance(app, NewsquizApp)
        self.app = app
        self.looked = 0

    async def press(self, *keys: str) -> None:
        """Press keys, then look at the screen; and once more with the mouse on what minds it."""
        if keys:
            await self.pilot.press(*keys)
        await self.pilot.pause(0.05)
        self._judge(" ".join(keys))
        for widget in list(self.app.screen.query(Widget)):
            if widget._has_hover_style and widget.region.area and widget.is_on_screen:
                await self.pilot.hover(widget)
                self._judge(f"{' '.join(keys)}, mouse on {widget}")

    def _judge(self, where: str) -> None:
        self.looked += 1
        told = {each: round(contrast(*each[1:]), 2) for each in faint(self.app)}
        assert not told, f"{type(self.app.screen).__name__} after {where}"


@pytest.fixture(params=PALETTES)
def theme(request: pytest.FixtureRequest) -> str:
    return f'player = "Ala"\ntheme = "{request.param}"\nmotion = false\n'


async def test_home_and_its_sheets(tmp_path: Path, theme: str) -> None:
    async with make(tmp_path, theme).run_test() as pilot:
        await home_filled(pilot)
        walk = Walk(pilot)
        await walk.press()
        await walk.press("down")
        await walk.press("o")
        await walk.press("down", "down")
        await walk.press("escape", "question_mark")
        await walk.press("escape", "p")
        await walk.press("ctrl+a", "shift+home")
        await walk.press("escape", "ctrl+c")
        await walk.press("ctrl+p", "down")
        await walk.press("t")
        await walk.press("escape", "r")
        await walk.press("escape", "end", "enter")
        assert isinstance(walk.app.screen, Tell), "the last bank is broken"
        await pilot.resize_terminal(50, 12)
        await walk.press()


async def test_a_round_from_its_first_question_to_its_summary(tmp_path: Path, theme: str) -> None:
    app = make(tmp_path, theme + "questions = 3\n")
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        await phase(pilot, Phase.OPEN)
        walk = Walk(pilot)
        await walk.press()
        clock(pilot).now += 17
        await walk.press("down")
        await answer(pilot, right=True, after=0.5)
        await phase(pilot, Phase.FEEDBACK)
        await walk.press()
        await walk.press("escape")
        await pilot.press("escape", "enter")
        await answer(pilot, right=False)
        await phase(pilot, Phase.FEEDBACK)
        await walk.press()
        await pilot.press("enter")
        await phase(pilot, Phase.OPEN)
        await walk.press("space")
        await pilot.press("space")
        await phase(pilot, Phase.OPEN)
        clock(pilot).now += 25
        await phase(pilot, Phase.FEEDBACK)
        await walk.press()
        clock(pilot).now += 1
        await pilot.press("enter")
        await saved(pilot)
        await walk.press()


async def test_a_round_that_cannot_be_saved(tmp_path: Path, theme: str) -> None:
    (tmp_path / "scores").write_text("a file where the folder should be", "utf-8")
    async with make(tmp_path, theme + "questions = 1\n").run_test() as pilot:
        await home_filled(pilot)
        walk = Walk(pilot)
        await walk.press("enter")
        await answer(pilot, right=True)
        await phase(pilot, Phase.FEEDBACK)
        await walk.press()
        await pilot.press("enter")
        await saved(pilot)
        await walk.press()
        await walk.press("w")
        await walk.press("escape", "q")


async def test_looking_back(tmp_path: Path, theme: str) -> None:
    save(tmp_path, rounds(12))
    async with make(tmp_path, theme).run_test() as pilot:
        await look_back(pilot)
        walk = Walk(pilot)
        for key in "12345":
            await pilot.press(key)
            await filled(pilot)
            await walk.press("down")
        await pilot.press("1")
        await filled(pilot)
        await walk.press("b")
        await walk.press("x", "escape", "d")
        await walk.press("y")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PastRoundPage))
        await walk.press("down")


async def test_a_class(tmp_path: Path, theme: str) -> None:
    folder = tmp_path / "class"
    folder.mkdir()
    for number, name in enumerate(("Ala", "Bo", "Cy", "Di", "Ed", "Fi")):
        made = [renamed(each, number * 100 + at) for at, each in enumerate(rounds(2, name))]
        (folder / f"{name}.toml").write_bytes(HEADER + b"".join(map(encode, made)))
    async with make(tmp_path, theme).run_test() as pilot:
        await home_filled(pilot)
        walk = Walk(pilot)
        await walk.press("g")
        field = pilot.app.screen.query_one(Input)
        field.value = str(folder)
        await pilot.press("enter")
        await until(pilot, lambda: getattr(pilot.app.screen, "report", None))
        for key in ("down", "2", "3", "enter", "escape", "e"):
            await walk.press(key)


async def test_the_workshop(tmp_path: Path, theme: str) -> None:
    path = by_hand(tmp_path / "banks", BANK)
    (path.parent / "sources").mkdir()
    (path.parent / "sources" / "bridge.txt").write_text(ARTICLE, "utf-8")
    app = make(tmp_path / "own", theme, edit=path, banks_folder=path.parent)
    async with app.run_test(size=(120, 34)) as pilot:
        await review(pilot)
        walk = Walk(pilot)
        await walk.press()
        await walk.press("x")
        await walk.press("1")
        await walk.press("escape", "slash", "b")
        await walk.press("escape", "f")
        await walk.press("escape", "enter")
        for _field in range(4):
            await walk.press("tab")
        await walk.press("shift+home")
        await walk.press("ctrl+a", "delete")
        await walk.press("f5")
        await walk.press("escape", "escape", "n")
        page = pilot.app.screen
        assert isinstance(page, FormPage)
        page.bench.trouble = ChangedMeanwhileError("Another program has changed the file.")
        page.show_state()
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await walk.press()


async def test_a_bank_with_mistakes_and_a_new_one(tmp_path: Path, theme: str) -> None:
    path = by_hand(tmp_path / "banks", BANK[:-4])
    app = make(tmp_path / "own", theme, edit=path, banks_folder=path.parent)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        walk = Walk(pilot)
        await walk.press()
        await walk.press("escape", "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArticlePage))
        await walk.press()
        await walk.press("~", "/")
        await walk.press("tab", "x", "f2")
