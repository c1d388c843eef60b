"""Gimkit's CSV: its spreadsheet template, with a line of its name and then the header."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.exchange.place import with_room
from quiz.exchange.protocol import Format, Item, Option, Skipped, Writing
from quiz.exchange.spreadsheet import read_table
from quiz.exchange.tables import find_header, require_header, write_csv

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.banks.models import Bank
    from quiz.exchange.peek import Peek
    from quiz.exchange.protocol import Wishes

WRONG = 3
_NAMES = ("question.", "correct answer.", "incorrect answer 1")
_TITLE = ("Gimkit Spreadsheet Import Template", "", "", "", "")
_HEADER = (
    "Question",
    "Correct Answer",
    "Incorrect Answer 1",
    "Incorrect Answer 2 (Optional)",
    "Incorrect Answer 3 (Optional)",
)


def read(data: bytes) -> Iterator[Item | Skipped]:
    """Read the questions of a Gimkit file. Raises UnreadableError."""
    rows = read_table(data)
    lack = _("it has no header with Question and Correct Answer")
    _header, at = require_header(rows, _NAMES, lack)
    first = at["incorrect answer 1"]
    for row in rows:
        prompt, answer = row.cell(at["question."]), row.cell(at["correct answer."])
        wrong = [text for n in range(WRONG) if (text := row.cell(first + n))]
        if prompt or answer or wrong:
            options = (Option(answer, right=True), *(Option(text, right=False) for text in wrong))
            yield Item(line=row.line, prompt=prompt, options=options)


def write(bank: Bank, _wishes: Wishes) -> Writing:
    """Write a bank as Gimkit's CSV; Gimkit itself puts the options in another order each time."""
    rows: list[tuple[str, ...]] = []
    fitting, skipped = with_room(bank.questions, WRONG + 1, "Gimkit")
    for question in fitting:
        empty = [""] * (WRONG - len(question.distractors))
        rows.append((question.prompt, question.answer, *question.distractors, *empty))
    text = write_csv(chain([_TITLE, _HEADER], rows))
    return Writing(text.encode("utf-8"), len(rows), tuple(skipped))


def recognise(peek: Peek) -> bool:
    """Tell Gimkit's file by its header."""
    found = find_header(peek.rows, *_NAMES)
    return found is not None and not any(found[0].cells[len(_HEADER) :])


FORMAT = Format(
    name="gimkit",
    title="Gimkit CSV",
    suffix=".csv",
    holds=frozenset(),
    recognise=recognise,
    read=read,
    write=write,
)
