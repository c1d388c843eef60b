"""The way into the app for the command line: what to open, and a quick start."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Launch(NamedTuple):
    """What the command line asks of the app; None leaves it to the settings."""

    scores_path: Path
    settings_path: Path
    banks_folder: Path | None = None
    banks: tuple[Path, ...] = ()
    """To be played at once; empty opens the home screen."""
    begin: bool = False
    """Play at once the bank that the home screen would choose."""
    mode: str | None = None
    questions: int | None = None
    seconds: int | None = None
    category: str | None = None
    player: str | None = None
    seed: int | None = None
    ahead: bool | None = None


def start(launch: Launch) -> int:
    """Run the app and return its exit status."""
    # Nothing that the start creates is garbage, and looking for some costs a tenth of it; the
    # home screen switches the collector on again after its first frame.
    gc.disable()
    from quiz.app.app import NewsquizApp  # noqa: PLC0415  # with the collector off

    app = NewsquizApp(launch)
    app.run()
    return app.return_code or 0
