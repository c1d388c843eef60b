"""Choosing how the round to come is played: the keys for its settings, and the panel of them."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from quiz.app import words
from quiz.app.order import Choice, Order, following
from quiz.app.page import Page
from quiz.base.language import _
from quiz.base.names import mode_name
from quiz.base.vocabulary import CATEGORIES, MODES

QUESTIONS = (5, 10, 15, 20, 30, words.ALL)
SECONDS = (0, 10, 15, 20, 30, 45, 60)
KINDS = (None, *CATEGORIES)


class Choosing(Page):
    """A page with the settings in an `Order`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "mode", "Mode", show=False),
        Binding("n", "questions", "Questions", show=False),
        Binding("s", "seconds", "Seconds", show=False),
        Binding("c", "category", "Category", show=False),
        Binding("p", "player", "Player", show=False),
    ]

    def look_again(self) -> None:
        """Read what the history says of another player."""
        raise NotImplementedError

    def show_choices(self) -> None:
        """Print the settings of the round to come."""
        settings, category = self.game.settings, self.game.category
        many = settings.questions >= words.ALL
        clock = str(settings.seconds) if settings.seconds else _("the bank’s")
        if settings.mode == "relaxed":
            clock = _("no clock")
        choices = (
            Choice("m", "mode", _("Mode"), mode_name(settings.mode)),
            Choice("n", "questions", _("Questions"), _("all") if many else str(settings.questions)),
            Choice("s", "seconds", _("Seconds"), clock),
            Choice("c", "category", _("Category"), words.category_name(category)),
            Choice("p", "player", _("Player"), settings.player or "—"),
        )
        self.query_one(Order).show(choices, words.mode_told(settings.mode))

    def action_mode(self) -> None:
        """Take the next mode."""
        self.game.remember(mode=following(MODES, self.game.settings.mode))

    def action_questions(self) -> None:
        """Take the next number of questions."""
        self.game.remember(questions=following(QUESTIONS, self.game.settings.questions))

    def action_seconds(self) -> None:
        """Take the next time for a question."""
        if self.game.settings.mode != "relaxed":
            self.game.remember(seconds=following(SECONDS, self.game.settings.seconds))

    def action_category(self) -> None:
        """Take the next category."""
        self.game.category = following(KINDS, self.game.category)
        self.show_choices()

    def action_player(self) -> None:
        """Ask who plays."""
        from quiz.app.sheets import Prompt  # noqa: PLC0415  # brings in the text field
        from quiz.base.settings import clean_player  # noqa: PLC0415

        def named(name: str | None) -> None:
            if name is not None:
                self.game.remember(player=clean_player(name))
                self.look_again()

        told = _("Results are kept for each player. Empty is fine.")
        self.app.push_screen(Prompt(_("Who plays?"), told, self.game.settings.player), named)
