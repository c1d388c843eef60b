"""Kahoot's spreadsheet: its quiz template, with the header in row 8."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.exchange.place import in_columns, with_room
from quiz.exchange.protocol import Format, Item, Skipped, Writing
from quiz.exchange.spreadsheet import put_row, read_table, write_sheet
from quiz.exchange.tables import asked, columns, find_header, numbered, require_header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.worksheet.worksheet import Worksheet

    from quiz.banks.models import Bank, Question
    from quiz.exchange.peek import Peek
    from quiz.exchange.protocol import Wishes

PROMPT, OPTION = 120, 75
"""Characters that a question and an answer may have."""
OPTIONS = 4
LIMITS = (5, 10, 20, 30, 60, 90, 120, 240)
"""The time limits, in seconds."""

_NAMES = ("question - max", "answer 1", "time limit", "correct answer")
_OPTION_NAMES = tuple(f"answer {number}" for number in range(1, OPTIONS + 1))
_HEADER_ROW = 8
_HEADER = (
    f"Question - max {PROMPT} characters",
    *(f"Answer {number} - max {OPTION} characters" for number in range(1, OPTIONS + 1)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)


def read(data: bytes) -> Iterator[Item | Skipped]:
    """Read the questions of a Kahoot spreadsheet. Raises UnreadableError."""
    rows = read_table(data)
    lack = _("it has no header of Kahoot's, which stands in row 8")
    header, at = require_header(rows, _NAMES, lack)
    options = list(columns(header, *_OPTION_NAMES).values())
    for row, prompt, texts in asked(rows, at["question - max"], options):
        right, time = row.cell(at["correct answer"]), row.cell(at["time limit"])
        yield numbered(row, prompt, texts, right, time=time)


def write(bank: Bank, _wishes: Wishes) -> Writing:
    """Write a bank as a Kahoot spreadsheet; a question is left as it is or left out, never cut."""
    fitting: list[Question] = []
    too_long: list[Skipped] = []
    roomy, skipped = with_room(bank.questions, OPTIONS, "Kahoot")
    for question in roomy:
        if reason := _too_long(question):
            too_long.append(Skipped(0, question.id, reason))
        else:
            fitting.append(question)

    def fill(sheet: Worksheet) -> None:
        put_row(sheet, 2, ["Quiz template"], first=2)
        put_row(sheet, 3, [bank.title], first=2)
        put_row(sheet, _HEADER_ROW, _HEADER, first=2)
        for number, question in enumerate(fitting, 1):
            options, right = in_columns(question, bank.language, OPTIONS)
            time = limit(question.seconds or bank.seconds)
            cells = [number, question.prompt, *options, time, right]
            put_row(sheet, _HEADER_ROW + number, cells)
        for column, width in zip("BCDEFGH", (70, 30, 30, 30, 30, 16, 16), strict=True):
            sheet.column_dimensions[column].width = width

    return Writing(
        write_sheet("Sheet1", fill), len(fitting), tuple(skipped), too_long=tuple(too_long)
    )


def _too_long(question: Question) -> str:
    length = _length(question.prompt)
    if length > PROMPT:
        reason = _("“{text}” has {n} characters, and a question of Kahoot's {most}")
        return reason.format(text=question.prompt, n=length, most=PROMPT)
    for option in (question.answer, *question.distractors):
        length = _length(option)
        if length > OPTION:
            reason = _("its option “{text}” has {n} characters, and an answer of Kahoot's {most}")
            return reason.format(text=option, n=length, most=OPTION)
    return ""


def _length(text: str) -> int:
    """Count as spreadsheets and browsers do: what lies beyond U+FFFF counts twice."""
    return len(text.encode("utf-16-le")) // 2


def limit(seconds: int) -> int:
    """Return the time limit that comes nearest; of two that are as near, the longer."""
    return min(LIMITS, key=lambda known: (abs(known - seconds), -known))


def recognise(peek: Peek) -> bool:
    """Tell Kahoot's spreadsheet by its header."""
    return bool(find_header(peek.rows, *_NAMES))


FORMAT = Format(
    name="kahoot",
    title="Kahoot",
    suffix=".xlsx",
    holds=frozenset({"seconds"}),
    recognise=recognise,
    read=read,
    write=write,
    limit=limit,
)
