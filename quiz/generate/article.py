"""Reading an article: plain text, Markdown or HTML, from a file or standard input."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quiz.base.errors import QuizError
from quiz.base.language import _
from quiz.base.text import UNSAFE

LARGEST = 4_000_000
LONGEST_LINE = 200_000
LONGEST_TITLE = 160
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_UNSAFE = re.compile(f"[{UNSAFE}\ud800-\udfff]")
_KINDS = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "Word, ODT or ZIP",
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


def read_article(name: str, published: date | None = None) -> Article:
    """Read an article from a path or, for `-`, from standard input; raises QuizError.

    The text of a plain text file keeps its length, so that offsets into it are offsets into the
    file's text: what may not reach a screen becomes a space.
    """
    try:
        data = sys.stdin.buffer.read(LARGEST + 1) if name == "-" else _bytes(Path(name))
    except OSError as error:
        raise QuizError(f"{name}: {error.strerror or error}") from None
    text = _decoded(name, data)
    if not text.strip():
        raise QuizError(_("{name}: there is no text in it").format(name=name))
    page = name.lower().endswith((".html", ".htm", ".xhtml")) or _HTML.match(text)
    if not page and max(map(len, text.split("\n"))) > LONGEST_LINE:
        raise QuizError(
            _("{name}: a line of over {n} characters is no article").format(
                name=name, n=LONGEST_LINE
            )
        )
    text = text.replace("\r\n", " \n").replace("\r", "\n")
    if page:
        from quiz.generate.page import read_page  # its extractor is an extra  # noqa: PLC0415

        return read_page(name, text, published)
    text = printable(text)
    about: dict[str, str] = {}
    markdown = name.lower().endswith((".md", ".markdown"))
    if markdown or name == "-":
        text, about = _front_matter(text)
        if not text.strip():
            raise QuizError(_("{name}: there is no text in it").format(name=name))
    return Article(
        name,
        _plain(text) if markdown else text,
        about.get("title", "")[:LONGEST_TITLE] or _headline(name, text),
        published or day(about.get("date") or about.get("published") or ""),
        about.get("publisher") or about.get("source") or about.get("site") or "",
        address(about.get("url", "")),
    )


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _decoded(name: str, data: bytes) -> str:
    """Decode an article's bytes: UTF-8, or for a page what its head declares."""
    if len(data) > LARGEST:
        raise QuizError(
            _("{name}: too long for an article (over {n} MB)").format(
                name=name, n=LARGEST // 1_000_000
            )
        )
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise QuizError(_("{name}: this is UTF-16; save it as UTF-8").format(name=name))
    kind = next((kind for start, kind in _KINDS.items() if data.startswith(start)), "")
    if kind:
        raise QuizError(
            _("{name}: this is a {kind} file; save its text as a text file").format(
                name=name, kind=kind
            )
        )
    if b"\0" in data:
        raise QuizError(_("{name}: this is no text but a binary file").format(name=name))
    declared = _CHARSET.search(data[:4096])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        try:
            return data.decode(declared[1].decode("ascii")) if declared else _fail(name, error)
        except (LookupError, UnicodeError):
            return _fail(name, error)


def _fail(name: str, error: UnicodeDecodeError) -> str:
    raise QuizError(
        _("{name}: not UTF-8 (line {line}, byte {byte}); save it as UTF-8").format(
            name=name, line=error.object.count(b"\n", 0, error.start) + 1, byte=error.start
        )
    ) from None


def printable(text: str) -> str:
    """Return a text of the same length without what may not reach a screen."""
    return _UNSAFE.sub(" ", text)


def address(text: str) -> str:
    """Return an address of the web, or nothing for any other text."""
    return text if text.startswith(("http://", "https://")) else ""


def _headline(name: str, text: str) -> str:
    """Return the first line as a title, or the beginning of it, or the file's name."""
    first = next(line.strip() for line in text.split("\n") if line.strip())
    headline = first.lstrip("# ").strip().strip("*_ ") or Path(name).stem
    if len(headline) <= LONGEST_TITLE:
        return headline
    return (
        headline[:80].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + " …"
        if name == "-"
        else (Path(name).stem[:LONGEST_TITLE])
    )


def day(text: str) -> date | None:
    """Return the day that metadata begins with, as in 2025-06-18T10:30, or None."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _front_matter(text: str) -> tuple[str, dict[str, str]]:
    """Split off a Markdown file's `---` block of `key: value` lines."""
    m = re.match(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", text, re.DOTALL)
    if not m:
        return text, {}
    pairs = (line.partition(":") for line in m[1].split("\n"))
    return text[m.end() :], {k.strip().lower(): v.strip(" \"'") for k, _colon, v in pairs if v}


def _plain(text: str) -> str:
    """Take links, images and emphasis out of Markdown; headings stay and are skipped later."""
    text = re.sub(r"```.*?(?:```|$)", "", text, flags=re.DOTALL)
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"!\[[^\]\n]*\]\([^)\n]*\)", "", text)
    text = re.sub(r"\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])", r"\1", text)
    text = re.sub(r"\[\^[^\]\n]+\]:?", "", text)
    return re.sub(r"(\*\*|__|`|\*|(?<!\w)_)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
