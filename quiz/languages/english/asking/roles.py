"""What office somebody holds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.english.asking.wording import Stem
from quiz.languages.english.options.knowledge import ranks
from quiz.languages.english.options.people import person_rivals
from quiz.languages.english.options.places import countries, told_countries
from quiz.languages.english.options.roles import office, parted, post_words, role_rivals
from quiz.languages.english.statements import Statement

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.protocol import Fact

NOTE = "Check that the role is given in full and held at that time."

IDIOM = re.compile(r"\b(?:at large|in chief|emeritus|emerita|pro tempore)\b", re.IGNORECASE)
"""What stands behind the noun of a few offices only: no other can be put in its place."""


def roles(ask: Asker) -> None:
    """Ask for every role that the text gives to somebody, once a person."""
    asked: set[str] = set()
    for fact in ask.doc.facts:
        if fact.kind != "role" or fact.value in asked or " " not in fact.value:
            continue
        if re.search(r"\b[a-z]\S*['’]s? ", fact.base):
            continue  # "museum's director": which museum?
        if re.search(r" (?:of|for) the [a-z]", fact.base) and not re.search(r"[A-Z]", fact.base):
            continue  # "head of the programme": which programme?
        if IDIOM.search(fact.base):
            continue
        if _compound(ask, fact) or _clerical(fact.base):
            continue
        former = fact.base.lower().startswith(("former", "ex-", "late"))
        if former or not office(fact.base):
            continue
        asked.add(fact.value)
        _ask(ask, fact)


def _clerical(base: str) -> bool:
    """Whether a role is a rank in a church beside a nation: "French cardinal" is no post of one."""
    before, post, tail = parted(base)
    return not tail and post.lower() in ranks()["church"] and bool(told_countries(before))


def _compound(ask: Asker, role: Fact) -> bool:
    """Whether what stands before a post names no body and no country: "Crown prosecutor".

    It is part of what this one post is called, and no other has it.
    """
    before = parted(role.base)[0]
    if not before or parted(role.base)[2] or told_countries(before):
        return False
    words = range(*role.words)
    return not any(ask.standing.fact(i) or ask.doc.words[i].tag == "POS" for i in words)


def _ask(ask: Asker, role: Fact) -> None:
    day = ask.doc.published.day
    year = day.year if day is not None else ask.doc.published.year
    sentence = ask.doc.sentences[role.sentence]
    s = Statement(sentence, (), 0, 0, sentences=(sentence.number,))
    stem = (
        f"What position did {role.value} hold in {year}?"
        if year
        else f"What position does {role.value} hold?"
    )
    answer = re.sub(r"^(?:the|a|an) ", "", role.base)
    nation = answer.partition(" ")[0] in countries().adjectives
    if nation and re.search(r" (?:of|for|at) ", answer):
        answer = answer.partition(" ")[2]  # "Colombian coach of Chile"
        role = replace(role, base=answer)
    first = ask.doc.words[role.words[0]]
    opens = any(x.first == role.words[0] for x in ask.doc.sentences)
    if opens and answer.startswith(first.text) and first.text.lower() in post_words():
        answer = answer[0].lower() + answer[1:]
    ask.add(
        s, Stem(stem, frozenset()), answer, role_rivals(ask.doc, role), "roles", role, 0.7, NOTE,
        explanation=f"{role.value} was {answer}.",
    )  # fmt: skip
    person = next((f for f in ask.doc.facts if f.kind == "person" and f.base == role.value), None)
    known = answer.lower().endswith("president") and "US" in told_countries(answer)
    told = role.value in ask.quote(role.sentence)
    if person is not None and year and told and not known and _whole(ask, role):
        rivals = person_rivals(ask.doc, person, ask.others(s, "person") - {person.base})
        ask.add(
            s, Stem(f"Who was the {answer} in {year}?", frozenset()), role.value, rivals,
            "people", role, 0.6, NOTE, explanation=f"{role.value} was {answer}.",
        )  # fmt: skip


def _whole(ask: Asker, role: Fact) -> bool:
    """Whether a role says of what it is, so that only one person holds it at a time."""
    first, last = role.words
    bodies = [
        f
        for f in ask.doc.facts
        if f.kind in {"organisation", "place"} and first <= f.words[0] and f.words[1] <= last
    ]
    shared = (
        r"(?:.* )?(?:co-\w+|member|representative|professor|student|player|voice|actor|director of"
        r"|senator|mp|councillor|candidate|official|adviser|analyst|lawyer|attorney|journalist"
        r"|reporter|correspondent|lecturer|minister|politician|leader|expert|resident|star)\b"
    )
    return bool(bodies) and not re.match(shared, role.base, re.IGNORECASE)
