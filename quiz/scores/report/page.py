"""The report as one self-contained page, to look at, to print and to hang up."""

from __future__ import annotations

from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

from quiz.base.language import _, ngettext
from quiz.scores.report import pictures, verdicts
from quiz.scores.report.markup import Safe, element, join
from quiz.scores.report.words import decimal, level_word, percent, signed, span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from quiz.scores.report.models import (
        BankAnalysis,
        Cell,
        Column,
        Distractor,
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
            _("Made by newsquiz on {day}.").format(day=f"{now:%Y-%m-%d}"),
        ),
    )
    # Translators: the code of the language that you translate into.
    return "<!doctype html>\n" + element("html", head, body, lang=_("en")) + "\n"


def _title(report: Report) -> str:
    if len(report.banks) == 1:
        return _("Class report: {bank}").format(bank=_name(report.banks[0]))
    return _("Class report")


def _name(bank: BankAnalysis) -> str:
    return bank.title or bank.bank


def _masthead(report: Report, title: str) -> Iterator[Safe]:
    pupils, rounds = len(report.pupils), report.rounds
    yield element("h1", title)
    counts = (
        ngettext("{n} pupil", "{n} pupils", pupils).format(n=pupils),
        ngettext("{n} round", "{n} rounds", rounds).format(n=rounds),
        span(report),
    )
    yield element("p", " · ".join(counts), class_="lead")


def _sections(report: Report) -> Iterator[Safe]:
    if report.notes:
        yield element(
            "section",
            element("h2", _("Please note")),
            element("ul", *(element("li", note) for note in report.notes)),
            class_="notes",
        )
    for number, bank in enumerate(report.banks, 1):
        yield element("section", *_bank(bank, f"b{number}"), class_="bank")
    yield element("section", *_grades(report), class_="grades")
    for number, bank in enumerate(report.banks, 1):
        yield element("section", *_questions(bank, f"b{number}"), class_="questions")
    yield element("section", *_guide(), class_="guide")


def _bank(bank: BankAnalysis, anchor: str) -> Iterator[Safe]:
    yield element("h2", _name(bank))
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
    charts = [_figure(_("How the pupils did"), pictures.histogram(bank.scores, _name(bank)))]
    if any(item.discrimination.value is not None for item in bank.items):
        charts.append(
            _figure(_("How the questions did"), pictures.scatter(bank.items, _name(bank)))
        )
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
        _badge(item.verdict.level),
        " ",
        element("a", f"{item.number}. {item.prompt}", href=f"#{anchor}q{item.number}"),
        element("p", item.verdict.text, " ", element("b", item.verdict.advice)),
    )


def _badge(level: Level) -> Safe:
    return element("span", pictures.sign(level), " ", level_word(level), class_=f"badge {level}")


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
        yield _grade_table(report, slice(start, start + _ACROSS))
    if any(cell and not cell.finished for row in book.rows for cell in row.cells):
        yield element("p", _("* The round was broken off: the share is of the answers given."))
    if book.left_out:
        told = ngettext(
            "{n} round of practice (modes mistakes and review) is no grade.",
            "{n} rounds of practice (modes mistakes and review) are no grades.",
            book.left_out,
        )
        yield element("p", told.format(n=book.left_out))


def _grade_table(report: Report, columns: slice) -> Safe:
    book = report.gradebook
    shown = book.columns[columns]
    head = element(
        "tr",
        _head(_("Pupil")),
        *(_head(_column_name(column), class_="number") for column in shown),
        _head(_("All"), class_="number"),
    )
    rows = (_grade_row(row, row.cells[columns]) for row in book.rows)
    means = (_percent_cell(column.mean_percent) for column in shown)
    medians = (_percent_cell(column.median_percent) for column in shown)
    foot = (
        element("tr", _row_head(_("Mean")), *means, element("td")),
        element("tr", _row_head(_("Median")), *medians, element("td")),
    )
    return element(
        "table",
        element("caption", _("Grades"), class_="unseen"),
        element("thead", head),
        element("tbody", *rows),
        element("tfoot", *foot),
    )


def _column_name(column: Column) -> str:
    return column.bank if column.attempt is None else f"{column.attempt}: {column.bank}"


def _grade_row(row: Row, cells: tuple[Cell | None, ...]) -> Safe:
    return element(
        "tr",
        _row_head(row.pupil.name),
        *(
            _percent_cell(cell.percent, cell.points, finished=cell.finished)
            if cell
            else element("td", "–", class_="number")
            for cell in cells
        ),
        _percent_cell(row.percent, row.points),
    )


def _percent_cell(share: float | None, points: int | None = None, *, finished: bool = True) -> Safe:
    if share is None:
        return element("td", "–", class_="number")
    parts = [element("span", f"{share:.0f}%{'' if finished else '*'}", class_="percent")]
    if points is not None:
        parts.append(element("span", f"{points}", class_="points"))
    return element("td", join(*parts), class_="number")


def _questions(bank: BankAnalysis, anchor: str) -> Iterator[Safe]:
    yield element("h2", _("Questions: {bank}").format(bank=_name(bank)))
    head = element(
        "tr",
        _head(_("No")),
        _head(_("Do")),
        _head(_("Question")),
        _head(_("Facility"), class_="number"),
        _head(_("Discrimination"), class_="number"),
        _head(_("Efficiency"), class_="number"),
        _head(_("Time"), class_="number"),
        _head(_("Answers"), class_="number"),
    )
    yield element(
        "table",
        element("caption", _("The figures of each question"), class_="unseen"),
        element("thead", head),
        element("tbody", *(_question_row(item, anchor) for item in bank.items)),
        class_="figures",
    )
    if any(verdicts.few(item.answers) for item in bank.items):
        yield element(
            "p",
            _("? So few answers that the figures are a hint and no more."),
        )
    yield element("h3", _("Question by question"))
    yield element("div", *(_card(item, anchor) for item in bank.items), class_="cards")


def _question_row(item: Item, anchor: str) -> Safe:
    few = "?" if verdicts.few(item.answers) else ""
    return element(
        "tr",
        element("td", str(item.number), class_="number"),
        element("td", _badge(item.verdict.level)),
        element("th", element("a", item.prompt, href=f"#{anchor}q{item.number}"), scope="row"),
        _number(percent(item.facility)),
        _number(signed(item.discrimination)),
        _number(percent(item.discriminative_efficiency)),
        _number(_seconds(item)),
        _number(f"{item.answers}{few}"),
    )


def _card(item: Item, anchor: str) -> Safe:
    said = dict.fromkeys(verdict.text for _figure_name, verdict in item.verdicts)
    if item.changed:
        said[_("The question was changed between the answers.")] = None
    return element(
        "article",
        element("h4", _badge(item.verdict.level), f" {item.number}. {item.prompt}"),
        element(
            "table",
            element("caption", _("What was chosen"), class_="unseen"),
            element("tbody", *_options(item)),
            class_="options",
        ),
        element("p", " ".join(said)),
        element("p", element("b", item.verdict.advice)) if item.verdict.advice else Safe(),
        id=f"{anchor}q{item.number}",
    )


def _options(item: Item) -> Iterator[Safe]:
    yield _option(item.answer, item.right, item.answers, "key", _("the key"))
    for each in item.distractors:
        kind = "idle" if each.idle else "wrong"
        yield _option(each.text, each.count, item.answers, kind, _remark(each))
    if item.unanswered:
        yield _option(_("no answer"), item.unanswered, item.answers, "none", "")


def _remark(distractor: Distractor) -> str:
    if distractor.idle:
        return _("not functioning")
    if distractor.in_bank is False:
        return _("no longer asked")
    return ""


def _option(text: str, count: int, answers: int, kind: str, remark: str) -> Safe:
    share = count / answers
    return element(
        "tr",
        element("th", text, scope="row"),
        element("td", pictures.bar(share, kind), class_="bar"),
        _number(f"{share:.0%}"),
        _number(str(count)),
        element("td", remark, class_="remark"),
    )


def _seconds(item: Item) -> str:
    value = item.median_seconds.value
    return "–" if value is None else _("{seconds:.1f} s").format(seconds=value)


def _head(text: str, class_: str | None = None) -> Safe:
    return element("th", text, scope="col", class_=class_)


def _row_head(text: str) -> Safe:
    return element("th", text, scope="row")


def _number(text: str) -> Safe:
    return element("td", text, class_="number")


def _guide() -> Iterator[Safe]:
    yield element("h2", _("How to read this"))
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
