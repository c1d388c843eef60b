"""Figures as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.base import dates, figures
from quiz.base.language import _, ngettext

if TYPE_CHECKING:
    from quiz.scores.report.formulas import Figure
    from quiz.scores.report.models import GradeBook, Item, Level, Report

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
    return NONE if figure.value is None else f"{figures.decimal(100 * figure.value, 0)}%"


def signed(figure: Figure) -> str:
    """Write a correlation."""
    return NONE if figure.value is None else figures.decimal(figure.value, 2, signed=True)


def decimal(figure: Figure) -> str:
    """Write a number with two decimals."""
    return NONE if figure.value is None else figures.decimal(figure.value, 2)


def seconds(figure: Figure) -> str:
    """Write a time in seconds, to a tenth."""
    if figure.value is None:
        return NONE
    return _("{n} s").format(n=figures.decimal(figure.value, 1))


def span(report: Report) -> str:
    """Write from when to when the rounds are."""
    if report.first is None or report.last is None:
        return NONE
    return dates.span(report.first.date(), report.last.date())


def counts(report: Report) -> tuple[str, ...]:
    """Say how many pupils and rounds there are, and of when."""
    pupils, rounds = len(report.pupils), report.rounds
    return (
        ngettext("{n} pupil", "{n} pupils", pupils).format(n=pupils),
        ngettext("{n} round", "{n} rounds", rounds).format(n=rounds),
        span(report),
    )


def practice(book: GradeBook) -> str:
    """Say how many rounds are no grades."""
    told = ngettext(
        "{n} round of practice (modes mistakes and review) is no grade.",
        "{n} rounds of practice (modes mistakes and review) are no grades.",
        book.left_out,
    )
    return told.format(n=book.left_out)


def said(item: Item) -> str:
    """Say what the figures mean, beside a list of the options that marks those of no use."""
    sentences = [
        item.facility_verdict.text,
        item.discrimination_verdict.text,
        item.efficiency_verdict.text,
    ]
    if item.distractors_verdict.level == "poor":
        sentences.append(item.distractors_verdict.text)
    if item.time_verdict.level in {"poor", "fair"}:
        sentences.append(item.time_verdict.text)
    if item.changed:
        sentences.append(_("The question was changed between the answers."))
    return " ".join(dict.fromkeys(sentences))


def answers_taken(report: Report) -> str:
    """Say which answers the item analysis is of."""
    return {
        "first": _("The figures are of each pupil's first answer to each question."),
        "last": _("The figures are of each pupil's last answer to each question."),
        "all": _(
            "The figures are of all answers: who answered a question again counts again, and knew "
            "more by then."
        ),
    }[report.answers]
