"""How old somebody was when the article was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.english.asking.wording import Stem
from quiz.languages.english.date_words import MONTHS
from quiz.languages.english.options.knowledge import people
from quiz.languages.english.options.numbers import age_options
from quiz.languages.english.statements import Statement

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.protocol import Fact

NOTE = "Check whose age it is."


def ages(ask: Asker) -> None:
    """Ask for every age that stands beside a name: "Ann Lee, 42, …", "Ann Lee, a 42-year-old …"."""
    day = ask.doc.published.day
    if day is None:
        return
    asked: set[str] = set()
    for amount in ask.doc.amounts:
        fact = ask.fact("number", amount.first)
        if amount.unit != "age" or fact is None or not amount.value.isdigit():
            continue
        person = _owner(ask, amount.first)
        if person is None or person.base in asked or " " not in person.base:
            continue
        who = _introduced(ask, person)
        stem = f"How old was {person.base} "
        if any(d.prompt.startswith(stem) for d in ask.drafts.all):
            continue
        asked.add(person.base)
        sentence = ask.doc.sentences[fact.sentence]
        s = Statement(sentence, (), 0, 0, sentences=(sentence.number,))
        years = age_options(ask.doc, int(amount.value))
        when = f"{MONTHS[day.month - 1]} {day.year}"
        ask.add(
            s, Stem(f"How old was {who} in {when}?", frozenset()), amount.value, years,
            "numbers", fact, 0.75, NOTE,
            explanation=f"{person.base} was {amount.value} in {when}.",
        )  # fmt: skip


def _introduced(ask: Asker, person: Fact) -> str:
    """Return a name by which it is known who is meant, with an office where it has one."""
    if person.base in people().named:
        return person.base
    role = next((f for f in ask.doc.facts if f.kind == "role" and f.value == person.base), None)
    if role is None or not re.search(r" (?:of|for) .*[A-Z]", role.base):
        return person.base
    return f"{person.base}, {role.base},"


def _owner(ask: Asker, at: int) -> Fact | None:
    """Return the person whom an age at a word belongs to: named right before its comma."""
    words = ask.doc.words
    comma = at - 1
    while comma > 0 and words[comma].text.lower() in {"a", "an", "the", "aged"}:
        comma -= 1
    if words[comma].text != ",":
        return None
    fact = ask.standing.fact(comma - 1)
    return fact if fact is not None and fact.kind == "person" else None
