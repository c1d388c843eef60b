"""A page of several parts, of which one is on the screen, and the line of their names."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from quiz.app.lines import ends
from quiz.app.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events

PATIENCE = 0.3
"""Seconds after which a person is told how far the reading is."""


class Sections(Widget):
    """The names of the parts above a rule, which is heavy below the one that is shown."""

    can_focus = False
    ALLOW_SELECT = False
    GAP: ClassVar = 3

    class Clicked(Message):
        """A name was clicked."""

        def __init__(self, at: int) -> None:
            """Carry its place, from 0."""
            super().__init__()
            self.at = at

    def __init__(self, names: Sequence[str]) -> None:
        """Name the parts."""
        super().__init__()
        self._names = names
        self._shown = 0
        self._sums = Content()

    def show(self, at: int, sums: Content) -> None:
        """Mark one of the parts; `sums` stand at the end of the line where there is room."""
        self._shown, self._sums = at, sums
        self.refresh()

    def _placed(self) -> list[tuple[int, int]]:
        placed, at = [], 0
        for number, name in enumerate(self._names, 1):
            size = Content(f"{number} {name}").cell_length
            placed.append((at, at + size))
            at += size + self.GAP
        return placed

    def render(self) -> Content:
        """Draw the two lines."""
        width = self.content_size.width
        parts: list[tuple[str, str]] = []
        for at, name in enumerate(self._names):
            style = "bold" if at == self._shown else "$faint"
            parts += [(f"{at + 1} ", "bold $signal"), (name, style), (" " * self.GAP, "")]
        names = Content.assemble(*parts[:-1])
        fits = names.cell_length + self._sums.cell_length + self.GAP <= width
        line = ends(names, self._sums if fits else Content(), width)
        start, end = self._placed()[self._shown]
        rule = [("─" * start, "$rule"), ("━" * (end - start), "$signal")]
        return Content.assemble(line, "\n", *rule, ("─" * max(0, width - end), "$rule"))

    def on_click(self, event: events.Click) -> None:
        """Show the part whose name is under the mouse."""
        for at, (start, end) in enumerate(self._placed()):
            if start <= event.x - self.styles.padding.left < end:
                self.post_message(self.Clicked(at))


class PartedPage(Page):
    """Shows one part at a time: by its number, Tab, or a click on its name in a `Sections`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(at + 1), f"part({at})", "Part", show=False) for at in range(9)),
        Binding("tab", "next_part(1)", "Next", show=False, priority=True),
        Binding("shift+tab", "next_part(-1)", "Before", show=False, priority=True),
        Binding("up,k", "move(-1,0)", "Up", show=False),
        Binding("down,j", "move(1,0)", "Down", show=False),
        Binding("left", "move(0,-1)", "Left", show=False),
        Binding("right", "move(0,1)", "Right", show=False),
        Binding("pageup", "leaf(-1)", "Up", show=False),
        Binding("pagedown,space", "leaf(1)", "Down", show=False),
        Binding("home", "leaf(-1000000)", "First", show=False),
        Binding("end", "leaf(1000000)", "Last", show=False),
        Binding("enter", "enter", "Open", show=False),
        Binding("escape", "back", "Back", show=False),
        Binding("q", "quit", "Quit", show=False),
    ]

    part = 0
    """The place of the part on the screen."""

    def names(self) -> Sequence[str]:
        """Return the names of the parts."""
        raise NotImplementedError

    def show_part(self) -> None:
        """Bring the part on the screen that is now chosen."""
        raise NotImplementedError

    def tell_progress(self) -> None:
        """Say how far the reading is."""
        raise NotImplementedError

    def action_move(self, down: int, right: int) -> None:
        """Move the cursor."""
        raise NotImplementedError

    def action_leaf(self, by: int) -> None:
        """Move the cursor by windows."""
        raise NotImplementedError

    def action_enter(self) -> None:
        """Open what is under the cursor."""
        raise NotImplementedError

    @contextmanager
    def patience(self) -> Iterator[None]:
        """Tell the progress of what is read meanwhile, where that takes long."""
        timer = self.set_interval(PATIENCE, self.tell_progress)
        try:
            yield
        finally:
            timer.stop()

    def action_part(self, at: int) -> None:
        """Show another part."""
        if at != self.part and at < len(self.names()):
            self.part = at
            self.show_part()

    def action_next_part(self, by: int) -> None:
        """Show the part beside this one."""
        self.action_part((self.part + by) % len(self.names()))

    def on_sections_clicked(self, message: Sections.Clicked) -> None:
        """Show the part that was clicked."""
        self.action_part(message.at)
