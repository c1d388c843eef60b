"""Who made a named work, firm or building: its author does not change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.polish.building import Statement
from quiz.languages.polish.morph import ADJECTIVAL
from quiz.languages.polish.options import person_rivals
from quiz.languages.polish.options.decline import decline
from quiz.languages.polish.phrases import QUOTES
from quiz.languages.polish.tables import CLASSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.names import Name
    from quiz.languages.protocol import Sentence

NOTE = "Sprawdź, czy to dzieło jednej osoby."
MAKERS = {
    "założyć": "założycielem", "napisać": "autorem", "namalować": "autorem",
    "skomponować": "kompozytorem", "zaprojektować": "projektantem",
    "wyreżyserować": "reżyserem", "nakręcić": "reżyserem", "odkryć": "odkrywcą",
    "wynaleźć": "wynalazcą", "wymyślić": "pomysłodawcą", "ufundować": "fundatorem",
}  # fmt: skip
"""What somebody is of what was made by him, by the verb of the participle."""
HOLDERS = {
    "autor": "autorem", "autorka": "autorem", "reżyser": "reżyserem", "reżyserka": "reżyserem",
    "założyciel": "założycielem", "założycielka": "założycielem", "twórca": "twórcą",
    "twórczyni": "twórcą", "kompozytor": "kompozytorem", "scenarzysta": "scenarzystą",
    "tłumacz": "tłumaczem", "tłumaczka": "tłumaczem",
}  # fmt: skip
"""What somebody is of what he made, by the noun before it."""
STEMS = tuple(sorted({noun[:6] for noun in HOLDERS}))
"""How these nouns begin in every case."""
MARKS = {"reżyserii": "reżyserem", "autorstwa": "autorem", "pióra": "autorem"}
"""What somebody is of a work, by the word between it and his name."""
WORKS = frozenset({"organisation", "thing", "place"})
FARTHEST = 8
"""Words between what was made and by whom."""


def authors(ask: Asker, statements: Sequence[Statement]) -> None:
    """Ask for the maker of everything that has a name and one maker."""
    for name in ask.doc.names:
        if name.kind == "person" and " " in name.base and ask.doc.certain(name.base):
            _by_mark(ask, name)
            _by_participle(ask, name)
    for s in statements:
        _by_statement(ask, s)
    low = ask.doc.low
    if not any(noun in low for noun in STEMS):
        return
    for sentence in ask.doc.sentences:
        for i in range(sentence.first, sentence.last - 3):
            word = ask.doc.words[i]
            for r in word.readings if word.lower.startswith(STEMS) else ():
                if r.lemma in HOLDERS and r.pos == "subst" and "sg" in r.number:
                    _by_title(ask, sentence, i, HOLDERS[r.lemma], statements)
                    break


def _by_title(
    ask: Asker, sentence: Sentence, i: int, maker: str, statements: Sequence[Statement]
) -> None:
    """Ask of "autor książki „Brzegi” Jan Kos", "Jan Kos, reżyser filmu „Brzegi”"."""
    doc, words, last = ask.doc, ask.doc.words, sentence.last
    noun = i + 1
    while noun < min(i + 4, last - 2) and words[noun].has(*ADJECTIVAL) and noun not in doc.named:
        noun += 1
    # "Twórca filmów „Brzegi” i „Lato”" made more than the first.
    genitive = any(
        "gen" in r.cases and "sg" in r.number for r in words[noun].readings if r.pos == "subst"
    )
    if not genitive or noun in doc.named or words[noun].capital:
        return
    if words[noun + 1].text in QUOTES:
        close = next((k for k in range(noun + 2, last) if words[k].text in QUOTES), 0)
        end, told = close + 1, f"„{doc.span(noun + 2, close)}”" if close else ""
    else:
        work = doc.named.get(noun + 1)
        named = (
            work is not None and work.first == noun + 1 and work.kind in {"organisation", "thing"}
        )
        end = work.last if work is not None and named else 0
        told = doc.span(noun + 1, end) if work is not None and named and work.sure else ""
        told = told if work is not None and told == work.base else ""
    if not told:
        return
    name, proof = _holder(ask, sentence, i, end, statements)
    if name is not None and " " in name.base and doc.certain(name.base):
        _ask(ask, name, maker, f"{words[noun].lower} {told}", proof)


def _holder(
    ask: Asker, sentence: Sentence, i: int, end: int, statements: Sequence[Statement]
) -> tuple[Name | None, tuple[int, ...]]:
    """Return who is the author at word i of the work that ends before another, and the proof."""
    doc, words = ask.doc, ask.doc.words
    name = doc.named.get(end)
    if name is None and i > sentence.first + 1 and words[i - 1].text == ",":
        name = doc.named.get(i - 2)
    if name is not None:
        return (name if name.kind == "person" else None), ()
    for s in statements:
        part = next((p for p in s.parts if p.first <= i < p.last and p.kind == "np"), None)
        being = any(r.lemma == "być" for r in words[s.parts[s.verb].first].readings)
        if s.sentence is sentence and part is not None and being and s.subject is not None:
            return ask.person(s.parts[s.subject]), s.sentences
    return None, ()


def _by_mark(ask: Asker, name: Name) -> None:
    """Ask of "film „Brzegi” w reżyserii Jana Kosa"."""
    words, i = ask.doc.words, name.first - 1
    first = ask.doc.sentences[name.sentence].first
    maker = MARKS.get(words[i].lower, "") if i > first and "gen" in name.cases else ""
    if maker:
        work = _work(ask, i - 1 - (words[i].lower == "reżyserii"), first)
        _ask(ask, name, maker, work)


def _by_participle(ask: Asker, name: Name) -> None:
    """Ask of "zespół Brzegi, założony w 1990 roku przez Jana Kosa"."""
    doc, i = ask.doc, name.first - 1
    first = doc.sentences[name.sentence].first
    if i <= first or doc.words[i].lower != "przez":
        return
    for k in range(i - 1, max(first, i - FARTHEST), -1):
        word = doc.words[k]
        maker = next((MAKERS[r.lemma] for r in word.readings
                      if r.pos == "ppas" and r.lemma in MAKERS), "")  # fmt: skip
        if maker:
            _ask(ask, name, maker, _work(ask, k - 1, first))
            return
        if (word.alpha and k not in doc.dated and not word.has("prep")) or word.text == ",":
            return


def _work(ask: Asker, last: int, first: int) -> str:
    """Return the genitive of the work that ends with a word, with the noun before its name."""
    doc, words = ask.doc, ask.doc.words
    last -= last > first and words[last].text == ","
    if words[last].text in QUOTES:
        opening = next((k for k in range(last - 1, max(first, last - FARTHEST), -1)
                        if words[k].text in QUOTES), -1)  # fmt: skip
        noun, told = opening - 1, f"„{doc.span(opening + 1, last)}”"
    else:
        name = doc.named.get(last)
        if name is None or name.kind not in WORKS or name.last != last + 1:
            return ""
        noun, told = name.first - 1, doc.span(name.first, name.last)
        if told != name.base:
            return ""
    lemma = words[noun].lemma("subst") if noun >= first else ""
    made = decline(doc.morphology, lemma, "gen") if lemma and not words[noun].has("prep") else ""
    return f"{made} {told}" if made else ""


def _by_statement(ask: Asker, s: Statement) -> None:
    """Ask of "spółka Brzegi została założona przez Jana Kosa"."""
    doc = ask.doc
    if s.subject is None or s.said or any(p.kind == "inf" for p in s.parts):
        return
    subject = s.parts[s.subject]
    maker = next((MAKERS[r.lemma] for p in s.parts if p.kind == "adj"
                  for w in doc.words[p.first : p.last] for r in w.readings
                  if r.pos == "ppas" and r.lemma in MAKERS), "")  # fmt: skip
    by = next((p for p in s.parts if p.kind == "pp" and doc.words[p.first].lower == "przez"), None)
    name = doc.named.get(by.first + 1) if by is not None else None
    if not maker or name is None or name.kind != "person" or " " not in name.base:
        return
    text = subject.text or doc.span(subject.first, subject.last)
    if subject.first in doc.openings and doc.words[subject.first].lemma("subst") in CLASSES:
        text = text[0].lower() + text[1:]
    named = doc.names_in(subject) or any(n.base in text for n in doc.names if n.kind in WORKS)
    if subject.many or not named or not text[0].islower():
        return
    _ask(ask, name, maker, decline(doc.morphology, text, "gen"), s.sentences)


def _ask(ask: Asker, name: Name, maker: str, work: str, proof: tuple[int, ...] = ()) -> None:
    if not work:
        return
    sentence = ask.doc.sentences[name.sentence]
    s = Statement(sentence, (), 0, None, sentences=proof or (sentence.number,))
    others = {n.base for n in ask.doc.names if n.sentence in s.sentences and n.kind == "person"}
    ask.add(
        s, f"Kto był {maker} {work}?", name.base, person_rivals(ask.doc, name, others), "people",
        ask.fact("person", name.first), 0.75, NOTE,
        explanation=f"{name.base} był {maker} {work}.", timeless=True,
    )  # fmt: skip
