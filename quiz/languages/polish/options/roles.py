"""Other posts of the same rank, in the same country or body, in the holder's gender."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.known import governments
from quiz.languages.polish.knowledge import known_as, posts
from quiz.languages.polish.options.bodies import group_of
from quiz.languages.polish.options.nations import told_countries
from quiz.languages.polish.options.people import nation_of
from quiz.languages.polish.tables import ROLES

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument, Role

TRADES = frozenset({"doctors", "writers", "stage", "musicians"})
ANY = 6
"""Cases of a word that is not inflected, as a woman's title is not: it agrees with nothing."""
TEAMS = frozenset({"drużyny", "zespołu", "reprezentacji", "kadry", "klubu", "statku", "promu"})
"""What a captain may lead who is no officer of an army."""
NO_BODIES = frozenset({"dyplomacji", "państwa", "rządu", "gabinetu", "parlamentu"})
"""What one is head of that is no body with posts of its own."""
AMERICAN = frozenset({"USA", "Stanów Zjednoczonych"})
OWN = 3
"""Portfolios that a head of government may keep: they come first in the list."""
RECENT = 2010
"""Whoever governed Poland since then is known to every reader."""
MEMBERS = ("parties", "sport", "charities")
"""Groups of bodies that have members, and no supervisory board."""
UNIONS = re.compile(
    r"\b(?:parti|izb|związ|stowarzysz|federac|konfederac|towarzyst|zrzesz|fundac)\w+", re.IGNORECASE
)
"""What such bodies are called."""
PARTY_HEADS = frozenset({"prezes", "przewodniczący", "lider", "szef", "wiceprezes"})
PARTY_POSTS = ("wiceprezes", "rzecznik", "sekretarz", "skarbnik", "sekretarz generalny")
FORMER = ("były", "była", "dawny", "dawna")


def _rank(noun: str) -> str:
    known = posts()
    masculine = known.masculine.get(noun, noun)
    return next(
        (r for r, pairs in known.ranks.items() if any(m == masculine for m, _ in pairs)), ""
    )


def trade(noun: str) -> bool:
    """Whether a noun tells what somebody does for a living, and no office: "dziennikarz"."""
    return _rank(noun) in TRADES


def _feminine(noun: str) -> bool:
    """Whether a post is told in the form for women alone."""
    return posts().masculine.get(noun, noun) != noun


def _spoken(pair: tuple[str, str], noun: str) -> str:
    """Return a post in the gender in which the key is told."""
    return pair[1] if _feminine(noun) else pair[0]


def _country_tail(doc: PolishDocument, role: Role) -> str:
    """Return the genitive of the country that a role ends with, or nothing."""
    for name in doc.names:
        if name.last == role.last and name.kind == "place" and role.first < name.first:
            return doc.span(name.first, name.last)
    last = doc.words[role.last - 1] if role.last > role.first + 1 else None
    return last.text if last is not None and last.text in {"USA", "UE", "KRLD"} else ""


def _ministers(noun: str, tail: str, country: str) -> list[str]:
    """Return ministers of other things than the key's."""
    table = posts().portfolios["minister"]
    body = tail.removesuffix(country).strip()
    end = f" {country}" if country else ""
    return [f"{noun} {p}{end}" for p in table if not _same_portfolio(p, body)]


def _same_portfolio(one: str, other: str) -> bool:
    """Whether two portfolios share their first telling word: obrony and obrony narodowej."""
    a = [w for w in one.split() if w not in {"spraw", "ds.", "do"}]
    b = [w for w in other.replace("ds.", "").split() if w not in {"spraw", "do"}]
    return bool(a and b) and a[0] == b[0]


def _states(doc: PolishDocument, role: Role, tail: str, country: str) -> list[str]:
    """Return heads of a state and its ministers: only offices that such a state has."""
    noun = role.noun
    told = told_countries([w for w in doc.words if w.text in country.split()]) if country else set()
    told = told or {nation_of(doc, role.holder.base)}
    known = posts()
    heads = {_spoken(pair, noun) for pair in known.ranks["state"]}
    if known.masculine.get(noun, noun) == "przywódca":
        heads = {"premier", "wicepremier"}  # whoever leads a state may be its president as well
    elif told & governments("chancellor"):
        heads = {"wicekanclerz"}
    elif told & governments("crown"):
        heads = {"wicepremier"}
    elif told & governments("presidential"):
        heads = {"wiceprezydent"}
    else:
        heads &= {"prezydent", "premier", "wicepremier", "prezydentka", "premierka"}
    minister = "sekretarz" if told & governments("american") else "minister"
    own = OWN if known.masculine.get(noun, noun) == "premier" else 0
    ministers = [f"{minister} {p}" for p in known.portfolios[minister][own : own + 4]]
    end = f" {tail}" if tail else ""
    return [f"{post}{end}" for post in [*sorted(heads), *ministers] if post != noun]


def _agreeing(doc: PolishDocument, tail: str) -> list[str]:
    """Return the adjectives behind a post that go with its noun: "generalny", "pomorska"."""
    return list(
        takewhile(
            lambda word: any(
                r.pos == "adj" and "nom" in r.cases for r in doc.morphology.readings(word)
            ),
            tail.split(),
        )
    )


def _of_rank(doc: PolishDocument, noun: str, tail: str, rank: str) -> list[str]:
    """Return the posts of a rank; beside an adjective only such as agree with it as it is."""
    agreeing = _agreeing(doc, tail)
    others = list(posts().agreeing.get(noun, ())) if agreeing else []
    others = others or [_spoken(pair, noun) for pair in posts().ranks[rank]]
    if agreeing:
        read = doc.morphology.readings
        genders = set.intersection(
            *({g for r in read(word) if "nom" in r.cases for g in r.genders} for word in agreeing)
        )
        others = [
            p for p in others if any(genders & r.genders and len(r.cases) < ANY for r in read(p))
        ]
    end = f" {tail}" if tail else ""
    return [f"{post}{end}" for post in others]


def _beside(doc: PolishDocument, noun: str, tail: str) -> list[str]:
    """Return other posts under one roof; deputies and advisers where nothing else is known.

    What the noun alone is called ("sekretarz generalny") does not fit the others; whoever serves
    a person and no body has no directors beside.
    """
    known = posts()
    masculine = known.masculine.get(noun, noun)
    party = group_of(tail).startswith(MEMBERS) or UNIONS.search(tail) is not None
    others = PARTY_POSTS if party and masculine in PARTY_HEADS else known.beside.get(masculine)
    body = tail.split()[len(_agreeing(doc, tail)) :]
    if not body:
        return []
    if any(r.lemma in ROLES for r in doc.morphology.readings(body[0])):
        others = ("doradca", "asystent", "sekretarz", "rzecznik")
    tail = " ".join(body)
    if others is None:
        above = doc.morphology.inflect(masculine, "subst", "sg", "gen", "m1")
        if not above:
            return []
        others = (f"zastępca {above}", f"doradca {above}", f"rzecznik {above}", f"asystent {above}")
    if noun != masculine:
        pairs = {m: f for rank in known.ranks.values() for m, f in rank}
        feminine = {"zastępca": "zastępczyni", "członek": "członkini", "skarbnik": "skarbniczka"}
        swapped = []
        for post in others:
            head, _, rest = post.partition(" ")
            head = pairs.get(head) or feminine.get(head) or head
            swapped.append(f"{head} {rest}".strip())
        others = tuple(swapped)
    return [f"{post} {tail}" for post in others]


def role_rivals(doc: PolishDocument, role: Role) -> list[str]:
    """Return other posts in the nominative: those others hold in the article, then of its rank.

    None is held by the same person; a former post has former posts beside it, a post in a country
    or body posts in the same.
    """
    noun, tail = role.noun, role.base
    former = next((f for f in FORMER if tail.startswith(f + " ")), "")
    tail = tail.removeprefix(former).strip().partition(" ")[2]
    rank = _rank(noun)
    country = _country_tail(doc, role)
    mine = {r.base for r in doc.roles if r.holder.base == role.holder.base}
    feminine = _feminine(noun)
    own = [
        r.base
        for r in doc.roles
        if r.holder.base != role.holder.base
        and r.base not in mine
        and (" " in r.base) == (" " in role.base)
        and _rank(r.noun) == rank != ""
        and _country_tail(doc, r) == country
        and bool(former) == any(r.base.startswith(f + " ") for f in FORMER)
        and _feminine(r.noun) == feminine
    ]
    body = tail.split()[-1] if tail else ""
    if (rank == "army" and body in TEAMS) or NO_BODIES & set(tail.split()):
        return []
    if noun == "sekretarz" and tail.startswith("stanu"):
        end = f" {country}" if country else ""
        cabinet = posts().portfolios["sekretarz"] if country in AMERICAN else ()
        others = [f"sekretarz {p}{end}" for p in cabinet if p != "stanu"]
    elif noun in {"minister", "wiceminister", "ministra"}:
        others = _ministers(noun, tail, country) if tail else []
    elif rank == "state" and tail == country:
        bearer = known_as(role.holder.base)
        if bearer is not None and bearer.nation == "PL" and bearer.last >= RECENT:
            return []  # who of those governed by them does not know
        others = _states(doc, role, tail, country)
    elif rank in {"heads", "deputy_heads", "speakers", "army_posts"} or noun in posts().beside:
        others = _beside(doc, noun, tail) if tail else []
    elif rank:
        others = _of_rank(doc, noun, tail, rank)
    else:
        others = _beside(doc, noun, tail) if tail else []
    rng = chance(doc.text[:80], role.base)
    lead = f"{former} " if former else ""
    found = [*mixed(rng, own)[:3], *(lead + o for o in mixed(rng, others))]
    if feminine and former:
        found = [f.replace("były ", "była ", 1) for f in found]
    return [f for f in dict.fromkeys(found) if f not in mine and f != role.base][:MOST]
