"""Runs of capitals in a sentence, each of which may be a name, or a title and a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.english.name_words import (
    FORMING,
    HEAD_WORDS,
    NOTHING,
    PARTICLES,
    QUALIFIERS,
    ROLES,
    TITLES,
    given_names,
    known_kind,
)
from quiz.languages.english.words import shared

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from quiz.languages.english.words import Word
    from quiz.languages.protocol import Sentence

_CLOSED = frozenset({"AT0", "PRP", "PRF", "DT0", "DTQ", "PNP", "PNI", "PNQ", "PNX", "DPS", "EX0",
                     "CJC", "CJS", "CJT", "AV0", "AVP", "AVQ", "VM0", "XX0", "TO0", "ORD", "CRD",
                     "ITJ"})  # fmt: skip
"""Tags of words that open a sentence and no name."""
_OPENING = frozenset("\"“‘'([:;—–-•…")
_OWNER = frozenset({"'s", "’s", "'", "’"})
_THE = frozenset({"the", "The"})
_JOINED = frozenset({"of", "for", "on", "and", "&"})


def capital(word: Word) -> bool:
    """Whether a word is written like a name: "Oslo", "al-Assad", "iPhone"."""
    text = word.text
    return text[0].isalpha() and (
        text[0].isupper()
        or (text[:3].lower() in {"al-", "el-", "as-"} and text[3:4].isupper())
        or (len(text) > 3 and text[1].isupper() and text[1:2].isalpha() and text.isalpha())
    )


class Runs:
    """Finds the runs of a document."""

    def __init__(self, words: Sequence[Word], taken: Container[int]) -> None:
        """Keep the words and which of them belong to dates and counts."""
        self._words, self._taken = words, taken
        self._tagger = shared()
        self._seen: set[str] = set()
        self._articled: set[str] = set()
        self._lower = {w.text for w in words if w.text.islower()}

    def learn(self, sentence: Sentence) -> None:
        """Remember what is written with a capital within a sentence, and so is a name."""
        words = self._words
        for i in range(sentence.first + 1, sentence.last):
            word = self._words[i]
            if capital(word) and not self._opens(i, sentence) and i not in self._taken:
                self._seen.add(word.text)
                if words[i - 1].text.lower() in {"the", "a", "an"}:
                    self._articled.add(word.text)

    def _opens(self, i: int, sentence: Sentence) -> bool:
        return i == sentence.first or self._words[i - 1].text in _OPENING

    def inner(self, word: Word) -> bool:
        """Whether a word has a capital within a sentence, and nowhere an article before it."""
        return word.text in self._seen and word.text not in self._articled

    def common(self, word: Word) -> bool:
        """Whether a word is one of the language's own, written small elsewhere."""
        low = word.text.lower()
        hyphened = low.rpartition("-")[2]
        if low != hyphened and (hyphened in self._lower or self._tagger.knows(hyphened)):
            before = low.partition("-")[0]
            whole = before in self._lower or self._tagger.knows(before)
            return whole and word.text[word.text.rfind("-") + 1].islower() and len(hyphened) > 3
        return low in self._lower or (self._tagger.knows(low) and word.tag != "NP0")

    def _begins(self, i: int, sentence: Sentence) -> bool:
        word = self._words[i]
        if not capital(word) or i in self._taken:
            return False
        text, low = word.text, word.text.lower()
        shouted = text.isupper() and len(text) > 3 and self.common(word) and not known_kind(text)
        if shouted or low in {"i", "the", "a", "an"} or "://" in text or low.startswith("www."):
            return False
        if not self._opens(i, sentence):
            return True
        if len(text) > 1 and text.isupper():
            return True
        if known_kind(text) or low in TITLES or text in given_names():
            return word.tag not in {"VM0", "CJS", "PRP"} or text in self._seen
        after = self._words[i + 1] if i + 1 < sentence.last else None
        goes_on = after is not None and capital(after) and i + 1 not in self._taken
        if word.tag in _CLOSED:
            return text in self._seen and word.tag in {"AV0", "CRD"}
        if goes_on and (low in HEAD_WORDS or low in ROLES or low in QUALIFIERS):
            return True
        if text in self._seen or word.tag == "NP0":
            return low not in self._lower or goes_on
        if not self._tagger.knows(low):
            return not low.endswith(("ing", "ed", "ly")) or goes_on
        return goes_on and word.tag[:2] in {"NN", "AJ"} and low not in self._lower

    def find(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Return the runs of a sentence as half-open ranges of words."""
        out: list[tuple[int, int]] = []
        i = sentence.first
        while i < sentence.last:
            if self._begins(i, sentence):
                j = self._end(i, sentence.last)
                out.append((i, j))
                i = j
            else:
                i += 1
        return out

    def _end(self, i: int, last: int) -> int:
        words = self._words
        j = i + 1
        while j < last and j not in self._taken:
            step = self._step(i, j, last)
            if not step:
                break
            j += step
        while j > i + 1 and (words[j - 1].text in _OWNER or words[j - 1].text.lower() in _JOINED):
            j -= 1
        return j

    def _capital(self, j: int, last: int) -> bool:
        return j < last and capital(self._words[j]) and j not in self._taken

    def _step(self, i: int, j: int, last: int) -> int:
        """Return how many words after j - 1 belong to the run that began at i; 0 where it ends."""
        words = self._words
        word, low = words[j], words[j].text.lower()
        if capital(word):
            if word.tag in _CLOSED and words[j - 1].text.endswith("."):
                return 0
            return int(word.text not in {"The", "I"} or words[j - 1].text.lower() == "of")
        if low in PARTICLES and self._capital(j + 1, last):
            return 2
        if low in PARTICLES and j + 1 < last and words[j + 1].text.lower() in PARTICLES:
            return 3 if self._capital(j + 2, last) else 0
        if low == "the" and self._capital(j + 1, last) and j == i + 1:
            return 2 if not self.common(words[i]) and self._byname(j + 1, last) else 0
        if low in _JOINED and self._capital(j + 1, last):
            return 2 if self._joined(i, j, last) else 0
        if (
            low == "of"
            and j + 2 < last
            and words[j + 1].text in _THE
            and self._capital(j + 2, last)
        ):
            return 3 if self._joined(i, j, last) else 0
        if word.text in _OWNER and self._capital(j + 1, last):
            return 2 if self._owned(i, j, last) else 0
        if word.text in {"–", "-", "/"} and self._capital(j + 1, last):
            tight = words[j - 1].end == word.start and word.end == words[j + 1].start
            short = words[j - 1].text.isupper() and words[j + 1].text.isupper()
            return 2 if tight and (word.text != "/" or short) else 0
        if re.fullmatch(r"\d+[A-Z]+\d*", word.text):
            return 1
        if word.text.isdigit() and len(word.text) < 4:
            plural = j + 1 < last and words[j + 1].tag == "NN2"
            plural |= j + 1 < last and words[j + 1].text in {"–", "—"}  # "beat Chile 5–3"
            return int(not plural and words[j - 1].text.lower() not in NOTHING)
        return 0

    def _byname(self, j: int, last: int) -> bool:
        """Whether what follows "the" is a byname: "Ivar the Boneless"."""
        word, after = self._words[j], self._words[j + 1] if j + 1 < last else None
        known = self._tagger.knows(word.text.lower()) and word.tag != "NN2"
        closed = after is None or not (after.tag[:2] in {"NN", "NP", "AJ"} or capital(after))
        return known and closed

    def _text(self, i: int, j: int) -> str:
        words = self._words
        return " ".join(w.text for w in words[i:j]).replace(" 's", "'s").replace(" ’s", "'s")

    def _joined(self, i: int, j: int, last: int) -> bool:
        """Whether "of", "for" or "and" at word j goes on with the name that began at i."""
        words = self._words
        end = j + 2
        while self._capital(end, last):
            end += 1
        if any(known_kind(self._text(i, k)) for k in range(j + 2, end + 1)):
            return True
        low, before = words[j].text.lower(), words[j - 1].text.lower()
        first = words[i].text.lower()
        if low == "&":
            return True
        if known_kind(self._text(i, j)) in {"place", "person"} or before in ROLES:
            return False
        if low == "of":
            return before in HEAD_WORDS or before in {"treaty", "church", "house", "friends"}
        if low in {"for", "on"}:
            return before in FORMING or first in FORMING
        after = words[end - 1].text.lower()
        following = words[j + 1]
        if known_kind(following.text) or following.text in given_names():
            return False
        joined = any(w.text.lower() in {"of", "for"} for w in words[i:j])
        if joined and (first in HEAD_WORDS or words[i + 1].text.lower() in HEAD_WORDS):
            return self.common(following) and after not in HEAD_WORDS - {"service", "services"}
        single = j == i + 1 and self._tagger.knows(first) and words[i].text not in given_names()
        return single and after in HEAD_WORDS and self._tagger.knows(following.text.lower())

    def _owned(self, i: int, j: int, last: int) -> bool:
        """Whether a possessive belongs to a name: "King's College", "Hadrian's Wall"."""
        words = self._words
        end = j + 2
        while self._capital(end, last):
            end += 1
        more = (
            end + 2
            if end < last and words[end].text == "of" and self._capital(end + 1, last)
            else end
        )
        if any(known_kind(self._text(i, k)) for k in range(j + 2, more + 1)):
            return known_kind(self._text(i, j)) != "place" or bool(known_kind(self._text(i, end)))
        owner, head = words[j - 1].text, words[end - 1].text.lower()
        if known_kind(self._text(i, j)) in {"place", "organisation"} or j - i > 2:
            return False
        return (head in HEAD_WORDS and head not in ROLES and end <= j + 3) or (
            owner.lower() in {"king", "queen", "people", "women", "men", "children", "st", "saint",
                              "sheriff", "workers", "farmers"} and head in HEAD_WORDS
        )  # fmt: skip
