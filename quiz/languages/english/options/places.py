"""Other places of the same kind: countries of the region, towns of the country, parts of one."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.data_files import read_data
from quiz.languages.english.options.knowledge import people
from quiz.languages.known import (
    Countries,
    Group,
    friends,
    groups,
    has_office,
    read_countries,
    split,
    women_held,
)
from quiz.languages.lives import years_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.languages.english.document import EnglishDocument


OFFICES = {
    "president": "president", "prime minister": "premier", "chancellor": "chancellor",
    "king": "monarch", "queen": "monarch",
}  # fmt: skip
"""Offices that not every country has."""
HOSTILE = re.compile(
    r"\b(?:(?:travel|the|by an?|under an?) bans?|sanctions?|embargo(?:es)?|blacklists?)\b"
)
"""What befalls countries of which others could not be thought."""
FEWEST = 3
"""Distractors that a question needs."""


@cache
def countries() -> Countries:
    """Return the countries as English names them."""
    return read_countries("en", read_data("english_places"))


@cache
def areas() -> dict[str, str]:
    """Return the country of every part of one that is named alone, such as a state."""
    every = split(read_data("english_places")["areas"]).items()
    return {area: country for country, names in every for area in names}


@cache
def _groups() -> dict[str, Group]:
    return groups(read_data("english_places")["groups"])


def place_kind(base: str) -> str:
    """Return "country", "city", "area" or the name of a group; nothing for a place unknown."""
    known = countries()
    if base in known.codes:
        return "country"
    if base in areas():
        return "area"
    if base in known.towns:
        return "city"
    return next((g for g, members in _groups().items() if any(base in m for m in members)), "")


def place_noun(base: str) -> str:
    """Return what follows "in which" for a place: "country", "city", "state"; nothing if unsure."""
    kind = place_kind(base)
    if kind == "area":
        nouns: dict[str, str] = read_data("english_places")["area_nouns"]
        return nouns.get(areas()[base], "")
    return {"country": "country", "city": "city", "continents": "continent"}.get(kind, "")


@lru_cache(maxsize=4096)
def told_countries(text: str) -> frozenset[str]:
    """Return the codes of countries that a text names, by noun or by adjective."""
    known = countries()
    bare = re.sub(r"['’]s\b|[,;:()]|(?<![A-Z])\.", " ", text)
    padded = f" {' '.join(bare.split())} "
    names = (*known.codes.items(), *known.adjectives.items())
    return frozenset(code for name, code in names if f" {name} " in padded)


def _own(doc: EnglishDocument, kind: str) -> list[str]:
    named = Counter(f.base for f in doc.facts if f.kind == "place")
    return [base for base, _ in named.most_common() if place_kind(base) == kind]


def place_rivals(
    doc: EnglishDocument, base: str, mentioned: Collection[str], told: str = ""
) -> list[str]:
    """Return other places of the same kind, none of `mentioned`.

    `told` is the text of the sentence: a country that it names by another word is left out too;
    towns lie in its country when the key does, and in none it names otherwise.
    """
    kind = place_kind(base)
    if not kind:
        return []
    known = countries()
    rng = chance(doc.text[:80], base)
    named = set(told_countries(told))
    actors = _actors(doc, told)
    if kind == "country" and HOSTILE.search(told):
        return []  # everybody knows which countries were at war, or which one banned
    if kind == "country" and known.codes[base] in actors:
        return []  # who speaks or acts in the sentence tells the country
    if kind == "country":
        named |= actors
        own = [known.names[c] for o in _own(doc, "country") if (c := known.codes[o]) in known.names]
        found = known.rivals(base, own, named, chance(doc.text[:80], base, "near"))
        dealt = [known.names[c] for a in sorted(actors) for c in friends(a) if c in known.names]
        if known.names.get(known.codes[base]) in dealt:
            found = [p for p in found if p in dealt] + [
                p for p in mixed(rng, dealt) if known.codes[p] not in {*named, known.codes[base]}
            ]
        found = _governed(doc, base, found)
    elif kind == "city":
        found = _towns(doc, base, named, actors)
    else:
        if kind == "area":
            group = tuple(a for a, c in areas().items() if c == areas()[base])
        else:
            group = tuple(member[0] for member in _groups()[kind])
        own = [p for p in _own(doc, kind) if p in group]
        found = mixed(rng, own) + mixed(rng, [p for p in group if p not in own])
    return [p for p in dict.fromkeys(found) if p != base and p not in mentioned and p not in told][
        :MOST
    ]


def _actors(doc: EnglishDocument, told: str) -> set[str]:
    """Return the nations of the people whom a text names.

    Nobody believes that they went abroad where they are at home.
    """
    listed = people().named
    return {
        listed[f.base].nation
        for f in doc.facts
        if f.kind == "person" and f.base in listed and f.text in told
    }


def _governed(doc: EnglishDocument, base: str, others: list[str]) -> list[str]:
    """Return the countries that have the office which the article gives to one beside its name.

    "The prime minister of Pakistan" leaves Germany out, which has a chancellor; the holder is a
    man or a woman in all.
    """
    known = countries()
    name, posts = re.escape(base), "|".join(OFFICES)
    found = re.search(
        rf"\b(?i:({posts})) of (?:the )?{name}\b|\b{name}(?:['’]s?)? (?i:({posts}))\b", doc.text
    )
    if found is None:
        return others
    office = OFFICES[(found[1] or found[2]).lower()]
    at = next((s.number for s in doc.sentences if s.start <= found.start() < s.end), -1)
    first, last = years_of(doc, at)
    mine = women_held(known.codes[base], office, first, last)
    return [
        p
        for p in others
        if has_office(known.codes[p], office)
        and women_held(known.codes[p], office, first, last) == mine
    ]


def _towns(doc: EnglishDocument, base: str, named: set[str], actors: set[str]) -> list[str]:
    """Return towns that could be meant."""
    known = countries()
    order = chance(doc.text[:80], base, "near")
    same = mixed(order, [t for t, c in known.towns.items() if c == known.towns[base]])
    return known.towns_beside(base, _own(doc, "city"), same, named, actors, order)
