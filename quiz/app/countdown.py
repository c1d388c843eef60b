"""The time that is left, as a line that burns down and as seconds."""

from __future__ import annotations

import math

from textual.content import Content
from textual.widget import Widget

URGENT, HURRY = 0.25, 0.5
"""Shares of the time below which the line changes its colour and its weight."""

_SECONDS_WIDTH = 7


class Countdown(Widget):
    """Shows what it is told; it has no clock of its own."""

    can_focus = False

    def __init__(self) -> None:
        """Begin without a clock."""
        super().__init__()
        self._left, self._limit = math.inf, 0
        self._drawn: object = None

    def show(self, left: float, limit: int, *, smooth: bool) -> None:
        """Show `left` of `limit` seconds; not `smooth` moves once a second."""
        self._left, self._limit = left if smooth or math.isinf(left) else math.ceil(left), limit
        drawn = (self._halves(), self._number(), limit)
        if drawn != self._drawn:
            self._drawn = drawn
            self.refresh()

    def _room(self) -> int:
        return max(0, self.content_size.width - _SECONDS_WIDTH)

    def _halves(self) -> int:
        """Half cells that still burn: any time left shows at least one."""
        if not self._limit:
            return 0
        return math.ceil(self._room() * 2 * min(1.0, self._left / self._limit))

    def _number(self) -> str:
        return str(math.ceil(self._left)) if self._limit else ""

    def render(self) -> Content:
        """Draw the line and the number."""
        if not self._limit:
            return Content.styled("─" * self.content_size.width, "$rule")
        share = self._left / self._limit
        style = "$wrong" if share <= URGENT else "$signal" if share <= HURRY else "$faint"
        whole, half = divmod(self._halves(), 2)
        burning = "━" * whole + "╸" * half
        rest = "─" * max(0, self._room() - len(burning))
        number = f"{self._number()} s".rjust(_SECONDS_WIDTH)
        weight = "bold reverse" if share <= URGENT else "bold"
        return Content.assemble(
            (burning, style),
            (rest, "$rule"),
            number[: len(number) - len(number.lstrip())],
            (number.lstrip(), f"{weight} {style}"),
        )
