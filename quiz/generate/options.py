"""The options of `generate` and `facts`, apart from the work, so that naming them loads nothing."""

from __future__ import annotations

import argparse
import re
from datetime import date

from quiz.base.arguments import at_least_one
from quiz.base.language import _

MOST = 20
"""So many articles of a feed are read in one run, unless more are asked for."""


def add_generate(parser: argparse.ArgumentParser) -> None:
    """Add the options of `generate`."""
    parser.description = _(
        "Draft a bank of questions from articles, by rule and offline. Every draft carries\n"
        "the sentence that proves its answer and says in a note what to look at in review;\n"
        "where the reading is not certain there is no question."
    )
    parser.epilog = _(
        "Examples:\n"
        "  newsquiz generate article.txt -o my-bank.toml\n"
        "  newsquiz generate page.html -o my-bank.toml --questions 10\n"
        "  newsquiz generate https://news.example/article -o my-bank.toml\n"
        "  newsquiz generate https://news.example/rss -o news.toml\n"
        "  newsquiz generate https://news.example/rss -o news/\n"
        "  newsquiz generate *.txt -o week.toml --title Week --published 2025-06-18\n"
        "  newsquiz generate - -o - < article.md | less\n"
        "\n"
        "A text file begins with its title on a line of its own; Markdown may say title,\n"
        "date, publisher and url between two lines of ---. With --published, words like\n"
        "„wczoraj” and days without a year get their date. Pages of the web need the extra:\n"
        "pip install 'newsquiz[web]'. Their articles are copied beside the bank.\n"
        "\n"
        "A feed (RSS or Atom, its address or a file) gives the articles of its latest day.\n"
        "The same command run again, every morning say, adds what is new since to the bank;\n"
        "what stands in it stays, edits too, and nothing is asked twice. An article that\n"
        "cannot be read is named and left out. With a folder it writes a bank a day.\n"
        "\n"
        "Then: newsquiz check my-bank.toml, newsquiz edit my-bank.toml, newsquiz play "
        "my-bank.toml\n"
        "Exit status: 0 done, 1 no question could be asked, 2 wrong use or unreadable input."
    )
    _add_common(parser)
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar=_("BANK.toml"),
        help=_("the bank; for a feed also a folder; or - (standard output)"),
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
    parser.add_argument(
        "--add",
        action="store_true",
        help=_("add to an existing bank, of which nothing changes (a feed always does)"),
    )
    parser.add_argument(
        "--since",
        type=_day,
        metavar=_("DATE"),
        help=_("from a feed, what appeared on this day or later"),
    )
    parser.add_argument(
        "--articles",
        type=at_least_one,
        default=MOST,
        dest="most",
        metavar="N",
        help=_("from a feed, at most the N newest (%(default)s)"),
    )


def add_facts(parser: argparse.ArgumentParser) -> None:
    """Add the options of `facts`."""
    parser.description = _(
        "Print the dates, numbers, people, roles, places, organisations and things found in\n"
        "articles: what `generate` asks about."
    )
    parser.epilog = _(
        "Examples:\n"
        "  newsquiz facts article.txt\n"
        "  newsquiz facts article.txt --json --published 2025-06-18\n"
        "\n"
        "With --json each line is one object: file, kind, text, start, end (offsets in the\n"
        "text), value (an ISO date or interval, a number, a name), base (the dictionary form)\n"
        "and sentence (its number). A value that is not certain is empty.\n"
        "Exit status: 0 done, 1 nothing found, 2 wrong use or unreadable input."
    )
    _add_common(parser)
    parser.add_argument("--json", action="store_true", help=_("one JSON object a line"))


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "articles",
        nargs="+",
        metavar=_("ARTICLE"),
        help=_(
            "a text, Markdown or HTML file, a feed, the address of either, or - (standard input)"
        ),
    )
    parser.add_argument(
        "--language",
        choices=["pl", "en"],
        help=_("language of the articles (else told by their words)"),
    )
    parser.add_argument(
        "--published",
        type=_day,
        metavar=_("DATE"),
        help=_("publication date, as in 2025-06-18; else the file's own, or told by its text"),
    )


def _day(text: str) -> date:
    m = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text)
    try:
        return date(int(m[3]), int(m[2]), int(m[1])) if m else date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("{text!r} is no date like 2025-06-18").format(text=text)
        ) from None
