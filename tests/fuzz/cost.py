"""What a file that repeats one thing without end costs each reader, in time and in memory.

    python tests/fuzz/cost.py [READER…] [--size KB]

Every shape of every reader is read at a quarter of the size, at half of it and at all of it, each
in a process of its own that is stopped beyond the limits. A reader is linear where twice the file
costs twice the time. What breaks a limit is listed, and the exit status is 1 then.

The last figures of a reader are the most seconds and the most memory for each megabyte that one of
these files cost; a smaller file counts as a megabyte. Libraries are loaded before. Where a reader
does several things one after the other that a person does one at a time, each follows by itself.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).parent.parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests.fuzz.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from tests.fuzz.reader import Reader

SECONDS = 2.0
"""Of processor time that a megabyte may cost."""
SLACK = 1.0
"""Seconds on top, for what a process does once: loading libraries and dictionaries."""
A_THING = 0.0005
"""Seconds for each thing that is made of the file: a question, a round, a sentence."""
MULTIPLE = 60
"""How many times its size a file may take in memory; a small object of Python takes fifty bytes."""
ROOM = 200 * 1024 * 1024
"""Bytes on top, for the same."""

_FORK = multiprocessing.get_context("fork")


class Cost(NamedTuple):
    """What reading cost; `problem` is what it raised, or that it was stopped."""

    size: int
    seconds: float
    memory: int
    problem: str = ""
    things: int = 0

    @property
    def too_much(self) -> bool:
        """Whether it broke a limit."""
        return bool(self.problem) or self.seconds > allowed(self.size, self.things)


def allowed(size: int, things: int = 0) -> float:
    """Return the seconds of processor time that a file of so many bytes and things may cost."""
    return SLACK + SECONDS * size / 1_000_000 + A_THING * things


def repeated(shape: tuple[str, str, str], size: int) -> bytes:
    """Make a file of about `size` bytes of a shape; `{n}` in what repeats counts up."""
    before, piece, behind = shape
    times = max(1, size // len(piece.encode()))
    if "{n}" in piece:
        body = "".join(piece.replace("{n}", str(number)) for number in range(times))
    else:
        body = piece * times
    return f"{before}{body}{behind}".encode("utf-8", "surrogatepass")


def measured(reader: Reader, data: bytes) -> Cost:
    """Read a file in a process of its own, which may cost ten times what is allowed."""
    data = reader.pack(data)
    ours, theirs = _FORK.Pipe(duplex=False)
    process = _FORK.Process(target=_read, args=(reader, data, theirs))
    process.start()
    theirs.close()
    try:
        seconds, memory, problem, things = ours.recv()
    except EOFError:
        seconds, memory, problem, things = 10 * allowed(len(data)), 0, "it was stopped", 0
    process.join()
    return Cost(len(data), seconds, memory, problem, things)


def _read(reader: Reader, data: bytes, told: Connection) -> None:
    most = int(10 * allowed(len(data))) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    room = _mapped() + ROOM + MULTIPLE * len(data)
    resource.setrlimit(resource.RLIMIT_AS, (room, room))
    problem, things, start = "", 0, time.process_time()
    try:
        things = reader.read(data)
    except BaseException as error:
        problem = f"{type(error).__name__}: {error}"[:200]
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - used
    told.send((seconds, memory, problem, things))


def _mapped() -> int:
    """Return how many bytes of address space this process has."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    return pages * resource.getpagesize()


def costs(reader: Reader, shape: tuple[str, str, str], size: int) -> Iterator[Cost]:
    """Measure a shape at a quarter of the size, half of it and all of it, until it is too much."""
    for part in (4, 2, 1):
        cost = measured(reader, repeated(shape, size // part))
        yield cost
        if cost.too_much:
            return


def parts_of(reader: Reader, size: int) -> int:
    """Print what each thing costs that a reader does one after the other; return the breaches."""
    broken = 0
    for name, read in reader.parts.items():
        each = [
            measured(reader._replace(read=read), repeated(shape, size)) for shape in reader.shapes
        ]
        broken += sum(cost.too_much for cost in each)
        worst = max(cost.seconds / max(cost.size, 1e6) * 1e6 for cost in each)
        most = max(cost.memory / max(cost.size, 1e6) for cost in each)
        problems = "; ".join(cost.problem for cost in each if cost.problem)
        print(
            f"{reader.name:10} only {name:8} {worst:.2f} s/MB, {most:.0f} x  {problems}", flush=True
        )
    return broken


def main() -> int:
    """Print a line a shape; return 1 if a limit was broken."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("readers", nargs="*", metavar="READER", default=list(READERS))
    parser.add_argument("--size", type=int, default=1000, help="KB of the largest file (1000)")
    parser.add_argument("--all", action="store_true", help="list what is within the limits too")
    arguments = parser.parse_args()
    broken = 0
    for name in arguments.readers:
        reader, worst, most = READERS[name], 0.0, 0.0
        for seed in reader.seeds()[:1]:
            reader.read(reader.pack(seed))
        for shape in reader.shapes:
            told = list(costs(reader, shape, arguments.size * 1000))
            bad = told[-1].too_much
            broken += bad
            worst = max(worst, *(each.seconds / max(each.size, 1e6) * 1e6 for each in told))
            most = max(most, *(each.memory / max(each.size, 1e6) for each in told))
            if bad or arguments.all:
                times = "  ".join(
                    f"{each.size / 1000:.0f} KB {each.seconds:.2f} s" for each in told
                )
                print(f"{name:10} {shape!r:.90}  {times}  {told[-1].problem}", flush=True)
        print(f"{name:10} {len(reader.shapes)} shapes, {worst:.2f} s/MB, {most:.0f} x", flush=True)
        broken += parts_of(reader, arguments.size * 1000)
    return min(broken, 1)


if __name__ == "__main__":
    sys.exit(main())
