"""What a command says on standard error while it reads articles."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from quiz.base.cells import cut
from quiz.base.language import _
from quiz.base.text import one_line

if TYPE_CHECKING:
    from quiz.base.errors import QuizError

WIDTH = 76


class Progress:
    """A line that says which of several articles is read, and lines that stay."""

    def __init__(self) -> None:
        """Show the line on a terminal only."""
        self._terminal = sys.stderr.isatty()
        self._line = False

    def step(self, number: int, count: int, name: str) -> None:
        """Say that the article `number` of `count` is read now; nothing is said of a single one."""
        if self._terminal and count > 1:
            told = cut(f"{number}/{count} {one_line(name)}", WIDTH)
            sys.stderr.write(f"\r{told}\033[K")
            sys.stderr.flush()
            self._line = True

    def failed(self, name: str, error: QuizError) -> None:
        """Say that an article is left out, and why."""
        why = str(error).removeprefix(f"{name}: ")
        self.say(_("Left out: {name}: {why}").format(name=name, why=why))

    def say(self, told: str) -> None:
        """Say something that stays."""
        self.done()
        sys.stderr.write(told + "\n")
        sys.stderr.flush()

    def done(self) -> None:
        """Take the line away."""
        if self._line:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
            self._line = False
