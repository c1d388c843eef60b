"""Every round in a table, the newest first; rows are read as they come into sight."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from quiz.app import columns, words
from quiz.app.archive import or_tell
from quiz.app.bars import bar
from quiz.app.columns import Column
from quiz.app.history_filter import player_name
from quiz.app.history_section import Look, Section
from quiz.app.keys import Key
from quiz.app.lines import pointer
from quiz.app.rowlist import RowList
from quiz.base import dates
from quiz.base.language import _
from quiz.base.names import mode_name

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from textual.app import ComposeResult

    from quiz.scores.history.values import Page, Told
    from quiz.scores.index.index import ScoreIndex

CHUNK = 100
"""Rounds that are read at a time."""
MARGIN = 3
"""Cells before the first column, where the cursor is marked."""
LEFT = "⋯"
"""Marks a round that was left before its end."""


def table(today: date, *, shared: bool) -> list[Column[Told]]:
    """Return the columns of the table; players are named where there are several."""

    def when(told: Told, _width: int) -> Content:
        return Content(dates.brief(told.started, today))

    listed: list[Column[Told]] = [
        Column(_("Date"), 12, when),
        Column(_("Player"), 12, _player, rank=3),
        Column(_("Bank"), 10, _bank, grows=True),
        Column(_("Mode"), 8, _mode, rank=4),
        Column("", 12, _bar, rank=6, grows=True),
        Column(_("Right"), 10, _result, right=True),
        Column(_("Points"), 7, _points, right=True, rank=2),
        Column(_("Time"), 7, _time, right=True, rank=5),
    ]
    return [each for each in listed if shared or each.cell is not _player]


def _player(told: Told, _width: int) -> Content:
    return Content(player_name(told.player))


def _bank(told: Told, _width: int) -> Content:
    return Content(told.bank or "–")


def _mode(told: Told, _width: int) -> Content:
    return Content.styled(mode_name(told.mode), "$faint")


def _bar(told: Told, width: int) -> Content:
    full, rest = bar(told.correct / told.answered if told.answered else 0, width)
    return Content.assemble((full, "$signal"), (rest, "$rule"))


def _result(told: Told, _width: int) -> Content:
    if not told.answered:
        return Content.styled(f"{LEFT} –", "$faint")
    mark = "" if told.outcome == "finished" else f"{LEFT} "
    result = _("{right} of {all}").format(right=told.correct, all=told.answered)
    return Content.assemble((mark, "$signal"), result)


def _points(told: Told, _width: int) -> Content:
    return Content.styled(words.number(told.points), "bold")


def _time(told: Told, _width: int) -> Content:
    return Content.styled(dates.length(told.seconds), "$faint")


class Heading(Widget):
    """The names of the columns."""

    can_focus = False

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.table: Sequence[Column[Told]] = ()

    def render(self) -> Content:
        """Draw the line."""
        room = self.content_size.width - MARGIN - 1
        fitting = columns.fit(self.table, room)
        return Content.assemble(" " * MARGIN, columns.heading(fitting))


class RoundList(RowList):
    """The rounds."""

    class Wanted(Message):
        """Rounds that are not there yet came into sight."""

        def __init__(self, chunk: int) -> None:
            """Carry the number of the chunk, from 0."""
            super().__init__()
            self.chunk = chunk

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.table: Sequence[Column[Told]] = ()
        self._chunks: dict[int, Sequence[Told] | None] = {}

    def begin(self, first: Sequence[Told], count: int, cursor: int) -> None:
        """Show `count` rounds, of which the `first` are there."""
        self._chunks = {0: first}
        self.resize(count, cursor)

    def add(self, chunk: int, rounds: Sequence[Told]) -> None:
        """Take in what was wanted."""
        self._chunks[chunk] = rounds
        self.refresh()

    def round_at(self, at: int) -> Told | None:
        """Return a round, or None where it is still to come; then it is asked for."""
        chunk, place = divmod(at, CHUNK)
        if chunk not in self._chunks:
            self._chunks[chunk] = None
            self.post_message(self.Wanted(chunk))
        rounds = self._chunks[chunk]
        return rounds[place] if rounds is not None and place < len(rounds) else None

    @property
    def chosen(self) -> Told | None:
        """The round under the cursor."""
        return self.round_at(self.cursor) if self.count else None

    def drawn(self, at: int, width: int, *, here: bool) -> Sequence[Content]:
        """Return the line of a round."""
        told = self.round_at(at)
        mark = pointer(here=here)
        if told is None:
            return [Content.assemble(mark, ("…", "$faint"))]
        fitting = columns.fit(self.table, width - MARGIN - 1)
        return [Content.assemble(mark, columns.row(fitting, told))]


class First(NamedTuple):
    """The first rounds that a filter lets pass."""

    page: Page


class Rounds(Section):
    """The table."""

    def compose(self) -> ComposeResult:
        """Make heading and list."""
        yield Heading()
        yield RoundList()

    def read(self, index: ScoreIndex, look: Look) -> First:
        """Read the first rounds."""
        from quiz.scores.history.rounds import rounds  # noqa: PLC0415  # after the first frame

        return First(rounds(index, look.which, limit=CHUNK))

    def show(self, found: object, look: Look) -> None:
        """List the rounds; where only one came or went the cursor stays."""
        page = cast("First", found).page
        listed, heading = self.query_one(RoundList), self.query_one(Heading)
        same = self.look is not None and self.look.which == look.which
        listed.table = heading.table = table(look.today, shared=look.shared)
        heading.refresh()
        listed.begin(page.rounds, page.total, listed.cursor if same else 0)

    async def on_round_list_wanted(self, message: RoundList.Wanted) -> None:
        """Read on."""
        self.run_worker(self._read_on(message.chunk))

    async def _read_on(self, chunk: int) -> None:
        from quiz.scores.history.rounds import rounds  # noqa: PLC0415  # after the first frame

        look = self.look
        if look is None:
            return
        work = partial(rounds, which=look.which, skip=chunk * CHUNK, limit=CHUNK)
        page = await or_tell(self.game, self.game.archive.ask(work))
        if page is not None and self.look is look:
            self.query_one(RoundList).add(chunk, page.rounds)

    def move(self, down: int, right: int) -> None:  # noqa: ARG002  # a list has one direction
        """Move the cursor."""
        self.query_one(RoundList).move(down)

    def leaf(self, by: int) -> None:
        """Move the cursor by windows."""
        listed = self.query_one(RoundList)
        listed.move(by * listed.page)

    @property
    def chosen(self) -> Told | None:
        """The round under the cursor."""
        return self.query_one(RoundList).chosen

    def enter(self) -> None:
        """Open the round under the cursor."""
        if (told := self.chosen) is not None:
            from quiz.app.history_round import PastRoundPage  # noqa: PLC0415  # when first needed

            self.app.push_screen(PastRoundPage(told.id))

    def on_row_list_opened(self) -> None:
        """Open what was clicked twice."""
        self.enter()

    def again(self, index: ScoreIndex) -> Collection[tuple[str, str]]:
        """Return the questions of the round under the cursor."""
        from quiz.scores.history.again import asked_in  # noqa: PLC0415  # after the first frame

        told = self.chosen
        played = index.played(told.id) if told else None
        return asked_in(played) if played else ()

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of the table."""
        return (
            Key("Enter", _("Open"), _("Open the round: every question of it"), "enter"),
            Key("↑↓", _("Choose"), _("Choose a round (also j and k)")),
            Key("a", _("Again"), _("Play just the questions of this round"), "again"),
            Key("d", _("Delete"), _("Delete this round"), "delete"),
        )
