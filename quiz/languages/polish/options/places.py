"""Other places of the same kind: countries of the region, towns of the country, parts of one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.polish.knowledge import areas, countries, place_groups, wholes
from quiz.languages.polish.options.decline import fits, place_in

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Word


def place_kind(base: str) -> str:
    """Return "country", "city", "area" or the name of a group; nothing for a place unknown."""
    known = countries()
    if base in known.codes and known.names[known.codes[base]] == base:
        return "country"
    if base in known.towns:
        return "city"
    if any(base in members for members in areas().values()):
        return "area"
    groups = place_groups()
    return next((g for g, members in groups.items() if any(base in m for m in members)), "")


def told_countries(words: Sequence[Word]) -> set[str]:
    """Return the codes of countries that words name, by noun or by adjective."""
    known = countries()
    out: set[str] = set()
    for i, word in enumerate(words):
        for reading in word.readings:
            code = known.adjectives.get(reading.lemma) or known.codes.get(reading.lemma)
            if code:
                out.add(code)
        pair = f"{word.text} {words[i + 1].text}" if i + 1 < len(words) else ""
        for name in (word.text, pair):
            if name in known.codes:
                out.add(known.codes[name])
    lemmas = {r.lemma for w in words for r in w.readings}
    for whole, codes in wholes():
        if whole <= lemmas:
            out |= codes
    return out


def _own(doc: PolishDocument, kind: str) -> list[str]:
    """Return the article's places of a kind, what it names most first."""
    named = Counter(f.base for f in doc.facts if f.kind == "place")
    return [base for base, _ in named.most_common() if place_kind(base) == kind]


def place_rivals(
    doc: PolishDocument, base: str, mentioned: Collection[str], told: Sequence[Word] = ()
) -> list[str]:
    """Return other places of the same kind in the nominative, none of `mentioned`.

    `told` are the words of the sentence: what they name by another word (rosyjski, KRLD) is
    left out too; towns lie in its country when the key does, and in none it names otherwise.
    """
    kind = place_kind(base)
    if not kind:
        return []
    known = countries()
    rng = chance(doc.text[:80], base)
    named = told_countries(told) | {known.codes[m] for m in mentioned if m in known.codes}
    if kind == "country":  # "Moskwa" is Russia itself where it denies or agrees
        named |= {c for m in mentioned if known.capitals.get(c := known.towns.get(m, "")) == m}
    if kind == "country":
        found = known.rivals(base, _own(doc, "country"), named, chance(doc.text[:80], base, "near"))
    elif kind == "city":
        found = _towns(doc, base, named)
    else:
        if kind == "area":
            group = next(members for members in areas().values() if base in members)
        else:
            group = tuple(member[0] for member in place_groups()[kind])
        own = [p for p in _own(doc, kind) if p in group]
        found = mixed(rng, own) + mixed(rng, [p for p in group if p not in own])
    return [p for p in dict.fromkeys(found) if p != base and p not in mentioned][:MOST]


def _towns(doc: PolishDocument, base: str, named: set[str]) -> list[str]:
    known = countries()
    order = chance(doc.text[:80], base, "near")
    code = known.towns[base]
    capital = known.capitals.get(code) == base
    own = _own(doc, "city")
    same = mixed(order, [t for t, c in known.towns.items() if c == code])
    if code in named and len(same) > 3:
        return [t for t in own if known.towns[t] == code] + same
    if capital:
        beside = known.neighbours.get(code, frozenset())
        region = [c for c, r in known.regions.items() if r == known.regions[code] or c in beside]
        near = mixed(order, [known.capitals[c] for c in region if c in known.capitals])
    else:
        own, near = [t for t in own if known.towns[t] == code], same
    return [t for t in own[:5] + near if known.towns.get(t) not in named - {code}]


def place_forms(
    doc: PolishDocument, bases: Sequence[str], case: str, before: str = ""
) -> list[str]:
    """Return places in a case, without those that the preposition before the gap does not fit."""
    forms = [(base, place_in(doc.morphology, base, case)) for base in bases]
    return [form for base, form in forms if form and (not before or fits(before, base, form))]
