"""The commands `generate` and `facts`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.banks.write import dumps, write_bank
from quiz.base.errors import QuizError
from quiz.base.language import _, ngettext
from quiz.base.text import one_line
from quiz.generate.article import read_article
from quiz.generate.draft import make_bank
from quiz.generate.languages import language_for

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from quiz.languages import Language
    from quiz.languages.protocol import Document


class _Watched:
    """A language that says on a terminal which of several articles it reads."""

    def __init__(self, language: Language, names: list[str]) -> None:
        """Watch a language at these articles; nothing is said of one, nor outside a terminal."""
        self._language, self._names = language, names
        self.code = language.code
        self.drafts, self.knows, self.lemmas = language.drafts, language.knows, language.lemmas
        self.restyled, self.published = language.restyled, language.published
        self._read = 0
        self._shown = len(names) > 1 and sys.stderr.isatty()

    def read(self, text: str, published: date | None) -> Document:
        """Read an article."""
        self._read += 1
        if self._shown:
            name = one_line(self._names[min(self._read, len(self._names)) - 1])
            told = f"{self._read}/{len(self._names)} {name}"[:76]
            print(f"\r{told}\033[K", end="", file=sys.stderr, flush=True)
        return self._language.read(text, published)

    def done(self) -> None:
        """Take the line of progress away."""
        if self._shown and self._read:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def run_generate(arguments: argparse.Namespace) -> int:
    """Write a bank; 0 done, 1 no question found. QuizError says what is wrong, nothing written."""
    target = Path(arguments.output)
    if arguments.output != "-" and target.exists():
        if any(name != "-" and _same(target, Path(name)) for name in arguments.articles):
            raise QuizError(
                _("{file} is the article itself; name another bank").format(file=target)
            )
        if not arguments.force:
            raise QuizError(
                _("{file} is there already; add --force to overwrite it").format(file=target)
            )
    articles = [read_article(name, arguments.published) for name in arguments.articles]
    language = language_for(articles, arguments.language)
    watched = _Watched(language, [a.name for a in articles])
    bank = make_bank(articles, watched, arguments.title, arguments.questions, arguments.seed)
    watched.done()
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


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def run_facts(arguments: argparse.Namespace) -> int:
    """Print every fact; 0 done, 1 none found."""
    found = False
    articles = [read_article(name, arguments.published) for name in arguments.articles]
    for article in articles:
        language = language_for([article], arguments.language)
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
                value = f"  [{fact.value}]" if fact.value else ""
                sys.stdout.write(f"{fact.kind:12} {one_line(fact.text)}{value}\n")
    return 0 if found else 1
