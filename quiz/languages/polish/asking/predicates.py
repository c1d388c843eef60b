"""What a name is said to be behind it, and of which country: "Jan Kos, lekarz z Kenii"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.polish.asking.attributes import (
    Apposed,
    adjective_fits,
    alone,
    country_of,
    headed,
    noun_fits,
)
from quiz.languages.polish.knowledge import countries
from quiz.languages.polish.morph import ADJECTIVAL, CASES
from quiz.languages.polish.nominative import nominative
from quiz.languages.polish.phrases import DASHES, QUOTES
from quiz.languages.polish.tables import ROLES

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.names import Name

LINKS = {**dict.fromkeys(DASHES, "nom"), "to": "nom", "jest": "inst", "był": "inst", "była": "inst"}
"""What leads to a predicate, and the case it wants."""
STATE_BODIES = frozenset(
    {"armia", "rząd", "dyplomacja", "parlament", "sztab", "policja", "wywiad", "flota", "marynarka",
     "lotnictwo", "resort", "ministerstwo", "episkopat", "opozycja", "reprezentacja", "kadra",
     "delegacja", "prezydent", "premier", "kontrwywiad", "senat", "prokuratura", "federacja"}
)  # fmt: skip
"""Bodies that every country has: the adjective beside one tells of which it is."""
STATE_ACRONYMS = frozenset({"MSZ", "MON", "MSW", "MSWiA"})
CITIZEN = "obywatel"
"""The noun of whoever is told by his nation: "Portugalczyk"."""


def behind(doc: PolishDocument, name: Name) -> Apposed | None:
    """Read "– irlandzkie linie lotnicze" or ", austriacki pisarz," behind a name."""
    words, last = doc.words, doc.sentences[name.sentence].last
    k = name.last
    if k < last and words[k].text in QUOTES:
        k += 1
    if k < last and words[k].text == "(":
        k = next((j + 1 for j in range(k, last) if words[j].text == ")"), last)
    if k >= last:
        return None
    led = "comma" if words[k].text == "," else LINKS.get(words[k].lower, "")
    if not led:
        return None
    i = next((j for j in range(k + 1, min(k + 4, last)) if country_of(words[j])), None)
    if i is None or not all(words[j].has(*ADJECTIVAL) for j in range(k + 1, i)):
        return None
    if not alone(doc, i, k + 1):
        return None
    head = headed(doc, i, min(i + 4, last))
    if head is None or head in doc.named:
        return None
    end = head + 1
    fits = adjective_fits(words[i]) & noun_fits(words[head])
    while (
        end < last
        and end not in doc.named
        and fits & adjective_fits(words[end])
        and not words[end].has("ppas", "pact")  # "chrześcijanka skazana na śmierć"
    ):
        fits &= adjective_fits(words[end])
        end += 1
    follows = words[end] if end < last else None
    if follows is not None and (end in doc.named or follows.text in QUOTES or follows.capital):
        return None  # another name: "Engie, niemiecki koncern Uniper"
    cases = {c for c, _, _ in fits}
    if led in {"nom", "inst"} and led not in cases:
        return None
    if led == "comma" and name.kind == "person" and not name.cases & cases:
        return None
    if led == "comma" and name.kind != "person":
        return None
    plain = frozenset(r.lemma for r in words[head].readings if r.pos == "subst")
    made = nominative(doc.morphology, doc.text, words[i:end], CASES, plain)
    if made is None:
        return None
    pieces = made.text.split()
    del pieces[0]
    numbers = {n for _, n, _ in fits}
    gender = made.gender
    return Apposed(
        name,
        i,
        country_of(words[i]),
        made.lemma,
        " ".join(pieces),
        gender,
        numbers == {"pl"},
        cases=frozenset(cases - {"voc"} if led == "comma" else {"nom"}),
    )


def _state(base: str) -> bool:
    """Whether a name is that of a country of today: not Szkocja, not Czechosłowacja."""
    known = countries()
    return known.names.get(known.codes.get(base, "")) == base


def of_country(doc: PolishDocument, name: Name) -> Apposed | None:
    """Read "minister transportu Norwegii" before or behind a name."""
    if name.kind != "person":
        return None
    known = countries()
    for role in doc.roles:
        land = doc.named.get(role.last - 1)
        if role.holder != name or land is None or not _state(land.base):
            continue
        if land.last != role.last or land.first <= role.first:
            continue
        text = role.base.removesuffix(f" {doc.span(land.first, land.last)}")
        code = known.codes[land.base]
        if text == role.base:
            return None
        # The trainer of a country's team need not be of the country.
        other = ROLES.get(role.noun) not in {"state", "government"}
        return Apposed(name, land.first, code, role.noun, text, body=other)
    return None


def of_body(doc: PolishDocument, name: Name) -> Apposed | None:
    """Read "rzecznik ukraińskiej armii" before or behind a name."""
    if name.kind != "person":
        return None
    for role in doc.roles:
        i = role.first + 1
        if role.holder != name or i + 1 >= role.last:
            continue
        code = country_of(doc.words[i])
        kept = doc.words[i + 1]
        state = kept.text in STATE_ACRONYMS or any(r.lemma in STATE_BODIES for r in kept.readings)
        pieces = role.base.split()
        if code and state and len(pieces) > 2 and alone(doc, i, role.first):
            del pieces[1]
            return Apposed(name, i, code, role.noun, " ".join(pieces), body=True)
    return None


def of_people(doc: PolishDocument, name: Name) -> Apposed | None:
    """Read "Portugalczyk" before a name."""
    i = name.first - 1
    if name.kind != "person" or i < doc.sentences[name.sentence].first:
        return None
    known = countries().adjectives
    for r in doc.words[i].readings:
        if r.pos == "subst" and r.lemma in known and "sg" in r.number and r.cases & name.cases:
            # "Szwed" is a woman's surname as well, "Szwedka" no man's.
            man = any("m1" in o.genders for o in doc.words[i].readings if o.lemma == r.lemma)
            gender = "m1" if man else "f"
            return Apposed(name, i, known[r.lemma], CITIZEN, "", gender, cases=r.cases)
    return None


def from_country(doc: PolishDocument, name: Name) -> Apposed | None:
    """Read ", lekarka z Kenii" behind a name."""
    words, k = doc.words, name.last
    last = doc.sentences[name.sentence].last
    if name.kind != "person" or k + 3 >= last or words[k].text != ",":
        return None
    z = next((j for j in range(k + 2, min(k + 4, last - 1)) if words[j].lower in {"z", "ze"}), 0)
    land = doc.named.get(z + 1) if z else None
    if land is None or not _state(land.base):
        return None
    noun = words[z - 1]
    for r in noun.readings:
        if r.pos == "subst" and "sg" in r.number and r.cases & name.cases:
            gender = "f" if "f" in r.genders else "m1"
            code = countries().codes[land.base]
            return Apposed(name, z + 1, code, r.lemma, r.lemma, gender)
    return None
