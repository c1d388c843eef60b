"""Other persons: the article's own, then people of the same make who lived at the time."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.polish.inflection import inflect_person
from quiz.languages.polish.knowledge import countries, people
from quiz.languages.polish.mentions import FAMILY_FIRST

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.languages.known import Known
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.names import Name

NATIONAL = {
    "PL": re.compile(r"(?:ski|cki|dzki|ska|cka|dzka|icz|czyk|ński|ak)$"),
    "UA": re.compile(r"(?:enko|czuk|yszyn|ruk)$"),
    "RU": re.compile(r"(?:[oe]w|[oe]wa|in|ina|skij|ska?ja)$"),
}
"""Surnames tell a nation where the given name does not."""
COMPETING = frozenset({"tennis", "athletics", "skiing", "football"})
"""Fields in which men and women do not meet."""
OFTEN = 3
"""How often the article names somebody whose first name it never tells and all know."""
ROMAN = re.compile(r"\b[IVX]+$")


def same_person(one: str, other: str) -> bool:
    """Whether two names could be of one person: one surname, or one name within the other."""
    if ROMAN.search(one) or ROMAN.search(other):
        return one == other
    a, b = one.split(), other.split()
    return a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a)


def field_of(doc: PolishDocument, base: str) -> str:
    """Return what a person of the article is known for, by their role or by their own name."""
    lists = people()
    if base in lists.named:
        return lists.named[base].field
    held = (r.noun for r in doc.roles if r.holder.base == base)
    return next((lists.fields[noun] for noun in held if noun in lists.fields), "")


def nation_of(doc: PolishDocument, base: str) -> str:
    """Return the nation of a person by role ("rosyjski minister"), given name or surname."""
    lists = people()
    if base in lists.named:
        return lists.named[base].nation
    adjectives = countries().adjectives
    for role in doc.roles:
        if role.holder.base == base:
            for word in doc.words[max(role.first - 1, 0) : role.last]:
                for reading in word.readings:
                    if reading.lemma in adjectives:
                        return adjectives[reading.lemma]
    first, *_, last = base.split() if " " in base else ("", base)
    fitting = [
        n for n, table in lists.given.items() if any(first in names for names in table.values())
    ]
    if len(fitting) == 1:
        return {"EN": "GB"}.get(fitting[0], fitting[0])
    by_surname = [n for n, ending in NATIONAL.items() if ending.search(last)]
    found = next(
        (n for n in by_surname if n in fitting or not fitting), fitting[0] if fitting else ""
    )
    return found or _by_dictionary(doc, first, last)


def _by_dictionary(doc: PolishDocument, first: str, last: str) -> str:
    """Return PL for a name all of which the dictionary has, else the country the article is about.

    An article from Lahore names people of Lahore; it says of others where they are from.
    """
    if not first:
        return ""
    read = doc.morphology.readings
    known = [
        any(label in r.labels for r in read(part))
        for part, label in ((first, "imię"), (last, "nazwisko"))
    ]
    if any(known):
        return "PL" if all(known) else ""
    codes = countries().codes
    named = Counter(codes[n.base] for n in doc.names if n.kind == "place" and n.base in codes)
    return next((code for code, _ in named.most_common(1) if code != "PL"), "")


def _time(doc: PolishDocument) -> tuple[int, int]:
    """Return the years an article speaks of; today's news where it names none."""
    years = [d.found.when.last.year for d in doc.dates if d.found.when.last]
    return (min(years), max(years)) if years else (2015, 2026)


def _famous(doc: PolishDocument, field: str, nation: str) -> list[Known]:
    first, last = _time(doc)
    named = {n.base for n in doc.names if n.kind == "person"}
    found = [
        k
        for k in people().known
        if k.field == field
        and k.first <= last
        and first <= k.last
        and not any(same_person(k.name, other) for other in named)
        and k.name.split()[-1] not in doc.text
    ]
    region = countries().regions.get(nation, "")
    near = [k for k in found if k.nation in {nation, region}]
    wide = [k for k in found if k.nation not in {nation, region}]
    # Polish politicians stand beside Poles only: beside a foreigner a Polish reader knows them
    wide = [k for k in wide if k.nation != "PL" or field not in {"politics", "army"}]
    wide.sort(key=lambda k: k.nation != "world")
    return near + ([] if len(near) >= 4 and nation == "PL" else wide)


def _ordinary(doc: PolishDocument, key: Name, nation: str) -> list[str]:
    """Return names nobody knows, for a key nobody knows: given name and surname of one nation."""
    lists = people()
    table = lists.tables.get(nation, nation)
    gender = key.gender if key.gender in {"m1", "f"} else "m1"
    if table not in lists.given or table not in lists.surnames:
        return []
    rng = chance(doc.text[:80], key.base, "names")
    given = mixed(rng, lists.given[table][gender])
    surnames = mixed(rng, lists.surnames[table][gender])
    taken = set(key.base.split())
    pairs = zip(given, surnames, strict=False)
    return [f"{a} {b}" for a, b in pairs if a not in taken and b not in taken and b not in doc.text]


def person_rivals(
    doc: PolishDocument, key: Name, avoid: Collection[str], *, gender: str = ""
) -> list[str]:
    """Return other persons in the nominative: the article's own first, those it names most ahead.

    `avoid` are persons the sentence is or may be true of. With `gender`, all are of it, for a
    form that shows it. Nothing is made up beside a person many know, nor the reverse.
    """
    rng = chance(doc.text[:80], key.base)
    counted = Counter(n.base for n in doc.names if n.kind == "person")
    genders = {n.base: n.gender for n in doc.names if n.kind == "person" and n.gender}
    own = [
        base
        for base in mixed(rng, sorted(counted))
        if base not in avoid
        and (" " in base or " " not in key.base or counted[base] >= OFTEN)
        and not any(same_person(base, other) for other in (key.base, *avoid))
        and doc.certain(base)
        and (not gender or genders.get(base) == gender)
        and (genders.get(base, "") in {"", "m1", key.gender} or not key.gender)
    ]
    own.sort(key=lambda base: -counted[base])
    rank = doc.rank(key.base)
    field = field_of(doc, key.base) or {"church": "church", "army": "army"}.get(rank, "")
    if not field and rank in {"state", "government"}:
        field = "politics"
    nation = nation_of(doc, key.base)
    noted = key.base in people().named
    if noted and field in COMPETING:
        own = [base for base in own if genders.get(base, key.gender) == key.gender]
    extra: list[str] = []
    wanted = gender or key.gender
    if noted or (field and rank in {"state", "church"}):
        famous = [k for k in _famous(doc, field, nation) if not wanted or k.gender == wanted]
        extra = mixed(rng, [k.name for k in famous[:6]])
    elif " " in key.base and wanted:
        extra = _ordinary(doc, key, nation)
    extra = [p for p in extra if not any(same_person(p, o) for o in (key.base, *avoid))]
    found = own[:6] + extra
    if " " not in key.base and not ROMAN.search(key.base) and rank != "church":
        # Beside a surname a whole name would stand out.
        found = list(dict.fromkeys(s for p in found if (s := _called(p))))
    return found[:MOST]


def _called(base: str) -> str:
    """Return what the press calls somebody it has named before; nothing where that is not sure."""
    parts = base.split()
    if parts[0] in FAMILY_FIRST:
        return base
    return parts[-1] if len(parts) < 3 else ""


def gender_of(doc: PolishDocument, base: str) -> str:
    """Return the gender of a rival: the article's, the list's, or that of its given name."""
    for name in doc.names:
        if name.kind == "person" and name.base == base and name.gender:
            return name.gender
    if base in people().named:
        return people().named[base].gender
    first = base.partition(" ")[0]
    found = {
        gender
        for table in people().given.values()
        for gender, names in table.items()
        if first in names
    }
    return found.pop() if len(found) == 1 else ""


def person_forms(doc: PolishDocument, bases: list[str], gender: str, case: str) -> list[str]:
    """Return names in a case, without those whose gender differs or whose forms are uncertain."""
    out: list[str] = []
    for base in bases:
        if gender_of(doc, base) == gender:
            form = inflect_person(doc.morphology, base, gender, case)
            if form:
                out.append(form)
    return out
