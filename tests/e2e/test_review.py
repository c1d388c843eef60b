"""Mode `review` on the command line, line by line."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def play(folder: Path, *words: str, answers: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quiz", "play", "--plain", "--player", "Ala", *words],
        input=answers,
        env={**os.environ, "XDG_DATA_HOME": str(folder), "HOME": str(folder), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_what_was_played_comes_back_when_it_is_due_and_sooner_on_request(tmp_path: Path) -> None:
    nothing = play(tmp_path, "--mode", "review")
    assert nothing.returncode == 1
    assert "nothing to review" in nothing.stderr
    banks = ("korea-russia-2025", "korea-rosja-2025")
    played = play(tmp_path, *banks, "--questions", "3", answers="a\n\n" * 3)
    assert played.returncode == 0
    early = play(tmp_path, "--mode", "review")
    assert early.returncode == 1
    assert "Nothing is due for review. The next 3 are due" in early.stderr
    ahead = play(tmp_path, "--mode", "review", "--ahead")
    assert ahead.returncode == 0
    assert "Question 1 of 3" in ahead.stdout
