"""How names that no dictionary lists are inflected: by the paradigm their ending follows.

A. Grybosiowa (ed.), and the rules of the Council for the Polish Language on foreign names.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SOFT = {
    "t": "cie", "d": "dzie", "n": "nie", "s": "sie", "z": "zie", "r": "rze", "ł": "le", "m": "mie",
    "b": "bie", "p": "pie", "w": "wie", "f": "fie", "v": "vie",
}  # fmt: skip
_FEMININE_SOFT = _SOFT | {"k": "ce", "g": "dze", "l": "li"}
_ADJECTIVE = re.compile(r"[scz]ki$|dzki$|[^aeiouy]ny$|[^aeiouyhk]ty$")
_VOWELS = "aeiouyąęóéáíúöüő"
CASES = ("nom", "gen", "dat", "acc", "inst", "loc")

Forms = dict[str, frozenset[str]]


def _of(**forms: str) -> Forms:
    return {case: frozenset(form.split("|")) for case, form in forms.items()}


def _same(part: str) -> Forms:
    return {case: frozenset({part}) for case in CASES}


def _masculine(part: str) -> Forms:
    low = part.lower()
    last = low[-1]
    if last == "a":
        return _feminine(part)
    if last == "i":
        return _of(nom=part, gen=part + "ego", dat=part + "emu", acc=part + "ego",
                   inst=part + "m", loc=part + "m")  # fmt: skip
    if last == "y" and _ADJECTIVE.search(low):
        stem = part[:-1]
        return _of(nom=part, gen=stem + "ego", dat=stem + "emu", acc=stem + "ego",
                   inst=part + "m", loc=part + "m")  # fmt: skip
    if last in _VOWELS and not re.search(r"[aeo]y$", low):
        return _same(part) if last == "u" else _of(nom=part)
    if low.endswith(("ec", "ek", "eł", "x")):
        return _of(nom=part)
    hard = low[-2:] not in {"ch", "cz", "sz", "rz", "dz"}
    soften = _SOFT.get(last) if hard else None
    instrumental = part + ("iem" if last in "kg" else "em")
    locative = part[:-1] + soften if soften else part + "u"
    return _of(nom=part, gen=part + "a", dat=part + "owi", acc=part + "a", inst=instrumental,
               loc=locative)  # fmt: skip


def _feminine(part: str) -> Forms:
    low = part.lower()
    if low[-1] != "a" or len(part) < 3:
        return _same(part)
    stem = part[:-1]
    if re.search(r"[sc]ka$|dzka$", low):
        return _of(nom=part, gen=stem + "iej", dat=stem + "iej", acc=stem + "ą", inst=stem + "ą",
                   loc=stem + "iej")  # fmt: skip
    before = low[-2]
    if before == "i":
        # "Kasi", but "Mii" alone: where -i- is the first vowel, it is one of its own
        softening = any(letter in _VOWELS for letter in low[:-2])
        oblique = f"{stem}i|{stem}" if softening else f"{stem}i"
        return _of(nom=part, gen=oblique, dat=oblique, acc=stem + "ę", inst=stem + "ą", loc=oblique)
    if before == "j":
        oblique = f"{stem[:-1]}i|{stem}i"
        return _of(nom=part, gen=oblique, dat=oblique, acc=stem + "ę", inst=stem + "ą", loc=oblique)
    genitive = stem + ("i" if before in "kgl" else "y")
    if low.endswith("cha"):
        dative = stem[:-2] + "sze"
    elif before in _FEMININE_SOFT:
        dative = stem[:-1] + _FEMININE_SOFT[before]
    else:
        dative = stem + "y"
    return _of(nom=part, gen=genitive, dat=dative, acc=stem + "ę", inst=stem + "ą", loc=dative)


@lru_cache(maxsize=4096)
def paradigm(part: str, gender: str) -> Forms:
    """Return the forms of an unknown name by case; only the nominative where they are not certain.

    A woman's name that does not end in -a is not inflected.
    """
    return _feminine(part) if gender == "f" else _masculine(part)


_APOSTROPHE = re.compile(r"(.+?)['’](a|owi|em|ego|emu|m|u|ie)$")
_APOSTROPHE_CASES = {
    "a": ("gen", "acc"), "owi": ("dat",), "em": ("inst",), "ego": ("gen", "acc"), "emu": ("dat",),
    "m": ("inst", "loc"), "u": ("loc",), "ie": ("loc",),
}  # fmt: skip
_OBLIQUE = re.compile(r"(?:[sc]k|dzk)(?:iej|ą|iego|iemu|im)$|ow(?:ej|ą)$", re.IGNORECASE)
"""How no nominative ends."""
_LOOSE = {"a": ("gen", "acc"), "owi": ("dat",), "em": ("inst",)}


@lru_cache(maxsize=4096)
def readings(form: str) -> frozenset[tuple[str, str, str]]:
    """Return every (nominative, gender, case) that an unknown name may stand for."""
    m = _APOSTROPHE.match(form)
    if m:
        return frozenset((m[1], "m1", case) for case in _APOSTROPHE_CASES[m[2]])
    bases = set() if _OBLIQUE.search(form) else {form}
    for ending, others in (
        ("a", ("", "o")), ("owi", ("", "o")), ("em", ("", "o")), ("iem", ("",)), ("u", ("",)),
        ("ego", ("", "y")), ("emu", ("", "y")), ("m", ("",)), ("y", ("a",)),
        ("i", ("a", "ia", "ja")), ("ę", ("a",)), ("ą", ("a",)), ("ii", ("ia",)), ("iej", ("a",)),
        ("ji", ("ja",)), ("ie", ("a", "")), ("rze", ("r", "ra")), ("le", ("ł", "ła")),
        ("cie", ("t", "ta")), ("dzie", ("d", "da")), ("ce", ("ka",)), ("dze", ("ga",)),
        ("sze", ("cha",)), ("li", ("la",)), ("go", ("",)), ("mu", ("",)),
    ):  # fmt: skip
        stem = form.removesuffix(ending)
        if stem and stem != form:
            # What the ending has softened is a letter of the stem as well: "Edzie" is of Ed.
            bases |= {stem + other for other in others if len(stem + other.rstrip("aijoy")) > 1}
    found = set()
    for base in bases:
        for gender in ("m1", "f"):
            forms = paradigm(base, gender)
            found |= {(base, gender, case) for case, those in forms.items() if form in those}
        if base.endswith("o") and form != base:
            found |= {
                (base, "m1", case)
                for ending, cases in _LOOSE.items()
                if form == base[:-1] + ending
                for case in cases
            }
    return frozenset(found)
