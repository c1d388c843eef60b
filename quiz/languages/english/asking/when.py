"""When something happened."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.english.options.dates import date_options

if TYPE_CHECKING:
    from quiz.languages.date_rules import Dated
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.statements import Statement

NOTE = "Check that the date belongs to the verb of the question."
RELATIVE_NOTE = "The date follows from the day of the article or from elsewhere in it: check it."


LASTING = frozenset(
    {
        "include", "contain", "comprise", "consist", "belong", "know", "mean", "believe", "think",
        "own", "remain", "represent", "involve", "feature", "show", "suggest", "indicate",
        "promote", "campaign",
    }
)  # fmt: skip
"""Verbs that tell what lasts or what is listed: a date beside them belongs to some noun."""
WHOLE = frozenset(
    {
        "die", "marry", "retire", "resign", "begin", "open", "close", "end", "start", "sink",
        "crash", "erupt", "collapse", "reopen", "derail", "explode",
    }
)  # fmt: skip
"""Verbs that tell by themselves what happened; others only with what follows them."""
OFFICES = frozenset({"elect", "appoint", "nominate", "promote", "select", "choose", "name"})
"""Verbs that say nothing without what somebody became."""
LEANING = re.compile(
    r"\b(?:that|same|following|next day|previous|later|earlier|before|after|then|time)\b",
    re.IGNORECASE,
)
"""Words that tell a time from the one last spoken of."""
JOINTS = frozenset({",", "and", "or"})
LASTING_LEADS = frozenset({"since", "until", "till"})


def when(ask: Asker, s: Statement) -> None:
    """Ask for the date of a statement that has one, where it belongs to the verb."""
    items = [k for k, p in enumerate(s.parts) if p.kind == "date" and not first_since(ask, s, k)]
    if len(items) != 1:
        return
    k = items[0]
    part = s.parts[k]
    dated = ask.doc.dated.get(part.head)
    if dated is None or dated.found.when.first is None or not ask.adverbial(s, k):
        return
    fact = ask.fact("date", dated.first)
    if fact is None or _listed(ask, dated):
        return
    led = ask.doc.words[part.first].text.lower() if part.first < dated.first else ""
    if led == "as" or (led == "since" and not _goes_on(ask, s)):
        return  # "as of May 2024": so it was before
    front, answer, rivals = date_options(ask.doc, dated, led)
    if not front or (led not in LASTING_LEADS and not _happened(ask, s, k, dated)):
        return
    proven = replace(s, sentences=_proof(ask, s, dated))
    ask.add(
        proven, ask.wording.about(s, k, front), answer, rivals, "dates", fact, 0.9,
        RELATIVE_NOTE if dated.found.when.relative else NOTE,
    )  # fmt: skip


def first_since(ask: Asker, s: Statement, k: int) -> bool:
    """Whether a date only tells since when something is the first: "the first time since 1972"."""
    words = ask.doc.words
    if k <= s.verb or words[s.parts[k].first].text.lower() != "since":
        return False
    return any(words[i].tag in {"ORD", "AJS"} for p in s.parts[s.verb + 1 : k] for i in p.indices())


def _any(ask: Asker, s: Statement) -> bool:
    """Whether something without a name was done by somebody, and nothing tells where.

    "A bridge was opened by Ann Lee": which of all bridges?
    """
    words, subject = ask.doc.words, s.parts[s.subject]
    if subject.text or words[subject.first].text.lower() not in {"a", "an"} or not ask.passive(s):
        return False
    told = [p for n, p in enumerate(s.parts) if n != s.verb and not p.text]
    return not any(
        (f := ask.standing.fact(i)) is not None and f.kind != "person"
        for p in told for i in p.indices()
    )  # fmt: skip


def _goes_on(ask: Asker, s: Statement) -> bool:
    """Whether a verb tells what still goes on: "has banned it since 1924"."""
    tags = {ask.doc.words[i].tag for i in s.parts[s.verb].indices()}
    return bool(tags & {"VHZ", "VHB", "VHD", "VBZ", "VBB", "VVZ", "VVB"})


def _listed(ask: Asker, dated: Dated) -> bool:
    """Whether a date is one of several on which the same happened: "in 1563, 1593 and 1603"."""
    words, known = ask.doc.words, ask.doc.dated

    def beside(mark: int, other: int) -> bool:
        if not 0 <= mark < len(words) or words[mark].text.lower() not in JOINTS:
            return False
        near = known.get(other) or known.get(other + (1 if other > mark else -1))
        return near is not None and near is not dated and near.found.when.grain == grain

    grain = dated.found.when.grain
    after = dated.last + (words[min(dated.last + 1, len(words) - 1)].text.lower() in JOINTS)
    return beside(dated.last, after + 1) or beside(dated.first - 1, dated.first - 2)


def _proof(ask: Asker, s: Statement, dated: Dated) -> tuple[int, ...]:
    """Return the sentences that prove a date: for "the same day", also where it was spoken of."""
    doc = ask.doc
    text = doc.text[dated.found.start : dated.found.end]
    if not (dated.found.when.relative and LEANING.search(text)):
        return s.sentences
    before = [d for d in doc.dates if d.first < dated.first and d.found.when.first]
    told = next(
        (n.number for n in doc.sentences if before and n.first <= before[-1].first < n.last), None
    )
    return s.sentences if told is None else tuple(sorted({told, *s.sentences}))


def _happened(ask: Asker, s: Statement, k: int, dated: Dated) -> bool:
    """Whether a date surely tells when what the verb says happened, or will happen.

    A past date beside a verb of the present belongs to some noun, and so does one behind a verb
    that tells what lasts.
    """
    words, verb = ask.doc.words, s.parts[s.verb]
    finite = [
        w for i in verb.indices() if (w := words[i]).tag[:2] in {"VB", "VH", "VM", "VV", "VD"}
    ]
    before = s.parts[k - 1] if k > s.verb + 1 else None
    if dated.found.when.grain == "range" and before is not None and any(
        words[i].tag == "PRF" for i in before.indices()
    ):  # fmt: skip
        return False  # "counts of fraud between 2015 and 2018"
    named = ask.linking(s) and any(p.kind == "np" for p in s.parts[s.verb + 1 :])
    if named and not ask.passive(s):
        return False  # "was the last to win it, in 1993"
    alone = len(s.parts) - s.verb - (k > s.verb) < 2
    if alone and words[verb.head].lemma.lower() in OFFICES:
        return False  # "was first elected": to what?
    if _any(ask, s):
        return False
    bare = len(s.parts) - s.verb - (k > s.verb) < 2 and not ask.passive(s)
    if bare and (s.parts[s.subject].text or words[verb.head].lemma.lower() not in WHOLE):
        return False  # "took over": what?
    if not finite or (k > s.verb and words[verb.head].lemma.lower() in LASTING):
        return False
    lead = words[s.parts[k].first].text.lower()
    perfect = finite[0].tag in {"VHZ", "VHB"} and verb.last - verb.first > 1
    if perfect and lead not in LASTING_LEADS:
        return False  # "has fallen between 2004 and 2014"
    when, today = dated.found.when, ask.doc.published.day
    ahead = today is not None and when.last is not None and when.last >= today
    return ahead or finite[0].tag not in {"VBZ", "VBB", "VVZ", "VVB", "VDZ", "VDB"}
