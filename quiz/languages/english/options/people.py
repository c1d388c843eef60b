"""Other persons: the article's own, then people of the same make who lived at the time."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.english.options.bodies import group_of
from quiz.languages.english.options.knowledge import people
from quiz.languages.english.options.places import countries, told_countries
from quiz.languages.known import friends
from quiz.languages.lives import active, apart, of_nation, years_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.lives import Years
    from quiz.languages.protocol import Fact

NUMBERED = re.compile(r"\b[IVX]+$")
MANY = {"director": ("director", "film director", "movie director")}
"""Nouns for more than one calling, with the roles that are of the field that is listed."""
RULING = "politics"
FEWEST = 3
"""With fewer persons of the article, others known for the same come in."""
CROWD = 200
"""So many persons of an article, those it names most, are thought of as others."""


def same_person(one: str, other: str) -> bool:
    """Whether two names could be of one person: one surname, or one name within the other."""
    (numbered, a, every), (like, b, all_) = _parts(one), _parts(other)
    if numbered or like:
        return one == other
    return a == b or every <= all_ or all_ <= every


@lru_cache(maxsize=8192)
def _parts(name: str) -> tuple[bool, str, frozenset[str]]:
    """Return whether a name has a number, its last word, and all of them."""
    words = name.split()
    return NUMBERED.search(name) is not None, words[-1], frozenset(words)


def gender_of(fact: Fact) -> str:
    """Return a person's gender, "m" or "f": the article's, the list's or the given name's."""
    gender = str(getattr(fact.detail, "gender", "") or "")
    return gender or gender_by_name(fact.base)


@lru_cache(maxsize=8192)
def gender_by_name(base: str) -> str:
    """Return the gender that a name tells by itself."""
    lists = people()
    if base in lists.named:
        return lists.named[base].gender
    first = base.partition(" ")[0]
    found = {g for table in lists.given.values() for g, names in table.items() if first in names}
    return found.pop() if len(found) == 1 else ""


def _roles(doc: EnglishDocument, base: str) -> list[str]:
    return [f.base.lower() for f in doc.facts if f.kind == "role" and f.value == base]


def field_of(doc: EnglishDocument, base: str) -> str:
    """Return what a person is known for, by the list or by their role."""
    lists = people()
    if base in lists.named:
        return lists.named[base].field
    for role in _roles(doc, base):
        for word in re.findall(r"[a-z-]+", role):
            if word in lists.fields and not (word in MANY and role not in MANY[word]):
                return lists.fields[word]
    return ""


def ruling(base: str) -> bool:
    """Whether a person is known to many for politics: beside others nobody believes in such."""
    known = people().named.get(base)
    return known is not None and known.field == RULING


def nation_of(doc: EnglishDocument, base: str) -> str:
    """Return the code of a person's country, by the list or by their role; nothing if unsure."""
    known = people().named.get(base)
    if known is not None:
        return known.nation
    roles = _told_roles(doc, base)
    told = {code for role in set(roles) for code in told_countries(role)}
    bodies = {f.base for f in doc.facts if f.kind == "organisation"} if roles and not told else ()
    for body in bodies:  # groups of one country end with its code: "powers_us"
        code = group_of(body).rpartition("_")[2].upper()
        if code in countries().names and any(body in role for role in roles):
            told.add(code)
    return told.pop() if len(told) == 1 else ""


def _told_roles(doc: EnglishDocument, base: str) -> list[str]:
    return doc.told_roles.get(base, [])


_BEFORE = re.compile(
    r"\b(?:[Tt]he late|deceased|(?:death|killing|murder|assassination) of)((?: [\w.'’-]+){1,4})"
)
_BEHIND = re.compile(
    r"(?<![\w'’-])([\w'’-]++)(?:,? (?:who )?(?:has died|had died|died|passed away|is dead)\b"
    r"|,? \([^()]{0,80}[–-] ?(?:[^()]{0,80} )?\d{4}\))"
)
_OWNED = re.compile(r"['’]s?$|[.]+$")


@lru_cache(maxsize=64)
def _dead(text: str) -> frozenset[str]:
    """Return the surnames of whom a text says that they are dead, and words around them."""
    behind = (word for m in _BEFORE.finditer(text) for word in m[1].split())
    return frozenset(_OWNED.sub("", w) for w in (*behind, *(m[1] for m in _BEHIND.finditer(text))))


def said_dead(text: str, base: str) -> bool:
    """Whether a text says of a person that they are dead; who is so says nothing any more."""
    return base.rsplit(maxsplit=1)[-1] in _dead(text)


def _famous(
    doc: EnglishDocument, field: str, key: str, gender: str, nation: str, years: Years
) -> list[str]:
    """Return people known for a field in the years, of the nation or of a field without any."""
    named = {f.base for f in doc.facts if f.kind == "person"}
    found = [
        k.name
        for k in people().known
        if k.field == field and k.nation in {nation, "world"} and active(k, years)
        and not any(same_person(k.name, other) for other in named)
        and k.name.split()[-1] not in doc.text
    ]  # fmt: skip
    rng = chance(doc.text[:80], key, "famous")
    alike = [name for name in found if people().named[name].gender == gender]
    return mixed(rng, alike[:8]) + mixed(rng, [name for name in found if name not in alike][:4])


def person_rivals(
    doc: EnglishDocument, key: Fact, avoid: Collection[str], *, gendered: bool = False
) -> list[str]:
    """Return other persons: the article's own first, those it names most ahead.

    `avoid` are persons the sentence is or may be true of. With `gendered`, the stem tells the
    key's gender. Nobody is made up: where the article has too few, there are few. Nobody was dead
    or out of public life at the time, of another field, or, where enough are left, of another
    nation than the key.
    """
    base = key.base
    gender = gender_of(key)
    if (gendered and not gender) or base in people().fictional:
        return []
    listed = people().named
    years = years_of(doc, key.sentence, listed.get(base))
    field, nation = field_of(doc, base), nation_of(doc, base)
    told_of = gender if gendered else ""
    own = _own(doc, base, avoid, gender=told_of, field=field, years=years)
    if len(own) < FEWEST and base not in listed:
        own = _own(doc, base, avoid, gender=told_of, field="", years=years, strict=False)
    if base not in listed:
        plain = [other for other in own if other not in listed]
        own = plain if len(plain) >= FEWEST else own  # beside the famous an unknown stands out
    own.sort(key=lambda other: (doc.genders[other] not in {gender, ""}, -doc.persons[other]))
    extra: list[str] = []
    if base in listed or (field and len(own) < FEWEST):
        extra = _famous(doc, field, base, gender, nation, years)
        if gendered:
            extra = [name for name in extra if listed[name].gender == gender]
    kin = of_nation(own, [nation_of(doc, other) for other in own], nation)
    if len(kin) + len(extra) < FEWEST:
        at = next((s for s in doc.sentences if s.number == key.sentence), None)
        told: set[str] = set()
        if at:
            told = set(told_countries(doc.text[at.start : at.end])) - {nation, *friends(nation)}
        kin = [other for other in own if other in kin or nation_of(doc, other) not in told]
    mine = (base, *avoid, *kin)
    others = (p for p in extra if not any(same_person(p, o) for o in mine))
    return [*kin[:6], *islice(others, MOST)][:MOST]


def _own(
    doc: EnglishDocument,
    base: str,
    avoid: Collection[str],
    *,
    gender: str,
    field: str,
    years: Years,
    strict: bool = True,
) -> list[str]:
    """Return the article's other persons who could have done what one did.

    Who is known for something else could not, unless that is not taken so `strict`.
    """
    listed = people().named
    dead = said_dead(doc.text, base)

    def fits(other: str) -> bool:
        known = listed.get(other)
        if known is None:
            return dead or not said_dead(doc.text, other)
        if strict and (apart(field, known.field) or (ruling(other) and field != RULING)):
            return False
        return active(known, years)

    return [
        other
        for other in mixed(
            chance(doc.text[:80], base), sorted(dict(doc.persons.most_common(CROWD)))
        )
        if other not in avoid
        and other not in people().fictional
        and other not in doc.bygone
        and (" " in other) == (" " in base)
        and not any(same_person(other, one) for one in (base, *avoid))
        and (not gender or doc.genders[other] == gender)
        and fits(other)
    ]
