"""Self-contained statements: what an article says, one finite verb each, ready to be asked about.

A statement comes from a main clause, a coordinate one, a relative clause with a name before it, or
what somebody is reported to say. A subject that Polish leaves out is filled in where the sentence
before it tells who is meant.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.polish.building import Builder, Statement
from quiz.languages.polish.clauses import (
    Clause,
    brackets,
    copula,
    dashes,
    parted,
    tree,
    without_scores,
)
from quiz.languages.polish.doubts import forename, predicated, settled, titled, torn
from quiz.languages.polish.filling import Filling, Topic
from quiz.languages.polish.listing import ellipses
from quiz.languages.polish.meaning import Meaning
from quiz.languages.polish.morph import FINITE
from quiz.languages.polish.phrases import DASHES, Phrase
from quiz.languages.polish.speech import Speech, attribution, says
from quiz.languages.polish.standing import Standing
from quiz.languages.polish.subjects import agrees, finite_reading

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.names import Name
    from quiz.languages.protocol import Sentence

FORBIDDEN = frozenset("?!…") | {"..."}
LONGEST = 70
"""Words between semicolons; who reads a longer sentence by rule reads it wrong."""


class Statements:
    """Reads the statements of a document, sentence by sentence."""

    def __init__(self, doc: PolishDocument) -> None:
        """Take a document that was read."""
        self._doc = doc
        self._standing = Standing(doc)
        self._builder = Builder(doc, self._standing)
        self._filling = Filling(doc, self._standing)
        self._meaning = Meaning(doc)
        self._topic: Topic | None = None

    def all(self) -> list[Statement]:
        """Return every statement, in the order of the text."""
        out: list[Statement] = []
        early: list[Sentence] = []
        hero: Topic | None = None
        speech = Speech(self._doc)
        telling = {f.sentence for f in self._doc.facts}
        for sentence in self._doc.sentences:
            plain = speech.plain(sentence)
            heard = self._topic is not None and self._topic.number == sentence.number - 1
            if sentence.number not in telling and not heard:
                continue  # no name, date or number in it, and nobody it could go on about
            if plain:
                found = self._of(sentence)
                if hero is None:
                    early.append(sentence)
                    hero = self._topic if any(s.subject is not None for s in found) else None
                out += found
            else:
                phrases = self._doc.phrases(sentence)
                topic, self._topic = self._topic, None
                self._heard(sentence, phrases, topic)
        return [*self._opened(early, hero), *out]

    def _opened(self, early: list[Sentence], hero: Topic | None) -> list[Statement]:
        """Return what a text says of its hero before it names him."""
        if hero is None or not self._filling.awaits(early, hero):
            return []
        self._topic = Topic(-1, hero.phrase, (hero.number,))
        found = [s for sentence in early[:-1] for s in self._of(sentence)]
        return [replace(s, doubt=s.doubt + 0.1) for s in found if hero.number in s.sentences]

    def _of(self, sentence: Sentence) -> list[Statement]:
        doc, words = self._doc, self._doc.words
        texts = [w.text for w in words[sentence.first : sentence.last]]
        phrases = brackets(doc, doc.phrases(sentence))
        topic, self._topic = self._topic, None
        self._heard(sentence, phrases or [], topic)
        if phrases is None or FORBIDDEN & set(texts):
            return []
        if self._personal(sentence):
            return []
        while phrases and words[phrases[-1].first].text == ".":
            phrases = phrases[:-1]
        speaker = (
            topic.phrase if topic is not None and topic.number == sentence.number - 1 else None
        )
        said, by, phrases = attribution(doc, phrases, speaker)
        self._defined(sentence, doc.phrases(sentence))
        out: list[Statement] = []
        phrases, more = ellipses(doc, phrases)
        for part in parted(doc, without_scores(doc, phrases)):
            before = self._still(topic) if out else topic
            lent = self._filling.meant(sentence, part, before)
            piece = dashes(doc, sentence, copula(doc, lent or part))
            colon = next((k for k, p in enumerate(piece) if words[p.first].text == ":"), None)
            if colon and titled(doc, piece[colon].first):
                continue
            piece = piece[:colon]
            if piece and piece[-1].last - piece[0].first <= LONGEST:
                main = self._main(sentence, piece)
                found = self._read(sentence, main, (said, by), before)
                if lent and before is not None:
                    proof = {*before.proof, sentence.number}
                    found = [
                        replace(s, sentences=tuple(sorted(proof)), doubt=s.doubt + 0.1)
                        for s in found
                        if s.parts[0] is lent[0]
                    ]
                out += found
        if not out:
            self._keep(sentence, topic)
        return [*out, *(shared for s in out[:1] for shared in _sharing(s, more))]

    def _keep(self, sentence: Sentence, topic: Topic | None) -> None:
        """Go on speaking of the person of the sentence before where this one names nobody else."""
        if topic is None or self._topic is not None or sentence.number - topic.number != 1:
            return
        name = self._doc.named.get(topic.phrase.head)
        others = [n for n in self._doc.names if n.sentence == sentence.number]
        if name is None or name.kind != "person":
            return
        if all(n.kind in {"place", "people"} or n.base == name.base for n in others):
            self._topic = topic._replace(number=sentence.number)

    def _still(self, topic: Topic | None) -> Topic | None:
        """Return what was spoken of last: before a semicolon, or in the sentence before."""
        return self._topic or topic

    def _main(self, sentence: Sentence, phrases: list[Phrase]) -> Clause:
        """Return the main clause of phrases, its verb found where it looked like another word."""
        doc = self._doc
        main = tree(doc, phrases)
        if not main.finite and main.own:
            own = main.own
            verb = doc.chunker.hidden_verb(own[0].first, own[-1].last)
            again = doc.chunker.chunk(phrases[0].first, phrases[-1].last, verb) if verb >= 0 else []
            main = tree(doc, dashes(doc, sentence, brackets(doc, again) or phrases))
        return main

    def _heard(self, sentence: Sentence, phrases: list[Phrase], topic: Topic | None) -> None:
        """Remember who spoke: the sentence after a quotation may leave him out."""
        before = topic.phrase if topic is not None else None
        speaker = attribution(self._doc, phrases, before)[1]
        if speaker is not None and self._doc.names_in(speaker):
            self._topic = Topic(sentence.number, speaker, (sentence.number,))

    def _personal(self, sentence: Sentence) -> bool:
        """Whether somebody speaks of himself or to us."""
        return any(
            w.poses <= FINITE and {"pri", "sec"} & w.readings[0].rest
            for w in self._doc.words[sentence.first : sentence.last]
            if w.readings
        )

    def _read(
        self,
        sentence: Sentence,
        main: Clause,
        source: tuple[str, Phrase | None],
        topic: Topic | None,
    ) -> list[Statement]:
        said, told_by = source
        out: list[Statement] = []
        shared: Phrase | None = None
        spoken: dict[int, tuple[str, Phrase]] = {}
        for clause, parent in main.walk():
            found: Statement | None = None
            if clause.kind in {"main", "coordinate"}:
                found = self._filling.fill(self._builder.build(sentence, clause), shared, topic)
                whole = found or self._filling.fill(
                    self._builder.build(sentence, clause, bare=True), shared, topic
                )
                if (
                    whole is not None
                    and whole.subject is not None
                    and not torn(self._doc, whole)
                    and not predicated(self._doc, whole)
                ):
                    subject = whole.parts[whole.subject]
                    if clause.kind == "main":
                        shared = subject
                        number = sentence.number
                        meant = self._meaning.known(whole, topic and (topic.phrase, topic.proof))
                        if meant is not whole and meant.subject == whole.subject:
                            self._topic = Topic(number, self._topical(meant), meant.sentences)
                        else:
                            earlier = whole.sentences != (number,) and topic
                            proof = topic.proof if topic and earlier else ()
                            self._topic = Topic(number, self._topical(whole), proof or (number,))
                    if not said and (by := self._speaker(whole)):
                        spoken[id(clause)] = by, subject
                elif whole is not None and clause.kind == "main":
                    self._told(whole)
                if found is not None:
                    found = replace(found, said=said, speaker=told_by)
                    if clause.doubtful and not settled(self._doc, main, clause):
                        found = None
            elif clause.kind == "content" and parent is not None and id(parent) in spoken:
                by, speaker = spoken[id(parent)]
                found = self._builder.build(sentence, clause)
                own = (
                    found is not None
                    and found.subject is None
                    and not self._filling.impersonal(found)
                )
                if found is None or (own and not self._filling.agree(speaker, found)):
                    continue
                found = replace(found, said=by, speaker=speaker, doubt=found.doubt + 0.1)
            elif clause.kind == "relative" and parent is not None and not said:
                found = self._relative(sentence, clause, parent)
            for statement in self._with_lists(sentence, clause, found):
                known = self._meaning.known(statement, topic and (topic.phrase, topic.proof))
                if not self._standing.stands(known):
                    known = self._standing.whole(known) or known
                if self._standing.stands(known) and not forename(self._doc, known):
                    out.append(known)
        return out

    def _told(self, whole: Statement) -> None:
        """Remember what "X to …" tells of."""
        doc, number = self._doc, whole.sentence.number
        verb = finite_reading(doc.words[whole.parts[whole.verb].first])
        if verb.lemma == "to" and whole.verb and doc.names_in(whole.parts[whole.verb - 1]):
            self._topic = Topic(number, self._topical(whole), (number,))

    def _topical(self, whole: Statement) -> Phrase:
        """Return the subject as the next sentence may mean it: "szpital" with its "w Gdańsku"."""
        doc, k = self._doc, whole.subject or 0
        subject = whole.parts[k]
        after = whole.parts[k + 1] if k + 1 < whole.verb else None
        if after is None or after.kind != "pp" or doc.names_in(subject) or subject.text:
            return subject
        if after.first != subject.last or not doc.names_in(after):
            return subject
        text = self._standing.lowered(replace(subject, last=after.last))
        return replace(subject, last=after.last, text=text)

    def _defined(self, sentence: Sentence, phrases: list[Phrase]) -> None:
        """Remember what a sentence without a verb is about: "Wisła – najdłuższa rzeka Polski"."""
        doc = self._doc
        at = next((k for k, p in enumerate(phrases) if doc.words[p.first].text in DASHES), 0)
        verbs = any(p.kind == "verb" for p in phrases[:at])
        name = doc.named.get(phrases[0].first) if phrases else None
        if at and name is not None and not verbs and phrases[0].kind == "np":
            agree = frozenset(t for t in phrases[0].agree if t[0] == "nom")
            topic = replace(phrases[0], last=name.last, agree=agree or phrases[0].agree)
            self._topic = Topic(sentence.number, topic, (sentence.number,))

    def _with_lists(
        self, sentence: Sentence, clause: Clause, found: Statement | None
    ) -> list[Statement]:
        if found is None:
            return []
        more = self._builder.others(sentence, clause, found)
        return [
            found,
            *(
                replace(m, said=found.said, speaker=found.speaker, sentences=found.sentences)
                for m in more
            ),
        ]

    def _speaker(self, statement: Statement) -> str:
        """Return "oświadczył Jan Kos" where a statement reports what a named subject said."""
        verb = statement.parts[statement.verb]
        if statement.subject is None or not says(self._doc, verb):
            return ""
        subject = statement.parts[statement.subject]
        if not self._doc.names_in(subject) or self._standing.of_a_nation(subject):
            return ""
        text = subject.text or self._standing.lowered(subject)
        said = self._doc.span(verb.first, verb.last)
        return f"{said[0].lower()}{said[1:]} {text}"

    def _known(self, name: Name, phrase: Phrase) -> bool:
        """Whether a name may be the subject of what follows it: a person, or else one on its own.

        In "właściciel Orlenu, który" the pronoun may mean the owner, so the body heads its phrase.
        """
        if name.kind == "person":
            return self._doc.certain(name.base)
        alone = name.first == phrase.first + (phrase.kind == "pp")
        kind = name.kind in {"organisation", "place"}
        return kind and name.sure and alone and not phrase.many

    def _relative(self, sentence: Sentence, clause: Clause, parent: Clause) -> Statement | None:
        """Make a statement of "…, który zrobił X" with the name before the comma as its subject."""
        doc = self._doc
        at = next(k for k, item in enumerate(parent.items) if item is clause)
        before = parent.items[at - 1] if at else None
        if not isinstance(before, Phrase) or clause.opener != 1:
            return None
        name = doc.named.get(before.head) or doc.named.get(before.last - 1)
        pronoun = clause.items[0]
        if name is None or name.last != before.last or not isinstance(pronoun, Phrase):
            return None
        if pronoun.last - pronoun.first != 1 or not self._known(name, before):
            return None
        built = self._builder.build(sentence, clause)
        reading = finite_reading(doc.words[built.parts[built.verb].first]) if built else None
        if built is None or reading is None or built.subject is not None:
            return None
        nominative = frozenset(
            ("nom", n, g)
            for r in doc.words[pronoun.first].readings
            if "nom" in r.cases
            for n in r.number
            for g in r.genders
            if g == (name.gender or g)
        )
        subject = replace(before, kind="np", head=name.first, agree=nominative, text=name.base)
        if not agrees(subject, reading):
            return None
        filled = self._filling.with_subject(built, subject, (sentence.number,))
        return replace(filled, doubt=filled.doubt + 0.1)


def _sharing(s: Statement, members: list[tuple[Phrase, Phrase]]) -> list[Statement]:
    """Return a statement of its own for every date and number that share a verb with the first."""
    dates = [k for k, p in enumerate(s.parts) if p.kind == "date"]
    counts = [k for k, p in enumerate(s.parts) if p.kind == "quantity"]
    if len(dates) != 1 or len(counts) != 1:
        return []
    kind = s.parts[counts[0]]
    return [
        s.put(dates[0], date).put(counts[0], count)
        for date, count in members
        if count.agree and count.last - count.head == kind.last - kind.head  # "ton", of what
    ]
