"""Reading an article: plain text, Markdown or HTML, from a file, standard input or the web."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.base.errors import QuizError
from quiz.base.files import reason
from quiz.base.language import _
from quiz.base.text import UNSAFE, is_blank, one_line
from quiz.generate.markdown import front_matter, plain
from quiz.generate.web.address import checked, host, is_address, shorten, tidy
from quiz.generate.web.charset import decoded

if TYPE_CHECKING:
    from quiz.generate.web.fetch import Fetched

LARGEST = 4_000_000
LONGEST_TEXT = 300_000
"""Characters of the longest article: a short book. Drafting compares each fact with all others."""
LONGEST_LINE = 200_000
LONGEST_TITLE = 160
LONGEST_ADDRESS = 200
_BEFORE = r"\ufeff?\s*+(?:<\?[^>]*+>\s*+|<!--(?:(?!-->).)*+-->\s*+)*+"
_HTML = re.compile(
    _BEFORE + r"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    _BEFORE + r"(?:<!doctype\s+rss[^>]*>\s*)?<(?:rss|feed|rdf:rdf)\b",
    re.IGNORECASE | re.DOTALL,
)
_WEBSITE = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:pl|com|eu|org|net|uk)/)", re.IGNORECASE)
_UNSAFE = re.compile(f"[{UNSAFE}\ud800-\udfff]")
_KINDS = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "DOCX, ODT, ZIP",
    b"\xd0\xcf\x11\xe0": "Word",
    b"{\\rtf": "RTF",
    b"\x1f\x8b": "gzip",
}
"""Formats by how they begin that are taken for text most often."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article's text with what is known of it; `name` is the file as the user gave it."""

    name: str
    text: str
    title: str
    published: date | None = None
    publisher: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Raw:
    """What stands in a file or at an address, before it is known what it is."""

    name: str
    """As the user gave it."""
    data: bytes
    address: str = ""
    """Where it was found on the web."""
    kind: str = ""
    """What the server says it is: page, text, feed or nothing."""
    charset: str = ""
    """The character set that the server declares."""

    @property
    def is_feed(self) -> bool:
        """Whether it is a feed of articles, RSS or Atom."""
        return self.kind != "text" and bool(_FEED.match(self._beginning))

    @property
    def is_page(self) -> bool:
        """Whether it is HTML."""
        named = self.name.lower().endswith((".html", ".htm", ".xhtml")) and not self.address
        return self.kind == "page" or named or bool(_HTML.match(self._beginning))

    @property
    def _beginning(self) -> str:
        return self.data[:4096].decode("utf-8", "replace")


def read_article(name: str, published: date | None = None) -> Article:
    """Read an article from a path, an address or, for `-`, standard input; raises QuizError."""
    return article_of(obtain(name), published)


def obtain(name: str) -> Raw:
    """Read the bytes at a path or an address or, for `-`, from standard input; raises QuizError."""
    if is_address(name):
        from quiz.generate.web.fetch import fetch  # noqa: PLC0415  # brings an event loop

        return fetched(name, fetch(name))
    try:
        data = sys.stdin.buffer.read(LARGEST + 1) if name == "-" else _bytes(Path(name))
    except (OSError, ValueError) as error:
        if _WEBSITE.match(name):
            message = _("{name}: there is no such file; an address begins with https://")
            raise QuizError(message.format(name=one_line(name))) from None
        why = reason(error) if isinstance(error, OSError) else _("this is no file name")
        raise QuizError(f"{one_line(name)}: {why}") from None
    if len(data) > LARGEST:
        message = _("{name}: too long for an article (over {n} MB)")
        raise QuizError(message.format(name=name, n=LARGEST // 1_000_000))
    return Raw(name, data)


def fetched(name: str, found: Fetched) -> Raw:
    """Return what was fetched from the address that the user gave as `name`."""
    return Raw(shorten(name), found.data, found.address, found.kind, found.charset)


def article_of(raw: Raw, published: date | None = None) -> Article:
    """Return the article in what was read; raises QuizError.

    The text of a plain text file keeps its length, so that offsets into it are offsets into the
    file's text: what may not reach a screen becomes a space.
    """
    name = raw.name
    if raw.is_feed:
        message = _("{name}: this is a feed of articles; `newsquiz generate` makes a bank of them")
        raise QuizError(message.format(name=name))
    text = _decoded(raw)
    if not text.strip():
        raise QuizError(_("{name}: there is no text in it").format(name=name))
    if raw.address and not raw.is_page and text.lstrip().startswith("<"):
        raise QuizError(_("{name}: there is no article in this page").format(name=name))
    if not raw.is_page and len(text) > LONGEST_TEXT:
        message = _("{name}: a text of over {n} characters is no article")
        raise QuizError(message.format(name=name, n=LONGEST_TEXT))
    if not raw.is_page and max(map(len, text.split("\n"))) > LONGEST_LINE:
        raise QuizError(
            _("{name}: a line of over {n} characters is no article").format(
                name=name, n=LONGEST_LINE
            )
        )
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    if raw.is_page:
        from quiz.generate.page.read import read_page  # its extractor is an extra  # noqa: PLC0415

        return read_page(name, text, published, raw.address)
    text = printable(text)
    about: dict[str, str] = {}
    markdown = name.lower().endswith((".md", ".markdown"))
    if markdown or name == "-":
        text, about = front_matter(text)
    if is_blank(text):
        raise QuizError(_("{name}: there is no text in it").format(name=name))
    return Article(
        name,
        plain(text) if markdown else text,
        label(about.get("title", "")) or _headline(name, text),
        published or day(about.get("date") or about.get("published") or ""),
        label(
            about.get("publisher") or about.get("source") or about.get("site") or host(raw.address)
        ),
        kept_address(raw.address or about.get("url", "")),
    )


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _decoded(raw: Raw) -> str:
    """Decode an article's bytes: UTF-8, or for a page what it or its server declares."""
    name, data = raw.name, raw.data
    page = raw.is_page or bool(raw.address)
    kind = next((kind for start, kind in _KINDS.items() if data.startswith(start)), "")
    if kind:
        raise QuizError(
            _("{name}: this is a {kind} file; save its text as a text file").format(
                name=name, kind=kind
            )
        )
    if page and (text := decoded(data, raw.charset)) is not None and "\0" not in text:
        return text
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise QuizError(_("{name}: this is UTF-16; save it as UTF-8").format(name=name))
    if b"\0" in data:
        raise QuizError(_("{name}: this is no text but a binary file").format(name=name))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = _("{name}: not UTF-8 (line {line}, byte {byte}); save it as UTF-8")
        line = data.count(b"\n", 0, error.start) + 1
        raise QuizError(message.format(name=name, line=line, byte=error.start)) from None


def printable(text: str) -> str:
    """Return a text of the same length without what may not reach a screen."""
    return _UNSAFE.sub(" ", text)


def label(text: str) -> str:
    """Return a name as a bank may hold it: one line of a sane length."""
    line = one_line(text)[:LONGEST_TITLE].strip()
    return "" if is_blank(line) else line


def kept_address(text: str) -> str:
    """Return an address as a bank may hold it; nothing for a longer one and for other text."""
    try:
        found = tidy(checked(text)) if text else ""
    except QuizError:
        return ""
    return found if found == one_line(found) and len(found) <= LONGEST_ADDRESS else ""


def _headline(name: str, text: str) -> str:
    """Return the first line as a title, or the beginning of it, or the file's name."""
    called = label(Path(name).stem) or "article"
    first = next(one_line(line) for line in text.split("\n") if not is_blank(line))
    headline = first.lstrip("# ").strip().strip("*_ ")
    if len(headline) <= LONGEST_TITLE:
        return label(headline) or called
    return headline[:80].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + " …" if name == "-" else called


def day(text: str) -> date | None:
    """Return the day that metadata begins with, as in 2025-06-18T10:30, or None."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
