"""Other organisations and named things of the same kind."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.english.options.knowledge import (
    group_nouns,
    organisation_groups,
    thing_groups,
)
from quiz.languages.finding import occurs
from quiz.languages.known import Group, by_name, lasted
from quiz.languages.lives import years_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.protocol import Fact

CLASSES = (
    "University", "College", "Institute", "School", "Hospital", "Museum", "Bank", "Party",
    "Ministry", "Department", "Agency", "Commission", "Committee", "Council", "Court", "Police",
    "Association", "Foundation", "Society", "Union", "Federation", "Club", "League", "Church",
    "Airlines", "Airways", "Group", "Corporation", "Company", "Post", "Times", "Herald", "News",
    "Gazette", "Authority", "Office", "Board", "Centre", "Center", "Institution", "Team", "Army",
)  # fmt: skip
"""Words that tell what a body is, as they stand in its name."""

CLASS_NOUNS = {
    "post": "newspaper", "times": "newspaper", "herald": "newspaper", "gazette": "newspaper",
    "corporation": "company", "airlines": "airline", "airways": "airline", "police": "police force",
    "news": "", "group": "", "centre": "", "center": "", "office": "", "board": "", "army": "",
    "league": "",
}  # fmt: skip
"""What to call a body by such a word, where that is not the word itself."""


DUTY = re.compile(r"\b(?:must|has to|have to|is required to|are required to) be\b")
"""What holds of one thing by a rule holds of all of its kind: every vaccine has to be approved."""


def related(one: str, other: str) -> bool:
    """Whether one name is part of the other, or its acronym: they may mean one body."""
    (a, acronym, initials), (b, short, first) = _written(one), _written(other)
    if a in b or b in a or acronym == first != "" or short == initials != "":
        return True
    bodies = _bodies()
    return not bodies.get(one, frozenset()).isdisjoint(bodies.get(other, ()))


@lru_cache(maxsize=8192)
def _written(name: str) -> tuple[str, str, str]:
    """Return a name without its article, the acronym that it is, and its initials."""
    low = name.casefold()
    acronym = low.replace(".", "") if name.isupper() else ""
    initials = "".join(w[0] for w in name.split() if w[0].isupper()).casefold()
    return low.removeprefix("the "), acronym, initials


@cache
def _bodies() -> dict[str, frozenset[int]]:
    """Return which bodies and things each name of the lists may mean, by number."""
    found: dict[str, set[int]] = {}
    every = (
        names
        for groups in (organisation_groups(), thing_groups())
        for members in groups.values()
        for names in members
    )
    for number, names in enumerate(every):
        for name in names:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def unknown(name: str, category: str, doc: EnglishDocument) -> bool:
    """Whether an option is an acronym that few know and the article never writes out.

    Of a body that the article writes in two ways, the one without "'s" is taken for a slip, and so
    is a name whose letters are those of a well-known one.
    """
    if category not in {"organisations", ""}:
        return False
    bare = name.replace(".", "")
    if not (bare.isupper() and bare.isalpha()):
        return name in doc.slips or misspelt(name)
    if group_of(name) and not group_of(name).endswith("parties"):
        return False
    listed = bool(group_of(name)) or category == "organisations"
    return listed and not _written_out(name, doc.text)


def _written_out(name: str, text: str) -> bool:
    """Whether an acronym stands in brackets behind a word: "the Vistula rowing club (VRC)"."""
    inside = f" ({name})"
    at = text.find(inside)
    while at >= 0:
        first = at
        while first and (text[first - 1].isalnum() or text[first - 1] == "_"):
            first -= 1
        if any("a" <= letter <= "z" for letter in text[first:at]):
            return True
        at = text.find(inside, at + 1)
    return False


@cache
def _letters() -> dict[str, str]:
    """Return every listed name of several words by its letters in order."""
    names = (n for groups in organisation_groups().values() for every in groups for n in every)
    return {"".join(sorted(n.casefold())): n.casefold() for n in names if " " in n}


@lru_cache(maxsize=8192)
def misspelt(name: str) -> bool:
    """Whether a name has the letters of a body that many know in another order."""
    low = name.casefold().removeprefix("the ")
    known = _letters().get("".join(sorted(low)))
    return known is not None and sorted(known.split()) != sorted(low.split())


def class_of(base: str) -> str:
    """Return the word of a name that tells what kind of body it is, or nothing."""
    words = base.split()
    return next((w for w in reversed(words) if w in CLASSES), "")


@cache
def _groups() -> dict[str, str]:
    """Return the group of every name, organisations before things."""
    return by_name(organisation_groups(), thing_groups())


def group_of(base: str) -> str:
    """Return the name of the group that a body or a named thing is of, or nothing."""
    return _groups().get(base, "")


def noun_of(base: str) -> str:
    """Return what follows "which" for a body: "newspaper", "party"; "organisation" else."""
    group = group_of(base)
    listed = next((noun for start, noun in group_nouns().items() if group.startswith(start)), "")
    word = class_of(base).lower()
    return listed or CLASS_NOUNS.get(word, word) or "organisation"


def _grouped(
    doc: EnglishDocument, key: Fact, groups: dict[str, Group], avoid: Collection[str]
) -> list[str]:
    """Return others of a group in the key's manner: acronyms for an acronym where there are.

    None had ended, or was yet to begin, when what the key's sentence tells happened.
    """
    base, last = key.base, years_of(doc, key.sentence)[1]
    found: list[str] = []
    for members in groups.values():
        mine = next((names for names in members if base in names), None)
        if mine is None:
            continue
        the = base.startswith("The ")
        for names in members:
            if names is mine or any(occurs(told, n) for told in avoid for n in names):
                continue
            if any(related(base, n) for n in names):
                continue
            if any(not begins <= last <= ends for n in names for begins, ends in lasted(n)):
                continue
            alike = [n for n in names if n.isupper() == base.isupper()] or list(names)
            alike = [n for n in alike if n.startswith("The ") == the] or alike
            found.append(alike[0].removeprefix("the "))
    rng = chance(doc.text[:80], base)
    found = mixed(rng, found)
    found.sort(key=lambda name: not occurs(doc.text, name))
    return found


def _own(doc: EnglishDocument, key: Fact) -> list[str]:
    """Return the article's other names of the kind, told by the same word or of one group."""
    out: list[str] = []
    group, word = group_of(key.base), class_of(key.base)
    for fact in doc.facts:
        if fact.kind != key.kind or related(fact.base, key.base):
            continue
        alike = not group and not group_of(fact.base) and class_of(fact.base) == word
        acronyms = key.base.isupper() and fact.base.isupper()
        same = (group and group_of(fact.base) == group) or (alike and (word or acronyms))
        if same and not any(related(fact.base, o) for o in out):
            out.append(fact.base)
    return out


def body_rivals(doc: EnglishDocument, key: Fact, avoid: Collection[str] = ()) -> list[str]:
    """Return other organisations or things of the same kind; nothing for a kind not known.

    `avoid` are names the sentence tells. None is part of the key, contains it, or is another name
    of it.
    """
    at = next((s for s in doc.sentences if s.number == key.sentence), None)
    if key.kind == "thing" and at and DUTY.search(doc.text[at.start : at.end]):
        return []
    groups = organisation_groups() if key.kind == "organisation" else thing_groups()
    found = [*_own(doc, key), *_grouped(doc, key, groups, avoid)]
    kept = [o for o in dict.fromkeys(found) if not related(o, key.base)]
    return [o for o in kept if not any(occurs(t, o) or related(t, o) for t in avoid)][:MOST]
