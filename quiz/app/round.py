"""The screen of a round: a question, the time, and why the answer is right."""

from __future__ import annotations

import asyncio
import math
import os
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widgets import Static

from quiz.app import telling, words
from quiz.app.countdown import Countdown
from quiz.app.keeper import Keeper
from quiz.app.keys import Key
from quiz.app.page import Page
from quiz.app.printed import Ends
from quiz.app.stage import Stage
from quiz.base.errors import QuizError
from quiz.base.language import _
from quiz.game.round import Phase, Round, Rules
from quiz.scores.journal import new_id

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from quiz.app.choices import Option
    from quiz.game.answer import Answer
    from quiz.game.pick import Asked
    from quiz.scores.request import Request

TICK = 0.1
"""Seconds between looks at the clock; what is decided depends on the clock alone."""

DEAF = 0.3
"""Seconds without ear for keys after a change that the player did not make: a key that was meant
for the question before must not answer one that nobody has read."""

QUIT_PATIENCE = 5.0
"""Seconds that quitting waits for the disk before it shows what it waits for."""

_ASKING = frozenset({Phase.OPEN, Phase.READY})


class RoundPage(Page):
    """Plays one round and hands it to the summary."""

    CSS_PATH = "round.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(f"{n + 1},{'abcdef'[n]}", f"choose({n})", show=False) for n in range(6)),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Up", show=False),
        Binding("pagedown", "page(1)", "Down", show=False),
        Binding("enter", "on", "Go on", show=False),
        Binding("space", "space", "Pause", show=False),
        Binding("p", "pause", "Pause", show=False),
        Binding("escape,q", "leave", "Leave", show=False),
    ]

    def __init__(self, asked: tuple[Asked, ...], request: Request) -> None:
        """Prepare a round of `asked`."""
        super().__init__()
        self._request = request
        self._asked = asked
        self._settling = False
        self._aside = False
        self._held = False
        self._deaf_until = -math.inf
        self._begun = 0.0
        self._fed = 0.0
        self._leaving = False

    def content(self) -> ComposeResult:
        """Header, time, question, verdict."""
        with Container(id="sheet"):
            yield Ends(id="head")
            yield Countdown()
            yield Stage(id="stage")
            yield Static(id="paused")

    def on_mount(self) -> None:
        """Ask the first question."""
        game, request = self.game, self._request
        settings = game.settings
        self.round = Round.begin(
            self._asked, Rules(mode=request.mode, speed=settings.speed, streak=settings.streak)
        )
        self._keeper = self.keeper()
        self._begun = game.clock()
        self.query_one("#paused").display = False
        self._ask()
        self.set_interval(TICK, self._look)
        # Ctrl+Z: the time until `fg` is not the player's.
        game.app_suspend_signal.subscribe(self, self._suspended, immediate=True)

    def keeper(self) -> Keeper:
        """Return what keeps the answers."""
        game = self.game
        header = self._request.header(new_id(game.now(), os.urandom), game.now())
        return Keeper(game.hand, game.launch.scores_path, header)

    # What is on the screen

    def _ask(self) -> None:
        asked = self.round.current
        if asked is None:
            self._finish()
            return
        self.query_one(Stage).ask(asked)
        self._show()
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        """Start the clock: the options are on the screen."""
        self._take(self.round.show(self.game.clock()))
        if self._aside or self.too_small:
            self._held = self._aside
            self._take(self.round.pause(self.game.clock()))

    def _show(self) -> None:
        """Bring header, time and keys up to date."""
        asked, paused = self.round.current, self.round.phase is Phase.PAUSED
        if asked is None:
            return
        self.query_one(Stage).display = not paused
        self.query_one("#paused").display = paused
        if paused:
            self.query_one("#paused", Static).update(telling.paused())
        self.query_one("#head", Ends).show(*self.head(asked))
        self._show_time()
        self.show_keys()

    def head(self, asked: Asked) -> tuple[Content, Content]:
        """Return the two ends of the line above the question."""
        return telling.head(self.round, asked, self.app.size.width)

    def _show_time(self) -> None:
        asked = self.round.current
        if asked is not None:
            left = self.round.remaining(self.game.clock())
            self.query_one(Countdown).show(left, asked.limit, smooth=self.game.settings.motion)

    # What the player does, and what the clock does

    def _look(self) -> None:
        timely = self.round.tick(self.game.clock())
        if timely is not self.round:
            self._turn_deaf()
        self._take(timely)
        if self.round.phase is Phase.OPEN:
            self._show_time()
        wait = self.game.settings.advance
        told = self.round.phase is Phase.FEEDBACK and not self._settling and not self._aside
        if wait and told and self.game.clock() - self._fed >= wait:
            self._turn_deaf()
            self._go_on()

    def _take(self, after: Round) -> None:
        """Go to the next state of the round, once."""
        before, self.round = self.round, after
        if len(after.answers) > len(before.answers):
            self._settling = True
            asked = before.asked[len(before.answers)]
            self.run_worker(self._settle(asked, after.answers[-1]))
        elif after.phase is not before.phase:
            self._show()

    async def _settle(self, asked: Asked, answer: Answer) -> None:
        """Keep the answer, then say whether it was right."""
        kept = await self._keeper.add(answer)
        self._settling = False
        if self._leaving:
            return
        if self.round.phase is not Phase.FEEDBACK:
            self._turn_deaf()
            self._ask()
            return
        self._tell(asked, answer, kept=kept)

    def _tell(self, asked: Asked, answer: Answer, *, kept: bool) -> None:
        trouble = self._keeper.trouble
        unsaved = _("Not saved yet.") if not trouble else f"{_('Not saved yet:')} {trouble}"
        self.query_one(Stage).tell(self.round, asked, answer, unsaved="" if kept else unsaved)
        self._fed = self.game.clock()
        self._show()

    def action_choose(self, position: int) -> None:
        """Answer."""
        if self.too_small or self._deaf():
            return
        self._take(self.round.choose(position, self.game.clock()))

    def on_option_clicked(self, message: Option.Clicked) -> None:
        """Answer by mouse."""
        self.action_choose(message.position)

    def action_move(self, by: int) -> None:
        """Move the cursor, or what is read after an answer."""
        stage = self.query_one(Stage)
        if self.round.phase in _ASKING:
            stage.move(by)
        else:
            stage.scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll what does not fit."""
        self.query_one(Stage).leaf(by)

    def action_on(self) -> None:
        """Answer with the option under the cursor, or go on."""
        if self._settling or self.too_small or self._deaf():
            return
        if self.round.phase is Phase.OPEN:
            self.action_choose(self.query_one(Stage).cursor)
        elif self.round.phase is Phase.PAUSED:
            self._resume()
        elif self.round.phase is Phase.FEEDBACK:
            self._go_on()

    def _go_on(self) -> None:
        self.round = self.round.advance()
        self._ask()

    def _turn_deaf(self) -> None:
        self._deaf_until = self.game.clock() + DEAF

    def _deaf(self) -> bool:
        return self.game.clock() < self._deaf_until

    def action_space(self) -> None:
        """Pause, or go on."""
        if self.round.phase is Phase.FEEDBACK:
            self.action_on()
        else:
            self.action_pause()

    def action_pause(self) -> None:
        """Hide the question and stop the clock, or show it again."""
        if self.round.phase is Phase.PAUSED:
            self._resume()
        else:
            self._take(self.round.pause(self.game.clock()))

    def _resume(self) -> None:
        """Show the question; the clock goes on when it can be read."""
        if self.too_small:
            return
        self.query_one("#paused").display = False
        self.query_one(Stage).display = True
        self.call_after_refresh(lambda: self._take(self.round.resume(self.game.clock())))

    def on_screen_suspend(self) -> None:
        """Stop the clock while a sheet lies on the question."""
        if not self._aside and self.is_mounted:
            self._aside = True
            self._held = self.round.phase in _ASKING
            self._take(self.round.pause(self.game.clock()))

    def on_screen_resume(self) -> None:
        """Go on where a sheet stopped the clock."""
        if self._aside:
            self._aside = False
            self._fed = self.game.clock()
            if self._held and self.round.phase is Phase.PAUSED:
                self._resume()

    def _suspended(self, _app: object) -> None:
        self._take(self.round.pause(self.game.clock()))

    def on_resize(self) -> None:
        """Stop the clock where the question can no longer be read."""
        if self.is_mounted and self.too_small:
            self._take(self.round.pause(self.game.clock()))
        elif self.is_mounted:
            self._show()

    # The end

    def action_leave(self) -> None:
        """Ask whether to leave the round."""
        from quiz.app.sheets import Ask  # noqa: PLC0415  # parsed when first needed

        def answered(leave: bool | None) -> None:
            if leave:
                self._leave()

        told = _("What you answered so far is saved as a round you left.")
        self.app.push_screen(
            Ask(_("Leave the round?"), told, _("Leave"), _("Keep playing")), answered
        )

    def _leave(self) -> None:
        self._leaving = True
        self.round = self.round.leave(self.game.clock())
        if self.round.answers:
            self._finish()
        else:
            self._keeper.close()
            self.app.pop_screen()

    def _finish(self) -> None:
        from quiz.app.summary import SummaryPage  # noqa: PLC0415  # parsed when first needed

        self._leaving = True
        # Whatever lies on the round goes with it: the summary takes the round's own place.
        while self.app.screen is not self and self in self.app.screen_stack:
            self.app.pop_screen()
        seconds = self.game.clock() - self._begun
        page = SummaryPage(self.round, self._request, self._keeper, seconds)
        self.app.switch_screen(page)

    def quit(self) -> None:
        """Save the round as left, then quit."""
        if not self._leaving:
            self._leaving = True
            self.run_worker(self._save_and_quit())

    async def _save_and_quit(self) -> None:
        self.round = self.round.leave(self.game.clock())
        if not self.round.answers:
            self._keeper.close()
            self.app.exit()
            return
        try:
            saving = self._keeper.save(self.round, self.game.clock() - self._begun)
            await asyncio.wait_for(saving, QUIT_PATIENCE)
        except (QuizError, TimeoutError):
            self._finish()
        else:
            self.app.exit()

    # Words

    def keys(self) -> tuple[Key, ...]:
        """Return the keys that fit the phase."""
        asked = self.round.current
        count = len(asked.options) if asked else 4
        first = {
            Phase.PAUSED: (Key(_("Space"), _("Go on"), _("Show the question again"), "space"),),
            Phase.FEEDBACK: (Key("Enter", _("Go on"), _("Go on to what comes next"), "on"),),
        }.get(
            self.round.phase,
            (
                Key(f"1–{count}", _("Answer"), _("Answer (also a to f)")),
                Key("↑↓ Enter", _("Choose"), _("Move to an option, and choose it")),
                Key(
                    _("Space"), _("Pause"), _("Hide the question, stop the clock (also p)"), "space"
                ),
            ),
        )
        return (
            *first,
            Key("Esc", _("Leave"), _("Leave the round; it is saved as left"), "leave"),
            Key("Ctrl+Q", "", _("Save the round as left, and quit")),
            Key("?", _("Help"), _("This help; the clock waits"), "help"),
        )

    def advice(self) -> str:
        """Say how points come about."""
        return " ".join(
            (
                words.mode_told(self.round.rules.mode),
                _("The clock starts when you can see the options, and waits while this is open."),
            )
        )
