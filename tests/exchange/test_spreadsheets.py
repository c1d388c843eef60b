"""The layouts of Kahoot and Wayground, and the limits of Kahoot."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl
import pytest

from quiz.banks.models import Bank, Question
from quiz.exchange.assemble import Origin, assemble
from quiz.exchange.formats import by_name, recognise, write
from quiz.exchange.kahoot import LIMITS, limit
from quiz.exchange.protocol import Skipped, Wishes
from quiz.exchange.tables import write_csv

if TYPE_CHECKING:
    from collections.abc import Sequence

QUESTION = Question(
    id="q",
    prompt="Which river flows through Warsaw?",
    answer="Vistula",
    distractors=("Oder", "=Warta", "Bug"),
    category="places",
    explanation="It rises in Silesia.",
)
BANK = Bank(format=1, title="Rivers", language="en", seconds=20, questions=(QUESTION,))


def with_questions(*questions: Question) -> Bank:
    return replace(BANK, questions=questions)


def rows(data: bytes) -> list[list[object]]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def workbook(lines: Sequence[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for line in lines:
        book.worksheets[0].append(list(line))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(name: str, data: bytes) -> tuple[Bank, tuple[Skipped, ...]]:
    known = by_name(name)
    assert recognise(data) is known
    assert known.read
    bank, skipped, _told = assemble(known.read(data), Origin(title="T", language="en"))
    return bank, skipped


def test_kahoots_header_is_in_row_8_and_the_questions_below() -> None:
    found = rows(write(by_name("kahoot"), BANK, Wishes()).data)
    assert found[7] == [
        None,
        "Question - max 120 characters",
        "Answer 1 - max 75 characters",
        "Answer 2 - max 75 characters",
        "Answer 3 - max 75 characters",
        "Answer 4 - max 75 characters",
        "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
        "Correct answer(s) - choose at least one",
    ]
    number, prompt, *options, seconds, right = found[8]
    assert (number, prompt, seconds) == (1, QUESTION.prompt, 20)
    assert set(options) == {"Vistula", "Oder", "=Warta", "Bug"}
    assert isinstance(right, int)
    assert options[right - 1] == "Vistula"
    assert len(found) == 9


def test_a_text_is_never_a_formula() -> None:
    data = write(by_name("kahoot"), BANK, Wishes()).data
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    kinds = {cell.value: cell.data_type for row in sheet.iter_rows() for cell in row}
    assert kinds["=Warta"] == "s"


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"prompt": "x" * 121}, "has 121 characters, and a question of Kahoot's 120"),
        ({"answer": "y" * 76}, "has 76 characters, and an answer of Kahoot's 75"),
        ({"distractors": ("😀" * 38,)}, "has 76 characters"),
    ],
)
def test_what_is_too_long_for_kahoot_is_named_and_never_cut(
    changed: dict[str, object], reason: str
) -> None:
    long = replace(QUESTION, id="long", **changed)  # type: ignore[arg-type]
    done = write(by_name("kahoot"), with_questions(QUESTION, long), Wishes())
    assert done.written == 1
    assert [one.what for one in done.too_long] == ["long"]
    assert reason in done.too_long[0].reason


def test_just_fitting_is_not_too_long() -> None:
    question = replace(QUESTION, prompt="x" * 120, answer="y" * 75)
    assert write(by_name("kahoot"), with_questions(question), Wishes()).too_long == ()


def test_times_become_the_nearest_that_kahoot_has_and_that_is_told() -> None:
    assert [limit(seconds) for seconds in LIMITS] == list(LIMITS)
    assert [limit(seconds) for seconds in (3, 8, 15, 25, 45, 75, 180, 600)] == [
        5, 10, 20, 30, 60, 90, 240, 240,
    ]  # fmt: skip
    done = write(by_name("kahoot"), replace(BANK, seconds=25), Wishes())
    assert done.told[0] == "Kahoot has no limit of 25 s: it becomes 30 s (questions: 1)"


def test_five_options_do_not_fit_into_kahoot() -> None:
    many = replace(QUESTION, distractors=("a", "b", "c", "d"))
    assert write(by_name("kahoot"), with_questions(many), Wishes()).skipped == (
        Skipped(0, "q", "it has 5 options, and Kahoot holds 4"),
    )
    assert write(by_name("wayground"), with_questions(many), Wishes()).written == 1


def test_a_kahoot_sheet_filled_in_by_hand() -> None:
    header = rows(write(by_name("kahoot"), BANK, Wishes()).data)[7]
    blank: list[list[object]] = [["Quiz template"], [], [], [], [], [], []]
    bank, skipped = read(
        "kahoot",
        workbook(
            [
                *blank,
                header,
                [1, "How many?", 3, 4.0, 2.5, None, 60, 2],
                [2, "Which two?", "a", "b", "c", None, 30, "1,3"],
                [3, "Which two in figures?", "a", "b", "c", None, 30, 1.3],
                [],
                [4, "Is it so?", True, False, None, None, 60, 1],
                [5, "Which?", "a", "b", None, None, 60, None],
            ]
        ),
    )
    assert [(q.prompt, q.answer, q.distractors) for q in bank.questions] == [
        ("How many?", "4", ("3", "2.5")),
        ("Is it so?", "true", ("false",)),
    ]
    assert bank.seconds == 60
    assert [(line, what) for line, what, _reason in skipped] == [
        (10, "Which two?"),
        (11, "Which two in figures?"),
        (14, "Which?"),
    ]


def test_waygrounds_template() -> None:
    found = rows(write(by_name("wayground"), BANK, Wishes()).data)
    assert found[0] == [
        "Question Text", "Question Type", "Option 1", "Option 2", "Option 3", "Option 4",
        "Option 5", "Correct Answer", "Time in seconds", "Image Link", "Answer explanation",
    ]  # fmt: skip
    assert str(found[1][0]).startswith("Text of the question")
    assert found[2][1] == "Multiple Choice"
    assert found[2][8:] == [20, None, "It rises in Silesia."]


def test_waygrounds_other_types_and_pictures_are_named() -> None:
    head = rows(write(by_name("wayground"), BANK, Wishes()).data)[0]
    lines: list[list[object]] = [
        head,
        ["One?", "Multiple Choice", "a", "b", None, None, None, 1, None, None, "Why"],
        ["Two?", "Checkbox", "a", "b", "c", None, None, "1,2"],
        ["Three?", "Open-Ended"],
        ["Four?", "Multiple Choice", "a", "b", None, None, None, 1, 30, "https://a.example/b.png"],
        ["Five?", "Poll", "a", "b"],
    ]
    bank, skipped = read("wayground", workbook(lines))
    assert [(q.prompt, q.explanation) for q in bank.questions] == [("One?", "Why")]
    assert [what for _line, what, _reason in skipped] == ["Two?", "Three?", "Four?", "Five?"]
    assert "Open-Ended" in skipped[1].reason


def test_a_table_with_named_columns_may_be_a_spreadsheet() -> None:
    lines: list[list[object]] = [
        ["Question", "A", "B", "C", "Correct"],
        ["How many?", 3, 4, 5, "B"],
    ]
    bank, _skipped = read("csv", workbook(lines))
    assert [(q.answer, q.distractors) for q in bank.questions] == [("4", ("3", "5"))]


def test_a_kahoot_sheet_may_be_saved_as_csv() -> None:
    lines = rows(write(by_name("kahoot"), BANK, Wishes()).data)
    text = write_csv([["" if cell is None else cell for cell in row] for row in lines])
    bank, _skipped = read("kahoot", text.encode())
    assert [q.answer for q in bank.questions] == ["Vistula"]
