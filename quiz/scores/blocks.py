"""A round as text and back: the block of TOML that the score file holds for each.

Written by hand rather than by a TOML writer, which would make one array of the whole list: an
array cannot be appended to. Read by hand rather than by models, so that looking at scores does not
wait for a validation library.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_args

from quiz.base.language import _
from quiz.base.text import one_line
from quiz.game.answer import Answer
from quiz.scores.models import FORMAT, Outcome, Played, Removal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HEADER = f"format = {FORMAT}\n".encode()
"""What every file of this format begins with."""

_LARGEST = 2**53  # what every reader of JSON can still tell from its neighbours
_OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
_line = lru_cache(maxsize=8192)(one_line)  # names, prompts and options come again and again


class Malformed(Exception):  # noqa: N818
    """A table is not a round or an answer; the text says what is wrong with it."""


def encode(played: Played) -> bytes:
    """Write a round as the block that is appended: it begins with an empty line.

    Text is made one clean line, seconds are kept to the millisecond and `started` to the second.
    """
    answers = "".join(f"    {{ {', '.join(_answer(each))} }},\n" for each in played.answers)
    lines = "\n".join(_round(played))
    return f"\n[[rounds]]\n{lines}\nanswers = [\n{answers}]\n".encode()


def encode_removal(removal: Removal) -> bytes:
    """Write a mark as the block that is appended: it begins with an empty line."""
    rounds = "".join(f"    {_quote(each)},\n" for each in removal.rounds)
    restored = "restored = true\n" if removal.restored else ""
    at = f"at = {_moment(removal.at)}\n"
    return f"\n[[removed]]\n{at}{restored}rounds = [\n{rounds}]\n".encode()


def encode_start(header: Played) -> bytes:
    """Write the head of a journal: what is known of a round when it begins."""
    lines = [line for line in _round(header) if line.split()[0] in _KNOWN_AT_START]
    return HEADER + "\n".join([*lines, ""]).encode()


def encode_answer(answer: Answer) -> bytes:
    """Write an answer as the block that a journal appends; `points` is its last line."""
    return "\n".join(["", "[[answers]]", *_answer(answer), ""]).encode()


def decode(table: object) -> Played:
    """Read a round from a parsed table; keys that are not known are ignored. Raises Malformed."""
    if not isinstance(table, dict):
        raise Malformed(_("it is not a table"))
    answers = table.get("answers")
    if not isinstance(answers, list):
        raise Malformed(_wrong("answers", _("a list of answers")))
    start = decode_start(table)
    return Played(
        id=start.id,
        player=start.player,
        bank=start.bank,
        mode=start.mode,
        started=start.started,
        seconds=_seconds(table, "seconds"),
        outcome=_outcome(table),
        correct=_count(table, "correct"),
        points=_count(table, "points"),
        answers=tuple(map(decode_answer, answers)),
    )


def decode_removal(table: object) -> Removal:
    """Read a mark from a parsed table; keys that are not known are ignored. Raises Malformed."""
    if not isinstance(table, dict):
        raise Malformed(_("it is not a table"))
    rounds, restored = table.get("rounds"), table.get("restored", False)
    if not isinstance(rounds, list) or not all(isinstance(each, str) for each in rounds):
        raise Malformed(_wrong("rounds", _("a list of texts")))
    if not isinstance(restored, bool):
        raise Malformed(_wrong("restored", _("true or false")))
    return Removal(rounds=tuple(map(_line, rounds)), at=_aware(table, "at"), restored=restored)


def decode_start(table: Mapping[str, Any]) -> Played:
    """Read the head of a journal, as a round that was broken off. Raises Malformed."""
    started = _aware(table, "started")
    identity = _text(table, "id")
    if not identity:
        raise Malformed(_wrong("id", _("a text")))
    return Played(
        id=identity,
        player=_text(table, "player"),
        bank=_text(table, "bank"),
        mode=_text(table, "mode"),
        started=started,
        seconds=0.0,
        outcome="interrupted",
        correct=0,
        points=0,
        answers=(),
    )


def decode_answer(table: object) -> Answer:
    """Read an answer from a parsed table; keys that are not known are ignored. Raises Malformed."""
    if not isinstance(table, dict):
        raise Malformed(_("an answer is not a table"))
    correct = table.get("correct")
    if not isinstance(correct, bool):
        raise Malformed(_wrong("correct", _("true or false")))
    return Answer(
        question=_text(table, "question"),
        category=_text(table, "category"),
        prompt=_text(table, "prompt"),
        answer=_text(table, "answer"),
        chosen=_text(table, "chosen"),
        correct=correct,
        seconds=_seconds(table, "seconds"),
        limit=_count(table, "limit"),
        points=_count(table, "points"),
        bank=_text(table, "bank") if "bank" in table else "",
    )


_KNOWN_AT_START = ("id", "player", "bank", "mode", "started")


def _round(played: Played) -> Iterable[str]:
    yield f"id = {_quote(played.id)}"
    yield f"player = {_quote(played.player)}"
    yield f"bank = {_quote(played.bank)}"
    yield f"mode = {_quote(played.mode)}"
    yield f"started = {_moment(played.started)}"
    yield f"seconds = {_decimal(played.seconds)}"
    yield f"outcome = {_quote(played.outcome)}"
    yield f"correct = {played.correct}"
    yield f"points = {played.points}"


def _answer(answer: Answer) -> Iterable[str]:
    yield f"question = {_quote(answer.question)}"
    if answer.bank:
        yield f"bank = {_quote(answer.bank)}"
    yield f"category = {_quote(answer.category)}"
    yield f"prompt = {_quote(answer.prompt)}"
    yield f"answer = {_quote(answer.answer)}"
    yield f"chosen = {_quote(answer.chosen)}"
    yield f"correct = {'true' if answer.correct else 'false'}"
    yield f"seconds = {_decimal(answer.seconds)}"
    yield f"limit = {answer.limit}"
    yield f"points = {answer.points}"


def _quote(text: str) -> str:
    # One clean line holds no control character, so that only these two need an escape (TOML 1.0,
    # basic strings).
    return '"' + one_line(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _decimal(seconds: float) -> str:
    whole, _point, part = f"{seconds:.3f}".partition(".")
    return f"{whole}.{part.rstrip('0') or '0'}"


def _moment(moment: datetime) -> str:
    aware = moment.astimezone() if moment.tzinfo is None else moment
    offset = aware.utcoffset() or timedelta()
    minutes = timedelta(minutes=round(offset / timedelta(minutes=1)))  # TOML has no finer offset
    if minutes == offset:  # also at the ends of the calendar, where there is no UTC
        return aware.replace(tzinfo=timezone(offset)).isoformat(timespec="seconds")
    return aware.astimezone(timezone(minutes)).isoformat(timespec="seconds")


def _text(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str):
        raise Malformed(_wrong(key, _("a text")))
    return _line(value)


def _aware(table: Mapping[str, Any], key: str) -> datetime:
    value = table.get(key)
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise Malformed(_wrong(key, _("a date and time with its offset")))
    return value


def _count(table: Mapping[str, Any], key: str) -> int:
    value = table.get(key)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _LARGEST:
        raise Malformed(_wrong(key, _("a whole number from 0")))
    return value


def _seconds(table: Mapping[str, Any], key: str) -> float:
    value = table.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Malformed(_wrong(key, _("a number of seconds")))
    if not 0 <= value <= _LARGEST:  # which no infinity is, and no “not a number”
        raise Malformed(_wrong(key, _("a number of seconds")))
    return float(value)


def _outcome(table: Mapping[str, Any]) -> Outcome:
    value = table.get("outcome")
    for outcome in _OUTCOMES:
        if value == outcome:
            return outcome
    raise Malformed(_wrong("outcome", ", ".join(_OUTCOMES)))


def _wrong(key: str, expected: str) -> str:
    return _("“{key}” is missing or not {expected}").format(key=key, expected=expected)
