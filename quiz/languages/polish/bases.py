"""The dictionary form of what is no person: a place, a body, a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.polish.mentions import BODIES, KINDS_BEFORE, club
from quiz.languages.polish.nominative import nominative
from quiz.languages.polish.tables import COUNTRIES, COUNTRY_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.kinds import Kinds
    from quiz.languages.polish.morph import Morphology, Word
    from quiz.languages.protocol import Sentence


class Bases:
    """Finds the nominative of names that are no persons."""

    def __init__(
        self,
        words: Sequence[Word],
        text: str,
        morphology: Morphology,
        spans: Sequence[tuple[Sentence, int, int]],
        kinds: Kinds,
    ) -> None:
        """Keep what is read: `spans` are all runs that may be names."""
        self._words, self._text, self._morphology = words, text, morphology
        self._spans, self._kinds = spans, kinds

    def base(self, a: int, b: int, kind: str, cases: frozenset[str]) -> tuple[str, str, bool]:
        """Return the nominative of what is no person, its gender, and whether it is sure."""
        words, text = self._words, self._kinds.join(a, b)
        alias = COUNTRIES.get(text)
        if alias or text in COUNTRY_NAMES:
            return alias or text, "", True
        if b - a == 1:
            return self._word_base(words[a], kind, cases)
        if sporting := club(words[a:b]):
            return sporting, "", True
        heads = frozenset(
            r.lemma
            for w in words[a:b]
            for r in w.readings
            if r.lemma in BODIES or r.lemma in KINDS_BEFORE
        )
        foreign = any(not w.readings for w in words[a:b] if w.alpha)
        if foreign and not heads:
            return self._unknown_base(a, b, text)
        lemmas = heads if kind == "organisation" or foreign else None
        found = nominative(self._morphology, self._text, words[a:b], cases, lemmas or None)
        if found:
            return COUNTRIES.get(found.text, found.text), found.gender, True
        if words[b - 1].text.isdigit() or not any(w.readings for w in words[a:b]):
            return self._unknown_base(a, b, text)
        return text, "", False

    def _unknown_base(self, a: int, b: int, text: str) -> tuple[str, str, bool]:
        """Return the shortest form of the same unknown name that the text has."""
        stem = self._kinds.stem(a, b)
        forms = {
            self._kinds.join(x, y) for _, x, y in self._spans if self._kinds.stem(x, y) == stem
        }
        bare = stem if stem in forms else min(forms | {text}, key=len)
        return bare, "", bare == stem or len(forms) > 1 or len(text) == len(stem)

    def _word_base(self, word: Word, kind: str, cases: frozenset[str]) -> tuple[str, str, bool]:
        if kind == "place":
            found = [
                r for r in word.readings if "nazwa_geograficzna" in r.labels and r.cases & cases
            ] or [r for r in word.readings if "nazwa_geograficzna" in r.labels]
            found.sort(key=lambda r: (r.lemma not in COUNTRY_NAMES, "nom" not in r.cases))
            if found:
                base = found[0].lemma
                unsure = len({r.lemma for r in found}) > 1 and base not in COUNTRY_NAMES
                return COUNTRIES.get(base, base), min(found[0].genders, default=""), not unsure
        if word.text.isupper():
            return word.text, "", True
        proper = [r for r in word.readings if r.pos == "subst" and r.cases & cases]
        if proper:
            best = min(
                proper,
                key=lambda r: (r.lemma[:1].islower(), "sg" not in r.number, "nom" not in r.cases),
            )
            if "nom" in best.cases:
                return word.text, min(best.genders, default=""), True
            base = best.lemma
            return base[0].upper() + base[1:], min(best.genders, default=""), True
        at = next((x for _, x, y in self._spans if self._words[x] is word), None)
        return (
            self._unknown_base(at, at + 1, word.text) if at is not None else (word.text, "", False)
        )
