"""Work in a thread of its own, without the pool of threads that a start would have to load."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quiz.banks.find import Found

_Result = TypeVar("_Result")


def aside(work: Callable[[], _Result]) -> Future[_Result]:
    """Begin `work` in a thread and return what it will return or raise; nobody waits for it to end.

    Cheaper than asyncio.to_thread for what a start does once, and there need be no loop yet.
    """
    told: Future[_Result] = Future()

    def run() -> None:
        try:
            told.set_result(work())
        except Exception as error:
            told.set_exception(error)

    Thread(target=run, daemon=True).start()
    return told


def find(folder: Path | None) -> Future[list[Found]]:
    """Begin to look for banks."""

    def look() -> list[Found]:
        from quiz.banks.find import find_banks  # noqa: PLC0415  # in the thread as well

        return find_banks(folder)

    return aside(look)
