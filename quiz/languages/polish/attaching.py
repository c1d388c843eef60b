"""What belongs to a phrase though no agreement tells it: a year, a title, what "z" governs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.polish.phrases import NONE, Phrase, governed

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument

HOLDERS = frozenset({"np", "pp", "quantity"})
TITLED = frozenset({"pt", "im", "ps", "pseud"})
"""Abbreviations between a noun and its name: "album pt. Most"."""
BOUNDS = frozenset({"ponad", "około", "blisko", "powyżej", "poniżej"})
PORTIONS = frozenset({"połowa", "większość", "ćwierć", "tuzin"})
BOTH = "zarówno"
INNER = frozenset({"pp", "adv", "date", "se", "quantity"})
WIDEST = 5
"""Phrases between a preposition and the noun whose participle they belong to."""
STOPS = frozenset(',.;:()[]"„”“»«')


def attach(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with numbers behind names, and titles behind "pt.", in their place."""
    first = {doc.words[p.first].lower for p in phrases}
    out = _numbered(doc, phrases) if any(p.kind == "num" for p in phrases) else phrases
    out = _titled(doc, out) if first & TITLED else out
    return _pairs(doc, out) if BOTH in first else out


def _numbered(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Join "Euro" and "2000", "Boeing" and "737-800": a number behind a name is part of it."""
    words = doc.words
    out: list[Phrase] = []
    k = 0
    while k < len(phrases):
        p = phrases[k]
        before = out[-1] if out else None
        after = phrases[k + 1] if k + 1 < len(phrases) else None
        year = after is not None and words[after.first].lower in {"r", "roku", "rok"}
        if (
            p.kind != "num"
            or before is None
            or before.kind not in HOLDERS
            or before.last != p.first
            or not words[p.first - 1].capital
            or year
        ):
            out.append(p)
            k += 1
            continue
        end = p.last
        k += 1
        while k < len(phrases) and words[phrases[k].first].start == words[end - 1].end:
            if words[phrases[k].first].text in STOPS:
                break
            end = phrases[k].last
            k += 1
        out[-1] = replace(before, last=end)
    return out


def _titled(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Join "książkę", "pt.", "Most": the title is part of what bears it."""
    out: list[Phrase] = []
    k = 0
    while k < len(phrases):
        p = phrases[k]
        after = phrases[k + 1 : k + 3]
        titled = (
            out
            and out[-1].kind in HOLDERS
            and p.last - p.first == 1
            and doc.words[p.first].lower in TITLED
            and len(after) == 2
            and doc.words[after[0].first].text == "."
            and after[1].kind == "np"
        )
        if titled:
            out[-1] = replace(out[-1], last=after[1].last)
            k += 3
            continue
        out.append(p)
        k += 1
    return out


def _pairs(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Join "zarówno w Danii, jak i w Norwegii": both members are of one kind."""
    out: list[Phrase] = []
    k = 0
    while k < len(phrases):
        p = phrases[k]
        rest = phrases[k + 1 : k + 6]
        pair = (
            doc.words[p.first].lower == BOTH
            and len(rest) == 5
            and [doc.words[q.first].lower for q in rest[1:4]] == [",", "jak", "i"]
            and rest[0].kind in HOLDERS
            and (rest[4].kind == rest[0].kind or (rest[0].kind == "pp" and rest[4].kind == "np"))
        )
        if pair:
            left, right = rest[0], rest[4]
            common = left.cases & right.cases
            agree = frozenset((c, "pl", g) for c, _, g in left.agree | right.agree if c in common)
            agree = agree if left.kind == "np" else left.agree
            out.append(replace(left, first=p.first, last=right.last, agree=agree, many=True))
            k += 6
            continue
        out.append(p)
        k += 1
    return out


def governing(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Join "z", "zapowiadanym", "na lipiec", "strajkiem": a preposition and all it governs."""
    if not any(p.kind == "prep" for p in phrases):
        return phrases
    out: list[Phrase] = []
    k = 0
    while k < len(phrases):
        found = _object(doc, phrases, k) if phrases[k].kind == "prep" else None
        if found is None:
            out.append(phrases[k])
            k += 1
            continue
        whole, k = found
        out.append(whole)
    return out


def _object(doc: PolishDocument, phrases: list[Phrase], k: int) -> tuple[Phrase, int] | None:
    """Return a preposition at k with its object, and where the next phrase is."""
    p = phrases[k]
    cases = governed(doc.words[p.first])
    at = k + 1
    after = phrases[at] if at < len(phrases) else None
    if doc.words[p.first].lower in BOUNDS and after is not None and after.kind == "np":
        # "ponad połowa zamku spłonęła": how much, and in no other case for that.
        part = doc.words[after.head].lemma("subst") in PORTIONS
        return (replace(after, first=p.first), at + 1) if part else None
    while at < len(phrases) and phrases[at].kind == "adv":
        at += 1
    first = phrases[at] if at < len(phrases) else None
    if first is None:
        return None
    agree = NONE
    if first.kind == "adj":
        agree = frozenset(t for t in first.agree if t[0] in cases)
        at += 1
        while agree and at < min(len(phrases), k + WIDEST) and phrases[at].kind in INNER:
            if phrases[at].kind == "quantity" and doc.words[phrases[at].first].has("num", "dig"):
                break
            at += 1
        if not agree or at >= len(phrases):
            return None
    noun = phrases[at]
    if noun.kind == "quantity" and agree and at == k + 2:
        return Phrase("quantity", p.first, noun.last, noun.head, noun.agree), at + 1
    if noun.kind != "np" or noun.text:
        return None
    shared = noun.agree & agree if agree else frozenset(t for t in noun.agree if t[0] in cases)
    if agree and not shared and noun.head in doc.named:
        # Of a name of several words nobody may know number and gender.
        shared = frozenset(t for t in agree if t[0] in noun.cases)
    if not shared:
        return None
    return Phrase("pp", p.first, noun.last, noun.head, shared, many=noun.many), at + 1
