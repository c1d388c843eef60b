"""When somebody was born or died, and when a named thing came to be, as stands beside the name.

"Ann Lee (1867–1934)", "the Norhus Museum, founded in 1834": that happened once and needs no more.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.english.asking.nearby import listed, proof, torn
from quiz.languages.english.asking.wording import Stem
from quiz.languages.english.options.dates import date_options, year_options
from quiz.languages.english.statements import Statement
from quiz.languages.protocol import Fact
from quiz.languages.when import of_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.date_rules import Dated
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.names import Name
    from quiz.languages.protocol import Sentence

NOTE = "Check that the date is of this very name."
SPAN = re.compile(r"(\d{3,4}) ?[-–—] ?(\d{4})")
SHORTEST, LONGEST = 25, 105
FAR = 120
"""Years between two lives of which one could be taken for the other."""
"""Years of a life: a reign or a term of office is mostly shorter."""
FARTHEST = 8
"""Words between a name and the participle that tells how it came to be."""
INNER = frozenset({"AJ0", "AJS", "AV0", "NN1", "NN2", "ORD", "AT0", "VVN", "PRF", "CJC"})
ADVERBS = frozenset({"first", "originally", "officially", "formally"})
REIGN = re.compile(r"\b(?:Emperor|Empress|King|Queen|Pope|Sultan|Khan|Tsar|Czar|Caliph|Shah)\b")
QUOTES = frozenset({'"', "“", "”", "‘", "’"})
BEFORE = frozenset({"of", "from", "in", "near"})


def origins(ask: Asker) -> None:
    """Ask for the dates of lives, and of how things with a name came to be, once a name."""
    asked: set[str] = set()
    lives = _lives(ask)
    for name in ask.doc.names:
        if name.base in asked or not name.kind or torn(ask.doc, name.last):
            continue
        found = _life(ask, name, lives) if name.kind == "person" else _made(ask, name)
        if found:
            asked.add(name.base)
    _years(ask)


def _lives(ask: Asker) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the years in which people of a text were born, and in which they died."""
    found = [
        (m[1].lstrip("0"), m[2].lstrip("0"))
        for d in ask.doc.dates
        if (m := SPAN.fullmatch(ask.doc.text[d.found.start : d.found.end])) is not None
        and SHORTEST <= int(m[2]) - int(m[1]) <= LONGEST
    ]
    return tuple(a for a, _ in found), tuple(b for _, b in found)


def _life(ask: Asker, name: Name, lives: tuple[tuple[str, ...], tuple[str, ...]]) -> bool:
    """Read "Ann Lee (1867–1934)" and "Ann Lee (born 12 May 1955)"."""
    doc, words, i = ask.doc, ask.doc.words, name.last
    if i + 3 < len(words) and [words[k].text for k in (i, i + 2, i + 3)] == ["(", ")", "("]:
        i += 3  # "Muhammad Razi (Rhazes) (865–915)"
    if not name.sure or " " not in name.base or i + 2 >= len(words) or words[i].text != "(":
        return False
    told = words[i + 1].text.lower().rstrip(".")
    born, dead = told in {"born", "b"}, told in {"died", "d"}
    at = i + 2 if born or dead else i + 1
    while (
        (born or dead)
        and at < min(i + 4, len(words))
        and words[at].text.lower() in {".", "on", "in"}
    ):
        at += 1
    dated = doc.dated.get(at)
    if dated is None or dated.first != at or words[dated.last].text not in {")", ";", ","}:
        return False
    if born:
        return _ask(ask, name, dated, f"was {name.base} born", f"{name.base} was born")
    if dead:
        return _ask(ask, name, dated, f"did {name.base} die", f"{name.base} died")
    span = SPAN.fullmatch(doc.text[dated.found.start : dated.found.end])
    if span is None or not SHORTEST <= int(span[2]) - int(span[1]) <= LONGEST:
        return False
    before = doc.span(max(name.first - 3, 0), name.last)
    if REIGN.search(before):
        return False
    last = replace(dated, found=dated.found._replace(when=of_year(int(span[2]))))
    first = replace(dated, found=dated.found._replace(when=of_year(int(span[1]))))
    died = _ask(ask, name, last, f"did {name.base} die", f"{name.base} died", lives[1])
    born = _ask(ask, name, first, f"was {name.base} born", f"{name.base} was born", lives[0])
    return born or died


def _made(ask: Asker, name: Name) -> bool:
    """Read "the Norhus Museum, originally built in 1834" and "X, a museum opened in 1834"."""
    doc, words = ask.doc, ask.doc.words
    last = doc.sentences[name.sentence].last
    i = name.last
    if i + 3 >= last or words[i].text not in {",", "("}:
        return False
    end = next((k for k in range(i + 1, min(i + FARTHEST, last - 2)) if _coming(ask, k)), -1)
    if end < 0 or any(
        words[k].tag not in INNER or words[k].text[0].isupper() for k in range(i + 1, end)
    ):
        return False
    inner = {words[k].text.lower() for k in range(i + 1, end)}
    if words[end - 1].text.lower() not in ADVERBS and inner - ADVERBS and not _noun(ask, i, end):
        return False
    at = end + 1
    if words[at].text.lower() not in {"in", "on"}:
        return False
    place = ask.fact("place", at + 1)
    told = ""
    if place is not None:
        told = f" {doc.span(at, place.words[1])}"
        at = place.words[1]
    dated = doc.dated.get(at + 1)
    if words[at].text.lower() not in {"in", "on"} or dated is None or dated.first != at + 1:
        return False
    start = name.first - (words[name.first - 1].text.lower() == "the")
    if words[start - 1].text.lower() in BEFORE:
        return False  # "a band from Leeds, formed in 1990"
    adverb = words[end - 1].text.lower() if words[end - 1].text.lower() in ADVERBS else ""
    the = "the " if start < name.first else ""
    called = f"{the}{doc.span(name.first, name.last)}"
    verb = " ".join(x for x in (adverb, words[end].text.lower()) if x)
    told = f"{verb}{told}"
    return _ask(ask, name, dated, f"was {called} {told}",
                f"{called[0].upper()}{called[1:]} was {told}")  # fmt: skip


def _years(ask: Asker) -> None:
    """Read "the Battle of Holm (1288)" and "the film “Whale Song” (1971)"."""
    doc, words = ask.doc, ask.doc.words
    for dated in doc.dates:
        i, end = dated.first - 1, dated.last
        if i < 2 or words[i].text != "(" or dated.found.when.grain != "year":
            continue
        if end >= len(words) or words[end].text not in {")", ",", ";"}:
            continue
        sentence = next((s for s in doc.sentences if s.first <= i < s.last), None)
        if sentence is None:
            continue  # a heading
        called, asked, told = _titled(ask, i) or _happened(ask, i, sentence.first) or ("", "", "")
        answer, rivals = year_options(doc, dated) if called else ("", [])
        if answer:
            told = f"{called[0].upper()}{called[1:]} {told} {answer}."
            _add(ask, sentence, (sentence.number,), dated, asked, answer, rivals, told)


def _titled(ask: Asker, end: int) -> tuple[str, str, str] | None:
    """Read a work with its noun and its title, in quotation marks or as a name, before `end`."""
    doc, words = ask.doc, ask.doc.words
    if words[end - 1].text in QUOTES:
        i = next((k for k in range(end - 2, max(end - 12, 1), -1) if words[k].text in QUOTES), 0)
        title = f"“{doc.span(i + 1, end - 1)}”" if i else ""
    else:
        fact = ask.standing.fact(end - 1)
        i = fact.words[0] if fact is not None and fact.words[1] == end else 0
        title = doc.span(i, end) if i else ""
    noun = i - 1 - (words[i - 1].text == ",") if i > 1 else -1
    if noun < 0 or not title or words[noun].text not in listed("titled"):
        return None
    called = f"the {words[noun].text} {title}"
    return called, f"From what year is {called}?", "is from"


def _happened(ask: Asker, end: int, first: int) -> tuple[str, str, str] | None:
    """Read the name of an event or a decree before `end`: its first word tells which it is."""
    doc, words = ask.doc, ask.doc.words
    i = end - 1
    while i > max(first, end - FARTHEST) and (
        words[i].text[0].isupper() or words[i].text in {"of", "the", "for", "on"}
    ):
        if words[i].text in listed("happening") | listed("decreed"):
            break
        i -= 1
    word = words[i].text
    if i + 2 > end - 1 or words[i + 1].text not in {"of", "for", "on"}:
        return None
    called = f"the {doc.span(i, end)}"
    if word in listed("happening"):
        return called, f"In what year did {called} take place?", "took place in"
    if word in listed("decreed"):
        return called, f"From what year is {called}?", "is from"
    return None


def _coming(ask: Asker, i: int) -> bool:
    """Whether word i is a participle that tells how something came to be."""
    word = ask.doc.words[i]
    return word.tag in {"VVN", "VVD"} and word.text.lower() in listed("coming")


def _noun(ask: Asker, i: int, end: int) -> bool:
    """Whether an article and a noun stand between: ", a museum built"."""
    words = ask.doc.words
    return words[i + 1].tag == "AT0" and words[end - 1].tag == "NN1"


def _ask(
    ask: Asker, name: Name, dated: Dated, asked: str, told: str, own: Sequence[str] = ()
) -> bool:
    """Ask for a date; the dates of others of the text are the first beside it."""
    doc = ask.doc
    front, answer, rivals = date_options(doc, dated)
    near = [y for y in own if abs(int(y) - int(answer)) <= FAR]
    rivals = [*dict.fromkeys([*near, *rivals])]
    if not front or dated.found.when.first is None:
        return False
    led = "on " if dated.found.when.grain == "day" else "in "
    stem = f"{front[0].upper()}{front[1:]} {asked}?"
    sentence = doc.sentences[name.sentence]
    told = f"{told} {led}{answer}."
    return _add(ask, sentence, proof(doc, name), dated, stem, answer, rivals, told)


def _add(
    ask: Asker,
    sentence: Sentence,
    numbers: tuple[int, ...],
    dated: Dated,
    stem: str,
    answer: str,
    rivals: Sequence[str],
    told: str,
) -> bool:
    doc, found = ask.doc, dated.found
    fact = Fact(
        "date", doc.text[found.start : found.end], found.start, found.end, answer, answer,
        sentence.number, (dated.first, dated.last),
    )  # fmt: skip
    s = Statement(sentence, (), 0, 0, sentences=numbers)
    before = len(ask.drafts.all)
    ask.add(
        s, Stem(stem, frozenset()), answer, rivals, "dates", fact, 0.75, NOTE, explanation=told,
        timeless=True,
    )  # fmt: skip
    return len(ask.drafts.all) > before
