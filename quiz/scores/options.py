"""What the command line says of `scores`."""

from __future__ import annotations

import argparse
from datetime import date

from quiz.base.language import _


def add_scores(parser: argparse.ArgumentParser) -> None:
    """Describe the command and its options."""
    parser.description = _(
        "Print every round that was played, the oldest first: as a table, as JSON or as CSV.\n"
        "Rounds that were removed in the app are left out."
    )
    parser.epilog = _(
        "Examples:\n"
        "  newsquiz scores --player Ala --since 2026-09-01\n"
        "  newsquiz scores --csv > history.csv\n"
        "  newsquiz scores --verify        is the file whole? exit status 1 if not\n"
        "  newsquiz scores --compact       drop removed rounds for good; a backup is kept\n"
    )
    parser.add_argument(
        "--since", type=_day, metavar=_("DATE"), help=_("only rounds from this day on: 2026-09-01")
    )
    parser.add_argument("--player", metavar="P", help=_("only the rounds of this player"))
    parser.add_argument(
        "--bank", metavar="B", help=_("only the rounds on this bank, or on it and others")
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=_("as JSON, an object a round"))
    form.add_argument("--csv", action="store_true", help=_("as CSV, a row a round"))
    form.add_argument(
        "--verify",
        action="store_true",
        help=_("check the whole file instead, and say what is in it; nothing is written"),
    )
    form.add_argument(
        "--compact",
        action="store_true",
        help=_("rewrite the file without removed rounds, and keep the old one as a backup"),
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        told = _("{text!r} is no day: write it as in 2026-09-01").format(text=text)
        raise argparse.ArgumentTypeError(told) from None
