"""Whose words something is: a quotation, or what somebody is reported to have said."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.polish.building import Statement
from quiz.languages.polish.inflection import inflect_person
from quiz.languages.polish.options.people import person_forms
from quiz.languages.polish.quotations import quotations
from quiz.languages.polish.tables import CONTINUING, OPINIONS

if TYPE_CHECKING:
    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.names import Name
    from quiz.languages.polish.quotations import Quotation

WORDS = re.compile(r"[„\"«]\w+[ ,]+\w+[^”\"»]*[”\"»]")
"""Somebody's own words within what is reported."""
NOW = re.compile(
    r"\b(?:teraz|dziś|dzisiaj|obecnie|aktualnie|aktualn\w{1,4}|obecn\w{1,4})\b", re.IGNORECASE
)
NOTE = "Sprawdź, czy cytat jest zrozumiały i czy warto o niego pytać."
REPORTED = "Sprawdź, czy to słowa tej osoby, a nie autora artykułu."


def quoted(ask: Asker) -> None:
    """Ask who said what is quoted; "czyje to słowa" asks the same with names in the genitive."""
    for q in quotations(ask.doc):
        name = _who(ask, q)
        if name is None or name.base in q.text or not ask.doc.certain(name.base):
            continue
        if " " not in name.base or NOW.search(q.text):
            continue  # "Kos": nobody knows which, and no reader knows when was "teraz"
        word = q.verb
        if word.has("fin") or any(r.lemma in CONTINUING for r in word.readings):
            word = ask.doc.morphology.words("powiedział")[0]
        if q.text.endswith("?"):
            word = ask.doc.morphology.words("zapytał")[0]
        verb = ask.wording.masculine(word)
        if not verb:
            continue
        s = Statement(
            q.sentence, (), 0, None, sentences=tuple(sorted({q.named, q.sentence.number}))
        )
        time = ask.wording.years.of(s)
        since = f" {time}" if time else ""
        front = f"Kto{since}"
        explanation = f"Tak{since} {q.verb.lower} {_told(ask, q, name)}."
        rivals = ask.persons(s, name)
        ask.add(
            s, f"{front} {verb}: „{q.text}”?", name.base, rivals, "people",
            ask.fact("person", name.first), 0.75, NOTE, explanation=explanation, quoted=True,
        )  # fmt: skip
        _genitive(
            ask,
            s,
            f"Czyje to słowa{since}: „{q.text}”?",
            name,
            0.72,
            NOTE,
            explanation,
        )


def _who(ask: Asker, q: Quotation) -> Name | None:
    """Return who speaks: the first name; what follows it ("…, szef fundacji") tells more of him."""
    named = ask.doc.named
    name = next((named[i] for i in range(q.speaker.first, q.speaker.last) if i in named), None)
    if name is None or name.kind != "person":
        return ask.person(q.speaker)
    return ask.person(replace(q.speaker, last=name.last, head=name.first))


def _told(ask: Asker, q: Quotation, name: Name) -> str:
    """Return the speaker as the sentence tells him, with the whole of his name."""
    text = ask.doc.span(q.speaker.first, max(name.last, q.speaker.first + 1))
    shown = ask.doc.span(name.first, name.last)
    return text.replace(shown, name.base) if shown in name.base else name.base


def reported(ask: Asker, s: Statement) -> None:
    """Ask "według kogo" something is so, where somebody says it of something else."""
    if s.speaker is None or s.subject is None:
        return
    exact = any(WORDS.search(ask.doc.span(p.first, p.last)) for p in s.parts)
    if not (ask.wording.years.news or exact):
        return  # at some time others said so too, if not in these words
    name = ask.person(s.speaker)
    if not any(r.lemma in OPINIONS for w in ask.doc.morphology.words(s.said) for r in w.readings):
        return
    if name is None or not name.gender or ask.person(s.parts[s.subject]) == name:
        return
    plain = replace(s, said="")
    prompt = ask.wording.stem(plain, -1, "Według kogo")
    _genitive(ask, s, prompt, name, 0.7, REPORTED, ask.wording.whole(s))


def _genitive(
    ask: Asker, s: Statement, prompt: str, name: Name, certainty: float, note: str, explanation: str
) -> None:
    """Ask for a person in the genitive."""
    shown = inflect_person(ask.doc.morphology, name.base, name.gender, "gen") if name.gender else ""
    if shown:
        found = ask.persons(s, name, name.gender)
        rivals = person_forms(ask.doc, found, name.gender, "gen")
        ask.add(
            s, prompt, shown, rivals, "people", ask.fact("person", name.first), certainty, note,
            explanation=explanation, quoted=bool(not s.parts),
        )  # fmt: skip
