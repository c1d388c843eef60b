"""What hangs on a noun or a clause: relative clauses without a pronoun, participles, tails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.subjects import read_subject

if TYPE_CHECKING:
    from quiz.languages.english.chunks import Phrase
    from quiz.languages.english.line import Line


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
