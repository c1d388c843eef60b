"""The subject of a clause: a nominative that agrees with the verb, and only where it is sure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.polish.morph import FINITE, NO, Reading
from quiz.languages.polish.phrases import Phrase, fits_verb
from quiz.languages.polish.tables import INTRANSITIVE

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Word

IMPERSONAL = frozenset({"imps", "pred"})
UNSURE = -1
COPULA = Reading("to", "pred", NO, NO, NO, NO, NO)
"""How a dash is read that stands where "to" could."""
LIGHT = frozenset({"se", "adv", "adj", "date", "conj"})


def finite_reading(word: Word) -> Reading:
    """Return the first finite reading of a verb; a dash stands for "to"."""
    return next((r for r in word.readings if r.pos in FINITE), COPULA)


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
    if any(parts[k].kind == "quantity" for k in candidates):
        # "za opuszczeniem UE opowiedziało się 51 proc.": a name behind a noun is its genitive.
        candidates = [
            k
            for k in candidates
            if not (
                k
                and parts[k].kind == "np"
                and parts[k - 1].kind == "pp"
                and parts[k - 1].last == parts[k].first
                and parts[k].first in doc.named
            )
        ]
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
    if candidates and _two(doc, parts, candidates[0]):
        return UNSURE
    return candidates[0] if candidates else None


def _two(doc: PolishDocument, parts: list[Phrase], k: int) -> bool:
    """Whether who somebody is stands apart from the name behind it: "psychiatra | Eva Moreno"."""
    before = parts[k - 1] if k else None
    return (
        before is not None
        and before.kind == "np"
        and "nom" in before.cases
        and before.last == parts[k].first
        and parts[k].first in doc.named
        and before.head not in doc.named
        and any("m1" in r.genders for r in doc.words[before.head].readings if r.pos == "subst")
    )


OBLIQUE = frozenset({"gen", "dat", "acc", "inst", "loc"})


def freed_subject(doc: PolishDocument, parts: list[Phrase], verb: int) -> list[Phrase] | None:
    """Part a subject from the phrase before it: "po wyborach | zwolennicy partii opuścili".

    What can be nothing but a nominative ends no phrase that a preposition governs. Returns the
    parts anew, nothing where there is no such word.
    """
    reading = finite_reading(doc.words[parts[verb].first])
    for k in range(verb - 1, -1, -1):
        p = parts[k]
        if p.kind not in {"np", "pp"} or p.text or p.many or doc.words[p.first].lower == "jako":
            continue
        for i in range(p.first + 1 + (p.kind == "pp"), p.last):
            found = _nominative(doc, i, p.last, reading)
            if found is not None and agrees(found, reading):
                rest = replace(p, last=i, head=min(p.head, i - 1))
                return [*parts[:k], rest, found, *parts[k + 1 :]]
    return None


def _nominative(doc: PolishDocument, i: int, last: int, verb: Reading) -> Phrase | None:
    """Return the phrase [i, last) where its head is surely a nominative: a person, or a form.

    "Opuścili" is said of men, so that "zwolennicy" are they.
    """
    name = doc.named.get(i)
    if name is not None:
        plain = name.first == i and name.last == last and doc.span(i, last) == name.base
        if not plain or name.kind != "person" or name.gender != "m1":
            return None
        return Phrase("np", i, last, i, frozenset({("nom", "sg", "m1")}))
    word = doc.words[i]
    forms = [r for r in word.readings if r.pos in {"subst", "depr"}]
    men = verb.number == {"pl"} and verb.genders == {"m1"}
    sure = not any(r.cases & OBLIQUE for r in word.readings) or (
        men and any("m1" in r.genders and {"nom"} <= r.cases and "pl" in r.number for r in forms)
    )
    sure = sure and bool(forms) and not word.capital
    found = doc.chunker.noun_phrase(i, last, frozenset({"nom"})) if sure else None
    return found if found is not None and found.last == last else None


def _sure_nominative(doc: PolishDocument, p: Phrase) -> bool:
    """Whether a name that the dictionary lets stand in any case is told to be a nominative."""
    name = doc.named.get(p.head)
    return (
        name is not None and name.kind == "person" and doc.span(name.first, name.last) == name.base
    )
