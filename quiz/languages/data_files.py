"""The word lists and tables in quiz/languages/data, each read once."""

from functools import cache
from pathlib import Path
from typing import Any

import tomli

_DATA = Path(__file__).parent / "data"


@cache
def read_data(name: str) -> dict[str, Any]:
    """Return what data/NAME.toml holds; it is shared, so nobody changes it."""
    return tomli.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))
