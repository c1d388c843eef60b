"""Noun and prepositional phrases by agreement and government; no statistics."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.languages.polish.morph import ADJECTIVAL, CASES, FINITE, GENDERS, NOMINAL
from quiz.languages.polish.tables import (
    ADVERBS,
    BEARERS,
    CLASSES,
    HEADS,
    NAMING,
    NEVER_VERBS,
    PHRASED_ADVERBS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.languages.polish.morph import Word

Agreement = frozenset[tuple[str, str, str]]
UNKNOWN: Agreement = frozenset((c, "sg", g) for c in CASES for g in GENDERS)
GENITIVE = frozenset({"gen"})
NONE: Agreement = frozenset()
LONGEST_QUOTE = 8
CURRENCIES = frozenset({"zł", "gr", "pln", "usd", "eur", "chf"})
NEVER_PREPOSITIONS = frozenset({"a", "miasto"})
VOWELS = frozenset("aąeęioóuy")
OWNERS = frozenset({"jego", "jej", "ich"})
ABBREVIATED = frozenset({"ds", "ws", "im", "św"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words [first, last).

    `kind` is np, pp, verb, inf, se, adv, adj, pcon, pron, conj, prep, date, quantity, num, point
    or other; further on also tail and relative, a subordinate clause that is kept to the letter.
    `text`, where it is not empty, is shown in place of the words; `many` tells of phrases that "i"
    joins.
    """

    kind: str
    first: int
    last: int
    head: int
    agree: Agreement = NONE
    text: str = ""
    many: bool = False

    @property
    def cases(self) -> frozenset[str]:
        """The cases it may stand in."""
        return frozenset(c for c, _, _ in self.agree)


_cache: dict[tuple[tuple[object, ...], bool], Agreement] = {}


def agreement(word: Word, *, adjective: bool) -> Agreement:
    """Return every case, number and gender in which a word may be a noun, or an adjective."""
    key = (word.readings, adjective)
    found = _cache.get(key)
    if found is None:
        poses = ADJECTIVAL if adjective else NOMINAL
        # A woman's title or surname that is not inflected ("prezydent") would agree with anything.
        common = any(r.pos == "subst" and len(r.cases) < 6 for r in word.readings)
        found = _cache[key] = frozenset(
            (c, n, g)
            for r in word.readings
            if r.pos in poses
            and not (common and len(r.cases) > 5 and r.labels & {"nazwisko", "nazwa_pospolita"})
            for c in r.cases
            for n in r.number
            for g in (r.genders or GENDERS)
        )
    return found


ENDINGS = {
    "owi": {"dat"},
    "em": {"inst"},
    "ego": {"gen", "acc"},
    "emu": {"dat"},
    "a": {"nom", "gen", "acc"},
}
"""The cases that the last letters of a foreign name allow."""


def _in_name(word: Word) -> Agreement:
    """Return what a word within a name agrees with; a foreign one by its ending."""
    proper = [
        r
        for r in word.readings
        if (r.lemma[:1].isupper() and (word.text.isupper() or not r.lemma.isupper()))
        or (r.pos == "adj" and len(r.lemma) > 3)
    ]
    found = frozenset(
        (c, n, g)
        for r in proper
        if r.pos in NOMINAL or r.pos in ADJECTIVAL
        for c in r.cases
        for n in r.number
        for g in (r.genders or GENDERS)
    )
    if found or (word.readings and not word.capital):
        return found
    common = agreement(word, adjective=False)
    if common and word.lemma("subst") in BEARERS | HEADS | CLASSES.keys():
        return common
    cases = next((c for end, c in ENDINGS.items() if word.text.endswith(end)), CASES)
    return frozenset(t for t in UNKNOWN if t[0] in cases)


def _genders(agree: Agreement) -> frozenset[str]:
    return frozenset(g for _, _, g in agree) or GENDERS


def _bears_names(word: Word) -> bool:
    """Whether a common noun of a thing may have its name behind it: "port Gdynia"."""
    nouns = [r for r in word.readings if r.pos == "subst"]
    return any(r.lemma[:1].islower() and "m1" not in r.genders for r in nouns)


def _governs(word: Word) -> bool:
    """Whether a word is a preposition to a reader of today."""
    return word.has("prep") and word.lower not in NEVER_PREPOSITIONS


class Chunker:
    """Cuts a sentence into phrases, left to right.

    `fixed` maps the first word of a date or a quantity to its end and kind; a preposition before
    it belongs to it, and so does the noun that a quantity counts. `names` maps the first word of a
    name to its end, and to whether it is written in its dictionary form: a name is one word to the
    grammar.
    """

    def __init__(
        self,
        words: Sequence[Word],
        fixed: Mapping[int, tuple[int, str]],
        names: Mapping[int, tuple[int, bool]],
    ) -> None:
        """Take the words of a text and what in it is already read."""
        self.words = words
        self.fixed = fixed
        self.names = names

    def chunk(self, first: int, last: int, verb: int = -1) -> list[Phrase]:
        """Cut words [first, last) into phrases; the word at `verb` is a verb and nothing else."""
        out: list[Phrase] = []
        i = first
        while i < last:
            if i == verb:
                phrase = Phrase("verb", i, i + 1, i)
            else:
                end = verb if i < verb else last
                phrase = self._phrase(i, end, out[-1] if out else None)
            out.append(phrase)
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
            and not self.words[i].capital
        ]
        return found[0] if len(found) == 1 else -1

    def _phrase(self, i: int, last: int, before: Phrase | None) -> Phrase:
        w = self.words[i]
        leads = i not in self.fixed and i + 1 in self.fixed and _governs(w)
        at = i + 1 if leads else i
        if at in self.fixed:
            stop, kind = self.fixed[at]
            if kind == "quantity":
                if stop < last and self.words[stop].lower in CURRENCIES:
                    return Phrase(kind, i, stop + 1, stop)
                noun = self.noun_phrase(stop, last, CASES) if stop < last else None
                return Phrase(
                    kind, i, noun.last if noun else stop, noun.head if noun else stop,
                    noun.agree if noun else NONE,
                )  # fmt: skip
            return Phrase(kind, i, stop, at)
        if not w.alpha:
            ordinal = w.digit and i + 2 < last and self.words[i + 1].text == "."
            phrase = self.noun_phrase(i, last, CASES - {"voc"}) if ordinal else None
            return phrase or Phrase("num" if w.digit else "point", i, i + 1, i)
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
        if _governs(w) and not (w.capital and w.labelled("nazwisko") and i in self.names):
            governed = frozenset(c for r in w.readings if r.pos == "prep" for c in r.cases)
            inner = self.noun_phrase(i + 1, last, governed) if i + 1 < last else None
            if inner:
                return Phrase("pp", i, inner.last, inner.head, inner.agree)
            if not w.has("conj"):
                return Phrase("prep", i, i + 1, i)
        if w.has(*FINITE) and w.lower not in NEVER_VERBS and not (w.capital and i in self.names):
            free = not w.has(*NOMINAL) or (
                before is not None and before.kind in {"np", "adv", "se", "quantity"}
            )
            if free:
                return Phrase("verb", i, i + 1, i)
        return self._other(i, last)

    def _other(self, i: int, last: int) -> Phrase:
        w = self.words[i]
        kind = ""
        if w.lower == "się":
            kind = "se"
        elif w.has("inf"):
            kind = "inf"
        elif w.has("pcon", "pant") and not w.has(*NOMINAL):
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
        if w.has(*ADJECTIVAL):
            return Phrase("adj", i, i + 1, i, agreement(w, adjective=True))
        if w.has(*FINITE) and w.lower not in NEVER_VERBS:
            return Phrase("verb", i, i + 1, i)
        return Phrase("adv" if w.has("adv", "part") else "other", i, i + 1, i)

    def _noun(self, i: int) -> tuple[Agreement, int]:
        """Return what a noun or a name at word i agrees with, and its end."""
        words = self.words
        stop, plain = self.names.get(i, (i + 1, True))
        w = words[i]
        if stop == i + 1 and _governs(w) and not w.capital:
            return NONE, stop
        if stop == i + 1 and w.readings:
            return agreement(w, adjective=False), stop
        if stop == i + 1 and not w.capital:
            return NONE, stop
        common = NONE
        for part in words[i:stop]:
            agrees = _in_name(part)
            common = (common & agrees or common) if common else agrees
        if not plain:
            return frozenset(t for t in common if t[0] != "nom") or common, stop
        if not w.readings and words[stop - 1].text[-1].lower() not in VOWELS:
            # A foreign name that ends in a consonant takes an ending in every other case.
            return frozenset(t for t in UNKNOWN if t[0] == "nom" or t[::2] == ("acc", "m3")), stop
        if not (w.readings and _in_name(w)):
            common |= frozenset(t for t in UNKNOWN if t[0] == "nom" and t[2] in _genders(common))
        return common, stop

    def noun_phrase(
        self, i: int, end: int, allowed: frozenset[str], depth: int = 0
    ) -> Phrase | None:
        """Parse the longest noun phrase at word i in one of the allowed cases."""
        words = self.words
        start = i
        agree: Agreement | None = None
        while i + 2 < end and words[i].digit and words[i + 1].text == "." and i not in self.fixed:
            if not words[i + 2].alpha:
                return None
            i += 2
        if words[i].lower in OWNERS and i + 1 < end and words[i + 1].alpha:
            i += 1
        if words[i].has("num") and i not in self.fixed and not words[i].has("adj"):
            return self._numbered(start, i, end, allowed, depth)
        while i < end and i not in self.names:
            w = words[i]
            pronoun = w.has("ppron3", "ppron12", "siebie") and not w.has(*NOMINAL)
            if not w.alpha or pronoun or i in self.fixed:
                return None
            adjective = frozenset(t for t in agreement(w, adjective=True) if t[0] in allowed)
            both = adjective if agree is None else adjective & agree
            if not both and w.has("adv") and i + 2 < end and words[i + 1].has(*ADJECTIVAL):
                i += 1
                continue
            if not both or i + 1 >= end or i + 1 in self.fixed:
                break
            following = self._noun(i + 1)[0] | agreement(words[i + 1], adjective=True)
            if not both & following:
                break
            agree = both
            i += 1
        if i >= end or i in self.fixed:
            return None
        noun, stop = self._noun(i)
        noun = frozenset(t for t in noun if t[0] in allowed)
        if agree is not None:
            noun &= agree
        if not noun and words[i].capital and i in self.names:
            noun = frozenset(t for t in agreement(words[i], adjective=True) if t[0] in allowed)
        if not noun or stop > end:
            return None
        return self._tail(start, i, stop, end, noun, depth)

    def _numbered(
        self, start: int, i: int, end: int, allowed: frozenset[str], depth: int
    ) -> Phrase | None:
        """Parse "wielu miast", "kilka osób": a numeral agrees, or governs the genitive."""
        if i + 1 >= end:
            return None
        inner = self.noun_phrase(i + 1, end, CASES, depth + 1)
        if inner is None:
            return None
        cases = {c for r in self.words[i].readings if r.pos == "num" for c in r.cases}
        agree = {t for t in inner.agree if t[0] in cases & allowed and t[1] == "pl"}
        if "gen" in inner.cases:
            governing = cases & {"nom", "acc"} & allowed
            agree |= {(c, "sg", "n") for c in governing}
        return Phrase("np", start, inner.last, inner.head, frozenset(agree)) if agree else None

    def _tail(
        self, start: int, head: int, i: int, end: int, agree: Agreement, depth: int
    ) -> Phrase:
        """Take what follows a noun: adjectives, names in apposition, a quotation, genitives."""
        words = self.words
        while i < end and depth < 4 and i not in self.fixed:
            w = words[i]
            if not w.alpha:
                close = self.closing_quote(i, end)
                if not close:
                    break
                i = close + 1
                continue
            if w.lower in ABBREVIATED and i + 2 < end and words[i + 1].text == ".":
                inner = self.noun_phrase(i + 2, end, CASES, depth + 1)
                if inner is None:
                    break
                i = inner.last
                continue
            noun, stop = self._noun(i)
            if i in self.names and stop <= end:
                if words[i - 1].lemma("subst") in NAMING or words[i - 1].lemma("subst") in CLASSES:
                    i = stop
                    continue
                human = any("m1" in r.genders for r in words[head].readings if r.pos == "subst")
                fits = agreement(words[i], adjective=True) & agree or (human and noun & agree)
                if not fits and self._opens_clause(i, stop, end, head, agree):
                    break
                bears = self.names[i][1] and head not in self.names and _bears_names(words[head])
                if bears and not words[i].labelled("imię"):
                    i = stop
                    continue
                if noun & agree and (
                    not words[i].readings or words[i - 1].capital or head not in self.names
                ):
                    agree, i = noun & agree, stop
                    continue
            else:
                adjective = agreement(w, adjective=True) & agree
                if adjective and not w.has(*FINITE) and not w.capital:
                    agree, i = adjective, i + 1
                    continue
            if w.lower == "się" and words[i - 1].has("ger", "pact"):
                i += 1
                continue
            if w.has(*FINITE) and not w.capital and not w.has(*NOMINAL):
                break
            if w.lower in ADVERBS or (w.has("prep", "conj") and not w.capital):
                break
            tail = self.noun_phrase(i, end, GENITIVE, depth + 1)
            if tail is None:
                break
            i = tail.last
        return Phrase("np", start, i, head, agree)

    def _opens_clause(self, i: int, stop: int, end: int, head: int, agree: Agreement) -> bool:
        """Whether a name in its dictionary form is the subject of the verb behind it.

        In "port Gdynia kupił" the verb agrees with the noun, in "wniosek Gdynia złożyła" with the
        name; where it agrees with both, a noun for what bears a name has it beside it.
        """
        if stop >= end or not self.names[i][1]:
            return False
        after = self.words[stop]
        if after.lower in {"nie", "się"} and stop + 1 < end:
            after = self.words[stop + 1]
        if not after.has(*FINITE) or after.has(*NOMINAL) or self.words[i - 1].capital:
            return False
        verb = next(r for r in after.readings if r.pos in FINITE)
        noun, name = (
            any(
                c == "nom" and n in verb.number and (not verb.genders or g in verb.genders)
                for c, n, g in found
            )
            for found in (agree, self._noun(i)[0])
        )
        if noun and not name:
            return False
        if noun and name and self.words[head].lemma("subst") in BEARERS:
            return False
        last = self.words[stop - 1].text
        genders = {g for r in after.readings if r.pos == "praet" for g in r.genders}
        foreign = last[-1].lower() not in VOWELS and not last.isupper()
        return not (foreign and genders and "m1" not in genders)

    def closing_quote(self, i: int, end: int) -> int:
        """Return the mark that closes a short quotation without a verb, opened at i, or 0."""
        words = self.words
        if words[i].text not in '"„»«':
            return 0
        for k in range(i + 2, min(end, i + 2 + LONGEST_QUOTE)):
            if words[k].text in '"”»«':
                inner = words[i + 1 : k]
                spoken = any(w.has("fin", "praet") and not w.has(*NOMINAL) for w in inner)
                return 0 if spoken and not inner[0].capital else k
        return 0


def noun_phrase(words: Sequence[Word], i: int, end: int, allowed: frozenset[str]) -> Phrase | None:
    """Parse the longest noun phrase at word i, of words alone."""
    return Chunker(words, {}, {}).noun_phrase(i, end, allowed)
