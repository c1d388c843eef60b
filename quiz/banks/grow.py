"""Adding sources and questions to a bank that somebody may have edited: nothing of it changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.banks.desk import Draft
from quiz.banks.edit import UnsuitedError
from quiz.banks.problems import BankError, Problem
from quiz.banks.read import parse_bank
from quiz.banks.syntax import line_end, line_start, statements
from quiz.banks.write import source_block
from quiz.base.language import _
from quiz.base.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.banks.models import Question, Source


def grown(
    draft: Draft, sources: Sequence[Source], questions: Sequence[Question], name: str
) -> Draft:
    """Return a bank with more sources, behind those it has, and more questions, at its end.

    Every byte of its text stays, in order. `name` is what problems call its file. Raises BankError
    where the bank would not be valid, or is laid out in a way that nothing can be added to.
    """
    text = draft.text.text
    if sources:
        text = _with_sources(text, sources, draft.text.newline, name)
    grown_ = Draft.of(text, name)
    for question in questions:
        grown_ = grown_.insert(len(grown_.bank.questions), question)
    bank = draft.bank
    wanted = replace(
        bank,
        sources=(*bank.sources, *sources),
        questions=(*bank.questions, *questions),
    )
    if parse_bank(grown_.text.text, name) != wanted:
        raise _unsuited(name)
    return grown_


def _with_sources(text: str, sources: Sequence[Source], newline: str, name: str) -> str:
    block = newline.join(source_block(source).replace("\n", newline) for source in sources)
    at, inside, first_table = -1, False, -1
    for statement in statements(text):
        if statement.kind == "pair":
            if statement.key[0] == "sources" and first_table < 0:
                raise _unsuited(name)
        else:
            inside = statement.key[0] == "sources"
            if first_table < 0:
                first_table = line_start(text, statement.start)
        if inside:
            at = line_end(text, statement.end)
    if at >= 0:
        return text[:at] + newline * 2 + block.removesuffix(newline) + text[at:]
    if first_table < 0:
        gap = "" if text.endswith("\n") or not text else newline
        return text + gap + newline + block
    # Remarks right above the first table are about it.
    at = _above(text, first_table)
    gap = newline if text[:at].strip() and not text[:at].endswith("\n" + newline) else ""
    return text[:at] + gap + block + newline + text[at:]


def _above(text: str, at: int) -> int:
    while at > 0:
        above = line_start(text, at - 1)
        if not text[above:at].lstrip(" \t").startswith("#"):
            break
        at = above
    return at


def _unsuited(name: str) -> BankError:
    message = _(
        "nothing can be added to this bank: its sources are no tables that each begin with a line "
        "[[sources]]"
    )
    return UnsuitedError([Problem(one_line(name), 0, 0, message)])
