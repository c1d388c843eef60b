"""Whose words a sentence is: the article's own, or somebody's that it quotes or reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.chunks import QUOTES, Phrase
from quiz.languages.english.tables import CITE

if TYPE_CHECKING:
    from quiz.languages.english.clause import Clause
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.english.standing import Standing
    from quiz.languages.protocol import Sentence


def quotations(doc: EnglishDocument) -> frozenset[int]:
    """Return the numbers of sentences that begin or end within a quotation."""
    found: set[int] = set()
    paragraph, inside = -1, False
    for sentence in doc.sentences:
        if sentence.paragraph != paragraph:
            paragraph, inside = sentence.paragraph, False
        marks = sum(
            w.text in QUOTES and w.text != "‘" for w in doc.words[sentence.first : sentence.last]
        )
        if inside or marks % 2:
            found.add(sentence.number)
        inside ^= marks % 2 == 1
    return frozenset(found)


def speaker(
    doc: EnglishDocument, clause: Clause, standing: Standing, sentence: Sentence
) -> tuple[Phrase, ...] | None:
    """Return who answers for a clause: nobody, or one noun phrase; None where nobody can tell."""
    whole = clause.cause or clause  # what a clause brought about is told by who tells of it
    if whole.source is not None:
        p = whole.source
        return (Phrase("np", p.first + 2, p.last, p.head, p.gaps),)
    told = whole.told
    if told is None:
        return ()
    verb = doc.words[told.verb.head]
    negated = any(doc.words[i].tag == "XX0" for i in range(told.verb.first, told.verb.last))
    if verb.lemma not in CITE or negated or told.verb.last - told.verb.first > 3:
        return None
    named = standing.named(told.subject, sentence)
    if named is None or doc.words[told.subject.head].text.lower() in {"it", "this", "that"}:
        return None
    return (named,)
