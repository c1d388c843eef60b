"""What somebody is quoted as saying, word for word: "– … – powiedział Jan Kos", "„…” – ocenił"."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from quiz.languages.polish.joining import join
from quiz.languages.polish.morph import FINITE
from quiz.languages.polish.near import person
from quiz.languages.polish.phrases import DASHES
from quiz.languages.polish.quotable import BROKEN, broken, ended
from quiz.languages.polish.speech import Speech, told
from quiz.languages.polish.subjects import find_subject
from quiz.languages.polish.tables import (
    PEOPLE_NOUNS,
    PERSON_NOUNS,
    QUOTING,
    ROLES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Word
    from quiz.languages.polish.names import Name
    from quiz.languages.polish.phrases import Phrase
    from quiz.languages.protocol import Sentence

OPENING = frozenset('„"“«»')
CLOSING = frozenset('”"“»«')
TELLING = ROLES.keys() | PERSON_NOUNS | PEOPLE_NOUNS
"""Nouns that tell who speaks where one person is known by them."""
BOTH = 2
"""Quotations of one sentence, of which either may name the speaker."""
EARLIER = 2
"""So many sentences of a speech before the one that tells the speaker."""
SINCE = 3
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
    going_on: list[tuple[Sentence, int, int]] = []
    for sentence in doc.sentences:
        heard = Heard(sentence, speech.plain(sentence), list(_cut(doc, sentence, speech)))
        if not (speech.inside or speech.spoken) or _begins(doc, sentence, speech):
            going_on = []
        here: tuple[Phrase, int] | None = None
        for first, last, verb, until in heard.cut:
            found = [(s, a, e, "") for s, a, b in going_on if (e := ended(doc, a, b))][:EARLIER]
            if end := ended(doc, first, last):
                found.append((sentence, first, end, ""))
            elif end := broken(doc, first, last):
                found.append((sentence, first, end, BROKEN))
            if not found and len(heard.cut) < BOTH:
                continue
            here = _told_by(doc, sentence, verb, until, before) or here
            if here is None:
                continue
            for quoted, start, stop, mark in found:
                text = f"{doc.span(start, stop).rstrip(' ,.')}{mark}"
                yield Quotation(quoted, text[0].upper() + text[1:], doc.words[verb], *here)
            going_on = []
        if not heard.cut and (speech.inside or speech.spoken or _opens(doc, sentence)):
            first = sentence.first + (doc.words[sentence.first].text in OPENING | DASHES)
            going_on.append((sentence, first, sentence.last - 1))
        else:
            before.append(heard)


def _begins(doc: PolishDocument, sentence: Sentence, speech: Speech) -> bool:
    """Whether a sentence begins a speech of its own, with its dash or mark."""
    return not speech.inside and doc.words[sentence.first].text in DASHES | OPENING


def _opens(doc: PolishDocument, sentence: Sentence) -> bool:
    """Whether a sentence opens a quotation that a later one closes."""
    words = doc.words[sentence.first : sentence.last]
    return words[0].text in OPENING and sum(w.text in OPENING | CLOSING for w in words) == 1


def _told_by(
    doc: PolishDocument, sentence: Sentence, verb: int, until: int, before: deque[Heard]
) -> tuple[Phrase, int] | None:
    """Return who speaks and the sentence that names him: this one, or one lately."""
    speaker = _speaker(doc, verb, until)
    if speaker is not None and _nobody(doc, speaker):
        return _meant(doc, sentence, replace(speaker, last=speaker.head + 1, first=speaker.head))
    if speaker is not None:
        return speaker, sentence.number
    if (noun := _told(doc, verb, until)) is not None:
        return _meant(doc, sentence, noun)
    if recent := _recent(doc, sentence, before):
        number, topic = recent
        speaker = told(doc, join(doc, doc.chunker.chunk(verb, until, verb)), topic)[1]
    return (speaker, number) if recent and speaker is not None else None


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
                yield from _behind_colon(doc, sentence, i + 2)
                return
        return
    yield from _behind_colon(doc, sentence, first)


def _behind_colon(
    doc: PolishDocument, sentence: Sentence, first: int
) -> Iterator[tuple[int, int, int, int]]:
    """Return what is quoted behind a colon, to its closing mark or the end of the sentence."""
    words = doc.words
    for i in range(first + 2, sentence.last - 3):
        if words[i].text == ":" and words[i + 1].text in OPENING:
            close = next((k for k in range(i + 2, sentence.last) if words[k].text in CLOSING), 0)
            verb = next((k for k in range(first, i) if _says(words[k])), -1)
            if verb >= 0 and (not close or close >= sentence.last - 2):
                yield i + 2, close or sentence.last - 1, verb, i
            return


def _says(word: Word) -> bool:
    return any(
        r.lemma in QUOTING and r.pos in FINITE and "pri" not in r.rest for r in word.readings
    )


def _nobody(doc: PolishDocument, speaker: Phrase) -> bool:
    """Whether a speaker is told by his post and whose it is: "publicysta „Fali”"."""
    lemma = doc.words[speaker.head].lemma("subst")
    post = lemma in ROLES or lemma in PEOPLE_NOUNS
    return _person(doc, speaker) is None and post and speaker.head not in doc.named


def _speaker(doc: PolishDocument, verb: int, until: int) -> Phrase | None:
    """Return who is named behind the verb, or before it where a colon follows."""
    found = _told(doc, verb, until)
    return found if found is not None and doc.names_in(found) else None


def _told(doc: PolishDocument, verb: int, until: int) -> Phrase | None:
    """Return who speaks, be he named or not."""
    if doc.words[until - 1].text != ":" and until < len(doc.words) and doc.words[until].text == ":":
        first = next(s.first for s in doc.sentences if s.first <= verb < s.last)
        return _subject(doc, first, until, verb)
    parts = join(doc, doc.chunker.chunk(verb, until, verb))
    return next((q for q in parts[1:] if q.kind == "np" and "nom" in q.cases), None)


def _meant(doc: PolishDocument, sentence: Sentence, speaker: Phrase) -> tuple[Phrase, int] | None:
    """Return whom "kobieta" or "publicysta" means, and the last sentence that names him."""
    lemma = doc.words[speaker.head].lemma("subst")
    if speaker.many or speaker.last - speaker.first > 1 or lemma not in TELLING:
        return None
    name = person(doc, sentence.number, lemma, doc.words[speaker.head].lower)
    told = [n for n in doc.names if name and n.base == name.base and n.sentence <= sentence.number]
    if not told:
        return None
    last = told[-1]
    return replace(speaker, first=last.first, last=last.last, head=last.first), last.sentence


def _subject(doc: PolishDocument, first: int, last: int, verb: int) -> Phrase | None:
    """Return the subject of a verb in [first, last)."""
    parts = join(doc, doc.chunker.chunk(first, last, verb))
    at = next((k for k, p in enumerate(parts) if p.first == verb), None)
    subject = find_subject(doc, parts, at) if at is not None else None
    return parts[subject] if subject is not None and subject >= 0 else None
