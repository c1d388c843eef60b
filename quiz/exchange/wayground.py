"""Wayground's spreadsheet, formerly Quizizz's: the header, a row of hints, then the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.exchange.place import in_columns, with_room
from quiz.exchange.protocol import Format, Item, Skipped, Writing, excerpt
from quiz.exchange.spreadsheet import put_row, read_table, write_sheet
from quiz.exchange.tables import asked, columns, find_header, numbered, require_header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.worksheet.worksheet import Worksheet

    from quiz.banks.models import Bank
    from quiz.exchange.peek import Peek
    from quiz.exchange.protocol import Wishes
    from quiz.exchange.tables import Row

OPTIONS = 5

_NAMES = ("question text", "question type", "option 1", "correct answer")
_OPTION_NAMES = tuple(f"option {number}" for number in range(1, OPTIONS + 1))
_MORE = ("time in seconds", "image link", "answer explanation")
_HEADER = (
    "Question Text",
    "Question Type",
    *(f"Option {number}" for number in range(1, OPTIONS + 1)),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)
_HINTS = (
    "Text of the question\n\n(required)",
    "Question Type\n\n(default is Multiple Choice)",
    *(
        f"Text for option {number}\n\n({'required' if number < 3 else 'optional'})"
        for number in range(1, OPTIONS + 1)
    ),
    "The correct option choice (between 1-5)",
    "Time in seconds\n\n(optional, default value is 30 seconds)",
    "Link of the image\n\n(optional)",
    "Explanation for the answer\n\n(optional)",
)
_CHOICE = frozenset({"", "multiple choice", "checkbox"})


def read(data: bytes) -> Iterator[Item | Skipped]:
    """Read the questions of a Wayground spreadsheet. Raises UnreadableError."""
    rows = read_table(data)
    lack = _("it has no header with Question Text and Question Type")
    header, at = require_header(rows, _NAMES, lack)
    at |= columns(header, *_MORE)
    options = list(columns(header, *_OPTION_NAMES).values())
    for row, prompt, texts in asked(rows, at["question text"], options):
        hints = row.line == header.line + 1 and prompt.startswith("Text of the question")
        if not hints:
            yield _item(row, prompt, texts, at)


def _item(row: Row, prompt: str, texts: list[str], at: dict[str, int]) -> Item | Skipped:
    kind = row.cell(at["question type"])
    if kind.lower() not in _CHOICE:
        reason = _("it is a question of the type {kind}, and a bank holds multiple choice only")
        return Skipped(row.line, excerpt(prompt), reason.format(kind=excerpt(kind)))
    if row.cell(at.get("image link")):
        reason = _("it has a picture, a sound or a film, and a bank none")
        return Skipped(row.line, excerpt(prompt), reason)
    return numbered(
        row,
        prompt,
        texts,
        row.cell(at["correct answer"]),
        time=row.cell(at.get("time in seconds")),
        why=row.cell(at.get("answer explanation")),
    )


def write(bank: Bank, _wishes: Wishes) -> Writing:
    """Write a bank as a Wayground spreadsheet."""
    fitting, skipped = with_room(bank.questions, OPTIONS, "Wayground")

    def fill(sheet: Worksheet) -> None:
        put_row(sheet, 1, _HEADER)
        put_row(sheet, 2, _HINTS)
        for row, question in enumerate(fitting, 3):
            options, right = in_columns(question, bank.language, OPTIONS)
            time = question.seconds or bank.seconds
            cells = [question.prompt, "Multiple Choice", *options, right, time]
            put_row(sheet, row, [*cells, "", question.explanation])
        for column, width in zip("ABCDEFGHIJK", (60, 18, *[30] * 5, 10, 10, 20, 60), strict=True):
            sheet.column_dimensions[column].width = width

    return Writing(write_sheet("Create a Quiz", fill), len(fitting), tuple(skipped))


def recognise(peek: Peek) -> bool:
    """Tell Wayground's spreadsheet by its header."""
    return bool(find_header(peek.rows, *_NAMES))


FORMAT = Format(
    name="wayground",
    title="Wayground",
    suffix=".xlsx",
    holds=frozenset({"explanation", "seconds"}),
    recognise=recognise,
    read=read,
    write=write,
)
