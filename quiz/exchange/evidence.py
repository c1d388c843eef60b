"""Evidence in HTML: quotes with the titles of their sources, written so that they are found again.

`mark` is the class of the element that holds a quote, by which ours are told from those of anybody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.exchange.plaintext import escape, from_html

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.banks.models import Bank, Question


def titles_of(bank: Bank) -> dict[str, str]:
    """Return the titles of a bank's sources by their ids."""
    return {source.id: source.title for source in bank.sources}


def put_evidence(question: Question, titles: Mapping[str, str], mark: str) -> str:
    """Write the evidence of a question as HTML."""
    return "".join(
        f'<blockquote class="{mark}"><p>{escape(one.quote)}</p>'
        f"<cite>{escape(titles[one.source])}</cite></blockquote>"
        for one in question.evidence
    )


def take_evidence(html: str, mark: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """Take out of HTML what `put_evidence` wrote; return quotes with their titles, and the rest."""
    # Where one is not closed the next begins, so that nothing is looked at twice.
    quote, title = (rf"([^<]*+(?:<(?!/{end}>|/?blockquote\b)[^<]*+)*+)" for end in ("p", "cite"))
    written = re.compile(
        rf'<blockquote class="{mark}"><p>{quote}</p><cite>{title}</cite></blockquote>'
    )
    found = tuple(
        (from_html(quote).text, from_html(title).text) for quote, title in written.findall(html)
    )
    return found, written.sub("", html)
