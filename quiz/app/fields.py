"""Fields of a form: text that grows with what is written, and a choice among a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static, TextArea

from quiz.app import words
from quiz.base.language import _
from quiz.base.text import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from quiz.app.pathfield import PathField


ROOM = 20_000
"""Characters that a field takes at once: more than a bank holds in one, and none that is waited
for. What else is in the clipboard was meant for somewhere else."""


class Writing(TextArea):
    """Text of a field: as high as it needs to be; arrows leave it at its ends.

    Of one paragraph, in which Enter goes on to the next field, unless it has `lines`.
    """

    def __init__(self, text: str, *, lines: bool = False, hint: str = "", room: int = ROOM) -> None:
        """Begin with `text`; an empty field shows `hint`, and takes `room` characters pasted."""
        super().__init__(text, compact=True, highlight_cursor_line=False, placeholder=Content(hint))
        self._lines, self._room = lines, room

    def on_mount(self) -> None:
        """Write on where the text ends."""
        self.move_cursor(self.document.end)

    @property
    def value(self) -> str:
        """What is written, clean."""
        return clean(self.text) if self._lines else one_line(self.text)

    def _row(self) -> int:
        return self.wrapped_document.location_to_offset(self.cursor_location).y

    def action_cursor_up(self, select: bool = False) -> None:  # Textual's
        """Move up, at the top to the field before."""
        if not select and self._row() == 0:
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:  # Textual's
        """Move down, at the bottom to the field after."""
        if not select and self._row() >= self.wrapped_document.height - 1:
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and not self._lines:
            event.stop()
            event.prevent_default()
            self.screen.focus_next()
            return
        await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        # What came from elsewhere may hold what no terminal should be sent.
        event.prevent_default()
        text = clean(event.text) if self._lines else one_line(event.text)
        event.text = text[: self._room]
        await super()._on_paste(event)
        if len(text) > self._room:
            told = _("Only the first {n} characters were pasted: a field holds no more.")
            told = told.format(n=words.number(self._room))
            self.notify(told, severity="warning", markup=False)


class Pick(Widget):
    """One of a few values, shown side by side where there is room; arrows and Space go round."""

    can_focus = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,l", "turn(1)", "Next", show=False),
        Binding("left,h", "turn(-1)", "Before", show=False),
        Binding("up,k", "leave(-1)", "Up", show=False),
        Binding("down,j,enter", "leave(1)", "Down", show=False),
    ]
    position = reactive(0)

    class Changed(Message):
        """Another value was chosen."""

    def __init__(self, choices: Sequence[tuple[str, str]], value: str) -> None:
        """Offer `choices`, pairs of value and word, and begin with `value`."""
        super().__init__()
        self._choices = choices
        known = [choice for choice, _word in choices]
        self.set_reactive(Pick.position, known.index(value) if value in known else 0)

    @property
    def value(self) -> str:
        """The chosen value."""
        return self._choices[self.position][0]

    def render(self) -> Content:
        """Draw the words, the chosen one marked; alone where all find no room."""
        parts: list[tuple[str, str]] = []
        for at, (_value, word) in enumerate(self._choices):
            here = at == self.position
            mark = words.HERE if here else " "
            parts.append((f"{mark}{word} ", "bold" if here else "$faint"))
        drawn = Content.assemble(*parts).rstrip()
        if drawn.cell_length > self.content_size.width:
            word = self._choices[self.position][1]
            place = f"  {self.position + 1}/{len(self._choices)}"
            return Content.assemble((f"{words.HERE}{word}", "bold"), (place, "$faint"))
        return drawn

    def action_turn(self, by: int) -> None:
        """Take the next value."""
        self.position = (self.position + by) % len(self._choices)
        self.post_message(self.Changed())

    def action_leave(self, by: int) -> None:
        """Go to another field."""
        if by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def on_click(self) -> None:
        """Take the next value by mouse."""
        self.action_turn(1)


class Field(Container):
    """A name, what is edited, and below it what is said about it."""

    def __init__(self, key: str, name: str, editor: Writing | Pick | PathField) -> None:
        """Name the field `name`; `key` is what the format calls it."""
        super().__init__()
        self.key, self.editor = key, editor
        self._word = name

    def compose(self) -> ComposeResult:
        """Print name, editor and remarks."""
        yield Static(Content(self._word), classes="name")
        yield self.editor
        yield Static(classes="remark")

    def on_mount(self) -> None:
        """Begin without a remark."""
        self.query_one(".remark").display = False

    def on_descendant_focus(self) -> None:
        """Mark the field that is written in."""
        self.set_class(True, "-here")

    def on_descendant_blur(self) -> None:
        """Take the mark away."""
        self.set_class(False, "-here")

    @property
    def value(self) -> str:
        """What the editor holds."""
        return self.editor.value

    def remark(self, told: Content) -> None:
        """Say something below the field; nothing where `told` is empty."""
        below = self.query_one(".remark", Static)
        below.display = bool(told)
        below.update(told)
