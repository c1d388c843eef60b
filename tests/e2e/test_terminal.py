"""The real program in terminals of every kind: sizes, colours, signals, pasted text."""

from __future__ import annotations

import os
import signal
import subprocess
import time
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from quiz.banks.read import read_bank
from tests.app.test_theme import contrast
from tests.faults.victims import GAME, bank, environment
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Give what starts the game in a terminal of some size and with more of an environment."""
    (tmp_path / "shelves.toml").write_text(bank(), "utf-8")
    started: list[Terminal] = []

    def begin(
        *words: str,
        size: tuple[int, int] = (80, 24),
        settings: str = "",
        ignored: bool = False,
        **more: str,
    ) -> Terminal:
        own = tmp_path / "data" / "newsquiz"
        own.mkdir(parents=True, exist_ok=True)
        (own / "settings.toml").write_text(settings, "utf-8")
        # As nohup does it, where the end of the window is to be ignored.
        before = ["/bin/sh", "-c", "trap '' HUP; exec \"$@\"", "sh"] if ignored else []
        terminal = Terminal([*before, *GAME, *words], environment(tmp_path) | more, *size)
        started.append(terminal)
        return terminal

    yield begin
    for terminal in started:
        terminal.kill()


@pytest.fixture
def asked(tmp_path: Path, start: Callable[..., Terminal]) -> Callable[..., Terminal]:
    """Give what starts a round of two questions and waits for the first."""

    def begin(**how: Any) -> Terminal:
        words = ("play", str(tmp_path / "shelves.toml"), "--questions", "2", "--player", "Ala")
        terminal = start(*words, **how)
        terminal.wait_for("1/2", "Answer")
        terminal.settle()
        return terminal

    return begin


def rounds(tmp_path: Path) -> list[dict[str, Any]]:
    return list(tomllib.loads((tmp_path / "scores.toml").read_text("utf-8"))["rounds"])


def answered(terminal: Terminal, key: str = "1") -> str:
    terminal.send(key)
    terminal.wait_for_any("Right", "Wrong")
    return terminal.settle()


def finish(terminal: Terminal) -> None:
    """Play on from the feedback on the first question to the end, and quit."""
    terminal.send("\r")
    terminal.wait_for("2/2", "Answer")
    terminal.settle()
    answered(terminal)
    terminal.send("\r")
    terminal.wait_for("Saved")
    terminal.send("\x11")
    assert terminal.wait() == 0


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (140, 45)], ids=str)
def test_a_round_in_a_window_of_any_size(
    size: tuple[int, int], asked: Callable[..., Terminal], tmp_path: Path
) -> None:
    terminal = asked(size=size)
    shown = answered(terminal)
    assert "What stands on shelf" in shown
    assert "(your answer)" in shown
    finish(terminal)
    assert rounds(tmp_path)[0]["outcome"] == "finished"


def test_a_window_that_is_resized_while_a_question_runs(
    asked: Callable[..., Terminal], tmp_path: Path
) -> None:
    terminal = asked()
    for size in ((60, 20), (140, 45), (61, 17), (200, 60), (80, 24)):
        terminal.resize(*size)
        terminal.settle()
        terminal.wait_for("What stands on shelf", "Answer")
    terminal.resize(40, 10)
    terminal.wait_for("The window is too small")
    terminal.send("1")
    terminal.resize(90, 30)
    terminal.wait_for("Paused")
    terminal.send(" ")
    terminal.wait_for("What stands on shelf", "Answer")
    terminal.settle()
    assert "Right" not in terminal.text(), "a key that nobody could aim answered"
    answered(terminal)
    finish(terminal)
    assert rounds(tmp_path)[0]["outcome"] == "finished"


# Colours

XTERM = {
    "black": "#000000",
    "red": "#cd0000",
    "green": "#00cd00",
    "brown": "#cdcd00",
    "blue": "#0000ee",
    "magenta": "#cd00cd",
    "cyan": "#00cdcd",
    "white": "#e5e5e5",
    "brightblack": "#7f7f7f",
    "brightred": "#ff0000",
    "brightgreen": "#00ff00",
    "brightbrown": "#ffff00",
    "brightblue": "#5c5cff",
    "brightmagenta": "#ff00ff",
    "brightcyan": "#00ffff",
    "brightwhite": "#ffffff",
}
"""What xterm makes of the sixteen colours (XTerm-col.ad), by pyte's names."""


def texts(terminal: Terminal) -> set[tuple[str, str, str]]:
    """Return each character on the screen with its colour and what is behind it."""
    terminal.text()
    found = set()
    for y in range(terminal.screen.lines):
        for x in range(terminal.screen.columns):
            cell = terminal.screen.buffer[y][x]
            if cell.data.strip() and not "\u2500" <= cell.data <= "\u259f":
                pair = [XTERM.get(name, f"#{name}") for name in (cell.fg, cell.bg)]
                found.add((cell.data, *(reversed(pair) if cell.reverse else pair)))
    return found


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize(
    "more",
    [{"NO_COLOR": "1"}, {"TERM": "xterm-16color"}, {"TERM": "xterm-16color", "NO_COLOR": "1"}, {}],
    ids=["no colour", "16 colours", "neither", "256 colours"],
)
def test_every_text_can_be_read_and_no_hue_is_needed(
    theme: str, more: dict[str, str], asked: Callable[..., Terminal]
) -> None:
    terminal = asked(settings=f'theme = "{theme}"\n', **more)
    seen = texts(terminal)
    assert "▸" in terminal.text()
    shown = answered(terminal, "2")
    seen |= texts(terminal)
    assert "✓" in shown
    assert "(your answer)" in shown
    assert "Right" in shown or "✗" in shown
    assert not {(*each, contrast(*each[1:])) for each in seen if contrast(*each[1:]) < 4.5}


def test_without_motion_nothing_is_drawn_while_nobody_acts(asked: Callable[..., Terminal]) -> None:
    """Seconds go on, a few bytes each; nothing blinks, slides or fades."""
    terminal = asked(settings="motion = false\n", TEXTUAL_ANIMATIONS="none")
    terminal.output = b""
    end = time.monotonic() + 1.5
    while time.monotonic() < end:
        terminal.read(0.1)
    assert terminal.output.count(b"\x1b[?2026h") <= 3
    assert len(terminal.output) < 3000


# Signals


def test_ctrl_c_says_how_to_quit_and_quits_nothing(asked: Callable[..., Terminal]) -> None:
    terminal = asked()
    terminal.send("\x03")
    terminal.wait_for("Press Ctrl+Q to quit.")
    terminal.send("\x03\x03")
    answered(terminal)
    finish(terminal)


def test_ctrl_z_stops_the_clock_and_fg_comes_back(
    tmp_path: Path, asked: Callable[..., Terminal]
) -> None:
    """In a shell with job control, as a person has it."""
    asked().kill()
    shell = {**environment(tmp_path), "PS1": "sh> ", "ENV": ""}
    command = " ".join([*GAME, "play", "shelves.toml", "--questions", "2", "--player", "Zed"])
    terminal = Terminal(["/bin/sh", "-c", f"cd '{tmp_path}' && exec /bin/sh -i"], shell)
    try:
        terminal.wait_for("sh>")
        terminal.send(f"{command}\r")
        terminal.wait_for("1/2", "Answer")
        terminal.settle()
        terminal.send("\x1a")
        terminal.wait_for("sh>")
        terminal.settle()
        terminal.send("echo it is $((40 + 2))\r")
        terminal.wait_for("it is 42")
        terminal.send("fg\r")
        terminal.wait_for("Paused")
        terminal.send(" ")
        terminal.wait_for("1/2", "Answer")
        terminal.settle()
        answered(terminal)
        terminal.send("\x11")
        terminal.wait_for("sh>")
    finally:
        terminal.kill()
    [played] = [each for each in rounds(tmp_path) if each["player"] == "Zed"]
    assert played["outcome"] == "quit"


def test_a_request_to_end_saves_the_round_and_leaves_the_terminal_as_it_was(
    asked: Callable[..., Terminal], tmp_path: Path
) -> None:
    terminal = asked()
    answered(terminal)
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.wait() == 0
    assert b"\x1b[?1049l" in terminal.output
    assert [each["outcome"] for each in rounds(tmp_path)] == ["quit"]


@pytest.mark.parametrize("plain", [False, True], ids=["app", "plain"])
@pytest.mark.parametrize("ignored", [False, True], ids=["SIGHUP", "nohup"])
def test_a_window_that_is_closed_ends_the_game_and_costs_no_answer(
    tmp_path: Path, start: Callable[..., Terminal], *, plain: bool, ignored: bool
) -> None:
    words = ["play", str(tmp_path / "shelves.toml"), "--questions", "3", "--player", "Ala"]
    if plain:
        terminal = start(*words, "--plain", ignored=ignored)
        terminal.wait_for("Your answer")
        terminal.send("a\r")
        terminal.wait_for("Press Enter")
    else:
        terminal = start(*words, ignored=ignored)
        terminal.wait_for("1/3", "Answer")
        terminal.settle()
        answered(terminal)
    terminal.hang_up()
    again = start("--banks", str(tmp_path))
    again.wait_for("Shelves")
    again.wait_until(lambda: not list(tmp_path.glob("scores.journal*")))
    [played] = rounds(tmp_path)
    assert len(played["answers"]) == 1
    assert played["outcome"] in {"interrupted", "quit"}


def test_a_window_that_is_closed_on_the_workshop_costs_no_word_that_was_saved(
    tmp_path: Path, start: Callable[..., Terminal]
) -> None:
    terminal = start("edit", str(tmp_path / "shelves.toml"))
    terminal.wait_for("status all")
    terminal.settle()
    terminal.send("\r")
    terminal.wait_for("Question 1 of")
    terminal.settle()
    terminal.send(" Yes.")
    terminal.wait_for("Yes.", "Saved")
    terminal.settle(0.6)
    terminal.hang_up()
    assert read_bank(tmp_path / "shelves.toml").questions[0].prompt.endswith("? Yes.")


# A megabyte

LONG = "x" * 1_000_000
LINES = ("A line of words that were pasted. " * 29 + "\n") * 1000


def test_a_pasted_megabyte_does_no_harm_to_a_bank(
    start: Callable[..., Terminal], tmp_path: Path
) -> None:
    path = tmp_path / "shelves.toml"
    before = read_bank(path).questions[1:]
    terminal = start("edit", str(path))
    terminal.wait_for("status all")
    terminal.settle()
    terminal.send("\r")
    terminal.wait_for("Question 1 of")
    terminal.settle()
    terminal.paste(LINES)
    terminal.wait_for("Only the first 20,000")
    terminal.send("\x11")
    assert terminal.wait() == 0
    assert read_bank(path).questions[1:] == before


def test_a_pasted_megabyte_answers_nothing(asked: Callable[..., Terminal], tmp_path: Path) -> None:
    terminal = asked()
    terminal.paste(LINES)
    terminal.settle()
    assert "1/2" in terminal.text()
    assert not {"Right", "Wrong"} & set(terminal.text().split())
    answered(terminal)
    finish(terminal)
    assert len(rounds(tmp_path)[0]["answers"]) == 2


def test_a_megabyte_on_one_line_is_no_answer_in_plain_mode(
    start: Callable[..., Terminal], tmp_path: Path
) -> None:
    command = [*GAME, "play", str(tmp_path / "shelves.toml"), "--plain", "--questions", "1"]
    start("--version").wait()
    result = subprocess.run(
        command,
        input=f"{LONG}\na\n".encode(),
        env=environment(tmp_path),
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert b"That is no answer" in result.stdout
    assert len(rounds(tmp_path)[0]["answers"]) == 1


@pytest.mark.parametrize("wish", ["", "1"], ids=["with", "without"])
def test_the_mouse_is_left_to_the_terminal_of_whoever_wishes_it(
    wish: str, start: Callable[..., Terminal], tmp_path: Path
) -> None:
    terminal = start("--banks", str(tmp_path), NEWSQUIZ_NO_MOUSE=wish)
    terminal.seconds_to(b"shelves")
    taken = [mode for mode in (b"1000", b"1003", b"1006") if b"\x1b[?%sh" % mode in terminal.output]
    assert bool(taken) is not bool(wish)
    terminal.send("q")
    assert terminal.wait() == 0
