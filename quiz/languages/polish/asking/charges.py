"""What somebody was accused of or sentenced for: "pod zarzutem bluźnierstwa", "za oszustwo"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from quiz.languages.chance import chance, mixed
from quiz.languages.data_files import read_data
from quiz.languages.polish.building import Statement
from quiz.languages.polish.inflection import inflect_person
from quiz.languages.polish.options.decline import decline
from quiz.languages.protocol import Fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.names import Name
    from quiz.languages.polish.phrases import Phrase

SENTENCED = frozenset({"skazać", "skazywać", "ukarać"})
ACCUSED = SENTENCED | {
    "oskarżyć", "oskarżać", "podejrzewać", "aresztować", "zatrzymać", "uniewinnić", "oczyścić",
    "sądzić", "uwięzić",
}  # fmt: skip
CHARGE = "zarzut"
LED = {"za", "o", "od"}
NOTE = "Sprawdź, czy tej osobie zarzucano jeszcze coś innego."
STEM = 5
"""Letters by which a charge is found in a text in any form."""


@cache
def _charges() -> dict[str, frozenset[str]]:
    """Return every charge with those that may mean the same."""
    table = read_data("polish_sorts")["charges"]
    groups = [frozenset(v.split(", ")) for kind, v in table.items() if kind != "usual"]
    return {one: group for group in groups for one in group}


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for charge in sorted(_charges(), key=lambda c: -len(c)):
        head = charge.split()[0]
        out[head] = (*out.get(head, ()), charge)
    return out


def charges(ask: Asker, statements: Sequence[Statement]) -> None:
    """Ask what each person named was accused of or sentenced for, once a person."""
    asked: set[str] = set()
    for s in statements:
        verbs = {r.lemma for p in s.parts if p.kind in {"verb", "adj"}
                 for w in ask.doc.words[p.first : p.last] for r in w.readings}  # fmt: skip
        if not verbs & ACCUSED or s.said:
            continue
        who = _who(ask, s)
        if who is None or who.base in asked:
            continue
        charge, at = next((c for p in s.parts if (c := _charge(ask, p))[0]), ("", 0))
        if charge and _ask(ask, s, who, charge, at, sentenced=bool(verbs & SENTENCED)):
            asked.add(who.base)


def _who(ask: Asker, s: Statement) -> Name | None:
    """Return who was accused: the subject of a passive, else the object."""
    passive = any(w.has("ppas") for p in s.parts if p.kind == "adj"
                  for w in ask.doc.words[p.first : p.last])  # fmt: skip
    if passive:
        part = s.parts[s.subject] if s.subject is not None else None
    else:
        objects = (p for k, p in enumerate(s.parts) if k != s.subject and p.kind == "np")
        part = next((p for p in objects if "acc" in p.cases and ask.doc.names_in(p)), None)
    name = ask.person(part) if part is not None else None
    sure = name is not None and " " in name.base and ask.doc.certain(name.base)
    return name if sure and name is not None and name.gender else None


def _charge(ask: Asker, p: Phrase) -> tuple[str, int]:
    """Return the charge that a part tells, and the word with which it begins."""
    words = ask.doc.words
    if p.kind != "pp":
        return "", 0
    told = words[p.first].lower in LED or any(
        r.lemma == CHARGE for w in words[p.first + 1 : p.first + 2] for r in w.readings
    )
    for i in range(p.first + 1, p.last) if told else ():
        for r in words[i].readings:
            for charge in _heads().get(r.lemma, ()) if r.pos in {"subst", "ger"} else ():
                tail = charge.partition(" ")[2]
                if not tail or ask.doc.span(i + 1, i + 1 + len(tail.split())).lower() == tail:
                    return charge, i
    return "", 0


def _ask(ask: Asker, s: Statement, who: Name, charge: str, at: int, *, sentenced: bool) -> bool:
    doc, low = ask.doc, ask.doc.low
    named = inflect_person(doc.morphology, who.base, who.gender, "acc")
    told = decline(doc.morphology, charge, "acc")
    if not named or not told:
        return False
    ways = [("Za co skazano", "za")] if sentenced else []
    ways.append(("O co oskarżono", "o"))
    # In the words of the article counting would find it.
    front, led = next((w for w in ways if f"{w[1]} {told}" not in low), ways[-1])
    usual = read_data("polish_sorts")["charges"]["usual"].split(", ")
    others = mixed(chance(doc.text[:80], who.base, "charge"), usual)
    rivals = [f"{led} {form}" for o in others
              if o not in _charges()[charge] and o[:STEM] not in low
              and (form := decline(doc.morphology, o, "acc"))]  # fmt: skip
    word, end = doc.words[at], doc.words[at + len(charge.split()) - 1].end
    sentence = next(x for x in doc.sentences if x.first <= at < x.last)
    fact = Fact(
        "thing", doc.text[word.start : end], word.start, end, charge, charge, sentence.number,
        (at, at + 1), None,
    )  # fmt: skip
    plain = Statement(sentence, (), 0, None, sentences=s.sentences)
    before = len(ask.drafts.all)
    ask.add(
        plain, f"{front} {named}?", f"{led} {told}", rivals, "things", fact, 0.7, NOTE,
        explanation=ask.wording.whole(s), timeless=True,
    )  # fmt: skip
    return len(ask.drafts.all) > before
