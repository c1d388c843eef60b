"""The subject of a clause: a nominative that agrees with the verb, and only where it is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.polish.morph import FINITE
from quiz.languages.polish.phrases import fits_verb
from quiz.languages.polish.tables import INTRANSITIVE

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Reading, Word
    from quiz.languages.polish.phrases import Phrase

IMPERSONAL = frozenset({"imps", "pred"})
UNSURE = -1
LIGHT = frozenset({"se", "adv", "adj", "date", "conj"})


def finite_reading(word: Word) -> Reading:
    """Return the first finite reading of a verb."""
    return next(r for r in word.readings if r.pos in FINITE)


def agrees(phrase: Phrase, verb: Reading) -> bool:
    """Whether a phrase in the nominative agrees with a verb in number and gender."""
    return fits_verb(phrase.agree, verb)


def _counted(doc: PolishDocument, p: Phrase, verb: Reading, *, intransitive: bool) -> bool:
    """Whether a number is the subject: "400 pilotów odmówiło", "trzy osoby zginęły"."""
    quantity = doc.counted.get(p.first)
    if quantity is None or quantity.whole != p.first:
        return False
    neuter = "sg" in verb.number and ("n" in verb.genders or (not verb.genders and intransitive))
    return neuter or ("pl" in verb.number and "nom" in p.cases)


def find_subject(doc: PolishDocument, parts: list[Phrase], verb: int) -> int | None:
    """Return the index of the subject among a clause's parts.

    None where there is none, UNSURE where nobody can tell.
    """
    reading = finite_reading(doc.words[parts[verb].first])
    if reading.pos in IMPERSONAL:
        return None
    infinitives = {r.lemma for p in parts if p.kind == "inf" for r in doc.words[p.first].readings}
    # "ma pojechać 1000 saperów": who is counted goes.
    intransitive = bool((infinitives or {reading.lemma}) & INTRANSITIVE)
    reflexive = any(p.kind == "se" for p in parts) or intransitive
    passive = any(
        p.kind == "adj" and doc.words[p.first].has("ppas") for p in parts[verb + 1 : verb + 4]
    )
    objects = any(
        p.kind in {"np", "quantity"} and "acc" in p.cases and not agrees(p, reading)
        for p in parts[:verb]
    )
    candidates: list[int] = []
    for k, p in enumerate(parts):
        if p.kind == "quantity" and _counted(doc, p, reading, intransitive=reflexive):
            candidates.append(k)
        if p.kind != "np" or not agrees(p, reading):
            continue
        if k > verb:
            far = any(q.kind not in LIGHT for q in parts[verb + 1 : k])
            unclear = "acc" in p.cases and not (reflexive or passive or objects)
            if far and "acc" in p.cases and not objects:
                continue
            if unclear and not _sure_nominative(doc, p):
                continue
        candidates.append(k)
    before = [k for k in candidates if k < verb]
    if len(before) == 1 and (reflexive or passive):
        return before[0]
    if len(candidates) > 1:
        for choice in (
            [k for k in candidates if "acc" not in parts[k].cases and parts[k].kind == "np"],
            [k for k in candidates if parts[k].head in doc.named and parts[k].kind == "np"],
            before,
        ):
            if len(choice) == 1:
                return choice[0]
        return UNSURE
    return candidates[0] if candidates else None


def _sure_nominative(doc: PolishDocument, p: Phrase) -> bool:
    """Whether a name that the dictionary lets stand in any case is told to be a nominative."""
    name = doc.named.get(p.head)
    return (
        name is not None and name.kind == "person" and doc.span(name.first, name.last) == name.base
    )
