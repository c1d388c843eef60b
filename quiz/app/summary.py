"""The screen after a round: how it went, whether it is saved, and what was right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.app import words
from quiz.app.answers import INDENT, AnswersPage, Figure, Line, answered, figures
from quiz.app.keys import Key
from quiz.app.printed import Ends, Hanging, Rule
from quiz.base.errors import QuizError
from quiz.base.files import typed
from quiz.base.language import _, quoted
from quiz.base.names import mode_name

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quiz.app.keeper import Keeper
    from quiz.game.answer import Answer
    from quiz.game.pick import Asked
    from quiz.game.round import Round
    from quiz.scores.request import Request


class SummaryPage(AnswersPage):
    """Saves the round and looks back on it."""

    CSS_PATH = "summary.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "mistakes", "Mistakes", show=False),
        Binding("a", "again", "Again", show=False),
        Binding("escape,h", "home", "Home", show=False),
        Binding("r", "retry", "Try again", show=False),
        Binding("w", "elsewhere", "Save elsewhere", show=False),
    ]

    def __init__(self, round_: Round, request: Request, keeper: Keeper, seconds: float) -> None:
        """Look back on `round_`, which took `seconds` in all."""
        super().__init__()
        self._round, self._request, self._keeper, self._seconds = round_, request, keeper, seconds
        self._saving = self._saved = False

    def content(self) -> ComposeResult:
        """Heading, figures, answers."""
        with Container(id="sheet"):
            yield Ends(id="head")
            yield Rule("━", "$signal")
            with Container(id="figures"):
                round_ = self._round
                yield from figures(round_.points, round_.correct, round_.answers)
                yield Figure(str(round_.longest_streak), _("best in a row"))
            yield Static(id="trouble")
            with VerticalScroll(id="answers", can_focus=False):
                yield Hanging(self._answers())

    def on_mount(self) -> None:
        """Save at once."""
        self.query_one("#trouble").display = False
        self.action_retry()

    def _head(self, state: Content) -> None:
        finished = self._round.outcome == "finished"
        title = _("Round over") if finished else _("Round left")
        about = f"   {self._request.bank} · {mode_name(self._request.mode)}"
        self.query_one("#head", Ends).show(
            Content.assemble((title, "bold"), (about, "$faint")), state
        )

    def _answers(self) -> list[Line]:
        pairs = zip(self._round.asked, self._round.answers, strict=False)
        return [
            line
            for number, (asked, answer) in enumerate(pairs, 1)
            for line in _told(number, asked, answer, exam=self._request.mode == "exam")
        ][:-1]

    async def _save(self, elsewhere: Path | None = None) -> None:
        try:
            await self._keeper.save(self._round, self._seconds, elsewhere)
        except QuizError as error:
            self._head(Content.styled(f"{words.WRONG} {_('Not saved')}", "bold $wrong"))
            trouble = self.query_one("#trouble", Static)
            trouble.update(
                Content.assemble(
                    str(error),
                    "\n",
                    (_("The round is kept here. r tries again, w saves elsewhere."), "$faint"),
                )
            )
            trouble.display = True
        else:
            self._saved = True
            self.query_one("#trouble").display = False
            if elsewhere is None:
                told = _("Saved")
            else:
                told = _("Saved in {file}").format(file=elsewhere.name)
            self._head(Content.styled(f"{words.RIGHT} {told}", "bold $right"))
        finally:
            self._saving = False
            self.show_keys()

    def action_retry(self) -> None:
        """Save the round, unless it is."""
        if not self._saving and not self._saved:
            self._saving = True
            self._head(Content.styled(_("Saving …"), "$faint"))
            self.run_worker(self._save())

    def action_elsewhere(self) -> None:
        """Ask for another file, and save there."""
        if self._saving or self._saved:
            return
        from quiz.app.sheets import Prompt  # noqa: PLC0415  # brings in the text field

        def named(name: str | None) -> None:
            if name and name.strip() and not self._saving:
                self._saving = True
                self.run_worker(self._save(typed(name)))

        told = _("The round is added to this file; it is made where it is missing.")
        begin = str(Path.home() / "newsquiz-scores.toml")
        self.app.push_screen(Prompt(_("Save elsewhere"), told, begin), named)

    def _unless_lost(self, go: str) -> None:
        """Do what `go` names, but ask first where the round would be lost."""
        act = getattr(self, go)
        if self._saved:
            act()
            return
        from quiz.app.sheets import Ask  # noqa: PLC0415  # parsed when first needed

        told = (
            _("Its answers are in memory only, and would be lost.")
            if self._keeper.trouble
            else _("Its answers are in the journal; the next start tries to save them.")
        )

        def answered(leave: bool | None) -> None:
            if leave:
                self._keeper.close()
                act()

        self.app.push_screen(
            Ask(_("This round is not saved."), told, _("Leave it"), _("Stay")), answered
        )

    def action_home(self) -> None:
        """Go home."""
        self._unless_lost("_home")

    def action_again(self) -> None:
        """Play the same bank again, with other questions and another order."""
        self._unless_lost("_again")

    def action_mistakes(self) -> None:
        """Play what was wrong in this round once more."""
        if self._wrong():
            self._unless_lost("_mistakes")

    def quit(self) -> None:
        """Quit; an unsaved round is asked about."""
        self._unless_lost("_quit")

    def _home(self) -> None:
        self.app.pop_screen()

    def _quit(self) -> None:
        self.app.exit()

    def _again(self) -> None:
        request = self._request
        self.game.play(
            request.banks,
            mode=request.mode,
            count=request.count,
            seconds=request.seconds,
            category=request.category,
            player=request.player,
        )

    def _wrong(self) -> list[Asked]:
        pairs = zip(self._round.asked, self._round.answers, strict=False)
        return [asked for asked, answer in pairs if not answer.correct]

    def _mistakes(self) -> None:
        seed = self.game.next_seed()
        asked = tuple(one.again(seed) for one in self._wrong())
        self.game.open_round(asked, replace(self._request, mode="mistakes", seed=seed))

    def keys(self) -> tuple[Key, ...]:
        """Return the keys that do something."""
        trouble = not self._saved and not self._saving
        return (
            *(
                (
                    Key("r", _("Try again"), _("Try again to save"), "retry"),
                    Key("w", _("Save elsewhere"), _("Save to another file"), "elsewhere"),
                )
                if trouble
                else ()
            ),
            *(
                (Key("m", _("Mistakes again"), _("Play the mistakes again"), "mistakes"),)
                if self._wrong()
                else ()
            ),
            Key("a", _("Another round"), _("Another round on the same bank"), "again"),
            Key("Esc", _("Home"), _("Back to the banks"), "home"),
            Key("↑↓", _("Scroll"), _("Read the answers (also Page Up and Page Down)")),
            Key("q", _("Quit"), _("Quit (also Ctrl+Q)"), "quit"),
            Key("?", _("Help"), _("This help"), "help"),
        )


def _told(number: int, asked: Asked, answer: Answer, *, exam: bool) -> list[Line]:
    """Tell one answer: the question, what was chosen, what was right, and why.

    After an exam, which told nothing on the way, also why right answers are right, and the proof.
    """
    lines = answered(number, answer)
    if (exam or not answer.correct) and asked.question.explanation:
        lines.append((INDENT, Content(asked.question.explanation)))
    if exam:
        lines += [(INDENT, Content.styled(quoted(quote), "italic")) for quote, _ in asked.proofs]
    facts = f"{words.seconds(answer.seconds)} · {words.points(answer.points)}"
    return [*lines, (INDENT, Content.styled(facts, "$faint")), (Content(), Content())]
