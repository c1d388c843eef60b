"""Which noun stands for a name that was told before: "the city" for Leeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.options.bodies import noun_of
from quiz.languages.english.options.places import place_noun
from quiz.languages.english.tables import HEADS

if TYPE_CHECKING:
    from quiz.languages.protocol import Fact

PLACES = frozenset({"city", "country", "state", "province", "county", "region", "continent"})
"""Nouns of places."""
LIKE = {
    "town": "city", "nation": "country", "firm": "company", "network": "broadcaster",
    "channel": "broadcaster", "paper": "newspaper", "daily": "newspaper", "carrier": "airline",
    "organization": "organisation", "side": "team",
}  # fmt: skip
"""Nouns that stand for another."""
BODIES = frozenset(
    {
        "company", "party", "university", "club", "team", "newspaper", "ministry", "bank", "church",
        "broadcaster", "airline", "agency", "union", "museum", "hospital", "school", "college",
        "court", "committee", "council", "commission", "institute", "foundation", "association",
    }
)  # fmt: skip
"""Nouns of bodies that tell what kind of body it is."""


def kind_meant(noun: str) -> str:
    """Return the noun of a kind of places, bodies or things that a noun means, nothing for others.

    "The town" is a city, "the race" is one.
    """
    plain = LIKE.get(noun, noun)
    return plain if plain in PLACES | BODIES or plain in HEADS else ""


def rivalling(kind: str, fact: Fact) -> bool:
    """Whether a name is of the facts among which one of a kind is looked for."""
    if not kind or fact.kind == "person":
        return False
    if kind in PLACES:
        return fact.kind == "place"
    if kind in HEADS:
        return fact.kind == "thing" and of_kind(kind, fact)
    return fact.kind == "organisation" or called(kind, fact)


def of_kind(kind: str, fact: Fact) -> bool:
    """Whether a name is of something of a kind."""
    if kind in PLACES:
        return place_noun(fact.base) == kind
    if kind in HEADS:
        return not HEADS[kind].isdisjoint(fact.base.split())
    return called(kind, fact) or noun_of(fact.base) == kind


def called(kind: str, fact: Fact) -> bool:
    """Whether a name says itself of what kind it is: "University Hospital"."""
    return kind.capitalize() in fact.base.split()


def unsure(fact: Fact) -> bool:
    """Whether nobody knows what kind of place or body a name is of."""
    if fact.kind == "place":
        return not place_noun(fact.base)
    return fact.kind == "organisation" and noun_of(fact.base) == "organisation"
