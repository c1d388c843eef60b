"""Which noun stands for a name that was told before: "the city" for Leeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.options.bodies import noun_of
from quiz.languages.english.options.places import place_noun

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


def words_of_kind(noun: str) -> str:
    """Return the noun of a kind of places or bodies that a noun means, nothing for any other."""
    plain = LIKE.get(noun, noun)
    return plain if plain in PLACES | BODIES else ""


def kinds_of(noun: str) -> frozenset[str]:
    """Return the kinds of facts that a noun of `words_of_kind` may stand for."""
    if not noun:
        return frozenset()
    return frozenset({"place"} if noun in PLACES else {"organisation"})


def kind_noun(fact: Fact) -> str:
    """Return the noun that tells what kind of place or body a name is of; nothing if unsure."""
    return place_noun(fact.base) if fact.kind == "place" else noun_of(fact.base)
