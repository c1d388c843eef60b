"""Other persons: the article's own, then people of the same make who lived at the time."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.english.options.knowledge import people

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.known import Known
    from quiz.languages.protocol import Fact

NUMBERED = re.compile(r"\b[IVX]+$")
RULING = "politics"
NOW = (2005, 2026)
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
            if word in lists.fields:
                return lists.fields[word]
    return ""


def ruling(base: str) -> bool:
    """Whether a person is known to many for politics: beside others nobody believes in such."""
    known = people().named.get(base)
    return known is not None and known.field == RULING


def _years(doc: EnglishDocument) -> tuple[int, int]:
    day = doc.published.day
    if day is not None:
        return day.year, day.year
    years = [d.found.when.last.year for d in doc.dates if d.found.when.last]
    return (min(years), max(years)) if years else NOW


def _famous(doc: EnglishDocument, field: str, key: str, gender: str) -> list[str]:
    """Return people of a field who were known when the article was written, the near ones first."""
    first, last = _years(doc)
    named = {f.base for f in doc.facts if f.kind == "person"}
    lists = people()
    mine = lists.named.get(key)
    found = [
        k
        for k in lists.known
        if k.field == field and k.first <= last and first <= k.last
        and (not gender or k.gender == gender)
        and not any(same_person(k.name, other) for other in named)
        and k.name.split()[-1] not in doc.text
    ]  # fmt: skip
    nation = mine.nation if mine else ""

    def near(k: Known) -> bool:
        return k.nation == nation

    rng = chance(doc.text[:80], key, "famous")
    close = mixed(rng, [k.name for k in found if near(k)])
    wide = mixed(rng, [k.name for k in found if not near(k)])
    return close[:5] + wide[:6]


def person_rivals(
    doc: EnglishDocument, key: Fact, avoid: Collection[str], *, gendered: bool = False
) -> list[str]:
    """Return other persons: the article's own first, those it names most ahead.

    `avoid` are persons the sentence is or may be true of. With `gendered`, the stem tells the
    key's gender. Nobody is made up: where the article has too few, there are few.
    """
    base = key.base
    gender = gender_of(key)
    if gendered and not gender:
        return []
    rng = chance(doc.text[:80], base)
    counted, genders = doc.persons, doc.genders
    own = [
        other
        for other in mixed(rng, sorted(dict(counted.most_common(CROWD))))
        if other not in avoid
        and (" " in other) == (" " in base)
        and not any(same_person(other, one) for one in (base, *avoid))
        and (genders[other] == gender or not gendered)
        and not (ruling(other) and field_of(doc, base) != RULING)
    ]
    own.sort(key=lambda other: (genders[other] not in {gender, ""}, -counted[other]))
    extra: list[str] = []
    field = field_of(doc, base)
    if base in people().named or (field and len(own) < FEWEST):
        extra = _famous(doc, field, base, gender)
    mine = (base, *avoid, *own)
    others = (p for p in extra if not any(same_person(p, o) for o in mine))
    return [*own[:6], *islice(others, MOST)][:MOST]
