"""The noun before a name that says what it is, and the adjective that says of which country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.languages.polish.knowledge import countries
from quiz.languages.polish.mentions import BODIES, GIVEN, given
from quiz.languages.polish.morph import ADJECTIVAL, CASES
from quiz.languages.polish.nominative import nominative
from quiz.languages.polish.phrases import QUOTES, features
from quiz.languages.polish.tables import CLASSES, HONORIFICS

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Word
    from quiz.languages.polish.names import Name
    from quiz.languages.polish.phrases import Agreement

FARTHEST = 8
"""Words between the adjective and the name that it belongs to."""
JOINING = frozenset({"i", "oraz", "a", "lub"})
ORIGIN = "pochodzenie"
LISTED = {
    "firma": "firma", "spółka": "spółka", "koncern": "koncern", "linia": "linia lotnicza",
    "bank": "bank", "związek": "związek", "dziennik": "dziennik", "klub": "klub",
}  # fmt: skip
"""What stands before a list of names, and what each of them is called."""
TITLED = HONORIFICS | QUOTES
LONGEST = 3
"""Words of one person's name: a longer one with a given name behind a surname is two."""
SMALL = 5
"""Letters of a word that is more likely a preposition than a noun."""


@dataclass(frozen=True, slots=True)
class Apposed:
    """A name, the word of the adjective beside it, and the noun that both belong to.

    `text` is the noun with what belongs to it but the adjective, in the nominative; `noun` its
    lemma, nothing where the adjective stands beside the name itself. `many` says that the next
    name may share both: "belgijskie związki CNE i LBC"; `cases` are those the phrase may be in.
    With `body` the country is that of a body within an office: "rzecznik ukraińskiej armii".
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
    body: bool = False


def country_of(word: Word) -> str:
    """Return the code of the country that an adjective tells, or nothing."""
    if "-" in word.text:
        return ""  # "brytyjsko-holenderski" is of two
    known = countries().adjectives
    codes = {known[r.lemma] for r in word.readings if r.pos == "adj" and r.lemma in known}
    return codes.pop() if len(codes) == 1 else ""


def before(doc: PolishDocument, name: Name) -> Apposed | None:
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
            # "reżyser i producent": the first of the two is enough.
            both = next((k for k in range(i, end) if doc.words[k].lower in JOINING), end)
            return _led(doc, name, i, both, code) if alone(doc, i, first) else None
    return None


def _inner(doc: PolishDocument, i: int) -> bool:
    """Whether a word may stand between an adjective and the name."""
    word = doc.words[i]
    if word.text == ".":
        return doc.words[i - 1].lower == "ds"
    if not word.alpha or i in doc.named or (word.capital and i not in doc.openings):
        return False
    if word.lower in {"ds", "do"} or (word.lower in JOINING and _pair(doc, i)):
        return True
    small = len(word.text) < SMALL and word.has("prep", "conj", "comp")
    return word.has("subst", "ger", *ADJECTIVAL) and not small and word.lower != "koło"


def _pair(doc: PolishDocument, i: int) -> bool:
    """Whether a word joins two nouns in one case: "reżyser i producent"."""
    one, other = doc.words[i - 1], doc.words[i + 1]
    cases = ({c for r in w.readings if r.pos == "subst" for c in r.cases} for w in (one, other))
    return not other.capital and bool(set.intersection(*cases))


def alone(doc: PolishDocument, i: int, first: int) -> bool:
    """Whether no second country is told beside an adjective: "polski i francuski"."""
    before = [w for w in doc.words[max(first, i - 2) : i] if w.alpha]
    after = doc.words[i + 1 : i + 4]
    if any(country_of(w) or "-" in w.text for w in before):
        return False
    if after and after[0].lower in JOINING and len(after) > 1 and after[1].has("adj"):
        return False
    return not any(r.lemma == ORIGIN for w in after for r in w.readings)


def adjective_fits(word: Word) -> Agreement:
    """Return every case, number and gender of a word that is read as an adjective."""
    return frozenset(f for r in word.readings if r.pos in ADJECTIVAL for f in features(r))


def noun_fits(word: Word) -> Agreement:
    """Return every case, number and gender of a word that is read as a noun."""
    return frozenset(f for r in word.readings if r.pos in {"subst", "ger"} for f in features(r))


def headed(doc: PolishDocument, i: int, end: int) -> int | None:
    """Return the noun that an adjective before it agrees with, other adjectives between them."""
    fits = adjective_fits(doc.words[i])
    for k in range(i + 1, end):
        if fits & noun_fits(doc.words[k]):
            return k
        fits &= adjective_fits(doc.words[k])
        if not fits:
            return None
    return None


def _led(doc: PolishDocument, name: Name, i: int, end: int, code: str) -> Apposed | None:
    words = doc.words
    head = headed(doc, i, end)
    left = i - 1
    if head is None and i + 1 == end:
        owner = left >= 0 and bool(noun_fits(words[left]) & adjective_fits(words[i]))
        if owner and left not in doc.named and left not in doc.dated:
            return _described(doc, name, i, left, left, end, code)
        fits = adjective_fits(words[i])
        many = {n for c, n, _ in fits if c == "nom"} == {"pl"}
        cases = frozenset(c for c, n, _ in fits if n == "sg") - {"voc"}
        return Apposed(name, i, code, many=many, cases=cases or CASES)
    genitive = any(c == "gen" and n == "pl" for c, n, _ in adjective_fits(words[i]))
    if genitive and left >= 0 and noun_fits(words[left]) and left not in doc.named:
        # "związek hiszpańskich pilotów SEPLA"
        return _described(doc, name, i, left, left, end, code)
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
    numbers = {n for _, n, _ in noun_fits(doc.words[head]) if n}
    plural = numbers == {"pl"} or (
        "sg" not in {n for c, n, _ in noun_fits(doc.words[head]) & adjective_fits(doc.words[i])}
        and first == i
    )
    if not text:
        return None
    text = text if text[:2].isupper() else text[0].lower() + text[1:]
    many = plural and text != made.lemma and head + 1 == end and " " not in text
    if many:
        text, plural = LISTED.get(made.lemma, made.lemma), False
    return Apposed(name, i, code, made.lemma, text, made.gender, plural, many, cases - {"voc"})


def _frozen(doc: PolishDocument, name: Name, cases: frozenset[str]) -> bool:
    """Whether a name is what its noun is called, and not whose it is: not "biura Gazpromu"."""
    return doc.span(name.first, name.last) == name.base or (
        "gen" not in cases and name.kind == "place" and name.sure
    )


def gender_of(doc: PolishDocument, name: Name) -> str:
    """Return a person's gender, nothing where only an ending tells it that tells nothing abroad.

    "Ylva" is no man's name because no dictionary has it as a woman's, nor "Dean" a woman's.
    """
    first = name.base.split()[0]
    if first.endswith("a") == (name.gender == "f"):
        return name.gender
    read = doc.morphology.readings(first)
    known = any("imię" in r.labels and name.gender in r.genders for r in read)
    doubtful = not known and name.gender not in GIVEN.get(first, ())
    return "" if doubtful else name.gender


def two_people(doc: PolishDocument, name: Name) -> bool:
    """Whether a name is that of two people: "(adwokat) Asii Bibi Saif ul-Malook"."""
    words = doc.words[name.first : name.last]
    return len(words) > LONGEST and any(map(given, words[2:]))
