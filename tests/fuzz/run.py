"""Fuzz the readers, led by the branches that an input reaches (libFuzzer, by way of Atheris).

    pip install -e '.[test,fuzz]'
    python tests/fuzz/run.py                     every reader for a minute
    python tests/fuzz/run.py gift xlsx --minutes 10
    python tests/fuzz/run.py --corpus DIR        go on from what an earlier run reached

A line a reader says how often it ran and what was found. What makes a reader fail is saved in
tests/fuzz/findings/READER/, where the tests read it from then on: mend the reader, and give the
file a name that says what is in it. The exit status is 1 if anything was found.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests.fuzz.readers import READERS

FINDINGS = Path(__file__).parent / "findings"
_RUNS = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
_REACHED = re.compile(r"cov: (\d+) ft: (\d+)")
_CAUSE = re.compile(
    r"^(?:[\w.]+(?:Error|Exception|Interrupt)\b.*|ERROR: libFuzzer: .*)$", re.MULTILINE
)


class Outcome(NamedTuple):
    """What fuzzing one reader came to."""

    runs: int
    minutes: float
    branches: int
    found: tuple[str, ...]
    """The cause of each finding, as the last line of its traceback says it."""


def fuzzed(name: str, minutes: float, corpus: Path, seed: int) -> Outcome:
    """Fuzz one reader; after a finding it goes on with the rest of the time."""
    reader = READERS[name]
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(reader.seeds()):
        (corpus / f"seed-{number}").write_bytes(data)
    words = corpus.with_name(f"{name}.dict")
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in reader.words), "ascii")
    findings = FINDINGS / name
    end, runs, branches, causes = time.monotonic() + 60 * minutes, 0, 0, list[str]()
    start = time.monotonic()
    while (rest := end - time.monotonic()) > 1 and len(causes) < 5:
        command = [
            sys.executable, str(Path(__file__).with_name("target.py")), name, str(corpus),
            *([f"-dict={words}"] if reader.words else []), f"-max_total_time={int(rest)}",
            "-max_len=16384", "-timeout=60",
            "-rss_limit_mb=2048", f"-artifact_prefix={findings}/", "-print_final_stats=1",
            f"-seed={seed + len(causes)}",
        ]  # fmt: skip
        findings.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", check=False
        )
        if not any(findings.iterdir()):
            findings.rmdir()
        told = done.stderr + done.stdout
        runs += sum(map(int, _RUNS.findall(told)))
        branches = max([branches, *(int(each) for each, _ in _REACHED.findall(told))])
        if not done.returncode:
            break
        causes.append((_CAUSE.findall(told) or [told.strip()[-200:]])[0][:200])
    return Outcome(runs, (time.monotonic() - start) / 60, branches, tuple(causes))


def _escaped(word: str) -> str:
    """Write a word as a dictionary of libFuzzer holds it."""
    data = word.encode("utf-8", "surrogatepass")
    return "".join(
        chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02X}" for byte in data
    )


def main() -> int:
    """Fuzz reader after reader and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("readers", nargs="*", metavar="READER", help=", ".join(READERS))
    parser.add_argument("--minutes", type=float, default=1, help="for each reader (1)")
    parser.add_argument("--corpus", type=Path, help="keep here what was reached, and go on from it")
    parser.add_argument("--seed", type=int, default=1, help="of the first run (1)")
    arguments = parser.parse_args()
    if unknown := set(arguments.readers) - set(READERS):
        parser.error(f"there is no reader {', '.join(sorted(unknown))}")
    total, found = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        corpus = arguments.corpus or Path(folder)
        for name in arguments.readers or READERS:
            outcome = fuzzed(name, arguments.minutes, corpus / name, arguments.seed)
            total, found = total + outcome.runs, found + len(outcome.found)
            print(
                f"{name:10} {outcome.runs:9} runs {outcome.minutes:6.1f} min "
                f"{outcome.branches:6} branches {len(outcome.found):3} findings",
                flush=True,
            )
            for cause in outcome.found:
                print(f"    {cause}", flush=True)
    print(f"{total} runs, {found} findings")
    return min(found, 1)


if __name__ == "__main__":
    sys.exit(main())
