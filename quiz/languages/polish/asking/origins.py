"""When something named was founded, built or made, as a participle or a bracket beside it tells.

"Spółka Norda, założona w 1905 roku", "zbudowany w 1912 roku most Brda", "szpital Brda (powstał w
1443 r.)": that happened once, and the name tells to what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.polish.building import Statement
from quiz.languages.polish.meaning import Meaning
from quiz.languages.polish.options import date_rivals, write_date
from quiz.languages.polish.options.decline import decline
from quiz.languages.polish.phrases import QUOTES
from quiz.languages.polish.tables import CLASSES, COMPANIES

if TYPE_CHECKING:
    from quiz.languages.date_rules import Dated
    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.names import Name
    from quiz.languages.protocol import Sentence

MADE = {
    "założyć": "założono", "utworzyć": "utworzono", "zbudować": "zbudowano",
    "wybudować": "wybudowano", "wznieść": "wzniesiono", "otworzyć": "otwarto",
    "powołać": "powołano", "odkryć": "odkryto", "zwodować": "zwodowano", "wydać": "wydano",
    "nagrać": "nagrano", "uruchomić": "uruchomiono", "podpisać": "podpisano",
    "napisać": "napisano", "odsłonić": "odsłonięto",
}  # fmt: skip
"""What is asked of what was made, by the verb of its participle."""
AROSE = "powstać"
WORKS = frozenset({"organisation", "thing", "place"})
FRONTS = {"day": "Kiedy", "month": "Kiedy", "year": "W którym roku"}
SHOWN = {"day": "", "month": "w", "year": ""}
WITHIN = {"day": "", "month": "w", "year": "w"}
LEADS = frozenset({"", "w", "we"})
FARTHEST = 5
"""Words between a participle and its date, or a date and the noun behind it."""
NOTE = "Sprawdź, czy data dotyczy tego, o co pytanie."


def origins(ask: Asker) -> None:
    """Ask when each named thing was made that has the date beside its name, once a name."""
    asked: set[str] = set()
    for name in ask.doc.names:
        if name.kind in WORKS and name.base not in asked and _ask(ask, name):
            asked.add(name.base)
    _firm(ask, asked)


def _firm(ask: Asker, asked: set[str]) -> None:
    """Ask of "spółka, założona w 1905 roku" where a text is about one firm."""
    doc, words = ask.doc, ask.doc.words
    for sentence in doc.sentences:
        for i in range(sentence.first, sentence.last - 4):
            if words[i + 1].text != "," or i in doc.named or not _verb(ask, i + 2, bracket=False):
                continue
            noun = words[i].lemma("subst")
            firm = Meaning(doc).firm if noun in COMPANIES and noun else ""
            told = [n for n in doc.names if n.base == firm and n.sentence <= sentence.number]
            found = _date(ask, i + 3, sentence.last)
            if not told or found is None or firm in asked:
                continue
            verb, form = _verb(ask, i + 2, bracket=False), decline(doc.morphology, noun, "acc")
            proof = tuple(sorted({told[-1].sentence, sentence.number}))
            if form and _add(ask, sentence, proof, found, verb, f"{form} {firm}"):
                asked.add(firm)


def _ask(ask: Asker, name: Name) -> bool:
    doc, words = ask.doc, ask.doc.words
    sentence = doc.sentences[name.sentence]
    quoted = name.first > sentence.first and words[name.first - 1].text in QUOTES
    noun, base = _noun(ask, name, quoted=quoted)
    found = noun >= sentence.first and (
        _behind(ask, name, quoted=quoted) or _before(ask, noun, sentence.first)
    )
    after = words[name.last].text if name.last < sentence.last else ""
    if not found or "-" in after or doc.span(name.first, name.last) != name.base:
        return False  # "Giwat ha-More": the name goes on
    verb, dated = found
    lemma = words[noun].lemma("subst")
    form = lemma if AROSE[:-2] in verb else decline(doc.morphology, lemma, "acc")
    called = f"{form} „{base}”" if quoted else f"{form} {base}"
    return bool(form) and _add(ask, sentence, (sentence.number,), dated, verb, called)


def _add(
    ask: Asker, sentence: Sentence, proof: tuple[int, ...], dated: Dated, verb: str, called: str
) -> bool:
    doc, when = ask.doc, dated.found.when
    if when.first is None or when.relative or when.grain not in FRONTS:
        return False
    told = write_date(when, when.first, SHOWN[when.grain])
    within = write_date(when, when.first, WITHIN[when.grain])
    s = Statement(sentence, (), 0, None, sentences=proof)
    before = len(ask.drafts.all)
    ask.add(
        s, f"{FRONTS[when.grain]} {verb} {called}?", told,
        date_rivals(doc, when, when.first, SHOWN[when.grain], ask.limit), "dates",
        ask.fact("date", dated.first), 0.85, NOTE,
        explanation=f"{called[0].upper()}{called[1:]} {verb} {within}.", timeless=True,
    )  # fmt: skip
    return len(ask.drafts.all) > before


def _noun(ask: Asker, name: Name, *, quoted: bool) -> tuple[int, str]:
    """Return the noun that says what a name is, -1 where there is none, and the name without it."""
    doc, words = ask.doc, ask.doc.words
    if name.first in doc.openings and name.last - name.first > 1 and not quoted:
        # "Spółka Norda" begins a sentence: its noun has a capital there alone.
        led = words[name.first].lemma("subst") in CLASSES
        return (name.first if led else -1), doc.span(name.first + 1, name.last)
    noun = name.first - 1 - quoted
    common = noun not in doc.named and not words[noun].has("prep") if noun >= 0 else False
    return (noun if common and words[noun].lemma("subst").islower() else -1), name.base


def _behind(ask: Asker, name: Name, *, quoted: bool) -> tuple[str, Dated] | None:
    """Read "Norda, założona w 1905 roku," and "Norda (powstała w 1905 r.)"."""
    words, last = ask.doc.words, ask.doc.sentences[name.sentence].last
    k = name.last + quoted
    if k + 2 >= last or words[k].text not in {",", "("}:
        return None
    verb = _verb(ask, k + 1, bracket=words[k].text == "(")
    return (verb, found) if verb and (found := _date(ask, k + 2, last)) else None


def _before(ask: Asker, noun: int, first: int) -> tuple[str, Dated] | None:
    """Read "zbudowany w 1912 roku most"."""
    doc = ask.doc
    for k in range(noun - 1, max(first, noun - FARTHEST) - 1, -1):
        verb = _verb(ask, k, bracket=False)
        if verb:
            found = _date(ask, k + 1, noun)
            return (verb, found) if found is not None and found.last == noun else None
        if doc.words[k].text in {",", "."} and k not in doc.dated:
            return None
    return None


def _verb(ask: Asker, i: int, *, bracket: bool) -> str:
    """Return how one asks for the date of what a participle, in brackets a verb as well, tells."""
    word = ask.doc.words[i]
    for r in word.readings:
        if r.pos == "ppas" and r.lemma in MADE:
            return MADE[r.lemma]
        if r.lemma == AROSE and ((bracket and r.pos == "praet") or r.pos == "ppas"):
            return word.lower if r.pos == "praet" else ""
    return ""


def _date(ask: Asker, first: int, last: int) -> Dated | None:
    """Return the date that begins within a few words, whatever led there but a mark."""
    for i in range(first, min(first + FARTHEST, last)):
        dated = ask.doc.dated.get(i)
        if dated is not None:
            return dated if ask.doc.words[i - 1].lower in LEADS or i == first else None
        if not ask.doc.words[i].alpha:
            return None
    return None
