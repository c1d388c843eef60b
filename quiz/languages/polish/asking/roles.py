"""What office somebody holds, and who holds it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.polish.asking.attributes import gender_of
from quiz.languages.polish.building import Statement
from quiz.languages.polish.knowledge import known_as
from quiz.languages.polish.morph import CASES
from quiz.languages.polish.options import person_rivals, role_rivals
from quiz.languages.polish.options.decline import decline
from quiz.languages.polish.options.roles import trade
from quiz.languages.polish.tables import ROLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.document import Role

NOTE = "Sprawdź, czy funkcja jest podana w całości i czy jest aktualna."
ALONE = frozenset({"prezydent", "premier", "kanclerz", "papież", "król", "królowa"})
"""Offices that say enough without what they are the office of."""
GENERIC = frozenset(
    {"miasto", "gmina", "kraj", "państwo", "związek", "spółka", "firma", "klub", "partia", "rada",
     "uczelnia", "stowarzyszenie", "fundacja", "organizacja", "zarząd", "powiat", "sąd", "szkoła",
     "dział", "kancelaria", "departament", "biuro", "redakcja", "kopalnia", "muzeum", "teatr",
     "szpital", "fabryka", "centrum", "misja", "projekt", "program", "zespół", "wydział",
     "dziennik", "gazeta", "portal", "agencja", "komisja", "instytut", "urząd", "resort", "bank"}
)  # fmt: skip
"""What an office is of where the text has said before which one."""
DYING = frozenset({"umrzeć", "zemrzeć", "urodzić"})
BODIES = frozenset({"organisation", "thing"})
SHARED = frozenset({"poseł", "posłanka", "senator", "europoseł", "ambasador", "konsul", "generał"})
"""Offices that many hold at a time, so that nobody is the one who did."""
LONGEST_DEED = 110
PASSING = frozenset({"state", "government", "army"})
"""Ranks whose holders change: they are asked for with a year or a deed, or not at all."""


def roles(ask: Asker, statements: Sequence[Statement]) -> None:
    """Ask for every role that the text gives to somebody, once a person."""
    asked: set[str] = set()
    for role in ask.doc.roles:
        name = role.holder
        former = role.base.startswith(("był", "eks", "dawn"))
        whole = " " in role.base or role.noun in ALONE
        if name.base in asked or former or not whole or re.search(r"[,()]| w ", role.base):
            continue
        if not role.base.startswith(role.noun[:3]) or _generic(ask, role):
            continue
        if not _agrees(ask, role) or trade(role.noun):
            continue
        if " " in name.base and ask.doc.certain(name.base):
            asked.add(name.base)
            _ask(ask, role, statements)


def _owned(ask: Asker, role: Role) -> bool:
    """Whether an office is that of a body with a name: "dyrektor Instytutu Jennera".

    Offices whose holders change are asked for with a year or a deed, or not at all.
    """
    if ROLES.get(role.noun, "") in PASSING:
        return False
    held = range(role.first + 1, role.last)
    return any((name := ask.doc.named.get(i)) and name.kind in BODIES for i in held)


def _generic(ask: Asker, role: Role) -> bool:
    """Whether a role is of something that only the article tells: "prezes spółki"."""
    tail = role.base.partition(" ")[2]
    words = ask.doc.morphology.words(tail)
    if not words or any(w.capital for w in words):
        return False
    return any(r.lemma in GENERIC for w in words for r in w.readings if r.pos == "subst")


def _agrees(ask: Asker, role: Role) -> bool:
    """Whether a role stands in the case of its holder: not "rzecznik premier Anny Kos"."""
    doc = ask.doc
    name = role.holder
    phrase = doc.chunker.noun_phrase(name.first, name.last, CASES)
    head = {c for r in doc.words[role.first].readings for c in r.cases}
    return phrase is not None and bool(phrase.cases & head)


def _ask(ask: Asker, role: Role, statements: Sequence[Statement]) -> None:
    doc, name = ask.doc, role.holder
    sentence = doc.sentences[name.sentence]
    # With a year at hand a deed of another sentence would only give that one's question away.
    near = [s for s in statements if not ask.year or s.sentences == (sentence.number,)]
    deeds = ((d, s.sentences) for s in near if (d := _deed(ask, s, role)))
    deed, where = next(deeds, ("", ()))
    held = "pełniła" if _feminine(ask, role) else "pełnił"
    stems = [f"Jaką funkcję {held} {name.base}, gdy {deed}?"] if deed else []
    # An office beside the date of another year was held then, and perhaps no longer.
    year = ask.wording.years.held(sentence)
    if year:
        stems.insert(0, f"Jaką funkcję w {year} roku {held} {name.base}?")
    elif ask.year and not deed:
        return
    elif (
        not deed
        and ROLES.get(role.noun, "") not in PASSING
        and _owned(ask, role)
        and known_as(name.base) is None  # whether he still does, every reader knows
        and gender_of(doc, name)
    ):
        stems.append(f"Jaką funkcję {held} {name.base}?")
    proof = tuple(sorted({sentence.number, *where}))
    plain = Statement(sentence, (), 0, None, sentences=proof)
    certainty = 0.8 if deed else 0.75 if year else 0.6
    answer, rivals = _governed(ask, role)
    for stem in stems:
        explanation = _told(ask, role, held if held in stem else "pełni", year)
        # Where what he did is asked for as well, the year alone gives nothing away.
        ask.lean = stem != stems[0]
        ask.add(
            plain, stem, answer, rivals, "roles", ask.fact("role", role.first),
            certainty, NOTE, explanation=explanation, timeless=not (year or deed),
        )  # fmt: skip
    ask.lean = False
    holder = _instrumental(ask, role)
    explanation = _told(ask, role, held, year)
    if holder and year and role.noun not in SHARED:
        rivals = person_rivals(doc, name, ask.others(plain, "person"))
        ask.add(
            plain, f"Kto w {year} roku był {holder}?", name.base, rivals, "people",
            ask.fact("person", name.first), 0.6, NOTE, explanation=explanation,
        )  # fmt: skip


def _governed(ask: Asker, role: Role) -> tuple[str, list[str]]:
    """Return an office and its rivals as "jaką funkcję" wants them: "prezydenta"."""
    found = role_rivals(ask.doc, role)
    forms = [decline(ask.doc.morphology, o, "gen") for o in (role.base, *found)]
    return (forms[0], [f for f in forms[1:] if f]) if forms[0] else (role.base, list(found))


def _told(ask: Asker, role: Role, held: str, told: int | None) -> str:
    """Return a sentence that says who held what, and when where that is known."""
    name, year = role.holder.base, f" w {told} roku" if told else ""
    office = decline(ask.doc.morphology, role.base, "gen")
    return f"{name} {held}{year} funkcję {office}." if office else f"{name} to {role.base}."


def _feminine(ask: Asker, role: Role) -> bool:
    """Whether a woman holds a role, as her name or the noun tells."""
    if role.holder.gender:
        return role.holder.gender == "f"
    head = ask.doc.words[role.first]
    genders = {g for r in head.readings if r.lemma == role.noun for g in r.genders}
    return bool(genders) and "m1" not in genders


def _deed(ask: Asker, s: Statement, role: Role) -> str:
    """Return what the holder did, as it follows "gdy", where the sentence tells it shortly."""
    if s.subject is None or s.said or len(s.sentences) > 1:
        return ""
    verb = ask.doc.words[s.parts[s.verb].first]
    who = ask.person(s.parts[s.subject])
    if who is None or who.base != role.holder.base or not verb.has("praet"):
        return ""
    if ask.bare(s) or any(r.lemma in DYING for r in verb.readings):
        return ""
    text = ask.wording.predicate(s.short())
    return text if len(text) <= LONGEST_DEED else ""


def _instrumental(ask: Asker, role: Role) -> str:
    """Return a role as it follows "był": its noun declined, what depends on it as it is."""
    head, _, tail = role.base.partition(" ")
    gender = "f" if role.holder.gender == "f" else "m1"
    form = ask.doc.morphology.inflect(head, "subst", "sg", "inst", gender)
    follows = ask.doc.morphology.readings(tail.split()[0]) if tail else ()
    agreeing = any(r.pos == "adj" and "nom" in r.cases and "sg" in r.number for r in follows)
    return f"{form} {tail}" if form and tail and not agreeing else ""
