"""The questions of a bank, one a line, with a cursor; only the lines in sight are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from quiz.app import words
from quiz.app.lines import ends

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

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


class QuestionList(ScrollView):
    """Rows to choose from."""

    can_focus = False

    class Moved(Message):
        """Another row is under the cursor."""

    class Opened(Message):
        """The row under the cursor was clicked once more."""

    def __init__(self) -> None:
        """Begin empty; `show` fills it."""
        super().__init__()
        self.rows: Sequence[Row] = ()
        self.cursor = 0
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
        self.cursor = max(0, min(found, len(rows) - 1))
        self.virtual_size = Size(0, len(rows))
        self.refresh()
        self.call_after_refresh(self._follow)
        self.post_message(self.Moved())

    def move(self, by: int) -> None:
        """Move the cursor, and keep it in sight."""
        to = max(0, min(self.cursor + by, len(self.rows) - 1))
        if to != self.cursor:
            self.cursor = to
            self._follow()
            self.refresh()
            self.post_message(self.Moved())

    def _follow(self) -> None:
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw the row in a line of the window."""
        at = self.scroll_offset.y + y
        width = self.size.width
        if at >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        line = self._drawn(self.rows[at], here=at == self.cursor, width=width)
        return Visual.to_strips(self, line, width, 1, self.visual_style)[0]

    def _drawn(self, row: Row, *, here: bool, width: int) -> Content:
        mark = words.HERE if here else " "
        faded = row.status == "retired"
        style = "$faint" if faded else "bold" if here else ""
        left = Content.assemble((f" {mark} ", "bold $signal"), (row.prompt, style))
        right: list[tuple[str, str]] = [("  ", "")]
        if row.grave:
            right.append((f"{words.WRONG}    ", "bold $wrong"))
        elif self._marked:
            right.append((f"{words.NOTE} {row.remarks:<3}" if row.remarks else " " * 5, "$signal"))
        if width >= ROOM:
            right.append((f"{words.category_name(row.category):<14}", "$faint"))
        status = words.status_name(row.status)
        right.append((f"{status:<9}", "$signal" if row.status == "draft" else "$faint"))
        line = ends(left, Content.assemble(*right), width)
        return line.stylize("on $chosen") if here else line

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse; open it where it was chosen."""
        at = self.scroll_offset.y + event.y
        if at >= len(self.rows):
            return
        if at == self.cursor:
            self.post_message(self.Opened())
        else:
            self.move(at - self.cursor)
