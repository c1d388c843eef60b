"""Visits: at which one a nameless paper was signed, and who came where a former post alone is told.

"Podczas wizyty byłego szefa policji w Norwegii": of former chiefs there are many. Where the text
tells of one person that he came to that country, he is the guest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quiz.languages.polish.inflection import inflect_person
from quiz.languages.polish.knowledge import countries
from quiz.languages.polish.tables import MOTION, VAGUE_OBJECTS

if TYPE_CHECKING:
    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.building import Statement
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Word
    from quiz.languages.polish.names import Name
    from quiz.languages.polish.phrases import Phrase

DURING = re.compile(r"(?:podczas|w trakcie) ")
VISIT, FORMER = "wizyta", frozenset({"były", "dawny"})
MEETINGS = frozenset({VISIT, "spotkanie", "rozmowa"})
"""What people come to: "doszło do spotkania"."""
BEHIND = 3
"""Words from who came to where: "przyleciał do Norwegii"."""


class Event(NamedTuple):
    """A meeting as it follows "doszło do", its parts, and the sentence that names the guest."""

    text: str
    parts: tuple[Phrase, ...]
    proof: tuple[int, ...]


def event_of(ask: Asker, s: Statement, k: int) -> Event | None:
    """Return the event during which a nameless thing was done: "umowę podpisano … podczas wizyty".

    Which agreement it was, only the article tells; whose visit and where, the sentence does.
    "Podczas" and "doszło do" govern the same case. `k` is the part of the date.
    """
    doc = ask.doc
    at = next((i for i in range(max(s.verb, k) + 1, len(s.parts)) if _during(ask, s.parts[i])), 0)
    things = [p for i, p in enumerate(s.parts[:at]) if i != s.verb and p.kind not in {"date", "se"}]
    vague = len(things) == 1 and things[0].last - things[0].first == 1 and not things[0].text
    if not vague or doc.words[things[0].head].lemma("subst") not in VAGUE_OBJECTS:
        return None
    parts = s.parts[at:]
    if not any(doc.names_in(p) for p in parts) or any(p.kind in {"date", "tail"} for p in parts):
        return None
    text = DURING.sub("", " ".join(map(ask.wording.text, parts)))
    former = _former(doc, parts[0].first, parts[-1].last)
    if former is None:
        return Event(text, parts, ())
    first, last, land = former
    guest = _guest(doc, land)
    shown = inflect_person(doc.morphology, guest.base, guest.gender, "gen") if guest else ""
    told = doc.span(first, last)
    if guest is None or not shown or told not in text:
        return None
    return Event(text.replace(told, shown, 1), parts, (guest.sentence,))


def _during(ask: Asker, part: Phrase) -> bool:
    """Whether a part tells during which meeting something was done."""
    words = ask.doc.words[part.first : part.last]
    meeting = any(w.lemma("subst") in MEETINGS and "gen" in _cases(w) for w in words)
    text = ask.doc.span(part.first, part.last).lower()
    return part.kind in {"pp", "aside"} and bool(DURING.match(text)) and meeting


def _cases(word: Word) -> set[str]:
    return {c for r in word.readings if r.pos == "subst" for c in r.cases}


def _former(doc: PolishDocument, first: int, last: int) -> tuple[int, int, str] | None:
    """Return where a guest is told by a former post alone, and the country that was visited."""
    words = doc.words
    at = next((i for i in range(first, last) if words[i].lemma("subst") == VISIT), last) + 1
    if at >= last or not any(r.lemma in FORMER for r in words[at].readings):
        return None
    named = [doc.named[i] for i in range(at, last) if i in doc.named]
    if any(n.kind == "person" for n in named):
        return None
    land = next((n for n in named if words[n.first - 1].lower in {"w", "we", "na"}), None)
    code = countries().codes.get(land.base, "") if land is not None else ""
    return (at, land.first - 1, code) if land is not None else (at, last, "")


def _guest(doc: PolishDocument, land: str) -> Name | None:
    """Return the one person of whom a text tells that he came to a country."""
    codes = countries().codes
    found: dict[str, Name] = {}
    for name in doc.names:
        verb = doc.words[name.last] if name.last < len(doc.words) else None
        if name.kind != "person" or verb is None or not verb.has("praet"):
            continue
        near = (doc.named.get(i) for i in range(name.last + 1, name.last + BEHIND))
        there = any(n is not None and codes.get(n.base) == land for n in near)
        moved = any(r.lemma in MOTION for r in verb.readings)
        if land and there and moved and name.gender == "m1" and doc.certain(name.base):
            found.setdefault(name.base, name)
    return next(iter(found.values())) if len(found) == 1 else None
