"""Questions and banks made of few words, and what the checker finds in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from quiz.banks.models import Allowance, Bank, Category, Evidence, Question, Source
from quiz.banks.models import Language as Code
from quiz.check.engine import check_banks
from quiz.check.quotes import SourceText

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.check.finding import Finding

SOURCE = "The Vistula is the longest river of Poland.\nWisła to najdłuższa rzeka Polski."
QUOTES = {"en": "The Vistula is the longest river of Poland.", "pl": "Wisła to najdłuższa rzeka"}


def question(table: Mapping[str, Any], language: str, number: int = 0) -> Question:
    """Make a question of a table of the bank format; what it leaves out is as it should be."""
    category = table.get("category", "things")
    evidence = table.get("evidence", [{"source": "text", "quote": QUOTES[language]}])
    return Question(
        id=table.get("id", f"q{number}"),
        prompt=table["prompt"],
        answer=table["answer"],
        distractors=tuple(table["distractors"]),
        category=next(one for one in get_args(Category) if one == category),
        explanation=table.get("explanation", "It says so."),
        evidence=tuple(Evidence(**proof) for proof in evidence),
        seconds=table.get("seconds"),
        shuffle=table.get("shuffle", True),
        allow=tuple(Allowance(**allowed) for allowed in table.get("allow", [])),
    )


def bank(tables: Sequence[Mapping[str, Any]], language: str) -> Bank:
    code: Code = "pl" if language == "pl" else "en"
    questions = tuple(question(table, language, n) for n, table in enumerate(tables))
    source = Source(id="text", title="A text", path="text.md")
    return Bank(format=1, title="T", language=code, sources=(source,), questions=questions)


def findings(
    tables: Sequence[Mapping[str, Any]], language: str, source: str = SOURCE
) -> list[Finding]:
    return check_banks([(bank(tables, language), {"text": SourceText(source)})])[0]


def codes(tables: Sequence[Mapping[str, Any]], language: str) -> set[str]:
    return {finding.code for finding in findings(tables, language)}


def short(line: str) -> dict[str, Any]:
    """Read "prompt | answer | distractor | distractor @category" as a table."""
    text, _, category = line.partition(" @")
    prompt, answer, *distractors = (part.strip() for part in text.split("|"))
    table: dict[str, Any] = {"prompt": prompt, "answer": answer, "distractors": distractors}
    return table | ({"category": category.strip()} if category else {})
