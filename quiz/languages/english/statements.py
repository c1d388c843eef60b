"""From clauses to statements: what the article says, with its subject named and its source told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.languages.english.chunks import Phrase
from quiz.languages.english.clauses import Parser
from quiz.languages.english.options.dates import spoken
from quiz.languages.english.speech import quotations, speaker
from quiz.languages.english.tables import DROPPABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.languages.english.clause import Clause
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.english.standing import Standing
    from quiz.languages.protocol import Sentence

JOINING = frozenset(
    {
        "in return", "in addition", "as a result", "at the time", "at that time", "in response",
        "in turn", "in total", "in fact", "of course", "for example", "for instance", "in contrast",
        "by contrast", "on the other hand", "at first", "at last", "in the end", "by then",
    }
)  # fmt: skip
"""Phrases that only join a sentence to what came before."""
CONTRASTS = frozenset({"while", "although", "though", "whereas", "as"})
CIRCUMSTANTIAL = frozenset({"np", "pp", "date", "inf", "adv", "adj"})
"""Kinds of phrases that tell of a cause what it was."""
LONGEST = 150
"""Words: a longer sentence is a list or no prose, and clauses within clauses without an end."""
FILLED = 0.1
"""How much less certain a statement is whose subject was found in another sentence."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What an article states: parts in order, the subject and the finite verb by index.

    Parts before the subject lead the sentence. `said` is whose words it is ("According to …"),
    `many` that the subject is several. `sentences` are the numbers of those that prove it. `doubt`
    from 0 to 1 tells how much was left out or filled in.
    """

    sentence: Sentence
    parts: tuple[Phrase, ...]
    subject: int
    verb: int
    kind: str = "main"
    said: tuple[Phrase, ...] = ()
    many: bool = False
    sentences: tuple[int, ...] = ()
    doubt: float = 0.0

    def without(self, k: int) -> Statement:
        """Return the statement without part k, which is neither subject nor verb."""
        before = k < self.subject
        return replace(
            self,
            parts=self.parts[:k] + self.parts[k + 1 :],
            subject=self.subject - before,
            verb=self.verb - before,
        )

    def put(self, k: int, part: Phrase) -> Statement:
        """Return the statement with another part in place of part k."""
        return replace(self, parts=(*self.parts[:k], part, *self.parts[k + 1 :]))


class Statements:
    """Reads the statements of one document."""

    def __init__(self, doc: EnglishDocument, standing: Standing) -> None:
        """Take the document."""
        self._doc = doc
        self._standing = standing
        self._parser = Parser(doc.words, doc.places)

    def all(self) -> Iterator[Statement]:
        """Return every statement, in the order of the article."""
        quoted = quotations(self._doc)
        for sentence in self._doc.sentences:
            if sentence.number in quoted or sentence.last - sentence.first > LONGEST:
                continue
            for clause in self._parser.clauses(self._doc.phrases(sentence)):
                made = self._statement(sentence, clause)
                if made is not None:
                    yield made

    def _statement(self, sentence: Sentence, clause: Clause) -> Statement | None:
        doc = self._doc
        doubt, sentences = 0.0, {sentence.number}
        self._standing.meaning.subject(sentence, clause)
        if clause.broken:
            return None
        subject = self._subject(sentence, clause)
        if subject is None:
            return None
        if subject.text:
            doubt += FILLED
            fact = self._standing.pronouns.antecedent(clause.subject.head, sentence)
            if fact is not None:
                sentences.add(self._standing.pronouns.told_in(fact, clause.subject.head))
        said = speaker(doc, clause, self._standing, sentence)
        if said is None:
            return None
        lead = [p for p in clause.lead if not self._droppable(p) and not self._apart(p)]
        rest = [p for p in clause.rest if not self._droppable(p)]
        while rest and rest[-1].kind in {"conj", "prep"}:
            rest.pop()
        if any(p.kind in {"participle", "tail"} for p in lead):
            doubt += 0.1
        if clause.cause is not None:
            cause = self._cause(clause)
            if cause is None:
                return None
            rest += cause
        parts = (*lead, subject, clause.verb, *rest)
        return Statement(
            sentence, parts, len(lead), len(lead) + 1, clause.kind, said, clause.many,
            tuple(sorted(sentences)), doubt,
        )  # fmt: skip

    def _subject(self, sentence: Sentence, clause: Clause) -> Phrase | None:
        """Return the subject; the pronoun of one who speaks of himself stays one."""
        told = clause.told
        if told is not None and self._doc.words[clause.subject.head].text.lower() in {"he", "she"}:
            speaker = self._standing.fact(told.subject.last - 1)
            if speaker is not None and speaker.kind == "person":
                return clause.subject
        return self._standing.named(clause.subject, sentence)

    def _cause(self, clause: Clause) -> list[Phrase] | None:
        """Return "when it struck the coast on Monday", to stand behind what that brought about."""
        words, cause = self._doc.words, clause.cause
        if cause is None or words[cause.verb.first].tag not in {"VVD", "VVN"}:
            return None
        noun = words[clause.subject.head]
        if noun.tag == "PNP":
            return None
        person = self._standing.persons(clause.subject.first, clause.subject.last)
        gender = self._standing.gender(person[0]) if len(person) == 1 else ""
        pronoun = {"m": "he", "f": "she"}.get(gender, "")
        if not pronoun:
            if person:
                return None
            pronoun = "they" if clause.many or noun.tag == "NN2" else "it"
        joint = Phrase("joint", cause.verb.first, cause.verb.first, cause.verb.first,
                       text=f"when {pronoun}")  # fmt: skip
        kept = [p for p in cause.rest if p.kind in CIRCUMSTANTIAL and not self._droppable(p)]
        return [joint, replace(cause.verb, kind="words"), *kept]

    def _apart(self, p: Phrase) -> bool:
        """Whether a clause before a sentence says something else: "While most were killed, …"."""
        return p.kind == "tail" and self._doc.words[p.first].text.lower() in CONTRASTS

    def _droppable(self, p: Phrase) -> bool:
        """Whether a phrase only joins its clause to what came before: "also", "however"."""
        words = [self._doc.words[i].text.lower() for i in range(p.first, p.last)]
        if p.kind == "adv":
            return words[0] in DROPPABLE
        if p.kind == "pp" and " ".join(words) in JOINING:
            return True
        if p.kind != "date":
            return False
        dated = self._doc.dated.get(p.head)
        return dated is None or not spoken(self._doc, dated)
