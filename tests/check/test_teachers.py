"""What teachers are told is so."""

from __future__ import annotations

import re
from pathlib import Path

import question_banks
from quiz.banks.read import parse_bank
from quiz.check.engine import check_bank
from quiz.check.pages import page_of
from quiz.check.rules import RULES

TEXT = (Path(question_banks.__path__[0]) / "README.md").read_text(encoding="utf-8")


def test_the_table_of_rules_is_that_of_the_checker() -> None:
    table = TEXT.partition("<!-- rules -->")[2].partition("<!-- end of rules -->")[0]
    rows = [line for line in table.splitlines() if line.startswith("| NQ")]
    assert rows == [
        f"| {rule.code} | `{rule.name}` | {rule.severity} | {page_of(rule.code, 'en').title} |"
        for rule in RULES.values()
    ]


def test_the_example_is_a_bank_that_the_checker_has_nothing_to_say_about() -> None:
    example = re.search(r"<!-- example -->\n```toml\n(.*?)```", TEXT, re.DOTALL)
    assert example
    assert check_bank(parse_bank(example[1], "example")) == []


def test_the_rules_that_need_a_dictionary_are_named() -> None:
    named = re.search(r"Polish rules that.*?\(([^)]*)\)", TEXT, re.DOTALL)
    assert named
    assert named[1].split(", ") == [rule.code for rule in RULES.values() if rule.inflects]
