"""Which words of somebody may be quoted in a question: whole, and pointing to nothing outside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.polish.morph import FINITE
from quiz.languages.polish.phrases import DASHES
from quiz.languages.polish.tables import (
    ANAPHORS,
    NATIONAL,
    PERSONAL,
    SUBORDINATORS,
    VAGUE_OBJECTS,
    VIEWS,
)

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Word

BROKEN = " (…)"
"""What stands for the rest of a quotation that is broken off."""
LEAST = 10
"""Words of a quotation that is broken off: fewer say too little of what it was about."""
JOINING = frozenset({"i", "oraz", "ale"})
FEWEST, MOST = 5, 26
"""Words of a quotation that says something of what it names, and that a stem bears."""
ABOUT = re.compile(
    r"\b(?:w sprawie|w kwestii|na temat|wobec|przeciw\w*|o|dotycz\w+|z [A-ZŁŚŻ]\w+)\b"
)
"""What follows an opinion or a decision that tells what it is on."""
GOING_ON = frozenset({"dlatego", "bo", "ponieważ", "gdyż", "ale", "więc", "a", "choć", "chociaż"})
"""What opens a clause without which the one before it says the same."""
CORRELATIVES, LED = frozenset({"tego", "tym", "temu"}), frozenset({"że", "by", "aby", "żeby"})
"""What only prepares for the clause behind it: "do tego, że"."""
POINTING = frozenset({"tak", "tutaj", "dlatego", "wtedy", "stąd"})
OWN = ("swój", "swoj", "swoi", "swą", "swe", "swy")
OWNERS = frozenset({"jego", "jej", "ich"})
"""Whose something is that the same words name before."""


def ended(doc: PolishDocument, first: int, last: int) -> int:
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


def broken(doc: PolishDocument, first: int, last: int) -> int:
    """Return where a quotation too long for a stem may be broken off, 0 where nowhere.

    What is left out is marked: the part before a comma or "i" says something by itself.
    """
    words = doc.words
    if sum(w.alpha for w in words[first:last]) <= MOST:
        return 0
    ends = [
        i
        for i in range(first + LEAST, min(first + MOST, last - 1))
        if (words[i].text == "," or words[i].lower in JOINING)
        and words[i - 1].has("subst", "ger", "adj")
        and not words[i - 1].has("prep")
        and any(w.has("fin", "praet", "bedzie") for w in words[first:i])
    ]
    return next((e for e in ends[::-1] if _whole(doc, first, e)), 0)


def _whole(doc: PolishDocument, first: int, last: int) -> bool:
    """Whether a quotation says something that points to nothing outside; "ja" is who says it."""
    words = doc.words[first:last]
    count = sum(w.alpha for w in words)
    named = first in doc.named or any(w.capital or w.lower.startswith(NATIONAL) for w in words[1:])
    named = named or words[0].lower == "to"
    if not named or not FEWEST <= count <= MOST:
        return False
    if words[0].lemma("subst") in VIEWS | VAGUE_OBJECTS and not ABOUT.search(
        doc.text[words[0].start : words[-1].end]
    ):
        return False  # "stanowisko pani premier jest żenujące", but on what?
    if words[0].lower != "to" and not any(w.has("fin", "praet", "bedzie") for w in words):
        return False
    if words[0].lower in POINTING or _subjectless(words[0]):
        return False
    if words[-1].text == "?":
        words = words[:-1]
    for k, w in enumerate(words):
        low = w.lower
        if w.text in "[]" and words[0].text not in "[]" and _named_within(doc, first, last):
            continue
        if w.text in '()[]…;:"„”«»?!' or (w.text in DASHES and words[k - 1].end != w.start):
            return False
        if low not in ANAPHORS or low in PERSONAL or (low == "to" and k == 0):
            continue
        if low.startswith(OWN) or (
            low in OWNERS and any(i in doc.named for i in range(first, first + k))
        ):
            continue
        led = words[k + 1 : k + 3]
        if low in CORRELATIVES and len(led) > 1 and led[0].text == "," and led[1].lower in LED:
            continue
        if low in SUBORDINATORS and k and "," in {words[k - 1].text, words[max(k - 2, 0)].text}:
            continue
        return False
    return True


def _named_within(doc: PolishDocument, first: int, last: int) -> bool:
    """Whether what the article adds in brackets is a name and nothing else: "odcinka [Wda 2]"."""
    marks = [i for i in range(first, last) if doc.words[i].text in "[]"]
    inside = doc.named.get(marks[0] + 1) if len(marks) == len("[]") else None
    return inside is not None and (inside.first, inside.last) == (marks[0] + 1, marks[1])


def _subjectless(word: Word) -> bool:
    """Whether a quotation begins with the verb of somebody who was spoken of: "Będzie rządził"."""
    return bool(word.readings) and all(
        r.pos in FINITE and not r.rest & {"pri", "sec"} for r in word.readings
    )
