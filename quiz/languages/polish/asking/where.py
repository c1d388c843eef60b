"""Where something happened, whence and whither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.polish.inflection import inflect_place
from quiz.languages.polish.options import located, place_kind, place_rivals
from quiz.languages.polish.subjects import finite_reading
from quiz.languages.polish.tables import MOTION

if TYPE_CHECKING:
    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.building import Statement

NOUNS = {"country": {"loc": "kraju", "gen": "kraju"}, "city": {"loc": "mieście", "gen": "miasta"}}
PREPOSITIONS = {"w": "loc", "we": "loc", "na": "loc", "do": "gen", "z": "gen", "ze": "gen"}
FRONTS = {"w": "W którym", "do": "Do którego", "z": "Z którego"}
REGIONS = frozenset(
    {"województwo", "powiat", "obwód", "stan", "prowincja", "hrabstwo", "region", "kanton", "land",
     "gmina", "okręg"}
)  # fmt: skip
LIFE = frozenset({"urodzić", "umrzeć", "zemrzeć", "pochować"})
"""What happens to somebody once."""
NOTE = "Sprawdź, czy miejsce odnosi się do czasownika."


def where(ask: Asker, s: Statement) -> None:
    """Ask for the country or city of a statement."""
    doc = ask.doc
    if s.said:
        return  # whoever says it tells by his office of which country he speaks
    if finite_reading(doc.words[s.parts[s.verb].first]).lemma == "to":
        return  # "X to rzeka w Polsce" has no question word in front of it
    for k, part in enumerate(s.parts):
        if part.kind != "pp" or part.many:
            continue
        low = doc.words[part.first].lower
        case = PREPOSITIONS.get(low, "")
        name = doc.named.get(part.first + 1)
        if not case or case not in part.cases or name is None or name.kind != "place":
            continue
        kind = place_kind(name.base)
        if s.subject is not None and s.parts[s.subject].kind == "quantity" and not _dated(s):
            return  # "przyleciało 40 strażaków": when?
        if kind == "city" and _in_region(ask, s, k):
            return  # "w województwie śląskim" tells a town to whoever knows the map
        if name.last != part.last or kind not in NOUNS or not _settles(ask, s, k):
            continue
        if inflect_place(doc.morphology, name.base, case) != doc.span(name.first, name.last):
            continue
        preposition = {"we": "w", "ze": "z", "na": "w"}.get(low, low)
        verbs = {r.lemma for r in doc.words[s.parts[s.verb].first].readings}
        if case == "gen" and not verbs & MOTION:
            continue
        rivals = [
            form
            for base in place_rivals(doc, name.base, ask.others(s, "place"))
            if (form := located(doc.morphology, base, preposition))
        ]
        shown = doc.span(part.first, part.last)
        ask.add(
            s, ask.wording.stem(s, k, f"{FRONTS[preposition]} {NOUNS[kind][case]}"),
            low + shown[len(low) :], rivals, "places", ask.fact("place", name.first), 0.75, NOTE,
            timeless=bool(verbs & LIFE) and _somebody(ask, s),
        )  # fmt: skip


def _dated(s: Statement) -> bool:
    return any(p.kind == "date" for p in s.parts)


def _somebody(ask: Asker, s: Statement) -> bool:
    """Whether a statement is of a person by the whole name, who is born and dies once."""
    who = ask.person(s.parts[s.subject]) if s.subject is not None else None
    return who is not None and " " in who.base and ask.doc.certain(who.base)


def _in_region(ask: Asker, s: Statement, k: int) -> bool:
    """Whether another part says in which part of its country a town is."""
    others = (p for i, p in enumerate(s.parts) if i != k and p.kind == "pp")
    return any(ask.doc.words[p.head].lemma("subst") in REGIONS for p in others)


def _settles(ask: Asker, s: Statement, k: int) -> bool:
    """Whether the place tells where the verb happens: first, beside it, or after its object."""
    if k < s.verb:
        if s.subject is not None and k == s.subject + 1:
            # "ofensywa na Ukrainie była zaskoczeniem": the noun's own place.
            verb = finite_reading(ask.doc.words[s.parts[s.verb].first])
            body = ask.doc.named.get(s.parts[s.subject].last - 1)
            if body is not None and body.kind == "organisation":
                return False  # "Trybunał Praw Człowieka w Strasburgu wezwał": its seat
            return verb.lemma != "być" and not ask.acts(s.parts[s.subject])
        return s.subject is None or k < s.subject
    return ask.adverbial(s, k)
