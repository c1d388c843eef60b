"""Where the right answer stands among the options of a foreign file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.exchange.languages import TRUE_FALSE
from quiz.game.order import arrange

if TYPE_CHECKING:
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
