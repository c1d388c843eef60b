"""The beginning of a file, as far as it takes to say what format it is in."""

from __future__ import annotations

import io
import zipfile
from functools import cached_property
from itertools import islice

from quiz.exchange.archive import BROKEN, ZIP
from quiz.exchange.decode import decode
from quiz.exchange.protocol import UnreadableError
from quiz.exchange.tables import Row, rows_of

_HEAD = 200_000
_ROWS = 20


class Peek:
    """A look at a file; what is costly is read when it is asked for.

    `problem` says why its rows could not be read, once they were asked for.
    """

    def __init__(self, data: bytes) -> None:
        """Keep the bytes."""
        self.data = data
        self.problem = ""

    @cached_property
    def text(self) -> str:
        """The beginning of the file as text; "" where it is no text."""
        head = self.data
        if len(head) > _HEAD and 0 not in head[:_HEAD]:
            head = head[:_HEAD].rpartition(b"\n")[0] or head
        try:
            return decode(head)[:_HEAD]
        except UnreadableError:
            return ""

    @property
    def is_zip(self) -> bool:
        """Whether it is an archive, as spreadsheets and Anki's packages are."""
        return self.data.startswith(ZIP)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the files in an archive."""
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                return frozenset(archive.namelist())
        except BROKEN:
            return frozenset()

    @cached_property
    def rows(self) -> list[Row]:
        """The first rows of a spreadsheet or of a CSV file."""
        try:
            if self.is_zip:
                from quiz.exchange.spreadsheet import read_sheet  # noqa: PLC0415

                found = read_sheet(self.data) if "xl/workbook.xml" in self.names else iter(())
            else:
                found = rows_of(self.text)
            return list(islice(found, _ROWS))
        except UnreadableError as error:
            self.problem = str(error)
            return []
