"""Names with the noun that says what they are, and the adjective that says of which country."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.languages.polish.knowledge import countries
from quiz.languages.polish.mentions import BODIES
from quiz.languages.polish.morph import ADJECTIVAL, CASES
from quiz.languages.polish.nominative import nominative
from quiz.languages.polish.options.decline import place_in
from quiz.languages.polish.phrases import DASHES, QUOTES, features
from quiz.languages.polish.tables import CLASSES, HONORIFICS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Word
    from quiz.languages.polish.names import Name
    from quiz.languages.polish.phrases import Agreement

FARTHEST = 8
"""Words between the adjective and the name that it belongs to."""
JOINING = frozenset({"i", "oraz", "a", "lub"})
ORIGIN = "pochodzenie"
CITIZEN = "obywatel"
"""The noun of whoever is told by his nation: "Portugalczyk"."""
UNTOLD = frozenset({"organisation", "thing"})
TITLED = HONORIFICS | QUOTES
LINKS = {**dict.fromkeys(DASHES, "nom"), "to": "nom", "jest": "inst", "był": "inst", "była": "inst"}
"""What leads to a predicate, and the case it wants."""
SMALL = 5
"""Letters of a word that is more likely a preposition than a noun."""
LIST_NOUN = 2
LISTED = {
    "firma": "firma", "spółka": "spółka", "koncern": "koncern", "linia": "linia lotnicza",
    "bank": "bank", "związek": "związek", "dziennik": "dziennik", "klub": "klub",
}  # fmt: skip
"""What stands before a list of names, and what each of them is called."""


@dataclass(frozen=True, slots=True)
class Apposed:
    """A name, the word of the adjective beside it, and the noun that both belong to.

    `text` is the noun with what belongs to it but the adjective, in the nominative; `noun` its
    lemma, nothing where the adjective stands beside the name itself. `many` says that the next
    name may share both: "belgijskie związki CNE i LBC"; `cases` are those the phrase may be in.
    """

    name: Name
    adjective: int
    code: str
    noun: str = ""
    text: str = ""
    gender: str = ""
    plural: bool = False
    many: bool = False
    cases: frozenset[str] = CASES


def country_of(word: Word) -> str:
    """Return the code of the country that an adjective tells, or nothing."""
    if "-" in word.text:
        return ""  # "brytyjsko-holenderski" is of two
    known = countries().adjectives
    codes = {known[r.lemma] for r in word.readings if r.pos == "adj" and r.lemma in known}
    return codes.pop() if len(codes) == 1 else ""


def apposed(doc: PolishDocument) -> Iterator[Apposed]:
    """Return what the text tells of a name by an adjective of one country, in its order."""
    before: Apposed | None = None
    for name in doc.names:
        if name.kind in {"people", "surname"}:
            continue
        found = (
            _before(doc, name)
            or _behind(doc, name)
            or _next(doc, name, before)
            or _of_country(doc, name)
            or _of_people(doc, name)
            or _from(doc, name)
        )
        if found is not None and not found.noun and name.kind in UNTOLD:
            found = _in_list(doc, found)
        if found is not None:
            yield found
        before = found


def _of_country(doc: PolishDocument, name: Name) -> Apposed | None:
    """Read "minister transportu Norwegii" before or behind a name."""
    known = countries()
    for role in doc.roles:
        land = doc.named.get(role.last - 1)
        if role.holder != name or land is None or land.base not in known.codes:
            continue
        if land.last != role.last or land.first <= role.first:
            continue
        text = role.base.removesuffix(f" {doc.span(land.first, land.last)}")
        code = known.codes[land.base]
        return Apposed(name, land.first, code, role.noun, text) if text != role.base else None
    return None


def _of_people(doc: PolishDocument, name: Name) -> Apposed | None:
    """Read "Portugalczyk" before a name."""
    i = name.first - 1
    if name.kind != "person" or i < doc.sentences[name.sentence].first:
        return None
    known = countries().adjectives
    for r in doc.words[i].readings:
        if r.pos == "subst" and r.lemma in known and "sg" in r.number and r.cases & name.cases:
            gender = "f" if "f" in r.genders else "m1"
            return Apposed(name, i, known[r.lemma], CITIZEN, "", gender, cases=r.cases)
    return None


def _from(doc: PolishDocument, name: Name) -> Apposed | None:
    """Read ", lekarka z Kenii" behind a name."""
    words, k = doc.words, name.last
    last = doc.sentences[name.sentence].last
    if name.kind != "person" or k + 3 >= last or words[k].text != ",":
        return None
    z = next((j for j in range(k + 2, min(k + 4, last - 1)) if words[j].lower in {"z", "ze"}), 0)
    land = doc.named.get(z + 1) if z else None
    if land is None or land.base not in countries().codes:
        return None
    noun = words[z - 1]
    for r in noun.readings:
        if r.pos == "subst" and "sg" in r.number and r.cases & name.cases:
            gender = "f" if "f" in r.genders else "m1"
            code = countries().codes[land.base]
            return Apposed(name, z + 1, code, r.lemma, r.lemma, gender)
    return None


def _next(doc: PolishDocument, name: Name, before: Apposed | None) -> Apposed | None:
    """Read the second name of two beside one adjective: "belgijskie związki CNE i LBC"."""
    if before is None or not before.many or before.name.last + 1 != name.first:
        return None
    joined = doc.words[before.name.last].lower in JOINING
    return replace(before, name=name, many=False) if joined else None


def _in_list(doc: PolishDocument, one: Apposed) -> Apposed:
    """Give a name of a list the noun that stands before its first: "firmy: austriacka OMV i …"."""
    words, first = doc.words, doc.sentences[one.name.sentence].first
    i = one.adjective - 1
    while i > first and _listing(doc, i):
        i -= 1
    if i == one.adjective - 1:
        return one
    noun = ""
    for k in range(i, max(first, i - LIST_NOUN) - 1, -1):
        noun = next((r.lemma for r in words[k].readings if r.pos == "subst"), "")
        if noun in LISTED or not words[k].has(*ADJECTIVAL):
            break
    return replace(one, noun=noun, text=LISTED[noun]) if noun in LISTED else one


def _listing(doc: PolishDocument, i: int) -> bool:
    """Whether a word is within a list of names with their adjectives."""
    word = doc.words[i]
    joined = word.text in ",:()" or word.lower in JOINING
    return joined or i in doc.named or bool(country_of(word))


def known_town(doc: PolishDocument, name: Name, code: str) -> str:
    """Return the town of a country that a name is a form of, or nothing."""
    told = doc.span(name.first, name.last)
    for town, land in countries().towns.items():
        if (
            land == code
            and town[:2] == told[:2]
            and any(place_in(doc.morphology, town, case) == told for case in CASES - {"voc"})
        ):
            return town
    return ""


def _before(doc: PolishDocument, name: Name) -> Apposed | None:
    """Read "pakistański minister ds. mniejszości" before a name."""
    words, first = doc.words, doc.sentences[name.sentence].first
    end = name.first
    while end > first and (
        words[end - 1].text in QUOTES
        or words[end - 1 - (words[end - 1].text == ".")].lower in TITLED
    ):
        end -= 1
    for i in range(end - 1, max(first, end - FARTHEST) - 1, -1):
        word = words[i]
        if not _inner(doc, i):
            return None
        code = country_of(word)
        if code:
            return _led(doc, name, i, end, code) if _alone(doc, i, first) else None
    return None


def _inner(doc: PolishDocument, i: int) -> bool:
    """Whether a word may stand between an adjective and the name."""
    word = doc.words[i]
    if word.text == ".":
        return doc.words[i - 1].lower == "ds"
    if not word.alpha or i in doc.named or (word.capital and i not in doc.openings):
        return False
    if word.lower in {"ds", "do"}:
        return True
    small = len(word.text) < SMALL and word.has("prep", "conj", "comp")
    return word.has("subst", "ger", *ADJECTIVAL) and not small and word.lower != "koło"


def _alone(doc: PolishDocument, i: int, first: int) -> bool:
    """Whether no second country is told beside an adjective: "polski i francuski"."""
    before = [w for w in doc.words[max(first, i - 2) : i] if w.alpha]
    after = doc.words[i + 1 : i + 4]
    if any(country_of(w) or "-" in w.text for w in before):
        return False
    if after and after[0].lower in JOINING and len(after) > 1 and after[1].has("adj"):
        return False
    return not any(r.lemma == ORIGIN for w in after for r in w.readings)


def _adjective(word: Word) -> Agreement:
    return frozenset(f for r in word.readings if r.pos in ADJECTIVAL for f in features(r))


def _noun(word: Word) -> Agreement:
    return frozenset(f for r in word.readings if r.pos in {"subst", "ger"} for f in features(r))


def _headed(doc: PolishDocument, i: int, end: int) -> int | None:
    """Return the noun that an adjective before it agrees with, other adjectives between them."""
    fits = _adjective(doc.words[i])
    for k in range(i + 1, end):
        if fits & _noun(doc.words[k]):
            return k
        fits &= _adjective(doc.words[k])
        if not fits:
            return None
    return None


def _led(doc: PolishDocument, name: Name, i: int, end: int, code: str) -> Apposed | None:
    words = doc.words
    head = _headed(doc, i, end)
    before = i - 1
    if head is None and i + 1 == end:
        owner = before >= 0 and bool(_noun(words[before]) & _adjective(words[i]))
        if owner and before not in doc.named and before not in doc.dated:
            return _described(doc, name, i, before, before, end, code)
        many = all(n == "pl" for c, n, _ in _adjective(words[i]) if c == "nom")
        return Apposed(
            name, i, code, many=many and "nom" in {c for c, _, _ in _adjective(words[i])}
        )
    genitive = any(c == "gen" and n == "pl" for c, n, _ in _adjective(words[i]))
    if genitive and before >= 0 and _noun(words[before]) and before not in doc.named:
        # "związek hiszpańskich pilotów SEPLA"
        return _described(doc, name, i, before, before, end, code)
    if head is None:
        return None
    return _described(doc, name, i, head, i, end, code)


def _described(
    doc: PolishDocument, name: Name, i: int, head: int, first: int, end: int, code: str
) -> Apposed | None:
    """Return the phrase [first, end) in the nominative, without its adjective at i."""
    words = doc.words[first:end]
    lemmas = frozenset(r.lemma for r in doc.words[head].readings if r.pos in {"subst", "ger"})
    lemmas = lemmas & (CLASSES.keys() | BODIES) or lemmas
    made = nominative(doc.morphology, doc.text, words, CASES, lemmas)
    if made is None:
        return None
    cases = made.cases
    if name.kind == "person" and not name.cases & cases:
        return None
    if name.kind != "person" and not _frozen(doc, name, cases):
        return None
    pieces = made.text.split()
    del pieces[i - first]
    text = " ".join(pieces)
    numbers = {n for _, n, _ in _noun(doc.words[head]) if n}
    plural = numbers == {"pl"} or (
        "sg" not in {n for c, n, _ in _noun(doc.words[head]) & _adjective(doc.words[i])}
        and first == i
    )
    if not text:
        return None
    text = text if text[:2].isupper() else text[0].lower() + text[1:]
    many = plural and text != made.lemma and head + 1 == end and " " not in text
    if many:
        text, plural = made.lemma, False
    return Apposed(name, i, code, made.lemma, text, made.gender, plural, many, cases - {"voc"})


def _frozen(doc: PolishDocument, name: Name, cases: frozenset[str]) -> bool:
    """Whether a name is what its noun is called, and not whose it is: not "biura Gazpromu"."""
    return doc.span(name.first, name.last) == name.base or (
        "gen" not in cases and name.kind == "place" and name.sure
    )


def _behind(doc: PolishDocument, name: Name) -> Apposed | None:
    """Read "– irlandzkie linie lotnicze" or ", austriacki pisarz," behind a name."""
    words, last = doc.words, doc.sentences[name.sentence].last
    k = name.last
    if k < last and words[k].text in QUOTES:
        k += 1
    if k < last and words[k].text == "(":
        k = next((j + 1 for j in range(k, last) if words[j].text == ")"), last)
    if k >= last:
        return None
    led = "comma" if words[k].text == "," else LINKS.get(words[k].lower, "")
    if not led:
        return None
    i = next((j for j in range(k + 1, min(k + 4, last)) if country_of(words[j])), None)
    if i is None or not all(words[j].has(*ADJECTIVAL) for j in range(k + 1, i)):
        return None
    if not _alone(doc, i, k + 1):
        return None
    head = _headed(doc, i, min(i + 4, last))
    if head is None or head in doc.named:
        return None
    end = head + 1
    fits = _adjective(words[i]) & _noun(words[head])
    while end < last and end not in doc.named and fits & _adjective(words[end]):
        fits &= _adjective(words[end])
        end += 1
    follows = words[end] if end < last else None
    if follows is not None and (end in doc.named or follows.text in QUOTES or follows.capital):
        return None  # another name: "Engie, niemiecki koncern Uniper"
    cases = {c for c, _, _ in fits}
    if led in {"nom", "inst"} and led not in cases:
        return None
    if led == "comma" and name.kind == "person" and not name.cases & cases:
        return None
    if led == "comma" and name.kind != "person":
        return None
    plain = frozenset(r.lemma for r in words[head].readings if r.pos == "subst")
    made = nominative(doc.morphology, doc.text, words[i:end], CASES, plain)
    if made is None:
        return None
    pieces = made.text.split()
    del pieces[0]
    numbers = {n for _, n, _ in fits}
    gender = made.gender
    return Apposed(
        name,
        i,
        country_of(words[i]),
        made.lemma,
        " ".join(pieces),
        gender,
        numbers == {"pl"},
        cases=frozenset(cases - {"voc"} if led == "comma" else {"nom"}),
    )
