"""From ranked drafts to a bank."""

from __future__ import annotations

import random
import re
import zlib
from typing import TYPE_CHECKING, get_args

from quiz.banks.models import Bank, Category, Evidence, Question, Source
from quiz.banks.models import Language as Code
from quiz.generate.rank import rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.generate.article import Article
    from quiz.languages import Draft, Language

DISTRACTORS = 3


def question(draft: Draft, source: str, seed: int) -> Question:
    """Turn a draft into a question; its id depends on what it asks, not on its place."""
    digest = zlib.crc32(f"{draft.prompt}|{draft.answer}".encode())
    others = list(draft.rivals[:DISTRACTORS])
    random.Random(f"{seed}{digest}").shuffle(others)  # noqa: S311  # order, no secret
    category = next(c for c in get_args(Category) if c == draft.category)
    return Question(
        id=f"{draft.category}-{digest:08x}",
        prompt=draft.prompt,
        answer=draft.answer,
        distractors=tuple(others),
        category=category,
        explanation=draft.explanation,
        evidence=tuple(Evidence(source=source, quote=q) for q in draft.quotes),
        status="draft",
        note=draft.note,
    )


def _slug(text: str) -> str:
    plain = text.lower().translate(str.maketrans("ąćęłńóśźż", "acelnoszz"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "article"


def make_bank(
    articles: Sequence[Article], language: Language, title: str, count: int | None, seed: int
) -> Bank:
    """Draft a bank from articles; the same articles and seed give the same bank."""
    sources: list[Source] = []
    drafts: list[tuple[Draft, str]] = []
    for article in articles:
        name = _slug(article.title)
        while any(s.id == name for s in sources):
            name += "-2"
        sources.append(
            Source(id=name, title=article.title, publisher=article.publisher or None,
                   published=article.published, url=article.url or None)
        )  # fmt: skip
        document = language.read(article.text, article.published)
        drafts += [(d, name) for d in rank(language.drafts(document), count)]
    if count is not None:
        drafts = sorted(drafts, key=lambda pair: -pair[0].certainty)[:count]
    questions = {q.id: q for d, name in drafts for q in [question(d, name, seed)]}
    code: Code = "pl" if language.code == "pl" else "en"
    return Bank(
        format=1, title=title or articles[0].title, language=code,
        sources=tuple(sources), questions=tuple(questions.values()),
    )  # fmt: skip
