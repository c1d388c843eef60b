"""Rounds and edits that are killed at random moments: what the screen acknowledged is on the disk.

    python tests/faults/kills.py [--kills 1000] [--seed 1] [--jobs 2]

Two of five kills hit a round in plain mode, two a round in the app, one a question that is being
written in the workshop. Each comes up to a few milliseconds after something happened: the start, a
key, an answer or a save that was acknowledged. After a round is killed, newsquiz is started again;
one such start in ten is killed as well, and then comes another. Whatever then fails to hold is
printed with what makes it again, and the exit status is 1:

- every answer that was acknowledged is in the score file, with its option, once, in its order;
- a round said to be saved is there as a whole, and one that was not has no more than one answer
  that nobody acknowledged;
- the score file is valid TOML, and what was in it before is in it still, byte for byte;
- no journal and no half written file is left;
- the bank is valid, holds every word that was said to be saved, and is otherwise what it was.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from quiz.banks.keep import Keep
from quiz.banks.read import read_bank
from tests.faults import victims
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.faults.victims import PlainRound, ScreenRound, Victim

KINDS = ("plain", "screen", "plain", "screen", "edit")
SITTING = 25
"""Kills that share a folder, and so a score file."""

LONGEST = 60.0
"""Seconds after which a victim that has not come to its moment is killed all the same."""


class Moment(NamedTuple):
    """When to kill: so many `seconds` after the event number `events`, 0 being the start."""

    events: int
    seconds: float


@dataclass
class Tally:
    """What a run found."""

    kills: Counter[str] = field(default_factory=Counter)
    """Of each kind."""
    stages: Counter[str] = field(default_factory=Counter)
    """What the screen had acknowledged by then."""
    answers: int = 0
    """That were acknowledged, in all."""
    failures: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count in what another run found."""
        self.kills += other.kills
        self.stages += other.stages
        self.answers += other.answers
        self.failures += other.failures


def chances(seed: int) -> random.Random:
    """Return what chooses; the same seed chooses the same."""
    return random.Random(seed)  # noqa: S311  # to be drawn again, not to be secret


def moment(chance: random.Random, start: float, events: int) -> Moment:
    """Choose when to kill something that takes `start` seconds to begin, and has `events`."""
    at = chance.randrange(events + 1)
    if at == 0:
        return Moment(0, chance.uniform(0, start))
    return Moment(at, chance.choice([0.0, chance.uniform(0, 0.004), chance.uniform(0, 0.06)]))


def use(victim: Victim, when: Moment) -> None:
    """Use a victim until its moment comes, or there is nothing left to do, and kill it."""
    began = time.monotonic()
    end = began + (LONGEST if when.events else when.seconds)
    due = when.events == 0
    try:
        while not victim.over and (left := end - time.monotonic()) > 0:
            victim.step(min(left, 0.05))
            if not due and victim.events >= when.events:
                due = True
                end = time.monotonic() + when.seconds
    finally:
        victim.kill()


def start_again(folder: Path, number: int, chance: random.Random) -> None:
    """Start newsquiz once more: the app or plain mode, now and then killed and started again."""
    environment = victims.environment(folder)
    plain = [*victims.GAME, "play", str(folder / "shelves.toml"), "--plain"]
    if chance.random() < 0.1:
        process = subprocess.Popen(
            plain,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        with process, suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0, 0.5))
        process.kill()
        process.wait()
    if number % 4:
        subprocess.run(plain, env=environment, input=b"", capture_output=True, check=True)
        return
    app = Terminal([*victims.GAME, "--banks", str(folder)], environment)
    try:
        app.wait_for("Shelves")
        end = time.monotonic() + 20
        while list(folder.glob("scores.journal*")) and time.monotonic() < end:
            app.read(0.05)
        app.send("\x11")
        app.wait()
    finally:
        app.kill()


def play(folder: Path, number: int, chance: random.Random, tally: Tally, kind: str) -> None:
    """Kill one round and start again. Raises AssertionError where something was lost."""
    scores = folder / "scores.toml"
    before = scores.read_bytes() if scores.exists() else b""
    player = f"Ala {number}"
    made = victims.PlainRound if kind == "plain" else victims.ScreenRound
    victim = made(folder, player, chance.randrange(10**6))
    use(victim, moment(chance, 0.6, 2 * victims.QUESTIONS + (1 if kind == "plain" else 6)))
    stage = "saved" if victim.saved else "answered" if victim.given else "nothing yet"
    tally.kills[kind] += 1
    tally.stages[stage] += 1
    tally.answers += len(victim.given)
    start_again(folder, number, chance)
    after = scores.read_bytes() if scores.exists() else b""
    assert after.startswith(before), "what was saved before has changed"
    names = {each.name for each in folder.iterdir() if each.name != "data"}
    assert names <= LEFT, f"left behind: {names - LEFT}"
    rounds = tomllib.loads(after.decode()).get("rounds", [])
    check(victim, [each for each in rounds if each["player"] == player])


LEFT = {
    "shelves.toml",
    "scores.toml",
    "scores.toml.lock",
    "scores.toml.checked",
    "scores.toml.index",
    "scores.toml.index-journal",
}
"""What may stand there after a start. The last is SQLite's, of an index that was being written: it
is put right when the app reads the index next."""


def check(victim: PlainRound | ScreenRound, rounds: list[dict[str, object]]) -> None:
    """Compare what a screen acknowledged with the rounds of its player in the score file."""
    given = list(victim.given.values())
    if not rounds:
        assert not given, f"the round is lost, with {given}"
        assert not victim.saved
        return
    assert len(rounds) == 1, "the round is there more than once"
    [saved] = rounds
    answers = saved["answers"]
    assert isinstance(answers, list)
    found = [victims.Given(each["prompt"], each["chosen"], each["correct"]) for each in answers]
    assert found[: len(given)] == given, f"acknowledged {given}, found {found}"
    if victim.saved:
        assert saved["outcome"] == "finished"
        assert len(found) == victims.QUESTIONS
    elif saved["outcome"] == "interrupted":
        assert len(found) <= len(given) + 1, f"acknowledged {given}, found {found}"
    assert saved["correct"] == sum(each.right for each in found)


def write(folder: Path, chance: random.Random, tally: Tally) -> None:
    """Kill one edit. Raises AssertionError where something was lost."""
    path = folder / "shelves.toml"
    before = path.read_text("utf-8")
    victim = victims.Writing(folder, victims.environment(folder))
    use(victim, moment(chance, 1.0, 2 * victims.WORDS + 1))
    tally.kills["edit"] += 1
    tally.stages["written" if victim.written else "nothing yet"] += 1
    asked = read_bank(path).questions[0].prompt
    old = tomllib.loads(before)["questions"][0]["prompt"]
    words = "".join(f" w{n + 1}" for n in range(victim.written))
    assert asked.startswith(old + words), f"{victim.written} words said to be saved, {asked}"
    after = path.read_text("utf-8")
    assert after == before.replace(old, asked, 1), "something else of the bank has changed"
    Keep(path, folder / "data" / "newsquiz" / "workshop").read()
    left = [each.name for each in folder.rglob(".*.tmp")]
    assert not left, f"left behind: {left}"


def run(kinds: Iterable[str], seed: int) -> Tally:
    """Kill one after the other in a folder of its own, and say what was lost."""
    tally = Tally()
    chance = chances(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, kind in enumerate(kinds):
            (folder / "shelves.toml").write_text(victims.bank(), "utf-8")
            try:
                if kind == "edit":
                    write(folder, chance, tally)
                else:
                    play(folder, number, chance, tally, kind)
            except AssertionError as error:
                tally.failures.append(f"seed {seed}, kill {number} ({kind}): {error}")
    return tally


def main() -> int:
    """Run as the command line says, and print what was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    wishes = parser.parse_args()
    kinds = [KINDS[n % len(KINDS)] for n in range(wishes.kills)]
    parts = [kinds[at : at + SITTING] for at in range(0, len(kinds), SITTING)]
    total = Tally()
    began = time.monotonic()
    with ThreadPoolExecutor(wishes.jobs) as pool:
        seeds = range(wishes.seed * 1000, wishes.seed * 1000 + len(parts))
        for tally in pool.map(run, parts, seeds):
            total.add(tally)
            print(f"\r{total.kills.total()} of {wishes.kills} kills", end="", file=sys.stderr)
    print(file=sys.stderr)
    print(f"seed {wishes.seed}, {time.monotonic() - began:.0f} s")
    print(f"kills          {total.kills.total():5}  {dict(total.kills)}")
    print(f"acknowledged   {total.answers:5}  answers; kills by stage: {dict(total.stages)}")
    print(f"lost or broken {len(total.failures):5}")
    for failure in total.failures:
        print(failure)
    return bool(total.failures)


if __name__ == "__main__":
    sys.exit(main())
