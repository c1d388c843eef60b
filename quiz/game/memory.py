"""What a player remembers of a question: when it is due again, and whether a mistake is mended.

Spaced repetition is FSRS 6 with the default weights, a desired retention of 90 per cent and no
fuzzing (package `fsrs`; the algorithm: github.com/open-spaced-repetition/awesome-fsrs/wiki). A
right answer is Good, a wrong or late one is Again. An answer counts as given when its round began,
and answers count in the order in which they were saved: a clock that is set back shortens no
history. The state follows from the answers alone, each one folded into the state before it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fsrs import Scheduler

RUNNING = 2
"""How many right answers in a row mend a mistake, and make a question mastered."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)
# What a wrong clock can say: from the second day there is, to an interval (at most a hundred years)
# before the last.
_FIRST = -62_135_596_800 + 86_400
_LAST = 253_402_300_799 - 101 * 366 * 86_400


class Memory(NamedTuple):
    """What is known of one question and one player; times are whole seconds since 1970, UTC."""

    asked: int = 0
    wrong: int = 0
    run: int = 0
    """How many of the latest answers are right, in a row."""
    stability: float = 0.0
    """Days until the chance to know it falls to 90 per cent."""
    difficulty: float = 0.0
    """From 1 to 10."""
    state: int = 1
    """As FSRS numbers it: 1 learning, 2 review, 3 learning again."""
    step: int = 0
    """Among the steps of learning."""
    reviewed: int = 0
    due: int = 0

    @property
    def owed(self) -> bool:
        """Whether it is a mistake that has not been right twice running since."""
        return self.wrong > 0 and self.run < RUNNING

    @property
    def mastered(self) -> bool:
        """Whether the latest two answers, or more, are right."""
        return self.run >= RUNNING

    def after(self, at: int, *, correct: bool) -> Memory:
        """Return the memory after one more answer, given `at` seconds since 1970, UTC."""
        from fsrs import Card, Rating, State  # noqa: PLC0415  # questions that are due need none

        card = Card(card_id=1)
        if self.asked:
            card.state = State(self.state)
            card.step = None if card.state is State.Review else self.step
            card.stability, card.difficulty = self.stability, self.difficulty
            card.last_review = _moment(self.reviewed)
        moment = _moment(at)
        rating = Rating.Good if correct else Rating.Again
        card, _log = _scheduler().review_card(card, rating, moment)
        return Memory(
            asked=self.asked + 1,
            wrong=self.wrong + (not correct),
            run=self.run + 1 if correct else 0,
            stability=card.stability or 0.0,
            difficulty=card.difficulty or 0.0,
            state=card.state.value,
            step=card.step or 0,
            reviewed=round((moment - _EPOCH) / _SECOND),
            due=round((card.due - _EPOCH) / _SECOND),
        )


def _moment(seconds: int) -> datetime:
    return _EPOCH + timedelta(seconds=min(max(seconds, _FIRST), _LAST))


@cache
def _scheduler() -> Scheduler:
    from fsrs import Scheduler  # noqa: PLC0415

    return Scheduler(enable_fuzzing=False)
