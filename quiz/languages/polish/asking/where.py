"""Where something happened, whence and whither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.polish.inflection import inflect_place
from quiz.languages.polish.options import place_rivals
from quiz.languages.polish.tables import CITIES, COUNTRY_NAMES, MOTION, ON_PLACES

if TYPE_CHECKING:
    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.building import Statement

NOUNS = {"country": {"loc": "kraju", "gen": "kraju"}, "city": {"loc": "mieście", "gen": "miasta"}}
PREPOSITIONS = {"w": "loc", "we": "loc", "na": "loc", "do": "gen", "z": "gen", "ze": "gen"}
FRONTS = {"w": "W którym", "na": "W którym", "do": "Do którego", "z": "Z którego"}
NOTE = "Sprawdź, czy miejsce odnosi się do czasownika."


def kind_of(base: str) -> str:
    """Return whether a place is a country or a city that options can be found for."""
    if base in COUNTRY_NAMES:
        return "country"
    return "city" if any(base in group for group in CITIES.values()) else ""


def where(ask: Asker, s: Statement) -> None:
    """Ask for the country or city of a statement."""
    doc = ask.doc
    for k, part in enumerate(s.parts):
        if part.kind != "pp" or part.many:
            continue
        low = doc.words[part.first].lower
        case = PREPOSITIONS.get(low, "")
        name = doc.named.get(part.first + 1)
        if not case or case not in part.cases or name is None or name.kind != "place":
            continue
        kind = kind_of(name.base)
        if name.last != part.last or not kind or not _settles(ask, s, k):
            continue
        if inflect_place(doc.morphology, name.base, case) != doc.span(name.first, name.last):
            continue
        preposition = {"we": "w", "ze": "z"}.get(low, low)
        verbs = {r.lemma for r in doc.words[s.parts[s.verb].first].readings}
        if case == "gen" and not verbs & MOTION:
            continue
        rivals = [
            form
            for base in place_rivals(doc, name.base, ask.others(s, "place"))
            if (form := placed(ask, base, preposition, case))
        ]
        shown = doc.span(part.first, part.last)
        ask.add(
            s, ask.wording.stem(s, k, f"{FRONTS[preposition]} {NOUNS[kind][case]}"),
            low + shown[len(low) :], rivals, "places", ask.fact("place", name.first), 0.75, NOTE,
        )  # fmt: skip


def _settles(ask: Asker, s: Statement, k: int) -> bool:
    """Whether the place tells where the verb happens: first, beside it, or after its object."""
    if k < s.verb:
        return s.subject is None or k < s.subject or k == s.subject + 1
    return ask.adverbial(s, k)


def placed(ask: Asker, base: str, preposition: str, case: str) -> str:
    """Return a place after the preposition it takes: "na Węgrzech", "we Francji"."""
    form = inflect_place(ask.doc.morphology, base, case)
    if not form:
        return ""
    if preposition in {"w", "na"}:
        preposition = "na" if base in ON_PLACES else "w"
    hard = len(form) > 1 and form[1].lower() not in "aeiouyąęó"
    if hard and preposition == "w" and form[0] in "WF":
        preposition = "we"
    if hard and preposition == "z" and form[0] in "ZSŹŚŻ":
        preposition = "ze"
    return f"{preposition} {form}"
