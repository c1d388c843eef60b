"""What "the bridge", "it" or "his" mean, where the article leaves no doubt about it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.languages.english.chunks import QUOTES
from quiz.languages.english.kind_nouns import called, kind_meant, of_kind, rivalling, unsure
from quiz.languages.english.mentions import Mentions
from quiz.languages.english.nouns import MODIFIERS, NOUNS
from quiz.languages.english.tables import EVENTS, HAPPENINGS

if TYPE_CHECKING:
    from quiz.languages.english.chunks import Phrase
    from quiz.languages.english.clause import Clause
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.english.mentions import Mention
    from quiz.languages.english.standing import Standing
    from quiz.languages.protocol import Fact, Sentence

PLACING = frozenset({"in", "near", "off", "at", "outside", "on"})
"""Prepositions that tell where something happened."""
TWICE = 2
"""How much more often a text names what it is about than any other of the kind."""
LONGEST = 8
"""Words of a name that may stand for a noun."""


@dataclass(frozen=True, slots=True)
class Named:
    """What stands for words up to `end`: its text, the sentence that tells it, the person."""

    end: int
    text: str
    sentence: int
    person: Fact | None = None


def _post(role: str) -> str:
    """Return the noun of an office: "secretary" of "deputy secretary of the party"."""
    return re.split(r" (?:of|for|at|to|in) ", role.lower())[0].split()[-1]


class Meaning:
    """Finds what nouns and pronouns of one document mean."""

    def __init__(self, doc: EnglishDocument, standing: Standing) -> None:
        """Read every mention of a noun once."""
        self._doc = doc
        self._standing = standing
        self._mentions = Mentions(doc, standing)
        self._clauses: dict[int, Clause] = {}
        self._every: list[tuple[int, Clause]] = []

    def subject(self, sentence: Sentence, clause: Clause) -> None:
        """Enter the first subject of a sentence, for the pronouns that follow."""
        if clause.told is not None:  # who speaks is not what is spoken of
            self._clauses[sentence.number] = clause
        self._clauses.setdefault(sentence.number, clause)
        self._every.append((sentence.number, clause))

    def definite(self, i: int, sentence: Sentence) -> Named | None:
        """Return what "the" and the bare noun behind it mean: the one thing named by that noun."""
        words = self._doc.words
        noun = i + 1
        if noun >= len(words) or words[noun].tag != "NN1":
            return None
        after = words[noun + 1] if noun + 1 < sentence.last else None
        if after is not None and (after.tag in NOUNS | MODIFIERS or after.text in QUOTES):
            return None  # "the website “Insurgency Wiki”"
        if noun + 2 < sentence.last and words[noun + 1].text == ",":
            name = self._beside(noun + 2, sentence.last)
            if name:
                return Named(noun + 1, name, sentence.number)  # "the capital, Ouagadougou"
        low = words[i].text.lower()
        told = [m for m in self._mentions.of(words[noun].text.lower()) if m.at < i]
        near = [m for m in told if self._paragraph(m) == sentence.paragraph]
        if low == "this":
            near = [m for m in near if m.text][-1:]
        found = self._one(near) or (self._one(told) if low == "the" else None)
        if found is not None:
            return Named(noun + 1, found.text, found.sentence, found.person)
        holder = self._holder(noun)
        if holder is not None:
            return holder
        happened = self._happening(noun, told, sentence)
        if happened is not None:
            return happened
        named = self._by_last(noun, told)
        if named is not None:
            return named
        told_by = None if any(not m.text for m in told) else self._by_kind(noun, sentence)
        return told_by or self._event(noun, sentence)

    def _holder(self, noun: int) -> Named | None:
        """Return who holds the office that a noun tells: "the president", where one does."""
        word, start = self._doc.words[noun].text.lower(), self._doc.words[noun].start
        held = [f for f in self._doc.facts if f.kind == "role" and word == _post(f.base)]
        before = next((f for f in held if f.start < start), None)
        if before is None or len({f.value for f in held}) != 1 or " " not in before.value:
            return None
        if any(getattr(f.detail, "former", False) for f in held):
            return None
        person = next(
            (f for f in self._doc.facts if f.kind == "person" and f.base == before.value), None
        )
        return None if person is None else Named(noun + 1, person.base, before.sentence, person)

    def _by_last(self, noun: int, told: list[Mention]) -> Named | None:
        """Return the one name that ends in a noun: "the cathedral" for Exeter Cathedral."""
        word, start = self._doc.words[noun].text, self._doc.words[noun].start
        if any(not m.text for m in told):
            return None
        facts = {
            f.base: f
            for f in reversed(self._doc.facts)
            if f.start < start and f.kind in {"place", "thing", "organisation"}
            and " " in f.base and f.base.rpartition(" ")[2] == word.capitalize()
        }  # fmt: skip
        if len(facts) != 1:
            return None
        fact = next(iter(facts.values()))
        at = fact.words[0]
        before = self._doc.words[at - 1] if at else None
        the = before is not None and (before.text.lower() == "the" or before.tag == "POS")
        return Named(noun + 1, f"the {fact.base}" if the else fact.base, fact.sentence)

    def _by_kind(self, noun: int, sentence: Sentence) -> Named | None:
        """Return the one place or body of the kind that a noun tells: "the city", "the party".

        Where several were named, it is the one that the sentence before or the paragraph is about.
        """
        kind = kind_meant(self._doc.words[noun].text.lower())
        start = self._doc.words[noun].start
        facts = [f for f in self._doc.facts if f.start < start and rivalling(kind, f)]
        alike = {f.base: f for f in facts if of_kind(kind, f)}
        open_to = any(unsure(f) for f in facts) and not any(called(kind, f) for f in alike.values())
        if len(alike) > 1 or open_to:
            alike = {base: f for base, f in alike.items() if base in self._main(facts, sentence)}
        if len(alike) != 1:
            return None
        fact = next(iter(alike.values()))
        at, words = fact.words[0], self._doc.words
        if at > 1 and words[at - 1].text[0].isupper():
            at -= 1  # "the FIRST Global Challenge"
        the = at > 0 and words[at - 1].text.lower() == "the"
        return Named(noun + 1, f"the {fact.base}" if the else fact.base, fact.sentence)

    def _main(self, facts: list[Fact], sentence: Sentence) -> set[str]:
        """Return which of some names the paragraph is about, or the text names by far most."""
        about = {
            f.base
            for s in self._doc.sentences[: sentence.number]
            if s.paragraph == sentence.paragraph
            and (clause := self._clauses.get(s.number)) is not None
            for i in clause.subject.indices()
            if (f := self._standing.fact(i)) is not None
        }
        often = Counter(f.base for f in facts).most_common(2)
        first = len(often) < 2 or often[0][1] >= TWICE * often[1][1]
        return about | ({often[0][0]} if often and often[0][1] > 1 and first else set())

    def _event(self, noun: int, sentence: Sentence) -> Named | None:
        """Return what happened to whom, where a noun takes up a verb: "the attack on the port"."""
        word = self._doc.words[noun].text.lower()
        told = EVENTS.get(word)
        if told is None:
            return None
        verb, of, whose = told
        found: dict[str, int] = {}
        for number, clause in self._every:
            if number >= sentence.number or self._doc.words[clause.verb.head].lemma != verb:
                continue
            whom = self._whom(clause, whose)
            text = self._clear(whom) if whom is not None else ""
            text = f"{of} {text}" if text else self._where(clause)
            if not text:
                return None
            found.setdefault(text, number)
        if len(found) != 1:
            return None
        text, number = next(iter(found.items()))
        return Named(noun + 1, f"the {word} {text}", number)

    def _happening(self, noun: int, told: list[Mention], sentence: Sentence) -> Named | None:
        """Return "the storm in Chile" where a text brought in "a storm" that struck there."""
        word = self._doc.words[noun].text.lower()
        if word not in HAPPENINGS or len(told) != 1 or told[0].text:
            return None
        at = told[0].sentence
        inside = [c for n, c in self._every if n == at and n < sentence.number]
        where = next((w for c in inside if (w := self._where(c))), "")
        return Named(noun + 1, f"the {word} {where}", at) if where else None

    def _where(self, clause: Clause) -> str:
        """Return the place of which a clause tells, with its preposition."""
        words = self._doc.words
        for p in clause.rest:
            low = words[p.first].text.lower()
            if p.kind == "pp" and low in PLACING and not p.gaps:
                fact = self._mentions.alone(p)
                if fact is not None and fact.kind == "place":
                    return f"{low} {self._mentions.text(p.first + 1, p.last)}"
        return ""

    def _whom(self, clause: Clause, whose: str) -> Phrase | None:
        """Return whom a clause is about: the subject, or the object of a verb that takes one."""
        words = self._doc.words
        helped = any(words[i].tag.startswith("VB") for i in clause.verb.indices()[:-1])
        passive = helped and words[clause.verb.head].tag in {"VVN", "VVD"}
        if passive or whose == "subject":
            return clause.subject
        first = clause.rest[0] if clause.rest else None
        if first is not None and first.kind == "np":
            return first
        return clause.subject if whose == "either" else None

    def _clear(self, p: Phrase) -> str:
        """Return a noun phrase that tells by itself whom it means, nothing for any other."""
        words = self._doc.words
        kept = p.indices()
        named = any(self._standing.fact(i) is not None for i in kept)
        if not named or len(kept) > LONGEST + 2 or p.gaps or p.text:
            return ""
        if any(words[i].tag in {"DPS", "PNP", "DT0"} for i in kept):
            return ""
        text = self._mentions.text(kept[0], kept[-1] + 1)
        return text[0].lower() + text[1:] if words[kept[0]].tag == "AT0" else text

    def _beside(self, i: int, last: int) -> str:
        """Return the name of no person that begins at i and that a mark closes; nothing else."""
        words, end = self._doc.words, i
        while end < last and words[end].tag == "NP0":
            end += 1
        fact = self._standing.fact(i)
        if end == i or (fact is not None and fact.kind == "person"):
            return ""
        closed = end >= last or words[end].text in {",", "."}
        return self._doc.span(i, end) if closed else ""

    def _paragraph(self, mention: Mention) -> int:
        return self._doc.sentences[mention.sentence].paragraph

    def _one(self, told: list[Mention]) -> Mention | None:
        """Return the mention that names what all are about, None where that is not one."""
        if len({m.key for m in told}) != 1 or not told[0].text:
            return None
        best = min(told, key=lambda m: len(m.text))
        if re.search(r"\bthe [a-z]+['’]s? ", best.text):
            return None  # "the government's project": which government's?
        if len(best.text.split()) > LONGEST or re.search(
            r"\b(?:his|her|their|its|this|that|our)\b", best.text
        ):
            return None
        return best

    def thing(self, i: int, sentence: Sentence) -> Named | None:
        """Return what "it" or "its" at word i means: what the sentence before is about."""
        here = self._clauses.get(sentence.number)
        within = here is not None and here.subject.last <= i
        if within and self._doc.words[i].text.lower() == "it":
            return None
        if here is not None and within:
            clause, number = here, sentence.number
        else:
            before = self._clauses.get(sentence.number - 1)
            near = self._doc.sentences[sentence.number - 1] if sentence.number else None
            if before is None or near is None or near.paragraph != sentence.paragraph:
                return None
            clause, number = before, near.number
            if self._introduces(clause):
                return None
        text = self._about(clause.subject, self._doc.sentences[number])
        return Named(i + 1, text, number) if text else None

    def _introduces(self, clause: Clause) -> bool:
        """Whether a clause speaks of another thing that the next sentence could be about."""
        words = self._doc.words
        if words[clause.verb.head].lemma == "be":
            return False
        for p in clause.rest:
            if p.kind in {"tail", "content", "aside"}:
                continue
            fact = self._mentions.alone(p) if p.kind == "np" else None
            if fact is not None and fact.kind != "person":
                return True
            if p.kind == "np" and words[p.first].text.lower() in {"a", "an"}:
                return True
        return False

    def _about(self, subject: Phrase, sentence: Sentence) -> str:
        """Return the name of a subject that is one named thing, not a person."""
        words = self._doc.words
        if any(words[i].tag == "CJC" and self._standing.fact(i) is None for i in subject.indices()):
            return ""
        end = self._mentions.end(subject.first, subject.last)
        fact = self._standing.fact(end - 1)
        if words[subject.first].text.lower() in {"it", "they"}:
            found = self.thing(subject.first, sentence)
            return found.text if found is not None else ""
        if end < subject.last:
            return ""
        if fact is not None and subject.gaps and fact.kind != "person":
            return self._mentions.text(*fact.words)
        if fact is not None and fact.kind != "person" and fact.words[1] == end:
            return self._mentions.text(subject.first, end)
        if words[subject.first].text.lower() == "the":
            found = self.definite(subject.first, sentence)
            if found is not None and found.end == end and found.person is None:
                return found.text
        return ""
