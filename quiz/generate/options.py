"""The options of `generate` and `facts`, apart from the work, so that naming them loads nothing."""

from __future__ import annotations

import argparse
from datetime import date

from quiz.base.arguments import at_least_one
from quiz.base.language import _


def add_generate(parser: argparse.ArgumentParser) -> None:
    """Add the options of `generate`."""
    _add_common(parser)
    parser.add_argument(
        "-o", "--output", required=True, metavar="BANK.toml", help=_("the new bank, or -")
    )
    parser.add_argument(
        "--questions",
        type=at_least_one,
        metavar="N",
        help=_("only the N best (else all)"),
    )
    parser.add_argument("--title", default="", metavar="T", help=_("title of the bank"))
    parser.add_argument(
        "--seed", type=int, default=0, metavar="N", help=_("another number, other distractors")
    )
    parser.add_argument("--force", action="store_true", help=_("overwrite an existing bank"))


def add_facts(parser: argparse.ArgumentParser) -> None:
    """Add the options of `facts`."""
    _add_common(parser)
    parser.add_argument("--json", action="store_true", help=_("one JSON object a line"))


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "articles", nargs="+", metavar="ARTICLE", help=_("a text file, or - for standard input")
    )
    parser.add_argument(
        "--language", default="pl", choices=["pl"], help=_("language of the article (pl)")
    )
    parser.add_argument(
        "--published", type=_day, metavar="DATE", help=_("publication date, as in 2025-06-18")
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("{text!r} is no date like 2025-06-18").format(text=text)
        ) from None
