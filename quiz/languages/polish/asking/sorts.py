"""What something named is: "gazociąg Nord Stream", "tygodnik „Fala”", "linie lotnicze Norda"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from quiz.languages.chance import chance, mixed
from quiz.languages.data_files import read_data
from quiz.languages.lives import years_of
from quiz.languages.polish.asking.apposition import lies
from quiz.languages.polish.asking.attributes import country_of
from quiz.languages.polish.building import Statement
from quiz.languages.polish.morph import ADJECTIVAL, FINITE
from quiz.languages.polish.options.bodies import group_of
from quiz.languages.polish.phrases import DASHES, QUOTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.morph import Word
    from quiz.languages.polish.names import Name

NOTE = "Sprawdź, czy nie jest to coś, co wszyscy znają."
HOME = "PL"
"""Whose bodies and papers every reader of Polish knows."""
PRESS = "news_agencies"
LATELY = 1990
LISTING = DASHES | {":"}
"""What stands between the noun for several things and their names."""
FARTHEST = 3
"""Words behind a name among which the noun is looked for."""
TO_COME = frozenset({"kolejny", "następny", "nowy", "przyszły", "planowany", "projektowany"})
"""What may stand before a noun for things that are not there yet: "budowa kolejnych mostów"."""
KINDS = {"organisation": "organisations", "thing": "things", "place": "places"}
MOST = 2
"""So many of one article: who is asked what a thing is learns little else of the news."""


@cache
def _sorts() -> dict[str, tuple[str, ...]]:
    """Return what is said of a thing and what could be, by the noun with its adjective."""
    out: dict[str, tuple[str, ...]] = {}
    for noun, told in read_data("polish_sorts")["sorts"].items():
        key, _, others = told.partition(": ")
        out[noun] = (key, *others.split(", "))
    return out


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun.split()[0] for noun in _sorts())


def sorts(ask: Asker) -> None:
    """Ask what each named thing is that has the noun for it before its name."""
    asked: set[str] = set()
    # What the press calls itself by comes last.
    for name in sorted(ask.doc.names, key=lambda n: group_of(n.base) == PRESS):
        if len(asked) >= MOST:
            return
        if name.kind in KINDS and name.base not in asked and _ask(ask, name):
            asked.add(name.base)


def _ask(ask: Asker, name: Name) -> bool:
    doc = ask.doc
    quoted = name.first > 0 and doc.words[name.first - 1].text in QUOTES
    sort = _sort(ask, name, name.first - quoted)
    if not sort or doc.span(name.first, name.last) != name.base:
        return False
    key, *others = _sorts()[sort]
    called = f"„{name.base}”" if quoted else name.base
    if years_of(doc, name.sentence)[1] < LATELY or lies(doc, name.base) != "leży":
        return False  # what it is now no text of long ago tells
    after = doc.words[name.last] if name.last < len(doc.words) else None
    if after is not None and (after.text == "!" or after.digit):
        return False  # the mark, the number is part of the name
    if any(word[:4].lower() in called.lower() for word in key.split()):
        return False  # "Dziennik Zachodni" tells it by its name
    sentence = doc.sentences[name.sentence]
    s = Statement(sentence, (), 0, None, sentences=(sentence.number,))
    before = len(ask.drafts.all)
    ask.add(
        s, f"Czym jest {called}?", key, mixed(chance(doc.text[:80], name.base, "sort"), others),
        KINDS[name.kind], ask.fact(name.kind, name.first), 0.55, NOTE,
        explanation=f"{name.base} jest {key}.", timeless=True,
    )  # fmt: skip
    return len(ask.drafts.all) > before


def _sort(ask: Asker, name: Name, first: int) -> str:
    """Return the noun, with its adjective or what it is of, that says what a name is."""
    start = ask.doc.sentences[name.sentence].first
    words = ask.doc.words
    listed = first - 1 > start and words[first - 1].text in LISTING
    if listed and not any("pl" in r.number for r in words[first - 2].readings):
        return ""
    return _before(ask, start, first - listed) or _behind(ask, name)


def _before(ask: Asker, start: int, first: int) -> str:
    """Read "linie lotnicze Norda", "dwóch linii lotniczych: Norda i Wega"."""
    words = ask.doc.words
    for i in (first - 1, first - 2):
        if i < start or i in ask.doc.named:
            return ""
        if sort := _read(words[i:first]):
            before = words[i - 1] if i > start else None
            ours = before is not None and country_of(before) == HOME
            return "" if ours or (before is not None and before.lemma("adj") in TO_COME) else sort
    return ""


def _behind(ask: Asker, name: Name) -> str:
    """Read "Norda, największa linia lotnicza w kraju", "Norda to linia lotnicza"."""
    words, last = ask.doc.words, ask.doc.sentences[name.sentence].last
    k = name.last
    k += k < last and words[k].text in QUOTES
    if k < last and words[k].text == "(":
        k = next((j + 1 for j in range(k, last) if words[j].text == ")"), last)
    if k >= last or not (words[k].text in DASHES | {","} or words[k].lower == "to"):
        return ""
    for i in range(k + 1, min(k + 1 + FARTHEST, last - 1)):
        if sort := _read(words[i : i + 2]) or _read(words[i : i + 1]):
            ends = i + len(sort.split())
            clause = ends < last and words[ends].has(*FINITE)  # a comma between two clauses
            return sort if any("nom" in r.cases for r in words[i].readings) and not clause else ""
        if not words[i].has(*ADJECTIVAL, "adv"):
            return ""
    return ""


def _read(words: Sequence[Word]) -> str:
    """Return the sort that one or two words tell, or nothing."""
    nouns = [r.lemma for r in words[0].readings if r.pos == "subst" and r.lemma in _nouns()]
    if len(words) == 1:
        return next((n for n in nouns if n in _sorts()), "")
    of = {r.lemma for r in words[1].readings} if nouns else ()
    return next((s for n in nouns for o in of if (s := f"{n} {o}") in _sorts()), "")
