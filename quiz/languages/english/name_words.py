"""The word lists of quiz/languages/data/english_names.toml, read once, and names known by heart."""

from __future__ import annotations

from functools import cache

from babel import Locale

from quiz.languages.data_files import read_data
from quiz.languages.english.options.knowledge import organisation_groups, people, thing_groups
from quiz.languages.english.options.places import countries, place_kind

_DATA = read_data("english_names")


def _set(table: str, name: str) -> frozenset[str]:
    return frozenset(_DATA[table][name].split())


TITLES: dict[str, str] = {
    title: gender
    for key, gender in (("men", "m"), ("women", "f"), ("both", ""))
    for title in _DATA["titles"][key].split()
}
"""Titles before a name that are no office, with the gender they tell."""
ROLES: frozenset[str] = frozenset(w for nouns in _DATA["roles"].values() for w in nouns.split())
"""Nouns for what somebody is, does or holds."""
OFFICES: frozenset[str] = frozenset(
    w for key in ("state", "law", "church") for w in _DATA["roles"][key].split()
)
"""Those of them that are titles, so that whatever name follows is a person's."""
QUALIFIERS = _set("qualifiers", "words")
KIN: dict[str, str] = {
    noun: gender
    for key, gender in (("men", "m"), ("women", "f"), ("both", ""))
    for noun in _DATA["kin"][key].split()
}
HEADS: dict[str, frozenset[str]] = {
    kind: _set("heads", kind) for kind in ("organisation", "place", "thing")
}
HEAD_WORDS: frozenset[str] = frozenset().union(*HEADS.values())
PARTICLES = _set("joints", "person") - {"of", "y", "e"}
NOTHING = _set("nothing", "words")
HUMAN = _set("human", "verbs")
OBJECTS = _set("objects", "verbs")
MOTION = _set("motion", "verbs")
PERSONAL = _set("personal", "verbs")
MEN, WOMEN, EITHER = _set("given", "men"), _set("given", "women"), _set("given", "both")
GIVEN: frozenset[str] = MEN | WOMEN | EITHER
FORMING = _set("heads", "forming")
"""Heads that "for" and "on" may follow within a name."""
AMBIGUOUS = _set("given", "ambiguous")
"""Given names that are words or places as well."""
SURNAMES = _set("heads", "surnames")
"""Heads that are surnames too."""
ARTICLED = _set("heads", "articled")
"""Heads of names that have an article."""
PEOPLES = _set("nothing", "peoples")
LABELS = _set("nothing", "labels")
CALLING: dict[str, str] = {
    noun: kind for kind, nouns in _DATA["calling"].items() for noun in nouns.split()
}
"""Common nouns beside a name that tell the kind of what it names."""
LEADING = _set("heads", "leading")
"""First words of the names of places."""


@cache
def known_organisations() -> dict[str, str]:
    """Return the organisations many know, each spelling with the first of its group."""
    return {
        spelling: member[0]
        for members in organisation_groups().values()
        for member in members
        for spelling in member
    }


@cache
def known_things() -> dict[str, str]:
    """Return the things many know, each spelling with the first of its group."""
    return {
        spelling: member[0]
        for members in thing_groups().values()
        for member in members
        for spelling in member
    }


@cache
def given_names() -> dict[str, str]:
    """Return given names with the gender they tell, m, f or none."""
    out: dict[str, str] = {}
    for table in people().given.values():
        for gender, names in table.items():
            for name in names:
                out[name] = gender if out.get(name, gender) == gender else ""
    return out | dict.fromkeys(EITHER, "") | dict.fromkeys(MEN, "m") | dict.fromkeys(WOMEN, "f")


@cache
def demonyms() -> frozenset[str]:
    """Return the adjectives of countries in lower case."""
    return frozenset(adjective.lower() for adjective in countries().adjectives)


@cache
def territories() -> frozenset[str]:
    """Return the names of every country and territory, by the Unicode locale data."""
    return frozenset(str(n) for c, n in Locale("en").territories.items() if c.isalpha())


@cache
def known_kind(base: str) -> str:
    """Return the kind of a name that is known by heart, or nothing."""
    bare = base.removeprefix("The ").removeprefix("the ")
    if place_kind(bare):
        return "place"
    organisations = known_organisations()
    if bare in organisations or f"The {bare}" in organisations:
        return "organisation"
    if bare in territories():
        return "place"
    if bare in known_things():
        return "thing"
    return "person" if bare in people().named else ""
