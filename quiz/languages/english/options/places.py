"""Other places of the same kind: countries of the region, towns of the country, parts of one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.data_files import read_data

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.languages.english.document import EnglishDocument

NOUNS = {"country": "country", "city": "city"}


@dataclass(frozen=True, slots=True)
class Countries:
    """Countries by ISO 3166 code: names both ways, regions, neighbours, towns and parts."""

    names: dict[str, str]
    codes: dict[str, str]
    regions: dict[str, str]
    neighbours: dict[str, frozenset[str]]
    adjectives: dict[str, str]
    capitals: dict[str, str]
    towns: dict[str, str]
    areas: dict[str, str]
    area_nouns: dict[str, str]


@cache
def countries() -> Countries:
    """Return the countries, named by the Unicode locale data where newspapers agree with it."""
    facts, english = read_data("countries"), read_data("english_places")
    regions = {code: r for r, codes in facts["regions"].items() for code in codes.split()}
    known = Locale("en").territories
    names = {code: english["names"].get(code) or str(known[code]) for code in regions}
    codes = {name: code for code, name in names.items()}
    for code, aliases in english["aliases"].items():
        for alias in aliases.split(", "):
            codes.setdefault(alias, code)
    towns = {town: code for code, town in english["capitals"].items()}
    for code, others in english["towns"].items():
        for town in others.split(", "):
            towns.setdefault(town, code)
    return Countries(
        names=names,
        codes=codes,
        regions=regions,
        neighbours={c: frozenset(n.split()) for c, n in facts["neighbours"].items()},
        adjectives={a: c for c, every in english["adjectives"].items() for a in every.split(", ")},
        capitals=dict(english["capitals"]),
        towns={t: c for t, c in towns.items() if t not in codes},
        areas={a: c for c, every in english["areas"].items() for a in every.split(", ")},
        area_nouns=dict(english["area_nouns"]),
    )


@cache
def _groups() -> dict[str, tuple[tuple[str, ...], ...]]:
    return {
        name: tuple(tuple(one.split("/")) for one in members.split(", "))
        for name, members in read_data("english_places")["groups"].items()
    }


def place_kind(base: str) -> str:
    """Return "country", "city", "area" or the name of a group; nothing for a place unknown."""
    known = countries()
    if base in known.codes:
        return "country"
    if base in known.areas:
        return "area"
    if base in known.towns:
        return "city"
    return next((g for g, members in _groups().items() if any(base in m for m in members)), "")


def place_noun(base: str) -> str:
    """Return what follows "in which" for a place: "country", "city", "state"; nothing if unsure."""
    kind = place_kind(base)
    if kind == "area":
        known = countries()
        return known.area_nouns.get(known.areas[base], "")
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
        found = _countries(doc, base, named)
    elif kind == "city":
        found = _towns(doc, base, named)
    else:
        if kind == "area":
            group = tuple(a for a, c in known.areas.items() if c == known.areas[base])
        else:
            group = tuple(member[0] for member in _groups()[kind])
        own = [p for p in _own(doc, kind) if p in group]
        found = mixed(rng, own) + mixed(rng, [p for p in group if p not in own])
    return [p for p in dict.fromkeys(found) if p != base and p not in mentioned and p not in told][
        :MOST
    ]


def _countries(doc: EnglishDocument, base: str, named: set[str]) -> list[str]:
    known = countries()
    code = known.codes[base]
    order = chance(doc.text[:80], base, "near")
    own = [known.names[known.codes[o]] for o in _own(doc, "country")
           if known.codes[o] in known.names]  # fmt: skip
    region = [c for c, r in known.regions.items() if r == known.regions.get(code)]
    beside = known.neighbours.get(code, frozenset())
    near = mixed(order, [c for c in sorted(beside) if c in known.names])
    near += mixed(order, [c for c in region if c not in beside])
    wider = {known.regions[c] for c in beside if c in known.regions}
    near += mixed(order, [c for c, r in known.regions.items() if r in wider and c not in near])
    found = own[:5] + [known.names[c] for c in near]
    return [p for p in found if known.codes[p] not in named and known.codes[p] != code]


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
