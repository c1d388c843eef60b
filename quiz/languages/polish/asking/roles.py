"""What office somebody holds, and who holds it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.polish.building import Statement
from quiz.languages.polish.morph import CASES
from quiz.languages.polish.options import person_rivals, role_rivals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.document import Role

NOTE = "Sprawdź, czy funkcja jest podana w całości i czy jest aktualna."
ALONE = frozenset({"prezydent", "premier", "kanclerz", "papież", "król", "królowa"})
"""Offices that say enough without what they are the office of."""
GENERIC = frozenset(
    {"miasta", "gminy", "kraju", "państwa", "związku", "spółki", "firmy", "klubu", "partii", "rady",
     "uczelni", "stowarzyszenia", "fundacji", "organizacji", "zarządu", "powiatu", "sądu", "szkoły"}
)  # fmt: skip
"""What an office is of where the text has said before which one."""
LONGEST_DEED = 110


def roles(ask: Asker, statements: Sequence[Statement]) -> None:
    """Ask for every role that the text gives to somebody, once a person."""
    asked: set[str] = set()
    for role in ask.doc.roles:
        name = role.holder
        former = role.base.startswith(("był", "eks", "dawn"))
        whole = " " in role.base or role.noun in ALONE
        if name.base in asked or former or not whole or re.search(r"[,()]", role.base):
            continue
        if role.base.partition(" ")[2] in GENERIC or not _agrees(ask, role):
            continue
        if " " in name.base and ask.doc.certain(name.base):
            asked.add(name.base)
            _ask(ask, role, statements)


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
    deed = next((d for s in statements if (d := _deed(ask, s, role))), "")
    held = "pełniła" if name.gender == "f" else "pełnił"
    if deed:
        prompt = f"Jaką funkcję {held} {name.base}, gdy {deed}?"
    elif ask.year:
        prompt = f"Jaką funkcję w {ask.year} roku {held} {name.base}?"
    else:
        prompt = f"Jaką funkcję pełni {name.base}?"
    plain = Statement(sentence, (), 0, None, sentences=(sentence.number,))
    certainty = 0.8 if deed else 0.75 if ask.year else 0.6
    explanation = f"{name.base} to {role.base}."
    ask.add(
        plain, prompt, role.base, role_rivals(doc, role), "roles", ask.fact("role", role.first),
        certainty, NOTE, explanation=explanation,
    )  # fmt: skip
    holder = _instrumental(ask, role)
    if holder and ask.year:
        rivals = person_rivals(doc, name, doc.rank(name.base), ask.others(plain, "person"))
        ask.add(
            plain, f"Kto w {ask.year} roku był {holder}?", name.base, rivals, "people",
            ask.fact("person", name.first), 0.6, NOTE, explanation=explanation,
        )  # fmt: skip


def _deed(ask: Asker, s: Statement, role: Role) -> str:
    """Return what the holder did, as it follows "gdy", where the sentence tells it shortly."""
    if s.subject is None or s.said or s.sentences != (role.holder.sentence,):
        return ""
    verb = ask.doc.words[s.parts[s.verb].first]
    if ask.person(s.parts[s.subject]) != role.holder or not verb.has("praet"):
        return ""
    text = ask.wording.predicate(s)
    return text if len(text) <= LONGEST_DEED and s.parts[-1].kind != "tail" else ""


def _instrumental(ask: Asker, role: Role) -> str:
    """Return a role as it follows "był": its noun declined, what depends on it as it is."""
    head, _, tail = role.base.partition(" ")
    gender = "f" if role.holder.gender == "f" else "m1"
    form = ask.doc.morphology.inflect(head, "subst", "sg", "inst", gender)
    follows = ask.doc.morphology.readings(tail.split()[0]) if tail else ()
    agreeing = any(r.pos == "adj" and "nom" in r.cases and "sg" in r.number for r in follows)
    return f"{form} {tail}" if form and tail and not agreeing else ""
