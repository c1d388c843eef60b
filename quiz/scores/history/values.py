"""What looking back finds, as values. Days are the players' own calendar days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from quiz.banks.models import Bank, Question
    from quiz.game.answer import Answer
    from quiz.scores.models import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which rounds are meant; None leaves a side open."""

    player: str | None = None
    bank: str | None = None
    """The name of a bank; a round over several belongs to each of them."""
    mode: str | None = None
    since: date | None = None
    """The first day."""
    until: date | None = None
    """The last day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A round as a list shows it."""

    id: str
    player: str
    bank: str
    """As the round was labelled: the names of several banks are joined by " + "."""
    mode: str
    started: datetime
    """Local time with its offset."""
    seconds: float
    outcome: Outcome
    correct: int
    answered: int
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page of rounds ends: the next one goes on after it."""

    started: int
    """Seconds since 1970, UTC."""
    number: int
    """Of the round, in the order of the score file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some rounds, the newest first."""

    rounds: tuple[Told, ...]
    total: int
    """How many rounds the filter fits in all."""
    last: Place | None
    """Where the next page goes on; None where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What some rounds add up to."""

    rounds: int = 0
    answered: int = 0
    correct: int = 0
    points: int = 0
    seconds: float = 0.0
    """Played time, of answers where the sum is of one bank of several, else of whole rounds."""

    @property
    def accuracy(self) -> float | None:
        """The share of right answers, from 0 to 1; None where nothing was answered."""
        return self.correct / self.answered if self.answered else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """A day, week or month that was played in."""

    first: date
    """Its first day: a week begins on Monday."""
    sums: Sums


@dataclass(frozen=True, slots=True, kw_only=True)
class Streak:
    """Days played without a gap, in days."""

    current: int = 0
    """Up to today, or up to yesterday while today is not over."""
    longest: int = 0
    played_today: bool = False
    days: int = 0
    """All days played on, with or without a gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mastery:
    """How far the questions of a category or a bank are known.

    A question counts once for each player who was asked it.
    """

    name: str
    questions: int
    """How many were asked."""
    mastered: int
    """Of these: right twice running, or more, at the latest."""
    mistakes: int
    """Of these: answered wrong, and not right twice running since."""
    answered: int
    correct: int

    @property
    def share(self) -> float:
        """The share of mastered questions, from 0 to 1."""
        return self.mastered / self.questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A question that was answered wrong, with the words it was last asked in."""

    bank: str
    question: str
    """Its id in the bank."""
    category: str
    prompt: str
    answer: str
    asked: int
    wrong: int
    mended: bool
    """It was right twice running since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When a question is due for review."""

    bank: str
    question: str
    when: datetime
    """In UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What is due for review, and what comes after it."""

    now: int = 0
    """How many questions are due."""
    next_when: datetime | None = None
    """When the next one is, in UTC; None where nothing else was ever answered."""
    next_count: int = 0
    """How many are due by the end of the local day of `next_when`, those due now left out."""
    later: int = 0
    """How many questions are due after now, in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A player's results on a bank; rounds without an answer do not count."""

    rounds: int
    correct: int
    """Right answers in the last round."""
    answered: int
    """All answers of the last round."""
    best: int
    """The most points of any round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """An answer of the past with its question as it is today."""

    answer: Answer
    bank: Bank | None
    """None where the bank is not there any more, or cannot be read."""
    question: Question | None
    """None where the bank does not hold it any more; it may be retired."""
