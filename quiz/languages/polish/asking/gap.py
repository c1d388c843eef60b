"""A gap in a sentence: the last resort, where no question word fits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.polish.asking.how_many import unbounded
from quiz.languages.polish.asking.referents import unclear
from quiz.languages.polish.asking.when import FRONTS, lasting, once
from quiz.languages.polish.asking.wording import GAP
from quiz.languages.polish.building import TAILS
from quiz.languages.polish.inflection import inflect_person
from quiz.languages.polish.morph import CASES
from quiz.languages.polish.options import rivals
from quiz.languages.polish.options.bodies import body_forms, group_of
from quiz.languages.polish.options.decline import place_in
from quiz.languages.polish.options.places import place_kind
from quiz.languages.polish.subjects import finite_reading

if TYPE_CHECKING:
    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.building import Statement
    from quiz.languages.polish.phrases import Phrase
    from quiz.languages.protocol import Fact

CATEGORIES = {
    "date": "dates", "number": "numbers", "person": "people", "place": "places",
    "organisation": "organisations", "thing": "things",
}  # fmt: skip
GRAINS = frozenset({"day", "month", "season", "year"})
ORDERED = frozenset({"date", "number"})
NOTE = "Luka w zdaniu: sprawdź, czy jest zrozumiałe bez artykułu."
_WORD_BEFORE = re.compile(r"[\w,]")
_WORD_BEHIND = re.compile(r"\w|,\d")
CERTAINTY = {"date": 0.6, "number": 0.6, "person": 0.5, "place": 0.5}


def gaps(ask: Asker, s: Statement) -> None:
    """Leave a gap for every fact of a statement that is asked for in no other way."""
    facts = [
        f for f in ask.doc.facts_of(s.sentence) if f.kind in CATEGORIES and not ask.drafts.asks(f)
    ]
    if not facts or ask.bare(s):
        return
    whole = ask.wording.whole(s)
    if unclear(ask.doc, s, whole):
        return
    if unbounded(ask, s):
        facts = [f for f in facts if f.kind != "number"]
    for k, part in enumerate(s.parts):
        named = part.text and not part.text.endswith(ask.doc.span(part.first, part.last))
        if named or part.many or part.kind in TAILS or ask.wording.leans(part):
            continue
        for fact in facts:
            inside = part.first <= fact.words[0] and fact.words[1] <= part.last
            if inside and (
                _defines(ask, s, k)
                or not ask.wording.years.passing(s, whole, CATEGORIES[fact.kind])
            ):
                _ask(ask, s, k, part, fact)


def _ask(ask: Asker, s: Statement, k: int, part: Phrase, fact: Fact) -> None:
    doc = ask.doc
    first, last = fact.words
    after = doc.words[last] if last < len(doc.words) else None
    if place_kind(fact.base) == "continents" or group_of(fact.base) == "world":
        return  # "obywateli NATO", "stabilność Australii": the others fit no such gap
    if fact.kind == "number" and after is not None and after.text.isupper() and after.alpha:
        return  # "29 DP": the number of a unit, and no count
    if fact.kind == "number" and first and first - 1 in doc.named:
        return  # "przy ulicy Kościuszki 31": the number of a house
    if fact.kind in {"organisation", "thing"} and after is not None and after.digit:
        return  # "Boeing 737": no other firm has its number
    if fact.kind == "date" and (
        first not in doc.dated
        or doc.dated[first].found.when.grain not in GRAINS
        or (lasting(ask, s) and doc.words[part.first].lower not in FRONTS)
        or (doc.words[part.first].lower == "od" and once(ask, s))
    ):
        return
    before = doc.words[first - 1] if first > part.first else None
    preposition = before.lower if before is not None and before.has("prep") else ""
    case = "nom"
    if fact.kind not in ORDERED:
        place = fact.start, part.first, part.last
        if place not in ask.cases:
            ask.cases[place] = _case(ask, part, fact)
        case = ask.cases[place]
    if not case:
        return
    key = fact.start, case, preposition
    if key not in ask.gaps:
        ask.gaps[key] = rivals(
            doc, fact, case=case, preposition=preposition, sentence=s.sentence, gap=True
        )
    found = ask.gaps[key]
    if len(found) < 3:
        return
    answer, last = _shown(ask, fact, found)
    if fact.kind in ORDERED and {_shape(f) for f in found[:3]} != {_shape(answer)}:
        return
    filled = ask.wording.text(part)
    pieces = _around(answer, filled)
    if len(pieces) != 2:
        return
    whole = GAP.join(pieces)
    body = ask.wording.whole(s, k, whole, timed=fact.kind != "date")
    body = re.sub(r'[„"]([^"”]*)["”]', r"«\1»", body)
    if body.count(GAP) != 1 or re.search(r"[„”\"]", body):
        return
    ask.add(
        s, f"Uzupełnij zdanie: „{body}”", answer, found, CATEGORIES[fact.kind], fact,
        CERTAINTY.get(fact.kind, 0.45), NOTE, gap=True, timeless=_defines(ask, s, k),
    )  # fmt: skip


def _defines(ask: Asker, s: Statement, k: int) -> bool:
    """Whether a sentence says what the one thing is that it names: "Wda to rzeka w Polsce"."""
    verb = ask.doc.words[s.parts[s.verb].first]
    name = ask.doc.named.get(s.parts[0].first)
    alone = name is not None and (name.first, name.last) == (s.parts[0].first, s.parts[0].last)
    return (
        finite_reading(verb).lemma == "to"
        and k > s.verb
        and all(p.kind == "pp" for p in s.parts[1 : s.verb])
        and alone
        and name is not None
        and name.kind in {"organisation", "thing", "place"}
        and name.sure
        and not s.said
    )


def _around(answer: str, text: str) -> list[str]:
    """Cut a text at every answer that is a word of its own: "4,2" is none of "4,20 zł"."""
    out, begin, at = list[str](), 0, text.find(answer)
    while at >= 0:
        end = at + len(answer)
        if _WORD_BEFORE.match(text[at - 1 : at]) or _WORD_BEHIND.match(text, end):
            at = text.find(answer, at + 1)
        else:
            out.append(text[begin:at])
            begin, at = end, text.find(answer, end)
    return [*out, text[begin:]]


def _shape(text: str) -> str:
    """Return how a date or a number is written: which parts are digits and which are words."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+(?:[\s,]\d+)*", "1", text))


def _shown(ask: Asker, fact: Fact, found: tuple[str, ...]) -> tuple[str, int]:
    """Return the words of the fact that its rivals can stand in for."""
    text, last = fact.text, fact.words[1]
    if fact.kind == "number":
        q = ask.doc.counted.get(fact.words[0])
        if q is not None:
            text = ask.doc.span(q.first, q.last)
            if q.shown in text:
                return q.shown, q.last
    if fact.kind == "date" and re.fullmatch(r"\d{4}(?: r\.| roku?)", text):
        bare = all(re.fullmatch(r"\d{4}", f) for f in found)
        return (text[:4], last) if bare else (text, last)
    return text, last


def _case(ask: Asker, part: Phrase, fact: Fact) -> str:
    """Return the one case in which a name stands, as its form and its place in the part tell."""
    morphology = ask.doc.morphology
    fitting = []
    for case in sorted(CASES - {"voc"}):
        if fact.kind == "person":
            name = ask.doc.named[fact.words[0]]
            form = inflect_person(morphology, fact.base, name.gender, case) if name.gender else ""
        elif fact.kind == "place":
            form = place_in(morphology, fact.base, case)
        else:
            form = next(iter(body_forms(morphology, [fact.base], case, "")), "")
            form = form if form != fact.base or case == "nom" else fact.base
        if form == fact.text:
            fitting.append(case)
    heads = part.head in range(*fact.words)
    allowed = part.cases if heads and part.cases else frozenset({"gen", "nom"})
    fitting = [c for c in fitting if c in allowed]
    titled = any(r.holder.first == fact.words[0] for r in ask.doc.roles)
    if fitting == ["nom"] and fact.kind == "person" and not heads and not titled:
        return ""  # "dzieła Williama Shakespeare": a genitive that no dictionary knows
    if len(fitting) > 1 and heads and part.kind == "np" and "nom" in fitting:
        return ""
    if len(fitting) > 1 and "gen" in fitting and not heads:
        return "gen"
    return fitting[0] if len(fitting) == 1 else ""
