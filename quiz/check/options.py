"""The options of `check` and `new`, apart from the work, so that naming them loads nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.base.vocabulary import LANGUAGES

if TYPE_CHECKING:
    import argparse


def add_check(parser: argparse.ArgumentParser) -> None:
    """Add the options of `check`."""
    parser.description = _(
        "Check banks by the rules of good questions: what gives the answer away, options\n"
        "that overlap, stems that ask nothing, quotes that are not in their source,\n"
        "questions that repeat each other, in one bank or between those named together."
    )
    parser.epilog = _(
        "A finding is one line, which says what to do instead:\n"
        "  FILE:LINE:COLUMN: CODE severity [question]: message\n"
        "error: nobody can answer fairly. warning: something other than knowledge helps\n"
        "or hinders. advice: it would be better otherwise.\n"
        "\n"
        "A question may break a rule on purpose; say why, in the bank:\n"
        '  allow = [{ rule = "NQ301", reason = "the article is about an exception" }]\n'
        "\n"
        "With --format json the output is one array of objects with the keys file, line,\n"
        "column (from 1), code, name, severity, message, question (an id, null for the\n"
        "whole bank), field (a key of the bank format), item (its place from 0 where the\n"
        "key holds several, else null) and other (the id of a second question that has a\n"
        "part in it, else null).\n"
        "\n"
        "Exit status: 0 nothing found, 1 findings, 2 a bank that cannot be read.\n"
        "\n"
        "Examples:\n"
        "  newsquiz check my-bank.toml\n"
        "  newsquiz check *.toml --format json > findings.json\n"
        "  newsquiz check --explain          every rule in a line\n"
        "  newsquiz check --explain NQ101    why, with a bad and a good example\n"
    )
    parser.add_argument(
        "checked",
        nargs="*",
        metavar=_("BANK"),
        help=_("the name or path of a bank, or - for standard input"),
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help=_("lines, or one JSON array")
    )
    parser.add_argument(
        "--explain",
        nargs="?",
        const="",
        metavar=_("CODE"),
        help=_("say what a rule is and why, by its code or name; without CODE, list all rules"),
    )


def add_new(parser: argparse.ArgumentParser) -> None:
    """Add the options of `new`."""
    parser.description = _(
        "Begin a bank: a file with one question and a remark on every key, ready to be\n"
        "played and to be written on in any editor. The JSON Schema is laid beside it, so\n"
        "that editors which know TOML complete the keys and mark mistakes. A file that is\n"
        "there stays as it is."
    )
    parser.epilog = _(
        "Then:\n"
        "  newsquiz check my-bank.toml    is every question a good one?\n"
        "  newsquiz play my-bank.toml     play it\n"
    )
    parser.add_argument("bank", metavar=_("BANK.toml"), help=_("the new file"))
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        help=_("of the questions and the remarks (else as your system is set)"),
    )
