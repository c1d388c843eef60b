"""Noun and prepositional phrases by agreement and government; no statistics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.languages.polish.morph import ADJECTIVAL, CASES, FINITE, GENDERS, NOMINAL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.languages.polish.morph import Word

Agreement = frozenset[tuple[str, str, str]]
UNKNOWN: Agreement = frozenset((c, n, g) for c in CASES for n in ("sg",) for g in GENDERS)
GENITIVE = frozenset({"gen"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words [first, last): `kind` is np, pp, verb, inf, adv, conj, date and so on."""

    kind: str
    first: int
    last: int
    head: int
    agree: Agreement = frozenset()

    @property
    def cases(self) -> frozenset[str]:
        """The cases it may stand in."""
        return frozenset(c for c, _, _ in self.agree)


_cache: dict[tuple[tuple[object, ...], bool], Agreement] = {}


def agreement(word: Word, *, adjective: bool) -> Agreement:
    """Return every case, number and gender in which a word may be a noun, or an adjective."""
    key = (word.readings, adjective)
    found = _cache.get(key)
    if found is None:
        poses = ADJECTIVAL if adjective else NOMINAL
        # A woman's title or surname that is not inflected ("prezydent") would agree with anything.
        common = any(r.pos == "subst" and len(r.cases) < 6 for r in word.readings)
        found = _cache[key] = frozenset(
            (c, n, g)
            for r in word.readings
            if r.pos in poses
            and not (common and len(r.cases) > 5 and r.labels & {"nazwisko", "nazwa_pospolita"})
            for c in r.cases
            for n in r.number
            for g in (r.genders or GENDERS)
        )
    return found


def noun_phrase(
    words: Sequence[Word], i: int, end: int, allowed: frozenset[str], depth: int = 0
) -> Phrase | None:
    """Parse the longest noun phrase at word i in one of the allowed cases."""
    start = i
    agree: Agreement | None = None
    while i < end:
        w = words[i]
        if not w.alpha or (w.has("ppron3", "ppron12", "siebie") and not w.has(*NOMINAL)):
            return None
        adjective = frozenset(t for t in agreement(w, adjective=True) if t[0] in allowed)
        both = adjective if agree is None else adjective & agree
        if not both or i + 1 >= end:
            break
        following = words[i + 1]
        nxt = agreement(following, adjective=False) | agreement(following, adjective=True)
        if not nxt and following.capital and not following.readings:
            nxt = UNKNOWN
        if not both & nxt:
            break
        agree = both
        i += 1
    if i >= end:
        return None
    w = words[i]
    noun = frozenset(t for t in agreement(w, adjective=False) if t[0] in allowed)
    if not noun and w.capital and not w.readings:
        noun = frozenset(t for t in UNKNOWN if t[0] in allowed)
    if agree is not None:
        noun &= agree
    if not noun:
        noun = frozenset(t for t in agreement(w, adjective=True) if t[0] in allowed and w.capital)
        if not noun:
            return None
    head, agree, i = i, noun, i + 1
    while i < end and depth < 4:
        w = words[i]
        if not w.alpha:
            if w.text in '"„”' and i + 1 < end:
                close = next((k for k in range(i + 1, min(end, i + 7)) if words[k].text in '"”'), 0)
                if close and words[i + 1].capital:
                    i = close + 1
                    continue
            break
        adjective = agreement(w, adjective=True) & agree
        if adjective and not w.has(*FINITE) and not w.capital:
            agree, i = adjective, i + 1
            continue
        if w.capital and words[i - 1].capital:
            same = (agreement(w, adjective=False) | agreement(w, adjective=True)) & agree
            if same or not w.readings:
                agree, i = same or agree, i + 1
                continue
        if w.capital and agreement(w, adjective=False) & agree:
            agree, i = agreement(w, adjective=False) & agree, i + 1
            continue
        if w.capital and not w.readings:
            beyond = next((k for k in range(i, end) if not words[k].capital), end)
            if words[i - 1].capital or not (beyond < end and words[beyond].has(*FINITE)):
                i += 1
                continue
            break
        if w.has(*FINITE) and not w.capital and not w.has(*NOMINAL):
            break
        tail = noun_phrase(words, i, end, GENITIVE, depth + 1)
        if tail is None or (w.has("prep", "conj") and not w.capital):
            break
        i = tail.last
    return Phrase("np", start, i, head, agree)


def _counted(words: Sequence[Word], start: int, stop: int, last: int) -> Phrase:
    allowed = CASES if words[stop - 1].alpha else CASES - {"voc"}
    noun = noun_phrase(words, stop, last, allowed)
    return Phrase("quantity", start, noun.last if noun else stop, noun.head if noun else stop)


def chunk(
    words: Sequence[Word], first: int, last: int, fixed: Mapping[int, tuple[int, str]]
) -> list[Phrase]:
    """Cut words [first, last) into phrases, left to right.

    `fixed` maps the first word of a date or a quantity to its end and kind; a preposition before
    it belongs to it, and so does the noun that a quantity counts.
    """
    out: list[Phrase] = []
    i = first
    while i < last:
        w = words[i]
        phrase: Phrase | None = None
        at = i + 1 if i not in fixed and i + 1 in fixed and w.has("prep") else i
        if at in fixed:
            stop, kind = fixed[at]
            if kind == "quantity":
                phrase = _counted(words, i, stop, last)
            else:
                phrase = Phrase(kind, i, stop, at)
        elif not w.alpha:
            phrase = Phrase("num" if w.digit else "point", i, i + 1, i)
        elif w.has("prep") and not (w.capital and w.labelled("nazwisko") and i > first):
            governed = frozenset(c for r in w.readings if r.pos == "prep" for c in r.cases)
            inner = noun_phrase(words, i + 1, last, governed)
            if inner:
                phrase = Phrase("pp", i, inner.last, inner.head, inner.agree)
            else:
                phrase = Phrase("prep", i, i + 1, i)
        elif w.has(*FINITE) and not (w.capital and i > first):
            nouns = w.has(*NOMINAL)
            before = out[-1] if out else None
            if not nouns or (before is not None and before.kind in {"np", "adv", "se"}):
                phrase = Phrase("verb", i, i + 1, i)
        if phrase is None:
            if w.lower == "się":
                phrase = Phrase("se", i, i + 1, i)
            elif w.has("inf"):
                phrase = Phrase("inf", i, i + 1, i)
            elif w.has("conj", "comp") and not w.capital:
                phrase = Phrase("conj", i, i + 1, i)
            elif w.has("adv", "part") and not w.has("subst", "num"):
                phrase = Phrase("adv", i, i + 1, i)
            elif w.has("ppron3", "ppron12", "siebie"):
                phrase = Phrase("pron", i, i + 1, i)
            else:
                phrase = noun_phrase(words, i, last, CASES - {"voc"})
        if phrase is None and w.has(*ADJECTIVAL):
            phrase = Phrase("adj", i, i + 1, i, agreement(w, adjective=True))
        if phrase is None and w.has(*FINITE):
            phrase = Phrase("verb", i, i + 1, i)
        out.append(phrase or Phrase("other", i, i + 1, i))
        i = out[-1].last
    return out
