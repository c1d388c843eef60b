"""What a bank asks already, so that a later article is not asked the same again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.base.text import one_line
from quiz.generate.rank import Ranked, repeats
from quiz.languages.protocol import Draft, Fact

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.banks.models import Bank, Question


class Before:
    """The questions of a bank, by the rule by which two drafts of one bank repeat each other.

    A question that was retired has been asked: whoever retired it does not want it again.
    """

    def __init__(self, bank: Bank | None, lemmas: Callable[[str], tuple[str, ...]]) -> None:
        """Look at the questions of `bank`; `lemmas` gives the dictionary forms of a text."""
        self._lemmas = lemmas
        questions = bank.questions if bank else ()
        self._prompts = {q.prompt for q in questions}
        self._answers: dict[str, list[Ranked]] = {}
        self._gaps: list[Ranked] = []
        for ranked in (self._ranked(_draft(q)) for q in questions):
            self._answers.setdefault(ranked.draft.answer.casefold(), []).append(ranked)
            if ranked.draft.gap:
                self._gaps.append(ranked)
        self._quotes = {one_line(e.quote) for q in questions for e in q.evidence}

    def asks(self, draft: Draft) -> bool:
        """Whether the bank asks this, or nearly this, or of the very same sentence.

        Of a sentence that two papers have from one agency, all that it bears was asked with the
        first.
        """
        if draft.prompt in self._prompts:
            return True
        if any(one_line(quote) in self._quotes for quote in draft.quotes):
            return True
        near = self._answers.get(draft.answer.casefold(), [])
        near = [*near, *self._gaps] if draft.gap else near
        if not near:
            return False
        new = self._ranked(draft)
        return any(repeats(new, old) for old in near)

    def _ranked(self, draft: Draft) -> Ranked:
        words = self._lemmas(draft.prompt)
        return Ranked(draft, 0, 0.0, words, self._lemmas(draft.answer), ())


def _draft(question: Question) -> Draft:
    nothing = Fact("", "", 0, 0, "", "", 0, (0, 0))
    return Draft(
        question.prompt, question.answer, question.distractors, question.category, "", (), 0,
        nothing, 0.0, "", gap="___" in question.prompt,
    )  # fmt: skip
