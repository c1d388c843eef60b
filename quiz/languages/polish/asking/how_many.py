"""How many of what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.polish.asking.wording import GAP
from quiz.languages.polish.morph import ADJECTIVAL
from quiz.languages.polish.options import number_rivals, rivals
from quiz.languages.polish.tables import CONTAINERS

if TYPE_CHECKING:
    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.building import Statement
    from quiz.languages.polish.phrases import Phrase
    from quiz.languages.quantities import Quantity

PREPOSITIONS = {
    "w": "ilu", "we": "ilu", "po": "ilu", "dla": "ilu", "do": "ilu", "od": "ilu", "u": "ilu",
    "z": "ilu", "ze": "ilu", "bez": "ilu", "wśród": "ilu", "spośród": "ilu", "przed": "iloma",
    "nad": "iloma", "między": "iloma", "pod": "iloma", "za": "ile", "na": "ile", "przez": "ile",
    "o": "ile",
}  # fmt: skip
"""What form of "ile" a preposition governs, where the noun's own form does not tell."""
BOUNDS = frozenset({"poniżej", "powyżej"})
REACHING = frozenset(
    {"sięgać", "sięgnąć", "przekraczać", "przekroczyć", "osiągać", "osiągnąć", "dochodzić"}
)
"""Verbs that tell how far a number goes: what they count is their subject, not the number."""
CURRENCIES = {"zł": "złotych", "gr": "groszy", "euro": "euro"}
SINCE = frozenset({"od", "przez"})
NOW = re.compile(
    r"\b(?:(?:jak )?do tej pory|(?:jak )?dotąd|dotychczas|jak na razie)\b", re.IGNORECASE
)
"""A count that goes on: nobody knows of what day it is."""
HANGING = frozenset({"", "o", "z", "ze", "na", "po", "za"})
"""Prepositions with which a number may belong to a noun: "wyścig na 400 metrów"."""
ADDING = frozenset({"i", "oraz", "plus"})
CHILDREN = frozenset({"dziecko", "syn", "córka"})
MEASURING = frozenset({"mieć", "liczyć", "mierzyć"})
LENGTHS = frozenset({"metr", "kilometr", "centymetr", "hektar", "kondygnacja", "piętro"})
PARENTS = frozenset({"matka", "ojciec"})
PUNISHING = frozenset({"skazać", "skazywać", "zawiesić", "zdyskwalifikować"})
"""Verbs whose "na" tells for how long, whatever noun stands between."""
FEW = 4
"""From five on a number governs the genitive plural, which "ile" wants as well."""
NOTE = "Sprawdź, co dokładnie policzono."


def how_many(ask: Asker, s: Statement) -> None:
    """Ask for every number of a statement that counts or measures something."""
    for k, part in enumerate(s.parts):
        if part.kind != "quantity" or part.many or _compared(ask, s, k) or _added(ask, s, k):
            continue
        if not unbounded(ask, s):
            _ask(ask, s, k, part)


def unbounded(ask: Asker, s: Statement) -> bool:
    """Whether the stem leaves out since or until when it was counted: "od początku roku"."""
    if NOW.search(ask.doc.span(s.sentence.first, s.sentence.last)):
        return True
    kept = {i for p in s.parts for i in range(p.first, p.last)}
    since = [
        p
        for p in ask.doc.phrases(s.sentence)
        if p.kind == "date" and p.first < s.parts[-1].last and ask.doc.words[p.first].lower in SINCE
    ]
    # "Od 2009 roku ukazało się sześć przekładów": since then there were more.
    return any(p.first not in kept or (done(ask, s) and _open(ask, p)) for p in since)


def done(ask: Asker, s: Statement) -> bool:
    """Whether the verb of a statement tells what was done."""
    verb = ask.doc.words[s.parts[s.verb].first]
    return verb.has("praet", "imps") and any("perf" in r.rest for r in verb.readings)


def _open(ask: Asker, p: Phrase) -> bool:
    """Whether a time that begins has no end: "od 2009 roku"."""
    dated = ask.doc.dated.get(p.head)
    return ask.doc.words[p.first].lower == "od" and (
        dated is None or dated.found.when.grain != "range"
    )


def _compared(ask: Asker, s: Statement, k: int) -> bool:
    """Whether a number tells a difference: "o dziesięć metrów krótszy skok"."""
    after = s.parts[k + 1] if k + 1 < len(s.parts) else None
    return after is not None and any(
        "com" in r.rest for w in ask.doc.words[after.first : after.last] for r in w.readings
    )


def _added(ask: Asker, s: Statement, k: int) -> bool:
    """Whether another number is added to this one: "12 piosenek … oraz jeden utwór"."""
    words = ask.doc.words
    return any(
        words[i - 1].lower in ADDING
        for p in s.parts[k:]
        for i in range(max(p.first, s.parts[k].first + 1), p.last)
        if i in ask.doc.counted or words[i].has("num")
    )


def _ask(ask: Asker, s: Statement, k: int, part: Phrase) -> None:
    doc = ask.doc
    quantity = doc.counted.get(part.first) or doc.counted.get(part.first + 1)
    if quantity is None or (1900 < quantity.value < 2100 and not quantity.unit):
        return
    fact = ask.fact("number", quantity.whole)
    if doc.words[quantity.whole].lower in BOUNDS:
        return  # "spadł poniżej 4,20 zł" tells how far, not how many
    preposition = doc.words[part.first].lower if part.first < quantity.whole else ""
    counted = _counted(ask, quantity, part, preposition)
    if not counted or (preposition and preposition not in PREPOSITIONS):
        return
    after = s.parts[k + 1] if k + 1 < len(s.parts) else None
    bound = doc.words[part.last - 1].has("ppas", "pact")
    if bound and after is not None and after.first == part.last and after.kind in {"np", "pp"}:
        # "4542 osoby zakażone wirusem": what follows a participle stays with it.
        counted = f"{counted[0]} {ask.wording.text(after)}", counted[1]
        s = s.without(k + 1)
    lemmas = {
        r.lemma
        for i, p in enumerate(s.parts)
        if i == s.verb or p.kind == "adj"
        for r in doc.words[p.first].readings
    }
    if not preposition and lemmas & REACHING:
        return
    front, verb = f"ile {counted[0]}", ""
    people = counted[1]
    if preposition:
        word = PREPOSITIONS[preposition]
        front = f"{preposition} {'ilu' if word == 'ile' and people else word} {counted[0]}"
    elif people:
        front = f"ilu {counted[0]}"
    about = doc.span(quantity.whole, quantity.first).lower()
    parent = _parent(ask, s, part) or _measured(ask, s, part)
    if parent and _children(ask, s, k, quantity):
        return
    owned = not preposition and k != s.subject and _owned(ask, s, k, quantity)
    if owned:
        _gap(ask, s, k, quantity)
        return
    if k == s.subject:
        verb = ask.wording.masculine(doc.words[s.parts[s.verb].first], "n")
        future = any(p.kind == "inf" and doc.words[p.first].has("praet") for p in s.parts)
        if not verb or future or (verb != ask.wording.text(s.parts[s.verb]) and _predicate(s)):
            return
    elif (
        preposition in HANGING and _hangs(s, k) and not (preposition == "na" and lemmas & PUNISHING)
    ):
        return
    shown = f"{about} {quantity.shown}".strip()
    others = [f"{about} {r}".strip() for r in number_rivals(doc, quantity)]
    ask.add(
        s, ask.wording.stem(s, k, front, verb), shown, others, "numbers", fact, 0.85, NOTE,
        timeless=parent,
    )  # fmt: skip


def _parent(ask: Asker, s: Statement, part: Phrase) -> bool:
    """Whether a statement tells how many children somebody named has: that goes on being so."""
    subject = ask.person(s.parts[s.subject]) if s.subject is not None else None
    verb = ask.doc.words[s.parts[s.verb].first]
    lasting = verb.has("fin") and any(r.lemma in {"być", "mieć"} for r in verb.readings)
    child = ask.doc.words[part.head].lemma("subst") in CHILDREN
    whole = subject is not None and " " in subject.base and ask.doc.certain(subject.base)
    return bool(whole and child and lasting and not s.said)


def _measured(ask: Asker, s: Statement, part: Phrase) -> bool:
    """Whether a statement tells how long or high a named thing is, which does not change."""
    name = ask.doc.named.get(s.parts[s.subject].last - 1) if s.subject is not None else None
    verb = ask.doc.words[s.parts[s.verb].first]
    has = verb.has("fin") and any(r.lemma in MEASURING for r in verb.readings)
    unit = ask.doc.words[part.head].lemma("subst") in LENGTHS
    thing = name is not None and name.kind in {"thing", "place", "organisation"} and name.sure
    return has and unit and thing and not s.said


def _children(ask: Asker, s: Statement, k: int, quantity: Quantity) -> bool:
    """Ask "matką ilorga dzieci jest X": a collective numeral behind the parent."""
    doc = ask.doc
    before = s.parts[k - 1] if k else None
    if before is None or before.kind != "np" or k - 1 == s.subject or s.subject is None:
        return False
    collective = doc.span(quantity.first, quantity.last).lower().endswith("rga")
    if doc.words[before.head].lemma("subst") not in PARENTS or not collective:
        return False
    rest = doc.span(quantity.last, s.parts[k].last)
    kin = doc.span(before.first, before.last)
    verb, who = ask.wording.text(s.parts[s.verb]), ask.wording.text(s.parts[s.subject])
    told = (f for f in doc.facts_of(s.sentence) if f.kind == "number")
    fact = next((f for f in told if f.words[0] == quantity.whole), None)
    found = rivals(doc, fact, sentence=s.sentence, gap=True) if fact else ()
    ask.add(
        s, f"{kin} ilorga {rest} {verb} {who}?", doc.span(quantity.first, quantity.last), found,
        "numbers", fact, 0.85, NOTE, timeless=True,
    )  # fmt: skip
    return True


def _predicate(s: Statement) -> bool:
    """Whether an adjective or participle agrees with the subject: "zostali zatrzymani"."""
    return any(p.kind == "adj" for p in s.parts[s.verb + 1 :])


def _hangs(s: Statement, k: int) -> bool:
    """Whether a number may belong to the noun before it instead of to the verb."""
    before = s.parts[k - 1] if k else None
    return (
        before is not None
        and before.kind in {"np", "pp", "other", "prep", "pcon", "adj"}
        and k - 1 != s.subject
    )


def _counted(
    ask: Asker, quantity: Quantity, part: Phrase, preposition: str
) -> tuple[str, bool] | None:
    """Return what is counted in the form that "ile" wants, and whether it is men or people."""
    doc = ask.doc
    rest = doc.span(quantity.last, part.last) if part.last > quantity.last else ""
    if quantity.unit == "procent":
        return f"procent {rest}".strip(), False
    if rest in CURRENCIES:
        return CURRENCIES[rest], False
    if part.last <= quantity.last:
        return None
    head = doc.words[part.head]
    noun = next((r for r in head.readings if r.pos in {"subst", "ger"}), None)
    if noun is None or head.capital or noun.lemma == "raz":
        return None
    nouns = [r for r in head.readings if r.pos == "subst"]
    men = ["m1" in r.genders for r in nouns]
    # "443 podejrzanych": an adjective that is counted tells of men and women.
    people = bool(men) and (all(men) or (any(men) and head.has(*ADJECTIVAL)))
    if any("nom" in r.cases and "pl" in r.number for r in nouns):
        noun = next(r for r in nouns if "nom" in r.cases and "pl" in r.number)
    plural = doc.morphology.inflect(noun.lemma, noun.pos, "pl", "gen")
    many = any("gen" in r.cases and "pl" in r.number for r in head.readings)
    genitive = "gen" in part.cases and (
        head.lower == plural or quantity.value < 1 or (many and quantity.value > FEW)
    )
    if preposition and PREPOSITIONS.get(preposition) != "ile":
        return rest, people
    if genitive:
        return rest, people
    if part.head > quantity.last or not plural:
        return None
    after = _genitives(ask, part.head + 1, part.last)
    return (f"{plural} {after}".strip(), people) if after is not None else None


def _genitives(ask: Asker, first: int, last: int) -> str | None:
    """Return what follows a counted noun, its adjectives in the genitive plural; None: cannot."""
    doc = ask.doc
    out: list[str] = []
    while first < last:
        word = doc.words[first]
        adjective = next(
            (r for r in word.readings if r.pos in ADJECTIVAL and r.cases & {"nom", "acc"}), None
        )
        if adjective is None or word.capital:
            break
        need = "pos" if adjective.pos == "adj" else "aff"
        form = doc.morphology.inflect(adjective.lemma, adjective.pos, "pl", "gen", need=need)
        if not form:
            return None
        out.append(form)
        first += 1
    return " ".join([*out, doc.span(first, last)]).strip()


def _gap(ask: Asker, s: Statement, k: int, quantity: Quantity) -> None:
    """Leave a gap for a number in figures, where a question word would tear the sentence apart."""
    doc = ask.doc
    rest = doc.span(quantity.last, s.parts[k].last)
    about = doc.span(quantity.whole, quantity.first)
    body = ask.wording.whole(s, k, " ".join(filter(None, (about, GAP, rest))))
    if re.search(r'[„”"]', body):
        return
    ask.add(
        s, f"Uzupełnij zdanie: „{body}”", quantity.shown, number_rivals(doc, quantity), "numbers",
        ask.fact("number", quantity.whole), 0.75, NOTE, gap=True,
    )  # fmt: skip


def _owned(ask: Asker, s: Statement, k: int, quantity: Quantity) -> bool:
    """Whether a number belongs to a noun before it: "wysłanie (do Rosji) pięciu osób"."""
    words = ask.doc.words
    for i in (k - 1, k - 2):
        if i <= s.verb or s.parts[i].kind not in {"np", "pp"}:
            return False
        head = words[s.parts[i].head]
        whole = all(p.kind in {"np", "pp"} for p in s.parts[i:k])
        spelled = words[quantity.first].has("num", "subst") and any(
            "gen" in r.cases for r in words[quantity.first].readings
        )
        action = head.has("ger") or head.lemma("subst") in CONTAINERS
        if whole and action and (spelled or words[quantity.first].digit):
            return True
    return False
