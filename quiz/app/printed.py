"""Widgets of lines: two ends of one, texts beside their leads, and the rule below a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from quiz.app.lines import ends, hang

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Size


class Ends(Widget):
    """A line with something at each end."""

    can_focus = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name for it
        """Begin empty."""
        super().__init__(id=id)
        self._left = self._right = Content()

    def show(self, left: Content, right: Content) -> None:
        """Set the two ends."""
        self._left, self._right = left, right
        self.refresh()

    def render(self) -> Content:
        """Draw the line."""
        return ends(self._left, self._right, self.content_size.width)


class Hanging(Widget):
    """Lines of text, each wrapped beside its lead and never below it."""

    can_focus = False

    def __init__(self, lines: Sequence[tuple[Content, Content]], *, classes: str = "") -> None:
        """Print `lines`, pairs of lead and text."""
        super().__init__(classes=classes)
        self._lines = lines

    def show(self, lines: Sequence[tuple[Content, Content]]) -> None:
        """Print other lines."""
        self._lines = lines
        self.refresh(layout=True)

    def _wrapped(self, width: int) -> list[Content]:
        return [line for lead, text in self._lines for line in hang(lead, text, width)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the lines of the wrapped text."""
        return len(self._wrapped(width))

    def render(self) -> Content:
        """Draw the lines."""
        return Content("\n").join(self._wrapped(self.content_size.width))


class Rule(Widget):
    """A line across: heavy below a masthead, light between parts."""

    can_focus = False

    def __init__(self, stroke: str = "─", style: str = "$rule") -> None:
        """Draw with `stroke`, a character of one cell."""
        super().__init__()
        self._stroke, self._style = stroke, style

    def render(self) -> Content:
        """Draw the line."""
        return Content.styled(self._stroke * self.content_size.width, self._style)
