"""Who said what the article quotes to the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.asking.wording import Stem
from quiz.languages.english.chunks import QUOTES
from quiz.languages.english.options.people import person_rivals
from quiz.languages.english.standing import Seen
from quiz.languages.english.statements import Statement
from quiz.languages.english.tables import SAY

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.chunks import Phrase
    from quiz.languages.protocol import Fact, Sentence

NOTE = "Check that the quotation is understood without the article."
SHORTEST, LONGEST = 6, 28
"""Words of a quotation that tells something and fits on a screen."""
FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
"""Pronouns that mean whoever speaks."""


def said(ask: Asker) -> None:
    """Ask who said every quotation of one sentence whose speaker stands beside it."""
    for sentence in ask.doc.sentences:
        words = ask.doc.words
        marks = [i for i in range(sentence.first, sentence.last) if words[i].text in QUOTES]
        if len(marks) != 2:
            continue
        opens, closes = marks
        speaker = _speaker(ask, sentence, opens, closes)
        if speaker is not None and _stands(ask, opens + 1, closes):
            _ask(ask, sentence, opens, closes, speaker)


def _ask(ask: Asker, sentence: Sentence, opens: int, closes: int, speaker: Fact) -> None:
    doc = ask.doc
    text = doc.text[doc.words[opens].end : doc.words[closes].start].strip(" ,.;")
    statement = Statement(sentence, (), 0, 0, sentences=(sentence.number,))
    rivals = person_rivals(doc, speaker, ask.others(statement, "person") - {speaker.base})
    ask.add(
        statement, Stem(f"Who said: “{text}”?", frozenset()), speaker.base, rivals, "people",
        speaker, 0.6, NOTE, explanation=f"{speaker.base} said: “{text}”.",
    )  # fmt: skip


def _speaker(ask: Asker, sentence: Sentence, opens: int, closes: int) -> Fact | None:
    """Return the person who says a quotation: "X said, …", "…, X said" or "…, said X"."""
    doc = ask.doc
    if opens == sentence.first:
        rest = [p for p in doc.phrases(sentence) if p.first > closes]
        return _around(ask, rest)
    if closes + 2 < sentence.last:
        return None
    before = [p for p in doc.phrases(sentence) if p.last <= opens]
    while before and before[-1].kind == "point":
        before.pop()
    return _around(ask, before, last=True)


def _around(ask: Asker, phrases: list[Phrase], *, last: bool = False) -> Fact | None:
    """Return the one person beside the one verb of speech among phrases."""
    verbs = [p for p in phrases if p.kind == "verb"]
    if len(verbs) != 1 or ask.doc.words[verbs[0].head].lemma not in SAY:
        return None
    if last and phrases[-1] is not verbs[0] and phrases[-1].kind not in {"date", "pp", "np"}:
        return None
    persons = ask.standing.persons(phrases[0].first, phrases[-1].last)
    return persons[0] if len(persons) == 1 else None


def _stands(ask: Asker, first: int, last: int) -> bool:
    """Whether a quotation tells what it speaks of; who speaks may mean himself."""
    words = ask.doc.words
    count = sum(w.text[0].isalnum() for w in words[first:last])
    if not SHORTEST <= count <= LONGEST:
        return False
    if not any(w.tag[:2] in {"VV", "VB", "VH", "VM", "VD"} for w in words[first:last]):
        return False
    kept = [
        i for i in range(first, last)
        if words[i].text.lower() not in FIRST and words[i].text not in "?!:;"
    ]  # fmt: skip
    reading = ask.standing.read(kept, Seen())
    return reading is not None and not reading
