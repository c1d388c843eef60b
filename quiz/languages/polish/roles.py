"""Roles tied to their holders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.languages.polish.morph import CASES
from quiz.languages.polish.names import Name
from quiz.languages.polish.nouns import noun_phrase
from quiz.languages.polish.tables import ANAPHORS, ROLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.morph import Morphology, Word
    from quiz.languages.protocol import Sentence


@dataclass(frozen=True, slots=True)
class Role:
    """A role's words [first, last) in the case of the text, its nominative and its holder."""

    first: int
    last: int
    base: str
    noun: str
    holder: Name


class Roles:
    """Finds the roles of a document's persons."""

    def __init__(self, words: Sequence[Word], text: str, morphology: Morphology) -> None:
        """Keep what is read."""
        self.words, self.text, self.morphology = words, text, morphology

    def span(self, first: int, last: int) -> str:
        """Return the text of words [first, last)."""
        return self.text[self.words[first].start : self.words[last - 1].end] if last > first else ""

    def find(self, names: Sequence[Name], sentences: Sequence[Sentence]) -> list[Role]:
        """Return the roles of the persons among names."""
        out: list[Role] = []
        by_sentence = {s.number: s for s in sentences}
        for name in names:
            if name.kind != "person":
                continue
            sentence = by_sentence[name.sentence]
            role = self._role_before(name, sentence)
            if role:
                out.append(role)
        return out

    def _role_before(self, name: Name, sentence: Sentence) -> Role | None:
        """Read a role that ends where the name begins: noun, its adjectives and genitives."""
        words = self.words
        end = name.first
        if end - 1 > sentence.first and words[end - 1].text == ",":
            end -= 1
        start = None
        for i in range(end - 1, max(sentence.first - 1, end - 9), -1):
            w = words[i]
            if not w.alpha and w.text != "-":
                break
            if w.has("fin", "praet", "conj", "comp") and not w.has("subst", "adj"):
                break
            if any(r.lemma in ROLES and r.pos == "subst" for r in w.readings):
                start = i
        if start is None:
            return None
        before = words[start - 1] if start > sentence.first else None
        if before is not None and before.text == "," and start == end - 1:
            far = self._role_before(
                Name(start, start, name.kind, name.base, name.gender, name.sentence), sentence
            )
            if far is not None and " " in far.base:
                return Role(far.first, far.last, far.base, far.noun, name)
        head = words[start]
        reading = next(r for r in head.readings if r.lemma in ROLES and r.pos == "subst")
        nominative = self.morphology.inflect(reading.lemma, "subst", "sg", "nom")
        if not nominative or "sg" not in reading.number:
            return None
        tail = self.span(start + 1, end)
        if tail and not self._title(start, end):
            return None
        before = words[start - 1] if start > sentence.first else None
        if before and any(r.lemma in {"były", "eks", "dawny"} for r in before.readings):
            nominative = ("były " if name.gender != "f" else "była ") + nominative
        return Role(start, end, f"{nominative} {tail}".strip(), reading.lemma, name)

    def _title(self, start: int, end: int) -> bool:
        """Whether words [start, end) are one role: noun, adjectives, genitives, "ds.", "przy"."""
        words = self.words
        if any(w.lower in ANAPHORS for w in words[start:end]):
            return False
        phrase = noun_phrase(words, start, end, CASES)
        while phrase is not None and phrase.last < end:
            joint = words[phrase.last].lower
            following = phrase.last + 1
            if joint in {"ds", "przy"}:
                following += words[following].text == "."
            elif joint not in {"i", "oraz"}:
                return False
            phrase = noun_phrase(words, following, end, CASES) if following < end else None
        return phrase is not None
