"""A gap in a sentence as the article has it, where no clause of it is asked of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.asking.asker import sure
from quiz.languages.english.asking.gap import CATEGORIES, NOTE, clear, named, numbers
from quiz.languages.english.asking.tense import PRESENT
from quiz.languages.english.asking.wording import GAP, Stem
from quiz.languages.english.asking.years import PAST
from quiz.languages.english.chunks import BRACKETS, Phrase
from quiz.languages.english.options.dates import date_options
from quiz.languages.english.speech import quotations
from quiz.languages.english.statements import JOINING, Statement
from quiz.languages.english.tables import DROPPABLE

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.words import Word
    from quiz.languages.protocol import Fact, Sentence

LONGEST = 40
"""Words of a sentence that is still taken in with a gap in it."""
FEWEST = 8
EACH = 2
"""So many gaps of a sentence are worth weighing against one another."""
OPENING = frozenset({"and", "but", "yet", "so", "or"})
UNSURE = frozenset({"too", "though", "either", "instead", "again", "then", "later", "earlier"})
"""What takes up a sentence before, and cannot be left out unseen."""
GRAINS = frozenset({"year", "day", "month"})
LEADS = frozenset({"in", "on"})


def verbatim(ask: Asker) -> None:
    """Leave gaps in every sentence of which nothing is asked and that stands alone."""
    quoted = quotations(ask.doc)
    for sentence in ask.doc.sentences:
        if ask.drafts.enough:
            return
        size = sentence.last - sentence.first
        if sentence.number in quoted or not FEWEST <= size <= LONGEST:
            continue
        if any(not d.gap for d in ask.drafts.of(sentence.number)):
            continue
        facts = [f for f in ask.doc.facts_of(sentence) if f.kind != "role"]
        if facts:
            _sentence(ask, sentence, facts)


def _sentence(ask: Asker, sentence: Sentence, facts: list[Fact]) -> None:
    part = _kept(ask, sentence)
    if part is None:
        return
    verb = Phrase("verb", part.head, part.head + 1, part.head)
    s = Statement(sentence, (part, verb), 0, 1, sentences=(sentence.number,))
    reading = ask.wording.read([part])
    if reading is None:
        return
    text = ask.wording.text(part, reading).rstrip(" .")
    whole = Stem(f"{text[:1].upper()}{text[1:]}.", reading.sentences)
    if not clear(ask, s, whole.text):
        return
    before = len(ask.drafts.all)
    numbers(ask, s, whole)
    for fact in facts:
        if len(ask.drafts.all) - before >= EACH:
            return
        if ask.drafts.asks(fact) or (fact.kind == "person" and not sure(fact)):
            continue
        if fact.kind == "date":
            _date(ask, s, whole, fact)
        elif fact.kind in CATEGORIES and set(range(*fact.words)) <= set(part.indices()):
            named(ask, s, whole, fact)


def _kept(ask: Asker, sentence: Sentence) -> Phrase | None:
    """Return the words of a sentence without brackets and what joins it to the one before.

    None where it is told in a tense that an article of a day does not stand in later, or has a
    word that takes up what came before.
    """
    words = ask.doc.words
    first, last = sentence.first, sentence.last
    while last > first and not words[last - 1].text[-1].isalnum():
        last -= 1
    first = _opened(words, first, last)
    gaps: list[tuple[int, int]] = []
    i = first
    while i < last:
        low = words[i].text.lower()
        if words[i].text in BRACKETS:
            close = next((k for k in range(i, last) if words[k].text == BRACKETS[words[i].text]), -1)
            if close < 0:
                return None
            gaps.append((i, close + 1))
            i = close
        elif low == "also":
            gaps.append((i, i + 1))
        elif low in UNSURE:
            return None
        i += 1
    finite = [k for k in range(first, last) if words[k].tag in PAST | PRESENT | {"VHD", "VM0"}]
    inside = {k for a, b in gaps for k in range(a, b)}
    finite = [k for k in finite if k not in inside]
    if not finite or words[finite[0]].tag in {"VHD", "VM0"}:
        return None
    if ask.doc.of_a_day and any(words[k].tag not in PAST for k in finite):
        return None
    return Phrase("words", first, last, finite[0], tuple(gaps))


def _opened(words: tuple[Word, ...], first: int, last: int) -> int:
    """Return where a sentence begins behind "However," "In addition," and "But"."""
    while first < last and words[first].text.lower() in OPENING | DROPPABLE:
        first += 1
        first += words[first].text == ","
    comma = next((k for k in range(first, min(first + 5, last)) if words[k].text == ","), -1)
    if comma > 0 and " ".join(w.text.lower() for w in words[first:comma]) in JOINING:
        return comma + 1
    return first


def _date(ask: Asker, s: Statement, whole: Stem, fact: Fact) -> None:
    """Leave a gap for a year, a month or a day behind its preposition."""
    doc = ask.doc
    dated = doc.dated.get(fact.words[0])
    if dated is None or dated.found.when.grain not in GRAINS or dated.found.when.relative:
        return
    if not dated.first or doc.words[dated.first - 1].text.lower() not in LEADS:
        return
    front, answer, rivals = date_options(doc, dated)
    if not front or whole.text.count(answer) != 1 or f" {answer}" not in f" {whole.text}":
        return
    body = whole.text.replace(answer, GAP)
    if any(mark in body for mark in '“”"«»'):
        return
    stem = Stem(f"Complete the sentence: “{body}”", whole.sentences)
    ask.add(
        s, stem, answer, rivals, "dates", fact, 0.6, NOTE, explanation=whole.text, gap=True,
    )  # fmt: skip
