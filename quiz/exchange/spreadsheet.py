"""Spreadsheets (.xlsx): rows of text out of the first sheet that has any, and into a new one."""

from __future__ import annotations

import io
import re
import warnings
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from quiz.base.language import _
from quiz.exchange.archive import ZIP, open_archive, read_entry
from quiz.exchange.protocol import UnreadableError
from quiz.exchange.tables import Row, read_csv

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable, Iterator, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

_COLUMNS = 60
_ROWS = 1_048_576
"""How many rows a sheet may have; spreadsheet programs have no more."""

_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_LIKE_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def read_table(data: bytes) -> Iterator[Row]:
    """Read the rows of a table, be it a spreadsheet or CSV. Raises UnreadableError."""
    return read_sheet(data) if data.startswith(ZIP) else read_csv(data)


def read_sheet(data: bytes) -> Iterator[Row]:
    """Read the rows of a workbook's first sheet. Raises UnreadableError."""
    with open_archive(data) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            raise UnreadableError(_("it is no spreadsheet of the kind .xlsx"))
        _require_plain_xml(archive)
    import openpyxl  # noqa: PLC0415 - only for spreadsheets

    with warnings.catch_warnings():
        # Of what a reader does not need it says that it is lost.
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(
                io.BytesIO(data), read_only=True, data_only=True, keep_links=False
            )
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            for number, cells in enumerate(
                sheet.iter_rows(max_col=_COLUMNS, values_only=True), start=1
            ):
                if number > _ROWS:
                    raise UnreadableError(_("it is a broken spreadsheet"))  # noqa: TRY301
                if any(cells):
                    yield Row(number, [_text(cell) for cell in cells])
        # openpyxl lets through whatever the XML, the archive and the numbers in it make go wrong.
        except Exception:
            raise UnreadableError(_("it is a broken spreadsheet")) from None


def write_sheet(name: str, fill: Callable[[Worksheet], None]) -> bytes:
    """Write a workbook of one sheet, which `fill` fills."""
    import openpyxl  # noqa: PLC0415

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = name
    fill(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def put_row(sheet: Worksheet, row: int, values: Sequence[object], first: int = 1) -> None:
    """Put values into a row from column `first` on; a text stays text, whatever it begins with."""
    for column, value in enumerate(values, start=first):
        if value in {None, ""}:
            continue
        cell: Any = sheet.cell(row=row, column=column)
        if isinstance(value, str):
            cell.value = _LIKE_ESCAPED.sub("_x005F_", value)
            cell.data_type = "s"
            # A person who edits the cell would make a formula of it otherwise.
            cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
        else:
            cell.value = value


def _require_plain_xml(archive: zipfile.ZipFile) -> None:
    """Refuse document types and entities, which no spreadsheet program writes."""
    for name in archive.namelist():
        # A part may have any name: that it is XML is said elsewhere. Only drawings begin like that.
        if name.startswith("xl/media/") and name.lower().endswith(".svg"):
            continue
        part = read_entry(archive, name)
        if part[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            raise UnreadableError(_("it is a broken spreadsheet"))
        if _DOCTYPE.search(part):
            raise UnreadableError(
                _("it declares a document type or entities, which no spreadsheet program does")
            )


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return repr(value)
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(" ")
        case date() | time():
            return value.isoformat()
        case _:
            return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))
