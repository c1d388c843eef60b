"""What a save costs when the history is long, as a ratio of one run: a long file to a short one.

    python tests/benchmarks/save.py [LONG [SHORT [SAVES]]]

Saves rounds to both files in turn and compares the medians, flush to the disk included; then the
same for all but the flush, which is noise of the disk. Last, a file of a tenth of LONG rounds is
read, against a bare TOML parse of it.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING
from uuid import UUID

import tomli

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from quiz.game.answer import Answer
from quiz.scores.blocks import HEADER, encode
from quiz.scores.file import ScoreFile
from quiz.scores.models import Played

if TYPE_CHECKING:
    from collections.abc import Callable

ANSWER = Answer(
    question="sappers-number",
    category="numbers",
    prompt="How many sappers is North Korea to send to the Kursk oblast?",
    answer="1000",
    chosen="5000",
    correct=False,
    seconds=3.217,
    limit=20,
    points=0,
)
ROUND = Played(
    id="",
    player="Ala",
    bank="korea-russia-2025",
    mode="timed",
    started=datetime(2026, 11, 22, 21, 30, tzinfo=UTC),
    seconds=94.2,
    outcome="finished",
    correct=8,
    points=7420,
    answers=(ANSWER,) * 10,
)


def numbered(number: int) -> Played:
    """Return a round whose id says which it is."""
    return replace(ROUND, id=str(UUID(int=number)))


def filled(path: Path, count: int) -> ScoreFile:
    """Write a score file of so many rounds."""
    blank = encode(numbered(0))
    with path.open("wb") as file:
        file.write(HEADER)
        for number in range(count):
            file.write(blank.replace(str(UUID(int=0)).encode(), str(UUID(int=number)).encode()))
        file.flush()
        os.fsync(file.fileno())
    return ScoreFile(path)


def seconds(work: Callable[[], object]) -> float:
    """Time one call."""
    start = perf_counter()
    work()
    return perf_counter() - start


def compare(long: ScoreFile, short: ScoreFile, saves: int) -> float:
    """Return the ratio of the median times of a save, the two files taking turns."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(saves):
        played = numbered(10**9 + number)
        order = (0, 1) if number % 2 else (1, 0)
        for which in order:
            times[which].append(seconds(partial((long, short)[which].append, played)))
    medians = [statistics.median(each) for each in times]
    print(f"  long {medians[0] * 1e3:.2f} ms, short {medians[1] * 1e3:.2f} ms", end="  ")
    return medians[0] / medians[1]


def main() -> None:
    """Print the ratios."""
    given = [int(each) for each in sys.argv[1:4]]
    long, short, saves = given + [100_000, 10, 200][len(given) :]
    with tempfile.TemporaryDirectory() as folder:
        files = filled(Path(folder, "long.toml"), long), filled(Path(folder, "short.toml"), short)
        print(f"a save to {long} rounds against one to {short}, {saves} saves each:")
        print(f"ratio {compare(*files, saves):.2f}")
        flush, os.fsync = os.fsync, lambda fd: None  # noqa: ARG005  # its own parameter's name
        print("the same without the flush to the disk:")
        print(f"ratio {compare(*files, saves):.2f}")
        os.fsync = flush
        many = filled(Path(folder, "read.toml"), long // 10)
        bare = min(seconds(lambda: tomli.loads(many.path.read_text("utf-8"))) for _ in range(3))
        ours = min(seconds(lambda: sum(1 for _ in many.rounds())) for _ in range(3))
        print(f"reading {long // 10} rounds: {ours:.2f} s, a bare parse {bare:.2f} s")
        print(f"ratio {ours / bare:.2f}")


if __name__ == "__main__":
    main()
