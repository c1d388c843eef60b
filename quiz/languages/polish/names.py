"""Names in a text: persons with all their forms, places, organisations, other names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.languages.polish.tables import (
    CLASSES,
    COMPANIES,
    COUNTRIES,
    COUNTRY_NAMES,
    HEADS,
    NATIONS,
    NOT_NAMES,
    PARTICLES,
    PEOPLE_NOUNS,
    ROLES,
    SAY,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.morph import Reading, Word
    from quiz.languages.protocol import Sentence


@dataclass(frozen=True, slots=True)
class Name:
    """A mention: words [first, last), its kind, its base form, gender and sentence."""

    first: int
    last: int
    kind: str
    base: str
    gender: str
    sentence: int


def _is_name(r: Reading) -> bool:
    return bool(r.labels & {"imię", "nazwisko"})


def _geographic(word: Word) -> bool:
    return word.labelled("nazwa_geograficzna") and not word.labelled("imię")


def runs(words: Sequence[Word], sentence: Sentence) -> list[tuple[int, int]]:
    """Return the runs of capitalised words of a sentence."""
    out: list[tuple[int, int]] = []
    i = sentence.first
    while i < sentence.last:
        w = words[i]
        starts = (
            w.capital and w.alpha and w.lower not in NOT_NAMES and not w.has("prep", "conj", "comp")
        )
        if starts and (i == sentence.first or not words[i - 1].alpha):
            known = any(not r.lemma[:1].isupper() for r in w.readings) and not w.labelled("imię")
            follow = i + 1 < sentence.last and words[i + 1].capital and words[i + 1].alpha
            starts = (
                not known
                or w.text in COUNTRY_NAMES
                or bool(follow and w.text + " " + words[i + 1].text in COUNTRY_NAMES)
            )
        if not starts:
            i += 1
            continue
        j = i + 1
        while j < sentence.last:
            w = words[j]
            gap = words[j - 1]
            if w.capital and w.labelled("imię") and _geographic(gap):
                break
            if (w.capital and w.alpha) or (w.text.isdigit() and len(w.text) == 1 and gap.capital):
                j += 1
            elif (
                (w.lower in PARTICLES or w.text in ".-")
                and j + 1 < sentence.last
                and words[j + 1].capital
                and words[j + 1].alpha
                and (w.text != "." or (len(gap.text) == 1 and gap.alpha))
            ):
                j += 2
            else:
                break
        out.append((i, j))
        i = j
    return out


def strip(form: str) -> str:
    """Return the nominative of an unknown masculine name in an oblique case, by its ending."""
    low = form.lower()
    if low.endswith("ego") and len(form) > 5:
        return form[:-3] + ("" if low[-4] == "i" else "y")
    if low.endswith("iem") and low[-4] in "kg":
        return form[:-3]
    for ending in ("owi", "em"):
        if low.endswith(ending) and len(form) > len(ending) + 1:
            return form[: -len(ending)].rstrip("'’")
    if low.endswith("a") and len(form) > 3:
        return form[:-1].rstrip("'’")
    return form


def person_base(words: Sequence[Word]) -> tuple[str, str]:
    """Return the nominative of a person's name in any case, and the gender ('m1', 'f' or '')."""
    known: list[set[tuple[str, str]]] = [
        {
            (c, g)
            for r in w.readings
            if _is_name(r) and "sg" in r.number
            for c in r.cases
            for g in r.genders
        }
        for w in words
    ]
    common: set[tuple[str, str]] | None = None
    for k in known:
        if k:
            common = k if common is None else (common & k) or common
    if not common:
        return " ".join(w.text for w in words), ""
    genders = {g for _, g in common if g in {"m1", "f"}}
    first: set[str] = {
        g for r in words[0].readings if "imię" in r.labels and "nom" in r.cases for g in r.genders
    }
    if any(c == "nom" for c, _ in common):
        picked = {g for c, g in common if c == "nom"}
        gender = (
            "m1" if "m1" in picked and "m1" in (first or picked) else "f" if "f" in picked else ""
        )
        return _join(words), gender
    gender = "m1" if "m1" in genders else "f" if "f" in genders else ""
    cases = {c for c, g in common if g == gender}
    parts: list[str] = []
    for w in words:
        lemma = next(
            (
                r.lemma
                for r in w.readings
                if _is_name(r) and gender in r.genders and r.cases & cases
            ),
            "",
        )
        if lemma and lemma[0].isupper():
            parts.append(lemma)
        else:
            parts.append(strip(w.text) if gender == "m1" and not w.readings else w.text)
    return _glue(parts, words), gender


def _glue(parts: Sequence[str], words: Sequence[Word]) -> str:
    out = parts[0]
    for previous, w, part in zip(words, words[1:], parts[1:], strict=False):
        out += ("" if previous.end == w.start else " ") + part
    return out


def _join(words: Sequence[Word]) -> str:
    return _glue([w.text for w in words], words)


class Names:
    """Every name of a document, persons linked by surname."""

    def __init__(self, words: Sequence[Word], sentences: Sequence[Sentence]) -> None:
        """Classify the runs of capitals: certain persons first, then what resembles them."""
        self._words = words
        self._spans = [(s, a, b) for s in sentences for a, b in runs(words, s)]
        self._people: dict[str, tuple[str, str]] = {}
        self.names: list[Name] = []
        self._prepositional = {
            words[a].text
            for _, a, b in self._spans
            if a and words[a - 1].has("prep") and not words[a].readings
        }
        self._company = any(w.lemma() in COMPANIES for w in words)
        inflected = {_join(words[a:b]) for _, a, b in self._spans if b - a > 1}
        self._inflected = {x for x in inflected if {x + "owi", x + "em"} & inflected}
        kinds = [self._certain(s, a, b) for s, a, b in self._spans]
        for (s, a, b), kind in zip(self._spans, kinds, strict=True):
            if kind == "person":
                base, gender = person_base(words[a:b])
                if strip(base) in self._inflected:
                    base = strip(base)
                if base in self._inflected:
                    gender = "m1"
                if not gender and b < s.last:
                    gender = self._verb_gender(a, b, s)
                self._learn(base, gender)
        for (s, a, b), kind in zip(self._spans, kinds, strict=True):
            self.names.append(self._name(s, a, b, kind))

    def _learn(self, base: str, gender: str) -> None:
        for key in {base, base.rsplit(maxsplit=1)[-1]}:
            old = self._people.get(key)
            if old is None or (old[1] == "" and gender) or len(base) > len(old[0]):
                self._people[key] = (base, gender or (old[1] if old else ""))

    def _verb_gender(self, a: int, b: int, s: Sentence) -> str:
        for k in (b, a - 1):
            if s.first <= k < s.last:
                for r in self._words[k].readings:
                    if r.pos == "praet" and "sg" in r.number:
                        return "f" if "f" in r.genders else "m1" if "m1" in r.genders else ""
        return ""

    def _certain(self, s: Sentence, a: int, b: int) -> str:
        words = self._words
        head = words[a]
        before = words[a - 1] if a > s.first else None
        lemmas = {r.lemma for r in before.readings} if before else set()
        text = _join(words[a:b])
        if COUNTRIES.get(text, text) in COUNTRY_NAMES:
            return "place"
        if any(w.lemma() in HEADS or w.text in HEADS for w in words[a:b]):
            return "organisation"
        if lemmas & CLASSES.keys():
            return CLASSES[next(iter(lemmas & CLASSES.keys()))]
        geo = head.labelled("nazwa_geograficzna")
        if (
            b - a >= 2
            and head.labelled("imię")
            and not (geo and not words[a + 1].labelled("nazwisko"))
        ):
            return "person" if words[b - 1].alpha else "thing"
        if lemmas & (ROLES.keys() | PEOPLE_NOUNS) and not geo:
            return "person" if not (b - a == 1 and head.text.isupper()) else "organisation"
        if geo and not (b - a > 1 and head.labelled("imię")):
            return "place"
        if head.labelled("nazwa_organizacji"):
            return "organisation"
        if text in self._inflected or strip(text) in self._inflected:
            return "person"
        if not head.readings and not head.text.isupper() and b - a < 4:
            near = [words[k] for k in (b, a - 1) if s.first <= k < s.last]
            says = any(
                r.lemma in SAY and r.pos == "praet" and "sg" in r.number
                for w in near
                for r in w.readings
            )
            if says and (b - a > 1 or not self._company) and head.text not in self._prepositional:
                return "person"
        return ""

    def _name(self, s: Sentence, a: int, b: int, kind: str) -> Name:
        words = self._words
        base, gender = (
            person_base(words[a:b]) if kind in {"", "person"} else (_join(words[a:b]), "")
        )
        if kind in {"", "person"}:
            base = strip(base) if strip(base) in self._inflected else base
            known = self._people.get(base) or self._people.get(base.split()[-1])
            if known is None and not words[b - 1].readings:
                known = self._people.get(strip(words[b - 1].text))
            if known and (kind or b - a == 1 or base in self._people):
                return Name(a, b, "person", known[0], known[1], s.number)
        if kind == "place":
            base = self._place_base(a, b)
            gender = ""
        elif not kind:
            if b - a == 1 and any(r.lemma in NATIONS for r in words[a].readings):
                kind = "people"
            elif (
                any(
                    r.lemma[:1].isupper() and r.pos == "subst" and "nazwisko" in r.labels
                    for r in words[a].readings
                )
                and b - a == 1
            ):
                kind = "surname"
            else:
                kind = (
                    "organisation"
                    if words[a].text.isupper() and 1 < len(words[a].text) < 7
                    else "thing"
                )
        return Name(a, b, kind, base, gender, s.number)

    def _place_base(self, a: int, b: int) -> str:
        words = self._words
        parts = []
        for w in words[a:b]:
            lemma = next((r.lemma for r in w.readings if "nazwa_geograficzna" in r.labels), "")
            if not lemma:
                lemma = w.text
            parts.append(lemma)
        base = _glue(parts, words[a:b])
        return COUNTRIES.get(_join(words[a:b]), COUNTRIES.get(base, base))
