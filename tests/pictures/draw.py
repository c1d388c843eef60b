"""Draw the pictures of the README from the real game, at a fixed seed, clock and size.

    python tests/pictures/draw.py

Each is an SVG beside this file. A picture depends on nothing but the code and the shipped banks,
so that a change of what is drawn shows in the change of the picture.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent))

from quiz.app.app import Launch, NewsquizApp
from quiz.banks.find import resolve

_WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def draw(name: str, keys: list[str]) -> None:
    """Play `keys` in a round and write what is then on the screen."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "settings.toml"
        settings.write_text("motion = false\n", "utf-8")
        time = [0.0]
        app = NewsquizApp(
            Launch(
                scores_path=Path(folder) / "scores.toml",
                settings_path=settings,
                banks=(resolve("korea-russia-2025"),),
                seed=4,
            ),
            clock=lambda: time[0],
        )
        async with app.run_test(size=(80, 24)) as pilot:
            while len(app.screen_stack) < 2:
                await pilot.pause(0.05)
            await pilot.pause(0.2)
            for key in keys:
                time[0] += 3.2
                await pilot.press(key)
                await pilot.pause(0.5)
            picture = app.export_screenshot(title="newsquiz")
    # A picture fetches nothing when it is looked at: the reader's own fixed-width font will do.
    picture = _WEB_FONT.sub("", picture)
    # The names of styles are made from a random number.
    stem = re.search(r"terminal-\d+", picture)
    if stem:
        picture = picture.replace(stem.group(), f"terminal-{name}")
    (HERE / f"{name}.svg").write_text(picture + "\n", "utf-8")


if __name__ == "__main__":
    asyncio.run(draw("round", ["4"]))
