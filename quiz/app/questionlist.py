"""The questions of a bank, one a line, with a cursor; only the lines in sight are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from quiz.app import words
from quiz.app.lines import ends, pointer
from quiz.app.rowlist import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOM = 74
"""Columns from which on the category is shown besides the status."""


class Row(NamedTuple):
    """What the list shows of a question."""

    name: str
    """Its id; empty for a new one that is not valid yet."""
    prompt: str
    category: str
    status: str
    remarks: int
    grave: bool
    """It is not valid: it is kept apart until it is."""


class QuestionList(RowList):
    """The questions that pass."""

    def __init__(self) -> None:
        """Begin empty; `show` fills it."""
        super().__init__()
        self.rows: Sequence[Row] = ()
        self._marked = False

    @property
    def chosen(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def show(self, rows: Sequence[Row], chosen: str | None = None) -> None:
        """List `rows`; the cursor goes to the id `chosen`, or stays where it is."""
        self.rows = rows
        self._marked = any(row.remarks or row.grave for row in rows)
        found = next((at for at, row in enumerate(rows) if row.name == chosen), self.cursor)
        self.resize(len(rows), found)
        self.post_message(self.Moved())

    def drawn(self, at: int, width: int, *, here: bool) -> Sequence[Content]:
        """Return the line of a question."""
        row = self.rows[at]
        width = self.size.width  # a scroll bar takes the space behind the status
        faded = row.status == "retired"
        style = "$faint" if faded else "bold" if here else ""
        left = Content.assemble(pointer(here=here), (row.prompt, style))
        right: list[tuple[str, str]] = [("  ", "")]
        if row.grave:
            right.append((f"{words.WRONG}    ", "bold $wrong"))
        elif self._marked:
            right.append((f"{words.NOTE} {row.remarks:<3}" if row.remarks else " " * 5, "$signal"))
        if width >= ROOM:
            right.append((f"{words.category_name(row.category):<14}", "$faint"))
        status = words.status_name(row.status)
        right.append((f"{status:<9}", "$signal" if row.status == "draft" else "$faint"))
        return [ends(left, Content.assemble(*right), width)]
