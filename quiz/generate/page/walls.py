"""What stands in front of an article: consent pages, pay walls, scripts, tests for robots.

A wall is told by several signs at once, and only where there is little text: an article about
cookies or subscriptions is an article.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.base.text import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LITTLE = 1500
"""Characters of text below which a page may be a wall."""
NOTHING = 250
"""Characters below which a text is no article where a page has a reason to hold none."""

_ROOTS = "//*[@id='root' or @id='app' or @id='__next' or @id='__nuxt']"
"""Where the usual frameworks let a script write the page."""


LONGEST_ASIDE = 200
"""Characters: what is longer is a paragraph, however it begins."""


def is_aside(line: str) -> bool:
    """Whether a line is no part of the article it stands in.

    That is a reference to another, a credit, a byline, an offer to subscribe.
    """
    return len(line) <= LONGEST_ASIDE and bool(
        _signs("asides").fullmatch(line) or _signs("paid").search(line)
    )


_HIDDEN = ("script", "style", "template")
_EDGES = ("header", "nav", "aside", "footer")
_PAY_WALLS = (
    "//*[contains(@class,'paywall') or contains(@id,'paywall') or contains(@class,'pay-wall')]"
    "[not(self::body or self::html or self::main or self::article) and not(.//h1)]"
    "[string-length(normalize-space(.)) > 15]"
)


@cache
def _signs(kind: str) -> re.Pattern[str]:
    import tomli  # noqa: PLC0415

    phrases = tomli.loads(files(__package__).joinpath("walls.toml").read_text("utf-8"))[kind]
    return re.compile("|".join(phrases), re.IGNORECASE)


def wall(tree: HtmlElement, body: str, address: str, *, free: bool) -> str:
    """Say in a sentence with {name} what stands in front of an article; nothing if nothing does.

    `body` is the main text that was found in the page, `free` False where the page says that
    its text is for subscribers.
    """
    everything = _visible(tree)
    if len(body) < LITTLE and _is_consent(body, everything, address):
        return _(
            "{name}: this page asks for consent and is not the article; agree in a browser, save "
            "the page there and name the file"
        )
    if _paid(tree, body, address, free=free):
        return _(
            "{name}: only the beginning of this article is free; open it in a browser with your "
            "subscription, save the page there and name the file"
        )
    if len(body) < NOTHING and (
        _signs("robots").search(everything[:2000]) or _titled(tree, _signs("robots"))
    ):
        return _(
            "{name}: the site wants to see a person; open the page in a browser, save it there and "
            "name the file"
        )
    if len(body) < NOTHING and _scripted(tree, everything):
        return _(
            "{name}: a script brings the text of this page; open it in a browser, save the page "
            "there and name the file"
        )
    return ""


def _visible(tree: HtmlElement, *, edges: bool = True) -> str:
    """Return the text of a page as one line, with or without that at its edges."""
    hidden = _HIDDEN if edges else _HIDDEN + _EDGES
    without = " or ".join(f"ancestor::{tag}" for tag in hidden)
    parts = tree.xpath(f"//body//text()[not({without})]")
    return one_line(" ".join(str(part) for part in parts)[:200_000])


def _is_consent(body: str, everything: str, address: str) -> bool:
    if re.match(r"https?://(?:consent|consents|cmp|zgody|rodo)\.", address):
        return True
    text = body if len(body) >= NOTHING else everything
    if len(text) >= 3 * LITTLE:
        return False
    sentences = [s for s in re.split(r"(?<=[.!?])\s+|\n+", text) if s.strip()]
    signs = {found.group().casefold() for found in _signs("consent").finditer(text)}
    # Where there is little beside the text, its buttons are what the page is about.
    alone = len(everything) < 2 * len(text) + 300
    wanted = everything if alone else text
    asked = {found.group().casefold() for found in _signs("agree").finditer(wanted)}
    told = sum(bool(_signs("consent").search(s) or _signs("agree").search(s)) for s in sentences)
    return bool(asked) and len(signs | asked) >= 3 and told >= 0.4 * len(sentences)


def _paid(tree: HtmlElement, body: str, address: str, *, free: bool) -> bool:
    """Whether a text is only the beginning of an article that is to be paid for.

    Whoever has paid may save the whole page, which still says that it is not free and still
    offers a subscription somewhere: what counts is whether the text breaks off at an offer.
    """
    if address and not free and len(body) < LITTLE:
        return True
    if free and len(body) >= LITTLE:
        return False
    if free and tree.xpath(_PAY_WALLS):
        return True
    # Every page may offer a subscription at its edges.
    inside = _visible(tree, edges=False)
    return bool(_signs("paid").search(inside)) and _broken_off(body, inside)


def _broken_off(body: str, everything: str) -> bool:
    end = body.rstrip()
    if not end or end.endswith(("…", "...", "[…]", "[...]")):
        return True
    lines = end.split("\n")
    if any(_signs("paid").search(line) for line in lines[-3:]):
        return True
    last = one_line(lines[-1])[-60:]
    at = everything.rfind(last)
    return at >= 0 and bool(_signs("paid").search(everything[at : at + len(last) + 200]))


def _titled(tree: HtmlElement, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(str(title)) for title in tree.xpath("//title/text()"))


def _scripted(tree: HtmlElement, everything: str) -> bool:
    told = " ".join(str(part) for part in tree.xpath("//noscript//text()"))
    if _signs("scripts").search(told) or _signs("scripts").search(everything):
        return True
    scripts = sum(len(str(text)) for text in tree.xpath("//script/text()"))
    scripts += 2000 * len(tree.xpath("//script[@src]"))
    return bool(scripts and tree.xpath(_ROOTS)) or scripts > 1000 + 10 * len(everything)
