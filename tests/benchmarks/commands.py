"""Time of the quickest commands, against a bare interpreter that imports what they import.

    python tests/benchmarks/commands.py [RUNS]

What a command imports is asked of the command itself: every module that it has loaded at its end
and that is not ours. The two run in turn, A B A B …; each ratio is a median over RUNS pairs.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parent.parent.parent
COMMANDS = (["--version"], ["banks"])
PROBE = """
import atexit, json, sys
from pathlib import Path
before = set(sys.modules)
atexit.register(lambda: Path(sys.argv[-1]).write_text(json.dumps(sorted(
    name for name in set(sys.modules) - before if name.partition(".")[0] not in OURS))))
from quiz.cli import main
OURS = {"quiz", "question_banks", "__main__", "__mp_main__"}
sys.exit(main(sys.argv[1:-1]))
"""


def imported(command: list[str]) -> list[str]:
    """Return the modules of others that a command imports."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "modules.json"
        run("-c", PROBE, *command, str(told))
        names: list[str] = json.loads(told.read_text("utf-8"))
        return names


def run(*words: str) -> float:
    """Run Python with these words and return the seconds it takes. Raises CalledProcessError."""
    start = perf_counter()
    subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, check=True)
    return perf_counter() - start


def main() -> None:
    """Print the ratios."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    for command in COMMANDS:
        names = imported(command)
        bare = f"import importlib\nfor name in {names!r}: importlib.import_module(name)"
        pairs = [(run("-c", bare), run("-m", "quiz", *command)) for _run in range(-1, runs)][1:]
        ratio = statistics.median(ours / theirs for theirs, ours in pairs)
        seconds = statistics.median(ours for _theirs, ours in pairs)
        told = " ".join(command)
        print(f"newsquiz {told}: {seconds * 1e3:.0f} ms, {len(names)} modules of others")
        print(f"{told}, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
