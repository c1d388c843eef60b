"""What kind of name a run of capitals is: by itself, and by the words beside it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from quiz.languages.polish.mentions import (
    BODIES,
    COMPANY_ENDINGS,
    FAMILY_FIRST,
    KINDS_BEFORE,
    LANDS,
    POSTS,
    club,
    common,
    company,
    geographic,
    given,
    nation,
    personal,
)
from quiz.languages.polish.morph import ADJECTIVAL
from quiz.languages.polish.tables import (
    COMPANIES,
    COUNTRIES,
    COUNTRY_NAMES,
    PEOPLE_NOUNS,
    ROLES,
    SAY,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.morph import Word
    from quiz.languages.protocol import Sentence

LOCAL = frozenset({"w", "we", "do", "z", "ze", "na", "pod", "koło", "nad"})
TITLES = ROLES.keys() | PEOPLE_NOUNS | POSTS
QUOTES = frozenset('„"«')


class Kinds:
    """Tells the kinds of a document's names."""

    def __init__(self, words: Sequence[Word], text: str) -> None:
        """Keep what is read."""
        self._words, self._text = words, text
        self._stems: dict[tuple[int, int], str] = {}
        self._company = any(w.readings[0].lemma in COMPANIES for w in words if w.readings)

    def join(self, a: int, b: int) -> str:
        """Return the text of words [a, b)."""
        return self._text[self._words[a].start : self._words[b - 1].end]

    def before(self, a: int, s: Sentence) -> Word | None:
        """Return the word before a name, past an opening quotation mark or a dot."""
        words = self._words
        k = a - 1
        while k >= s.first and (words[k].text in QUOTES or words[k].text == "."):
            k -= 1
        return words[k] if k >= s.first else None

    def certain(self, s: Sentence, a: int, b: int) -> str:
        """Return what kind of name words [a, b) surely are by themselves or what is beside them."""
        words = self._words
        head, text = words[a], self.join(a, b)
        before = self.before(a, s)
        lemmas = {r.lemma for r in before.readings} if before else set()
        if COUNTRIES.get(text, text) in COUNTRY_NAMES or (b - a == 1 and self._country(head)):
            return "place"
        if words[b - 1].text.isdigit():
            return "thing"
        if club(words[a:b]):
            return "organisation"
        if (
            any(r.lemma in BODIES for w in words[a:b] for r in w.readings)
            and not head.text.isdigit()
        ):
            return "organisation"
        if b - a > 1 and words[b - 1].text in COMPANY_ENDINGS:
            return "organisation"
        if company(head):
            return "organisation"
        quoted = a > s.first and words[a - 1].text in QUOTES
        quoted = quoted and (b - a == 1 or (b < s.last and words[b].text in '"”»'))
        if b - a == 1 and re.match(r"[A-Z]\w{0,2}[A-Z]\w?$", head.text) and not head.text.isupper():
            return "organisation"
        first_name = given(head) and not (geographic(head) and not personal(words[a + 1]))
        classes = lemmas & KINDS_BEFORE.keys()
        if b - a >= 2 and first_name and not quoted:
            # "turnieju Roland Garros", but "publicysta dziennika Gerd Weber", "film Jana Kosa"
            frozen = classes and any("nom" in r.cases for r in head.readings)
            return (
                KINDS_BEFORE[min(classes)] if frozen and not self._after_office(s, a) else "person"
            )
        if b - a >= 2 and any(r.lemma in LANDS for r in head.readings) and not personal(head):
            return "place"
        if classes and not personal(head):
            return KINDS_BEFORE[min(classes)]
        if b - a >= 2 and head.text in FAMILY_FIRST and not head.text.isupper():
            return "person"
        if b - a == 1 and nation(head) and not self._country(head):
            return "people"
        # "Amerykanka Peggy Whitson"
        if b - a >= 2 and before is not None and nation(before) and a - 1 >= s.first:
            return "person"
        titles = lemmas & TITLES
        # "prezes Budimexu": what somebody is the head of is seldom named like a person.
        headed = all(ROLES.get(t) == "head" for t in titles) and b - a == 1 and not head.readings
        if (
            titles
            and not headed
            and not quoted
            and not geographic(head)
            and not head.text.isupper()
        ):
            return "" if common(head) else "person"
        if geographic(head):
            return "" if self._league(a, b) else "place"
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
        if b - a > 1 and not common(head) and not quoted and self._after_office(s, a):
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

    def _league(self, a: int, b: int) -> bool:
        """Whether a common noun and what it is of only look like a place: "Liga Narodów"."""
        head, *rest = self._words[a:b]
        return (
            bool(rest)
            and all(
                any(r.lemma[:1].islower() and r.pos == "subst" for r in w.readings)
                for w in (head, rest[0])
            )
            and not any(r.pos in ADJECTIVAL for r in rest[0].readings)
        )

    def _after_office(self, s: Sentence, a: int) -> bool:
        """Whether an office and what it is of stand before a name ("prezydent USA X Y")."""
        for k in range(a - 1, max(s.first - 1, a - 7), -1):
            w = self._words[k]
            if any(r.lemma in TITLES and r.pos == "subst" and "sg" in r.number for r in w.readings):
                return k < a - 1
            genitive = w.has(*ADJECTIVAL) or any(
                "gen" in r.cases or not r.cases for r in w.readings
            )
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
            r.lemma in TITLES and "nom" in r.cases and "sg" in r.number
            for r in words[b + 1].readings
        )

    def tell(self, spans: Sequence[tuple[Sentence, int, int]], kinds: list[str]) -> dict[str, str]:
        """Return, for every run of unknown words, the kind that most of its mentions have."""
        votes: dict[str, Counter[str]] = {}
        local: dict[str, list[bool]] = {}
        for (s, a, b), kind in zip(spans, kinds, strict=True):
            key = self.stem(a, b)
            if kind and kind != "people":
                votes.setdefault(key, Counter())[kind] += 1
            lead = self._words[a - 1].lower if a > s.first else ""
            quoted = lead in QUOTES
            unknown = b - a == 1 and not quoted and not self._words[a].readings
            local.setdefault(key, []).append(lead in LOCAL and unknown)
        told = {key: counter.most_common(1)[0][0] for key, counter in votes.items()}
        for key, places in local.items():
            if all(places):
                told.setdefault(key, "place?")
        return told

    def stem(self, a: int, b: int) -> str:
        """Return what the forms of a name share: without the ending of its last word."""
        found = self._stems.get((a, b))
        if found is None:
            found = self._stems[a, b] = self._stem(a, b)
        return found

    def _stem(self, a: int, b: int) -> str:
        text = self.join(a, b)
        if len(text) > 5 and not self._words[b - 1].text.isupper():
            for ending in ("owi", "iem", "em", "ie", "a", "u", "y", "ę", "ą", "i"):
                if text.endswith(ending) and len(text) - len(ending) >= 4:
                    return text[: -len(ending)].rstrip("'’")
        return text
