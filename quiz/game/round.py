"""A round as a pure state machine: every step takes the time and returns the next round.

Times are seconds of any monotonic clock. A step that does not fit the phase returns the round
itself, so that a key pressed twice, or a time-out and an answer that arrive together, do no harm:
the first decides. What happened never depends on how often `tick` is called.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

from quiz.game.answer import Answer
from quiz.game.scoring import FULL, bonus, points

if TYPE_CHECKING:
    from quiz.game.pick import Asked


class Phase(Enum):
    """What a round is waiting for."""

    READY = "ready"
    """The options to be shown: the clock has not started."""
    OPEN = "open"
    """An answer: the clock runs."""
    PAUSED = "paused"
    """The player to come back: the clock stands still and the question is hidden."""
    FEEDBACK = "feedback"
    """The player to have read whether the answer was right; never in an exam."""
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How the answers of a round are counted."""

    mode: str = "timed"
    """One of MODES."""
    speed: bool = True
    """A quick answer is worth more."""
    streak: bool = True
    """Right answers in a row earn a bonus."""

    def points(self, seconds: float, limit: int, streak: int) -> int:
        """Return the points of a right answer that is the last of `streak` in a row."""
        if self.mode == "relaxed":
            return FULL
        return points(seconds, limit, speed=self.speed) + (bonus(streak) if self.streak else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One sitting: the questions asked, how they are counted, and the answers so far."""

    asked: tuple[Asked, ...]
    rules: Rules
    answers: tuple[Answer, ...] = ()
    phase: Phase = Phase.READY
    spent: float = 0.0
    """Seconds on the current question up to `since`."""
    since: float = 0.0
    """When the clock was last set going."""

    @classmethod
    def begin(cls, asked: tuple[Asked, ...], rules: Rules) -> Round:
        """Return a round before its first question; without a question it is over at once."""
        return cls(asked=asked, rules=rules, phase=Phase.READY if asked else Phase.OVER)

    @property
    def number(self) -> int:
        """The number of the current question, from 1; of the last one answered when over."""
        waiting = self.phase in {Phase.READY, Phase.OPEN, Phase.PAUSED}
        return len(self.answers) + waiting

    @property
    def current(self) -> Asked | None:
        """The question being asked, or just answered; None when the round is over."""
        return None if self.phase is Phase.OVER else self.asked[self.number - 1]

    @property
    def points(self) -> int:
        """The points of all answers."""
        return sum(answer.points for answer in self.answers)

    @property
    def correct(self) -> int:
        """How many answers are right."""
        return sum(answer.correct for answer in self.answers)

    @property
    def streak(self) -> int:
        """How many of the latest answers are right in a row."""
        return sum(1 for _ in takewhile(lambda answer: answer.correct, reversed(self.answers)))

    @property
    def longest_streak(self) -> int:
        """How many answers were right in a row at best."""
        longest = run = 0
        for answer in self.answers:
            run = run + 1 if answer.correct else 0
            longest = max(longest, run)
        return longest

    @property
    def outcome(self) -> Literal["finished", "quit"] | None:
        """How the round ended; None while it has not."""
        if self.phase is not Phase.OVER:
            return None
        return "finished" if len(self.answers) == len(self.asked) else "quit"

    def elapsed(self, now: float) -> float:
        """Return the seconds spent on the current question, pauses left out."""
        return self.spent + (max(0.0, now - self.since) if self.phase is Phase.OPEN else 0.0)

    def remaining(self, now: float) -> float:
        """Return the seconds left for the current question: infinite where there is no clock."""
        if self.current is None:
            return 0.0
        limit = self.current.limit
        return max(0.0, limit - self.elapsed(now)) if limit else math.inf

    def show(self, now: float) -> Round:
        """Start the clock: the options are on the screen."""
        if self.phase is not Phase.READY:
            return self
        return replace(self, phase=Phase.OPEN, since=now)

    def tick(self, now: float) -> Round:
        """Record a time-out where the time is up."""
        if self.phase is not Phase.OPEN or self.remaining(now):
            return self
        return self._answered(None, now)

    def choose(self, position: int, now: float) -> Round:
        """Answer with the option at `position`, from 0; at the limit or later it is a time-out."""
        timely = self.tick(now)
        if timely is not self or self.phase is not Phase.OPEN:
            return timely
        options = self.asked[len(self.answers)].options
        return self._answered(options[position], now) if 0 <= position < len(options) else self

    def pause(self, now: float) -> Round:
        """Stop the clock and hide the question, unless the time is up."""
        timely = self.tick(now)
        if timely is not self or self.phase is not Phase.OPEN:
            return timely
        return replace(self, phase=Phase.PAUSED, spent=self.elapsed(now), since=now)

    def resume(self, now: float) -> Round:
        """Show the question again and let the clock go on."""
        return replace(self, phase=Phase.OPEN, since=now) if self.phase is Phase.PAUSED else self

    def advance(self) -> Round:
        """Go on from the feedback to the next question, or to the end."""
        if self.phase is not Phase.FEEDBACK:
            return self
        left = len(self.answers) < len(self.asked)
        return replace(self, phase=Phase.READY if left else Phase.OVER, spent=0.0)

    def leave(self, now: float) -> Round:
        """End the round here: its answers count, an open question whose time is left does not.

        The outcome is `quit`, or `finished` where nothing was left to answer.
        """
        timely = self.tick(now)
        return timely if timely.phase is Phase.OVER else replace(timely, phase=Phase.OVER)

    def _answered(self, chosen: str | None, now: float) -> Round:
        asked = self.asked[len(self.answers)]
        question = asked.question
        correct = chosen == question.answer
        seconds = float(asked.limit) if chosen is None else self.elapsed(now)
        answer = Answer(
            question=question.id,
            category=question.category,
            prompt=question.prompt,
            answer=question.answer,
            chosen=chosen or "",
            correct=correct,
            seconds=round(seconds, 2),
            limit=asked.limit,
            points=self.rules.points(seconds, asked.limit, self.streak + 1) if correct else 0,
            bank=asked.bank,
        )
        told = replace(self, answers=(*self.answers, answer), phase=Phase.FEEDBACK, spent=seconds)
        return told.advance() if self.rules.mode == "exam" else told
