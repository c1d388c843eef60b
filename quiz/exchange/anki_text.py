"""Anki's text: notes as tab-separated lines below header lines that begin with #.

Facts: the Anki manual, "Importing: Text files". Ours have the columns guid, front, back and tags,
and go into any note type of two fields, such as Basic.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING
from zlib import crc32

from quiz.exchange.card import back, front, read_card, tag_names
from quiz.exchange.decode import decode
from quiz.exchange.evidence import titles_of
from quiz.exchange.named import find_names, read_rows
from quiz.exchange.plaintext import escape, from_html
from quiz.exchange.protocol import Format, Item, Skipped, Writing
from quiz.exchange.tables import Row, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.banks.models import Bank, Question
    from quiz.exchange.peek import Peek
    from quiz.exchange.protocol import Wishes

_HEADER = re.compile(
    r"#(separator|html|tags|columns|notetype|deck|notetype column|deck column|tags column|"
    r"guid column):(.*)",
    re.IGNORECASE,
)
_SEPARATORS = {
    "comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":",
}  # fmt: skip


def read(data: bytes) -> Iterator[Item | Skipped]:
    """Read the notes of a text file. Raises UnreadableError."""
    said, body, count = _headers(decode(data))
    separator = _separator(said)
    is_html = said.get("html", "").strip().lower() == "true"
    other = {place: int(said[key]) - 1 for key, place in _PLACES.items() if _whole(said.get(key))}
    rows = (
        Row(row.line + count, row.cells)
        for row in rows_of(body, separator, defused=False)
        if not row.cells or not row.cells[0].startswith("#")
    )
    columns = said.get("columns", "").split(separator)
    if names := find_names(Row(1, columns)):
        yield from read_rows((_as_text(row) for row in rows) if is_html else rows, names)
        return
    for row in rows:
        fields = [cell for at, cell in enumerate(row.cells) if at not in other.values()]
        if any(field.strip() for field in fields):
            sides = [*fields, "", ""][:2]
            sides = sides if is_html else [escape(side) for side in sides]
            tags = row.cell(other.get("tags")).split()
            yield read_card(row.line, sides[0], sides[1], tags)


def _headers(text: str) -> tuple[dict[str, str], str, int]:
    """Return what the header lines say, the text below them, and how many they are."""
    lines = text.split("\n")
    said: dict[str, str] = {}
    count = 0
    for count, line in enumerate(lines):  # noqa: B007
        found = _HEADER.match(line)
        if not found:
            break
        said[found[1].lower()] = found[2]
    return said, "\n".join(lines[count:]), count


def _separator(said: dict[str, str]) -> str:
    name = said.get("separator", "").strip().lower().replace("\\t", "\t")
    return _SEPARATORS.get(name, name if len(name) == 1 else "\t")


_PLACES = {
    "tags column": "tags",
    "guid column": "guid",
    "deck column": "deck",
    "notetype column": "notetype",
}


def _whole(text: str | None) -> bool:
    return text is not None and text.strip().isdecimal() and len(text) < 6


def _as_text(row: Row) -> Row:
    return Row(row.line, [from_html(cell).text for cell in row.cells])


def write(bank: Bank, _wishes: Wishes) -> Writing:
    """Write a bank as notes in Anki's text format."""
    out = io.StringIO()
    out.write("#separator:tab\n#html:true\n#guid column:1\n#tags column:4\n")
    out.write(f"#deck:{bank.title}\n")
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    titles = titles_of(bank)
    for question in bank.questions:
        sides = front(question, bank.language), back(question, titles)
        tags = " ".join(tag_names(question.tags))
        writer.writerow([guid(question, bank), *sides, tags])
    return Writing(out.getvalue().encode("utf-8"), len(bank.questions))


def guid(question: Question, bank: Bank) -> str:
    """Return what Anki knows a note by: the same after every edit that keeps the id."""
    name = f"{bank.title}\0{question.id}".encode()
    return f"nq{crc32(name):08x}{crc32(name[::-1]):08x}"


def recognise(peek: Peek) -> bool:
    """Tell Anki's text by its header and the fields below it."""
    if not _HEADER.match(peek.text):
        return False
    said, body, _count = _headers(peek.text)
    return _separator(said) in body


FORMAT = Format(
    name="anki",
    title="Anki (.txt)",
    suffix=".txt",
    holds=frozenset({"id", "category", "explanation", "evidence", "tags"}),
    recognise=recognise,
    read=read,
    write=write,
)
