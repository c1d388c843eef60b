"""The page of every rule: why it is one, with a bad and a good example in Polish and in English."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

from quiz.base.errors import QuizError
from quiz.base.language import _, code
from quiz.base.text import one_line
from quiz.base.vocabulary import LANGUAGES
from quiz.check.report import severity
from quiz.check.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.check.rule import Rule

_DATA = Path(__file__).parent / "data"
_WIDEST = 96


@dataclass(frozen=True, slots=True)
class Page:
    """What is said about a rule in one language of the interface.

    `bad` and `good` hold example questions, as tables of the bank format, by their language.
    """

    title: str
    why: str
    source: str
    bad: Mapping[str, Sequence[Mapping[str, Any]]]
    good: Mapping[str, Sequence[Mapping[str, Any]]]


@cache
def _tables() -> dict[str, Any]:
    import tomli  # noqa: PLC0415 - read when a page is first asked for

    found: dict[str, Any] = {}
    for path in sorted(_DATA.glob("*.toml")):
        found |= tomli.loads(path.read_text(encoding="utf-8"))
    return found


def page_of(rule: str, language: str) -> Page:
    """Return the page of a rule by its code, written in "pl" or "en"."""
    table = _tables()[rule]
    return Page(
        title=table[language]["title"],
        why=table[language]["why"],
        source=table.get("source", ""),
        bad={of: table[of]["bad"] for of in LANGUAGES},
        good={of: table[of]["good"] for of in LANGUAGES},
    )


def listing() -> str:
    """Return every rule in a line: code, severity, name and title."""
    language = code()
    lines = []
    for rule in RULES.values():
        title = page_of(rule.code, language).title
        lines.append(f"{rule.code}  {severity(rule.severity):11} {rule.name:20} {title}")
    told = _("newsquiz check --explain CODE says why, with a bad and a good example.")
    return "\n".join([*lines, "", told])


def page(name: str) -> str:
    """Return the page of a rule by its code or name. Raises QuizError where there is no such."""
    rule = _find(name)
    language = code()
    found = page_of(rule.code, language)
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    blocks = [
        f"{rule.code} {rule.name} ({severity(rule.severity)})\n{found.title}",
        "\n\n".join(fill(part, width) for part in found.why.strip().split("\n\n")),
    ]
    for of in sorted(LANGUAGES, key=lambda one: one != language):
        blocks.append(f"{_('Bad')} ({of}):\n{_questions(found.bad[of])}")
        blocks.append(f"{_('Good')} ({of}):\n{_questions(found.good[of])}")
    if found.source:
        blocks.append(fill(_("Source: {source}").format(source=found.source), width))
    blocks.append(
        fill(
            _("A question may break the rule on purpose: {example}").format(
                example=f'allow = [{{ rule = "{rule.code}", reason = "…" }}]'
            ),
            width,
        )
    )
    return "\n\n".join(blocks)


def _find(name: str) -> Rule:
    for rule in RULES.values():
        if name.casefold() in {rule.code.casefold(), rule.name}:
            return rule
    known = [*RULES, *(rule.name for rule in RULES.values())]
    near = get_close_matches(name[:40], known, n=1)
    hint = near[0] if near else next(iter(RULES))
    message = _(
        "there is no rule {name}: did you mean {near}? `newsquiz check --explain` lists all rules"
    )
    raise QuizError(message.format(name=one_line(name)[:40] or '""', near=hint))


_KEYS = ("explanation", "evidence", "shuffle", "seconds", "allow")


def _questions(questions: Sequence[Mapping[str, Any]]) -> str:
    return "\n".join(_question(one) for one in questions)


def _question(table: Mapping[str, Any]) -> str:
    from quiz.banks.write import toml  # noqa: PLC0415 - brings a writer

    lines = [f"  {table['prompt']}", f"    + {table['answer']}"]
    lines += [f"    - {distractor}" for distractor in table["distractors"]]
    lines += [f"    {key} = {toml(table[key])}" for key in _KEYS if key in table]
    return "\n".join(lines)
