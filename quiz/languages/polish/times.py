"""Dates and times of a document by its words: what they mean, and times told by an event."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from quiz.languages.polish.morph import NOMINAL
from quiz.languages.polish.nouns import noun_phrase

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from quiz.languages.polish.morph import Word

_DURING: dict[tuple[str, ...], frozenset[str]] = {
    ("podczas",): frozenset({"gen"}),
    ("w", "czasie"): frozenset({"gen"}),
    ("w", "czasach"): frozenset({"gen"}),
    ("za", "czasów"): frozenset({"gen"}),
    ("w", "okresie"): frozenset({"gen"}),
    ("w", "trakcie"): frozenset({"gen"}),
    ("po", "zakończeniu"): frozenset({"gen"}),
    ("przed", "rozpoczęciem"): frozenset({"gen"}),
}
"""What leads in an event that tells a time, and the case it governs."""
_NO_EVENT = frozenset(
    {"druga", "drugi", "który", "ten", "on", "jaki", "cały", "tydzień", "rok", "miesiąc", "dzień"}
)


class Surroundings:
    """What the words around an offset tell about a date there."""

    def __init__(self, words: Sequence[Word], starts: list[int]) -> None:
        """Keep the words and the offsets they begin at."""
        self._words, self._starts = words, starts

    def tense(self, offset: int) -> str:
        """Return the tense of the sentence's nearest finite verb: past, impersonal, and so on."""
        words, at = self._words, bisect_left(self._starts, offset)
        first = last = at
        while first > 0 and words[first - 1].text not in ".!?":
            first -= 1
        while last < len(words) and words[last].text not in ".!?":
            last += 1
        for i in sorted(range(first, last), key=lambda i: abs(i - at)):
            for r in words[i].readings:
                if r.pos == "praet":
                    return "past"
                if r.pos == "imps":
                    return "impersonal"
                if r.pos == "bedzie" or (r.pos == "fin" and "perf" in r.rest):
                    return "future"
                if r.pos == "fin":
                    return "present"
        return ""

    def counted(self, offset: int) -> bool:
        """Whether what a number before this offset would count begins there."""
        at = bisect_left(self._starts, offset)
        if at >= len(self._words) or self._words[at].capital or not self._words[at].alpha:
            return False
        readings = self._words[at].readings
        return any(
            r.pos in {"subst", "adj"} and "pl" in r.number and r.cases & {"gen", "loc", "dat"}
            for r in readings
        ) and not any(r.pos in {"praet", "fin", "prep", "conj"} for r in readings)


def events(
    words: Sequence[Word], first: int, last: int, dated: Container[int]
) -> list[tuple[int, int]]:
    """Return the word ranges that tell a time by what happened then: "podczas wizyty w Gdyni"."""
    out: list[tuple[int, int]] = []
    for i in range(first, last - 1):
        if i in dated or words[i].lower not in {"podczas", "w", "za", "po", "przed"}:
            continue
        for lead, cases in _DURING.items():
            at = i + len(lead)
            if lead[0] != words[i].lower or at >= last:
                continue
            if any(w.lower != part for w, part in zip(words[i:at], lead, strict=True)):
                continue
            phrase = noun_phrase(words, at, last, cases)
            if (
                phrase is None
                or not words[phrase.head].has(*NOMINAL)
                or any(r.lemma in _NO_EVENT for r in words[at].readings)
            ):
                continue
            end = next((k for k in range(at, phrase.last) if k in dated), phrase.last)
            if end > at:
                out.append((i, end))
    return out
