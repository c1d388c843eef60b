"""Figures as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.base.language import _

if TYPE_CHECKING:
    from quiz.scores.report.formulas import Figure
    from quiz.scores.report.models import Level, Report

NONE = "–"
"""What stands where there is no figure."""


def level_word(level: Level) -> str:
    """Say in a word what to do."""
    return {
        "good": _("keep"),
        "fair": _("look"),
        "poor": _("mend"),
        "unknown": _("wait"),
    }[level]


def percent(figure: Figure) -> str:
    """Write a share as per cent."""
    return NONE if figure.value is None else f"{figure.value:.0%}"


def signed(figure: Figure) -> str:
    """Write a correlation."""
    return NONE if figure.value is None else f"{figure.value:+.2f}".replace("-", "−")


def decimal(figure: Figure) -> str:
    """Write a number with two decimals."""
    return NONE if figure.value is None else f"{figure.value:.2f}".replace("-", "−")


def span(report: Report) -> str:
    """Write from when to when the rounds are."""
    if report.first is None or report.last is None:
        return NONE
    first, last = f"{report.first:%Y-%m-%d}", f"{report.last:%Y-%m-%d}"
    return first if first == last else f"{first} – {last}"
