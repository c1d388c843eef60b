"""What is written for people holds: walks can be walked, examples run, and no picture is stale."""

from __future__ import annotations

import argparse
import re
import shlex
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from quiz.banks.find import resolve
from quiz.banks.read import read_bank
from quiz.base.vocabulary import CATEGORIES, MODES
from quiz.check.rules import RULES
from quiz.cli import RUN, parser
from quiz.exchange.formats import FORMATS
from tests.app.history_kit import rounds, save
from tests.app.kit import home_filled, make
from tests.benchmarks import table
from tests.pictures import draw, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App
    from textual.pilot import Pilot

ROOT = Path(__file__).parent.parent
README, CONTRIBUTING = ROOT / "README.md", ROOT / "CONTRIBUTING.md"
PAGES = (README, CONTRIBUTING, ROOT / "question_banks" / "README.md")
KEYS = {"Enter": "enter", "Escape": "escape", "Space": "space", "F2": "f2"}


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def walk(name: str) -> Iterator[tuple[str, list[str]]]:
    """List the rows of a walk: what is pressed, and the words that are then on the screen."""
    text = README.read_text("utf-8").partition(f"<!-- walk: {name} -->\n")[2]
    rows = text.split("\n\n")[0].splitlines()[2:]
    assert rows, f"the README has no walk {name}"
    for row in rows:
        pressed, seen = row.strip("|").split("|", 1)
        key = re.fullmatch(r" `(.+)` ", pressed)
        assert key, row
        yield key[1], re.findall(r"\*\*(.+?)\*\*", seen)


def shown(app: App[None]) -> str:
    """Return the text on the screen."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


async def seen(pilot: Pilot[None], words: list[str]) -> None:
    """Wait until the words are on the screen."""
    for _ in range(200):
        await pilot.pause(0.03)
        text = shown(pilot.app)
        if all(word in text for word in words):
            return
    raise AssertionError(f"not on the screen: {words}\n{shown(pilot.app)}")


@pytest.mark.parametrize("name", ["play", "author", "look"])
async def test_a_walk_of_the_readme_can_be_walked(name: str, tmp_path: Path) -> None:
    if name == "look":
        bank = read_bank(resolve("korea-russia-2025"))
        save(tmp_path, rounds(6, bank="korea-russia-2025", asked=bank.questions[:5]))
    own = tmp_path / "own"
    app = make(tmp_path, 'player = "Ala"\nmotion = false\n', banks_folder=None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(own))
        async with app.run_test() as pilot:
            await home_filled(pilot)
            for pressed, words in walk(name):
                if "/" in pressed and len(pressed) > 1:
                    field = app.focused
                    assert isinstance(field, Input)
                    field.value = pressed
                else:
                    await pilot.press(KEYS.get(pressed, pressed))
                await seen(pilot, words)
            assert len(app.screen_stack) == 1, "a walk comes home again"


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command."""
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise AssertionError("there is no command")


def listed() -> dict[str, str]:
    """Return what the README's list of commands says of each."""
    block = README.read_text("utf-8").partition("## Commands\n\n```\n")[2].partition("```")[0]
    entries = re.split(r"^newsquiz", block, flags=re.MULTILINE)[2:]
    return {entry.split()[0]: entry for entry in entries}


def test_every_command_and_option_is_in_the_readme_and_has_help() -> None:
    told = listed()
    assert set(told) == set(RUN)
    everywhere = {"--help", "--version", "--scores", "--banks", "--interface-language"}
    missing = []
    for name, command in commands().items():
        assert command.description, name
        assert command.epilog, f"{name} --help shows no example"
        assert "newsquiz" in command.epilog, name
        for action in command._actions:
            assert action.help, f"{name} {action.dest} has no help"
            longest = max(action.option_strings, key=len, default="")
            if longest == "--output":
                longest = "-o"
            known = longest in everywhere or re.search(rf"{longest}\b", told[name])
            missing += [] if known else [f"{name} {longest}"]
    assert not missing
    line = re.search(r"\n`--scores.*?each of them", README.read_text("utf-8"), re.DOTALL)
    assert line
    assert all(option in line.group() for option in everywhere)


def examples() -> list[str]:
    """Return every command line that help or a page shows."""
    texts = [parser().format_help(), *(each.format_help() for each in commands().values())]
    for page in PAGES:
        texts += re.findall(
            r"^```(?:sh)?\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE
        )
    lines = [line.strip() for text in texts for line in text.splitlines()]
    starts = [line for line in lines if re.match(r"(yes 1 \| |cat \S+ \| )?newsquiz ", line)]
    return [line for line in starts if "…" not in line and not re.search(r" [A-Z]{4,}| \[", line)]


def test_the_examples_are_right_use() -> None:
    found = examples()
    assert len(found) > 40
    for line in found:
        # What stands after two spaces is a remark; pipes and redirections are the shell's.
        words = shlex.split(re.split(r"  +", line)[0], comments=True)
        words = words[words.index("newsquiz") + 1 :]
        ends = [at for at, word in enumerate(words) if word in {"|", ">", ">>", "<"}]
        parser().parse_args(words[: ends[0]] if ends else words)


def test_the_table_of_speed_has_a_row_for_all_that_is_measured() -> None:
    told = README.read_text("utf-8").split(table.BEGIN)[1].split(table.END)[0]
    assert [row.what for row in table.ROWS if row.what not in told] == []


def test_links_lead_somewhere() -> None:
    broken = [
        f"{page.name}: {target}"
        for page in PAGES
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not broken


@pytest.mark.parametrize("name", draw.PICTURES)
async def test_a_picture_shows_the_game_as_it_is(name: str) -> None:
    kept = (ROOT / "tests" / "pictures" / f"{name}.svg").read_text("utf-8")
    assert await draw.draw(name) == kept, "python tests/pictures/draw.py draws it anew"


def test_the_picture_of_the_parts_shows_the_imports_as_they_are() -> None:
    kept = (ROOT / "tests" / "pictures" / "parts.svg").read_text("utf-8")
    assert parts.draw() == kept, "python tests/pictures/parts.py draws it anew"


def test_the_pages_name_every_part_mode_category_format_and_kind_of_rule() -> None:
    guide = CONTRIBUTING.read_text("utf-8")
    layers = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    names = [layer.removeprefix("quiz.") for layer in layers["contracts"][0]["layers"]]
    assert [name for name in names if f"`{name}`" not in guide] == []
    assert [mode for mode in MODES if f"`{mode}`" not in README.read_text("utf-8")] == []
    teachers = (ROOT / "question_banks" / "README.md").read_text("utf-8")
    assert [name for name in CATEGORIES if f"`{name}`" not in teachers] == []
    assert [known.name for known in FORMATS if f"`{known.name}`" not in teachers] == []
    assert [code for code in {code[:3] for code in RULES} if code not in guide] == []
