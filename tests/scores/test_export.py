"""The history as a table, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.scores.export import table, to_csv, to_json
from tests.scores.rounds import played, rounds

if TYPE_CHECKING:
    from quiz.scores.models import Played


def test_the_table_says_what_was_played() -> None:
    head, line = table([played(1)], 100).splitlines()
    assert head.split() == [
        "Started",
        "Player",
        "Bank",
        "Mode",
        "Right",
        "Points",
        "Time",
        "Outcome",
    ]
    assert line.split() == (
        [
            "2026-11-22",
            "21:30",
            "Ala",
            "korea-rosja-2025",
            "timed",
            "1/2",
            "871",
            "1:34",
            "finished",
        ]
    )


def test_an_empty_history_says_so() -> None:
    assert "No round" in table([], 80)
    assert json.loads(to_json([])) == []
    assert len(to_csv([]).splitlines()) == 1


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_the_table_fits(width: int) -> None:
    long = replace(played(1), player="Aleksandra " * 5, bank="bardzo-długa-nazwa " * 9)
    lines = table([long, played(2)], width).splitlines()
    assert len(lines) == 3
    assert all(len(line) <= width for line in lines)
    assert any("…" in line for line in lines)


def test_wide_characters_take_two_cells() -> None:
    first, second = table([replace(played(1), player="北朝鮮"), played(2)], 100).splitlines()[1:]
    assert first.index("korea") + 3 == second.index("korea")


@given(st.lists(rounds, max_size=3))
def test_json_holds_every_answer(many: list[Played]) -> None:
    loaded = json.loads(to_json(many))
    assert [each["id"] for each in loaded] == [each.id for each in many]
    assert [[a["prompt"] for a in each["answers"]] for each in loaded] == [
        [a.prompt for a in each.answers] for each in many
    ]


@given(st.lists(rounds, min_size=1, max_size=3))
def test_csv_reads_back_and_holds_no_formula(many: list[Played]) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(many))))
    assert [row["points"] for row in rows] == [str(each.points) for each in many]
    for row in rows:
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


@pytest.mark.parametrize("name", ["=1+1", "+48", "-2", "@SUM(A1)", "\t=x", "\r@x", "＝1"])
def test_a_cell_that_would_be_a_formula_is_text(name: str) -> None:
    (row,) = csv.DictReader(io.StringIO(to_csv([replace(played(1), player=name)])))
    assert row["player"] == "'" + name.strip()


def test_a_name_is_no_formula_to_a_program_that_parts_cells_at_semicolons() -> None:
    written = to_csv([replace(played(1), player='Ala;=HYPERLINK("https://taken.example")')])
    for row in csv.reader(io.StringIO(written), delimiter=";"):
        assert not [cell for cell in row if cell[:1] in set("=+-@")]
