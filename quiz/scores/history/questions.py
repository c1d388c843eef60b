"""Questions: what is mastered, what was missed, what is due, and what a past answer was about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quiz.banks.find import named
from quiz.banks.read import read_bank
from quiz.base.errors import QuizError
from quiz.scores.history.cards import MASTERED, NAMED, OWED, about
from quiz.scores.history.values import Due, Filter, Mastery, Missed, Outlook, Reviewed
from quiz.scores.index.times import moment, seconds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime
    from pathlib import Path

    from quiz.banks.models import Bank
    from quiz.scores.index.index import ScoreIndex
    from quiz.scores.models import Played


def mastery(
    index: ScoreIndex, which: Filter | None = None, *, by: Literal["category", "bank"] = "category"
) -> list[Mastery]:
    """Return how far each category or bank is known, the least first; of a filter player and bank.

    Memory is of a question as a whole: mode and days of a filter do not matter.
    """
    which = which or Filter()
    where, values = about(index, which.player, which.bank)
    column = {"category": "cards.category", "bank": "cards.bank"}[by]
    found = index.rows(
        f"SELECT names.name, count(*), sum({MASTERED}), sum({OWED}), sum(asked),"
        f" sum(asked - wrong) FROM cards JOIN names ON names.id = {column}"
        f" WHERE {where} GROUP BY {column}",
        values,
    )
    listed = [
        Mastery(
            name=row[0],
            questions=row[1],
            mastered=row[2],
            mistakes=row[3],
            answered=row[4],
            correct=row[5],
        )
        for row in found
    ]
    return sorted(listed, key=lambda one: (one.share, one.correct / one.answered, one.name))


def missed_most(index: ScoreIndex, which: Filter | None = None, *, limit: int = 20) -> list[Missed]:
    """Return the questions most often answered wrong; of a filter player and bank.

    Several players' answers to one question count together.
    """
    which = which or Filter()
    where, values = about(index, which.player, which.bank)
    found = index.rows(
        "SELECT banks.name, ids.name, kinds.name, sum(asked), sum(wrong) AS missed,"
        f" sum({OWED}) > 0, max(latest), at, rounds.id FROM cards{NAMED}"
        " JOIN names AS kinds ON kinds.id = category JOIN rounds ON rounds.seq = latest"
        f" WHERE {where} AND wrong > 0 GROUP BY cards.bank, question"
        " ORDER BY missed DESC, sum(asked), max(latest) DESC, banks.name, ids.name LIMIT ?",
        [*values, limit],
    )
    listed = []
    for bank, question, category, asked, wrong, owed, _latest, at, identity in found:
        played = index.played(identity)
        answer = played.answers[at] if played and at < len(played.answers) else None
        listed.append(
            Missed(
                bank=bank,
                question=question,
                category=category,
                prompt=answer.prompt if answer else "",
                answer=answer.answer if answer else "",
                asked=asked,
                wrong=wrong,
                mended=not owed,
            )
        )
    return listed


def mistakes(index: ScoreIndex, player: str) -> set[tuple[str, str]]:
    """Return the (bank, question) answered wrong and not right twice running since."""
    where, values = about(index, player)
    return set(
        index.rows(
            f"SELECT banks.name, ids.name FROM cards{NAMED} WHERE {where} AND {OWED}", values
        )
    )


def due(index: ScoreIndex, player: str, now: datetime, *, ahead: bool = False) -> list[Due]:
    """Return what is due for review at `now`, the longest due first; `ahead` all that will be."""
    where, values = about(index, player)
    found = index.rows(
        f"SELECT banks.name, ids.name, due FROM cards{NAMED}"
        f" WHERE {where} AND due <= ? ORDER BY due, banks.name, ids.name",
        [*values, 1 << 60 if ahead else seconds(now)],
    )
    return [Due(bank=row[0], question=row[1], when=moment(row[2])) for row in found]


def outlook(
    index: ScoreIndex,
    player: str,
    now: datetime,
    playable: Collection[tuple[str, str]] | None = None,
) -> Outlook:
    """Return how many questions are due at `now`, and when the next ones are.

    `playable` holds the (bank, question) that can be asked; what is retired, or in a bank that is
    gone, does not count. None counts all. The day of the next is that of `now`'s offset.
    """
    known = [
        each.when
        for each in due(index, player, now, ahead=True)
        if playable is None or (each.bank, each.question) in playable
    ]
    later = [when for when in known if when > now]
    if not later:
        return Outlook(now=len(known))
    day = later[0].astimezone(now.tzinfo).date()
    return Outlook(
        now=len(known) - len(later),
        next_when=later[0],
        next_count=sum(when.astimezone(now.tzinfo).date() == day for when in later),
        later=len(later),
    )


def look_up(
    played: Played, folder: Path | None = None, given: Iterable[Path] = ()
) -> tuple[Reviewed, ...]:
    """Find the questions of a round in the banks of today, for explanation and evidence.

    `folder` is the folder of banks, as for `find_banks`; `given` are banks outside of it. A bank
    that is gone or cannot be read gives None.
    """
    names = {answer.bank or played.bank for answer in played.answers}
    try:
        files = {path.stem: path for path in given} | named(names, folder)
    except QuizError:
        files = {}
    banks: dict[str, Bank | None] = {}
    reviewed = []
    for answer in played.answers:
        name = answer.bank or played.bank
        if name not in banks:
            banks[name] = _bank(files.get(name))
        bank = banks[name]
        question = (
            next((one for one in bank.questions if one.id == answer.question), None)
            if bank
            else None
        )
        reviewed.append(Reviewed(answer=answer, bank=bank, question=question))
    return tuple(reviewed)


def _bank(path: Path | None) -> Bank | None:
    try:
        return read_bank(path) if path else None
    except QuizError:
        return None
