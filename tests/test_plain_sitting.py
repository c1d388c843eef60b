"""A sitting in plain mode: what it plays where nobody said, and where its round is kept."""

from __future__ import annotations

import errno
import os
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from quiz.base.errors import QuizError
from quiz.base.language import use
from quiz.base.settings import Settings
from quiz.plain_sitting import Wishes, sit
from quiz.scores.file import ScoreError, ScoreFile
from quiz.scores.sitting import Sitting
from tests.faulty import Faulty
from tests.scores.rounds import SAPPERS, SHOIGU
from tests.scores.rounds import played as round_of

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


def played(
    folder: Path, typed: str, monkeypatch: pytest.MonkeyPatch, scores: Path
) -> tuple[int, Path]:
    bank = put(folder, "b.toml", BANK.format(language="en"))
    monkeypatch.setattr("sys.stdin", StringIO(typed))
    status = sit(Wishes(banks=(bank,)), folder=folder, scores=scores, settings=folder / "s.toml")
    return status, scores


def answers(scores: Path) -> list[int]:
    return [len(each.answers) for each in ScoreFile(scores).rounds()]


def test_a_round_that_cannot_be_saved_is_saved_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = put(tmp_path, "blocked", "a file where the folder should be") / "scores.toml"
    other = tmp_path / "Elsewhere.toml"
    typed = f"a\nr\n{blocked}\n{tmp_path}\n{other}\n"
    assert played(tmp_path, typed, monkeypatch, blocked)[0] == 0
    assert answers(other) == [1]
    told = capsys.readouterr()
    assert "Not saved yet: The scores could not be saved" in told.err
    assert "a file is where a folder should be" in told.err
    assert told.out.count("Save it in another file?") == 4
    assert f"The round is saved in {other}." in told.err


def test_a_round_that_nobody_takes_is_kept_or_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scores = tmp_path / "scores.toml"

    def refuse(*_args: object) -> None:
        raise ScoreError("no")

    with monkeypatch.context() as patch:
        patch.setattr(ScoreFile, "append", refuse)
        assert played(tmp_path, "a\n", patch, scores)[0] == 2
    assert "saved at the next start" in capsys.readouterr().err
    assert ScoreFile(scores).recover().interrupted == 1
    blocked = put(tmp_path, "blocked", "a file where the folder should be") / "scores.toml"
    assert played(tmp_path, "a\n\n", monkeypatch, blocked)[0] == 2
    told = capsys.readouterr().err
    put(tmp_path, "by-hand.toml", "format = 1\n" + told[told.index("\n[[rounds]]") :])
    assert answers(tmp_path / "by-hand.toml") == [1]


def test_what_a_full_disk_refused_is_kept_with_the_next_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scores = tmp_path / "folder" / "scores.toml"
    blocked = put(tmp_path, "folder", "a file where the folder should be")
    sitting = Sitting(scores, round_of(1))
    assert sitting.trouble
    sitting.add(SAPPERS)
    blocked.unlink()
    sitting.add(SHOIGU)
    assert not sitting.trouble
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", Faulty(os.write, errno.ENOSPC, 1))
        sitting.add(SHOIGU)
    assert "no space" in sitting.trouble
    sitting.add(SAPPERS)
    assert not sitting.trouble
    sitting.close()
    ScoreFile(scores).recover()
    (saved,) = ScoreFile(scores).rounds()
    assert saved.answers == (SAPPERS, SHOIGU, SHOIGU, SAPPERS)
