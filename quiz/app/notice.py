"""What the home screen has to tell at its top: messages, a greeting, what is due for review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from quiz.app import words
from quiz.base.errors import QuizError
from quiz.base.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from quiz.scores.history.values import Outlook


def notice(messages: Iterable[str], *, greeting: bool, last: Content | None) -> list[Content]:
    """Return the lines to tell; a newcomer is greeted, and `last` stands below."""
    parts = [Content.assemble((f"{words.NOTE} ", "bold $signal"), text) for text in messages]
    if greeting:
        welcome = _(
            "Press Enter for your first round. After each answer you see the sentence that "
            "proves it; what you get wrong can be played again."
        )
        parts.append(Content.assemble((_("Welcome."), "bold"), " ", welcome))
    return parts if last is None else [*parts, last]


def reading(share: int) -> Content:
    """Say how many hundredths of the history are read."""
    return Content.styled(_("Reading the history: {n}%").format(n=share), "$faint")


def due(outlook: Outlook | None, now: datetime) -> Content | None:
    """Say how many questions are due, and when the next are; nothing where none ever will be."""
    if outlook is None or not (outlook.now or outlook.later):
        return None
    from quiz.scores.due import told_due, told_next  # noqa: PLC0415  # after the first frame

    told, coming = told_due(outlook), told_next(outlook, now)
    if not outlook.now:
        return Content.styled(f"{told} {coming}", "$faint")
    return Content.assemble(("r ", "bold $signal"), (told, "bold"), " ", (coming, "$faint"))


def recover(scores: Path) -> tuple[str, ...]:
    """Put the score file in order, in a thread; return what there is to say of it."""
    from quiz.scores.file import ScoreFile  # noqa: PLC0415  # after the first frame

    try:
        recovery = ScoreFile(scores).recover()
    except QuizError as error:
        return (str(error),)
    if recovery.interrupted and not recovery.messages:
        return (
            ngettext(
                "{n} interrupted round was kept.",
                "{n} interrupted rounds were kept.",
                recovery.interrupted,
            ).format(n=recovery.interrupted),
        )
    return recovery.messages
