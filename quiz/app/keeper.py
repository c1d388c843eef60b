"""Keeps a running round on the disk without making the screen wait for the disk."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from quiz.game.answer import Answer
    from quiz.game.round import Round
    from quiz.scores.models import Played
    from quiz.scores.sitting import Sitting

PATIENCE = 0.25
"""Seconds that feedback waits for its answer to be kept."""


def new_hand() -> ThreadPoolExecutor:
    """Return the one thread that writes: writes keep their order, and locks their thread."""
    return ThreadPoolExecutor(1, thread_name_prefix="scores")


class Keeper:
    """Keeps one round: each answer in the journal, the whole in the score file."""

    def __init__(self, hand: ThreadPoolExecutor, path: Path, header: Played) -> None:
        """Begin the journal, in the background."""
        self._hand = hand
        self._opened = hand.submit(_sit, path, header)
        self._saving: Future[Played] | None = None

    @property
    def trouble(self) -> str:
        """Why answers are in memory only; empty where they are kept."""
        return self._opened.result().trouble if self._opened.done() else ""

    async def add(self, answer: Answer) -> bool:
        """Keep an answer; False where that takes longer than feedback can wait, or failed."""
        written = asyncio.wrap_future(self._hand.submit(self._add, answer))
        done, _waiting = await asyncio.wait({written}, timeout=PATIENCE)
        self._hand.submit(self._sync)
        return bool(done) and not self.trouble

    async def save(self, round_: Round, seconds: float, elsewhere: Path | None = None) -> Played:
        """Bring the whole round onto the disk. Raises ScoreError; it may then be called again.

        Whoever asks while a save is under way, or has succeeded, waits for that one.
        """
        running = self._saving
        if running is None or running.cancelled() or (running.done() and running.exception()):
            running = self._saving = self._hand.submit(self._save, round_, seconds, elsewhere)
        return await asyncio.shield(asyncio.wrap_future(running))

    def close(self) -> None:
        """Leave the journal as it is; one without an answer vanishes at the next start."""
        self._hand.submit(self._close)

    def _add(self, answer: Answer) -> None:
        self._opened.result().add(answer)

    def _sync(self) -> None:
        self._opened.result().sync()

    def _save(self, round_: Round, seconds: float, elsewhere: Path | None) -> Played:
        sitting = self._opened.result()
        return sitting.save(round_, seconds, elsewhere)

    def _close(self) -> None:
        self._opened.result().close()


def _sit(path: Path, header: Played) -> Sitting:
    from quiz.scores.sitting import Sitting  # noqa: PLC0415  # after the first frame

    return Sitting(path, header)
