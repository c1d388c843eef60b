"""Noun phrases: determiner, what qualifies, noun or name, and the "of" phrases behind it.

Tags are those of CLAWS C5 (Garside, Leech and Sampson, The Computational Analysis of English).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.languages.english.words import Word

FINITE = frozenset({"VM0", "VBB", "VBD", "VBZ", "VHB", "VHD", "VHZ", "VDB", "VDD", "VDZ", "VVB",
                    "VVD", "VVZ"})  # fmt: skip
NOUNS = frozenset({"NN0", "NN1", "NN2", "NP0", "UNC", "ZZ0"})
DETERMINERS = frozenset({"AT0", "DPS", "DT0"})
MODIFIERS = frozenset({"AJ0", "AJC", "AJS", "ORD", "CRD"})
PRONOUNS = frozenset({"PNP", "PNI", "PNX"})
INNER = frozenset({"'", "’", "-", "/", "&", "$", "£", "€", "#", "%", '"', "“", "”", "‘"})
"""Marks that may stand within a noun phrase."""
CURRENCIES = frozenset({"$", "£", "€", "¥"})
DOLLARS = frozenset({"A", "C", "US", "U.S", "NZ", "HK", "S", "R", "AU", "CA"})
"""What stands before "$" as part of the currency's name."""
APPROXIMATIONS = frozenset({"more than", "less than", "fewer than", "at least", "at most", "up to",
                            "only about", "about", "around", "over", "nearly", "almost", "some",
                            "roughly", "approximately", "only", "just", "just over"})  # fmt: skip
"""What may stand before a number as part of it."""


def tag_of(word: Word) -> str:
    """Return a word's tag, put right where the tagger is known to stray."""
    if word.text.lower() in {"former", "latter", "same"}:
        return "AJ0"
    if word.text.lower() in {"the", "a", "an"} and word.tag == "AV0":
        return "AT0"
    return "AJ0" if word.tag == "AV0" and "-" in word.text else word.tag


class NounReader:
    """Reads the noun phrases of one document."""

    def __init__(self, words: Sequence[Word], fixed: Mapping[int, tuple[int, str]]) -> None:
        """Take the words, and the facts no phrase may cut: their first word, last and kind."""
        self._words = words
        self._tags = [tag_of(w) for w in words]
        self._fixed = fixed

    def _score(self, i: int, last: int) -> bool:
        """Whether a number goes on behind a dash: "5–3"."""
        words = self._words
        if i + 2 >= last or words[i + 1].text not in {"–", "—"} or words[i + 2].tag != "CRD":
            return False
        joined = words[i].end == words[i + 1].start and words[i + 1].end == words[i + 2].start
        return joined and words[i].text.isdigit() and words[i + 2].text.isdigit()

    def read(self, i: int, last: int) -> tuple[int, int]:
        """Return the end and the head of the noun phrase that begins at i; (i, i) for none."""
        start, head, words = i, -1, self._words
        i = self.approximate(i, last)
        determined = False
        i = self.priced(i, last)
        while i < last:
            word = words[i]
            tag, low = self._tags[i], word.text.lower()
            if head >= 0 and self.priced(i, last) > i:
                break  # "fined Acme | €50 million"
            fixed = self._fixed.get(i)
            if fixed and fixed[1] == "date" and head >= 0:
                break
            if fixed and fixed[0] <= last and (fixed[1] != "date" or head < 0):
                i, head = fixed[0], fixed[0] - 1
                continue
            if tag in PRONOUNS | {"EX0"} and i == start:
                return i + 1, i
            if not any(c.isalnum() for c in word.text) and word.text not in INNER:
                break
            if tag == "CRD" and self._score(i, last):
                i, head = i + 3, head if head >= 0 else i
                continue
            titled = tag in {"VVB", "VVI"} and word.text[0].isupper()
            if tag in NOUNS or (titled and (i > start or self._name_next(i, last))):
                if head >= 0 and tag == "NP0" and words[head].tag == "NN2":
                    break
                i, head = i + 1, i
                continue
            if tag in DETERMINERS and not determined and head < 0:
                if low == "that" and tag == "CJT":
                    break
                determined = tag != "DT0" or determined
                i += 1
                if tag == "DT0":
                    head = head if head >= 0 else -2
                continue
            if tag in MODIFIERS or (tag in {"VVN", "VVG"} and (determined or i > start)):
                if head >= 0 and (tag in {"VVN", "VVG"} or not self._noun_ahead(i, last)):
                    break
                if head >= 0 and tag == "CRD" and words[head].text.islower():
                    break  # "the team win | three contracts"
                if tag in {"VVN", "VVG"} and not self._noun_ahead(i, last):
                    break
                i += 1
                continue
            if tag == "AV0" and self._modifies(i, last) and head < 0:
                i += 1
                continue
            if word.text in {"'s", "’s", "'", "’"} and head >= 0 and self._owned(i + 1, last):
                i, head, determined = i + 1, -1, True
                continue
            if word.text in {"-", "/", "&", "$", "£", "€", "#", "%"} and i > start and i + 1 < last:
                i += 1
                continue
            if tag == "CJC" and head < 0 and i > start and self._joins(i, last):
                i += 1
                continue
            if tag == "PUQ" and i + 1 < last and self._quoted(i, last):
                close = self._quoted(i, last)
                i, head = close, close - 2
                continue
            break
        if head == -2 and i == start + 1:
            head = start
        if head < 0 and i > start:
            # "three", "the first", "the elderly": what counts or qualifies stands for its noun
            last_word = words[i - 1]
            if (
                last_word.tag in {"CRD", "ORD"}
                or (determined and last_word.tag in MODIFIERS)
                or (i == start + 1 and last_word.tag == "DT0")
            ):
                head = i - 1
            else:
                return start, start
        if head < 0:
            return start, start
        end = max(i, head + 1)
        if end < last and words[end].tag == "PRF":
            more, _ = self.read(end + 1, last)
            if more > end + 1:
                return more, head
        return end, head

    def approximate(self, i: int, last: int) -> int:
        """Return the number behind "more than", "at least", "about", or i where there is none."""
        words = self._words
        low = words[i].text.lower() if i < last else ""
        pair = f"{low} {words[i + 1].text.lower()}" if i + 1 < last else ""
        if pair in APPROXIMATIONS and self._counts(i + 2, last):
            return i + 2
        if low in APPROXIMATIONS and self._counts(i + 1, last):
            return i + 1
        return i

    def priced(self, i: int, last: int) -> int:
        """Return the number behind "$", "A$" or "US$", or i where there is none."""
        words = self._words
        at = i + (i + 1 < last and words[i].text.rstrip(".") in DOLLARS)
        return (
            at + 1
            if at < last and words[at].text in CURRENCIES and self._counts(at + 1, last)
            else i
        )

    def _counts(self, i: int, last: int) -> bool:
        return i < last and self._words[i].tag == "CRD"

    def _name_next(self, i: int, last: int) -> bool:
        return i + 1 < last and self._words[i + 1].tag == "NP0"

    def _noun_ahead(self, i: int, last: int) -> bool:
        for j in range(i + 1, min(i + 5, last)):
            tag = self._tags[j]
            if tag in NOUNS:
                return True
            inner = tag in MODIFIERS | {"VVN", "VVG", "AV0", "CJC"}
            if not inner and self._words[j].text not in {"-", ","}:
                return False
        return False

    def _modifies(self, i: int, last: int) -> bool:
        follows = self._tags[i + 1] if i + 1 < last else ""
        return follows in MODIFIERS | {"DT0"} or (
            follows in {"VVN", "VVG"} and self._noun_ahead(i + 1, last)
        )

    def _owned(self, i: int, last: int) -> bool:
        return i < last and (
            self._words[i].tag in NOUNS | MODIFIERS | {"VVN", "VVG", "AV0", "PUQ"}
            or i in self._fixed
        )

    def _joins(self, i: int, last: int) -> bool:
        """Whether "and" joins two adjectives before one noun."""
        ahead = self._words[i + 1] if i + 1 < last else None
        return (
            self._words[i - 1].tag in MODIFIERS | {"NN1"}
            and ahead is not None
            and ahead.tag in MODIFIERS
            and self._noun_ahead(i + 1, last)
        )

    def _quoted(self, i: int, last: int) -> int:
        """Return the end of a quoted title of up to six words that opens at i, or 0."""
        for j in range(i + 2, min(i + 8, last)):
            if self._words[j].tag == "PUQ":
                return j + 1
            if self._words[j].tag in FINITE or self._words[j].text in ",.;":
                return 0
        return 0
