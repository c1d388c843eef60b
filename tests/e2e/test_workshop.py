"""The workshop in a real terminal, killed while somebody writes."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from quiz.banks.read import read_bank
from tests.app.workshop_kit import HAND, by_hand
from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent.parent
WRITTEN = "Which is the longest?, says the atlas"


def test_a_kill_in_the_middle_of_a_word_costs_at_most_that_word(tmp_path: Path) -> None:
    path = by_hand(tmp_path / "banks")
    environment = {
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
    }
    command = [sys.executable, str(ROOT / "play.py"), "edit", str(path)]
    terminal = Terminal(command, environment)
    try:
        terminal.wait_for("Where does it end?")
        terminal.settle()
        terminal.send("\r")
        terminal.wait_for("Question 1 of 2")
        terminal.settle()
        for character in ", says the atlas":
            terminal.send(character)
        terminal.wait_for("says the atlas")
        deadline = time.monotonic() + 10
        while WRITTEN not in path.read_text("utf-8") and time.monotonic() < deadline:
            terminal.read(0.05)
        for character in " of Po":
            terminal.send(character)
        os.kill(terminal.pid, signal.SIGKILL)
    finally:
        terminal.kill()
    text = path.read_text("utf-8")
    prompt = read_bank(path).questions[0].prompt
    assert prompt.startswith(WRITTEN)
    assert text == HAND.replace("Which is the longest?", prompt)
