"""A question on the screen of a round, its options, and below or beside them the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.app import telling
from quiz.app.choices import Option, Options

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quiz.game.answer import Answer
    from quiz.game.pick import Asked
    from quiz.game.round import Round


class Stage(VerticalScroll):
    """Shows what is asked, then why the answer is right."""

    can_focus = False

    def compose(self) -> ComposeResult:
        """Question and verdict."""
        with Container(id="question"):
            yield Static(id="stem")
            yield Options()
        with Container(id="verdict"):
            yield Static(id="mark")
            yield Static(id="why")
            yield Static(id="proof")
            yield Static(id="unsaved")

    def ask(self, asked: Asked) -> None:
        """Show a question, from its top."""
        self.query_one("#verdict").visible = False
        self.query_one("#verdict").set_class(False, "-shown")
        self.query_one("#stem", Static).update(Content(asked.question.prompt))
        self.query_one(Options).ask(asked.options)
        self.scroll_home(animate=False)

    def tell(self, round_: Round, asked: Asked, answer: Answer, *, unsaved: str) -> None:
        """Say whether the latest answer was right, and why; `unsaved`, that it is not kept yet."""
        chosen = asked.options.index(answer.chosen) if answer.chosen else None
        self.query_one(Options).tell(asked.key, chosen)
        self.query_one("#mark", Static).update(telling.verdict(round_, answer))
        self.query_one("#why", Static).update(Content(asked.question.explanation))
        self.query_one("#proof", Static).update(telling.proof(asked))
        self.query_one("#unsaved", Static).update(Content.styled(unsaved, "$signal"))
        self.query_one("#why").display = bool(asked.question.explanation)
        self.query_one("#proof").display = bool(asked.proofs)
        self.query_one("#unsaved").display = bool(unsaved)
        verdict = self.query_one("#verdict")
        verdict.visible = True
        verdict.set_class(True, "-shown")
        verdict.set_class(answer.correct, "-right")
        self.call_after_refresh(verdict.scroll_visible, animate=False)

    @property
    def cursor(self) -> int:
        """The place of the option under the cursor."""
        return self.query_one(Options).cursor

    def move(self, by: int) -> None:
        """Move the cursor, and keep it in sight."""
        self.query_one(Options).move(by)
        self.query(Option)[self.cursor].scroll_visible(animate=False)

    def leaf(self, by: int) -> None:
        """Scroll by windows what does not fit."""
        self.scroll_relative(y=by * max(1, self.size.height - 2), animate=False)
