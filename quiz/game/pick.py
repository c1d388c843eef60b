"""Which questions a round asks, in which order, with which options and how much time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.base.errors import NothingToDo, QuizError
from quiz.base.language import _
from quiz.base.vocabulary import CATEGORIES
from quiz.game.order import arrange, place

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from quiz.banks.models import Bank, Question, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as a round asks it."""

    bank: str
    """The name of its bank where the round draws on several; empty where there is one."""
    question: Question
    options: tuple[str, ...]
    """The answer and the distractors, in the order in which they are shown."""
    limit: int
    """Seconds to answer; 0 where there is no clock."""
    sources: tuple[Source, ...] = ()
    """Of its bank."""
    language: str = ""
    """Of its bank; dates and amounts are read by it."""

    def again(self, seed: int) -> Asked:
        """Return the question with its options in the order that another seed gives them."""
        return replace(self, options=arrange(self.question, self.language, seed))

    @property
    def key(self) -> int:
        """The position of the answer among the options, from 0."""
        return self.options.index(self.question.answer)

    @property
    def proofs(self) -> tuple[tuple[str, Source | None], ...]:
        """The quotes that prove the answer, each with the source it was taken from."""
        sources = {source.id: source for source in self.sources}
        return tuple((proof.quote, sources.get(proof.source)) for proof in self.question.evidence)


def assemble(
    banks: Sequence[tuple[str, Bank]],
    *,
    mode: str,
    count: int | None,
    seconds: int | None,
    category: str | None,
    seed: int,
    only: Mapping[tuple[str, str], int] | None = None,
) -> tuple[Asked, ...]:
    """Choose the questions of a round from `banks`, each given with its name.

    `count` is the largest number of questions (None: all there are); `seconds` overrides the time
    of every question (None or 0: the question's own, else its bank's); `category` leaves out every
    other one; `only`, where given, holds the (bank, question) that may be asked, each with its
    rank: lower ranks come first. Equal arguments give equal rounds, and a smaller `count` gives the
    beginning of the longer round. Raises NothingToDo where nothing is left to ask.
    """
    if category is not None and category not in CATEGORIES:
        raise QuizError(
            _("There is no category “{category}”. The categories are: {all}.").format(
                category=category, all=", ".join(CATEGORIES)
            )
        )
    if count is not None and count < 1:
        raise QuizError(_("A round needs at least one question."))
    playable = [(name, bank, question) for name, bank in banks for question in bank.playable()]
    wanted = [
        (name, bank, question)
        for name, bank, question in playable
        if (category is None or question.category == category)
        and (only is None or (name, question.id) in only)
    ]
    if not wanted:
        categories = {question.category for _name, _bank, question in playable}
        raise NothingToDo(_nothing(mode, category, categories, chosen=only is not None))
    ranks = only or {}
    wanted.sort(key=lambda one: (ranks.get((one[0], one[2].id), 0), place(seed, one[0], one[2].id)))
    return tuple(
        Asked(
            bank=name if len(banks) > 1 else "",
            question=question,
            options=arrange(question, bank.language, seed),
            limit=0 if mode == "relaxed" else seconds or question.seconds or bank.seconds,
            sources=bank.sources,
            language=bank.language,
        )
        for name, bank, question in wanted[:count]
    )


def _nothing(mode: str, category: str | None, playable: Collection[str], *, chosen: bool) -> str:
    """Say why there is nothing to ask, and what to do instead."""
    if not playable:
        return _("There is no question to ask: the bank is empty or all its questions are retired.")
    if mode == "mistakes":
        return _(
            "There are no mistakes to go over here: what is answered wrong waits in this mode "
            "until it was right twice running."
        )
    if mode == "review":
        return _("There is nothing to review here: what is played comes back when it is due.")
    if chosen:
        return _("None of these questions can be asked any more.")
    return _("There is no question in the category “{category}”. There are: {all}.").format(
        category=category, all=", ".join(name for name in CATEGORIES if name in playable)
    )
