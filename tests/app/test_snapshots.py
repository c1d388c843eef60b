"""How every screen looks, in both themes, in a usual and in a large window.

`pytest tests/app --snapshot-update` takes new pictures after a change that is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quiz.app.app import NewsquizApp
from quiz.app.sheets import Ask
from quiz.game.round import Phase
from tests.app.kit import answer, clock, home_filled, make, phase, play, until

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot

SIZES = {"80x24": (80, 24), "140x45": (140, 45)}


async def home(pilot: Pilot[None]) -> None:
    await home_filled(pilot)


async def home_again(pilot: Pilot[None]) -> None:
    await summary(pilot)
    await pilot.press("escape")
    app = pilot.app
    assert isinstance(app, NewsquizApp)
    await until(pilot, lambda: app.home.glance and app.home.glance.rounds)


async def options(pilot: Pilot[None]) -> None:
    await home_filled(pilot)
    await pilot.press("o")


async def help_(pilot: Pilot[None]) -> None:
    await home_filled(pilot)
    await pilot.press("question_mark")


async def palette(pilot: Pilot[None]) -> None:
    await home_filled(pilot)
    await pilot.press("ctrl+p")
    await pilot.pause(0.5)
    pilot.app.screen.query_one("Input").set_class(True, "-no-blink")
    pilot.app.screen.query_one("Input").cursor_blink = False  # type: ignore[attr-defined]


async def player(pilot: Pilot[None]) -> None:
    await home_filled(pilot)
    await pilot.press("p")
    await pilot.pause()
    pilot.app.screen.query_one("Input").cursor_blink = False  # type: ignore[attr-defined]


async def question(pilot: Pilot[None]) -> None:
    await home_filled(pilot)
    await pilot.press("enter")
    await phase(pilot, Phase.OPEN)
    clock(pilot).now += 7.5
    await pilot.pause(0.25)


async def urgent(pilot: Pilot[None]) -> None:
    await question(pilot)
    clock(pilot).now += 9.0
    await pilot.pause(0.25)


async def right(pilot: Pilot[None]) -> None:
    await question(pilot)
    await answer(pilot, right=True)
    await phase(pilot, Phase.FEEDBACK)


async def wrong(pilot: Pilot[None]) -> None:
    await question(pilot)
    await answer(pilot, right=False)
    await phase(pilot, Phase.FEEDBACK)


async def time_up(pilot: Pilot[None]) -> None:
    await question(pilot)
    clock(pilot).now += 20
    await phase(pilot, Phase.FEEDBACK)


async def paused(pilot: Pilot[None]) -> None:
    await question(pilot)
    await pilot.press("space")
    await phase(pilot, Phase.PAUSED)


async def leave(pilot: Pilot[None]) -> None:
    await right(pilot)
    await pilot.press("escape")
    await until(pilot, lambda: isinstance(pilot.app.screen, Ask))


async def summary(pilot: Pilot[None]) -> None:
    await home_filled(pilot)
    await pilot.press("enter")
    await play(pilot, "++-+-")


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "reach",
    [
        home,
        home_again,
        options,
        help_,
        palette,
        player,
        question,
        urgent,
        right,
        wrong,
        time_up,
        paused,
        leave,
        summary,
    ],
    ids=lambda reach: reach.__name__.strip("_"),
)
def test_screen(
    reach: Callable[[Pilot[None]], Awaitable[None]],
    size: str,
    theme: str,
    tmp_path: Path,
    snap_compare: Callable[..., bool],
) -> None:
    app = make(tmp_path, f'player = "Ala"\ntheme = "{theme}"\n')
    assert snap_compare(app, terminal_size=SIZES[size], run_before=reach)


@pytest.mark.parametrize("reach", [home, wrong, summary], ids=lambda reach: reach.__name__)
def test_screen_of_sixty_columns(
    reach: Callable[[Pilot[None]], Awaitable[None]],
    tmp_path: Path,
    snap_compare: Callable[..., bool],
) -> None:
    assert snap_compare(make(tmp_path), terminal_size=(60, 20), run_before=reach)


def test_no_room(tmp_path: Path, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(make(tmp_path), terminal_size=(40, 12), run_before=home)
