"""From HTML, Markdown and Moodle's mixture to plain text, with what cannot be plain counted.

A bank is plain text. Line breaks come from what breaks lines on a page, entities become their
characters, exponents and indices their Unicode forms; pictures, sounds and films are reported, so
that a question that needs one is not taken for whole.
"""

from __future__ import annotations

import re
from html import escape as escape_html
from typing import TYPE_CHECKING, NamedTuple

from quiz.exchange.markup import tokens

if TYPE_CHECKING:
    from quiz.exchange.markup import Token


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BREAKS = _words(
    "address article aside blockquote br caption dd div dl dt figcaption figure footer h1 h2 h3 h4 "
    "h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul"
)
_PARAGRAPHS = _words("blockquote dl figure h1 h2 h3 h4 h5 h6 ol p pre table ul")
_HIDDEN = _words("head script style template title")
_MEDIA = _words("applet audio canvas embed iframe img object picture svg video")
_SPAN = _words(
    "a abbr b bdi bdo big center cite code del dfn em font i ins kbd label mark q s samp small "
    "span strike strong sub sup td th tt u var wbr"
)
_KNOWN = _BREAKS | _HIDDEN | _MEDIA | _SPAN | _words("body html math source")

_MARKED_UP = re.compile(
    rf"</?(?:{'|'.join(sorted(_KNOWN))})\b[^<>]*>|&#?\w{{2,31}};|<!--", re.IGNORECASE
)
_RAISED = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_SPACES = re.compile(r"[ \t\r\f\v\xa0]+")
_BLANK = re.compile(r" ?\n ?")
_MANY_BLANK = re.compile(r"\n{3,}")

_MD_PICTURE = re.compile(r"!\[([^\]\n]{0,200})\]\([^()\s]{1,300}(?:\s[^()]{0,200})?\)")
_MD_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,200})\]\(([^()\s]{1,300})(?:\s[^()\n]{0,200})?\)")
_MD_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1(?![\w*])")
_MD_EMPHASIS = re.compile(r"(?<![\w*])(\*|_)(?=[^\s*_])([^*_\n]{0,300}?[^\s*_])\1(?![\w*])")
_MD_CODE = re.compile(r"(`{1,3})([^`\n]{1,300})\1")
_MD_HEADING = re.compile(r"^ {0,3}#{1,6} +(.*?)[ #]*$", re.MULTILINE)
_MD_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
_MD_ITEM = re.compile(r"^[*+](?= )", re.MULTILINE)
_MD_BREAK = re.compile(r" {2,}\n|\\\n")
_KEPT = "\ue000"
_LONGEST = {"html": 100_000, "markdown": 20_000, "moodle": 100_000}
"""Characters beyond which a text is not searched for mark-up: it is too long for a bank anyway."""


class Plain(NamedTuple):
    """A plain text, and how many pictures, sounds or films stood in it."""

    text: str
    media: int = 0


def from_html(text: str) -> Plain:
    """Turn HTML into plain text; no tag is too deep and none too broken for it."""
    if "<" not in text and "&" not in text:
        return Plain(_tidy(text.replace("\n", " ")))
    return _run(text, strict=True)


def from_moodle(text: str) -> Plain:
    """Turn Moodle's own format into plain text: HTML if there is any, and else as it is."""
    if not _MARKED_UP.search(text):
        return Plain(text)
    # A new line breaks the line in this format, and a < before anything but a tag is a <.
    return _run(text.replace("\n", "<br>"), strict=False)


def from_markdown(text: str) -> Plain:
    """Turn Markdown into plain text: emphasis, links, headings, code; HTML inside it as well."""
    media = len(_MD_PICTURE.findall(text))
    text = _MD_PICTURE.sub(r"\1", text)
    kept: list[str] = []

    def keep(character: str) -> str:
        kept.append(character)
        return f"{_KEPT}{len(kept) - 1}{_KEPT}"

    text = text.replace(_KEPT, "")
    text = _MD_CODE.sub(lambda found: keep(found[2].strip()), text)
    text = _MD_ESCAPED.sub(lambda found: keep(found[1]), text)
    text = _MD_LINK.sub(lambda found: _link(found[1], found[2]), text)
    text = _MD_HEADING.sub(r"\1", _MD_STRONG.sub(r"\2", text))
    text = _MD_ITEM.sub("-", _MD_EMPHASIS.sub(r"\2", text))
    if _MARKED_UP.search(text):
        plain = _run(_MD_BREAK.sub("<br>", text).replace("\n", "<br>"), strict=False)
        text, media = plain.text, media + plain.media
    text = re.sub(f"{_KEPT}(\\d+){_KEPT}", lambda found: kept[int(found[1])], text)
    return Plain(_tidy(text), media)


def plain(text: str, format: str) -> Plain:  # noqa: A002  # it is called so in every format
    """Turn a text of one of Moodle's four formats into plain text; any other name is plain."""
    match format:
        case _ if len(text) > _LONGEST.get(format, -1):
            return Plain(text)
        case "html":
            return from_html(text)
        case "markdown":
            return from_markdown(text)
        case _moodle:
            return from_moodle(text)


def _link(text: str, address: str) -> str:
    same = not address.startswith(("http:", "https:")) or address.rstrip("/") in text
    return text if same else f"{text} ({address})"


def _run(text: str, *, strict: bool) -> Plain:
    reader = _Reader(strict=strict)
    for token in tokens(text):
        reader.take(token)
    return Plain(_tidy("".join(reader.parts)), reader.media)


def _tidy(text: str) -> str:
    text = _BLANK.sub("\n", _SPACES.sub(" ", text))
    return _MANY_BLANK.sub("\n\n", text).strip()


class _Reader:
    """Collects text; `strict` also drops the tags that HTML does not know."""

    def __init__(self, *, strict: bool) -> None:
        self.parts: list[str] = []
        self.media = 0
        self._strict = strict
        self._hidden = 0
        self._preformatted = 0
        self._links: list[str] = []
        self._shifted: list[tuple[str, int]] = []
        self._owed = 0

    def take(self, token: Token) -> None:
        """Take the next piece."""
        if token.kind == "start":
            self._start(token)
        elif token.kind == "end":
            self._end(token)
        elif self._hidden:
            return
        elif token.kind == "text":
            self._add(token.text if self._preformatted else token.text.replace("\n", " "))
        elif not self._strict:
            self._add(token.text)

    def _start(self, token: Token) -> None:
        tag = token.name
        if tag in _HIDDEN:
            self._hidden += 1
        elif self._hidden:
            return
        elif tag in _MEDIA:
            self.media += 1
            if tag == "img":
                self._add(f" {token.attribute('alt')} ")
        elif tag == "br":
            self._add("\n")
        elif tag in _BREAKS:
            self._owe(tag)
            self._preformatted += tag == "pre"
            if tag == "li":
                self._add("- ")
        elif tag in {"td", "th"}:
            self._add(" ")
        elif tag in {"sub", "sup"}:
            self._shifted.append((tag, len(self.parts)))
        elif tag == "a":
            self._links.append(token.attribute("href"))
        elif tag == "q":
            self._add("“")
        elif tag not in _KNOWN and not self._strict:
            self._add(token.text)

    def _end(self, token: Token) -> None:
        tag = token.name
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif self._hidden:
            return
        elif tag in _BREAKS and tag != "br":
            self._owe(tag)
            self._preformatted -= tag == "pre" and self._preformatted > 0
        elif tag in {"sub", "sup"} and self._shifted:
            kind, begin = self._shifted.pop()
            self.parts[begin:] = [_shift("".join(self.parts[begin:]), kind)]
        elif tag == "a" and self._links:
            address = self._links.pop()
            near = "".join(self.parts[-20:])
            if address.startswith(("http:", "https:")) and address.rstrip("/") not in near:
                self.parts.append(f" ({address})")
        elif tag == "q":
            self._add("”")
        elif tag not in _KNOWN and not self._strict:
            self._add(token.text)

    def _owe(self, tag: str) -> None:
        """Begin a new line before the next text, or a paragraph."""
        self._owed = max(self._owed, 2 if tag in _PARAGRAPHS else 1)

    def _add(self, text: str) -> None:
        if self._owed and text.strip(" "):
            self.parts.append("\n" * self._owed)
            self._owed = 0
        self.parts.append(text)


def _shift(text: str, kind: str) -> str:
    table, sign = (_RAISED, "^") if kind == "sup" else (_LOWERED, "_")
    text = text.strip()
    if text and all(ord(letter) in table for letter in text):
        return text.translate(table)
    if not text or len(text) > 20 or "\n" in text or kind == "sub":
        return text
    return f"{sign}{text}" if len(text) == 1 else f"{sign}({text})"


def escape(text: str) -> str:
    """Write plain text as HTML; a new line becomes <br>."""
    return escape_html(text, quote=False).replace("\n", "<br>")
