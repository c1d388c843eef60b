"""A sheet with a list to pick one of; letters narrow it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, NamedTuple, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quiz.app.lines import pointer
from quiz.app.rowlist import RowList
from quiz.base.fold import fold
from quiz.base.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

_Value = TypeVar("_Value")
_ROOM = 12  # rows


class Picked(NamedTuple, Generic[_Value]):
    """What was picked: None is a value like others."""

    value: _Value


class _Names(RowList):
    """The names that are left."""

    def __init__(self) -> None:
        super().__init__()
        self.names: Sequence[str] = ()

    def show(self, names: Sequence[str], cursor: int = 0) -> None:
        self.names = names
        self.styles.height = max(1, min(len(names), _ROOM))
        self.resize(len(names), cursor)

    def drawn(self, at: int, width: int, *, here: bool) -> Sequence[Content]:
        name = Content.styled(self.names[at], "bold" if here else "")
        return [Content.assemble(pointer(here=here), name.truncate(width - 4, ellipsis=True))]


class PickSheet(ModalScreen[Picked[_Value] | None], Generic[_Value]):
    """Closes with what was picked, or None where nothing was."""

    CSS_PATH = "sheets.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False),
        Binding("enter", "take", "Take", show=False),
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("pageup", "move(-10)", "Up", show=False),
        Binding("pagedown", "move(10)", "Down", show=False),
        Binding("home", "move(-100000)", "First", show=False),
        Binding("end", "move(100000)", "Last", show=False),
        Binding("backspace", "rub", "Rub out", show=False),
    ]

    def __init__(self, title: str, offered: Sequence[tuple[str, _Value]], chosen: _Value) -> None:
        """Offer values by name, with the cursor on `chosen`."""
        super().__init__()
        self._title, self._offered, self._chosen = title, offered, chosen
        self._typed = ""
        self._left = list(offered)

    def compose(self) -> ComposeResult:
        """Print the list."""
        with Container(classes="sheet"):
            yield Static(Content(self._title), classes="title")
            yield _Names()
            yield Static(classes="faint")

    def on_mount(self) -> None:
        """Put the cursor on what is chosen."""
        values = [value for _name, value in self._offered]
        self._show(values.index(self._chosen) if self._chosen in values else 0)

    def _show(self, cursor: int = 0) -> None:
        self.query_one(_Names).show([name for name, _value in self._left], cursor)
        hint = [("Enter", "bold $signal"), (f" {_('Take it')}   ", "$faint")]
        hint += [("Esc", "bold $signal"), (f" {_('Back')}   ", "$faint")]
        hint.append((self._typed or _("letters narrow the list"), "" if self._typed else "$faint"))
        self.query_one(".faint", Static).update(Content.assemble(*hint))

    def on_key(self, event: events.Key) -> None:
        """Narrow the list by what is typed."""
        if event.is_printable and event.character:
            event.stop()
            self._narrow(self._typed + event.character)

    def _narrow(self, typed: str) -> None:
        wanted = fold(typed)
        left = [each for each in self._offered if wanted in fold(each[0])]
        if typed:
            left.sort(key=lambda each: not fold(each[0]).startswith(wanted))
        if left:
            self._typed, self._left = typed, left
            self._show()

    def action_rub(self) -> None:
        """Take back the last letter."""
        self._narrow(self._typed[:-1])

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(_Names).move(by)

    def action_take(self) -> None:
        """Close with what is under the cursor."""
        self.dismiss(Picked(self._left[self.query_one(_Names).cursor][1]))

    def on_row_list_opened(self) -> None:
        """Take what was clicked twice."""
        self.action_take()

    def action_leave(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
