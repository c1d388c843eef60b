"""What "the bridge", "it" or "his" mean, where the article leaves no doubt about it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.languages.english.kind_nouns import kind_noun, kinds_of, words_of_kind
from quiz.languages.english.nouns import MODIFIERS, NOUNS
from quiz.languages.english.tables import EVENTS

if TYPE_CHECKING:
    from quiz.languages.english.chunks import Phrase
    from quiz.languages.english.clauses import Clause
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.english.standing import Standing
    from quiz.languages.protocol import Fact, Sentence

NEW = frozenset({"a", "an", "another", "other", "some", "any", "no", "every", "each", "one", "two",
                 "three", "four", "five"})  # fmt: skip
"""Determiners of a noun that is spoken of for the first time, or of several."""
KINDS = frozenset(
    {
        "lake", "mount", "river", "cape", "port", "fort", "bank", "university", "church", "hotel",
        "museum", "battle", "treaty", "operation", "hurricane", "storm", "typhoon", "cyclone",
        "project", "team", "bay", "gulf", "isle", "house", "college", "institute", "ministry",
    }
)  # fmt: skip
"""Nouns that a name begins with and that stand for it: "Lake Como", "the lake"."""
TWICE = 2
"""How much more often a text names what it is about than any other of the kind."""
LONGEST = 6
"""Words of a name that may stand for a noun."""


@dataclass(frozen=True, slots=True)
class Named:
    """What stands for words up to `end`: its text, the sentence that tells it, the person."""

    end: int
    text: str
    sentence: int
    person: Fact | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun spoken of: its word, its name as it follows "the" or stands alone, its sentence."""

    at: int
    text: str
    sentence: int
    key: str = ""
    person: Fact | None = None


class Meaning:
    """Finds what nouns and pronouns of one document mean."""

    def __init__(self, doc: EnglishDocument, standing: Standing) -> None:
        """Read every mention of a noun once."""
        self._doc = doc
        self._standing = standing
        self._mentions: dict[str, list[Mention]] = {}
        self._clauses: dict[int, Clause] = {}
        self._every: list[tuple[int, Clause]] = []
        for sentence in doc.sentences:
            self._collect(sentence)

    def subject(self, sentence: Sentence, clause: Clause) -> None:
        """Enter the first subject of a sentence, for the pronouns that follow."""
        if clause.told is not None:  # who speaks is not what is spoken of
            self._clauses[sentence.number] = clause
        self._clauses.setdefault(sentence.number, clause)
        self._every.append((sentence.number, clause))

    # mentions

    def _collect(self, sentence: Sentence) -> None:
        phrases = self._doc.phrases(sentence)
        for k, p in enumerate(phrases):
            if p.kind not in {"np", "pp"}:
                continue
            start = p.first + (p.kind == "pp")
            before = phrases[k - 2] if k > 1 and phrases[k - 1].kind == "point" else None
            after = phrases[k + 2] if k + 2 < len(phrases) and self._comma(phrases[k + 1]) else None
            self._enter(sentence, start, p, before, after)

    def _comma(self, p: Phrase) -> bool:
        return p.kind == "point" and self._doc.words[p.first].text == ","

    def _enter(
        self, sentence: Sentence, start: int, p: Phrase, before: Phrase | None, after: Phrase | None
    ) -> None:
        """Enter the noun a phrase is about, and the name it has there, if any."""
        words = self._doc.words
        end = self._end(start, p.last)
        name = next(
            (f for i in range(start, end) if (f := self._standing.fact(i)) is not None), None
        )
        head = end - 1
        if name is not None and name.kind != "person":
            low = words[name.words[0]].text.lower()
            if low in KINDS and name.words[1] - name.words[0] > 1:
                self._add(name.words[0], self._text(start, end), sentence, name.base, None)
        inside = self._standing.fact(head)
        if inside is not None and inside.words[0] > start:
            # "the bakery chain Hollins": the noun before a name
            noun = inside.words[0] - 1
            if words[noun].tag == "NN1":
                person = inside if inside.kind == "person" else None
                text = inside.base if person else self._text(start, end)
                self._add(noun, text, sentence, inside.base, person)
        if words[head].tag not in {"NN1", "NP0", "NN0"}:
            return
        if name is not None or any(
            words[i].text[0].isupper() and i > start for i in range(start, end)
        ):
            self._add(head, self._text(start, end), sentence,
                      (name.base if name else self._text(start, end)), None)  # fmt: skip
            return
        beside = next(
            (f for q in (before, after) if q is not None and (f := self._alone(q)) is not None),
            None,
        )
        if beside is not None:
            person = beside if beside.kind == "person" else None
            self._add(head, beside.base, sentence, beside.base, person)
        elif words[start].text.lower() in NEW:
            self._add(head, "", sentence, f"?{head}", None)

    def _add(self, at: int, text: str, sentence: Sentence, key: str, person: Fact | None) -> None:
        lemma = self._doc.words[at].text.lower()
        self._mentions.setdefault(lemma, []).append(Mention(at, text, sentence.number, key, person))

    def _end(self, start: int, last: int) -> int:
        """Return the end of the base noun phrase, before "of" and what follows."""
        for i in range(start, last):
            if self._doc.words[i].tag == "PRF" and self._standing.fact(i) is None:
                return i
        return last

    def _text(self, start: int, end: int) -> str:
        """Return a noun phrase with "the" for its article, or without one where it had none."""
        doc = self._doc
        text = doc.text[doc.words[start].start : doc.words[end - 1].end]
        return re.sub(r"^(?:the|an?) ", "the ", text, flags=re.IGNORECASE)

    def _alone(self, p: Phrase) -> Fact | None:
        """Return the name that a phrase is, articles aside."""
        words = self._doc.words
        start = p.first + (p.kind == "pp")
        if start < p.last and words[start].text.lower() == "the":
            start += 1
        fact = self._standing.fact(start) if start < p.last else None
        if fact is None:
            last = self._standing.fact(p.last - 1)
            titled = last is not None and last.kind == "person"
            return last if titled and p.kind == "np" else None
        return fact if fact.words == (start, p.last) else None

    # asking

    def definite(self, i: int, sentence: Sentence) -> Named | None:
        """Return what "the" and the bare noun behind it mean: the one thing named by that noun."""
        words = self._doc.words
        noun = i + 1
        if noun >= len(words) or words[noun].tag != "NN1":
            return None
        if noun + 1 < sentence.last and words[noun + 1].tag in NOUNS | MODIFIERS:
            return None
        low = words[i].text.lower()
        told = [m for m in self._mentions.get(words[noun].text.lower(), ()) if m.at < i]
        near = [m for m in told if self._paragraph(m) == sentence.paragraph]
        if low == "this":
            near = [m for m in near if m.text][-1:]
        found = self._one(near) or (self._one(told) if low == "the" else None)
        if found is not None:
            return Named(noun + 1, found.text, found.sentence, found.person)
        told_by = None if any(not m.text for m in told) else self._by_kind(noun, sentence)
        return told_by or self._event(noun, sentence)

    def _by_kind(self, noun: int, sentence: Sentence) -> Named | None:
        """Return the one place or body of the kind that a noun tells: "the city", "the party".

        Where several were named, it is the one that the sentence before or the paragraph is about.
        """
        wanted = words_of_kind(self._doc.words[noun].text.lower())
        start = self._doc.words[noun].start
        facts = [f for f in self._doc.facts if f.start < start and f.kind in kinds_of(wanted)]
        alike = {f.base: f for f in facts if kind_noun(f) == wanted}
        unsure = any(kind_noun(f) in {"", "organisation"} for f in facts)
        called = {base for base in alike if wanted in base.lower()}
        if len(alike) > 1 or (unsure and not called):
            alike = {base: f for base, f in alike.items() if base in self._main(facts, sentence)}
        if len(alike) != 1:
            return None
        fact = next(iter(alike.values()))
        the = self._doc.words[max(fact.words[0] - 1, 0)].text.lower() == "the"
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
            if not text:
                return None
            found.setdefault(text, number)
        if len(found) != 1:
            return None
        text, number = next(iter(found.items()))
        return Named(noun + 1, f"the {word} {of} {text}", number)

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
        text = self._text(kept[0], kept[-1] + 1)
        return text[0].lower() + text[1:] if words[kept[0]].tag == "AT0" else text

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
            fact = self._alone(p) if p.kind == "np" else None
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
        end = self._end(subject.first, subject.last)
        fact = self._standing.fact(end - 1)
        if words[subject.first].text.lower() in {"it", "they"}:
            found = self.thing(subject.first, sentence)
            return found.text if found is not None else ""
        if end < subject.last:
            return ""
        if fact is not None and subject.gaps and fact.kind != "person":
            return self._text(*fact.words)
        if fact is not None and fact.kind != "person" and fact.words[1] == end:
            return self._text(subject.first, end)
        if words[subject.first].text.lower() == "the":
            found = self.definite(subject.first, sentence)
            if found is not None and found.end == end and found.person is None:
                return found.text
        return ""
