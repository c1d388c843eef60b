"""What somebody is quoted as saying, word for word: "– … – powiedział Jan Kos", "„…” – ocenił"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.languages.polish.joining import join
from quiz.languages.polish.morph import FINITE
from quiz.languages.polish.phrases import DASHES
from quiz.languages.polish.speech import Speech, told
from quiz.languages.polish.subjects import find_subject
from quiz.languages.polish.tables import ANAPHORS, PERSONAL, SAY, SUBORDINATORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Word
    from quiz.languages.polish.phrases import Phrase
    from quiz.languages.protocol import Sentence

OPENING = frozenset('„"“«»')
CLOSING = frozenset('”"“»«')
FEWEST, MOST = 5, 26
"""Words of a quotation that says something of what it names, and that a stem bears."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words to the letter, the verb that reports them, and who said them."""

    sentence: Sentence
    text: str
    verb: Word
    speaker: Phrase


def quotations(doc: PolishDocument) -> Iterator[Quotation]:
    """Return the quotations of a document whose speaker their own sentence names."""
    speech = Speech(doc)
    for sentence in doc.sentences:
        speech.plain(sentence)
        for first, last, verb, until in _cut(doc, sentence, speech):
            speaker = _speaker(doc, verb, until)
            if speaker is None or not _whole(doc, first, last):
                continue
            text = doc.span(first, last).rstrip(" ,.")
            yield Quotation(sentence, text[0].upper() + text[1:], doc.words[verb], speaker)


def _cut(
    doc: PolishDocument, sentence: Sentence, speech: Speech
) -> Iterator[tuple[int, int, int, int]]:
    """Return the words [first, last) of a quotation, its verb, and where the speaker must end."""
    words = doc.words
    first = sentence.first
    if speech.inside or words[first].text in OPENING:
        start = first if speech.inside else first + 1
        close = next((i for i in range(start, sentence.last) if words[i].text in CLOSING), 0)
        verb = close + 1
        while close and verb < sentence.last and words[verb].text in {",", "."} | DASHES:
            verb += 1
        if close and verb < sentence.last and _says(words[verb]):
            yield start, close, verb, sentence.last
        return
    if speech.spoken:
        start = first + (words[first].text in DASHES)
        for i in range(start + 1, sentence.last - 1):
            if words[i].text in DASHES and _says(words[i + 1]):
                yield start, i, i + 1, sentence.last
                return
        return
    for i in range(first + 2, sentence.last - 3):
        if words[i].text == ":" and words[i + 1].text in OPENING:
            close = next((k for k in range(i + 2, sentence.last) if words[k].text in CLOSING), 0)
            verb = next((k for k in range(first, i) if _says(words[k])), -1)
            if close >= sentence.last - 2 and verb >= 0:
                yield i + 2, close, verb, i
            return


def _says(word: Word) -> bool:
    return any(r.lemma in SAY and r.pos in FINITE and "pri" not in r.rest for r in word.readings)


def _speaker(doc: PolishDocument, verb: int, until: int) -> Phrase | None:
    """Return who is named behind the verb, or before it where a colon follows."""
    if doc.words[until - 1].text != ":" and until < len(doc.words) and doc.words[until].text == ":":
        first = next(s.first for s in doc.sentences if s.first <= verb < s.last)
        parts = join(doc, doc.chunker.chunk(first, until, verb))
        at = next(k for k, p in enumerate(parts) if p.first == verb)
        subject = find_subject(doc, parts, at)
        found = parts[subject] if subject is not None and subject >= 0 else None
    else:
        found = told(doc, join(doc, doc.chunker.chunk(verb, until, verb)), None)[1]
    return found if found is not None and doc.names_in(found) else None


def _whole(doc: PolishDocument, first: int, last: int) -> bool:
    """Whether a quotation says something that points to nothing outside; "ja" is who says it."""
    words = doc.words[first:last]
    count = sum(w.alpha for w in words)
    named = first in doc.named or any(w.capital for w in words[1:]) or words[0].lower == "to"
    if not named or not FEWEST <= count <= MOST:
        return False
    if words[0].lower != "to" and not any(w.has("fin", "praet", "bedzie") for w in words):
        return False
    for k, w in enumerate(words):
        low = w.lower
        if w.text in '()[]…;:"„”«»?!' or (w.text in DASHES and words[k - 1].end != w.start):
            return False
        if low not in ANAPHORS or low in PERSONAL or (low == "to" and k == 0):
            continue
        if low in SUBORDINATORS and k and "," in {words[k - 1].text, words[max(k - 2, 0)].text}:
            continue
        return False
    return True
