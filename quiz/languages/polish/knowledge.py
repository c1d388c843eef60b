"""What is known of countries, towns, bodies, people and posts, read from the data files once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quiz.languages.data_files import read_data
from quiz.languages.known import (
    Countries,
    Group,
    Known,
    fields_of,
    groups,
    known_people,
    names_by_nation,
    read_countries,
    split,
)


@cache
def countries() -> Countries:
    """Return the countries as Polish names them."""
    return read_countries("pl", read_data("polish_places"))


@cache
def prepositions() -> dict[str, frozenset[str]]:
    """Return the codes of countries that one is "na" (on), and of those where both are written."""
    return {k: frozenset(v.split()) for k, v in read_data("polish_places")["prepositions"].items()}


@cache
def wholes() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return lemmas that together name several countries at once, and the countries."""
    codes = read_data("countries")["wholes"]
    return tuple(
        (frozenset(lemmas.split()), frozenset(codes[whole].split()))
        for whole, names in split(read_data("polish_places")["wholes"]).items()
        for lemmas in names
    )


@cache
def areas() -> dict[str, tuple[str, ...]]:
    """Return parts of a country in the nominative, by the noun they share."""
    return {
        noun: tuple(f"{noun} {adjective}" for adjective in adjectives.split(", "))
        for noun, adjectives in read_data("polish_places")["areas"].items()
    }


@cache
def place_groups() -> dict[str, Group]:
    """Return rivers, seas, lands and mountains by kind."""
    return groups(read_data("polish_places")["groups"])


@cache
def organisation_groups() -> dict[str, Group]:
    """Return organisations by kind, each with all its names."""
    return groups(read_data("polish_organisations")["groups"])


@cache
def thing_groups() -> dict[str, Group]:
    """Return named things by kind, each with all its names."""
    return groups(read_data("polish_things")["groups"])


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
    known = known_people(data)
    return People(
        known,
        {one.name: one for one in known},
        fields_of(data),
        names_by_nation(data["given"]),
        names_by_nation(data["surnames"]),
        {code: table for table, codes in data["tables"].items() for code in codes.split()},
    )


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
    governments = {kind: frozenset(codes.split()) for kind, codes in data["governments"].items()}
    return Posts(
        ranks,
        split(data["portfolios"]),
        split(data["beside"]),
        split(data["agreeing"]),
        masculine,
        governments["crown"],
        governments["presidential"],
        governments["american"],
    )
