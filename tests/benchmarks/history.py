"""What looking back costs when the history is long, as ratios of one run: a long one to a short.

    python tests/benchmarks/history.py [LONG [SHORT [TIMES]]]

Each file holds rounds of ten answers, ten rounds a day, over a bank of a hundred questions. Its
index is built from nothing, by a process of its own so that the memory is its own too, and that is
held against a bare TOML parse of the same file. Then the index is warm: each query opens it anew,
the two files taking turns, and the medians are compared.
"""

from __future__ import annotations

import os
import resource
import statistics
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import groupby
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING
from uuid import UUID

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from quiz.game.answer import Answer
from quiz.scores.blocks import HEADER, encode
from quiz.scores.history import (
    Filter,
    mastery,
    missed_most,
    mistakes,
    outlook,
    progress,
    round_in_full,
    rounds,
    standing,
    streak,
    total,
)
from quiz.scores.index.index import ScoreIndex
from quiz.scores.models import Played
from quiz.scores.pieces import split

if TYPE_CHECKING:
    from collections.abc import Callable

QUESTIONS, A_DAY = 100, 10
LAST = datetime(2026, 11, 22, 21, 30, tzinfo=UTC)
KINDS = ("dates", "numbers", "roles", "people", "places", "organisations", "things")


def played(number: int, count: int) -> Played:
    """Return round `number` of `count`, the last one on LAST."""
    answers = tuple(
        Answer(
            question=f"question-{(number * 10 + at) % QUESTIONS}",
            category=KINDS[at % len(KINDS)],
            prompt="How many sappers is North Korea to send to the Kursk oblast?",
            answer="1000",
            chosen="5000" if (number * 7 + at) % 5 == 0 else "1000",
            correct=(number * 7 + at) % 5 != 0,
            seconds=3.217,
            limit=20,
            points=871 if (number * 7 + at) % 5 else 0,
        )
        for at in range(10)
    )
    return Played(
        id=str(UUID(int=number)),
        player="Ala",
        bank="korea-russia-2025",
        mode=("timed", "relaxed", "exam")[number % 3],
        started=LAST - timedelta(days=(count - 1 - number) // A_DAY),
        seconds=94.2,
        outcome="finished",
        correct=sum(answer.correct for answer in answers),
        points=sum(answer.points for answer in answers),
        answers=answers,
    )


def filled(path: Path, count: int) -> Path:
    """Write a score file of so many rounds."""
    with path.open("wb") as file:
        file.write(HEADER)
        for number in range(count):
            file.write(encode(played(number, count)))
        file.flush()
        os.fsync(file.fileno())
    return path


def seconds(work: Callable[[], object]) -> float:
    """Time one call."""
    start = perf_counter()
    work()
    return perf_counter() - start


def apart(work: Callable[[], object]) -> tuple[float, float]:
    """Do something in a process of its own; return its seconds and its most memory in MiB."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:
            took = seconds(work)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            os.write(writer, f"{took} {peak}".encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        took, kibibytes = map(float, answer.read().split())
    os.waitpid(child, 0)
    return took, kibibytes / 1024


def build(path: Path) -> None:
    """Build the index."""
    ScoreIndex(path).close()


def parse(path: Path) -> None:
    """Parse the file, and nothing more: a thousand rounds at a time, so that it fits in memory."""
    import tomli  # noqa: PLC0415

    with path.open("rb") as file:
        for _number, group in groupby(split(file), lambda piece: piece.line // 24_000):
            tomli.loads(b"".join(piece.data for piece in group).decode())


def page(index: ScoreIndex) -> object:
    return rounds(index, Filter(player="Ala"), limit=50)


def streaks(index: ScoreIndex) -> object:
    return streak(index, "Ala", LAST.date())


def how_many_due(index: ScoreIndex) -> object:
    return outlook(index, "Ala", LAST)


def filtered(index: ScoreIndex) -> object:
    which = Filter(player="Ala", bank="korea-russia-2025", mode="exam")
    return rounds(index, which, limit=50), total(index, which)


def in_full(index: ScoreIndex) -> object:
    return round_in_full(index, str(UUID(int=50)))


def of_questions(index: ScoreIndex) -> object:
    return mastery(index), missed_most(index), mistakes(index, "Ala")


def stands(index: ScoreIndex) -> object:
    return standing(index, "Ala", "korea-russia-2025")


def last_month(index: ScoreIndex) -> object:
    return progress(index, Filter(since=LAST.date() - timedelta(days=30)))


QUERIES = {
    "a page of history": page,
    "the same, filtered": filtered,
    "streaks": streaks,
    "how many are due": how_many_due,
    "a round in full": in_full,
    "mastery, missed, mistakes": of_questions,
    "standing on a bank": stands,
    "the last month": last_month,
}


def ask(path: Path, query: Callable[[ScoreIndex], object]) -> None:
    """Open the index and ask it."""
    with ScoreIndex(path) as index:
        query(index)


def main() -> None:
    """Print the ratios."""
    given = [int(each) for each in sys.argv[1:4]]
    long, short, times = given + [100_000, 100, 40][len(given) :]
    with tempfile.TemporaryDirectory() as folder:
        files = filled(Path(folder, "long.toml"), long), filled(Path(folder, "short.toml"), short)
        size = files[0].stat().st_size / 2**20
        print(f"{long} rounds, {size:.0f} MiB, and {short} rounds")
        bare, memory = apart(partial(parse, files[0]))
        print(f"bare TOML parse            {bare:8.2f} s   {memory:5.0f} MiB")
        cold, memory = apart(partial(build, files[0]))
        print(f"the index from nothing     {cold:8.2f} s   {memory:5.0f} MiB")
        print(f"ratio {cold / bare:.2f}")
        build(files[1])
        kept = files[0].with_name("long.toml.index").stat().st_size / 2**20
        print(f"the index file is {kept:.0f} MiB")
        with files[0].open("ab") as file:
            file.write(encode(replace(played(0, long), id="new", started=LAST)))
        print(f"opened with one new round  {seconds(partial(build, files[0])) * 1e3:8.1f} ms")
        build(files[0])
        print(f"\nwarm, the index opened for each, medians of {times}:")
        for name, query in QUERIES.items():
            took: tuple[list[float], list[float]] = ([], [])
            for number in range(-2, times):
                for which in (0, 1) if number % 2 else (1, 0):
                    one = seconds(partial(ask, files[which], query))
                    if number >= 0:
                        took[which].append(one)
            a, b = map(statistics.median, took)
            print(f"{name:26} {a * 1e3:6.2f} ms, {b * 1e3:6.2f} ms   ratio {a / b:.2f}")
        with ScoreIndex(files[0]):
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"memory of this process     {peak:5.0f} MiB")


if __name__ == "__main__":
    main()
