"""Which country, organisation or thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.options.bodies import body_rivals, noun_of
from quiz.languages.english.options.places import place_kind, place_noun, place_rivals

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.statements import Statement
    from quiz.languages.protocol import Fact

NOTE = "Check that no other answer fits as well."
FRONTS = frozenset({"by", "with", "from", "against", "for"})


def which(ask: Asker, s: Statement) -> None:
    """Ask for the body, country or thing that is the subject, the object or an agent."""
    for k, part in enumerate(s.parts):
        if k < s.subject or k == s.verb or part.kind not in {"np", "pp"} or part.text:
            continue
        fact = ask.only(part, "organisation") or ask.only(part, "place") or ask.only(part, "thing")
        if fact is None:
            continue
        if k == s.subject:
            if not s.many and not (fact.kind == "place" and _likened(ask, s)):
                _ask(ask, s, k, fact, "")
        elif k == s.verb + 1 and part.kind == "np":
            after = s.parts[k + 1].kind if k + 1 < len(s.parts) else ""
            if after not in {"conj", "list", "tail"} and not ask.linking(s):
                _ask(ask, s, k, fact, "")
        elif part.kind == "pp" and fact.kind == "organisation":
            preposition = ask.doc.words[part.first].text.lower()
            near = all(p.kind in {"np", "adv", "date"} for p in s.parts[s.verb + 1 : k])
            if preposition in FRONTS and near and not _more(s, k):
                _ask(ask, s, k, fact, preposition)


def _likened(ask: Asker, s: Statement) -> bool:
    """Whether a statement says what its subject is like, or of what kind: others may be, too."""
    said = s.parts[s.verb + 1 :]
    words = ask.doc.words
    one = any(p.kind == "np" and words[p.first].text.lower() == "the" for p in said)
    return ask.linking(s) and not ask.passive(s) and not one


def _more(s: Statement, k: int) -> bool:
    return k + 1 < len(s.parts) and s.parts[k + 1].kind in {"conj", "list", "tail"}


def _front(fact: Fact, preposition: str) -> str:
    noun = place_noun(fact.base) if fact.kind == "place" else noun_of(fact.base)
    if fact.kind == "thing" and noun == "organisation":
        return ""  # nobody knows of what kind it is
    return f"{preposition} which {noun}".strip() if noun else ""


def _ask(ask: Asker, s: Statement, k: int, fact: Fact, preposition: str) -> None:
    if fact.kind == "place" and place_kind(fact.base) not in {"country", "city", "area"}:
        return
    front = _front(fact, preposition)
    if not front:
        return
    if fact.kind == "place":
        told = " ".join(ask.quote(n) for n in s.sentences).replace(fact.text, "")
        rivals = place_rivals(ask.doc, fact.base, ask.others(s, "place") - {fact.base}, told)
        category = "places"
    else:
        avoid = (ask.others(s, "organisation") | ask.others(s, "thing")) - {fact.base}
        rivals = body_rivals(ask.doc, fact, avoid)
        category = "organisations" if fact.kind == "organisation" else "things"
    stem = (
        ask.wording.subject(s, front, "many") if k == s.subject else ask.wording.about(s, k, front)
    )
    ask.add(s, stem, fact.base, rivals, category, fact, 0.7, NOTE)
