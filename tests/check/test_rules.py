"""Every rule finds what breaks it and leaves alone what comes near."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import tomli

from quiz.base.vocabulary import LANGUAGES
from quiz.check.rules import RULES
from tests.check.kit import codes, short

HERE = Path(__file__).parent
CASES: dict[str, dict[str, Any]] = {
    language: tomli.loads((HERE / "cases" / f"{language}.toml").read_text("utf-8"))
    for language in LANGUAGES
}
ELSEWHERE = {"NQ401", "NQ402", "NQ403", "NQ504", "NQ505", "NQ901", "NQ902"}
"""Rules on what no line of a case can say: tests/check/test_bank_rules.py."""


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(code, language, lines, id=f"{code}-{language}-{number}")
        for language, rules in CASES.items()
        for code, lists in rules.items()
        for number, lines in enumerate(lists[kind], 1)
    ]


def found(lines: str | list[str], language: str) -> set[str]:
    return codes([short(line) for line in ([lines] if isinstance(lines, str) else lines)], language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_three_of_each_kind_for_every_rule(language: str) -> None:
    assert CASES[language].keys() == RULES.keys() - ELSEWHERE
    for code, lists in CASES[language].items():
        assert min(len(lists["bad"]), len(lists["good"])) >= 3, code


@pytest.mark.parametrize(("code", "language", "lines"), cases("bad"))
def test_what_breaks_a_rule_is_found(code: str, language: str, lines: str | list[str]) -> None:
    assert code in found(lines, language)


@pytest.mark.parametrize(("code", "language", "lines"), cases("good"))
def test_what_comes_near_is_not(code: str, language: str, lines: str | list[str]) -> None:
    assert code not in found(lines, language)
