"""Plain CSV with named columns: everything that a bank says of a question, for any spreadsheet."""

from __future__ import annotations

import codecs
from itertools import islice
from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.exchange.evidence import titles_of
from quiz.exchange.named import find_names, join_tags, read_rows
from quiz.exchange.protocol import Format, Item, Skipped, UnreadableError, Writing
from quiz.exchange.spreadsheet import read_table
from quiz.exchange.tables import write_csv

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.banks.models import Bank, Question
    from quiz.exchange.peek import Peek
    from quiz.exchange.protocol import Wishes

_DISTRACTORS = 5
_HEAD = 5


def read(data: bytes) -> Iterator[Item | Skipped]:
    """Read the questions of a CSV file by the names of its columns. Raises UnreadableError."""
    rows = read_table(data)
    for row in islice(rows, _HEAD):
        if names := find_names(row):
            yield from read_rows(rows, names)
            return
    raise UnreadableError(
        _("its first line names no columns: it needs prompt, answer and distractor 1, …")
    )


def write(bank: Bank, _wishes: Wishes) -> Writing:
    """Write a bank as CSV, with a byte order mark, by which spreadsheets know UTF-8."""
    most = max((len(question.evidence) for question in bank.questions), default=0)
    header = ["id", "prompt", "answer", *(f"distractor {n + 1}" for n in range(_DISTRACTORS))]
    header += ["category", "explanation", "tags", "seconds", "difficulty", "shuffle", "note"]
    for number in range(1, most + 1):
        header += [f"evidence {number}", f"source {number}"]
    titles = titles_of(bank)
    rows = [_row(question, bank.seconds, titles, most) for question in bank.questions]
    text = write_csv([header, *rows])
    return Writing(codecs.BOM_UTF8 + text.encode("utf-8"), len(rows))


def _row(question: Question, seconds: int, titles: dict[str, str], most: int) -> list[object]:
    cells: list[object] = [question.id, question.prompt, question.answer, *question.distractors]
    cells += [""] * (_DISTRACTORS - len(question.distractors))
    cells += [question.category, question.explanation, join_tags(question.tags)]
    cells += [question.seconds or seconds, question.difficulty or ""]
    cells += ["true" if question.shuffle else "false", question.note]
    for one in question.evidence:
        cells += [one.quote, titles[one.source]]
    return cells + [""] * (2 * (most - len(question.evidence)))


def recognise(peek: Peek) -> bool:
    """Tell such a file by the names of its columns."""
    return any(find_names(row) for row in peek.rows[:_HEAD])


FORMAT = Format(
    name="csv",
    title="CSV",
    suffix=".csv",
    holds=frozenset(
        {"id", "category", "explanation", "tags", "seconds", "difficulty", "shuffle", "note"}
        | {"evidence"}
    ),
    recognise=recognise,
    read=read,
    write=write,
)
