"""The report on a class, from the names of files to the values that are shown."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quiz.base.errors import QuizError
from quiz.scores.report import verdicts
from quiz.scores.report.classroom import Classroom, Filter, by_frequency, shown_name
from quiz.scores.report.gradebook import PRACTICE, grade_book
from quiz.scores.report.items import KnownBank, analyse
from quiz.scores.report.models import Pupil, Report
from quiz.scores.report.names import in_order, similar
from quiz.scores.report.notes import about

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quiz.scores.report.classroom import Asked
    from quiz.scores.report.files import Found
    from quiz.scores.report.models import AnswersWanted, Attempts, By


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What of the class is to be reported, and how."""

    by: By = "bank"
    attempts: Attempts = "first"
    """Of the grade book by bank."""
    answers: AnswersWanted = "first"
    """Of the item analysis."""
    filter: Filter = field(default_factory=Filter)
    merge: bool = False
    """Take names that differ by case, spaces or Unicode form for one pupil's."""
    fewest: int = verdicts.FEWEST
    """Answers that a correlation, an alpha and a distractor's verdict need."""


def untold(_files: int, _rounds: int) -> None:
    """Keep to itself how far the reading is."""


def build(
    found: Found,
    wishes: Wishes,
    look_up: Callable[[str], KnownBank | None],
    tell: Callable[[int, int], None] = untold,
) -> Report:
    """Read the score files and build the report.

    `look_up` finds a bank by its name; `tell` is called now and then with how many files and
    rounds have been read. For a worker thread: it takes as long as reading the files does.
    """
    room = Classroom(wanted=wishes.answers, merge=wishes.merge, filter=wishes.filter)
    room.read(found.paths, tell)
    pupils = _pupils(room)
    banks = defaultdict[str, dict[str, "Asked"]](dict)
    for (bank, identity), asked in room.asked.items():
        banks[bank][identity] = asked
    known = {bank: look_up(bank) for bank in banks}
    missing = [bank for bank, found_bank in known.items() if found_bank is None]
    alike = _alike(room)
    started = [each.started for sittings in room.sittings.values() for each in sittings]
    return Report(
        answers=wishes.answers,
        files=tuple(room.files),
        notes=(*found.notes, *about(room, pupils, alike, missing)),
        similar_names=alike,
        merged=wishes.merge,
        pupils=tuple(pupils.values()),
        rounds=len(started),
        first=min(started, default=None),
        last=max(started, default=None),
        gradebook=grade_book(
            room.sittings,
            pupils,
            by=wishes.by,
            attempts=wishes.attempts,
            practice=wishes.filter.mode in PRACTICE,
        ),
        banks=tuple(
            analyse(bank, banks[bank], list(pupils), known[bank], wishes.fewest)
            for bank in sorted(banks, key=str.casefold)
        ),
    )


def find_bank(name: str, folder: Path | None) -> KnownBank | None:
    """Look for a bank in the folder of banks, by the name that score files give it."""
    from quiz.banks.find import named  # noqa: PLC0415  # they load a validator
    from quiz.banks.read import read_bank  # noqa: PLC0415

    try:
        # A score file is not to say which file of this computer is read.
        path = named([name], folder).get(name)
        bank = read_bank(path) if path is not None else None
    except QuizError:
        return None
    if bank is None:
        return None
    return KnownBank(bank.title, {each.id: tuple(each.distractors) for each in bank.questions})


def _pupils(room: Classroom) -> dict[str, Pupil]:
    """Return the pupils by key, in the order of their names."""
    pupils = {
        key: Pupil(
            name=shown_name(key, counts),
            spellings=by_frequency(counts),
            files=tuple(dict.fromkeys(each.file for each in room.sittings[key])),
            rounds=len(room.sittings[key]),
        )
        for key, counts in room.spellings.items()
    }
    return dict(sorted(pupils.items(), key=lambda each: in_order(each[1].name)))


def _alike(room: Classroom) -> tuple[tuple[str, ...], ...]:
    return similar(sorted({name for counts in room.spellings.values() for name in counts if name}))
