"""The way into the app for the command line: what to open, and a quick start."""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import TYPE_CHECKING, NamedTuple

from quiz.app.aside import find
from quiz.base.errors import QuizError
from quiz.base.language import _

if TYPE_CHECKING:
    from pathlib import Path

NO_MOUSE = "NEWSQUIZ_NO_MOUSE"
"""The variable that leaves the mouse to the terminal, where a person selects text with it."""


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
    edit: Path | None = None
    """A bank to be opened in the workshop."""


def edit(path: Path, banks_folder: Path | None, scores_path: Path) -> int:
    """Open the bank at `path` in the workshop and return the app's exit status."""
    from quiz.base.settings import settings_path  # noqa: PLC0415  # reads no file yet

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise QuizError(_("The workshop needs a terminal: the bank is a text file for any editor."))
    return start(
        Launch(
            banks_folder=banks_folder,
            scores_path=scores_path,
            settings_path=settings_path(),
            edit=path,
        )
    )


def start(launch: Launch) -> int:
    """Run the app and return its exit status."""
    # Without its window the app is of no use to anybody, whatever its parent chose (nohup): it
    # would go on unseen, and keep the journal of its round from being folded in.
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    # Nothing that the start creates is garbage, and looking for some costs a tenth of it; the
    # home screen switches the collector on again after its first frame.
    gc.disable()
    finding = find(launch.banks_folder)  # while the app is loaded
    from quiz.app.app import NewsquizApp  # noqa: PLC0415  # with the collector off

    app = NewsquizApp(launch, finding)
    app.run(mouse=not os.environ.get(NO_MOUSE))
    return app.return_code or 0
