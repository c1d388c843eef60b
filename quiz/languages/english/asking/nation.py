"""Of which country somebody or something is, as an adjective beside the name tells.

"The German newspaper Der Tagesspiegel", "American actor X", "Malaysia's prime minister, Y": that
does not change, so such a question needs no date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.asking.nearby import (
    country_fact,
    lands_beside,
    listed,
    nation_at,
    proof,
    torn,
)
from quiz.languages.english.asking.wording import Stem
from quiz.languages.english.options.knowledge import people
from quiz.languages.english.options.people import gender_of
from quiz.languages.english.options.places import OFFICES, countries, place_kind, told_countries
from quiz.languages.english.statements import Statement
from quiz.languages.lives import years_of

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.asking.nearby import Nation
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.english.names import Name
    from quiz.languages.english.roles import Role

NOTE = "Check that the text tells the country of this very name."
QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "«", "»"})
FARTHEST = 6
"""Words between an adjective and the noun that it belongs to."""
INNER = frozenset({"NN1", "NN2", "NN0", "AJ0", "AJC", "AJS", "POS", "ORD"})
COMPLEMENT = frozenset({"of", "for", "at", "in", "to", "with", "on"})
JOINED = frozenset({"and", "or", "-", "–", "/", "not", "non"})
HOME = frozenset({"US", "GB"})
"""Whose heads of state every reader of English knows."""
LIVING = 1980
"""Whoever is told of since this year may still live."""
ABROAD = frozenset({"ambassador", "minister"})
"""Posts that are told with what they are for: "ambassador to Norway"."""
COPULAS = frozenset({"is", "was"})


def nations(ask: Asker) -> None:
    """Ask of which country whoever and whatever is of whom the text says so, once a name."""
    asked: set[str] = set()
    for role in ask.doc.roles:
        if role.holder.base not in asked and _person(ask, role):
            asked.add(role.holder.base)
    for name in ask.doc.names:
        if name.kind == "person" or name.base in asked:
            continue
        if _before(ask, name) or _behind(ask, name):
            asked.add(name.base)


def _person(ask: Asker, role: Role) -> bool:
    doc, words, holder = ask.doc, ask.doc.words, role.holder
    nation = nation_at(doc, role.first, role.last)
    if nation is None or not holder.sure or " " not in holder.base or _paired(doc, nation):
        return False
    end = next(
        (i for i in range(nation.last, role.last) if words[i].text.lower() in COMPLEMENT), role.last
    )
    noun = words[end - 1].text.lower() if end > nation.last else ""
    text = doc.span(nation.last, end)
    office = noun in listed("offices")
    if (
        not noun
        or words[end - 1].tag == "NN2"
        or words[nation.last].text.lower() in listed("other")
    ):
        return False
    if office:
        known = people().named.get(holder.base)
        if nation.code in HOME and (known is not None or noun == "president"):
            return False
        if end < role.last and noun in ABROAD:
            text = doc.span(nation.last, role.last)
        elif noun == "ambassador":
            return False
        year = (
            doc.published.year if not role.former and not text.lower().startswith("former") else 0
        )
        text = _small(text.removeprefix("former ").removeprefix("then "))
        stem = f"Which country’s {text} was {holder.base}{f' in {year}' if year else ''}?"
        stem = stem.replace("’", doc.apostrophe, 1)
        told = f"{holder.base} was {text} of {countries().names[nation.code]}."
        held = next((o for title, o in OFFICES.items() if text.endswith(title)), "")
        return _ask(ask, nation, holder, stem, told, held)
    owned = any(w.tag == "POS" for w in words[nation.last : end])
    if nation.owns or owned or not text.islower() or end < role.last:
        return False
    was = "was" if role.former or years_of(doc, holder.sentence)[1] < LIVING else "is"
    text = text.removeprefix("former ")
    stem = f"Which country {was} the {text} {holder.base} from?"
    told = f"{holder.base} {was} from {countries().names[nation.code]}."
    return _ask(ask, nation, holder, stem, told)


def _small(text: str) -> str:
    """Return an office without the capitals that it has before a name."""
    words = text.split()
    return " ".join(w.lower() if w.lower() in listed("titles") else w for w in words)


def _paired(doc: EnglishDocument, nation: Nation) -> bool:
    """Whether an adjective is one of two, or half of one: "French and German", "Afro-American"."""
    words = doc.words
    before = words[nation.first - 1] if nation.first else None
    after = words[nation.last] if nation.last < len(words) else None
    if before is not None and before.text.lower() in JOINED:
        return before.text in "-–/" or nation_at(doc, nation.first - 2, nation.first) is not None
    if before is not None and nation_at(doc, nation.first - 1, nation.first) is not None:
        return True
    if after is not None and after.text.lower() in JOINED:
        return True
    return after is not None and nation_at(doc, nation.last, nation.last + 3) is not None


def _before(ask: Asker, name: Name) -> bool:
    """Read "the German newspaper X" and "the New Zealand town of Y"."""
    doc, words = ask.doc, ask.doc.words
    first = doc.sentences[name.sentence].first
    end = name.first
    while end > first and words[end - 1].text in QUOTES:
        end -= 1
    noun = end - 1
    of = noun > first and words[noun].text == "of"
    noun -= of
    if noun <= first or not _noun(doc, noun, of=of):
        return False
    for i in range(noun - 1, max(first, noun - FARTHEST) - 1, -1):
        for start in range(max(first, i - 2), i + 1):
            nation = nation_at(doc, start, noun)
            if nation is not None and nation.last == i + 1:
                text = doc.span(nation.last, noun + 1)
                return _thing(ask, nation, name, text, of=of)
        if words[i].tag not in INNER or not words[i].text.islower():
            return False
    return False


def _noun(doc: EnglishDocument, i: int, *, of: bool = False) -> bool:
    """Whether a word says that what is named is a body or a place; behind "of" only a place."""
    word = doc.words[i]
    found = listed("places") if of else listed("places") | listed("bodies")
    return word.text in found and word.tag[:2] in {"NN", "AJ"} and word.tag != "NN2"


def _behind(ask: Asker, name: Name) -> bool:
    """Read "X, a German newspaper," and "X is a French airline"."""
    doc, words = ask.doc, ask.doc.words
    last = doc.sentences[name.sentence].last
    i = name.last + (name.last < last and words[name.last].text in QUOTES)
    if i + 2 >= last or not (words[i].text == "," or words[i].text in COPULAS):
        return False
    copula = words[i].text != ","
    if words[i + 1].text.lower() not in {"a", "an", "the"}:
        return False
    i += 2
    while i < last and words[i].tag in INNER - {"POS"} and words[i].text.islower():
        i += 1
    nation = nation_at(doc, i, last)
    if nation is None:
        return False
    noun = nation.last
    while noun + 1 < last and words[noun].tag in INNER and not _ends(doc, noun, last):
        noun += 1
    if not _noun(doc, noun) or not _ends(doc, noun, last) or (name.kind == "place") != (
        words[noun].text in listed("places")
    ):  # fmt: skip
        return False
    if not copula and doc.words[name.first - 1].text in {",", "and"}:
        return False  # a list of names
    return _thing(ask, nation, name, doc.span(nation.last, noun + 1), of=False)


def _ends(doc: EnglishDocument, i: int, last: int) -> bool:
    """Whether a noun phrase ends with word i."""
    after = doc.words[i + 1] if i + 1 < last else None
    return after is None or after.tag not in INNER | {"NP0"} or after.text in {",", "."}


def _thing(ask: Asker, nation: Nation, name: Name, text: str, *, of: bool) -> bool:
    doc = ask.doc
    first = text.partition(" ")[0]
    if not text or first in listed("other") or not text.islower() or _paired(doc, nation):
        return False
    noun = text.rpartition(" ")[2]
    if not of and name.kind == "place" and noun not in listed("places"):
        return False
    written = doc.span(name.first, name.last)
    if torn(doc, name.last) or place_kind(name.base) == "area" or name.base in listed("disputed"):
        return False
    called = f"the {text} of {written}" if of else f"the {text} {written}"
    if noun in listed("places"):
        stem = f"In which country is {called}?"
        told = f"{called} is in {countries().names[nation.code]}."
    else:
        stem = f"Which country is {called} from?"
        told = f"{called} is from {countries().names[nation.code]}."
    return _ask(ask, nation, name, stem, told[0].upper() + told[1:])


def _ask(ask: Asker, nation: Nation, name: Name, stem: str, told: str, office: str = "") -> bool:
    doc = ask.doc
    sentence = doc.sentences[name.sentence]
    named = told_countries(stem)
    if nation.code in named:
        return False
    fact = country_fact(doc, nation, name.sentence)
    holder = ask.fact("person", name.first)
    woman = holder is not None and gender_of(holder) == "f"
    rivals = lands_beside(
        doc,
        nation.code,
        name.base,
        name.sentence,
        office=office,
        woman=woman,
        lies=stem.startswith("In"),
        avoid=named,
    )
    s = Statement(sentence, (), 0, 0, sentences=proof(doc, name))
    before = len(ask.drafts.all)
    ask.add(
        s, Stem(stem, frozenset()), countries().names[nation.code], rivals, "places", fact, 0.7,
        NOTE, explanation=told, timeless=True,
    )  # fmt: skip
    return len(ask.drafts.all) > before
