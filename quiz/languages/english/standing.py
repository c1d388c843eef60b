"""What stands alone: every noun and pronoun of a stem tells what it means within the stem."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quiz.languages.english.chunks import NAMING, Phrase
from quiz.languages.english.meaning import Meaning, Named
from quiz.languages.english.nouns import DETERMINERS, MODIFIERS, NOUNS
from quiz.languages.english.options.dates import spoken
from quiz.languages.english.pronouns import FEMININE, MASCULINE, Pronouns
from quiz.languages.english.tables import (
    COLLECTIVE,
    MEN,
    NATIONAL,
    PERSON_NOUNS,
    POINTING,
    UNIQUE,
    WOMEN,
)
from quiz.languages.english.telling import FAR, medal, subtitled

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.english.words import Word
    from quiz.languages.protocol import Fact, Sentence

PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
OBJECTS = frozenset({"him", "her"})
BINDING = frozenset({"of", "in", "at", "on", "near", "outside", "behind", "off", "along",
                     "between"})  # fmt: skip
"""Prepositions behind which a name tells which noun is meant: "the pier at Deal"."""
GOING = frozenset(
    {
        "visit", "trip", "flight", "journey", "road", "ambassador", "access", "threat", "letter",
        "reference", "voyage", "tour", "route", "railway", "bridge",
    }
)  # fmt: skip
"""Nouns that "to" and "from" and a name tell: "the road to Mecca"."""
NAMING_NOUNS = frozenset({"name", "word", "term", "title", "number", "letter"})
"""Nouns that a word follows which they are about."""
CONTENT = frozenset({"on", "for", "against", "between", "about", "over"})
"""Prepositions behind which stands what something is about: "the treaty on glaciers"."""


@dataclass(slots=True)
class Seen:
    """What a stem has named so far, for the pronouns that follow.

    `subject` is the gender of a person whom the statement is about, or "it" for one thing.
    """

    masculine: int = 0
    feminine: int = 0
    unsure: int = 0
    plural: bool = False
    group: bool = False
    neuter: bool = False
    heads: set[str] = field(default_factory=set)
    places: bool = False
    subject: str = ""

    def person(self, gender: str) -> None:
        """Enter a person: "m", "f" or, not known, ""."""
        if gender == "m":
            self.masculine += 1
        elif gender == "f":
            self.feminine += 1
        else:
            self.unsure += 1
        self.plural |= self.masculine + self.feminine + self.unsure > 1


class Standing:
    """Judges words of one document, and finds what its pronouns mean."""

    def __init__(self, doc: EnglishDocument) -> None:
        """Take the document."""
        self._doc = doc
        self._named: dict[int, Fact] = {}
        self._roles = {i for f in doc.facts if f.kind == "role" for i in range(*f.words)}
        for fact in doc.facts:
            if fact.kind in NAMING:
                for i in range(*fact.words):
                    self._named.setdefault(i, fact)
        self.meaning = Meaning(doc, self)
        self.pronouns = Pronouns(doc, self)

    def fact(self, i: int) -> Fact | None:
        """Return the name that word i is part of."""
        return self._named.get(i)

    def gender(self, fact: Fact) -> str:
        """Return a person's gender, "m" or "f", or nothing."""
        return str(getattr(fact.detail, "gender", "") or "")

    def persons(self, first: int, last: int) -> list[Fact]:
        """Return the persons named within [first, last), each once."""
        found: dict[str, Fact] = {}
        for i in range(first, last):
            fact = self._named.get(i)
            if fact is not None and fact.kind == "person":
                found.setdefault(fact.base, fact)
        return list(found.values())

    def named(self, subject: Phrase, sentence: Sentence) -> Phrase | None:
        """Return a subject as it is, or the person whom its pronoun means; None if that is open."""
        word = self._doc.words[subject.head]
        low = word.text.lower()
        if subject.last - subject.first > 1:
            return None if self._doc.words[subject.first].tag == "PNP" else subject
        if word.tag not in {"PNP", "DT0", "PNI", "EX0"}:
            return subject
        if low in MASCULINE | FEMININE:
            fact = self.pronouns.antecedent(subject.head, sentence)
            return None if fact is None else replace(subject, text=fact.base)
        return subject if low == "it" or word.tag == "EX0" else None

    def read(
        self, kept: Sequence[int], seen: Seen, whole: Container[int] | None = None
    ) -> dict[int, Named] | None:
        """Return what must be said instead of some words so that a stem of these stands alone.

        None where a word points outside and nobody can tell to what. `seen` is what was named
        before these words, and takes in what they name; `whole` are all words of the stem.
        """
        words = self._doc.words
        order = kept if whole is None else whole
        said: dict[int, Named] = {}
        skip = -1
        for i in kept:
            if i <= skip:
                continue
            word = words[i]
            low, tag = word.text.lower(), word.tag
            fact = self._named.get(i)
            if fact is not None and fact.words[0] == i:
                if fact.kind == "person" and not getattr(fact.detail, "sure", True):
                    return None
                self._enter(fact, seen)
                skip = fact.words[1] - 1
                continue
            if i in self._doc.dated:
                dated = self._doc.dated[i]
                if not spoken(self._doc, dated):
                    return None
                skip = dated.last - 1
                continue
            if word.text in "?!;:…[]()" and not subtitled(words, i):
                return None
            if low == "question" and i and words[i - 1].text.lower() == "in":
                return None  # "the property in question"
            alone = low in OBJECTS and tag == "PNP" and len(kept) == 1  # nobody meets him: himself
            loose = (
                (tag in {"PNP", "PNX", "DPS"} and (alone or not self._bound(low, seen, i)))
                or (tag == "AT0" and low == "the" and not self._definite(i, order, seen))
                or (low == "this" and tag == "DT0")
            )  # fmt: skip
            if loose:
                named = self._meant(i, order)
                if named is None:
                    return None
                said[i] = named
                skip = named.end - 1
                if named.person is not None:
                    seen.person(self.gender(named.person))
                else:
                    seen.neuter = True
                continue
            if low in POINTING and tag not in {"PNP", "DPS"} and not self._harmless(i, low, tag):
                return None
            if tag in {"NN1", "NN2", "NN0"} and i not in self._doc.counted and not self._title(i):
                self._noun(word, seen)
        return said

    def _title(self, i: int) -> bool:
        """Whether a noun only says what a person is whose name follows: "veteran Ann Lee"."""
        following = self._named.get(i + 1)
        return i in self._roles or (following is not None and following.kind == "person")

    def _meant(self, i: int, order: Container[int]) -> Named | None:
        """Return what a pronoun or a definite noun at word i means."""
        doc = self._doc
        low = doc.words[i].text.lower()
        sentence = next(s for s in doc.sentences if s.first <= i < s.last)
        owns = doc.words[i].tag == "DPS"
        if low in {"the", "this"}:
            named = self.meaning.definite(i, sentence)
            return named if named is not None and named.end - 1 in order else None
        if low in NEUTER:
            named = self.meaning.thing(i, sentence)
        elif owns or (low in OBJECTS and doc.words[i].tag == "PNP"):
            fact = self.pronouns.antecedent(i, sentence)
            named = None if fact is None else Named(
                i + 1, fact.base, self.pronouns.told_in(fact, i), fact
            )  # fmt: skip
        else:
            named = None
        if named is None or not owns:
            return named
        ending = "’" if named.text.endswith("s") and not named.text.endswith("ss") else "’s"
        return replace(named, text=named.text + ending.replace("’", self._doc.apostrophe))

    def _enter(self, fact: Fact, seen: Seen) -> None:
        if fact.kind == "person":
            seen.person(self.gender(fact))
        else:
            seen.neuter = True
            seen.group |= fact.kind == "organisation" or fact.base.startswith("Team ")
            seen.places |= fact.kind == "place"
            seen.heads.add(fact.base.split()[-1].lower())

    def _noun(self, word: Word, seen: Seen) -> None:
        low = word.lemma.lower()
        seen.heads.add(low)
        if low in PERSON_NOUNS and word.tag != "NN2":
            seen.person("m" if low in MEN else "f" if low in WOMEN else "")
        elif word.tag == "NN2" or low in COLLECTIVE:
            seen.plural = True
            seen.neuter = seen.neuter or low in COLLECTIVE
        else:
            seen.neuter = True

    def _bound(self, low: str, seen: Seen, i: int) -> bool:
        if low.endswith("self"):
            return bool(seen.masculine or seen.feminine or seen.unsure or seen.neuter)
        if low in MASCULINE:
            sure = seen.subject == "m" and seen.masculine == 1
            return sure or seen.masculine + seen.unsure == 1
        if low in FEMININE:
            sure = seen.subject == "f" and seen.feminine == 1
            return sure or seen.feminine + seen.unsure == 1
        if low in PLURAL:
            return seen.plural or (low == "their" and seen.group)
        if low == "it" and i and not self._doc.words[i - 1].tag.startswith("CJ"):
            return False  # what is done to "it" is done to something else
        if low in NEUTER:
            return seen.subject == "it" or (seen.neuter and not seen.plural)
        return False

    def _harmless(self, i: int, low: str, tag: str) -> bool:
        """Whether a pointing word points within its own phrase: "such as", "that" of a clause."""
        words = self._doc.words
        after = words[i + 1].text.lower() if i + 1 < len(words) else ""
        before = words[i - 1].text.lower() if i else ""
        if low == "that":
            follows = words[i + 1] if i + 1 < len(words) else None
            points = (
                follows is None or follows.tag in NOUNS | MODIFIERS or not follows.text[0].isalpha()
            )
            if tag == "CJT" or not points:
                return True
        if low in {"that", "those"}:
            return after in {"of", "who"}
        if low in {"one", "so"}:
            return low == "one" and (tag == "CRD" or before == "no") and after != "."
        if low in {"former", "latter"}:
            return before != "the" or (bool(after) and words[i + 1].tag in NOUNS)
        if low == "such":
            return after == "as"
        if low == "another":
            return before == "one"
        if low == "same":
            return before == "the" and after in {"sex", "time", "name"} and False
        if low == "other":
            return (before in {"each", "and"} and after != ".") or before == "than"
        if low in {"here", "there"}:
            return tag == "EX0" and bool(after) and words[i + 1].tag[:2] in {"VB", "VM", "VH", "AV"}
        return False

    def _definite(self, i: int, order: Container[int], seen: Seen) -> bool:
        """Whether "the" at word i tells which one within the stem."""
        words = self._doc.words
        j, head = i + 1, -1
        telling = False
        while j in order and j < len(words):
            word = words[j]
            fact = self._named.get(j)
            if fact is not None or j in self._doc.dated:
                telling, head = True, j
            elif word.text[0] == "#":
                telling, head = True, j  # a hashtag names what it is of
            elif word.tag in NOUNS:
                head = j
                telling |= word.tag == "NP0" or (word.text[0].isupper())
            elif word.tag in MODIFIERS | {"VVN", "VVG", "AV0"} or word.text in {"-", "/", "&", ","}:
                if word.text == "," and head >= 0:
                    break
                counts = word.tag == "CRD" and head >= 0 and words[head].text.islower()
                if counts or (head >= 0 and word.tag not in MODIFIERS):
                    break
                telling |= word.tag in {"AJS", "ORD", "CRD"} or word.text[0].isupper()
                telling |= word.text.lower() in {"most", "least", "only", "entire", "whole"}
            elif word.tag == "PUQ":
                telling = True
            else:
                break
            j += 1
        if telling or words[i + 1].text.lower() in {"men", "women"}:
            return True  # "the men's 100 metres"
        if head < 0:
            return False
        noun = words[head]
        if noun.lemma.lower() in seen.heads:
            return True
        apposed = head + 2 < len(words) and words[head + 1].text == ","
        if apposed and head == i + 1 and words[head + 2].tag == "NP0":
            return False  # "the capital, Ouagadougou" is told by its name
        if head - 1 > i and words[head - 1].lemma.lower() in NAMING_NOUNS:
            return True  # "the word oxygen"
        if medal(words, head):  # the contest tells of what
            beside = (self._named.get(k) for k in range(head + 1, head + FAR) if k in order)
            return any(f is not None and f.kind != "person" for f in beside)
        if noun.lemma.lower() in UNIQUE and noun.tag != "NN2":
            return True
        if noun.lemma.lower() in NATIONAL and seen.places:
            return True
        if j not in order or j >= len(words):
            return False
        after = words[j]
        if after.text in {"'s", "’s", "'", "’"}:
            return False
        if after.tag == "PRF" or after.tag in {"CJT", "PNQ", "DTQ"}:
            return True
        if after.tag in {"VVN", "VVG", "TO0"}:
            return True
        if after.tag == "VVD" and j + 1 in order and words[j + 1].text.lower() == "by":
            return True  # "the expedition led by Bethencourt"
        if after.tag == "PRP" and after.text.lower() in CONTENT:
            timed = j + 1 in self._doc.dated or j + 1 not in order
            return not timed and words[j + 1].tag not in {"CRD", "DPS", "PNP"}  # "for 27 years"
        going = after.text.lower() in {"to", "from"} and noun.lemma.lower() in GOING
        if after.tag == "PRP" and (after.text.lower() in BINDING or going):
            return self._telling_after(j + 1, order)
        return after.tag in {"PNP", "NP0"}

    def _telling_after(self, j: int, order: Container[int]) -> bool:
        """Whether the noun behind a preposition has a name in it."""
        words = self._doc.words
        while j in order and j < len(words) and j not in self._doc.dated:
            if j in self._named or words[j].text[0].isupper():
                return True
            if words[j].tag not in NOUNS | MODIFIERS | DETERMINERS:
                return False
            j += 1
        return False
