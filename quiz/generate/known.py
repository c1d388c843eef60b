"""Which articles a bank knows, so that an article is read once, and which of a feed are due."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from quiz.base.fold import fold
from quiz.generate.web.address import host, same_page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from quiz.banks.models import Source
    from quiz.generate.article import Article
    from quiz.generate.web.feed import Entry, Feed

DAY = timedelta(days=1)


class Known:
    """The articles that banks were drawn from, by their addresses, or else by what is known."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Begin with the sources of banks."""
        self._pages: set[str] = set()
        self._others: set[tuple[str, date | None]] = set()
        self._last: dict[str, date] = {}
        for source in sources:
            self._add(source.url or "", source.title, source.published)

    def __bool__(self) -> bool:
        """Whether any article is known."""
        return bool(self._pages or self._others)

    def add(self, article: Article) -> None:
        """Know one article more."""
        self._add(article.url, article.title, article.published)

    def _add(self, url: str, title: str, published: date | None) -> None:
        if not url:
            self._others.add((fold(title), published))
            return
        self._pages.add(same_page(url))
        if published:
            site = host(url)
            self._last[site] = max(published, self._last.get(site, published))

    def has_page(self, address: str) -> bool:
        """Whether the page at an address is known."""
        return bool(address) and same_page(address) in self._pages

    def has(self, article: Article) -> bool:
        """Whether an article is known: by its address, or where it has none by title and day."""
        if article.url:
            return self.has_page(article.url)
        return (fold(article.title), article.published) in self._others

    def last(self, sites: Iterable[str]) -> date | None:
        """Return the latest day of publication of what is known from some sites."""
        return max((day for site in sites if (day := self._last.get(site))), default=None)


def due(feed: Feed, known: Known, now: datetime, since: date | None = None) -> tuple[Entry, ...]:
    """Return what is to be read of a feed, newest first: a day's articles, but none that is known.

    The day is the one up to the newest article, or goes back to the last article that is known,
    so that nothing falls between two runs, however far apart; or it begins with `since`. What has
    no time, or one yet to come, is taken as new.
    """
    times = [e.appeared for e in feed.entries if e.appeared and e.appeared <= now + DAY]
    start = max(times) - DAY if times else None
    last = known.last({host(entry.link) for entry in feed.entries})
    last = min(last, now.date()) if last else None

    def new(entry: Entry) -> bool:
        if entry.appeared is None or entry.published is None or entry.appeared > now + DAY:
            return True
        if since:
            return entry.published >= since
        return bool(start and entry.appeared > start) or bool(last and entry.published >= last)

    return tuple(e for e in feed.entries if new(e) and not known.has_page(e.link))
