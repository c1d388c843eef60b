"""What a sitting in plain mode plays where the command line leaves it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quiz.base.errors import QuizError
from quiz.base.language import use
from quiz.base.settings import Settings
from quiz.plain_sitting import Wishes

if TYPE_CHECKING:
    from pathlib import Path

BANK = """format = 1
title = "T"
language = "{language}"

[[questions]]
id = "q"
prompt = "How many?"
answer = "1"
distractors = ["2", "3", "4"]
category = "numbers"
"""
BROKEN = 'format = 1\ntitle = "T"\nlanguage = "en"\n[[questions]]\nid = "q"\n'


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def chosen(folder: Path, *banks: Path) -> tuple[Path, ...]:
    return Wishes(banks=banks).request(folder, Settings()).banks


def test_a_bank_in_the_language_of_the_interface_comes_first(tmp_path: Path) -> None:
    polish = put(tmp_path, "a.toml", BANK.format(language="pl"))
    english = put(tmp_path, "b.toml", BANK.format(language="en"))
    put(tmp_path, "c.toml", BANK.format(language="en"))
    assert chosen(tmp_path) == (english,)
    use("pl")
    assert chosen(tmp_path) == (polish,)


def test_a_bank_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "a.toml", BROKEN)
    with pytest.raises(QuizError, match=r"a\.toml:4:") as caught:
        chosen(tmp_path)
    assert "\n" not in str(caught.value)
    good = put(tmp_path, "b.toml", BANK.format(language="pl"))
    assert chosen(tmp_path) == (good,)


def test_without_any_bank_it_says_what_a_bank_is(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="A bank is a TOML file"):
        chosen(tmp_path)


def test_a_bank_named_twice_is_asked_once(tmp_path: Path) -> None:
    one = put(tmp_path, "b.toml", BANK.format(language="en"))
    two = put(tmp_path, "a.toml", BANK.format(language="en"))
    again = tmp_path / "c.toml"
    again.symlink_to(one)
    assert chosen(tmp_path, one, two, one, again) == (one, two)
