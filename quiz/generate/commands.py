"""The commands `generate` and `facts`."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quiz.banks.write import dumps, write_bank
from quiz.base.errors import QuizError
from quiz.generate.article import Article, read_article
from quiz.generate.draft import make_bank
from quiz.languages import Language, LanguageMissingError, get_language

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST_KNOWN = 0.7
"""A text of whose lower-case words fewer are in the dictionary is in another language."""


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date like 2025-06-18") from None


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number above 0")
    return int(text)


def add_common(parser: argparse.ArgumentParser) -> None:
    """Add what both commands take."""
    parser.add_argument(
        "articles", nargs="+", metavar="ARTICLE", help="a file, or - for standard input"
    )
    parser.add_argument("--language", default="pl", choices=["pl"], help="of the article (pl)")
    parser.add_argument(
        "--published", type=_day, metavar="DATE", help="publication date, YYYY-MM-DD"
    )


def add_generate(parser: argparse.ArgumentParser) -> None:
    """Add the options of `generate`."""
    add_common(parser)
    parser.add_argument(
        "-o", "--output", required=True, metavar="BANK.toml", help="the new bank, or -"
    )
    parser.add_argument("--questions", type=_count, metavar="N", help="only the N best")
    parser.add_argument("--title", default="", metavar="T", help="title of the bank")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="order of distractors")
    parser.add_argument("--force", action="store_true", help="overwrite an existing bank")


def add_facts(parser: argparse.ArgumentParser) -> None:
    """Add the options of `facts`."""
    add_common(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def add_commands(subparsers: Any) -> None:
    """Add both commands to a parser's subparsers; each sets `run` to its function."""
    generate = subparsers.add_parser("generate", help="draft a bank from articles")
    add_generate(generate)
    generate.set_defaults(run=run_generate)
    facts = subparsers.add_parser("facts", help="show the facts found in articles")
    add_facts(facts)
    facts.set_defaults(run=run_facts)


def _language(code: str) -> Language:
    try:
        return get_language(code)
    except LanguageMissingError as error:
        raise QuizError(str(error)) from None


def _articles(arguments: argparse.Namespace, language: Language) -> Iterator[Article]:
    many = len(arguments.articles) > 1 and sys.stderr.isatty()
    for number, name in enumerate(arguments.articles, 1):
        if many:
            print(f"\r{number}/{len(arguments.articles)} {name}\033[K", end="", file=sys.stderr)  # noqa: T201
        article = read_article(name, arguments.published)
        if language.knows(article.text) < LEAST_KNOWN:
            raise QuizError(
                f"{name}: this does not read like a text in the language {language.code!r}"
            )
        yield article
    if many:
        print(file=sys.stderr)  # noqa: T201


def run_generate(arguments: argparse.Namespace) -> int:
    """Write a bank; 0 done, 1 no question found. QuizError says what is wrong, nothing written."""
    target = Path(arguments.output)
    if arguments.output != "-" and target.exists() and not arguments.force:
        raise QuizError(f"{target} exists; write --force to overwrite it")
    language = _language(arguments.language)
    articles = list(_articles(arguments, language))
    bank = make_bank(articles, language, arguments.title, arguments.questions, arguments.seed)
    if not bank.questions:
        print("No question could be asked with certainty; nothing was written.", file=sys.stderr)  # noqa: T201
        return 1
    if arguments.output == "-":
        sys.stdout.write(dumps(bank))
    else:
        write_bank(target, bank, overwrite=arguments.force)
        print(f"{target}: {len(bank.questions)} questions", file=sys.stderr)  # noqa: T201
    return 0


def run_facts(arguments: argparse.Namespace) -> int:
    """Print every fact; 0 done, 1 none found."""
    language = _language(arguments.language)
    found = False
    for article in _articles(arguments, language):
        for fact in language.read(article.text, article.published).facts:
            found = True
            if arguments.json:
                record = {
                    "file": article.name, "kind": fact.kind, "text": fact.text, "start": fact.start,
                    "end": fact.end, "value": fact.value, "base": fact.base,
                    "sentence": fact.sentence,
                }  # fmt: skip
                sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
            else:
                sys.stdout.write(f"{fact.kind:12} {fact.text}  [{fact.value}]\n")
    return 0 if found else 1
