"""Readers of articles: text, Markdown, pages and feeds, from anywhere on the web."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from quiz.banks.read import parse_bank
from quiz.banks.write import dumps
from quiz.base.errors import QuizError
from quiz.base.text import first_unsafe
from quiz.generate.article import Raw, article_of
from quiz.generate.draft import make_bank
from quiz.generate.web.feed import read_feed
from quiz.languages import get_language
from tests.fuzz.reader import Reader, told

if TYPE_CHECKING:
    from quiz.generate.article import Article

ARTICLE = """Nowa linia do Rzeszowa

12 grudnia 2012 roku Kolej Mazowiecka ogłosiła otwarcie linii do Rzeszowa. Flota Kolei Mazowieckiej
liczy 437 wagonów typu Sokół. Minister zdrowia Adam Kowalski poinformował, że szpital w Krakowie
przyjmie 300 pacjentów z Ukrainy. W 2018 roku Adam Kowalski otworzył w Polsce fabrykę Sokoła.
– To był trudny czas – powiedział we wtorek premier Jan Nowak. Zginęło od 5 do 10 tys. osób.
"""
MARKDOWN = f"""---
title: "Nowa linia"
date: 2021-05-04
url: https://kurier.example/linia
---
# Nowa linia

{ARTICLE}
![obraz](a.png) [odnośnik](https://b.example) **ważne** `kod` <!-- uwaga -->
"""
PAGE = f"""<!DOCTYPE html>
<html lang="pl"><head><meta charset="utf-8"><title>Nowa linia - Kurier</title>
<meta property="og:title" content="Nowa linia"><meta property="og:site_name" content="Kurier">
<meta property="article:published_time" content="2021-05-04T08:30:00+02:00">
<script type="application/ld+json">{{"@type": "NewsArticle",
"datePublished": "2021-05-04"}}</script>
</head><body><article><h1>Nowa linia</h1><p>{ARTICLE}</p><p>{ARTICLE}</p></article></body></html>
"""


ENGLISH = """A new line to Lublin

On 12 December 2012 the Vistula Railway opened its line to Lublin. The fleet of the Vistula Railway
has 437 coaches. Health minister Anna Smith said on Tuesday that the hospital in Leeds would take
300 patients from Wales. In 2018 John Brown became mayor of Leeds. Between five and ten thousand
people were hurt, said Mr Brown. “It was hard,” she said.
"""
FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Kurier</title><link>https://kurier.example/</link>
<language>pl</language>
<item><title>Nowa &amp;amp; linia</title><link>https://kurier.example/1</link>
<pubDate>Tue, 04 May 2021 08:30:00 +0200</pubDate></item>
<item><title>Most</title><link>/2</link><pubDate>04 May 21</pubDate></item>
</channel></rss>
"""
WORDS = 8
"""So many words and marks cost what one thing does: each is looked up in a dictionary."""

_WORD = re.compile(r"\w+|[^\w\s]")
_language = cache(get_language)


def _read(data: bytes, raw: Raw) -> Article | None:
    try:
        article = article_of(replace(raw, data=data))
    except QuizError as error:
        told(str(error))
        return None
    assert first_unsafe(article.text) is None
    for line in (article.title, article.publisher, article.url):
        told(line)
    return article


def text(data: bytes, code: str) -> int:
    """Read a text, find its facts and draft its questions."""
    article = _read(data, Raw("article.txt", b""))
    if article is None:
        return 0
    language = _language(code)
    language.knows(article.text)
    document = language.read(article.text, article.published or date(2021, 5, 4))
    for fact in document.facts:
        assert article.text[fact.start : fact.end] == fact.text
        assert first_unsafe(fact.value) is None
    bank = make_bank([article], language, "", 5, 0)
    assert parse_bank(dumps(bank), "made") == bank
    words = len(_WORD.findall(article.text))
    return len(document.sentences) + len(document.facts) + words // WORDS


def markdown(data: bytes) -> int:
    """Read a text in Markdown, and no more of it: the rest is the same as of a text."""
    _read(data, Raw("article.md", b""))
    return 0


def page(data: bytes) -> int:
    """Read a page from the web, and no more of it."""
    address = "https://kurier.example/2021/05/04/linia"
    article = _read(data, Raw("kurier.example/linia", b"", address, "page", "utf-8"))
    return article.text.count("\n") if article else 0


def feed(data: bytes) -> int:
    """Read a feed."""
    raw = Raw("kurier.example", data, "https://kurier.example/rss", "feed", "utf-8")
    try:
        found = read_feed(raw)
    except QuizError as error:
        told(str(error))
        return 0
    told(found.title)
    for entry in found.entries:
        told(entry.title)
        told(entry.link)
    return len(found.entries)


_POLISH = tuple(
    "Jan Nowak w Krakowie 5 tys. osób , . – - „ ” ( ) że który ogłosił 3·maja·1998·roku premier "
    "Polska się nie została ponad 12,5·proc. \n\n i oraz UE powiedział Adam·Kowalski wtorek "
    "XIX·wiek "
    "od do 2010–2012 10.06.2025 godz.·15.30 mln zł $ km/h ! ? … : ; \u0301 \u202e 🇵🇱 1e999 "
    "dwadzieścia·trzy pod·koniec·kwietnia".replace("·", " ").split(" ")
)
_POLISH_LONG = (
    ("", "Jan ", ""), ("", "Jan Nowak, ", ""), ("", "12 ", ""), ("", "12.", ""), ("", "1", ""),
    ("", "(", ""),
    ("", "„", ""), ("", "– ", ""), ("", "a", ""), ("", "a ", ""), ("", ". ", ""), ("", "\n", ""),
    ("", " ", "a"),
    ("", "3 maja 2021 roku ", ""), ("", "3 maja i ", ""), ("", "dwadzieścia ", ""),
    ("", "tys. ", ""),
    ("", "premier ", ""), ("", "w Krakowie i ", ""), ("", "który ", ""), ("", "od 5 do ", ""),
    ("", "X", ""), ("", "A.", ""), ("", "-", ""), ("", "a-", ""), ("", "’", ""),
    ("", "e\u0301", ""),
    ("", "Kolej Mazowiecka ogłosiła otwarcie linii do Rzeszowa. ", ""), ("", "1 000 ", ""),
    ("", "5–", ""), ("", "wtorek ", ""), ("", "minister zdrowia ", ""), ("", "że ", ""),
    ("", '"', ""),
    ("", "ul. ", ""), ("", "proc., ", ""), ("", "łódź", ""), ("", "\t", ""), ("", "…", ""),
    ("", "!", ""),
)  # fmt: skip
_ENGLISH = tuple(
    "John Brown in Leeds 5 thousand people , . – - “ ” ( ) that who opened 3·May·1998 May·3,·1998 "
    "prime "
    "minister not the a over 12.5·per·cent \n\n and or EU said Anna·Smith Tuesday 19th·century "
    "from to "
    "2010–2012 06/10/2025 3.30·pm million $ £ mph ! ? … : ; \u0301 \u202e 🇬🇧 1e999 last·week "
    "twenty-three end·of·April Mr Dr U.S.".replace("·", " ").split(" ")
)
_ENGLISH_LONG = (
    ("", "John ", ""), ("", "John Brown, ", ""), ("", "12 ", ""), ("", "12.", ""), ("", "1", ""),
    ("", "(", ""),
    ("", "“", ""), ("", "– ", ""), ("", "a", ""), ("", "a ", ""), ("", ". ", ""), ("", "\n", ""),
    ("", "A.", ""),
    ("", "3 May 2021 ", ""), ("", "May 3 and ", ""), ("", "twenty ", ""), ("", "thousand ", ""),
    ("", "-", ""),
    ("", "prime minister ", ""), ("", "in Leeds and ", ""), ("", "who ", ""),
    ("", "from 5 to ", ""),
    ("", "The Vistula Railway opened its line to Lublin. ", ""), ("", "1,000 ", ""),
    ("", "Mr ", ""), ("", "X", ""),
    ("", "5–", ""), ("", "Tuesday ", ""), ("", "the ", ""), ("", "that ", ""), ("", '"', ""),
    ("", "’s ", ""),
    ("", "of the ", ""), ("", "per cent, ", ""), ("", "a-", ""), ("", "\t", ""), ("", "…", ""),
    ("", "!", ""),
)  # fmt: skip
_RSS = "<rss version='2.0'><channel>"
_FEED_LONG = (
    (_RSS, "<item>", ""), (_RSS, "<item><link>https://a.b/{n}</link></item>",
    "</channel></rss>"), (_RSS, "<a>", ""),
    (_RSS + "<title>", "&amp;", "</title></channel></rss>"), (_RSS + "<title>", "<", ""),
    (_RSS, "<!--", ""),
    (_RSS + "<title>", "<b>", "</title></channel></rss>"), (_RSS, "<![CDATA[", ""),
    (_RSS, "<item/>", ""),
    (_RSS + "<item><title>", "a", "</title><link>https://a.b/</link></item></channel></rss>"),
    ("<feed>", "<entry><link href='https://a.b/{n}'/></entry>", "</feed>"), ("<feed>",
    "<link href='a'/>", ""),
    ("<?xml", " ", "?>"), ("<rss", " a='b'", ">"), ("<rss>", "<?a?>", ""), ("<rss ",
    "xmlns:a='b' ", ">"),
)  # fmt: skip
_HTML_LONG = (
    ("", "<!---->", ""), ("", "<!-- -->\n", ""), ("", "<!--", ""), ("", "<?xml ", ""),
    ("", " ", ""),
    ("<html><body>", "<div>", ""), ("<html><body>", "<p>a", ""), ("<html><body>", "<a ", ""),
    ("<html><body>", "<table><tr><td>", ""), ("<html><body>", "</p>", ""), ("<html>", "<b>", ""),
    ("<html><body><p>", "słowo ", "</p>"), ("<html><body>", "<p>Zdanie o moście w Gdyni.</p>", ""),
    ("<html><body>", "&amp;", ""), ("<html><head><meta ", "charset ", ""), ("<html><body ",
    "a='b' ", ">"),
    ("<html><script>", "a", "</script>"), ("<html><body>", "<ul><li>", ""), ("<html><body>",
    "<br>", ""),
    ("<html><head>", "<meta name='date' content='2021-05-04'>", ""), ("<html><body>", "\x00", ""),
    ("<html><body>", "2021-05-04 ", ""), ("<html><head><title>", "a | ", "</title>"),
    ("<html><body>", "<article>", ""), ("<html><body>", "<svg><path d='M0'/>", ""),
)  # fmt: skip
_MARKDOWN_LONG = (
    ("", "*", ""), ("", "**a", ""), ("", "*a ", ""), ("", "_a ", ""), ("", "`a", ""), ("", "[", ""),
    ("", "[a](", ""), ("", "[a][", ""), ("", "![", ""), ("", "![a](", ""), ("", "<!--", ""),
    ("", "```", ""),
    ("", "```\n", ""), ("", "[^", ""), ("---\n", "a: b\n", ""), ("---\n", "\n---", ""),
    ("", "# ", ""),
    ("", "__a", ""), ("", "*a\n", ""), ("", "[a\n", ""), ("", "<!--\n", ""), (" ", "\n", "---\n"),
)  # fmt: skip

READERS = (
    Reader(
        "polish", partial(text, code="pl"), lambda: [ARTICLE.encode(), b"Jan Nowak.", b""], _POLISH,
        _POLISH_LONG,
    ),
    Reader(
        "english", partial(text, code="en"), lambda: [ENGLISH.encode(), b"John Brown.", b""],
        _ENGLISH, _ENGLISH_LONG,
    ),
    Reader(
        "markdown", markdown, lambda: [MARKDOWN.encode(), ARTICLE.encode()],
        ("**", "*", "_", "`", "```", "[", "](", ")", "![", "<!--", "-->", "# ", "---\n",
        "date: ", "[^1]:"),
        _MARKDOWN_LONG,
    ),
    Reader(
        "page", page, lambda: [PAGE.encode(), b"<html><body><p>a", b"<!doctype html>"],
        ("<p>", "</p>", "<div>", "<article>", "<time datetime='2021-05-04'>",
        "<meta name='date' content='",
         "<script type='application/ld+json'>", "{", "}", "<!--", "-->", "<table>", "<a href='",
         "&#x1b;",
         "<?xml version='1.0' encoding='utf-16'?>", "<![CDATA[", "<svg>", "<template>",
         "<noscript>"),
        _HTML_LONG,
    ),
    Reader(
        "feed", feed, lambda: [FEED.encode(), b"<feed><entry><link href='https://a.b/'/></entry></feed>"],
        ("<item>", "</item>", "<link>", "</link>", "<title>", "<pubDate>", "<entry>",
        "<![CDATA[", "]]>",
         "<!DOCTYPE rss [<!ENTITY a 'b'>]>", "&a;", "http://", "javascript:", "file:///", "\x1b",
         "&#x1b;",
         "<atom:link href='", "<content:encoded>", "<guid isPermaLink='true'>", "<dc:date>",
         "xml:base='"),
        _FEED_LONG,
    ),
)  # fmt: skip
"""All of them."""
