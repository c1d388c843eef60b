"""A noun phrase in another case, and the preposition it takes; every form is read back."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from quiz.languages.data_files import read_data
from quiz.languages.polish.inflection import inflect_place
from quiz.languages.polish.knowledge import countries, prepositions
from quiz.languages.polish.morph import ADJECTIVAL

if TYPE_CHECKING:
    from quiz.languages.polish.morph import Morphology, Reading

SOFTENED = re.compile(r"[wf][^aeiouyąęó]")
HISSING = re.compile(r"sz[^aeiouyąęó]|[sśzźż][^aeiouyąęóz]|w[szś]|lw")
UNKNOWN = re.compile(r"(.+[scz]ki)(e?)")
ENDINGS = (
    {"gen": "ego", "dat": "emu", "acc": "", "inst": "m", "loc": "m"},
    {"gen": "ego", "dat": "emu", "acc": "e", "inst": "m", "loc": "m"},
)
"""What follows the -ski of a masculine and the -ski- of a neuter adjective in each case."""


def preposition(base: str, text: str) -> str:
    """Return "w", "z" or "na" as it sounds before a text: "we Wrocławiu", "ze Szczecina"."""
    low = text.lower()
    if base == "w" and (SOFTENED.match(low) or low.startswith("lwow")):
        return "we"
    if base == "z" and HISSING.match(low):
        return "ze"
    return base


def on(base: str) -> bool | None:
    """Whether one is "na" a place; None where both are written."""
    code = countries().codes.get(base, "")
    return None if code in prepositions()["either"] else code in prepositions()["on"]


def _reading(morphology: Morphology, word: str, *, noun: bool) -> Reading | None:
    """Return how a word of a nominative phrase is read: names before common words."""
    found = [
        r
        for r in morphology.readings(word)
        if "nom" in r.cases and (r.pos == "subst" if noun else r.pos in ADJECTIVAL)
    ]
    # "Ateny" before "atena": a capital in the text wants a capital in the dictionary
    found.sort(key=lambda r: (r.lemma[:1].isupper() != word[:1].isupper(), "pl" in r.number))
    return found[0] if found else None


def decline(morphology: Morphology, base: str, case: str) -> str:
    """Return a phrase in a case, or nothing where its forms are not certain.

    Adjectives beside the first noun agree with it; what follows ("Rada Europy") stays as it is.
    """
    if case in {"nom", "voc"}:
        return base
    words = base.split()
    head = next((i for i in range(len(words)) if _is_head(morphology, words, i)), None)
    if head is None or head > 3:
        return ""
    noun = _reading(morphology, words[head], noun=True)
    if noun is None:
        return ""
    number = "pl" if noun.number == frozenset({"pl"}) else "sg"
    gender = min(noun.genders, default="")
    out: list[str] = []
    agreeing = True
    for i, word in enumerate(words):
        if i == head:
            form = _form(morphology, noun, number, case)
        elif not agreeing:
            form = word
        else:
            adjective = _reading(morphology, word, noun=False)
            agreeing = adjective is not None and gender in adjective.genders
            agreeing = agreeing and number in (adjective.number if adjective else ())
            form = word
            if agreeing and adjective is not None:
                need = "pos" if adjective.pos == "adj" else ""
                form = morphology.inflect(
                    adjective.lemma, adjective.pos, number, case, gender, need
                )
                if form and "-" in word and "-" not in adjective.lemma:
                    # "warmińsko-mazurski": the dictionary reads the last part alone.
                    form = f"{word.rpartition('-')[0]}-{form}"
            elif word[0].islower() and (unknown := UNKNOWN.fullmatch(word)) and number == "sg":
                form = unknown[1] + ENDINGS[unknown[2] == "e"].get(case, "") if gender else ""
            elif i < head or not _genitive(morphology, word):
                return ""
        if not form:
            return ""
        out.append(form[0].upper() + form[1:] if word[0].isupper() else form)
    return " ".join(out)


def _is_head(morphology: Morphology, words: list[str], i: int) -> bool:
    """Whether a word is the noun of its phrase: no adjective, or no noun follows it to agree."""
    if _reading(morphology, words[i], noun=True) is None:
        return False
    adjective = _reading(morphology, words[i], noun=False)
    if adjective is None:
        return True
    following = _reading(morphology, words[i + 1], noun=True) if i + 1 < len(words) else None
    return following is None or not (
        adjective.number & following.number and adjective.genders & following.genders
    )


def _genitive(morphology: Morphology, word: str) -> bool:
    """Whether a word could be what a noun is of: a genitive, a small word, or no Polish word."""
    readings = morphology.readings(word)
    return not readings or any("gen" in r.cases or not r.cases for r in readings)


def _form(morphology: Morphology, noun: Reading, number: str, case: str) -> str:
    for form, r in morphology.forms(noun.lemma):
        if (
            r.pos == "subst"
            and number in r.number
            and case in r.cases
            and ("-" in form) == ("-" in noun.lemma)  # no "EUROPOL-u"
            and (not noun.genders or r.genders & noun.genders)
            and any(
                back.lemma == noun.lemma and case in back.cases
                for back in morphology.readings(form)
            )
        ):
            return form
    return ""


@cache
def _rigid() -> frozenset[str]:
    """Return the places that are never inflected."""
    return frozenset(read_data("polish_places")["rigid"]["places"].split(", "))


@lru_cache(maxsize=8192)
def place_in(morphology: Morphology, base: str, case: str) -> str:
    """Return a place's name in a case, or nothing."""
    if case == "nom" or base in _rigid():
        return base
    if " i " in base:
        # "Bośnia i Hercegowina": each of the two is inflected.
        pair = [place_in(morphology, one, case) for one in base.split(" i ")]
        return " i ".join(pair) if all(pair) else ""
    found = inflect_place(morphology, base, case)
    if found:
        return found
    return decline(morphology, base, case) if morphology.readings(base.partition(" ")[0]) else ""


def located(morphology: Morphology, base: str, governor: str) -> str:
    """Return a place behind the right preposition: governor "w", "z" or "do".

    "w Polsce", "na Węgrzech", "we Wrocławiu"; "z Polski", "ze Szwecji"; "do Polski", "na Węgry".
    """
    above = on(base) is not False  # where both are written, the press has "na" more often
    case = {"w": "loc", "z": "gen", "do": "acc" if above else "gen"}.get(governor, "")
    form = place_in(morphology, base, case) if case else ""
    if not form:
        return ""
    lead = "na" if above and governor in {"w", "do"} else governor
    return f"{preposition(lead, form)} {form}"


def fits(before: str, base: str, form: str) -> bool:
    """Whether a form could stand behind the preposition that a sentence has before its gap."""
    low = before.lower()
    above = on(base)
    if low in {"w", "we", "na"} and above is not None and above != (low == "na"):
        return False
    bare = {"we": "w", "ze": "z"}.get(low, low)
    return bare not in {"w", "z"} or preposition(bare, form) == low
