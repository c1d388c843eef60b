"""Draw the pictures of the README from the real game, at a fixed seed, clock and size.

    python tests/pictures/draw.py [NAME…]

Each is an SVG beside this file. A picture depends on nothing but the code and the shipped banks;
`tests/test_documents.py` says when one is out of date.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent))

from quiz.app.classroom import ClassPage
from quiz.app.review import ReviewPage
from quiz.app.sheets import Prompt
from quiz.banks.find import resolve
from quiz.banks.read import read_bank
from quiz.game.round import Phase
from quiz.scores.blocks import HEADER, encode
from tests.app.history_kit import filled, look_back, renamed, rounds, save
from tests.app.kit import clock, home_filled, make, phase, until

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from quiz.app.app import NewsquizApp
    from quiz.banks.models import Question

BANK = "korea-russia-2025"
SETTINGS = 'player = "Ala"\nmotion = false\n'
PUPILS = (
    "Ala", "Bo", "Celina", "Dawid", "Ewa", "Filip", "Gaja", "Hubert", "Iga", "Jan", "Kaja", "Leon",
    "Maja", "Nel", "Ola", "Piotr", "Roza", "Staś", "Tola", "Ula", "Wit", "Zoja", "Żaneta", "Żywia",
)  # fmt: skip
_WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def ten() -> tuple[Question, ...]:
    """Return ten questions of the shipped bank, of all its categories."""
    return read_bank(resolve(BANK)).questions[1::2][:10]


def a_round(folder: Path) -> NewsquizApp:
    """Return the app about to play the shipped bank."""
    return make(folder, SETTINGS, banks_folder=None, banks=(resolve(BANK),), seed=4)


async def answered(pilot: Pilot[None]) -> None:
    """Answer the first question."""
    await phase(pilot, Phase.OPEN)
    clock(pilot).now += 3.2
    await pilot.press("4")
    await phase(pilot, Phase.FEEDBACK)


def a_workshop(folder: Path) -> NewsquizApp:
    """Return the app about to review a bank of drafts: the shipped one, before it was reviewed."""
    shipped = resolve(BANK)
    banks = folder / "banks"
    (banks / "sources").mkdir(parents=True)
    source = f"{BANK}.md"
    (banks / "sources" / source).write_bytes((shipped.parent / "sources" / source).read_bytes())
    text = shipped.read_text("utf-8").replace('status = "reviewed"', 'status = "draft"')
    (banks / "drafts.toml").write_text(text, "utf-8")
    return make(folder, SETTINGS, banks_folder=banks, edit=banks / "drafts.toml")


async def reviewed(pilot: Pilot[None]) -> None:
    """Come to the second draft."""
    await until(pilot, lambda: isinstance(pilot.app.screen, ReviewPage) or _workshop(pilot))
    if not isinstance(pilot.app.screen, ReviewPage):
        await pilot.press("v")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReviewPage))
    await pilot.press("right")


def _workshop(pilot: Pilot[None]) -> bool:
    return type(pilot.app.screen).__name__ == "WorkshopPage"


def a_history(folder: Path) -> NewsquizApp:
    """Return the app with three dozen rounds played."""
    save(folder, rounds(36, bank=BANK, asked=ten()))
    return make(folder, SETTINGS, banks_folder=None)


async def looked_back(pilot: Pilot[None]) -> None:
    """Open the progress over time."""
    await look_back(pilot)
    await pilot.press("2")
    await filled(pilot)


def a_class(folder: Path) -> NewsquizApp:
    """Return the app beside the score files of a class."""
    pupils = folder / "class"
    pupils.mkdir(parents=True)
    for number, name in enumerate(PUPILS):
        behind = 0.1 - number / len(PUPILS)
        played = rounds(2, name, BANK, ten(), [behind + place * 0.05 for place in range(10)])
        made = [renamed(each, number * 100 + at) for at, each in enumerate(played)]
        (pupils / f"{name}.toml").write_bytes(HEADER + b"".join(map(encode, made)))
    return make(folder, SETTINGS, banks_folder=None)


async def reported(pilot: Pilot[None]) -> None:
    """Open the verdicts on the questions."""
    await home_filled(pilot)
    await pilot.press("g")
    await until(pilot, lambda: isinstance(pilot.app.screen, Prompt))
    app = pilot.app
    field = app.screen.query_one("Input")
    field.value = str(_folder(app) / "class")  # type: ignore[attr-defined]
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, ClassPage) and app.screen.report is not None)
    await pilot.press("2")


def _folder(app: object) -> Path:
    return app.launch.settings_path.parent  # type: ignore[attr-defined, no-any-return]


PICTURES: dict[
    str, tuple[Callable[[Path], NewsquizApp], Callable[[Pilot[None]], Awaitable[None]], int]
] = {
    "round": (a_round, answered, 80),
    "review": (a_workshop, reviewed, 110),
    "history": (a_history, looked_back, 80),
    "class": (a_class, reported, 100),
}
"""How each begins, what is done in it, and its width in columns."""


async def draw(name: str) -> str:
    """Return the picture called `name` as SVG."""
    os.environ["COLORTERM"] = "truecolor"  # whatever terminal this runs in
    begin, act, width = PICTURES[name]
    with tempfile.TemporaryDirectory() as folder:
        app = begin(Path(folder))
        async with app.run_test(size=(width, 24)) as pilot:
            await act(pilot)
            for _ in range(8):
                await pilot.pause(0.1)
            picture = app.export_screenshot(title="newsquiz")
    # A picture fetches nothing when it is looked at: the reader's own fixed-width font will do.
    picture = _WEB_FONT.sub("", picture)
    # The names of styles are made from a random number.
    stem = re.search(r"terminal-\d+", picture)
    if stem:
        picture = picture.replace(stem.group(), f"terminal-{name}")
    return picture + "\n"


def main() -> None:
    """Write the pictures named on the command line, else all."""
    for name in sys.argv[1:] or PICTURES:
        (HERE / f"{name}.svg").write_text(asyncio.run(draw(name)), "utf-8")


if __name__ == "__main__":
    main()
