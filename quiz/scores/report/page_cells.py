"""What the tables of the page are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.scores.report import pictures
from quiz.scores.report.markup import Safe, element
from quiz.scores.report.words import level_word

if TYPE_CHECKING:
    from quiz.scores.report.models import Level


def badge(level: Level) -> Safe:
    """Show a verdict as its shape and its word."""
    return element("span", pictures.sign(level), " ", level_word(level), class_=f"badge {level}")


def column_head(text: str, class_: str | None = None) -> Safe:
    """Begin a column."""
    return element("th", text, scope="col", class_=class_)


def row_head(text: str) -> Safe:
    """Begin a row."""
    return element("th", text, scope="row")


def number(text: str) -> Safe:
    """Show a figure in a table."""
    return element("td", text, class_="number")
