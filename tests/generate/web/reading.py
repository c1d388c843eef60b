"""Reading a page as it would come from the web, and parts to make pages of."""

from __future__ import annotations

from datetime import date

from quiz.generate.article import Article, Raw, article_of
from tests.generate.web import pages

ADDRESS = "https://kurier.example/most"
DAY = date(2021, 5, 4)
OPEN_GRAPH = '<meta property="og:title" content="{}"><meta property="og:site_name" content="{}">'
GRAPH = """<script type="application/ld+json">{"@graph": [
{"@type": ["WebPage", "NewsArticle"], "datePublished": "2021-05-04"}]}</script>"""


def read(html: str | bytes, address: str = ADDRESS, charset: str = "") -> Article:
    data = html.encode() if isinstance(html, str) else html
    return article_of(Raw(address or "a.html", data, address, "page", charset))


def page(head: str = "", before: str = "", lang: str = "pl") -> str:
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>'
        f"<article><h1>Nowy most</h1>{before}{pages.BODY}</article></body></html>"
    )


def record(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'
