"""How long a bank of 50,000 questions takes, against the bare parse of its TOML.

Run it with `python tests/benchmarks/read_bank.py`; both are measured in turn and the medians
compared.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import tomli

sys.path.insert(0, str(Path(__file__).parents[2]))
from quiz.banks.find import find_banks
from quiz.banks.models import Bank, Evidence, Question, Source
from quiz.banks.read import parse_bank
from quiz.banks.write import dumps

if TYPE_CHECKING:
    from collections.abc import Callable

QUESTIONS = 50_000
RUNS = 7


def made_up() -> str:
    """Return a bank of the length that questions have."""
    questions = tuple(
        Question(
            id=f"sappers-{n}",
            prompt=f"Ilu saperów wysłała Korea Północna do obwodu kurskiego w roku {n}?",
            answer=f"{n + 1000}",
            distractors=(f"{n + 2000}", f"{n + 3000}", f"{n + 5000}"),
            category="numbers",
            explanation=f"Zapowiedziano, że {n} saperów rozminuje obwód kurski – do końca lata.",
            evidence=(Evidence(source="brief", quote=f"wyśle {n} saperów i 5000 budowniczych"),),
            status="reviewed",
        )
        for n in range(QUESTIONS)
    )
    sources = (Source(id="brief", title="Depesza"),)
    return dumps(Bank(format=1, title="T", language="pl", sources=sources, questions=questions))


def seconds(act: Callable[[], object]) -> float:
    """Measure one call, without the time to free its result."""
    gc.collect()
    begin = perf_counter()
    result = act()
    taken = perf_counter() - begin
    del result
    return taken


def main() -> None:
    """Measure and print."""
    text = made_up()
    parse_bank(text[: text.index("[[questions]]")], "bank")
    bare, whole = [], []
    for _run in range(RUNS):
        bare.append(seconds(lambda: tomli.loads(text)))
        whole.append(seconds(lambda: parse_bank(text, "bank")))
    print(f"{QUESTIONS} questions, {len(text) / 1e6:.1f} million characters, {RUNS} runs each")
    print(f"bare TOML parse     {median(bare):.2f} s")
    print(f"read and validated  {median(whole):.2f} s")
    print(f"ratio               {median(whole) / median(bare):.2f}")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "bank.toml").write_text(text, encoding="utf-8")
        print(f"summed up in a list {seconds(lambda: find_banks(Path(folder))):.2f} s")


if __name__ == "__main__":
    main()
