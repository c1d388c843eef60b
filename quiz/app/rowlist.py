"""A list with a cursor that draws only what is in sight: any number of rows opens at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.content import Content


class RowList(ScrollView):
    """Rows to choose from; `drawn` says what one looks like."""

    ALLOW_SELECT = False
    LINES = 1
    """Lines of a row."""

    can_focus = False

    class Moved(Message):
        """Another row is under the cursor."""

    class Opened(Message):
        """The row under the cursor was clicked once more."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name for it
        """Begin empty."""
        super().__init__(id=id)
        self.count = 0
        self.cursor = 0

    def drawn(self, at: int, width: int, *, here: bool) -> Sequence[Content]:
        """Return the lines of a row, LINES at most."""
        raise NotImplementedError

    def resize(self, count: int, cursor: int = 0) -> None:
        """Have `count` rows, and the cursor on one of them."""
        self.count = count
        self.cursor = max(0, min(cursor, count - 1))
        self.virtual_size = Size(0, count * self.LINES)
        self.refresh()
        self.call_after_refresh(self._follow)

    def move(self, by: int) -> None:
        """Move the cursor, and keep it in sight."""
        to = max(0, min(self.cursor + by, self.count - 1))
        if to != self.cursor:
            self.cursor = to
            self._follow()
            self.refresh()
            self.post_message(self.Moved())

    @property
    def page(self) -> int:
        """How many rows the window holds."""
        return max(1, self.size.height // self.LINES - 1)

    def _follow(self) -> None:
        if self.is_mounted:
            region = Region(0, self.cursor * self.LINES, 1, self.LINES)
            self.scroll_to_region(region, animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        at, line = divmod(self.scroll_offset.y + y, self.LINES)
        width = self.scrollable_content_region.width
        if at >= self.count:
            return Strip.blank(width, self.rich_style)
        here = at == self.cursor
        lines = self.drawn(at, width, here=here)
        if line >= len(lines):
            return Strip.blank(width, self.rich_style)
        content = lines[line].truncate(width, pad=True)
        if here:
            content = content.stylize("on $chosen")
        return Visual.to_strips(self, content, width, 1, self.visual_style)[0]

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse; open it where it was chosen."""
        at = (self.scroll_offset.y + event.y) // self.LINES
        if at >= self.count:
            return
        if at == self.cursor:
            self.post_message(self.Opened())
        else:
            self.move(at - self.cursor)
