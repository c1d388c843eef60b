"""Time from start to the home screen drawn, against a bare Textual app, and a key's way to the eye.

    python tests/benchmarks/start.py [RUNS]

Both programs start in a pseudo-terminal in turn, A B A B …; each figure is a median over RUNS
pairs. The home screen counts as drawn when the title of the last shipped bank is on it. The last
figure is the time from a key that answers a question to its feedback on the screen.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.terminal import Terminal

ENVIRONMENT = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
# An installed game is compiled, as Textual is; here the first pair compiles what has changed.
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)


def start(command: list[str], mark: bytes, folder: str) -> float:
    """Return the seconds until `command` has printed `mark`."""
    environment = {**ENVIRONMENT, "HOME": folder, "XDG_DATA_HOME": folder}
    terminal = Terminal([sys.executable, *command], environment)
    try:
        return terminal.seconds_to(mark)
    finally:
        terminal.kill()


def feedback(folder: str) -> float:
    """Return the seconds from the key that answers to the feedback drawn."""
    environment = {**ENVIRONMENT, "HOME": folder, "XDG_DATA_HOME": folder}
    command = ["-m", "quiz", "play", "korea-russia-2025", "--mode", "relaxed", "--seed", "1"]
    terminal = Terminal([sys.executable, *command], environment)
    try:
        terminal.wait_for("1/10")
        time.sleep(0.5)
        terminal.text()
        pressed = time.monotonic()
        terminal.send("1")
        while not any(word in terminal.text() for word in ("Right", "Wrong")):
            terminal.read(0.005)
        return time.monotonic() - pressed
    finally:
        terminal.kill()


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    bare, home = [], []
    with tempfile.TemporaryDirectory() as folder:
        for run in range(-1, runs):  # the first pair warms the caches and is not counted
            a = start([str(ROOT / "tests/benchmarks/bare_app.py")], b"bare-app-is-drawn", folder)
            b = start(["-m", "quiz"], b"korea-russia-2025", folder)
            if run >= 0:
                bare.append(a)
                home.append(b)
        keys = [feedback(folder) for _ in range(max(3, runs // 3))]
    ratios = [b / a for a, b in zip(bare, home, strict=True)]
    print(f"bare Textual app       {statistics.median(bare):.3f} s")
    print(f"newsquiz, home drawn   {statistics.median(home):.3f} s")
    print(f"ratio, median of pairs {statistics.median(ratios):.2f}")
    print(f"key to feedback drawn  {statistics.median(keys) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
