"""The footer: the keys of a screen, each with its word, for hand and mouse.

One widget that draws one line: a start-up pays for every widget, and words that are looked up at
each drawing follow the language and the state of the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events

_GAP = 2


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a screen."""

    label: str
    """The key as it is printed."""
    short: str
    """Its word in the footer; empty: only the help names it."""
    told: str
    """What it does, for the help."""
    action: str = ""
    """The screen's action that a click on it runs."""


class Keys(Widget):
    """The last line of a screen; words that find no room are left to the help."""

    ALLOW_SELECT = False
    can_focus = False

    def __init__(self) -> None:
        """Begin empty; `show` fills it."""
        super().__init__()
        self._keys: tuple[Key, ...] = ()

    def show(self, keys: tuple[Key, ...]) -> None:
        """Print these keys, the most important first; the last always has its place."""
        shown = tuple(key for key in keys if key.short)
        if shown != self._keys:
            self._keys = shown
            self.refresh()

    def render(self) -> Content:
        """Draw what fits."""
        parts: list[tuple[str, str]] = []
        for key, _start, _end in self._placed():
            parts += [(key.label, "bold $signal"), (f" {key.short}{' ' * _GAP}", "$faint")]
        return Content.assemble(*parts)

    def _placed(self) -> list[tuple[Key, int, int]]:
        if not self._keys:
            return []
        width = self.content_size.width
        *others, last = self._keys
        room = width - _cells(last)
        chosen = []
        for key in others:
            if _cells(key) + _GAP > room:
                break
            room -= _cells(key) + _GAP
            chosen.append(key)
        placed, at = [], 0
        for key in (*chosen, last):
            placed.append((key, at, at + _cells(key)))
            at += _cells(key) + _GAP
        return placed

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        at = event.x - self.styles.padding.left
        for key, start, end in self._placed():
            if start <= at < end and key.action:
                await self.run_action(f"screen.{key.action}")
                return


def _cells(key: Key) -> int:
    return Content(f"{key.label} {key.short}").cell_length
