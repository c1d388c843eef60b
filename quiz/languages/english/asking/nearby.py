"""Countries as answers: how a text tells one by an adjective, and which others could be meant."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from quiz.languages.chance import chance
from quiz.languages.data_files import read_data
from quiz.languages.english.options.places import countries
from quiz.languages.known import has_office, women_held
from quiz.languages.lives import years_of
from quiz.languages.protocol import Fact

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.english.names import Name

LONGEST = 3
"""Words of a country's name at the most."""
CLOSE = 3
"""Countries of the region, beside the neighbours, that are as near as those."""
FEWEST = 3
"""Distractors that a question needs."""
ENGLISH = ("US", "GB", "CA", "AU", "NZ", "IE")
"""Whose people, papers and firms are met in one another's news."""
RECENT = 1991
"""Before this year countries were others than they are now."""


class Nation(NamedTuple):
    """A country told by words [first, last): its code, and whether a possessive tells it."""

    first: int
    last: int
    code: str
    owns: bool


@cache
def listed(table: str, name: str = "words") -> frozenset[str]:
    """Return a list of words of the data file."""
    return frozenset(read_data("english_asking")[table][name].split())


@cache
def _attributive() -> frozenset[str]:
    return frozenset(read_data("english_asking")["attributive"]["names"].split(", "))


@cache
def shared() -> frozenset[str]:
    """Return the towns of which there is more than one."""
    return frozenset(" ".join(read_data("english_asking")["shared"]["towns"].split()).split(", "))


def torn(doc: EnglishDocument, end: int) -> bool:
    """Whether a name goes on behind its end: "Bergen" of "Bergen op Zoom"."""
    words = doc.words
    return end + 1 < len(words) and (
        words[end].text == "-"
        or words[end].tag == "NP0"
        or (words[end].text in listed("particles") and words[end + 1].text[0].isupper())
    )


def nation_at(doc: EnglishDocument, i: int, end: int) -> Nation | None:
    """Return the country that the words from i tell: "French", "US", "New Zealand", "Peru's"."""
    words, known = doc.words, countries()
    for last in range(min(i + LONGEST, end), i, -1):
        text = doc.span(i, last)
        owns = last < end and words[last].tag == "POS"
        code = known.adjectives.get(text, "")
        if owns or (not code and text in _attributive()):
            code = known.codes.get(text, code)
        if code in known.names:
            return Nation(i, last + owns, code, owns)
    return None


def proof(doc: EnglishDocument, name: Name) -> tuple[int, ...]:
    """Return the sentences that tell something of a name and, where it is cut short, all of it."""
    told = doc.span(name.first, name.last)
    if name.base in told or name.kind != "person":
        return (name.sentence,)
    whole = next((n for n in doc.names if n.base in doc.span(n.first, n.last)
                  and n.base == name.base), name)  # fmt: skip
    return tuple(sorted({name.sentence, whole.sentence}))


def country_fact(doc: EnglishDocument, nation: Nation, sentence: int) -> Fact:
    """Return the fact that words tell a country."""
    words, name = doc.words, countries().names[nation.code]
    first, last = nation.first, nation.last
    start, end = words[first].start, words[last - 1].end
    return Fact("place", doc.text[start:end], start, end, name, name, sentence, (first, last))


def lands_beside(
    doc: EnglishDocument,
    code: str,
    about: str,
    sentence: int,
    *,
    office: str = "",
    woman: bool = False,
    lies: bool = False,
    avoid: Collection[str] = (),
) -> list[str]:
    """Return the names of countries that could be meant instead of one of which `about` is.

    They have an `office`, held by a woman where the key's was and enough were; none is of the
    codes to `avoid`. Those near that the article names come first. Where something `lies` is
    asked of today.
    """
    known = countries()
    order = chance(doc.text[:80], about, "nation")
    near = [c for c in known.near(code, order) if c not in avoid]
    if code in ENGLISH:
        kin = [c for c in ENGLISH if c != code and c not in avoid]
        order.shuffle(kin)
        near = [*kin, *(c for c in near if c not in kin)]
    years = years_of(doc, sentence)
    if years[1] < RECENT and not lies:
        near = [c for c in near if c in listed("lasting")]
    if office:
        near = [c for c in near if has_office(c, office)]
        alike = [c for c in near if women_held(c, office, *years) == woman]
        near = alike if len(alike) >= FEWEST else near
    close = set(near[: len(known.neighbours.get(code, ())) + CLOSE])
    told = {known.codes.get(f.base, "") for f in doc.facts if f.kind == "place"}
    near.sort(key=lambda c: not (c in told and c in close))
    return [known.names[c] for c in near]
