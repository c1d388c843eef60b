"""What the tests of Polish distractors share: reading a text, and what stands beside a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.polish import Polish
from quiz.languages.polish.options import rivals

if TYPE_CHECKING:
    from datetime import date

    from quiz.languages.polish.document import PolishDocument

POLISH = Polish()
MORPHOLOGY = POLISH.read("Tak.", None).morphology


def read(text: str, published: date | None = None) -> PolishDocument:
    return POLISH.read("Wstęp do sprawy.\n\n" + text, published)


def others(
    text: str, kind: str, key: str, published: date | None = None, **how: object
) -> tuple[str, ...]:
    doc = read(text, published)
    fact = next(f for f in doc.facts if f.kind == kind and key in (f.base, f.text))
    return rivals(doc, fact, **how)  # type: ignore[arg-type]  # as a caller would write them
