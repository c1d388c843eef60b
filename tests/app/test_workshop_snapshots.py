"""How the screens of the workshop look, in a usual and in a large window.

`pytest tests/app --snapshot-update` takes new pictures after a change that is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import TextArea

from quiz.app.form import FormPage
from quiz.app.pathfield import PathField
from quiz.app.review import ReviewPage
from quiz.app.workshop import WorkshopPage
from tests.app.kit import home_filled, make, until
from tests.app.test_snapshots import SIZES
from tests.app.workshop_kit import by_hand, saved, there

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

BANK = """\
format = 1
title = "Bridges"
language = "en"

[[sources]]
id = "news"
title = "A new bridge"
publisher = "The Herald"
published = 2019-06-13
path = "sources/bridge.txt"

[[questions]]
id = "cost"
prompt = "How much did the new bridge of Olsztyn, opened in June 2019, cost?"
answer = "23 million"
distractors = ["18 million", "32 million", "45 million"]
category = "numbers"
explanation = "It was built in eighteen months."
evidence = [{ source = "news", quote = "It cost 23 million and took eighteen months." }]
note = "Look at the currency."

[[questions]]
id = "opened"
prompt = "Who opened the bridge?"
answer = "the mayor"
distractors = ["the minister", "the bishop"]
category = "roles"
status = "reviewed"

[[questions]]
id = "name"
prompt = "What was the bridge called before it was opened to carts, cars and everybody else?"
answer = "nothing"
distractors = ["New"]
category = "things"
status = "retired"
"""

ARTICLE = """\
The mayor opened a new bridge in Olsztyn on Wednesday.

It cost 23 million and took eighteen months. There is room for trams on it, should there ever be \
any, and for two rows of trees.

The old one was closed after the flood.
"""


def still(pilot: Pilot[None]) -> None:
    """Let no cursor blink."""
    for area in pilot.app.screen.query(TextArea):
        area.cursor_blink = False
    for field in pilot.app.screen.query(PathField):
        field.cursor_blink = False


async def workshop(pilot: Pilot[None]) -> None:
    page = await there(pilot, WorkshopPage)
    await home_filled(pilot)
    await until(pilot, lambda: len(page.bench.inspector._known) == 3)
    await pilot.pause(0.1)


async def form(pilot: Pilot[None]) -> None:
    await workshop(pilot)
    await pilot.press("enter")
    page = await there(pilot, FormPage)
    await pilot.press("tab", "tab", "ctrl+u")
    still(pilot)
    await saved(pilot)
    known = page.bench.inspector._known
    await until(pilot, lambda: known["cost"][0] == page._question)
    await pilot.pause(0.1)


async def review(pilot: Pilot[None]) -> None:
    await workshop(pilot)
    await pilot.press("v")
    page = await there(pilot, ReviewPage)
    await until(pilot, lambda: page._articles)
    await pilot.pause(0.3)


async def article(pilot: Pilot[None]) -> None:
    await workshop(pilot)
    await pilot.press("escape")
    await until(pilot, lambda: not isinstance(pilot.app.screen, WorkshopPage))
    await pilot.press("a")
    await until(pilot, lambda: bool(pilot.app.screen.query(PathField)))
    await pilot.press("tab", "tab", "tab")
    still(pilot)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "reach", [workshop, form, review, article], ids=lambda reach: reach.__name__
)
def test_screen(
    reach: Callable[[Pilot[None]], Awaitable[None]],
    size: str,
    tmp_path: Path,
    snap_compare: Callable[..., bool],
) -> None:
    path = by_hand(tmp_path / "banks", BANK)
    (path.parent / "sources").mkdir()
    (path.parent / "sources" / "bridge.txt").write_text(ARTICLE, "utf-8")
    app = make(tmp_path / "own", edit=path, banks_folder=path.parent)
    assert snap_compare(app, terminal_size=SIZES[size], run_before=reach)
