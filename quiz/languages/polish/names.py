"""Names in a text: persons with all their forms, places, organisations, other names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.languages.polish.bases import Bases
from quiz.languages.polish.kinds import LOCAL, TITLES, Kinds
from quiz.languages.polish.mentions import (
    BODIES,
    NAME_LABELS,
    agree,
    common,
    given,
    personal,
    runs,
)
from quiz.languages.polish.morph import ADJECTIVAL, CASES, NOMINAL
from quiz.languages.polish.persons import Candidate, Person, Persons, candidates
from quiz.languages.polish.phrases import governed
from quiz.languages.polish.tables import ROLES, SAY, TOWNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.morph import Morphology, Word
    from quiz.languages.protocol import Sentence

_JOINTS = frozenset({"i", "oraz", "ds", "w"})


@dataclass(frozen=True, slots=True)
class Name:
    """A mention: words [first, last), its kind, its base form, gender and sentence.

    `kind` is person, surname (one that no full name in the text bears), place, organisation,
    thing, or people (of a nation, which is no name of one thing). `sure` says that the base form
    is certainly the nominative; `cases` are those a person's mention may stand in.
    """

    first: int
    last: int
    kind: str
    base: str
    gender: str
    sentence: int
    sure: bool = True
    cases: frozenset[str] = CASES


class Names:
    """Every name of a document, persons linked by surname, acronyms to what they stand for."""

    def __init__(
        self,
        words: Sequence[Word],
        sentences: Sequence[Sentence],
        morphology: Morphology,
        text: str,
    ) -> None:
        """Classify the runs of capitals: what is certain first, then what repeats it."""
        self._words, self._morphology, self._text = words, morphology, text
        self._spans: list[tuple[Sentence, int, int]] = []
        found = [(s, a, b) for s in sentences for a, b in runs(words, s)]
        capitals = [w.capital and w.alpha for w in words] + [False]
        alone = {
            w.text for i, w in enumerate(words)
            if capitals[i] and not capitals[i + 1] and not (i and capitals[i - 1])
        }  # fmt: skip
        for s, a, b in found:
            if self._spans and a < self._spans[-1][2]:
                continue
            if self._meet(s, a, b) and words[b - 1].text in alone:
                self._spans += [(s, a, b - 1), (s, b - 1, b)]
                continue
            numbered = (i + 1 for i in range(a + 1, b - 1) if words[i].digit)
            cut = next((i for i in numbered if given(words[i])), 0)
            if cut:
                self._spans += [(s, a, cut), (s, cut, b)]  # "powiedział w TVN24 Jan Kos"
            else:
                self._spans.append((s, a, self._extended(a, b, s)))
        self.aliases: dict[str, str] = {}
        self._kinds = Kinds(words, text)
        self._persons = Persons()
        self._readings: dict[int, list[Candidate]] = {}
        self._every: dict[int, list[Candidate]] = {}
        self._bases = Bases(words, text, morphology, self._spans, self._kinds)
        kinds = [self._kinds.certain(s, a, b) for s, a, b in self._spans]
        self._told = self._kinds.tell(self._spans, kinds)
        for (s, a, b), kind in zip(self._spans, kinds, strict=True):
            self._gather(s, a, b, kind)
        self._persons.settle()
        self.names: list[Name] = [
            self._name(s, a, b, kind) for (s, a, b), kind in zip(self._spans, kinds, strict=True)
        ]
        self.names += [n for s in sentences if (n := self._first(s))]
        self.names.sort(key=lambda n: n.first)
        self._link_acronyms()

    def _meet(self, s: Sentence, a: int, b: int) -> bool:
        """Whether a name that a preposition governs and the one after it could stand in one run.

        "w meczu z Memphis Grizzlies Hunter zdobył": no given name opens the run, and behind a
        preposition nobody's whole name would stand in the nominative.
        """
        words = self._words
        led = a > s.first and words[a - 1].has("prep")
        given = any("imię" in r.labels for r in words[a].readings)
        last = words[b - 1].readings
        surname = all(r.lemma[:1].islower() or "nazwisko" in r.labels for r in last)
        return led and b - a > 2 and not given and surname

    def _extended(self, a: int, b: int, s: Sentence) -> int:
        """Return where an institution's name ends: "Centrum Kontroli i Zapobiegania Chorobom"."""
        words = self._words
        if not any(r.lemma in BODIES for w in words[a:b] for r in w.readings):
            return b
        while b + 1 < s.last and words[b].lower in _JOINTS:
            nxt = b + 1 + (words[b + 1].text == ".")
            if nxt >= s.last:
                break
            w = words[nxt]
            cases = {"loc"} if words[b].lower == "w" else {"gen"}
            fitting = any(
                r.cases & cases and r.pos in {"subst", "ger", "adj"} and r.lemma[:1].islower()
                for r in w.readings
            )
            town = words[b].lower == "w" and any(r.lemma in TOWNS for r in w.readings)
            if (
                not (w.capital and w.alpha and fitting)
                or town
                or any(r.lemma in BODIES or r.lemma in ROLES for r in w.readings)
            ):
                break
            b = nxt + 1
            while (
                b < s.last
                and words[b].capital
                and any(r.lemma[:1].islower() for r in words[b].readings)
            ):
                b += 1
        return b

    def _allowed(self, s: Sentence, a: int, b: int) -> frozenset[str]:
        """Return the cases the words around a name let it stand in."""
        words = self._words
        before = words[a - 1] if a > s.first else None
        if before is None or before.text in ',"„–—' or before.has("comp"):
            spoken = b < s.last and words[b].has("praet", "fin") and not words[b].has("subst")
            if spoken:
                return frozenset({"nom"})
        if before is None:
            return CASES - {"voc"}
        if before.has("prep") and not before.capital:
            return governed(before)
        if before.has(*ADJECTIVAL) and not before.has(*NOMINAL, "prep", "conj"):
            return (
                frozenset(c for r in before.readings if "sg" in r.number for c in r.cases) or CASES
            )
        title = [
            r
            for r in before.readings
            if r.pos == "subst" and r.lemma in TITLES and len(r.cases) < 6
        ]
        # "premier", "prezydent" of a woman are not inflected and tell no case of her name.
        if title and not any(len(r.cases) > 5 for r in before.readings):
            return frozenset(c for r in title if "sg" in r.number for c in r.cases) or CASES
        if any(r.lemma in SAY and r.pos in {"praet", "fin"} for r in before.readings):
            return frozenset({"nom", "dat"})
        if b + 1 < s.last and words[b].text == ",":
            after = words[b + 1]
            apposed = [
                r for r in after.readings
                if r.pos == "subst" and r.lemma in TITLES
                and "sg" in r.number and len(r.cases) < 6
            ]  # fmt: skip
            if apposed:
                return frozenset(c for r in apposed for c in r.cases)
        return CASES - {"voc"}

    def _gather(self, s: Sentence, a: int, b: int, kind: str) -> None:
        """Read the persons; a name alone only bears out a full one."""
        words = self._words
        surely = kind == "person"
        kind = kind or self._told.get(self._kinds.stem(a, b), "").removesuffix("?")
        alone = b - a == 1
        # A town's name may be a surname, too ("Górski"), and what only looks like a place a name.
        either = kind == "place" and alone and (personal(words[a]) or not words[a].readings)
        if kind not in {"person", ""} and not either:
            return
        if (not kind and not alone) or (alone and a == s.first and common(words[a])):
            return
        every = candidates(words[a:b], CASES - {"voc"})
        if not every:
            return
        fitting = candidates(words[a:b], self._allowed(s, a, b))
        # A reading that fits its place only by a far-fetched paradigm does not fit it.
        best, second = (max((c.weight for c in f), default=-1.0) for f in (every, fitting))
        found = fitting if best - second < 0.25 else every
        self._every[a], self._readings[a] = every, found
        if surely or (kind == "person" and not alone):
            self._persons.add(found)
        else:
            self._persons.support(found)

    def _name(self, s: Sentence, a: int, b: int, kind: str) -> Name:
        words = self._words
        told = self._told.get(self._kinds.stem(a, b), "")
        head = words[a]
        lead = words[a - 1].lower if a > s.first else ""
        if kind == "place" and a in self._readings and lead not in LOCAL:
            meant = self._meant(a, alone=True)
            kind = "person" if meant and " " in meant.base else kind
        if kind in {"", "person"} and a in self._readings:
            person = self._meant(a, alone=b - a == 1)
            if person and (kind == "person" or told in {"", "person", "place?"}):
                plain = self._kinds.join(a, b) == person.base
                told_by_verb = self._verb_gender(a, b, s) if plain or not person.sure else ""
                gender = told_by_verb or person.gender or self._verb_gender(a, b, s)
                cases = frozenset(
                    c
                    for r in self._readings[a]
                    if r.base in {person.base, person.base.rsplit(" ", 1)[-1]} or b - a == 1
                    for c in r.cases
                    if not gender or r.gender == gender
                )
                return Name(
                    a, b, "person", person.base, gender, s.number, person.sure, cases or CASES
                )
        kind = kind or told.rstrip("?")
        if kind == "person":
            found = self._readings.get(a) or candidates(words[a:b], CASES)
            if found:
                likely = max(found, key=lambda c: c.weight)
                return Name(a, b, "person", likely.base, likely.gender, s.number, sure=False)
            kind = "thing"  # its words agree in no case: two names, or none
        if (
            not kind
            and b - a == 1
            and any(r.labels & NAME_LABELS and r.lemma[:1].isupper() for r in head.readings)
            and not any(r.lemma[:1].islower() for r in head.readings)
        ):
            found = self._readings.get(a) or candidates(words[a:b], CASES)
            best = max(found, key=lambda c: (c.weight, "nom" in c.cases), default=None)
            if best:
                return Name(a, b, "surname", best.base, best.gender, s.number, sure=False)
        if not kind:
            kind = "thing"
        base, gender, sure = self._bases.base(a, b, kind, self._place_cases(s, a))
        return Name(a, b, kind, base, gender, s.number, sure)

    def _first(self, s: Sentence) -> Name | None:
        """Return whom the first word of a sentence means, where it is a common word as well.

        "Górski" alone may begin any sentence; beside a Jan Górski it is he, unless a noun follows
        that it describes.
        """
        words, a = self._words, s.first
        w = words[a]
        if any(x <= a < y for _, x, y in self._spans) or not w.capital:
            return None
        if a + 1 < s.last and (words[a + 1].capital or agree(w, words[a + 1])):
            return None
        borne = [p for p in self._persons.known.values() if p.base.endswith(f" {w.text}")]
        if len(borne) == 1 and borne[0].gender and w.has("adj"):
            nom = frozenset({"nom"})  # "Nawalny" is an adjective for the dictionary alone
            return Name(a, a + 1, "person", *borne[0][:2], s.number, borne[0].sure, nom)
        if not personal(w):
            return None
        found = [c for c in candidates(words[a : a + 1], CASES - {"voc"}) if c.weight >= 0.5]
        person = self._persons.meant(found, alone=True) if found else None
        if person is None or " " not in person.base:
            return None
        cases = frozenset(c for r in found for c in r.cases)
        return Name(a, a + 1, "person", person.base, person.gender, s.number, person.sure, cases)

    def _meant(self, a: int, *, alone: bool) -> Person | None:
        """Return whom a mention means in the cases its place wants, else in any case."""
        found = self._persons.meant(self._readings[a], alone=alone)
        return found or (self._persons.meant(self._every[a], alone=True) if alone else None)

    def _place_cases(self, s: Sentence, a: int) -> frozenset[str]:
        before = self._words[a - 1] if a > s.first else None
        if before is not None and before.has("prep") and not before.capital:
            return governed(before)
        return CASES - {"voc"}

    def _verb_gender(self, a: int, b: int, s: Sentence) -> str:
        for k in (b, a - 1):
            if s.first <= k < s.last:
                for r in self._words[k].readings:
                    if r.pos == "praet" and "sg" in r.number:
                        return "f" if "f" in r.genders else "m1" if "m1" in r.genders else ""
        return ""

    def _link_acronyms(self) -> None:
        """Link an acronym in brackets to the name before it: "… Organizacja Zdrowia (WHO)"."""
        words = self._words
        for one, other in zip(self.names, self.names[1:], strict=False):
            short = words[other.first].text
            if (
                other.first == one.last + 1
                and words[one.last].text == "("
                and other.last < len(words)
                and words[other.last].text == ")"
                and other.last - other.first == 1
                and short.isupper()
                and one.kind in {"organisation", "thing"}
                and one.last - one.first > 1
            ):
                self.aliases[short] = one.base
