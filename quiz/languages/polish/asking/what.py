"""Which organisation or named thing did something, and what something is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.polish.asking.who import agreed, open_to_others
from quiz.languages.polish.options import organisation_rivals, thing_rivals
from quiz.languages.polish.options.bodies import group_of, is_thing, noun_of
from quiz.languages.polish.options.nations import told_countries
from quiz.languages.polish.subjects import finite_reading
from quiz.languages.polish.tables import CLASSES, PUBLIC_BODIES

if TYPE_CHECKING:
    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.building import Statement
    from quiz.languages.polish.names import Name
    from quiz.languages.polish.phrases import Phrase

WHICH = {"f": "Która", "n": "Które", "m1": "Który", "m2": "Który", "m3": "Który"}
FEWEST = 3
NOTE = "Sprawdź, czy żadna inna nazwa nie pasuje do pytania."


def what(ask: Asker, s: Statement) -> None:
    """Ask for the organisation or the named thing that is the subject."""
    if s.subject is None:
        return
    part = s.parts[s.subject]
    name = ask.doc.named.get(part.head) or ask.doc.named.get(part.last - 1)
    if (
        name is None
        or part.many
        or name.last != part.last
        or name.kind not in {"organisation", "thing"}
        or open_to_others(ask, s)
    ):
        return
    noun = _noun(ask, part, name)
    gender = _gender(ask, noun)
    if not gender:
        return
    changed = agreed(ask, s, gender)
    if changed is None:
        return
    statement, verb = changed
    rivals = _rivals(ask, s, name)
    ask.add(
        s, ask.wording.stem(statement, s.subject, f"{WHICH[gender]} {noun}", verb), name.base,
        rivals, "organisations" if name.kind == "organisation" else "things",
        ask.fact(name.kind, name.first), 0.75, NOTE,
    )  # fmt: skip


def _rivals(ask: Asker, s: Statement, name: Name) -> list[str]:
    told = [n.base for n in ask.doc.names if n.sentence in s.sentences and n.base != name.base]
    finders = [organisation_rivals, thing_rivals]
    if is_thing(name.base):
        finders.reverse()  # a gas pipeline is called as its firm is
    for find in finders:
        found = find(ask.doc, name.base, told, first=name.first)
        if len(found) >= FEWEST:
            return found
    return []


def _noun(ask: Asker, part: Phrase, name: Name) -> str:
    """Return the noun that says what a name is, as the text or what is known of it tells."""
    if part.first < name.first:
        words = ask.doc.words[part.first : name.first]
        head = words[-1]
        known = head.lemma("subst")
        return known if known in CLASSES and head.lower == known and len(words) == 1 else ""
    group = group_of(name.base)
    if group:
        return noun_of(group)
    first = ask.doc.words[name.first].lemma("subst")
    return "instytucja" if first in PUBLIC_BODIES else ""


def _gender(ask: Asker, noun: str) -> str:
    head = noun.split(maxsplit=1)[0] if noun else ""
    for r in ask.doc.morphology.readings(head) if head else ():
        if r.pos == "subst" and "nom" in r.cases and "sg" in r.number:
            return min(r.genders, default="")
    return ""


def called(ask: Asker, s: Statement) -> None:
    """Ask for the name of what a sentence of the form "X to Y" tells."""
    doc = ask.doc
    verb = s.parts[s.verb]
    if finite_reading(doc.words[verb.first]).lemma != "to" or s.verb != 1 or len(s.parts) < 3:
        return
    part = s.parts[0]
    said = next((p for p in s.parts[2:] if p.kind == "np"), s.parts[2])
    name = doc.named.get(part.first)
    if (
        name is None
        or (name.first, name.last) != (part.first, part.last)
        or "nom" not in said.cases
    ):
        return
    rest = " ".join(ask.wording.text(p) for p in s.parts[2:])
    if name.kind not in {"organisation", "thing"}:
        return
    lands = told_countries(doc.words[s.parts[2].first : s.parts[-1].last])
    if lands and not group_of(name.base).endswith(tuple(f"_{c.lower()}" for c in lands)):
        return  # "irlandzkie linie lotnicze": those of other countries are none
    plural = all(n == "pl" for _, n, _ in said.agree)
    rivals = _rivals(ask, s, name)
    ask.add(
        s, f"Jak {'nazywają' if plural else 'nazywa'} się {rest}?", name.base, rivals,
        "organisations" if name.kind == "organisation" else "things",
        ask.fact(name.kind, name.first), 0.7, NOTE,
    )  # fmt: skip
