"""The report on a class as values: what a table, a page or a screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

    from quiz.scores.report.formulas import Figure

Level = Literal["good", "fair", "poor", "unknown"]
"""What a verdict comes to: keep it, look at it, mend it, wait for more answers."""

By = Literal["bank", "round"]
"""What a column of the grade book is."""

Attempts = Literal["first", "best", "last"]
"""Which round on a bank is the grade."""

AnswersWanted = Literal["first", "last", "all"]
"""Which answers of a pupil to a question the item analysis is of."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a figure means, and what a teacher should do; sentences in the person's language."""

    level: Level
    text: str
    advice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Distractor:
    """A wrong option and who fell for it."""

    text: str
    count: int
    share: float
    """Of all who answered the question, from 0 to 1; who let the time run out is counted too."""
    functioning: bool | None
    """Chosen by 5 per cent at least; None where too few answered to tell."""
    discrimination: Figure
    """The correlation of choosing it with the score on the other questions: above 0, it draws
    those who know more."""
    in_bank: bool | None
    """Whether the bank still has it; None where the bank was not found."""

    @property
    def idle(self) -> bool:
        """Whether it is to be named as not functioning: an option no longer asked is not."""
        return self.functioning is False and self.in_bank is not False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question and its figures."""

    bank: str
    number: int
    """Its place in the report on its bank, from 1."""
    question: str
    """Its id."""
    category: str
    prompt: str
    answer: str
    answers: int
    right: int
    unanswered: int
    """How often the time ran out first; these count as wrong."""
    facility: Figure
    discrimination: Figure
    discriminative_efficiency: Figure
    median_seconds: Figure
    limit: int
    """The time there was, in seconds: the median; 0 where there was no clock."""
    distractors: tuple[Distractor, ...]
    all_options_known: bool
    """The bank was found, so that a distractor which nobody chose is listed too."""
    changed: bool
    """Its text or its key is not the same in all answers."""
    facility_verdict: Verdict
    discrimination_verdict: Verdict
    efficiency_verdict: Verdict
    distractors_verdict: Verdict
    time_verdict: Verdict
    verdict: Verdict
    """The most important of all that is to be said."""

    @property
    def verdicts(self) -> tuple[tuple[str, Verdict], ...]:
        """The verdict on each figure, with the figure's name as JSON has it."""
        return (
            ("facility", self.facility_verdict),
            ("discrimination", self.discrimination_verdict),
            ("discriminative_efficiency", self.efficiency_verdict),
            ("distractors", self.distractors_verdict),
            ("median_seconds", self.time_verdict),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BankAnalysis:
    """The questions of one bank, in the bank's order where it was found."""

    bank: str
    title: str
    """The bank's title, or empty where it was not found."""
    pupils: int
    """How many answered any of its questions."""
    answers: int
    items: tuple[Item, ...]
    alpha: Figure
    """Cronbach's alpha; for right and wrong the same as KR-20."""
    sem: Figure
    """The standard error of measurement, in right answers."""
    mean: float | None
    """The mean total, in right answers."""
    sd: float | None
    """The standard deviation of the totals."""
    questions_in_alpha: int
    verdict: Verdict
    """On alpha and its standard error."""
    scores: tuple[float, ...]
    """Each pupil's share of right answers, from 0 to 1, in the order of the pupils."""

    @property
    def name(self) -> str:
        """What people call it: the title, else the name of its file."""
        return self.title or self.bank or "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pupil:
    """A player of the class."""

    name: str
    """As shown: never empty."""
    spellings: tuple[str, ...]
    """How the name is written in the files, the most frequent first."""
    files: tuple[str, ...]
    """The names of the files that the rounds are from."""
    rounds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A pupil's attempt in a column of the grade book."""

    id: str
    """The round's."""
    correct: int
    answered: int
    points: int
    started: datetime
    finished: bool
    """False for a round that was quit or interrupted."""
    attempts: int
    """Among how many it was picked."""

    @property
    def percent(self) -> float | None:
        """Right answers in per cent of all that were given; None where none was."""
        return 100 * self.correct / self.answered if self.answered else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the grade book."""

    bank: str
    attempt: int | None
    """Which time each pupil played the bank, from 1; None for the one that was picked."""
    mean_percent: float | None
    median_percent: float | None
    pupils: int

    @property
    def name(self) -> str:
        """The head of the column."""
        return self.bank if self.attempt is None else f"{self.attempt}: {self.bank}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the grade book: a cell a column, None where the pupil has no such round."""

    pupil: Pupil
    cells: tuple[Cell | None, ...]
    correct: int
    answered: int
    points: int

    @property
    def percent(self) -> float | None:
        """Right answers in per cent over all the cells; None where none was given."""
        return 100 * self.correct / self.answered if self.answered else None


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeBook:
    """A row a pupil, a column a bank or a round."""

    by: By
    attempts: Attempts
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    left_out: int
    """Rounds of practice (modes mistakes and review), which are no grades."""

    @property
    def has_broken_off(self) -> bool:
        """Whether a round in it was quit or interrupted."""
        return any(cell and not cell.finished for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A score file that was read."""

    name: str
    rounds: int
    """Those that counted."""
    repeated: int
    """Those that another file, or this one, had held already."""
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All of it."""

    answers: AnswersWanted
    files: tuple[SourceFile, ...]
    notes: tuple[str, ...]
    """What a person should know: damage, names that look alike, banks that were not found."""
    similar_names: tuple[tuple[str, ...], ...]
    merged: bool
    """Names that look alike were taken for one."""
    pupils: tuple[Pupil, ...]
    rounds: int
    first: datetime | None
    last: datetime | None
    """When the earliest and the latest round began."""
    gradebook: GradeBook
    banks: tuple[BankAnalysis, ...]
