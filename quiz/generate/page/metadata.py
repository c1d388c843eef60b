"""What a page says of its article: headline, publisher, day of publication, whether it is free.

Read in order of trust: the article's own record in JSON-LD (schema.org NewsArticle), Open Graph and
other `meta`, microdata and `time`, a day that stands under the headline, a day in the address. A
day is never guessed: a wrong one would make every “yesterday” of the article wrong.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quiz.base.text import one_line
from quiz.generate.page.moment import day_in_address, day_of, day_written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Recipe)$")
_DAYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "date.issued", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "date",
    "publishdate", "publish-date", "publication_date", "publicationdate", "pubdate", "dc.date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "citation_publication_date",
)  # fmt: skip
_DAY_CLASS = re.compile(
    r"(?:^|[-_\s])(?:date|data|published?|pubdate|time|czas|dodano)", re.IGNORECASE
)
_NOT_THE_DAY = re.compile(r"modif|updat|aktualiz|comment|komentarz|event|expire", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{1,200}>")
_BETWEEN = re.compile(r"\s+(?:[-–—|•·:»]|::)\s+")


@dataclass(frozen=True, slots=True)
class About:
    """What a page says of its article; empty where it does not say it."""

    title: str = ""
    publisher: str = ""
    published: date | None = None
    address: str = ""
    """Where it was found, else the address that the page calls its own."""
    free: bool = True
    """False where the page says that its text is for subscribers."""
    feeds: tuple[str, ...] = ()
    """Feeds that the page links to, as the links stand there."""
    onward: str = ""
    """Where the page sends its readers by itself, as the link stands there."""
    lang: str = ""
    article: bool = False
    """Whether the page says that it is an article."""
    text: str = ""
    """The article as its record has it; some pages have it nowhere else but in a script."""


def about(tree: HtmlElement, address: str = "") -> About:
    """Read what a page says of its article; `address` is where it was found, if that is known."""
    metas = _metas(tree)
    nodes = list(_nodes(tree))
    canonical = _first(tree.xpath("//link[@rel='canonical']/@href")) or metas.get("og:url", "")
    record = _record(nodes, canonical or address)
    lang = one_line(
        str(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    )
    lang = lang[:2].lower() or metas.get("og:locale", "")[:2].lower()
    site = metas.get("og:site_name") or _name(record.get("publisher"), nodes)
    site = site or metas.get("publisher", "") or metas.get("application-name", "")
    headings = [text for h in tree.xpath("//h1") if (text := one_line(h.text_content()))]
    title = _text(record.get("headline")) or metas.get("og:title", "")
    title = title or (headings[0] if len(headings) == 1 else "")
    title = title or one_line(_first(tree.xpath("//title/text()"))) or _first(headings)
    return About(
        _without_site(title, site),
        site,
        _published(tree, record, metas, lang) or day_in_address(address or canonical),
        address or canonical,
        _free(record),
        tuple(
            tree.xpath(
                "//link[@rel='alternate'][contains(@type,'rss') or contains(@type,'atom')]/@href"
            )
        ),
        _onward(tree),
        lang,
        bool(record) or metas.get("og:type") == "article",
        _body(record),
    )


def _onward(tree: HtmlElement) -> str:
    for meta in tree.iter("meta"):
        if (meta.get("http-equiv") or "").strip().lower() == "refresh":
            _seconds, _mark, target = (meta.get("content") or "").partition("=")
            return one_line(target).strip("'\"")
    return ""


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Return the `meta` of a page by name; the first of each counts."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = one_line(html.unescape(meta.get("content") or ""))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Go through the records of JSON-LD in a page; what is broken is left out."""
    for script in tree.xpath("//script[contains(@type,'ld+json')]/text()"):
        try:
            yield from _flat(json.loads(str(script), strict=False))
        except (ValueError, RecursionError):
            continue


def _flat(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _flat(item, depth)
    elif isinstance(value, dict):
        yield value
        if depth < 4:
            for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
                yield from _flat(value.get(key), depth + 1)


def _record(nodes: list[dict[str, Any]], address: str) -> dict[str, Any]:
    """Return the record of the page's article: among several, the one of this address."""
    kinds = ((node, node.get("@type")) for node in nodes)
    found = [
        node
        for node, kind in kinds
        if any(_ARTICLE.search(str(k)) for k in (kind if isinstance(kind, list) else [kind]))
    ]
    if len(found) > 1 and address:
        own = address.partition("//")[2].rstrip("/")
        for node in found:
            page = node.get("mainEntityOfPage")
            names = [
                node.get("url"),
                node.get("@id"),
                page.get("@id") if isinstance(page, dict) else page,
            ]
            if any(own and own in str(name) for name in names if name):
                return node
    return found[0] if found else {}


def _text(value: Any) -> str:
    """Return a text of JSON-LD; some sites escape it for HTML, once or twice."""
    return one_line(html.unescape(html.unescape(value))) if isinstance(value, str) else ""


def _body(record: dict[str, Any]) -> str:
    body = record.get("articleBody")
    return html.unescape(_TAG.sub("\n", body)) if isinstance(body, str) else ""


def _name(value: Any, nodes: list[dict[str, Any]]) -> str:
    """Return the name of an organisation that is written out, or told by its id."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        own = value.get("name")
        if own is None and "@id" in value:
            same = (n.get("name") for n in nodes if n.get("@id") == value["@id"] and n.get("name"))
            own = next(same, None)
        return _text(own)
    return _text(value)


def _free(record: dict[str, Any]) -> bool:
    parts = record.get("hasPart")
    parts = parts if isinstance(parts, list) else [parts]
    said = [node.get("isAccessibleForFree") for node in (record, *parts) if isinstance(node, dict)]
    return not any(
        str(value).lower() in {"false", "0", "no"} for value in said if value is not None
    )


def _published(
    tree: HtmlElement, record: dict[str, Any], metas: dict[str, str], lang: str
) -> date | None:
    told = [_text(record.get(key)) for key in ("datePublished", "dateCreated", "uploadDate")]
    told += [metas.get(name, "") for name in _DAYS]
    for item in tree.xpath("//*[@itemprop='datePublished']"):
        told += [item.get("datetime") or "", item.get("content") or "", item.text_content()]
    for value in told:
        if value and (day := day_of(value, lang)):
            return day
    return _shown(tree, lang)


def _shown(tree: HtmlElement, lang: str) -> date | None:
    """Return the day that stands beside the headline, where just one does."""
    headings = tree.xpath("//h1")
    scope = headings[0] if len(headings) == 1 else None
    # The lead, the author and the day share a parent or grandparent with the headline.
    for _step in range(3):
        scope = scope.getparent() if scope is not None else None
        if scope is None or scope.tag in {"body", "html"}:
            break
        days = {day for item in scope.iter() if (day := _day_at(item, lang))}
        if days:
            return days.pop() if len(days) == 1 else None
    times = {day for item in tree.xpath("//time[@datetime]") if (day := _day_at(item, lang))}
    return times.pop() if len(times) == 1 else None


def _day_at(item: HtmlElement, lang: str) -> date | None:
    if not isinstance(item.tag, str):
        return None
    words = f"{item.get('class') or ''} {item.get('id') or ''} {item.get('itemprop') or ''}"
    if _NOT_THE_DAY.search(words) or not (item.tag == "time" or _DAY_CLASS.search(words)):
        return None
    if item.get("datetime") and (day := day_of(item.get("datetime") or "", lang)):
        return day
    text = one_line(item.text_content()[:200])
    return day_written(text) if len(text) <= 60 and not _NOT_THE_DAY.search(text) else None


def _without_site(title: str, site: str) -> str:
    """Take the publisher's name from the end of a headline."""
    parts = _BETWEEN.split(title)
    if len(parts) > 1 and site and _bare(parts[-1]) in {_bare(site), _bare(site.partition(".")[0])}:
        end = title.rindex(parts[-1])
        return title[:end].rstrip().rstrip("-–—|•·:»").rstrip()
    return title


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text.casefold())


def _first(found: list[Any]) -> str:
    return str(found[0]) if found else ""
