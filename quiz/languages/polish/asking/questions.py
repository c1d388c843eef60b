"""Every question the generator dares to ask of a document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.polish.asking.abbreviations import abbreviations
from quiz.languages.polish.asking.asker import LONGEST, Asker
from quiz.languages.polish.asking.authors import authors
from quiz.languages.polish.asking.charges import charges
from quiz.languages.polish.asking.gap import gaps
from quiz.languages.polish.asking.holders import holders
from quiz.languages.polish.asking.how_many import how_many
from quiz.languages.polish.asking.lives import ages, lives
from quiz.languages.polish.asking.nation import nation
from quiz.languages.polish.asking.origins import origins
from quiz.languages.polish.asking.roles import roles
from quiz.languages.polish.asking.situation import situation
from quiz.languages.polish.asking.sorts import sorts
from quiz.languages.polish.asking.spoken import quoted, reported
from quiz.languages.polish.asking.what import called, what
from quiz.languages.polish.asking.when import in_year, when
from quiz.languages.polish.asking.where import where
from quiz.languages.polish.asking.who import who, whose
from quiz.languages.polish.asking.wording import closed
from quiz.languages.polish.statements import Statements

if TYPE_CHECKING:
    from quiz.languages.polish.building import Statement
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.protocol import Draft

FAMILIES = (when, how_many, who, whose, reported, what, called, where, gaps)
LEAN = (when, where, gaps)
SEASON = "sezon"
DWELLING = frozenset(
    {"mieszkać", "zamieszkać", "przebywać", "znajdować", "znaleźć", "mieścić", "leżeć", "osiedlić",
     "osiąść", "stacjonować", "zatrzymać", "pozostać", "pozostawać", "zamieszkiwać", "obecny"}
)  # fmt: skip
"""Verbs that tell where somebody or something is, and nothing besides."""
OFFICES = frozenset({"stanowisko", "funkcja", "urząd", "tytuł", "posada", "rola", "godność"})


def drafts(doc: PolishDocument) -> list[Draft]:
    """Return every question worth asking of a document, unranked, in the order of the article.

    A fact may be asked for twice, with and without the circumstances of its sentence: where two
    questions would give each other away, the one that says less leaves room for both.
    """
    ask = Asker(doc)
    statements = [s for s in Statements(doc).all() if closed(s.parts)]
    for statement in statements:
        if ask.drafts.enough:
            break
        # A stem that says one thing is the better one; the whole is asked where it says too little.
        short = statement.short()
        if len(ask.wording.whole(short)) > LONGEST:
            short = _untitled(ask, short)
        for family in FAMILIES:
            family(ask, short)
            if short is not statement:
                family(ask, statement)
    ask.lean = True
    for statement in statements:
        if ask.drafts.enough:
            break
        short = statement.short()
        for lean in _lean(ask, short):
            for family in LEAN:
                family(ask, lean)
        yearly = in_year(ask, short)
        if yearly is not None:
            where(ask, yearly)  # beside the year of a deed, so that its day may be asked as well
    ask.lean = False
    quoted(ask)
    lives(ask)
    roles(ask, statements)
    nation(ask)
    situation(ask)
    holders(ask)
    abbreviations(ask)
    authors(ask, statements)
    charges(ask, statements)
    ages(ask, statements)
    origins(ask)
    sorts(ask)
    return ask.drafts.all


def _lean(ask: Asker, s: Statement) -> list[Statement]:
    """Return the statement with one circumstance at a time, where it has several."""
    optional = [k for k in range(len(s.parts)) if _circumstance(ask, s, k)]
    out: list[Statement] = []
    if len(optional) == 1 and s.parts[optional[0]].kind == "date":
        out.append(s.without(optional[0]))
    for kept in optional if len(optional) > 1 else ():
        lean = s
        for k in reversed(optional):
            if k != kept:
                lean = lean.without(k)
        out.append(lean)
    untitled = _untitled(ask, s)
    return [*out, untitled] if untitled is not s else out


def _untitled(ask: Asker, s: Statement) -> Statement:
    """Return the statement with people's names alone: who they are may be asked as well."""
    doc, out = ask.doc, s
    for k, part in enumerate(s.parts):
        who = ask.person(part) if k == s.subject and part.text.endswith(",") else None
        if who is not None:
            out = out.put(k, replace(part, text=who.base))
        if part.kind not in {"np", "pp"} or part.text or part.many:
            continue
        for role in doc.roles:
            name = role.holder
            if doc.words[max(role.first - 1, 0)].lemma("subst") in OFFICES:
                continue  # "na stanowisko trenera X": the role says which post it is
            if part.first <= role.first and role.last == name.first and name.last <= part.last:
                pieces = [
                    doc.span(a, b)
                    for a, b in ((part.first, role.first), (name.first, part.last))
                    if b > a
                ]
                out = out.put(k, replace(part, text=" ".join(pieces)))
                break
    return out


def _circumstance(ask: Asker, s: Statement, k: int) -> bool:
    """Whether a part tells when, where or by whom, and the statement stands without it."""
    part = s.parts[k]
    if part.kind == "date":
        before = s.parts[k - 1] if k else None
        near = before is not None and before.kind == "pp" and before.last == part.first
        if near and before and ask.doc.words[before.head].lemma("subst") == SEASON:
            return False  # "w sezonie 1995/1996" is one
        return k > 0 or s.subject is not None
    if part.kind != "pp" or k == s.subject or part.last - part.first > 4:
        return False
    name = ask.doc.named.get(part.first + 1)
    if name is None or name.last != part.last:
        return False
    verbs = {r.lemma for r in ask.doc.words[s.parts[s.verb].first].readings}
    if verbs & DWELLING:
        return False  # "mieszkała w Kanadzie": without it nothing is said
    low = ask.doc.words[part.first].lower
    # "most na Wiśle w Warszawie": behind a noun a place may be what the noun is known by.
    free = k == 0 or s.parts[k - 1].kind in {"verb", "se", "date", "adv"}
    return (free and low in {"w", "we", "na"} and name.kind == "place") or low == "przez"
