"""The options of `report`, apart from the work, so that naming them loads nothing."""

from __future__ import annotations

import argparse
from datetime import date

from quiz.base.arguments import at_least_one
from quiz.base.language import _
from quiz.base.vocabulary import MODES


def add_report(parser: argparse.ArgumentParser) -> None:
    """Add the options of `report`."""
    parser.description = _(
        "Read the score files of a class, and print a grade book and an item analysis: how easy\n"
        "each question is (facility), how well it tells those who know more from the others\n"
        "(discrimination, the item-rest correlation, and its discriminative efficiency), which\n"
        "distractors nobody falls for, how long it takes, how far a total is to be trusted\n"
        "(Cronbach's alpha, KR-20, with its standard error), and what to do about each question."
    )
    parser.epilog = _(
        "A round that several files hold counts once, and so does a pupil with several files.\n"
        "\n"
        "Examples:\n"
        "  newsquiz report class/                            every score file in a folder\n"
        '  newsquiz report "class/*.toml" --html class.html  a page to look at and to print\n'
        "  newsquiz report class/ --attempts best --csv      grades for a spreadsheet\n"
        "  newsquiz report class/ --json > class.json        all of it for a program\n"
        "  newsquiz report class/ --bank korea-russia-2025   one bank\n"
    )
    parser.add_argument(
        "files",
        nargs="*",
        metavar=_("FILE"),
        help=_("score files, folders of them, or patterns; else your own score file"),
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=_("everything, as JSON"))
    form.add_argument("--csv", action="store_true", help=_("as CSV, for a spreadsheet"))
    form.add_argument("--html", metavar=_("FILE"), help=_("a page with pictures, or - to print it"))
    parser.add_argument(
        "--only",
        choices=("grades", "questions", "banks"),
        help=_("this table alone, as text or CSV (else all of them)"),
    )
    parser.add_argument(
        "--by", choices=("bank", "round"), default="bank", help=_("a column of grades is (bank)")
    )
    parser.add_argument(
        "--attempts",
        choices=("first", "best", "last"),
        default="first",
        help=_("which round on a bank is the grade (first)"),
    )
    parser.add_argument(
        "--answers",
        choices=("first", "last", "all"),
        default="first",
        help=_("which of a pupil's answers to a question the item analysis takes (first)"),
    )
    parser.add_argument("--bank", metavar="B", help=_("only rounds on this bank"))
    parser.add_argument("--mode", choices=MODES, help=_("only rounds in this mode"))
    parser.add_argument(
        "--since",
        type=_day,
        metavar=_("DATE"),
        help=_("only rounds from this day on, as 2026-11-02"),
    )
    parser.add_argument(
        "--merge-names",
        action="store_true",
        help=_("names that differ by case, spaces or letter forms only are one pupil's"),
    )
    parser.add_argument(
        "--fewest",
        type=at_least_one,
        metavar="N",
        help=_("answers that a correlation and a distractor's verdict need (10)"),
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("{text!r} is no date like 2026-11-02").format(text=text)
        ) from None
