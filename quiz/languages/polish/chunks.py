"""A sentence cut into phrases, left to right."""

from __future__ import annotations

from quiz.languages.polish.morph import ADJECTIVAL, CASES, FINITE, NOMINAL
from quiz.languages.polish.nouns import OWNERS, Nouns
from quiz.languages.polish.phrases import NONE, UNKNOWN, Phrase, agreement, governed, governs
from quiz.languages.polish.tables import (
    ADVERBS,
    ALWAYS_VERBS,
    NEVER_VERBS,
    PHRASED_ADVERBS,
    ROLES,
)

FORMER = frozenset({"były", "była", "byli"})
DECLINED = NOMINAL | ADJECTIVAL
CURRENCIES = frozenset({"zł", "gr", "pln", "usd", "eur", "chf"})


class Chunker(Nouns):
    """Cuts sentences into phrases.

    A preposition before a date or a quantity belongs to it, and so does the noun that a quantity
    counts.
    """

    def chunk(self, first: int, last: int, verb: int = -1) -> list[Phrase]:
        """Cut words [first, last) into phrases; the word at `verb` is a verb and nothing else."""
        out: list[Phrase] = []
        done = verbs = False
        i = first
        while i < last:
            if i == verb:
                phrase = Phrase("verb", i, i + 1, i)
            else:
                end = verb if i < verb else last
                before = out[-1] if out else None
                prior = out[-2] if verbs and len(out) > 1 else None
                phrase = self._phrase(i, end, before, prior, done=done)
            out.append(phrase)
            verbs = verbs or phrase.kind == "verb"
            done = phrase.kind == "verb" or (done and phrase.kind not in {"point", "conj"})
            i = phrase.last
        return out

    def hidden_verb(self, first: int, last: int) -> int:
        """Return the only word that could be a finite verb after all, or -1."""
        found = [
            i
            for i in range(first, last)
            if self.words[i].has("fin", "praet")
            and i not in self.names
            and i not in self.fixed
            and self.words[i].lower not in NEVER_VERBS
            and (not self.words[i].capital or i == first)
        ]
        return found[0] if len(found) == 1 else -1

    def _reflexive(self, i: int, last: int) -> bool:
        """Whether "się" makes a verb of a word: "stała się", but not in "para się rozstała"."""
        words = self.words
        if i + 1 >= last or words[i + 1].lower != "się":
            return False
        return not (i + 2 < last and words[i + 2].has(*FINITE) and not words[i + 2].has(*NOMINAL))

    def _further(self, i: int, before: Phrase | None, prior: Phrase | None) -> bool:
        """Whether "i" opens a clause and no list: "jest rzadką odmianą i stanowi 1,4 procent".

        The noun that the word could be stands in no case in which what is before "i" could.
        """
        if before is None or before.kind != "conj" or prior is None or not prior.cases:
            return False
        w = self.words[i]
        cases = {c for r in w.readings if r.pos in DECLINED for c in r.cases}
        return w.has("fin") and not w.capital and not cases & prior.cases

    def _phrase(
        self, i: int, last: int, before: Phrase | None, prior: Phrase | None, *, done: bool
    ) -> Phrase:
        w = self.words[i]
        leads = i not in self.fixed and i + 1 in self.fixed and governs(w)
        at = i + 1 if leads else i
        if at in self.fixed:
            stop, kind = self.fixed[at]
            if kind == "quantity":
                if stop < last and self.words[stop].lower in CURRENCIES:
                    return Phrase(kind, i, stop + 1, stop)
                noun = self.noun_phrase(stop, last, CASES) if stop < last else None
                if noun is None:
                    # Behind a number without a noun stands what is no part of it, or nothing.
                    return Phrase(kind, i, stop, min(stop, len(self.words) - 1), NONE)
                return Phrase(kind, i, noun.last, noun.head, noun.agree)
            return Phrase(kind, i, stop, at)
        if not w.alpha:
            ordinal = w.digit and i + 2 < last and self.words[i + 1].text == "."
            ordinal = ordinal or bool(self.compound(i, last))
            phrase = self.noun_phrase(i, last, CASES - {"voc"}) if ordinal else None
            return phrase or Phrase("num" if w.digit else "point", i, i + 1, i)
        if (at := self.titled(i, last)) > i and (named := self.noun_phrase(at, last, CASES)):
            return Phrase("np", i, named.last, named.head, named.agree)
        if w.lower in ADVERBS:
            return Phrase("adv", i, i + 1, i)
        if w.lower == "to" and before is not None and before.kind == "np" and "nom" in before.cases:
            return Phrase("verb", i, i + 1, i)
        for words in PHRASED_ADVERBS.get(w.lower, ()):
            if tuple(x.lower for x in self.words[i : i + len(words)]) == words:
                return Phrase("adv", i, i + len(words), i)
        if w.lower == "jako" and i + 1 < last:
            inner = self.noun_phrase(i + 1, last, CASES)
            if inner:
                return Phrase("pp", i, inner.last, inner.head)
        if governs(w) and not (w.capital and w.labelled("nazwisko") and i in self.names):
            inner = self.noun_phrase(i + 1, last, governed(w)) if i + 1 < last else None
            if inner:
                return Phrase("pp", i, inner.last, inner.head, inner.agree)
            if i + 1 < last and i + 1 in self.names:
                # "do Zakintos": of a foreign name nobody knows whether it is inflected.
                agree = frozenset(t for t in UNKNOWN if t[0] in governed(w))
                return Phrase("pp", i, min(self.names[i + 1].last, last), i + 1, agree)
            if not w.has("conj"):
                return Phrase("prep", i, i + 1, i)
        if "praet" in w.poses and before is not None and self._future(i):
            return Phrase("inf", i, i + 1, i)
        if w.poses & FINITE and w.lower not in NEVER_VERBS and not (w.capital and i in self.names):
            doubtful = w.poses & DECLINED and w.lower not in ALWAYS_VERBS
            former = w.lower in FORMER and i + 1 < last and w.has("adj")
            if former and self.words[i + 1].lemma("subst") in ROLES:
                return self._other(i, last)  # "były prezydent USA"
            if doubtful and done:
                return self._other(i, last)  # "wzmocniła też więzi": the verb was there before
            if doubtful and (self._reflexive(i, last) or self._further(i, before, prior)):
                return Phrase("verb", i, i + 1, i)
            opened = before is not None and any(
                r.lemma == "który" or r.pos == "comp" for r in self.words[before.first].readings
            )
            free = (
                not w.poses & NOMINAL
                or w.lower in ALWAYS_VERBS
                or opened
                or (before is not None and before.kind in {"np", "adv", "se", "quantity"})
            )
            if free:
                return Phrase("verb", i, i + 1, i)
        return self._other(i, last)

    def _future(self, i: int) -> bool:
        """Whether a past form is part of a future: "będzie (także) miała"."""
        k = i - 1
        while k > 0 and (self.words[k].lower in ADVERBS or self.words[k].lower in {"się", "nie"}):
            k -= 1
        return (
            k >= 0
            and all(r.pos == "bedzie" for r in self.words[k].readings[:1])
            and bool(self.words[k].readings)
        )

    def _other(self, i: int, last: int) -> Phrase:
        w = self.words[i]
        kind = ""
        if w.lower == "się":
            kind = "se"
        elif "inf" in w.poses:
            kind = "inf"
        elif w.has("pcon", "pant") and not w.poses & NOMINAL:
            kind = "pcon"
        elif w.has("conj", "comp") and not w.capital and (len(w.text) < 4 or not w.has("subst")):
            kind = "conj"
        elif w.has("adv", "part") and not w.has("subst", "num", "adj"):
            kind = "adv"
        elif w.lower in OWNERS and (owned := self.noun_phrase(i, last, CASES - {"voc"})):
            return owned
        elif w.has("ppron3", "ppron12", "siebie") and i not in self.names:
            kind = "pron"
        if kind:
            return Phrase(kind, i, i + 1, i)
        phrase = self.noun_phrase(i, last, CASES - {"voc"})
        if phrase:
            return phrase
        if w.poses & ADJECTIVAL:
            return Phrase("adj", i, i + 1, i, agreement(w, adjective=True))
        if w.poses & FINITE and w.lower not in NEVER_VERBS:
            return Phrase("verb", i, i + 1, i)
        return Phrase("adv" if w.has("adv", "part") else "other", i, i + 1, i)
