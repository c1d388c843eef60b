"""The formulas of the item analysis against published figures and against their definitions."""

from __future__ import annotations

import math
import statistics
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.scores.report.formulas import (
    Figure,
    Lack,
    Matrix,
    discrimination,
    discriminative_efficiency,
    marks_and_rests,
    questions_needed,
    reliability,
)
from tests.scores.report.classes import LSAT_6, LSAT_7, WUENSCH, rows

if TYPE_CHECKING:
    from collections.abc import Sequence

Marks = list[list[bool]]


def matrix_of(rows_of_marks: Sequence[Sequence[bool | None]]) -> Matrix:
    columns = zip(*rows_of_marks, strict=True)
    return Matrix.of(
        len(rows_of_marks),
        ({row: mark for row, mark in enumerate(column) if mark is not None} for column in columns),
    )


def facilities(matrix: Matrix) -> list[float]:
    return [
        right.bit_count() / met.bit_count()
        for met, right in zip(matrix.met, matrix.right, strict=True)
    ]


def discriminations(matrix: Matrix) -> list[float | None]:
    return [discrimination(marks, rests).value for _rows, marks, rests in marks_and_rests(matrix)]


def rounded(values: Sequence[float | None], digits: int) -> list[float | None]:
    return [value if value is None else round(value, digits) for value in values]


def test_lsat_section_6() -> None:
    """As in Bock & Lieberman's data; the figures are those of `descript` in the R package ltm."""
    matrix = matrix_of(rows(LSAT_6))
    assert rounded(facilities(matrix), 3) == [0.924, 0.709, 0.553, 0.763, 0.870]
    assert rounded(discriminations(matrix), 4) == [0.1128, 0.1532, 0.1728, 0.1444, 0.1216]
    found = reliability(matrix)
    assert found.alpha.value == pytest.approx(0.2950, abs=5e-5)
    assert found.mean == pytest.approx(3.819)


def test_lsat_section_7() -> None:
    """The figures are those of `itemstats` in the R package mirt."""
    matrix = matrix_of(rows(LSAT_7))
    assert rounded(facilities(matrix), 3) == [0.828, 0.658, 0.772, 0.606, 0.843]
    assert rounded(discriminations(matrix), 3) == [0.246, 0.247, 0.313, 0.223, 0.175]
    found = reliability(matrix)
    assert found.mean is not None
    assert found.sd is not None
    assert found.alpha.value == pytest.approx(0.453, abs=5e-4)
    assert found.sem.value == pytest.approx(0.886, abs=5e-4)
    assert found.mean == pytest.approx(3.707)
    assert found.sd == pytest.approx(1.199, abs=5e-4)


def test_ten_students_on_ten_questions() -> None:
    """The published table gives each p, its pq and the variance of the totals, 5.84 over n."""
    matrix = matrix_of(rows(WUENSCH))
    assert rounded(facilities(matrix), 1) == [0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6]
    found = reliability(matrix)
    assert found.sd is not None
    assert found.sd**2 * 9 / 10 == pytest.approx(5.84)
    products = [0.21, 0.21, 0.24, 0.21, 0.24, 0.16, 0.21, 0.21, 0.25, 0.24]
    assert found.alpha.value == pytest.approx(10 / 9 * (1 - sum(products) / 5.84))


def test_discriminative_efficiency_by_hand() -> None:
    """With rests 0 to 3 and two right answers the products add up to 2 at most."""
    marks, rests = [1.0, 0.0, 0.0, 1.0], [0.0, 1.0, 2.0, 3.0]
    assert discriminative_efficiency(marks, rests).value == pytest.approx(0.0)
    assert discriminative_efficiency([0.0, 1.0, 0.0, 1.0], rests).value == pytest.approx(0.5)
    assert discriminative_efficiency([0.0, 0.0, 1.0, 1.0], rests).value == pytest.approx(1.0)


def test_spearman_brown() -> None:
    """Doubling a test of reliability 0.6 gives 2 * 0.6 / 1.6 = 0.75."""
    assert questions_needed(10, 0.6, 0.75) == 20
    assert questions_needed(10, 0.0, 0.75) is None
    assert questions_needed(10, 1.0, 0.75) is None


def test_what_cannot_be_said_has_a_reason() -> None:
    nobody = reliability(matrix_of([]))
    assert nobody.alpha == Figure(lack=Lack.ALONE)
    one_question = reliability(matrix_of([[True], [False]]))
    assert one_question.alpha.lack is Lack.ALONE
    one_pupil = reliability(matrix_of([[True, False, True]]))
    assert one_pupil.alpha.lack is Lack.FEW
    for alike in ([[True, True]] * 4, [[False, False]] * 4, [[True, False], [False, True]] * 2):
        assert reliability(matrix_of(alike)).alpha.lack is Lack.TOTAL_ALIKE
    assert discrimination([], []).lack is Lack.ALONE
    assert discrimination([1.0, 1.0], [0.0, 1.0]).lack is Lack.ALIKE
    assert discriminative_efficiency([0.0, 1.0], [0.5, 0.5]).lack is Lack.REST_ALIKE


def matrices(least: int = 2) -> st.SearchStrategy[Marks]:
    return st.integers(2, 6).flatmap(
        lambda size: st.lists(
            st.lists(st.booleans(), min_size=size, max_size=size), min_size=least, max_size=12
        )
    )


def kr_20(marks: Marks) -> Fraction | None:
    """Kuder and Richardson's formula 20 as they wrote it, in exact numbers."""
    people, size = len(marks), len(marks[0])
    shares = [Fraction(sum(row[at] for row in marks), people) for at in range(size)]
    totals = [sum(row) for row in marks]
    mean = Fraction(sum(totals), people)
    variance = sum(((total - mean) ** 2 for total in totals), Fraction()) / people
    if not variance:
        return None
    products = sum((p * (1 - p) for p in shares), Fraction())
    return Fraction(size, size - 1) * (1 - products / variance)


@given(matrices())
def test_alpha_is_kuder_and_richardsons_formula_20(marks: Marks) -> None:
    found = reliability(matrix_of(marks))
    expected = kr_20(marks)
    if expected is None:
        assert found.alpha.lack is Lack.TOTAL_ALIKE
        return
    assert found.alpha.value == pytest.approx(float(expected))
    sd = statistics.stdev(sum(row) for row in marks)
    assert found.sem.value == pytest.approx(sd * math.sqrt(1 - expected))


@given(matrices())
def test_discrimination_is_the_correlation_with_the_number_right_on_the_others(
    marks: Marks,
) -> None:
    for at, found in enumerate(discriminations(matrix_of(marks))):
        column = [float(row[at]) for row in marks]
        others = [float(sum(row) - row[at]) for row in marks]
        if len(set(column)) == 1 or len(set(others)) == 1:
            assert found is None
        else:
            assert found == pytest.approx(statistics.correlation(column, others))


@given(st.data(), matrices())
def test_the_order_of_pupils_and_questions_does_not_matter(
    data: st.DataObject, marks: Marks
) -> None:
    order = data.draw(st.permutations(range(len(marks[0]))))
    shuffled = [[row[at] for at in order] for row in data.draw(st.permutations(marks))]
    one, other = matrix_of(marks), matrix_of(shuffled)
    before, after = discriminations(one), discriminations(other)
    for place, at in enumerate(order):
        expected = before[at]
        assert after[place] == (None if expected is None else pytest.approx(expected))
    alpha = reliability(one).alpha.value
    assert reliability(other).alpha.value == (None if alpha is None else pytest.approx(alpha))


@given(
    st.lists(
        st.lists(st.sampled_from([True, False, None]), min_size=4, max_size=4),
        min_size=1,
        max_size=15,
    )
)
def test_gaps_give_numbers_in_their_range_or_reasons(marks: list[list[bool | None]]) -> None:
    matrix = matrix_of(marks)
    for _rows, own, rests in marks_and_rests(matrix):
        for figure in (discrimination(own, rests), discriminative_efficiency(own, rests)):
            assert (figure.value is None) == (figure.lack is not None)
            assert figure.value is None or (math.isfinite(figure.value) and figure.value <= 1)
    found = reliability(matrix)
    for figure in (found.alpha, found.sem):
        assert (figure.value is None) == (figure.lack is not None)
        assert figure.value is None or math.isfinite(figure.value)


def test_a_rest_score_is_fair_to_who_met_the_harder_questions() -> None:
    """Two groups equally good on the first question, one with easy others, one with hard ones."""
    easy = [[True, True, None], [True, True, None], [False, True, None], [False, False, None]]
    hard = [[True, None, True], [True, None, False], [False, None, False], [False, None, False]]
    matrix = matrix_of(easy + hard)
    rests = next(marks_and_rests(matrix))[2]
    assert statistics.fmean(rests[:4]) == pytest.approx(statistics.fmean(rests[4:]))
    raw = [1.0, 1.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0]
    assert statistics.fmean(raw[:4]) > statistics.fmean(raw[4:])
