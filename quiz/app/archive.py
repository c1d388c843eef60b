"""The way to the history: one index, opened when it is first asked for, on a thread of its own."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from quiz.base.errors import QuizError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from quiz.app.app import NewsquizApp
    from quiz.scores.index.index import ScoreIndex

_Found = TypeVar("_Found")


class _Closed(Exception):  # noqa: N818  # no error: the program ends
    """The index is wanted no more, and need not be finished."""


class Archive:
    """Answers questions about the score file at `scores`, one after the other."""

    def __init__(self, scores: Path) -> None:
        """Open nothing yet."""
        self._scores = scores
        self._hand: ThreadPoolExecutor | None = None
        self._index: ScoreIndex | None = None
        self._closing = False
        self.share = 1.0
        """How much of the score file has been taken in, from 0 to 1."""
        self.deleted: list[tuple[str, ...]] = []
        """The ids of the rounds that each deletion of this sitting was about, the last one last."""

    async def ask(self, work: Callable[[ScoreIndex], _Found]) -> _Found:
        """Return what `work` finds in an index that is up to date. Raises ScoreError."""
        if self._hand is None:
            self._hand = ThreadPoolExecutor(1, thread_name_prefix="history")
        return await asyncio.get_running_loop().run_in_executor(self._hand, self._do, work)

    async def change(self, work: Callable[[Path], _Found]) -> _Found:
        """Return what `work` does to the score file; nothing is asked meanwhile."""
        return await self.ask(lambda _index: work(self._scores))

    def close(self) -> None:
        """Let go of the index; one that is being built goes on from there the next time."""
        self._closing = True
        if self._hand is not None:
            self._hand.submit(self._close)
            self._hand.shutdown(wait=False)

    def _do(self, work: Callable[[ScoreIndex], _Found]) -> _Found:
        if self._closing:
            raise _Closed
        if self._index is None:
            from quiz.scores.index.index import ScoreIndex  # noqa: PLC0415  # after the first frame

            self._index = ScoreIndex(self._scores, self._tell)
        else:
            self._index.refresh(self._tell)
        self.share = 1.0
        return work(self._index)

    def _tell(self, done: int, size: int) -> None:
        if self._closing:
            raise _Closed
        self.share = done / size if size else 1.0

    def _close(self) -> None:
        if self._index is not None:
            self._index.close()


async def or_tell(game: NewsquizApp, answer: Awaitable[_Found]) -> _Found | None:
    """Return an answer of the archive; where the history cannot be read say so and return None."""
    try:
        return await answer
    except QuizError as error:
        game.notify(str(error), severity="error", markup=False)
        return None
