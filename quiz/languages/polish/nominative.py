"""The nominative of a noun phrase in some case: of "Sądu Najwyższego", "Sąd Najwyższy"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.languages.polish.morph import ADJECTIVAL, CASES
from quiz.languages.polish.phrases import Agreement, features

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.morph import Morphology, Reading, Word

_OUTSIDE = frozenset({"imię", "nazwisko"})


class Nominative(NamedTuple):
    """A phrase in the nominative, the cases it may stand in, and its head's lemma and gender."""

    text: str
    cases: frozenset[str]
    lemma: str
    gender: str


def _head(words: Sequence[Word]) -> int | None:
    """Return the first noun; an adjective that could be a noun gives way to the noun after it."""
    for i, w in enumerate(words):
        if w.text == "-":
            continue
        if any(r.pos in {"subst", "ger"} for r in w.readings):
            adjective = any(r.pos in ADJECTIVAL for r in w.readings)
            after = words[i + 1] if i + 1 < len(words) else None
            if adjective and after is not None and any(r.pos == "subst" for r in after.readings):
                agreeing = any(
                    a.cases & n.cases and a.number & n.number and a.genders & n.genders
                    for a in w.readings
                    if a.pos in ADJECTIVAL
                    for n in after.readings
                    if n.pos == "subst"
                )
                if agreeing:
                    continue
            return i
        if not any(r.pos in ADJECTIVAL for r in w.readings):
            return None
    return None


def _bearing(words: Sequence[Word], lemmas: frozenset[str]) -> int | None:
    """Return the first word that has one of these lemmas, after adjectives alone."""
    for i, w in enumerate(words):
        if any(r.lemma in lemmas and r.pos in {"subst", "ger"} for r in w.readings):
            return i
        if w.text != "-" and not any(r.pos in ADJECTIVAL for r in w.readings):
            return None
    return None


def _cased(form: str, like: str) -> str:
    if not form:
        return ""
    if like.isupper() and len(like) > 1:
        return form.upper()
    if like[0].isupper():
        return form[0].upper() + form[1:]
    return form if form[0].islower() or form[1:2].isupper() else form[0].lower() + form[1:]


def nominative(
    morphology: Morphology,
    text: str,
    words: Sequence[Word],
    cases: frozenset[str] = CASES,
    lemmas: frozenset[str] | None = None,
) -> Nominative | None:
    """Return the nominative of a phrase, or None where its head cannot be read.

    Adjectives before the head and right after it are inflected with it; everything else
    ("… Zdrowia", "… ds. Alergii") stays. `text` is the article, `cases` those that the place of
    the phrase allows, `lemmas` what its head must be.
    """
    at = _head(words) if lemmas is None else _bearing(words, lemmas)
    if at is None:
        return None
    head = words[at]
    best: Nominative | None = None
    most = (-1, False, False)
    for reading in sorted(head.readings, key=lambda r: r.lemma[:1].isupper() != head.capital):
        if reading.pos not in {"subst", "ger"} or reading.labels & _OUTSIDE:
            continue
        if lemmas is not None and reading.lemma not in lemmas:
            continue
        fits = frozenset(f for f in features(reading) if f[0] in cases)
        agreeing: list[int] = []
        for i, w in enumerate(words[:at]):
            if w.text == "-":
                continue
            fits &= _adjectival(w)
            agreeing.append(i)
        for i in range(at + 1, len(words)):
            joint = fits & _adjectival(words[i])
            if not joint or any(r.pos == "subst" and "gen" in r.cases and r.lemma[:1].islower()
                                and not any(q.pos == "adj" for q in words[i].readings)
                                for r in words[i].readings):  # fmt: skip
                break
            fits = joint
            agreeing.append(i)
        if not fits:
            continue
        found = _written(morphology, text, words, at, reading, agreeing, fits)
        singular = any(n == "sg" for _, n, _ in fits)
        rank = (len(agreeing), singular, reading.pos == "subst")
        if found and rank > most:
            best, most = found, rank
    return best


def _adjectival(word: Word) -> Agreement:
    return frozenset(f for r in word.readings if r.pos in ADJECTIVAL for f in features(r))


def _written(
    morphology: Morphology,
    text: str,
    words: Sequence[Word],
    at: int,
    reading: Reading,
    agreeing: list[int],
    fits: Agreement,
) -> Nominative | None:
    cases = frozenset(c for c, _, _ in fits)
    first, last = words[0].start, words[-1].end
    _, number, gender = min(fits, key=lambda f: (f[1] != "sg", f[0] != "nom", f))
    if ("nom", number, gender) in fits:
        return Nominative(text[first:last], cases, reading.lemma, gender)
    out, end = "", first
    for i, w in enumerate(words):
        form = w.text
        if i == at:
            made = morphology.inflect(reading.lemma, reading.pos, number, "nom", gender)
            form = _cased(made, w.text) if made else ""
        elif i in agreeing:
            adjective = next(r for r in w.readings if r.pos in ADJECTIVAL and features(r) & fits)
            need = next((x for x in ("pos", "aff") if x in adjective.rest), "")
            made = morphology.inflect(adjective.lemma, adjective.pos, number, "nom", gender, need)
            form = _hyphened(made, w.text) if made else ""
        if not form:
            return None
        out += text[end : w.start] + form
        end = w.end
    return Nominative(out, cases, reading.lemma, gender)


def _hyphened(made: str, like: str) -> str:
    """Write a form in the capitals of the text, part by part: "Ekonomiczno-Społeczny"."""
    parts, models = made.split("-"), like.split("-")
    if len(parts) != len(models):
        lead = like.rsplit("-", 1)[0] + "-" if "-" in like and "-" not in made else ""
        return lead + _cased(made, models[-1])
    return "-".join(_cased(p, m) for p, m in zip(parts, models, strict=True))
