"""A gap in a sentence as the article has it, where no clause of it is asked of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.asking.asker import LONGEST_GAP, sure
from quiz.languages.english.asking.gap import CATEGORIES, NOTE, SIZES, clear, named, numbers
from quiz.languages.english.asking.ordinals import ordinals
from quiz.languages.english.asking.tense import HABITUAL, PRESENT, THEN
from quiz.languages.english.asking.wording import GAP, Stem
from quiz.languages.english.asking.years import PAST
from quiz.languages.english.chunks import BRACKETS, Phrase
from quiz.languages.english.meaning import Named
from quiz.languages.english.options.dates import date_options, year_options
from quiz.languages.english.speech import quotations
from quiz.languages.english.statements import JOINING, Statement
from quiz.languages.english.tables import DROPPABLE
from quiz.languages.english.verbs import past

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.words import Word
    from quiz.languages.protocol import Fact, Sentence

LONGEST = 60
"""Words of a sentence that is still taken in with a gap in it."""
FEWEST = 8
EACH = 2
"""So many gaps of a sentence are worth weighing against one another."""
OPENING = frozenset({"and", "but", "yet", "so", "or"})
BESIDE = frozenset({"previous", "next", "upcoming", "latest", "recent", "following"})
"""What tells of which of several something is, seen from the day of the text."""
UNSURE = frozenset({"too", "though", "either", "instead", "again", "then", "later", "earlier"})
"""What takes up a sentence before, and cannot be left out unseen."""
THEN_ALSO = frozenset({"would", "could", "might", "should", "must"})
"""Modal verbs that stand behind what was said or meant."""
ABLE = frozenset({"can", "must", "could"})
OPENERS = frozenset({"CJC", "CJS", "DTQ", "PNQ", "AVQ", "VVG"})
"""Tags of what opens a clause behind a comma that may be left out."""
CUTS = 3
"""So many such clauses at the end are left out at the most."""
MAYBE = frozenset({"VVN", "VVZ", "VVB"})
"""Tags of verbs that may be participles or nouns: "hard drives"."""
CLAUSES = 2
"""So many verbs stand before a pronoun that may mean whoever the first one is of."""
OBJECTS = frozenset({"him", "her", "them"})
GRAINS = frozenset({"year", "day", "month"})
LEADS = frozenset({"in", "on"})


def verbatim(ask: Asker) -> None:
    """Leave gaps in every sentence of which nothing is asked and that stands alone."""
    quoted = quotations(ask.doc)
    for sentence in ask.doc.sentences:
        if ask.drafts.enough:
            return
        if sentence.number in quoted or sentence.last - sentence.first > LONGEST:
            continue
        if any(not d.gap for d in ask.drafts.of(sentence.number)):
            continue
        facts = [f for f in ask.doc.facts_of(sentence) if f.kind != "role"]
        if facts:
            _sentence(ask, sentence, facts)


def _sentence(ask: Asker, sentence: Sentence, facts: list[Fact]) -> None:
    words = ask.doc.words
    marks = [k for k in range(sentence.first, sentence.last) if words[k].text == ";"]
    starts = [sentence.first, *(k + 1 for k in marks)]
    for first, last in zip(starts, [*marks, sentence.last], strict=True):
        inside = [f for f in facts if first <= f.words[0] < last]
        for end in _ends(words, first, last) if inside else ():
            part = _kept(ask, first, end)
            if part is not None and _asked(ask, sentence, part, inside):
                break


def _ends(words: tuple[Word, ...], first: int, last: int) -> list[int]:
    """Return where a sentence may end: at its end, or before a clause that a comma opens."""
    cuts = [
        k
        for k in range(first + FEWEST, last - 1)
        if words[k].text == "," and words[k + 1].tag in OPENERS
        and any(words[n].tag in PAST | PRESENT for n in range(first, k))
    ]  # fmt: skip
    return [last, *reversed(cuts[-CUTS:])]


def _asked(ask: Asker, sentence: Sentence, part: Phrase, facts: list[Fact]) -> bool:
    """Leave gaps in words that stand alone; False where they do not."""
    reading = ask.wording.read([part])
    if reading is None or any(_within(ask, k, sentence) for k in reading.said):
        return False
    verb = Phrase("verb", part.head, part.head + 1, part.head)
    s = Statement(sentence, (part, verb), 0, 1, sentences=(sentence.number,))
    if ask.doc.of_a_day:  # what is so is told as it was then
        kept = set(part.indices())
        for k in _finite(ask, part.first, part.last):
            if ask.doc.words[k].tag in PRESENT and k in kept:
                reading.said[k] = Named(k + 1, _then(ask.doc.words[k]), sentence.number)
    text = ask.wording.text(part, reading).rstrip(" .")
    whole = Stem(f"{text[:1].upper()}{text[1:]}.", reading.sentences)
    if len(text) > LONGEST_GAP or not clear(ask, s, whole.text):
        return False
    before = len(ask.drafts.all)
    numbers(ask, s, whole)
    ordinals(ask, s, whole)
    for fact in facts:
        if len(ask.drafts.all) - before >= EACH:
            break
        if ask.drafts.asks(fact) or (fact.kind == "person" and not sure(fact)):
            continue
        if fact.kind == "date":
            _date(ask, s, whole, fact)
        elif fact.kind in CATEGORIES and set(range(*fact.words)) <= set(part.indices()):
            named(ask, s, whole, fact)
    return True


def _kept(ask: Asker, first: int, last: int) -> Phrase | None:
    """Return the words of a sentence without brackets and what joins it to the one before.

    None where it is told in a tense that an article of a day does not stand in later, or has a
    word that takes up what came before.
    """
    words = ask.doc.words
    while last > first and not words[last - 1].text[-1].isalnum():
        last -= 1
    first = _opened(words, first, last)
    if last - first < FEWEST:
        return None
    gaps: list[tuple[int, int]] = []
    i = first
    while i < last:
        low = words[i].text.lower()
        if words[i].text in BRACKETS:
            close = next(
                (k for k in range(i, last) if words[k].text == BRACKETS[words[i].text]), -1
            )
            if close < 0:
                return None
            gaps.append((i, close + 1))
            i = close
        elif low == "also" or (low == "now" and not ask.doc.of_a_day):
            gaps.append((i, i + 1))
        elif i > first and low in OBJECTS and words[i].tag == "PNP":
            if len(_finite(ask, first, i)) < CLAUSES:
                return None  # "the king made him a knight": whom?
        elif low in BESIDE or (low in UNSURE and words[i].tag.startswith("AV")):
            return None
        i += 1
    inside = {k for a, b in gaps for k in range(a, b)}
    finite = [k for k in _finite(ask, first, last) if k not in inside]
    if not finite or not _plain(ask, finite[0]) or not _about(ask, first, finite[0]):
        return None
    if ask.doc.of_a_day and any(not _told(words, k) for k in finite):
        return None
    now = ask.doc.of_a_day and any(words[k].tag in PRESENT for k in finite)
    if now and any(
        words[k].text.lower() in HABITUAL or ((q := ask.doc.counted.get(k)) and q.unit in SIZES)
        for k in range(first, last)
    ):
        return None  # so it is in any year
    return Phrase("words", first, last, finite[0], tuple(gaps))


def _about(ask: Asker, first: int, verb: int) -> bool:
    """Whether a name stands before the verb, or a pronoun that may stand for one.

    "Hundreds of vendors came" is told of many places.
    """
    words = ask.doc.words
    return words[first].tag == "PNP" or any(
        ask.standing.fact(i) is not None or (i > first and words[i].text[0].isupper())
        for i in range(first, verb)
    )


def _finite(ask: Asker, first: int, last: int) -> list[int]:
    """Return the finite verbs of words, those that the tagger takes for participles as well."""
    words = ask.doc.words
    sentence = next(s for s in ask.doc.sentences if s.first <= first < s.last)
    read = {p.first for p in ask.doc.phrases(sentence) if p.kind == "verb"}
    tags = PAST | PRESENT | {"VHD", "VM0"}
    return [
        k
        for k in range(first, last)
        if words[k].text[0].islower()
        and (words[k].tag in tags - MAYBE or (words[k].tag in MAYBE and k in read))
    ]


def _within(ask: Asker, k: int, sentence: Sentence) -> bool:
    """Whether word k is a pronoun within a sentence: it may mean what the sentence itself tells."""
    return k != sentence.first and ask.doc.words[k].tag in {"DPS", "PNP"}


def _plain(ask: Asker, k: int) -> bool:
    """Whether the first verb of a sentence tells what was or is, not what had been or may be."""
    words = ask.doc.words
    needed = words[k].tag == "VHD" and words[k + 1].tag == "TO0"
    may = words[k].text.lower() in ABLE and not ask.doc.of_a_day
    return needed or may or words[k].tag not in {"VHD", "VM0"}


def _told(words: tuple[Word, ...], k: int) -> bool:
    """Whether a finite verb is in the past, or in a present that can be told in the past."""
    word = words[k]
    if word.tag in PAST | {"VHD", "VVN"} or word.text.lower() in THEN_ALSO:
        return True
    after = next((w for w in words[k + 1 : k + 4] if w.tag not in {"AV0", "XX0"}), word)
    perfect = word.tag in {"VHZ", "VHB"} and after.tag in {"VVN", "VBN", "VHN", "VDN", "VVD"}
    return word.tag in PRESENT and not perfect and word.lemma.isalpha()


def _then(word: Word) -> str:
    """Return a verb of the present as it was."""
    return THEN.get(word.text.lower()) or past(word.lemma.lower())


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
    before = doc.words[dated.first - 1].text.lower() if dated.first else ""
    if before in LEADS:
        front, answer, rivals = date_options(doc, dated)
    elif before in {"the", "of"}:
        front = ""
        answer, rivals = year_options(doc, dated)  # "the 1979 vote", "the Confession of 1559"
    else:
        return
    if not (front or (answer and before not in LEADS)):
        return
    if whole.text.count(answer) != 1 or f" {answer}" not in f" {whole.text}":
        return
    body = whole.text.replace(answer, GAP)
    if any(mark in body for mark in '“”"«»'):
        return
    stem = Stem(f"Complete the sentence: “{body}”", whole.sentences)
    ask.add(
        s, stem, answer, rivals, "dates", fact, 0.6, NOTE, explanation=whole.text, gap=True,
    )  # fmt: skip
