"""What the home screen says of the history: how many rounds, how each bank stands, what is due."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from quiz.scores.history.values import Outlook, Standing
    from quiz.scores.index.index import ScoreIndex

SOON = 1.0
"""Seconds that reading may take before its progress is told."""


class Glance(NamedTuple):
    """The history of one player, as the home screen tells it."""

    rounds: int
    """Of all players."""
    standings: Mapping[str, Standing]
    """By the names of banks."""
    outlook: Outlook


class Stopped(Exception):  # noqa: N818
    """Nobody waits for the history any more."""


class Glancer:
    """Looks at the history, in a thread, as often as it may have changed."""

    def __init__(self, scores: Path) -> None:
        """Prepare to look at a score file; nothing is read yet."""
        self._scores = scores
        self._index: ScoreIndex | None = None
        self._stopped = False
        self._playable: dict[tuple[Path, int, int], set[tuple[str, str]]] = {}

    def look(
        self,
        player: str,
        banks: Mapping[str, Path],
        now: datetime,
        tell: Callable[[int], None],
    ) -> Glance:
        """Return the history as it is now; `banks` are those there are, by name.

        `tell` is told how many hundredths are read, where reading takes long. Raises QuizError, and
        Stopped after `stop`.
        """
        from quiz.scores.history import outlook, standing, total  # noqa: PLC0415  # after the
        from quiz.scores.history.questions import due  # noqa: PLC0415  # first frame
        from quiz.scores.index.index import ScoreIndex  # noqa: PLC0415

        progress = self._patient(tell)
        if self._index is None:
            self._index = ScoreIndex(self._scores, progress)
        else:
            self._index.refresh(progress)
        index = self._index
        known = {each.bank for each in due(index, player, now, ahead=True)}
        playable = {key for name, path in banks.items() if name in known for key in self._ids(path)}
        standings = {name: standing(index, player, name) for name in banks}
        return Glance(
            rounds=total(index).rounds,
            standings={name: each for name, each in standings.items() if each},
            outlook=outlook(index, player, now, playable),
        )

    def stop(self) -> None:
        """Let a reading that is under way end at once: the app quits."""
        self._stopped = True

    def _patient(self, tell: Callable[[int], None]) -> Callable[[int, int], None]:
        """Pass progress on when it has taken a while, once for each hundredth."""
        begun, last = time.monotonic(), -1

        def progress(done: int, size: int) -> None:
            nonlocal last
            if self._stopped:
                raise Stopped
            share = 100 * done // max(1, size)
            if share != last and time.monotonic() - begun > SOON:
                last = share
                tell(share)

        return progress

    def _ids(self, path: Path) -> set[tuple[str, str]]:
        from quiz.scores.due import playable  # noqa: PLC0415  # after the first frame

        try:
            status = path.stat()
        except OSError:
            return set()
        key = (path, status.st_mtime_ns, status.st_size)
        if key not in self._playable:
            self._playable[key] = playable([path])
        return self._playable[key]
