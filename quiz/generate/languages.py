"""The language to draft in: the one that was asked for, or the one that the articles are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.base.errors import QuizError
from quiz.base.language import _
from quiz.languages import Language, LanguageMissingError, get_language
from quiz.languages.recognise import CODES, recognise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.generate.article import Article

LEAST_KNOWN = 0.7
"""A text of whose lower-case words fewer are in the dictionary is in another language."""


def language_of(code: str) -> Language:
    """Load a language. Raises QuizError where there is none, or none of its dictionary."""
    try:
        return get_language(code)
    except LanguageMissingError as error:
        raise QuizError(str(error)) from None


def language_for(articles: Sequence[Article], code: str | None = None) -> Language:
    """Load the language `code`, or without one the language that all these articles are in.

    Raises QuizError where an article is in another language, for a bank has one.
    """
    told = code or _recognised(articles)
    language = language_of(told)
    for article in articles:
        require(article, language)
    return language


def require(article: Article, language: Language) -> None:
    """Raise QuizError where an article is not in a language."""
    known = language.knows(article.text)
    if known < LEAST_KNOWN:
        raise QuizError(
            _(
                "{name}: this does not read like a text in the language {code}: of 100 words "
                "its dictionary knows {n}"
            ).format(name=article.name, code=language.code, n=round(100 * known))
        )


def _recognised(articles: Sequence[Article]) -> str:
    """Return the code of the one language of these articles."""
    codes = {article.name: recognise(article.text) for article in articles}
    for name, code in codes.items():
        if not code:
            raise QuizError(
                _(
                    "{name}: this does not read like a text in a language there is ({codes}); "
                    "if it is one, say which with --language"
                ).format(name=name, codes=", ".join(CODES))
            )
    first = next(iter(codes))
    for name, code in codes.items():
        if code != codes[first]:
            raise QuizError(
                _(
                    "{name} is in another language ({code}) than {first} ({other}), and a bank has "
                    "one; make a bank of each"
                ).format(name=name, code=code, first=first, other=codes[first])
            )
    return codes[first]
