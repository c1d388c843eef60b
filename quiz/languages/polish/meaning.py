"""Who or what a bare noun means: "kobieta", "prezydent", "spółka", where only one can be meant."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from quiz.languages.polish.inflection import inflect_person
from quiz.languages.polish.mentions import nation
from quiz.languages.polish.near import person
from quiz.languages.polish.nouns import OWNERS
from quiz.languages.polish.options.bodies import group_of, noun_of
from quiz.languages.polish.tables import (
    ANAPHORS,
    COMPANIES,
    COMPANY_NOUNS,
    FIRMS_OWN,
    KIN,
    ORDER_ADJECTIVES,
    PERSON_NOUNS,
    ROLES,
    TAKEN,
)

if TYPE_CHECKING:
    from quiz.languages.polish.building import Statement
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Word
    from quiz.languages.polish.names import Name
    from quiz.languages.polish.phrases import Phrase

OFTEN = 3
"""How many times as often as any other firm the one must be named that "spółka" means.

Where the text names no other, twice is enough.
"""
WITH_ORDER = 2
"""Words of "pierwszy lot"."""
POINTING = frozenset({"ten", "ta", "to"})
PAIR = 2
"""Words of a noun with what points to it."""
BACK = 2
"""How many sentences back "jej mąż" may find whose he is."""


def _noun(word: Word, lemma: str) -> bool:
    """Whether a word may be a form of a noun; "Zamek" opens a sentence and is a town as well."""
    return lemma in word.lemmas and any(
        r.lemma == lemma and r.pos == "subst" for r in word.readings
    )


def _common(word: Word) -> str:
    """Return the common noun that a word may be; one that opens a sentence may be a name too."""
    nouns = [r.lemma for r in word.readings if r.pos == "subst"]
    return next((n for n in nouns if n.islower()), nouns[0] if nouns else "")


class Meaning:
    """Finds what bare nouns of one document mean."""

    def __init__(self, doc: PolishDocument) -> None:
        """Take the document."""
        self._doc = doc
        bodies = [n for n in doc.names if n.kind in {"organisation", "thing"}]
        firms = {n.base for n in bodies if self._company(n)}
        mentions = Counter(n.base for n in bodies if n.base in firms)
        first, second = [*mentions.most_common(2), ("", 0), ("", 0)][:2]
        alone = first[1] > 1 and not second[1]
        opening = doc.named.get(doc.sentences[0].first) if doc.sentences else None
        # What an article begins with it is about, if it names no firm as often.
        alone = alone or (opening is not None and opening.base == first[0] and first[1] > second[1])
        # The firm that "spółka" means: nothing where it could be one of several.
        self.firm = first[0] if alone or first[1] >= OFTEN * max(second[1], 1) else ""

    def _company(self, name: Name) -> bool:
        before = self._doc.words[name.first - 1] if name.first else None
        if before is not None and before.lemma("subst") in COMPANIES:
            return True
        noun = noun_of(group_of(name.base))
        return bool(noun) and noun.split()[0] in COMPANY_NOUNS

    def known(self, s: Statement, about: tuple[Phrase, tuple[int, ...]] | None = None) -> Statement:
        """Return the statement with a name for a subject or object that is a bare noun.

        A noun that could mean several things, or what the text has not named, is left as it is.
        `about` is the subject of the sentence before, with the sentences that name it.
        """
        out = s
        for k, part in enumerate(s.parts):
            if part.kind == "np" and not part.text and self._doc.words[part.first].lower in OWNERS:
                out = self._related(out, k, part, about)
                continue
            if part.kind == "pp" and about is not None and not part.text:
                out = self._belonging(out, k, part, about)
                continue
            if k == s.subject and (owner := self._owner(s, part)):
                out = self._named(out, k, part, *owner)
                continue
            first = k == s.subject or (k < s.verb and part.cases & {"nom", "acc"})
            if first and about is not None and (noun := self._pointed(part)) >= 0:
                out = self._taken(out, k, part, noun, about)
            bare = part.kind == "np" and not part.text and part.last - part.first == 1
            named = self._doc.named.get(part.head)
            if not bare or (named is not None and named.kind != "people"):
                continue
            if k == s.subject:
                out = self._subject(out, k, part) if out.parts[k] is part else out
            elif "acc" in part.cases and (k > s.verb or s.subject is None or k == 0):
                body = self._body(s, _common(self._doc.words[part.head]))
                if body is not None and "nom" in part.cases:
                    out = self._named(out, k, part, body, body.base)
                else:
                    out = self._thing(out, k, part, "acc")
        return out

    def _owner(self, s: Statement, part: Phrase) -> tuple[Name, str] | None:
        """Return the firm an article is about and "pierwszy lot linii X", where only it can be.

        The sentence before names no other body, whose first it could be.
        """
        words = self._doc.words
        name = next((n for n in self._doc.names if n.base == self.firm), None)
        if part.kind != "np" or part.text or part.last - part.first != WITH_ORDER or name is None:
            return None
        bodies = {"organisation", "thing"}
        before = {
            n.base
            for n in self._doc.names
            if n.sentence == s.sentence.number - 1 and n.kind in bodies
        }
        if before - {name.base}:
            return None
        order = any(r.lemma in ORDER_ADJECTIVES for r in words[part.first].readings)
        noun = noun_of(group_of(name.base)).split()
        of_firm = words[part.head].lemma("subst") in FIRMS_OWN
        if not (order and of_firm and noun) or self._doc.names_in(part):
            return None
        genitive = self._doc.morphology.inflect(noun[0], "subst", "sg", "gen")
        shown = self._doc.span(part.first, part.last)
        return (name, f"{shown.lower()} {genitive} {name.base}") if genitive else None

    def _related(
        self,
        s: Statement,
        k: int,
        part: Phrase,
        about: tuple[Phrase, tuple[int, ...]] | None,
    ) -> Statement:
        """Say whose "jej mąż" is: of the one woman spoken of, with her name in the genitive."""
        doc, words = self._doc, self._doc.words
        owner = words[part.first].lower
        if words[part.first + 1].lemma("subst") not in KIN:
            return s
        named = doc.named.get(part.last - 1)
        if named is not None and named.kind == "person" and named.last == part.last:
            # "jego rywal Jan Kos": who he is needs no telling where the name is there.
            return s.put(k, replace(part, first=named.first, head=named.first))
        gender = {"jego": "m1", "jej": "f"}.get(owner, "")
        here = s.sentence.number
        near = {
            n.base: n
            for n in doc.names
            if n.kind in {"person", "surname"} and here - BACK <= n.sentence < here
        }
        found = [n for n in near.values() if n.gender in {gender, ""}]
        topic = doc.named.get(about[0].head) if about is not None else None
        if not found and topic is not None and topic.kind == "person":
            found = [topic]  # left out in the sentences between, and so still spoken of
        if part.last != part.first + 2 or len(found) != 1 or not doc.certain(found[0].base):
            return s
        form = inflect_person(doc.morphology, found[0].base, gender, "gen")
        if not form or found[0].gender != gender:
            return s
        text = f"{words[part.first + 1].lower} {form}"
        told = max(n.sentence for n in doc.names if n.base == found[0].base and n.sentence < here)
        sentences = tuple(sorted({told, *s.sentences}))
        return replace(s.put(k, replace(part, text=text)), sentences=sentences, doubt=s.doubt + 0.1)

    def _pointed(self, part: Phrase) -> int:
        """Return the noun of "film", "ten film" or "film ten", -1 where more is said of it."""
        words = self._doc.words
        if part.kind != "np" or part.text or part.many or part.last - part.first > PAIR:
            return -1
        nouns = [i for i in range(part.first, part.last) if words[i].lower not in POINTING]
        return nouns[0] if len(nouns) == 1 and nouns[0] not in self._doc.named else -1

    def _taken(
        self, s: Statement, k: int, part: Phrase, noun: int, about: tuple[Phrase, tuple[int, ...]]
    ) -> Statement:
        """Say which film "film" is: the one that the sentence before speaks of by its name.

        Nothing where that sentence names another of the kind, or where the text has spoken of a
        film before that may be another.
        """
        doc, here = self._doc, s.sentence.number
        lemma = _common(doc.words[noun])
        kinds = {TAKEN.get(lemma, ""), "thing" if TAKEN.get(lemma) == "organisation" else ""}
        spoken = range(about[0].last - 1, about[0].first - 1, -1)
        name = next((doc.named[i] for i in spoken if i in doc.named), None)
        if name is None or name.kind not in kinds or not name.sure or about[0].many:
            return s
        others = (n.base for n in doc.names if n.sentence == here - 1 and n.kind in kinds)
        if any(base != name.base for base in others):
            return s
        for i, w in enumerate(doc.words[: s.sentence.first]):
            if not w.capital and i not in doc.named and _noun(w, lemma):
                after = doc.named.get(i + 1)
                if after is None or after.base != name.base:
                    return s
        known = self._named(s, k, part, name, f"{doc.words[noun].lower} {name.base}")
        return replace(known, sentences=tuple(sorted({*about[1], *known.sentences})))

    def _belonging(
        self, s: Statement, k: int, part: Phrase, about: tuple[Phrase, tuple[int, ...]]
    ) -> Statement:
        """Say whose "na jej koncert" is: of the woman whom the sentence before spoke of."""
        doc, words = self._doc, self._doc.words
        name = doc.named.get(about[0].head)
        if part.last - part.first != PAIR + 1 or name is None:
            return s
        gender = {"jego": "m1", "jej": "f"}.get(words[part.first + 1].lower, "-")
        at = (s.sentence.number - 1, s.sentence.number)
        near = [n for n in doc.names if n.kind == "person" and n.sentence in at]
        others = {n.base for n in near if n.gender in {gender, ""}} - {name.base}
        if name.kind != "person" or name.gender != gender or others or not doc.certain(name.base):
            return s
        if not (form := inflect_person(doc.morphology, name.base, gender, "gen")):
            return s
        text = f"{words[part.first].lower} {words[part.first + 2].text} {form}"
        proof = tuple(sorted({*about[1], *s.sentences}))
        return replace(s.put(k, replace(part, text=text)), sentences=proof, doubt=s.doubt + 0.1)

    def _subject(self, s: Statement, k: int, part: Phrase) -> Statement:
        word = self._doc.words[part.head]
        lemma = _common(word)
        if lemma in ROLES or lemma in PERSON_NOUNS or nation(word):
            name = person(self._doc, s.sentence.number, lemma, word.lower)
            return s if name is None else self._named(s, k, part, name, name.base)
        if lemma in COMPANIES and self.firm:
            name = next(n for n in self._doc.names if n.base == self.firm)
            return self._named(s, k, part, name, f"{word.lower} {self.firm}")
        body = self._body(s, lemma)
        if body is not None:
            return self._named(s, k, part, body, body.base)
        return self._thing(s, k, part, "nom")

    def _body(self, s: Statement, lemma: str) -> Name | None:
        """Return the one body or event whose name has a noun for its head: "festiwal", "agencja".

        It has to be named before, and no other of its kind anywhere in the text.
        """
        found = self._bodies.get(lemma, {})
        name = next(iter(found.values())) if len(found) == 1 else None
        if name is None or name.sentence >= s.sentence.number:
            return None
        another = any(
            not w.capital and i not in self._doc.named and _noun(w, lemma)
            for i, w in enumerate(self._doc.words[: s.sentence.first])
        )
        return None if another else name

    @cached_property
    def _bodies(self) -> dict[str, dict[str, Name]]:
        """Return the names of several words by their head noun, each with its first mention."""
        out: dict[str, dict[str, Name]] = {}
        for name in self._doc.names:
            several = name.kind in {"organisation", "thing"} and name.last - name.first > 1
            if several and name.sure and (head := self._head(name)):
                out.setdefault(head, {}).setdefault(name.base, name)
        return out

    def _head(self, name: Name) -> str:
        """Return the noun that a body's name has for its head: "Duńska Agencja Energii".

        What is no nominative in the base form ("Legii Jan Kos") heads nothing.
        """
        base = name.base.lower().split()
        for word in self._doc.words[name.first : name.last]:
            nouns = [r.lemma.lower() for r in word.readings if r.pos == "subst"]
            if nouns and not word.has("adj"):
                return next((n for n in nouns if n in base), "")
        return ""

    def _named(self, s: Statement, k: int, part: Phrase, name: Name, text: str) -> Statement:
        number = s.sentence.number
        told = [n.sentence for n in self._doc.names if n.base == name.base and n.sentence <= number]
        if not told:
            return s
        known = s.put(k, replace(part, text=text, head=name.first))
        sentences = tuple(sorted({max(told), *s.sentences}))
        return replace(known, sentences=sentences, doubt=s.doubt + 0.1)

    def _thing(self, s: Statement, k: int, part: Phrase, case: str) -> Statement:
        """Fill in "most" by "nowy most przez Wisłę", where the text has named one most before."""
        doc = self._doc
        lemma = _common(doc.words[part.head])
        person = any("m1" in r.genders for r in doc.words[part.head].readings if r.pos == "subst")
        if not lemma or person or doc.words[part.head].has("ger"):
            return s
        found: dict[str, int] = {}
        for sentence in doc.sentences[: s.sentence.number]:
            phrases = doc.phrases(sentence)
            for i, p in enumerate(phrases):
                if p.kind not in {"np", "pp"} or not _noun(doc.words[p.head], lemma):
                    continue
                numbers = {n for _, n, _ in p.agree} & {n for _, n, _ in part.agree}
                last = self._end(phrases, i)
                if last and numbers and not (p.kind == "np" and case in p.cases):
                    return s
                if last and numbers:
                    text = doc.span(p.first, last)
                    fresh = p.first == sentence.first and p.first not in doc.named
                    fresh = fresh and not doc.words[p.first + 1].capital  # "Stary Most"
                    found[text[0].lower() + text[1:] if fresh else text] = sentence.number
        if len(found) != 1:
            return s
        text, number = next(iter(found.items()))
        if any(w.lower() in ANAPHORS for w in text.split()):
            return s
        known = s.put(k, replace(part, text=text))
        sentences = tuple(sorted({number, *s.sentences}))
        return replace(known, sentences=sentences, doubt=s.doubt + 0.1)

    def _end(self, phrases: list[Phrase], i: int) -> int:
        """Return the end of a noun with what names it: "nowy most (przez Wisłę)"; 0: no name."""
        doc = self._doc
        p = phrases[i]
        if doc.names_in(p):
            return p.last
        after = phrases[i + 1] if i + 1 < len(phrases) else None
        near = after is not None and after.kind == "pp" and after.first == p.last
        return after.last if near and after is not None and doc.names_in(after) else 0
