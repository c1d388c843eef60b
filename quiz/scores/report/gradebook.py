"""The grade book: a row a pupil, a column a bank or a round."""

from __future__ import annotations

from collections import defaultdict
from statistics import fmean, median
from typing import TYPE_CHECKING

from quiz.scores.report.models import Cell, Column, GradeBook, Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.scores.report.classroom import Sitting
    from quiz.scores.report.models import Attempts, By, Pupil

PRACTICE = ("mistakes", "review")
"""Modes that ask each pupil other questions, those that went wrong: their rounds are no grades."""


def grade_book(
    sittings: Mapping[str, Sequence[Sitting]],
    pupils: Mapping[str, Pupil],
    *,
    by: By,
    attempts: Attempts,
    practice: bool = False,
) -> GradeBook:
    """Fill the grade book with the rounds of each pupil; rows are in the order of `pupils`.

    By bank there is one column a bank with the first, the best or the last attempt: the best by
    the share of right answers, then by how many were given, then by points; a finished round is
    better than one that was broken off. By round there is a column for each time that a bank was
    played. `practice` lets rounds of practice in.
    """
    left_out = 0
    filed = dict[str, dict[tuple[str, int | None], Cell]]()
    for key in pupils:
        taken = [each for each in sittings[key] if practice or each.mode not in PRACTICE]
        left_out += len(sittings[key]) - len(taken)
        filed[key] = _cells(sorted(taken, key=lambda each: each.started), by, attempts)
    heads = sorted({head for cells in filed.values() for head in cells}, key=_place)
    rows = tuple(
        Row(
            pupil=pupil,
            cells=tuple(filed[key].get(head) for head in heads),
            correct=sum(cell.correct for cell in filed[key].values()),
            answered=sum(cell.answered for cell in filed[key].values()),
            points=sum(cell.points for cell in filed[key].values()),
        )
        for key, pupil in pupils.items()
    )
    columns = tuple(_column(head, [row.cells[at] for row in rows]) for at, head in enumerate(heads))
    return GradeBook(by=by, attempts=attempts, columns=columns, rows=rows, left_out=left_out)


def _cells(
    taken: Sequence[Sitting], by: By, attempts: Attempts
) -> dict[tuple[str, int | None], Cell]:
    """Return a pupil's cells, from rounds in the order in which they began."""
    banks = defaultdict[str, list["Sitting"]](list)
    for each in taken:
        banks[each.bank].append(each)
    if by == "round":
        return {
            (bank, number): _cell(each, len(played))
            for bank, played in banks.items()
            for number, each in enumerate(played, 1)
        }
    return {
        (bank, None): _cell(_pick(played, attempts), len(played)) for bank, played in banks.items()
    }


def _pick(played: Sequence[Sitting], attempts: Attempts) -> Sitting:
    if attempts == "best":
        return max(played, key=_merit)
    return played[0] if attempts == "first" else played[-1]


def _merit(each: Sitting) -> tuple[bool, float, int, int]:
    share = each.correct / each.answered if each.answered else -1.0
    return each.finished, share, each.answered, each.points


def _cell(each: Sitting, attempts: int) -> Cell:
    return Cell(
        id=each.id,
        correct=each.correct,
        answered=each.answered,
        points=each.points,
        started=each.started,
        finished=each.finished,
        attempts=attempts,
    )


def _place(head: tuple[str, int | None]) -> tuple[str, int]:
    return head[0].casefold(), head[1] or 0


def _column(head: tuple[str, int | None], cells: Sequence[Cell | None]) -> Column:
    percents = [cell.percent for cell in cells if cell and cell.percent is not None]
    return Column(
        bank=head[0],
        attempt=head[1],
        mean_percent=fmean(percents) if percents else None,
        median_percent=median(percents) if percents else None,
        pupils=sum(cell is not None for cell in cells),
    )
