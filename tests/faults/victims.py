"""Real processes that are used like a person would use them, until they are killed.

A victim tells what its screen acknowledged: that must be on the disk, whenever the kill came.
"""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parent.parent.parent
GAME = (sys.executable, str(ROOT / "play.py"))

QUESTIONS = 5
"""Of one round."""

THINGS = ("jar", "cup", "pot", "lid")
SHELVES = 12
_PROMPT = "What stands on shelf {n}?"


def bank() -> str:
    """Write a bank in which every text on the screen says which question it belongs to."""
    head = 'format = 1\ntitle = "Shelves"\nlanguage = "en"\nseconds = 300\n'
    return head + "".join(
        f'\n[[questions]]\nid = "shelf-{n}"\nprompt = "{_PROMPT.format(n=n)}"\n'
        f'answer = "{_key(n)}"\ncategory = "things"\ndistractors = ['
        + ", ".join(f'"{thing}-{n}"' for thing in THINGS if f"{thing}-{n}" != _key(n))
        + "]\n"
        for n in range(SHELVES)
    )


def _key(shelf: int) -> str:
    return f"{THINGS[shelf % len(THINGS)]}-{shelf}"


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a person whose files are all in `folder`."""
    return {
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "NEWSQUIZ_SCORES": str(folder / "scores.toml"),
        "NEWSQUIZ_LANGUAGE": "en",
        "PYTHONUTF8": "1",
    }


class Given(NamedTuple):
    """An answer that the screen acknowledged."""

    prompt: str
    chosen: str
    right: bool

    @classmethod
    def of(cls, shelf: int, chosen: str) -> Given:
        """Make the answer to the question on `shelf`."""
        return cls(_PROMPT.format(n=shelf), chosen, chosen == _key(shelf))


class Victim(Protocol):
    """A process that is used step by step."""

    @property
    def events(self) -> int:
        """How often something happened: a key was sent, an answer or a save acknowledged."""

    over: bool
    """There is nothing more to do with it."""

    def step(self, seconds: float) -> None:
        """Wait so long for something to react to, and react."""

    def kill(self) -> None:
        """End it as a power failure would, and take in what it had still said."""


class PlainRound:
    """A round in plain mode, through pipes."""

    def __init__(self, folder: Path, player: str, seed: int) -> None:
        """Begin; the option taken each time follows from `seed`."""
        words = ("play", str(folder / "shelves.toml"), "--plain", "--questions", str(QUESTIONS))
        self._process = subprocess.Popen(
            [*GAME, *words, "--player", player, "--seed", str(seed)],
            env=environment(folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self.given: dict[int, Given] = {}
        self.saved = False
        self.over = False
        self._letter = seed % len(THINGS)
        self._said = b""
        self._sent = 0

    @property
    def events(self) -> int:
        """Letters sent, answers and the save acknowledged."""
        return self._sent + len(self.given) + self.saved

    def step(self, seconds: float) -> None:
        """Read, and answer what is asked."""
        assert self._process.stdout is not None
        assert self._process.stdin is not None
        descriptor = self._process.stdout.fileno()
        ready, _, _ = select.select([descriptor], [], [], seconds)
        if not ready:
            return
        data = os.read(descriptor, 65536)
        self._take(data)
        self.over = not data
        asked = self._said.count(b"Your answer (")
        if asked > self._sent:
            with suppress(BrokenPipeError):
                os.write(self._process.stdin.fileno(), b"%c\n" % (ord("a") + self._letter))
            self._sent = asked

    def kill(self) -> None:
        """Kill it, then hear what it had still said."""
        self._process.kill()
        with self._process:
            assert self._process.stdout is not None
            self._take(self._process.stdout.read())

    def _take(self, data: bytes) -> None:
        self._said += data
        # The last line may be on its way still.
        lines = self._said.decode("utf-8", "replace").split("\n")[:-1]
        options: list[str] = []
        shelf = 0
        for line in lines:
            if found := re.fullmatch(r"What stands on shelf (\d+)\?", line):
                shelf, options = int(found[1]), []
            elif found := re.fullmatch(r"[a-d]\) (\w+-\d+)", line):
                options.append(found[1])
            elif line.startswith(("Right.", "Wrong. The answer is")):
                self.given[shelf] = Given.of(shelf, options[self._letter])
        self.saved = any("The round is saved." in line for line in lines)


class ScreenRound:
    """A round in the app, in a pseudo-terminal."""

    def __init__(self, folder: Path, player: str, seed: int) -> None:
        """Begin; the option taken each time follows from `seed`."""
        words = ("play", str(folder / "shelves.toml"), "--questions", str(QUESTIONS))
        command = [*GAME, *words, "--player", player, "--seed", str(seed)]
        self._terminal = Terminal(command, environment(folder))
        self.given: dict[int, Given] = {}
        self.saved = False
        self.over = False
        self._key = str(seed % len(THINGS) + 1)
        self._sent: dict[str, float] = {}

    @property
    def events(self) -> int:
        """Keys sent, answers and the save acknowledged."""
        return len(self._sent) + len(self.given) + self.saved

    def step(self, seconds: float) -> None:
        """Read, and do what the screen asks for."""
        if not self._terminal.read(seconds):
            self.over = True
        shown = self._look()
        asked = re.search(r"What stands on shelf (\d+)\?", shown)
        if self.saved:
            self._send("\x11", "quit")
        elif asked and int(asked[1]) in self.given:
            self._send("\r", f"on {asked[1]}")
        elif asked and "(your answer)" not in shown:
            self._send(self._key, asked[1])

    def kill(self) -> None:
        """Kill it, then look at what it had still drawn."""
        self._terminal.kill()
        self._look()

    def _send(self, key: str, what: str) -> None:
        """Send a key once; again only where it was lost, as before the first frame."""
        now = time.monotonic()
        if now - self._sent.get(what, 0.0) > 1.0:
            self._sent[what] = now
            self._terminal.send(key)

    def _look(self) -> str:
        shown = self._terminal.text()
        told = re.search(r"▌ +[✓✗] +(Right|Wrong)", shown)
        found = re.search(r"What stands on shelf (\d+)\?", shown)
        chosen = re.search(r"(\w+-(\d+)) +\(your answer\)", shown)
        if told and found and chosen and found[1] == chosen[2] and "Not saved" not in shown:
            given = Given.of(int(found[1]), chosen[1])
            assert given.right == (told[1] == "Right"), shown
            self.given[int(found[1])] = given
        self.saved = self.saved or bool(re.search(r"Round over.*✓ Saved", shown))
        return shown


class Writing:
    """A question that is being written in the workshop, in a pseudo-terminal."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        """Open the first question of the bank and write word after word."""
        self._terminal = Terminal([*GAME, "edit", str(folder / "shelves.toml")], environment)
        self.over = False
        self.events = 0
        self.written = 0
        """Words that the screen said are saved."""
        self._sent = 0
        self._saving = False
        self._began = ""

    def step(self, seconds: float) -> None:
        """Read, and write the next word when the one before is saved."""
        if not self._terminal.read(seconds):
            self.over = True
        shown = self._look()
        if "Question 1 of" in shown:
            if self.written == self._sent < WORDS:
                self._sent += 1
                self.events += 1
                self._terminal.send(f" w{self._sent}")
            elif self.written == WORDS:
                self.over = True
        elif _PROMPT.format(n=1) in shown and not self._began:
            self._began = "\r"
            self.events += 1
            self._terminal.send("\r")

    def kill(self) -> None:
        """Kill it, then look at what it had still drawn."""
        self._terminal.kill()
        self._look()

    def _look(self) -> str:
        # What was said to be saved before the word came is no word on it: the first frame that
        # shows the word may still say it.
        shown = self._terminal.text()
        if self._sent > self.written and f" w{self._sent}" in shown:
            if "✓ Saved" not in shown:
                self._saving = True
            elif self._saving:
                self._saving = False
                self.written = self._sent
                self.events += 1
        return shown


WORDS = 6
"""That are written into a question."""
