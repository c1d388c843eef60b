"""Whether more than one option is right, or two of them are the same."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from quiz.banks.problems import shown
from quiz.base.language import _
from quiz.check.finding import Severity
from quiz.check.rule import Mark, Rule, place
from quiz.languages.words import get_words
from quiz.languages.words.names import Names, get_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.check.asked import Asked
    from quiz.check.measures import Span


def several_right(asked: Asked) -> Iterator[Mark]:
    """Find two options that say the same, or of which one holds the answer in it."""
    names = _names(asked.language)
    for at in range(len(asked.options)):
        for other in range(at + 1, len(asked.options)):
            if _same(asked, at, other, names):
                if at == 0:
                    message = _("{other} means the same as the answer {option}: write a wrong one")
                else:
                    message = _(
                        "{other} means the same as {option}, so that neither can be the answer: "
                        "write another one"
                    )
            elif at == 0 and _overlap(asked, other, names):
                message = _(
                    "the answer {option} and {other} can both be right, for one lies within the "
                    "other: choose options that exclude each other"
                )
            else:
                continue
            text = message.format(
                option=shown(asked.options[at]), other=shown(asked.options[other])
            )
            yield Mark(text, *place(other))


@cache
def _names(language: str) -> Names:
    return get_names(language, get_words(language).name)


def _same(asked: Asked, one: int, other: int, names: Names) -> bool:
    a, b = asked.spans[one], asked.spans[other]
    if a is not None and b is not None:
        return a == b and not a.open and asked.question.category in {"dates", "numbers"}
    first, second = asked.options[one], asked.options[other]
    if _initials(first, second) or _initials(second, first):
        return True
    same = names.canonical(asked.names[one])
    return bool(same) and same == names.canonical(asked.names[other])


def _initials(short: str, long: str) -> bool:
    """Whether one option is made of the first letters of the other: "UN", "United Nations"."""
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha()):
        return False
    words = [word for word in long.replace("-", " ").split() if word[0].isalpha()]
    names = [word for word in words if word[0].isupper()]
    return len(words) > 1 and any(
        "".join(word[0] for word in some).upper() == letters for some in (words, names)
    )


def _overlap(asked: Asked, other: int, names: Names) -> bool:
    key, span = asked.spans[0], asked.spans[other]
    if key is not None and span is not None:
        return _spans_overlap(key, span)
    mine, theirs = asked.names[0], asked.names[other]
    if names.inside(mine, theirs) or names.inside(theirs, mine):
        return True
    if asked.question.category != "people":
        return False
    short, long = sorted((mine, theirs), key=len)
    return len(short) == 1 and len(long) > 1 and short[0] == long[-1] and len(short[0]) > 2


def _spans_overlap(key: Span, other: Span) -> bool:
    if key.kind != other.kind or (key.open and other.open):
        return False
    if key.low == key.high == other.low == other.high:
        return False
    return (key.low < other.high and other.low < key.high) or key.holds(other) or other.holds(key)


RULES = (Rule("NQ206", "several-right", Severity.ERROR, several_right),)
