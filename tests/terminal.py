"""A real pseudo-terminal with the program in it: what a person would see, what they would type."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import struct
import termios
import time
from fcntl import ioctl
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")


class Terminal:
    """Runs one command in a terminal of `columns` by `rows`."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
    ) -> None:
        """Start `command` at once."""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.output = b""
        self.started = time.monotonic()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            try:
                ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
                os.execvpe(command[0], list(command), dict(environment))  # noqa: S606
            finally:
                os._exit(127)  # whatever is wrong, no copy of the caller goes on
        ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.status: int | None = None

    def read(self, seconds: float) -> bool:
        """Take what the program prints within `seconds`; False once it has ended."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            data = b""
        if not data:
            return False
        self.output += data
        return True

    def text(self) -> str:
        """Return the screen as it stands."""
        if self.output:
            # pyte takes a private sequence with a sub-parameter for a colour; it draws nothing.
            self._stream.feed(re.sub(rb"\x1b\[[<>=?][0-9;:]*[a-zA-Z]", b"", self.output))
            self.output = b""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, *words: str, seconds: float = 20.0) -> str:
        """Wait until all `words` stand on the screen, and return it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            alive = self.read(0.05)
            shown = self.text()
            if all(word in shown for word in words):
                return shown
            if not alive:
                break
        raise AssertionError(f"no {words} on the screen:\n{self.text()}")

    def wait_for_any(self, *words: str, seconds: float = 20.0) -> str:
        """Wait until one of `words` stands on the screen, and return that word."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            alive = self.read(0.05)
            shown = self.text()
            for word in words:
                if word in shown:
                    return word
            if not alive:
                break
        raise AssertionError(f"none of {words} on the screen:\n{self.text()}")

    def wait_until(self, true: Callable[[], object], seconds: float = 20.0) -> None:
        """Wait for something that cannot be seen on the screen."""
        end = time.monotonic() + seconds
        while not true():
            if time.monotonic() > end:
                raise AssertionError(f"it never came to that:\n{self.text()}")
            self.read(0.05)

    def settle(self, seconds: float = 0.3) -> str:
        """Wait until nothing has been printed for `seconds`, or the clock alone has."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.read(0.05):
            pass
        return self.text()

    def seconds_to(self, mark: bytes, limit: float = 30.0) -> float:
        """Wait for `mark` in what is printed, sequences left out: seconds since the start."""
        while time.monotonic() - self.started < limit:
            alive = self.read(0.2)
            if mark in _SEQUENCE.sub(b"", self.output):
                return time.monotonic() - self.started
            if not alive:
                break
        raise AssertionError(f"{mark!r} was never printed:\n{self.text()}")

    def send(self, keys: str) -> None:
        """Type `keys`."""
        os.write(self._fd, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, as a person does with the mouse."""
        self.text()
        self.screen.resize(rows, columns)
        ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def paste(self, text: str, seconds: float = 30.0) -> None:
        """Paste `text` as terminals do that mark it (bracketed paste), however long it is."""
        rest = memoryview(f"\x1b[200~{text}\x1b[201~".encode())
        end = time.monotonic() + seconds
        os.set_blocking(self._fd, False)
        try:
            while rest:
                if time.monotonic() > end:
                    raise AssertionError(f"the program takes no input:\n{self.text()}")
                self.read(0)
                if select.select([], [self._fd], [], 0.05)[1]:
                    rest = rest[os.write(self._fd, rest[:4096]) :]
        finally:
            os.set_blocking(self._fd, True)

    def hang_up(self) -> None:
        """Close the window: the program is sent SIGHUP, and its terminal is gone."""
        os.close(self._fd)
        self._fd = -1
        self.wait()

    def wait(self, seconds: float = 20.0) -> int:
        """Wait for the program's end and return its exit status."""
        end = time.monotonic() + seconds
        while self.status is None and time.monotonic() < end:
            if self._fd < 0 or not self.read(0.05):
                time.sleep(0.01)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        if self.status is None:
            raise AssertionError(f"still running:\n{self.text()}")
        return self.status

    def kill(self) -> None:
        """End the program as a power failure would; what it had still printed is taken in."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            _, status = os.waitpid(self.pid, 0)
            self.status = os.waitstatus_to_exitcode(status)
            end = time.monotonic() + 1
            while time.monotonic() < end and self.read(0.1):
                pass
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1
