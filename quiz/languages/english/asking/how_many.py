"""How many of what, how much, how old."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.english.options.numbers import NESTING, measure, number_options

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.chunks import Phrase
    from quiz.languages.english.statements import Statement
    from quiz.languages.quantities import Quantity

NOTE = "Check that the number counts what the question says."
LED = frozenset({"by", "to", "from", "with", "for"})
"""Prepositions that a question may take with it."""
TELLING = 8
"""Words of a stem that tells of which of many sums it speaks."""
LONG = frozenset({"for", "after"})
"""Prepositions of how long something went on, wherever that is told."""
PERIODS = frozenset({"day", "week", "month", "year", "decade", "century"})
SENTENCING = frozenset({"sentence", "jail", "condemn"})
"""Verbs that tell how long somebody has to go to prison."""
PRISON = frozenset({"in prison", "in jail", "in custody", "behind bars", "in a penal colony"})
HURTING = frozenset({"kill", "injure", "wound", "hurt", "hospitalise", "hospitalize"})
"""Verbs whose objects are people where nothing else is said."""
LISTED = frozenset({"conj", "list"})


def how_many(ask: Asker, s: Statement) -> None:
    """Ask for the number that counts or measures the subject, the object, or what follows "by"."""
    for k, part in enumerate(s.parts):
        if k < s.subject or k == s.verb or part.kind not in {"np", "pp"} or part.text:
            continue
        start = part.first + (part.kind == "pp")
        quantity = ask.doc.counted.get(start)
        if quantity is None or quantity.whole != start or (k == s.subject and s.many):
            continue
        if any(p.kind in {"ing", "ven", "conj"} for p in s.parts[s.verb + 1 : k]):
            continue  # "a coup involving five princes"
        if ask.linking(s) and any(p.kind == "inf" for p in s.parts[s.verb + 1 : k]):
            continue  # "became the first to lead two teams to a title"
        beside = (*s.parts[max(k - 1, 0) : k], *s.parts[k + 1 : k + 2])
        if any(p.kind in LISTED for p in beside):
            continue
        _ask(ask, s, k, quantity)


def _ask(ask: Asker, s: Statement, k: int, quantity: Quantity) -> None:
    doc, part = ask.doc, s.parts[k]
    fact = ask.fact("number", quantity.whole)
    preposition = doc.words[part.first].text.lower() if part.kind == "pp" else ""
    near = k == s.verb + 1 or (preposition in LONG and quantity.unit in PERIODS)
    behind = 0
    if preposition == "to" and quantity.unit in PERIODS:
        lemma = doc.words[s.parts[s.verb].head].lemma.lower()
        if lemma not in SENTENCING:
            return
        near |= k == s.verb + 2 and s.parts[s.verb + 1].kind == "np"
        place = s.parts[k + 1] if k + 1 < len(s.parts) else part
        if doc.span(place.first, place.last).lower() in PRISON:
            behind, s = place.last, s.without(k + 1)
    if fact is None or (preposition and not (preposition in LED | LONG and near)):
        return
    after = s.parts[k + 1] if k > s.verb and k + 1 < len(s.parts) else None
    if after is not None and (after.kind == "tail" or _lasted(ask, part, after)):
        return
    if NESTING.search(quantity.about):
        return  # "more than 200" is true where "more than 700" is
    front, noun = _front(ask, part, quantity)
    if not front and k == s.verb + 1 and not quantity.unit and quantity.last == part.last:
        hurt = ask.doc.words[s.parts[s.verb].head].lemma.lower() in HURTING
        front = "how many people" if hurt and not _more(ask, part) else ""
    if not front or (quantity.unit and (ask.linking(s) or _dated(ask, s, quantity))):
        return
    front = f"{preposition} {front}".strip()
    if behind and noun is not None:  # "years in prison"
        noun = replace(noun, last=behind)
    stem = (
        ask.wording.subject(s, front, counted=noun, plural=True)
        if k == s.subject
        else ask.wording.about(s, k, front, noun)
    )
    if stem is not None and noun is None and len(stem.text.split()) < TELLING:
        return  # "How much money did Ann Lee receive?"
    answer, rivals = number_options(doc, quantity)
    ask.add(s, stem, answer, rivals, "numbers", fact, 0.85, NOTE)


def _front(ask: Asker, part: Phrase, quantity: Quantity) -> tuple[str, Phrase | None]:
    """Return the question words and the noun that follows them; nothing where neither fits."""
    words = ask.doc.words
    asked = measure(quantity)
    rest = replace(part, first=quantity.last, kind="np")
    follows = words[quantity.last].text.lower() if quantity.last < part.last else ""
    if asked == "what percentage":
        return (asked, rest) if follows == "of" else ("", None)
    if asked:
        return (asked, None) if not follows else ("", None)
    if not follows or follows in {"of", "-", "per", "or", "to"} or part.head < quantity.last:
        return "", None
    return ("how many", rest) if words[part.head].tag in {"NN2", "NN0"} else ("", None)


def _more(ask: Asker, part: Phrase) -> bool:
    """Whether a number goes on: "107 or more", "200 others"."""
    follows = ask.doc.words[part.last].text.lower() if part.last < len(ask.doc.words) else ""
    return follows in {"or", "more", "to", "of", "other", "others", "additional", "-"}


def _lasted(ask: Asker, part: Phrase, after: Phrase) -> bool:
    """Whether a run of time may belong to the noun before it: "acts of fraud from 2015 to 2018"."""
    dated = ask.doc.dated.get(after.head) if after.kind == "date" else None
    noun = any(ask.doc.words[i].tag == "PRF" for i in part.indices())
    return noun and dated is not None and dated.found.when.grain == "range"


def _dated(ask: Asker, s: Statement, quantity: Quantity) -> bool:
    """Whether a statement tells from when to when something lasted, and so how long."""
    found = [ask.doc.dated.get(p.head) for p in s.parts if p.kind == "date"]
    return quantity.unit in PERIODS and any(d and d.found.when.grain == "range" for d in found)
