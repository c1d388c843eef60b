"""The review of drafts: one question at a time beside its article, to accept, mend or reject."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.app import words
from quiz.app.benchpage import BenchPage
from quiz.app.keys import Key
from quiz.app.printed import Ends, Hanging
from quiz.app.queue import Queue
from quiz.app.sourcepane import SourcePane, read_articles
from quiz.banks.slug import fresh
from quiz.base.errors import QuizError
from quiz.base.fold import fold
from quiz.base.language import _, ngettext

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quiz.app.workbench import Workbench
    from quiz.banks.models import Question
    from quiz.generate.article import Article
    from quiz.generate.review import Candidates


class ReviewPage(BenchPage):
    """Goes through the drafts of a bank."""

    CSS_PATH: ClassVar = ["bench.tcss", "review.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,a", "accept", "Accept", show=False),
        Binding("e", "edit", "Edit", show=False),
        Binding("x,delete", "reject", "Reject", show=False),
        *(Binding(str(n + 1), f"swap({n})", "Swap", show=False) for n in range(5)),
        Binding("o", "other", "Ask otherwise", show=False),
        Binding("right,n", "go(1)", "Next", show=False),
        Binding("left,b", "go(-1)", "Before", show=False),
        Binding("u,ctrl+z", "undo", "Undo", show=False),
        Binding("U,ctrl+y", "redo", "Redo", show=False),
        Binding("p", "play", "Play", show=False),
        Binding("t", "turn", "Article", show=False),
        Binding("up,k", "scroll(-1)", "Up", show=False),
        Binding("down,j", "scroll(1)", "Down", show=False),
        Binding("pageup", "scroll(-8)", "Up", show=False),
        Binding("pagedown,space", "scroll(8)", "Down", show=False),
        Binding("escape,q", "back", "Back", show=False),
    ]

    def __init__(self, bench: Workbench, begin: str = "") -> None:
        """Review the drafts on `bench`, first the one with the id `begin`, if it is one."""
        super().__init__(bench)
        self._queue = Queue(bench.desk, begin)
        self._articles: dict[str, Article] = {}
        self._candidates: Candidates | None = None
        self._hindrance = _("The article is still being read.")

    # What is on the screen

    def body(self) -> ComposeResult:
        """Card and article."""
        with Container(id="pair"):
            with VerticalScroll(id="card", can_focus=False):
                yield Ends(id="facts")
                yield Static(id="stem")
                yield Hanging((), classes="options")
                yield Hanging((), classes="below")
            yield SourcePane()

    def on_mount(self) -> None:
        """Show the first draft, and read the articles meanwhile."""
        self.refreshed()
        self.run_worker(self._read())

    async def _read(self) -> None:
        bank = self.bench.bank
        try:
            self._articles = await asyncio.to_thread(
                read_articles, bank.sources, self.bench.path.parent
            )
            if self.standing:
                self.refreshed()
            if not self._articles:
                self._hindrance = _("The article is not there, so nothing else can be proposed.")
                return
            self._candidates = await asyncio.to_thread(_candidates, self._articles, bank.language)
        except QuizError as error:
            self._hindrance = str(error)

    def heading(self) -> Content:
        """Say how far the review is."""
        left = self._queue.left
        told = ngettext("{n} draft left", "{n} drafts left", left).format(n=left)
        name = f"   {self.bench.bank.title}"
        return Content.assemble((_("Review"), "bold"), (f"   {told}", "$signal"), (name, "$faint"))

    def refreshed(self) -> None:
        """Show the question that is reviewed."""
        question = self._queue.question
        if question is None:
            self._show_end()
        else:
            self._show_question(question)
            self._inspect(question)
        self.show_state()

    @work(exclusive=True, group="inspect")
    async def _inspect(self, question: Question) -> None:
        known = self.bench.inspector.known(question)
        said = await self.bench.inspector.look_at(question)
        if said != known and self._queue.question is question and self.standing:
            self._show_question(question)

    def _show_question(self, question: Question) -> None:
        place = _("{n} of {all}").format(n=self._queue.position + 1, all=len(self._queue.names))
        style = "$signal" if question.status == "draft" else "$right"
        facts = Content.assemble(
            (words.status_name(question.status), style),
            (f" · {words.category_name(question.category)}", "$faint"),
        )
        self.query_one("#facts", Ends).show(facts, Content.styled(place, "$faint"))
        self.query_one("#stem", Static).update(Content.styled(question.prompt, "bold"))
        lines = [(Content.styled(f" {words.RIGHT}  ", "bold $right"),
                  Content.styled(question.answer, "bold $right"))]  # fmt: skip
        for at, option in enumerate(question.distractors, 1):
            lines.append((Content.styled(f" {at}  ", "bold $signal"), Content(option)))
        self.query_one(".options", Hanging).show(lines)
        gap = (Content(), Content())
        below = [(Content(), Content(question.explanation)), gap] if question.explanation else []
        note = Content.styled(f"{words.NOTE} ", "bold $signal")
        remarks = self.bench.inspector.known(question)
        if question.note:
            below.append((note, Content.styled(question.note, "$faint")))
        below += [(Content(), remark.told()) for remark in remarks]
        self.query_one(".below", Hanging).show(below)
        self.query_one("#card").scroll_home(animate=False)
        proofs = [(proof.source, proof.quote) for proof in question.evidence]
        self.query_one(SourcePane).prove(self.bench.bank.sources, self._articles, proofs)

    def _show_end(self) -> None:
        reviewed = sum(one.status == "reviewed" for one in self.bench.bank.questions)
        told = ngettext(
            "{n} question of the bank is reviewed.",
            "{n} questions of the bank are reviewed.",
            reviewed,
        ).format(n=reviewed)
        self.query_one("#facts", Ends).show(Content(), Content())
        stem = Content.assemble((f"{words.RIGHT} {_('No draft is left.')}", "bold $right"))
        self.query_one("#stem", Static).update(stem)
        lines = [(Content(), Content(told))]
        lines.append((Content(), Content(_("Esc shows all questions, p plays the bank."))))
        self.query_one(".options", Hanging).show(lines)
        self.query_one(".below", Hanging).show(())
        self.query_one(SourcePane).show(None, "", ())

    # What the teacher does

    def _put(self, new: Question) -> None:
        """Put a question in the place of the one that is reviewed."""
        question = self._queue.question
        if question is not None:
            self.bench.desk.change(question.id, new)
            self.bench.forms.pop(question.id, None)
            self._queue.rename(question.id, new.id)
            self.bench.touched()
            self.refreshed()

    def action_accept(self) -> None:
        """Take the question into the bank for good, and go on."""
        question = self._queue.question
        if question is not None:
            self._put(replace(question, status="reviewed"))
            self._queue.go_on()
            self.refreshed()
        else:
            self.action_back()

    def action_reject(self) -> None:
        """Delete the question, and go on."""
        question = self._queue.question
        if question is not None:
            self.bench.desk.remove(question.id)
            self.bench.forms.pop(question.id, None)
            self.bench.touched()
            self._queue.drop(question.id)
            self.refreshed()
            self.notify(_("Rejected and deleted. u takes it back."), markup=False, timeout=3)

    def action_swap(self, at: int) -> None:
        """Put the next candidate in the place of a distractor."""
        question = self._queue.question
        if question is None or at >= len(question.distractors) or self._hindered():
            return
        assert self._candidates is not None  # noqa: S101  # not hindered
        new = next_rival(question, at, self._candidates.rivals(question))
        if new is None:
            told = _("There is no other candidate. Press e to write one.")
            self.notify(told, markup=False)
            return
        others = question.distractors
        self._put(replace(question, distractors=(*others[:at], new, *others[at + 1 :])))

    def action_other(self) -> None:
        """Ask for the same fact in another way."""
        question = self._queue.question
        if question is None or self._hindered():
            return
        assert self._candidates is not None  # noqa: S101  # not hindered
        prompts = {fold(one.prompt) for one in self.bench.bank.questions}
        others = self._candidates.others(question)
        prompt = self._queue.next_other(question.id, [one.prompt for one in others], prompts)
        new = next((one for one in others if one.prompt == prompt), None)
        if new is None:
            told = _("There is no other question on this fact. Press e to write one.")
            self.notify(told, markup=False)
            return
        name = fresh(new.id, self.bench.desk.names() - {question.id})
        self._put(replace(new, id=name))

    def _hindered(self) -> bool:
        if self._candidates is None:
            self.notify(self._hindrance, markup=False)
            return True
        return False

    def action_edit(self) -> None:
        """Open the form of the question."""
        from quiz.app.form import FormPage  # noqa: PLC0415  # brings in the text fields

        question = self._queue.question
        if question is not None:
            names = self._queue.names
            page = FormPage(self.bench, question.id, names, articles=self._articles)
            self.app.push_screen(page)

    def action_go(self, by: int) -> None:
        """Go back or forward."""
        self._queue.go(by)
        self.refreshed()

    def stepped(self, question: str) -> None:
        """Go where something was undone."""
        self._queue.visit(question)
        self.refreshed()

    def action_play(self) -> None:
        """Play the question; at the end, the bank."""
        question = self._queue.question
        if question is not None:
            self.try_out(question)
        else:
            self.leave(lambda: self.game.play((self.bench.path,)))

    def action_turn(self) -> None:
        """Show the article alone, or with the question again."""
        self.toggle_class("-article")

    def action_scroll(self, by: int) -> None:
        """Move through the article."""
        self.query_one(SourcePane).scroll_relative(y=by, animate=False)

    # Words

    def keys(self) -> tuple[Key, ...]:
        """Return the keys that do something."""
        question = self._queue.question
        back = Key("Esc", _("Back"), _("Back to all questions; everything is saved"), "back")
        undo = Key("u", _("Undo"), _("Undo (also Ctrl+Z); U or Ctrl+Y does it again"), "undo")
        help_ = Key("?", _("Help"), _("This help"), "help")
        if question is None:
            play = Key("p", _("Play the bank"), _("Play the bank"), "play")
            return (*self.trouble_keys(), play, undo, back, help_)
        swap = f"1–{len(question.distractors)}" if len(question.distractors) > 1 else "1"
        return (
            *self.trouble_keys(),
            Key("Enter", _("Accept"), _("Accept the question, and go on (also a)"), "accept"),
            Key("x", _("Reject"), _("Delete it, and go on"), "reject"),
            Key("e", _("Edit"), _("Edit the question"), "edit"),
            Key(swap, _("Swap"), _("Put another candidate in the place of that option")),
            Key("o", _("Other"), _("Another question on the same fact"), "other"),
            Key("← →", _("Go"), _("The question before or after (also b and n)")),
            undo,
            Key("p", _("Play"), _("Play this question; nothing is saved"), "play"),
            Key("t", "", _("The article alone, or with the question"), "turn"),
            Key("↑↓", "", _("Move through the article (also Page Up and Page Down)")),
            back,
            help_,
        )

    def advice(self) -> str:
        """Say what a review is for."""
        return _(
            "Read the marked sentence, then the question: does the sentence prove the answer, and "
            "is every other option wrong? Everything you do is saved at once and can be undone."
        )


def next_rival(question: Question, at: int, rivals: tuple[str, ...]) -> str | None:
    """Return the candidate that comes after the distractor at `at`, round and round.

    None where every one is an option already.
    """
    taken = {fold(option) for option in (question.answer, *question.distractors)}
    folded = [fold(rival) for rival in rivals]
    here = fold(question.distractors[at])
    begin = folded.index(here) + 1 if here in folded else 0
    order = [*rivals[begin:], *rivals[:begin]]
    return next((rival for rival in order if fold(rival) not in taken), None)


def _candidates(articles: dict[str, Article], language: str) -> Candidates:
    from quiz.generate.review import Candidates  # noqa: PLC0415  # loads a dictionary

    return Candidates.of(articles, language)
