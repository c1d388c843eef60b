"""Roles tied to their holders by apposition: "prezydent Rosji Władimir Putin", "X, szef sztabu"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.languages.polish.mentions import POSTS
from quiz.languages.polish.morph import ADJECTIVAL, CASES, NOMINAL
from quiz.languages.polish.nominative import nominative
from quiz.languages.polish.phrases import DASHES
from quiz.languages.polish.tables import ANAPHORS, HONORIFICS, ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quiz.languages.polish.morph import Morphology, Word
    from quiz.languages.polish.names import Name
    from quiz.languages.protocol import Sentence

_FORMER = frozenset({"były", "dawny", "ówczesny", "eks"})
_NO_PART = frozenset(
    {"nowy", "ten", "taki", "swój", "nasz", "obecny", "ówczesny", "młody", "znany"}
)
"""Adjectives that say when or which rather than what the role is."""
_LINKS = frozenset({"w", "we", "przy", "na", "do", "ds", "i", "oraz"})
_CLOSING = frozenset(',.;)–—-?!:("„')


@dataclass(frozen=True, slots=True)
class Role:
    """A role's words [first, last) in the case of the text, its nominative and its holder.

    `noun` is the lemma of its head, `former` whether the text says it is over.
    """

    first: int
    last: int
    base: str
    noun: str
    holder: Name
    former: bool = False


def _role_noun(word: Word) -> str:
    """Return the lemma of a word that names an office or trade, in the singular, or nothing."""
    return next(
        (
            r.lemma
            for r in word.readings
            if r.pos == "subst" and "sg" in r.number and (r.lemma in ROLES or r.lemma in POSTS)
        ),
        "",
    )


def _cases(word: Word, noun: str) -> frozenset[str]:
    """Return the cases of a role's head; of a woman "prezydent" stands in any."""
    return frozenset(
        c
        for r in word.readings
        if r.lemma == noun and r.pos == "subst" and "sg" in r.number
        for c in r.cases
    )


def _anothers(word: Word, noun: str, name: Name) -> bool:
    """Whether a man's title is inflected before a woman's name, so that it is not hers.

    "Trenerem Świątek" is somebody else; her own would be "z trenerką" or, unchanged, "z prezydent".
    """
    masculine = all(r.genders <= {"m1"} for r in word.readings if r.lemma == noun)
    return name.gender == "f" and masculine and word.lower != noun


class Roles:
    """Finds the roles of a document's persons."""

    def __init__(
        self,
        words: Sequence[Word],
        text: str,
        morphology: Morphology,
        named: Mapping[int, Name],
        taken: Mapping[int, object],
    ) -> None:
        """Keep what is read: `named` and `taken` tell the names and the dates of words."""
        self.words, self.text, self.morphology = words, text, morphology
        self._named, self._taken = named, taken

    def find(self, names: Sequence[Name], sentences: Sequence[Sentence]) -> list[Role]:
        """Return the roles of the persons among names, in the order of the text."""
        by_number = {s.number: s for s in sentences}
        found: list[Role] = []
        for name in names:
            if name.kind == "person":
                sentence = by_number[name.sentence]
                found += self._before(name, sentence)
                found += self._after(name, sentence)
        return sorted(found, key=lambda r: r.first)

    def _before(self, name: Name, sentence: Sentence) -> Iterator[Role]:
        """Read the role that ends where a name begins, and the one before it and a comma."""
        end = name.first
        while end - 1 > sentence.first and (
            self.words[end - 1].lower in HONORIFICS or self.words[end - 1].text == "."
        ):
            end -= 1
        role = self._ending(name, sentence, self._past_bracket(end, sentence))
        if role is None:
            return
        yield role
        comma = role.first - 1
        if comma > sentence.first and self.words[comma].text == ",":
            wider = self._ending(name, sentence, comma)
            if wider is not None and wider.last == comma and wider.noun != role.noun:
                yield wider

    def _past_bracket(self, end: int, sentence: Sentence) -> int:
        """Return where an acronym in brackets begins that ends before a word, or that word."""
        words = self.words
        bracket = end - 3 > sentence.first and words[end - 1].text == ")"
        return end - 3 if bracket and words[end - 3].text == "(" else end

    def _ending(self, name: Name, sentence: Sentence, end: int) -> Role | None:
        """Return the role whose words end at a place, the nearest head that agrees and fits."""
        words = self.words
        for head in range(end - 1, max(sentence.first - 1, end - 12), -1):
            w = words[head]
            if w.text in _CLOSING and not (w.text == "." and words[head - 1].lower == "ds"):
                return None
            person = self._named.get(head)
            if person is not None and person.kind == "person":
                return None
            noun = _role_noun(w)
            if not noun or person is not None:
                continue
            cases = _cases(w, noun) & name.cases
            if not cases or self._tail(head + 1, end) != end or _anothers(w, noun, name):
                continue
            return self._made(head, end, noun, name, sentence, cases)
        return None

    def _after(self, name: Name, sentence: Sentence) -> Iterator[Role]:
        """Read roles that follow a name and a comma, up to the next comma or the end."""
        words, at = self.words, name.last
        if at < sentence.last and words[at].text == "(":
            at = next((k + 1 for k in range(at, sentence.last) if words[k].text == ")"), at)
        led = at  # "Jan Kos (ur. 1962) – pisarz"
        while at + 1 < sentence.last and (
            words[at].text == ","
            or (at == led and words[at].text in DASHES)
            or (at > led and words[at].lower in {"i", "oraz"})
        ):
            start = head = at + 1
            while (
                head < sentence.last
                and words[head].has(*ADJECTIVAL)
                and not _role_noun(words[head])
            ):
                head += 1
            noun = _role_noun(words[head]) if head < sentence.last else ""
            if not noun and (at := self._other(name, start, sentence)):
                continue
            if not noun or head - start > 3 or head in self._named:
                return
            cases = _cases(words[head], noun) & name.cases
            end = self._tail(head + 1, sentence.last)
            closed = end >= sentence.last or words[end].text in _CLOSING
            joint = end + 1 < sentence.last and words[end].lower in {"i", "oraz"}
            closed = closed or (joint and bool(_role_noun(words[end + 1])))
            after = end
            if end + 2 < sentence.last and words[end].text == "(" and words[end + 2].text == ")":
                after = end + 3
            if not cases or not closed or words[min(after, sentence.last - 1)].text in '("„':
                return
            role = self._made(head, end, noun, name, sentence, cases, start)
            if role is None or role.first != start:
                return
            yield role
            at = after

    def _other(self, name: Name, start: int, sentence: Sentence) -> int:
        """Return where what else somebody is ends, before another role: "ekspertem lotniczym"."""
        words = self.words
        noun = any(r.cases & name.cases for r in words[start].readings if r.pos == "subst")
        if not noun or start in self._named:
            return 0
        for i in range(start + 1, min(start + 4, sentence.last - 1)):
            if words[i].text == "," or words[i].lower in {"i", "oraz"}:
                return i
            if not self._dependent(words[i]) or i in self._named:
                return 0
        return 0

    def _tail(self, start: int, last: int) -> int:
        """Return how far what belongs to a role reaches: adjectives, genitives, "ds. …", "w …"."""
        words, i = self.words, start
        while i < last:
            w = words[i]
            name = self._named.get(i)
            if i in self._taken or (name is not None and name.kind == "person"):
                return i
            if name is not None:
                i = name.last
                continue
            low = w.lower
            if low in _LINKS and i + 1 < last:
                i = self._linked(i, last)
                if i < 0:
                    return -1 - i - 1
                continue
            if low == "spraw" or self._dependent(w):
                i += 1
                continue
            return i
        return i

    def _linked(self, i: int, last: int) -> int:
        """Return where a tail goes on after a link word, or its negative when it ends there."""
        words = self.words
        following = i + 1 + (words[i].lower == "ds" and words[i + 1].text == ".")
        if following >= last:
            return -i - 1
        name = self._named.get(following)
        if name is not None and name.kind not in {"person", "surname"}:
            return following
        if words[i].lower in {"ds", "do"} or words[i].lower in {"i", "oraz"}:
            fits = self._dependent(words[following]) and not _role_noun(words[following])
            return following if fits else -i - 1
        noun = any(
            r.pos in {*NOMINAL, *ADJECTIVAL} and r.cases & {"loc"}
            for r in words[following].readings
        )
        return following + 1 if noun and words[i].lower in {"w", "we", "przy"} else -i - 1

    def _dependent(self, word: Word) -> bool:
        """Whether a word may be an adjective of a role or a genitive after it."""
        if not word.alpha or word.lower in ANAPHORS or word.has("prep", "comp", "pred"):
            return False
        if any(r.pos in {"praet", "fin", "imps", "inf"} for r in word.readings) and not word.has(
            *NOMINAL
        ):
            return False
        return any(
            (r.pos in NOMINAL and "gen" in r.cases) or r.pos in ADJECTIVAL for r in word.readings
        )

    def _made(
        self,
        head: int,
        end: int,
        noun: str,
        name: Name,
        sentence: Sentence,
        cases: frozenset[str],
        start: int | None = None,
    ) -> Role | None:
        """Make a role of its head and tail, with the adjectives before it."""
        words = self.words
        first, former = head, False
        while first > sentence.first:
            w = words[first - 1]
            lemmas = {r.lemma for r in w.readings if r.pos in ADJECTIVAL and r.cases & cases}
            if not lemmas or (first - 1) in self._named:
                break
            if w.has("fin", "praet") and (
                not lemmas & _FORMER or self._only_verb(sentence, first - 1)
            ):
                break
            if lemmas & _NO_PART:
                if start is not None and first - 1 >= start:
                    first -= 1
                break
            former = former or bool(lemmas & _FORMER)
            first -= 1
        if self._ambiguous(first, name, sentence):
            return None
        part = words[first:end]
        if any({r.lemma for r in w.readings} & _FORMER for w in words[head + 1 : end]):
            return None  # "ekonomistka i była wiceprezes banku": one role is over, the other not
        while part and {r.lemma for r in part[0].readings} & _NO_PART:
            part = part[1:]
        made = nominative(self.morphology, self.text, part, cases & CASES, frozenset({noun}))
        if made is None:
            return None
        base = made.text
        if base[0].isupper() and not words[first].text.isupper():
            base = base[0].lower() + base[1:]
        former = former or words[first].lower.startswith("eks")
        return Role(first, end, " ".join(base.split()), noun, name, former)

    def _only_verb(self, sentence: Sentence, at: int) -> bool:
        """Whether "była" is the verb of its sentence: "jego żoną była aktorka Ewa Lis"."""
        return not any(
            w.has("fin", "praet", "imps", "bedzie")
            for i, w in enumerate(self.words[sentence.first : sentence.last], sentence.first)
            if i != at and i not in self._named
        )

    def _ambiguous(self, first: int, name: Name, sentence: Sentence) -> bool:
        """Whether a wider role in the same case may be meant: "szefa gabinetu premiera X"."""
        words = self.words
        for k in range(first - 1, max(sentence.first - 1, first - 5), -1):
            w = words[k]
            if not w.alpha or w.has("prep", "conj", "comp") or k in self._named:
                return False
            noun = _role_noun(w)
            if noun:
                return bool(_cases(w, noun) & name.cases)
            if not self._dependent(w):
                return False
        return False
