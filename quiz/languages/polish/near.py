"""Whom "kobieta", "publicysta" or "prezydent" means: who was named near, or the only one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.polish.tables import ROLES

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.names import Name

BACK = 2
"""How many sentences back a noun like "kobieta" may find whom it means."""


def person(doc: PolishDocument, here: int, lemma: str, shown: str) -> Name | None:
    """Return whom a noun means in a sentence of a number: the one of a role, or one near."""
    held = {r.holder.base: r.holder for r in doc.roles if r.noun == lemma}
    if held or lemma in ROLES:
        return next(iter(held.values())) if len(held) == 1 else None
    women = {g for r in doc.morphology.readings(shown) for g in r.genders} == {"f"}
    gender = "f" if women else "m1"
    near = {
        n.base: n
        for n in doc.names
        if n.kind == "person" and here - BACK <= n.sentence < here and n.gender == gender
    }
    unsure = any(
        n.kind == "person" and not n.gender and here - BACK <= n.sentence < here for n in doc.names
    )
    if not near and not unsure:
        # Nobody near is meant: the only woman, the only man of the text so far is.
        near = {
            n.base: n
            for n in doc.names
            if n.kind == "person" and n.sentence < here and n.gender in {gender, ""}
        }
    found = next(iter(near.values())) if len(near) == 1 and not unsure else None
    return found if found is not None and doc.certain(found.base) else None
