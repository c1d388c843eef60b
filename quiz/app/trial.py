"""Playing one question of a bank that is being edited: no clock, and nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from quiz.app.keeper import Keeper
from quiz.app.keys import Key
from quiz.app.preview import asked
from quiz.app.round import RoundPage
from quiz.base.language import _
from quiz.game.round import Phase
from quiz.scores.request import Request

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.banks.models import Bank, Question
    from quiz.game.answer import Answer
    from quiz.game.pick import Asked


class Nowhere(Keeper):
    """Stands where a round's answers are kept, and keeps none: a trial is no part of a history."""

    trouble = ""

    def __init__(self) -> None:
        """Open nothing."""

    async def add(self, answer: Answer) -> bool:  # noqa: ARG002
        """Take an answer; there is nothing to wait for."""
        return True

    def close(self) -> None:
        """Have nothing to close."""


class TrialPage(RoundPage):
    """Asks one question as a round does, and goes back to where it came from."""

    def __init__(self, question: Question, bank: Bank, path: Path) -> None:
        """Ask `question` of the `bank` at `path`."""
        request = Request(
            banks=(path,), mode="relaxed", count=1, seconds=None, category=None, player="", seed=0
        )
        super().__init__((asked(question, bank),), request)

    def keeper(self) -> Nowhere:
        """Keep nothing."""
        return Nowhere()

    def head(self, asked: Asked) -> tuple[Content, Content]:  # noqa: ARG002  # one is as another
        """Say that it is a trial."""
        told = Content.assemble((_("A trial"), "bold"), (f"  {_('nothing is saved')}", "$faint"))
        return told, Content()

    def action_leave(self) -> None:
        """Go back at once: there is nothing to lose."""
        self._finish()

    def _finish(self) -> None:
        self._leaving = True
        while self.app.screen is not self and self in self.app.screen_stack:
            self.app.pop_screen()
        self.app.pop_screen()

    def quit(self) -> None:
        """Quit as the page below does."""
        self._finish()
        self.app.call_next(self.app.action_quit)

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of a round, with another way out."""
        back = Key("Esc", _("Back"), _("Back to the workshop"), "leave")
        told = self.round.phase is Phase.FEEDBACK
        on = Key("Enter", _("Back"), _("Back to the workshop"), "on")
        instead = {"Esc": back} | ({"Enter": on} if told else {})
        usual = super().keys()
        return tuple(instead.get(key.label, key) for key in usual)
