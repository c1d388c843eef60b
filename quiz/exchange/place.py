"""How the options of a question stand in a foreign file: in what order, and if there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.exchange.languages import TRUE_FALSE
from quiz.exchange.protocol import Skipped
from quiz.game.order import arrange

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.banks.models import Question

_SEED = 0


def is_true_false(question: Question, language: str) -> bool:
    """Say whether the options of a question are the "true" and "false" of its language."""
    options = {question.answer, *question.distractors}
    return len(question.distractors) == 1 and options == set(TRUE_FALSE[language])


def placed(question: Question, language: str) -> tuple[str, ...]:
    """Return the options of a question as a foreign file lists them.

    "True" comes before "false". Elsewhere the answer stands where the game would show it, and the
    distractors keep their order around it, so that they come back as they were.
    """
    if is_true_false(question, language):
        return TRUE_FALSE[language]
    at = arrange(question, language, _SEED).index(question.answer)
    return (*question.distractors[:at], question.answer, *question.distractors[at:])


def in_columns(question: Question, language: str, columns: int) -> tuple[list[str], int]:
    """Return the options as so many columns hold them, and the number of the right one, from 1."""
    options = placed(question, language)
    return [*options, *[""] * (columns - len(options))], options.index(question.answer) + 1


def with_room(
    questions: Iterable[Question], most: int, program: str
) -> tuple[list[Question], list[Skipped]]:
    """Part the questions for whose options a program has room from those that stay behind."""
    fitting: list[Question] = []
    skipped: list[Skipped] = []
    for question in questions:
        many = 1 + len(question.distractors)
        if many > most:
            reason = _("it has {n} options, and {program} holds {most}")
            told = reason.format(n=many, program=program, most=most)
            skipped.append(Skipped(0, question.id, told))
        else:
            fitting.append(question)
    return fitting, skipped
