"""The look back: all rounds, progress, what is known, what is missed, the days played."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from quiz.app import words
from quiz.app.again import play_again
from quiz.app.archive import or_tell
from quiz.app.bars import bar
from quiz.app.history_days import DaysSection
from quiz.app.history_delete import Deleting
from quiz.app.history_filter import choices
from quiz.app.history_found import Found, find, nothing
from quiz.app.history_mastery import MasterySection
from quiz.app.history_misses import MissesSection
from quiz.app.history_narrow import Narrowing
from quiz.app.history_progress import ProgressSection
from quiz.app.history_rounds import Rounds
from quiz.app.history_section import Section
from quiz.app.keys import Key
from quiz.app.order import Order
from quiz.app.parted import PartedPage, Sections
from quiz.base.errors import QuizError
from quiz.base.language import _, ngettext
from quiz.scores.history.values import Filter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class HistoryPage(PartedPage, Narrowing, Deleting):
    """Looks back, in parts that share one filter."""

    CSS_PATH = "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "again", "Again", show=False),
        Binding("d", "delete", "Delete", show=False),
        Binding("D", "delete_player", "Delete a player", show=False),
        Binding("u,ctrl+z", "undo", "Undo", show=False),
    ]

    def __init__(self) -> None:
        """Begin with everything; a shared file begins with its player."""
        super().__init__()
        self._found: Found | None = None
        self._wanted = self._done = 0

    def content(self) -> ComposeResult:
        """Names of the parts, filter, and the part that is shown."""
        with Container(id="sheet"):
            yield Sections(self.names())
            yield Order()
            yield Static(id="empty")
            yield Container(id="parts")

    def names(self) -> Sequence[str]:
        """Return the names of the parts."""
        return [name for name, _kind in parts()]

    def on_mount(self) -> None:
        """Read the first part."""
        self.show_part()

    @property
    def section(self) -> Section | None:
        """The part on the screen."""
        kind = parts()[self.part][1]
        return next(iter(self.query(kind)), None)

    @property
    def settled(self) -> bool:
        """Whether all that was asked for is on the screen."""
        return self._found is not None and self._done == self._wanted

    def show_part(self) -> None:
        """Read the part on the screen, and show it."""
        self._wanted += 1
        self._read()

    @work(exclusive=True, group="look")
    async def _read(self) -> None:
        wanted = self._wanted
        if self.standing:
            await self._read_part(await self._mounted())
        self._done = wanted

    async def _read_part(self, section: Section) -> None:
        try:
            with self.patience():
                found = await self.game.archive.ask(
                    lambda index: find(
                        index, self.which, self.game.settings.player, section, self.today
                    )
                )
        except QuizError as error:
            if self.standing:
                self._show_empty(str(error))
            return
        if not self.standing:
            return
        self._found, self.which, self.known = found, found.look.which, found.known
        self._show(section, found)

    async def _mounted(self) -> Section:
        """Return the part on the screen, made when first needed; the others are hidden."""
        shown = self.section
        if shown is None:
            shown = parts()[self.part][1]()
            shown.display = False
            await self.query_one("#parts").mount(shown)
        return shown

    def tell_progress(self) -> None:
        """Draw how much of the score file is read."""
        share = self.game.archive.share
        if not self.standing:
            return
        if self._found is None or share < 1:
            full, rest = bar(share, 30)
            told = Content.assemble(
                _("Reading your history …"), "\n\n", (full, "$signal"), (rest, "$rule")
            )
            self._show_empty(told)

    def _show_empty(self, told: str | Content) -> None:
        self.query_one("#empty", Static).update(Content(told) if isinstance(told, str) else told)
        self.query_one("#empty").display = True
        self.query_one("#parts").display = False

    def _show(self, section: Section, found: Found) -> None:
        for each in self.query(Section):
            each.display = each is section
        sums = found.sums
        told = ngettext("{n} round", "{n} rounds", sums.rounds).format(n=words.number(sums.rounds))
        if sums.accuracy is not None:
            right = _("{n}% right").format(n=round(100 * sums.accuracy))
            told = f"{told} · {right}"
        self.query_one(Sections).show(self.part, Content.styled(told, "$faint"))
        self.query_one(Order).show(choices(found.look.which, found.look.today), "")
        self.query_one(Order).display = bool(found.everything)
        if not sums.rounds:
            self._show_empty(nothing(found))
        else:
            self.query_one("#empty").display = False
            self.query_one("#parts").display = True
            section.show(found.shown, found.look)
            section.look = found.look
        self.show_keys()

    def on_screen_resume(self) -> None:
        """Take in what has come or gone meanwhile."""
        if self._found is not None:
            self.show_part()

    # The parts

    def _ready(self) -> Section | None:
        """Return the part on the screen where it shows something."""
        section = self.section
        shown = section is not None and section.look is not None
        return section if shown and self.query_one("#parts").display else None

    def action_move(self, down: int, right: int) -> None:
        """Move the cursor."""
        if section := self._ready():
            section.move(down, right)

    def action_leaf(self, by: int) -> None:
        """Move the cursor by windows."""
        if section := self._ready():
            section.leaf(by)

    def action_enter(self) -> None:
        """Open what is under the cursor."""
        if section := self._ready():
            section.enter()

    def action_again(self) -> None:
        """Play just these questions."""
        if section := self._ready():
            self._again(section)

    @work(exclusive=True, group="again")
    async def _again(self, section: Section) -> None:
        pairs = await or_tell(self.game, self.game.archive.ask(section.again))
        if pairs:
            await play_again(self.game, pairs)
        elif pairs is not None:
            self.notify(_("There is nothing here to play again."), markup=False)

    def on_section_narrowed(self, message: Section.Narrowed) -> None:
        """List the rounds of some days."""
        self.part = 0
        self.narrow(since=message.since, until=message.until)

    # Deleting

    def action_delete(self) -> None:
        """Delete the round under the cursor, after a question."""
        section = self._ready()
        if isinstance(section, Rounds) and (told := section.chosen):
            self.ask_to_delete_round(told, self.show_part)

    def action_delete_player(self) -> None:
        """Delete all rounds of the player that is looked at, after a question."""
        if self.which is None or self.which.player is None:
            self.notify(_("First choose the player with p."), markup=False)
            return
        self._ask_about(self.which.player)

    @work(exclusive=True, group="again")
    async def _ask_about(self, player: str) -> None:
        from quiz.scores.history.progress import total  # noqa: PLC0415  # after the first frame

        asked = self.game.archive.ask(lambda index: total(index, Filter(player=player)))
        sums = await or_tell(self.game, asked)
        if sums is not None and sums.rounds:
            self.ask_to_delete_player(player, sums.rounds, self.show_part)

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        self._undo()

    @work(exclusive=True, group="undo")
    async def _undo(self) -> None:
        if await self.bring_back():
            self.show_part()

    # Words

    def keys(self) -> tuple[Key, ...]:
        """Return the keys that do something now."""
        section = self._ready() if self._found else None
        anything = bool(self._found and self._found.everything)
        return (
            *(section.keys() if section else ()),
            *((Key("x", _("Show all"), _("Show everything again"), "clear"),)
              if self.narrowed else ()),
            *((Key("u", _("Undo"), _("Bring back what was deleted last (also Ctrl+Z)"), "undo"),)
              if self.game.archive.deleted else ()),
            Key("Esc", _("Back"), _("Back to the banks"), "back"),
            *(
                (
                    Key(f"1–{len(parts())}", _("Parts"), _("Show a part (also Tab)")),
                    Key("p", "", _("Whose rounds"), "player"),
                    Key("b", "", _("Which bank"), "bank"),
                    Key("m", "", _("Which mode"), "mode"),
                    Key("s", "", _("Which days"), "span"),
                    Key("D", "", _("Delete all rounds of the player"), "delete_player"),
                )
                if anything
                else ()
            ),
            Key("q", "", _("Quit (also Ctrl+Q)"), "quit"),
            Key("?", _("Help"), _("This help"), "help"),
        )  # fmt: skip

    def advice(self) -> str:
        """Say what there is to see."""
        return _(
            "Every round ever played, from the score file. What you choose with p, b, m and s "
            "holds for all parts. ⋯ marks a round that was left before its end. What is deleted is "
            "marked and no longer counts; u brings it back."
        )


def parts() -> tuple[tuple[str, type[Section]], ...]:
    """Return the parts by name."""
    return (
        (_("Rounds"), Rounds),
        (_("Progress"), ProgressSection),
        (_("Known"), MasterySection),
        (_("Missed"), MissesSection),
        (_("Days"), DaysSection),
    )
