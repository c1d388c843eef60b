"""The subject that a clause leaves out or points to, filled in from what was spoken of before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from quiz.languages.polish.options.bodies import group_of, noun_of
from quiz.languages.polish.subjects import IMPERSONAL, agrees, finite_reading
from quiz.languages.polish.tables import IMPERSONAL_VERBS

if TYPE_CHECKING:
    from quiz.languages.polish.building import Statement
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Reading
    from quiz.languages.polish.phrases import Phrase
    from quiz.languages.polish.standing import Standing
    from quiz.languages.protocol import Sentence

AIRLINE = "linia lotnicza"
APPOINTING = frozenset(
    {"powołać", "mianować", "wyznaczyć", "nominować", "wybrać", "desygnować", "zatrudnić",
     "zastąpić", "pokonać", "odznaczyć", "zwolnić", "aresztować", "skazać", "oskarżyć", "zabić",
     "uczynić", "wysłać", "skierować", "ranić", "adoptować", "koronować", "odwołać"}
)  # fmt: skip
"""Verbs of what one does to another who is spoken of from then on."""
BEING = frozenset({"jest", "są", "był", "była", "było", "byli", "były"})


class Topic(NamedTuple):
    """Whom or what the sentence of a number is about, and the sentences that name it."""

    number: int
    phrase: Phrase
    proof: tuple[int, ...]


class Filling:
    """Fills in the subjects of one document."""

    def __init__(self, doc: PolishDocument, standing: Standing) -> None:
        """Take the document, and who judges what stands alone."""
        self._doc = doc
        self._standing = standing
        self.left_out: set[int] = set()
        """The sentences that leave out whom nothing before them names."""

    def fill(
        self,
        built: Statement | None,
        shared: Phrase | None,
        topic: Topic | None,
    ) -> Statement | None:
        """Give a statement the subject it leaves out; None where nobody can tell."""
        if built is None or built.subject is not None or self.impersonal(built):
            return built
        reading = finite_reading(self._doc.words[built.parts[built.verb].first])
        number = built.sentence.number
        if shared is not None and agrees(shared, reading):
            return self.with_subject(built, shared, (number,))
        if topic is None:
            self.left_out.add(number)
        if topic is None or not 0 <= number - topic.number <= 1:
            return None
        if self._standing.of_a_nation(topic.phrase) or self._passed(topic):
            return None
        # A noun that agrees with the verb may be its subject after all.
        rivals = [
            p
            for p in built.parts
            if p.kind in {"np", "other"} and (not p.agree or agrees(p, reading))
        ]
        if rivals and not self._objects(built, rivals, reading):
            return None
        if self._hidden(built) or self._counted(built, reading):
            return None
        lines = self._lines(topic.phrase, reading)
        subject = lines or topic.phrase
        if (
            not agrees(subject, reading)
            or not (self._doc.names_in(subject) or subject.head in self._doc.named)
            or ("sg" not in reading.number and not lines)
        ):
            return None
        filled = self.with_subject(built, subject, (*topic.proof, number))
        return replace(filled, doubt=filled.doubt + 0.1)

    def _passed(self, topic: Topic) -> bool:
        """Whether the sentence before made somebody else the one who goes on.

        "Prezydent powołał Jana Kosa na ministra. Zapowiedział reformę": nobody knows who.
        """
        doc = self._doc
        mine = doc.named.get(topic.phrase.head) or doc.named.get(topic.phrase.last - 1)
        at = doc.sentences[topic.number] if topic.number >= 0 else None
        if at is None or mine is None or mine.kind != "person":
            return False
        others = [
            n
            for n in doc.names
            if n.sentence == topic.number
            and n.kind == "person"
            and n.base != mine.base
            and n.gender in {mine.gender, ""}
        ]
        return bool(others) and any(
            r.lemma in APPOINTING for w in doc.words[at.first : at.last] for r in w.readings
        )

    def awaits(self, early: list[Sentence], hero: Topic) -> bool:
        """Whether a text begins in the middle of a life, and a later sentence says of whom.

        "W 2014 objął stanowisko … W 2016 Jan Kos odszedł": where it has one hero.
        """
        doc, name = self._doc, self._doc.named.get(hero.phrase.first)
        if name is None or name.kind != "person" or not doc.certain(name.base):
            return False
        if not early or early[0].number or 0 not in self.left_out:
            return False
        told = [n for n in doc.names if n.kind == "person" and n.gender in {name.gender, ""}]
        others = [n for n in told if n.base != name.base and doc.span(n.first, n.last) == n.base]
        again = sum(n.base == name.base for n in told) > 1
        return not others or (again and all(n.sentence >= hero.number for n in others))

    def _counted(self, built: Statement, reading: Reading) -> bool:
        """Whether a number may be the subject: "z mostu korzysta 70 tysięcy kierowców"."""
        if "sg" not in reading.number or (reading.genders and "n" not in reading.genders):
            return False
        if any(r.pos == "ppas" for _, r in self._doc.morphology.forms(reading.lemma)):
            return False
        return any(
            p.kind == "quantity"
            and p.first in self._doc.counted
            and self._doc.counted[p.first].whole == p.first
            for p in built.parts
        )

    def _hidden(self, built: Statement) -> bool:
        """Whether a name at the end of a part before the verb may be the subject after all.

        "U wybrzeży Egiptu U-Boot zatopił żaglowiec": no ending tells what it is.
        """
        doc = self._doc
        for p in built.parts[: built.verb]:
            name = doc.named.get(p.last - 1)
            inner = name is not None and name.first > p.first + (p.kind == "pp")
            if inner and name is not None and name.kind not in {"place", "people"}:
                behind = name.first - 1 in doc.named
                if behind and doc.span(name.first, name.last) == name.base:
                    return True
        return False

    def _lines(self, subject: Phrase, verb: Reading) -> Phrase | None:
        """Return an airline as "linie", which is how Polish speaks of one: "przewiozły"."""
        name = self._doc.named.get(subject.head)
        women = verb.number == {"pl"} and "f" in verb.genders
        if name is None or not women or noun_of(group_of(name.base)) != AIRLINE:
            return None
        return replace(subject, agree=frozenset({("nom", "pl", "f")}), text=f"linie {name.base}")

    def _objects(self, built: Statement, nouns: list[Phrase], reading: Reading) -> bool:
        """Whether what could be the subject is the object: "w 1962 roku wygrał konkurs".

        A verb with a passive participle wants an object, and the one noun there is can be it.
        """
        if len(nouns) > 1 or any(p.kind == "se" for p in built.parts):
            return False
        noun = nouns[0]
        behind = built.parts.index(noun) > built.verb
        forms = self._doc.morphology.forms(reading.lemma)
        passive = any(r.pos == "ppas" for _, r in forms)
        name = self._doc.named.get(noun.head)
        thing = name is None or name.kind == "thing"
        return behind and passive and "acc" in noun.cases and thing

    def with_subject(
        self, built: Statement, subject: Phrase, sentences: tuple[int, ...]
    ) -> Statement:
        """Put a subject in front of the verb of a statement that has none."""
        doc = self._doc
        text = subject.text or doc.span(subject.first, subject.last)
        name = doc.named.get(subject.head)
        if name is not None and name.kind == "person":
            text = name.base
        elif subject.first not in doc.named and subject.first in doc.openings:
            text = text[0].lower() + text[1:]
        at = built.verb
        while at > 0 and (
            built.parts[at - 1].kind in {"adv", "se", "conj"}
            or doc.words[built.parts[at - 1].first].has("ppas")  # "obsadzona została"
        ):
            at -= 1
        parts = (*built.parts[:at], replace(subject, text=text), *built.parts[at:])
        sentences = tuple(sorted({*sentences, *built.sentences}))
        return replace(built, parts=parts, verb=built.verb + 1, subject=at, sentences=sentences)

    def impersonal(self, built: Statement) -> bool:
        """Whether the verb of a statement never has a subject."""
        reading = finite_reading(self._doc.words[built.parts[built.verb].first])
        neuter = not reading.genders or "n" in reading.genders
        return reading.pos in IMPERSONAL or (reading.lemma in IMPERSONAL_VERBS and neuter)

    def agree(self, subject: Phrase, built: Statement) -> bool:
        """Whether somebody could be the subject that a statement leaves out."""
        verb = self._doc.words[built.parts[built.verb].first]
        return agrees(subject, finite_reading(verb))

    def meant(
        self, sentence: Sentence, phrases: list[Phrase], topic: Topic | None
    ) -> list[Phrase] | None:
        """Name what "jest to …" or "był to …" says something of: the subject before it.

        "Był to ostatni album" becomes "X to ostatni album", which is so for ever.
        """
        doc = self._doc
        texts = [doc.words[p.first].lower for p in phrases[:2]]
        near = topic is not None and sentence.number - topic.number == 1
        if len(phrases) < 3 or texts[1] != "to" or topic is None or not near:
            return None
        being = phrases[0].kind == "verb" and doc.words[phrases[0].first].lower in BEING
        said = phrases[2]
        name = doc.named.get(topic.phrase.last - 1) or doc.named.get(topic.phrase.head)
        thing = name is not None and name.kind in {"organisation", "thing", "place"}
        if not being or not thing or said.kind != "np" or "nom" not in said.cases:
            return None
        text = topic.phrase.text or self._standing.lowered(topic.phrase)
        verb = replace(phrases[1], kind="verb", text="to")
        return [replace(topic.phrase, text=text), verb, *phrases[2:]]
