"""Rules that look at more than the words of one question, and what a question may be allowed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quiz.banks.models import Allowance, Source
from quiz.banks.read import read_bank
from quiz.check.engine import acceptable, check_bank, check_banks, check_question
from quiz.check.quotes import SourceText
from quiz.check.report import as_line, locate
from quiz.check.rules.bank import tail
from quiz.check.sources import read_sources
from tests.check.kit import SOURCE, bank, codes, findings, question, short

HERE = Path(__file__).parent / "banks"
RIVER = short("Which river of Poland is the longest? | the Vistula | the Oder | the Warta @places")
NEGATIVE = short("Which country is not in the union? | Norway | Spain | Italy @places")


def habit(count: int, table: dict[str, Any]) -> list[dict[str, Any]]:
    return [table | {"prompt": f"How many towers has town number {n}?"} for n in range(count)]


FIRST = short("x | 3 | 4 | 5 | 6 @numbers")
SECOND = short("x | 4 | 3 | 5 | 6 @numbers")
LONGEST = short("x | a library | a park | a zoo | a mill")
SHORT = short("x | a mill | a library | a park | a zoo")


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("count", [8, 12, 40])
def test_a_habit_of_place_is_found(language: str, count: int) -> None:
    assert "NQ504" in codes(habit(count, FIRST), language)


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize(
    "tables",
    [habit(7, FIRST), habit(5, FIRST) + habit(8, SECOND)[5:], habit(20, RIVER)],
    ids=["few", "two places", "shuffled"],
)
def test_what_is_no_habit_of_place(language: str, tables: list[dict[str, Any]]) -> None:
    assert "NQ504" not in codes(tables, language)


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize(
    "tables", [habit(8, LONGEST), habit(30, LONGEST), habit(10, LONGEST) + habit(13, SHORT)[10:]]
)
def test_a_habit_of_length_is_found(language: str, tables: list[dict[str, Any]]) -> None:
    assert "NQ505" in codes(tables, language)


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize(
    "tables",
    [habit(7, LONGEST), habit(4, LONGEST) + habit(12, SHORT)[4:], habit(20, FIRST)],
    ids=["few", "a third", "numbers"],
)
def test_what_is_no_habit_of_length(language: str, tables: list[dict[str, Any]]) -> None:
    assert "NQ505" not in codes(tables, language)


def test_the_tail_is_the_binomial_one() -> None:
    assert tail(0, [0.25] * 8) == pytest.approx(1)
    assert tail(8, [0.25] * 8) == pytest.approx(0.25**8)
    assert tail(1, [0.5, 0.5]) == pytest.approx(0.75)
    assert tail(50_000, [0.5] * 100_000) == pytest.approx(0.5, abs=0.01)
    assert tail(1, []) == 0


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("explanation", ["", " ", "\n\t"])
def test_an_explanation_that_says_nothing(language: str, explanation: str) -> None:
    assert "NQ401" in codes([RIVER | {"explanation": explanation}], language)


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("explanation", ["1047 km.", "It is.", "Ma 1047 km,\nod gór do morza."])
def test_an_explanation(language: str, explanation: str) -> None:
    assert "NQ401" not in codes([RIVER | {"explanation": explanation}], language)


def test_missing_evidence_is_named_for_each_question_or_once_for_a_bank_without_sources() -> None:
    tables: list[dict[str, Any]] = [RIVER | {"evidence": []}, NEGATIVE | {"evidence": []}]
    found = [f for f in findings(tables, "en") if f.code == "NQ402"]
    assert [finding.question for finding in found] == ["q0", "q1"]
    bare = replace(bank(tables, "en"), sources=())
    assert [f.question for f in check_bank(bare) if f.code == "NQ402"] == [""]
    assert check_bank(replace(bare, questions=())) == []
    assert "NQ402" not in codes([RIVER], "en")


@pytest.mark.parametrize(
    "quote",
    [
        "The Oder is the longest.",
        "The Vistula is the  shortest river",
        "the river of Poland is the",
    ],
)
def test_a_quote_that_is_not_there(quote: str) -> None:
    found = findings([RIVER | {"evidence": [{"source": "text", "quote": quote}]}], "en")
    (missing,) = [finding for finding in found if finding.code == "NQ403"]
    assert (missing.field, missing.item, missing.severity) == ("evidence", 0, "error")
    assert "is not in" in missing.message


@pytest.mark.parametrize("quote", ["the vistula is the longest", "longest river of Poland!"])
def test_a_quote_that_differs_in_its_marks(quote: str) -> None:
    found = findings([RIVER | {"evidence": [{"source": "text", "quote": quote}]}], "en")
    assert [f.code for f in found if "punctuation" in f.message] == ["NQ403"]


@pytest.mark.parametrize(
    "quote",
    ["The Vistula is the longest", "river of Poland.\nWisła to", "longest  river\n of Poland."],
)
def test_a_quote_that_is_there_whatever_the_lines(quote: str) -> None:
    assert "NQ403" not in codes([RIVER | {"evidence": [{"source": "text", "quote": quote}]}], "en")


def test_sources_are_read_only_inside_the_folder_of_the_bank(tmp_path: Path) -> None:
    folder, secret = tmp_path / "banks", tmp_path / "secret.md"
    folder.mkdir()
    secret.write_text("secret", encoding="utf-8")
    (folder / "text.md").write_text("\ufeff" + SOURCE, encoding="utf-8")
    (folder / "old.md").write_bytes("zażółć".encode("cp1250"))
    (folder / "out.md").symlink_to(secret)
    names = ["text.md", "old.md", "out.md", "none.md", ".", "a\0b", "../secret.md"]
    sources = tuple(Source(id=name, title="T", path=name) for name in names)
    read = read_sources(replace(bank([RIVER], "en"), sources=sources), folder)
    assert read["text.md"] == SourceText(SOURCE)
    assert all(
        found.problem and not found.text for name, found in read.items() if name != "text.md"
    )
    assert "leads out" in read["out.md"].problem
    assert "leads out" in read["../secret.md"].problem


def test_a_source_that_cannot_be_read_is_found_once_and_its_quotes_are_left_alone() -> None:
    found = check_banks([(bank([RIVER], "en"), {"text": SourceText(problem="gone")})])[0]
    assert [(f.code, f.field, f.item) for f in found] == [("NQ403", "sources", 0)]


def test_an_allowance_silences_its_rule_for_its_question_alone() -> None:
    allowed = NEGATIVE | {"allow": [{"rule": "NQ301", "reason": "it is meant"}]}
    assert codes([allowed], "en") == set()
    other = short("Which state is not on the coast? | Chad | Kenya | Ghana @places")
    assert [f.question for f in findings([allowed, other], "en")] == ["q1"]


def test_allowances_that_allow_nothing() -> None:
    wrong = RIVER | {
        "allow": [{"rule": "nq301", "reason": "a"}, {"rule": "NQ301", "reason": "it was so"}]
    }
    found = findings([wrong], "en")
    assert [(f.code, f.field, f.item) for f in found] == [
        ("NQ901", "allow", 0),
        ("NQ902", "allow", 1),
    ]


def test_an_allowance_for_a_rule_that_did_not_run_is_not_called_unused() -> None:
    allowed = RIVER | {"allow": [{"rule": "NQ403", "reason": "the page is gone"}]}
    assert check_bank(bank([allowed], "en")) == []


def test_banks_are_compared_with_each_other_in_one_language() -> None:
    again = bank([RIVER | {"id": "again"}], "en")
    found = check_banks([(bank([RIVER], "en"), None), (again, None)])
    assert [[f.code for f in one] for one in found] == [[], ["NQ501"]]
    assert found[1][0].other == "q0"
    assert check_banks([(bank([RIVER], "en"), None), (bank([RIVER], "pl"), None)])[1] == []


def test_a_retired_question_is_not_checked() -> None:
    made = bank([NEGATIVE, RIVER], "en")
    retired = replace(made.questions[0], status="retired")
    assert check_bank(replace(made, questions=(retired, made.questions[1]))) == []


def test_one_question_is_checked_as_it_would_stand_in_its_bank() -> None:
    made = bank([RIVER, NEGATIVE], "en")
    edited = replace(made.questions[1], prompt=RIVER["prompt"], answer="the Vistula")
    found = check_question(edited, made, texts={"text": SourceText(SOURCE)})
    assert {f.question for f in found} == {"q1"}
    assert ("NQ501", "prompt", "q0") in {(f.code, f.field, f.other) for f in found}
    new = replace(edited, id="new", prompt="Which country is not in the league?")
    assert [f.code for f in check_question(new, made)] == ["NQ301"]
    allowed = replace(new, allow=(Allowance(rule="NQ301", reason="so"),))
    assert check_question(allowed, made) == []


def test_a_draft_is_checked_without_a_bank() -> None:
    assert acceptable(question(RIVER, "en"), "en") == []
    found = acceptable(question(NEGATIVE | {"distractors": ["Norway", "Spain"]}, "en"), "en")
    assert [f.code for f in found] == ["NQ206", "NQ301"]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_thirty_careful_questions_break_no_rule(language: str) -> None:
    made = read_bank(HERE / f"good-{language}.toml")
    assert len(made.questions) == 30
    assert {one.category for one in made.questions} == {
        "dates", "numbers", "roles", "people", "places", "organisations", "things",
    }  # fmt: skip
    assert check_bank(made) == []


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_careless_bank_is_told_line_by_line(language: str) -> None:
    path = HERE / f"bad-{language}.toml"
    made = read_bank(path)
    found = check_banks([(made, read_sources(made, HERE))])[0]
    lines = [as_line(one) for one in locate(found, made, path.read_text("utf-8"), path.name)]
    assert lines == path.with_suffix(".txt").read_text("utf-8").splitlines()
