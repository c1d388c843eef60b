"""Runs of capitalised words that may be names, cut where one name ends and another begins."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from quiz.languages.data_files import read_data
from quiz.languages.polish.date_words import MONTHS
from quiz.languages.polish.morph import ADJECTIVAL
from quiz.languages.polish.paradigms import readings
from quiz.languages.polish.tables import (
    CLASSES,
    COUNTRIES,
    COUNTRY_FORMS,
    COUNTRY_NAMES,
    HEADS,
    NOT_NAMES,
    PEOPLE_NOUNS,
    ROLES,
)
from quiz.languages.when import ROMANS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.morph import Word
    from quiz.languages.protocol import Sentence

_DATA = read_data("polish_names")
_PEOPLE = read_data("polish_people")
_WOMEN, _MEN = (
    frozenset(_DATA["given"][ours].split()).union(
        *(names.get(theirs, "").split(", ") for names in _PEOPLE["given"].values())
    )
    for ours, theirs in (("f", "f"), ("m", "m1"))
)
CENTURIES = frozenset(ROMANS)
GIVEN: dict[str, frozenset[str]] = {
    n: frozenset({"f"} if n in _WOMEN else ()) | ({"m1"} if n in _MEN else frozenset())
    for n in _WOMEN | _MEN
}
"""The genders of given names from abroad."""
FAMILY_FIRST = frozenset(_DATA["family_first"]["names"].split())
KINDS_BEFORE: dict[str, str] = CLASSES | dict.fromkeys(_DATA["things"]["words"].split(), "thing")
"""Common nouns that say what kind of name follows them."""
BODIES = HEADS | frozenset(_DATA["bodies"]["words"].split())
"""Common nouns that begin names of bodies."""
CLUBS = frozenset(_DATA["clubs"]["words"].split())
INSIDE = frozenset(_DATA["inside"]["words"].split())
POSTS = frozenset(_DATA["posts"]["words"].split())
COMPANY_ENDINGS = frozenset(_DATA["companies"]["endings"].split())
COMPANIES_KNOWN = frozenset(_DATA["companies"]["known"].split())
NAME_LABELS = frozenset({"imię", "nazwisko"})
_PREFIXED = re.compile(r"(?:ul|al|el|ad|ad|bin|ibn|an|as|ar)-[A-ZŁŚŻŹĆ]")
LANDS = frozenset(_DATA["lands"]["words"].split())
"""Common nouns that begin names of places."""


def personal(word: Word) -> bool:
    """Whether the dictionary knows a word as a given name or a surname."""
    return any(r.labels & NAME_LABELS for r in word.readings)


def geographic(word: Word) -> bool:
    """Whether the dictionary knows a word as a place and not as a given name."""
    return word.labelled("nazwa_geograficzna") and not _forename(word)


def _forename(word: Word) -> bool:
    return any("imię" in r.labels and "sg" in r.number for r in word.readings)


@lru_cache(maxsize=4096)
def _given_form(form: str) -> bool:
    plain = "".join(c for c in normalize("NFD", form) if not combining(c))
    return bool({form, plain} & GIVEN.keys()) or any(
        g in GIVEN.get(base, ()) for base, g, _ in readings(form)
    )


def given(word: Word) -> bool:
    """Whether a word is a form of a given name, Polish or from abroad."""
    if word.text.isupper() and len(word.text) > 1:
        return False
    if _forename(word):
        return True
    if "-" in word.text:
        return all(piece in GIVEN or _given_form(piece) for piece in word.text.split("-") if piece)
    known = any(r.lemma[:1].islower() or "nazwa_geograficzna" in r.labels for r in word.readings)
    return word.text in GIVEN if known else _given_form(word.text)


def _cases_of_name(word: Word) -> frozenset[str]:
    """Return the cases in which a word may be part of a person's name, and is inflected."""
    known = {
        c
        for r in word.readings
        if r.labels & NAME_LABELS and "sg" in r.number and len(r.cases) < 6
        for c in r.cases
    }
    return frozenset(known) or frozenset(
        c for base, g, c in readings(word.text) if g in GIVEN.get(base, ())
    )


def _local_cases(word: Word) -> frozenset[str]:
    """Return the cases in which a word names a place."""
    return frozenset(c for r in word.readings if "nazwa_geograficzna" in r.labels for c in r.cases)


def common(word: Word) -> bool:
    """Whether a capitalised word is nothing but a common word of the dictionary."""
    return bool(word.readings) and all(r.lemma[:1].islower() for r in word.readings)


def company(word: Word) -> bool:
    """Whether a word is a form of a well-known company's name."""
    text = word.text
    return text in COMPANIES_KNOWN or any(
        text.removesuffix(ending).rstrip("'’") in COMPANIES_KNOWN
        for ending in ("a", "u", "owi", "em", "ie")
    )


def club(words: Sequence[Word]) -> str:
    """Return the nominative of a sports club's name with its town, "Lech Poznań", or nothing."""
    if len(words) != 2 or not geographic(words[1]):
        return ""
    known = {r.lemma.capitalize() for r in words[0].readings} | {words[0].text}
    found = sorted(known & CLUBS)
    return f"{found[0]} {words[1].text}" if found else ""


def _titled(word: Word) -> bool:
    return any(
        "sg" in r.number and (r.lemma in ROLES or r.lemma in PEOPLE_NOUNS or r.lemma in POSTS)
        for r in word.readings
    )


def agree(one: Word, other: Word) -> bool:
    """Whether an adjective and the noun after it agree."""
    return any(
        a.cases & n.cases and a.number & n.number and (not n.genders or a.genders & n.genders)
        for a in one.readings
        if a.pos in ADJECTIVAL
        for n in other.readings
        if n.pos in {"subst", "ger", *ADJECTIVAL}
    )


def _of_century(words: Sequence[Word], i: int, sentence: Sentence) -> bool:
    """Whether a Roman number is that of a century: "w XVII wieku", "wieku XV"."""
    beside = (*words[i + 1 : min(i + 2, sentence.last)], *words[max(i - 1, sentence.first) : i])
    return any(r.lemma in {"wiek", "stulecie"} for w in beside for r in w.readings)


def _starts(words: Sequence[Word], i: int, sentence: Sentence) -> bool:
    """Whether a name may begin at a word; the first word of a sentence is capital anyway."""
    w = words[i]
    if _PREFIXED.match(w.text):
        return True
    if w.text in CENTURIES and _of_century(words, i, sentence):
        return False
    if not (w.capital and w.alpha) or w.lower in NOT_NAMES or w.has("prep", "conj", "comp"):
        return False
    following = words[i + 1] if i + 1 < sentence.last else None
    follows = following is not None and following.capital and following.alpha
    if _titled(w) and not personal(w):
        return False
    if i > sentence.first and words[i - 1].alpha:
        return True
    if w.text in COUNTRY_NAMES or _forename(w) or w.text in GIVEN:
        return True
    if follows and following and f"{w.text} {following.text}" in COUNTRY_FORMS:
        return True
    if following is not None and club((w, following)):
        return True
    if i > sentence.first and words[i - 1].text in '„"«' and following is not None:
        return bool(follows) or (following.text in '”"»' and not w.has("adv", "part", "fin"))
    if w.text.isupper() and len(w.text) > 1:
        return not common(w) or len(w.text) < 6
    if any(not r.lemma[:1].isupper() for r in w.readings):
        if not (follows and following is not None) or not w.has("subst", *ADJECTIVAL):
            return False
        if set(following.text) <= set("IVX"):
            return True
        head = any(r.lemma in BODIES or r.lemma in LANDS for r in w.readings)
        if head:
            return not (geographic(following) and not following.has("adj"))
        return common(following) and agree(w, following)
    return True


def runs(words: Sequence[Word], sentence: Sentence) -> list[tuple[int, int]]:
    """Return the word ranges of a sentence that may be names."""
    out: list[tuple[int, int]] = []
    i = sentence.first
    while i < sentence.last:
        if not _starts(words, i, sentence):
            i += 1
            continue
        j = i + 1
        while j < sentence.last:
            step = _step(words, i, j, sentence.last)
            if not step:
                break
            j += step
        out.append((i, j))
        i = j
    return out


def _step(words: Sequence[Word], start: int, j: int, last: int) -> int:
    """Return how many words the name goes on with at word j, 0 where it ends."""
    w, before = words[j], words[j - 1]
    following = words[j + 1] if j + 1 < last else None
    if (w.capital and w.alpha) or _PREFIXED.match(w.text):
        return 0 if _cut(words, start, j, last) else 1
    doubled = w.lower in INSIDE and following is not None and following.lower in INSIDE
    if doubled and before.capital and j + 2 < last and words[j + 2].capital:
        return 3
    if w.text.isdigit() and before.end == w.start:
        return 1
    if w.text.isdigit() and len(w.text) == 1 and before.capital and before.text.isalpha():
        scored = following is not None and following.text in ":-–/" and following.start == w.end
        day = following is not None and following.lower in MONTHS
        return 0 if scored or day or geographic(before) else 1
    if following is None or not (following.capital and following.alpha):
        return 0
    tight = before.end == w.start and w.end == following.start
    if w.lower in INSIDE and before.alpha and not before.has("prep"):
        return 2
    if w.text == "." and len(before.text) == 1 and before.alpha and before.end == w.start:
        return 0 if common(following) and not tight else 2
    if w.text in "-&" or (w.text == "." and tight):
        return 2 if tight or w.text == "&" else 0
    if w.text in {"'", "’"} and tight:
        return 2
    return 0


def _cut(words: Sequence[Word], start: int, j: int, last: int) -> bool:
    """Whether another name begins at word j: a person after a place, a people, an institution."""
    w, before = words[j], words[j - 1]
    first_name = given(w)
    if j == start + 1 and club((before, w)):
        return False
    if j == start + 2 and club((words[start], before)):
        return True
    if first_name and given(before) and not _cases_of_name(before) & _cases_of_name(w):
        return True
    if _titled(w) and not personal(w) and j + 1 < last and words[j + 1].capital:
        return True
    alone = j == start + 1
    led = start > 0 and words[start - 1].has("prep") and geographic(before)
    if alone and led and first_name and not _cases_of_name(w) & _local_cases(before):
        return True
    if alone and _nation(before) and (first_name or not w.readings or personal(w)):
        return True
    if alone and _acronym(before):
        known = before.text in COUNTRIES or before.labelled("nazwa_organizacji")
        many = j + 1 < last and words[j + 1].capital and words[j + 1].alpha
        land = any(r.lemma in COUNTRY_NAMES for r in w.readings)
        if first_name or land or (known and many and not common(w)):
            return True
    body = any(r.lemma in BODIES for k in range(start, j - 1) for r in words[k].readings)
    if first_name and body and any(r.lemma[:1].islower() for r in before.readings):
        return True
    if first_name and not given(before) and any(r.lemma in COUNTRY_NAMES for r in before.readings):
        return True
    if first_name and (company(before) or _acronym(before)):
        return True
    if common(w) and w.has("subst") and given(words[start]) and not w.text.isupper():
        return True
    so_far = " ".join(x.text for x in words[start:j])
    if j - start > 1 and COUNTRIES.get(so_far, so_far) in COUNTRY_NAMES:
        return True
    if first_name and not personal(before) and not given(before):
        return bool(before.readings) and (geographic(before) or common(before))
    if alone and geographic(before) and not personal(before):
        return not w.text[1:].islower() or (
            not (agree(w, before) or agree(before, w) or geographic(w) or w.text in COMPANY_ENDINGS)
            and (
                any(r.lemma in COUNTRY_NAMES for r in before.readings)
                or (start > 0 and words[start - 1].has("prep"))
                or (start > 0 and _titled(words[start - 1]) and "nom" not in _local_cases(before))
            )
        )
    return False


def _acronym(word: Word) -> bool:
    """Whether a word is written as an acronym, "NBP" or "PiS", and is no initial."""
    return bool(re.fullmatch(r"[A-ZŁŚŻŹĆÓ]\w{0,2}[A-ZŁŚŻŹĆÓ]\w{0,3}", word.text)) and not (
        set(word.text) <= set("IVX")
    )


def _nation(word: Word) -> bool:
    """Whether a word names somebody of a nation ("Francuz", "Serba")."""
    return word.capital and any(
        r.lemma[:1].isupper()
        and r.pos == "subst"
        and "nazwa_pospolita" in r.labels
        and r.genders & {"m1", "f"}
        for r in word.readings
    )


nation = _nation
