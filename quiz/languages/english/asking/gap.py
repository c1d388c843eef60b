"""A gap in a sentence: the last resort, where no question word fits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.english.asking.asker import sure
from quiz.languages.english.asking.ordinals import ordinals, ranked
from quiz.languages.english.asking.tense import PRESENT
from quiz.languages.english.asking.wording import GAP, Stem
from quiz.languages.english.asking.years import ACRONYM, PAST
from quiz.languages.english.options.bodies import body_rivals, unknown
from quiz.languages.english.options.numbers import NESTING, number_options
from quiz.languages.english.options.people import person_rivals
from quiz.languages.english.options.places import place_rivals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.statements import Statement
    from quiz.languages.protocol import Fact
    from quiz.languages.quantities import Quantity

THE = re.compile(r"^United |^Czech Republic|(?:States|Islands|Netherlands|Emirates|Philippines)$")
"""Places that no sentence names without "the"."""
ONES = frozenset({"1", "one"})
NOUN = re.compile(
    r" (?!(?:or|and|to|in|on|at|by|for|from|with|more|others?|as|than|who)\b)[A-Za-z]"
)
"""How what a number counts goes on behind it."""
JOINED = re.compile(r"-(?!year-old)[a-z]{3,}\b")
"""How a number goes on that is part of a word: "a 20-minute talk"."""
SIZES = frozenset(
    {
        "mile", "kilometre", "kilometer", "km", "metre", "meter", "m", "foot", "ft", "hectare",
        "acre", "inch", "yard", "km2", "tonne", "ton",
    }
)  # fmt: skip
"""Units of how long, high, large or heavy something is."""
NOTE = "A gap in a sentence: check that it is understood without the article."
CATEGORIES = {
    "person": "people", "place": "places", "organisation": "organisations", "thing": "things",
}  # fmt: skip


def gaps(ask: Asker, s: Statement) -> None:
    """Leave a gap for every name of a statement that is asked for in no other way."""
    names, counted = list(_names(ask, s)), list(_counted(ask, s))
    nth = ranked(ask, s)
    if not (names or counted or nth):
        return
    whole = ask.wording.whole(s)
    if whole is None or not _alone(ask, s, whole.text):
        return
    for quantity, fact in counted:
        _number(ask, s, whole, quantity, fact)
    if nth:
        ordinals(ask, s, whole)
    for fact in names:
        if not ask.drafts.asks(fact):
            named(ask, s, whole, fact)


def numbers(ask: Asker, s: Statement, whole: Stem) -> None:
    """Leave a gap for every number that no question asks for."""
    for quantity, fact in list(_counted(ask, s)):
        _number(ask, s, whole, quantity, fact)


def _names(ask: Asker, s: Statement) -> Iterator[Fact]:
    """Return the names in the parts of a statement that no question asks for yet."""
    named = [
        f
        for f in ask.doc.facts
        if f.sentence == s.sentence.number
        and f.kind in CATEGORIES
        and (f.kind != "person" or sure(f))
        and not ask.drafts.asks(f)
    ]
    for k, part in enumerate(s.parts if named else ()):
        if k != s.verb and not part.text:
            kept = set(part.indices())
            yield from (f for f in named if kept.issuperset(range(*f.words)))


def _counted(ask: Asker, s: Statement) -> Iterator[tuple[Quantity, Fact]]:
    """Return the numbers in the parts of a statement that no question asks for yet."""
    for where, quantity in ask.doc.quantities:
        if where.number != s.sentence.number:
            continue
        fact = ask.fact("number", quantity.whole)
        if fact is None or ask.drafts.asks(fact) or NESTING.search(quantity.about):
            continue  # "more than 200" is true where "more than 700" is
        if any(quantity.first in part.indices() for part in s.parts):
            yield quantity, fact


def _alone(ask: Asker, s: Statement, body: str) -> bool:
    """Whether a sentence is understood by itself: its year, its tense, its names.

    No acronym that nobody knows, no past before the past, no heap of nouns before a name.
    """
    words = ask.doc.words
    verb = [words[i].tag for i in s.parts[s.verb].indices()]
    if verb[:1] == ["VHD"] or "XX0" in verb or not (PAST | PRESENT) & set(verb):
        return False
    return clear(ask, s, body)


def clear(ask: Asker, s: Statement, body: str) -> bool:
    """Whether a sentence has no acronym that nobody knows and no heap of nouns before a name."""
    if any(unknown(w, "", ask.doc) for w in ACRONYM.findall(body)):
        return False
    return not any(
        f.kind == "person" and f.sentence == s.sentence.number and _heaped(ask, f)
        for f in ask.doc.facts
    )


def _heaped(ask: Asker, person: Fact) -> bool:
    """Whether bare nouns stand before a name: "party councillor Ann Lee"."""
    first = person.words[0]
    return first > 0 and ask.doc.words[first - 1].tag in {"NN1", "NN2"}


def _rivals(ask: Asker, s: Statement, fact: Fact) -> Sequence[str]:
    if fact.kind == "person":
        return person_rivals(ask.doc, fact, ask.others(s, "person") - {fact.base}, gendered=True)
    if fact.kind == "place":
        told = " ".join(ask.quote(n) for n in s.sentences).replace(fact.text, "")
        return place_rivals(ask.doc, fact.base, ask.others(s, "place") - {fact.base}, told)
    avoid = (ask.others(s, "organisation") | ask.others(s, "thing")) - {fact.base}
    return body_rivals(ask.doc, fact, avoid)


def _number(ask: Asker, s: Statement, whole: Stem, quantity: Quantity, fact: Fact) -> None:
    """Leave a gap for a number."""
    answer, rivals = number_options(ask.doc, quantity)
    if quantity.value > 1:
        rivals = [r for r in rivals if r not in ONES]  # "1 teams" is told by its grammar
    if whole.text.count(answer) != 1 or not rivals:
        return
    before, after = whole.text.split(answer)
    if before[-1:].isalnum() or after[:1].isalnum() or "±" in whole.text:
        return
    joined = JOINED.match(after) is not None
    if after[:1] == "-" and not (joined and answer.replace(",", "").isalnum()):
        return
    measured = joined or quantity.unit or answer[-1:] == "%" or before.endswith(" of ")
    if not (measured or NOUN.match(after)):
        return  # of what?
    body = f"{before}{GAP}{after}"
    if any(mark in body for mark in '“”"«»'):
        return
    stem = Stem(f"Complete the sentence: “{body}”", whole.sentences)
    ask.add(
        s, stem, answer, rivals, "numbers", fact, 0.55, NOTE, explanation=whole.text, gap=True,
        timeless=_sized(ask, s, quantity),
    )  # fmt: skip


def _sized(ask: Asker, s: Statement, quantity: Quantity) -> bool:
    """Whether a number says how long or how high one named thing is: its name is enough."""
    if quantity.unit not in SIZES or not ask.linking(s) or s.many:
        return False
    subject = s.parts[s.subject]
    names = {f.base for i in subject.indices() if (f := ask.standing.fact(i)) is not None}
    after = s.parts[s.verb + 1] if s.verb + 1 < len(s.parts) else subject
    ends = ask.standing.fact(subject.last - 1) is not None
    return len(names) == 1 and ends and after.first <= quantity.whole < after.last


def named(ask: Asker, s: Statement, whole: Stem, fact: Fact) -> None:
    """Leave a gap for a name."""
    shown = fact.base if fact.kind == "person" else fact.text
    body = whole.text
    if body.count(shown) != 1:
        return
    before = body.split(shown, 1)[0].split()
    if before and before[-1].lower() in {"a", "an", "the"}:
        return
    if fact.kind == "person" and before and before[-1].endswith(("'s", "’s")):
        return  # "Civic Hall's _____" tells whose somebody it is
    body = body.replace(shown, GAP)
    if f"{GAP}$" in body:
        return  # "US$"
    if any(mark in body for mark in '“”"«»'):
        return
    stem = Stem(f"Complete the sentence: “{body}”", whole.sentences)
    rivals = [r for r in _rivals(ask, s, fact) if not (fact.kind == "place" and THE.search(r))]
    ask.add(
        s, stem, shown, rivals, CATEGORIES[fact.kind], fact, 0.5, NOTE, explanation=whole.text,
        gap=True,
    )  # fmt: skip
