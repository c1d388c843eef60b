"""The Hanover Tagger, with its answers kept and its searches told what cannot be.

An article repeats its words, and most parts of most words are no morpheme: what HanTa asks of every
tag is asked here only of those that a part of a word may have. The tags and lemmas are HanTa's.

Wartena, C. (2023). The Hanover Tagger (Version 1.1.0): Lemmatization, Morphological Analysis and
POS Tagging in Python. https://doi.org/10.25968/opus-2457
"""

from __future__ import annotations

import math
from operator import itemgetter
from typing import Any

from HanTa.HanoverTagger import (  # type: ignore[import-untyped]
    EMPTY,
    END,
    START,
    UNKNOWN,
    HanoverTagger,
)

State = tuple[int, int]
"""The tags of the last two morphemes, or of the last two words."""

_LOWEST = -1e6
_NEVER = -math.inf
_CUTOFF = 5
"""How many states are followed, and by how much a tag may be less likely than the best."""
_BEAM = 3
"""How many states are followed within a word."""
_WHOLE = 4.6
"""By how much a word that is one unknown morpheme is less likely."""
_LONGEST_UNKNOWN = 24
_PLAIN = frozenset(
    {
        "NN1", "AJ0", "CRD", "VVI", "VVB", "UNC", "PRP", "PRF", "DT0", "ORD", "CJS", "CJC", "AVP",
    }
)  # fmt: skip
"""Tags of words that are their own lemmas."""
_LONGEST = 60
"""Letters of the longest word that is taken apart, which takes the cube of them; more is none."""
_MOST = 200_000
"""As many words are kept."""


class Morphemes(HanoverTagger):  # type: ignore[misc]  # the library has no types
    """HanTa with an index from the parts of a word to the tags that each may have."""

    def __init__(self) -> None:
        """Load the English model (0.15 s) and index it."""
        super().__init__("morphmodel_en.pgz")
        self._tags: dict[str, list[tuple[int, float]]] = {}
        for tag, morphemes in self.LP_m_t.items():
            for morpheme, likely in morphemes.items():
                self._tags.setdefault(morpheme, []).append((tag, likely))
        self._open = [t for t in self.LP_hapax_t if t in self.LP_s_t]
        self._endings = {e for tag in self._open for e in self.LP_s_t[tag]}
        self._next = {
            state: dict(followers)
            for state, followers in self.LP_trans_nonfinal.items()
            if followers
        }
        self._likely: dict[tuple[int, str], list[tuple[int, float]]] = {}

    def _guesses(self, part: str, length: int) -> list[tuple[int, float]]:
        """Return the tags that a morpheme which the model does not know may have, and how likely.

        They depend on its ending and its length alone.
        """
        size = len(part)
        if length >= 4 and size <= 2:
            return []
        ending = ""
        for n in (4, 3, 2, 1):
            if size > n and part[-n:] in self._endings:
                ending = part[-n:]
                break
        size = min(size, _LONGEST_UNKNOWN)
        found = self._likely.get((size, ending))
        if found is None:
            found = self._likely[size, ending] = []
            for t in self._open:
                likely = self.LP_s_t[t].get(ending, _NEVER)
                if likely > _NEVER:
                    found.append(
                        (t, self.Int_t + self.LP_hapax_t[t] + self.LP_len_t[t][size] + likely)
                    )
        return [(t, value - _WHOLE) for t, value in found] if len(part) == length else found

    def _unknown(
        self, part: str, length: int, known: list[tuple[int, float]]
    ) -> list[tuple[int, float]]:
        """Return the tags that a part has only if the model does not know it, and how likely."""
        guesses = self._guesses(part, length)
        if not known or not guesses:
            return guesses
        had = {t for t, _ in known}
        return [guess for guess in guesses if guess[0] not in had]

    def _table(
        self, word: str, reachable: frozenset[int] | None, *, strict: bool
    ) -> tuple[list[dict[State, float]], list[dict[State, tuple[State, int]]]]:
        """Return the likeliest ways to reach each state at each letter, and whence they come."""
        length = len(word)
        table: list[dict[State, float]] = [{} for _ in range(length + 1)]
        back: list[dict[State, tuple[State, int]]] = [{} for _ in range(length + 2)]
        table[0][EMPTY, START] = 0.0
        for i, row in enumerate(table[:length]):
            if not row:
                continue
            bound = sorted(row.values(), reverse=True)[_BEAM] - 1 if len(row) > _BEAM else _LOWEST
            live = [
                (state, before, self._next[state])
                for state, before in row.items()
                if before >= bound and state in self._next
            ]
            if not live:
                continue
            for j in range(i + 1, length + 1):
                part = word[i:j]
                known = self._tags.get(part, [])
                every = known if strict else known + self._unknown(part, length, known)
                if reachable is not None:
                    every = [each for each in every if each[0] in reachable]
                if not every:
                    continue
                reached, came = table[j], back[j]
                for state, before, follows in live:
                    last = state[1]
                    for tag, likely in every:
                        if tag in follows:
                            value = before + (follows[tag] + likely)
                            new = (last, tag)
                            if value > reached.get(new, _LOWEST):
                                reached[new] = value
                                came[new] = (state, i)
        return table, back

    def analyze_forward(self, word: str) -> list[tuple[int, float]]:
        """Return the tags that a word may have and their log probabilities, best first."""
        table, _ = self._table(word, None, strict=self.strict)
        found: dict[int, float] = {}
        ends: dict[State, float] = {}
        for state, before in table[-1].items():
            for tag, likely in self.LP_trans_final.get(state, ()):
                new = (state[1], tag)
                if before + likely > ends.get(new, _LOWEST):
                    ends[new] = before + likely
        for (_, tag), value in ends.items():
            old = found.get(-tag, -math.inf)
            high, low = max(old, value), min(old, value)
            found[-tag] = high + math.log1p(math.exp(low - high))
        return sorted(found.items(), key=itemgetter(1), reverse=True) or [(UNKNOWN, 0)]

    def analyze_viterbi(self, word: str, targetpos: int) -> list[tuple[int, int]]:
        """Return the morphemes of a word of a given tag: the tag of each and where it ends."""
        reachable = self.reachability.get(targetpos, frozenset())
        for strict in (True, False):
            table, back = self._table(word, reachable, strict=strict)
            best, highest = None, -math.inf
            for state, before in table[-1].items():
                for tag, likely in self.LP_trans_final.get(state, ()):
                    if tag == targetpos and before + likely > highest:
                        best, highest = state, before + likely
            if best is not None:
                break
        else:
            return list(super().analyze_viterbi(word, targetpos))
        at, out = len(word), [(targetpos, len(word) + 1)]
        while at > 0:
            out.append((best[1], at))
            best, at = back[at][best]
        return out[::-1]


class Tagger:
    """Tags sentences as HanoverTagger.tag_sent does, each word and each transition seen once."""

    def __init__(self) -> None:
        """Load the English model."""
        self._hanta: Any = Morphemes()
        self._names: dict[int, str] = self._hanta.int2tag
        self._follows: dict[State, dict[int, float]] = {
            state: dict(followers) for state, followers in self._hanta.LP_trans_word.items()
        }
        self._any = tuple((t, 0.0) for t in self._follows[EMPTY, START] if t != END)
        self._tags: dict[tuple[str, bool], tuple[tuple[int, float], ...]] = {}
        self._lemmas: dict[tuple[str, int], str] = {}

    def tagged(self, words: list[str]) -> list[tuple[str, str]]:
        """Return the tag and the lemma of each word of a sentence."""
        if len(self._tags) > _MOST:
            self._tags.clear()
            self._lemmas.clear()
        return [
            (self._names[tag], self._lemma(word, tag))
            for word, tag in zip(words, self._best(words), strict=True)
        ]

    def knows(self, word: str) -> bool:
        """Whether a word was in the corpus the model comes from."""
        return word.lower() in self._hanta.cache

    def lemma(self, word: str) -> str:
        """Return the lemma of a word by itself: that of its likeliest tag."""
        if len(word) > _LONGEST:
            return word
        found = self._lemmas.get((word, EMPTY))
        if found is None and word[0].isupper() and not self.knows(word):
            return word  # a name
        if found is None:
            lemma: str = self._hanta.analyze(word, casesensitive=False)[0]
            found = self._lemmas[word, EMPTY] = lemma
        return found

    def _lemma(self, word: str, tag: int) -> str:
        if len(word) > _LONGEST:
            return word
        key = (word, tag)
        found = self._lemmas.get(key)
        if found is None:
            name = self._names[tag]
            if name in _PLAIN:
                found = word.lower()
            elif name == "NP0" and not self.knows(word):
                found = word[0].upper() + word[1:].lower()
            else:
                found = str(self._hanta._analyze(word, tag, taglevel=1)[0])  # noqa: SLF001
            self._lemmas[key] = found
        return found

    def _tags_of(self, word: str, *, cased: bool) -> tuple[tuple[int, float], ...]:
        """Return the tags a word may have and their log probabilities; none when it is unknown."""
        if len(word) > _LONGEST:
            return ()
        key = (word, cased)
        found = self._tags.get(key)
        if found is None:
            every = self._hanta._tag_word(  # noqa: SLF001
                word, cutoff=_CUTOFF, casesensitive=cased, conditional=True
            )
            unknown = len(every) == 1 and every[0][0] == UNKNOWN
            found = self._tags[key] = () if unknown else tuple(dict(every).items())
        return found

    def _best(self, words: list[str]) -> list[int]:
        """Return the likeliest tags of a sentence, by Viterbi over pairs of tags."""
        every = self._follows
        row: dict[State, float] = {(EMPTY, START): 0.0}
        back: list[dict[State, State]] = []
        for i, word in enumerate(words):
            tags = self._tags_of(word, cased=i > 0) or self._any
            bound = _LOWEST
            if len(row) > _CUTOFF:
                bound = sorted(row.values(), reverse=True)[_CUTOFF] - 1
            new: dict[State, float] = {}
            links: dict[State, State] = {}
            for state, before in row.items():
                if before < bound:
                    continue
                follows = every[state]
                last = state[1]
                for tag, likely in tags:
                    value = before + follows[tag] + likely
                    reached = (last, tag)
                    if reached not in new or value > new[reached]:
                        new[reached] = value
                        links[reached] = state
            row = new
            back.append(links)
        best = max(
            row,
            key=lambda state: row[state] + every[state].get(END, -math.inf),
            default=(EMPTY, UNKNOWN),
        )
        out: list[int] = []
        for links in reversed(back):
            out.append(best[1])
            best = links.get(best, (EMPTY, UNKNOWN))
        return out[::-1]
