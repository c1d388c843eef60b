"""Reading an article: plain text, Markdown or HTML, from a file or standard input."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quiz.base.errors import QuizError

LARGEST = 4_000_000
LONGEST_LINE = 200_000
_ENTITY = re.compile(r"<(?:html|body|!doctype)\b", re.IGNORECASE)


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
    """Read an article from a path or, for `-`, from standard input; raises QuizError."""
    try:
        data = sys.stdin.buffer.read(LARGEST + 1) if name == "-" else _bytes(Path(name))
    except OSError as error:
        raise QuizError(f"{name}: {error.strerror or error}") from None
    if len(data) > LARGEST:
        raise QuizError(f"{name}: too long for an article (over {LARGEST // 1_000_000} MB)")
    if b"\0" in data:
        raise QuizError(f"{name}: this is no text but a binary file")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QuizError(f"{name}: not UTF-8 (byte {error.start}); save it as UTF-8") from None
    if not text.strip():
        raise QuizError(f"{name}: there is no text in it")
    if max(map(len, text.split("\n"))) > LONGEST_LINE:
        raise QuizError(f"{name}: a line of over {LONGEST_LINE} characters is no article")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if name.lower().endswith((".html", ".htm")) or _ENTITY.search(text[:2000]):
        return _html(name, text, published)
    text, about = _front_matter(text)
    first = next(line.strip() for line in text.split("\n") if line.strip())
    headline = first.lstrip("# ").strip()
    title = about.get("title") or (headline if len(headline) <= 160 else Path(name).stem)
    return Article(
        name,
        _plain(text) if name.lower().endswith((".md", ".markdown")) else text,
        title[:200],
        published or _day(about.get("date", "")),
        about.get("publisher", ""),
        about.get("url", ""),
    )


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _front_matter(text: str) -> tuple[str, dict[str, str]]:
    """Split off a Markdown file's `---` block of `key: value` lines."""
    m = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    if not m:
        return text, {}
    pairs = (line.partition(":") for line in m[1].split("\n"))
    return text[m.end() :], {k.strip().lower(): v.strip(" \"'") for k, _, v in pairs if v}


def _plain(text: str) -> str:
    """Take links, images and emphasis out of Markdown; headings stay and are skipped later."""
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"(\*\*|__|`)(.+?)\1", r"\2", text)


def _html(name: str, text: str, published: date | None) -> Article:
    try:
        import trafilatura  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415
    except ImportError:
        raise QuizError(
            f"{name}: reading HTML needs an extra; write: pip install 'newsquiz[html]'"
        ) from None
    found = trafilatura.bare_extraction(text, with_metadata=True)
    fields = found if isinstance(found, dict) else found.as_dict() if found else {}
    body = str(fields.get("text") or "")
    if not body.strip():
        raise QuizError(f"{name}: there is no article in this page")
    return Article(
        name, body, str(fields.get("title") or name)[:200],
        published or _day(str(fields.get("date") or "")),
        str(fields.get("sitename") or ""), str(fields.get("url") or ""),
    )  # fmt: skip
