"""What the parts of the look back have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from textual.containers import Container
from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

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
