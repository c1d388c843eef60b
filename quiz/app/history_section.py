"""What the parts of the look back have in common, and the line of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from quiz.app.lines import ends

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from textual import events

    from quiz.app.app import NewsquizApp
    from quiz.app.keys import Key
    from quiz.scores.history.values import Filter
    from quiz.scores.index.index import ScoreIndex


class Look(NamedTuple):
    """What is looked back on."""

    which: Filter
    today: date
    shared: bool = False
    """Several players are among them."""


class Section(Container):
    """A part of the look back: it reads in a thread, shows, and says what can be played again."""

    can_focus = False

    class Narrowed(Message):
        """Rounds of other days are wanted."""

        def __init__(self, since: date, until: date) -> None:
            """Carry the first and the last day."""
            super().__init__()
            self.since, self.until = since, until

    look: Look | None = None
    """What is shown."""

    @property
    def game(self) -> NewsquizApp:
        """The app, as the kind it is."""
        return cast("NewsquizApp", self.app)

    def read(self, index: ScoreIndex, look: Look) -> object:
        """Read what is to be shown, in a thread."""
        raise NotImplementedError

    def show(self, found: object, look: Look) -> None:
        """Show what was read."""
        raise NotImplementedError

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of its own."""
        raise NotImplementedError

    def move(self, down: int, right: int) -> None:
        """Move the cursor."""

    def leaf(self, by: int) -> None:
        """Move the cursor by windows."""

    def enter(self) -> None:
        """Open what is under the cursor."""

    def again(self, index: ScoreIndex) -> Collection[tuple[str, str]]:  # noqa: ARG002
        """Return the (bank, question) to play again, in a thread."""
        return ()


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
