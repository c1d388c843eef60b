"""How a statement becomes a stem: what leads it, the question word, the verb, the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quiz.languages.english import verbs
from quiz.languages.english.asking.sentence import sentence
from quiz.languages.english.asking.tense import finite, inverted
from quiz.languages.english.chunks import NAMING
from quiz.languages.english.name_words import ROLES
from quiz.languages.english.options.dates import spoken
from quiz.languages.english.options.places import countries
from quiz.languages.english.standing import Seen, Standing
from quiz.languages.english.tables import BEARERS

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from quiz.languages.english.chunks import Phrase
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.english.meaning import Named
    from quiz.languages.english.statements import Statement
    from quiz.languages.english.words import Word

GAP = "_____"
NATIONS = ("ish", "ese", "ican", "ean")
"""How adjectives of peoples end."""
LED = frozenset({"since", "until", "till", "by", "before", "after", "from", "to", "of"})
"""Prepositions that a date follows without its own: "since Tuesday"."""
FORMERLY = frozenset(
    {"former", "acting", "outgoing", "late", "interim", "retired", "fellow", "senior"}
)
"""What may stand before an office and is no part of it."""
POLITE = frozenset({"Mr", "Mrs", "Ms", "Miss"})


@dataclass(slots=True)
class Reading:
    """What stands for words of a stem, what the stem has seen, and whom it has named in full."""

    said: dict[int, Named]
    seen: Seen
    named: set[str] = field(default_factory=set)

    @property
    def sentences(self) -> frozenset[int]:
        """The numbers of the sentences that tell what words mean."""
        return frozenset(n.sentence for n in self.said.values())


@dataclass(frozen=True, slots=True)
class Stem:
    """A question or a sentence that stands alone, and what else proves it."""

    text: str
    sentences: frozenset[int]


class Wording:
    """Words stems and statements of one document."""

    def __init__(self, doc: EnglishDocument, standing: Standing) -> None:
        """Take the document."""
        self._doc = doc
        self._standing = standing
        self._openings = {s.first for s in doc.sentences}
        self._within = {
            doc.words[i].text for s in doc.sentences for i in range(s.first + 1, s.last)
        }
        self._names = {f.text.partition(" ")[0] for f in doc.facts if f.kind in NAMING}

    # reading: what must be said so that a stem stands alone

    def read(
        self,
        parts: Sequence[Phrase],
        bound: str = "",
        subject: Phrase | None = None,
        told: Sequence[Phrase] = (),
    ) -> Reading | None:
        """Return what parts in the order of a stem need said, None where they do not stand alone.

        `bound` is who is asked for: "m", "f" or "?" for a person whom pronouns may mean, "it" for
        a thing, "many" for what may be several. `subject` is whom the statement is about, `told`
        who says it.
        """
        seen = Seen()
        if bound in {"m", "f", "?"}:
            seen.person(bound.strip("?"))
        elif bound:
            seen.neuter, seen.subject = True, "it"
            seen.plural = bound == "many"
        said: dict[int, Named] = {}
        whole = {i for p in parts if not p.text for i in p.indices()}
        for p in parts:
            # who speaks is named to himself alone: "According to Kim, when did he leave?"
            apart = p in told and subject is not None and not self._himself(subject)
            found = self._read(p, Seen() if apart else seen, whole)
            if found is None:
                return None
            said.update(found)
            if p is subject:
                seen.subject = self._gender(p)
                seen.plural |= self._joined(p)
        return Reading(said, seen)

    def leaning(self, s: Statement) -> int | None:
        """Return the first part of a statement that points outside it, None where none does."""
        seen = Seen()
        speakers = seen if self._himself(s.parts[s.subject]) else Seen()
        if any(self._read(p, speakers) is None for p in s.said):
            return s.subject
        whole = {i for p in s.parts if not p.text for i in p.indices()}
        for n, p in enumerate(s.parts):
            if n != s.verb and self._read(p, seen, whole) is None:
                return n
            if n == s.subject:
                seen.subject = self._gender(p)
                seen.plural |= self._joined(p)
        return None

    def _joined(self, p: Phrase) -> bool:
        """Whether a part is several that "and" joins."""
        if p.text:
            return False
        return any(
            self._doc.words[i].text.lower() == "and" and self._standing.fact(i) is None
            for i in p.indices()
        )

    def _himself(self, subject: Phrase) -> bool:
        """Whether a subject is the pronoun of a person."""
        word = self._doc.words[subject.head].text.lower()
        return not subject.text and subject.last - subject.first == 1 and word in {"he", "she"}

    def _gender(self, p: Phrase) -> str:
        """Return the gender of the one person a part names, "it" for one thing, or nothing."""
        if p.text:
            named = [f for f in self._doc.facts if f.kind == "person" and f.base == p.text][:1]
        else:
            named = self._standing.persons(p.first, p.last)
        if not named and self._doc.words[p.head].tag in {"NN1", "NP0", "NN0"}:
            joined = any(self._doc.words[i].tag == "CJC" for i in p.indices())
            return "" if joined else "it"
        return self._standing.gender(named[0]) if len(named) == 1 else ""

    def _read(
        self, p: Phrase, seen: Seen, whole: Container[int] | None = None
    ) -> dict[int, Named] | None:
        if p.kind == "joint":
            return {}
        if not p.text:
            return self._standing.read(p.indices(), seen, whole)
        fact = next((f for f in self._doc.facts if f.kind == "person" and f.base == p.text), None)
        seen.person(self._standing.gender(fact) if fact else "")
        return {}

    # writing

    def text(self, part: Phrase, reading: Reading) -> str:
        """Return a part as it is written within a sentence.

        A person is given the whole name the first time, a day its year.
        """
        if part.text:
            reading.named.add(part.text)
            return part.text
        words = self._doc.words
        out = ""
        last = -1
        i, kept = 0, part.indices()
        while i < len(kept):
            n = kept[i]
            piece, end = self._piece(n, reading)
            spaced = last >= 0 and (words[n].start > words[last].end or n != last + 1)
            if words[n].text in {",", ".", ";", ":"}:
                spaced = False
            out += (" " if spaced else "") + piece
            while i < len(kept) and kept[i] < end:
                last = kept[i]
                i += 1
        text = " ".join(out.split()).strip(" ,")
        return f", {text}" if part.kind == "list" else text

    def _piece(self, n: int, reading: Reading) -> tuple[str, int]:
        """Return what is written for word n, and the word after it."""
        doc = self._doc
        word = doc.words[n]
        meant = reading.said.get(n)
        if meant is not None:
            if meant.person is not None:
                reading.named.add(meant.person.base)
            return meant.text, meant.end
        dated = doc.dated.get(n)
        if dated is not None and dated.first == n:
            written = spoken(doc, dated)
            if written:
                led = n > 0 and doc.words[n - 1].text.lower() in LED
                return (re.sub(r"^(?:on|in) ", "", written) if led else written), dated.last
        fact = self._standing.fact(n)
        if word.text.rstrip(".") in POLITE and n + 1 < len(doc.words):
            named = self._standing.fact(n + 1)
            if named is not None and " " in named.base and named.base not in reading.named:
                return "", n + 1  # the whole name follows
        bears = n > 0 and doc.words[n - 1].text.lower() in BEARERS
        if fact is not None and fact.words[0] == n and fact.kind == "person" and not bears:
            whole = fact.base if fact.base not in reading.named else fact.text
            reading.named.add(fact.base)
            return whole, fact.words[1]
        following = doc.words[min(n + 1, len(doc.words) - 1)]
        if fact is None and n in self._openings and self._lowers(word, following):
            return word.text[0].lower() + word.text[1:], n + 1
        if n in self._openings and fact is not None and word.text == "The":
            return "the", n + 1
        return word.text, n + 1

    def _lowers(self, word: Word, following: Word) -> bool:
        """Whether a word has its capital letter only because it begins a sentence."""
        text = word.text
        if word.tag == "NP0" or not text[:1].isupper() or text[1:].lower() != text[1:]:
            return False
        if word.tag not in {"NN1", "NN2", "NN0", "AJ0", "UNC", "VVB", "VVI"}:
            return text != "I"
        titled = following.text.istitle() and following.text.lower() in ROLES
        if titled and text.lower() not in FORMERLY:
            return False  # "Prime Minister", but "former President"
        if text in self._names and text.lower() not in self._within:
            return False  # "Labour leader" beside "the Labour Party"
        if text in countries().adjectives or (word.tag == "AJ0" and text.endswith(NATIONS)):
            return False
        if word.tag == "NN1" and following.tag in {"NN1", "NN2"} and following.text.islower():
            return True  # "Health minister": no name goes on so
        return text not in self._within or text.lower() in self._within

    def _leads(self, s: Statement, k: int | None, reading: Reading, filling: str = "") -> list[str]:
        """Return what stands before the subject or a question word, commas where they belong.

        Part k is left out, or replaced by `filling`.
        """
        out = []
        if s.said:
            out.append(f"according to {self.text(s.said[0], reading)},")
        words = self._doc.words
        kept = [n for n in range(s.subject) if n != k or filling]
        for n in kept:
            text = filling if n == k else self.text(s.parts[n], reading)
            after = s.parts[n].last
            joined = n + 1 in kept and after < len(words) and words[after].text != ","
            out.append(text if joined else text + ",")
        return out

    def about(
        self, s: Statement, k: int | None, front: str, counted: Phrase | None = None
    ) -> Stem | None:
        """Return the question that `front` asks about part k, the subject kept.

        `counted` is a noun that belongs to the front: "how many people". None where the question
        does not stand alone.
        """
        found = inverted(self._doc, s)
        asked = [counted] if counted is not None else []
        reading = self.read([*self.order(s, k), *asked], subject=s.parts[s.subject], told=s.said)
        if found is None or reading is None:
            return None
        auxiliary, main = found
        lead = self._leads(s, k, reading)
        noun = [self.text(p, reading) for p in asked]
        subject = self._set_off(s.parts[s.subject], reading)
        rest = [self.text(p, reading) for n, p in enumerate(s.parts) if n > s.verb and n != k]
        text = sentence([*lead, front, *noun, auxiliary, subject, main, *rest], "?")
        return Stem(text, reading.sentences)

    def active(self, s: Statement, k: int) -> Stem | None:
        """Return the question for part k, by whom something was done, in the active voice.

        "Who founded the school?" is what people ask where the text says by whom it was founded.
        """
        verb = verbs.active(self._doc.words, s.parts[s.verb])
        reading = self.read(self.order(s, k), subject=s.parts[s.subject], told=s.said)
        pronoun = self._doc.words[s.parts[s.subject].head].tag == "PNP"
        if verb is None or reading is None or pronoun or s.parts[s.subject].text:
            return None
        lead = self._leads(s, k, reading)
        done = self.text(s.parts[s.subject], reading)
        rest = [self.text(p, reading) for n, p in enumerate(s.parts) if n > s.verb and n != k]
        return Stem(sentence([*lead, "who", verb, done, *rest], "?"), reading.sentences)

    def subject(
        self,
        s: Statement,
        front: str,
        bound: str = "",
        counted: Phrase | None = None,
        *,
        plural: bool = False,
    ) -> Stem | None:
        """Return the question that `front` asks about the subject, `counted` noun and all.

        The verb is in the singular, or stays as it is.
        """
        asked = [counted] if counted is not None else []
        reading = self.read([*asked, *self.order(s, s.subject)], bound, s.parts[s.subject], s.said)
        if reading is None or s.kind == "result":
            return None
        lead = self._leads(s, None, reading)
        noun = [self.text(p, reading) for p in asked]
        text = finite(self._doc, s, one=not plural)
        rest = [self.text(p, reading) for n, p in enumerate(s.parts) if n > s.verb]
        return Stem(sentence([*lead, front, *noun, text, *rest], "?"), reading.sentences)

    def whole(self, s: Statement) -> Stem | None:
        """Return a statement as a sentence, None where it does not stand alone."""
        reading = self.read(self.order(s), subject=s.parts[s.subject], told=s.said)
        if reading is None or s.kind == "result":
            return None
        texts = self._leads(s, None, reading)
        for n, p in enumerate(s.parts):
            if n == s.verb:
                texts.append(finite(self._doc, s))
            elif n == s.subject:
                texts.append(self._set_off(p, reading))
            elif n > s.subject:
                texts.append(self.text(p, reading))
        return Stem(sentence(texts, "."), reading.sentences)

    def _set_off(self, p: Phrase, reading: Reading) -> str:
        """Return a subject with the comma behind what explains it: "Ann Lee, the mayor,"."""
        text, words = self.text(p, reading), self._doc.words
        closed = not p.text and p.last < len(words) and words[p.last].text == ","
        return f"{text}," if closed and "," in text else text

    def order(self, s: Statement, k: int | None = None) -> list[Phrase]:
        """Return the parts of a stem in their order, without part k and the verb."""
        return [*s.said, *(p for n, p in enumerate(s.parts) if n not in {k, s.verb})]
