"""Words for checking questions: lists, dictionary forms and agreement, a module a language.

Apart from the generator's languages, which write questions: what reads one needs far less, and has
to work where no dictionary is installed.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from quiz.languages.words.protocol import Misfit, Token, Words

if TYPE_CHECKING:
    from quiz.languages.protocol import LanguageMissingError

__all__ = ["Misfit", "Token", "Words", "get_words", "missing"]


@cache
def get_words(code: str) -> Words:
    """Return the words of a language of banks, "pl" or "en"; dictionaries load at first use."""
    if code == "pl":
        from quiz.languages.words.polish import PolishWords  # noqa: PLC0415 - loads a dictionary

        return PolishWords()
    from quiz.languages.words.english import EnglishWords  # noqa: PLC0415 - loads a stemmer

    return EnglishWords()


def missing(code: str) -> LanguageMissingError | None:
    """Return what keeps a language from knowing dictionary forms; its text is for the user."""
    words = get_words(code)
    return getattr(words, "missing", None)
