"""Care of a score file: a check that writes nothing, and a rewrite without what was removed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.base.aside import copy_aside
from quiz.base.errors import NothingToDo
from quiz.base.files import require_file, write_atomically
from quiz.base.language import _, ngettext
from quiz.scores import journal
from quiz.scores.blocks import HEADER, encode
from quiz.scores.errors import ScoreError, newer, reading, shown, writing
from quiz.scores.lock import held
from quiz.scores.mark import mark
from quiz.scores.pieces import Newer, is_foreign, joined, readings
from quiz.scores.removed import removed_by, removed_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from quiz.scores.models import Removal
    from quiz.scores.pieces import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check of a score file found."""

    rounds: int
    """That count."""
    removed: int
    repeated: int
    """Rounds that stand there once more than they should."""
    answers: int
    players: int
    size: int
    """Bytes."""
    waiting: int
    """Journals of rounds that are being played, or were broken off and not saved yet."""
    problems: tuple[str, ...]
    """What is damaged, each with its line."""
    doubts: tuple[str, ...]
    """Rounds that can be read but do not add up."""


def verify(scores: Path) -> Finding:
    """Read a whole score file and say what is in it; nothing is written.

    Raises NothingToDo where there is no file, ScoreError where it is no score file, one of a newer
    version, or cannot be read.
    """
    waiting = len(journal.waiting(scores))
    problems, doubts, removals = list[str](), list[str](), list["Removal"]()
    answers, players, repeated = dict[str, int](), dict[str, str](), 0
    size = 0
    for each in _readings(scores):
        problems += each.problems
        removals += each.removals
        size = max(size, each.place + each.length)
        for played in each.rounds:
            if played.id in answers:
                repeated += 1
                continue
            answers[played.id] = len(played.answers)
            players[played.id] = played.player
            right = sum(answer.correct for answer in played.answers)
            points = sum(answer.points for answer in played.answers)
            if (right, points) != (played.correct, played.points):
                told = _("The round {id} does not add up: its answers are {right} right, {points}.")
                doubts.append(told.format(id=played.id, right=right, points=points))
    removed = removed_by(removals) & answers.keys()
    kept = answers.keys() - removed
    return Finding(
        rounds=len(kept),
        removed=len(removed),
        repeated=repeated,
        answers=sum(answers[each] for each in kept),
        players=len({players[each] for each in kept}),
        size=size,
        waiting=waiting,
        problems=tuple(problems),
        doubts=tuple(doubts),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Compacted:
    """What a rewrite did."""

    backup: Path
    """The file as it was."""
    rounds: int
    dropped: int
    """Rounds that were removed, or stood there twice."""
    before: int
    """Bytes."""
    after: int
    """Bytes."""


def compact(scores: Path, now: datetime) -> Compacted:
    """Rewrite a score file without removed and repeated rounds, keeping the old one as a backup.

    Under the lock, as one step: others who save wait, and a power failure leaves the old file or
    the new one. `now` names the backup. Raises NothingToDo where there is nothing to drop,
    ScoreError where the file is damaged (the game mends it when it starts) or cannot be written.
    """
    if not scores.exists():
        raise _missing(scores)
    with held(scores):
        with reading(scores), scores.open("rb") as file:
            removed = removed_in(file)
        seen, parts, dropped, marks = set[str](), list[bytes](), 0, 0
        for each in _readings(scores):
            if each.problems:
                told = _("{path} is damaged: start the game once, which sets the damage aside.")
                raise ScoreError(told.format(path=shown(scores)))
            kept, gone = _without(each, removed, seen)
            parts.append(kept)
            dropped += gone
            marks += len(each.removals)
        if not dropped and not marks:
            raise NothingToDo(_("There is nothing to drop: no round was removed or saved twice."))
        data = joined(parts)
        with writing(scores):
            before = scores.stat().st_size
            backup = copy_aside(scores, scores, "backup", now)
            write_atomically(scores, data)
        mark(scores)
    return Compacted(
        backup=backup, rounds=len(seen), dropped=dropped, before=before, after=len(data)
    )


def _without(each: Reading, removed: set[str], seen: set[str]) -> tuple[bytes, int]:
    """Return what to keep of a piece, and how many of its rounds are dropped."""
    kept = []
    for played in each.rounds:
        if played.id not in removed and played.id not in seen:
            seen.add(played.id)
            kept.append(played)
    dropped = len(each.rounds) - len(kept)
    if not dropped and not each.removals:
        return each.kept, 0
    head = HEADER if each.place == 0 else b""
    return head + b"".join(map(encode, kept)), dropped


def _readings(scores: Path) -> Iterator[Reading]:
    with reading(scores):
        require_file(scores)
        try:
            with scores.open("rb") as file:
                if os.fstat(file.fileno()).st_size and is_foreign(file):
                    told = _("{path} is no score file.")
                    raise ScoreError(told.format(path=shown(scores)))
                yield from readings(file)
        except FileNotFoundError:
            raise _missing(scores) from None
        except Newer:
            raise newer(scores) from None


def _missing(scores: Path) -> NothingToDo:
    told = _("There is no score file {path}: no round has been played yet.")
    return NothingToDo(told.format(path=shown(scores)))


def told(finding: Finding, scores: Path) -> list[str]:
    """Say in lines what a check found."""
    lines = [
        _("{path}: {size} bytes").format(path=shown(scores), size=finding.size),
        ngettext("{n} round", "{n} rounds", finding.rounds).format(n=finding.rounds)
        + ", "
        + ngettext("{n} answer", "{n} answers", finding.answers).format(n=finding.answers)
        + ", "
        + ngettext("{n} player", "{n} players", finding.players).format(n=finding.players),
    ]
    for count, text in (
        (
            finding.removed,
            ngettext(
                "{n} removed round is still in the file; --compact drops it.",
                "{n} removed rounds are still in the file; --compact drops them.",
                finding.removed,
            ),
        ),
        (
            finding.repeated,
            ngettext(
                "{n} round stands there twice and counts once; --compact drops the second.",
                "{n} rounds stand there twice and count once; --compact drops the second.",
                finding.repeated,
            ),
        ),
        (
            finding.waiting,
            ngettext(
                "{n} round is being played, or is saved at the next start.",
                "{n} rounds are being played, or are saved at the next start.",
                finding.waiting,
            ),
        ),
    ):
        if count:
            lines.append(text.format(n=count))
    if finding.problems:
        lines.append(_("Damaged; the next start of the game sets the damage aside:"))
        lines += [f"  {problem}" for problem in finding.problems]
    lines += finding.doubts
    if not finding.problems and not finding.doubts:
        lines.append(_("All of it can be read."))
    return lines
