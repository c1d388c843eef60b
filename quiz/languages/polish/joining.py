"""Phrases that are one: a role with its holder, a noun with its participle, a route."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.polish.attaching import INNER, attach, governing
from quiz.languages.polish.listing import lists
from quiz.languages.polish.phrases import DASHES, NONE, UNKNOWN, Phrase, agreement, within
from quiz.languages.polish.tables import MEASURES, ROLES

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.names import Name

PREDICATING = frozenset({"być", "zostać", "zostawać", "stać", "wydawać", "okazać", "mieć", "móc"})
"""Verbs beside which a participle is no attribute of the noun that follows."""
LABELS = frozenset({"nr", "numer", "art", "ust", "poz"})
NOMINATIVE = frozenset({"nom"})
COPULAS = frozenset({"być", "zostać", "zostawać"})


def join(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with roles, quotations and lists joined."""
    titled = _titles(doc, _predicates(doc, attach(doc, phrases)))
    joined = _women(doc, _measures(doc, _labels(doc, _holders(doc, _routes(doc, titled)))))
    whole = governing(doc, _participles(doc, _quotations(doc, joined)))
    return _appositions(doc, lists(doc, whole))


def _predicates(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Part what is said of a noun from it: "kobieta | została | skazana", "obrona | dana | jest".

    The dictionary lets a participle stand for whom it tells of; beside "być" it is no noun.
    """
    out: list[Phrase] = []
    for k, p in enumerate(phrases):
        last = doc.words[p.last - 1]
        told = last.has("ppas") or (p.last - 2 in doc.named and last.has("adj"))
        said = p.kind == "np" and told and not last.capital
        agree = agreement(last, adjective=True) if said else NONE
        nominative = within(agree, NOMINATIVE)
        if not nominative:
            out.append(p)
            continue
        verb = next((q for q in reversed(out) if q.kind not in {"adv", "se", "conj"}), None)
        if p.last - p.first == 1 and verb is not None and _copula(doc, verb):
            out.append(replace(p, kind="adj", agree=nominative))
        elif (
            nominative & p.agree and p.last - p.first > 1 and _copula(doc, *phrases[k + 1 : k + 2])
        ):
            out.append(replace(p, last=p.last - 1, head=min(p.head, p.last - 2)))
            out.append(Phrase("adj", p.last - 1, p.last, p.last - 1, nominative))
        else:
            out.append(p)
    return out


def _copula(doc: PolishDocument, *following: Phrase) -> bool:
    """Whether a phrase is a form of "być" or "zostać"."""
    return any(
        q.kind == "verb" and any(r.lemma in COPULAS for r in doc.words[q.first].readings)
        for q in following
    )


def _titles(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Join a long title with its holder: "minister | do spraw równości Ewa Lis".

    However the title is cut, it stands in one case with the name right behind it.
    """
    out = list(phrases)
    within = (r for r in doc.roles if phrases and phrases[0].first <= r.first < phrases[-1].last)
    for role in within:
        name = role.holder
        at = next((k for k, p in enumerate(out) if p.first <= role.first < p.last), -1)
        end = next((k for k, p in enumerate(out) if p.last == name.last), -1)
        if role.last != name.first or not 0 <= at < end or out[at].kind not in {"np", "pp"}:
            continue
        title = out[at]
        if title.first + (title.kind == "pp") != role.first:
            continue
        shared = title.cases & name.cases
        gender = name.gender or "m1"
        if title.kind == "np" and shared:
            agree = frozenset((c, "sg", gender) for c in shared)
            out[at : end + 1] = [replace(title, last=name.last, head=name.first, agree=agree)]
        elif title.kind == "pp" and shared:
            out[at : end + 1] = [replace(title, last=name.last)]
    return out


def _holders(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Join a role with the name that follows it: "premier Izraela" and "Jan Kos"."""
    out: list[Phrase] = []
    for p in phrases:
        before = out[-1] if out else None
        near = before is not None and p.kind == "np" and before.last == p.first
        role = near and (
            any(r.last == p.first and r.holder.last == p.last for r in doc.roles)
            or _named_person(doc, before, p)
        )
        if before is not None and role:
            shared = frozenset(t for t in p.agree if t[0] in before.cases)
            if before.kind == "np" and shared:
                out[-1] = replace(before, last=p.last, head=p.head, agree=shared)
                continue
            if before.kind == "pp":
                out[-1] = replace(before, last=p.last)
                continue
        out.append(p)
    return out


def _women(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Let a title agree as the woman does who bears it: "prokurator Ewa Lis powiedziała".

    Her surname alone does so as well, where the dictionary has it as a man's: "Holland dodała".
    """
    out: list[Phrase] = []
    for p in phrases:
        name = _ends_in_person(doc, p) if p.kind == "np" else None
        alone = name is not None and name.first == p.first and name.gender == "f"
        if alone and not any(g == "f" for _, _, g in p.agree):
            out.append(replace(p, agree=frozenset((c, "sg", "f") for c in p.cases)))
            continue
        held = name is not None and any(
            r.holder == name and r.last == name.first for r in doc.roles
        )
        if held and name is not None and name.gender == "f" and name.first > p.first:
            out.append(replace(p, agree=frozenset((c, "sg", "f") for c in p.cases)))
        else:
            out.append(p)
    return out


def _named_person(doc: PolishDocument, before: Phrase | None, p: Phrase) -> bool:
    """Whether a phrase says who somebody is: "obrońca oskarżonego" and "mecenas Jan Kos"."""
    if before is None or before.kind != "np" or "nom" not in before.cases or p.kind != "np":
        return False
    if any(i in doc.named for i in range(before.first, before.last)) or "nom" not in p.cases:
        return False
    human = any("m1" in r.genders for r in doc.words[before.head].readings if r.pos == "subst")
    return human and _ends_in_person(doc, p) is not None


def _routes(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Join "pociąg relacji Kraków – Gdynia": a dash between two names is part of a phrase."""
    out: list[Phrase] = []
    k = 0
    while k < len(phrases):
        p = phrases[k]
        after = phrases[k + 1] if k + 1 < len(phrases) else None
        between = (
            out
            and after is not None
            and p.kind == "point"
            and doc.words[p.first].text in DASHES
            and p.first - 1 in doc.named
            and p.last in doc.named
            and out[-1].kind in {"np", "pp"}
        )
        if between and after is not None:
            out[-1] = replace(out[-1], last=after.last)
            k += 2
            continue
        out.append(p)
        k += 1
    return out


def _measures(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Join "w odległości" and "4 km": the number tells the size of the noun before it."""
    out: list[Phrase] = []
    for p in phrases:
        before = out[-1] if out else None
        measure = (
            before is not None
            and before.kind == "pp"
            and p.kind == "quantity"
            and (doc.words[before.head].lemma("subst") in MEASURES or _bare(doc, p))
        )
        if measure and before is not None:
            out[-1] = replace(before, last=p.last)
        else:
            out.append(p)
    return out


def _labels(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Join "rezolucję", "nr" and "181": a number behind "nr" is part of the name of a thing."""
    out: list[Phrase] = []
    for p in phrases:
        if p.kind == "num" and out and doc.words[out[-1].last - 1].lower in LABELS:
            label = out.pop()
            alone = label.last - label.first == 1 and out and out[-1].kind in {"np", "pp"}
            whole = out.pop() if alone else label
            out.append(replace(whole, last=p.last))
        else:
            out.append(p)
    return out


def _bare(doc: PolishDocument, p: Phrase) -> bool:
    """Whether a number counts nothing: "o magnitudzie 6,8"."""
    q = doc.counted.get(p.first)
    return q is not None and q.whole == p.first and q.last == p.last and not q.unit


def _appositions(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Join "szef sztabu, generał Jan Kos," into one: the name after the comma is who is meant."""
    out: list[Phrase] = []
    k = 0
    while k < len(phrases):
        p = phrases[k]
        after = phrases[k + 1 : k + 4]
        closed = len(after) == 2 or (len(after) == 3 and doc.words[after[2].first].text == ",")
        if (
            closed
            and p.kind == "np"
            and doc.words[after[0].first].text == ","
            and any(r.lemma in ROLES for r in doc.words[p.head].readings)
            and after[1].kind == "np"
            and (name := _ends_in_person(doc, after[1])) is not None
            and (shared := frozenset(t for t in p.agree if t[0] in after[1].cases))
        ):
            last = after[1].last
            text = doc.span(p.first, last) + ","
            if p.first in doc.openings:
                text = text[0].lower() + text[1:]
            # Left out of a stem, the comma that closes it would be missed.
            text = text if len(after) > 2 else ""
            out.append(replace(p, last=last, head=name.first, agree=shared, text=text))
            k += 1 + len(after)
            continue
        out.append(p)
        k += 1
    return out


def _ends_in_person(doc: PolishDocument, p: Phrase) -> Name | None:
    name = doc.named.get(p.last - 1)
    return name if name is not None and name.kind == "person" and name.last == p.last else None


def _participles(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Join "zapowiedziany w maju strajk": a participle, what belongs to it, and its noun."""
    out: list[Phrase] = []
    k = 0
    while k < len(phrases):
        p = phrases[k]
        end = k + 1
        while p.kind == "adj" and end < min(k + 5, len(phrases)) and phrases[end].kind in INNER:
            end += 1
        noun = phrases[end] if end < len(phrases) else None
        if p.kind == "adj" and noun is not None and noun.kind == "np":
            shared = noun.agree & p.agree
            predicate = any(
                r.lemma in PREDICATING
                for q in out[-2:]
                if q.kind in {"verb", "inf"}
                for r in doc.words[q.first].readings
            )
            if shared and not predicate and doc.words[p.first].has("ppas", "pact", "adj"):
                out.append(replace(noun, first=p.first, agree=shared))
                k = end + 1
                continue
        out.append(p)
        k += 1
    return out


def _quotations(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Join a short quotation with the phrase before it, or make it a phrase of its own."""
    out: list[Phrase] = []
    k = 0
    while k < len(phrases):
        p = phrases[k]
        close = doc.chunker.closing_quote(p.first, phrases[-1].last) if p.kind == "point" else 0
        if not close:
            out.append(p)
            k += 1
            continue
        while k < len(phrases) and phrases[k].first <= close:
            k += 1
        before = out[-1] if out else None
        if before is not None and before.kind in {"np", "pp", "adj", "quantity"}:
            kind = "np" if before.kind == "adj" else before.kind
            out[-1] = replace(before, kind=kind, last=close + 1)
        elif before is not None and before.kind == "prep":
            out[-1] = replace(before, kind="pp", last=close + 1)
        else:
            out.append(replace(p, kind="np", last=close + 1, head=p.first, agree=UNKNOWN))
    return out
