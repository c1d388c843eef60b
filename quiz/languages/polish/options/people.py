"""Other persons: the article's own, then people of the same make who lived at the time."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.known import friends
from quiz.languages.lives import active, apart, of_nation, years_of
from quiz.languages.polish.inflection import inflect_person
from quiz.languages.polish.knowledge import countries, known_as, people
from quiz.languages.polish.mentions import FAMILY_FIRST
from quiz.languages.polish.options.death import said_dead
from quiz.languages.polish.options.nations import told_countries

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.languages.known import Known
    from quiz.languages.lives import Years
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.names import Name

NATIONAL = {
    "PL": re.compile(r"(?:ski|cki|dzki|ska|cka|dzka|icz|czyk|ński|ak)$"),
    "UA": re.compile(r"(?:enko|czuk|yszyn|ruk)$"),
    "RU": re.compile(r"(?:[oe]w|[oe]wa|in|ina|skij|ska?ja)$"),
}
"""Surnames tell a nation where the given name does not."""
SHARED = frozenset({"EN", "DE", "FR", "ES", "PK", "AR", "CZ", "NO", "NL"})
"""Lists of given names that several nations share."""
LANGUAGES = {
    "GB": "EN", "US": "EN", "CA": "EN", "AU": "EN", "NZ": "EN", "IE": "EN", "AT": "DE", "CH": "DE",
    "MX": "ES", "CL": "ES", "CO": "ES", "PE": "ES", "VE": "ES", "SA": "AR", "EG": "AR", "IQ": "AR",
    "SY": "AR", "JO": "AR", "LB": "AR", "SE": "NO", "DK": "NO", "SK": "CZ", "BE": "NL",
}  # fmt: skip
"""Whose names a country's people have, where no list is its own."""
COMPETING = frozenset({"tennis", "athletics", "skiing", "football"})
"""Fields in which men and women do not meet."""
NOTED = frozenset({"state", "church"})
"""Ranks whose holders are known beyond their own house."""
FEWEST = 3
"""Distractors that a question needs."""
SHORT = 4
"""Letters of a surname that loses none in any case."""
CHARACTERS = frozenset({"rola", "postać"})
"""Before the name of somebody who is in a film alone."""
OFTEN = 3
"""How often the article names somebody whose first name it never tells and all know."""
ROMAN = re.compile(r"\b[IVX]+$")


def _plain(name: str) -> str:
    """Return a name without the marks over its letters: "Erdoğan" is written without them too."""
    marked = unicodedata.normalize("NFKD", name)
    return "".join(c for c in marked if not unicodedata.combining(c))


@lru_cache(maxsize=16384)
def same_person(one: str, other: str) -> bool:
    """Whether two names could be of one person: one surname, or one name within the other."""
    if ROMAN.search(one) or ROMAN.search(other):
        return one == other
    a, b = _plain(one).split(), _plain(other).split()
    return a[-1] == b[-1] or set(a) <= set(b) or set(b) <= set(a)


def field_of(doc: PolishDocument, base: str) -> str:
    """Return what a person of the article is known for, by their role or by their own name."""
    lists = people()
    known = known_as(base)
    if known is not None:
        return known.field
    held = (r.noun for r in doc.roles if r.holder.base == base)
    return next((lists.fields[noun] for noun in held if noun in lists.fields), "")


def nation_of(doc: PolishDocument, base: str) -> str:
    """Return the nation of a person by role ("rosyjski minister"), given name or surname."""
    lists = people()
    known = known_as(base)
    if known is not None:
        return known.nation
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
        return "" if fitting[0] in SHARED else fitting[0]
    by_surname = [n for n, ending in NATIONAL.items() if ending.search(last)]
    if first and "PL" not in fitting and not _given_alone(doc, first):
        by_surname = [n for n in by_surname if n != "PL"]  # "Swiatłana Aleksijewicz"
    found = next((n for n in by_surname if n in fitting or not fitting), "")
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
    return _scene(doc)


def _scene(doc: PolishDocument) -> str:
    """Return the country that an article names most, none if that is Poland."""
    codes = countries().codes
    named = Counter(codes[n.base] for n in doc.names if n.kind == "place" and n.base in codes)
    return next((code for code, _ in named.most_common(1) if code != "PL"), "")


@cache
def _in_field(field: str) -> tuple[Known, ...]:
    return tuple(k for k in people().known if k.field == field)


def _famous(doc: PolishDocument, field: str, nation: str, years: Years) -> list[str]:
    """Return people known for a field in the years, of the nation or of a field without any."""
    named = {n.base for n in doc.names if n.kind == "person"}
    found = [
        k
        for k in _in_field(field)
        if k.nation in {nation, "world"}
        and active(k, years)
        and stem_of(k.name) not in doc.text
        and not any(same_person(k.name, other) for other in named)
    ]
    near = [k.name for k in found if k.nation == nation]
    return near if len(near) >= FEWEST else near + [k.name for k in found if k.nation != nation]


def _namesakes(base: str, nation: str) -> str:
    """Return the list of names that somebody's own could be from, or nothing.

    It is that of the given name; but where the surname is one of the country that the article is
    about, that country's: "Joseph Nadeem" is from Pakistan.
    """
    lists = people()
    first, _, last = base.partition(" ")
    own = LANGUAGES.get(nation, nation)
    home = {n for table in (lists.given, lists.surnames) for n in table.get(own, {}).values()}
    of_first = [n for n, table in lists.given.items() if any(first in x for x in table.values())]
    if any(last in names for names in home) or own in of_first or not of_first:
        return own if own in lists.surnames else ""
    return of_first[0] if len(of_first) == 1 and of_first[0] in lists.surnames else ""


def _ordinary(doc: PolishDocument, key: Name, nation: str) -> list[str]:
    """Return names nobody knows, for a key nobody knows: given name and surname of one nation."""
    lists = people()
    gender = key.gender if key.gender in {"m1", "f"} else "m1"
    table = _namesakes(key.base, nation or _scene(doc))
    if not table:
        return []
    rng = chance(doc.text[:80], key.base, "names")
    given = mixed(rng, lists.given[table][gender])
    surnames = mixed(rng, lists.surnames[table][gender])
    taken = set(key.base.split())
    pairs = zip(given, surnames, strict=False)
    return [f"{a} {b}" for a, b in pairs if a not in taken and b not in taken and b not in doc.text]


ALIAS = re.compile(
    r"^\W{0,2}(?:(?:a|czyli|vel|znan\w+|inaczej|właśc\w*\.?|jako|lepiej|także|też) ?)+$"
)
"""What stands between two names of one person: "Asia Bibi, a właściwie Asia Noreen"."""


def _aliases(doc: PolishDocument, base: str) -> set[str]:
    """Return the names under which the article says that somebody is known."""
    persons = [n for n in doc.names if n.kind == "person"]
    return {
        name
        for a, b in itertools.pairwise(persons)
        if a.sentence == b.sentence and ALIAS.match(doc.span(a.last, b.first))
        for name in (a.base, b.base)
        if base in {a.base, b.base}
    }


def stem_of(base: str) -> str:
    """Return what stays of a surname in every case: "Sabalenk" of "Sabalenka"."""
    last = base.rsplit(maxsplit=1)[-1]
    return last[:-1] if len(last) > SHORT else last


def person_rivals(
    doc: PolishDocument, key: Name, avoid: Collection[str], *, gender: str = ""
) -> list[str]:
    """Return other persons in the nominative: the article's own first, those it names most ahead.

    `avoid` are persons the sentence is or may be true of. With `gender`, all are of it, for a
    form that shows it. Nothing is made up beside a person many know; nobody was dead or out of
    office at the time, of another field, or, where enough are left, of another nation than the
    key.
    """
    rng = chance(doc.text[:80], key.base)
    listed = people().named
    years = years_of(doc, key.sentence, known_as(key.base))
    rank = doc.rank(key.base)
    field = field_of(doc, key.base) or {"church": "church", "army": "army"}.get(rank, "")
    if not field and rank in {"state", "government"}:
        field = "politics"
    nation = nation_of(doc, key.base)
    own = _own(doc, key, avoid, gender=gender, field=field, years=years)
    extra: list[str] = []
    wanted = gender or key.gender
    known = known_as(key.base)
    # A surname alone is borne by many: a politician's is the one that the press needs no more of.
    noted = key.base in listed or (known is not None and known.field == "politics")
    if noted or (field and rank in NOTED):
        famous = _famous(doc, field, nation, years)
        extra = [p for p in famous if not wanted or listed[p].gender == wanted]
        extra = mixed(rng, extra[:7])
    if " " not in key.base and rank != "church" and _given_alone(doc, key.base):
        return []  # "Franciszek": whoever bears one name has nobody beside
    alone = " " not in key.base and not ROMAN.search(key.base) and rank != "church"
    told = not alone or (nation and key.sure and doc.certain(key.base))
    if key.base not in listed and told and wanted and len(extra) < FEWEST:
        extra += _ordinary(doc, key, nation)
    extra = [p for p in extra if not any(same_person(p, o) for o in (key.base, *avoid))]
    kin = of_nation(own, [nation_of(doc, p) for p in own], nation)
    if len(kin) + len(extra) < FEWEST:
        at = next(s for s in doc.sentences if s.number == key.sentence)
        lands = told_countries(doc.words[at.first : at.last]) - {nation, *friends(nation)}
        kin = [p for p in own if p in kin or nation_of(doc, p) not in lands]
    found = kin[:6] + extra
    if alone:
        # Beside a surname a whole name would stand out.
        found = list(dict.fromkeys(s for p in found if (s := _called(p))))
    return found[:MOST]


def _own(
    doc: PolishDocument, key: Name, avoid: Collection[str], *, gender: str, field: str, years: Years
) -> list[str]:
    """Return the article's other persons who could have done what the key did, most named first."""
    rng = chance(doc.text[:80], key.base)
    counted = Counter(n.base for n in doc.names if n.kind == "person")
    genders = {n.base: n.gender for n in doc.names if n.kind == "person" and n.gender}
    dead = said_dead(doc.text, stem_of(key.base))
    roles_played = {
        n.base
        for n in doc.names
        if n.kind == "person" and n.first and doc.words[n.first - 1].lemma("subst") in CHARACTERS
    }
    avoid = {*avoid, *_aliases(doc, key.base)}

    def fits(base: str) -> bool:
        known = known_as(base)
        if known is None:
            return dead or not said_dead(doc.text, stem_of(base))
        if apart(field, known.field) or (known.field == "politics" and not field):
            return False
        return active(known, years)

    own = [
        base
        for base in mixed(rng, sorted(counted))
        if base not in avoid
        and base not in roles_played
        and (" " in base or " " not in key.base or counted[base] >= OFTEN)
        and not any(same_person(base, other) for other in (key.base, *avoid))
        and doc.certain(base)
        and (not gender or genders.get(base) == gender)
        and (genders.get(base, "") in {"", "m1", key.gender} or not key.gender)
        and fits(base)
    ]
    own.sort(key=lambda base: -counted[base])
    if known_as(key.base) and field in COMPETING:
        own = [base for base in own if genders.get(base, key.gender) == key.gender]
    return own


def _given_alone(doc: PolishDocument, base: str) -> bool:
    """Whether a name is a given name and no surname."""
    labels = {label for r in doc.morphology.readings(base) for label in r.labels}
    return "imię" in labels and "nazwisko" not in labels


def _called(base: str) -> str:
    """Return what the press calls somebody it has named before; nothing where that is not sure."""
    parts = base.split()
    if parts[0] in FAMILY_FIRST:
        return base
    return parts[-1] if len(parts) < 3 and not ROMAN.search(base) else ""


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
    """Return names in a case, without those whose gender differs or whose forms are uncertain.

    A surname alone is inflected as somebody's of that gender, or not at all.
    """
    out: list[str] = []
    for base in bases:
        if gender_of(doc, base) == gender or " " not in base:
            form = inflect_person(doc.morphology, base, gender, case)
            if form:
                out.append(form)
    return out
