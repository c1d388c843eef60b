"""Roles tied to their holders: titles before a name, appositions around it, and "is the …"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.languages.english.name_words import (
    ARTICLED,
    KIN,
    PEOPLES,
    QUALIFIERS,
    ROLES,
    demonyms,
    known_kind,
)
from quiz.languages.english.options.places import countries

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from quiz.languages.english.names import Name
    from quiz.languages.english.words import Word
    from quiz.languages.protocol import Sentence

_MODIFYING = frozenset({"NN1", "NN2", "NN0", "NP0", "AJ0", "AJC", "AJS", "ORD", "POS", "UNC"})
_COMPLEMENT = frozenset({"of", "for", "at", "in", "to", "with", "on"})
_CLOSING = frozenset({",", ".", ";", ")", "—", "–"})
_FINITE = frozenset({"VVD", "VVZ", "VBD", "VBZ", "VBB", "VM0", "VHD", "VHZ", "VHB", "VDD", "VDZ"})
_CUTTING = frozenset({"DT0", "DTQ", "PNQ", "CJS", "CJT", "AVQ", "TO0", "VVG", "VVN", "PNP", "AV0"})
_NO_ROLES = frozenset(
    {
        "man", "woman", "boy", "girl", "teenager", "member", "student", "pupil", "resident", "fan",
        "patient", "witness", "victim", "suspect", "passenger", "neighbour", "neighbor", "father",
        "mother", "employee", "worker", "official", "survivor", "bystander", "tenant", "defendant",
    }
)  # fmt: skip
"""Nouns for people that tell no office and no calling."""
_COPULAS = frozenset({"is", "was", "became", "remains", "becomes"})
_NATIONAL = ("ean", "ian", "can", "ese", "ish")
"""Endings of adjectives that are written with a capital."""
_STATE = frozenset({"president", "premier", "minister", "chancellor", "king", "queen", "emperor"})
"""Offices of a state, so that "Chadian president" is "president of Chad"."""
_LEADERS = frozenset(
    {
        "founder", "co-founder", "director", "president", "chairman", "chairwoman", "chair", "head",
        "chief", "manager", "captain", "coach", "leader", "owner", "editor", "boss", "chancellor",
    }
)  # fmt: skip
"""Roles that a body has, so that "Acme founder" is "founder of Acme"."""
_ARTICLED = ("The ", "United ", "Netherlands", "Philippines", "Czech ", "Democratic ", "Republic ",
             "Dominican ", "Bahamas", "Maldives", "White House", "House ", "Senate", "Church ",
             "University ", "European ", "World ", "International ", "Bank ", "State ",
             "Supreme ", "Vatican", "Kremlin")  # fmt: skip
"""How names begin that have an article behind "of"."""
_RANKS = frozenset({"General", "Colonel", "Major", "Captain", "Admiral", "Professor", "Dr", "Dr."})
"""What stands before a name behind a role that is another."""
_LONGEST = 14
"""Words of a role."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is: its words [first, last), its text without an article, and the holder."""

    first: int
    last: int
    base: str
    holder: Name
    former: bool


class Roles:
    """Finds the roles of a document."""

    def __init__(
        self, words: Sequence[Word], text: str, names: Sequence[Name], dated: Container[int]
    ) -> None:
        """Keep the words, the names in their order and which words are dates."""
        self._words, self._text, self._dated = words, text, dated
        self._names = [n for n in names if n.kind == "person"]
        self._inner: set[str] = set()
        self._begins = {i: n.first for n in names if n.kind for i in range(n.first, n.last)}
        self._inside = {i for n in self._names for i in range(n.first, n.last)}

    def find(self, sentences: Sequence[Sentence]) -> list[Role]:
        """Return every role in the order of the text, one for each place it stands at."""
        found: dict[int, Role] = {}
        self._inner = {
            w.text for s in sentences for w in self._words[s.first + 1 : s.last] if w.text.istitle()
        }
        for name in self._names:
            s = sentences[name.sentence]
            for first, last in (*self._before(name, s), *self._behind(name, s)):
                role = self._role(first, last, name, opens=first == s.first)
                if role is not None:
                    found.setdefault(first, role)
        return [found[i] for i in sorted(found)]

    def _role(self, first: int, last: int, holder: Name, *, opens: bool) -> Role | None:
        while first < last and self._words[first].tag == "AT0":
            first, opens = first + 1, False
        first = self._owner(first, last)
        if last - first > 1 and self._words[last - 1].text in _RANKS and self._is_role(last - 2):
            last -= 1  # "harbour director General Ada Hill"
        if not first < last <= first + _LONGEST:
            return None
        text = self._text[self._words[first].start : self._words[last - 1].end]
        base = " ".join(text.split())
        if opens and first not in self._begins and not self._proper(first):
            base = base[0].lower() + base[1:]  # "Former judge …" opens a sentence
        base = self._listed(first, last, base)
        low = base.lower()
        if low in KIN or any(c in base for c in '"“”()'):
            return None
        return Role(first, last, base, holder, low.startswith(("former", "ex-", "then ", "late ")))

    def _proper(self, i: int) -> bool:
        """Whether a word has its capital wherever it stands: "Korean"."""
        word = self._words[i]
        low = word.text.lower()
        nation = low in demonyms() or (word.tag == "AJ0" and low.endswith(_NATIONAL))
        after = self._words[i + 1].text
        titled = after.istitle() and i + 1 not in self._begins
        known = word.text in PEOPLES or word.text.isupper() or word.text in self._inner
        return nation or titled or known

    def _listed(self, first: int, last: int, base: str) -> str:
        """Return a role as a dictionary lists it: "mayor of Oslo" for "Oslo's mayor".

        That is done where the name before it is known to take no article.
        """
        words = self._words
        k = first + 1
        while k < last and self._begins.get(k) == first:
            k += 1
        owner = self._text[words[first].start : words[k - 1].end]
        rest = k + (k < last and words[k].tag == "POS")
        if rest >= last or any(w.tag == "PRF" for w in words[first:last]):
            return base
        nation = countries().adjectives.get(owner)
        if first in self._begins and known_kind(owner) in {"place", "organisation"}:
            body = known_kind(owner) == "organisation"
            if body and self._words[last - 1].lemma.lower() not in _LEADERS:
                return base
            if owner.isupper() or "." in owner or owner.startswith(_ARTICLED):
                return base
            article = "the " if owner.rpartition(" ")[2].lower() in ARTICLED else ""
            of = article + owner
        elif (
            nation
            and words[last - 1].text.lower() in _STATE
            and countries().names[nation][:4] == owner[:4]
        ):
            of = countries().names[nation]
        else:
            return base
        role = " ".join(w.text for w in words[rest:last])
        plain = all(w.text[0].isalpha() for w in words[rest:last])
        article = "the " if of.startswith(_ARTICLED) else ""
        return f"{role} of {article}{of}" if plain else base

    def _owner(self, first: int, last: int) -> int:
        """Return where a role begins without an owner that is no name: "company's chief"."""
        owned = first + 2 < last and self._words[first + 1].tag == "POS"
        return first + 2 if owned and first not in self._begins else first

    def _is_role(self, i: int) -> bool:
        word = self._words[i]
        low = word.text.lower()
        role = low in ROLES or low.rsplit("-", 1)[-1] in ROLES
        return role and low not in _NO_ROLES and word.tag not in {"VVD", "VVZ"}

    def _before(self, name: Name, s: Sentence) -> Iterator[tuple[int, int]]:
        """Yield "Governor Ada Hill" and "the head of the panel, Ada Hill,"."""
        words, at = self._words, name.title if name.title >= 0 else name.first
        last = name.first
        if last > s.first and self._is_role(last - 1):
            first = min(at, last - 1)
            while first > s.first and self._modifies(first - 1):
                first -= 1
            first = min(first, self._begins.get(first, first))
            while words[first].tag == "POS" or words[first].text in {"'", "’"}:
                first += 1
            owned = first > s.first and words[first - 1].tag == "DPS"
            if not owned and words[last - 1].tag != "NN2":
                yield first, last
        elif self._office(self._begins.get(last - 1, -1), s.first) >= 0:
            yield self._office(self._begins[last - 1], s.first), last
        elif last > s.first + 1 and words[last - 1].text == ",":
            closed = name.last >= s.last - 1 or words[name.last].text in _CLOSING
            first = self._opened(last - 1, s.first)
            alone = first == s.first or (first > s.first and words[first - 1].text == ",")
            closed |= alone and words[name.last].tag in _FINITE  # "…, Ada Hill said"
            if closed and first >= 0:
                yield first, last - 1

    def _office(self, place: int, first: int) -> int:
        """Return where the office of a place begins, as in "president of Iceland"; -1 for none."""
        if place < first + 2:
            return -1
        place -= self._words[place - 1].text == "the"
        if self._words[place - 1].text not in {"of", "to"} or place < first + 2:
            return -1
        start = place - 2
        if self._words[place - 1].text == "to" and self._words[start].lemma != "ambassador":
            return -1
        if not self._is_role(start):
            return -1
        while start > first and self._modifies(start - 1):
            start -= 1
        return start

    def _modifies(self, i: int) -> bool:
        """Whether a word belongs to the noun behind it."""
        word = self._words[i]
        if i in self._dated or i in self._inside or word.text[0].isdigit():
            return False
        low = word.text.lower()
        return word.tag in _MODIFYING or low in QUALIFIERS or low == "-"

    def _opened(self, end: int, first: int) -> int:
        """Return where "the chairman of the panel" begins that ends at a comma; -1 for nowhere."""
        words = self._words
        start = end
        while start > first and (self._modifies(start - 1) or start - 1 in self._begins):
            start -= 1
        if start < end and self._heads(start, end) and words[start - 1].tag != "DPS":
            return start
        while start > max(first, end - _LONGEST):
            word = words[start - 1]
            if word.tag in _FINITE or word.text in {",", ";", ":", "(", '"', "“"}:
                break
            start -= 1
            if word.tag == "AT0" and word.text.lower() == "the" and self._heads(start, end):
                return start
        bare = start == first or words[start - 1].text == ","
        plain = start < end and words[start].tag != "DPS" and self._heads(start, end)
        return start if bare and plain else -1

    def _heads(self, start: int, end: int) -> bool:
        """Whether the noun that words [start, end) are about is a role."""
        i = start
        while i < end and self._words[i].text.lower() not in _COMPLEMENT:
            if i in self._inside:
                return False
            i += 1
        lead = all(self._modifies(k) or self._words[k].tag == "AT0" for k in range(start, i))
        return i > start and self._is_role(i - 1) and lead and self._words[i - 1].tag != "NN2"

    def _behind(self, name: Name, s: Sentence) -> Iterator[tuple[int, int]]:
        """Yield "Ada Hill, a spokeswoman for the force," and "Ada Hill is the head of …"."""
        words, i = self._words, name.last
        if i >= s.last:
            return
        if words[i].text == ",":
            i += 1
            if i + 1 < s.last and words[i].text.isdigit() and words[i + 1].text == ",":
                i += 2
            end, closed = self._phrase(i, s.last)
            if end > i and closed:
                yield i, end
        elif words[i].text.lower() in _COPULAS:
            i += 1
            if i < s.last and words[i].text.lower() in {"currently", "then", "also", "now"}:
                i += 1
            if i < s.last:
                end, _ = self._phrase(i, s.last)
                plain = all(w.tag not in {"ORD", "AJS"} for w in words[i:end])
                full = any(w.tag == "PRF" for w in words[i:end])
                if end > i and (full or (plain and words[i].tag == "AT0")):
                    yield i, end
        elif i + 1 < s.last and words[i].lemma == "serve" and words[i + 1].text == "as":
            end, _ = self._phrase(i + 2, s.last)
            if end > i + 2:
                yield i + 2, end

    def _phrase(self, i: int, last: int) -> tuple[int, bool]:
        """Return the end of a role that begins at i, and whether a mark closes it; i for none."""
        words, start = self._words, i
        if i < last and words[i].tag == "AT0":
            i += 1
        head = -1
        while (
            i < last
            and i not in self._inside
            and (self._modifies(i) or words[i].tag == "VVG" or words[i].text == "-")
        ):
            if self._is_role(i):
                head = i
            i += 1
        if head < 0 or head != i - 1 or words[head].tag == "NN2" or i in self._inside:
            return start, False
        end = i
        if i < last and words[i].text.lower() in _COMPLEMENT:
            end = self._complement(i, last)
        closed = end >= last or words[end].text in _CLOSING or words[end].tag in _CUTTING
        return (end, closed) if end > start else (start, False)

    def _complement(self, i: int, last: int) -> int:
        """Return the end of "of the panel of twelve": before a mark, a verb or another clause."""
        words, start = self._words, i
        while i < last:
            word = words[i]
            if word.text in _CLOSING or word.text in {":", "(", '"', "“", "”"}:
                break
            if word.tag in _FINITE | _CUTTING or i in self._dated or word.tag == "DPS":
                break
            if word.tag == "CJC" and not (
                i + 1 < last
                and words[i + 1].tag in _MODIFYING | {"AT0"}
                and self._ends_at_mark(i + 1, last)
            ):
                break
            i += 1
        while i > start and words[i - 1].tag in {"PRP", "PRF", "AT0", "CJC", "AJ0", "DT0"}:
            i -= 1
        return i

    def _ends_at_mark(self, i: int, last: int) -> bool:
        """Whether a mark comes before the next verb."""
        for k in range(i, last):
            if self._words[k].text in _CLOSING:
                return True
            if self._words[k].tag[:1] == "V":
                return False
        return True
