"""Who or what a bare noun means: "kobieta", "prezydent", "spółka", where only one can be meant."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.polish.options.bodies import group_of
from quiz.languages.polish.tables import (
    CLASS_NOUNS,
    COMPANIES,
    COMPANY_NOUNS,
    PERSON_NOUNS,
    ROLES,
)

if TYPE_CHECKING:
    from quiz.languages.polish.building import Statement
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.names import Name

OFTEN = 3
"""How many times as often as any other firm the one must be named that "spółka" means."""
BACK = 2
"""How many sentences back a noun like "kobieta" may find whom it means."""


class Meaning:
    """Finds what bare nouns of one document mean."""

    def __init__(self, doc: PolishDocument) -> None:
        """Take the document."""
        self._doc = doc
        mentions = Counter(
            n.base for n in doc.names if n.kind in {"organisation", "thing"} and self._company(n)
        )
        first, second = [*mentions.most_common(2), ("", 0), ("", 0)][:2]
        self._firm = first[0] if first[1] >= OFTEN * max(second[1], 1) else ""

    def _company(self, name: Name) -> bool:
        before = self._doc.words[name.first - 1] if name.first else None
        if before is not None and before.lemma("subst") in COMPANIES:
            return True
        group = group_of(name.base)
        noun = next((n for start, n in CLASS_NOUNS.items() if group.startswith(start)), "")
        return bool(noun) and noun.split()[0] in COMPANY_NOUNS

    def known(self, s: Statement) -> Statement | None:
        """Return the statement with a name for a subject that is a bare noun; else as it is.

        A bare noun that could mean several, or somebody the text has not named, is left.
        """
        if s.subject is None:
            return s
        part = s.parts[s.subject]
        word = self._doc.words[part.head]
        if part.text or part.last - part.first != 1 or part.head in self._doc.named:
            return s
        lemma = word.lemma("subst")
        number = s.sentence.number
        if lemma in ROLES or lemma in PERSON_NOUNS:
            name = self._person(s, lemma, word.lower)
            text = name.base if name is not None else ""
        elif lemma in COMPANIES and self._firm:
            name = next((n for n in self._doc.names if n.base == self._firm), None)
            text = f"{word.lower} {self._firm}"
        else:
            return s
        if name is None or name.sentence > number:
            return s
        last = max(
            n.sentence for n in self._doc.names if n.base == name.base and n.sentence <= number
        )
        sentences = tuple(sorted({last, *s.sentences}))
        known = s.put(s.subject, replace(part, text=text, head=name.first))
        return replace(known, sentences=sentences, doubt=s.doubt + 0.1)

    def _person(self, s: Statement, lemma: str, shown: str) -> Name | None:
        doc = self._doc
        here = s.sentence.number
        if lemma in ROLES:
            held = {r.holder.base: r.holder for r in doc.roles if r.noun == lemma}
            return next(iter(held.values())) if len(held) == 1 else None
        gender = (
            "f"
            if shown == "kobieta"
            or (lemma.endswith(("ka", "ta")) and lemma in PERSON_NOUNS and lemma != "poeta")
            else "m1"
        )
        near = {
            n.base: n
            for n in doc.names
            if n.kind == "person" and here - BACK <= n.sentence < here and n.gender == gender
        }
        unsure = any(
            n.kind == "person" and not n.gender and here - BACK <= n.sentence < here
            for n in doc.names
        )
        found = next(iter(near.values())) if len(near) == 1 and not unsure else None
        return found if found is not None and doc.certain(found.base) else None
