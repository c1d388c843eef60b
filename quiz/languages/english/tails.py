"""What hangs on a noun or a clause: relative clauses without a pronoun, participles, tails."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.english.subjects import read_subject

if TYPE_CHECKING:
    from quiz.languages.english.chunks import Phrase
    from quiz.languages.english.line import Line

STATING = frozenset(
    {
        "when", "after", "before", "while", "although", "though", "as", "because", "since",
        "whereas", "whilst",
    }
)  # fmt: skip
"""What opens a clause that states by itself that something is so."""


def participle(line: Line, i: int) -> bool:
    """Whether a past tense behind an object is a participle: "with the meeting set for May"."""
    p = line[i]
    single = p.last - p.first == 1 and line.words[p.head].tag in {"VVD", "VVN"}
    return single and line.kind(i + 1) in {"pp", "date", "inf", "adv", "prep"}


def contact(line: Line, i: int, end: int) -> bool:
    """Whether a noun and a verb follow a noun they say something of: "a clock he made"."""
    if i + 1 >= end or line.kind(i - 1) not in {"np", "pp"}:
        return False
    return line.kind(i + 1) == "verb" or (line.kind(i + 1) == "adv" and line.kind(i + 2) == "verb")


def tail_end(line: Line, i: int, end: int) -> int:
    """Return the phrase behind the subordinate clause that begins at phrase i."""
    seen = False
    k = i + 1
    while k < end:
        seen |= line.kind(k) == "verb"
        if line.kind(k) == "point" and (seen or not line.comma(k)):
            break
        joins = seen and line.kind(k) == "conj" and line.kind(k + 1) == "np"
        if joins and read_subject(line, k + 1, end) is not None:
            break
        k += 1
    return k


def antecedent(line: Line, opener: int, noun: Phrase) -> int:
    """Return the word at which what a relative clause behind a phrase is about begins.

    That is the person of "the aide of Ann Lee, who", the plan of "in favour of a plan, which".
    """
    words, first = line.words, noun.first + (noun.kind == "pp")
    inner = [i for i in range(first, noun.last) if words[i].tag == "PRF"]
    if not inner:
        return first
    name = range(inner[-1] + 1, noun.last)
    if line.low(opener) == "who" and name and all(words[i].tag == "NP0" for i in name):
        return name[0]
    return first + 2 * (words[first].tag == "NN1" and inner[0] == first + 1)


def stating(line: Line, i: int, end: int) -> bool:
    """Whether what phrase i opens states by itself that something is so: "when it opened"."""
    if line.kind(i) != "sub" or line.low(i) not in STATING or line.kind(i + 1) != "np":
        return False
    return any(line.kind(k) == "verb" for k in range(i + 2, end))


def explained(line: Line, noun: Phrase, i: int, end: int) -> Phrase:
    """Return a noun with the name behind its comma in its place: "a lawyer, Ann Lee of Leeds".

    It stays as it was where it has a name itself, or none follows.
    """
    words = line.words
    if noun.kind not in {"np", "pp"} or noun.gaps or line.kind(i) != "np" or not 0 < end - i < 3:
        return noun
    if words[noun.head].tag != "NN1" or any(
        words[n].tag == "NP0" for n in range(noun.first, noun.last)
    ):
        return noun
    name = line[i]
    if not any(words[n].tag == "NP0" for n in range(name.first, name.last)):
        return noun
    if any(line.kind(n) not in {"np", "pp"} for n in range(i, end)):
        return noun
    start = noun.first + (noun.kind == "pp")
    return replace(noun, last=line[end - 1].last, head=name.head, gaps=((start, name.first),))
