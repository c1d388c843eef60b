"""The questions that are answered wrong most often."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.widgets import Static

from quiz.app import words
from quiz.app.history_section import Look, Section
from quiz.app.keys import Key
from quiz.app.lines import pointer
from quiz.app.rowlist import RowList
from quiz.base.language import _

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual.app import ComposeResult

    from quiz.scores.history.values import Missed
    from quiz.scores.index.index import ScoreIndex

LIMIT = 50


class MissedList(RowList):
    """The questions."""

    LINES = 3

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.rows: Sequence[Missed] = ()

    def show(self, rows: Sequence[Missed]) -> None:
        """List other questions."""
        self.rows = rows
        self.resize(len(rows), min(self.cursor, max(0, len(rows) - 1)))

    def drawn(self, at: int, width: int, *, here: bool) -> Sequence[Content]:
        """Return the lines of a question: its words, and below them its figures."""
        one = self.rows[at]
        often = _("{n} of {all}").format(n=one.wrong, all=one.asked)
        head = Content.assemble(
            pointer(here=here),
            (f"{often:>9} {words.WRONG}  ", "$wrong"),
            (one.prompt, "bold" if here else ""),
        )
        facts = f"{one.bank or '–'} · {words.category_name(one.category)}"
        if one.mended:
            facts = f"{_('right twice running since')} · {facts}"
        below = Content.assemble(" " * 16, (one.answer, "$right"), (f"  {facts}", "$faint"))
        return [head.truncate(width, ellipsis=True), below.truncate(width, ellipsis=True)]


class MissesSection(Section):
    """The list, or a word of praise."""

    def compose(self) -> ComposeResult:
        """Make the list."""
        yield MissedList()
        yield Static(id="none")

    def read(self, index: ScoreIndex, look: Look) -> object:
        """Read what was missed."""
        from quiz.scores.history.questions import missed_most  # noqa: PLC0415  # a validator

        return missed_most(index, look.which, limit=LIMIT)

    def show(self, found: object, look: Look) -> None:  # noqa: ARG002  # the list is enough
        """List what was missed."""
        rows = cast("Sequence[Missed]", found)
        listed, none = self.query_one(MissedList), self.query_one("#none", Static)
        listed.show(rows)
        listed.display, none.display = bool(rows), not rows
        told = _("What you answer wrong is listed here, the most often first. So far nothing was.")
        none.update(Content.assemble((_("No mistakes."), "bold"), "\n\n", told))

    def move(self, down: int, right: int) -> None:  # noqa: ARG002  # a list has one direction
        """Move the cursor."""
        self.query_one(MissedList).move(down)

    def leaf(self, by: int) -> None:
        """Move the cursor by windows."""
        listed = self.query_one(MissedList)
        listed.move(by * listed.page)

    def enter(self) -> None:
        """Play them."""
        self.screen.call_later(self.screen.run_action, "again")

    def on_row_list_opened(self) -> None:
        """Play them."""
        self.enter()

    def again(self, index: ScoreIndex) -> Collection[tuple[str, str]]:  # noqa: ARG002
        """Return all that is listed."""
        return [(one.bank, one.question) for one in self.query_one(MissedList).rows]

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of the list."""
        if not self.query_one(MissedList).rows:
            return ()
        return (
            Key("Enter", _("Play these"), _("Play the questions listed (also a)"), "again"),
            Key("↑↓", _("Choose"), _("Go through the questions")),
        )
