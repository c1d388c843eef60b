"""What is known of countries, people and groups of names, whatever the language that names them.

The facts are in data/countries.toml; a language has its names in files of one make, which are read
here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from babel import Locale

from quiz.languages.chance import mixed
from quiz.languages.data_files import read_data

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

Group = tuple[tuple[str, ...], ...]
"""Things that can stand for one another, each with all its names."""


def split(tables: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Read lists whose members have commas between them."""
    return {name: tuple(members.split(", ")) for name, members in tables.items()}


def groups(tables: Mapping[str, str]) -> dict[str, Group]:
    """Read groups: commas between their members, slashes between the names of one."""
    return {
        name: tuple(tuple(one.split("/")) for one in members)
        for name, members in split(tables).items()
    }


def by_name(*tables: Mapping[str, Group]) -> dict[str, str]:
    """Return the group of every name: the first that has it, in the order of the tables."""
    found: dict[str, str] = {}
    for table in tables:
        for group, members in table.items():
            for names in members:
                for name in names:
                    found.setdefault(name, group)
    return found


@dataclass(frozen=True, slots=True)
class Known:
    """A person many know: name, gender, field, nation or region, first and last public year."""

    name: str
    gender: str
    field: str
    nation: str
    first: int
    last: int


def known_people(language: str) -> tuple[Known, ...]:
    """Read the people many know, as a language writes them: genders are "m" and "f"."""
    known: list[Known] = []
    for field, nations in read_data("people")["known"].items():
        for nation, table in nations.items():
            for entry in table["people"]:
                names, gender, first, last = entry.split("|")
                english, _, polish = names.partition("/")
                name = polish if language == "pl" and polish else english
                known.append(Known(name, gender, field, nation, int(first), int(last)))
    return tuple(known)


def by_person(known: Sequence[Known]) -> dict[str, Known]:
    """Return people by name; who served two nations one after the other is of the first."""
    found: dict[str, Known] = {}
    for one in known:
        old = found.get(one.name, one)
        years = min(old.first, one.first), max(old.last, one.last)
        found[one.name] = Known(one.name, old.gender, old.field, old.nation, *years)
    return found


def fields_of(data: Mapping[str, Any]) -> dict[str, str]:
    """Read what a role's noun says of its holder's field."""
    return {noun: field for field, nouns in data["fields"].items() for noun in nouns.split()}


def names_by_nation(
    tables: Mapping[str, Mapping[str, str]],
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Read names by nation and gender."""
    return {nation: split(table) for nation, table in tables.items()}


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

    def near(self, code: str, order: Random) -> list[str]:
        """Return the codes of other countries: neighbours, the region, then the regions around."""
        region = [c for c, r in self.regions.items() if r == self.regions.get(code)]
        beside = self.neighbours.get(code, frozenset())
        near = mixed(order, [c for c in sorted(beside) if c in self.names])
        near += mixed(order, [c for c in region if c not in beside])
        wider = {self.regions[c] for c in beside if c in self.regions}
        around = [c for c, r in self.regions.items() if r in wider and c not in near]
        return near + mixed(order, around)

    def towns_beside(
        self,
        base: str,
        own: Sequence[str],
        same: Sequence[str],
        named: set[str],
        actors: set[str],
        order: Random,
    ) -> list[str]:
        """Return the towns that could be meant instead of one.

        They are of the `same` country where it is told, or is somebody's own; else, for a capital,
        capitals around: then no town tells the country by being alone in it. `own` are the
        article's towns; `named` and `actors` are the codes of the countries that its sentence
        names, and of who acts in it.
        """
        code = self.towns[base]
        dealt = {c for a in actors for c in friends(a)}
        capital = self.capitals.get(code) == base
        if not capital or code in actors or (code in named and code not in dealt):
            return [t for t in own if self.towns[t] == code] + list(same)
        beside = self.neighbours.get(code, frozenset())
        region = [c for c, r in self.regions.items() if r == self.regions.get(code) or c in beside]
        if code in dealt:
            region = sorted(dealt - {code})
            own = [t for t in own if self.towns[t] in dealt]
        own = [t for t in own if self.capitals.get(self.towns[t]) == t]
        near = mixed(order, [self.capitals[c] for c in region if c in self.capitals])
        return [t for t in [*own[:5], *near] if self.towns.get(t) not in named | actors]

    def rivals(self, base: str, own: Sequence[str], named: set[str], order: Random) -> list[str]:
        """Return the countries that could be meant instead of one, and are not `named` by code.

        The first five of `own`, which the article names, come before those near.
        """
        code = self.codes[base]
        found = [*own[:5], *(self.names[c] for c in self.near(code, order))]
        return [p for p in found if self.codes[p] not in named and self.codes[p] != code]


@cache
def governments(kind: str) -> frozenset[str]:
    """Return the codes of the countries that are governed in a way, such as "crown"."""
    return frozenset(read_data("countries")["governments"][kind].split())


@cache
def landlocked() -> frozenset[str]:
    """Return the codes of the countries that lie at no sea."""
    return frozenset(read_data("countries")["coasts"]["without"].split())


def has_office(code: str, office: str) -> bool:
    """Whether a country has an office: president, premier, chancellor or monarch."""
    if office == "monarch":
        return code in governments("crown")
    if office == "chancellor":
        return code in governments("chancellor")
    without = {
        "president": governments("crown"),
        "premier": governments("chancellor") | governments("presidential"),
    }
    return code not in without.get(office, frozenset())


@cache
def _women() -> dict[str, tuple[tuple[str, int, int], ...]]:
    every = split(read_data("countries")["women"])
    return {
        office: tuple(
            (code, int(years.partition("-")[0]), int(years.partition("-")[2]))
            for code, _, years in (one.partition(" ") for one in terms)
        )
        for office, terms in every.items()
    }


def women_held(code: str, office: str, first: int, last: int) -> bool:
    """Whether a woman held an office of a country in some of the years."""
    return any(c == code and a <= last and first <= b for c, a, b in _women().get(office, ()))


@cache
def _spans() -> dict[str, tuple[int, int]]:
    spans = read_data("bodies")["years"].items()
    return {name: (int(y.partition("-")[0]), int(y.partition("-")[2])) for name, y in spans}


def lasted(name: str) -> tuple[tuple[int, int], ...]:
    """Return the first and last year of a body or thing that did not last all the time."""
    found = _spans().get(name)
    return (found,) if found else ()


@cache
def friends(code: str) -> tuple[str, ...]:
    """Return the countries that one which few deal with is known to deal with, or none."""
    return tuple(read_data("countries")["friends"].get(code, "").split())


def read_countries(language: str, places: Mapping[str, Any]) -> Countries:
    """Read the countries as a language names them.

    They are named by the Unicode locale data where newspapers agree with it, else by `places`,
    which also has their other names, adjectives, capitals and further towns.
    """
    facts = read_data("countries")
    regions = {code: r for r, codes in facts["regions"].items() for code in codes.split()}
    known = Locale(language).territories
    names = {code: places["names"].get(code) or str(known[code]) for code in regions}
    codes = {name: code for code, name in names.items()}
    for code, aliases in split(places["aliases"]).items():
        for alias in aliases:
            codes.setdefault(alias, code)
    towns = {town: code for code, town in places["capitals"].items()}
    for code, others in split(places["towns"]).items():
        for town in others:
            towns.setdefault(town, code)
    return Countries(
        names=names,
        codes=codes,
        regions=regions,
        neighbours={c: frozenset(n.split()) for c, n in facts["neighbours"].items()},
        adjectives={a: c for c, every in split(places["adjectives"]).items() for a in every},
        capitals=dict(places["capitals"]),
        towns={t: c for t, c in towns.items() if t not in codes},
    )
