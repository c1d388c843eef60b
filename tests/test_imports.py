"""What loads what: the core starts without a screen and without a validator."""

from __future__ import annotations

import json
import pkgutil
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

import quiz

ROOT = Path(__file__).parent.parent
HEAVY = ("textual", "rich", "pydantic")
VALIDATORS = ("quiz.banks.read", "quiz.banks.schema")


def modules(*parts: str) -> list[str]:
    """Name every module of these parts of the program."""
    names = [name for _finder, name, _ispkg in pkgutil.walk_packages(quiz.__path__, "quiz.")]
    return [
        name for name in names if any(name == part or name.startswith(f"{part}.") for part in parts)
    ]


def loaded_by(*names: str) -> set[str]:
    """Import modules in a fresh interpreter and return which heavy packages that has loaded."""
    probe = (
        "import importlib, json, sys\n"
        "for name in json.loads(sys.argv[1]): importlib.import_module(name)\n"
        "print(json.dumps([name for name in json.loads(sys.argv[2]) if name in sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, json.dumps(names), json.dumps(HEAVY)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def test_the_core_loads_no_screen() -> None:
    core = modules("quiz.base", "quiz.banks", "quiz.game", "quiz.scores", "quiz.plain")
    assert len(core) > 10
    assert not loaded_by(*core) & {"textual", "rich"}


@pytest.mark.parametrize(
    "part", ["quiz.base", "quiz.game", "quiz.plain", "quiz.banks.models", "quiz.banks.find"]
)
def test_a_part_that_validates_nothing_loads_no_validator(part: str) -> None:
    names = modules(part)
    assert names
    assert loaded_by(*names) == set()


def test_looking_back_loads_no_validator() -> None:
    names = [name for name in modules("quiz.scores") if name != "quiz.scores.request"]
    assert len(names) > 3
    assert loaded_by(*names) == set()


def test_the_validator_is_where_text_enters() -> None:
    assert loaded_by(*VALIDATORS) == {"pydantic"}


def test_the_command_line_loads_what_a_command_needs_when_it_runs() -> None:
    assert loaded_by("quiz.cli") == set()


def test_imports_point_down_the_list_of_parts() -> None:
    command = shutil.which("lint-imports", path=sysconfig.get_path("scripts"))
    assert command, "lint-imports is not beside this Python"
    done = subprocess.run(
        [command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
