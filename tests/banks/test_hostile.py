"""A text that tries to be more than a text is refused where it stands, or kept as it is."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
import tomli_w

from quiz.banks.problems import BankError
from quiz.banks.read import parse_bank
from quiz.banks.write import dumps
from quiz.base.text import first_unsafe
from tests.hostile_texts import REFUSED, SHOWN, Attempt

BANK = """\
format = 1
title = "T"
language = "en"
description = "D"
authors = ["A"]
licence = "L"
[[sources]]
id = "s"
title = "S"
publisher = "P"
url = "https://a.example/"
path = "a.md"
[[questions]]
id = "q"
prompt = "Q?"
answer = "a"
distractors = ["b"]
category = "things"
explanation = "E"
evidence = [{ source = "s", quote = "q" }]
tags = ["t"]
note = "N"
allow = [{ rule = "NQ101", reason = "R" }]
"""
FIELDS = [
    ("title",), ("description",), ("authors", 0), ("licence",), ("sources", 0, "id"),
    ("sources", 0, "title"), ("sources", 0, "publisher"), ("sources", 0, "url"),
    ("sources", 0, "path"), ("questions", 0, "id"), ("questions", 0, "prompt"),
    ("questions", 0, "answer"), ("questions", 0, "distractors", 0), ("questions", 0, "explanation"),
    ("questions", 0, "evidence", 0, "quote"), ("questions", 0, "tags", 0), ("questions", 0, "note"),
    ("questions", 0, "allow", 0, "reason"),
]  # fmt: skip
"""Every text of a bank that a person writes freely."""


def with_text(path: tuple[str | int, ...], text: str) -> str:
    """Write the bank with `text` at a path."""
    table: Any = tomllib.loads(BANK)
    at = table
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = text
    if path == ("sources", 0, "id"):
        table["questions"][0]["evidence"][0]["source"] = text
    return tomli_w.dumps(table)


def problems(text: str) -> list[str]:
    """Return what is wrong with a bank, each in one line that may be shown."""
    with pytest.raises(BankError) as caught:
        parse_bank(text, "bank.toml")
    told = [str(problem) for problem in caught.value.problems]
    assert not [line for line in told if first_unsafe(line) or "\n" in line or len(line) > 500]
    return told


@pytest.mark.parametrize("path", FIELDS, ids=str)
def test_what_a_terminal_would_act_on_is_refused_where_it_stands(
    path: tuple[str | int, ...],
) -> None:
    def placed(attempt: Attempt) -> bool:
        text = with_text(path, attempt.text)
        lines = [at for at, each in enumerate(text.split("\n"), 1) if "ware" in each]
        return any(told.startswith(f"bank.toml:{lines[0]}:") for told in problems(text))

    assert [attempt.name for attempt in REFUSED if not placed(attempt)] == []


@pytest.mark.parametrize("path", FIELDS, ids=str)
def test_a_text_without_end_is_refused(path: tuple[str | int, ...]) -> None:
    text = with_text(path, "x" * 100_000)
    line = next(at for at, each in enumerate(text.split("\n"), 1) if "xxx" in each)
    assert any(told.startswith(f"bank.toml:{line}:") for told in problems(text))


@pytest.mark.parametrize("path", FIELDS, ids=str)
def test_what_is_only_odd_is_kept_to_the_letter(path: tuple[str | int, ...]) -> None:
    for text in SHOWN:
        if path[-1] == "path" and ("\\" in text or text.startswith("/")):
            continue
        bank = parse_bank(with_text(path, text), "bank.toml")
        found: Any = bank
        for step in path:
            found = found[step] if isinstance(step, int) else getattr(found, step)
        assert found == text
        assert parse_bank(dumps(bank), "again") == bank


HEAD = 'format = 1\ntitle = "T"\nlanguage = "en"\n'
WHOLE = '[[questions]]\nid = "{n}"\nprompt = "P?"\nanswer = "a"\ndistractors = ["b"]\n'
REST = 'category = "things"\n'


ONE = WHOLE + REST
STRANGE = "".join(f"x{n} = 1\n" for n in range(3000))


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (ONE + f"tags = [{'1, ' * 3000}]\n", 10, "a text stands between"),
        (ONE + STRANGE, 10, "there is no key"),
        (ONE + "[[questions]]\nid = 2\n" * 900, 10, "the key answer is missing"),
        (ONE.replace('"b"', '"b", ' + "1, " * 3000), 8, "a text stands between"),
    ],
    ids=["tags", "keys", "questions", "distractors"],
)
def test_a_bank_wrong_in_thousands_of_places_says_the_first(
    text: str, line: int, told: str
) -> None:
    with pytest.raises(BankError) as caught:
        parse_bank(HEAD + text, "bank.toml")
    first = caught.value.problems[0]
    assert first.line == line
    assert told in first.message
    assert len(caught.value.problems) < 1500


def test_of_more_problems_than_are_looked_for_it_is_said_that_there_are_more() -> None:
    with pytest.raises(BankError) as caught:
        parse_bank(HEAD + "[[questions]]\nid = 2\n" * 900, "bank.toml")
    assert str(caught.value).splitlines()[-1] == "… and more than 950 more problems"


def test_a_long_bank_is_read_as_its_parts_are() -> None:
    questions = [ONE.replace("{n}", str(n)) for n in range(45)]
    bank = parse_bank(HEAD + "".join(questions), "bank.toml")
    assert [question.id for question in bank.questions] == [str(n) for n in range(45)]
    questions[41] = questions[41].replace('"things"', '"thing"')
    (problem,) = problems(HEAD + "".join(questions))
    assert problem.startswith(f"bank.toml:{3 + 6 * 41 + 6}:12: ")


def test_in_a_vast_text_a_problem_is_told_without_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'title = "T"\nlanguage = "en"\nformat = 1\nquestions = 1\n'
    with pytest.raises(BankError) as near:
        parse_bank(text, "b.toml")
    assert str(near.value).startswith("b.toml:4:")
    monkeypatch.setattr("quiz.banks.locate.MOST", 3)
    with pytest.raises(BankError) as far:
        parse_bank(text, "b.toml")
    assert str(far.value).startswith("b.toml: ")
