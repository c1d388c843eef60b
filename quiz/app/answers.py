"""What a page that looks back on one round prints: its figures and its answers, to scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from quiz.app import words
from quiz.app.page import Page
from quiz.base.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.game.answer import Answer

Line = tuple[Content, Content]
"""A text with its lead."""

INDENT = Content(" " * 6)
"""The lead of what stands below a question."""


class Figure(Widget):
    """A number, and below it what it counts."""

    can_focus = False

    def __init__(self, value: str, name: str) -> None:
        """Print `value` above `name`."""
        super().__init__()
        self._value, self._word = value, name

    def render(self) -> Content:
        """Draw the two lines."""
        return Content.assemble((self._value, "bold"), "\n", (self._word, "$faint"))


class AnswersPage(Page):
    """A page with answers to scroll, in a container with the id `answers`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll(-1)", "Up", show=False),
        Binding("down,j", "scroll(1)", "Down", show=False),
        Binding("pageup", "scroll(-10)", "Up", show=False),
        Binding("pagedown,space", "scroll(10)", "Down", show=False),
        Binding("home", "scroll(-100000)", "First", show=False),
        Binding("end", "scroll(100000)", "Last", show=False),
        Binding("q", "quit", "Quit", show=False),
    ]

    def action_scroll(self, by: int) -> None:
        """Move through the answers."""
        self.query_one("#answers").scroll_relative(y=by, animate=False)


def figures(points: int, correct: int, answers: Sequence[Answer]) -> list[Figure]:
    """Return the figures that every round has."""
    count = len(answers)
    pace = sum(answer.seconds for answer in answers) / max(1, count)
    share = _("right, {n}%").format(n=round(100 * correct / max(1, count)))
    return [
        Figure(words.number(points), _("points")),
        Figure(_("{n} of {all}").format(n=correct, all=count), share),
        Figure(words.seconds(pace), _("an answer")),
    ]


def answered(number: int, answer: Answer) -> list[Line]:
    """Tell the question, what was chosen, and what was right."""
    mark = (words.RIGHT, "bold $right") if answer.correct else (words.WRONG, "bold $wrong")
    lead = Content.assemble(mark, (f" {number:>2}  ", "$faint"))
    lines = [(lead, Content.styled(answer.prompt, "bold"))]
    if not answer.correct:
        lines.append(_line(_("you"), answer.chosen or _("no answer in time"), "$wrong"))
    lines.append(_line(_("right"), answer.answer, "$right"))
    return lines


def _line(name: str, text: str, style: str) -> Line:
    return Content.assemble(INDENT, (f"{name}  ", "$faint")), Content.styled(text, style)
