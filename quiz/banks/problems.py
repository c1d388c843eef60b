"""What is wrong with a bank, and where: everything at once, for the person who can put it right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.base.errors import QuizError
from quiz.base.files import reason
from quiz.base.language import _, ngettext
from quiz.base.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

Path = tuple[str | int, ...]
"""The way to a value from the top of a bank: keys and positions in arrays, from 0."""

SHOWN = 50
MOST = 1000
"""For how many problems a bank is looked through: nobody reads on."""

HINTS = 500
"""For how many problems the nearest known word is looked up, which takes time."""


class Problem(NamedTuple):
    """One thing to put right; lines and columns count from 1, columns in characters.

    Line 0 means the file as a whole.
    """

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """Say it as compilers do, so that editors can jump there."""
        where = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{where}: {self.message}"


class BankError(QuizError):
    """A bank cannot be used; `problems` says why, sorted by line, and is never empty.

    The text of the error shows the first `SHOWN` of them, one a line, and how many there are.
    """

    def __init__(self, problems: Sequence[Problem], *, more: bool = False) -> None:
        """Keep the problems; `more` says that the bank may have others, not looked for."""
        self.problems = tuple(problems)
        lines = [str(problem) for problem in self.problems[:SHOWN]]
        count = len(self.problems)
        if more and count > SHOWN:
            told = _("and more than {more} more problems")
            lines.append("… " + told.format(more=MOST - SHOWN))
        elif count > SHOWN:
            left = ngettext(
                "and {more} more problem ({count} in all)",
                "and {more} more problems ({count} in all)",
                count - SHOWN,
            )
            lines.append("… " + left.format(more=count - SHOWN, count=count))
        super().__init__("\n".join(lines))


class Finding(NamedTuple):
    """A problem before its line is known: it is at a path of the bank.

    `at_key` points to the key rather than to the value. `{line}` in the message stands for the
    line of the path `other`.
    """

    path: Path
    message: str
    at_key: bool = False
    other: Path | None = None


def shown(value: object) -> str:
    """Write a value from a bank into a message: one line, clean, at most 40 characters."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and value.bit_length() > 128:
        return _("a huge number")  # Python itself refuses to write some of them out
    text = one_line(str(value))
    text = text if len(text) <= 40 else text[:39] + "…"
    return f'"{text}"' if isinstance(value, str) else text


def unwritable(name: str, error: OSError) -> QuizError:
    """Make the error of a file that the system refuses to write."""
    message = _("{file} cannot be written: {reason}")
    return QuizError(message.format(file=one_line(name), reason=reason(error)))


def whole(name: str, message: str) -> BankError:
    """Make the error of a file that is wrong as a whole."""
    return BankError([Problem(one_line(name) or _("the bank"), 0, 0, message)])
