"""What is known of countries, towns, bodies, people and posts, read from the data files once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale

from quiz.languages.data_files import read_data


@dataclass(frozen=True, slots=True)
class Countries:
    """Countries by ISO 3166 code: names both ways, regions, neighbours and their towns."""

    names: dict[str, str]
    codes: dict[str, str]
    regions: dict[str, str]
    neighbours: dict[str, frozenset[str]]
    adjectives: dict[str, str]
    capitals: dict[str, str]
    towns: dict[str, str]
    on: frozenset[str]
    either: frozenset[str]
    wholes: tuple[tuple[frozenset[str], frozenset[str]], ...]
    """Lemmas that together name several countries at once, and the countries."""


@cache
def countries() -> Countries:
    """Return the countries, named by the Unicode locale data where newspapers agree with it."""
    facts, polish = read_data("countries"), read_data("polish_places")
    regions = {code: r for r, codes in facts["regions"].items() for code in codes.split()}
    known = Locale("pl").territories
    names = {code: polish["names"].get(code) or str(known[code]) for code in regions}
    codes = {name: code for code, name in names.items()}
    for code, aliases in polish["aliases"].items():
        for alias in aliases.split(", "):
            codes.setdefault(alias, code)
    towns = {town: code for code, town in polish["capitals"].items()}
    for code, others in polish["towns"].items():
        for town in others.split(", "):
            towns.setdefault(town, code)
    return Countries(
        names=names,
        codes=codes,
        regions=regions,
        neighbours={c: frozenset(n.split()) for c, n in facts["neighbours"].items()},
        adjectives={a: c for c, a in polish["adjectives"].items()},
        capitals=dict(polish["capitals"]),
        towns={t: c for t, c in towns.items() if t not in codes},
        on=frozenset(polish["prepositions"]["on"].split()),
        either=frozenset(polish["prepositions"]["either"].split()),
        wholes=tuple(
            (frozenset(lemmas.split()), frozenset(facts["wholes"][whole].split()))
            for whole, names in polish["wholes"].items()
            for lemmas in names.split(", ")
        ),
    )


@cache
def areas() -> dict[str, tuple[str, ...]]:
    """Return parts of a country in the nominative, by the noun they share."""
    return {
        noun: tuple(f"{noun} {adjective}" for adjective in adjectives.split(", "))
        for noun, adjectives in read_data("polish_places")["areas"].items()
    }


Group = tuple[tuple[str, ...], ...]
"""Things that can stand for one another, each with all its names."""


def _groups(tables: dict[str, str]) -> dict[str, Group]:
    return {
        name: tuple(tuple(one.split("/")) for one in members.split(", "))
        for name, members in tables.items()
    }


@cache
def place_groups() -> dict[str, Group]:
    """Return rivers, seas, lands and mountains by kind."""
    return _groups(read_data("polish_places")["groups"])


@cache
def organisation_groups() -> dict[str, Group]:
    """Return organisations by kind, each with all its names."""
    return _groups(read_data("polish_organisations")["groups"])


@cache
def thing_groups() -> dict[str, Group]:
    """Return named things by kind, each with all its names."""
    return _groups(read_data("polish_things")["groups"])


@dataclass(frozen=True, slots=True)
class Known:
    """A person many know: name, gender, field, nation or region, first and last public year."""

    name: str
    gender: str
    field: str
    nation: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class People:
    """People many know, what a role says of its holder's field, and names by nation."""

    known: tuple[Known, ...]
    named: dict[str, Known]
    fields: dict[str, str]
    given: dict[str, dict[str, tuple[str, ...]]]
    surnames: dict[str, dict[str, tuple[str, ...]]]
    tables: dict[str, str]
    """The list of names of which a nation's people are, where it is another's."""


@cache
def people() -> People:
    """Return the people."""
    data = read_data("polish_people")
    known: list[Known] = []
    for field, nations in data["known"].items():
        for nation, table in nations.items():
            for entry in table["people"]:
                name, gender, first, last = entry.split("|")
                known.append(Known(name, gender, field, nation, int(first), int(last)))
    lists = {
        key: {
            nation: {gender: tuple(names.split(", ")) for gender, names in table.items()}
            for nation, table in data[key].items()
        }
        for key in ("given", "surnames")
    }
    fields = {noun: field for field, nouns in data["fields"].items() for noun in nouns.split()}
    named = {one.name: one for one in known}
    tables = {code: table for table, codes in data["tables"].items() for code in codes.split()}
    return People(tuple(known), named, fields, lists["given"], lists["surnames"], tables)


@dataclass(frozen=True, slots=True)
class Posts:
    """Posts by rank (masculine and feminine), portfolios, and posts beside one in a body."""

    ranks: dict[str, tuple[tuple[str, str], ...]]
    portfolios: dict[str, tuple[str, ...]]
    beside: dict[str, tuple[str, ...]]
    agreeing: dict[str, tuple[str, ...]]
    masculine: dict[str, str]
    crown: frozenset[str]
    presidential: frozenset[str]
    american: frozenset[str]


@cache
def posts() -> Posts:
    """Return the posts."""
    data = read_data("polish_roles")
    ranks = {}
    for rank, members in data["ranks"].items():
        pairs = [one.partition("/") for one in members.split(", ")]
        ranks[rank] = tuple((m, f or m) for m, _, f in pairs)
    masculine = {f: m for pairs in ranks.values() for m, f in pairs}
    split = {
        key: {k: tuple(v.split(", ")) for k, v in data[key].items()}
        for key in ("portfolios", "beside", "agreeing")
    }
    governments = {kind: frozenset(codes.split()) for kind, codes in data["governments"].items()}
    return Posts(
        ranks,
        split["portfolios"],
        split["beside"],
        split["agreeing"],
        masculine,
        governments["crown"],
        governments["presidential"],
        governments["american"],
    )
