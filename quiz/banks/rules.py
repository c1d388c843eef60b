"""What must hold between the fields of a bank, beyond what each of them may be.

The rules work on the parsed table rather than on a bank, so that a wrong type in one place hides
nothing that is wrong in another.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING, Any

from quiz.banks.problems import HINTS, Finding, shown
from quiz.base.fold import fold_all
from quiz.base.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DRIVE = re.compile(r"[A-Za-z]:")


def broken_rules(table: Mapping[str, Any], most: int | None = None) -> Iterator[Finding]:
    """Find equal ids, equal options, evidence without its source and paths that lead outside.

    With `most`, the first so many of each.
    """
    sources = _tables(table.get("sources"))
    questions = _tables(table.get("questions"))
    for found in (
        _equal_ids("sources", sources),
        _equal_ids("questions", questions),
        _paths(sources),
        _evidence(sources, questions),
        _equal_options(questions),
    ):
        yield from islice(found, most)


def _tables(value: object) -> list[tuple[int, dict[str, Any]]]:
    if not isinstance(value, list):
        return []
    return [(at, item) for at, item in enumerate(value) if isinstance(item, dict)]


def _equal_ids(key: str, tables: list[tuple[int, dict[str, Any]]]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for at, table in tables:
        name = table.get("id")
        if not isinstance(name, str):
            continue
        if first.setdefault(name, at) != at:
            message = _("the id {id} was already given in line {line}: write another one")
            yield Finding(
                (key, at, "id"),
                message.replace("{id}", _braces(shown(name))),
                other=(key, first[name], "id"),
            )


def _braces(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _paths(sources: list[tuple[int, dict[str, Any]]]) -> Iterator[Finding]:
    for at, source in sources:
        path = source.get("path")
        if not isinstance(path, str):
            continue
        if "\\" in path:
            message = _("a path is written with / and not with \\, also on Windows")
        elif path.startswith(("/", "~")) or _DRIVE.match(path):
            message = _("the path must begin in the bank's folder: write it as in sources/name.md")
        elif ".." in path.split("/"):
            message = _("the path may not leave the bank's folder: take the .. out")
        else:
            continue
        yield Finding(("sources", at, "path"), message)


def _evidence(
    sources: list[tuple[int, dict[str, Any]]], questions: list[tuple[int, dict[str, Any]]]
) -> Iterator[Finding]:
    known = {source["id"] for _at, source in sources if isinstance(source.get("id"), str)}
    missing = 0
    for at, question in questions:
        for position, evidence in _tables(question.get("evidence")):
            name = evidence.get("source")
            if not isinstance(name, str) or name in known:
                continue
            path = ("questions", at, "evidence", position, "source")
            missing += 1
            near = get_close_matches(name[:80], known, n=1) if missing <= HINTS else []
            if near:
                message = _("no source has the id {id}: did you mean {near}?").format(
                    id=shown(name), near=shown(near[0])
                )
            else:
                message = _("no source has the id {id}: add it under [[sources]]").format(
                    id=shown(name)
                )
            yield Finding(path, message)


def _equal_options(questions: list[tuple[int, dict[str, Any]]]) -> Iterator[Finding]:
    texts: list[str] = []
    ends: list[int] = []
    for _at, question in questions:
        texts += [text for text in _options(question) if isinstance(text, str)]
        ends.append(len(texts))
    folded = fold_all(texts)
    begin = 0
    for (at, question), end in zip(questions, ends, strict=True):
        if len(set(folded[begin:end])) != end - begin:
            yield from _repeated(at, question, folded[begin:end])
        begin = end


def _options(question: dict[str, Any]) -> list[object]:
    """Return the answer and then the distractors, whatever they are."""
    distractors = question.get("distractors")
    return [question.get("answer"), *(distractors if isinstance(distractors, list) else ())]


def _repeated(at: int, question: dict[str, Any], folded: list[str]) -> Iterator[Finding]:
    texts = [(n, text) for n, text in enumerate(_options(question)) if isinstance(text, str)]
    first: dict[str, tuple[int, str]] = {}
    for option, (number, text) in zip(folded, texts, strict=True):
        earlier, same = first.setdefault(option, (number, text))
        if earlier == number:
            continue
        if earlier == 0:
            message = _("the distractor {option} is the answer {same}: write a wrong one")
        else:
            message = _("the distractor {option} is the same as {same}: write another one")
        yield Finding(
            ("questions", at, "distractors", number - 1),
            message.format(option=shown(text), same=shown(same)),
        )
