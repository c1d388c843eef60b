"""The report as one self-contained page, to look at, to print and to hang up."""

from __future__ import annotations

from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

from quiz.base import dates
from quiz.base.language import _, ngettext
from quiz.base.text import POLICY
from quiz.scores.report import pictures, verdicts
from quiz.scores.report.markup import Safe, element, join
from quiz.scores.report.page_cells import badge, column_head, number, row_head
from quiz.scores.report.page_questions import questions
from quiz.scores.report.words import NONE, answers_taken, counts, decimal, level_word, practice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from quiz.scores.report.models import (
        BankAnalysis,
        Cell,
        Item,
        Level,
        Report,
        Row,
    )

_ACROSS = 6  # columns of grades beside each other: what fits on an upright page
_URGENT = 6  # questions of a bank that are named first, unless more must be mended


def to_html(report: Report, now: datetime) -> str:
    """Build the page: no script, nothing loaded from elsewhere, every text escaped."""
    title = _title(report)
    style = Path(__file__).with_name("page.css").read_text("utf-8")
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", title),
        element("style", Safe(style)),
    )
    body = element(
        "body",
        element("header", *_masthead(report, title)),
        element("main", *_sections(report)),
        element(
            "footer",
            _("Made by newsquiz on {day}.").format(day=dates.day(now)),
        ),
    )
    # Translators: the code of the language that you translate into.
    return "<!doctype html>\n" + element("html", head, body, lang=_("en")) + "\n"


def _title(report: Report) -> str:
    if len(report.banks) == 1:
        return _("Class report: {bank}").format(bank=report.banks[0].name)
    return _("Class report")


def _masthead(report: Report, title: str) -> Iterator[Safe]:
    yield element("h1", title)
    yield element("p", " · ".join(counts(report)), class_="lead")


def _sections(report: Report) -> Iterator[Safe]:
    if report.notes:
        yield element(
            "section",
            element("h2", _("Please note")),
            element("ul", *(element("li", note) for note in report.notes)),
            class_="notes",
        )
    for place, bank in enumerate(report.banks, 1):
        yield element("section", *_bank(bank, f"b{place}"), class_="bank")
    yield element("section", *_grades(report), class_="grades")
    for place, bank in enumerate(report.banks, 1):
        yield element("section", *questions(bank, f"b{place}"), class_="questions")
    yield element("section", *_guide(report), class_="guide")


def _bank(bank: BankAnalysis, anchor: str) -> Iterator[Safe]:
    yield element("h2", bank.name)
    mean = f"{fmean(bank.scores):.0%}"
    mend = sum(item.verdict.level == "poor" for item in bank.items)
    facts = (
        (mean, _("right on average")),
        (str(bank.pupils), _("pupils")),
        (decimal(bank.alpha), _("reliability (alpha, KR-20)")),
        (decimal(bank.sem), _("standard error, in right answers")),
        (f"{mend}/{len(bank.items)}", _("questions to mend")),
    )
    yield element(
        "dl",
        *(element("div", element("dt", word), element("dd", figure)) for figure, word in facts),
        class_="facts",
    )
    yield element(
        "p", element("b", bank.verdict.text), " ", bank.verdict.advice, class_="reliability"
    )
    charts = [_figure(_("How the pupils did"), pictures.histogram(bank.scores, bank.name))]
    if any(item.discrimination.value is not None for item in bank.items):
        charts.append(_figure(_("How the questions did"), pictures.scatter(bank.items, bank.name)))
    yield element("div", *charts, class_="charts")
    yield element("p", *_key(), class_="key")
    yield from _urgent(bank, anchor)


def _figure(caption: str, picture: Safe) -> Safe:
    return element("figure", element("figcaption", caption), picture)


def _key() -> Iterator[Safe]:
    levels: tuple[Level, ...] = ("good", "fair", "poor", "unknown")
    for level in levels:
        yield element("span", pictures.sign(level), " ", level_word(level))


def _urgent(bank: BankAnalysis, anchor: str) -> Iterator[Safe]:
    poor = [item for item in bank.items if item.verdict.level == "poor"]
    fair = [item for item in bank.items if item.verdict.level == "fair"]
    named = poor + fair[: max(0, _URGENT - len(poor))]
    if not named:
        return
    yield element("h3", _("What to do first"))
    yield element("ol", *(_task(item, anchor) for item in named), class_="tasks")
    if more := len(poor) + len(fair) - len(named):
        told = ngettext(
            "{n} more question to look at is listed below.",
            "{n} more questions to look at are listed below.",
            more,
        )
        yield element("p", told.format(n=more), class_="more")


def _task(item: Item, anchor: str) -> Safe:
    return element(
        "li",
        badge(item.verdict.level),
        " ",
        element("a", f"{item.number}. {item.prompt}", href=f"#{anchor}q{item.number}"),
        element("p", item.verdict.text, " ", element("b", item.verdict.advice)),
    )


def _grades(report: Report) -> Iterator[Safe]:
    book = report.gradebook
    yield element("h2", _("Grade book"))
    about = {
        "first": _("The first round of each pupil on each bank: per cent right, and points."),
        "best": _("The best round of each pupil on each bank: per cent right, and points."),
        "last": _("The last round of each pupil on each bank: per cent right, and points."),
    }[book.attempts]
    if book.by == "round":
        about = _("Every round of each pupil: per cent right, and points.")
    yield element("p", about)
    for start in range(0, max(1, len(book.columns)), _ACROSS):
        yield _grade_table(
            report, slice(start, start + _ACROSS), totals=start + _ACROSS >= len(book.columns)
        )
    if book.has_broken_off:
        yield element("p", _("* The round was broken off: the share is of the answers given."))
    if book.left_out:
        yield element("p", practice(book))


def _grade_table(report: Report, columns: slice, *, totals: bool) -> Safe:
    book = report.gradebook
    shown = book.columns[columns]
    head = element(
        "tr",
        column_head(_("Pupil")),
        *(column_head(column.name, class_="number") for column in shown),
        *([column_head(_("All"), class_="number")] if totals else []),
    )
    rows = (_grade_row(row, row.cells[columns], totals=totals) for row in book.rows)
    means = (_percent_cell(column.mean_percent) for column in shown)
    medians = (_percent_cell(column.median_percent) for column in shown)
    blank = [element("td")] if totals else []
    foot = (
        element("tr", row_head(_("Mean")), *means, *blank),
        element("tr", row_head(_("Median")), *medians, *blank),
    )
    return element(
        "table",
        element("caption", _("Grades"), class_="unseen"),
        element("thead", head),
        element("tbody", *rows),
        element("tfoot", *foot),
    )


def _grade_row(row: Row, cells: tuple[Cell | None, ...], *, totals: bool) -> Safe:
    return element(
        "tr",
        row_head(row.pupil.name),
        *(
            _percent_cell(cell.percent, cell.points, finished=cell.finished)
            if cell
            else number(NONE)
            for cell in cells
        ),
        *([_percent_cell(row.percent, row.points)] if totals else []),
    )


def _percent_cell(share: float | None, points: int | None = None, *, finished: bool = True) -> Safe:
    if share is None:
        return number(NONE)
    parts = [element("span", f"{share:.0f}%{'' if finished else '*'}", class_="percent")]
    if points is not None:
        parts.append(element("span", f"{points}", class_="points"))
    return number(join(*parts))


def _guide(report: Report) -> Iterator[Safe]:
    yield element("h2", _("How to read this"))
    yield element("p", answers_taken(report))
    terms = (
        (_("Facility"), _("the share of answers that are right.")),
        (
            _("Discrimination"),
            _(
                "the correlation between being right here and the score on all the other "
                "questions, from −1 to 1. From 0.3 a question tells those who know more from the "
                "others; below 0 something is wrong with it."
            ),
        ),
        (
            _("Efficiency"),
            _(
                "how much of the discrimination that its facility allows a question has: very easy "
                "and very hard questions cannot have much."
            ),
        ),
        (
            _("Not functioning"),
            _("a distractor that fewer than 5 per cent choose; the line in each bar is at 5%."),
        ),
        (
            _("Reliability"),
            _(
                "Cronbach's alpha, here the same as KR-20: how far the questions agree about who "
                "knows more. From 0.75 a total can be trusted; below 0.64 it cannot."
            ),
        ),
        (
            _("Standard error"),
            _("two totals in three are within so many right answers of what they should be."),
        ),
        (
            _("Few answers"),
            _(
                "correlations need {fewest} answers, shares {share}; below {sure} all of them are "
                "a hint and no more."
            ).format(fewest=verdicts.FEWEST, share=verdicts.FEWEST_FOR_SHARE, sure=verdicts.SURE),
        ),
    )
    yield element(
        "dl", *(element("div", element("dt", term), element("dd", told)) for term, told in terms)
    )
