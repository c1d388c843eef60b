"""A bank on the desk of who edits it: its questions by id, undo and redo, without a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from quiz.banks.edit import BankText
from quiz.banks.problems import Finding
from quiz.banks.read import examine, parse_bank
from quiz.banks.slug import fresh, slug
from quiz.base.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.banks.models import Bank, Question

MOST_STEPS = 1000
"""How many edits can be undone; a step holds one question, all others are shared."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A bank and the text that says it; an edit makes another one."""

    text: BankText
    bank: Bank

    @classmethod
    def of(cls, text: str, name: str) -> Draft:
        """Read a bank. Raises BankError, also where the bank is valid but cannot be edited."""
        bank = parse_bank(text, name)
        return cls(BankText.cut(text, name), bank)

    def at(self, name: str) -> int:
        """Return the position of the question with the id `name`. Raises KeyError."""
        for at, question in enumerate(self.bank.questions):
            if question.id == name:
                return at
        raise KeyError(name)

    def change(self, name: str, new: Question) -> Draft:
        """Put `new` in the place of the question `name`; it may have another id."""
        at = self.at(name)
        questions = self.bank.questions
        text = self.text.change(at, questions[at], new)
        return self._with(text, (*questions[:at], new, *questions[at + 1 :]))

    def insert(self, at: int, question: Question) -> Draft:
        """Put a question before the one at `at`, or at the end."""
        questions = self.bank.questions
        return self._with(
            self.text.insert(at, question), (*questions[:at], question, *questions[at:])
        )

    def remove(self, name: str) -> Draft:
        """Take a question out."""
        at = self.at(name)
        questions = self.bank.questions
        return self._with(self.text.remove(at), (*questions[:at], *questions[at + 1 :]))

    def move(self, name: str, to: int) -> Draft:
        """Let a question stand at the position `to`."""
        at = self.at(name)
        questions = list(self.bank.questions)
        questions.insert(to, questions.pop(at))
        return self._with(self.text.move(at, to), tuple(questions))

    def _with(self, text: BankText, questions: tuple[Question, ...]) -> Draft:
        return Draft(text, replace(self.bank, questions=questions))


class Step(NamedTuple):
    """An edit that can be taken back: the draft before it, and which question it was about."""

    before: Draft
    question: str


class Desk:
    """Edits one bank, step by step; nothing here touches a file."""

    def __init__(self, draft: Draft) -> None:
        """Begin with `draft` as it is in its file."""
        self.draft = draft
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._writing: object = None

    @property
    def bank(self) -> Bank:
        """The bank as edited."""
        return self.draft.bank

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._undone)

    def question(self, name: str) -> Question:
        """Return the question with an id. Raises KeyError."""
        return self.bank.questions[self.draft.at(name)]

    def change(self, name: str, new: Question, sitting: object = None) -> None:
        """Change a question; the changes of one `sitting` are undone together."""
        if self.question(name) == new:
            return
        draft = self.draft.change(name, new)
        if sitting is not None and sitting is self._writing:
            self.draft = draft
            self._undone.clear()
            return
        self._do(draft, new.id)
        self._writing = sitting

    def insert(self, at: int, question: Question, sitting: object = None) -> None:
        """Put a new question before the one at `at`, or at the end."""
        self._do(self.draft.insert(at, question), question.id)
        self._writing = sitting

    def duplicate(self, name: str) -> str:
        """Put a draft with the same text behind a question, and return its id."""
        old = self.question(name)
        copy = replace(old, id=fresh(old.id, self.names()), status="draft")
        self._do(self.draft.insert(self.draft.at(name) + 1, copy), copy.id)
        return copy.id

    def remove(self, name: str) -> None:
        """Take a question out."""
        self._do(self.draft.remove(name), name)

    def move(self, name: str, to: int) -> None:
        """Let a question stand at the position `to`, from 0."""
        if self.draft.at(name) != to:
            self._do(self.draft.move(name, to), name)

    def take(self, draft: Draft) -> None:
        """Go on with another draft of the whole bank."""
        self._do(draft, "")

    def undo(self) -> str | None:
        """Take the last step back; return the id of the question it was about.

        None where there is no step.
        """
        return self._step(self._done, self._undone)

    def redo(self) -> str | None:
        """Do again what was taken back last; return as `undo` does."""
        return self._step(self._undone, self._done)

    def names(self) -> set[str]:
        """Return the ids of all questions."""
        return {question.id for question in self.bank.questions}

    def fresh_id(self, prompt: str) -> str:
        """Return an id for a new question: readable, and no other question's."""
        return fresh(slug(prompt, "question"), self.names())

    def _do(self, draft: Draft, question: str) -> None:
        self._done.append(Step(self.draft, question))
        del self._done[:-MOST_STEPS]
        self._undone.clear()
        self._writing = None
        self.draft = draft

    def _step(self, source: list[Step], target: list[Step]) -> str | None:
        if not source:
            return None
        step = source.pop()
        target.append(Step(self.draft, step.question))
        others = set(map(id, self.draft.bank.questions))
        self.draft = step.before
        self._writing = None
        changed = (question.id for question in self.bank.questions if id(question) not in others)
        return next(changed, step.question)


def examine_question(
    table: Mapping[str, Any], bank: Bank, *, itself: str = ""
) -> tuple[Question | None, list[Finding]]:
    """Return the question that `table` holds, or what keeps it from standing in `bank`.

    `itself` is the id of the question that it replaces. The paths of the findings begin at the
    question: its field comes first.
    """
    needed = {
        "prompt": _("the question has no text yet"),
        "answer": _("the question has no answer yet"),
        "distractors": _("there is no wrong option yet"),
    }
    blank = [
        Finding((field,), told)
        for field, told in needed.items()
        if not "".join(table[field]).strip()
    ]
    taken = {question.id for question in bank.questions} - {itself}
    if table["id"] in taken:
        blank.append(Finding(("id",), _("another question has this id")))
    whole = {
        "format": 1,
        "title": "-",
        "language": bank.language,
        "sources": [{"id": source.id, "title": "-"} for source in bank.sources],
        "questions": [dict(table)],
    }
    found, findings = examine(whole)
    told = {finding.path[0] for finding in blank}
    rest = [
        finding._replace(path=finding.path[2:])
        for finding in findings
        if len(finding.path) > 2 and finding.path[2] not in told
    ]
    if found is None or blank:
        return None, blank + rest
    return found.questions[0], []
