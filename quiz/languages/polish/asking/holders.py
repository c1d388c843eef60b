"""What somebody named is by trade, and of which body he holds an office."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING

from quiz.languages.chance import chance, mixed
from quiz.languages.data_files import read_data
from quiz.languages.lives import years_of
from quiz.languages.polish.asking.attributes import country_of, gender_of, two_people
from quiz.languages.polish.building import Statement
from quiz.languages.polish.document import Role
from quiz.languages.polish.knowledge import known_as, organisation_groups
from quiz.languages.polish.options import (
    organisation_rivals,
    place_kind,
    place_rivals,
    role_rivals,
)
from quiz.languages.polish.options.bodies import group_of, noun_of
from quiz.languages.polish.options.death import said_dead
from quiz.languages.polish.options.decline import decline, place_in
from quiz.languages.polish.options.people import stem_of
from quiz.languages.polish.tables import CLASSES

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.morph import Morphology

NOTE = "Sprawdź, czy funkcja jest podana w całości i czy jest aktualna."
TRADE_NOTE = "Sprawdź, czy to zawód tej osoby i czy nie ma innego z podanych."
LIFE = re.compile(r"\s*\(ur\.[^()\d]*(?:\d{1,2} \w+ )?(\d{4})[^()]*\)")
BORN = 1930
"""Whoever was born after this year and is not said to be dead is alive."""
LATELY = 1990
"""Whoever worked before this year is spoken of in the past."""
PARTIES = 2002
"""Since when there have been the parties of today."""
CHANGED = ("clubs", "universities", "polytechnics", "energy_pl", "banks_pl")
"""Groups of bodies of which anybody may have served more than one."""
SCHOOLS = ("universities", "polytechnics")
CAREERS = (
    "parties_pl", "ministries", "powers", "offices", "newspapers", "broadcasters", "radio", "union",
)  # fmt: skip
"""Groups of which whoever many know may have served more than one, or still serves one."""
RULERS = frozenset(
    {"prezydent", "prezydentka", "wiceprezydent", "burmistrz", "wiceburmistrz", "wójt", "starosta",
     "mer", "gubernator", "premier"}
)  # fmt: skip
"""Who governs a town or a part of a country."""
MINISTERS = frozenset({"minister", "wiceminister", "ministra"})
KINDS = {
    "city": "Którego miasta", "states_us": "Którego stanu",
    "provinces_pakistan": "Której prowincji", "lands_germany": "Którego kraju związkowego",
}  # fmt: skip
"""How one asks for what a mayor or governor governs."""
BODIES = frozenset({"organisation", "thing"})
FORMER = ("był", "dawn")
WHOSE = {"f": "Której", "m1": "Którego", "m2": "Którego", "m3": "Którego", "n": "Którego"}


@cache
def _trades() -> dict[str, tuple[str, ...]]:
    """Return the trades that somebody of one could be taken for, each in the gender of its key."""
    out: dict[str, tuple[str, ...]] = {}
    for pair, others in read_data("polish_trades")["trades"].items():
        man, _, woman = pair.partition("/")
        pairs = [one.partition("/") for one in others.split(", ")]
        out[woman] = tuple(w for _, _, w in pairs)
        out[man] = tuple(m for m, _, _ in pairs)
    return out


def holders(ask: Asker) -> None:
    """Ask for the trade of everybody whose trade is told, and for the body of every officer."""
    asked: set[tuple[str, str]] = set()
    for role in map(partial(_named, ask), ask.doc.roles):
        if role is None or (role.former and ask.year):
            continue
        who = role.holder.base
        for family in (_body,) if role.former else (_trade, _body, _place, _portfolio):
            if (family.__name__, who) not in asked and family(ask, role):
                asked.add((family.__name__, who))
    _members(ask)


def _named(ask: Asker, role: Role) -> Role | None:
    """Return a role with its holder's whole name in the nominative, or None where that is unsure.

    Behind "minister" a name is in the nominative as it is written.
    """
    doc, name = ask.doc, role.holder
    if two_people(doc, name) or not gender_of(doc, name):
        return None
    if doc.certain(name.base):
        return role if " " in name.base else None
    read = [r for r in doc.words[role.first].readings if r.lemma == role.noun]
    cases = {c for r in read if name.gender == "m1" and "m1" in r.genders for c in r.cases}
    written = doc.span(name.first, name.last)
    if cases - {"voc"} != {"nom"} or role.last != name.first or " " not in written:
        return None
    return replace(role, holder=replace(name, base=written))


def _was(ask: Asker, role: Role) -> str:
    """Return "jest" or, of somebody long ago or dead, "był"."""
    life = LIFE.match(ask.doc.text, ask.doc.words[role.holder.last - 1].end)
    if life is not None:  # "(ur. 1962)" and no "zm."
        return "jest" if "zm." not in life[0] and int(life[1]) > BORN else _past(role)
    late = years_of(ask.doc, role.holder.sentence)[1] < LATELY
    return _past(role) if late or said_dead(ask.doc.text, stem_of(role.holder.base)) else "jest"


def _past(role: Role) -> str:
    return "była" if role.holder.gender == "f" else "był"


def _trade(ask: Asker, role: Role) -> bool:
    doc, name, noun = ask.doc, role.holder, role.noun
    first, _, tail = role.base.partition(" ")
    if tail and country_of(doc.words[role.first]):
        first, _, tail = tail.partition(" ")  # "polski pisarz"
    others = _trades().get(noun, ())
    if first != noun or (tail and tail[0].islower() and noun in {"sędzia", "reżyser"}):
        return False  # "sędzia piłkarski"
    mine = {r.noun for r in doc.roles if r.holder.base == name.base}

    def form(lemma: str) -> str:
        # A woman's "prokurator" has one form: what she is by trade is told by the man's.
        # "Sędzią" is what the press writes, and not "sędzim".
        every = [
            (form, r.genders)
            for form, r in doc.morphology.forms(lemma)
            if r.pos == "subst" and "sg" in r.number and "inst" in r.cases
        ]
        found = [f for f, genders in every if "m1" in genders] or [f for f, _ in every]
        return next((f for f in found if f.endswith("ą")), next(iter(found), ""))

    answer = form(noun)
    rng = chance(doc.text[:80], name.base, noun)
    rivals = [made for o in mixed(rng, list(others)) if o not in mine and (made := form(o))]
    was = _was(ask, role)
    return bool(answer) and _add(
        ask, role, f"Kim z zawodu {was} {name.base}?", answer, rivals, "roles", TRADE_NOTE,
        f"{name.base} {was} z zawodu {answer}.",
    )  # fmt: skip


def _body(ask: Asker, role: Role) -> bool:
    """Ask which party's deputy, which firm's president somebody was."""
    doc = ask.doc
    body = next(
        (n for n in doc.names if role.first < n.first < role.last and n.kind in BODIES),
        None,
    )
    if body is None:
        return False
    tail = doc.span(body.first, role.last)
    whole = read_data("polish_trades")["genitives"].get(tail, "")
    told = tail if whole else doc.span(body.first, body.last)
    office, found, _ = role.base.partition(f" {told}")
    bare = _bare(doc.morphology, office)
    if any(map(country_of, doc.morphology.words(bare)[1:])):
        return False  # "rzecznik pakistańskiego MSZ": every country has one
    held = decline(doc.morphology, bare, "inst")
    if not found or not held or not (whole or body.sure):
        return False
    return _of_body(ask, role, whole or body.base, held)


def _bare(morphology: Morphology, office: str) -> str:
    """Return an office without the noun for its body: "kandydat (niemieckiej partii)"."""
    kept = office.split()
    if kept and kept[0].startswith(FORMER):
        kept = kept[1:]  # "był" says so
    at = next((k for k, word in enumerate(kept) if k and _reads(morphology, word, CLASSES)), 0)
    kept = kept[:at] if at else kept
    while at and len(kept) > 1 and any(r.pos == "adj" for r in morphology.readings(kept[-1])):
        kept.pop()
    return " ".join(kept)


def _reads(morphology: Morphology, word: str, lemmas: Collection[str]) -> bool:
    return any(r.pos == "subst" and r.lemma in lemmas for r in morphology.readings(word))


def _of_body(ask: Asker, role: Role, body: str, held: str) -> bool:
    """Ask of which body, of a kind of which others are known, somebody was what he was."""
    doc, name = ask.doc, role.holder
    group = group_of(body)
    noun = noun_of(group) if group else ""
    read = doc.morphology.readings(noun.split(maxsplit=1)[0]) if noun else ()
    gender = next((min(r.genders) for r in read if r.pos == "subst" and r.genders), "")
    of = decline(doc.morphology, noun, "gen") if gender else ""
    year = ask.wording.years.held(doc.sentences[name.sentence])
    known = known_as(name.base) is not None and group.startswith(CAREERS)
    if not of or (not year and (known or group.startswith(CHANGED))):
        return False
    if group.startswith("parties") and years_of(doc, name.sentence)[1] < PARTIES:
        return False
    when = f" w {year} roku" if year else ""
    # In the nominative: the article has it in the genitive, and counting would find it there.
    rivals = organisation_rivals(doc, body, (), first=role.first)
    if group.startswith("parties"):  # which the press calls by acronyms and by names alike
        members = organisation_groups()[group]
        rivals += [names[0] for names in members if body not in names and names[0] not in rivals]
    stem = f"{WHOSE[gender]} {of} {held}{when} {_past(role)} {name.base}?"
    whose = decline(doc.morphology, body, "gen") or body
    return _add(
        ask, role, stem, body, rivals, "organisations", NOTE,
        f"{name.base} {_past(role)}{when} {held} {whose}.",
    )  # fmt: skip


def _members(ask: Asker) -> None:
    """Ask of "Jan Kos (PiS)" and "Jan Kos z PiS" of which party he was."""
    doc, asked = ask.doc, set[str]()
    for name, party in pairwise(doc.names):
        between = doc.span(name.last, party.first).strip()
        if name.kind != "person" or party.base in asked or name.base in asked:
            continue
        if " " not in name.base or not doc.certain(name.base) or not gender_of(doc, name):
            continue
        group = group_of(party.base)
        if between in {"z", "ze"} and group.startswith(SCHOOLS):
            role = Role(name.first, name.last, "", "", name)
            others = organisation_rivals(doc, party.base, (), first=name.first)
            was = _was(ask, role)
            asked |= {name.base} if _add(
                ask, role, f"Z której uczelni {was} {name.base}?", party.base, others,
                "organisations", NOTE, f"{name.base} {was} z uczelni: {party.base}.",
            ) else set()  # fmt: skip
            continue
        if between not in {"(", "z"} or not group.startswith("parties"):
            continue
        after = doc.words[party.last].text if party.last < len(doc.words) else ""
        if between == "(" and after not in {")", ","}:
            continue
        role = Role(name.first, name.last, "", "", name)
        if _of_body(ask, role, party.base, "politykiem"):
            asked.add(name.base)


def _portfolio(ask: Asker, role: Role) -> bool:
    """Ask of an undated text what somebody was minister of; a year has "jaką funkcję" asked."""
    doc, name = ask.doc, role.holder
    head, _, tail = role.base.partition(" ")
    if head not in MINISTERS or not tail or ask.year or known_as(name.base) is not None:
        return False
    others = [r.removeprefix(f"{head} ") for r in role_rivals(doc, role) if r.startswith(head)]
    if " i " in tail:  # as long as the key
        double = read_data("polish_trades")["portfolios"]["double"].split(", ")
        others = [d for d in double if not set(d.split()) & (set(tail.split()) - {"i"})]
        others = mixed(chance(doc.text[:80], name.base, "portfolio"), others)
    if tail.startswith("ds. "):
        # Written out: the article has it short, and counting would find it.
        tail = tail.replace("ds. ", "do spraw ", 1)
        others = [f"do spraw {o}" for o in others if not o.startswith("spraw ")]
    held = decline(doc.morphology, head, "inst")
    land = doc.named.get(role.last - 1)
    if land is not None and land.kind == "place":
        return False  # of which country he was minister is asked
    return bool(held) and _add(
        ask, role, f"{held} jakiego resortu {_past(role)} {name.base}?", tail, others, "roles",
        NOTE, f"{name.base} {_past(role)} {held} {tail}.",
    )  # fmt: skip


def _place(ask: Asker, role: Role) -> bool:
    """Ask which town's mayor, which state's governor somebody was."""
    doc, name = ask.doc, role.holder
    place = doc.named.get(role.last - 1) if role.noun in RULERS else None
    if place is None or place.last != role.last or place.first <= role.first:
        return False
    kind = place_kind(place.base)
    told = doc.span(place.first, place.last)
    of = KINDS.get(kind, "")
    if not of:
        return False
    office = role.base.removesuffix(f" {told}").removesuffix(f" {of.rpartition(' ')[2]}")
    held = decline(doc.morphology, office, "inst")
    case = "nom" if doc.words[place.first - 1].lower == of.split()[-1] else "gen"
    if not held or place_in(doc.morphology, place.base, case) != told:
        return False  # "prowincji Pendżab", but "burmistrz Londynu"
    found = place_rivals(doc, place.base, (), ())
    rivals = [form for base in found if (form := place_in(doc.morphology, base, case))]
    return _add(
        ask, role, f"{of} {held} {_past(role)} {name.base}?", told, rivals, "places", NOTE,
        f"{name.base} {_past(role)} {held} {told}.",
    )  # fmt: skip


def _add(
    ask: Asker, role: Role, stem: str, answer: str, rivals: list[str], category: str, note: str,
    told: str,
) -> bool:  # fmt: skip
    sentence = ask.doc.sentences[role.holder.sentence]
    s = Statement(sentence, (), 0, None, sentences=(sentence.number,))
    fact = ask.fact("role", role.first) or ask.fact("person", role.first)
    before = len(ask.drafts.all)
    ask.add(
        s, stem, answer, rivals, category, fact, 0.6, note,
        explanation=told, timeless=True,
    )  # fmt: skip
    return len(ask.drafts.all) > before
