"""Distractors: same type, same form; first from the article, then neighbours.

`rivals` finds them for any fact; the functions it chooses among are there for whoever knows more
of the question than the fact tells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.chance import MOST
from quiz.languages.date_options import limit_of
from quiz.languages.finding import occurs
from quiz.languages.polish.document import Dated, Role
from quiz.languages.polish.knowledge import known_as
from quiz.languages.polish.names import Name
from quiz.languages.polish.options.bodies import (
    alike,
    body_forms,
    organisation_rivals,
    thing_rivals,
)
from quiz.languages.polish.options.dates import date_rivals, run_rivals, write_date
from quiz.languages.polish.options.decline import located
from quiz.languages.polish.options.numbers import number_rivals, spelled_rivals
from quiz.languages.polish.options.people import person_forms, person_rivals
from quiz.languages.polish.options.places import (
    agreeing,
    governed,
    place_forms,
    place_kind,
    place_rivals,
)
from quiz.languages.polish.options.roles import role_rivals
from quiz.languages.quantities import Quantity
from quiz.languages.styles import frequency

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.protocol import Fact, Sentence

__all__ = [
    "date_rivals", "located", "number_rivals", "organisation_rivals", "person_rivals", "pick",
    "place_kind", "place_rivals", "rivals", "role_rivals", "run_rivals", "thing_rivals",
    "write_date",
]  # fmt: skip
WEEKDAY = re.compile(r"poniedział|wtor|śro|czwar|piąt|sobo|niedziel")


def pick(doc: PolishDocument, answer: str, rivals: list[str]) -> tuple[str, ...]:
    """Return candidates, each once and none the key, from the best to the last resort.

    Those the article names as often as the key come first: else whoever counts words in the
    article would know the key without having read it.
    """
    low = doc.low
    mine = frequency(low, answer)
    kept = [r for r in dict.fromkeys(rivals) if r.casefold() != answer.casefold()]
    if mine:
        kept.sort(key=lambda r: frequency(low, r) < mine)
    return tuple(kept[:MOST])


def rivals(
    doc: PolishDocument,
    fact: Fact,
    *,
    case: str = "nom",
    preposition: str = "",
    sentence: Sentence | None = None,
    gap: bool = False,
) -> tuple[str, ...]:
    """Return distractors for any fact, from the best to the last resort; nothing when not sure.

    `case` is the one the key stands in, `preposition` what stands before the gap: a place that
    would need another ("w" for "na") is left out. `sentence` is what is asked about (the fact's
    own if not given): nothing it names is offered. With `gap`, the options are written as the
    article writes the fact and agree with what stands around it.
    """
    where = sentence or next(s for s in doc.sentences if s.number == fact.sentence)
    found = _found(doc, fact, case, preposition, where, gap=gap)
    told = doc.text[where.start : where.end]
    kept = [f for f in found if not occurs(told, f)]
    picked = pick(doc, fact.text if gap else fact.base, kept)
    return picked if len(picked) >= 3 else ()


def _found(
    doc: PolishDocument, fact: Fact, case: str, preposition: str, where: Sentence, *, gap: bool
) -> list[str]:
    detail = fact.detail
    named = [n for n in doc.names if n.sentence == where.number and n.base != fact.base]
    if fact.kind == "person" and isinstance(detail, Name):
        if gap and known_as(fact.base) and any(r.last == fact.words[0] for r in doc.roles):
            return []  # the office before the gap tells who holds it
        gender = detail.gender if gap or case != "nom" else ""
        avoid = {n.base for n in named if n.kind == "person"}
        found = person_rivals(doc, detail, avoid, gender=gender)
        return found if case == "nom" else person_forms(doc, found, gender, case)
    if fact.kind == "place":
        words = [
            w
            for i, w in enumerate(doc.words[where.first : where.last], where.first)
            if not fact.words[0] <= i < fact.words[1]
        ]
        mentioned = {n.base for n in named}
        found = governed(doc, fact, place_rivals(doc, fact.base, mentioned, words))
        if gap and case == "nom":
            found = agreeing(doc, fact.base, found)
        return place_forms(doc, found, case, preposition if gap else "")
    if fact.kind == "date" and isinstance(detail, Dated):
        return _dates(doc, detail, fact.text, preposition, gap=gap)
    if fact.kind == "number" and isinstance(detail, Quantity):
        return _numbers(doc, detail, gap=gap)
    if fact.kind == "role" and isinstance(detail, Role):
        return role_rivals(doc, detail) if case == "nom" else []
    told = [n.base for n in named]
    if fact.kind == "organisation":
        bodies = organisation_rivals(doc, fact.base, told, first=fact.words[0])
        bodies = alike(doc, fact.base, bodies, case)
        return body_forms(doc.morphology, bodies, case, preposition if gap else "")
    if fact.kind == "thing":
        bodies = thing_rivals(doc, fact.base, told, first=fact.words[0])
        bodies = alike(doc, fact.base, bodies, case)
        return body_forms(doc.morphology, bodies, case, preposition if gap else "")
    return []


def _dates(
    doc: PolishDocument, dated: Dated, text: str, preposition: str, *, gap: bool
) -> list[str]:
    """Return dates behind the preposition, or, for a gap, without it and in the article's way."""
    when = dated.found.when
    if when.first is None or when.grain in {"open", "range"}:
        return []
    before = doc.words[dated.first - 1].lower if dated.first else ""
    governor = {"we": "w", "ze": "z"}.get(preposition, preposition)
    found = date_rivals(
        doc, when, when.first, governor, limit_of(doc), weekday=bool(WEEKDAY.match(before))
    )
    if not gap:
        return found
    out: list[str] = []
    for one in found:
        core = re.sub(r"^(?:we?|od|do|z|po|przed) ", "", one)
        if not re.search(r"\d{4}", text):
            core = re.sub(r" \d{4} roku$", "", core)
        elif text.endswith("r."):
            core = core.replace(" roku", " r.")
        elif "rok" not in text:
            core = core.replace(" roku", "")
        if not (core.startswith("wrze") and preposition == "w"):
            out.append(core)
    return [o for o in dict.fromkeys(out) if o != text]


def _numbers(doc: PolishDocument, quantity: Quantity, *, gap: bool) -> list[str]:
    word = doc.words[quantity.first]
    if gap and quantity.last - quantity.first == 1 and not word.digit:
        reading = next((r for r in word.readings if r.pos == "num"), None)
        return spelled_rivals(doc, quantity, reading) if reading else []
    lead = doc.span(quantity.whole, quantity.first).lower()
    return number_rivals(doc, quantity, agreeing=gap, lead=lead)
