"""The report on a large class: its time against the bare parse of the same files, and its memory.

    python tests/benchmarks/report.py [PUPILS [ROUNDS [ANSWERS]]]

Writes a score file a pupil, then runs in turn, each in a process of its own: a program that parses
every file with tomli, one file at a time, and `newsquiz report` with all its forms. The times are
of whole processes, the better of two runs; the peak of memory is what the system says of them.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from uuid import UUID

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from quiz.game.answer import Answer
from quiz.scores.blocks import HEADER, encode
from quiz.scores.models import Played

QUESTIONS = 60  # in the bank that all play
STARTED = datetime(2026, 9, 1, 9, tzinfo=UTC)
BARE = """
import sys, tomli
from pathlib import Path
for path in sorted(Path(sys.argv[1]).glob("*.toml")):
    tomli.loads(path.read_text("utf-8"))
"""


def answers(skill: float, count: int, chance: random.Random) -> tuple[Answer, ...]:
    """Answer some questions of the bank: a low number is an easy one."""
    asked = chance.sample(range(QUESTIONS), min(count, QUESTIONS))
    made = list[Answer]()
    for number in asked:
        correct = chance.random() < min(0.97, max(0.05, skill + 0.5 - number / QUESTIONS))
        made.append(
            Answer(
                question=f"question-{number}",
                category="numbers",
                prompt=f"How many sappers is country number {number} to send to the region?",
                answer="1000",
                chosen="1000" if correct else chance.choice(["500", "3000", "5000"]),
                correct=correct,
                seconds=round(chance.uniform(1, 19), 3),
                limit=20,
                points=700 if correct else 0,
            )
        )
    return tuple(made)


def fill(folder: Path, pupils: int, rounds: int, count: int) -> int:
    """Write the files of the class, and return their size in bytes."""
    chance = random.Random(1)  # noqa: S311  # the same class every time
    size = 0
    for pupil in range(pupils):
        skill = chance.uniform(0.2, 0.8)
        blocks = [HEADER]
        for number in range(rounds):
            given = answers(skill, count, chance)
            blocks.append(
                encode(
                    Played(
                        id=str(UUID(int=pupil * rounds + number)),
                        player=f"Pupil {pupil}",
                        bank="numbers",
                        mode="timed",
                        started=STARTED + timedelta(days=number),
                        seconds=sum(each.seconds for each in given),
                        outcome="finished",
                        correct=sum(each.correct for each in given),
                        points=sum(each.points for each in given),
                        answers=given,
                    )
                )
            )
        size += (folder / f"{pupil:04}.toml").write_bytes(b"".join(blocks))
    return size


def run(*words: str) -> tuple[float, float]:
    """Run Python and return the seconds it took and its peak of memory in megabytes."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    start = perf_counter()
    child = os.posix_spawn(
        sys.executable,
        [sys.executable, *words],
        os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1), (os.POSIX_SPAWN_DUP2, nowhere, 2)],
    )
    _pid, status, usage = os.wait4(child, 0)
    took = perf_counter() - start
    os.close(nowhere)
    if status:
        raise SystemExit(f"{words} failed")
    unit = 1e6 if sys.platform == "darwin" else 1e3  # bytes there, kilobytes elsewhere
    return took, usage.ru_maxrss / unit


def main() -> None:
    """Print the ratios."""
    given = [int(each) for each in sys.argv[1:4]]
    pupils, rounds, count = given + [200, 100, 10][len(given) :]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = fill(folder, pupils, rounds, count)
        print(f"{pupils} pupils, {rounds} rounds each of {count} answers: {size / 1e6:.0f} MB")
        report = [str(ROOT / "play.py"), "report", name]
        forms = {"text": [], "--json": ["--json"], "--html": ["--html", str(folder / "c.html")]}
        bare = min(run("-c", BARE, name)[0] for _time in range(2))
        print(f"bare parse: {bare:.2f} s")
        for form, words in forms.items():
            measured = [run(*report, *words) for _time in range(2)]
            took, memory = min(took for took, _ in measured), max(peak for _, peak in measured)
            print(f"report {form}: {took:.2f} s, ratio {took / bare:.2f}, peak {memory:.0f} MB")


if __name__ == "__main__":
    main()
