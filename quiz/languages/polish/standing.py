"""What of a sentence stands alone: nothing in it points outside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.polish.morph import FINITE
from quiz.languages.polish.tables import (
    ANAPHORS,
    DROPPED,
    SAY,
    SUBORDINATORS,
    VAGUE,
)

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.phrases import Phrase
    from quiz.languages.protocol import Sentence


POINTS = frozenset("?!;:…[]»«”") | {"..."}


ORDINALS = frozenset({"pierwszy", "drugi", "ostatni", "kolejny", "nowy"})


POSSESSIVES = frozenset(
    [
        "jego",
        "jej",
        "ich",
        "swój",
        "swoje",
        "swoją",
        "swojej",
        "swojego",
        "swoich",
        "swoim",
        "swe",
        "swego",
        "swej",
        "swą",
    ]
)


RELATIVE = re.compile(
    r"\b(?:(?:w|we|od|do|pod) (?:zeszłym|ubiegłym|minionym|tym|przyszłym|koniec|początku)"
    r" tygodni\w"
    r"|\w+ (?:dni|lata|lat|tygodni\w*|miesi\w+) temu"
    r"|we? (?:poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę)(?!,? \d)"
    r"(?: wieczorem| rano| po południu)?"
    r"|wówczas|wtedy|wkrótce potem|następnie|potem|obecnie|niedawno|ostatnio|z kolei|jednocześnie"
    r"|również|także|też|jednak|dopiero co)\b(?! gdy\b)",
    re.IGNORECASE,
)
"""Times that only the day of the article gives a meaning, and words that lean on what precedes."""


def relative(doc: PolishDocument, sentence: Sentence) -> set[int]:
    """Return the words of a sentence that may be left out for RELATIVE's reason."""
    out: set[int] = set()
    starts = {doc.words[i].start: i for i in range(sentence.first, sentence.last)}
    for m in RELATIVE.finditer(doc.text, sentence.start, sentence.end):
        i = starts.get(m.start())
        if i is None or (i > sentence.first and doc.words[i - 1].lower == "a"):
            continue
        while i < sentence.last and doc.words[i].end <= m.end():
            out.add(i)
            i += 1
    return out


def _quoted(doc: PolishDocument, i: int, last: int) -> int:
    """Return the closing mark of a short quotation that opens at word i, or 0."""
    for k in range(i + 2, min(i + 8, last)):
        if doc.words[k].text in '"”':
            inner = doc.words[i + 1 : k]
            return 0 if any(w.has("fin", "praet") and not w.has("subst") for w in inner) else k
    return 0


def _intransitive(doc: PolishDocument, verb: Phrase) -> bool:
    """Whether what follows a verb can only be its subject: the verb is reflexive or a copula."""
    words = doc.words
    near = words[max(verb.first - 2, 0) : verb.last + 2]
    return any(w.lower == "się" for w in near) or words[verb.first].lemma("praet", "fin") in {
        "być", "zostać", "przybyć", "zginąć", "umrzeć", "powstać", "wynosić", "trwać",
    }  # fmt: skip


def _has_subject(doc: PolishDocument, phrases: list[Phrase]) -> bool:
    """Whether the first finite verb has its subject in words, and one that is not vague."""
    words = doc.words
    verb = next((p for p in phrases if p.kind == "verb"), None)
    if verb is None:
        return False
    reading = next(r for r in words[verb.first].readings if r.pos in FINITE)
    if reading.pos in {"imps", "pred"}:
        return True
    if reading.pos == "impt":
        return False
    for p in phrases:
        if p.kind == "quantity" and "sg" in reading.number:
            return True
        if p.kind != "np" or p.first > verb.last + 6:
            continue
        if any(
            t[0] == "nom"
            and t[1] in reading.number
            and (not reading.genders or t[2] in reading.genders)
            for t in p.agree
        ):
            head = words[p.head]
            run = doc.named.get(p.head)
            if run is not None and run.first < p.first and p.first == p.head:
                continue
            between = [q for q in phrases if verb.last <= q.first < p.first]
            if any(q.kind not in {"se", "adv", "adj", "date"} for q in between):
                continue
            if p.first > verb.last and "acc" in p.cases and not _intransitive(doc, verb):
                continue
            people = (
                head.capital
                and p.last - p.first == 1
                and any(
                    "m1" in r.genders and not r.labels & {"imię", "nazwisko"} for r in head.readings
                )
            )
            if people and all(not r.labels & {"imię", "nazwisko"} for r in head.readings):
                return False
            alone = p.last - p.first == 1 and p.first not in doc.named and bool(head.readings)
            counted = p.last - p.first == 2 and words[p.first].lemma("adj") in ORDINALS
            vague = any(r.lemma in VAGUE for r in head.readings) or head.lower in VAGUE
            bare = alone and vague
            bare = bare or (
                vague
                and p.last - p.first <= 2
                and not any(w.capital for w in words[p.first + 1 : p.last])
                and not head.capital
            )
            if bare and p.last <= verb.first:
                return False
            if not counted and not (alone and (vague or p.first == phrases[0].first)):
                return True
        if p.first > verb.last:
            break
    return False


def _cut(doc: PolishDocument, first: int, offence: int) -> int:
    """Return the comma before an offending word at which the sentence may end, or 0."""
    words = doc.words
    for c in range(offence, first + 3, -1):
        if words[c].text == "," and c + 1 < len(words):
            low = words[c + 1].lower
            if low in {"że", "iż", "aby", "by", "żeby", "czy", "ile", "kto", "co", "o", "jak"}:
                return 0
            second = words[min(c + 2, len(words) - 1)].lower
            if (
                low in SUBORDINATORS
                or low in {"a", "ale", "więc", "lecz", "oraz", "zaś"}
                or words[c + 1].has("pcon")
                or (words[c + 1].has("prep") and second in SUBORDINATORS)
            ):
                return c
    return 0


def _offends(doc: PolishDocument, first: int, i: int, named: int) -> bool:
    """Whether word i points outside the sentence; `named` is how many names came before it."""
    words = doc.words
    w = words[i]
    low = w.lower
    if w.text in POINTS:
        return True
    if w.text in "-–—" and (words[i - 1].end < w.start or w.end < words[i + 1].start):
        return True
    if not w.alpha:
        return False
    if (
        w.readings
        and all(r.pos in FINITE for r in w.readings)
        and any({"pri", "sec"} & r.rest for r in w.readings)
    ):
        return True
    if low == "br":
        return True
    if low not in ANAPHORS:
        return False
    if low == "to" and i > first and (words[i - 1].capital or words[i - 1].digit):
        return words[i + 1].text == ","
    if low in SUBORDINATORS and i > first and "," in {words[i - 1].text, words[i - 2].text}:
        return False
    if low in POSSESSIVES and named and i - first > 2:
        return not (low.startswith("sw") or (named >= 1 and i - first > 5))
    return True


def _attribution(doc: PolishDocument, dash: int, last: int) -> str:
    """Return the verb and speaker after a dash that ends a statement, or nothing."""
    words = doc.words
    verb = words[dash + 1]
    if not any(r.lemma in SAY and r.pos in FINITE for r in verb.readings):
        return ""
    tail = doc.span(dash + 1, last)
    if re.search(r"[,\"„():]", tail) or len(tail) > 70 or not re.search(r" [A-ZŁŚŻŹĆ]", tail):
        return ""
    return tail


def standing(doc: PolishDocument, sentence: Sentence) -> tuple[list[tuple[int, int]], str]:
    """Return the word ranges of what stands alone in a sentence, and who said it.

    Brackets are left out; from the first word that points outside the sentence on, it is cut back
    to a clause boundary. No ranges: nothing stands alone.
    """
    words = doc.words
    first, last = sentence.first, sentence.last - 1
    nothing: tuple[list[tuple[int, int]], str] = ([], "")
    if words[last].text != "." or not (words[first].alpha or words[first].digit):
        return nothing
    if any(words[i].text == "," for i in (first, first + 1)):
        return nothing
    left_out = relative(doc, sentence)
    while first < last and (words[first].lower in DROPPED or first in left_out):
        first += 1
    if words[first].text == ",":
        return nothing
    if words[first].has("conj", "comp") and words[first].lower != "podczas":
        return nothing
    if words[first].lower in SUBORDINATORS and words[first].lower != "podczas":
        return nothing
    named, said, closing = 0, "", 0
    ranges: list[tuple[int, int]] = []
    begin, depth = first, 0
    for i in range(first, last):
        w = words[i]
        if i <= closing:
            continue
        if w.text in '"„':
            closing = _quoted(doc, i, last)
            if closing:
                continue
            return nothing
        if i in left_out and not depth:
            if i > begin:
                ranges.append((begin, i))
            begin = i + 1
            continue
        if w.text == "(":
            ranges.append((begin, i))
            depth += 1
        elif w.text == ")":
            depth, begin = depth - 1, i + 1
        if depth or w.text == ")":
            continue
        if _offends(doc, first, i, named):
            if w.text in "-–—":
                said = _attribution(doc, i, last)
            cut = i if said else _cut(doc, first, i)
            if not cut or cut <= begin:
                return nothing
            last = cut
            break
        name = doc.named.get(i)
        named += (
            name is not None
            and name.first == i
            and name.kind in {"person", "organisation", "place", "thing"}
        )
    if depth:
        return nothing
    ranges.append((begin, last))
    phrases = [p for p in doc.phrases(sentence) if first <= p.first < last]
    return ([r for r in ranges if r[1] > r[0]], said) if _has_subject(doc, phrases) else nothing
