"""Taking in what the score file holds and the index does not, in steps that each stand alone."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, BinaryIO

from quiz.base.files import require_file
from quiz.scores.index.feed import Feed
from quiz.scores.index.source import NEVER, Source, add_segment, is_continued
from quiz.scores.index.store import empty
from quiz.scores.mark import lineage, mark, state_of
from quiz.scores.pieces import Newer, begins_piece, is_foreign, readings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from quiz.scores.pieces import Reading

    Progress = Callable[[int, int], None]

STEP = 4000
"""Rounds of a step: what a crash costs at most, and how long another process has to wait."""

_OFTEN = 200  # rounds between two calls to tell of progress


class Taker:
    """Brings the tables of `base` up to date with the score file, step by step."""

    def __init__(self, base: sqlite3.Connection, scores: Path, progress: Progress | None) -> None:
        """Prepare; `progress` is told the bytes taken in and the bytes there are."""
        self._base, self._scores = base, scores
        self._progress = progress or (lambda _done, _all: None)
        self._own = self._seen = Source()  # what the last step saved, and the file as it saw it

    def step(self) -> bool:
        """Take in some rounds, in the transaction that is open; tell whether all is taken in.

        Raises OSError where the score file cannot be read.
        """
        require_file(self._scores)
        try:
            file = self._scores.open("rb")
        except FileNotFoundError:
            return self._nothing(Source(state=(0, 0, 0), looked=time.time_ns()))
        with file:
            now = state_of(os.fstat(file.fileno()))
            size, looked = now[0], time.time_ns()
            source = Source.load(self._base)
            if source.is_as_it_was(now):
                return True
            seen = Source(state=now, looked=looked)
            if not size:
                return self._nothing(seen)
            # Nobody touched the index or the file since the step before.
            goes_on = source == self._own and self._seen.is_as_it_was(now)
            if not goes_on and (
                size < source.settled or not is_continued(self._base, source, self._scores, file)
            ):
                empty(self._base)
                source = Source()
            if not source.settled and is_foreign(file):
                return self._nothing(seen._replace(problem="foreign"))
            try:
                return self._take(file, self._place(file, source), seen)
            except Newer:
                return self._nothing(seen._replace(problem="newer"))

    def _nothing(self, source: Source) -> bool:
        empty(self._base)
        source.save(self._base)
        return True

    def _place(self, file: BinaryIO, source: Source) -> int:
        """Return where to read on: where the last piece began if something was added to it."""
        if begins_piece(file, source.settled):
            return source.settled
        last: int = self._base.execute(
            "SELECT max((SELECT coalesce(max(place), 0) FROM rounds),"
            " (SELECT coalesce(max(place), 0) FROM marks), 0)"
        ).fetchone()[0]
        return last

    def _take(self, file: BinaryIO, place: int, seen: Source) -> bool:
        feed = Feed(self._base)
        feed.forget_from(place)
        settled, clean, size, taken, complete = place, True, seen.state[0], 0, True
        for reading in readings(file, place):
            if taken >= STEP and clean:
                complete = False
                break
            clean = clean and reading.clean
            _add(feed, reading, placed=clean)
            taken += len(reading.rounds)
            if clean:
                settled = reading.place + reading.length
            if taken % _OFTEN == 0:
                self._progress(min(settled, size), size)
        feed.flush()
        add_segment(self._base, file, settled)
        known = ""
        if complete:
            self._progress(size, size)
            known = lineage(self._scores)
            if not known and clean and settled == size:
                known = mark(self._scores, marked=seen.state)
        self._seen = seen
        self._own = seen._replace(
            state=seen.state if complete else NEVER, settled=settled, lineage=known
        )
        self._own.save(self._base)
        return complete


def _add(feed: Feed, reading: Reading, *, placed: bool) -> None:
    place = reading.place if placed else -1
    for played in reading.rounds:
        feed.add(played, place, reading.length)
    for removal in reading.removals:
        feed.mark(removal.rounds, restored=removal.restored, place=place)
