"""What options of the command line may hold, for every command alike."""

from __future__ import annotations

import argparse

from quiz.base.language import _, ngettext


def translate_parser() -> None:
    """Let the standard library's parser speak the language of the interface.

    It looks its words up by two names of its module, which know of one catalogue, that of the
    person's locale.
    """
    vars(argparse).update(_=_, ngettext=ngettext)


def at_least_one(text: str) -> int:
    """Read a whole number above 0. Raises ArgumentTypeError, which the parser shows."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(_("{text!r} is no whole number above 0").format(text=text))
    return int(text)
