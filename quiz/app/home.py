"""The first screen: what can be played, and how."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from quiz.app import words
from quiz.app.banklist import BankList
from quiz.app.keys import Key
from quiz.app.lines import Ends, Rule
from quiz.app.page import Page
from quiz.app.results import Results
from quiz.base.errors import QuizError
from quiz.base.language import _, ngettext
from quiz.base.vocabulary import CATEGORIES, MODES

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from quiz.banks.find import Found

QUESTIONS = (5, 10, 15, 20, 30, words.ALL)
SECONDS = (0, 10, 15, 20, 30, 45, 60)
KINDS = (None, *CATEGORIES)

_Value = TypeVar("_Value")


class Choice(Widget):
    """One setting of the round to come: its key, its name, its value."""

    can_focus = False

    class Clicked(Message):
        """Somebody wants the next value."""

        def __init__(self, action: str) -> None:
            """Carry the page's action."""
            super().__init__()
            self.action = action

    def __init__(self, key: str, action: str) -> None:
        """Stand for the page's `action`, on `key`."""
        super().__init__(id=action)
        self._key, self._action = key, action
        self._word = self._value = ""

    def show(self, name: str, value: str) -> None:
        """Set what is printed."""
        self._word, self._value = name, value
        self.refresh()

    def render(self) -> Content:
        """Draw the key and name above the value."""
        width = max(1, self.content_size.width)
        name = Content.assemble((f"{self._key} ", "bold $signal"), (self._word, "$faint"))
        value = Content.assemble("  ", (self._value, "bold")).truncate(width, ellipsis=True)
        return Content("\n").join((name, value))

    def on_click(self) -> None:
        """Ask for the next value."""
        self.post_message(self.Clicked(self._action))


class HomePage(Page):
    """Choose a bank and begin."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "play", "Play", show=False),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup", "move(-5)", "Up", show=False),
        Binding("pagedown", "move(5)", "Down", show=False),
        Binding("home", "move(-100000)", "First", show=False),
        Binding("end", "move(100000)", "Last", show=False),
        Binding("m", "mode", "Mode", show=False),
        Binding("n", "questions", "Questions", show=False),
        Binding("s", "seconds", "Seconds", show=False),
        Binding("c", "category", "Category", show=False),
        Binding("p", "player", "Player", show=False),
        Binding("o", "options", "Options", show=False),
        Binding("q", "quit", "Quit", show=False),
    ]

    def __init__(self) -> None:
        """Begin without banks; they are found when the page is on the screen."""
        super().__init__()
        self.results = Results()
        self._known = False
        self._greeted = False

    def content(self) -> ComposeResult:
        """Masthead, banks, choices."""
        with Container(id="masthead"):
            yield Ends(id="name")
            yield Rule("━", "$signal")
        yield Static(id="notice")
        yield Static(id="greeting")
        with Horizontal(id="desk"):
            with VerticalScroll(id="shelf", can_focus=False):
                yield BankList()
            with Container(id="order"):
                yield Rule()
                with Container(id="choices"):
                    yield Choice("m", "mode")
                    yield Choice("n", "questions")
                    yield Choice("s", "seconds")
                    yield Choice("c", "category")
                    yield Choice("p", "player")
                yield Static(id="told")

    def on_mount(self) -> None:
        """Draw at once; look for banks and results after that."""
        self._greeted = not self.game.launch.scores_path.exists()
        self.query_one("#greeting").display = self._greeted
        self.query_one("#notice").display = False
        self.show_choices()
        self.run_worker(self._fill())

    async def _fill(self) -> None:
        launch = self.game.launch
        if launch.banks:
            self.game.play(launch.banks)
        try:
            found = await asyncio.to_thread(_find, launch.banks_folder)
        except QuizError as error:
            self._notice(str(error))
            found = []
        found = sorted(found, key=lambda bank: bool(bank.problem))
        self.query_one(BankList).show(found)
        if not found:
            self._notice(_("There is no bank here. A bank is a TOML file in your banks folder."))
        # The banks are drawn before anything else is read.
        await asyncio.sleep(0.05)
        messages = await asyncio.to_thread(self._recover)
        if messages:
            self._notice("\n".join(messages))
        try:
            self.results = await asyncio.to_thread(self._read_results)
        except QuizError as error:
            self._notice("\n".join((*messages, str(error))))
        self._known = True
        self.show_results()
        await asyncio.to_thread(_warm)

    def _recover(self) -> tuple[str, ...]:
        from quiz.scores.file import ScoreFile  # noqa: PLC0415  # after the first frame

        try:
            recovery = ScoreFile(self.game.launch.scores_path).recover()
        except QuizError as error:
            return (str(error),)
        if recovery.interrupted and not recovery.messages:
            return (
                ngettext(
                    "{n} interrupted round was kept.",
                    "{n} interrupted rounds were kept.",
                    recovery.interrupted,
                ).format(n=recovery.interrupted),
            )
        return recovery.messages

    def _read_results(self) -> Results:
        from quiz.scores.file import ScoreFile  # noqa: PLC0415  # after the first frame

        return Results(ScoreFile(self.game.launch.scores_path).rounds())

    def _notice(self, text: str) -> None:
        notice = self.query_one("#notice", Static)
        notice.update(Content.assemble(("i ", "bold $signal"), text))
        notice.display = True

    def show_results(self) -> None:
        """Tell how each bank stands, and which round comes next."""
        player = self.game.settings.player
        results = self.results
        self.query_one(BankList).show_results(lambda name: results.of(player, name))
        self._show_name()

    def _show_name(self) -> None:
        issue = _("No. {n}").format(n=words.number(self.results.rounds + 1)) if self._known else ""
        self.query_one("#name", Ends).show(
            Content.assemble(
                ("N E W S Q U I Z", "bold"), (f"   {_('what is in the news, asked')}", "$faint")
            ),
            Content.styled(issue, "$faint"),
        )

    def show_choices(self) -> None:
        """Print the settings of the round to come."""
        settings, category = self.game.settings, self.game.category
        many = settings.questions >= words.ALL
        clock = _("no clock") if settings.mode == "relaxed" else str(settings.seconds)
        if clock == "0":
            clock = _("the bank's")
        printed = {
            "mode": (_("Mode"), words.mode_name(settings.mode)),
            "questions": (_("Questions"), _("all") if many else str(settings.questions)),
            "seconds": (_("Seconds"), clock),
            "category": (_("Category"), words.category_name(category)),
            "player": (_("Player"), settings.player or "—"),
        }
        for choice, (name, value) in printed.items():
            self.query_one(f"#{choice}", Choice).show(name, value)
        self.query_one("#told", Static).update(Content(words.mode_told(settings.mode)))
        self.query_one("#greeting", Static).update(
            Content.assemble(
                (_("Welcome."), "bold"),
                " ",
                _(
                    "Press Enter for your first round. After each answer you see the sentence "
                    "that proves it; what you get wrong can be played again."
                ),
            )
        )
        self.show_results()

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of the page."""
        return (
            Key("Enter", _("Play"), _("Play the chosen bank"), "play"),
            Key("↑↓", _("Choose"), _("Choose a bank (also j and k)")),
            Key("m", _("Mode"), _("Mode: timed, relaxed, exam, mistakes"), "mode"),
            Key("n", "", _("How many questions"), "questions"),
            Key("s", "", _("Seconds for a question"), "seconds"),
            Key("c", "", _("Category of questions"), "category"),
            Key("p", "", _("Who plays"), "player"),
            Key("o", _("Options"), _("Points, theme, motion"), "options"),
            Key("Ctrl+P", _("Commands"), _("All commands by name"), "command_palette"),
            Key("q", _("Quit"), _("Quit (also Ctrl+Q)"), "quit"),
            Key("?", _("Help"), _("This help"), "help"),
        )

    def advice(self) -> str:
        """Say what a round is."""
        return _(
            "Choose a bank and press Enter. A right answer is worth up to 1000 points, more the "
            "quicker it comes, and answers right in a row earn a bonus. What you last got wrong "
            "waits for you in the mode “mistakes”."
        )

    def on_screen_resume(self) -> None:
        """Bring what a round has changed up to date."""
        if self._known:
            self._greeted = False
            self.query_one("#greeting").display = self.results.rounds == 0
            self.show_results()

    def on_bank_list_opened(self) -> None:
        """Play what was clicked twice."""
        self.action_play()

    async def on_choice_clicked(self, message: Choice.Clicked) -> None:
        """Do what the key would."""
        await self.run_action(message.action)

    def action_play(self) -> None:
        """Begin a round, or say what is wrong with the bank."""
        bank = self.query_one(BankList).chosen
        if bank is None:
            return
        if bank.problem:
            from quiz.app.sheets import Tell  # noqa: PLC0415  # parsed when first needed

            self.app.push_screen(
                Tell(_("{bank} cannot be read").format(bank=bank.name), bank.problem)
            )
            return
        self.query_one("#notice").display = False
        self.game.play((bank.path,))

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(BankList).move(by)

    def action_mode(self) -> None:
        """Take the next mode."""
        self.game.remember(mode=_next(MODES, self.game.settings.mode))

    def action_questions(self) -> None:
        """Take the next number of questions."""
        self.game.remember(questions=_next(QUESTIONS, self.game.settings.questions))

    def action_seconds(self) -> None:
        """Take the next time for a question."""
        if self.game.settings.mode != "relaxed":
            self.game.remember(seconds=_next(SECONDS, self.game.settings.seconds))

    def action_category(self) -> None:
        """Take the next category."""
        self.game.category = _next(KINDS, self.game.category)
        self.show_choices()

    def action_player(self) -> None:
        """Ask who plays."""
        from quiz.app.sheets import Prompt  # noqa: PLC0415  # brings in the text field
        from quiz.base.settings import clean_player  # noqa: PLC0415

        def named(name: str | None) -> None:
            if name is not None:
                self.game.remember(player=clean_player(name))

        told = _("Results are kept for each player. Empty is fine.")
        self.app.push_screen(Prompt(_("Who plays?"), told, self.game.settings.player), named)

    def action_options(self) -> None:
        """Show the options."""
        from quiz.app.options import OptionsSheet  # noqa: PLC0415  # parsed when first needed

        self.app.push_screen(OptionsSheet())


def _next(values: tuple[_Value, ...], value: _Value) -> _Value:
    return values[(values.index(value) + 1) % len(values)] if value in values else values[0]


def _find(folder: Path | None) -> list[Found]:
    from quiz.banks.find import find_banks  # noqa: PLC0415  # after the first frame

    return find_banks(folder)


def _warm() -> None:
    # So that the first round opens at once.
    import quiz.app.round  # noqa: PLC0415
    import quiz.scores.request  # noqa: F401, PLC0415
