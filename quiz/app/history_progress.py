"""Progress: accuracy as a line and points as columns over time, with a cursor on the days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.widget import Widget

from quiz.app import chart, words
from quiz.app.history_section import Look, Section
from quiz.app.keys import Key
from quiz.app.timeline import Slot, labels, slots
from quiz.base import dates
from quiz.base.figures import short
from quiz.base.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual.app import ComposeResult

    from quiz.scores.history.values import Bucket
    from quiz.scores.index.index import ScoreIndex

SCALE = 8
"""Cells before a picture, where its scale stands."""
LOW = 18
"""Lines below which the two pictures stand side by side."""
SIDE = 100
"""Cells from which on they do so in a higher window too."""
TALL = 26
"""Lines from which on they stand above each other all the same, as wide as the window."""
GAP = 4


def told(slot: Slot, width: int) -> Content:
    """Say what was played in a slot, in one line: the points first give way, then the share."""
    days = dates.span(slot.first, slot.last)
    sums = slot.sums
    if not sums.rounds:
        return Content.assemble((days, "bold"), (f"  {_('nothing played')}", "$faint"))
    figures = [ngettext("{n} round", "{n} rounds", sums.rounds).format(n=words.number(sums.rounds))]
    if sums.accuracy is not None:
        figures.append(_("{n}% right").format(n=round(100 * sums.accuracy)))
    figures.append(words.points(sums.points))
    while True:
        line = Content.assemble((days, "bold"), f"  {' · '.join(figures)}")
        if line.cell_length <= width or len(figures) == 1:
            return line.truncate(width, ellipsis=True)
        figures.pop()


def accuracy(found: Sequence[Slot], step: int, height: int, cursor: int) -> list[Content]:
    """Draw the share of right answers."""
    drawn = chart.line([slot.sums.accuracy for slot in found], step, height)
    scale = {0: "100%", height // 2: "50%", height - 1: "0%"}
    return _framed(_("Right answers"), drawn, scale, found, step=step, cursor=cursor)


def points(found: Sequence[Slot], step: int, height: int, cursor: int) -> list[Content]:
    """Draw the points."""
    top = chart.ceiling(max(slot.sums.points for slot in found))
    drawn = chart.columns([slot.sums.points / top for slot in found], step, height)
    scale = {0: _short(top), height - 1: "0"}
    return _framed(_("Points"), drawn, scale, found, step=step, cursor=cursor)


def _framed(
    title: str,
    drawn: list[str],
    scale: dict[int, str],
    found: Sequence[Slot],
    *,
    step: int,
    cursor: int,
) -> list[Content]:
    """Set a picture between its title, its scale and the days below it."""
    width = len(found) * step
    lines = [Content.styled(title, "bold")]
    for number, line in enumerate(drawn):
        label = f"{scale.get(number, ''):>{SCALE - 2}}"
        edge = "┤" if number in scale else "│"
        lines.append(Content.assemble((label, "$faint"), (f" {edge}", "$rule"), (line, "$signal")))
    rest = "─" * max(0, width - cursor * step - 1)
    lines.append(
        Content.assemble(
            (" " * (SCALE - 1) + "└", "$rule"),
            ("─" * (cursor * step), "$rule"),
            ("▲", "bold $signal"),
            (rest, "$rule"),
        )
    )
    below = chart.spread(labels(found, step), max(width, 11))
    lines.append(Content.assemble(" " * SCALE, (below, "$faint")))
    return lines


def _short(value: int) -> str:
    """Write a round number in few cells."""
    if value >= 1_000_000:
        return _("{n} M").format(n=short(value / 1_000_000))
    if value >= 10_000:
        return _("{n} k").format(n=short(value / 1000))
    return words.number(value)


class Charts(Widget):
    """The two pictures; as many days in a slot as the window asks for."""

    can_focus = False

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._days: Sequence[Bucket] = ()
        self._from_end = 0

    def show(self, days: Sequence[Bucket]) -> None:
        """Draw other days, with the cursor on the last."""
        self._days, self._from_end = days, 0
        self.refresh()

    @property
    def _side(self) -> bool:
        """Whether the pictures stand side by side, for want of height or with width to spare."""
        size = self.content_size
        return size.height < LOW or (size.width >= SIDE and size.height < TALL)

    def _room(self) -> int:
        width = self.content_size.width
        return (width - GAP) // 2 - SCALE if self._side else width - SCALE

    @property
    def slots(self) -> list[Slot]:
        """What the pictures show."""
        return slots(self._days, self._room())

    @property
    def chosen(self) -> Slot:
        """The slot under the cursor."""
        found = self.slots
        return found[max(0, len(found) - 1 - self._from_end)]

    def move(self, by: int) -> None:
        """Move the cursor."""
        self._from_end = min(max(0, self._from_end - by), max(0, len(self.slots) - 1))
        self.refresh()

    def render(self) -> Content:
        """Draw the pictures."""
        found, size = self.slots, self.content_size
        if not found:
            return Content()
        side = self._side
        step = max(1, min(6, self._room() // len(found)))
        cursor = max(0, len(found) - 1 - self._from_end)
        room = size.height - 2
        height = max(3, min(16, room - 3 if side else (room - 7) // 2))
        left = accuracy(found, step, height, cursor)
        right = points(found, step, height, cursor)
        lines = [told(found[cursor], size.width), Content()]
        if side:
            half = (size.width - GAP) // 2
            lines += [
                Content.assemble(one.truncate(half, pad=True), " " * GAP, other)
                for one, other in zip(left, right, strict=True)
            ]
        else:
            lines += [*left, Content(), *right]
        return Content("\n").join(lines)


class ProgressSection(Section):
    """The pictures."""

    def compose(self) -> ComposeResult:
        """Make the pictures."""
        yield Charts()

    def read(self, index: ScoreIndex, look: Look) -> object:
        """Read the days."""
        from quiz.scores.history.progress import progress  # noqa: PLC0415  # after the first frame

        return progress(index, look.which, by="day")

    def show(self, found: object, look: Look) -> None:  # noqa: ARG002  # the days are enough
        """Draw the days."""
        self.query_one(Charts).show(cast("Sequence[Bucket]", found))

    def move(self, down: int, right: int) -> None:
        """Move the cursor through time."""
        self.query_one(Charts).move(right or down)

    def leaf(self, by: int) -> None:
        """Move the cursor by ten."""
        self.query_one(Charts).move(10 * by)

    def enter(self) -> None:
        """List the rounds under the cursor."""
        slot = self.query_one(Charts).chosen
        self.post_message(self.Narrowed(slot.first, slot.last))

    def again(self, index: ScoreIndex) -> Collection[tuple[str, str]]:
        """Return what was answered wrong under the cursor."""
        from quiz.scores.history.again import missed  # noqa: PLC0415  # after the first frame

        if self.look is None:
            return ()
        slot = self.query_one(Charts).chosen
        return missed(index, replace(self.look.which, since=slot.first, until=slot.last))

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of the pictures."""
        return (
            Key("←→", _("Choose"), _("Choose days")),
            Key("Enter", _("Rounds"), _("List the rounds of these days"), "enter"),
            Key("a", _("Mistakes again"), _("Play what was wrong on these days"), "again"),
        )
