"""A sentence as phrases: noun phrases, prepositional phrases, verb groups, and what joins them.

Tags are those of CLAWS C5 (Garside, Leech and Sampson, The Computational Analysis of English).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.languages.english.nouns import FINITE, MODIFIERS, NOUNS, NounReader, tag_of
from quiz.languages.english.tables import PARTICIPLES, SUBORDINATORS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.languages.english.words import Word

AUXILIARIES = {"VM": {"VVI", "VBI", "VHI", "VDI", "VVB", "VBB", "VHB"},
               "VD": {"VVI", "VVB", "VHI", "VHB"},
               "VH": {"VVN", "VVD", "VBN", "VHN", "VDN", "VHD", "VBD", "VDD"},
               "VB": {"VVG", "VVN", "VVD", "VBG", "VHG", "VDG", "VDN"}}  # fmt: skip
"""What verb forms may follow an auxiliary."""
BRACKETS = {"(": ")", "[": "]"}
QUOTES = frozenset('"“”„«»‘')
NAMING = frozenset({"person", "place", "organisation", "thing"})
"""Kinds of facts that are names."""
TIMES = frozenset({"year", "month", "week", "day", "hour", "minute", "decade", "century"})
FLOATING = frozenset({"all", "both", "each"})
DASHES = frozenset({"–", "—", "--", "-"})
BOTH = frozenset({"since", "after", "before", "until", "till"})
"""Words that open a clause or lead a noun."""
DATED = frozenset(
    {
        "on", "in", "since", "by", "until", "till", "from", "during", "before", "after", "between",
        "at", "through", "around", "throughout",
    }
)  # fmt: skip
"""Prepositions that lead a date."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words [first, last) that belong together; `head` is the word that tells what they are.

    `kind` is np, pp (with its preposition first), date (with its preposition), verb (finite), inf,
    ing, ven (participles), adv, adj, conj, sub (opens a clause), rel (who, which), that, prep
    (without a noun), source ("according to …"), or point. A noun phrase has the "of" phrases behind
    it. Words within `gaps` are left out; `text` is what is said instead of the words.
    """

    kind: str
    first: int
    last: int
    head: int
    gaps: tuple[tuple[int, int], ...] = ()
    text: str = ""

    def indices(self) -> list[int]:
        """Return its words without those in the gaps."""
        if not self.gaps:
            return list(range(self.first, self.last))
        return [
            i for i in range(self.first, self.last) if not any(a <= i < b for a, b in self.gaps)
        ]


class Chunker:
    """Chunks the sentences of one document."""

    def __init__(self, words: Sequence[Word], fixed: Mapping[int, tuple[int, str]]) -> None:
        """Take the words, and the facts no phrase may cut: their first word, last and kind."""
        self._words = words
        self._tags = [tag_of(w) for w in words]
        self._nouns = NounReader(words, fixed)
        self._fixed = fixed

    def chunk(self, first: int, last: int) -> list[Phrase]:
        """Return the phrases of words [first, last); what stands in brackets is left out."""
        out: list[Phrase] = []
        i = first
        while i < last:
            word = self._words[i]
            if word.text in BRACKETS:
                close = next(
                    (j for j in range(i, last) if self._words[j].text == BRACKETS[word.text]), None
                )
                if close is not None:
                    i = close + 1
                    continue
            phrase = self._phrase(i, last, out[-1] if out else None)
            out.append(phrase)
            i = phrase.last
        return self._finite(out)

    def _phrase(self, i: int, last: int, before: Phrase | None) -> Phrase:
        word = self._words[i]
        tag, low = self._tags[i], word.text.lower()
        dated = self._date(i, last)
        if dated:
            return dated
        if i not in self._fixed:
            priced = self._nouns.priced(i, last) > i
            if not priced and (tag.startswith("PU") or not any(c.isalnum() for c in word.text)):
                return Phrase("point", i, i + 1, i)
            asking = tag in {"PNQ", "DTQ"} or low in {"who", "which", "whose", "whom"}
            if asking and (word.text == low or before is None):
                return Phrase("rel", i, i + 1, i)
            if low == "that" and tag in {"CJT", "DT0"} and not self._noun_next(i, last):
                return Phrase("that", i, i + 1, i)
            if tag == "CJC":
                return Phrase("conj", i, i + 1, i)
            if tag == "TO0":
                end, head = self._group(i + 1, last, any_form=True)
                return Phrase("inf", i, end, head) if end > i + 1 else Phrase("prep", i, i + 1, i)
            if low == "as" and before is not None and before.kind == "ven":
                end, head = self._nouns.read(i + 1, last)
                if end > i + 1:
                    return Phrase("pp", i, end, head)  # "a town known as Holm"
            if low in BOTH and not self._verb_next(i + 1, last):
                end, head = self._nouns.read(i + 1, last)
                if end > i + 1:
                    return Phrase("pp", i, end, head)
            if low in SUBORDINATORS and (tag in {"CJS", "AVQ"} or self._clause_next(i + 1, last)):
                return Phrase("sub", i, i + 1, i)
            if tag in FINITE and not (tag == "VVB" and self._nominal(i, last, before)):
                end, head = self._group(i, last)
                return Phrase("verb", i, end, head)
        if low == "according" and i + 1 < last and self._words[i + 1].text == "to":
            end, head = self._nouns.read(i + 2, last)
            if end > i + 2:
                return Phrase("source", i, end, head)
        if tag in {"PRP", "PRF"} and i not in self._fixed and not self._amount(i, last):
            end, head = self._nouns.read(i + 1, last)
            if end > i + 1:
                return Phrase("pp", i, end, head)
            return Phrase("prep", i, i + 1, i)
        end, head = self._nouns.read(i, last)
        if end > i:
            return Phrase("np", i, end, head)
        if tag in {"VVG", "VBG", "VHG", "VDG"}:
            end, head = self._group(i, last, any_form=True)
            return Phrase("ing", i, end, head)
        if tag in {"VVN", "VBN", "VHN", "VDN"}:
            return Phrase("ven", i, i + 1, i)
        if tag.startswith("V"):
            end, head = self._group(i, last, any_form=True)
            return Phrase("inf", i, end, head)
        if tag in MODIFIERS:
            return Phrase("adj", i, i + 1, i)
        return Phrase("adv", i, i + 1, i)

    def _amount(self, i: int, last: int) -> bool:
        """Whether a preposition only makes a number vague: "over 700 people", not "over a year"."""
        end = self._nouns.approximate(i, last)
        if end == i:
            return False
        return end + 1 >= last or self._words[end + 1].lemma not in TIMES

    def _date(self, i: int, last: int) -> Phrase | None:
        """Return a date with its preposition, where no noun follows that it would belong to."""
        words = self._words
        led = words[i].text.lower() in DATED and i + 1 < last
        at = i + 1 if led and i not in self._fixed else i
        if words[i].text.lower() == "as" and i + 2 < last and words[i + 1].text == "of":
            led, at = True, i + 2  # "as of May 2024"
        end, kind = self._fixed.get(at, (0, ""))
        if kind != "date" or end > last:
            return None
        after = words[end] if end < last else None
        adverb = words[at].tag == "AV0" or (led and words[i].text.lower() == "on")
        if after is not None and (
            after.text in {"'s", "’s", "'", "’"}
            or (after.tag in NOUNS and not adverb and not (led and after.text[0].isupper()))
        ):
            return None
        return Phrase("date", i, end, at)

    def _noun_next(self, i: int, last: int) -> bool:
        """Whether "that" points to a noun: "that year"."""
        follows = self._words[i + 1] if i + 1 < last else None
        return self._words[i].tag == "DT0" and follows is not None and follows.tag in NOUNS

    def _clause_next(self, i: int, last: int) -> bool:
        """Whether a noun phrase and a finite verb follow: "after the boat sank"."""
        end, _ = self._nouns.read(i, last)
        while end < last and self._words[end].tag in {"AV0", "XX0"}:
            end += 1
        if not i < end < last:
            return False
        word, after = self._words[end], self._words[end + 1] if end + 1 < last else None
        past = word.tag == "VVN" and word.text.lower() not in PARTICIPLES
        return word.tag in FINITE or (past and (after is None or after.text.lower() != "by"))

    def _verb_next(self, i: int, last: int) -> bool:
        """Whether a finite verb stands before the next comma: "since the station opened"."""
        for k in range(i, last):
            if self._words[k].text in {",", ";", ":"}:
                return False
            if self._tags[k] in FINITE or self._tags[k] == "VVN":
                return True
        return False

    def _nominal(self, i: int, last: int, before: Phrase | None) -> bool:
        """Whether a verb's base form is a name that the tagger does not know: "on Twitter"."""
        word = self._words[i]
        return word.text[0].isupper() and (before is None or before.kind != "np" or i + 1 == last)

    def _group(self, i: int, last: int, *, any_form: bool = False) -> tuple[int, int]:
        """Return the end and the main verb of the verb group that begins at i."""
        words = self._words
        j = i
        while any_form and j < last and words[j].tag in {"AV0", "XX0"}:
            j += 1
        if j >= last or not words[j].tag.startswith("V"):
            return i, i
        head = j
        j += 1
        while j < last:
            allowed: set[str] = AUXILIARIES.get(words[head].tag[:2], set())
            k = j
            while k < last and words[k].tag in {"AV0", "XX0", "ORD"}:
                k += 1
            if k < last and words[k].tag in allowed:
                head, j = k, k + 1
                continue
            if k < last and words[head].tag[:2] in {"VB", "VH"} and words[k].tag == "TO0":
                follows = words[k + 1].tag if k + 1 < last else ""
                if follows in {"VVI", "VBI", "VHI", "VDI"} and words[head].tag[:2] == "VB":
                    head, j = k + 1, k + 2
                    continue
            if j < last and words[j].tag == "XX0":
                j += 1
                continue
            if j < last and words[j].tag == "AVP" and words[head].tag[:2] == "VV":
                j += 1
            break
        return j, head

    def _finite(self, phrases: list[Phrase]) -> list[Phrase]:
        """Take a participle for the past tense where its clause has no other verb.

        "All" between a noun and a verb is an adverb.
        """
        out = list(phrases)
        for k in range(1, len(out) - 1):
            p = out[k]
            floating = p.last - p.first == 1 and self._words[p.head].text.lower() in FLOATING
            if p.kind == "np" and floating and out[k + 1].kind == "verb":
                out[k] = Phrase("adv", p.first, p.last, p.head)
        for k in range(1, len(out) - 2):
            if self._agented(out, k):
                out[k] = replace(out[k], kind="ven")
        for k, p in enumerate(out):
            word = self._words[p.head]
            if p.kind != "ven" or word.text.lower() in PARTICIPLES:
                continue
            before = out[k - 1] if k else None
            if before is not None and before.kind == "adv" and k > 1:
                before = out[k - 2]
            if before is None or before.kind not in {"np", "pp", "date", "rel", "conj", "point"}:
                continue
            if self._needs_verb(out, k):
                out[k] = Phrase("verb", p.first, p.last, p.head)
        return out

    def _agented(self, phrases: list[Phrase], k: int) -> bool:
        """Whether a past tense is a participle: "the expedition led by Bethencourt conquered"."""
        p, agent = phrases[k], phrases[k + 1]
        word = self._words[p.head]
        if p.kind != "verb" or p.last - p.first > 1 or word.tag != "VVD":
            return False
        by = agent.kind == "pp" and self._words[agent.first].text.lower() == "by"
        if not by or phrases[k - 1].kind != "np" or self._words[agent.first + 1].tag == "CRD":
            return False
        n = k + 2
        while n < len(phrases) and phrases[n].kind in {"np", "pp", "conj", "adj", "date"}:
            n += 1
        ends = n < len(phrases) and phrases[n].kind == "verb"
        return ends and phrases[n - 1].kind != "conj"

    def _needs_verb(self, phrases: list[Phrase], k: int) -> bool:
        """Whether the clause around phrase k has a subject and lacks a finite verb."""
        after = phrases[k + 1] if k + 1 < len(phrases) else None
        if after is not None and self._words[after.first].text.lower() == "by":
            return False
        begin = k
        while begin and phrases[begin - 1].kind not in {"sub", "that"}:
            begin -= 1
            told = any(p.kind == "verb" for p in phrases[begin + 1 : k])
            if phrases[begin].kind == "conj" and told:
                break
            # "After the rain stopped, the players …": the comma ends what opens the sentence
            comma = self._words[phrases[begin].first].text == ","
            opened = any(p.kind == "sub" for p in phrases[: max(begin - 1, 0)])
            if comma and opened and any(p.kind == "np" for p in phrases[begin + 1 : k]):
                break
        clause = phrases[begin:k]
        joined = bool(clause) and clause[-1].kind == "conj"
        verbs = sum(p.kind == "verb" for p in clause)
        if verbs > sum(p.kind == "rel" for p in clause):
            return joined and any(p.kind == "verb" for p in phrases[max(0, k - 6) : k])
        if not any(p.kind == "np" for p in clause):
            return any(p.kind == "rel" for p in clause)
        for p in phrases[k + 1 :]:
            if p.kind == "verb":
                return False
            if p.kind in {"sub", "that", "rel", "point", "conj"}:
                break
        return True
