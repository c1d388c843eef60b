"""Posts written in a way in which the article does not write the key.

Whoever counts how often the article names each option shall not find the key by that.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.english.name_words import ARTICLED
from quiz.languages.english.options.places import countries
from quiz.languages.english.options.roles import parted

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.protocol import Draft

FEWEST = 3
"""Distractors that must be left."""
INITIALS = frozenset({"US", "UK", "EU", "UN", "UAE"})
"""Bodies and countries of initials that take "the"."""
BODY = re.compile(r"(?:of|for) (?:the )?(?P<body>[A-Z].*)")
OWNING = re.compile(r"(?P<body>[A-Z].*)['’]s (?P<post>[a-z].*)")
ARTICLES = re.compile(
    r"United |Netherlands|Philippines|Czech |Bahamas|Maldives|Dominican |Central "
)
"""Lands that take "the"."""
NATIONAL = frozenset(
    {
        "president", "premier", "chancellor", "king", "queen", "minister", "ambassador", "consul",
        "attaché", "general", "secretary",
    }
)  # fmt: skip
"""Nouns of posts that a nation has."""
OWNER = re.compile(r"['’]s$")


def turned(draft: Draft, doc: EnglishDocument) -> Draft:
    """Return a draft on a post that is told the other way round, if the article does not do so.

    "State Department spokesman" becomes "spokesman of the State Department", and back.
    """
    text = doc.text.lower()
    mine = text.count(draft.answer.lower())
    often = sum(text.count(r.lower()) >= mine for r in draft.rivals)
    if not mine or draft.gap or often >= FEWEST:
        return draft
    kinds = {"organisation", "place", "thing"}
    bodies = {name for f in doc.facts if f.kind in kinds for name in (f.base, f.text)}
    key = _turned(draft.answer, text, bodies)
    if not key or text.count(key.lower()):
        return draft
    found = (_turned(r, text, bodies) for r in draft.rivals)
    rivals = tuple(dict.fromkeys(r for r in found if r and r != key and r.lower() not in text))
    return replace(draft, answer=key, rivals=rivals) if len(rivals) >= FEWEST else draft


def _of_nation(body: str) -> bool:
    """Whether a body is told by its nation and what it is: "Indonesian military"."""
    first, _, rest = body.partition(" ")
    return first in countries().adjectives and bool(rest) and rest.islower()


def _turned(role: str, text: str, bodies: Collection[str]) -> str:
    whose = OWNING.fullmatch(role)
    if whose is not None and whose["body"] in bodies:
        return f"{whose['post'].lower()} of {whose['body']}"
    before, post, tail = parted(role)
    if not post:
        return ""
    m = BODY.fullmatch(tail)
    nation = countries().adjectives.get(before, "")
    led = post.lower().split()[-1] in NATIONAL and not tail.startswith(("of ", "for "))
    if nation and led:  # "Peruvian ambassador to Chile"
        land = countries().names[nation]
        return f"{post.lower()} of {'the ' if ARTICLES.match(land) else ''}{land} {tail}".strip()
    if m and not before and (m["body"] in bodies or _of_nation(m["body"])):
        if post.lower() == "chief" or " of " in post:
            return ""  # nobody says "General Staff chief of staff"
        return f"{m['body']} {post.lower()}"
    body = OWNER.sub("", before)
    if tail or body not in bodies:
        return ""
    if " of " in post:
        return f"{body} {post.lower()}"
    owned = body != before
    initials = body.replace(".", "") in INITIALS | {"Vatican", "Kremlin", "Pentagon", "White House"}
    told = re.search(rf"\bthe {re.escape(body.lower())}(?: [a-z]+)?(?=[.,;)])", text)
    articled = " " in body and body.rpartition(" ")[2].lower() in ARTICLED
    the = "the " if initials or (not owned and (told or articled)) else ""
    return f"{post.lower()} of {the}{body}"
