"""When something is due for review, in words, and which questions can be asked at all."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from quiz.banks.load import parse_table, read_text
from quiz.banks.problems import BankError
from quiz.base import dates
from quiz.base.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from quiz.scores.history.values import Outlook


def playable(banks: Iterable[Path]) -> set[tuple[str, str]]:
    """Return the (bank, question) of the banks that can be asked: all but the retired.

    A glance that does not validate: what is wrong with a bank is said when it is played.
    """
    found = set[tuple[str, str]]()
    for path in banks:
        try:
            listed = parse_table(read_text(path, path.name), path.name).get("questions", [])
        except BankError:
            continue
        if isinstance(listed, list):
            found |= {
                (path.stem, one["id"])
                for one in listed
                if isinstance(one, dict)
                and isinstance(one.get("id"), str)
                and one.get("status") != "retired"
            }
    return found


def told_due(outlook: Outlook) -> str:
    """Say how many questions are due."""
    if not outlook.now:
        return _("Nothing is due for review.")
    return ngettext(
        "{n} question is due for review.", "{n} questions are due for review.", outlook.now
    ).format(n=outlook.now)


def told_next(outlook: Outlook, now: datetime) -> str:
    """Say when the next questions are due, in the local time of `now`; empty where none are."""
    if outlook.next_when is None:
        return ""
    when = outlook.next_when.astimezone(now.tzinfo)
    if when.date() == now.date():
        told = ngettext(
            "The next one is due at {time}.",
            "The next {n} are due today, the first at {time}.",
            outlook.next_count,
        )
    elif when.date() == now.date() + timedelta(days=1):
        told = ngettext(
            "The next one is due tomorrow at {time}.",
            "The next {n} are due tomorrow, the first at {time}.",
            outlook.next_count,
        )
    else:
        told = ngettext(
            "The next one is due on {date}.",
            "The next {n} are due on {date}.",
            outlook.next_count,
        )
    return told.format(n=outlook.next_count, time=f"{when:%H:%M}", date=dates.day(when))
