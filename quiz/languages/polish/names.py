"""Names in a text: persons with all their forms, places, organisations, other names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.languages.polish.mentions import (
    COMPANIES_KNOWN,
    COMPANY_ENDINGS,
    FAMILY_FIRST,
    NAME_LABELS,
    POSTS,
    common,
    geographic,
    given,
    nation,
    personal,
    runs,
)
from quiz.languages.polish.morph import CASES
from quiz.languages.polish.nominative import nominative
from quiz.languages.polish.persons import Candidate, Persons, candidates
from quiz.languages.polish.tables import (
    CLASSES,
    COMPANIES,
    COUNTRIES,
    COUNTRY_NAMES,
    HEADS,
    PEOPLE_NOUNS,
    ROLES,
    SAY,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.morph import Morphology, Word
    from quiz.languages.protocol import Sentence

_JOINTS = frozenset({"i", "oraz", "ds", "w"})
_LOCAL = frozenset({"w", "we", "do", "z", "ze", "na", "pod", "koło", "nad"})
_TITLES = ROLES.keys() | PEOPLE_NOUNS | POSTS
_QUOTES = frozenset('„"«')


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
        for s in sentences:
            for a, b in runs(words, s):
                if not self._spans or a >= self._spans[-1][2]:
                    self._spans.append((s, a, self._extended(a, b, s)))
        self.aliases: dict[str, str] = {}
        self._company = any(w.lemma() in COMPANIES for w in words)
        self._persons = Persons()
        self._readings: dict[int, list[Candidate]] = {}
        kinds = [self._certain(s, a, b) for s, a, b in self._spans]
        self._told = self._tell(kinds)
        for (s, a, b), kind in zip(self._spans, kinds, strict=True):
            self._gather(s, a, b, kind)
        self._persons.settle()
        self.names: list[Name] = [
            self._name(s, a, b, kind) for (s, a, b), kind in zip(self._spans, kinds, strict=True)
        ]
        self._link_acronyms()

    def _join(self, a: int, b: int) -> str:
        return self._text[self._words[a].start : self._words[b - 1].end]

    def _extended(self, a: int, b: int, s: Sentence) -> int:
        """Return where an institution's name ends: "Centrum Kontroli i Zapobiegania Chorobom"."""
        words = self._words
        if not any(r.lemma in HEADS for w in words[a:b] for r in w.readings):
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
            if not (w.capital and w.alpha and fitting) or any(
                r.lemma in HEADS or r.lemma in ROLES for r in w.readings
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

    def _before(self, a: int, s: Sentence) -> Word | None:
        """Return the word before a name, past an opening quotation mark or a dot."""
        words = self._words
        k = a - 1
        while k >= s.first and (words[k].text in _QUOTES or words[k].text == "."):
            k -= 1
        return words[k] if k >= s.first else None

    def _certain(self, s: Sentence, a: int, b: int) -> str:
        """Return what kind of name words [a, b) surely are by themselves or what is beside them."""
        words = self._words
        head, text = words[a], self._join(a, b)
        before = self._before(a, s)
        lemmas = {r.lemma for r in before.readings} if before else set()
        if COUNTRIES.get(text, text) in COUNTRY_NAMES or (b - a == 1 and self._country(head)):
            return "place"
        if words[b - 1].text.isdigit():
            return "thing"
        if (
            any(r.lemma in HEADS for w in words[a:b] for r in w.readings)
            and not head.text.isdigit()
        ):
            return "organisation"
        if b - a > 1 and words[b - 1].text in COMPANY_ENDINGS:
            return "organisation"
        if head.text.rstrip("aemu") in COMPANIES_KNOWN or head.text in COMPANIES_KNOWN:
            return "organisation"
        quoted = a > s.first and words[a - 1].text in _QUOTES
        quoted = quoted and (b - a == 1 or (b < s.last and words[b].text in '"”»'))
        if b - a == 1 and re.match(r"[A-Z]\w{0,2}[A-Z]\w?$", head.text) and not head.text.isupper():
            return "organisation"
        first_name = given(head) and not (geographic(head) and not personal(words[a + 1]))
        if b - a >= 2 and first_name and not quoted:
            return "person"
        classes = lemmas & CLASSES.keys()
        if classes and not personal(head):
            return CLASSES[min(classes)]
        if b - a >= 2 and head.text in FAMILY_FIRST and not head.text.isupper():
            return "person"
        if b - a == 1 and nation(head) and not self._country(head):
            return "people"
        titles = lemmas & _TITLES
        if titles and not quoted and not geographic(head) and not head.text.isupper():
            return "" if common(head) else "person"
        if geographic(head):
            return "place"
        if any(
            "nazwa_organizacji" in r.labels or "nazwa_instytucji" in r.labels for r in head.readings
        ):
            return "organisation"
        if head.text.isupper() and 1 < len(head.text) < 7 and b - a == 1 and head.text.isalpha():
            return "organisation" if not set(head.text) <= set("IVX") else ""
        if all(w.text.isupper() and w.text.isalpha() and len(w.text) > 1 for w in words[a:b]):
            return "organisation"
        if not quoted and not common(head) and b - a <= 3 and self._speaks(s, a, b):
            return "person"
        if b < s.last - 1 and not common(head) and self._apposed(s, b):
            return "person"
        if b - a > 1 and not head.readings and not quoted and self._after_office(s, a):
            return "person"
        return ""

    def _country(self, word: Word) -> bool:
        return any(r.lemma in COUNTRY_NAMES for r in word.readings)

    def _speaks(self, s: Sentence, a: int, b: int) -> bool:
        """Whether a verb of saying, singular and past, stands beside a name."""
        near = [self._words[k] for k in (b, a - 1) if s.first <= k < s.last]
        said = any(
            r.lemma in SAY and r.pos in {"praet", "fin"} and "sg" in r.number
            for w in near
            for r in w.readings
        )
        head = self._words[a]
        unknown = not head.readings and not self._company
        return said and (b - a > 1 or personal(head) or unknown)

    def _after_office(self, s: Sentence, a: int) -> bool:
        """Whether an office and what it is of stand before a name ("prezydent USA X Y")."""
        for k in range(a - 1, max(s.first - 1, a - 7), -1):
            w = self._words[k]
            if any(r.lemma in ROLES and r.pos == "subst" and "sg" in r.number for r in w.readings):
                return k < a - 1
            genitive = any("gen" in r.cases or not r.cases for r in w.readings)
            if (
                not w.alpha
                or w.has("prep", "conj", "comp", "praet", "fin")
                or not (genitive or w.capital)
            ):
                return False
        return False

    def _apposed(self, s: Sentence, b: int) -> bool:
        """Whether a comma and a word for a person in some role follow ("…, szef fundacji")."""
        words = self._words
        if words[b].text != "," or b + 1 >= s.last:
            return False
        return any(
            r.lemma in _TITLES and "nom" in r.cases and "sg" in r.number
            for r in words[b + 1].readings
        )

    def _tell(self, kinds: list[str]) -> dict[str, str]:
        """Return, for every run of unknown words, the kind that most of its mentions have."""
        votes: dict[str, Counter[str]] = {}
        local: dict[str, list[bool]] = {}
        for (s, a, b), kind in zip(self._spans, kinds, strict=True):
            key = self._stem(a, b)
            if kind and kind != "people":
                votes.setdefault(key, Counter())[kind] += 1
            lead = self._words[a - 1].lower if a > s.first else ""
            quoted = lead in _QUOTES
            local.setdefault(key, []).append(lead in _LOCAL and b - a == 1 and not quoted)
        told = {key: counter.most_common(1)[0][0] for key, counter in votes.items()}
        for key, places in local.items():
            if all(places):
                told.setdefault(key, "place?")
        return told

    def _stem(self, a: int, b: int) -> str:
        """Return what the forms of a name share: without the ending of its last word."""
        text = self._join(a, b)
        if len(text) > 5 and not self._words[b - 1].text.isupper():
            for ending in ("owi", "iem", "em", "ie", "a", "u", "y", "ę", "ą", "i"):
                if text.endswith(ending) and len(text) - len(ending) >= 4:
                    return text[: -len(ending)].rstrip("'’")
        return text

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
            return frozenset(c for r in before.readings if r.pos == "prep" for c in r.cases)
        title = [
            r
            for r in before.readings
            if r.pos == "subst" and r.lemma in _TITLES and len(r.cases) < 6
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
                if r.pos == "subst" and r.lemma in _TITLES
                and "sg" in r.number and len(r.cases) < 6
            ]  # fmt: skip
            if apposed:
                return frozenset(c for r in apposed for c in r.cases)
        return CASES - {"voc"}

    def _gather(self, s: Sentence, a: int, b: int, kind: str) -> None:
        """Read the persons; a name alone only bears out a full one."""
        words = self._words
        surely = kind == "person"
        kind = kind or self._told.get(self._stem(a, b), "")
        alone = b - a == 1
        if (
            kind not in {"person", ""}
            or (not kind and not alone)
            or (alone and a == s.first and common(words[a]))
        ):
            return
        found = candidates(words[a:b], CASES - {"voc"})
        fitting = candidates(words[a:b], self._allowed(s, a, b))
        if not found:
            return
        # A reading that fits its place only by a far-fetched paradigm does not fit it.
        best, second = (max((c.weight for c in f), default=-1.0) for f in (found, fitting))
        if best - second < 0.25:
            found = fitting
        self._readings[a] = found
        if surely or (kind == "person" and not alone):
            self._persons.add(found)
        else:
            self._persons.support(found)

    def _name(self, s: Sentence, a: int, b: int, kind: str) -> Name:
        words = self._words
        told = self._told.get(self._stem(a, b), "")
        head = words[a]
        if kind in {"", "person"} and a in self._readings:
            person = self._persons.meant(self._readings[a], alone=b - a == 1)
            if person and (kind == "person" or told in {"", "person", "place?"}):
                gender = person.gender or self._verb_gender(a, b, s)
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
            best = max(found, key=lambda c: c.weight, default=None)
            base = best.base if best else self._join(a, b)
            gender = best.gender if best else ""
            return Name(a, b, "person", base, gender, s.number, sure=False)
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
        base, gender, sure = self._base(a, b, kind, self._place_cases(s, a))
        return Name(a, b, kind, base, gender, s.number, sure)

    def _place_cases(self, s: Sentence, a: int) -> frozenset[str]:
        before = self._words[a - 1] if a > s.first else None
        if before is not None and before.has("prep") and not before.capital:
            return frozenset(c for r in before.readings if r.pos == "prep" for c in r.cases)
        return CASES - {"voc"}

    def _verb_gender(self, a: int, b: int, s: Sentence) -> str:
        for k in (b, a - 1):
            if s.first <= k < s.last:
                for r in self._words[k].readings:
                    if r.pos == "praet" and "sg" in r.number:
                        return "f" if "f" in r.genders else "m1" if "m1" in r.genders else ""
        return ""

    def _base(self, a: int, b: int, kind: str, cases: frozenset[str]) -> tuple[str, str, bool]:
        """Return the nominative of what is no person, its gender, and whether it is sure."""
        words, text = self._words, self._join(a, b)
        alias = COUNTRIES.get(text)
        if alias or text in COUNTRY_NAMES:
            return alias or text, "", True
        if b - a == 1:
            return self._word_base(words[a], kind, cases)
        heads = frozenset(
            r.lemma
            for w in words[a:b]
            for r in w.readings
            if r.lemma in HEADS or r.lemma in CLASSES
        )
        foreign = any(not w.readings for w in words[a:b] if w.alpha)
        if foreign and not heads:
            return self._unknown_base(a, b, text)
        lemmas = heads if kind == "organisation" or foreign else None
        found = nominative(self._morphology, self._text, words[a:b], cases, lemmas or None)
        if found:
            return COUNTRIES.get(found.text, found.text), found.gender, True
        if words[b - 1].text.isdigit() or not any(w.readings for w in words[a:b]):
            return self._unknown_base(a, b, text)
        return text, "", False

    def _unknown_base(self, a: int, b: int, text: str) -> tuple[str, str, bool]:
        """Return the shortest form of the same unknown name that the text has."""
        stem = self._stem(a, b)
        forms = {self._join(x, y) for _, x, y in self._spans if self._stem(x, y) == stem}
        bare = stem if stem in forms else min(forms | {text}, key=len)
        return bare, "", bare == stem or len(forms) > 1 or len(text) == len(stem)

    def _word_base(self, word: Word, kind: str, cases: frozenset[str]) -> tuple[str, str, bool]:
        if kind == "place":
            found = [
                r for r in word.readings if "nazwa_geograficzna" in r.labels and r.cases & cases
            ] or [r for r in word.readings if "nazwa_geograficzna" in r.labels]
            found.sort(key=lambda r: (r.lemma not in COUNTRY_NAMES, "nom" not in r.cases))
            if found:
                base = found[0].lemma
                unsure = len({r.lemma for r in found}) > 1 and base not in COUNTRY_NAMES
                return COUNTRIES.get(base, base), min(found[0].genders, default=""), not unsure
        if word.text.isupper():
            return word.text, "", True
        proper = [r for r in word.readings if r.pos == "subst" and r.cases & cases]
        if proper:
            best = min(
                proper,
                key=lambda r: (r.lemma[:1].islower(), "sg" not in r.number, "nom" not in r.cases),
            )
            if "nom" in best.cases:
                return word.text, min(best.genders, default=""), True
            base = best.lemma
            return base[0].upper() + base[1:], min(best.genders, default=""), True
        at = next((x for _, x, y in self._spans if self._words[x] is word), None)
        return (
            self._unknown_base(at, at + 1, word.text) if at is not None else (word.text, "", False)
        )

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
