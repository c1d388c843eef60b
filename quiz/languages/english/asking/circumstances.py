"""What of a statement may be left out: its circumstances, what leans on others, its purpose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.english.asking.when import first_since
from quiz.languages.english.options.bodies import unknown
from quiz.languages.english.tables import BIDDING, PLANS

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.chunks import Phrase
    from quiz.languages.english.statements import Statement
    from quiz.languages.protocol import Fact

SHORT = 130
"""Characters of a statement from which no circumstance need be left out."""
NEEDED = frozenset({"if", "unless", "until", "than", "that", "whether", "which", "who", "whose",
                    "whom", "what", "how", "where"})  # fmt: skip
"""What opens a clause without which a sentence says something else."""
BINDING = frozenset({"on", "for", "with"})
"""Prepositions that bind what follows to the noun before them."""
LOOSE = frozenset({"after", "before", "because", "while", "although", "though", "as", "since"})
"""What opens a clause that only tells more."""
CIRCUMSTANCES = frozenset(
    {
        "in", "at", "on", "during", "after", "before", "since", "amid", "following", "despite",
        "throughout", "via", "within", "near", "outside", "through", "because", "due", "prior",
        "for", "with", "under", "by",
    }
)  # fmt: skip


def short(ask: Asker, s: Statement) -> Statement:
    """Return the statement without what may be left out."""
    for k in range(len(s.parts) - 1, s.verb, -1):
        if s.parts[k].kind == "aside" or _hour(ask, s, k):
            s = s.without(k)
    s = _known(ask, s)
    placed = [k for k in range(s.verb + 1, len(s.parts)) if _at(ask, s.parts[k])]
    plain = {p.kind for p in s.parts[s.verb + 1 :]} <= {"np", "pp", "date", "adv", "adj"}
    return s.without(placed[-1]) if len(placed) > 1 and plain else s  # one place is enough


def _known(ask: Asker, s: Statement) -> Statement:
    """Return the statement without the bodies of initials that nobody knows beside a person.

    "Ann Lee of DAB" and "DAB's Ann Lee" are told by their names.
    """
    words = ask.doc.words
    for k, part in enumerate(s.parts):
        if part.text or part.kind not in {"np", "pp"}:
            continue
        gaps = list(part.gaps)
        for i in part.indices():
            fact = ask.standing.fact(i)
            if fact is None or fact.kind != "organisation" or fact.words[0] != i:
                continue
            if not unknown(fact.text, "organisations", ask.doc):
                continue
            end = fact.words[1]
            the = i - 1 if words[i - 1].text.lower() == "the" else i
            before = ask.standing.fact(the - 2) if the > part.first + 1 else None
            after = ask.standing.fact(end + 1) if end + 1 < part.last else None
            if words[the - 1].text.lower() in {"of", "from"} and _person(before):
                gaps.append((the - 1, end))
            elif end < part.last and words[end].tag == "POS" and _person(after):
                first = i
                while first > part.first and words[first - 1].tag in {"AJ0", "NN1"}:
                    first -= 1  # "pro-European DAB's Ann Lee"
                gaps.append((first, end + 1))
        if len(gaps) > len(part.gaps):
            s = s.put(k, replace(part, gaps=tuple(sorted(gaps))))
    return s


def _person(fact: Fact | None) -> bool:
    return fact is not None and fact.kind == "person"


def _hour(ask: Asker, s: Statement, k: int) -> bool:
    """Whether part k only tells the time of the day of a date before it: "on Friday at noon"."""
    part = s.parts[k]
    named = ask.doc.words[part.last - 1].text.lower() in {"noon", "midnight", "dawn", "dusk"}
    return named and part.kind == "pp" and s.parts[k - 1].kind == "date"


def _at(ask: Asker, part: Phrase) -> bool:
    return part.kind == "pp" and ask.doc.words[part.first].text.lower() == "at"


def standing(ask: Asker, s: Statement) -> Statement:
    """Return the statement without those circumstances that do not stand alone."""
    k = ask.wording.leaning(s)
    while k is not None and _optional(ask, s, k):
        if k > s.verb and s.parts[k].kind != "date":
            tail = s.parts[k].kind == "tail"
            k = _chain(s, k)
            for n in range(len(s.parts) - 1, k - 1, -1):
                if n == k or s.parts[n].kind != "date" or s.parts[k].kind != "pp":
                    s = s.without(n)
            while tail and s.parts[-1].kind == "adv":
                s = s.without(len(s.parts) - 1)
        else:
            s = _cut(s, k)
        while s.parts[-1].kind in {"conj", "prep"}:
            s = s.without(len(s.parts) - 1)
        k = ask.wording.leaning(s)
    if k is not None and (purpose := _purpose(ask, s, k)) is not None:
        for n in range(k, purpose - 1, -1):
            s = s.without(n)
        return standing(ask, s)
    return s


def _purpose(ask: Asker, s: Statement, k: int) -> int | None:
    """Return where the purpose begins that part k belongs to: "held a vote to settle the matter".

    What somebody is asked to do, or a plan is to do, is no purpose that may be left out.
    """
    words = ask.doc.words
    first = next((n for n in range(k, s.verb + 1, -1) if s.parts[n].kind == "inf"), None)
    if first is None or words[s.parts[first].first].text.lower() != "to":
        return None
    between = {p.kind for p in s.parts[first + 1 : k]}
    before = s.parts[first - 1]
    ruling = next(p for p in reversed(s.parts[:first]) if p.kind in {"verb", "inf", "ing"})
    bidden = words[ruling.head].lemma.lower() in BIDDING
    plan = words[before.head].lemma.lower() in PLANS
    plain = before.kind == "np" and between <= {"np", "pp", "adj", "adv", "conj"}
    return first if plain and not bidden and not plan else None


def changed(ask: Asker, s: Statement) -> bool:
    """Whether a statement tells what was so then and then: "from 76% in 1970 to 55% in 2010"."""
    opened = {ask.doc.words[p.first].text.lower() for p in s.parts if p.kind == "pp"}
    return {"from", "to"} <= opened and sum(p.kind == "date" for p in s.parts) > 1


def spread(ask: Asker, s: Statement) -> list[Statement]:
    """Return a statement with one of its times and places at a time, and with none.

    A question that tells less gives less away of what else can be asked.
    """
    told = [k for k in range(len(s.parts)) if _optional(ask, s, k) and _asked(ask, s.parts[k])]
    out: list[Statement] = []
    for kept in (*told, -1) if len(told) > 1 else (-1,) * len(told):
        lean = s
        for k in reversed(told):
            if k != kept:
                lean = _cut(lean, k)
        if lean.verb + 1 < len(lean.parts):
            out.append(lean)
    return out


def _asked(ask: Asker, part: Phrase) -> bool:
    """Whether a part tells a time or a place that can be asked for."""
    return part.kind == "date" or (part.kind == "pp" and ask.only(part, "place") is not None)


def lean(ask: Asker, s: Statement) -> list[Statement]:
    """Return a long statement with each of its circumstances and as many others as fit."""
    whole = ask.wording.whole(s)
    if whole is None or len(whole.text) <= SHORT:
        return []
    optional = [k for k in range(len(s.parts)) if _optional(ask, s, k)]
    out: list[Statement] = []
    for kept in optional:
        lean = s
        for k in reversed(optional):
            shorter = _cut(lean, k) if k != kept else lean
            told = ask.wording.whole(lean)
            if told is None or len(told.text) > SHORT:
                lean = shorter
        if lean != s and lean not in out and lean.verb + 1 < len(lean.parts):
            out.append(lean)
    return out


def _cut(s: Statement, k: int) -> Statement:
    """Return a statement without part k and what "and" joins to it."""
    while k + 2 < len(s.parts) and k > s.verb and s.parts[k + 1].kind == "conj":
        s = s.without(k + 2).without(k + 1)
    return s.without(k)


def _chain(s: Statement, k: int) -> int:
    """Return where begins what part k belongs to: "after leaving its group" is one circumstance."""
    first = k
    while first - 1 > s.verb and s.parts[first - 1].kind in {"ing", "prep", "ven"}:
        first -= 1
    return first if s.parts[first].kind == "prep" else k


def _optional(ask: Asker, s: Statement, k: int) -> bool:
    """Whether part k only tells the circumstances of what the statement says."""
    if k in {s.subject, s.verb}:
        return False
    words = ask.doc.words
    if any(words[i].tag == "XX0" for i in s.parts[s.verb].indices()):
        return False
    k = _chain(s, k) if k > s.verb else k
    part = s.parts[k]
    opener = words[part.first].text.lower()
    if k < s.subject:
        return part.kind in {"pp", "date", "adv", "tail", "participle"} and opener not in NEEDED
    if k + 1 < len(s.parts) and s.parts[k + 1].kind == "list":
        return False  # "in a time of two hours, one minute and 39 seconds"
    if part.kind == "date":
        bound = s.parts[k - 1].kind in {"ven", "ing"}  # "cars built before 2016"
        return not (bound or first_since(ask, s, k))
    if part.kind == "tail":
        past = any(words[i].tag in {"VVD", "VBD"} for i in s.parts[s.verb].indices())
        return opener in LOOSE or (opener == "when" and past)
    if k + 1 < len(s.parts) and first_since(ask, s, k + 1):
        return False
    before = s.parts[k - 1] if k else part
    if opener in BINDING and before.kind == "np" and not _asked(ask, part):
        return False  # "a verdict on the flag"
    passive = ask.passive(s)
    return (
        part.kind == "pp"
        and opener in CIRCUMSTANCES
        and (k > s.verb + 1 or passive)
        and (passive or any(p.kind in {"np", "date", "pp"} for p in s.parts[s.verb + 1 : k]))
    )
