"""The table of all benchmarks, as ratios of one run; the README's is made by it.

    python tests/benchmarks/table.py [--write]

Each benchmark runs by itself, one after the other, in a process of its own; the ratio is the one
that it prints, and the memory is the most that this process had, its made-up data included. With
`--write` the table of the README is replaced.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
README = HERE.parent.parent / "README.md"
SOURCES = HERE.parent.parent / "question_banks" / "sources"
BEGIN, END = "<!-- speed -->\n", "\n<!-- end of speed -->"


@dataclass(frozen=True, slots=True)
class Row:
    """What is measured, by which script with which arguments, and how its figure is found.

    `pattern` has one group, the ratio, in what the script prints; the last match counts, or with
    `worst` the largest. `limit` is what it should be at most, where there is such a bound.
    """

    what: str
    script: str
    pattern: str
    arguments: tuple[str, ...] = ()
    limit: str = ""
    worst: bool = False


ROWS = (
    Row(
        "start to the home screen drawn, against a bare Textual app",
        "start.py",
        r"ratio, median of pairs +([\d.]+)",
        limit="1.10",
    ),
    Row(
        "`newsquiz --version`, against a bare interpreter with the same imports",
        "commands.py",
        r"--version, ratio ([\d.]+)",
    ),
    Row(
        "`newsquiz banks`, against a bare interpreter with the same imports",
        "commands.py",
        r"banks, ratio ([\d.]+)",
    ),
    Row(
        "50,000 questions read and validated, against their bare TOML parse",
        "read_bank.py",
        r"ratio +([\d.]+)",
    ),
    Row(
        "a bank of 5,000 opened to be edited, against read to be played",
        "edit_bank.py",
        r"read to be played: ([\d.]+)",
        ("5000",),
    ),
    Row(
        "a round saved to 100,000 rounds, against one saved to 10",
        "save.py",
        r"200 saves each:\n.*ratio ([\d.]+)",
    ),
    Row(
        "history, streak, due count and the like with 100,000 rounds, against 100, at worst",
        "history.py",
        r" ms   ratio ([\d.]+)",
        limit="1.5",
        worst=True,
    ),
    Row(
        "the index of 100,000 rounds from nothing, against the bare TOML parse",
        "history.py",
        r"\nratio ([\d.]+)\nthe index file",
    ),
    Row(
        "the report on 200 pupils with 100 rounds of 10 answers, against the bare TOML parse",
        "report.py",
        r"ratio ([\d.]+), peak",
        worst=True,
    ),
    Row(
        "a Polish article drafted from, against morfeusz2 alone on the same text",
        "generator.py",
        r"([\d.]+) times bare analysis",
        (str(SOURCES / "korea-rosja-2025.md"),),
    ),
    Row(
        "an English article drafted from, against the bare tagger on the same text",
        "generator.py",
        r"([\d.]+) times bare analysis",
        (str(SOURCES / "korea-russia-2025.md"),),
    ),
    Row(
        "10,000 questions checked, against 1,000, at worst of Polish and English",
        "check.py",
        r"ratio ([\d.]+)",
        limit="12",
        worst=True,
    ),
)


def measure(script: str, arguments: tuple[str, ...]) -> tuple[str, float]:
    """Run a benchmark; return what it prints and its peak of memory in MB.

    Raises CalledProcessError where it fails.
    """
    command = [sys.executable, str(HERE / script), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        printed = running.stdout.read()
        _pid, status, usage = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    # Linux tells kilobytes, macOS bytes.
    return printed, usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def ratio(row: Row, printed: str) -> str:
    """Return the ratio of a row as it was printed. Raises ValueError where it was not."""
    found: list[str] = re.findall(row.pattern, printed)
    if not found:
        raise ValueError(f"{row.script} prints no {row.pattern}:\n{printed}")
    return max(found, key=float) if row.worst else found[-1]


def table() -> str:
    """Measure everything and return the table in Markdown."""
    done: dict[tuple[str, tuple[str, ...]], tuple[str, float]] = {}
    lines = ["| what | ratio | at most | memory | by |", "|---|---|---|---|---|"]
    for row in ROWS:
        key = row.script, row.arguments
        if key not in done:
            print(f"… {row.script}", file=sys.stderr, flush=True)
            done[key] = measure(*key)
        printed, memory = done[key]
        lines.append(
            f"| {row.what} | {ratio(row, printed)} | {row.limit} | {memory:.0f} MB "
            f"| `{row.script}` |"
        )
    return "\n".join(lines)


def main() -> None:
    """Print the table, and with --write put it into the README."""
    made = table()
    print(made)
    if "--write" in sys.argv[1:]:
        before, rest = README.read_text("utf-8").split(BEGIN)
        README.write_text(f"{before}{BEGIN}{made}{END}{rest.split(END)[1]}", "utf-8")


if __name__ == "__main__":
    main()
