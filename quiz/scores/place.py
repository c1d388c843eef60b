"""Where scores are kept; apart from their reading, so that a start need not load it."""

from __future__ import annotations

import os
from pathlib import Path

from quiz.base.files import data_folder


def default_path() -> Path:
    """Return where scores are kept: NEWSQUIZ_SCORES, else the user's data folder."""
    if named := os.environ.get("NEWSQUIZ_SCORES"):
        return Path(named)
    return data_folder() / "scores.toml"
