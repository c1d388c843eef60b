"""HTML cut into tags and text, in time that grows with its length whatever stands in it.

The parser of the standard library looks at the rest of the text again for every tag and comment
that is never closed, so that 50 kilobytes of `<a ` take it minutes. What is cut here is what a
browser would show of it: a comment that is never closed hides the rest, a tag that is never closed
is text (HTML Living Standard, 13.2.5, as far as plain text needs it).
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = re.compile(r"<(?:(/?)([a-zA-Z][^\s/<>]*+)|(!--|!\[CDATA\[|[!?/]))")
# No quotation mark and no tag is looked at twice: what is matched is never given back, and a < ends
# whatever is not between quotation marks.
_REST = re.compile(r"(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>|[^<>]*+>")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(\"[^\"]*+\"|'[^']*+'|[^\s\"'<>]*+))?+")
_ENDS = {"!--": "-->", "![CDATA[": "]]>"}
_RAW = re.compile(r"</(script|style)\b", re.IGNORECASE)


class Token(NamedTuple):
    """A piece of HTML. `kind` is start, end, text, or other for a declaration or instruction."""

    kind: str
    name: str
    """The tag in lower case; empty for what is none."""
    text: str
    """The text, entities resolved; of a tag, how it is written."""

    def attribute(self, name: str) -> str:
        """Return an attribute of a start tag; empty where it has none of that name."""
        for found in _ATTRIBUTE.finditer(self.text, 1 + len(self.name)):
            if found[1].lower() == name:
                value = found[2] or ""
                return unescape(value[1:-1] if value[:1] in {'"', "'"} else value)
        return ""


def tokens(html: str) -> Iterator[Token]:
    """Cut HTML into its pieces, in their order; comments are left out."""
    begin = at = 0
    raws = [(found[1].lower(), found.start()) for found in _RAW.finditer(html)]
    raws.reverse()
    last = html.rfind(">")  # no tag begins behind it
    while mark := _MARK.search(html, at):
        if mark.start() > last and mark[3] not in _ENDS:
            break
        end, token = _piece(html, mark)
        if not end:  # it is text
            at = mark.end()
            continue
        if mark.start() > begin:
            yield Token("text", "", unescape(html[begin : mark.start()]))
        if token:
            yield token
        begin = at = end
        if token and token.kind == "start" and token.name in {"script", "style"}:
            # What stands in it is no HTML: it ends where its own end begins.
            while raws and (raws[-1][1] < end or raws[-1][0] != token.name):
                raws.pop()
            begin = at = raws[-1][1] if raws else len(html)
    if begin < len(html):
        yield Token("text", "", unescape(html[begin:]))


def _piece(html: str, mark: re.Match[str]) -> tuple[int, Token | None]:
    """Return where the piece that begins with `mark` ends, 0 where it is text, and the piece."""
    if mark[2]:
        rest = _REST.match(html, mark.end())
        if not rest:
            return 0, None
        kind = "end" if mark[1] else "start"
        return rest.end(), Token(kind, mark[2].lower(), html[mark.start() : rest.end()])
    closed = _ENDS.get(mark[3], ">")
    end = html.find(closed, mark.end())
    inside = html[mark.end() : end if end >= 0 else len(html)]
    whole = end + len(closed) if end >= 0 else len(html)
    match mark[3]:
        case "!--":
            return whole, None
        case "![CDATA[":
            # One that was left inside the text is its text.
            return whole, Token("text", "", inside)
        case _ if end < 0:
            return 0, None
        case _other:
            return whole, Token("other", "", html[mark.start() : whole])
