"""The options of a question, to be answered by number, letter, cursor or mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quiz.app import words
from quiz.app.lines import hang
from quiz.base.language import _

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size

MOST = 6
"""Options of the largest question: the answer and five distractors."""


class Option(Widget):
    """One option; text wraps beside its number, never below it."""

    can_focus = False
    state = reactive("")
    """Empty, or one of: here (under the cursor), right, wrong, past (another was right)."""

    class Clicked(Message):
        """The option was clicked."""

        def __init__(self, position: int) -> None:
            """Carry the position, from 0."""
            super().__init__()
            self.position = position

    def __init__(self, position: int) -> None:
        """Stand at `position`, from 0."""
        super().__init__()
        self._position = position
        self._text = self._note = ""

    def show(self, text: str, state: str = "", note: str = "") -> None:
        """Print `text`; `note` is what is said of it once it is decided."""
        self._text, self._note = text, note
        self.state = state
        self.set_class(state == "here", "-here")
        self.set_class(state in {"right", "wrong"}, "-told")
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the lines of the wrapped text."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        mark = {
            "here": (words.HERE, "bold $signal"),
            "right": (words.RIGHT, "bold $right"),
            "wrong": (words.WRONG, "bold $wrong"),
        }.get(self.state, (" ", ""))
        number = (str(self._position + 1), "$faint" if self.state == "past" else "bold $signal")
        styles = {"right": "bold $right", "wrong": "bold $wrong", "past": "$faint", "here": "bold"}
        text = Content.assemble((self._text, styles.get(self.state, "")))
        if self._note:
            text = Content.assemble(text, "  ", (f"({self._note})", "$faint"))
        return hang(Content.assemble(" ", mark, "  ", number, "  "), text, width)

    def render(self) -> Content:
        """Draw mark, number and text."""
        return Content("\n").join(self._lines(self.content_size.width))

    def on_click(self) -> None:
        """Tell which option it is."""
        self.post_message(self.Clicked(self._position))


class Options(Widget):
    """All options of one question."""

    can_focus = False

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.cursor = 0
        self._texts: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """Make as many as any question needs, once: showing the next question moves nothing."""
        for position in range(MOST):
            yield Option(position)

    def ask(self, texts: tuple[str, ...]) -> None:
        """Show the options of a new question."""
        self._texts, self.cursor = texts, 0
        for position, option in enumerate(self.query(Option)):
            option.display = position < len(texts)
        self._draw()

    def move(self, by: int) -> None:
        """Move the cursor round."""
        if self._texts:
            self.cursor = (self.cursor + by) % len(self._texts)
            self._draw()

    def _draw(self) -> None:
        for position, (option, text) in enumerate(zip(self.query(Option), self._texts)):  # noqa: B905
            option.show(text, "here" if position == self.cursor else "")

    def tell(self, key: int, chosen: int | None) -> None:
        """Show which option was right and which was chosen (None: the time was up)."""
        for position, (option, text) in enumerate(zip(self.query(Option), self._texts)):  # noqa: B905
            if position == key:
                note = _("your answer") if chosen == key else _("the answer")
                option.show(text, "right", note)
            elif position == chosen:
                option.show(text, "wrong", _("your answer"))
            else:
                option.show(text, "past")
