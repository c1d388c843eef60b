"""A line of text that is typed or pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from quiz.base.text import one_line

if TYPE_CHECKING:
    from textual import events
    from textual.suggester import Suggester

ROOM = 4096
"""Characters: those of the longest path. A longer line is slow to draw, and was meant for
somewhere else."""


class Entry(Input):
    """A line that takes `ROOM` characters at most; what is pasted is cleaned and cut to fit."""

    def __init__(
        self,
        value: str = "",
        *,
        hint: str = "",
        suggester: Suggester | None = None,
        select_on_focus: bool = True,
        id: str | None = None,  # noqa: A002  # Textual's name for it
    ) -> None:
        """Begin with `value`; an empty line shows `hint`."""
        super().__init__(
            value,
            placeholder=hint,
            suggester=suggester,
            select_on_focus=select_on_focus,
            compact=True,
            max_length=ROOM,
            id=id,
        )

    def clean(self, text: str) -> str:
        """Return what of a pasted text is taken."""
        return one_line(text)

    def _on_paste(self, event: events.Paste) -> None:
        # What came from elsewhere may hold what no terminal should be sent.
        event.prevent_default()
        start, end = sorted(self.selection)
        event.text = self.clean(event.text)[: ROOM - len(self.value) + end - start]
        super()._on_paste(event)
