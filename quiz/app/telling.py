"""What the screen of a round says of a round: marks, verdict, proof; nothing here changes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from quiz.app import words
from quiz.base.language import _
from quiz.base.names import mode_name
from quiz.game.round import Phase
from quiz.game.scoring import bonus

if TYPE_CHECKING:
    from quiz.game.answer import Answer
    from quiz.game.pick import Asked
    from quiz.game.round import Round


TICKER, WIDE_TICKER = 20, 78
"""The questions that a row of marks has room for, and the columns from which it is shown."""


def head(round_: Round, asked: Asked, width: int) -> tuple[Content, Content]:
    """Return the two ends of the line above a question, in a window of `width` cells."""
    exam = round_.rules.mode == "exam"
    left = Content.assemble(
        (f"{round_.number}/{len(round_.asked)}", "bold"),
        (f"  {words.category_name(asked.question.category)}", "$faint"),
    )
    if len(round_.asked) <= TICKER and width >= WIDE_TICKER:
        left = Content.assemble(left, "   ", *ticker(round_, told=not exam))
    if exam:
        return left, Content.styled(mode_name("exam"), "$faint")
    return left, Content.assemble(*streak(round_.streak), (words.points(round_.points), "bold"))


def ticker(round_: Round, *, told: bool) -> list[tuple[str, str]]:
    """Return a mark for each question: right, wrong, the one asked, those to come."""
    marks = [
        ("•", "$faint")
        if not told
        else (words.RIGHT, "$right")
        if answer.correct
        else (words.WRONG, "$wrong")
        for answer in round_.answers
    ]
    if round_.phase is not Phase.FEEDBACK:
        marks.append((words.HERE, "$signal"))
    marks.append(("·" * (len(round_.asked) - len(marks)), "$faint"))
    return marks


def verdict(round_: Round, answer: Answer) -> Content:
    """Say whether the latest answer of `round_` was right, and what it earned."""
    if answer.correct:
        parts = [(f"{words.RIGHT} {_('Right')}", "bold $right")]
        parts.append((f"   +{words.number(answer.points)}", "bold"))
        extra = bonus(round_.streak) if round_.rules.streak else 0
        if extra and round_.rules.mode != "relaxed":
            told = _("with {n} for {streak} in a row").format(n=extra, streak=round_.streak)
            parts.append((f"  {told}", "$faint"))
    elif answer.chosen:
        parts = [(f"{words.WRONG} {_('Wrong')}", "bold $wrong")]
    else:
        parts = [(f"{words.LATE} {_('Time’s up')}", "bold $wrong")]
    return Content.assemble(*parts)


def streak(streak: int) -> list[tuple[str, str]]:
    """Tell a streak that is one."""
    return [(_("{n} in a row").format(n=streak) + "   ", "$signal")] if streak > 1 else []


def paused() -> Content:
    """Stand in for the hidden question."""
    return Content.assemble(
        (_("Paused"), "bold $signal"),
        "\n\n",
        _("The clock stands still and the question is hidden."),
        "\n\n",
        (_("Space"), "bold $signal"),
        (f"  {_('goes on')}", "$faint"),
    )


def proof(asked: Asked) -> Content:
    """Quote what proves the answer, with its source."""
    parts: list[Content] = []
    for quote, source in asked.proofs:
        origin = words.source_told(source)
        lines = [words.quotation(quote)]
        if origin:
            lines.append(Content.styled(f"— {origin}", "$faint"))
        parts.append(Content("\n").join(lines))
    return Content("\n\n").join(parts)
