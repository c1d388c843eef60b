"""The questions of a review, in order, and where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.base.fold import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from quiz.banks.desk import Desk
    from quiz.banks.models import Question


class Queue:
    """Goes through what was a draft when the review began; deleted questions are passed over."""

    def __init__(self, desk: Desk, begin: str = "") -> None:
        """Line up the drafts on `desk`; begin with the id `begin`, or the first."""
        self._desk = desk
        drafts = [one.id for one in desk.bank.questions if one.status == "draft"]
        self._names = drafts
        self._here = begin if begin in drafts else next(iter(drafts), "")
        self._others: dict[str, list[str]] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the questions that are there."""
        present = self._desk.names()
        return tuple(name for name in self._names if name in present)

    @property
    def question(self) -> Question | None:
        """The question that is reviewed; None at the end."""
        if not self.left and self._at_end:
            return None
        return self._desk.question(self._here) if self._here in self._desk.names() else None

    @property
    def position(self) -> int:
        """The place of that question, from 0."""
        return self.names.index(self._here)

    @property
    def left(self) -> int:
        """How many are drafts still."""
        present = {one.id: one.status for one in self._desk.bank.questions}
        return sum(present.get(name) == "draft" for name in self._names)

    _at_end = False

    def go(self, by: int) -> None:
        """Go back or forward; there is nothing beyond the ends."""
        names = self.names
        if not names:
            return
        if self._here not in names or self.question is None:
            self._here = names[-1] if by < 0 else self._here
            self._at_end = by > 0
            return
        to = names.index(self._here) + by
        if to < 0:
            return
        if to < len(names):
            self._here = names[to]
        elif not self.left:
            self._at_end = True

    def go_on(self) -> None:
        """Go to the next draft, from the end back to the first; to the end where none is left."""
        status = {one.id: one.status for one in self._desk.bank.questions}
        at = self._names.index(self._here) if self._here in self._names else -1
        order = self._names[at + 1 :] + self._names[: at + 1]
        draft = next((name for name in order if status.get(name) == "draft"), None)
        self._at_end = draft is None
        self._here = draft or self._here

    def drop(self, name: str) -> None:
        """Go on after `name` was deleted; its place is kept, as it may come back."""
        self._here = name
        self.go_on()

    def rename(self, old: str, new: str) -> None:
        """Let `new` stand in the place of `old`."""
        if old != new:
            self._names[self._names.index(old)] = new
            self._others[new] = self._others.pop(old, [])
        self._here = new

    def visit(self, name: str) -> None:
        """Go to a question that an undo was about; it joins the queue where it has to."""
        if name not in self._desk.names():
            self.go_on()
            return
        if name not in self._names:
            gone = [one for one in self._names if one not in self._desk.names()]
            at = self._names.index(self._here) if self._here in self._names else 0
            if self._here in gone:
                self._names[at] = name
            else:
                self._names.insert(at, name)
        self._here, self._at_end = name, False

    def next_other(self, name: str, prompts: Sequence[str], taken: Collection[str]) -> str | None:
        """Return the next of `prompts` to ask in the place of `name`, round and round.

        `taken` are the folded prompts of the bank; None where each is asked already.
        """
        seen = self._others.setdefault(name, [])
        free = [prompt for prompt in prompts if fold(prompt) not in taken]
        if not free:
            return None
        new = next((prompt for prompt in free if prompt not in seen), None)
        if new is None:
            seen.clear()
            new = free[0]
        seen.append(new)
        return new
