"""Which party somebody belongs to, and which country somebody is from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.english.asking.wording import Stem
from quiz.languages.english.options.bodies import body_rivals, noun_of
from quiz.languages.english.options.places import place_kind, place_rivals
from quiz.languages.english.statements import Statement

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.protocol import Fact

NOTE = "Check that the text says so of this person and of that time."
STEMS = {
    "party": "Which party in {place} did {name} belong to in {year}?",
    "team": "Which team did {name} belong to in {year}?",
    "club": "Which club did {name} belong to in {year}?",
    "newspaper": "Which newspaper did {name} write for in {year}?",
    "broadcaster": "Which broadcaster did {name} work for in {year}?",
    "news agency": "Which news agency did {name} work for in {year}?",
    "company": "Which company did {name} work for in {year}?",
    "airline": "Which airline did {name} work for in {year}?",
    "bank": "Which bank did {name} work for in {year}?",
    "university": "Which university was {name} with in {year}?",
    "think tank": "Which think tank was {name} with in {year}?",
    "museum": "Which museum was {name} with in {year}?",
    "charity": "Which charity was {name} with in {year}?",
}
"""How to ask for a body that people belong to, by what it is called."""
LANDS = frozenset({"country", "territories"})
"""Kinds of places that have parties of their own."""
ARTICLED = re.compile(
    r"^United |\bRepublic$|(?:Islands|Emirates|Netherlands|Philippines|Bahamas|Maldives|Comoros)$"
)
OPENING = 2
"""So many sentences at the beginning tell where all happens."""


def belongs(ask: Asker) -> None:
    """Ask where everybody belongs of whom the text says so: "X of the Labour Party", "DAB's X"."""
    year = ask.doc.published.year
    asked: set[str] = set()
    for person in ask.doc.facts:
        if person.kind != "person" or person.base in asked or " " not in person.base or not year:
            continue
        body = _behind(ask, person) or _before(ask, person)
        if body is None:
            continue
        asked.add(person.base)
        _ask(ask, person, body, year)


def _ask(ask: Asker, person: Fact, body: Fact, year: int) -> None:
    sentence = ask.doc.sentences[person.sentence]
    s = Statement(sentence, (), 0, 0, sentences=(sentence.number,))
    if body.kind == "organisation":
        noun = noun_of(body.base)
        if noun not in STEMS:
            return
        stem, scene = STEMS[noun], _scene(ask)
        if "{place}" in stem:
            if scene is None:
                return  # every country has its Labour Party
            proof = tuple(sorted({scene.sentence, sentence.number}))
            s = Statement(sentence, (), 0, 0, sentences=proof)
        stem = stem.format(name=person.base, year=year, place=scene and _placed(scene.base))
        ask.add(
            s, Stem(stem, frozenset()), body.base, body_rivals(ask.doc, body), "organisations",
            body, 0.7, NOTE, explanation=f"{person.base} belonged to {_called(body.base, noun)}.",
        )  # fmt: skip
        return
    if place_kind(body.base) != "country":
        return
    told = ask.quote(sentence.number).replace(body.text, "")
    rivals = place_rivals(ask.doc, body.base, ask.others(s, "place") - {body.base}, told)
    stem = f"Which country is {person.base} from?"
    ask.add(
        s, Stem(stem, frozenset()), body.base, rivals, "places", body, 0.6, NOTE,
        explanation=f"{person.base} is from {body.base}.",
    )  # fmt: skip


def _scene(ask: Asker) -> Fact | None:
    """Return the one country or territory that an article begins with."""
    found = {
        f.base: f
        for f in reversed(ask.doc.facts)
        if f.kind == "place" and f.sentence < OPENING and place_kind(f.base) in LANDS
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _placed(land: str) -> str:
    """Return a land as it stands behind "in": a union or a plural has its article."""
    return f"the {land}" if ARTICLED.search(land) else land


def _called(body: str, noun: str) -> str:
    """Write a body in a sentence: "the Labour Party", but "the party Fidesz"."""
    return f"the {body}" if body.lower().endswith(noun) else f"the {noun} {body}"


def _behind(ask: Asker, person: Fact) -> Fact | None:
    """Return the body or country right behind a name: "of the Labour Party", "from Brazil"."""
    words = ask.doc.words
    i = person.words[1]
    if i + 1 >= len(words) or words[i].text.lower() not in {"of", "from"}:
        return None
    i += 1 + (words[i + 1].text.lower() == "the")
    fact = ask.standing.fact(i)
    return fact if fact is not None and fact.words[0] == i else None


def _before(ask: Asker, person: Fact) -> Fact | None:
    """Return the body whose somebody is: "DAB's Starry Lee"."""
    words = ask.doc.words
    at = person.words[0] - 1
    if at < 1 or words[at].tag != "POS":
        return None
    fact = ask.standing.fact(at - 1)
    return fact if fact is not None and fact.kind == "organisation" else None
