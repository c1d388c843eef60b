"""Blooket's CSV: its import template, with a line of its name and then the header."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.exchange.place import in_columns, with_room
from quiz.exchange.protocol import Format, Item, Skipped, Writing, excerpt
from quiz.exchange.spreadsheet import read_table
from quiz.exchange.tables import asked, columns, find_header, numbered, require_header, write_csv

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.banks.models import Bank
    from quiz.exchange.peek import Peek
    from quiz.exchange.protocol import Wishes

OPTIONS = 4
LONGEST = 300
"""Seconds of the longest time limit."""

_NAMES = ("question text", "answer 1", "time limit", "correct answer")
_OPTION_NAMES = tuple(f"answer {number}" for number in range(1, OPTIONS + 1))
_TITLE = ("Blooket\nImport Template", *[""] * 7)
_HEADER = (
    "Question #",
    "Question Text",
    "Answer 1",
    "Answer 2",
    "Answer 3\n(Optional)",
    "Answer 4\n(Optional)",
    f"Time Limit (sec)\n(Max: {LONGEST} seconds)",
    "Correct Answer(s)\n(Only include Answer #)",
)


def read(data: bytes) -> Iterator[Item | Skipped]:
    """Read the questions of a Blooket file. Raises UnreadableError."""
    rows = read_table(data)
    lack = _("it has no header with Question Text and Correct Answer")
    header, at = require_header(rows, _NAMES, lack)
    options = list(columns(header, *_OPTION_NAMES).values())
    for row, prompt, texts in asked(rows, at["question text"], options):
        if "typing" in (cell.strip().lower() for cell in row.cells[len(_HEADER) :]):
            reason = _("it is a typing question, and a bank holds multiple choice only")
            yield Skipped(row.line, excerpt(prompt), reason)
        else:
            right, time = row.cell(at["correct answer"]), row.cell(at["time limit"])
            yield numbered(row, prompt, texts, right, time=time)


def write(bank: Bank, _wishes: Wishes) -> Writing:
    """Write a bank as Blooket's CSV."""
    rows: list[list[object]] = []
    fitting, skipped = with_room(bank.questions, OPTIONS, "Blooket")
    for number, question in enumerate(fitting, 1):
        options, right = in_columns(question, bank.language, OPTIONS)
        time = limit(question.seconds or bank.seconds)
        rows.append([number, question.prompt, *options, time, right])
    text = write_csv(chain([_TITLE, _HEADER], rows))
    return Writing(text.encode("utf-8"), len(rows), tuple(skipped))


def limit(seconds: int) -> int:
    """Return the time limit that comes nearest."""
    return min(seconds, LONGEST)


def recognise(peek: Peek) -> bool:
    """Tell Blooket's file by its header."""
    return bool(find_header(peek.rows, *_NAMES))


FORMAT = Format(
    name="blooket",
    title="Blooket CSV",
    suffix=".csv",
    holds=frozenset({"seconds"}),
    recognise=recognise,
    read=read,
    write=write,
    limit=limit,
)
