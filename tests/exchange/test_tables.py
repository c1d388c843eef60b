"""CSV: cells that look like formulas are defused on the way out and whole again on the way in."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.exchange.named import join_tags, split_tags
from quiz.exchange.protocol import UnreadableError
from quiz.exchange.tables import CELL, read_csv, rows_of, write_csv

CELLS = st.text(
    st.one_of(
        st.sampled_from("=+-@'\"\t,;\nab＝＠"), st.characters(exclude_categories=["Cs", "Cc"])
    ),
    max_size=8,
)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_cells_come_back_and_none_is_a_formula(rows: list[list[str]]) -> None:
    text = write_csv(rows)
    raw = list(csv.reader(io.StringIO(text, newline="")))
    assert not [cell for row in raw for cell in row if cell[:1] in set("=+-@＝＋－＠\t\r")]
    assert [row.cells for row in rows_of(text, ",")] == rows


@pytest.mark.parametrize(
    "text", ["Ala;=1+1", "a\t@SUM(A1)", ";+48", "x;;-A1;y", 'b";=1+1', "c;'=1"]
)
def test_none_is_a_formula_to_a_program_that_parts_cells_at_semicolons(text: str) -> None:
    written = write_csv([["a", text]])
    for delimiter in ";\t":
        for row in csv.reader(io.StringIO(written, newline=""), delimiter=delimiter):
            assert not [cell for cell in row if cell[:1] in set("=+-@")]
    assert [row.cells for row in rows_of(written, ",")] == [["a", text]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_delimiter_and_the_encoding_are_found(mark: str, encoding: str) -> None:
    text = f'pytanie{mark}odpowiedź\n"źle{mark} nie"{mark}tak\n'
    rows = list(read_csv(text.encode(encoding)))
    assert [row.cells for row in rows] == [["pytanie", "odpowiedź"], [f"źle{mark} nie", "tak"]]


def test_rows_say_the_line_in_which_they_begin() -> None:
    assert [row.line for row in rows_of('a,b\n"c\nd\ne",f\ng,h\n')] == [1, 2, 5]


def test_a_gigantic_cell_is_refused_with_its_line() -> None:
    with pytest.raises(UnreadableError, match="line 2: a cell"):
        list(rows_of(f"a,b\n{'x' * (CELL + 1)},c\n"))


@given(st.lists(st.text("ab;\\ ", min_size=1).map(str.strip).filter(bool)))
def test_tags_come_back(tags: list[str]) -> None:
    assert split_tags(join_tags(tags)) == tags
