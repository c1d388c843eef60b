"""A megabyte pasted into whatever takes text: no harm is done, and the next key is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Input, TextArea

from quiz.app.article import ArticlePage
from quiz.app.form import FormPage
from quiz.app.home import HomePage
from quiz.app.sheets import Prompt, Tell
from quiz.app.workshop import WorkshopPage
from quiz.base.settings import LONGEST_NAME
from tests.app.kit import home_filled, make, until
from tests.app.workshop_kit import HAND, app_on, by_hand, there

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

LONG = "x" * 1_000_000
LINES = ("A line of words that were pasted. " * 29 + "\n") * 1000


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste as the terminal's driver does it, and let the app take it in."""
    field = pilot.app.focused
    assert isinstance(field, Input | TextArea)
    pilot.app.post_message(events.Paste(text))
    await until(pilot, lambda: field.text if isinstance(field, TextArea) else field.value)


@pytest.mark.parametrize("text", [LONG, LINES], ids=["long", "lines"])
async def test_at_home(tmp_path: Path, text: str) -> None:
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await home_filled(pilot)
        app.post_message(events.Paste(text))
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, Prompt))
        app.screen.query_one(Input).value = ""
        await paste(pilot, text)
        await pilot.press("enter")
        assert len(app.settings.player) <= LONGEST_NAME
        await pilot.press("ctrl+p")
        await pilot.pause(0.1)
        await paste(pilot, text)
        await pilot.press("escape", "g")
        await until(pilot, lambda: isinstance(app.screen, Prompt))
        app.screen.query_one(Input).value = ""
        await paste(pilot, text)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Tell))
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, HomePage))


@pytest.mark.parametrize("text", [LONG, LINES], ids=["long", "lines"])
async def test_as_an_article(tmp_path: Path, text: str) -> None:
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, ArticlePage))
        await paste(pilot, text)
        await pilot.press("tab")
        await paste(pilot, text)
        await pilot.press("tab", "escape")
        await until(pilot, lambda: isinstance(app.screen, HomePage))


@pytest.mark.parametrize("text", [LONG, LINES], ids=["long", "lines"])
async def test_in_the_workshop(tmp_path: Path, text: str) -> None:
    path = by_hand(tmp_path / "banks")
    app = app_on(tmp_path, path)
    async with app.run_test() as pilot:
        page = await there(pilot, WorkshopPage)
        await pilot.press("slash")
        await paste(pilot, text)
        await pilot.press("escape", "w")
        await until(pilot, lambda: isinstance(app.screen, Prompt))
        app.screen.query_one(Input).value = ""
        await paste(pilot, text)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Tell))
        await pilot.press("escape", "enter")
        form = await there(pilot, FormPage)
        for field in list(form.query(TextArea))[:3]:
            field.focus()
            field.text = ""
            await paste(pilot, text)
        await pilot.press("escape")
        await there(pilot, WorkshopPage)
        await until(pilot, lambda: page.bench.saved)
    assert path.read_text("utf-8") == HAND, "none of it is a question that a bank may hold"
