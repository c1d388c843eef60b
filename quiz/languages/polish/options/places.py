"""Other places of the same kind: countries of the region, towns of the country, parts of one."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.known import friends, has_office, women_held
from quiz.languages.lives import years_of
from quiz.languages.polish.knowledge import areas, countries, known_as, place_groups
from quiz.languages.polish.options.decline import fits, place_in
from quiz.languages.polish.options.nations import told_countries
from quiz.languages.polish.options.people import nation_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Word
    from quiz.languages.protocol import Fact

OFFICES = {
    "prezydent": "president", "premier": "premier", "kanclerz": "chancellor", "król": "monarch",
    "królowa": "monarch",
}  # fmt: skip
"""Offices that not every country has."""
CLOSE = 12
"""Towns of about the size of one that are thought of as others."""


@lru_cache(maxsize=4096)
def place_kind(base: str) -> str:
    """Return "country", "city", "area" or the name of a group; nothing for a place unknown."""
    known = countries()
    if base in known.codes and known.names[known.codes[base]] == base:
        return "country"
    if base in known.towns:
        return "city"
    if any(base in members for members in areas().values()):
        return "area"
    groups = place_groups()
    return next((g for g, members in groups.items() if any(base in m for m in members)), "")


def _own(doc: PolishDocument, kind: str) -> list[str]:
    """Return the article's places of a kind, what it names most first."""
    named = Counter(f.base for f in doc.facts if f.kind == "place")
    return [base for base, _ in named.most_common() if place_kind(base) == kind]


def place_rivals(
    doc: PolishDocument, base: str, mentioned: Collection[str], told: Sequence[Word] = ()
) -> list[str]:
    """Return other places of the same kind in the nominative, none of `mentioned`.

    `told` are the words of the sentence: what they name by another word (rosyjski, KRLD) is
    left out too; towns lie in its country when the key does, and in none it names otherwise.
    """
    kind = place_kind(base)
    if not kind:
        return []
    known = countries()
    rng = chance(doc.text[:80], base)
    actors = _actors(doc, base, told)
    named = told_countries(told) | {known.codes[m] for m in mentioned if m in known.codes}
    if kind == "country":  # "Moskwa" is Russia itself where it denies or agrees
        named |= {c for m in mentioned if known.capitals.get(c := known.towns.get(m, "")) == m}
    mine = known.codes.get(base) or known.towns.get(base, "")
    if not told and actors != {mine}:
        actors -= {mine}  # of which sentence the people are is not known
    if kind == "country" and mine in actors:
        return []  # who speaks or acts in the sentence tells the country
    if kind == "country":
        named |= actors
        found = known.rivals(base, _own(doc, "country"), named, chance(doc.text[:80], base, "near"))
        dealt = [known.names[c] for a in sorted(actors) for c in friends(a) if c in known.names]
        if base in dealt:
            found = [p for p in found if p in dealt] + [
                p for p in mixed(rng, dealt) if p != base and known.codes[p] not in named
            ]
    elif kind == "city":
        found = _towns(doc, base, named, actors)
    else:
        if kind == "area":
            group = next(members for members in areas().values() if base in members)
        else:
            group = tuple(member[0] for member in place_groups()[kind])
        own = [p for p in _own(doc, kind) if p in group]
        found = mixed(rng, own) + mixed(rng, [p for p in group if p not in own])
    return [p for p in dict.fromkeys(found) if p != base and p not in mentioned][:MOST]


def _actors(doc: PolishDocument, base: str, told: Sequence[Word]) -> set[str]:
    """Return the nations of the people whom the sentence names beside a place.

    Nobody believes that they went abroad where they are at home. Without the words of the
    sentence it is any that names the place.
    """
    starts = {w.start for w in told}
    places = {n.sentence for n in doc.names if n.base == base}
    people = {
        n.base
        for n in doc.names
        if n.kind == "person"
        and (doc.words[n.first].start in starts if starts else n.sentence in places)
    }
    return {nation for person in people if (nation := nation_of(doc, person))}


def _towns(doc: PolishDocument, base: str, named: set[str], actors: set[str]) -> list[str]:
    """Return towns that could be meant, those of a country near in size to the key."""
    known = countries()
    order = chance(doc.text[:80], base, "near")
    code = known.towns[base]
    listed = [t for t, c in known.towns.items() if c == code]
    place = listed.index(base)
    close = sorted(listed, key=lambda t: abs(listed.index(t) - place))  # by size in the list
    same = mixed(order, close[:CLOSE])
    return known.towns_beside(base, _own(doc, "city"), same, named, actors, order)


def governed(doc: PolishDocument, fact: Fact, bases: Sequence[str]) -> list[str]:
    """Return the countries that have the office the gap belongs to: "premier _____ zapewnił".

    A verb in the past tells the holder's gender: a country whose prime minister was a woman, or
    the other way round, is left out.
    """
    before = fact.words[0] - 1
    word = doc.words[before] if before >= 0 else None
    office = (
        next((OFFICES[r.lemma] for r in word.readings if r.lemma in OFFICES), "") if word else ""
    )
    known = countries()
    after = doc.named.get(fact.words[1])
    if after is not None and after.kind == "person":
        bearer = known_as(after.base)
        if bearer is not None and bearer.nation == known.codes.get(fact.base):
            return []  # the name behind the gap tells the country
    if not office:
        return list(bases)
    first, last = years_of(doc, fact.sentence)
    mine = women_held(known.codes.get(fact.base, ""), office, first, last)
    return [
        base
        for base in bases
        if base in known.codes
        and has_office(known.codes[base], office)
        and women_held(known.codes[base], office, first, last) == mine
    ]


def agreeing(doc: PolishDocument, base: str, others: Sequence[str]) -> list[str]:
    """Return the places that a verb or adjective agrees with as with one: "Ukraina powinna"."""
    mine = _agreement(doc, base)
    return [other for other in others if mine & _agreement(doc, other)]


def _agreement(doc: PolishDocument, base: str) -> set[tuple[str, str]]:
    """Return the numbers and, in the singular, genders that a name is read with."""
    readings = doc.morphology.readings(base.partition(" ")[0])
    every = [(r.number, r.genders) for r in readings if "nom" in r.cases]
    return {("pl", "") if "pl" in n else ("sg", g) for n, genders in every for g in genders}


def place_forms(
    doc: PolishDocument, bases: Sequence[str], case: str, before: str = ""
) -> list[str]:
    """Return places in a case, without those that the preposition before the gap does not fit."""
    forms = [(base, place_in(doc.morphology, base, case)) for base in bases]
    return [form for base, form in forms if form and (not before or fits(before, base, form))]
