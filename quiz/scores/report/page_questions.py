"""The part of the page that shows the questions of a bank, all in a table and one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.scores.report import pictures, verdicts
from quiz.scores.report.markup import Safe, element
from quiz.scores.report.page_cells import badge, column_head, number
from quiz.scores.report.words import percent, said, seconds, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.scores.report.models import BankAnalysis, Distractor, Item


def questions(bank: BankAnalysis, anchor: str) -> Iterator[Safe]:
    """Show every question; `anchor` is what its place on the page is called, before its number."""
    yield element("h2", _("Questions: {bank}").format(bank=bank.name))
    head = element(
        "tr",
        column_head(_("No")),
        column_head(_("Do")),
        column_head(_("Question")),
        column_head(_("Facility"), class_="number"),
        column_head(_("Discrimination"), class_="number"),
        column_head(_("Efficiency"), class_="number"),
        column_head(_("Time"), class_="number"),
        column_head(_("Answers"), class_="number"),
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
        number(str(item.number)),
        element("td", badge(item.verdict.level)),
        element("th", element("a", item.prompt, href=f"#{anchor}q{item.number}"), scope="row"),
        number(percent(item.facility)),
        number(signed(item.discrimination)),
        number(percent(item.discriminative_efficiency)),
        number(seconds(item.median_seconds)),
        number(f"{item.answers}{few}"),
    )


def _card(item: Item, anchor: str) -> Safe:
    return element(
        "article",
        element("h4", badge(item.verdict.level), f" {item.number}. {item.prompt}"),
        element(
            "table",
            element("caption", _("What was chosen"), class_="unseen"),
            element("tbody", *_options(item)),
            class_="options",
        ),
        element("p", said(item)),
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
        number(f"{share:.0%}"),
        number(str(count)),
        element("td", remark, class_="remark"),
    )
