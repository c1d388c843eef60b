"""The options of `import` and `export`, apart from the work, so that naming them loads nothing."""

from __future__ import annotations

import argparse

from quiz.base.language import _
from quiz.base.vocabulary import LANGUAGES

READS = (
    "gift", "aiken", "moodle", "kahoot", "wayground", "blooket", "gimkit", "anki", "apkg", "csv",
)  # fmt: skip
"""The formats that can be imported; a test holds the list against the formats themselves."""

WRITES = (*READS, "html", "markdown")


def add_import(parser: argparse.ArgumentParser) -> None:
    """Add the options of `import`."""
    parser.description = _(
        "Make a bank of the questions in another program's file. The format is recognised by\n"
        "what is in the file. A question that a bank cannot hold is named with its line and the\n"
        "reason, and so is what is left out of one that it can; imported questions are drafts."
    )
    parser.epilog = _(
        "Examples:\n"
        "  newsquiz import unit3.gift -o unit3.toml          from Moodle\n"
        "  newsquiz import kahoot.xlsx -o quiz.toml          from a Kahoot spreadsheet\n"
        "  newsquiz import deck.apkg -o deck.toml --language pl\n"
        "  cat quiz.csv | newsquiz import - -o - | less      look first\n"
    )
    parser.add_argument("file", metavar=_("FILE"), help=_("the file, or - for standard input"))
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar=_("BANK.toml"),
        help=_("the new bank, or - for standard output"),
    )
    parser.add_argument(
        "--from",
        dest="format",
        choices=READS,
        metavar=_("FORMAT"),
        help=_("the format, where it is not recognised: {formats}").format(
            formats=", ".join(READS)
        ),
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, help=_("language of the questions (else recognised)")
    )
    parser.add_argument(
        "--title", default="", metavar="T", help=_("title of the bank (else the file's name)")
    )
    parser.add_argument("--force", action="store_true", help=_("overwrite an existing bank"))


def add_export(parser: argparse.ArgumentParser) -> None:
    """Add the options of `export`."""
    parser.description = _(
        "Write a bank as another program's file or as a test sheet for printing. The format goes\n"
        "by the ending of FILE where that says it. What does not fit is named with the reason;\n"
        "nothing is cut short: a question that is too long stops the export, or stays behind\n"
        "with --leave-out."
    )
    parser.epilog = _(
        "Examples:\n"
        "  newsquiz export korea-russia-2025 -o korea.gift\n"
        "  newsquiz export my.toml -o my.xlsx --to kahoot --leave-out\n"
        "  newsquiz export my.toml -o test.html --variants 2 --key   sheets A and B, and the key\n"
        "  newsquiz export my.toml -o - --to csv\n"
    )
    parser.add_argument("bank", metavar=_("BANK"), help=_("the name or path of a bank, or -"))
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar=_("FILE"),
        help=_("the new file, or - for standard output"),
    )
    parser.add_argument(
        "--to",
        dest="format",
        choices=WRITES,
        metavar=_("FORMAT"),
        help=_("the format, where the name of the file does not say it: {formats}").format(
            formats=", ".join(WRITES)
        ),
    )
    parser.add_argument(
        "--leave-out",
        action="store_true",
        help=_("leave out questions that are too long for the format"),
    )
    sheets = parser.add_argument_group(_("test sheets (html, markdown)"))
    sheets.add_argument(
        "--variants",
        type=_variants,
        default=2,
        metavar="N",
        help=_("how many, in different orders: A, B, … (1 to 8; 2 if not said)"),
    )
    sheets.add_argument("--key", action="store_true", help=_("add the key at the end"))
    sheets.add_argument(
        "--seed", type=int, default=0, metavar="N", help=_("another number, another order")
    )
    parser.add_argument("--force", action="store_true", help=_("overwrite an existing file"))


def _variants(text: str) -> int:
    if text not in {"1", "2", "3", "4", "5", "6", "7", "8"}:
        raise argparse.ArgumentTypeError(_("{text!r} is no number from 1 to 8").format(text=text))
    return int(text)
