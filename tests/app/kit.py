"""The app with a clock that stands still, banks of its own, and a player who reads the key."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.app.app import NewsquizApp
from quiz.app.round import RoundPage
from quiz.app.start import Launch
from quiz.app.summary import SummaryPage
from quiz.game.round import Phase

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

BANKS = Path(__file__).parent / "banks"


class Clock:
    """Seconds that pass when a test says so."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def make(folder: Path, settings: str = "", **launch: object) -> NewsquizApp:
    """Return the app with its files in `folder` and `settings` (TOML) remembered."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.toml").write_text(settings or 'player = "Ala"\n', "utf-8")
    return NewsquizApp(
        Launch(
            **{  # type: ignore[arg-type]
                "scores_path": folder / "scores" / "scores.toml",
                "settings_path": folder / "settings.toml",
                "banks_folder": BANKS,
                "seed": 7,
                **launch,
            }
        ),
        clock=Clock(),
        now=lambda: datetime(2026, 11, 22, 20, 30, tzinfo=UTC),
    )


def clock(pilot: Pilot[None]) -> Clock:
    """Return the clock of the app."""
    app = pilot.app
    assert isinstance(app, NewsquizApp)
    assert isinstance(app.clock, Clock)
    return app.clock


async def until(pilot: Pilot[None], true: Callable[[], object]) -> None:
    """Let the app work until `true`."""
    for _ in range(300):
        await pilot.pause()
        if true():
            return
        await pilot.pause(0.02)
    raise AssertionError("it never came to that")


def page(pilot: Pilot[None]) -> RoundPage:
    """Return the round on the screen."""
    screen = pilot.app.screen
    assert isinstance(screen, RoundPage)
    return screen


async def home_filled(pilot: Pilot[None]) -> None:
    """Wait for the home screen to know banks and history."""
    app = pilot.app
    assert isinstance(app, NewsquizApp)
    await until(pilot, lambda: app.home._known)


async def phase(pilot: Pilot[None], wanted: Phase) -> RoundPage:
    """Wait until a round is in front, in this phase and settled."""

    def there() -> bool:
        screen = pilot.app.screen
        return (
            isinstance(screen, RoundPage)
            and screen.is_mounted
            and screen.round.phase is wanted
            and not screen._settling
        )

    await until(pilot, there)
    return page(pilot)


async def answer(pilot: Pilot[None], *, right: bool, after: float = 2.0) -> None:
    """Answer the question on the screen `after` some seconds."""
    asked = (await phase(pilot, Phase.OPEN)).round.current
    assert asked is not None
    key = asked.key if right else (asked.key + 1) % len(asked.options)
    clock(pilot).now += after
    await pilot.press(str(key + 1))


async def play(pilot: Pilot[None], pattern: str) -> None:
    """Play a round: `+` a right answer, `-` a wrong one; then wait for the summary."""
    for sign in pattern:
        await answer(pilot, right=sign == "+")
        await phase(pilot, Phase.FEEDBACK)
        await pilot.press("enter")
    await saved(pilot)


async def saved(pilot: Pilot[None]) -> None:
    """Wait for the summary to have tried to save."""

    def there() -> bool:
        screen = pilot.app.screen
        return isinstance(screen, SummaryPage) and screen.is_mounted and not screen._saving

    await until(pilot, there)
