"""The app: what all screens share, and the way from a request to a round."""

from __future__ import annotations

import asyncio
import signal
import sys
import time
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from quiz.app.aside import find
from quiz.app.home import HomePage
from quiz.app.page import Page
from quiz.app.start import Launch
from quiz.app.theme import NIGHT, themes, variables
from quiz.base.errors import QuizError
from quiz.base.language import _, of_locale, use
from quiz.base.settings import Settings, clean_player, load, save

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor
    from pathlib import Path

    from textual.command import Provider

    from quiz.app.archive import Archive
    from quiz.banks.find import Found
    from quiz.game.pick import Asked
    from quiz.scores.request import Request

__all__ = ["Launch", "NewsquizApp"]


def _commands() -> type[Provider]:
    from quiz.app.commands import Commands  # noqa: PLC0415  # when the palette is first opened

    return Commands


class NewsquizApp(App[None]):
    """The game in a terminal."""

    TITLE = "newsquiz"
    # Textual loads the style sheet of every screen but the first.
    CSS_PATH: ClassVar = ["app.tcss", "home.tcss"]
    COMMANDS: ClassVar = {_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", "Suspend", show=False, priority=True),
    ]

    _themed = False

    clock: Callable[[], float]
    """Seconds of a clock that only goes forward."""
    now: Callable[[], datetime]
    """Local time with its offset."""

    def __init__(
        self,
        launch: Launch,
        finding: Future[list[Found]] | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        """Prepare the app; nothing is read but the settings, and the banks if not `finding` yet."""
        super().__init__()
        self.finding = finding or find(launch.banks_folder)
        self.launch, self.clock, self.now = launch, clock, now
        given = {
            name: value
            for name in ("mode", "questions", "seconds", "player")
            if (value := getattr(launch, name)) is not None
        }
        if "player" in given:
            given["player"] = clean_player(given["player"])
        # What the command line says holds for this sitting, and is not remembered.
        self._remembered = load(launch.settings_path)
        self.settings: Settings = self._remembered._replace(**given)
        self.category = launch.category
        self.seed = launch.seed
        self._dealing = False
        self._writer: ThreadPoolExecutor | None = None
        self._archive: Archive | None = None
        for theme in themes(self.console.color_system):
            self.register_theme(theme)
        self._begin_in(self.settings.theme)

    def _begin_in(self, theme: str) -> None:
        """Choose the theme before the first style is parsed: later, all are parsed once more."""
        self.set_reactive(App.theme, theme)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self._themed = True
        self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """Name the colours, once: Textual asks before there is a theme as well."""
        return super().get_css_variables() if self._themed else {}

    @property
    def hand(self) -> ThreadPoolExecutor:
        """The thread that writes."""
        if self._writer is None:
            from quiz.app.keeper import new_hand  # noqa: PLC0415  # after the first frame

            self._writer = new_hand()
        return self._writer

    @property
    def archive(self) -> Archive:
        """The history."""
        if self._archive is None:
            from quiz.app.archive import Archive  # noqa: PLC0415  # after the first frame

            self._archive = Archive(self.launch.scores_path)
        return self._archive

    def on_load(self) -> None:
        """Let a request to end (SIGTERM) be as Ctrl+Q; a second one ends the app at once."""
        if sys.platform != "win32":
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self._told_to_end)

    def _told_to_end(self) -> None:
        asyncio.get_running_loop().remove_signal_handler(signal.SIGTERM)
        self.call_later(self.action_quit)

    def on_unmount(self) -> None:
        """Let go of the history; what is being read need not be finished."""
        if self._archive is not None:
            self._archive.close()

    @property
    def home(self) -> HomePage:
        """The screen at the bottom."""
        page = self.screen_stack[0]
        assert isinstance(page, HomePage)  # noqa: S101  # get_default_screen makes it
        return page

    def get_default_screen(self) -> HomePage:
        """Begin at home."""
        return HomePage()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Name our variables for Textual's own themes too."""
        return variables(NIGHT)

    def remember(self, **changes: object) -> None:
        """Change settings, now and for the next start."""
        self.settings = self.settings._replace(**changes)  # type: ignore[arg-type]
        self._remembered = self._remembered._replace(**changes)  # type: ignore[arg-type]
        if "theme" in changes:
            self.theme = self.settings.theme
        if "language" in changes:
            use(self.settings.language or of_locale())
            self.home.speak()
        self.hand.submit(self._save_settings, self._remembered)
        self.home.show_choices()

    def _save_settings(self, settings: Settings) -> None:
        try:
            save(self.launch.settings_path, settings)
        except OSError as error:
            from quiz.base.files import reason  # noqa: PLC0415  # when it is needed

            told = _("The settings could not be saved: {reason}").format(reason=reason(error))
            self.notify(told, severity="warning", markup=False)

    def play(self, banks: tuple[Path, ...], **changes: object) -> None:
        """Begin a round on `banks` as the settings say; `changes` are to the request."""
        if not self._dealing:
            self._dealing = True
            self.run_worker(self._play(banks, changes), exit_on_error=True)

    async def _play(self, banks: tuple[Path, ...], changes: dict[str, object]) -> None:
        from quiz.scores.request import NotDue, Request, deal  # noqa: PLC0415  # brings in the validator

        settings = self.settings
        request = Request(
            banks=banks,
            mode=settings.mode,
            count=settings.questions,
            seconds=settings.seconds or None,
            category=self.category,
            player=settings.player,
            seed=self.next_seed(),
            ahead=bool(self.launch.ahead),
        )
        request = replace(request, **changes)  # type: ignore[arg-type]
        try:
            asked = await asyncio.to_thread(deal, request, self.launch.scores_path, self.now())
        except NotDue as error:
            self._offer_ahead(str(error), banks, changes)
        except QuizError as error:
            from quiz.app.sheets import Tell  # noqa: PLC0415  # parsed when first needed

            self.push_screen(Tell(_("This round cannot begin"), str(error)))
        else:
            self.open_round(asked, request.asking(asked))
        finally:
            self._dealing = False

    def _offer_ahead(self, told: str, banks: tuple[Path, ...], changes: dict[str, object]) -> None:
        """Say that nothing is due yet, and offer to review it all the same."""
        from quiz.app.sheets import Ask  # noqa: PLC0415  # parsed when first needed

        def answered(ahead: bool | None) -> None:
            if ahead:
                self.play(banks, **changes | {"ahead": True})

        self.push_screen(
            Ask(_("Nothing to review yet"), told, _("Review now"), _("Back")), answered
        )

    def open_round(self, asked: tuple[Asked, ...], request: Request) -> None:
        """Show the round; the one before makes way."""
        from quiz.app.round import RoundPage  # noqa: PLC0415  # after the first frame

        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(RoundPage(asked, request))

    def next_seed(self) -> int:
        """Return the seed the command line gave, once; then a new one each time."""
        import secrets  # noqa: PLC0415  # after the first frame

        seed, self.seed = self.seed, None
        return secrets.randbits(32) if seed is None else seed

    def look_back(self) -> None:
        """Open the history, unless it is open."""
        from quiz.app.history import HistoryPage  # noqa: PLC0415  # when somebody looks back

        if not any(isinstance(screen, HistoryPage) for screen in self.screen_stack):
            self.push_screen(HistoryPage())

    def look_at_class(self) -> None:
        """Open the report on a class, unless it is open."""
        from quiz.app.classroom import ClassPage  # noqa: PLC0415  # when a teacher asks

        if not any(isinstance(screen, ClassPage) for screen in self.screen_stack):
            self.push_screen(ClassPage())

    def edit(self, path: Path) -> None:
        """Open the bank at `path` in the workshop."""
        from quiz.app.editing import open_workshop  # noqa: PLC0415  # when somebody edits

        self.run_worker(open_workshop(self, path), exclusive=True, group="edit")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Ctrl+Z to whatever has its own undo."""
        if action == "suspend_process" and (
            hasattr(self.focused, "action_undo") or hasattr(self.screen, "action_undo")
        ):
            return False
        return super().check_action(action, parameters)

    def action_command_palette(self) -> None:
        """Show the commands by name."""
        from quiz.app.commands import Palette  # noqa: PLC0415  # when it is first opened

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    async def action_quit(self) -> None:
        """Quit, when the page in front has brought its round to safety."""
        page = next(page for page in reversed(self.screen_stack) if isinstance(page, Page))
        page.quit()

    def action_help_quit(self) -> None:
        """Say how to quit: Ctrl+C is for copying."""
        self.notify(_("Press Ctrl+Q to quit."), markup=False)
