"""What the pages of the workshop share: what is saved, undo, and what to do in a conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from quiz.app import words
from quiz.app.keys import Key
from quiz.app.page import Page
from quiz.app.printed import Ends, Rule
from quiz.base.errors import QuizError
from quiz.base.files import typed
from quiz.base.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import ComposeResult

    from quiz.app.workbench import Workbench
    from quiz.banks.models import Question

GLANCE = 3.0
"""Seconds between looks at whether another program has changed the file."""


class BenchPage(Page):
    """A page on a workbench: below its heading and what could not be saved stands its `body`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", show=False),
    ]

    def __init__(self, bench: Workbench) -> None:
        """Work on `bench`."""
        super().__init__()
        self.bench = bench

    def content(self) -> ComposeResult:
        """Head, trouble, body."""
        with Container(id="sheet"):
            yield Ends(id="head")
            yield Rule("━", "$signal")
            yield Static(id="trouble")
            yield from self.body()

    def body(self) -> ComposeResult:
        """Make what the page is for."""
        raise NotImplementedError

    def heading(self) -> Content:
        """Return the left end of the head."""
        raise NotImplementedError

    def refreshed(self) -> None:
        """Show the bank anew: it was changed on another page, undone or read again."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Listen to the bench."""
        self.bench.listeners.add(self.show_state)
        self.set_interval(GLANCE, self._glance)

    def on_unmount(self) -> None:
        """Listen no more."""
        self.bench.listeners.discard(self.show_state)

    def on_screen_resume(self) -> None:
        """Come back from a page above."""
        if self.is_mounted:
            self.refreshed()
            self.show_state()

    def show_state(self) -> None:
        """Say whether everything is saved."""
        if not self.is_mounted or not self.is_current:
            return
        self.query_one("#head", Ends).show(self.heading(), state_told(self.bench))
        trouble = self.query_one("#trouble", Static)
        trouble.display = self.bench.trouble is not None
        trouble.update(Content(str(self.bench.trouble or "")))
        self.show_keys()
        if self.bench.conflict and not self.bench.asked:
            self._ask_conflict()

    def trouble_keys(self) -> tuple[Key, ...]:
        """Return the keys for what could not be saved."""
        if self.bench.trouble is None:
            return ()
        return (
            Key("Ctrl+S", _("Try again"), _("Try again to save, or settle a conflict"), "save"),
        )

    def _glance(self) -> None:
        if self.is_current:
            self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        try:
            if await self.bench.look() and self.standing:
                told = _("Another program has changed the file; this is its new content.")
                self.notify(told, markup=False)
                self.refreshed()
        except QuizError as error:
            self.bench.trouble = error
            self.show_state()

    async def action_save(self) -> None:
        """Bring everything to the disk now, and say so."""
        if self.bench.conflict:
            self._ask_conflict()
            return
        await self.bench.flush()
        self.show_state()
        if self.bench.saved:
            self.notify(_("Saved. Everything is saved as you change it."), markup=False)
        elif not self.bench.conflict:
            self._ask_again()

    def _ask_again(self) -> None:
        """Ask what to do about a disk that takes nothing."""
        from quiz.app.choose import Choose, Way  # noqa: PLC0415  # parsed when first needed

        def answered(key: str | None) -> None:
            if key == "t":
                self.run_worker(self.action_save())
            elif key == "w":
                self.save_elsewhere()

        ways = (
            Way("t", _("Try again")),
            Way("w", _("Save what you have under another name, and go on there")),
        )
        self.app.push_screen(Choose(_("Not saved"), self._unsaved(), ways), answered)

    def _unsaved(self) -> str:
        """Say why something is not saved, and where it is."""
        if self.bench.in_memory:
            where = _("What you changed since is in memory only, and is lost when you leave.")
        else:
            where = _(
                "What you changed since is kept apart and offered when you open this bank again."
            )
        return f"{self.bench.trouble} {where}"

    def _ask_conflict(self) -> None:
        from quiz.app.choose import Choose, Way  # noqa: PLC0415  # parsed when first needed

        self.bench.asked = True

        def answered(key: str | None) -> None:
            if key == "r":
                self.run_worker(self._reload())
            elif key == "w":
                self.save_elsewhere()

        told = f"{self.bench.trouble} " + _(
            "It is not overwritten. What you changed since then is kept, but not in this file."
        )
        ways = (
            Way("r", _("Read the file again; your last changes are dropped")),
            Way("w", _("Save what you have under another name, and go on there")),
        )
        self.app.push_screen(Choose(_("Not saved"), told, ways), answered)

    async def _reload(self) -> None:
        try:
            await self.bench.reload()
        except QuizError as error:
            self._tell(_("The file cannot be read"), str(error))
        else:
            self.refreshed()
            self.show_state()

    def save_elsewhere(self) -> None:
        """Ask for another file, and go on there."""
        from quiz.app.sheets import Prompt  # noqa: PLC0415  # brings in the text field

        def named(name: str | None) -> None:
            if name and name.strip():
                path = typed(name)
                bare = path.name and not path.suffix
                self.run_worker(self._save_as(path.with_suffix(".toml") if bare else path))

        path = self.bench.path
        begin = str(path.with_name(f"{path.stem}-2.toml"))
        told = _("The bank is written to this file; nothing that is there is overwritten.")
        self.app.push_screen(Prompt(_("Save under another name"), told, begin), named)

    async def _save_as(self, path: Path) -> None:
        try:
            await self.bench.save_as(path)
        except QuizError as error:
            self._tell(_("Not saved"), str(error))
        else:
            self.show_state()

    def _tell(self, title: str, told: str) -> None:
        from quiz.app.sheets import Tell  # noqa: PLC0415  # parsed when first needed

        self.app.push_screen(Tell(title, told))

    def quit(self) -> None:
        """Quit when everything is on the disk; else ask."""
        self.leave(self.app.exit)

    def leave(self, go: Callable[[], object]) -> None:
        """Call `go` when everything is on the disk; ask first where it cannot be."""
        self.run_worker(self._leave(go), exclusive=True, group="leave")

    async def _leave(self, go: Callable[[], object]) -> None:
        await self.bench.flush()
        if self.bench.saved:
            go()
            return
        from quiz.app.sheets import Ask  # noqa: PLC0415  # parsed when first needed

        def answered(leave: bool | None) -> None:
            if leave:
                go()

        self.app.push_screen(
            Ask(_("Not everything is saved"), self._unsaved(), _("Leave"), _("Stay")), answered
        )

    def try_out(self, question: Question) -> None:
        """Let the teacher play one question."""
        from quiz.app.trial import TrialPage  # noqa: PLC0415  # brings in the round

        self.app.push_screen(TrialPage(question, self.bench.bank, self.bench.path))

    def action_undo(self) -> None:
        """Take the last change back."""
        self._stepped(self.bench.desk.undo(), _("There is nothing to undo."))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._stepped(self.bench.desk.redo(), _("There is nothing to do again."))

    def _stepped(self, question: str | None, nothing: str) -> None:
        if question is None:
            self.notify(nothing, markup=False)
            return
        self.bench.forms.pop(question, None)
        self.bench.touched()
        self.stepped(question)

    def stepped(self, question: str) -> None:  # noqa: ARG002  # for pages that go there
        """Show the bank after undo or redo, which was about the id `question`."""
        self.refreshed()


def state_told(bench: Workbench) -> Content:
    """Say whether everything is saved."""
    if bench.trouble is not None:
        return Content.styled(f"{words.WRONG} {_('Not saved')}", "bold $wrong")
    if not bench.saved:
        return Content.styled(_("Saving …"), "$faint")
    told = Content.styled(f"{words.RIGHT} {_('Saved')}", "$right")
    count = len(bench.forms)
    if not count:
        return told
    more = ngettext("{n} unfinished", "{n} unfinished", count).format(n=count)
    return Content.assemble((f"{more} · ", "$signal"), told)
