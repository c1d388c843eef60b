"""The class: grades, questions with verdicts and banks, from the score files of many pupils."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from quiz.app.classroom_lists import Banks, Grades, List, Questions
from quiz.app.keys import Key
from quiz.app.parted import PartedPage, Sections
from quiz.base.errors import QuizError
from quiz.base.files import typed
from quiz.base.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quiz.scores.report.models import Report


class ClassPage(PartedPage):
    """Shows the report on a class."""

    CSS_PATH = "classroom.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "files", "Files", show=False),
        Binding("e", "export", "Export", show=False),
        Binding("n", "notes", "Notes", show=False),
    ]

    def __init__(self) -> None:
        """Begin without files."""
        super().__init__()
        self.report: Report | None = None
        self._named = ""
        self._progress = (0, 0)

    def content(self) -> ComposeResult:
        """Names of the parts, what is to be said, and the lists."""
        with Container(id="sheet"):
            yield Sections(self.names())
            yield Static(id="told")
            yield Static(id="heading")
            yield Grades()
            yield Questions()
            yield Banks()

    def names(self) -> Sequence[str]:
        """Return the names of the lists."""
        return _("Grades"), _("Questions"), _("Banks")

    def on_mount(self) -> None:
        """Ask for the files."""
        self.show_part()
        self.action_files()

    @property
    def shown(self) -> List:
        """The list on the screen."""
        return self.query_one((Grades, Questions, Banks)[self.part])

    def show_part(self) -> None:
        """Show the list, or what to do to get one."""
        report = self.report
        for each in self.query(List):
            each.display = report is not None and each is self.shown
        told, heading = self.query_one("#told", Static), self.query_one("#heading", Static)
        told.display, heading.display = report is None, report is not None
        sums = Content()
        if report is None:
            told.update(_welcome())
        else:
            count = len(report.pupils)
            pupils = ngettext("{n} pupil", "{n} pupils", count).format(n=count)
            rounds = ngettext("{n} round", "{n} rounds", report.rounds).format(n=report.rounds)
            sums = Content.styled(f"{pupils} · {rounds}", "$faint")
            self._head()
        self.query_one(Sections).show(self.part, sums)
        self.show_keys()

    def _head(self) -> None:
        self.query_one("#heading", Static).update(self.shown.head(self.app.size.width - 8))

    def on_resize(self) -> None:
        """Fit the heading to the window."""
        if self.is_mounted and self.report is not None:
            self.call_after_refresh(self._head)

    # Reading

    def action_files(self) -> None:
        """Ask which files."""
        from quiz.app.sheets import Prompt  # noqa: PLC0415  # brings in the text field

        def named(name: str | None) -> None:
            if name and name.strip():
                self._named = name.strip()
                self._read(self._named)

        told = _("A folder of score files, one file, or a pattern as class/*.toml.")
        begin = self._named or str(self.game.launch.scores_path.parent)
        self.app.push_screen(Prompt(_("Which score files?"), told, begin), named)

    @work(exclusive=True, group="class")
    async def _read(self, name: str) -> None:
        try:
            with self.patience():
                report = await asyncio.to_thread(self._build, name)
        except QuizError as error:
            self._tell(_("These files cannot be read"), str(error))
            return
        if not self.standing:
            return
        if not report.rounds:
            self._tell(_("No round"), _("There is no round in these files to report on."))
            return
        self.report = report
        for each in self.query(List):
            each.show(report)
        self.show_part()

    def _build(self, name: str) -> Report:
        from functools import cache  # noqa: PLC0415

        from quiz.scores.report.build import Wishes, build, find_bank  # noqa: PLC0415
        from quiz.scores.report.files import find  # noqa: PLC0415

        folder = self.game.launch.banks_folder

        def tell(files: int, rounds: int) -> None:
            self._progress = (files, rounds)

        found = find([str(typed(name))])
        return build(found, Wishes(), cache(lambda bank: find_bank(bank, folder)), tell)

    def tell_progress(self) -> None:
        """Say how much is read."""
        if self.report is None:
            files, rounds = self._progress
            told = _("Reading: {files} files, {rounds} rounds so far …")
            self.query_one("#told", Static).update(Content(told.format(files=files, rounds=rounds)))

    def _tell(self, title: str, told: str | list[tuple[Content, Content]]) -> None:
        from quiz.app.sheets import Tell  # noqa: PLC0415  # parsed when first needed

        self.show_part()
        self.app.push_screen(Tell(title, told))

    # Moving

    def action_move(self, down: int, right: int) -> None:
        """Move the cursor, or the columns."""
        self.shown.move(down)
        if right:
            self.shown.shift(right)
            if self.report is not None:
                self._head()

    def action_leaf(self, by: int) -> None:
        """Move the cursor by windows."""
        self.shown.move(by * self.shown.page)

    def action_enter(self) -> None:
        """Tell all about what is under the cursor."""
        if self.report is not None and (opened := self.shown.opened()):
            self._tell(*opened)

    def on_row_list_opened(self) -> None:
        """Tell all about what was clicked twice."""
        self.action_enter()

    def action_notes(self) -> None:
        """Show what a teacher should know of the files."""
        if self.report is not None and self.report.notes:
            lines = [(Content("· "), Content(note)) for note in self.report.notes]
            self._tell(_("To know about these files"), lines)

    # Export

    def action_export(self) -> None:
        """Ask for a form, then for a file."""
        if self.report is None:
            return
        from quiz.app.choose import Choose, Way  # noqa: PLC0415  # parsed when first needed

        ways = [
            Way("h", _("A page to look at and to print (HTML)")),
            Way("c", _("Tables for a spreadsheet (CSV)")),
        ]
        told = _("Grades, questions and banks, all of it.")
        self.app.push_screen(Choose(_("Export the report"), told, ways), self._ask_where)

    def _ask_where(self, form: str | None) -> None:
        if form is None:
            return
        from quiz.app.sheets import Prompt  # noqa: PLC0415  # brings in the text field

        def named(name: str | None) -> None:
            if name and name.strip():
                self._write(form, typed(name))

        begin = str(Path.home() / ("class.html" if form == "h" else "class.csv"))
        told = _("A file that is there already is left as it is.")
        self.app.push_screen(Prompt(_("Write the report to"), told, begin), named)

    @work(group="export")
    async def _write(self, form: str, path: Path) -> None:
        from quiz.base.files import reason  # noqa: PLC0415

        report = self.report
        assert report is not None  # noqa: S101  # nothing else can be exported
        try:
            written = await asyncio.to_thread(self._write_file, form, path, report)
        except OSError as error:
            told = _("{file} could not be written: {reason}.")
            self._tell(_("Not written"), told.format(file=str(path), reason=reason(error)))
            return
        if written:
            self.notify(_("Written to {file}.").format(file=str(path)), markup=False)
        else:
            told = _("{file} is there already. Choose another name.")
            self._tell(_("Not written"), told.format(file=str(path)))

    def _write_file(self, form: str, path: Path, report: Report) -> bool:
        from quiz.base.files import write_atomically  # noqa: PLC0415
        from quiz.scores.report.data import to_csv  # noqa: PLC0415
        from quiz.scores.report.page import to_html  # noqa: PLC0415

        if path.exists():
            return False
        if form == "h":
            text = to_html(report, self.game.now())
        else:
            text = to_csv(report, ("grades", "banks", "questions"))
        write_atomically(path, text.encode())
        return True

    # Words

    def keys(self) -> tuple[Key, ...]:
        """Return the keys that do something now."""
        report = self.report
        some = (
            (
                *self.shown.keys(),
                Key("e", _("Export"), _("Export to HTML or CSV"), "export"),
            )
            if report
            else ()
        )
        notes = (Key("n", _("Notes"), _("What to know about these files"), "notes"),)
        return (
            *some,
            Key("f", _("Files"), _("Read other score files"), "files"),
            *(notes if report and report.notes else ()),
            Key("Esc", _("Back"), _("Back to the banks"), "back"),
            Key("1–3", "", _("Show a part (also Tab)")),
            Key("q", "", _("Quit (also Ctrl+Q)"), "quit"),
            Key("?", _("Help"), _("This help"), "help"),
        )

    def advice(self) -> str:
        """Say what the report is of."""
        return _(
            "Grades are of the first round on each bank, the figures on questions of each pupil’s "
            "first answer. newsquiz report gives more choices."
        )


def _welcome() -> Content:
    return Content.assemble(
        (_("The report on a class"), "bold"),
        "\n\n",
        _(
            "Put the score files that your pupils hand in into one folder and press f to name it. "
            "You get their grades, what each question tells about them and what to do about it, "
            "and how far a total can be trusted."
        ),
    )
