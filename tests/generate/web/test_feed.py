"""What a feed lists, whatever it is made of, and what of it is due."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.banks.models import Source
from quiz.base.errors import QuizError
from quiz.generate.article import Raw
from quiz.generate.known import Known, due
from quiz.generate.web.feed import Entry, Feed, newest_first, read_feed
from tests.generate.web.pages import rss

NOW = datetime(2021, 5, 5, 12, tzinfo=UTC)

ATOM = """<?xml version="1.0" encoding="iso-8859-2"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="pl">
<title type="html">Głos &amp;amp; Echo</title>
<entry><title>Źródło</title><link rel="enclosure" href="a.mp3"/><link href="/b"/>
<published>2021-05-03T22:30:00Z</published></entry>
<entry><title>Żuraw</title><link href="https://glos.example/c"/><updated>2021-05-05T08:00:00+02:00
</updated></entry></feed>
"""


def feed_of(text: str | bytes, address: str = "https://kurier.example/rss") -> Feed:
    data = text.encode() if isinstance(text, str) else text
    return read_feed(Raw(address, data, address, "feed"))


def test_atom_in_an_old_character_set_is_read() -> None:
    feed = feed_of(ATOM.encode("iso-8859-2"))
    assert feed.title == "Głos & Echo"
    assert [(e.title, e.link) for e in feed.entries] == [
        ("Żuraw", "https://glos.example/c"),
        ("Źródło", "https://kurier.example/b"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel/></rss>', "not safe"),
        ('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><x>&x;</x></rss>', "not safe"),
        ("<rss><channel></channel></rss>", "no article"),
        ("<rss><channel><item><title>a</title></item></channel></rss>", "no article"),
        ("<rss><item><link>javascript:alert(1)</link></item></rss>", "no article"),
        ("<rss><item><link>file:///etc/passwd</link></item></rss>", "no article"),
        ("<rss>\0", "character set"),
        ("<rss><channel>" + "<a>" * 100_000, "too long"),
    ],
)
def test_a_feed_that_lists_nothing_safe_is_one_line(text: str, message: str) -> None:
    with pytest.raises(QuizError, match=message) as caught:
        feed_of(text)
    assert "\n" not in str(caught.value)


def test_a_broken_feed_gives_what_is_whole() -> None:
    text = rss(("https://kurier.example/a?x=1&y=2", "przedwczoraj"), ("/b", "Tue, 99 May 2021"))
    feed = feed_of(text.replace("</channel></rss>", ""))
    assert [e.link for e in feed.entries] == [
        "https://kurier.example/a?x=1&y=2",
        "https://kurier.example/b",
    ]
    assert {e.appeared for e in feed.entries} == {None}


def test_without_the_extra_a_feed_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "feedparser", None)
    with pytest.raises(QuizError, match=r"newsquiz\[web\]"):
        feed_of(rss())


def entry(hours: float | None, path: str = "") -> Entry:
    when = None if hours is None else NOW - timedelta(hours=hours)
    link = f"https://kurier.example/{path or hours}"
    return Entry(link, "", when, when.date() if when else None)


def due_of(
    *hours: float | None, known: tuple[Source, ...] = (), since: date | None = None
) -> list[float | None]:
    feed = Feed("f", "F", newest_first(tuple(entry(h) for h in hours)))
    by_link = {entry(h).link: h for h in hours}
    return [by_link[e.link] for e in due(feed, Known(known), NOW, since)]


def source(hours: float) -> Source:
    made = entry(hours)
    return Source(id="a", title="A", url=made.link, published=made.published)


def test_the_first_time_a_day_is_due() -> None:
    assert due_of(30, 1, 24, 26, 200) == [1, 24]
    assert due_of(900, 901, 950) == [900, 901]  # a feed that went to sleep
    assert due_of(1, None, 900) == [1, None]  # what has no time stays where it stands
    assert due_of(-900, 1, 30) == [-900, 1]  # a slip of the year does not hide the rest
    assert due_of(1, 30, 60, since=date(2021, 5, 4)) == [1, 30]


def test_later_all_is_due_that_is_not_older_than_what_is_known() -> None:
    assert due_of(1, 30, 90, 130, 200, known=(source(130),)) == [1, 30, 90]
    assert due_of(1, 2, known=(source(1), source(2))) == []
    elsewhere = Source(id="a", title="A", url="https://b.example/", published=date(2020, 1, 1))
    assert due_of(1, 30, 90, known=(elsewhere,)) == [1]


@settings(deadline=None)
@given(st.lists(st.floats(-10, 300), max_size=12, unique=True), st.data())
def test_nothing_falls_between_two_runs(hours: list[float], data: st.DataObject) -> None:
    """Whenever a feed is read, what a later run finds new was not there at the earlier one."""
    if not hours:
        return
    first = set(due_of(*hours))
    later = [h - 400 for h in data.draw(st.lists(st.floats(0, 300), max_size=6, unique=True))]
    known = tuple(source(h) for h in first if h is not None)
    moved = NOW + timedelta(hours=400)
    feed = Feed("f", "F", newest_first(tuple(entry(h) for h in (*hours, *later))))
    links = {e.link for e in due(feed, Known(known), moved)}
    assert {entry(h).link for h in later} <= links
    assert not {entry(h).link for h in first} & links
