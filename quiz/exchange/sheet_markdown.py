"""A test sheet in Markdown (CommonMark), to be edited or turned into something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.exchange.protocol import Format, Writing
from quiz.exchange.sheet import LETTERS, citations, variants, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.banks.models import Bank
    from quiz.exchange.protocol import Wishes
    from quiz.exchange.sheet import Asked, Variant

_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>#|~&$^])")
_AT_START = re.compile(r"^(\s*)([-+=:]|\d+(?=[.)]))", re.MULTILINE)


def write(bank: Bank, wishes: Wishes) -> Writing:
    """Write test sheets one below the other, and their keys after them if wished."""
    sheets = variants(bank, wishes)
    parts = [_sheet(bank, sheet, many=len(sheets) > 1) for sheet in sheets]
    if wishes.key:
        parts += [_key(bank, sheet, many=len(sheets) > 1) for sheet in sheets]
    return Writing("\n---\n\n".join(parts).encode("utf-8"), len(bank.questions))


def _sheet(bank: Bank, sheet: Variant, *, many: bool) -> str:
    said = words(bank)
    blank = r"\_" * 12
    fields = (
        f"{said['name']}: {blank}{blank}  {said['class']}: {blank}  {said['date']}: {blank}  "
        f"{said['points']}: {blank} / {len(sheet.asked)}"
    )
    questions = "\n".join(_question(asked) for asked in sheet.asked)
    return f"{_head(bank, sheet, '', many=many)}\n{fields}\n\n*{said['task']}*\n\n{questions}"


def _head(bank: Bank, sheet: Variant, kind: str, *, many: bool) -> str:
    parts = [escape(bank.title), kind]
    parts.append(f"{words(bank)['variant']} {sheet.name}" if many else "")
    return f"# {' – '.join(part for part in parts if part)}\n"


def _question(asked: Asked) -> str:
    options = "".join(
        f"- {letter}. {escape(option)}\n"
        for letter, option in zip(LETTERS, asked.options, strict=False)
    )
    return f"**{asked.number}.** {escape(asked.question.prompt)}\n\n{options}"


def _key(bank: Bank, sheet: Variant, *, many: bool) -> str:
    cited = citations(bank)
    answers = "\n".join(_answer(asked, cited) for asked in sheet.asked)
    return f"{_head(bank, sheet, words(bank)['key'], many=many)}\n{answers}"


def _answer(asked: Asked, cited: Mapping[str, str]) -> str:
    question = asked.question
    lines = [f"**{asked.number}. {asked.letter}.** {escape(question.answer)}\n"]
    if question.explanation:
        lines.append(escape(question.explanation) + "\n")
    for one in question.evidence:
        quoted = escape(f"{one.quote}\n— {cited[one.source]}").replace("\n", "\n> ")
        lines.append(f"> {quoted}\n")
    return "\n".join(lines)


def escape(text: str) -> str:
    """Write plain text so that Markdown shows it as it is; a new line breaks the line."""
    text = _MEANS_SOMETHING.sub(r"\\\1", text)
    text = _AT_START.sub(lambda found: f"{found[1]}{_escaped(found[2])}", text)
    return re.sub(r"(?<=[^\n])\n(?=[^\n])", "\\\\\n", text)


def _escaped(start: str) -> str:
    # A number that begins a list is escaped behind its digits.
    return f"{start}\\" if start.isdigit() else f"\\{start}"


FORMAT = Format(
    name="markdown",
    title="Markdown",
    suffix=".md",
    holds=frozenset({"id", "category", "explanation", "evidence", "shuffle"}),
    recognise=None,
    read=None,
    write=write,
)
