"""A field for the path of an article, completed as a shell does it."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import Suggester

from quiz.app.entry import Entry
from quiz.base.text import first_unsafe

if TYPE_CHECKING:
    from textual import events
    from textual.widgets import Input

KINDS = (".txt", ".md", ".markdown", ".html", ".htm")
"""What an article's file may end with."""

MOST = 2000
"""How many names of a folder are looked at."""


def completions(text: str) -> list[str]:
    """Return the paths that begin with `text`: folders, and files that may be articles.

    A folder ends with a slash. Whatever cannot be listed has none, and names that cannot be shown
    are left out.
    """
    folder, name = os.path.split(text)
    if not text:
        return []
    found = []
    try:
        with os.scandir(os.path.expanduser(folder) or ".") as entries:  # noqa: PTH111  # as typed
            for _number, entry in zip(range(MOST), entries, strict=False):
                if first_unsafe(entry.name) or not entry.name.lower().startswith(name.lower()):
                    continue
                if entry.name.startswith(".") and not name.startswith("."):
                    continue
                path = text[: len(text) - len(name)] + entry.name
                if entry.is_dir():
                    found.append(path + "/")
                elif entry.name.lower().endswith(KINDS):
                    found.append(path)
    except (OSError, ValueError):
        return []
    return sorted(found)


class _Completer(Suggester):
    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        found = await asyncio.to_thread(completions, value)
        return next((path for path in found if path.startswith(value)), None)


class PathField(Entry):
    """A line for a path: Tab and the right arrow take what is proposed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "leave(-1)", "Up", show=False),
        Binding("down", "leave(1)", "Down", show=False),
    ]

    def __init__(self, value: str, hint: str) -> None:
        """Begin with `value`; an empty field shows `hint`."""
        super().__init__(value, hint=hint, suggester=_Completer(), select_on_focus=False)

    def action_leave(self, by: int) -> None:
        """Go to another field."""
        if by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    async def _on_key(self, event: events.Key) -> None:
        proposed = self._suggestion
        if event.key == "tab" and proposed and proposed != self.value and self.cursor_at_end:
            event.stop()
            event.prevent_default()
            self.value = proposed
            self.cursor_position = len(proposed)
            return
        await super()._on_key(event)

    def clean(self, text: str) -> str:
        """Return a pasted path: a file that is dragged onto a terminal comes in quotation marks."""
        return super().clean(text).strip("'\"")

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Go on to the next field."""
        message.stop()
        self.screen.focus_next()
