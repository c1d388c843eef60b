"""The Hanover Tagger with its answers kept: an article repeats its words, and names above all.

Wartena, C. (2023). The Hanover Tagger (Version 1.1.0): Lemmatization, Morphological Analysis and
POS Tagging in Python. https://doi.org/10.25968/opus-2457
"""

from __future__ import annotations

import math
from typing import Any

from HanTa.HanoverTagger import (  # type: ignore[import-untyped]
    EMPTY,
    END,
    START,
    UNKNOWN,
    HanoverTagger,
)

_LOWEST = -1e6
_CUTOFF = 5
"""How many states are followed, and by how much a tag may be less likely than the best."""
_MOST = 200_000
"""As many words are kept."""


class Tagger:
    """Tags sentences as HanoverTagger.tag_sent does, each word and each transition seen once."""

    def __init__(self) -> None:
        """Load the English model (0.15 s)."""
        self._hanta: Any = HanoverTagger("morphmodel_en.pgz")
        self._names: dict[int, str] = self._hanta.int2tag
        self._follows: dict[tuple[int, int], dict[int, float]] = {
            state: dict(followers) for state, followers in self._hanta.LP_trans_word.items()
        }
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

    def _lemma(self, word: str, tag: int) -> str:
        key = (word, tag)
        found = self._lemmas.get(key)
        if found is None:
            found = self._lemmas[key] = self._hanta._analyze(word, tag, taglevel=1)[0]  # noqa: SLF001
        return found

    def _tags_of(self, word: str, *, cased: bool) -> tuple[tuple[int, float], ...]:
        """Return the tags a word may have and their log probabilities; none when it is unknown."""
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
        row: dict[tuple[int, int], float] = {(EMPTY, START): 0.0}
        back: list[dict[tuple[int, int], tuple[int, int]]] = []
        for i, word in enumerate(words):
            tags = self._tags_of(word, cased=i > 0)
            bound = (
                sorted(row.values(), reverse=True)[_CUTOFF] - 1 if len(row) > _CUTOFF else _LOWEST
            )
            new: dict[tuple[int, int], float] = {}
            links: dict[tuple[int, int], tuple[int, int]] = {}
            for state, before in row.items():
                if before < bound:
                    continue
                follows = self._follows[state]
                for tag, likely in tags or ((t, 0.0) for t in follows if t != END):
                    step = follows.get(tag)
                    if step is None or tag == END:
                        continue
                    value = before + step + likely
                    reached = (state[1], tag)
                    if value > new.get(reached, _LOWEST):
                        new[reached] = value
                        links[reached] = state
            row = new
            back.append(links)
        best = max(
            row,
            key=lambda state: row[state] + self._follows[state].get(END, -math.inf),
            default=(EMPTY, UNKNOWN),
        )
        out: list[int] = []
        for links in reversed(back):
            out.append(best[1])
            best = links.get(best, (EMPTY, UNKNOWN))
        return out[::-1]
