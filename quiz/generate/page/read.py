"""The article in an HTML page: its main text and what the page says of it."""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from quiz.base.errors import QuizError
from quiz.base.language import _
from quiz.base.text import UNSAFE, clean, one_line
from quiz.generate.article import Article, kept_address, label
from quiz.generate.page.metadata import about
from quiz.generate.page.prune import lead, pruned, without_links
from quiz.generate.page.walls import NOTHING, is_aside, wall
from quiz.generate.web.address import host, joined, shorten
from quiz.generate.web.charset import garbled

if TYPE_CHECKING:
    from datetime import date

    from lxml.html import HtmlElement

    from quiz.generate.page.metadata import About

# What it finds strange of a page, it would tell on standard error.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("trafilatura").propagate = False

_UNSAFE = re.compile(f"[{UNSAFE}\ud800-\udfff]")
_CONTROL = re.compile(
    r"&#(?:0*(?:\d|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]))(?![\da-f]);?", re.IGNORECASE
)
"""What no XML may hold: the extractor would give up on the whole page."""

_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,6}\)(\S{1,2000}) -->")
"""What browsers write at the top of a page that they save."""
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{4000,}+")
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
LONGEST_TEXT = 300_000
MOST_ATTRIBUTES = 1000
"""Of one element: the parser compares each with all before it."""
MOST = 20_000
"""Elements of a page; a portal's have some thousands, and the extractor's time grows faster."""

UNREADABLE = 0.2
"""The part of a text's paragraphs that may hold letters that could not be read."""


def read_page(name: str, html: str, published: date | None, address: str = "") -> Article:
    """Read the article in a page; raises QuizError when there is none, or no extractor.

    `address` is where the page was found, if on the web.
    """
    try:
        import trafilatura  # noqa: PLC0415  # an extra, and a fifth of a second
    except ImportError:
        raise QuizError(
            _("{name}: reading HTML needs an extra; write: pip install 'newsquiz[html]'").format(
                name=name
            )
        ) from None
    for tag in _LONG_TAG.findall(html):
        if len(_QUOTED.sub(" ", tag).split()) > MOST_ATTRIBUTES:
            raise QuizError(_("{name}: there is no article in this page").format(name=name))
    tree = trafilatura.load_html(_CONTROL.sub(" ", _UNSAFE.sub("", html)))
    if tree is None:
        raise QuizError(_("{name}: there is no article in this page").format(name=name))
    if sum(1 for _ in islice(tree.iter(), MOST + 1)) > MOST:
        raise QuizError(
            _("{name}: too long for an article (over {n} elements)").format(name=name, n=MOST)
        )
    saved = _SAVED_FROM.search(html[:4096])
    known = about(tree, address or (saved[1] if saved else ""))
    if address and not known.article and _is_front(address):
        raise QuizError(_none(name, known, address))
    article = pruned(tree)
    body = _main_text(article, address) or _main_text(_untabled(article), address)
    if len(body) < NOTHING <= len(known.text) and known.free:
        body = known.text
    body = _readable(name, _with_lead(body, lead(article, body), known.title))
    told = wall(tree, body, address, free=known.free)
    if told:
        raise QuizError(told.format(name=name))
    body = "\n\n".join(line for line in body.split("\n\n") if not is_aside(line))
    if len(body) > LONGEST_TEXT:
        message = _("{name}: a text of over {n} characters is no article")
        raise QuizError(message.format(name=name, n=LONGEST_TEXT))
    if not body:
        raise QuizError(_none(name, known, address))
    return Article(
        name,
        body,
        label(known.title) or label(name) or "article",
        published or known.published,
        label(known.publisher) or host(kept_address(address or known.address)),
        kept_address(address or known.address),
    )


def _is_front(address: str) -> bool:
    """Whether an address is that of a site as a whole."""
    parts = urlsplit(address)
    return not parts.path.strip("/") and not parts.query


def _with_lead(body: str, told: str, title: str) -> str:
    """Put the lead at the beginning of a text, below the headline where that stands there."""
    first, _end, rest = body.partition("\n")
    if told and one_line(first) == title:
        return f"{first}\n{told}\n{rest}"
    return f"{told}\n{body}" if told and body else body


def _untabled(tree: HtmlElement) -> HtmlElement:
    """Turn tables into plain blocks: there are pages that are laid out with them."""
    for element in tree.iter("table", "thead", "tbody", "tfoot", "tr", "td", "th"):
        element.tag = "div"
    return tree


def _main_text(tree: HtmlElement, address: str) -> str:
    import trafilatura  # noqa: PLC0415  # loaded by now

    found = trafilatura.bare_extraction(
        tree,
        url=address or None,
        include_comments=False,
        include_tables=False,
    )
    if found is None:
        return ""
    fields: dict[str, Any] = found if isinstance(found, dict) else found.as_dict()
    return without_links(tree, str(fields.get("text") or "")).strip()


def _readable(name: str, text: str) -> str:
    """Return the paragraphs of a text; raises QuizError where its letters are not to be had."""
    lines = [line for part in text.split("\n") if (line := clean(part))]
    whole = [line for line in lines if "\ufffd" not in line]
    if len(lines) - len(whole) > UNREADABLE * len(lines) or garbled("\n".join(whole)):
        raise QuizError(
            _(
                "{name}: the letters of this page are garbled: it is in another character set than "
                "it says; save it in a browser, or paste its text"
            ).format(name=name)
        )
    return "\n\n".join(whole)


def _none(name: str, known: About, address: str) -> str:
    """Say that a page holds no article, and where there is one, or more."""
    if known.onward:
        with suppress(QuizError):
            message = _("{name}: this page leads on to {onward}; name that address")
            return message.format(name=name, onward=shorten(joined(address, known.onward)))
    for feed in known.feeds[:1]:
        try:
            link = joined(address, feed)
        except QuizError:
            break
        message = _("{name}: there is no article in this page, but a feed of articles at {feed}")
        return message.format(name=name, feed=shorten(link))
    return _("{name}: there is no article in this page").format(name=name)
