"""The command palette: what the keys do, by name, wherever one is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from quiz.app import words
from quiz.app.banklist import BankList
from quiz.app.home import HomePage
from quiz.app.page import Page
from quiz.app.round import RoundPage
from quiz.base.language import _
from quiz.base.names import mode_name
from quiz.base.vocabulary import LANGUAGES, MODES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quiz.app.app import NewsquizApp


class Palette(CommandPalette):
    """Textual's palette in the language of the interface."""

    def __init__(self) -> None:
        """Begin with nothing typed."""
        super().__init__(placeholder=_("Search for a command …"), id="--command-palette")


class Commands(Provider):
    """Our commands in place of Textual's: names are content, as a bank's title may be anything."""

    async def discover(self) -> Hits:
        """List all commands."""
        for name, told, command in self._commands():
            yield DiscoveryHit(Content(name), command, text=name, help=told)

    async def search(self, query: str) -> Hits:
        """List the commands that match."""
        matcher = self.matcher(query)
        for name, told, command in self._commands():
            score, offsets = matcher.fuzzy_search.match(query, name)
            if score > 0:
                shown = Content(name)
                for offset in offsets:
                    if not name[offset].isspace():
                        shown = shown.stylize(matcher.match_style, offset, offset + 1)
                yield Hit(score, shown, command, text=name, help=told)

    def _commands(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        game = cast("NewsquizApp", self.app)
        if isinstance(self.screen, HomePage):
            for bank in self.screen.query_one(BankList).banks:
                if not bank.problem:
                    told = f"{words.language_name(bank.language)}, {words.questions(bank.size)}"
                    name = _("Play: {bank}").format(bank=bank.title)
                    yield name, told, partial(game.play, (bank.path,))
            for bank in self.screen.query_one(BankList).banks:
                name = _("Edit: {bank}").format(bank=bank.title or bank.name)
                yield name, _("Its questions, in the workshop"), partial(game.edit, bank.path)
            told = _("From an article, or empty")
            yield _("New bank"), told, self.screen.action_article
            for language in ("", *LANGUAGES):
                name = _("Language: {language}").format(language=words.own_name(language))
                yield name, _("Of the interface"), partial(game.remember, language=language)
        for mode in MODES:
            name = _("Mode: {mode}").format(mode=mode_name(mode))
            yield name, words.mode_told(mode), partial(game.remember, mode=mode)
        for theme in ("dark", "light"):
            name = _("Theme: {theme}").format(theme=words.theme_name(theme))
            yield name, _("Change the colours"), partial(game.remember, theme=theme)
        if not isinstance(self.screen, RoundPage):
            yield _("History"), _("Look back on every round"), game.look_back
            yield _("Class"), _("Grades and questions of a class"), game.look_at_class
        path = str(game.launch.scores_path)
        yield _("Scores"), _("Where they are saved"), partial(_tell_scores, game, path)
        if isinstance(self.screen, Page):
            yield _("Help"), _("All keys of this screen"), self.screen.action_help
            yield _("Quit"), _("A running round is saved first"), self.screen.quit


def _tell_scores(game: NewsquizApp, path: str) -> None:
    from quiz.app.sheets import Tell  # noqa: PLC0415  # parsed when first needed

    game.push_screen(Tell(_("Your scores are saved in"), path))
