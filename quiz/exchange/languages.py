"""Which of the game's two languages a text is in, by its letters and its commonest words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

_LETTERS = re.compile("[ąćęłńśźż]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_POLISH = _words(
    "a aby ale bez był była było były być co czego czy czym dla do dniu gdy gdzie go ich ile jak "
    "jaka jaki jakie jakiego jako jest już kiedy kim kogo która które którego której który których "
    "któremu którym kto lat lub ma mają mi na nad nie nim o od oraz po pod podczas przed przez "
    "przy roku się są ta tak tego tej ten to tylko tym w we wśród z za ze że żeby"
)
_ENGLISH = _words(
    "an and are as at been by did does for from had has have he her his how if in is it its many "
    "much not of on or over she than that the their there they this was were what when where which "
    "who whom whose why will with would you"
)

TRUE_FALSE: dict[str, tuple[str, str]] = {"pl": ("Prawda", "Fałsz"), "en": ("True", "False")}
"""What the options of a true/false question are called in a language."""


def recognise(texts: Iterable[str]) -> Literal["pl", "en"] | None:
    """Say which language the texts are in; None where neither is plainly ahead of the other."""
    polish = english = 0
    for text in texts:
        polish += len(_LETTERS.findall(text))
        for word in _WORD.findall(text.casefold()):
            polish += word in _POLISH
            english += word in _ENGLISH
    if polish > 2 * english:
        return "pl"
    return "en" if english > 2 * polish else None
