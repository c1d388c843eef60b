"""What a page says of its article, in the many ways of saying it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.base.text import first_unsafe, one_line
from quiz.generate.article import kept_address
from quiz.generate.page.moment import day_in_address, day_of, day_written
from quiz.generate.web.address import host, same_page, shorten
from tests.generate.web import pages
from tests.generate.web.reading import ADDRESS, DAY, GRAPH, OPEN_GRAPH, page, read, record


def test_an_article_comes_with_all_that_its_page_says() -> None:
    article = read(pages.portal())
    assert (article.title, article.published, article.publisher, article.url) == (
        "Nowy most w Gdyni otwarty", DAY, "Kurier Próbny", ADDRESS,
    )  # fmt: skip
    assert all(paragraph in article.text for paragraph in pages.PARAGRAPHS)
    for foreign in ("cookies", "Strona główna", "Czytaj także", "Polityka", "odsłony"):
        assert foreign not in article.text


@pytest.mark.parametrize(
    "head",
    [
        record('"datePublished": "2021-05-04T08:30:00+02:00"'),
        record('"datePublished": "2021-05-03T22:30:00Z", "dateModified": "2021-06-01"'),
        GRAPH,
        '<script type="application/ld+json">{broken</script>'
        + record('"datePublished": "2021-05-04"'),
        '<meta property="article:published_time" content="2021-05-04T08:30:00+02:00">',
        '<meta name="DC.date.issued" content="2021-05-04">',
        '<meta itemprop="datePublished" content="Tue, 04 May 2021 08:30:00 +0200">',
        '<meta name="date" content="4 maja 2021">',
    ],
)
def test_a_day_of_publication_is_read_wherever_a_head_has_it(head: str) -> None:
    assert read(page(head)).published == DAY


@pytest.mark.parametrize(
    ("before", "day"),
    [
        ('<time datetime="2021-05-04T08:30">wtorek</time>', DAY),
        ('<span class="article-date">4 maja 2021, 08:30</span>', DAY),
        ('<div><p class="data">Dodano: 04.05.2021 r.</p></div>', DAY),
        ('<span itemprop="datePublished">2021-05-04</span>', DAY),
        ('<span class="date-modified">5 maja 2021</span>', None),
        ('<p class="date">aktualizacja: 5 maja 2021</p>', None),
        (
            '<time datetime="2021-05-04">4 maja</time><time datetime="2021-05-05">5 maja</time>',
            None,
        ),
        ('<time datetime="1970-01-01T00:00:00Z">dawno</time>', None),
        ("<p>4 maja 2021 padało.</p>", None),
    ],
)
def test_a_day_beside_the_headline_counts_if_it_is_the_only_one(
    before: str, day: date | None
) -> None:
    assert read(page(before=before)).published == day


def test_a_saved_page_tells_where_it_was_saved_from() -> None:
    html = (
        "<!DOCTYPE html>\n<!-- saved from url=(0031)https://www.kurier.example/2021/05/04/most -->"
    )
    article = read(html + page().removeprefix("<!doctype html>"), "")
    assert article.url == "https://www.kurier.example/2021/05/04/most"
    assert (article.publisher, article.published) == ("kurier.example", DAY)
    foreign = read(html.replace("https://www", "file:///home") + page(), "")
    assert (foreign.url, foreign.publisher) == ("", "")


def test_a_day_in_the_address_is_the_last_resort() -> None:
    assert read(page(), "https://kurier.example/2021/05/04/most").published == DAY
    said = page('<meta name="date" content="2021-05-05">')
    assert read(said, f"{ADDRESS}/2021/05/04/a").published == date(2021, 5, 5)
    assert day_in_address("https://kurier.example/2021-05-04,most.html") == DAY
    assert day_in_address("https://kurier.example/2021/13/40/most") is None
    assert day_in_address("https://kurier.example/12021-05-044") is None


def test_universal_time_is_turned_into_that_of_the_readers() -> None:
    assert day_of("2021-05-03T22:30:00Z", "pl") == DAY
    assert day_of("2021-05-03T22:30:00Z", "en") == date(2021, 5, 3)
    assert day_of("2021-05-03T23:30:00-05:00", "pl") == date(2021, 5, 3)


@settings(deadline=None)
@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert day_of(day.isoformat()) == day_written(f"Dodano {day:%d.%m.%Y}, 10:00") == day
    assert day_in_address(f"https://a.example/{day:%Y/%m/%d}/b") == day


@settings(deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_days(text: str) -> None:
    for found in (day_of(text, "pl"), day_written(text), day_in_address(text)):
        assert found is None or 1990 <= found.year <= 2200


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ('<meta property="og:site_name" content="Kurier Próbny">', "Kurier Próbny"),
        (
            record('"publisher": {"@type": "Organization", "name": "Kurier &amp; Syn"}'),
            "Kurier & Syn",
        ),
        (record('"publisher": [{"name": "Kurier"}]'), "Kurier"),
        (record('"publisher": 7'), "kurier.example"),
        ("", "kurier.example"),
    ],
)
def test_a_publisher_is_read_or_else_is_the_host(head: str, publisher: str) -> None:
    assert read(page(head), "https://www.kurier.example/most").publisher == publisher


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (record('"headline": "Most &quot;Nowy&quot;"'), 'Most "Nowy"'),
        (OPEN_GRAPH.format("Most – nowy | Kurier", "Kurier"), "Most – nowy"),
        (OPEN_GRAPH.format("Most - nowy", "Kurier"), "Most - nowy"),
        ("<title>Coś innego - Kurier</title>", "Nowy most"),
    ],
)
def test_a_headline_is_without_the_name_of_the_site(head: str, title: str) -> None:
    assert read(page(head)).title == title


def test_nothing_unsafe_and_nothing_too_long_comes_into_a_bank() -> None:
    hostile = "Most &#27;[2J\u202eabc\u0007" + "&#9;x" * 200
    head = OPEN_GRAPH.format(hostile, hostile)
    article = read(page(head, "<p>Most \u202e w Gdyni.&#27;[31m</p>"), ADDRESS + "/" + "a" * 300)
    assert not set(article.title + article.publisher + article.text) & set("\x1b\u202e\x07\t")
    assert len(article.title) <= 160
    assert len(article.publisher) <= 160
    assert article.url == ""


@settings(deadline=None)
@given(st.text(max_size=80), st.booleans())
def test_an_address_that_a_bank_keeps_is_safe_and_leads_to_the_same_page(
    text: str, whole: bool
) -> None:
    found = kept_address(text if whole else f"https://kurier.example/{text}")
    if found:
        assert first_unsafe(found) is None
        assert found == one_line(found)
        assert len(found) <= 200
        assert found.startswith(("http://", "https://"))
        assert "@" not in found.partition("//")[2].partition("/")[0]
        assert kept_address(found) == found
        assert same_page(found) == same_page(found + "#kotwica") or "#" in text
    for cleaned in (shorten(text), host(text), shorten(found)):
        assert first_unsafe(cleaned) is None


def test_an_address_is_kept_without_what_follows_its_reader() -> None:
    address = "https://kurier.example/most?id=7&utm_source=rss&fbclid=abc"
    assert read(page(), address).url == "https://kurier.example/most?id=7"
