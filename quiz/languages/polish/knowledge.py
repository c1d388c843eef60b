"""What is known of countries, towns, bodies, people and posts, read from the data files once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from quiz.languages.data_files import read_data
from quiz.languages.known import (
    Countries,
    Group,
    Known,
    by_person,
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


@cache
def people() -> People:
    """Return the people."""
    data = read_data("polish_people")
    masculine = {"m": "m1"}
    known = tuple(replace(k, gender=masculine.get(k.gender, k.gender)) for k in known_people("pl"))
    return People(
        known,
        by_person(known),
        fields_of(data),
        names_by_nation(data["given"]),
        names_by_nation(data["surnames"]),
    )


@cache
def _by_surname() -> dict[str, list[Known]]:
    found: dict[str, list[Known]] = {}
    for one in people().named.values():
        found.setdefault(one.name.rpartition(" ")[2], []).append(one)
    return found


def known_as(base: str) -> Known | None:
    """Return the person many know under a name, or under a surname that only one of them has."""
    found = people().named.get(base)
    bearers = _by_surname().get(base, []) if " " not in base else []
    return found or (bearers[0] if len(bearers) == 1 else None)


@dataclass(frozen=True, slots=True)
class Posts:
    """Posts by rank (masculine and feminine), portfolios, and posts beside one in a body."""

    ranks: dict[str, tuple[tuple[str, str], ...]]
    portfolios: dict[str, tuple[str, ...]]
    beside: dict[str, tuple[str, ...]]
    agreeing: dict[str, tuple[str, ...]]
    masculine: dict[str, str]


@cache
def posts() -> Posts:
    """Return the posts."""
    data = read_data("polish_roles")
    ranks = {}
    for rank, members in data["ranks"].items():
        pairs = [one.partition("/") for one in members.split(", ")]
        ranks[rank] = tuple((m, f or m) for m, _, f in pairs)
    masculine = {f: m for pairs in ranks.values() for m, f in pairs}
    return Posts(
        ranks,
        split(data["portfolios"]),
        split(data["beside"]),
        split(data["agreeing"]),
        masculine,
    )
