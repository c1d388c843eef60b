"""How many of what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.english.options.numbers import number_answer, number_options

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.statements import Statement
    from quiz.languages.quantities import Quantity

NOTE = "Check that the number counts what the question says."


def how_many(ask: Asker, s: Statement) -> None:
    """Ask for the number that counts the subject, the object, or what stands behind "by"."""
    for k, part in enumerate(s.parts):
        if k < s.subject or k == s.verb or part.kind not in {"np", "pp"} or part.text:
            continue
        start = part.first + (part.kind == "pp")
        quantity = ask.doc.counted.get(start)
        if quantity is None or quantity.whole != start or (k == s.subject and s.many):
            continue
        _ask(ask, s, k, quantity)


def _ask(ask: Asker, s: Statement, k: int, quantity: Quantity) -> None:
    doc, part = ask.doc, s.parts[k]
    fact = ask.fact("number", quantity.whole) or ask.fact("number", quantity.first)
    if fact is None or quantity.last >= part.last:
        return
    noun = replace(part, first=quantity.last, kind="np")
    if doc.words[quantity.last].text.lower() in {"of", "-", "per"} or noun.head < noun.first:
        return
    if any(p.kind in {"conj", "list"} for p in (*s.parts[k - 1 : k], *s.parts[k + 1 : k + 2])):
        return
    if k + 1 < len(s.parts) and s.parts[k + 1].kind in {"tail", "list"}:
        return
    preposition = doc.words[part.first].text.lower() if part.kind == "pp" else ""
    if preposition and (preposition not in {"by", "to", "from", "with", "for"} or k != s.verb + 1):
        return
    front = f"{preposition} how many".strip()
    stem = (
        ask.wording.subject(s, front, counted=noun)
        if k == s.subject
        else ask.wording.about(s, k, front, noun)
    )
    answer, rivals = number_answer(quantity), number_options(doc, quantity)
    ask.add(s, stem, answer, rivals, "numbers", fact, 0.85, NOTE)
