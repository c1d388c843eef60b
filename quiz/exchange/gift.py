"""GIFT, Moodle's plain-text format (`quiz.exchange.gift_parse` holds its grammar)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.exchange.decode import decode
from quiz.exchange.folders import path
from quiz.exchange.gift_parse import Choice, Entry, Formatted, parse
from quiz.exchange.languages import TRUE_FALSE
from quiz.exchange.place import is_true_false, placed
from quiz.exchange.plaintext import Plain, plain
from quiz.exchange.protocol import Format, Item, Option, Skipped, Writing, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.banks.models import Bank, Question
    from quiz.exchange.peek import Peek
    from quiz.exchange.protocol import Wishes

_SPECIAL = re.compile(r"[\\~=#{}:]")
_BRACES = re.compile(r"\\.|(\{(?:\\.|[^{}\\])*\})", re.DOTALL)
_LIKE = re.compile(r"^(?:::|\$CATEGORY:)|\{\s*(?:[=~#]|T\b|F\b|TRUE\b|FALSE\b|\})", re.MULTILINE)


def read(data: bytes) -> Iterator[Item | Skipped]:
    """Read the questions of a GIFT file. Raises UnreadableError where it is no text."""
    category = ""
    for entry in parse(decode(data)):
        if entry.kind == "category":
            category = entry.title
        else:
            yield _item(entry, category)


def _item(entry: Entry, category: str) -> Item | Skipped:
    what = excerpt(plain(entry.stem.text, entry.stem.format).text or entry.title)
    if reason := entry.problem or _reasons().get(entry.kind):
        return Skipped(entry.line, what, reason)
    prompt = _plain(entry.stem)
    choices = [_plain(choice.text) for choice in entry.choices]
    media = prompt.media + sum(choice.media for choice in choices)
    if media:
        return Skipped(entry.line, what, _("it has a picture, a sound or a film, and a bank none"))
    general, *feedback = map(
        _plain, [entry.general, *entry.feedback, *(choice.feedback for choice in entry.choices)]
    )
    left_out = []
    if general.media or any(told.media for told in feedback):
        left_out.append(_("a picture, a sound or a film in its feedback is left out"))
    if any(choice.weight not in {None, 0, 100} for choice in entry.choices):
        left_out.append(_("shares of the points are left out: only the right answer counts"))
    common = {
        "line": entry.line,
        "prompt": prompt.text,
        "id": entry.id,
        "title": entry.title,
        "explanation": general.text,
        "category": category,
        "tags": entry.tags,
        "left_out": tuple(left_out),
    }
    if entry.kind == "true or false":
        wrong, right = feedback[:2]
        told = (right.text, wrong.text) if entry.truth else (wrong.text, right.text)
        options = tuple(
            Option("", holds is entry.truth, text)
            for holds, text in zip((True, False), told, strict=True)
        )
        return Item(truth=entry.truth, options=options, **common)  # type: ignore[arg-type]
    options = tuple(
        Option(text.text, right, told.text, choice.weight)
        for choice, text, told, right in zip(
            entry.choices, choices, feedback[2:], _right(entry.choices), strict=True
        )
    )
    return Item(options=options, **common)  # type: ignore[arg-type]


def _right(choices: tuple[Choice, ...]) -> list[bool]:
    """Say which choices are right: those marked so, or without a mark those that bring points."""
    if any(choice.right for choice in choices):
        return [choice.right or choice.weight == 100 for choice in choices]
    return [(choice.weight or 0) > 0 for choice in choices]


def _plain(text: Formatted | None) -> Plain:
    return plain(text.text, text.format) if text else Plain("")


def _reasons() -> dict[str, str]:
    return {
        "description": _("it is a description, which asks nothing"),
        "essay": _("it is an essay question, and a bank holds multiple choice only"),
        "matching": _("it is a matching question, and a bank holds multiple choice only"),
        "numerical": _("it is a numerical question without options to choose from"),
        "short answer": _("it is a short-answer question without wrong options"),
    }


def write(bank: Bank, _wishes: Wishes) -> Writing:
    """Write a bank as GIFT. The name of a question and its id are the bank's."""
    parts = [f"// {_comment(bank.title)}\n"]
    category = ""
    for question in bank.questions:
        if question.category != category:
            category = question.category
            parts.append(f"$CATEGORY: {path(bank.title, category)}\n")
        parts.append(_question(question, bank.language))
    return Writing("\n".join(parts).encode("utf-8"), len(bank.questions))


def _question(question: Question, language: str) -> str:
    texts = [question.prompt, question.answer, *question.distractors, question.explanation]
    # What would be taken for HTML is marked as plain text, for all of the question at once.
    kind = "plain" if any("<" in text or "&" in text for text in texts) else ""
    tags = "".join(f" [tag:{_in_comment(tag)}]" for tag in question.tags)
    head = f"// [id:{_in_comment(question.id)}]{tags}\n::{_escape(question.id)}::"
    stem = _text(question.prompt, kind)
    general = f"####{_text(question.explanation, '')}" if question.explanation.strip() else ""
    if is_true_false(question, language):
        truth = "TRUE" if question.answer == TRUE_FALSE[language][0] else "FALSE"
        return f"{head}{stem}{{{truth}{general}}}\n"
    options = "".join(
        f"\t{'=' if option == question.answer else '~'}{_text(option, '')}\n"
        for option in placed(question, language)
    )
    last = f"\t{general}\n" if general else ""
    return f"{head}{stem}{{\n{options}{last}}}\n"


def _text(text: str, kind: str) -> str:
    # A text that begins like the name of a format, or like a weight, needs a format before it.
    kind = kind or ("plain" if text.startswith(("[", "%")) else "")
    mark = f"[{kind}]" if kind else ""
    return mark + _escape(text)


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text).replace("\n", "\\n")


def _in_comment(text: str) -> str:
    # A backslash before the closing bracket would escape it.
    return text.replace("]", "\\]") + (" " if text.endswith("\\") else "")


def _comment(text: str) -> str:
    return text.replace("[", "(").replace("]", ")")


def recognise(peek: Peek) -> bool:
    """Tell GIFT by a pair of braces that hold answers."""
    return any(found[1] for found in _BRACES.finditer(peek.text)) and bool(_LIKE.search(peek.text))


FORMAT = Format(
    name="gift",
    title="GIFT",
    suffix=".gift",
    holds=frozenset({"id", "category", "explanation", "tags"}),
    recognise=recognise,
    read=read,
    write=write,
)
