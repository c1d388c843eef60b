"""What the closed lists of words are called in the language of the interface."""

from __future__ import annotations

from quiz.base.language import _


def mode_name(mode: str) -> str:
    """Name a mode of the game."""
    names = {
        "timed": _("timed"),
        "relaxed": _("relaxed"),
        "exam": _("exam"),
        "mistakes": _("mistakes"),
        "review": _("review"),
    }
    return names.get(mode, mode)
