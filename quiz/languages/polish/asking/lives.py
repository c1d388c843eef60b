"""When somebody was born and died, as a bracket behind a name tells: "(ur. 1934, zm. 2010)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.chance import chance, mixed
from quiz.languages.polish.building import Statement
from quiz.languages.polish.options import (
    date_rivals,
    located,
    number_rivals,
    place_kind,
    place_rivals,
    write_date,
)
from quiz.languages.protocol import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.languages.date_rules import Dated
    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.names import Name
    from quiz.languages.polish.phrases import Phrase

VERBS = {
    "ur": {"m1": "urodził się", "f": "urodziła się"},
    "zm": {"m1": "zmarł", "f": "zmarła"},
}
"""What the abbreviations of a bracket stand for, of a man and of a woman."""
FRONTS = {"day": "Kiedy", "year": "W którym roku"}
WITHIN = {"day": "", "year": "w"}
DYING = frozenset({"umrzeć", "zemrzeć", "zginąć"})
AGED = re.compile(r"\b(\d{1,3})-letni(?:a|ego|ej|ą|m)?\b")
LONGEST_DEED = 110
AGE_NOTE = "Sprawdź, czy to wiek tej osoby."
NOTE = "Sprawdź, czy data dotyczy tej osoby."


def lives(ask: Asker) -> None:
    """Ask for the days of birth and death of every person in whose bracket they stand."""
    for name in ask.doc.names:
        if name.kind != "person" or name.gender not in {"m1", "f"} or " " not in name.base:
            continue
        if not ask.doc.certain(name.base):
            continue
        s = Statement(ask.doc.sentences[name.sentence], (), 0, None, sentences=(name.sentence,))
        for abbreviation, dated in _bracket(ask, name):
            when = dated.found.when
            if when.first is None or when.grain not in FRONTS or when.relative:
                continue
            verb = VERBS[abbreviation][name.gender]
            told = write_date(when, when.first, "")
            within = write_date(when, when.first, WITHIN[when.grain])
            ask.add(
                s, f"{FRONTS[when.grain]} {verb} {name.base}?", told,
                date_rivals(ask.doc, when, when.first, "", ask.limit), "dates",
                ask.fact("date", dated.first), 0.9, NOTE,
                explanation=f"{name.base} {verb} {within}.",
            )  # fmt: skip
            _place(ask, s, name, dated, verb)


def _place(ask: Asker, s: Statement, name: Name, dated: Dated, verb: str) -> None:
    """Ask in which town somebody was born or died, which stands behind the day."""
    doc, led = ask.doc, ask.doc.words[dated.last].lower
    town = doc.named.get(dated.last + 1)
    if led not in {"w", "we"} or town is None or place_kind(town.base) != "city":
        return
    shown = doc.span(dated.last, town.last)
    found = place_rivals(doc, town.base, ask.others(s, "place"))
    rivals = [form for base in found if (form := located(doc.morphology, base, "w"))]
    if located(doc.morphology, town.base, "w") == shown:
        ask.add(
            s, f"W którym mieście {verb} {name.base}?", shown, rivals, "places",
            ask.fact("place", town.first), 0.8, NOTE,
            explanation=f"{name.base} {verb} {shown}.", timeless=True,
        )  # fmt: skip


def ages(ask: Asker, statements: Sequence[Statement]) -> None:
    """Ask at what age everybody died of whom a statement tells it."""
    doc = ask.doc
    for s in statements:
        _young(ask, s)
        verb = doc.words[s.parts[s.verb].first]
        who = ask.person(s.parts[s.subject]) if s.subject is not None else None
        if who is None or not verb.has("praet") or not any(r.lemma in DYING for r in verb.readings):
            continue
        part = next((p for p in s.parts if _aged(ask, p)), None)
        quantity = doc.counted.get(part.first + 2) if part is not None else None
        if quantity is None or " " not in who.base or not doc.certain(who.base) or s.said:
            continue
        plain = Statement(s.sentence, (), 0, None, sentences=s.sentences)
        ask.add(
            plain, f"W wieku ilu lat {verb.lower} {who.base}?", quantity.shown,
            number_rivals(doc, quantity), "numbers", ask.fact("number", quantity.whole), 0.85,
            AGE_NOTE, explanation=ask.wording.whole(s), timeless=True,
        )  # fmt: skip


def _young(ask: Asker, s: Statement) -> None:
    """Ask how old somebody was when he did what a statement tells: "34-letni Jan Kos"."""
    doc = ask.doc
    part = s.parts[s.subject] if s.subject is not None else None
    who = doc.named.get(part.head) if part is not None else None
    if part is None or who is None or part.many or s.said or not who.gender:
        return
    if who.kind != "person" or not doc.certain(who.base):
        return
    told = AGED.search(doc.span(part.first, who.first))
    verb = doc.words[s.parts[s.verb].first]
    if told is None or " " not in who.base or not verb.has("praet"):
        return
    age, order = int(told[1]), chance(doc.text[:80], who.base, "age")
    k = (s.subject or 0) + 1
    from_there = k < len(s.parts) and doc.words[s.parts[k].first].lower in {"z", "ze"}
    # "Jan Kos z Opola": that is who he is, and no part of what he did
    deed = ask.wording.predicate((s.without(k) if from_there else s).short())
    had = "miała" if who.gender == "f" else "miał"
    start = doc.words[part.first].start + told.start()
    fact = Fact(
        "number", told[0], start, start + len(told[0]), str(age), told[0], s.sentence.number,
        (part.first, part.first + 1), None,
    )  # fmt: skip
    near = mixed(order, [age + step for step in (-9, -6, -4, -2, 3, 5, 7, 11) if age + step > 0])
    if deed and len(deed) <= LONGEST_DEED:
        ask.add(
            s, f"Ile lat {had} {who.base}, gdy {deed}?", str(age), [str(n) for n in near],
            "numbers", fact, 0.8, AGE_NOTE,
        )  # fmt: skip


def _aged(ask: Asker, p: Phrase) -> bool:
    """Whether a part is "w wieku 92 lat"."""
    words = ask.doc.words[p.first : p.first + 2]
    return p.kind == "pp" and [w.lower for w in words] == ["w", "wieku"]


def _bracket(ask: Asker, name: Name) -> Iterator[tuple[str, Dated]]:
    words = ask.doc.words
    last = ask.doc.sentences[name.sentence].last
    if name.last >= last or words[name.last].text != "(":
        return
    i = name.last + 1
    while i + 2 < last and words[i].text != ")":
        dated = ask.doc.dated.get(i + 2) if words[i + 1].text == "." else None
        if words[i].lower in VERBS and dated is not None and dated.first == i + 2:
            yield words[i].lower, dated
        i += 1
