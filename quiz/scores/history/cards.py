"""The cards of the index, each a question and a player who was asked it, as queries see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.game.memory import RUNNING

if TYPE_CHECKING:
    from quiz.scores.index.index import ScoreIndex

MASTERED = f"(run >= {RUNNING})"
"""Whether a card is mastered, as `Memory.mastered`."""

OWED = f"(wrong > 0 AND run < {RUNNING})"
"""Whether a card is a mistake that waits to be mended, as `Memory.owed`."""

NAMED = " JOIN names AS banks ON banks.id = cards.bank JOIN names AS ids ON ids.id = cards.question"
"""What gives cards `banks.name` and `ids.name`: the bank, and the question's id in it."""


def about(
    index: ScoreIndex,
    player: str | None = None,
    bank: str | None = None,
    category: str | None = None,
) -> tuple[str, list[object]]:
    """Return the conditions on `cards` that a choice means, and their values; None is no choice."""
    where, values = "asked > 0", list[object]()
    for column, text in (("player", player), ("bank", bank), ("category", category)):
        if text is not None:
            where += f" AND cards.{column} = ?"
            values.append(index.number(text))
    return where, values
