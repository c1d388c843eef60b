"""The form of one question: every field of the format, and what is to be said about each."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content

from quiz.app import words
from quiz.app.benchpage import BenchPage
from quiz.app.fields import Field, Pick, Writing
from quiz.app.formtable import blank_form, changed, form_of
from quiz.app.keys import Key
from quiz.app.preview import Preview
from quiz.app.remarks import Remark, examined
from quiz.app.sourcepane import SourcePane
from quiz.base.language import _
from quiz.base.vocabulary import CATEGORIES, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.widgets import TextArea

    from quiz.app.workbench import Form, Workbench
    from quiz.banks.models import Question
    from quiz.generate.article import Article

DISTRACTORS = 5
"""The most that a question has."""

REST = 0.3
"""Seconds without a keystroke after which the checker is asked."""

PROOFS = 4
"""The most pieces of evidence that the form shows; a question with more shows all of its own."""


class FormPage(BenchPage):
    """Edits one question; what is written is kept as it is written."""

    CSS_PATH: ClassVar = ["bench.tcss", "fields.tcss", "form.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "done", "Done", show=False),
        Binding("f5", "play", "Play", show=False),
        Binding("ctrl+up,ctrl+pageup", "go(-1)", "Before", show=False),
        Binding("ctrl+down,ctrl+pagedown", "go(1)", "Next", show=False),
    ]

    def __init__(
        self,
        bench: Workbench,
        name: str,
        names: Sequence[str] = (),
        *,
        behind: str | None = None,
        articles: Mapping[str, Article] | None = None,
    ) -> None:
        """Edit the question with the id `name`, empty for a new one.

        `names` are the ids to go to from here; a new question comes behind the id `behind`;
        `articles` are those of the sources, by id, as far as they are read.
        """
        super().__init__(bench)
        self._articles = articles or {}
        self._own, self._names, self._behind = name, names, behind
        self._form: Form = {}
        self._before: dict[str, str] = {}
        self._question: Question | None = None
        self._said: list[Remark] = []
        self._sitting = object()

    # What is on the screen

    def body(self) -> ComposeResult:
        """Fields and preview."""
        with Container(id="pair"):
            with VerticalScroll(id="form", can_focus=False):
                yield from self._fields()
            with Container(id="beside"):
                yield Preview()
                if self._articles:
                    yield SourcePane()

    def _fields(self) -> Iterator[Field]:
        form = self._form = self._begun()
        text = {
            key: str(form.get(key) or "") for key in ("prompt", "answer", "explanation", "note")
        }
        yield Field("prompt", _("Question"), Writing(text["prompt"], hint=_("What is asked?")))
        yield Field("answer", _("Answer"), Writing(text["answer"], hint=_("The right option")))
        wrong = [*form["distractors"], *[""] * DISTRACTORS][:DISTRACTORS]
        for at, option in enumerate(wrong):
            name = _("Wrong {n}").format(n=at + 1)
            yield Field(f"distractors.{at}", name, Writing(option, hint=_("A wrong option")))
        categories = [(known, words.category_name(known)) for known in CATEGORIES]
        yield Field("category", _("Category"), Pick(categories, form["category"]))
        hint = _("Shown after the answer: why is it right?")
        yield Field("explanation", _("Why"), Writing(text["explanation"], lines=True, hint=hint))
        yield from self._proofs(form.get("evidence", []))
        statuses = [(known, words.status_name(known)) for known in STATUSES]
        yield Field("status", _("Status"), Pick(statuses, form["status"]))
        levels = [("", _("not said")), *((str(n), str(n)) for n in range(1, 6))]
        level = str(form.get("difficulty") or "")
        yield Field("difficulty", _("Difficulty"), Pick(levels, level))
        usual = _("the bank’s: {n}").format(n=self.bench.bank.seconds)
        seconds = Writing(str(form.get("seconds") or ""), hint=usual)
        yield Field("seconds", _("Seconds"), seconds)
        tags = Writing(", ".join(form.get("tags", [])), hint=_("Words, with commas between them"))
        yield Field("tags", _("Tags"), tags)
        orders = [("true", _("shuffled")), ("false", _("in alphabetical order"))]
        order = Pick(orders, "true" if form.get("shuffle", True) else "false")
        yield Field("shuffle", _("Options"), order)
        hint = _("For the authors; players never see it")
        yield Field("note", _("Note"), Writing(text["note"], lines=True, hint=hint))

    def _proofs(self, evidence: list[dict[str, str]]) -> Iterator[Field]:
        sources = [(source.id, source.title) for source in self.bench.bank.sources]
        count = max(len(evidence), PROOFS) if sources else 0
        empty = {"source": sources[0][0] if sources else "", "quote": ""}
        for at, proof in enumerate([*evidence, *[empty] * PROOFS][:count]):
            if len(sources) > 1:
                pick = Pick(sources, proof["source"])
                yield Field(f"source.{at}", _("Source"), pick)
            quote = Writing(proof["quote"], lines=True, hint=_("The words of the source"))
            yield Field(f"evidence.{at}", _("Evidence"), quote)

    def _begun(self) -> Form:
        """Return the fields to begin with: those left unfinished, or the question's."""
        left = self.bench.forms.get(self._own)
        if not self._own:
            return blank_form() | (left or {})
        whole = form_of(self.bench.desk.question(self._own))
        return whole | (left or {})

    def on_mount(self) -> None:
        """Begin in the first field."""
        self._before = self._values()
        self._show_spare()
        self._examine()
        self.query(Writing).first().focus()

    def heading(self) -> Content:
        """Say which question this is."""
        if not self._own:
            return Content.assemble((_("New question"), "bold"))
        at = self.bench.desk.draft.at(self._own) + 1
        told = _("Question {n} of {all}").format(n=at, all=len(self.bench.bank.questions))
        return Content.assemble((told, "bold"), (f"   {self._own}", "$faint"))

    def refreshed(self) -> None:
        """Show the question anew after a reload; one that is gone is left."""
        if self._own and self._own not in self.bench.desk.names():
            self.dismiss(None)
        elif self._own and self._question is not None:
            now = self.bench.desk.question(self._own)
            if now != self._question:
                self._swap(self._own)

    def _show_spare(self) -> None:
        """Show as many empty fields as somebody may want next, and no more."""
        for kind, least in (("distractors", 3), ("evidence", 1)):
            fields = [field for field in self.query(Field) if field.key.startswith(f"{kind}.")]
            used = max((at for at, field in enumerate(fields, 1) if field.value), default=0)
            for at, field in enumerate(fields):
                field.display = at < max(least, used + 1)
        for field in self.query(Field):
            if field.key.startswith("source."):
                quote = self._field(field.key.replace("source", "evidence"))
                field.display = quote.display

    def _field(self, key: str) -> Field:
        return next(field for field in self.query(Field) if field.key == key)

    # What is written

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Take in what was written."""
        message.stop()
        self._changed()

    def on_pick_changed(self) -> None:
        """Take in what was chosen."""
        self._changed()

    def _values(self) -> dict[str, str]:
        return {field.key: field.value for field in self.query(Field)}

    def _changed(self) -> None:
        values = self._values()
        form = changed(self._form, self._before, values)
        if form == self._form:
            return
        self._form, self._before = form, values
        self._show_spare()
        self._examine()
        self._keep()

    def _examine(self) -> None:
        """Say what keeps the fields from being a question."""
        form = self._form | {"id": self._own or self._proposed()}
        self._question, self._said = examined(form, self.bench.bank, self._own)
        if self._question is not None:
            self._said = self.bench.inspector.known(self._question)
            self._inspect(self._question)
        self._show_remarks()

    @work(exclusive=True, group="inspect")
    async def _inspect(self, question: Question) -> None:
        """Say what could be better, when nothing was written for a moment."""
        await asyncio.sleep(REST)
        said = await self.bench.inspector.look_at(question)
        if self._question is question and self.standing:
            self._said = said
            self._show_remarks()

    def _proposed(self) -> str:
        return self.bench.desk.fresh_id(self._form["prompt"])

    def _show_remarks(self) -> None:
        placed: dict[str, list[Content]] = {field.key: [] for field in self.query(Field)}
        rest = []
        for remark in self._said:
            key = remark.field if remark.field in placed else f"{remark.field}.0"
            if key in placed:
                # What is still missing of a new question is no mistake yet.
                begun = self._own or not remark.grave
                faint = Content.styled(remark.message, "$faint")
                placed[key].append(remark.told() if begun else faint)
            else:
                rest.append(remark)
        for field in self.query(Field):
            field.remark(Content("\n").join(placed[field.key]))
        title = _("A player sees")
        self.query_one(Preview).show(self._question, self.bench.bank, rest, title=title)
        self._show_source()

    def _show_source(self) -> None:
        evidence = self._form.get("evidence", [])
        if self._articles and evidence:
            proofs = [(proof["source"], proof["quote"]) for proof in evidence]
            self.query_one(SourcePane).prove(self.bench.bank.sources, self._articles, proofs)

    def _keep(self) -> None:
        """Keep the question in the bank, or apart from it while it is none."""
        if self._question is None:
            self.bench.put_form(self._own, self._form)
            return
        if self._own:
            self.bench.desk.change(self._own, self._question, self._sitting)
        else:
            at = len(self.bench.bank.questions)
            if self._behind in self.bench.desk.names():
                at = self.bench.desk.draft.at(str(self._behind)) + 1
            self.bench.desk.insert(at, self._question, self._sitting)
            self.bench.forms.pop("", None)
            self._own = self._question.id
        self.bench.put_form(self._own, None)

    # Going elsewhere

    def action_done(self) -> None:
        """Go back; everything is kept."""
        self.dismiss(None)

    def action_go(self, by: int) -> None:
        """Go to the next question of the list."""
        if self._own in self._names:
            at = self._names.index(self._own) + by
            if 0 <= at < len(self._names):
                self._swap(self._names[at])

    def _swap(self, name: str) -> None:
        page = FormPage(self.bench, name, self._names, articles=self._articles)
        self.app.switch_screen(page)

    def action_play(self) -> None:
        """Play the question as it is."""
        if self._question is None:
            self.notify(_("It can be played when nothing is missing."), markup=False)
        else:
            self.try_out(self._question)

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of the form."""
        return (
            *self.trouble_keys(),
            Key("Esc", _("Done"), _("Back; everything is kept as you write it"), "done"),
            Key("Tab", _("Next field"), _("Next field (also Enter and the arrows)")),
            Key("F5", _("Play it"), _("Play this question; nothing is saved"), "play"),
            *(
                (Key("Ctrl+↑↓", _("Question"), _("The question before or after it")),)
                if len(self._names) > 1
                else ()
            ),
            Key("Ctrl+Z", _("Undo"), _("Undo in this field; Ctrl+Y does it again")),
            Key("← →", "", _("In a row of words: choose one")),
            Key("Ctrl+S", "", _("Save at once"), "save"),
            Key("F1", _("Help"), _("This help"), "help"),
        )

    def advice(self) -> str:
        """Say how the form keeps what is written."""
        return _(
            "A question goes into the bank’s file as you write it. While something is missing it "
            "is kept apart, and is here when you come back."
        )
