"""Who did something, to whom, by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.options.people import gender_of, person_rivals
from quiz.languages.english.pronouns import FEMININE, MASCULINE
from quiz.languages.english.tables import GOING, SHARED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.chunks import Phrase
    from quiz.languages.english.statements import Statement
    from quiz.languages.protocol import Fact

NOTE = "Check that the question fits nobody else."
GOING_ON = frozenset({"conj", "list", "tail", "rel", "ing", "ven"})
GIVING = frozenset({"send", "give", "offer", "award", "grant", "show", "write", "lend", "hand",
                    "promise", "pay", "sell"})  # fmt: skip
"""Verbs that have a person and a thing for their objects."""
FRONTS = {"by": "by whom", "with": "with whom", "against": "against whom"}


def who(ask: Asker, s: Statement) -> None:
    """Ask for the person who is the subject, the object, or stands behind a preposition."""
    if _shared(ask, s):
        return
    person = None if s.many else ask.person(s.parts[s.subject])
    if person is not None:
        _subject(ask, s, person)
    for k, part in enumerate(s.parts):
        if k <= s.verb or part.kind not in {"np", "pp"}:
            continue
        found = ask.person(part)
        if found is not None and not _continues(s, k):
            _object(ask, s, k, found)


def _shared(ask: Asker, s: Statement) -> bool:
    """Whether a statement tells what many may have done to one: "met Kim", and not over what.

    Only a day tells which of them it was.
    """
    words, verb = ask.doc.words, s.parts[s.verb]
    lemma = words[verb.head].lemma.lower()
    if lemma in GOING:  # "flew to Norway on Tuesday"
        return all(p.kind == "date" or _placed(ask, p) for p in s.parts[s.verb + 1 :])
    if lemma not in SHARED:
        return False
    told = [p for k, p in enumerate(s.parts) if k != s.verb]
    dated = [ask.doc.dated[i] for p in told for i in p.indices() if i in ask.doc.dated]
    if any(d.found.when.grain == "day" for d in dated):
        return False
    return all(p.kind in {"date", "adv"} or ask.person(p) is not None for p in told)


def _placed(ask: Asker, part: Phrase) -> bool:
    return part.kind == "pp" and ask.only(part, "place") is not None


def _continues(s: Statement, k: int) -> bool:
    """Whether part k goes on: "Kim and his wife", "Kim, who …", "with Kim leading"."""
    return k + 1 < len(s.parts) and s.parts[k + 1].kind in GOING_ON


def _gendered(ask: Asker, parts: Sequence[Phrase]) -> bool:
    """Whether a pronoun in parts tells a person's gender."""
    words = ask.doc.words
    return any(words[i].text.lower() in MASCULINE | FEMININE for p in parts for i in p.indices())


def _subject(ask: Asker, s: Statement, person: Fact) -> None:
    rest = [p for n, p in enumerate(s.parts) if n != s.subject]
    bound = gender_of(person) or "?"
    avoid = ask.others(s, "person") - {person.base}
    rivals = person_rivals(ask.doc, person, avoid, gendered=_gendered(ask, rest))
    ask.add(
        s, ask.wording.subject(s, "who", bound), person.base, rivals, "people", person,
        0.8 if " " in person.base else 0.65, NOTE,
    )  # fmt: skip


def _object(ask: Asker, s: Statement, k: int, person: Fact) -> None:
    part = s.parts[k]
    if _gendered(ask, s.parts[k + 1 :]):
        return
    if part.kind == "np":
        if k != s.verb + 1 or ask.linking(s):
            return
        given = ask.doc.words[s.parts[s.verb].head].lemma.lower() in GIVING
        second = k + 1 < len(s.parts) and s.parts[k + 1].kind == "np"
        front = "to whom" if given and second else "whom"
    else:
        front = FRONTS.get(ask.doc.words[part.first].text.lower(), "")
        near = {"adv", "date"} | ({"np"} if front == "by whom" else set())
        if not front or any(p.kind not in near for p in s.parts[s.verb + 1 : k]):
            return
    avoid = ask.others(s, "person") - {person.base}
    rivals = person_rivals(ask.doc, person, avoid)
    stem = ask.wording.active(s, k) if front == "by whom" else None
    ask.add(
        s, stem or ask.wording.about(s, k, front), person.base, rivals, "people", person, 0.7, NOTE,
    )  # fmt: skip
