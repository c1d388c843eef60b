"""A bank of what feeds list: the articles of a day, and at every further run what is new since.

What a bank knows stands in its sources, also those that no question came of, and nowhere else: it
can be moved, copied and edited, and whoever takes a source out of it has its article read again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.banks.read import read_bank
from quiz.base.errors import QuizError
from quiz.base.language import _, ngettext
from quiz.generate.article import article_of, fetched, kept_address
from quiz.generate.known import due
from quiz.generate.web.address import host, shorten
from quiz.generate.web.feed import read_feed
from quiz.generate.web.fetch import fetch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from pathlib import Path

    from quiz.banks.models import Bank
    from quiz.generate.article import Article, Raw
    from quiz.generate.known import Known
    from quiz.generate.progress import Progress
    from quiz.generate.web.feed import Entry

DAILY = "????-??-??.toml"
"""What the banks of a folder are called that gets a bank a day."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """Which articles of a feed are wanted."""

    since: date | None
    """The first day; None for one day, or since the last time."""
    most: int
    """At most so many of a feed, the newest."""


@dataclass(slots=True)
class Reader:
    """Reads the articles of feeds; what it reads is known from then on."""

    known: Known
    progress: Progress
    broken: int = 0
    """How many articles could not be read."""

    def gather(self, raw: Raw, wishes: Wishes, now: datetime) -> tuple[str, list[Article]]:
        """Return the title of a feed and its new articles, newest first.

        An article that cannot be read is named and left out. Raises QuizError where there is no
        feed.
        """
        feed = read_feed(raw)
        entries = due(feed, self.known, now, wishes.since)
        left = len(entries) - wishes.most
        if left > 0:
            told = ngettext(
                "{feed}: {n} older article is left out; with --articles {all} it is read too",
                "{feed}: {n} older articles are left out; with --articles {all} they are read too",
                left,
            )
            self.progress.say(told.format(feed=raw.name, n=left, all=len(entries)))
        entries = entries[: wishes.most]
        articles = []
        for number, entry in enumerate(entries, 1):
            self.progress.step(number, len(entries), entry.title or entry.link)
            try:
                article = self._read(entry, raw)
            except QuizError as error:
                self.broken += 1
                self.progress.failed(shorten(entry.link), error)
                continue
            if article:
                articles.append(article)
        return feed.title, articles

    def _read(self, entry: Entry, feed: Raw) -> Article | None:
        """Return an article, None where it turns out to be known; raises QuizError."""
        raw = fetched(entry.link, fetch(entry.link, origin=feed.address))
        if raw.is_feed:
            raise QuizError(_("the feed leads to another feed here"))
        article = _with(article_of(raw), entry, raw)
        if self.known.has(article) or self.known.has_page(raw.address):
            return None
        self.known.add(article)
        return article


def _with(article: Article, entry: Entry, raw: Raw) -> Article:
    """Add what the feed knows of an article, its link above all: by that it is known again.

    A link that leads to another site counts readers, and may stop working.
    """
    link = kept_address(entry.link) if host(entry.link) == host(raw.address) else ""
    return replace(
        article,
        url=link or article.url,
        published=article.published or entry.published,
    )


def banks_of_days(folder: Path) -> tuple[Bank, ...]:
    """Return the banks in a folder that gets a bank a day, the latest first; raises BankError."""
    return tuple(read_bank(path) for path in sorted(folder.glob(DAILY), reverse=True))


def by_day(articles: Sequence[Article], today: date) -> dict[date, list[Article]]:
    """Sort articles by their days, the latest first; one without a day is of `today`."""
    days: dict[date, list[Article]] = {}
    for article in articles:
        days.setdefault(article.published or today, []).append(article)
    return dict(sorted(days.items(), reverse=True))
