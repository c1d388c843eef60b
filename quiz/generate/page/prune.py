"""What the extractor takes for part of an article and is not, and the lead that it leaves out."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from quiz.base.text import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FOREIGN = re.compile(
    r"(?:^|[-_\s])(?:disqus|comments?|komentarze?|copyright|newsletter|related|powiazane|promo)"
    r"(?:[-_\s]|$)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:^|[-_\s])(?:lead|lid|excerpt|intro|standfirst|perex|zajawka|wstep|dek)(?:[-_\s]|$)",
    re.IGNORECASE,
)
_BLOCKS = ("div", "section", "aside", "ul", "ol", "p", "form", "footer")
LEAD = range(60, 1000)
"""Characters of a lead."""


def pruned(tree: HtmlElement) -> HtmlElement:
    """Return a copy of a page without comments, references and notices.

    What holds the headline or half of all text is more than that, whatever it is called.
    """
    tree = deepcopy(tree)
    whole = len(tree.text_content())
    for element in list(tree.iter(*_BLOCKS)):
        if element.getparent() is None:
            continue
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        foreign = bool(_FOREIGN.search(named)) and element.find(".//h1") is None
        if (foreign and 2 * len(element.text_content()) < whole) or _is_link(element):
            element.drop_tree()
    return tree


def without_links(tree: HtmlElement, text: str) -> str:
    """Take out the lines of a text that are a link in the page from end to end."""
    links = {one_line(link.text_content()) for link in tree.iter("a")}
    return "\n".join(line for line in text.split("\n") if one_line(line) not in links)


def lead(tree: HtmlElement, body: str) -> str:
    """Return the lead that stands by the headline but not in the text, or nothing."""
    headings = tree.xpath("//h1")
    scope = headings[0].getparent() if len(headings) == 1 else None
    own = one_line(body)
    for _step in range(2):
        if scope is None or scope.tag in {"body", "html"}:
            return ""
        for element in scope.iter("p", "div", "h2", "strong"):
            named = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
            text = one_line(element.text_content()) if _LEAD.search(named) else ""
            if len(text) in LEAD and text.endswith((".", "!", "?", "…", "”", '"')):
                return "" if text in own else text
        scope = scope.getparent()
    return ""


def _is_link(element: HtmlElement) -> bool:
    """Whether a paragraph is a link and nothing else."""
    if element.tag != "p":
        return False
    links = element.findall(".//a")
    return len(links) == 1 and one_line(links[0].text_content()) == one_line(element.text_content())
