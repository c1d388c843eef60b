"""Small sheets on top of a page: a question, a line to fill in, a message."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from quiz.app.entry import Entry
from quiz.app.printed import Hanging
from quiz.base.language import _, pgettext

if TYPE_CHECKING:
    from textual.app import ComposeResult


def _hint(*keys: tuple[str, str]) -> Content:
    parts: list[tuple[str, str]] = []
    for key, word in keys:
        parts += [(key, "bold $signal"), (f" {word}   ", "$faint")]
    return Content.assemble(*parts)


class Ask(ModalScreen[bool]):
    """Yes or no; Enter and Escape are the harmless no."""

    CSS_PATH = "sheets.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,t", "answer(True)", "Yes", show=False),  # t as in “tak”
        Binding("n,escape,enter", "answer(False)", "No", show=False),
    ]

    def __init__(self, title: str, told: str, yes: str, no: str) -> None:
        """Ask `title`; `yes` and `no` are the words for the two answers."""
        super().__init__()
        self._title, self._told, self._yes, self._no = title, told, yes, no

    def compose(self) -> ComposeResult:
        """Print the question and its two answers."""
        with VerticalScroll(classes="sheet", can_focus=False):
            yield Static(Content(self._title), classes="title")
            yield Static(Content(self._told), classes="words")
            yield Static(_hint((pgettext("the key for yes", "y"), self._yes)), classes="faint yes")
            yield Static(_hint(("Enter", self._no)), classes="words no")

    def action_answer(self, yes: bool) -> None:  # an action's argument
        """Close with the answer."""
        self.dismiss(yes)

    def on_click(self, event: object) -> None:
        """Answer by mouse."""
        widget = getattr(event, "widget", None)
        if widget is not None and widget.has_class("yes"):
            self.dismiss(True)
        elif widget is not None and widget.has_class("no"):
            self.dismiss(False)


class Prompt(ModalScreen[str | None]):
    """A line to fill in; None where the player thinks better of it."""

    CSS_PATH = "sheets.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel", show=False),
    ]

    def __init__(self, title: str, told: str, value: str) -> None:
        """Ask `title`, with `value` filled in."""
        super().__init__()
        self._title, self._told, self._value = title, told, value

    def compose(self) -> ComposeResult:
        """Print the question and the line."""
        with VerticalScroll(classes="sheet", can_focus=False):
            yield Static(Content(self._title), classes="title")
            yield Entry(self._value)
            yield Static(Content(self._told), classes="faint")
            yield Static(_hint(("Enter", _("Take it")), ("Esc", _("Back"))), classes="faint")

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Close with what was written."""
        self.dismiss(message.value)

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class Tell(ModalScreen[None]):
    """Something to read; any of the usual keys closes it."""

    CSS_PATH = "sheets.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,q", "close", "Close", show=False),
        Binding("up,k", "scroll(-1)", "Up", show=False),
        Binding("down,j", "scroll(1)", "Down", show=False),
    ]

    def __init__(self, title: str, told: str | list[tuple[Content, Content]]) -> None:
        """Print `told` below `title`: a text, or lines each with a lead."""
        super().__init__()
        self._title = title
        self._told = [(Content(), Content(told))] if isinstance(told, str) else told

    def compose(self) -> ComposeResult:
        """Print the message."""
        with VerticalScroll(classes="sheet", can_focus=False):
            yield Static(Content(self._title), classes="title")
            yield Hanging(self._told)
            yield Static(_hint(("Esc", _("Back"))), classes="faint")

    def action_close(self) -> None:
        """Close the sheet."""
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """Scroll a long message."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
