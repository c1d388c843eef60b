"""Rows of cells, from CSV or from a spreadsheet, and what their columns are called.

The cells of a CSV file are defused: a text that a spreadsheet would take for a formula begins with
an apostrophe there (OWASP, "CSV Injection"), and loses it when it is read again.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, NamedTuple

from quiz.base.cells import INSIDE
from quiz.base.language import _
from quiz.exchange.decode import decode
from quiz.exchange.protocol import Item, Option, Skipped, UnreadableError, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

CELL = 100_000
"""Characters of the longest cell that is read."""

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r]")
_DEFUSED = re.compile(r"'+[=+\-@＝＋－＠\t\r]")
_INSIDE = re.compile(INSIDE.format(""))
_DEFUSED_INSIDE = re.compile(INSIDE.format("'"))
_DELIMITERS = ",;\t"
_NUMBERS = re.compile(r"\d+")
_WHOLE = re.compile(r"\d{1,9}(?:\.0+)?")
_HEAD = 20
"""In how many of the first rows a header is looked for."""


class Row(NamedTuple):
    """A row: the number of its line, or of the row in a spreadsheet, from 1, and its cells."""

    line: int
    cells: list[str]

    def cell(self, at: int | None) -> str:
        """Return a cell; "" where there is none."""
        return self.cells[at].strip() if at is not None and at < len(self.cells) else ""


def read_csv(data: bytes) -> Iterator[Row]:
    """Read the rows of a CSV file, whatever of comma, semicolon and tab is between its cells.

    Raises UnreadableError.
    """
    yield from rows_of(decode(data))


def rows_of(text: str, delimiter: str = "", *, defused: bool = True) -> Iterator[Row]:
    """Read the rows of a text; the delimiter is found where it is not given."""
    delimiter = delimiter or _delimiter(text)
    csv.field_size_limit(CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            yield Row(line, [_restored(cell) for cell in cells] if defused else cells)
            line = reader.line_num + 1
    except csv.Error:
        message = _("line {line}: a cell holds more than {most} characters, or is never closed")
        raise UnreadableError(message.format(line=line, most=CELL)) from None


def write_csv(rows: Iterable[Sequence[object]]) -> str:
    """Write rows as CSV (RFC 4180), each text that looks like a formula defused."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_defused(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue()


def _defused(cell: str) -> str:
    cell = _INSIDE.sub("'", cell)
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _restored(cell: str) -> str:
    cell = cell[1:] if _DEFUSED.match(cell) else cell
    return _DEFUSED_INSIDE.sub("", cell)


def _delimiter(text: str) -> str:
    """Return the delimiter of the first line that has any, outside quotation marks."""
    for line in text[:CELL].split("\n")[:_HEAD]:
        bare = re.sub(r'"[^"]*"', "", line)
        counts = {mark: bare.count(mark) for mark in _DELIMITERS}
        best = max(counts, key=lambda mark: counts[mark])
        if counts[best]:
            return best
    return ","


def find_header(rows: Iterable[Row], *names: str) -> tuple[Row, dict[str, int]] | None:
    """Find, among the first rows, the one whose cells begin with all of `names`.

    Returns it with the place of each name. A name that ends in a full stop is the whole cell.
    """
    for number, row in enumerate(rows):
        if number >= _HEAD:
            return None
        found = columns(row, *names)
        if len(found) == len(names):
            return row, found
    return None


def require_header(
    rows: Iterable[Row], names: Sequence[str], lack: str
) -> tuple[Row, dict[str, int]]:
    """Find a header as `find_header` does. Raises UnreadableError with `lack` if there is none."""
    found = find_header(rows, *names)
    if not found:
        raise UnreadableError(lack)
    return found


def columns(row: Row, *names: str) -> dict[str, int]:
    """Return the places of those of `names` that cells of a row begin with."""
    cells = [re.sub(r"\s+", " ", cell).strip().casefold() for cell in row.cells[:100]]
    found = {}
    for name in names:
        for at, cell in enumerate(cells):
            if cell == name[:-1] if name.endswith(".") else cell.startswith(name):
                found[name] = at
                break
    return found


def asked(
    rows: Iterable[Row], prompt: int, options: Sequence[int]
) -> Iterator[tuple[Row, str, list[str]]]:
    """Pick the rows that hold a question or an option, each with its question and its options.

    `prompt` and `options` are the places of their cells; an option that is not there is empty.
    """
    for row in rows:
        question = row.cell(prompt)
        texts = [row.cell(place) for place in options]
        if question or any(texts):
            yield row, question, texts


def numbers(cell: str) -> set[int]:
    """Return the numbers in a cell such as "1,3"; a spreadsheet may have made 1.3 or 2.0 of it."""
    if _WHOLE.fullmatch(cell):
        return {int(float(cell))}
    return {int(number) for number in _NUMBERS.findall(cell) if len(number) < 9}


def seconds(cell: str) -> int | None:
    """Return the seconds in a cell, or None where there are none."""
    return int(float(cell)) if _WHOLE.fullmatch(cell) else None


def numbered(
    row: Row, prompt: str, options: Sequence[str], right: str, *, time: str = "", why: str = ""
) -> Item | Skipped:
    """Make an item of a row in which the right options are named by their numbers, or in words."""
    what = excerpt(prompt or " ".join(options))
    given = [(at, option) for at, option in enumerate(options, 1) if option]
    chosen = numbers(right)
    places = {at for at, _option in given}
    if not chosen or not chosen <= places:
        same = {at for at, option in given if option.casefold() == right.casefold()}
        if not same:
            message = _("its right answer “{right}” is none of its options")
            reason = message.format(right=excerpt(right)) if right else _("it has no right answer")
            return Skipped(row.line, what, reason)
        chosen = same
    return Item(
        line=row.line,
        prompt=prompt,
        options=tuple(Option(option, at in chosen) for at, option in given),
        seconds=seconds(time),
        explanation=why,
    )
