"""What an acronym stands for: "Europejska Agencja Leków (EMA)"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from quiz.languages.chance import chance, mixed
from quiz.languages.polish.building import Statement
from quiz.languages.polish.knowledge import organisation_groups
from quiz.languages.polish.options.bodies import related
from quiz.languages.polish.options.decline import decline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.names import Name

NOTE = "Sprawdź, czy nazwa jest podana w całości."
LONGEST = 3
"""Letters of an acronym that do not yet tell of how many words, and of which, a name is."""
_TELLING = re.compile(r"[^\W\d_]{3,}")
"""Words whose initials make an acronym."""


def abbreviations(ask: Asker) -> None:
    """Ask what every acronym in brackets stands for, unless its letters tell."""
    asked: set[str] = set()
    for whole, short in _pairs(ask):
        told = _meant(ask, whole, short)
        if short in asked or not whole.sure or not told or _spelled(short, told):
            continue
        if len(short) > LONGEST:
            continue
        rivals = _others(ask, short, told)
        sentence = ask.doc.sentences[whole.sentence]
        s = Statement(sentence, (), 0, None, sentences=(sentence.number,))
        asked.add(short)
        ask.add(
            s, f"Co oznacza skrót {short}?", told, rivals, "organisations",
            ask.fact(whole.kind, whole.first), 0.6, NOTE,
            explanation=f"Skrót {short} oznacza: {told}.", timeless=True,
        )  # fmt: skip


def _pairs(ask: Asker) -> Iterator[tuple[Name, str]]:
    names = ask.doc.names
    for one, other in pairwise(names):
        short = ask.doc.span(other.first, other.last)
        if ask.doc.aliases.get(short) == one.base and other.first == one.last + 1:
            yield one, short


def _meant(ask: Asker, whole: Name, short: str) -> str:
    """Return what an acronym is known to stand for, if that is what the name ends with.

    "Grupa Pracodawców Europejskiego Komitetu Ekonomiczno-Społecznego (EESC)": the committee.
    """
    every = (names for members in organisation_groups().values() for names in members)
    known = {n for names in every if short in names for n in names if " " in n}
    for long in known:
        genitive = decline(ask.doc.morphology, long, "gen")
        for form in (long, genitive):
            if form and whole.base.casefold().endswith(form.casefold()):
                return long
    return "" if known else whole.base


def _spelled(short: str, whole: str) -> bool:
    """Whether the letters of an acronym begin the words of the name: "PAP"."""
    initials = "".join(word[0] for word in _TELLING.findall(whole)).casefold()
    low = short.casefold()
    return initials == low or (initials[:2] == low[:2] and abs(len(initials) - len(low)) <= 1)


def _others(ask: Asker, short: str, whole: str) -> list[str]:
    """Return the whole names of other bodies of its kind, of which none spells the acronym."""
    found: list[str] = []
    for members in organisation_groups().values():
        mine = [names for names in members if short in names or whole in names]
        for names in members if mine else ():
            if names in mine or not any(n.isupper() for n in names):
                continue
            long = next((n for n in names if " " in n), "")
            if long and not related(long, whole) and not _spelled(short, long):
                found.append(long)
    return mixed(chance(ask.doc.text[:80], short), list(dict.fromkeys(found)))
