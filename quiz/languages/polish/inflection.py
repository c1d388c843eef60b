"""Names of persons and places in every case: by the dictionary, else by their ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.languages.polish.morph import Morphology

NAME_LABELS = frozenset({"imię", "nazwisko"})
UNKNOWN_ENDINGS = {"gen": "a", "acc": "a", "dat": "owi", "inst": "em"}


def _known(morphology: Morphology, part: str, gender: str, case: str) -> str:
    for form, r in morphology.forms(part):
        if (
            r.labels & NAME_LABELS
            and r.lemma == part
            and "sg" in r.number
            and case in r.cases
            and gender in r.genders
        ):
            return form
    return ""


def inflect_person(morphology: Morphology, base: str, gender: str, case: str) -> str:
    """Return a person's name in a case, or nothing where the paradigm is not certain."""
    if case == "nom":
        return base
    out = []
    for part in base.split():
        form = _known(morphology, part, gender, case)
        if not form:
            if morphology.readings(part) or not gender or part[-1] == "a" or "-" in part:
                return ""
            if gender == "f":
                form = part
            elif (
                case in UNKNOWN_ENDINGS
                and part[-1] in "bdfhjlłmnprstwz"
                and part[-2:] not in {"sz", "cz", "rz"}
            ):
                form = part + UNKNOWN_ENDINGS[case]
            else:
                return ""
        out.append(form)
    return " ".join(out)


def inflect_place(morphology: Morphology, base: str, case: str) -> str:
    """Return a place's name in a case; adjective and noun are inflected together."""
    parts = base.split()
    if len(parts) == 1:
        for number in ("pl", "sg") if base[-1] in "iy" else ("sg", "pl"):
            for form, r in morphology.forms(base):
                if (
                    r.pos == "subst"
                    and r.lemma == base
                    and number in r.number
                    and case in r.cases
                    and ("nazwa_geograficzna" in r.labels)
                ):
                    return form
        return ""
    if len(parts) != 2:
        return ""
    one, two = parts
    if base == "Stany Zjednoczone":
        return {
            "gen": "Stanów Zjednoczonych",
            "dat": "Stanom Zjednoczonym",
            "acc": base,
            "inst": "Stanami Zjednoczonymi",
            "loc": "Stanach Zjednoczonych",
            "nom": base,
        }[case]
    adjective, noun = (
        (one, two) if one in {"Wielka", "Nowa", "Arabia"} and one != "Arabia" else (two, one)
    )
    inflected = morphology.inflect(noun, "subst", "sg", case)
    lemma = {
        "Wielka": "wielki",
        "Nowa": "nowy",
        "Północna": "północny",
        "Południowa": "południowy",
        "Saudyjska": "saudyjski",
    }.get(adjective, "")
    changed = morphology.inflect(lemma, "adj", "sg", case, "f", "pos") if lemma else ""
    if not (inflected and changed):
        return ""
    inflected, changed = inflected.capitalize(), changed.capitalize()
    return f"{changed} {inflected}" if adjective == one else f"{inflected} {changed}"
