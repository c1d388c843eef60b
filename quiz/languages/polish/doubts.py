"""Whether what looks like the subject of a statement is one."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from quiz.languages.polish.clauses import Clause
from quiz.languages.polish.knowledge import people
from quiz.languages.polish.subjects import finite_reading

if TYPE_CHECKING:
    from quiz.languages.polish.building import Statement
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Reading

GIVING = frozenset(
    {"podarować", "dać", "ofiarować", "wręczyć", "przekazać", "sprzedać", "przyznać", "poświęcić"}
)
"""Verbs of what somebody gives, so that no thing does it."""


def given(doc: PolishDocument, s: Statement) -> bool:
    """Whether a thing at the beginning is what was given, and who gave it is left out.

    "Jeden egzemplarz podarował królowej": nominative and accusative are one form.
    """
    if s.subject is None or s.subject > s.verb:
        return False
    subject, rest = s.parts[s.subject], s.parts[s.verb + 1 :]
    if subject.kind != "np" or doc.names_in(subject) or "acc" not in subject.cases:
        return False
    taken = any(p.kind in {"np", "quantity"} and "acc" in p.cases for p in rest)
    verb = doc.words[s.parts[s.verb].first]
    return not taken and any(r.lemma in GIVING for r in verb.readings)


def predicated(doc: PolishDocument, s: Statement) -> bool:
    """Whether what stands first is what is said of the subject: "Podstawą była ustawa"."""
    being = any(r.lemma == "być" for r in doc.words[s.parts[s.verb].first].readings)
    return being and s.subject is not None and s.subject > s.verb


def torn(doc: PolishDocument, s: Statement) -> bool:
    """Whether what looks like a subject is the end of a name: "w okolicy Port | Artur"."""
    if s.subject is None or s.subject <= s.verb:
        return False
    subject, before = s.parts[s.subject], s.parts[s.subject - 1]
    name = doc.named.get(subject.first)
    unsure = name is not None and not name.sure and not doc.certain(name.base)
    return unsure and before.kind in {"np", "pp"} and before.last == subject.first


def titled(doc: PolishDocument, colon: int) -> bool:
    """Whether a colon stands within a title: "drugi sezon Chyłka: Kasacja", "koncert Echa: 50 lat".

    What stands before it is no whole name.
    """
    before, after = doc.words[colon - 1], doc.words[min(colon + 1, len(doc.words) - 1)]
    name = doc.named.get(colon - 1)
    work = before.capital and (name is None or name.kind != "place")
    return work and (after.capital or after.digit)


def forename(doc: PolishDocument, s: Statement) -> bool:
    """Whether of who did it there is only a first name, which thousands bear: "Marcin wygrał"."""
    if s.subject is None or s.parts[s.subject].kind != "np":
        return False
    part = s.parts[s.subject]
    name = doc.named.get(part.head)
    base = name.base if name is not None else doc.words[part.head].text
    lone = part.last - part.first == 1 or bool(part.text)
    return lone and any(base in names for names in people().given["PL"].values())


def settled(doc: PolishDocument, main: Clause, clause: Clause) -> bool:
    """Whether the verb of a clause agrees with none of those before it but the main one.

    "Blair uznał, że powinno odbyć się referendum, i wezwał partię": who called is who held it.
    """
    words = doc.words
    before = itertools.takewhile(lambda item: item is not clause, main.items)
    lower = [c for item in before if isinstance(item, Clause) for c, _ in item.walk()]
    verbs, own = (
        [finite_reading(words[p.first]) for p in c.own if p.kind == "verb"] for c in (clause, main)
    )
    below = [finite_reading(words[p.first]) for c in lower for p in c.own if p.kind == "verb"]
    if len(verbs) != 1 or not own or not below or verbs[0].pos != "praet":
        return False
    return _agree(verbs[0], own[0]) and not any(_agree(verbs[0], other) for other in below)


def _agree(one: Reading, other: Reading) -> bool:
    """Whether two verbs can have one subject."""
    genders = not one.genders or not other.genders or bool(one.genders & other.genders)
    return bool(one.number & other.number) and genders
