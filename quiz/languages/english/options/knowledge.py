"""What is known of people, bodies, things and posts, read from the data files once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quiz.languages.data_files import read_data
from quiz.languages.known import (
    Group,
    Known,
    by_person,
    fields_of,
    groups,
    known_people,
    names_by_nation,
    split,
)


@dataclass(frozen=True, slots=True)
class People:
    """People many know, what a role says of its holder's field, given names by nation.

    The `fictional` ones never lived.
    """

    known: tuple[Known, ...]
    named: dict[str, Known]
    fields: dict[str, str]
    given: dict[str, dict[str, tuple[str, ...]]]
    fictional: frozenset[str]


@cache
def people() -> People:
    """Return the people."""
    data = read_data("english_people")
    known = known_people("en")
    named = by_person(known)
    fictional = frozenset(data["fictional"]["names"].split(", "))
    return People(known, named, fields_of(data), names_by_nation(data["given"]), fictional)


@cache
def organisation_groups() -> dict[str, Group]:
    """Return organisations by kind."""
    return groups(read_data("english_options")["organisations"])


@cache
def thing_groups() -> dict[str, Group]:
    """Return named things by kind."""
    return groups(read_data("english_options")["things"])


@cache
def group_nouns() -> dict[str, str]:
    """Return the noun for what a group lists, by the beginning of the group's name."""
    return dict(read_data("english_options")["nouns"])


@cache
def ranks() -> dict[str, tuple[str, ...]]:
    """Return posts by rank."""
    return split(read_data("english_options")["ranks"])


@cache
def governing() -> dict[str, tuple[str, ...]]:
    """Return the posts of a place, by its kind."""
    return split(read_data("english_options")["governing"])


@cache
def beside() -> dict[str, tuple[str, ...]]:
    """Return the posts beside one that belongs to a body."""
    return split(read_data("english_options")["beside"])


@cache
def inside() -> dict[str, tuple[str, ...]]:
    """Return the posts inside a body, by the words of its name, joined by strokes."""
    return split(read_data("english_options")["inside"])


@cache
def british() -> dict[str, str]:
    """Return what Britain calls its ministers, by what others call theirs."""
    return dict(read_data("english_options")["british"])
