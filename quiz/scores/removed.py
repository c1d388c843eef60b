"""Which rounds a score file says were removed.

Deleting rewrites nothing, as others may be adding to the file: it adds a mark with the ids of the
rounds, which every reader honours. The last mark of a round decides, so that a deletion is undone
by another mark. `newsquiz scores --compact` drops for good what is marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from quiz.scores.pieces import MARKS, Unparsed, examine, holds, readings, split

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.scores.models import Removal

_MARK = MARKS[1]


def removed_in(file: BinaryIO) -> set[str]:
    """Return the ids of removed rounds. Without a mark that is quick: nothing is parsed.

    Raises Newer and OSError.
    """
    if not holds(file, _MARK):
        return set()
    removals = list["Removal"]()
    for piece in split(file):
        if piece.data.startswith(_MARK):
            try:
                removals += examine(piece).removals
            except Unparsed:
                # What it means only the rest of the file can tell.
                return removed_by(mark for each in readings(file) for mark in each.removals)
    return removed_by(removals)


def removed_by(removals: Iterable[Removal]) -> set[str]:
    """Return the ids that are removed after these marks, which are in their order."""
    removed = set[str]()
    for removal in removals:
        if removal.restored:
            removed.difference_update(removal.rounds)
        else:
            removed.update(removal.rounds)
    return removed
