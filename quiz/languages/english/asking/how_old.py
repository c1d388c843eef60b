"""How old somebody was when something happened."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.english import verbs
from quiz.languages.english.asking.wording import Stem
from quiz.languages.english.options.numbers import age_options

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.chunks import Phrase
    from quiz.languages.english.statements import Statement
    from quiz.languages.quantities import Amount

NOTE = "Check that the age is the one at the time that the question speaks of."
PRONOUNS = {"m": "he", "f": "she"}
NO_EVENT = frozenset(
    {
        "say", "tell", "believe", "think", "claim", "hope", "feel", "have", "know", "want", "seem",
        "add", "state", "live", "include", "remain", "own", "mean", "need", "like", "expect",
    }
)  # fmt: skip
"""Verbs that tell no event by which an age could be dated."""


def how_old(ask: Asker, s: Statement) -> None:
    """Ask for the age of a person who is the subject: "Ann Lee, 42, was elected on Friday"."""
    subject, verb = s.parts[s.subject], s.parts[s.verb]
    words = ask.doc.words
    if s.many or subject.text or words[verb.head].lemma.lower() in NO_EVENT or ask.linking(s):
        return
    finite = next((words[i] for i in verb.indices() if words[i].tag.startswith("V")), None)
    if finite is None or finite.tag not in {"VVD", "VBD"}:
        return
    person = ask.person(subject)
    pronoun = PRONOUNS.get(ask.standing.gender(person), "") if person is not None else ""
    found = _age(ask, s)
    if person is None or found is None or not pronoun:
        return
    amount, at = found
    told = s.without(at) if at is not None else s
    for k in range(told.subject - 1, -1, -1):
        told = told.without(k)
    told = told.put(told.subject, replace(subject, text=person.base))
    stem = _stem(ask, told, f"how old was {person.base} when {pronoun}", "?")
    full = _stem(ask, told, f"{person.base} was {amount.shown} when {pronoun}", ".")
    fact = ask.fact("number", amount.first)
    if stem is None or full is None or fact is None:
        return
    rivals = age_options(ask.doc, int(amount.value))
    ask.add(s, stem, amount.value, rivals, "numbers", fact, 0.8, NOTE, explanation=full.text)


def _age(ask: Asker, s: Statement) -> tuple[Amount, int | None] | None:
    """Return the age of a subject and the part that tells it, None where it is not certain.

    It stands beside the name, or at the end: "died at the age of 87".
    """
    doc, subject, verb = ask.doc, s.parts[s.subject], s.parts[s.verb]
    every = [a for a in doc.amounts if a.unit == "age" and a.value.isdigit()]
    beside = [a for a in every if subject.first <= a.first < verb.first]
    if len(beside) == 1 and len(ask.standing.persons(subject.first, verb.first)) == 1:
        return (beside[0], None) if beside[0].shown[-1].isdigit() else None
    last = len(s.parts) - 1
    behind = [a for a in every if s.parts[last].first <= a.first < s.parts[last].last]
    if beside or len(behind) != 1 or last <= s.verb or doc.words[verb.head].lemma != "die":
        return None
    return (behind[0], last) if _tells_age(ask, s.parts[last]) else None


def _tells_age(ask: Asker, part: Phrase) -> bool:
    """Whether a part is nothing but an age: "at the age of 87", "aged 87"."""
    text = ask.doc.span(part.first, part.last).lower()
    return re.fullmatch(r"(?:at (?:the )?age (?:of )?|aged )\d+", text) is not None


def _stem(ask: Asker, s: Statement, front: str, end: str) -> Stem | None:
    """Return a sentence that says of a person, after `front`, what a statement says."""
    reading = ask.wording.read(ask.wording.order(s))
    if reading is None:
        return None
    ask.wording.text(s.parts[s.subject], reading)
    rest = [ask.wording.text(p, reading) for p in s.parts[s.verb + 1 :]]
    text = " ".join([front, verbs.plain(ask.doc.words, s.parts[s.verb]), *filter(None, rest)])
    text = re.sub(r"\s+", " ", re.sub(r"\s+([,.;])", r"\1", text)).strip(" ,.")
    return Stem(text[0].upper() + text[1:] + end, reading.sentences)
