"""Of which country somebody or something is, as an adjective beside the name tells.

"Pakistański minister ds. mniejszości Shahbaz Bhatti", "brytyjski związek zawodowy BALPA": that does
not change, so such a question needs no date.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from quiz.languages.chance import chance
from quiz.languages.data_files import read_data
from quiz.languages.known import governments, has_office, landlocked, women_held
from quiz.languages.lives import years_of
from quiz.languages.polish.asking.apposition import Apposed, apposed
from quiz.languages.polish.asking.ways import Way, listed, way_of, written
from quiz.languages.polish.building import Statement
from quiz.languages.polish.knowledge import countries
from quiz.languages.polish.options.nations import told_countries
from quiz.languages.protocol import Fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.document import PolishDocument

HOME = "PL"
"""Whose own people, firms and papers every reader of Polish knows."""
POWERS = 6
"""Of the countries that there were long ago so many, the greatest, are thought of."""
ENOUGH = 4
"""Of so many countries with names alike, others are not needed."""
NOTE = "Sprawdź, czy przymiotnik mówi, z którego kraju to jest."


@cache
def _own() -> dict[str, tuple[str, ...]]:
    return {c: tuple(s.split()) for c, s in read_data("polish_nations")["own"].items()}


def nation(ask: Asker) -> None:
    """Ask of which country whatever has a name and an adjective is, once a name."""
    found = list(apposed(ask.doc))
    codes: dict[str, set[str]] = {}
    for one in found:
        codes.setdefault(one.name.base, set()).add(one.code)
    asked: set[str] = set()
    # What the article says more of comes first: "gigant Engie" before "Engie".
    for one in sorted(found, key=lambda a: (not a.noun, " " not in a.text, a.name.first)):
        base = one.name.base
        if one.code == HOME or len(codes[base]) > 1 or base in asked:
            continue
        way = way_of(ask, one)
        if way is not None and not _tells(ask, one, way) and _ask(ask, one, way):
            asked.add(base)


def _tells(ask: Asker, one: Apposed, way: Way) -> bool:
    """Whether a stem tells a country, by its words or by those of the name: "Air France"."""
    if told_countries(ask.doc.morphology.words(way.stem)):
        return True
    if one.name.kind == "person":
        return False
    if one.name.base in listed("disputed", "places"):
        return True
    own = _own().get(one.code, ())
    return any(w.lower().startswith(own) for w in one.name.base.split()) if own else False


def _governed(doc: PolishDocument, one: Apposed, office: str, near: Sequence[str]) -> list[str]:
    """Return the countries that had an office, held by a woman where the key's was."""
    years = years_of(doc, one.name.sentence)
    woman = (one.gender or one.name.gender) == "f"
    return [c for c in near if has_office(c, office) and women_held(c, office, *years) == woman]


def _bearing(doc: PolishDocument, one: Apposed, way: Way, near: Sequence[str]) -> list[str]:
    """Return the countries whose bodies could have such a name.

    A "Federalny Urząd" is of a federation, a royal one of a kingdom, and who sails has a coast.
    """
    lemmas = {r.lemma for w in doc.morphology.words(way.stem) for r in w.readings}
    for kind in ("federal", "crown"):
        if lemmas & listed("bearing", kind) and one.code in governments(kind):
            near = [c for c in near if c in governments(kind)]
    if lemmas & listed("bearing", "coast") and one.code not in landlocked():
        near = [c for c in near if c not in landlocked()]
    return list(near)


@cache
def _alike(code: str) -> tuple[str, ...]:
    """Return the other countries in which people are called much as in one."""
    groups = [g.split("-") for g in read_data("polish_nations")["alike"]["groups"].split()]
    return tuple(c for group in groups if code in group for c in group if c not in {code, HOME})


def _ask(ask: Asker, one: Apposed, way: Way) -> bool:
    doc, morphology = ask.doc, ask.doc.morphology
    known = countries()

    answer = written(morphology, way, one.code)
    order = chance(doc.text[:80], one.name.base, "nation")
    beside = read_data("polish_nations")["beside"].get(one.code, "").split()
    near = [c for c in [*known.near(one.code, order), *beside] if c not in {HOME, one.code}]
    if years_of(doc, one.name.sentence)[1] < read_data("polish_nations")["old"]["until"]:
        old = read_data("polish_nations")["old"]["countries"].split()
        near = [c for c in old if c not in {HOME, one.code}][:POWERS]
    near = _bearing(doc, one, way, near)
    told = {known.codes.get(f.base, "") for f in doc.facts if f.kind == "place"}
    close = set(near[: len(known.neighbours.get(one.code, ())) + 3])
    if one.name.kind == "person":
        alike = _alike(one.code)
        near = [*alike, *(c for c in near if c not in alike and len(alike) < ENOUGH)]
    near.sort(key=lambda c: not (c in told and c in close))
    if way.office:
        near = _governed(doc, one, way.office, near)
    rivals = [form for c in near if (form := written(morphology, way, c))]
    word = doc.words[one.adjective]
    named = doc.sentences[one.name.sentence]
    # "Irlandzkie linie" may stand in a later sentence than the name.
    sentence = next((s for s in doc.sentences if s.first <= one.adjective < s.last), named)
    fact = Fact(
        "place", word.text, word.start, word.end, known.names[one.code], known.names[one.code],
        sentence.number, (one.adjective, one.adjective + 1), one.name,
    )  # fmt: skip
    proof = tuple(sorted({named.number, sentence.number}))
    s = Statement(sentence, (), 0, None, sentences=proof)
    before = len(ask.drafts.all)
    told_by = way.told.format(answer)
    ask.add(
        s, way.stem, answer, rivals, "places", fact, 0.7, NOTE,
        explanation=told_by[0].upper() + told_by[1:], timeless=True, gap=way.gap,
    )  # fmt: skip
    return len(ask.drafts.all) > before
