"""The report as text, for a terminal or a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.base import cells
from quiz.base.figures import decimal as figure
from quiz.base.language import _, ngettext
from quiz.scores.report import verdicts
from quiz.scores.report.words import (
    NONE,
    answers_taken,
    counts,
    decimal,
    level_word,
    percent,
    practice,
    said,
    seconds,
    signed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.scores.report.data import Part
    from quiz.scores.report.models import BankAnalysis, Cell, Column, Item, Report, Verdict

_GAP = "  "
_PARAGRAPH = 100  # cells of a line of prose where nothing limits it
_NAME = 24  # cells of the widest name of a pupil
_BANK = 22  # cells of the widest head of a column of grades
_INDENT = "    "


def to_text(report: Report, parts: Iterable[Part], width: int | None) -> str:
    """Lay the report out in lines of at most `width` cells, or as wide as the tables are."""
    sections = [_wrap(", ".join(counts(report)), "", width)]
    for part in parts:
        if part == "grades":
            sections.append(_grades(report, width))
        elif part == "banks":
            sections.append(_banks(report, width))
        else:
            sections += [_questions(bank, width) for bank in report.banks]
            sections.append(_wrap(f"{answers_taken(report)} {_legend()}", "", width))
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def _grades(report: Report, width: int | None) -> list[str]:
    book = report.gradebook
    lines = _wrap(_grades_title(report), "", width)
    names = [row.pupil.name for row in book.rows] + [_("Median")]
    room = min(max(map(cells.width, names)), _NAME if width else 1000)
    columns = [
        _Grades(column, [row.cells[at] for row in book.rows])
        for at, column in enumerate(book.columns)
    ]
    total = _Grades(None, [])
    total.texts = [_grade(row.percent, row.points, finished=True) for row in book.rows]
    columns.append(total)
    while columns:
        fitting = _fitting(columns, None if width is None else width - room)
        block, columns = columns[:fitting], columns[fitting:]
        lines += ["", _line(_("Pupil"), room, [each.head for each in block], block)]
        lines += [
            _line(row.pupil.name, room, [each.texts[at] for each in block], block)
            for at, row in enumerate(book.rows)
        ]
        lines.append(_line(_("Mean"), room, [each.mean for each in block], block))
        lines.append(_line(_("Median"), room, [each.median for each in block], block))
    notes = []
    if book.has_broken_off:
        notes.append(_("*: the round was broken off; the share is of the answers that were given."))
    if book.left_out:
        notes.append(practice(book))
    return lines + [line for note in notes for line in _wrap(note, "", width)]


def _grades_title(report: Report) -> str:
    book = report.gradebook
    if book.by == "round":
        return _("GRADES: per cent right and points of every round")
    return {
        "first": _("GRADES: per cent right and points of the first round on each bank"),
        "best": _("GRADES: per cent right and points of the best round on each bank"),
        "last": _("GRADES: per cent right and points of the last round on each bank"),
    }[book.attempts]


class _Grades:
    """A column of grades as texts."""

    def __init__(self, column: Column | None, found: Sequence[Cell | None]) -> None:
        self.texts = [
            _grade(cell.percent, cell.points, finished=cell.finished) if cell else NONE
            for cell in found
        ]
        self.mean = self.median = ""
        self.head = _("All")
        if column:
            self.head = column.name
            self.mean = _grade(column.mean_percent, None, finished=True)
            self.median = _grade(column.median_percent, None, finished=True)

    def width(self) -> int:
        """Return how many cells it takes."""
        return max(min(cells.width(self.head), _BANK), *map(cells.width, self.texts), 12)


def _grade(share: float | None, points: int | None, *, finished: bool) -> str:
    mark = " " if finished else "*"
    text = NONE if share is None else f"{share:.0f}%"
    return f"{text:>4}{mark}{'' if points is None else points:>7}"


def _fitting(columns: Sequence[_Grades], room: int | None) -> int:
    """Return how many columns fit beside each other, one at least."""
    if room is None:
        return len(columns)
    for count, column in enumerate(columns):
        room -= column.width() + len(_GAP)
        if room < 0:
            return max(1, count)
    return len(columns)


def _line(name: str, room: int, texts: Sequence[str], columns: Sequence[_Grades]) -> str:
    parts = [cells.set_in(name, room)]
    parts += [
        cells.set_in(text, column.width(), left=False)
        for text, column in zip(texts, columns, strict=True)
    ]
    return _GAP.join(parts).rstrip()


def _banks(report: Report, width: int | None) -> list[str]:
    lines = _wrap(_("BANKS: how far a total can be trusted"), "", width)
    for bank in report.banks:
        lines += ["", *_bank_line(bank, width), *_judged(bank.verdict, width)]
    return lines


def _bank_line(bank: BankAnalysis, width: int | None) -> list[str]:
    pupils, questions = bank.pupils, len(bank.items)
    figures = [
        ngettext("{n} pupil", "{n} pupils", pupils).format(n=pupils),
        ngettext("{n} question", "{n} questions", questions).format(n=questions),
    ]
    if bank.mean is not None and bank.sd is not None and bank.alpha.value is not None:
        figures.append(
            _("mean {mean} of {n} right, standard deviation {sd}").format(
                mean=figure(bank.mean, 1),
                n=bank.questions_in_alpha,
                sd=figure(bank.sd, 1),
            )
        )
    figures.append(_("alpha (KR-20) {alpha}").format(alpha=decimal(bank.alpha)))
    figures.append(_("standard error {sem}").format(sem=decimal(bank.sem)))
    return _wrap(f"{bank.bank}: {', '.join(figures)}", "", width)


def _questions(bank: BankAnalysis, width: int | None) -> list[str]:
    title = f"{bank.title} ({bank.bank})" if bank.title else bank.bank
    lines = _wrap(_("QUESTIONS: {title}").format(title=title), "", width)
    head = f"{_('No'):>3}  {_('Do'):6} {_('Right'):>6} {_('Discr.'):>7} {_('Effic.'):>6}"
    head += f" {_('Time'):>7} {_('Ans.'):>5}  "
    lines += ["", head + _("Question")]
    for item in bank.items:
        prompt = (
            item.prompt if width is None else cells.cut(item.prompt, max(10, width - len(head)))
        )
        mark = "?" if verdicts.few(item.answers) else " "
        lines.append(
            f"{item.number:>3}  {cells.set_in(level_word(item.verdict.level), 6)} "
            f"{percent(item.facility):>6} {signed(item.discrimination):>7} "
            f"{percent(item.discriminative_efficiency):>6} {seconds(item.median_seconds):>7} "
            f"{item.answers:>4}{mark}  {prompt}"
        )
        lines += _wrap(said(item), _INDENT, width)
        lines += _wrap(_options(item), _INDENT, width)
        lines += [*_judged(item.verdict, width, advice_only=True), ""]
    return lines[:-1]


def _options(item: Item) -> str:
    shares = [f"{item.answer} {item.right / item.answers:.0%}"]
    for each in item.distractors:
        text = f"{each.text} {each.share:.0%}"
        if each.idle:
            text = _("{option} (not functioning)").format(option=text)
        elif each.in_bank is False:
            text = _("{option} (no longer asked)").format(option=text)
        shares.append(text)
    if item.unanswered:
        shares.append(_("no answer {share:.0%}").format(share=item.unanswered / item.answers))
    return _("Chosen: {options}").format(options="; ".join(shares))


def _judged(verdict: Verdict, width: int | None, *, advice_only: bool = False) -> list[str]:
    lines = [] if advice_only else _wrap(verdict.text, _INDENT, width)
    if verdict.advice:
        lines += _wrap(f"-> {verdict.advice}", _INDENT, width)
    return lines


def _legend() -> str:
    sentences = [
        _("Right: facility, the share of answers that are right."),
        _("Discr.: discrimination, the correlation with the score on the other questions."),
        _("Effic.: how much of the discrimination that its facility allows it has."),
        _("Time: half of them answered faster."),
        _("Ans.: answers; ? marks so few that the figures are a hint and no more."),
    ]
    return " ".join(sentences)


def _wrap(text: str, indent: str, width: int | None) -> list[str]:
    room = (width or _PARAGRAPH) - len(indent)
    lines, line = list[str](), ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and cells.width(longer) > room:
            lines.append(indent + line)
            longer = word
        line = longer
    return [*lines, indent + line]
