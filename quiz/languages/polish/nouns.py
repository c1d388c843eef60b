"""Noun phrases by agreement and government, names and all; no statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.languages.polish.morph import ADJECTIVAL, CASES, FINITE, NOMINAL
from quiz.languages.polish.phrases import (
    NONE,
    UNKNOWN,
    Agreement,
    Phrase,
    agreement,
    bears_names,
    fits_verb,
    genders_of,
    governs,
    in_name,
    within,
)
from quiz.languages.polish.tables import ADVERBS, BEARERS, CLASSES, HONORIFICS, NAMING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.languages.polish.morph import Word

INSTRUMENTAL = frozenset({"inst"})
GENITIVE = frozenset({"gen"})
LONGEST_QUOTE = 8
ROMAN = frozenset("IVXLC")
VOWELS = frozenset("aąeęioóuy")
OWNERS = frozenset({"jego", "jej", "ich"})
ABBREVIATED = frozenset({"ds", "ws", "im", "św"})


class Bearer(NamedTuple):
    """A name as the grammar sees it: one word, which ends at `last`.

    `plain` tells that it is written in its dictionary form, `sure` that this is certain, `person`
    that somebody bears it.
    """

    last: int
    plain: bool = True
    sure: bool = True
    person: bool = False


class Nouns:
    """Parses the noun phrases of a text.

    `fixed` maps the first word of a date or a quantity to its end and kind: no phrase runs into
    it. `names` maps the first word of a name to what the grammar knows of it.
    """

    def __init__(
        self,
        words: Sequence[Word],
        fixed: Mapping[int, tuple[int, str]],
        names: Mapping[int, Bearer],
    ) -> None:
        """Take the words of a text and what in it is already read."""
        self.words = words
        self.fixed = fixed
        self.names = names
        self._nouns: dict[int, tuple[Agreement, int]] = {}

    def noun(self, i: int) -> tuple[Agreement, int]:
        """Return what a noun or a name at word i agrees with, and its end."""
        found = self._nouns.get(i)
        if found is None:
            found = self._nouns[i] = self._noun(i)
        return found

    def _noun(self, i: int) -> tuple[Agreement, int]:
        words = self.words
        stop, plain, _, person = self.names.get(i) or Bearer(i + 1)
        w = words[i]
        if stop == i + 1 and governs(w) and not w.capital:
            return NONE, stop
        if stop == i + 1 and w.readings:
            return agreement(w, adjective=False), stop
        if stop == i + 1 and not w.capital:
            return NONE, stop
        if words[stop - 1].digit:
            return UNKNOWN, stop  # "Nord Stream 2" is never inflected
        common = NONE
        for part in words[i:stop]:
            if set(part.text) <= ROMAN and stop > i + 1:
                continue  # "XXII Letnie Igrzyska", "Benedykt XVI"
            agrees = in_name(part)
            if not person and part is w:
                agrees |= agreement(w, adjective=False)  # "Rada", before some surname
            common = (common & agrees or common) if common else agrees
        if not plain:
            return frozenset(t for t in common if t[0] != "nom") or common, stop
        if not w.readings and words[stop - 1].text[-1].lower() not in VOWELS:
            # A foreign name that ends in a consonant takes an ending in every other case.
            return frozenset(t for t in UNKNOWN if t[0] == "nom" or t[::2] == ("acc", "m3")), stop
        if not any(t[0] == "nom" for t in common):
            # "Związek" is a union before it is a form of some surname.
            common |= frozenset(t for t in agreement(w, adjective=False) if t[0] == "nom")
        if not (w.readings and in_name(w)):
            common |= frozenset(t for t in UNKNOWN if t[0] == "nom" and t[2] in genders_of(common))
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
        if (compound := self.compound(i, end)) and compound < end:
            agree = within(agreement(words[i + 2], adjective=True), allowed)
            i = compound
        if "num" in words[i].poses and i not in self.fixed and "adj" not in words[i].poses:
            return self._numbered(start, i, end, allowed, depth)
        while i < end and (i not in self.names or self._attribute(i, end)):
            w = words[i]
            pronoun = w.has("ppron3", "ppron12", "siebie") and not w.poses & NOMINAL
            if not w.alpha or pronoun or i in self.fixed:
                return None
            adjective = within(agreement(w, adjective=True), allowed)
            both = adjective if agree is None else adjective & agree
            if not both and "adv" in w.poses and i + 2 < end and words[i + 1].poses & ADJECTIVAL:
                i += 1
                continue
            if not both or i + 1 >= end or i + 1 in self.fixed:
                break
            following = self.noun(i + 1)[0] | agreement(words[i + 1], adjective=True)
            if not both & following:
                break
            agree = both
            i += 1
        if i >= end or i in self.fixed:
            return None
        noun, stop = self.noun(i)
        noun = within(noun, allowed)
        if agree is not None:
            noun &= agree
        if not noun and words[i].capital and i in self.names:
            noun = within(agreement(words[i], adjective=True), allowed)
        if not noun or stop > end:
            return None
        return self._tail(start, i, stop, end, noun, depth)

    def titled(self, i: int, end: int) -> int:
        """Return where the name begins behind abbreviated titles, "gen. dyw. Jan Kos"; else i."""
        at = i
        while at + 2 < end and self.words[at].lower in HONORIFICS:
            at += 1 + (self.words[at + 1].text == ".")
        return at if at in self.names and self.names[at].person else i

    def compound(self, i: int, end: int) -> int:
        """Return the end of an adjective that begins with a number, "43-letni", or 0."""
        words = self.words
        if not words[i].digit or i + 2 >= end or words[i + 1].text not in "-–":
            return 0
        tight = words[i].end == words[i + 1].start and words[i + 1].end == words[i + 2].start
        return i + 3 if tight and words[i + 2].has(*ADJECTIVAL) else 0

    def _attribute(self, i: int, end: int) -> bool:
        """Whether a country's name is the adjective of a noun: "Polska misja"."""
        words = self.words
        if self.names[i].last != i + 1 or i + 1 >= end or words[i + 1].capital:
            return False
        adjective = agreement(words[i], adjective=True)
        return bool(adjective & agreement(words[i + 1], adjective=False))

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
                if w.text == "/" and i + 1 < end and words[i - 1].end == words[i + 1].start - 1:
                    i += 2
                    continue
                close = self.closing_quote(i, end)
                after = (
                    self.noun_phrase(i, end, GENITIVE, depth + 1) if self.compound(i, end) else None
                )
                if not close and after is None:
                    break
                i = after.last if after is not None else close + 1
                continue
            if w.lower in ABBREVIATED and i + 2 < end and words[i + 1].text == ".":
                inner = self.noun_phrase(i + 2, end, CASES, depth + 1)
                if inner is None:
                    break
                i = inner.last
                continue
            noun, stop = self.noun(i)
            if i in self.names and stop <= end:
                if words[i - 1].lemma("subst") in NAMING or words[i - 1].lemma("subst") in CLASSES:
                    i = stop
                    continue
                human = any("m1" in r.genders for r in words[head].readings if r.pos == "subst")
                fits = agreement(words[i], adjective=True) & agree or (human and noun & agree)
                if not fits and self._opens_clause(i, stop, end, head, agree):
                    break
                name = self.names[i]
                bears = name.plain and head not in self.names and bears_names(words[head])
                if bears and not name.person and not words[i].labelled("imię"):
                    i = stop
                    continue
                # "premier Estonii": a country stands beside no person as his name.
                apposed = not human or name.person
                if (
                    apposed
                    and noun & agree
                    and (not words[i].readings or words[i - 1].capital or head not in self.names)
                ):
                    agree, i = noun & agree, stop
                    continue
            else:
                adjective = agreement(w, adjective=True) & agree
                if adjective and not w.poses & FINITE and not w.capital:
                    agree, i = adjective, i + 1
                    continue
            if w.lower == "się" and words[i - 1].has("ger", "pact"):
                i += 1
                continue
            if w.poses & FINITE and not w.capital and not w.poses & NOMINAL:
                break
            if w.lower in ADVERBS or (w.has("prep", "conj") and not w.capital):
                break
            if head in self.names and not w.capital and i == self.names[head].last:
                break  # "w Wilnie przywódcy państw": no town has leaders behind its name
            if words[i - 1].has("ger") and not agreement(w, adjective=False) & agree:
                # "zakażenie koronawirusem": a noun of action keeps its verb's complement.
                by = self.noun_phrase(i, end, INSTRUMENTAL, depth + 1)
                if by is not None:
                    i = by.last
                    continue
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
        if stop >= end or not (self.names[i].plain and self.names[i].sure):
            return False
        after = self.words[stop]
        if after.lower in {"nie", "się"} and stop + 1 < end:
            after = self.words[stop + 1]
        if not after.poses & FINITE or after.poses & NOMINAL or self.words[i - 1].capital:
            return False
        verb = next(r for r in after.readings if r.pos in FINITE)
        noun, name = fits_verb(agree, verb), fits_verb(self.noun(i)[0], verb)
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
    return Nouns(words, {}, {}).noun_phrase(i, end, allowed)
