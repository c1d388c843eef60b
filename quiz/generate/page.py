"""The article in an HTML page: its main text, title, publisher and date of publication."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quiz.base.errors import QuizError
from quiz.base.language import _
from quiz.generate.article import LONGEST_TITLE, Article, address, day, printable

if TYPE_CHECKING:
    from datetime import date


def read_page(name: str, html: str, published: date | None) -> Article:
    """Read the article in a page; raises QuizError when there is none, or no extractor."""
    try:
        import trafilatura  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415
    except ImportError:
        raise QuizError(
            _("{name}: reading HTML needs an extra; write: pip install 'newsquiz[html]'").format(
                name=name
            )
        ) from None
    found = trafilatura.bare_extraction(
        html, with_metadata=True, include_comments=False, include_tables=False, favor_precision=True
    )
    fields: dict[str, Any] = (
        found if isinstance(found, dict) else found.as_dict() if found is not None else {}
    )
    lines = [_clean(line) for line in str(fields.get("text") or "").split("\n")]
    body = "\n\n".join(line for line in lines if line)
    if not body:
        raise QuizError(_("{name}: there is no article in this page").format(name=name))
    title = _clean(str(fields.get("title") or "")) or name
    return Article(
        name,
        body,
        title[:LONGEST_TITLE],
        published or day(str(fields.get("date") or "")),
        _clean(str(fields.get("sitename") or "")),
        address(str(fields.get("url") or "")),
    )


def _clean(text: str) -> str:
    return printable(text).strip()
