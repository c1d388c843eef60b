"""What a reader is to a fuzzer: bytes go in, and an error of ours or nothing comes out."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz.base.text import first_unsafe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

LONGEST = 2000
"""Characters of the longest line that an error or a message may be."""

_MEMORY = Path("/dev/shm")  # noqa: S108 - where there is one, a file costs no disk


class Reader(NamedTuple):
    """One way in for bytes that somebody else wrote.

    `read` takes them through all that the program does with such a file and raises nothing: what
    it does raise is a finding. It returns how many things it made of them (questions, rounds,
    sentences), each of which may cost some time. `seeds` are files to begin with, `words` what
    such files are made of, `shapes` pieces that a file may repeat without end, with what stands
    before and behind.
    """

    name: str
    read: Callable[[bytes], int]
    seeds: Callable[[], Sequence[bytes]]
    words: tuple[str, ...] = ()
    shapes: tuple[tuple[str, str, str], ...] = ()
    pack: Callable[[bytes], bytes] = bytes
    """Makes the file of what a fuzzer invents, where a fuzzer alone would never make one."""
    parts: Mapping[str, Callable[[bytes], int]] = {}
    """What `read` does one after the other and a person does one at a time, each by its name."""


def told(text: str, *, lines: bool = False) -> None:
    """Require that a message is what a person may see: short, and without a control character."""
    for line in text.split("\n") if lines else [text]:
        unsafe = first_unsafe(line)
        assert unsafe is None, f"a message holds {unsafe[0]!r}: {line[:200]!r}"
        assert "\t" not in line, f"a message holds a tab: {line[:200]!r}"
        assert "\n" not in line, f"a message has several lines: {line[:200]!r}"
        assert len(line) <= LONGEST, f"a message has {len(line)} characters: {line[:200]!r}"


@contextmanager
def scratch() -> Iterator[Path]:
    """Give an empty folder for as long as the block lasts."""
    folder = _MEMORY if _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="newsquiz-fuzz-", dir=folder) as name:
        yield Path(name)
