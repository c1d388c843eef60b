"""The banks that come with the game break no rule, but where they say why."""

from __future__ import annotations

from pathlib import Path

import pytest

import question_banks
from quiz.banks.read import read_bank
from quiz.check.engine import check_bank

BANKS = sorted(Path(question_banks.__path__[0]).glob("*.toml"))


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_nothing_is_found(path: Path) -> None:
    assert check_bank(read_bank(path)) == []
