"""The phrases of one sentence, ready to be read as clauses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.english.chunks import QUOTES, Phrase
from quiz.languages.english.tables import SAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.english.words import Word

PERCEIVING = frozenset({"help", "let", "make", "see", "watch", "hear", "have"})
"""Verbs after whose object a verb stands in its base form: "help the girls enter"."""
BETWEEN = frozenset({"np", "pp", "conj", "point", "adv"})
"""What may stand between such a verb and the other."""
TITLE = 4
"""Phrases in quotation marks that may be a title; more are somebody's words."""


class Line:
    """The phrases of a sentence, without its last mark; quotations and places are one phrase."""

    def __init__(
        self, words: Sequence[Word], places: frozenset[int], phrases: list[Phrase]
    ) -> None:
        """Take a document's words, which of them name places, and a sentence's phrases."""
        self.words = words
        self._places = places
        self.phrases = self._settled(self._placed(self._quoted(self._restarted(phrases))))
        while self.phrases and self.marked(self.phrases[-1], ".!?…"):
            self.phrases.pop()
        self.end = len(self.phrases)

    def __getitem__(self, k: int) -> Phrase:
        """Return phrase k."""
        return self.phrases[k]

    def kind(self, k: int) -> str:
        """Return the kind of phrase k, nothing behind the last one."""
        return self.phrases[k].kind if k < len(self.phrases) else ""

    def low(self, k: int) -> str:
        """Return the first word of phrase k in lower case."""
        return self.words[self.phrases[k].first].text.lower()

    def marked(self, p: Phrase, marks: str) -> bool:
        """Whether a phrase is one of the marks."""
        return p.kind == "point" and self.words[p.first].text in marks

    def comma(self, k: int) -> bool:
        """Whether phrase k is a comma."""
        return k < len(self.phrases) and self.marked(self.phrases[k], ",")

    def name(self, k: int) -> bool:
        """Whether phrase k ends in a name."""
        return self.words[self.phrases[k].last - 1].tag == "NP0"

    def says(self, verb: Phrase) -> bool:
        """Whether a verb group reports words, in the active voice."""
        return self.words[verb.head].lemma in SAY and not passive(self.words, verb)

    def closing(self, i: int, end: int, *, clause: bool) -> int | None:
        """Return the comma that closes what phrase i opens; after a verb where it is a clause."""
        seen = not clause
        for k in range(i + 1, end):
            if self.kind(k) == "verb":
                seen = True
            if seen and self.comma(k):
                if self.kind(k + 1) == "conj" and self.kind(k + 2) != "np":
                    continue
                return k
        return None

    def _quoted(self, phrases: list[Phrase]) -> list[Phrase]:
        """Join what stands in quotation marks: a title is a noun, a sentence is a quote."""
        out: list[Phrase] = []
        k = 0
        while k < len(phrases):
            p = phrases[k]
            close = None
            if p.kind == "point" and self.words[p.first].text in QUOTES:
                close = next(
                    (
                        n
                        for n in range(k + 1, len(phrases))
                        if phrases[n].kind == "point"
                        and self.words[phrases[n].first].text in QUOTES
                    ),
                    None,
                )
            if close is None or close == k + 1:
                out.append(p)
                k += 1
                continue
            inside = phrases[k + 1 : close]
            spoken = any(q.kind == "verb" for q in inside) or len(inside) > TITLE
            kind = "quote" if spoken else inside[0].kind if inside[0].kind != "point" else "np"
            out.append(Phrase(kind, p.first, phrases[close].last, inside[0].head))
            k = close + 1
        return out

    def _restarted(self, phrases: list[Phrase]) -> list[Phrase]:
        """Leave out a caption that runs into a sentence: its preposition has a capital letter."""
        for k in range(len(phrases) - 1, 0, -1):
            p, before = phrases[k], phrases[k - 1]
            word = self.words[p.first]
            if p.kind in {"pp", "date"} and word.tag == "PRP" and word.text.istitle() and (
                before.kind not in {"point", "conj"}
            ):  # fmt: skip
                return phrases[k:]
        return phrases

    def _placed(self, phrases: list[Phrase]) -> list[Phrase]:
        """Join "Irving, Texas" and the comma that closes it."""
        out: list[Phrase] = []
        for k, p in enumerate(phrases):
            if (
                len(out) > 1 and p.kind == "np" and self.marked(out[-1], ",")
                and p.first in self._places and p.last - 1 in self._places
                and out[-2].last - 1 in self._places and out[-2].kind in {"np", "pp"}
                and not self._listing(phrases, k)
            ):  # fmt: skip
                out[-2:] = [replace(out[-2], last=p.last)]
                continue
            out.append(p)
        return out

    def _listing(self, phrases: list[Phrase], k: int) -> bool:
        """Whether the name at k goes on a list: "Sudan, Iran and Libya"."""
        after = phrases[k + 1 : k + 5]
        return any(q.kind == "conj" and n < len(after) - 1 and after[n + 1].kind == "np"
                   and after[n + 1].first in self._places for n, q in enumerate(after))  # fmt: skip

    def _settled(self, phrases: list[Phrase]) -> list[Phrase]:
        """Read "help the girls enter" as one verb with an object and an infinitive."""
        out = list(phrases)
        for k in range(1, len(out)):
            p = out[k]
            if p.kind != "verb" or self.words[p.first].tag != "VVB":
                continue
            governor = next((q for q in reversed(out[:k]) if q.kind not in BETWEEN), None)
            if (
                governor is not None
                and governor.kind in {"verb", "inf", "ing"}
                and self.words[governor.head].lemma in PERCEIVING
            ):
                out[k] = replace(p, kind="inf")
        return out


def passive(words: Sequence[Word], verb: Phrase) -> bool:
    """Whether a verb group is in the passive voice."""
    return words[verb.head].tag in {"VVN", "VVD"} and any(
        words[i].tag.startswith("VB") for i in verb.indices() if i != verb.head
    )
