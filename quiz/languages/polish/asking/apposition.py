"""Names with the noun that says what they are, and the adjective that says of which country."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.polish.asking.attributes import (
    JOINING,
    LISTED,
    Apposed,
    adjective_fits,
    alone,
    before,
    country_of,
    noun_fits,
)
from quiz.languages.polish.asking.predicates import (
    behind,
    from_country,
    of_body,
    of_country,
    of_people,
)
from quiz.languages.polish.knowledge import countries
from quiz.languages.polish.morph import ADJECTIVAL, CASES
from quiz.languages.polish.options.bodies import group_of, noun_of
from quiz.languages.polish.options.decline import place_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.names import Name
    from quiz.languages.protocol import Sentence

__all__ = ["Apposed", "apposed", "known_town", "lies"]
UNBENT = frozenset("bcdfghjklmnprstwxzo")
"""Letters in which no Polish locative ends."""
UNTOLD = frozenset({"organisation", "thing"})

SINGLE = frozenset({"linia lotnicza"})
"""What an article that names one of them means by the noun alone."""
NEAR = 2
"""Words from an adjective to its noun."""
LIST_NOUN = 2

"""Words before a list among which its noun is looked for."""


def apposed(doc: PolishDocument) -> Iterator[Apposed]:
    """Return what the text tells of a name by an adjective of one country, in its order."""
    earlier: Apposed | None = None
    for name in doc.names:
        if name.kind in {"people", "surname"}:
            continue
        found = (
            before(doc, name)
            or behind(doc, name)
            or _next(doc, name, earlier)
            or of_country(doc, name)
            or of_body(doc, name)
            or of_people(doc, name)
            or from_country(doc, name)
        )
        if found is not None and not found.noun and name.kind in UNTOLD:
            found = _in_list(doc, found)
        if found is not None:
            yield found
        earlier = found
    yield from taken_up(doc)


def taken_up(doc: PolishDocument) -> Iterator[Apposed]:
    """Return what "irlandzkie linie lotnicze" tells of the one airline that a text names."""
    bodies = {n.base: n for n in reversed(doc.names) if n.kind in UNTOLD and n.sure}
    kinds: dict[str, list[str]] = {}
    for base in bodies:
        if noun := noun_of(group_of(base)):
            kinds.setdefault(noun, []).append(base)
    kinds = {noun: bases for noun, bases in kinds.items() if len(bases) == 1 and noun in SINGLE}
    if not kinds:
        return
    for s in doc.sentences:
        for i in range(s.first, s.last - 1):
            code = country_of(doc.words[i]) if i not in doc.named else ""
            if not code or not alone(doc, i, s.first):
                continue
            for noun, (base,) in kinds.items():
                name = bodies[base]
                if name.sentence < s.number and _noun_beside(doc, i, s, noun):
                    yield Apposed(name, i, code, noun.split()[0], noun)


def _noun_beside(doc: PolishDocument, i: int, s: Sentence, noun: str) -> bool:
    """Whether a noun, with nothing but its adjectives, stands beside an adjective and no name."""
    words, head = doc.words, noun.split(maxsplit=1)[0]
    first, last = i, i + 1
    while (
        first > s.first
        and words[first - 1].has("subst", *ADJECTIVAL)
        and first - 1 not in doc.named
    ):
        first -= 1
    while last < s.last and words[last].has("subst", *ADJECTIVAL) and last not in doc.named:
        last += 1
    heads = [k for k in range(first, last) if any(r.lemma == head for r in words[k].readings)]
    if len(heads) != 1 or last in doc.named or first - 1 in doc.named:
        return False
    lemmas = {r.lemma for w in words[first:last] for r in w.readings}
    whole = all(
        any(r.lemma in lemmas for r in doc.morphology.readings(w)) for w in noun.split()[1:]
    )
    agree = adjective_fits(words[i]) & noun_fits(words[heads[0]])
    return whole and bool(agree) and abs(heads[0] - i) <= NEAR


def _next(doc: PolishDocument, name: Name, earlier: Apposed | None) -> Apposed | None:
    """Read the second name of two beside one adjective: "belgijskie związki CNE i LBC"."""
    if earlier is None or not earlier.many or earlier.name.last + 1 != name.first:
        return None
    joined = doc.words[earlier.name.last].lower in JOINING
    return replace(earlier, name=name, many=False) if joined else None


def _in_list(doc: PolishDocument, one: Apposed) -> Apposed:
    """Give a name of a list the noun that stands before its first: "firmy: austriacka OMV i …"."""
    words, first = doc.words, doc.sentences[one.name.sentence].first
    i = one.adjective - 1
    while i > first and _listing(doc, i):
        i -= 1
    if i == one.adjective - 1:
        return one
    noun = ""
    for k in range(i, max(first, i - LIST_NOUN) - 1, -1):
        noun = next((r.lemma for r in words[k].readings if r.pos == "subst"), "")
        if noun in LISTED or not words[k].has(*ADJECTIVAL):
            break
    return replace(one, noun=noun, text=LISTED[noun]) if noun in LISTED else one


def _listing(doc: PolishDocument, i: int) -> bool:
    """Whether a word is within a list of names with their adjectives."""
    word = doc.words[i]
    joined = word.text in ",:()" or word.lower in JOINING
    return joined or i in doc.named or bool(country_of(word))


def known_town(doc: PolishDocument, name: Name, code: str) -> str:
    """Return the town of a country that a name is a form of, or nothing."""
    told = doc.span(name.first, name.last)
    for town, land in countries().towns.items():
        if (
            land == code
            and town[:2] == told[:2]
            and any(place_in(doc.morphology, town, case) == told for case in CASES - {"voc"})
        ):
            return town
    return told if _unbent(doc, name) else ""


def _unbent(doc: PolishDocument, name: Name) -> bool:
    """Whether a name behind "w" and an adjective in the locative is a place that is not inflected.

    "W norweskim Lillehammer": an inflected one would end in a vowel, and not in -o.
    """
    i, word = name.first - 2, doc.words[name.last - 1]
    if i < 0 or doc.words[i].lower not in {"w", "we"} or name.kind in {"person", "organisation"}:
        return False
    located = any("loc" in r.cases for r in doc.words[i + 1].readings if r.pos == "adj")
    unknown = not word.readings and word.text[1:].islower()
    return located and unknown and word.text[-1] in UNBENT


def lies(doc: PolishDocument, base: str) -> str:
    """Return "leży", or "leżą" of a place whose name is a plural: "Kielce", "Gwoździce"."""
    read = [r.number for r in doc.morphology.readings(base) if "nom" in r.cases]
    plural = all(number == {"pl"} for number in read) if read else base.endswith(("ice", "yce"))
    return "leżą" if plural else "leży"
