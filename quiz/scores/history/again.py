"""Which questions to play again: those of some rounds, or those not known well enough yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.scores.history.cards import MASTERED, NAMED, about
from quiz.scores.history.rounds import conditions
from quiz.scores.history.values import Filter

if TYPE_CHECKING:
    from quiz.scores.index.index import ScoreIndex
    from quiz.scores.models import Played

Pair = tuple[str, str]
"""The name of a bank and the id of a question in it."""


def asked_in(played: Played, *, wrong: bool = False) -> list[Pair]:
    """Return the questions of a round, each once; `wrong` those answered wrong."""
    pairs = (
        (answer.bank or played.bank, answer.question)
        for answer in played.answers
        if not (wrong and answer.correct)
    )
    return list(dict.fromkeys(pairs))


def missed(index: ScoreIndex, which: Filter | None = None) -> list[Pair]:
    """Return what was answered wrong in the rounds of a filter."""
    which = which or Filter()
    where, values = conditions(index, which)
    if which.bank is not None:
        where += " AND cards.bank = ?"
        values.append(index.number(which.bank))
    return index.rows(
        "SELECT DISTINCT banks.name, ids.name FROM takes JOIN answers ON answers.seq = takes.seq"
        f" JOIN cards ON cards.id = card{NAMED} WHERE {where} AND NOT answers.correct",
        values,
    )


def unmastered(
    index: ScoreIndex,
    player: str | None = None,
    *,
    bank: str | None = None,
    category: str | None = None,
) -> list[Pair]:
    """Return the questions asked that were not right twice running at the latest."""
    where, values = about(index, player, bank, category)
    return index.rows(
        f"SELECT DISTINCT banks.name, ids.name FROM cards{NAMED} WHERE {where} AND NOT {MASTERED}",
        values,
    )
