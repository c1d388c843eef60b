"""What the game remembers between starts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.base.files import data_folder, write_atomically
from quiz.base.text import one_line
from quiz.base.toml import loads
from quiz.base.vocabulary import LANGUAGES, MODES

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

LONGEST_NAME = 40
"""Characters of a player's name: what fits beside the points at 60 columns."""

_CHOICES: dict[str, Collection[object]] = {
    "mode": MODES,
    "theme": ("dark", "light"),
    "language": ("", *LANGUAGES),
}
_MOST = {"questions": 1000, "seconds": 3600, "advance": 3600, "speed": 1, "streak": 1, "motion": 1}


class Settings(NamedTuple):
    """The choices of the last round and of the interface; times are in whole seconds."""

    player: str = ""
    mode: str = "timed"
    questions: int = 10
    seconds: int = 0
    """A question's time; 0 leaves it to the bank."""
    speed: bool = True
    streak: bool = True
    advance: int = 0
    """How long feedback stays before the round goes on by itself; 0 waits for a key."""
    theme: str = "dark"
    motion: bool = True
    language: str = ""
    """Of the interface; empty is that of the locale."""


def settings_path() -> Path:
    """Return where the settings are kept."""
    return data_folder() / "settings.toml"


def load(path: Path) -> Settings:
    """Read the settings; whatever is missing, unreadable or out of range is as at the first start.

    Settings are a convenience: no file can keep the game from starting.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return Settings()
    try:
        table = loads(text)
    except (ValueError, RecursionError):
        return Settings()
    known = {name: table[name] for name in Settings._fields if name in table}
    fitting = Settings(**{name: value for name, value in known.items() if _fits(name, value)})
    return fitting._replace(player=clean_player(fitting.player))


def save(path: Path, settings: Settings) -> None:
    """Keep the settings. Raises OSError, and then the old ones are still there."""
    import tomli_w  # noqa: PLC0415  # needed once a sitting

    table = settings._asdict() | {"player": clean_player(settings.player)}
    write_atomically(path, tomli_w.dumps(table).encode())


def _fits(name: str, value: object) -> bool:
    if type(value) is not type(getattr(Settings(), name)):
        return False
    if name in _CHOICES:
        return value in _CHOICES[name]
    return not isinstance(value, int) or 0 <= value <= _MOST[name]


def clean_player(name: str) -> str:
    """Make a player's name one line of clean text, at most `LONGEST_NAME` characters."""
    return one_line(name)[:LONGEST_NAME].strip()
