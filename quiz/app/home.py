"""The first screen: what can be played, and how."""

from __future__ import annotations

import asyncio
import gc
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from quiz.app import words
from quiz.app.aside import find
from quiz.app.banklist import BankList
from quiz.app.choosing import Choosing
from quiz.app.keys import Key
from quiz.app.lines import ends
from quiz.app.notice import due, notice, reading, recover
from quiz.app.order import Order
from quiz.base.errors import QuizError
from quiz.base.language import _, code

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quiz.app.glance import Glance, Glancer
    from quiz.banks.find import Found

PATIENCE = 0.1
"""Seconds that the first frame waits for the list of banks."""


class Masthead(Widget):
    """The name of the paper above a heavy rule."""

    can_focus = False
    issue = reactive("")

    def render(self) -> Content:
        """Draw the two lines."""
        width = self.content_size.width
        name = Content.assemble(
            ("N E W S Q U I Z", "bold"), (f"   {_('what is in the news, asked')}", "$faint")
        )
        line = ends(name, Content.styled(self.issue, "$faint"), width)
        return Content.assemble(line, "\n", ("━" * width, "$signal"))


class HomePage(Choosing):
    """Choose a bank and begin."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "play", "Play", show=False),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup", "move(-5)", "Up", show=False),
        Binding("pagedown", "move(5)", "Down", show=False),
        Binding("home", "move(-100000)", "First", show=False),
        Binding("end", "move(100000)", "Last", show=False),
        Binding("r", "review", "Review", show=False),
        Binding("o", "options", "Options", show=False),
        Binding("h", "history", "History", show=False),
        Binding("g", "class", "Class", show=False),
        Binding("e", "edit", "Edit", show=False),
        Binding("a", "article", "New bank", show=False),
        Binding("q", "quit", "Quit", show=False),
    ]

    def __init__(self) -> None:
        """Begin without banks; they are found when the page is on the screen."""
        super().__init__()
        self.glance: Glance | None = None
        self._glancer: Glancer | None = None
        self._reading: Content | None = None
        self._known = False
        self._greeting = False
        self._messages: tuple[str, ...] = ()
        self._finding: asyncio.Future[list[Found]]

    def content(self) -> ComposeResult:
        """Masthead, banks, choices."""
        yield Masthead()
        yield Static(id="notice")
        with Container(id="desk"):
            with VerticalScroll(id="shelf", can_focus=False):
                yield BankList()
            yield Order()

    async def on_mount(self) -> None:  # type: ignore[override]  # Textual awaits it
        """Look for the banks, but let nobody wait for a slow disk: the list may come later."""
        self._finding = asyncio.wrap_future(self.game.finding)
        self._greeting = not self.game.launch.scores_path.exists()
        self.show_choices()
        self._show_notice()
        await asyncio.wait({self._finding}, timeout=PATIENCE)
        if self._finding.done():
            self._show_banks()
        self.run_worker(self._fill())

    def _show_banks(self) -> None:
        found: list[Found] = []
        try:
            own = code()
            found = sorted(
                self._finding.result(), key=lambda bank: (bool(bank.problem), bank.language != own)
            )
        except QuizError as error:
            self._messages += (str(error),)
        else:
            if not found:
                self._messages += (
                    _("There is no bank here. A bank is a TOML file in your banks folder."),
                )
        self._show_notice()
        self.query_one(BankList).show(found)

    async def _fill(self) -> None:
        launch = self.game.launch
        if launch.banks:
            self.game.play(launch.banks)
        if launch.edit:
            self.game.edit(launch.edit)
        if not self.query_one(BankList).banks and not self._messages:
            await asyncio.wait({self._finding})
            self._show_banks()
        if launch.begin and not launch.banks:
            if self.game.settings.mode == "review":
                self.action_review()
            else:
                self.action_play()
        # The banks are drawn before anything else is read.
        await asyncio.sleep(0.05)
        gc.freeze()
        gc.enable()
        # The index first: it notes that a long file is whole, which need not be found out again.
        await self._look()
        self._messages += await asyncio.to_thread(recover, self.game.launch.scores_path)
        await self._look()
        self._known = True
        await asyncio.to_thread(_warm)

    async def _look(self) -> None:
        """Read what the history says, and show it."""
        from quiz.app.glance import Glancer  # noqa: PLC0415  # after the first frame

        if self._glancer is None:
            self._glancer = Glancer(self.game.launch.scores_path)
        banks = {bank.name: bank.path for bank in self._playable()}
        player, now = self.game.settings.player, self.game.now()
        try:
            self.glance = await asyncio.to_thread(
                self._glancer.look, player, banks, now, self._tell_reading
            )
        except QuizError as error:
            if str(error) not in self._messages:
                self._messages += (str(error),)
        self._reading = None
        self._greeting = self._greeting and not (self.glance and self.glance.rounds)
        self._show_notice()
        self.show_results()

    def on_unmount(self) -> None:
        """Quit at once, however long the history is that is being read."""
        if self._glancer is not None:
            self._glancer.stop()

    def _tell_reading(self, share: int) -> None:
        """Say how far reading is, from its thread."""

        def show() -> None:
            self._reading = reading(share)
            self._show_notice()

        # Not waited for: the reading goes on while the screen is drawn.
        self.app.call_later(show)

    def _playable(self) -> list[Found]:
        return [bank for bank in self.query_one(BankList).banks if not bank.problem]

    def _show_notice(self) -> None:
        """Tell what there is to tell."""
        last = self._reading
        if last is None and self.glance is not None:
            last = due(self.glance.outlook, self.game.now())
        parts = notice(self._messages, greeting=self._greeting, last=last)
        shown = self.query_one("#notice", Static)
        shown.display = bool(parts)
        shown.update(Content("\n").join(parts))

    def show_results(self) -> None:
        """Tell how each bank stands, and which round comes next."""
        if self.glance is not None:
            self.query_one(BankList).show_results(self.glance.standings.get)
            issue = _("No. {n}").format(n=words.number(self.glance.rounds + 1))
            self.query_one(Masthead).issue = issue

    def speak(self) -> None:
        """Say everything in another language, and list the banks in that language first."""
        self.show_keys()
        self._show_notice()
        self.query_one(Masthead).refresh()
        self.find_again()

    def show_choices(self) -> None:
        """Print the settings, and the results beside them."""
        super().show_choices()
        self.show_results()

    def look_again(self) -> None:
        """Read what the history says."""
        self.run_worker(self._look())

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of the page."""
        return (
            Key("Enter", _("Play"), _("Play the chosen bank"), "play"),
            Key("↑↓", _("Choose"), _("Choose a bank (also j and k)")),
            Key("h", _("History"), _("Look back on every round"), "history"),
            Key("r", "", _("Review what is due, of all banks"), "review"),
            Key("g", "", _("Grades and questions of a class"), "class"),
            Key("m", _("Mode"), _("Mode: timed, relaxed, exam, mistakes, review"), "mode"),
            Key("n", "", _("How many questions"), "questions"),
            Key("s", "", _("Seconds for a question"), "seconds"),
            Key("c", "", _("Category of questions"), "category"),
            Key("p", "", _("Who plays"), "player"),
            Key("e", _("Edit"), _("Edit the chosen bank"), "edit"),
            Key("a", _("New bank"), _("Make a new bank, from an article or empty"), "article"),
            Key("o", _("Options"), _("Points, theme, motion"), "options"),
            Key("Ctrl+P", _("Commands"), _("All commands by name"), "command_palette"),
            Key("q", _("Quit"), _("Quit (also Ctrl+Q)"), "quit"),
            Key("?", _("Help"), _("This help"), "help"),
        )

    def advice(self) -> str:
        """Say what a round is."""
        return _(
            "Choose a bank and press Enter. A right answer is worth up to 1000 points, more the "
            "quicker it comes, and answers right in a row earn a bonus. What you got wrong waits "
            "in the mode “mistakes” until it is right twice running; what you know comes back in "
            "the mode “review” before you forget it."
        )

    def on_screen_resume(self) -> None:
        """Bring what a round has changed up to date."""
        if self._known:
            self.look_again()

    def on_bank_list_opened(self) -> None:
        """Play what was clicked twice."""
        self.action_play()

    def find_again(self) -> None:
        """List the banks anew: one may have come or changed."""
        self.run_worker(self._find_again(), exclusive=True, group="find")

    async def _find_again(self) -> None:
        self._finding = asyncio.wrap_future(find(self.game.launch.banks_folder))
        await asyncio.wait({self._finding})
        chosen = self.query_one(BankList).chosen
        self._show_banks()
        if chosen is not None:
            self.query_one(BankList).choose(chosen.path)

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
        self._messages = ()
        self.game.play((bank.path,))

    def action_review(self) -> None:
        """Review what is due, of all banks."""
        if banks := self._playable():
            self._messages = ()
            paths = tuple(bank.path for bank in banks)
            self.game.play(paths, mode="review", everywhere=True)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.query_one(BankList).move(by)

    def action_edit(self) -> None:
        """Open the chosen bank in the workshop."""
        bank = self.query_one(BankList).chosen
        if bank is not None:
            self.game.edit(bank.path)

    def action_article(self) -> None:
        """Make a new bank."""
        from quiz.app.article import ArticlePage  # noqa: PLC0415  # brings in the text fields

        self.app.push_screen(ArticlePage())

    def action_history(self) -> None:
        """Look back."""
        self.game.look_back()

    def action_class(self) -> None:
        """Look at a class."""
        self.game.look_at_class()

    def action_options(self) -> None:
        """Show the options."""
        from quiz.app.options import OptionsSheet  # noqa: PLC0415  # parsed when first needed

        self.app.push_screen(OptionsSheet())


def _warm() -> None:
    # So that the first round opens at once.
    import quiz.app.round  # noqa: PLC0415
    import quiz.scores.request  # noqa: F401, PLC0415
