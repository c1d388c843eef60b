"""Tables laid out by hand: columns that give way to each other as the window narrows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from textual.content import Content

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_Row = TypeVar("_Row")

GAP = 2
"""Cells between two columns."""


class Column(NamedTuple, Generic[_Row]):
    """One column of a table of rows of one kind."""

    name: str
    width: int
    """Cells; of the one that takes what is left over, the least."""
    cell: Callable[[_Row, int], Content]
    """What it shows of a row in so many cells."""
    right: bool = False
    """Set at the right edge, as numbers are."""
    rank: int = 0
    """Columns of a higher rank are left out first."""
    grows: bool = False
    """Takes what is left over."""


def fit(columns: Sequence[Column[_Row]], width: int) -> list[Column[_Row]]:
    """Return the columns that `width` cells hold, with the widths they have there."""
    shown = list(columns)
    while len(shown) > 1 and _taken(shown) > width:
        weakest = max(shown, key=lambda column: column.rank)
        if not weakest.rank:
            break
        shown.remove(weakest)
    left = max(0, width - _taken(shown))
    growing = [at for at, column in enumerate(shown) if column.grows]
    for number, at in enumerate(growing):
        more = left // len(growing) + (number < left % len(growing))
        shown[at] = shown[at]._replace(width=shown[at].width + more)
    return shown


def heading(columns: Sequence[Column[_Row]]) -> Content:
    """Return the line that names the columns."""
    return _joined([_set(Content.styled(each.name, "$faint"), each) for each in columns])


def row(columns: Sequence[Column[_Row]], value: _Row) -> Content:
    """Return the line of one row."""
    return _joined([_set(each.cell(value, each.width), each) for each in columns])


def _taken(columns: Sequence[Column[_Row]]) -> int:
    return sum(column.width for column in columns) + GAP * (len(columns) - 1)


def _joined(cells: Sequence[Content]) -> Content:
    return Content(" " * GAP).join(cells)


def _set(text: Content, column: Column[_Row]) -> Content:
    text = text.truncate(column.width, ellipsis=True)
    space = " " * (column.width - text.cell_length)
    return Content.assemble(space, text) if column.right else Content.assemble(text, space)
