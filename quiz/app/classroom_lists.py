"""The lists of the report on a class: grades by pupil, questions, banks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from quiz.app import columns, words
from quiz.app.columns import Column
from quiz.app.keys import Key
from quiz.app.lines import pointer
from quiz.app.rowlist import RowList
from quiz.base.language import _
from quiz.scores.report.words import decimal, level_word, percent, said, signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.scores.report.models import BankAnalysis, Item, Level, Report, Row

Opened = tuple[str, list[tuple[Content, Content]]]
MARGIN = 3
_MARKS = {"good": words.RIGHT, "fair": "~", "poor": words.WRONG, "unknown": "·"}
_STYLES = {"good": "$right", "fair": "$signal", "poor": "bold $wrong", "unknown": "$faint"}


class List(RowList):
    """What the three have in common."""

    def show(self, report: Report) -> None:
        """List a report."""
        raise NotImplementedError

    def head(self, width: int) -> Content:
        """Return the line above the list."""
        raise NotImplementedError

    def opened(self) -> Opened | None:
        """Return title and lines of all about the row under the cursor."""
        return None

    def shift(self, by: int) -> None:
        """Show other columns."""

    def keys(self) -> tuple[Key, ...]:
        """Return its keys."""
        return (
            Key("Enter", _("Verdict"), _("All figures, what they mean and what to do"), "enter"),
            Key("↑↓", _("Choose"), _("Choose a row")),
        )

    def _line(self, text: Content, *, here: bool) -> list[Content]:
        return [Content.assemble(pointer(here=here), text)]


class Grades(List):
    """A row a pupil, a column a bank."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._rows: Sequence[Row] = ()
        self._columns: list[Column[Row]] = []
        self._first = 0

    def show(self, report: Report) -> None:
        """List the grade book."""
        book = report.gradebook
        self._rows, self._first = book.rows, 0
        self._columns = [_grades(at, each.name) for at, each in enumerate(book.columns)]
        self.resize(len(book.rows))

    def _shown(self, width: int) -> list[Column[Row]]:
        pupil: Column[Row] = Column(_("Pupil"), 16, _pupil)
        total: Column[Row] = Column(_("All"), 6, _total, right=True)
        room = max(1, (width - MARGIN - 16 - 6 - 2 * columns.GAP) // (_WIDTH + columns.GAP))
        return [pupil, total, *self._columns[self._first : self._first + room]]

    def head(self, width: int) -> Content:
        """Return the names of the banks."""
        more = f"  → {len(self._columns) - self._first}" if self._first else ""
        shown = columns.heading(self._shown(width))
        return Content.assemble(" " * MARGIN, shown, (more, "$faint"))

    def drawn(self, at: int, width: int, *, here: bool) -> Sequence[Content]:
        """Return the line of a pupil."""
        return self._line(columns.row(self._shown(width), self._rows[at]), here=here)

    def shift(self, by: int) -> None:
        """Show other banks."""
        self._first = max(0, min(self._first + by, len(self._columns) - 1))
        self.refresh()

    def opened(self) -> Opened | None:
        """Return all grades of a pupil."""
        row = self._rows[self.cursor]
        lines = [
            (Content(f"{each.cell(row, _WIDTH).plain:<9}"), Content(each.name))
            for each in self._columns
        ]
        return row.pupil.name, lines

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of the grade book."""
        return (
            Key("Enter", _("All grades"), _("All grades of the pupil"), "enter"),
            Key("↑↓←→", _("Choose"), _("Choose a pupil, show other banks")),
        )


_WIDTH = 14


def _grades(at: int, name: str) -> Column[Row]:
    def cell(row: Row, _width: int) -> Content:
        found = row.cells[at]
        if found is None or found.percent is None:
            return Content.styled("–", "$faint")
        mark = "" if found.finished else " *"
        return Content(f"{found.percent:.0f}%{mark}")

    return Column(name, _WIDTH, cell, right=True)


def _pupil(row: Row, _width: int) -> Content:
    return Content(row.pupil.name)


def _total(row: Row, _width: int) -> Content:
    return Content.styled("–" if row.percent is None else f"{row.percent:.0f}%", "bold")


def _judged(level: Level) -> Content:
    return Content.styled(f"{_MARKS[level]} {level_word(level)}", _STYLES[level])


class Questions(List):
    """Every question with its figures and what to do about it."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._items: Sequence[Item] = ()

    def show(self, report: Report) -> None:
        """List the questions of all banks."""
        self._items = [item for bank in report.banks for item in bank.items]
        self.resize(len(self._items))

    def _fit(self, width: int) -> list[Column[Item]]:
        table: list[Column[Item]] = [
            Column(_("Do"), 8, lambda item, _width: _judged(item.verdict.level)),
            Column(_("Right"), 6, lambda item, _w: Content(percent(item.facility)), right=True),
            Column(
                _("Discr."), 6, lambda item, _w: Content(signed(item.discrimination)), right=True
            ),
            Column(_("Ans."), 5, lambda item, _w: Content(str(item.answers)), right=True, rank=1),
            Column(_("Question"), 20, lambda item, _w: Content(item.prompt), grows=True),
        ]
        return columns.fit(table, width - MARGIN)

    def head(self, width: int) -> Content:
        """Return the names of the columns."""
        return Content.assemble(" " * MARGIN, columns.heading(self._fit(width)))

    def drawn(self, at: int, width: int, *, here: bool) -> Sequence[Content]:
        """Return the line of a question."""
        return self._line(columns.row(self._fit(width), self._items[at]), here=here)

    def opened(self) -> Opened | None:
        """Return the verdict on a question, its options and who chose them."""
        item = self._items[self.cursor]
        blank = (Content(), Content())
        lines = [(_judged(item.verdict.level), Content(f"  {said(item)}")), blank]
        if item.verdict.advice:
            lines += [(Content("→ "), Content.styled(item.verdict.advice, "bold")), blank]
        share = item.right / item.answers if item.answers else 0
        lines.append((Content.styled(f"{share:>4.0%} ✓  ", "$right"), Content(item.answer)))
        for each in item.distractors:
            note = f"  ({_('not functioning')})" if each.idle else ""
            text = Content.assemble(each.text, (note, "$wrong"))
            lines.append((Content(f"{each.share:>4.0%} ✗  "), text))
        return item.prompt, lines


class Banks(List):
    """How far the total of each bank is to be trusted."""

    LINES = 2

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._banks: Sequence[BankAnalysis] = ()

    def show(self, report: Report) -> None:
        """List the banks."""
        self._banks = report.banks
        self.resize(len(self._banks))

    def head(self, width: int) -> Content:  # noqa: ARG002  # it is short
        """Return what the list is of."""
        return Content.styled(_("How far a total can be trusted"), "$faint")

    def drawn(self, at: int, width: int, *, here: bool) -> Sequence[Content]:  # noqa: ARG002
        """Return the lines of a bank."""
        bank = self._banks[at]
        [head] = self._line(Content.styled(bank.name, "bold"), here=here)
        figures = _("alpha {alpha} · standard error {sem} · {n} questions").format(
            alpha=decimal(bank.alpha), sem=decimal(bank.sem), n=len(bank.items)
        )
        below = Content.assemble("   ", _judged(bank.verdict.level), (f"  {figures}", "$faint"))
        return [head, below]

    def opened(self) -> Opened | None:
        """Return the verdict on a bank."""
        bank = self._banks[self.cursor]
        lines = [(_judged(bank.verdict.level), Content(f"  {bank.verdict.text}"))]
        if bank.verdict.advice:
            lines.append((Content("→ "), Content.styled(bank.verdict.advice, "bold")))
        return bank.name, lines
