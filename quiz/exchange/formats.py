"""All formats: found by name, by suffix or by content, and written with what is lost told."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from quiz.banks.models import Question
from quiz.base.language import _
from quiz.exchange import (
    aiken,
    anki_package,
    anki_text,
    blooket,
    gift,
    gimkit,
    kahoot,
    moodle,
    plain_csv,
    sheet_html,
    sheet_markdown,
    wayground,
)
from quiz.exchange.peek import Peek
from quiz.exchange.protocol import Format, Skipped, UnreadableError, Wishes, Writing

if TYPE_CHECKING:
    from quiz.banks.models import Bank

FORMATS: tuple[Format, ...] = (
    anki_package.FORMAT,
    kahoot.FORMAT,
    wayground.FORMAT,
    moodle.FORMAT,
    anki_text.FORMAT,
    blooket.FORMAT,
    gimkit.FORMAT,
    plain_csv.FORMAT,
    aiken.FORMAT,
    gift.FORMAT,
    sheet_html.FORMAT,
    sheet_markdown.FORMAT,
)
"""In the order in which a file is tried against them: the surest signs come first."""

_ALWAYS_HELD = frozenset({"prompt", "answer", "distractors", "status"})


def by_name(name: str) -> Format:
    """Return the format of a name. Raises KeyError."""
    return {known.name: known for known in FORMATS}[name]


def readable() -> list[Format]:
    """List the formats that can be imported."""
    return [known for known in FORMATS if known.read]


def by_suffix(file: str) -> list[Format]:
    """List the formats whose files end as this one does; one that is called so is meant."""
    return _called([known for known in FORMATS if known.write], file)


def _called(formats: list[Format], file: str) -> list[Format]:
    fitting = [known for known in formats if file.lower().endswith(known.suffix)]
    return [known for known in fitting if known.suffix == f".{known.name}"] or fitting


def recognise(data: bytes, name: str = "") -> Format:
    """Say what format a file is in, by its content, and where that says nothing by its name.

    Raises UnreadableError where neither does.
    """
    peek = Peek(data)
    for known in FORMATS:
        if known.recognise and known.recognise(peek):
            return known
    for beginning, what in _others().items():
        if data.startswith(beginning):
            raise UnreadableError(what)
    if "[[questions]]" in peek.text:
        raise UnreadableError(_("this is a bank already: it needs no import"))
    if peek.is_zip and peek.problem:
        raise UnreadableError(peek.problem)
    called = _called(readable(), name)
    if len(called) == 1 and data.strip():
        return called[0]
    if not data.strip():
        raise UnreadableError(_("the file is empty"))
    names = ", ".join(known.title for known in readable())
    raise UnreadableError(
        _("its format is not recognised; known are {names}. Say which with --from").format(
            names=names
        )
    )


def _others() -> dict[bytes, str]:
    """Name files that people take for one of the formats, by how they begin."""
    return {
        b"\xd0\xcf\x11\xe0": _("it is an old .xls, or locked with a password: save it as .xlsx"),
        b"%PDF": _("it is a PDF, from which no question can be taken for certain"),
        b"{\\rtf": _("it is a document of a word processor: save it as plain text"),
    }


def write(known: Format, bank: Bank, wishes: Wishes) -> Writing:
    """Write a bank in a format; retired questions stay behind, and what is lost is told."""
    assert known.write  # noqa: S101 - the caller chose it among those that write
    asked = bank.playable()
    retired = tuple(
        Skipped(0, question.id, _("it is retired"))
        for question in bank.questions
        if question.status == "retired"
    )
    done = known.write(replace(bank, questions=asked), wishes)
    left = {one.what for one in (*done.skipped, *done.too_long)}
    asked = tuple(question for question in asked if question.id not in left)
    lost = _lost(known, asked)
    if lost:
        message = _("{format} has no place for these, which are left out: {fields}")
        lost = message.format(format=known.title, fields=lost)
    told = [*done.told, *_times(known, bank, asked), *([lost] if lost else [])]
    return done._replace(skipped=(*retired, *done.skipped), told=tuple(told))


def _times(known: Format, bank: Bank, questions: tuple[Question, ...]) -> list[str]:
    """Tell what becomes of the times that a format does not have."""
    if "seconds" not in known.holds:
        return []
    counts = Counter(question.seconds or bank.seconds for question in questions)
    message = _("{format} has no limit of {n} s: it becomes {near} s (questions: {count})")
    return [
        message.format(format=known.title, n=seconds, near=known.limit(seconds), count=count)
        for seconds, count in sorted(counts.items())
        if known.limit(seconds) != seconds
    ]


def _lost(known: Format, questions: tuple[Question, ...]) -> str:
    """List the fields that hold something and that the format does not, with how often."""
    counts: dict[str, int] = {}
    for field in fields(Question):
        if field.name in known.holds | _ALWAYS_HELD:
            continue
        default: Any = field.default
        count = sum(getattr(question, field.name) != default for question in questions)
        if count:
            counts[field.name] = count
    return ", ".join(f"{name} ({count})" for name, count in counts.items())
