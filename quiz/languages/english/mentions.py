"""The nouns that a text speaks of, each with the name it has there, if any."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.english.chunks import Phrase
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.english.standing import Standing
    from quiz.languages.protocol import Fact, Sentence

NEW = frozenset({"a", "an", "another", "other", "some", "any", "no", "every", "each", "one", "two",
                 "three", "four", "five"})  # fmt: skip
"""Determiners of a noun that is spoken of for the first time, or of several."""
KINDS = frozenset(
    {
        "lake", "mount", "river", "cape", "port", "fort", "bank", "university", "church", "hotel",
        "museum", "battle", "treaty", "operation", "hurricane", "storm", "typhoon", "cyclone",
        "project", "team", "bay", "gulf", "isle", "house", "college", "institute", "ministry",
    }
)  # fmt: skip
"""Nouns that a name begins with and that stand for it: "Lake Como", "the lake"."""
AMONG = frozenset({"previous", "next", "last", "former", "second", "third", "other", "earlier",
                   "later", "latest", "same", "similar"})  # fmt: skip
"""Words that tell one of several."""
LOCAL = frozenset({"in", "at", "near", "off", "outside", "beside", "between", "on"})
"""Prepositions behind which a name tells which noun is meant."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun spoken of: its word, its name as it follows "the" or stands alone, its sentence."""

    at: int
    text: str
    sentence: int
    key: str = ""
    person: Fact | None = None


class Mentions:
    """Finds the nouns of one document that later ones may take up."""

    def __init__(self, doc: EnglishDocument, standing: Standing) -> None:
        """Read every mention of a noun once."""
        self._doc = doc
        self._standing = standing
        self._found: dict[str, list[Mention]] = {}
        for sentence in doc.sentences:
            self._collect(sentence)

    def of(self, noun: str) -> Sequence[Mention]:
        """Return the mentions of a noun in lower case, in the order of the text."""
        return self._found.get(noun, ())

    def _collect(self, sentence: Sentence) -> None:
        phrases = self._doc.phrases(sentence)
        for k, p in enumerate(phrases):
            if p.kind not in {"np", "pp"}:
                continue
            start = p.first + (p.kind == "pp")
            if p.kind == "np" and self._told_by(sentence, phrases, k):
                continue
            if p.kind == "pp" and k and phrases[k - 1].kind in {"np", "pp", "ven", "ing"}:
                before = after = None  # "the unit involved in the coup, the Guard": not the coup
            else:
                before = phrases[k - 2] if k > 1 and phrases[k - 1].kind == "point" else None
                beside = k + 2 < len(phrases) and self._comma(phrases[k + 1])
                after = phrases[k + 2] if beside else None
            self._enter(sentence, start, p, before, after)
            for i in range(start, p.last - 1):
                named = self._standing.fact(self.end(i + 1, p.last) - 1)
                inner = self._doc.words[i].tag == "PRF" and self._standing.fact(i) is None
                if inner and named is not None and named.words[0] > i + 1:
                    self._enter(sentence, i + 1, p, None, None)  # "pilots of the airline TAP"

    def _told_by(self, sentence: Sentence, phrases: Sequence[Phrase], k: int) -> bool:
        """Enter a noun that a name behind it tells: "a coup in Chad", "a ferry run by Acme"."""
        words, p = self._doc.words, phrases[k]
        if self._of_name(sentence, p):
            return True
        if words[p.first].tag != "AT0" or words[p.head].tag != "NN1" or p.head != p.last - 1:
            return False
        inside = range(p.first, p.last)
        if any(self._standing.fact(i) or words[i].text.lower() in AMONG for i in inside):
            return False
        if k + 1 == len(phrases):
            return False
        q = phrases[k + 1]
        acted = q.kind == "ven" and q.last - q.first == 1 and k + 2 < len(phrases)
        q = phrases[k + 2] if acted else q
        low = words[q.first].text.lower()
        fact = self.alone(q) if q.kind == "pp" else None
        if fact is None or fact.kind == "person" or low not in ({"by"} if acted else LOCAL):
            return False
        self._add(p.head, self.text(p.first, q.last), sentence, fact.base + str(p.head), None)
        return True

    def _of_name(self, sentence: Sentence, p: Phrase) -> bool:
        """Enter a noun that the name behind its "of" tells: "an outbreak of Ebola"."""
        words = self._doc.words
        of = next((i for i in range(p.first, p.last) if words[i].tag == "PRF"), -1)
        fact = self._standing.fact(p.last - 1)
        if words[p.first].text.lower() not in {"a", "an"} or fact is None or p.head != of - 1:
            return False
        between = {words[i].tag for i in range(of + 1, fact.words[0])}
        plain = fact.words[0] > of and between <= {"AT0", "NN1", "AJ0"}
        if words[p.head].tag != "NN1" or not plain or fact.words[1] != p.last:
            return False
        self._add(p.head, self.text(p.first, p.last), sentence, fact.base + str(p.head), None)
        return True

    def _comma(self, p: Phrase) -> bool:
        return p.kind == "point" and self._doc.words[p.first].text == ","

    def _enter(
        self, sentence: Sentence, start: int, p: Phrase, before: Phrase | None, after: Phrase | None
    ) -> None:
        """Enter the noun a phrase is about, and the name it has there, if any."""
        words = self._doc.words
        end = self.end(start, p.last)
        name = next(
            (f for i in range(start, end) if (f := self._standing.fact(i)) is not None), None
        )
        head = end - 1
        if any(self._among(i) for i in range(start, end)):
            return  # "became the first African country": the country is another
        if name is not None and name.kind != "person":
            low = words[name.words[0]].text.lower()
            if low in KINDS and name.words[1] - name.words[0] > 1:
                self._add(name.words[0], self.text(start, end), sentence, name.base, None)
        inside = self._standing.fact(head)
        if inside is not None and inside.words[0] > start:
            # "the bakery chain Hollins": the noun before a name
            noun = inside.words[0] - 1
            if words[noun].tag == "NN1":
                person = inside if inside.kind == "person" else None
                text = inside.base if person else self.text(start, end)
                self._add(noun, text, sentence, inside.base, person)
        if words[head].tag not in {"NN1", "NP0", "NN0"}:
            return
        if name is not None or any(
            words[i].text[0].isupper() and i > start for i in range(start, end)
        ):
            self._add(head, self.text(start, end), sentence,
                      (name.base if name else self.text(start, end)), None)  # fmt: skip
            return
        beside = next(
            (f for q in (before, after) if q is not None and (f := self.alone(q)) is not None),
            None,
        )
        if beside is not None:
            person = beside if beside.kind == "person" else None
            self._add(head, beside.base, sentence, beside.base, person)
        elif words[start].text.lower() in NEW:
            self._add(head, "", sentence, f"?{head}", None)

    def _among(self, i: int) -> bool:
        """Whether a word outside a name tells one of several: "the first", "the largest"."""
        word = self._doc.words[i]
        ranked = word.tag in {"ORD", "AJS"} or word.text.lower() in AMONG
        ranked = ranked and not word.text.isupper()
        return ranked and self._standing.fact(i) is None

    def _add(self, at: int, text: str, sentence: Sentence, key: str, person: Fact | None) -> None:
        lemma = self._doc.words[at].text.lower()
        self._found.setdefault(lemma, []).append(Mention(at, text, sentence.number, key, person))

    def end(self, start: int, last: int) -> int:
        """Return the end of the base noun phrase, before "of" and what follows."""
        for i in range(start, last):
            if self._doc.words[i].tag == "PRF" and self._standing.fact(i) is None:
                return i
        return last

    def text(self, start: int, end: int) -> str:
        """Return a noun phrase with "the" for its article, or without one where it had none."""
        doc = self._doc
        text = doc.text[doc.words[start].start : doc.words[end - 1].end]
        return re.sub(r"^(?:the|an?) ", "the ", text, flags=re.IGNORECASE)

    def alone(self, p: Phrase) -> Fact | None:
        """Return the name that a phrase is, articles aside."""
        words = self._doc.words
        start = p.first + (p.kind == "pp")
        if start < p.last and words[start].text.lower() == "the":
            start += 1
        fact = self._standing.fact(start) if start < p.last else None
        if fact is None:
            last = self._standing.fact(p.last - 1)
            titled = last is not None and last.kind == "person"
            return last if titled and p.kind == "np" else None
        return fact if fact.words == (start, p.last) else None
