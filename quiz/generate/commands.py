"""The commands `generate` and `facts`."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.banks.write import dumps
from quiz.base.cycles import settle
from quiz.base.errors import NothingToDo, QuizError
from quiz.base.language import _, ngettext
from quiz.base.text import one_line
from quiz.generate.article import article_of, obtain
from quiz.generate.draft import make_bank
from quiz.generate.known import Known
from quiz.generate.languages import language_for, require
from quiz.generate.progress import Progress
from quiz.generate.target import Target
from quiz.generate.web.address import is_address, shorten
from quiz.languages.recognise import recognise

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from datetime import date

    from quiz.banks.models import Bank
    from quiz.generate.article import Article, Raw
    from quiz.languages import Language
    from quiz.languages.protocol import Document


class _Watched:
    """A language that says which of several articles it reads."""

    def __init__(self, language: Language, names: list[str], progress: Progress) -> None:
        """Watch a language at these articles."""
        self._language, self._names, self._progress = language, names, progress
        self.code = language.code
        self.drafts, self.knows, self.lemmas = language.drafts, language.knows, language.lemmas
        self.restyled, self.published = language.restyled, language.published
        self.anchors = language.anchors
        self._read = 0

    def read(self, text: str, published: date | None) -> Document:
        """Read an article."""
        count = len(self._names)
        self._read = min(self._read + 1, count)
        self._progress.step(self._read, count, self._names[self._read - 1])
        return self._language.read(text, published)


def _obtained(names: Sequence[str], progress: Progress) -> list[Raw]:
    """Read what stands in files and at addresses; raises QuizError where one cannot be read.

    Where there is a feed among them, what cannot be read is named and left out.
    """
    raws: list[Raw] = []
    errors: dict[str, QuizError] = {}
    for number, name in enumerate(names, 1):
        if is_address(name):
            progress.step(number, len(names), shorten(name))
        try:
            raws.append(obtain(name))
        except QuizError as error:
            errors[shorten(name)] = error
        finally:
            progress.done()
    if errors and not any(raw.is_feed for raw in raws):
        raise next(iter(errors.values()))
    for name, why in errors.items():
        progress.failed(name, why)
    return raws


def run_generate(arguments: argparse.Namespace) -> int:
    """Write a bank; 0 done, 1 no question found. QuizError says what is wrong, nothing written."""
    output = Path(arguments.output)
    if any(name != "-" and _same(output, Path(name)) for name in arguments.articles):
        raise QuizError(_("{file} is the article itself; name another bank").format(file=output))
    work = _Work(arguments, Progress())
    raws = _obtained(arguments.articles, work.progress)
    if any(raw.is_feed for raw in raws):
        return work.digest(raws, datetime.now(UTC))
    target = None if arguments.output == "-" else work.target(output, add=arguments.add)
    articles = work.read(raws)
    if target and target.bank:
        articles = work.new(articles, Known(target.bank.sources))
        if not articles:
            raise NothingToDo(_("nothing is new; {file} stays as it is").format(file=output))
    return work.draft(articles, target, arguments.title)


class _Work:
    """One run of `generate`; its language is that of the first bank or article it meets."""

    def __init__(self, arguments: argparse.Namespace, progress: Progress) -> None:
        """Begin with what the person wishes."""
        self.arguments, self.progress = arguments, progress
        self._code: str | None = arguments.language
        self._language: Language | None = None

    def target(self, path: Path, *, add: bool) -> Target:
        """Return the bank to draft into; raises QuizError where that cannot be."""
        target = Target(path, add=add, force=self.arguments.force)
        if target.bank:
            self._code = self._code or target.bank.language
            if target.bank.language != self._code:
                message = _("{file} is a bank in the language {code}; name another bank")
                raise QuizError(message.format(file=path, code=target.bank.language))
        return target

    def read(self, raws: Sequence[Raw]) -> list[Article]:
        """Return the articles in what was read; raises QuizError where one is not to be used."""
        articles = [article_of(raw, self.arguments.published) for raw in raws]
        if articles:
            self._language = language_for(articles, self._code)
            self._code = self._language.code
        return articles

    def fitting(self, articles: Sequence[Article]) -> list[Article]:
        """Return the articles in the language of the bank, or else of most; name the others."""
        if not self._code:
            codes = Counter(code for a in articles if (code := recognise(a.text)))
            self._code = codes.most_common(1)[0][0] if codes else None
        found = []
        for article in articles:
            try:
                self._language = self._language or language_for([article], self._code)
                require(article, self._language)
            except QuizError as error:
                self.progress.failed(article.name, error)
            else:
                found.append(article)
        return found

    def new(self, articles: Sequence[Article], known: Known) -> list[Article]:
        """Return the articles that a bank does not know, and name those that it does."""
        found = []
        for article in articles:
            if known.has(article):
                self.progress.say(_("In the bank already: {name}").format(name=article.name))
                continue
            known.add(article)
            found.append(article)
        return found

    def draft(self, articles: Sequence[Article], target: Target | None, title: str) -> int:
        """Draft questions and write them; 0 done, 1 none was found."""
        before = target.bank if target else None
        language = self._language or language_for(articles, self._code)
        settle()
        watched = _Watched(language, [a.title for a in articles], self.progress)
        wanted, seed = self.arguments.questions, self.arguments.seed
        bank = make_bank(articles, watched, title, wanted, seed, beside=before)
        self.progress.done()
        count = len(bank.questions)
        if not count and not before:
            told = _("No question could be asked with certainty; nothing was written.")
            self.progress.say(told)
            return 1
        if target is None:
            sys.stdout.write(dumps(bank))
            return 0
        pairs = zip(bank.sources, articles, strict=True)
        target.write(bank, {s.id: a.text for s, a in pairs if is_address(a.name)})
        told = (
            ngettext(
                "{file}: {n} question added, {all} in all",
                "{file}: {n} questions added, {all} in all",
                count,
            ).format(file=target.path, n=count, all=count + len(before.questions))
            if before
            else ngettext("{file}: {n} question", "{file}: {n} questions", count).format(
                file=target.path, n=count
            )
        )
        self.progress.say(told)
        return 0 if count else 1

    def digest(self, raws: Sequence[Raw], now: datetime) -> int:
        """Draft from feeds, and from articles beside them; 0 done, 1 nothing new or none found."""
        from quiz.generate import digest  # noqa: PLC0415  # brings the web

        output, path = self.arguments.output, Path(self.arguments.output)
        if self.arguments.published:
            raise QuizError(
                _("--published is for articles: a feed tells the day of each of its own")
            )
        daily = output != "-" and (path.is_dir() or output.endswith(("/", "\\")))
        target = None if output == "-" or daily else self.target(path, add=True)
        banks: tuple[Bank, ...] = (target.bank,) if target and target.bank else ()
        if daily and not self.arguments.force:
            banks = digest.banks_of_days(path)
        if banks:
            self._code = self._code or banks[0].language
        known = Known(source for bank in banks for source in bank.sources)
        empty = not known
        articles = self.new(self.read([raw for raw in raws if not raw.is_feed]), known)
        reader = digest.Reader(known, self.progress)
        wishes = digest.Wishes(self.arguments.since, self.arguments.most)
        title = self.arguments.title
        for raw in raws:
            if not raw.is_feed:
                continue
            try:
                named, found = reader.gather(raw, wishes, now)
            except QuizError as error:
                if len(self.arguments.articles) == 1:
                    raise
                reader.broken += 1
                self.progress.failed(raw.name, error)
                continue
            title = title or named
            articles += found
        self.progress.done()
        tried = bool(articles) or reader.broken
        articles = self.fitting(articles)
        if not articles and tried and empty:
            raise QuizError(_("no article could be read; nothing was written"))
        if not articles:
            raise NothingToDo(_("nothing is new; nothing was written"))
        if not daily:
            return self.draft(articles, target, title)
        done = 1
        for day, group in digest.by_day(articles, now.date()).items():
            of_day = self.target(path / f"{day}.toml", add=True)
            done &= self.draft(group, of_day, f"{title or group[0].publisher}, {day}")
        return done


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def run_facts(arguments: argparse.Namespace) -> int:
    """Print every fact; 0 done, 1 none found."""
    found = False
    raws = _obtained(arguments.articles, Progress())
    for article in [article_of(raw, arguments.published) for raw in raws]:
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
