"""The questions of a bank: to look for, edit, order, retire and try out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input, Static

from quiz.app import words
from quiz.app.benchpage import BenchPage
from quiz.app.entry import Entry
from quiz.app.keys import Key
from quiz.app.order import following
from quiz.app.preview import Preview
from quiz.app.printed import Ends
from quiz.app.questionlist import QuestionList
from quiz.app.sift import Sift
from quiz.base.language import _, ngettext
from quiz.base.vocabulary import CATEGORIES, STATUSES

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quiz.app.workbench import Workbench
    from quiz.banks.models import Question


class WorkshopPage(BenchPage):
    """Lists the questions of a bank."""

    CSS_PATH: ClassVar = ["bench.tcss", "workshop.tcss"]
    AUTO_FOCUS = ""  # the search is shut until it is asked for
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Up", show=False),
        Binding("pagedown", "page(1)", "Down", show=False),
        Binding("home", "move(-100000)", "First", show=False),
        Binding("end", "move(100000)", "Last", show=False),
        Binding("enter,e", "edit", "Edit", show=False),
        Binding("n", "new", "New", show=False),
        Binding("d", "duplicate", "Duplicate", show=False),
        Binding("r", "retire", "Retire", show=False),
        Binding("delete,backspace,x", "remove", "Delete", show=False),
        Binding("K,shift+up", "order(-1)", "Earlier", show=False),
        Binding("J,shift+down", "order(1)", "Later", show=False),
        Binding("u,ctrl+z", "undo", "Undo", show=False),
        Binding("U,ctrl+y", "redo", "Redo", show=False),
        Binding("slash", "search", "Search", show=False),
        Binding("c", "category", "Category", show=False),
        Binding("s", "status", "Status", show=False),
        Binding("f", "findings", "Findings", show=False),
        Binding("p", "play", "Play", show=False),
        Binding("v", "review", "Review", show=False),
        Binding("w", "elsewhere", "Save elsewhere", show=False),
        Binding("escape,q", "back", "Back", show=False),
    ]

    def __init__(self, bench: Workbench) -> None:
        """List the questions on `bench`."""
        super().__init__(bench)
        self.sift = Sift(bench)

    def body(self) -> ComposeResult:
        """Search, list and preview."""
        yield Ends(id="sieve")
        yield Entry(id="search", hint=_("Search"))
        with Container(id="pair"):
            yield QuestionList()
            yield Preview()
        yield Static(id="none")

    def on_mount(self) -> None:
        """Fill the list."""
        self.query_one("#search").display = False
        self.refreshed()
        self._inspect()

    def on_screen_resume(self) -> None:
        """Look at what was changed on another page."""
        if self.is_mounted:
            self._inspect()

    @work
    async def _inspect(self) -> None:
        await self.bench.inspector.look_at_all()
        if self.standing:
            self.refreshed()

    # What is on the screen

    def heading(self) -> Content:
        """Name the bank."""
        bank = self.bench.bank
        about = f"   {self.bench.keep.name} · {words.questions(len(bank.questions))}"
        return Content.assemble((bank.title, "bold"), (about, "$faint"))

    def refreshed(self, chosen: str | None = None) -> None:
        """List the questions that pass, the cursor on the id `chosen`."""
        listing = self.query_one(QuestionList)
        if chosen is None and listing.chosen is not None:
            chosen = listing.chosen.name
        rows = self.sift.rows()
        listing.show(rows, chosen)
        self.set_class(not rows, "-none")
        if not rows:
            told = _("No question passes. Esc shows all of them.")
            if not self.bench.bank.questions:
                told = _("The bank has no question yet. Press n to write the first one.")
            self.query_one("#none", Static).update(Content(told))
        self._show_sieve(len(rows))
        self.show_state()

    def _show_sieve(self, count: int) -> None:
        sift = self.sift
        parts: list[tuple[str, str]] = []
        for key, name, value, passing in (
            ("s", _("status"), words.status_name(sift.status), sift.status is None),
            ("c", _("category"), words.category_name(sift.category), sift.category is None),
            ("f", _("findings"), _("any") if sift.found else _("all"), not sift.found),
        ):
            parts += [("   " if parts else "", ""), (key, "bold $signal")]
            parts += [(f" {name} ", "$faint"), (value, "$faint" if passing else "bold")]
        if sift.text:
            parts += [("   /", "bold $signal"), (f" {sift.text}", "bold")]
        many = len(self.bench.bank.questions)
        told = "" if count == many else _("{n} of {all}").format(n=count, all=many)
        self.query_one("#sieve", Ends).show(
            Content.assemble(*parts), Content.styled(told, "$faint")
        )

    def on_row_list_moved(self) -> None:
        """Show the question under the cursor."""
        row = self.query_one(QuestionList).chosen
        if row is not None:
            question = self.bench.desk.question(row.name) if row.name else None
            self.query_one(Preview).show(question, self.bench.bank, self.sift.remarks(row.name))

    # Moving and looking for

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(QuestionList).move(by)

    def action_page(self, by: int) -> None:
        """Move the cursor by what is in sight."""
        listing = self.query_one(QuestionList)
        listing.move(by * listing.page)

    def action_search(self) -> None:
        """Write what to look for."""
        field = self.query_one("#search", Input)
        field.display = True
        field.focus()

    def on_input_changed(self, message: Input.Changed) -> None:
        """List what has these words."""
        self.sift.text = message.value
        self.refreshed()

    def on_input_submitted(self) -> None:
        """Go on in the list."""
        self._close_search()

    def _close_search(self) -> None:
        self.query_one("#search").display = False
        self.set_focus(None)

    def action_status(self) -> None:
        """Show the questions of the next status."""
        self.sift.status = following((None, *STATUSES), self.sift.status)
        self.refreshed()

    def action_category(self) -> None:
        """Show the questions of the next category."""
        self.sift.category = following((None, *CATEGORIES), self.sift.category)
        self.refreshed()

    def action_findings(self) -> None:
        """Show all, or those about which there is something to say."""
        self.sift.found = not self.sift.found
        self.refreshed()

    def action_back(self) -> None:
        """Leave the search, show all, or go home."""
        field = self.query_one("#search", Input)
        if field.display or self.sift.narrow:
            self.sift.clear()
            field.value = ""
            self._close_search()
            self.refreshed()
        else:
            self.leave(self._home)

    def _home(self) -> None:
        self.app.pop_screen()
        self.game.home.find_again()

    # Changing

    def _chosen(self) -> Question | None:
        row = self.query_one(QuestionList).chosen
        return self.bench.desk.question(row.name) if row is not None and row.name else None

    def action_edit(self) -> None:
        """Open the form of a question."""
        from quiz.app.form import FormPage  # noqa: PLC0415  # brings in the text fields

        row = self.query_one(QuestionList).chosen
        if row is not None:
            self.app.push_screen(FormPage(self.bench, row.name, self.sift.names()))

    def on_row_list_opened(self) -> None:
        """Edit what was clicked twice."""
        self.action_edit()

    def action_new(self) -> None:
        """Open an empty form; the question comes behind the one under the cursor."""
        from quiz.app.form import FormPage  # noqa: PLC0415  # brings in the text fields

        question = self._chosen()
        behind = question.id if question is not None else None
        self.app.push_screen(FormPage(self.bench, "", behind=behind))

    def _done(self, told: str, chosen: str | None = None) -> None:
        self.bench.touched()
        self.refreshed(chosen)
        self._inspect()
        self.notify(f"{told} {_('u takes it back.')}", markup=False, timeout=3)

    def action_duplicate(self) -> None:
        """Put a copy behind the question."""
        question = self._chosen()
        if question is not None:
            self._done(_("Duplicated as a draft."), self.bench.desk.duplicate(question.id))

    def action_retire(self) -> None:
        """Ask the question no more, or make it a draft again."""
        question = self._chosen()
        if question is None:
            return
        retired = question.status == "retired"
        new = replace(question, status="draft" if retired else "retired")
        self.bench.desk.change(question.id, new)
        self._done(_("It is a draft again.") if retired else _("Retired: it is asked no more."))

    def action_remove(self) -> None:
        """Delete the question."""
        row = self.query_one(QuestionList).chosen
        if row is None:
            return
        self.bench.forms.pop(row.name, None)
        if row.name:
            self.bench.desk.remove(row.name)
            self._done(_("Deleted."))
        else:
            self.bench.touched()
            self.refreshed()

    def action_order(self, by: int) -> None:
        """Move the question past its neighbour in the list."""
        listing = self.query_one(QuestionList)
        to = listing.cursor + by
        question = self._chosen()
        if question is None or not 0 <= to < len(listing.rows) or not listing.rows[to].name:
            return
        self.bench.desk.move(question.id, self.bench.desk.draft.at(listing.rows[to].name))
        self.bench.touched()
        self.refreshed(question.id)

    def stepped(self, question: str) -> None:
        """Go where something was undone."""
        self.refreshed(question)

    def action_play(self) -> None:
        """Play the question."""
        question = self._chosen()
        if question is not None:
            self.try_out(question)

    def action_review(self) -> None:
        """Review the drafts."""
        from quiz.app.review import ReviewPage  # noqa: PLC0415  # parsed when first needed

        if any(question.status == "draft" for question in self.bench.bank.questions):
            question = self._chosen()
            begin = question.id if question is not None else ""
            self.app.push_screen(ReviewPage(self.bench, begin))
        else:
            self.notify(_("No question is a draft: there is nothing to review."), markup=False)

    def action_elsewhere(self) -> None:
        """Save under another name."""
        self.save_elsewhere()

    # Words

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of the page."""
        drafts = sum(question.status == "draft" for question in self.bench.bank.questions)
        told = ngettext("Review {n} draft", "Review {n} drafts", drafts).format(n=drafts)
        return (
            *self.trouble_keys(),
            Key("Enter", _("Edit"), _("Edit the question (also e)"), "edit"),
            *((Key("v", told, _("Review the drafts one by one"), "review"),) if drafts else ()),
            Key("n", _("New"), _("Write a new question"), "new"),
            Key("/", _("Search"), _("Search in all texts"), "search"),
            Key("p", _("Play"), _("Play this question; nothing is saved"), "play"),
            Key("d", _("Duplicate"), _("Put a copy behind it"), "duplicate"),
            Key("r", _("Retire"), _("Ask it no more, or make it a draft again"), "retire"),
            Key("x", _("Delete"), _("Delete it (also Delete)"), "remove"),
            Key("u", _("Undo"), _("Undo (also Ctrl+Z); U or Ctrl+Y does it again"), "undo"),
            Key("J K", "", _("Move it down or up (also Shift with the arrows)")),
            Key("s c f", "", _("Show one status, one category, or only findings")),
            Key("w", "", _("Save under another name"), "elsewhere"),
            Key("Ctrl+S", "", _("Save at once; everything is saved as you change it"), "save"),
            Key("Esc", _("Back"), _("Show all questions, then go home"), "back"),
            Key("?", _("Help"), _("This help"), "help"),
        )

    def advice(self) -> str:
        """Say what the list is."""
        return _(
            "Everything is saved in the bank’s file as you change it, and u takes changes back. "
            "Remarks and the layout of a file that you wrote by hand stay as they are."
        )
