"""A sheet with a few things to do, each with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quiz.app.printed import Hanging
from quiz.base.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult


class Way(NamedTuple):
    """One thing to do."""

    key: str
    """A letter."""
    told: str


class Choose(ModalScreen[str | None]):
    """Closes with the key of what was chosen, or None where nothing was."""

    CSS_PATH = "sheets.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "leave", "Back", show=False),
        Binding("up", "scroll(-1)", "Up", show=False),
        Binding("down", "scroll(1)", "Down", show=False),
        Binding("pageup", "scroll(-10)", "Up", show=False),
        Binding("pagedown,space", "scroll(10)", "Down", show=False),
    ]

    def __init__(
        self, title: str, told: str | Sequence[tuple[Content, Content]], ways: Sequence[Way]
    ) -> None:
        """Print `told` below `title`, and the `ways` below that."""
        super().__init__()
        self._title, self._ways = title, ways
        self._told = [(Content(), Content(told))] if isinstance(told, str) else told

    def compose(self) -> ComposeResult:
        """Print it all."""
        with VerticalScroll(classes="sheet", can_focus=False):
            yield Static(Content(self._title), classes="title")
            yield Hanging(self._told)
            with Vertical(classes="ways"):
                for way in self._ways:
                    yield _line(way.key, Content(way.told))
                yield _line("Esc", Content.styled(_("Back"), "$faint"))

    def on_key(self, event: events.Key) -> None:
        """Take a way by its key."""
        if any(way.key == event.key for way in self._ways):
            event.stop()
            self.dismiss(event.key)

    def on_click(self, event: events.Click) -> None:
        """Take a way by mouse."""
        lines = list(self.query(".way"))
        if event.widget in lines:
            at = lines.index(event.widget)
            self.dismiss(self._ways[at].key if at < len(self._ways) else None)

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """Scroll a long message."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)


def _line(key: str, told: Content) -> Hanging:
    return Hanging([(Content.styled(f"{key:<5}", "bold $signal"), told)], classes="way")
