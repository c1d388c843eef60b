"""Settings come back, and no file of settings does harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.base.settings import Settings, clean_player, load, save, settings_path
from quiz.base.text import first_unsafe

if TYPE_CHECKING:
    from pathlib import Path

CHOSEN = Settings(
    player="Ala",
    mode="exam",
    questions=25,
    seconds=12,
    speed=False,
    streak=False,
    advance=3,
    theme="light",
    motion=False,
)


def test_settings_come_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    save(path, CHOSEN)
    assert load(path) == CHOSEN
    assert settings_path().name == "settings.toml"


def test_a_missing_file_is_the_first_start(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Settings()
    assert load(tmp_path) == Settings()


@pytest.mark.parametrize(
    "line",
    [
        "player = 3",
        "mode = 'sleep'",
        "mode = ['timed']",
        "questions = '10'",
        "questions = true",
        "questions = -1",
        "questions = 99999999",
        "seconds = 1.5",
        "speed = 1",
        "speed = 'yes'",
        "advance = -3",
        "theme = 'pink'",
        "motion = {}",
        "future = 1",
    ],
)
def test_what_does_not_fit_is_as_at_the_first_start(tmp_path: Path, line: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"{line}\n", "utf-8")
    assert load(path) == Settings()
    path.write_text(f"{line}\n{'theme' if 'motion' in line else 'motion'} = false\n", "utf-8")
    assert load(path).player == ""


def test_one_wrong_key_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("questions = 'x'\nmode = 'exam'\nfuture = [1]\nadvance = 4\n", "utf-8")
    assert load(path) == Settings(mode="exam", advance=4)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a = " + b"[" * 100_000, b"a = ", bytes(1000)])
def test_a_hostile_file_does_not_keep_the_game_from_starting(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(data)
    assert load(path) == Settings()


@given(st.text(st.characters()))
def test_a_player_is_one_short_clean_line(name: str) -> None:
    player = clean_player(name)
    assert len(player) <= 40
    assert first_unsafe(player) is None
    assert len(player.splitlines()) <= 1
    assert clean_player(player) == player


def test_a_mode_that_cannot_be_played_is_as_at_the_first_start(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('mode = "nightmare"\n', "utf-8")
    assert load(path).mode == "timed"
