"""Names of persons and places in every case: by the dictionary, else by their ending."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from quiz.languages.data_files import read_data
from quiz.languages.polish.mentions import FAMILY_FIRST, GIVEN, INSIDE, NAME_LABELS
from quiz.languages.polish.morph import ADJECTIVAL
from quiz.languages.polish.paradigms import paradigm, readings

if TYPE_CHECKING:
    from quiz.languages.polish.morph import Morphology, Reading

_FIXED = re.compile(r"[IVX]+|[A-ZŁŚŻŹĆ]\.?")
"""What in a name is never inflected: the number of a ruler, an initial."""
_UNCERTAIN = re.compile(r"[aeou]i$|ya$")
"""Endings whose forms nobody is sure of: "Mihai", "Kaya"."""
_LOCATIVES: dict[str, str] = read_data("polish_places")["locatives"]


def _known(morphology: Morphology, part: str, gender: str, case: str) -> str:
    """Return the dictionary's form of a given name or surname, or nothing."""
    forms = [
        form
        for form, r in morphology.forms(part)
        if r.labels & NAME_LABELS
        and r.lemma == part
        and "sg" in r.number
        and case in r.cases
        and gender in r.genders
    ]
    return next((f for f in forms if any(r.lemma == part for r in morphology.readings(f))), "")


def _unknown(morphology: Morphology, part: str, gender: str, case: str) -> str:
    """Return a form by the paradigm of the ending, or nothing where that is not certain."""
    ours = [r for r in morphology.readings(part) if r.lemma.lower() == part.lower()]
    common = any(not r.lemma[1:].isupper() for r in ours) and part not in GIVEN
    if common or not gender or _UNCERTAIN.search(part):
        return ""
    forms = paradigm(part, gender).get(case, frozenset())
    form = next(iter(forms)) if len(forms) == 1 else ""
    return form if (part, gender, case) in readings(form or "-") else ""


@lru_cache(maxsize=8192)
def inflect_person(morphology: Morphology, base: str, gender: str, case: str) -> str:
    """Return a person's name in a case, or nothing where the paradigm is not certain.

    Of a name in Asian order only the last part is inflected ("Kim Dzong Unem"); every form is
    analysed back to its nominative before it is given.
    """
    if case == "nom":
        return base
    parts = base.split()
    asian = parts[0] in FAMILY_FIRST and len(parts) > 1
    out = []
    for i, part in enumerate(parts):
        fixed = _FIXED.fullmatch(part) or part.lower() in INSIDE
        if (i and fixed) or (asian and i < len(parts) - 1):
            out.append(part)
            continue
        pieces = part.split("-")
        forms = [
            _known(morphology, piece, gender, case) or _unknown(morphology, piece, gender, case)
            for piece in pieces
        ]
        whole = _known(morphology, part, gender, case)
        if not whole and not all(forms):
            return ""
        out.append(whole or "-".join(forms))
    return " ".join(out)


def _named(morphology: Morphology, word: str) -> Reading | None:
    """Return how the nominative of a place is read, the names of places first."""
    found = [r for r in morphology.readings(word) if r.pos == "subst" and "nom" in r.cases]
    found.sort(
        key=lambda r: (
            "nazwa_geograficzna" not in r.labels,
            r.lemma != word,
            ("sg" in r.number) == (word[-1] in "iy"),
        )
    )
    return found[0] if found else None


@lru_cache(maxsize=8192)
def inflect_place(morphology: Morphology, base: str, case: str) -> str:
    """Return a place's name in a case, or nothing; an adjective is inflected with its noun."""
    if case == "loc" and base in _LOCATIVES:
        return _LOCATIVES[base]
    parts = base.split()
    if len(parts) == 1:
        reading = _named(morphology, base)
        if reading is None or "nazwa_geograficzna" not in reading.labels:
            return ""
        number = "pl" if "sg" not in reading.number else "sg"
        return next(
            (
                form
                for form, r in morphology.forms(reading.lemma)
                if "nazwa_geograficzna" in r.labels and r.lemma == reading.lemma
                and number in r.number and case in r.cases
            ),
            "",
        )  # fmt: skip
    if len(parts) != 2:
        return ""
    for noun, adjective in ((parts[1], parts[0]), (parts[0], parts[1])):
        head = _named(morphology, noun)
        if head is None:
            continue
        for r in morphology.readings(adjective):
            if r.pos not in ADJECTIVAL or "nom" not in r.cases:
                continue
            number = next((n for n in ("sg", "pl") if n in head.number & r.number), "")
            gender = min(head.genders & r.genders, default="")
            if not number or not gender:
                continue
            need = next((x for x in ("pos", "aff") if x in r.rest), "")
            one = morphology.inflect(head.lemma, "subst", number, case, gender)
            other = morphology.inflect(r.lemma, r.pos, number, case, gender, need)
            if one and other:
                forms = {noun: one.capitalize(), adjective: other.capitalize()}
                return " ".join(forms[p] for p in parts)
    return ""
