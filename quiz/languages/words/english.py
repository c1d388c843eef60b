"""English words: stems by Snowball's algorithm, articles, number."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from quiz.languages.words import phrases
from quiz.languages.words.alone import alone
from quiz.languages.words.protocol import Misfit, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"(an?|the) (?=\w)", re.IGNORECASE)
_LEADING = re.compile(r"^(?:(?:in|at|on|to|from) (?=\w))?(?:(?:the|an?) (?=\w))?", re.IGNORECASE)
_INFINITIVE = re.compile(r"to (?!the |an? )[a-z]+")
_ENDS_IN_ARTICLE = re.compile(r"\b(an?)\b[\s_.…:?]*$", re.IGNORECASE)
_PLURAL_STEM = re.compile(
    r"(?:what|who) (?:are|were) (?:the )?\w+s\b|(?:which|what) (?:two|three|four|\w+[^su\W]s) ",
    re.IGNORECASE,
)
_SINGULAR_STEM = re.compile(
    r"(?:what|who) (?:is|was) an? |(?:which|what) \w*[^s\W] (?:is|was|has) ", re.IGNORECASE
)
_PLURAL = re.compile(r"[a-z]+(?: [a-z]+)*[a-z][^siu\W]s")
# A letter is no sound: "a university", "an hour" (The Chicago Manual of Style, 7.33).
_CONSONANT_SOUND = re.compile(r"uni(?!n|m)|use|usu|euro?|ewe|one\b|once|ut[ei]|ur[aio]n|u-")
_VOWEL_SOUND = re.compile(r"[aeiou]|hour|honest|honou?r|heir|8|11\b|18\b")
_LETTERS_READ_WITH_A_VOWEL = "AEFHILMNORSX"


class EnglishWords:
    """English, without a dictionary: two words are one where Snowball gives them one stem."""

    code = "en"
    inflects = True

    def __init__(self) -> None:
        """Load the stemmer."""
        import snowballstemmer  # type: ignore[import-untyped]  # noqa: PLC0415 - loads with the language

        self._stem = snowballstemmer.stemmer("english").stemWord
        self._known = cache(self._token)
        self._stop = phrases.word_list("en", "stop")
        self._irregular: dict[str, str] = phrases.table("en")["irregular"]

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Cut a text into its words and numbers."""
        return tuple(map(self._known, _WORD.findall(text)))

    def _token(self, word: str) -> Token:
        lower = _POSSESSIVE.sub("", word.lower().replace("’", "'"))
        if lower in self._stop:
            return Token(word, (lower,), content=False)
        base = self._irregular.get(lower, lower)
        return Token(word, (self._stem(base) if base.isalpha() else base,), len(word) > 1)

    def find(self, kind: str, text: str) -> str:
        """Return the first phrase of a kind in a text, or nothing."""
        return phrases.find("en", kind, text)

    def name(self, text: str) -> tuple[str, ...]:
        """Return a name's words in lower case, without articles and leading prepositions."""
        words = _WORD.findall(_LEADING.sub("", text))
        return tuple(_POSSESSIVE.sub("", word.lower()) for word in words)

    def acts(self, text: str) -> bool:
        """Whether an option begins with "to" and a verb, or what looks like one."""
        return bool(_INFINITIVE.match(text))

    def misfits(self, stem: str, options: Sequence[str]) -> Iterator[Misfit]:
        """Find options ruled out by "a" or "an" before them, by their article or their number."""
        before = _ENDS_IN_ARTICLE.search(stem)
        if before:
            wanted = before[1].lower()
            fits = [_sounds(option) in {wanted, ""} for option in options]
            if fits[0]:
                yield from (Misfit(n, "article", wanted) for n, fit in enumerate(fits) if not fit)
            return
        yield from _by_article(options)
        yield from _by_number(stem, options)


def _sounds(option: str) -> str:
    """Return the indefinite article that goes before an option; nothing where both may."""
    first = option.split(maxsplit=1)[0]
    if first.isupper() and len(first) > 1 and first.isalpha():
        return "an" if first[0] in _LETTERS_READ_WITH_A_VOWEL else "a"
    lower = option.lower()
    if not lower[0].isalnum():
        return ""
    return "an" if _VOWEL_SOUND.match(lower) and not _CONSONANT_SOUND.match(lower) else "a"


def _by_article(options: Sequence[str]) -> Iterator[Misfit]:
    """Tell the key from the others by its article, where all name one thing in common words."""
    if any(_plural(option) or option != option.lower() for option in options):
        return
    if any(len(_ARTICLE.sub("", option).split()) > 2 for option in options):
        return
    has = [bool(_ARTICLE.match(option)) for option in options]
    if alone(has) and all(_bare(option).isalpha() for option in options):
        yield Misfit(0, "article", "")


def _by_number(stem: str, options: Sequence[str]) -> Iterator[Misfit]:
    singular = [bool(re.match(r"an? ", option)) for option in options]
    plural = [_plural(option) for option in options]
    if _PLURAL_STEM.match(stem) and not singular[0]:
        yield from (Misfit(n, "number", "plural") for n, one in enumerate(singular) if one)
    elif _SINGULAR_STEM.match(stem) and singular[0]:
        yield from (Misfit(n, "number", "singular") for n, many in enumerate(plural) if many)


def _plural(option: str) -> bool:
    return not _ARTICLE.match(option) and bool(_PLURAL.fullmatch(option))


def _bare(option: str) -> str:
    return _ARTICLE.sub("", option).replace(" ", "")
