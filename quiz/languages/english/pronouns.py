"""Whom "he", "she", "his" and "her" mean, where only one person can be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.name_words import ROLES
from quiz.languages.english.options.places import countries
from quiz.languages.english.tables import PERSON_NOUNS

if TYPE_CHECKING:
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.english.standing import Standing
    from quiz.languages.protocol import Fact, Sentence

MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
BACK = 2
"""How many sentences back a pronoun may find whom it means."""
NOBODY = frozenset({"internet", "web", "bible", "mr", "mrs", "ms", "dr", "prof", "latin", "duke",
                    "master", "islam", "christianity", "parliament", "congress"})  # fmt: skip
"""Words with a capital letter that name no person."""


class Pronouns:
    """Finds whom the pronouns of one document mean."""

    def __init__(self, doc: EnglishDocument, standing: Standing) -> None:
        """Take the document and who is named in it."""
        self._doc = doc
        self._standing = standing
        self._roles = {i for f in doc.facts if f.kind == "role" for i in range(*f.words)}

    def antecedent(self, at: int, sentence: Sentence) -> Fact | None:
        """Return the one person that "he", "she", "his" or "her" at a word can mean.

        That is whom the sentence before began with, or the only person named in reach, where
        neither another name nor a common noun could be meant.
        """
        word = self._doc.words[at].text.lower()
        wanted = "m" if word in MASCULINE else "f" if word in FEMININE else ""
        if not wanted:
            return None
        before = [
            s
            for s in self._doc.sentences
            if sentence.number - BACK <= s.number < sentence.number
            and s.paragraph == sentence.paragraph
        ]
        if not before and at == sentence.first:
            before = [s for s in self._doc.sentences if s.paragraph == sentence.paragraph - 1]
        near = self._standing.persons(sentence.first, at)
        if before:
            near += self._standing.persons(before[-1].first, before[-1].last)
        far = [*near, *(f for s in before for f in self._standing.persons(s.first, s.last))]
        if any(self._strange(s.first, s.last) for s in before) or self._strange(sentence.first, at):
            return None
        if word in {"he", "she"}:  # "He met Kim" speaks of another than Kim
            barred = {f.base for f in self._standing.persons(at + 1, self._clause(at, sentence))}
            near = [f for f in near if f.base not in barred]
            far = [f for f in far if f.base not in barred]
        chain = self._chain(before, wanted)
        if chain is not None:
            one = self.antecedent(chain, before[-1])
            others = {f.base for f in near if self._standing.gender(f) in {wanted, ""}}
            goes_on = word in {"he", "she"} and chain == before[-1].first
            open_to_others = one is not None and bool(others - {one.base})
            return None if open_to_others and not goes_on else one
        opening = self._standing.fact(before[-1].first) if before else None
        for found in (near, far):
            bases = {f.base: f for f in found if self._standing.gender(f) in {wanted, ""}}
            if len(bases) == 1:
                one = next(iter(bases.values()))
                if not self._standing.gender(one) and self._spoken_of(before[-1:], wanted):
                    return None
                begins = opening is not None and opening.base == one.base
                if begins or not self._common(before, sentence.first, at):
                    return one
            if len(bases) > 1:
                return None
        return None

    def _clause(self, at: int, sentence: Sentence) -> int:
        """Return the first comma behind a word, or the end of its sentence."""
        words = self._doc.words
        return next((i for i in range(at, sentence.last) if words[i].text == ","), sentence.last)

    def _chain(self, before: list[Sentence], gender: str) -> int | None:
        """Return where the sentence before says "he" or "she", who may be meant again."""
        if not before:
            return None
        pronoun = "he" if gender == "m" else "she"
        last = before[-1]
        return next(
            (i for i in range(last.first, last.last)
             if self._doc.words[i].text.lower() == pronoun), None
        )  # fmt: skip

    def told_in(self, fact: Fact, at: int) -> int:
        """Return the number of the last sentence before word `at` that names a person."""
        start = self._doc.words[at].start
        return max(
            (f.sentence for f in self._doc.facts
             if f.kind == "person" and f.base == fact.base and f.start < start),
            default=fact.sentence,
        )  # fmt: skip

    # stems

    def _spoken_of(self, sentences: list[Sentence], gender: str) -> bool:
        """Whether a pronoun of a gender stands in sentences: somebody else may be meant by it."""
        pronouns = MASCULINE if gender == "m" else FEMININE
        return any(
            w.text.lower() in pronouns for s in sentences for w in self._doc.words[s.first : s.last]
        )

    def _strange(self, first: int, last: int) -> bool:
        """Whether a name stands in [first, last) of which nobody knows what it names."""
        return any(
            w.tag == "NP0" and w.text[0].isupper() and self._standing.fact(i) is None
            and i not in self._doc.dated and len(w.text) > 2 and not _nobody(w.text)
            for i, w in enumerate(self._doc.words[first:last], first)
        )  # fmt: skip

    def _common(self, before: list[Sentence], first: int, last: int) -> bool:
        """Whether a common noun of a person stands in reach that is no name's title."""
        words = self._doc.words
        spans = [*((s.first, s.last) for s in before), (first, last)]
        return any(
            words[i].tag == "NN1" and words[i].lemma.lower() in PERSON_NOUNS
            and self._standing.fact(i) is None and self._standing.fact(i + 1) is None
            and i not in self._roles
            for a, b in spans for i in range(a, b)
        )  # fmt: skip


def _nobody(word: str) -> bool:
    """Whether a word with a capital letter surely names no person: a title, a people, the web."""
    return (
        word.lower().rstrip(".") in ROLES | NOBODY
        or word in countries().adjectives
        or word.removesuffix("s") in countries().adjectives
    )
