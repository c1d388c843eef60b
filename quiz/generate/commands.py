"""The commands `generate` and `facts`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.banks.write import dumps, write_bank
from quiz.base.errors import QuizError
from quiz.base.language import _, ngettext
from quiz.generate.article import Article, read_article
from quiz.generate.draft import make_bank
from quiz.languages import Language, LanguageMissingError, get_language

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

LEAST_KNOWN = 0.7
"""A text of whose lower-case words fewer are in the dictionary is in another language."""


def _language(code: str) -> Language:
    try:
        return get_language(code)
    except LanguageMissingError as error:
        raise QuizError(str(error)) from None


def _articles(arguments: argparse.Namespace, language: Language) -> Iterator[Article]:
    many = len(arguments.articles) > 1 and sys.stderr.isatty()
    for number, name in enumerate(arguments.articles, 1):
        if many:
            print(f"\r{number}/{len(arguments.articles)} {name}\033[K", end="", file=sys.stderr)
        article = read_article(name, arguments.published)
        if language.knows(article.text) < LEAST_KNOWN:
            raise QuizError(
                _("{name}: this does not read like a text in the language {code}").format(
                    name=name, code=language.code
                )
            )
        yield article
    if many:
        print(file=sys.stderr)


def run_generate(arguments: argparse.Namespace) -> int:
    """Write a bank; 0 done, 1 no question found. QuizError says what is wrong, nothing written."""
    target = Path(arguments.output)
    if arguments.output != "-" and target.exists() and not arguments.force:
        raise QuizError(
            _("{file} is there already; add --force to overwrite it").format(file=target)
        )
    language = _language(arguments.language)
    articles = list(_articles(arguments, language))
    bank = make_bank(articles, language, arguments.title, arguments.questions, arguments.seed)
    if not bank.questions:
        print(_("No question could be asked with certainty; nothing was written."), file=sys.stderr)
        return 1
    if arguments.output == "-":
        sys.stdout.write(dumps(bank))
    else:
        write_bank(target, bank, overwrite=arguments.force)
        count = len(bank.questions)
        told = ngettext("{file}: {n} question", "{file}: {n} questions", count)
        print(told.format(file=target, n=count), file=sys.stderr)
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
