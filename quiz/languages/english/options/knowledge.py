"""What is known of people, bodies, things and posts, read from the data files once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quiz.languages.data_files import read_data

Group = tuple[tuple[str, ...], ...]
"""Names that can stand for one another, each with all its spellings."""


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
    """People many know, what a role says of its holder's field, and given names by nation."""

    known: tuple[Known, ...]
    named: dict[str, Known]
    fields: dict[str, str]
    given: dict[str, dict[str, tuple[str, ...]]]


@cache
def people() -> People:
    """Return the people."""
    data = read_data("english_people")
    known: list[Known] = []
    for field, nations in data["known"].items():
        for nation, table in nations.items():
            for entry in table["people"]:
                name, gender, first, last = entry.split("|")
                known.append(Known(name, gender, field, nation, int(first), int(last)))
    given = {
        nation: {gender: tuple(names.split(", ")) for gender, names in table.items()}
        for nation, table in data["given"].items()
    }
    fields = {noun: field for field, nouns in data["fields"].items() for noun in nouns.split()}
    return People(tuple(known), {one.name: one for one in known}, fields, given)


def _groups(tables: dict[str, str]) -> dict[str, Group]:
    return {
        name: tuple(tuple(one.split("/")) for one in members.split(", "))
        for name, members in tables.items()
    }


@cache
def organisation_groups() -> dict[str, Group]:
    """Return organisations by kind."""
    return _groups(read_data("english_options")["organisations"])


@cache
def thing_groups() -> dict[str, Group]:
    """Return named things by kind."""
    return _groups(read_data("english_options")["things"])


@cache
def group_nouns() -> dict[str, str]:
    """Return the noun for what a group lists, by the beginning of the group's name."""
    return dict(read_data("english_options")["nouns"])


@cache
def ranks() -> dict[str, tuple[str, ...]]:
    """Return posts by rank."""
    return {k: tuple(v.split(", ")) for k, v in read_data("english_options")["ranks"].items()}


@cache
def governing() -> dict[str, tuple[str, ...]]:
    """Return the posts of a place, by its kind."""
    return {k: tuple(v.split(", ")) for k, v in read_data("english_options")["governing"].items()}


@cache
def beside() -> dict[str, tuple[str, ...]]:
    """Return the posts beside one that belongs to a body."""
    return {k: tuple(v.split(", ")) for k, v in read_data("english_options")["beside"].items()}
