"""Editing a bank's text so that what was not changed keeps every byte: remarks, order, layout.

A text is cut into the questions, each from the remark right above its header to its last line, and
what lies between them. An edit replaces one piece or moves pieces about; nothing else is written
anew, so that an edit of one question among thousands costs one question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.banks.problems import BankError, Problem
from quiz.banks.rewrite import rewrite
from quiz.banks.syntax import Statement, line_end, line_start, statements
from quiz.banks.write import question_block
from quiz.base.language import _
from quiz.base.text import one_line

if TYPE_CHECKING:
    from quiz.banks.models import Question

_REMARK = re.compile(r"[ \t]*#[^\n]*(?:\n|\Z)")
_BLANK = re.compile(r"[ \t]*(?:\r?\n|\Z)")


@dataclass(frozen=True, slots=True)
class BankText:
    """The text of a bank in pieces: `between[0] + bodies[0] + between[1] + … + between[-1]`."""

    between: tuple[str, ...]
    """One more than there are questions; whatever is not part of one."""
    bodies: tuple[str, ...]
    """The questions: neither begins nor ends with a line end."""
    newline: str = "\n"
    """What ends the lines of the file."""

    @classmethod
    def cut(cls, text: str, name: str) -> BankText:
        """Cut the text of a valid bank; `name` is what problems call the file.

        Raises UnsuitedError where the questions are no tables that follow each other as a whole:
        such a bank is valid, but an edit of it could not keep its layout.
        """
        between, bodies, at = [], [], 0
        for start, end in _spans(text, name):
            between.append(text[at:start])
            bodies.append(text[start:end])
            at = end
        between.append(text[at:])
        first = text.find("\n")
        crlf = first > 0 and text[first - 1] == "\r"
        return cls(tuple(between), tuple(bodies), "\r\n" if crlf else "\n")

    @property
    def text(self) -> str:
        """The whole text."""
        parts = [part for pair in zip(self.between, self.bodies, strict=False) for part in pair]
        return "".join([*parts, self.between[-1]])

    def change(self, at: int, old: Question, new: Question) -> BankText:
        """Make the question at `at`, from 0, which is `old`, into `new`."""
        body = rewrite(self.bodies[at], old, new, self.newline)
        return replace(self, bodies=(*self.bodies[:at], body, *self.bodies[at + 1 :]))

    def insert(self, at: int, question: Question) -> BankText:
        """Put `question` before the one at `at`, or behind all of them."""
        body = question_block(question).removesuffix("\n").replace("\n", self.newline)
        between = list(self.between)
        if at < len(self.bodies):
            between.insert(at + 1, self.newline * 2)
        elif self.bodies:
            between.insert(at, self.newline * 2)
            between[-1] = between[-1] or self.newline
        else:
            before = between[0]
            if before and not before.endswith("\n"):
                before += self.newline
            between = [before + self.newline * bool(before), self.newline]
        bodies = (*self.bodies[:at], body, *self.bodies[at:])
        return replace(self, between=tuple(between), bodies=bodies)

    def remove(self, at: int) -> BankText:
        """Take the question at `at` out, with the empty lines below it."""
        before, after = self.between[at], self.between[at + 1]
        rest = after
        while rest and (blank := _BLANK.match(rest)):
            rest = rest[blank.end() :]
        if not rest and at + 1 == len(self.bodies):
            # It stood at the end: the file ends with one line end, as before.
            before = before.rstrip(" \t\r\n") + (self.newline if after else "")
        between = (*self.between[:at], before + rest, *self.between[at + 2 :])
        return replace(self, between=between, bodies=(*self.bodies[:at], *self.bodies[at + 1 :]))

    def move(self, at: int, to: int) -> BankText:
        """Let the question at `at` stand at `to`; what lies between questions stays there."""
        bodies = list(self.bodies)
        bodies.insert(to, bodies.pop(at))
        return replace(self, bodies=tuple(bodies))


def _spans(text: str, name: str) -> list[tuple[int, int]]:
    """Return where each question begins and ends."""
    spans: list[tuple[int, int]] = []
    begun, last, before = -1, 0, 0
    for statement in statements(text):
        if statement.kind == "pair":
            if begun < 0 and not spans and statement.key[0] == "questions":
                raise _unsuited(text, name, statement)
        elif statement.kind == "array" and statement.key == ("questions",):
            if begun >= 0:
                spans.append((begun, _end(text, last)))
            begun = _begin(text, statement.start, before)
        elif statement.key[0] == "questions":
            if begun < 0:
                raise _unsuited(text, name, statement)
        elif begun >= 0:
            spans.append((begun, _end(text, last)))
            begun = -1
        last = statement.end
        before = _next_line(text, last)
    if begun >= 0:
        spans.append((begun, _end(text, last)))
    return spans


class UnsuitedError(BankError):
    """A bank is valid, but laid out in a way that an edit could not keep."""


def _unsuited(text: str, name: str, statement: Statement) -> UnsuitedError:
    line = text.count("\n", 0, statement.start) + 1
    column = statement.start - text.rfind("\n", 0, statement.start)
    message = _(
        "the bank can be played, but not edited here: its questions are no tables that each begin "
        "with a line [[questions]]"
    )
    return UnsuitedError([Problem(one_line(name), line, column, message)])


def _begin(text: str, header: int, before: int) -> int:
    """Return where a question begins: at the first of the remarks right above its header.

    None of them stands before the offset `before`.
    """
    start = line_start(text, header)
    while start > before:
        above = line_start(text, start - 1)
        if above < before or not _REMARK.match(text, above):
            break
        start = above
    return start


def _end(text: str, last: int) -> int:
    """Return where a question ends: remarks right below its last line are part of it.

    Unless they stand right above the next header, to which they then belong.
    """
    end = at = line_end(text, last)
    while line := _REMARK.match(text, _next_line(text, at)):
        if line.end() == line.start():
            break
        at = line_end(text, line.start())
    below = _next_line(text, at)
    if at == end or text[below : below + 80].lstrip(" \t").startswith("["):
        return end
    return at


def _next_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1
