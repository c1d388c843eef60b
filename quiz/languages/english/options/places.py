"""Other places of the same kind: countries of the region, towns of the country, parts of one."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.data_files import read_data
from quiz.languages.known import Countries, Group, groups, read_countries, split

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.languages.english.document import EnglishDocument


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


def told_countries(text: str) -> set[str]:
    """Return the codes of countries that a text names, by noun or by adjective."""
    known = countries()
    bare = re.sub(r"['’]s\b|[,;:()]|(?<![A-Z])\.", " ", text)
    padded = f" {' '.join(bare.split())} "
    names = (*known.codes.items(), *known.adjectives.items())
    return {code for name, code in names if f" {name} " in padded}


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
    named = told_countries(told)
    if kind == "country":
        own = [known.names[c] for o in _own(doc, "country") if (c := known.codes[o]) in known.names]
        found = known.rivals(base, own, named, chance(doc.text[:80], base, "near"))
    elif kind == "city":
        found = _towns(doc, base, named)
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


def _towns(doc: EnglishDocument, base: str, named: set[str]) -> list[str]:
    known = countries()
    order = chance(doc.text[:80], base, "near")
    code = known.towns[base]
    own = _own(doc, "city")
    same = mixed(order, [t for t, c in known.towns.items() if c == code])
    if code in named or len(same) > 4:
        return [t for t in own if known.towns[t] == code] + same
    beside = known.neighbours.get(code, frozenset())
    region = [c for c, r in known.regions.items() if r == known.regions.get(code) or c in beside]
    near = mixed(order, [known.capitals[c] for c in region if c in known.capitals])
    found = own[:5] + same + near
    return [t for t in found if known.towns.get(t) not in named - {code}]
