"""What somebody does for a living, as the word before or behind a name tells: "the chemist X"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from quiz.languages.chance import chance, mixed
from quiz.languages.data_files import read_data
from quiz.languages.english.asking.nearby import proof
from quiz.languages.english.asking.wording import Stem
from quiz.languages.english.options.knowledge import people
from quiz.languages.english.options.people import said_dead
from quiz.languages.english.statements import Statement
from quiz.languages.lives import years_of

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.roles import Role

NOTE = "Check that this is what the person is known for."
COMPLEMENT = frozenset({"of", "for", "at", "in", "to", "with", "on"})
JOINED = frozenset({"and", "or", "-", "/", "turned"})
LIVING = 1980
"""Whoever is told of since this year may still live."""
MOST = 3
"""So many are asked of one article."""


@cache
def _fields() -> dict[str, str]:
    """Return the field of every calling."""
    data: dict[str, str] = read_data("english_asking")["callings"]
    return {noun: field for field, nouns in data.items() for noun in nouns.split()}


def callings(ask: Asker) -> None:
    """Ask for the calling of whoever has but one and is not known to everybody."""
    told: dict[str, set[str]] = {}
    for role in ask.doc.roles:
        field = _fields().get(_noun(ask, role), "")
        told.setdefault(role.holder.base, set()).add(field)
    asked: set[str] = set()
    for role in ask.doc.roles:
        base = role.holder.base
        if len(asked) == MOST:
            return
        if base in asked or len(told[base]) > 1 or not all(told[base]):
            continue
        if _ask(ask, role):
            asked.add(base)


def _noun(ask: Asker, role: Role) -> str:
    """Return the noun of a role: "chemist" of "the young chemist at the university"."""
    words = ask.doc.words
    end = next(
        (i for i in range(role.first, role.last) if words[i].text.lower() in COMPLEMENT), role.last
    )
    return words[end - 1].text.lower() if end > role.first else ""


def _ask(ask: Asker, role: Role) -> bool:
    doc, holder = ask.doc, role.holder
    base = holder.base
    if role.former or not holder.sure or " " not in base or base in people().named:
        return False
    if _several(ask, role):
        return False
    fact = next((f for f in doc.facts if f.kind == "role" and f.words[0] == role.first), None)
    answer = _noun(ask, role)
    others: str = read_data("english_asking")["callings_beside"][_fields()[answer]]
    rng = chance(doc.text[:80], base, "calling")
    beside = [o for o in dict.fromkeys(others.split()) if _fields().get(o) != _fields()[answer]]
    own = [o for o in beside if f" {o} " in doc.text]
    rivals = own + [o for o in mixed(rng, beside) if o not in own]
    sentence = doc.sentences[holder.sentence]
    numbers = tuple(sorted({*proof(doc, holder), sentence.number}))
    s = Statement(sentence, (), 0, 0, sentences=numbers)
    year = doc.published.year or 0
    past = year < LIVING or years_of(doc, holder.sentence)[1] < LIVING or said_dead(doc.text, base)
    was = "was" if past else "is"
    before = len(ask.drafts.all)
    ask.add(
        s, Stem(f"What {was} {base} by profession?", frozenset()), _called(answer),
        [_called(r) for r in rivals], "roles", fact, 0.6, NOTE,
        explanation=f"{base} {was} {_called(answer)}.", timeless=True,
    )  # fmt: skip
    return len(ask.drafts.all) > before


def _several(ask: Asker, role: Role) -> bool:
    """Whether a calling is one of two: "musician and actor", "actor-turned-chef"."""
    words = ask.doc.words
    if any(words[i].text.lower() in JOINED for i in range(role.first, role.last)):
        return True
    before, after = words[role.first - 1], words[role.last]
    joined = role.first > 0 and before.text.lower() in JOINED
    return (joined and ask.standing.fact(role.first - 2) is None) or after.text.lower() in JOINED


def _called(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
