"""What a text quotes to the letter, cut into pieces that stand alone, with whoever said it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quiz.languages.english.asking.nearby import listed
from quiz.languages.english.chunks import QUOTES
from quiz.languages.english.pronouns import FEMININE, MASCULINE
from quiz.languages.english.standing import Seen
from quiz.languages.english.tables import SAY, SUBORDINATORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.chunks import Phrase
    from quiz.languages.protocol import Fact, Sentence

SHORTEST, LONGEST = 6, 32
"""Words of a quotation that tells something and fits on a screen."""
OWN = frozenset({"i", "we", "me", "us", "my", "our", "ours", "you", "your", "myself", "ourselves"})
"""Pronouns that mean whoever speaks or is spoken to."""
SPEAKING = frozenset({"now", "here", "today", "so", "yesterday", "tomorrow"})
"""Words that point to where and when somebody speaks, or only stress."""
WORDS_OF = (["in", "the", "words", "of"], ["according", "to"])
NEAR = 16
"""Words before a quotation within which they tell whose it is."""
STOPS = frozenset({".", "!", "?"})
FINITE = frozenset({"VVD", "VVZ", "VVB", "VBD", "VBZ", "VBB", "VM0", "VHD", "VHZ", "VHB", "VDD",
                    "VDZ", "VDB"})  # fmt: skip
NOUNS = frozenset({"NN1", "NN2", "NN0"})
LEADING_ON = frozenset({"and", "but", "so", "or", "because", "which", "who", "then", "yet", "nor"})
"""What a piece does not begin with: it goes on with what was said before."""
PLAIN = frozenset({"'", "’", "-", "–", ","})


class Quotation(NamedTuple):
    """Words [first, last) that a person said, and the sentences that prove it."""

    first: int
    last: int
    speaker: Fact
    sentences: tuple[int, ...]


def quotations(ask: Asker) -> Iterator[Quotation]:
    """Return of every quotation whose speaker is sure the first piece that stands alone."""
    doc = ask.doc
    before: Sentence | None = None
    told: tuple[Fact, tuple[int, ...]] | None = None
    led = False
    for s in doc.sentences:
        marks = [i for i in range(s.first, s.last) if doc.words[i].text in QUOTES - {"‘"}]
        follows = before is not None and before.paragraph == s.paragraph
        whole = len(marks) == 2 and marks[0] == s.first and marks[1] >= s.last - 2
        carried, told = told if whole and (follows or led) else None, None
        before, led = s, False
        if not marks:
            led = doc.words[s.last - 1].text in {",", ":"}
            told = _speaker(ask, s, []) if led else None
        if not marks or len(marks) % 2:
            continue
        spans = list(zip(marks[::2], marks[1::2], strict=True))
        found = carried or _speaker(ask, s, spans)
        if found is None:
            continue
        if marks[0] == s.first:
            told = found
        piece = next((p for a, b in spans for p in _pieces(ask, a, b) if stands(ask, *p)), None)
        if piece is not None:
            proof = tuple(sorted({*found[1], s.number}))
            yield Quotation(*piece, found[0], proof)


def _speaker(
    ask: Asker, s: Sentence, spans: list[tuple[int, int]]
) -> tuple[Fact, tuple[int, ...]] | None:
    """Return who says what a sentence quotes, and the sentences that tell it."""
    doc = ask.doc
    outside = [
        p
        for p in doc.phrases(s)
        if not any(a <= p.first <= b or a <= p.head <= b for a, b in spans)
    ]
    verbs = [p for p in outside if p.kind == "verb"]
    speaking = [p for p in verbs if doc.words[p.head].lemma in SAY]
    worded = _worded(ask, s, spans)
    if worded is not None:
        return worded, _whole(ask, worded)
    if len(verbs) != 1 or len(speaking) != 1 or _reported(ask, outside, verbs[0], spans):
        return None
    first, last = outside[0].first, outside[-1].last
    named = [f for f in ask.standing.persons(first, last)
             if not any(a < f.words[0] < b for a, b in spans)]  # fmt: skip
    if len(named) == 1:
        return (named[0], _whole(ask, named[0]))
    if named:
        return None
    at = verbs[0].first
    near = [i for i in (at - 1, verbs[0].last) if s.first <= i < s.last]
    pronoun = next((i for i in near if doc.words[i].text.lower() in MASCULINE | FEMININE), None)
    if pronoun is None:
        return None
    fact = ask.standing.pronouns.antecedent(pronoun, s)
    if fact is None:
        return None
    told_in = ask.standing.pronouns.told_in(fact, pronoun)
    return fact, tuple(sorted({*_whole(ask, fact), told_in, s.number}))


def _worded(ask: Asker, s: Sentence, spans: list[tuple[int, int]]) -> Fact | None:
    """Return the one person of "in the words of X, “…”" and "“…”, according to X"."""
    if len(spans) != 1:
        return None
    words, (opens, closes) = ask.doc.words, spans[0]
    low = [w.text.lower() for w in words[s.first : s.last]]
    sides = []
    for opening in WORDS_OF:
        n = len(opening)
        for i in range(len(low) - n):
            at = s.first + i
            beside = at < opens <= at + NEAR or closes < at <= closes + 2
            if low[i : i + n] == opening and beside:
                sides.append((at, opens if at < opens else s.last))
    if len(sides) != 1:
        return None
    named = ask.standing.persons(*sides[0])
    return named[0] if len(named) == 1 else None


def _reported(
    ask: Asker, outside: list[Phrase], verb: Phrase, spans: list[tuple[int, int]]
) -> bool:
    """Whether words are between a verb of speech and the quotation that may change what is said."""
    if not spans:
        return verb.last < outside[-1].last - 1
    opens, closes = spans[0]
    if verb.first < opens:
        words = ask.doc.words[verb.last : opens]
        return any(w.tag in FINITE or w.text.lower() in {"that", "if", "whether"} for w in words)
    return any(p.kind == "tail" for p in outside if closes < p.first < verb.first)


def _whole(ask: Asker, person: Fact) -> tuple[int, ...]:
    """Return the sentences that name a person, and tell their whole name."""
    if person.text and person.base in person.text:
        return (person.sentence,)
    whole = next(
        (f for f in ask.doc.facts if f.kind == "person" and f.base == person.base
         and f.base in f.text), person,
    )  # fmt: skip
    return tuple(sorted({person.sentence, whole.sentence}))


def _pieces(ask: Asker, opens: int, closes: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences within a quotation as [first, last) without their stops."""
    words = ask.doc.words
    start = opens + 1
    for i in range(opens + 1, closes + 1):
        ends = i == closes or words[i].text in STOPS
        if not ends:
            continue
        end = i
        while end > start and words[end - 1].text in STOPS | {",", ";"}:
            end -= 1
        if end > start and words[start].text[0].isupper():
            yield start, end
        start = i + 1


def stands(ask: Asker, first: int, last: int) -> bool:
    """Whether a piece tells what it speaks of; who speaks may mean himself."""
    words = ask.doc.words
    count = sum(w.text[0].isalnum() for w in words[first:last])
    if not SHORTEST <= count <= LONGEST or any(w.text in QUOTES for w in words[first:last]):
        return False
    low = words[first].text.lower()
    halved = low in SUBORDINATORS and not any(w.text == "," for w in words[first:last])
    if halved or low in LEADING_ON:
        return False
    if not any(w.tag in FINITE for w in words[first:last]):
        return False
    kept = [
        i
        for i in range(first, last)
        if words[i].text.lower() not in OWN | SPEAKING
        and words[i].text not in PLAIN
        and not _general(ask, i, last)
    ]
    reading = ask.standing.read(kept, Seen(), range(first, last))
    return reading is not None and not reading


def _general(ask: Asker, i: int, last: int) -> bool:
    """Whether a "the" at word i is of what everybody knows, or told by what follows two nouns."""
    words = ask.doc.words
    if words[i].text.lower() != "the" or i + 1 >= last:
        return False
    noun = words[i + 1].text.lower()
    after = words[i + 2] if i + 2 < last else None
    if noun in listed("groups") and (after is None or after.tag not in NOUNS):
        return True
    if noun in listed("general") and (after is None or after.tag not in NOUNS):
        return True
    pair = words[i + 1 : i + 5]
    return (
        len(pair) == 4
        and i + 4 < last
        and pair[0].tag in NOUNS
        and pair[1].text in {"and", "or"}
        and pair[2].tag in NOUNS
        and pair[3].tag == "PRF"
    )
