"""The report for other programs: as JSON, and as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any, Literal

from quiz.base.cells import harmless
from quiz.scores.report import verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.scores.report.formulas import Figure
    from quiz.scores.report.models import BankAnalysis, Cell, GradeBook, Item, Report, Verdict

Part = Literal["grades", "questions", "banks"]

FORMAT = 1
"""The version of the JSON."""

_FIGURES = ("facility", "discrimination", "discriminative_efficiency", "median_seconds")


def to_json(report: Report) -> str:
    """Return one JSON object; the README says where its figures are.

    Figures are numbers of full precision, or null, with the reason beside them.
    """
    table = {
        "format": FORMAT,
        "answers": report.answers,
        "first": report.first.isoformat() if report.first else None,
        "last": report.last.isoformat() if report.last else None,
        "rounds": report.rounds,
        "notes": list(report.notes),
        "files": [
            {
                "file": each.name,
                "rounds": each.rounds,
                "repeated": each.repeated,
                "problems": list(each.problems),
            }
            for each in report.files
        ],
        "pupils": [
            {
                "player": each.name,
                "spellings": list(each.spellings),
                "files": list(each.files),
                "rounds": each.rounds,
            }
            for each in report.pupils
        ],
        "similar_names": [list(group) for group in report.similar_names],
        "grade_book": _grade_book(report.gradebook),
        "banks": [_bank(each) for each in report.banks],
    }
    return json.dumps(table, ensure_ascii=False, allow_nan=False, indent=1)


def to_csv(report: Report, parts: Iterable[Part]) -> str:
    """Return tables with an empty line between them; no cell is a formula to a spreadsheet."""
    tables = {"grades": _grades, "questions": _questions, "banks": _banks}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for number, part in enumerate(parts):
        if number:
            out.write("\n")
        for row in tables[part](report):
            writer.writerow(["" if cell is None else harmless(cell) for cell in row])
    return out.getvalue()


def _grade_book(book: GradeBook) -> dict[str, Any]:
    return {
        "by": book.by,
        "attempts": book.attempts,
        "left_out": book.left_out,
        "columns": [
            {
                "bank": each.bank,
                "attempt": each.attempt,
                "pupils": each.pupils,
                "mean_percent": each.mean_percent,
                "median_percent": each.median_percent,
            }
            for each in book.columns
        ],
        "rows": [
            {
                "player": row.pupil.name,
                "correct": row.correct,
                "answered": row.answered,
                "percent": row.percent,
                "points": row.points,
                "cells": [_cell(cell) for cell in row.cells],
            }
            for row in book.rows
        ],
    }


def _cell(cell: Cell | None) -> dict[str, Any] | None:
    if cell is None:
        return None
    return {
        "round": cell.id,
        "started": cell.started.isoformat(),
        "correct": cell.correct,
        "answered": cell.answered,
        "percent": cell.percent,
        "points": cell.points,
        "finished": cell.finished,
        "attempts": cell.attempts,
    }


def _bank(bank: BankAnalysis) -> dict[str, Any]:
    return {
        "bank": bank.bank,
        "title": bank.title,
        "pupils": bank.pupils,
        "answers": bank.answers,
        "alpha": bank.alpha.value,
        "sem": bank.sem.value,
        "mean": bank.mean,
        "sd": bank.sd,
        "questions_in_alpha": bank.questions_in_alpha,
        "reasons": _reasons({"alpha": bank.alpha, "sem": bank.sem}, bank.pupils),
        "verdict": _verdict(bank.verdict),
        "questions": [_item(item) for item in bank.items],
    }


def _item(item: Item) -> dict[str, Any]:
    figures: dict[str, Figure] = {name: getattr(item, name) for name in _FIGURES}
    return {
        "number": item.number,
        "bank": item.bank,
        "question": item.question,
        "category": item.category,
        "prompt": item.prompt,
        "answer": item.answer,
        "answers": item.answers,
        "right": item.right,
        "unanswered": item.unanswered,
        "limit": item.limit,
        **{name: figure.value for name, figure in figures.items()},
        "reasons": _reasons(figures, item.answers),
        "few_answers": verdicts.few(item.answers),
        "changed": item.changed,
        "distractors": [
            {
                "text": each.text,
                "count": each.count,
                "share": each.share,
                "functioning": each.functioning,
                "discrimination": each.discrimination.value,
                "in_bank": each.in_bank,
            }
            for each in item.distractors
        ],
        "not_functioning": [each.text for each in item.distractors if each.idle],
        "verdict": _verdict(item.verdict),
        "verdicts": {name: _verdict(verdict) for name, verdict in item.verdicts},
    }


def _verdict(verdict: Verdict) -> dict[str, str]:
    return {"level": verdict.level, "text": verdict.text, "advice": verdict.advice}


def _reasons(figures: dict[str, Figure], answers: int) -> dict[str, str]:
    return {name: verdicts.why(figure, answers) for name, figure in figures.items() if figure.lack}


def _grades(report: Report) -> Iterator[list[object]]:
    book = report.gradebook
    head = list[object]()
    for column in book.columns:
        name = column.bank if column.attempt is None else f"{column.bank} {column.attempt}"
        head += [f"{name} percent", f"{name} points"]
    yield ["player", *head, "right", "answered", "percent", "points"]
    for row in book.rows:
        cells = list[object]()
        for cell in row.cells:
            cells += [cell.percent, cell.points] if cell else [None, None]
        yield [row.pupil.name, *cells, row.correct, row.answered, row.percent, row.points]


def _questions(report: Report) -> Iterator[list[object]]:
    yield [
        "bank",
        "number",
        "question",
        "category",
        "prompt",
        "answer",
        "answers",
        "right",
        "unanswered",
        *_FIGURES,
        "distractors",
        "not_functioning",
        "level",
        "verdict",
        "advice",
    ]
    for bank in report.banks:
        for item in bank.items:
            yield [
                item.bank,
                item.number,
                item.question,
                item.category,
                item.prompt,
                item.answer,
                item.answers,
                item.right,
                item.unanswered,
                *(getattr(item, name).value for name in _FIGURES),
                "; ".join(f"{each.text} ({each.share:.0%})" for each in item.distractors),
                "; ".join(each.text for each in item.distractors if each.idle),
                item.verdict.level,
                item.verdict.text,
                item.verdict.advice,
            ]


def _banks(report: Report) -> Iterator[list[object]]:
    yield [
        "bank", "title", "pupils", "questions", "answers", "alpha", "sem", "mean", "sd", "level",
        "verdict", "advice",
    ]  # fmt: skip
    for bank in report.banks:
        yield [
            bank.bank,
            bank.title,
            bank.pupils,
            len(bank.items),
            bank.answers,
            bank.alpha.value,
            bank.sem.value,
            bank.mean,
            bank.sd,
            bank.verdict.level,
            bank.verdict.text,
            bank.verdict.advice,
        ]
