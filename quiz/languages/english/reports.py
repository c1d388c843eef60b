"""Who says what, as a line of phrases shows it: "X said that …", "…, X said", "according to X"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.english.subjects import Subject, read_subject

if TYPE_CHECKING:
    from quiz.languages.english.chunks import Phrase
    from quiz.languages.english.line import Line

CONTACT = frozenset(
    {
        "say", "believe", "think", "claim", "hope", "feel", "admit", "insist", "argue", "suggest",
        "conclude", "explain", "add", "state", "tell", "reveal", "confirm", "announce",
    }
)  # fmt: skip
"""Verbs whose content may follow without "that"."""
NEAR = 3
"""Phrases among which a content without "that" begins."""


def source(line: Line, i: int, end: int) -> tuple[Phrase, int]:
    """Return "according to X" at phrase i with what is said of X, and what follows it."""
    p = line[i]
    k = i + 1
    while k < end and line.kind(k) in {"pp", "date", "conj"}:
        k += 1
        if line.kind(k - 1) == "conj":
            k += 1
    whole = replace(p, last=line[min(k, end) - 1].last)
    beside = line.kind(k + 1) == "np" and k + 1 < end
    named = line.words[p.last - 1].tag == "NP0" or line.words[p.last - 1].text[0].isupper()
    if line.comma(k) and beside and named != line.name(k + 1):
        close = k + 2
        while close < end and line.kind(close) == "pp":
            close += 1
        if line.comma(close):
            return replace(p, last=line[close - 1].last), close
    if line.kind(k) == "inf" and line.words[line[k].head].text[0].isupper():
        close = next((n for n in range(k, end) if line.comma(n)), k)
        return replace(
            p, last=line[close - 1].last
        ), close  # "the Committee to Protect Journalists"
    made = line.kind(k) == "ven" or (
        line.kind(k) == "verb" and line[k].last - line[k].first == 1
        and line.words[line[k].head].tag in {"VVD", "VVN"}
    )  # fmt: skip
    if made and k < end:  # "according to a posting made on Friday, …"
        return whole, next((n for n in range(k + 1, end) if line.comma(n)), end)
    return whole, k


def content(line: Line, verb: Phrase, i: int, end: int) -> tuple[list[Phrase], int] | None:
    """Return what stands before the content of a verb of speech, and where that begins."""
    if not line.says(verb):
        return None
    k = i
    while k < end and line.kind(k) in {"np", "pp", "date", "adv"}:
        k += 1
    if line.comma(k) and line.kind(k + 1) in {"pp", "adv"}:
        k = next((n + 1 for n in range(k + 1, end) if line.comma(n)), k)
    if line.kind(k) == "that" and k < end:
        return [p for p in line.phrases[i:k] if p.kind != "point"], k + 1
    lemma = line.words[verb.head].lemma
    if lemma not in CONTACT:
        return None
    for at in range(i, min(k, i + NEAR)):
        if line.kind(at) == "pp":
            return None
        if line.kind(at) != "np":
            continue
        found = read_subject(line, at, end)
        joined = found is not None and any(line.kind(n) == "conj" for n in range(at, found.verb))
        if found is not None and (lemma == "say" or not joined):
            return line.phrases[i:at], at
        if at == i and lemma != "tell":
            return None
    return None


def teller(line: Line, i: int, end: int) -> Subject | None:
    """Return who says, at phrase i, what stands before it: ", the police said on Monday."."""
    found = read_subject(line, i, end)
    if found is None or not line.says(line[found.verb]):
        return None
    rest = {line.kind(n) for n in range(found.verb + 1, end)}
    return found if rest <= {"pp", "date", "adv", "np"} else None
