"""Start the installed game in a pseudo-terminal, see its first screen, and quit it by keys."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.terminal import Terminal


def main() -> None:
    """Print the first screen and exit with 0, or raise AssertionError."""
    command = Path(sys.executable).parent / "newsquiz"
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "HOME": folder,
            "XDG_DATA_HOME": folder,
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
        }
        environment.pop("NEWSQUIZ_SCORES", None)
        game = Terminal([str(command)], environment)
        try:
            print(game.wait_for("korea-russia-2025", "korea-rosja-2025"))
            game.send("\x11")
            status = game.wait()
        finally:
            game.kill()
    assert status == 0, status
    print("the game starts in a terminal and quits with status 0")


if __name__ == "__main__":
    main()
