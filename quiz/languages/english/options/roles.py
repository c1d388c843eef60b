"""Other posts of the same rank, in the same country or body."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.english.options.knowledge import beside, british, governing, inside, ranks
from quiz.languages.english.options.places import place_kind, told_countries
from quiz.languages.known import governments

if TYPE_CHECKING:
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.protocol import Fact

SPOKEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "press secretary"})
"""Names of one post."""
SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson", "adviser", "representative"})
CALLINGS = frozenset(
    {
        "member", "writer", "poet", "journalist", "translator", "playwright", "actor", "singer",
        "composer", "conductor", "pianist", "guitarist", "drummer", "illustrator", "painter",
        "sculptor", "photographer", "designer", "doctor", "surgeon", "nurse", "physicist",
        "chemist", "biologist", "geologist", "astronomer", "mathematician", "lawyer", "reporter",
        "columnist", "researcher", "lecturer", "pilot", "engineer", "priest", "professor",
    }
)  # fmt: skip
"""What somebody is and does not hold."""
MAKERS = frozenset(
    {
        "founder", "co-founder", "cofounder", "creator", "author", "star", "inventor",
        "representative",
    }
)  # fmt: skip
"""What somebody has done once, or does for somebody, and no office that one holds."""
HEADS = frozenset({"president", "prime minister", "chancellor"})
"""Heads of a state and of its government."""
FORCES = re.compile(r"\b(?:military|army|navy|air force|armed forces)$", re.IGNORECASE)
"""Bodies that have commanders."""
PARTED = frozenset({"New", "South", "North", "United", "Saudi", "Costa", "Sri", "Sierra", "El"})
"""How names of countries of two words begin."""
FORMER = ("former", "ex-")
FEWEST = 3
"""Distractors that a question needs."""


@cache
def every_post() -> tuple[str, ...]:
    """Return all posts that are known, the longest first."""
    tables = (*ranks().values(), *beside().values(), *inside().values())
    return tuple(
        sorted({p for posts in tables for p in posts} | set(beside()), key=len, reverse=True)
    )


@cache
def post_words() -> frozenset[str]:
    """Return the words that posts are told by, in lower case."""
    return frozenset(w.lower() for p in every_post() for w in p.split()) | {"executive", "former"}


def office(base: str) -> bool:
    """Whether a role is an office somebody holds, and says of what; a calling is none."""
    before, post, tail = parted(base)
    if not post or not (before or tail) or post.lower().split()[-1] in CALLINGS | MAKERS:
        return False
    if post.lower() in ranks()["diplomats"] and not tail:
        return False  # "Afghan Ambassador" to whom?
    plain = [w for w in before.split() if w[:1].islower() and w not in {"of", "the", "and"}]
    owner = before.endswith(("'s", "’s"))
    return owner or not plain


@lru_cache(maxsize=1024)  # every role is parted for each of those it is weighed against
def parted(base: str) -> tuple[str, str, str]:
    """Part a role into what stands before its post, the post, and what it is the post of.

    "former Texas governor of schools" is ("former Texas", "governor", "of schools").
    """
    head, of, tail = base.partition(" of ")
    if not of:
        for word in (" for ", " at ", " to ", " in ", " with "):
            head, of, tail = base.partition(word)
            if of:
                break
    posts = every_post()
    whole = f"{head}{of}{tail}"
    for post in posts:
        if " of " in post and post.lower() in whole.lower():
            at = whole.lower().index(post.lower())
            return whole[:at].strip(), whole[at : at + len(post)], whole[at + len(post) :].strip()
    low = head.lower()
    for post in posts:
        if low == post.lower() or low.endswith(" " + post.lower()):
            at = len(head) - len(post)
            return head[:at].strip(), head[at:], f"{of}{tail}".strip()
    low = whole.lower()
    for post in posts if tail[:1].isupper() else ():  # "University of Leeds rector"
        if low.endswith(" " + post.lower()):
            at = len(whole) - len(post)
            return whole[:at].strip(), whole[at:], ""
    return "", "", ""


def _cased(post: str, like: str) -> str:
    """Write a post as another is written: "Prime Minister" or "prime minister"."""
    if like[:1].isupper() and post[:1].islower():
        return " ".join(w[:1].upper() + w[1:] if w not in {"of", "the", "to"} else w
                        for w in post.split())  # fmt: skip
    return post


def _led(post: str, tail: str) -> str:
    """Return what a post is of, behind the preposition it takes: one speaks for a body."""
    if not tail.startswith("for ") or post.rsplit(maxsplit=1)[-1] in SPEAKERS:
        return tail
    return f"of {tail.removeprefix('for ')}"


def role_rivals(doc: EnglishDocument, role: Fact) -> list[str]:
    """Return other posts: those others hold in the article, then of the key's rank.

    None is held by the same person; what stands around the post stays as it is.
    """
    before, post, tail = parted(role.base)
    if not post:
        return []
    if post.lower() == "minister" and before and not told_countries(before.split()[-1]):
        before, _, portfolio = before.rpartition(" ")
        post = f"{portfolio} {post}"  # "economy minister"
    low = post.lower()
    if low == "minister" or tail.startswith("at large"):
        return []  # whoever is minister of anything is one
    rank = next((r for r, posts in ranks().items() if low in {p.lower() for p in posts}), "")
    mine = {f.base.lower() for f in doc.facts if f.kind == "role" and f.value == role.value}
    held = [
        f.base
        for f in doc.facts
        if f.kind == "role" and f.value != role.value and f.base.lower() not in mine
        and bool(parted(f.base)[2] or parted(f.base)[0]) == bool(tail or before)
        and _rank(parted(f.base)[1]) == rank not in {"", "speakers"}
        and told_countries(f.base) == told_countries(role.base)
        and f.base[:1].isupper() == role.base[:1].isupper()
    ]  # fmt: skip
    owned = before.endswith(("'s", "’s")) and before.split()[-1][:1].islower()
    body = (
        tail
        or owned
        or _bodied(before)
        or (before and not told_countries(before) and before.split()[-1][:1].isupper())
    )
    others = _governing(low, rank, before, tail)
    others = others or _inside(low, f"{before} {tail}")
    if not others and body:
        others = beside().get(low.split()[-1], ())
    if low.split()[-1] in SPEAKERS and FORCES.search(f"{before} {tail}".strip()):
        others = ("commander", "deputy commander", "chief of staff", "legal adviser")
    told = told_countries(f"{before} {tail}") if not _bodied(before) else frozenset()
    if low == "president" and "US" in told:
        return []  # everybody knows
    if rank == "state" and told & governments("presidential"):
        others = ("vice president", *(p for p in others if p != "prime minister"))
    elif rank == "state" and told & governments("chancellor"):
        others = ("vice chancellor", *(p for p in others if "minister" in p and p not in HEADS))
    elif rank == "state" and told & governments("crown"):
        others = ("deputy prime minister", *(p for p in others if p not in HEADS))
    elif rank == "state" and "US" in told:
        others = (
            "vice president",
            *ranks()["cabinet_us"][:1],
            "national security adviser",
            "attorney general",
        )
    if not others and low.endswith(" minister"):
        others = tuple(p for p in ranks()["cabinet"] if p != low)
    if not others and rank:
        others = tuple(p for p in ranks()[rank] if p.lower() != low)
    if "GB" in told:
        secretaries = british()
        others = tuple(secretaries.get(p, p) for p in others if p not in secretaries.values())
        if low in secretaries.values():
            others = tuple(p for p in secretaries.values() if p != low)
    if low in SPOKEN:
        others = tuple(p for p in others if p not in SPOKEN)
    rng = chance(doc.text[:80], role.base)
    made = [
        " ".join(x for x in (before, _cased(p, post), _led(p, tail)) if x)
        for p in mixed(rng, others)
    ]
    found = [*mixed(rng, held)[:2], *made]
    return [
        f for f in dict.fromkeys(found) if f.lower() not in mine and f.lower() != role.base.lower()
    ][:MOST]


def _governing(post: str, rank: str, before: str, tail: str) -> tuple[str, ...]:
    """Return the posts beside one that governs a place; nothing where it governs none."""
    name = tail.removeprefix("of ").removeprefix("the ") if tail else before.removesuffix("'s")
    kind = place_kind(name.removesuffix("’s"))
    minister = post.endswith("minister") or rank == "cabinet"
    nation = kind == "country" or (
        not tail and bool(told_countries(before)) and not _bodied(before)
    )  # fmt: skip
    if nation and (rank == "state" or minister):
        posts = ranks()["cabinet"] if minister and rank != "state" else governing()["country"]
        return tuple(p for p in posts if p != post)
    posts = governing().get(kind, ())
    return tuple(p for p in posts if p != post) if post in posts else ()


def _bodied(before: str) -> bool:
    """Whether a country is part of a body's name before a post: "Athletics Australia president"."""
    words = before.split()
    first = next((w for w in words if w[:1].isupper()), "")
    nation = told_countries(before if first in PARTED else first)
    return len(words) > 1 and bool(told_countries(words[-1])) and not nation


def _inside(post: str, body: str) -> tuple[str, ...]:
    """Return the posts that a body of a kind has: a ministry has no treasurer, a club a coach."""
    found: dict[int, tuple[str, ...]] = {}
    for kind, posts in inside().items():
        for m in re.finditer(rf"\b(?:{kind})\b", body):
            found.setdefault(m.end(), posts)
    if not found:
        return ()
    # "Hull University Chess Association" is no university; "Museum of the University" a museum
    at = min(found) if " of " in body and body.strip().startswith("of ") else max(found)
    others = tuple(p for p in found[at] if p != post and post not in p.split())
    return others if len(others) >= FEWEST else ()


def _rank(post: str) -> str:
    return next((r for r, posts in ranks().items() if post.lower() in posts), "")
