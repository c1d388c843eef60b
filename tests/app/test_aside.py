"""Work that a thread does aside: what it returns, what it raises, and an app that is gone."""

from __future__ import annotations

import asyncio
import threading

import pytest

from quiz.app.aside import aside


def test_what_the_work_returns_comes_from_another_thread() -> None:
    async def ask() -> int:
        return await asyncio.wrap_future(aside(threading.get_ident))

    assert asyncio.run(ask()) not in {0, threading.get_ident()}


def test_what_the_work_raises_reaches_whoever_waits() -> None:
    def fail() -> None:
        raise LookupError("nothing there")

    async def ask() -> None:
        await asyncio.wrap_future(aside(fail))

    with pytest.raises(LookupError, match="nothing there"):
        asyncio.run(ask())


@pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_loop_that_has_ended_is_not_told(caplog: pytest.LogCaptureFixture) -> None:
    go, threads = threading.Event(), list[threading.Thread]()

    def wait() -> None:
        threads.append(threading.current_thread())
        go.wait(10)

    async def quit_at_once() -> None:
        asyncio.wrap_future(aside(wait))
        while not threads:
            await asyncio.sleep(0.001)

    asyncio.run(quit_at_once())
    go.set()
    threads[0].join(10)
    assert not threads[0].is_alive()
    assert not caplog.records
