"""No file makes a reader fail: those that once did, those it was made for, and any made of them."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.cost import repeated
from tests.fuzz.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fuzz.reader import Reader

FINDINGS = Path(__file__).parent / "findings"
FILES = sorted(path for path in FINDINGS.rglob("*") if path.is_file())
SLOW = {"polish", "english", "page", "export"}
"""Readers that take milliseconds for the smallest file."""

SECONDS = 10
"""Of processor time: many times what a shape takes, and a fraction of what it took once."""
ONCE_SLOW = {
    "gift": ("[html]<!--", "[html]<a ", "[html]<a href='", "[html]<a<", "<!"),
    "moodle": ('<blockquote class="newsquiz-evidence"><p>', "<a "),
    "anki": ('<blockquote class="evidence"><p></p><cite>', "[sound:", "<?"),
    "apkg": ('<b class="answer">', "<![CDATA["),
    "markdown": ("*a ", "_a ", "[", "[a](", "![", "![a](", "<!--", "[^"),
    "page": ("<!---->",),
    "polish": ("tys. ",),
}
"""What a file repeated without end when its reader took minutes for it, or years."""


@contextmanager
def stopped_beyond(seconds: float) -> Iterator[None]:
    """Stop what takes too long, by the time of the processor that it uses."""

    def stop(_signal: int, _frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def test_there_are_files_that_once_did_harm() -> None:
    assert len(FILES) >= 7
    assert {path.parent.name for path in FILES} <= set(READERS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_once_did_harm_does_none(path: Path) -> None:
    reader = READERS[path.parent.name]
    reader.read(reader.pack(path.read_bytes()))


@st.composite
def changed(draw: st.DrawFn, reader: Reader) -> bytes:
    """Return a file that the reader was made for, with some changes."""
    data = draw(st.sampled_from(reader.seeds()))
    words = [word.encode("utf-8", "surrogatepass") for word in reader.words]
    new = st.one_of(st.sampled_from(words), st.binary(max_size=4)) if words else st.binary()
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from([0, 0, 1, 2, 10, 100])))
        times = draw(st.sampled_from([1, 1, 1, 2, 40]))
        data = data[:start] + draw(st.one_of(new, st.just(data[start:end]))) * times + data[end:]
    return data


@pytest.mark.parametrize("name", READERS)
def test_no_file_makes_a_reader_fail(name: str) -> None:
    reader = READERS[name]

    @settings(
        max_examples=15 if name in SLOW else 40,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(changed(reader))
    def check(data: bytes) -> None:
        reader.read(reader.pack(data))

    check()


@pytest.mark.parametrize(
    ("name", "piece"), [(name, piece) for name, pieces in ONCE_SLOW.items() for piece in pieces]
)
def test_what_repeats_without_end_is_read_in_no_time(name: str, piece: str) -> None:
    reader = READERS[name]
    shapes = [
        shape
        for shape in reader.shapes
        if piece in {shape[1], shape[0].rpartition("\n")[2] + shape[1]}
    ]
    assert shapes
    for shape in shapes:
        with stopped_beyond(SECONDS):
            reader.read(reader.pack(repeated(shape, 60_000)))


def test_the_command_says_what_a_megabyte_costs() -> None:
    command = [sys.executable, str(Path(__file__).with_name("cost.py")), "settings", "--size", "40"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "20 shapes" in done.stdout


def test_the_command_says_what_each_thing_costs_that_a_person_does_with_scores() -> None:
    command = [sys.executable, str(Path(__file__).with_name("cost.py")), "scores", "--size", "4"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = [line.split()[2] for line in done.stdout.splitlines() if line.split()[1] == "only"]
    assert told == ["start", "list", "history", "report", "append"]
