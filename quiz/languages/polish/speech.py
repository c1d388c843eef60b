"""Whose words a sentence is: the article's own, or somebody's that it quotes or reports."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.polish.phrases import DASHES, QUOTES
from quiz.languages.polish.subjects import agrees, finite_reading
from quiz.languages.polish.tables import ANAPHORS, SAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Word
    from quiz.languages.polish.phrases import Phrase
    from quiz.languages.protocol import Sentence


class Speech:
    """Follows quotations from sentence to sentence, and tells those of the article's own words."""

    def __init__(self, doc: PolishDocument) -> None:
        """Take the document; sentences are to be shown in their order."""
        self._doc = doc
        self._paragraph = -1
        self._quoted = False
        self._spoken = False
        self.inside = False
        """Whether a quotation was open where the sentence last shown begins."""
        self.spoken = False
        """Whether a dash before it, or before one of its paragraph, made that sentence speech."""

    def plain(self, sentence: Sentence) -> bool:
        """Whether a sentence is the article's own, or a quotation that names who speaks."""
        words = self._doc.words[sentence.first : sentence.last]
        if sentence.paragraph != self._paragraph:
            self._paragraph, self._quoted, self._spoken = sentence.paragraph, False, False
        odd = len([w for w in words if w.text in QUOTES]) % 2 == 1
        if odd and not self._quoted and self._stray(words):
            odd = False
        inside, self._quoted = self._quoted, self._quoted ^ odd
        if words[0].text in DASHES:
            self._spoken = True
        self.inside, self.spoken = inside, self._spoken
        told = self._spoken and any(
            a.text in DASHES and any(r.lemma in SAY for r in b.readings)
            for a, b in itertools.pairwise(words)
        )
        spoken, self._spoken = self._spoken, self._spoken and not told
        return not (inside or odd) and (not spoken or told)

    def _stray(self, words: Sequence[Word]) -> bool:
        """Whether the one mark of a sentence closes what nothing has opened: a slip of the pen."""
        last = max(k for k, w in enumerate(words) if w.text in QUOTES)
        mark = words[last]
        closes = last > 0 and words[last - 1].end == mark.start and mark.text != "„"
        rest = words[last + 1 :]
        told = (
            len(rest) > 1
            and rest[0].text in DASHES
            and any(r.lemma in SAY for r in rest[1].readings)
        )
        return closes and (told or all(w.text == "." for w in rest))


def says(doc: PolishDocument, verb: Phrase) -> bool:
    """Whether a verb reports words."""
    return any(r.lemma in SAY for r in doc.words[verb.first].readings)


def attribution(
    doc: PolishDocument, phrases: list[Phrase], topic: Phrase | None
) -> tuple[str, Phrase | None, list[Phrase]]:
    """Part "… – powiedział Jan Kos" or "Jak powiedział Jan Kos, …" into the speaker and the words.

    Returns what follows "jak", the speaker's phrase and the phrases of what was said: none where
    nobody can tell who speaks. `topic` is who speaks where only a verb tells it.
    """
    if phrases and doc.words[phrases[0].first].text in DASHES:
        phrases = phrases[1:]
    if len(phrases) > 2 and doc.words[phrases[0].first].lower == "jak" and says(doc, phrases[1]):
        comma = next(
            (k for k, p in enumerate(phrases) if doc.words[p.first].text == ","), len(phrases)
        )
        by, speaker = told(doc, phrases[1:comma], topic)
        return by, speaker, phrases[comma + 1 :] if by else []
    for k, p in enumerate(phrases[:-1]):
        closes = doc.words[p.first].text in DASHES and p.kind == "point"
        if closes and says(doc, phrases[k + 1]) and any(q.kind == "verb" for q in phrases[:k]):
            by, speaker = told(doc, phrases[k + 1 :], topic)
            return by, speaker, phrases[:k] if by else []
    return "", None, phrases


def told(
    doc: PolishDocument, phrases: list[Phrase], topic: Phrase | None
) -> tuple[str, Phrase | None]:
    """Return the verb and its speaker, or an impersonal verb and where it stands written."""
    verb = phrases[0]
    word = doc.words[verb.first]
    if word.has("imps") and len(phrases) > 1 and phrases[1].kind == "pp":
        return doc.span(verb.first, phrases[1].last), None
    speaker = next((q for q in phrases[1:] if q.kind == "np" and "nom" in q.cases), None)
    if speaker is None:
        name = doc.named.get(topic.head) if topic is not None else None
        if topic is None or name is None or name.kind != "person" or not name.gender:
            return "", None
        if not agrees(topic, finite_reading(word)):
            return "", None
        return f"{word.lower} {name.base}", topic
    named = doc.names_in(speaker)
    pointing = any(doc.words[i].lower in ANAPHORS for i in range(speaker.first, speaker.last))
    name = doc.named.get(speaker.last - 1)
    if pointing and name is not None and name.kind == "person" and name.last == speaker.last:
        # "jej rzecznik Jan Kos": whose he is, the name needs not tell.
        alone = replace(speaker, first=name.first, head=name.first)
        return f"{doc.span(verb.first, verb.last)} {doc.span(name.first, name.last)}", alone
    if pointing or not (named or speaker.last - speaker.first > 1):
        return "", None
    # "Abraham Mathai kierujący stowarzyszeniem": who he is as well may be cut off.
    end = next(
        (i for i in range(speaker.first + 1, speaker.last) if doc.words[i].has("pact")),
        speaker.last,
    )
    told = f"{doc.span(verb.first, verb.last)} {doc.span(speaker.first, end)}"
    return told, speaker
