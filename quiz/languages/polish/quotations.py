"""What somebody is quoted as saying, word for word: "– … – powiedział Jan Kos", "„…” – ocenił"."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

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
    from quiz.languages.polish.names import Name
    from quiz.languages.polish.phrases import Phrase
    from quiz.languages.protocol import Sentence

OPENING = frozenset('„"“«»')
CLOSING = frozenset('”"“»«')
FEWEST, MOST = 5, 26
"""Words of a quotation that says something of what it names, and that a stem bears."""
GOING_ON = frozenset({"dlatego", "bo", "ponieważ", "gdyż", "ale", "więc", "a", "choć", "chociaż"})
"""What opens a clause without which the one before it says the same."""
SINCE = 2
"""So many sentences back a speaker may be named whom only a verb tells."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words to the letter, the verb that reports them, who said them, and where he is named."""

    sentence: Sentence
    text: str
    verb: Word
    speaker: Phrase
    named: int


class Heard(NamedTuple):
    """A sentence that was looked at: whether it is the article's own, and what it quotes."""

    sentence: Sentence
    plain: bool
    cut: list[tuple[int, int, int, int]]


def quotations(doc: PolishDocument) -> Iterator[Quotation]:
    """Return the quotations of a document whose speaker their sentence, or one before it, names."""
    speech = Speech(doc)
    before: deque[Heard] = deque(maxlen=SINCE)
    for sentence in doc.sentences:
        heard = Heard(sentence, speech.plain(sentence), list(_cut(doc, sentence, speech)))
        for first, last, verb, until in heard.cut:
            speaker, number = _speaker(doc, verb, until), sentence.number
            end = _ended(doc, first, last)
            if speaker is None and end and (recent := _recent(doc, sentence, before)):
                number, topic = recent
                speaker = told(doc, join(doc, doc.chunker.chunk(verb, until, verb)), topic)[1]
            if speaker is None or not end:
                continue
            text = doc.span(first, end).rstrip(" ,.")
            yield Quotation(sentence, text[0].upper() + text[1:], doc.words[verb], speaker, number)
        before.append(heard)


def _recent(
    doc: PolishDocument, sentence: Sentence, before: deque[Heard]
) -> tuple[int, Phrase] | None:
    """Return who spoke last, and where, if that was lately and nobody else was named since."""
    for heard in reversed(before):
        speaker = _heard(doc, heard)
        name = _person(doc, speaker) if speaker is not None else None
        if speaker is None or name is None:
            continue
        number = heard.sentence.number
        if any(
            n.kind == "person" and n.base != name.base
            for n in doc.names
            if number < n.sentence <= sentence.number
        ):
            return None
        agree = frozenset({("nom", "sg", name.gender)})
        return number, replace(speaker, head=name.first, agree=agree)
    return None


def _heard(doc: PolishDocument, heard: Heard) -> Phrase | None:
    """Return whom a sentence lets speak: the next may quote him by a verb alone."""
    if heard.cut:
        return _speaker(doc, heard.cut[-1][2], heard.cut[-1][3])
    first, last = heard.sentence.first, heard.sentence.last
    says = next((i for i in range(first, last) if _says(doc.words[i])), -1)
    return _subject(doc, first, last, says) if heard.plain and says >= 0 else None


def _person(doc: PolishDocument, speaker: Phrase) -> Name | None:
    found = (doc.named.get(i) for i in range(speaker.first, speaker.last))
    return next((n for n in found if n and n.kind == "person" and n.gender), None)


def _ended(doc: PolishDocument, first: int, last: int) -> int:
    """Return where a quotation ends that is whole, 0 if none is.

    One too long for a stem is cut before a clause that only goes on.
    """
    words = doc.words
    ends = [
        i
        for i in range(first + FEWEST, last - 1)
        if words[i].text == "," and words[i + 1].lower in GOING_ON
    ]
    long = sum(w.alpha for w in words[first:last]) > MOST
    return next((e for e in (ends[::-1] if long else [last]) if _whole(doc, first, e)), 0)


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
        found = _subject(doc, first, until, verb)
    else:
        found = told(doc, join(doc, doc.chunker.chunk(verb, until, verb)), None)[1]
    return found if found is not None and doc.names_in(found) else None


def _subject(doc: PolishDocument, first: int, last: int, verb: int) -> Phrase | None:
    """Return the subject of a verb in [first, last)."""
    parts = join(doc, doc.chunker.chunk(first, last, verb))
    at = next((k for k, p in enumerate(parts) if p.first == verb), None)
    subject = find_subject(doc, parts, at) if at is not None else None
    return parts[subject] if subject is not None and subject >= 0 else None


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
