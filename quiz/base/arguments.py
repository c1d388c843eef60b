"""What options of the command line may hold, for every command alike."""

from __future__ import annotations

import argparse

from quiz.base.language import _


def at_least_one(text: str) -> int:
    """Read a whole number above 0. Raises ArgumentTypeError, which the parser shows."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(_("{text!r} is no whole number above 0").format(text=text))
    return int(text)
