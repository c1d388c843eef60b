"""Every question the generator dares to ask of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.asking.ages import ages
from quiz.languages.english.asking.asker import Asker
from quiz.languages.english.asking.belongs import belongs
from quiz.languages.english.asking.gap import gaps
from quiz.languages.english.asking.how_many import how_many
from quiz.languages.english.asking.how_old import how_old
from quiz.languages.english.asking.membership import memberships
from quiz.languages.english.asking.nation import nations
from quiz.languages.english.asking.roles import roles
from quiz.languages.english.asking.said import said
from quiz.languages.english.asking.situation import situations
from quiz.languages.english.asking.source import source
from quiz.languages.english.asking.when import first_since, when
from quiz.languages.english.asking.where import where
from quiz.languages.english.asking.which import which
from quiz.languages.english.asking.who import who
from quiz.languages.english.statements import Statements

if TYPE_CHECKING:
    from quiz.languages.english.chunks import Phrase
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.english.statements import Statement
    from quiz.languages.protocol import Draft

FAMILIES = (when, how_many, how_old, who, which, where, source, gaps)
FULL = FAMILIES[:-1]
"""The families that ask a whole question; a gap in part of a sentence repeats one in all of it."""
RESULTS = (how_many, who, which)
"""The families that ask what an event brought about."""
COUNTING = (how_many, gaps)
"""The families that ask of what there was."""
WHOLE = 2
"""Facts asked for by a whole question for every one that a gap asks for."""
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


def drafts(doc: EnglishDocument) -> list[Draft]:
    """Return every question worth asking of a document, unranked, in the order of the article."""
    ask = Asker(doc)
    for statement in Statements(doc, ask.standing).all():
        if ask.drafts.enough:
            break
        if len(statement.parts) - statement.verb < 2 and not statement.subject:
            continue  # "Kim was elected." tells too little
        short = _standing(ask, _short(ask, statement))
        there = ask.doc.words[short.parts[short.subject].head].tag == "EX0"
        for family in COUNTING if there else RESULTS if short.kind == "result" else FAMILIES:
            family(ask, short)
        ask.lean = True
        whole = short.kind == "result" or _changed(ask, short)
        leaner = [] if whole or there else [*_spread(ask, short), *_lean(ask, short)]
        for lean in leaner:
            for family in FULL:
                family(ask, lean)
        ask.lean = False
    roles(ask)
    belongs(ask)
    memberships(ask)
    nations(ask)
    situations(ask)
    ages(ask)
    said(ask)
    return _few_gaps(ask.drafts.all)


def _few_gaps(found: list[Draft]) -> list[Draft]:
    """Return the drafts with the surest gaps only: one, and one beside every two others."""
    gap = sorted((d for d in found if d.gap), key=lambda d: -d.certainty)
    kept = gap[: 1 + len({d.fact for d in found if not d.gap}) // WHOLE]
    return [d for d in found if not d.gap or any(d is one for one in kept)]


def _short(ask: Asker, s: Statement) -> Statement:
    """Return the statement without what may be left out."""
    for k in range(len(s.parts) - 1, s.verb, -1):
        if s.parts[k].kind == "aside":
            s = s.without(k)
    placed = [k for k in range(s.verb + 1, len(s.parts)) if _at(ask, s.parts[k])]
    plain = {p.kind for p in s.parts[s.verb + 1 :]} <= {"np", "pp", "date", "adv", "adj"}
    return s.without(placed[-1]) if len(placed) > 1 and plain else s  # one place is enough


def _at(ask: Asker, part: Phrase) -> bool:
    return part.kind == "pp" and ask.doc.words[part.first].text.lower() == "at"


def _standing(ask: Asker, s: Statement) -> Statement:
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
    return s


def _changed(ask: Asker, s: Statement) -> bool:
    """Whether a statement tells what was so then and then: "from 76% in 1970 to 55% in 2010"."""
    opened = {ask.doc.words[p.first].text.lower() for p in s.parts if p.kind == "pp"}
    return {"from", "to"} <= opened and sum(p.kind == "date" for p in s.parts) > 1


def _spread(ask: Asker, s: Statement) -> list[Statement]:
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


def _lean(ask: Asker, s: Statement) -> list[Statement]:
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
        return not first_since(ask, s, k)
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
