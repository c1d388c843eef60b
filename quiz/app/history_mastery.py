"""What is known: for each category and each bank a bar of the questions that are mastered."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from textual.content import Content

from quiz.app import words
from quiz.app.bars import bar
from quiz.app.history_section import Look, Section
from quiz.app.keys import Key
from quiz.app.lines import pointer
from quiz.app.rowlist import RowList
from quiz.base.language import _

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual.app import ComposeResult

    from quiz.scores.history.values import Mastery
    from quiz.scores.index.index import ScoreIndex


class Bar(NamedTuple):
    """A line of the list: the name of a kind, or one of its bars."""

    kind: str
    """One of: category, bank."""
    mastery: Mastery | None = None


def line(each: Bar, width: int, *, here: bool) -> Content:
    """Draw a bar with its name and its figures, or the name of a kind."""
    if each.mastery is None:
        title = _("By category") if each.kind == "category" else _("By bank")
        return Content.styled(title, "bold")
    one = each.mastery
    name = words.category_name(one.name) if each.kind == "category" else one.name or "–"
    room = max(14, min(30, width // 4))
    label = Content.styled(name, "bold" if here else "").truncate(room, ellipsis=True, pad=True)
    figures = _("{n} of {all} mastered").format(n=one.mastered, all=one.questions)
    right = _("{n}% right").format(n=round(100 * one.correct / max(1, one.answered)))
    tail = f"  {figures:<22}" + (f"{right:>11}" if width >= 70 else "")
    full, rest = bar(one.share, width - room - 4 - len(tail))
    return Content.assemble(
        pointer(here=here), label, " ", (full, "$signal"), (rest, "$rule"), (tail, "$faint")
    )


class Bars(RowList):
    """The bars."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.rows: Sequence[Bar] = ()

    def show(self, rows: Sequence[Bar]) -> None:
        """List other bars."""
        same = [each.kind for each in rows] == [each.kind for each in self.rows]
        self.rows = rows
        self.resize(len(rows), self.cursor if same else 1)

    @property
    def chosen(self) -> Bar | None:
        """The bar under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def move(self, by: int) -> None:
        """Move the cursor from bar to bar."""
        super().move(by)
        if self.rows and self.rows[self.cursor].mastery is None:
            super().move(1 if by > 0 or self.cursor == 0 else -1)

    def drawn(self, at: int, width: int, *, here: bool) -> Sequence[Content]:
        """Return the line of a bar."""
        return [line(self.rows[at], width, here=here)]


class MasterySection(Section):
    """The bars."""

    def compose(self) -> ComposeResult:
        """Make the list."""
        yield Bars()

    def read(self, index: ScoreIndex, look: Look) -> object:
        """Read what is mastered."""
        from quiz.scores.history.questions import mastery  # noqa: PLC0415  # a validator

        rows = [Bar("category")]
        rows += [Bar("category", each) for each in mastery(index, look.which, by="category")]
        rows.append(Bar("bank"))
        rows += [Bar("bank", each) for each in mastery(index, look.which, by="bank")]
        return rows

    def show(self, found: object, look: Look) -> None:  # noqa: ARG002  # the bars are enough
        """List the bars."""
        self.query_one(Bars).show(cast("Sequence[Bar]", found))

    def move(self, down: int, right: int) -> None:  # noqa: ARG002  # a list has one direction
        """Move the cursor."""
        self.query_one(Bars).move(down)

    def leaf(self, by: int) -> None:
        """Move the cursor by windows."""
        listed = self.query_one(Bars)
        listed.move(by * listed.page)

    def again(self, index: ScoreIndex) -> Collection[tuple[str, str]]:
        """Return what is not mastered yet under the cursor."""
        from quiz.scores.history.again import unmastered  # noqa: PLC0415  # after the first frame

        chosen = self.query_one(Bars).chosen
        if self.look is None or chosen is None or chosen.mastery is None:
            return ()
        which, name = self.look.which, chosen.mastery.name
        if chosen.kind == "bank":
            return unmastered(index, which.player, bank=name)
        return unmastered(index, which.player, bank=which.bank, category=name)

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of the bars."""
        return (
            Key("↑↓", _("Choose"), _("Choose a category or a bank")),
            Key("a", _("Play the rest"), _("Play what is not right twice running yet"), "again"),
        )
