"""Classical test theory: what right and wrong answers say about questions and about a test.

Everything here is a pure function of marks, and gives a Figure: a number, or why there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil, fsum, isclose, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


class Lack(StrEnum):
    """Why there is no figure."""

    FEW = "too few answers"
    ALIKE = "everybody answered it alike"
    REST_ALIKE = "everybody did equally well on the other questions"
    ALONE = "there is no other question to compare with"
    TOTAL_ALIKE = "everybody has the same total"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, or why there is none: exactly one of the two is None."""

    value: float | None = None
    lack: Lack | None = None
    needed: int = 0
    """How many answers it takes, where there are too few."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who met which question and was right; rows are pupils, and not every pupil met every one.

    `met` and `right` hold an integer a question, whose bit `n` stands for row `n`.
    """

    rows: int
    met: tuple[int, ...]
    right: tuple[int, ...]

    @classmethod
    def of(cls, rows: int, columns: Iterable[Mapping[int, bool]]) -> Matrix:
        """Build it of a column a question: the mark of each row that met it."""
        listed = list(columns)
        return cls(
            rows,
            tuple(sum(1 << row for row in column) for column in listed),
            tuple(sum(1 << row for row, right in column.items() if right) for column in listed),
        )


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far a bank's total is to be trusted; all in right answers but `alpha`."""

    alpha: Figure
    sem: Figure
    """The standard error of measurement."""
    mean: float | None = None
    sd: float | None = None
    questions: int = 0
    """Of how many questions the figures are."""


def marks_and_rests(matrix: Matrix) -> Iterator[tuple[list[int], list[float], list[float]]]:
    """Give for each question the rows that met it and others too, their marks and rest scores.

    The rest score is the mean, over the other questions that the row met, of the mark less the
    question's facility. Where everyone met every question this is the number right on the others,
    but for a constant and a factor, so that correlations are those with the plain rest score. With
    gaps it is fair to who met the harder ones: it is the person effect of two-way imputation
    (Bernaards & Sijtsma 2000, "Influence of imputation and EM methods on factor analysis when item
    nonresponse in questionnaire data is nonignorable", Multivariate Behavioral Research 35,
    321-364). A question that only one row met says nothing of the row and is left out of it.
    """
    sums, counts = [0.0] * matrix.rows, [0] * matrix.rows
    residuals = list[dict[int, float]]()
    for met, right in zip(matrix.met, matrix.right, strict=True):
        size = met.bit_count()
        mean = right.bit_count() / size if size else 0.0
        column = {row: (right >> row & 1) - mean for row in _rows(met)}
        residuals.append(column)
        if size > 1:
            for row, residual in column.items():
                sums[row] += residual
                counts[row] += 1
    for column, right in zip(residuals, matrix.right, strict=True):
        own = len(column) > 1
        rows = [row for row in column if counts[row] - own > 0]
        rests = [(sums[row] - own * column[row]) / (counts[row] - own) for row in rows]
        yield rows, [float(right >> row & 1) for row in rows], rests


def discrimination(marks: Sequence[float], rests: Sequence[float]) -> Figure:
    """Return the item-rest correlation, from -1 to 1.

    Pearson's, between the mark on a question and the score on all the others, as Moodle's
    discrimination index (its question statistics calculator; there in per cent); first in Henrysson
    1963, "Correction of item-total correlations in item analysis", Psychometrika 28, 211-218.
    """
    if lack := _incomparable(marks, rests):
        return Figure(lack=lack)
    spread = sqrt(_covariance(marks, marks) * _covariance(rests, rests))
    return Figure(max(-1.0, min(1.0, _covariance(marks, rests) / spread)))


def discriminative_efficiency(marks: Sequence[float], rests: Sequence[float]) -> Figure:
    """Return what share of the discrimination that its facility allows a question has: at most 1.

    The covariance of marks and rest scores over the largest that the same numbers allow, which is
    that of both sorted, as Moodle's discriminative efficiency (its question statistics calculator;
    there in per cent).
    """
    if lack := _incomparable(marks, rests):
        return Figure(lack=lack)
    most = _covariance(sorted(marks), sorted(rests))
    return Figure(min(1.0, _covariance(marks, rests) / most))


def reliability(matrix: Matrix, fewest: int = 2) -> Reliability:
    """Return Cronbach's alpha, which for right and wrong is KR-20, and its standard error.

    alpha = k/(k-1) (1 - sum of the questions' variances / variance of the total), Cronbach 1951,
    "Coefficient alpha and the internal structure of tests", Psychometrika 16, 297-334; Kuder &
    Richardson 1937, "The theory of the estimation of test reliability", Psychometrika 2, 151-160,
    formula 20. The standard error of measurement is the total's standard deviation times
    sqrt(1 - alpha) (Lord & Novick 1968, "Statistical Theories of Mental Test Scores", 3.8). All
    variances are of a sample, over n - 1.

    The variance of the total is the sum of all covariances, each over the rows that met both
    questions (pairwise deletion, as `alpha` of the R package psych has it); for pairs that nobody
    or only one met, the mean covariance of the others stands in, as in matrix sampling. With every
    question met by everyone this is the formula above. Only questions with at least `fewest`
    answers take part, and a mean of at least `fewest` rows has to have met both of a pair.
    """
    chosen = [at for at, met in enumerate(matrix.met) if met.bit_count() >= max(2, fewest)]
    size = len(chosen)
    if len(matrix.met) < 2:
        return Reliability(Figure(lack=Lack.ALONE), Figure(lack=Lack.ALONE), questions=size)
    if size < 2 or _mean_overlap([matrix.met[at] for at in chosen], matrix.rows) < max(2, fewest):
        few = Figure(lack=Lack.FEW, needed=max(2, fewest))
        return Reliability(few, few, questions=size)
    columns = [(matrix.met[at], matrix.right[at]) for at in chosen]
    variances = fsum(_pair(column, column) or 0.0 for column in columns)
    pairs = [
        covariance
        for at, column in enumerate(columns)
        for other in columns[:at]
        if (covariance := _pair(column, other)) is not None
    ]
    mean = fsum(right.bit_count() / met.bit_count() for met, right in columns)
    total = variances + size * (size - 1) * fsum(pairs) / len(pairs)
    if total <= _NOTHING * max(1.0, variances):
        lack = Figure(lack=Lack.TOTAL_ALIKE)
        return Reliability(lack, lack, mean, 0.0, size)
    alpha = size / (size - 1) * (1 - variances / total)
    sd = sqrt(total)
    # With gaps the estimate can pass 1 by chance.
    alpha = min(1.0, alpha)
    return Reliability(Figure(alpha), Figure(sd * sqrt(1 - alpha)), mean, sd, size)


def questions_needed(size: int, alpha: float, wanted: float) -> int | None:
    """Return how many questions of the same kind would give the alpha that is wanted.

    The Spearman-Brown formula (Spearman 1910, Brown 1910, British Journal of Psychology 3); None
    where no number of them would.
    """
    if not 0 < alpha < 1:
        return None
    return ceil(size * wanted * (1 - alpha) / (alpha * (1 - wanted)))


_NOTHING = 1e-12  # what rounding leaves of a variance of nought


def _rows(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _incomparable(marks: Sequence[float], rests: Sequence[float]) -> Lack | None:
    """Return why marks and rest scores cannot be compared, if they cannot."""
    if not marks:
        return Lack.ALONE
    if _alike(marks):
        return Lack.ALIKE
    return Lack.REST_ALIKE if _alike(rests) else None


def _alike(values: Sequence[float]) -> bool:
    first = values[0]
    return all(isclose(value, first, rel_tol=0.0, abs_tol=_NOTHING) for value in values)


def _covariance(one: Sequence[float], other: Sequence[float]) -> float:
    mean, other_mean = fsum(one) / len(one), fsum(other) / len(other)
    products = ((a - mean) * (b - other_mean) for a, b in zip(one, other, strict=True))
    return fsum(products) / (len(one) - 1)


def _pair(one: tuple[int, int], other: tuple[int, int]) -> float | None:
    """Return the covariance of two questions over the rows that met both, if two rows did."""
    both = one[0] & other[0]
    size = both.bit_count()
    if size < 2:
        return None
    right, other_right = (one[1] & both).bit_count(), (other[1] & both).bit_count()
    together = (one[1] & other[1]).bit_count()
    return (size * together - right * other_right) / (size * (size - 1))


def _mean_overlap(columns: Sequence[int], rows: int) -> float:
    """Return the mean, over all pairs of questions, of how many rows met both."""
    counts = [0] * rows
    for met in columns:
        for row in _rows(met):
            counts[row] += 1
    pairs = sum(count * (count - 1) for count in counts)
    return pairs / (len(columns) * (len(columns) - 1))
