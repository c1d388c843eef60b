"""What the words around a date tell of it, and times told by an event."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from quiz.languages.english.words import Word

_SKIPPED = frozenset({"AV0", "XX0", "PNP", "AVP"})
"""What may stand between the words of a verb group."""
_PLANNED = frozenset({"schedule", "plan", "expect", "set", "due", "slate", "bind", "tip", "likely"})
_PLANS = frozenset({"plan", "hope", "intend", "aim", "expect", "want", "promise", "vow", "pledge"})
_TIMETABLED = frozenset(
    {
        "start", "begin", "open", "close", "end", "expire", "play", "meet", "face", "return", "go",
        "run", "vote", "arrive", "leave", "host", "take", "visit", "resume", "kick", "travel",
    }
)  # fmt: skip
"""Verbs whose present tells what is to come, beside a day."""
_RELATIVES = frozenset({"DTQ", "PNQ", "CJT", "CJS"})
_ASIDE = 8
"""By how many words a verb of a subordinate clause is further away than it stands."""
_NOMINAL = ("NN", "NP")
_INSIDE = frozenset({"AT0", "DPS", "AJ0", "AJC", "AJS", "ORD", "CRD", "POS", "VVG", "UNC", "DT0"})
_LEADS = (
    ("during",), ("after",), ("before",), ("following",), ("prior", "to"), ("since",), ("until",),
    ("in", "the", "wake", "of"), ("at", "the", "time", "of"), ("at", "the", "end", "of"),
    ("at", "the", "start", "of"), ("at", "the", "beginning", "of"), ("upon",),
    ("in", "the", "aftermath", "of"), ("throughout",),
)  # fmt: skip
_DURING = {lead[0]: [one for one in _LEADS if one[0] == lead[0]] for lead in _LEADS}
"""What leads in an event that tells a time, by its first word."""
_NO_EVENT = frozenset(
    {"year", "month", "week", "day", "time", "hour", "minute", "which", "that", "moment", "all"}
)


class Surroundings:
    """What the words around an offset tell about a date there."""

    def __init__(self, words: Sequence[Word], starts: list[int]) -> None:
        """Keep the words and the offsets they begin at."""
        self._words, self._starts = words, starts

    def tense(self, offset: int) -> str:
        """Return the tense of the verb a date most likely goes with: past, present or future."""
        words, at = self._words, bisect_left(self._starts, offset)
        first = last = min(at, len(words))
        while first > 0 and words[first - 1].text not in ".!?":
            first -= 1
        while last < len(words) and words[last].text not in ".!?":
            last += 1
        best, nearest = "", 1000
        subordinate = False
        for i in range(first, last):
            if i > at and words[i].tag in _RELATIVES:
                subordinate = True
            tense = self._tense_at(i, last)
            if not tense:
                continue
            distance = abs(i - at) + (_ASIDE if subordinate else 0)
            if distance < nearest:
                best, nearest = tense, distance
            subordinate = False
        return best if best != "unclear" else ""

    def _tense_at(self, i: int, last: int) -> str:
        """Return the tense that a verb tells; nothing for what is no finite verb."""
        words = self._words
        tag, lemma = words[i].tag, words[i].lemma.lower()
        if tag == "VM0":
            if lemma in {"will", "shall", "’ll", "'ll"}:
                return "future"
            after = self._after(i, last)
            would = lemma in {"would", "’d", "'d"} and after is not None and after.tag != "VHI"
            return "future" if would else "unclear"
        if tag in {"VVD", "VDD"} or (tag == "VVN" and not self._helped(i)):
            return "future" if tag == "VVN" and lemma in _PLANNED else "past"
        if tag in {"VBD", "VHD"}:
            return "unclear" if self._to_come(i, last) else "past"
        if tag in {"VBZ", "VBB"}:
            return "future" if self._to_come(i, last) else "present"
        if tag in {"VHZ", "VHB"}:
            after = self._after(i, last)
            return "past" if after is not None and after.tag in {"VVN", "VBN", "VHN"} else "present"
        if tag in {"VVZ", "VVB", "VDZ", "VDB"} and not words[i].text[0].isupper():
            after = words[i + 1] if i + 1 < last else None
            ahead = lemma in _PLANS and after is not None and after.tag == "TO0"
            return "future" if ahead or lemma in _TIMETABLED else "present"
        return ""

    def _after(self, i: int, last: int) -> Word | None:
        """Return the next word of a verb group."""
        i += 1
        while i < last and self._words[i].tag in _SKIPPED:
            i += 1
        return self._words[i] if i < last else None

    def _to_come(self, i: int, last: int) -> bool:
        """Whether a form of "be" tells what is to come: "is to", "are expected to"."""
        after = self._after(i, last)
        if after is None:
            return False
        going = after.text.lower() == "going" and any(
            w.tag == "TO0" for w in self._words[i + 1 : min(i + 5, last)]
        )
        return after.tag == "TO0" or going or after.lemma.lower() in _PLANNED

    def _helped(self, i: int) -> bool:
        """Whether a participle stands behind its auxiliary, which tells the tense."""
        while i > 0 and self._words[i - 1].tag in {*_SKIPPED, "VBN"}:
            i -= 1
        return i > 0 and self._words[i - 1].tag[:2] in {"VB", "VH"}

    def counted(self, offset: int) -> bool:
        """Whether what a number before this offset would count begins there."""
        words, at = self._words, bisect_left(self._starts, offset)
        for i in range(at, min(at + 3, len(words))):
            word = words[i]
            if word.text[0].isupper():
                return False
            if word.tag in {"NN2", "NN0"}:
                return True
            if word.tag not in {"AJ0", "NN1", "AJ0-NN1"}:
                return False
        return False


def events(
    words: Sequence[Word], first: int, last: int, dated: Container[int]
) -> list[tuple[int, int]]:
    """Return the word ranges that tell a time by what happened then: "during the visit"."""
    out: list[tuple[int, int]] = []
    for i in range(first, last - 1):
        for lead in _DURING.get(words[i].text.lower(), ()) if i not in dated else ():
            at = i + len(lead)
            if at < last and all(
                w.text.lower() == part for w, part in zip(words[i:at], lead, strict=True)
            ):
                end = _noun_phrase(words, at, last, dated)
                if end > at:
                    out.append((i, end))
                break
    return out


def _noun_phrase(words: Sequence[Word], at: int, last: int, dated: Container[int]) -> int:
    """Return the end of a noun phrase and of what follows it with "of", or its beginning."""
    end, i = at, at
    while i < last and i not in dated:
        word = words[i]
        if word.tag.startswith(_NOMINAL):
            if word.lemma.lower() in _NO_EVENT:
                return at
            end = i + 1
        elif not (word.tag in _INSIDE or (word.tag == "PRF" and end == i and end > at)):
            break
        i += 1
    clause = end < last and words[end].tag[:2] in {"VV", "VB", "VH", "VM", "VD"}
    return at if clause else end
