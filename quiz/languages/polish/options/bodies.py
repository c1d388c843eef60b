"""Other organisations and named things of the same kind."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.finding import occurs
from quiz.languages.known import by_name, lasted
from quiz.languages.lives import years_of
from quiz.languages.polish.knowledge import organisation_groups, thing_groups
from quiz.languages.polish.options.decline import decline, fits
from quiz.languages.polish.tables import CLASS_NOUNS, CLASSES, HEADS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from quiz.languages.known import Group
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Morphology


NATIVE = frozenset("ąćęłńóśźż")
"""Letters of words that Polish inflects, even if no dictionary has them: "Jamał"."""
DUTIES = frozenset({"musieć", "podlegać", "wymagać"})
"""What holds of one thing by a rule holds of all of its kind: every vaccine has to be approved."""


def related(one: str, other: str) -> bool:
    """Whether one name is part of the other, or its acronym: they may mean one body."""
    a, b = one.casefold(), other.casefold()
    if a in b or b in a:
        return True
    for short, long in ((one, other), (other, one)):
        initials = "".join(w[0] for w in long.split()).casefold()
        if short.isupper() and short.casefold() == initials:
            return True
    return False


def _grouped(
    doc: PolishDocument,
    base: str,
    groups: dict[str, Group],
    avoid: Collection[str],
    sentence: int,
) -> list[str]:
    """Return others of a group in the key's manner: acronyms for an acronym where there are.

    None had ended, or was yet to begin, when what the sentence tells happened.
    """
    found: list[str] = []
    for members in _of_one_country(doc, base, groups):
        mine = next((names for names in members if base in names), None)
        if mine is None:
            continue
        last = years_of(doc, sentence)[1]
        short = len(base) < 8 and base.isupper() and any(not n.isupper() for n in mine)
        for names in members:
            if names is mine or any(occurs(told, n) for told in avoid for n in names):
                continue
            if any(related(base, n) for n in names):
                continue
            if any(not begins <= last <= ends for n in names for begins, ends in lasted(n)):
                continue
            written = [n for n in names if n.isupper() == base.isupper()]
            if written or not short:
                found.append((written or list(names))[0])
    rng = chance(doc.text[:80], base)
    found = mixed(rng, found)
    found.sort(key=lambda name: not occurs(doc.text, name))
    return found


def _of_one_country(doc: PolishDocument, base: str, groups: dict[str, Group]) -> list[Group]:
    """Return the groups that have a name, of those of several countries one.

    A "Sąd Najwyższy" is of the country of which the text names another power, else of Poland.
    """
    mine = {name: g for name, g in groups.items() if any(base in names for names in g)}
    lands = [name for name in mine if re.search(r"_[a-z]{2}$", name)]
    if len(lands) > 1:
        low = doc.text
        others = (n for n in lands for m in mine[n] if base not in m and any(o in low for o in m))
        kept = next(others, lands[0])
        mine = {name: g for name, g in mine.items() if name not in lands or name == kept}
    return list(mine.values())


@cache
def _groups() -> dict[str, str]:
    """Return the group of every name, organisations before things."""
    return by_name(organisation_groups(), thing_groups())


def group_of(base: str) -> str:
    """Return the name of the group that an organisation or a named thing is of, or nothing."""
    return _groups().get(base, "")


def is_thing(base: str) -> bool:
    """Whether a name is known as a thing's and as no organisation's."""
    group = group_of(base)
    return group in thing_groups() and group not in organisation_groups()


def noun_of(group: str) -> str:
    """Return the noun for what a group lists ("linia lotnicza"), or nothing."""
    return next((noun for start, noun in CLASS_NOUNS.items() if group.startswith(start)), "")


def _class_of(doc: PolishDocument, first: int, base: str) -> str:
    """Return the noun that says what a name is: the one before it, or the one it begins with."""
    if first:
        before = {r.lemma for r in doc.words[first - 1].readings}
        for noun in before & CLASSES.keys():
            return noun
    for word in base.split():
        for reading in doc.morphology.readings(word):
            if reading.lemma in HEADS:
                return reading.lemma
    return ""


def _own(doc: PolishDocument, base: str, kind: str, noun: str) -> list[str]:
    """Return the article's other names of the kind, told by the same noun as the key."""
    out: list[str] = []
    for name in doc.names:
        if name.kind != kind or related(name.base, base):
            continue
        other = _class_of(doc, name.first, name.base)
        same = other == noun and (noun or (name.base.isupper() == base.isupper()))
        if same and not any(related(name.base, o) for o in out):
            out.append(name.base)
    return out


def _told(base: str, others: Sequence[str], avoid: Collection[str]) -> list[str]:
    kept = [o for o in dict.fromkeys(others) if not related(o, base)]
    return [o for o in kept if not any(occurs(told, o) or related(told, o) for told in avoid)]


def _sentence(doc: PolishDocument, word: int) -> int:
    return next((s.number for s in doc.sentences if s.first <= word < s.last), -1)


def organisation_rivals(
    doc: PolishDocument, base: str, avoid: Collection[str] = (), *, first: int = 0
) -> list[str]:
    """Return other organisations of the same kind in the nominative.

    `avoid` are names the sentence tells, `first` the word the key begins with. None is part of
    the key, contains it, or is another name of it; nothing comes of a kind that is not known.
    """
    noun = _class_of(doc, first, base)
    grouped = _grouped(doc, base, organisation_groups(), avoid, _sentence(doc, first))
    own = _own(doc, base, "organisation", noun) if noun or not grouped else []
    return _told(base, [*own, *grouped], avoid)[:MOST]


def thing_rivals(
    doc: PolishDocument, base: str, avoid: Collection[str] = (), *, first: int = 0
) -> list[str]:
    """Return other named things of the same kind: told by the same noun, or of one group."""
    at = next((s for s in doc.sentences if s.first <= first < s.last), None)
    if at and any(r.lemma in DUTIES for w in doc.words[at.first : at.last] for r in w.readings):
        return []
    noun = _class_of(doc, first, base)
    own = _own(doc, base, "thing", noun) if noun else []
    grouped = _grouped(doc, base, thing_groups(), avoid, at.number if at else -1)
    return _told(base, [*own, *grouped], avoid)[:MOST]


def body_forms(
    morphology: Morphology, bases: Sequence[str], case: str, before: str = ""
) -> list[str]:
    """Return names in a case; acronyms and foreign names stay as they are where they must."""
    out: list[str] = []
    for base in bases:
        form = base if rigid(morphology, base) else decline(morphology, base, case)
        if form.isupper() and not base.isupper():
            continue  # an acronym of the same letters
        if form and (not before or fits(before, base, form)):
            out.append(form)
    return out


def alike(doc: PolishDocument, base: str, others: Sequence[str], case: str) -> list[str]:
    """Return the names that do not stand out beside an inflected one by having one form alone.

    Beside "prezes Orlenu" nobody believes in "prezes Energa"; an acronym has no other form.
    """
    if case == "nom" or rigid(doc.morphology, base):
        return list(others)
    return [o for o in others if not rigid(doc.morphology, o) or o.isupper()]


def rigid(morphology: Morphology, base: str) -> bool:
    """Whether a name has one form: an acronym, or no word of it is in the dictionary."""
    words = base.split()
    if all(w.isupper() or not w.isalpha() for w in words):
        return True
    if set(base.lower()) & NATIVE:
        return False
    return not any(morphology.readings(w) for w in words if w[0].isalpha())
