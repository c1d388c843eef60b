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
from quiz.app.history_section import Sections
from quiz.app.keys import Key
from quiz.app.page import Page
from quiz.base.errors import QuizError
from quiz.base.language import _, ngettext

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quiz.scores.report.models import Report

PATIENCE = 0.3
"""Seconds after which a person is told how far the reading is."""


class ClassPage(Page):
    """Shows the report on a class."""

    CSS_PATH = "classroom.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(at + 1), f"part({at})", "Part", show=False) for at in range(3)),
        Binding("tab", "next_part(1)", "Next", show=False, priority=True),
        Binding("shift+tab", "next_part(-1)", "Before", show=False, priority=True),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("left", "shift(-1)", "Left", show=False),
        Binding("right", "shift(1)", "Right", show=False),
        Binding("pageup", "leaf(-1)", "Up", show=False),
        Binding("pagedown,space", "leaf(1)", "Down", show=False),
        Binding("home", "leaf(-1000000)", "First", show=False),
        Binding("end", "leaf(1000000)", "Last", show=False),
        Binding("enter", "enter", "Open", show=False),
        Binding("f", "files", "Files", show=False),
        Binding("e", "export", "Export", show=False),
        Binding("n", "notes", "Notes", show=False),
        Binding("escape", "back", "Back", show=False),
        Binding("q", "quit", "Quit", show=False),
    ]

    def __init__(self) -> None:
        """Begin without files."""
        super().__init__()
        self.report: Report | None = None
        self._part = 0
        self._named = ""
        self._progress = (0, 0)

    def content(self) -> ComposeResult:
        """Names of the parts, what is to be said, and the lists."""
        with Container(id="sheet"):
            yield Sections([_("Grades"), _("Questions"), _("Banks")])
            yield Static(id="told")
            yield Static(id="heading")
            yield Grades()
            yield Questions()
            yield Banks()

    def on_mount(self) -> None:
        """Ask for the files."""
        self._show()
        self.action_files()

    @property
    def shown(self) -> List:
        """The list on the screen."""
        return self.query_one((Grades, Questions, Banks)[self._part])

    def _show(self) -> None:
        report = self.report
        for each in self.query(List):
            each.display = report is not None and each is self.shown
        told, heading = self.query_one("#told", Static), self.query_one("#heading", Static)
        told.display, heading.display = report is None, report is not None
        sums = Content()
        if report is None:
            told.update(_welcome())
        else:
            pupils = ngettext("{n} pupil", "{n} pupils", len(report.pupils))
            rounds = ngettext("{n} round", "{n} rounds", report.rounds)
            line = f"{pupils} · {rounds}".replace("{n} ", "{} ")
            sums = Content.styled(line.format(len(report.pupils), report.rounds), "$faint")
            self._head()
        self.query_one(Sections).show(self._part, sums)
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
        timer = self.set_interval(PATIENCE, self._tell_progress)
        try:
            report = await asyncio.to_thread(self._build, name)
        except QuizError as error:
            self._tell(_("These files cannot be read"), str(error))
            return
        finally:
            timer.stop()
        if self not in self.app.screen_stack:
            return
        if not report.rounds:
            self._tell(_("No round"), _("There is no round in these files to report on."))
            return
        self.report = report
        for each in self.query(List):
            each.show(report)
        self._show()

    def _build(self, name: str) -> Report:
        from functools import cache  # noqa: PLC0415

        from quiz.scores.report.build import Wishes, build, find_bank  # noqa: PLC0415
        from quiz.scores.report.files import find  # noqa: PLC0415

        folder = self.game.launch.banks_folder

        def tell(files: int, rounds: int) -> None:
            self._progress = (files, rounds)

        found = find([str(Path(name).expanduser())])
        return build(found, Wishes(), cache(lambda bank: find_bank(bank, folder)), tell)

    def _tell_progress(self) -> None:
        if self.report is None:
            files, rounds = self._progress
            told = _("Reading: {files} files, {rounds} rounds so far …")
            self.query_one("#told", Static).update(Content(told.format(files=files, rounds=rounds)))

    def _tell(self, title: str, told: str | list[tuple[Content, Content]]) -> None:
        from quiz.app.sheets import Tell  # noqa: PLC0415  # parsed when first needed

        self._show()
        self.app.push_screen(Tell(title, told))

    # Moving

    def action_part(self, at: int) -> None:
        """Show another part."""
        self._part = at
        self._show()

    def action_next_part(self, by: int) -> None:
        """Show the part beside this one."""
        self.action_part((self._part + by) % 3)

    def on_sections_clicked(self, message: Sections.Clicked) -> None:
        """Show the part that was clicked."""
        self.action_part(message.at)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.shown.move(by)

    def action_leaf(self, by: int) -> None:
        """Move the cursor by windows."""
        self.shown.move(by * self.shown.page)

    def action_shift(self, by: int) -> None:
        """Move the columns."""
        self.shown.shift(by)
        if self.report is not None:
            self._head()

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
                self._write(form, Path(name.strip()).expanduser())

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

    def action_back(self) -> None:
        """Go back."""
        self.app.pop_screen()

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
