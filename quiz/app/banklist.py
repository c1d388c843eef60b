"""The list of banks on the home screen, with a cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quiz.app import words
from quiz.app.lines import ends, pointer
from quiz.base.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from textual import events

    from quiz.banks.find import Found
    from quiz.scores.history.values import Standing

LINES = 3
"""A bank's lines: title, result, and the space below."""


class BankList(Widget):
    """Banks to choose from; the first that can be played is chosen from the start."""

    can_focus = False
    cursor = reactive(0)

    class Opened(Message):
        """The chosen bank was clicked once more."""

    def __init__(self) -> None:
        """Begin empty; `show` fills it."""
        super().__init__()
        self.banks: Sequence[Found] = ()
        self._standing: Callable[[str], Standing | None] = lambda _name: None

    @property
    def chosen(self) -> Found | None:
        """The bank under the cursor."""
        return self.banks[self.cursor] if self.banks else None

    def show(self, banks: Sequence[Found]) -> None:
        """List `banks`."""
        self.banks = banks
        self.cursor = next((at for at, bank in enumerate(banks) if not bank.problem), 0)
        self.refresh(layout=True)

    def choose(self, path: Path) -> None:
        """Move the cursor to the bank at `path`, where it is listed."""
        for at, bank in enumerate(self.banks):
            if bank.path == path:
                self.cursor = at
                self.call_after_refresh(self._follow)

    def show_results(self, standing: Callable[[str], Standing | None]) -> None:
        """Tell how each bank stands."""
        self._standing = standing
        self.refresh()

    def move(self, by: int) -> None:
        """Move the cursor, and keep it in sight."""
        if self.banks:
            self.cursor = min(max(self.cursor + by, 0), len(self.banks) - 1)
            self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        if self.parent is not None:
            region = Region(0, self.cursor * LINES, self.size.width, LINES)
            self.screen.query_one("#shelf").scroll_to_region(region, animate=False)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the lines of all banks."""
        return max(1, len(self.banks) * LINES - 1)

    def render(self) -> Content:
        """Draw all banks."""
        width = self.content_size.width
        drawn = [
            self._drawn(bank, chosen=at == self.cursor, width=width)
            for at, bank in enumerate(self.banks)
        ]
        return Content("\n\n").join(drawn)

    def _drawn(self, bank: Found, *, chosen: bool, width: int) -> Content:
        title = Content.assemble(
            pointer(here=chosen), (bank.title or bank.name, "bold" if chosen else "")
        )
        if bank.problem:
            facts = Content.styled(f"{words.WRONG} {_('cannot be read')} ", "$wrong")
            below = Content.assemble("   ", (" ".join(bank.problem.split()), "$faint"))
            second = ends(below, Content(), width)
        else:
            language = words.language_name(bank.language)
            facts = Content.styled(f"{language} · {words.questions(bank.size)} ", "$faint")
            name = Content.assemble("   ", (bank.name, "$faint"))
            second = ends(name, self._result(bank.name), width)
        lines = (ends(title, facts, width), second)
        if not chosen:
            return Content("\n").join(lines)
        return Content("\n").join(
            line.truncate(width, pad=True).stylize("on $chosen") for line in lines
        )

    def _result(self, name: str) -> Content:
        standing = self._standing(name)
        if standing is None:
            return Content.styled(f"{_('not played yet')} ", "$faint")
        last = _("last {right} of {all}").format(right=standing.correct, all=standing.answered)
        best = _("best {points}").format(points=words.points(standing.best))
        return Content.assemble((f"{last} · ", "$faint"), (f"{best} ", "$ink"))

    def on_click(self, event: events.Click) -> None:
        """Choose the bank under the mouse; open it where it was chosen."""
        at = event.y // LINES
        if at >= len(self.banks) or event.y % LINES == LINES - 1:
            return
        if at == self.cursor:
            self.post_message(self.Opened())
        self.cursor = at
