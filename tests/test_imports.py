"""What loads what: the core starts without a screen and without a validator."""

from __future__ import annotations

import json
import pkgutil
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import quiz

ROOT = Path(__file__).parent.parent
HEAVY = ("textual", "rich", "pydantic")
CORE = ("base", "banks", "game", "scores", "plain", "plain_sitting", "cli")


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


def test_neither_the_core_nor_the_command_line_loads_a_screen_or_a_validator() -> None:
    names = [name for _finder, name, _ispkg in pkgutil.walk_packages(quiz.__path__, "quiz.")]
    core = [name for name in names if name.split(".")[1] in CORE]
    assert len(core) > 20
    assert loaded_by(*core) == set()


def test_the_app_loads_a_screen_and_no_validator() -> None:
    assert loaded_by("quiz.app.app") == {"textual", "rich"}


def test_imports_point_down_the_list_of_parts() -> None:
    command = shutil.which("lint-imports", path=sysconfig.get_path("scripts"))
    assert command, "lint-imports is not beside this Python"
    done = subprocess.run(
        [command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
