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
