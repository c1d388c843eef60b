"""The look back: all rounds, progress, what is known, what is missed, the days played."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from quiz.app import words
from quiz.app.again import play_again
from quiz.app.bars import bar
from quiz.app.history_days import DaysSection
from quiz.app.history_delete import Deleting
from quiz.app.history_filter import (
    SPANS,
    Known,
    bank_name,
    choices,
    days_of,
    days_told,
    is_open,
    mode_name,
    player_name,
    within,
)
from quiz.app.history_mastery import MasterySection
from quiz.app.history_misses import MissesSection
from quiz.app.history_progress import ProgressSection
from quiz.app.history_rounds import Rounds
from quiz.app.history_section import Look, Section
from quiz.app.keys import Key
from quiz.app.order import Order
from quiz.app.parted import PartedPage, Sections
from quiz.base.errors import QuizError
from quiz.base.language import _, ngettext
from quiz.scores.history.values import Filter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.app import ComposeResult

    from quiz.app.picksheet import Picked
    from quiz.scores.history.values import Sums
    from quiz.scores.index.index import ScoreIndex


class Found(NamedTuple):
    """What was read for the page."""

    known: Known
    problem: str
    """Why there is nothing though there is a file: "newer", "foreign" or nothing."""
    everything: int
    """All rounds there are."""
    sums: Sums
    """Of those that pass the filter."""
    shown: object
    """What the part on the screen shows."""


class HistoryPage(PartedPage, Deleting):
    """Looks back, in parts that share one filter."""

    CSS_PATH = "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "again", "Again", show=False),
        Binding("p", "player", "Player", show=False),
        Binding("b", "bank", "Bank", show=False),
        Binding("m", "mode", "Mode", show=False),
        Binding("s", "span", "Span", show=False),
        Binding("x", "clear", "Show all", show=False),
        Binding("d", "delete", "Delete", show=False),
        Binding("D", "delete_player", "Delete a player", show=False),
        Binding("u,ctrl+z", "undo", "Undo", show=False),
    ]

    def __init__(self) -> None:
        """Begin with everything; a shared file begins with its player."""
        super().__init__()
        self._which: Filter | None = None
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
    def _today(self) -> date:
        return self.game.now().date()

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
                which, found = await self.game.archive.ask(
                    lambda index: _find(
                        index, self._which, self.game.settings.player, section, self._today
                    )
                )
        except QuizError as error:
            if self.standing:
                self._show_empty(str(error))
            return
        if not self.standing:
            return
        self._which, self._found = which, found
        self._show(section)

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

    def _show(self, section: Section) -> None:
        found, which = self._found, self._which
        assert found is not None  # noqa: S101  # both were just read
        assert which is not None  # noqa: S101
        for each in self.query(Section):
            each.display = each is section
        sums = found.sums
        told = ngettext("{n} round", "{n} rounds", sums.rounds).format(n=words.number(sums.rounds))
        if sums.accuracy is not None:
            right = _("{n}% right").format(n=round(100 * sums.accuracy))
            told = f"{told} · {right}"
        self.query_one(Sections).show(self.part, Content.styled(told, "$faint"))
        self.query_one(Order).show(choices(which, self._today), "")
        self.query_one(Order).display = bool(found.everything)
        if not sums.rounds:
            self._show_empty(_nothing(found))
        else:
            self.query_one("#empty").display = False
            self.query_one("#parts").display = True
            look = Look(which, self._today, _shared(found.known, which))
            section.show(found.shown, look)
            section.look = look
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
        try:
            pairs = await self.game.archive.ask(section.again)
        except QuizError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        if pairs:
            await play_again(self.game, pairs)
        else:
            self.notify(_("There is nothing here to play again."), markup=False)

    # The filter

    async def on_order_clicked(self, message: Order.Clicked) -> None:
        """Do what the key would."""
        await self.run_action(message.action)

    def _narrow(self, **changes: object) -> None:
        if self._which is not None:
            self._which = replace(self._which, **changes)  # type: ignore[arg-type]
            self.show_part()

    def on_section_narrowed(self, message: Section.Narrowed) -> None:
        """List the rounds of some days."""
        self.part = 0
        self._narrow(since=message.since, until=message.until)

    def action_player(self) -> None:
        """Ask whose rounds."""
        if self._found and self._which:
            known = self._found.known.players
            offered = [(player_name(None), None), *((player_name(each), each) for each in known)]
            self._pick("player", _("Whose rounds?"), offered, self._which.player)

    def action_bank(self) -> None:
        """Ask for a bank."""
        if self._found and self._which:
            known = self._found.known.banks
            offered = [(bank_name(None), None), *((bank_name(each), each) for each in known)]
            self._pick("bank", _("Which bank?"), offered, self._which.bank)

    def action_mode(self) -> None:
        """Ask for a mode."""
        if self._found and self._which:
            known = self._found.known.modes
            offered = [(mode_name(None), None), *((mode_name(each), each) for each in known)]
            self._pick("mode", _("Which mode?"), offered, self._which.mode)

    def _pick(
        self, side: str, title: str, offered: Sequence[tuple[str, str | None]], chosen: str | None
    ) -> None:
        from quiz.app.picksheet import PickSheet  # noqa: PLC0415  # parsed when first needed

        def picked(one: Picked[str | None] | None) -> None:
            if one is not None:
                self._narrow(**{side: one.value})

        self.app.push_screen(PickSheet(title, offered, chosen), picked)

    def action_span(self) -> None:
        """Ask for a span of days."""
        if self._found is None or self._which is None:
            return
        from quiz.app.picksheet import PickSheet  # noqa: PLC0415  # parsed when first needed

        def picked(one: Picked[int | None] | None) -> None:
            if one is not None and self._which is not None:
                narrowed = within(self._which, one.value, self._today)
                self._narrow(since=narrowed.since, until=narrowed.until)

        offered = [(days_told(each), each) for each in (None, *SPANS)]
        chosen = days_of(self._which, self._today)
        self.app.push_screen(PickSheet(_("Which days?"), offered, chosen), picked)

    def action_clear(self) -> None:
        """Let everything pass."""
        if self._which is not None and not is_open(self._which):
            self._which = Filter()
            self.show_part()

    # Deleting

    def action_delete(self) -> None:
        """Delete the round under the cursor, after a question."""
        section = self._ready()
        if isinstance(section, Rounds) and (told := section.chosen):
            self.ask_to_delete_round(told, self.show_part)

    def action_delete_player(self) -> None:
        """Delete all rounds of the player that is looked at, after a question."""
        if self._which is None or self._which.player is None:
            self.notify(_("First choose the player with p."), markup=False)
            return
        self._ask_about(self._which.player)

    @work(exclusive=True, group="again")
    async def _ask_about(self, player: str) -> None:
        from quiz.scores.history.progress import total  # noqa: PLC0415  # after the first frame

        sums = await self.game.archive.ask(lambda index: total(index, Filter(player=player)))
        if sums.rounds:
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
        narrowed = self._which is not None and not is_open(self._which)
        return (
            *(section.keys() if section else ()),
            *((Key("x", _("Show all"), _("Show everything again"), "clear"),) if narrowed else ()),
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


def _shared(known: Known, which: Filter) -> bool:
    return which.player is None and len(known.players) > 1


def _find(
    index: ScoreIndex, which: Filter | None, player: str, section: Section, today: date
) -> tuple[Filter, Found]:
    from quiz.scores.history.progress import total  # noqa: PLC0415  # after the first frame
    from quiz.scores.history.rounds import banks, modes, players  # noqa: PLC0415

    known = Known(players(index), banks(index), modes(index))
    if which is None:
        shared = len(known.players) > 1 and player in known.players
        which = Filter(player=player if shared else None)
    look = Look(which, today, _shared(known, which))
    sums = total(index, which)
    shown = section.read(index, look) if sums.rounds else None
    return which, Found(known, index.problem, total(index).rounds, sums, shown)


def _nothing(found: Found) -> Content:
    """Say why there is nothing to see, and what to do."""
    if found.problem:
        told = {
            "newer": _("The score file is of a newer version of newsquiz. Update it to look back."),
            "foreign": _("What lies in the place of the score file is none. It is left alone."),
        }
        return Content(told[found.problem])
    if found.everything:
        return Content.assemble(
            (_("No round fits this choice."), "bold"),
            "\n\n",
            _("p, b, m and s change it; x shows everything again."),
        )
    return Content.assemble(
        (_("Nothing played yet."), "bold"),
        "\n\n",
        _(
            "Every round you finish is kept here: each question with what you chose and what was "
            "right, how your accuracy goes over time, what you know by category, and the days "
            "you played."
        ),
        "\n\n",
        _("Press Escape and then Enter for the first one."),
    )
