"""The real program, in a pseudo-terminal and in a pipe, and the score file it leaves behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from quiz.banks.find import find_banks
from quiz.banks.read import read_bank
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
BANK = "korea-russia-2025"
GAME = [sys.executable, str(ROOT / "play.py")]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    return {
        **kept,
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "NEWSQUIZ_SCORES": str(tmp_path / "scores.toml"),
        "PYTHONUTF8": "1",
    }


@pytest.fixture
def keys() -> dict[str, str]:
    path = next(bank.path for bank in find_banks() if bank.name == BANK)
    return {question.prompt: question.answer for question in read_bank(path).questions}


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    started: list[Terminal] = []
    yield started
    for terminal in started:
        terminal.kill()


def rounds(tmp_path: Path) -> list[dict[str, Any]]:
    return list(tomllib.loads((tmp_path / "scores.toml").read_text("utf-8"))["rounds"])


def answer(terminal: Terminal, number: str, key: str) -> None:
    """Answer one question and go on, as a person who has seen it: not within its first instant."""
    terminal.wait_for(number)
    terminal.settle()
    terminal.send(key)
    terminal.wait_for_any("Right", "Wrong")
    terminal.send("\r")


def run(
    environment: dict[str, str], *words: str, typed: str = "", cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*GAME, *words],
        input=typed,
        env=environment,
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_a_round_by_keys_is_in_the_score_file(
    tmp_path: Path, environment: dict[str, str], terminals: list[Terminal]
) -> None:
    terminal = Terminal(
        [*GAME, "play", BANK, "--questions", "3", "--seed", "7", "--player", "Ala"], environment
    )
    terminals.append(terminal)
    for number in (1, 2, 3):
        answer(terminal, f"{number}/3", "1")
    terminal.wait_for("Saved")
    terminal.send("\x11")
    assert terminal.wait() == 0
    [played] = rounds(tmp_path)
    assert played["player"] == "Ala"
    assert played["bank"] == BANK
    assert played["outcome"] == "finished"
    assert len(played["answers"]) == 3
    assert played["points"] == sum(answer["points"] for answer in played["answers"])
    assert played["correct"] == sum(answer["correct"] for answer in played["answers"])


def test_two_keys_lead_from_the_launch_to_the_first_question(
    environment: dict[str, str], terminals: list[Terminal]
) -> None:
    terminal = Terminal(GAME, environment)
    terminals.append(terminal)
    terminal.wait_for(BANK)
    terminal.send("\r")
    try:
        terminal.wait_for("1/10", seconds=3)
    except AssertionError:
        terminal.send("\r")
        terminal.wait_for("1/10")


def test_what_was_answered_before_a_kill_is_there_at_the_next_start(
    tmp_path: Path, environment: dict[str, str], terminals: list[Terminal]
) -> None:
    terminal = Terminal([*GAME, "play", BANK, "--questions", "5", "--seed", "3"], environment)
    terminals.append(terminal)
    for number in (1, 2):
        answer(terminal, f"{number}/5", "2")
    terminal.wait_for("3/5")
    terminal.kill()
    again = Terminal(GAME, environment)
    terminals.append(again)
    again.wait_for(BANK)
    again.wait_for("interrupted")
    again.send("\x11")
    assert again.wait() == 0
    [played] = rounds(tmp_path)
    assert played["outcome"] == "interrupted"
    assert len(played["answers"]) == 2
    assert not list(tmp_path.glob("scores.journal*"))


def test_a_plain_round_by_the_right_letters_is_all_right(
    tmp_path: Path, environment: dict[str, str], keys: dict[str, str]
) -> None:
    words = ["play", BANK, "--plain", "--questions", "4", "--seed", "5", "--mode", "relaxed"]
    first = run(environment, *words, typed="a\na\na\na\n")
    assert first.returncode == 0, first.stderr
    letters = []
    lines = first.stdout.splitlines()
    for at, line in enumerate(lines):
        if line in keys:
            options = [option for option in lines[at:] if option[1:3] == ") "][:6]
            letters.append(next(o[0] for o in options if o[3:] == keys[line]))
    assert len(letters) >= 4
    second = run(environment, *words, typed="\n".join(letters[:4]) + "\n")
    assert second.returncode == 0, second.stderr
    assert [played["correct"] for played in rounds(tmp_path)][1] == 4
    assert "\x1b" not in first.stdout


def test_the_end_of_input_ends_a_plain_round_as_quit(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    result = run(environment, "play", BANK, "--questions", "4", typed="a\n")
    assert result.returncode == 0, result.stderr
    [played] = rounds(tmp_path)
    assert played["outcome"] == "quit"
    assert len(played["answers"]) == 1


def test_scores_prints_the_history_in_three_forms(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    assert run(environment, "scores").returncode == 1
    run(environment, "play", BANK, "--questions", "2", "--player", "=1+1", typed="a\nb\n")
    table = run(environment, "scores", cwd=tmp_path)
    assert BANK in table.stdout
    objects = json.loads(run(environment, "scores", "--json").stdout)
    assert objects[0]["player"] == "=1+1"
    sheet = run(environment, "scores", "--csv").stdout
    assert "'=1+1" in sheet


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["play", "no-such-bank", "--plain"], "no-such-bank"),
        (["play", "--mode", "fast"], "fast"),
        (["--questions"], "--questions"),
        (["play", BANK, "--questions", "0"], "0"),
        (["dance"], "dance"),
    ],
)
def test_wrong_use_is_one_clear_line(
    environment: dict[str, str], words: list[str], named: str
) -> None:
    result = run(environment, *words)
    assert result.returncode == 2
    assert named in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_the_version_the_banks_and_the_scores_need_no_screen(environment: dict[str, str]) -> None:
    for words in (["--version"], ["banks"], ["scores"]):
        code = (
            "import sys; from quiz.cli import main\n"
            f"try: main({words!r})\nexcept SystemExit: pass\n"
            "print([name for name in ('textual', 'rich') if name in sys.modules])"
        )
        result = subprocess.run(
            [sys.executable, "-c", code],
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert result.stdout.splitlines()[-1] == "[]"


def test_a_missing_dependency_is_told_in_one_line(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "play.py")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "pip install -e" in result.stderr
