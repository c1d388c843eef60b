"""Every question the generator dares to ask of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.asking.ages import ages
from quiz.languages.english.asking.asker import Asker
from quiz.languages.english.asking.based import seats
from quiz.languages.english.asking.belongs import belongs
from quiz.languages.english.asking.callings import callings
from quiz.languages.english.asking.circumstances import changed, lean, short, spread, standing
from quiz.languages.english.asking.gap import gaps
from quiz.languages.english.asking.how_many import how_many
from quiz.languages.english.asking.how_old import how_old
from quiz.languages.english.asking.makers import makers
from quiz.languages.english.asking.membership import memberships
from quiz.languages.english.asking.nation import nations
from quiz.languages.english.asking.origins import origins
from quiz.languages.english.asking.roles import roles
from quiz.languages.english.asking.said import said
from quiz.languages.english.asking.situation import situations
from quiz.languages.english.asking.source import source
from quiz.languages.english.asking.verbatim import verbatim
from quiz.languages.english.asking.when import when
from quiz.languages.english.asking.where import where
from quiz.languages.english.asking.which import which
from quiz.languages.english.asking.who import who
from quiz.languages.english.statements import Statements

if TYPE_CHECKING:
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.protocol import Draft

FAMILIES = (when, how_many, how_old, who, which, where, source, gaps)
FULL = FAMILIES[:-1]
"""The families that ask a whole question; a gap in part of a sentence repeats one in all of it."""
RESULTS = (how_many, who, which)
"""The families that ask what an event brought about."""
COUNTING = (how_many, gaps)
"""The families that ask of what there was."""
MOST_GAPS = 3
"""Gaps of a text of which nothing else is asked."""
WHOLE = 2
"""Facts asked for by a whole question for every one that a gap asks for."""


def drafts(doc: EnglishDocument) -> list[Draft]:
    """Return every question worth asking of a document, unranked, in the order of the article."""
    ask = Asker(doc)
    for statement in Statements(doc, ask.standing).all():
        if ask.drafts.enough:
            break
        if len(statement.parts) - statement.verb < 2 and not statement.subject:
            continue  # "Kim was elected." tells too little
        told = standing(ask, short(ask, statement))
        there = ask.doc.words[told.parts[told.subject].head].tag == "EX0"
        for family in COUNTING if there else RESULTS if told.kind == "result" else FAMILIES:
            family(ask, told)
        ask.lean = True
        if told.kind == "result":
            dated = [k for k in range(told.subject) if told.parts[k].kind == "date"]
            for family in RESULTS if dated else ():
                family(ask, told.without(dated[0]))
        elif not there and not changed(ask, told):
            for less in (*spread(ask, told), *lean(ask, told)):
                for family in FULL:
                    family(ask, less)
        ask.lean = False
    roles(ask)
    belongs(ask)
    memberships(ask)
    nations(ask)
    situations(ask)
    seats(ask)
    makers(ask)
    ages(ask)
    origins(ask)
    callings(ask)
    said(ask)
    verbatim(ask)
    return _few_gaps(ask.drafts.all)


def _few_gaps(found: list[Draft]) -> list[Draft]:
    """Return the drafts with the surest gaps only: three, and one beside every two others."""
    gap = sorted((d for d in found if d.gap), key=lambda d: -d.certainty)
    kept = gap[: MOST_GAPS + len({d.fact for d in found if not d.gap}) // WHOLE]
    return [d for d in found if not d.gap or any(d is one for one in kept)]
