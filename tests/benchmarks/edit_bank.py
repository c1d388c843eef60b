"""Time of one edit in a large bank, against one edit in a small one.

    python tests/benchmarks/edit_bank.py [QUESTIONS]

An edit is one question changed in memory; a save writes the whole bank and brings it onto the disk.
Each figure is the median of 21 runs, the two sizes in turn.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from quiz.banks.desk import Desk, Draft
from quiz.banks.keep import Keep
from quiz.banks.read import parse_bank

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = 'format = 1\ntitle = "A large bank"\nlanguage = "en"\n'
QUESTION = """
# Number {n}
[[questions]]
id = "q{n}"
prompt = "What stands in place {n} of this bank, which is as long as it is for a measurement?"
answer = "Entry {n}"
distractors = ["Entry {n} of another", "No entry", "An entry that nobody wrote"]
category = "things"
explanation = "It was counted."
status = "reviewed"
"""


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    """Print the table."""
    large = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    sizes = (50, large)
    texts = {n: HEAD + "".join(QUESTION.format(n=at) for at in range(n)) for n in sizes}
    desks = {n: Desk(Draft.of(text, "bank")) for n, text in texts.items()}
    edits: dict[int, list[float]] = {n: [] for n in sizes}
    saves: dict[int, list[float]] = {n: [] for n in sizes}
    with tempfile.TemporaryDirectory() as folder:
        keeps = {n: Keep(Path(folder) / f"{n}.toml", Path(folder) / "own") for n in sizes}
        for run in range(21):
            for n, desk in desks.items():
                name = f"q{n // 2}"
                new = replace(desk.question(name), answer=f"Run {run}")
                edits[n].append(seconds(lambda d=desk, q=new: d.change(q.id, q)))  # type: ignore[misc]
                text = desk.draft.text.text
                saves[n].append(seconds(lambda k=keeps[n], t=text: k.save(t)))  # type: ignore[misc]
    read = statistics.median(seconds(lambda: parse_bank(texts[large], "b")) for _ in range(5))
    opened = statistics.median(seconds(lambda: Draft.of(texts[large], "b")) for _ in range(5))
    for n in sizes:
        edit, save = statistics.median(edits[n]), statistics.median(saves[n])
        print(f"{n:6} questions: edit {edit * 1000:6.2f} ms   save {save * 1000:6.1f} ms")
    print(f"opened to be edited, against read to be played: {opened / read:.2f} ({opened:.2f} s)")


if __name__ == "__main__":
    main()
