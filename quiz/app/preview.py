"""A question as its player will see it after the answer, with what is to be said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.app import telling, words
from quiz.app.choices import Options
from quiz.base.language import _
from quiz.game.order import arrange
from quiz.game.pick import Asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quiz.app.remarks import Remark
    from quiz.banks.models import Bank, Question

SEED = 1
"""Options stand in one of the orders that players get, always the same."""


def asked(question: Question, bank: Bank) -> Asked:
    """Return a question as a relaxed round asks it."""
    return Asked(
        bank="",
        question=question,
        options=arrange(question, bank.language, SEED),
        limit=0,
        sources=bank.sources,
        language=bank.language,
    )


class Preview(VerticalScroll):
    """Stem, options with the key marked, explanation, proof; below them note and remarks."""

    can_focus = False

    def compose(self) -> ComposeResult:
        """Make the parts, empty."""
        yield Static(classes="facts")
        yield Static(classes="stem")
        yield Options()
        yield Static(classes="why")
        yield Static(classes="proof")
        yield Static(classes="note")
        yield Static(classes="remarks")

    def show(
        self, question: Question | None, bank: Bank, remarks: Sequence[Remark], *, title: str = ""
    ) -> None:
        """Show `question`; None leaves only the remarks."""
        self.query_one(Options).display = question is not None
        if question is not None:
            put = asked(question, bank)
            options = self.query_one(Options)
            options.ask(put.options)
            options.tell(put.key, None)
            parts = (words.category_name(question.category), words.status_name(question.status))
            self._print("facts", Content.styled(title or " · ".join(parts), "$faint"))
            self._print("stem", Content.styled(question.prompt, "bold"))
            self._print("why", Content(question.explanation))
            self._print("proof", telling.proof(put))
            note = Content.assemble((f"{words.NOTE} ", "$signal"), (question.note, "$faint"))
            self._print("note", note if question.note else Content())
        else:
            for part in ("facts", "why", "proof", "note"):
                self._print(part, Content())
            told = _("What a player sees is shown here when nothing is missing.")
            self._print("stem", Content.styled(told, "$faint"))
        self._print("remarks", Content("\n").join(remark.told() for remark in remarks))
        self.scroll_home(animate=False)

    def _print(self, part: str, content: Content) -> None:
        widget = self.query_one(f".{part}", Static)
        widget.display = bool(content)
        widget.update(content)
