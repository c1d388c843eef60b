"""A feed of articles, RSS or Atom: what it lists, newest first.

RSS 2.0 is described at rssboard.org, Atom in RFC 4287; feedparser reads both, and what sites make
of them.
"""

from __future__ import annotations

import html
import io
import re
from calendar import timegm
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from quiz.base.errors import QuizError
from quiz.base.language import _
from quiz.generate.article import label
from quiz.generate.page.moment import day_of, moment
from quiz.generate.web.address import joined, same_page
from quiz.generate.web.charset import decoded

if TYPE_CHECKING:
    from datetime import date

    from quiz.generate.article import Raw

MOST = 2000
"""So many entries are looked at: a feed lists tens of them, hardly ever hundreds."""
TAGS = 60_000
"""So many tags it may have: on a broken feed the parser's time grows faster than these."""

_DECLARATION = re.compile(r"\ufeff?\s*<\?xml[^>]*\?>")
_TAG = re.compile(r"<[^>]{1,200}>")
_ITEM = re.compile(r"<(?:item|entry)[\s>]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one article."""

    link: str
    """Its address."""
    title: str
    appeared: datetime | None
    """With its zone; None where the feed does not say it."""
    published: date | None
    """The day on which it appeared for its readers."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, its entries newest first, no address twice."""

    name: str
    """As the user gave it."""
    title: str
    entries: tuple[Entry, ...]


def read_feed(raw: Raw) -> Feed:
    """Read a feed; raises QuizError where it lists no article, or no parser is installed."""
    try:
        import feedparser  # type: ignore[import-untyped]  # an extra  # noqa: PLC0415
    except ImportError:
        message = _("{name}: reading a feed needs an extra; write: pip install 'newsquiz[web]'")
        raise QuizError(message.format(name=raw.name)) from None
    text = decoded(raw.data, raw.charset)
    if text is None or "\0" in text:
        raise QuizError(_("{name}: this feed is in no known character set").format(name=raw.name))
    if "<!ENTITY" in text:
        # A few lines of these can stand for gigabytes, and no feed has need of them.
        raise QuizError(_("{name}: this feed is not safe to read").format(name=raw.name))
    text = _shortened(_DECLARATION.sub("", text, count=1))
    if text.count("<") > TAGS:
        raise QuizError(_("{name}: this feed is too long").format(name=raw.name))
    found = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    language = str(found.feed.get("language") or "")[:2].lower()
    base = raw.address or str(found.feed.get("link") or "")
    entries: dict[str, Entry] = {}
    for item in found.entries:
        entry = _entry(dict(item), base, language)
        if entry:
            entries.setdefault(same_page(entry.link), entry)
    if not entries:
        raise QuizError(_("{name}: there is no article in this feed").format(name=raw.name))
    return Feed(raw.name, _words(found.feed.get("title")), newest_first(tuple(entries.values())))


def newest_first(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Sort entries; one without a time stays behind the one it follows in the feed."""
    last = max(
        (e.appeared for e in entries if e.appeared), default=datetime.max.replace(tzinfo=UTC)
    )
    placed = []
    for entry in entries:
        last = entry.appeared or last
        placed.append((last, entry))
    placed.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(entry for _when, entry in placed)


def _shortened(text: str) -> str:
    starts = [found.start() for found in _ITEM.finditer(text)]
    return text if len(starts) <= MOST else text[: starts[MOST]]


def _entry(item: dict[str, Any], base: str, language: str) -> Entry | None:
    link = str(item.get("link") or "")
    if not link:
        return None
    try:
        link = joined(base, link)
    except QuizError:
        return None
    told = str(item.get("published") or item.get("updated") or "")
    appeared = moment(told)
    parsed = item.get("published_parsed") or item.get("updated_parsed")
    if appeared is None and parsed:
        try:
            appeared = datetime.fromtimestamp(timegm(parsed), UTC)
        except (ValueError, TypeError, OverflowError, OSError):
            appeared = None
    if appeared is not None and appeared.tzinfo is None:
        appeared = appeared.replace(tzinfo=UTC)
    published = day_of(told, language)
    if appeared is not None and published is None:
        # A clock that was never set, or a year beyond all: as good as no time.
        published = day_of(appeared.isoformat(), language)
        appeared = appeared if published else None
    return Entry(link, _words(item.get("title")), appeared, published)


def _words(text: object) -> str:
    return label(html.unescape(_TAG.sub("", str(text or ""))))
