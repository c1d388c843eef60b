"""The help: what a page is for, and all its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from quiz.app.sheets import Tell
from quiz.base.language import _

if TYPE_CHECKING:
    from quiz.app.keys import Key

_COLUMN = 11


class HelpSheet(Tell):
    """Lists keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "close", "Close", show=False),
    ]

    def __init__(self, keys: tuple[Key, ...], advice: str) -> None:
        """Print `advice` and `keys`."""
        rows = [
            (Content.styled(f"{key.label:<{_COLUMN}}", "bold $signal"), Content(key.told))
            for key in keys
        ]
        told = [(Content(), Content(advice)), (Content(), Content())] if advice else []
        super().__init__(_("Help"), [*told, *rows])
