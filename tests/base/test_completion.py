"""What a shell reads to complete our command line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig

import pytest

from quiz.base.completion import SHELLS, script
from quiz.cli import RUN, parser


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_is_completed_in_every_shell(shell: str) -> None:
    text = script(parser(), shell)
    assert all(command in text for command in RUN)
    assert "newsquiz" in text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["pl"], {"play"}),
        (["play", "--mode", "ex"], {"exam"}),
        (["play", "--mo"], {"--mode"}),
        (["export", "korea-ru"], {"korea-russia-2025"}),
        (["completion", "f"], {"fish"}),
    ],
)
def test_bash_completes_commands_options_and_banks(words: list[str], expected: set[str]) -> None:
    bash = shutil.which("bash")
    if not bash:
        pytest.skip("there is no bash here")
    ask = (
        'eval "$1"; shift\n'
        'COMP_WORDS=(newsquiz "$@"); COMP_CWORD=$#\n'
        '_shtab_newsquiz 2>/dev/null; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    scripts = sysconfig.get_path("scripts")
    done = subprocess.run(
        [bash, "-c", ask, "bash", script(parser(), "bash"), *words],
        env={**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert set(done.stdout.split()) == expected, done.stderr
