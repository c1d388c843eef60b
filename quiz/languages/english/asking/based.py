"""Where a body has its seat: "Skyhopper, based in Oslo", "the Leeds-based charity Open Door"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.asking.nearby import listed, torn
from quiz.languages.english.asking.situation import OWNERS
from quiz.languages.english.asking.wording import Stem
from quiz.languages.english.options.places import (
    areas,
    place_kind,
    place_noun,
    place_rivals,
    told_countries,
)
from quiz.languages.english.statements import Statement
from quiz.languages.protocol import Fact

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.names import Name

NOTE = "Check that the text tells the seat of this very body."
SEATED = frozenset({"based", "headquartered"})
ENDING = "-based"
FARTHEST = 6
"""Words between a name and where it is based."""
INNER = frozenset({"NN1", "NN2", "AJ0", "NN0", "VVG"})


def seats(ask: Asker) -> None:
    """Ask where every body is based of which the text says so, once a body."""
    asked: set[str] = set()
    for name in ask.doc.names:
        if name.kind in {"person", "place"} or name.base in asked or torn(ask.doc, name.last):
            continue
        found = _behind(ask, name) or _before(ask, name)
        if found is not None and _ask(ask, name, *found):
            asked.add(name.base)


def _behind(ask: Asker, name: Name) -> tuple[str, Fact] | None:
    """Read "X, based in Y", "X is headquartered in Y" and "X, a charity based in Y"."""
    doc, words = ask.doc, ask.doc.words
    last = doc.sentences[name.sentence].last
    at = next(
        (i for i in range(name.last, min(name.last + FARTHEST, last)) if words[i].text in SEATED),
        None,
    )
    if at is None or at + 2 >= last or words[at + 1].text != "in":
        return None
    between = [w for w in words[name.last : at] if w.text != ","]
    plain = all(
        w.text in {"is", "are", "was", "which", "a", "an", "the"} or w.tag in INNER for w in between
    )
    opens = words[name.last].text in {",", "is", "are"} or name.last == at
    noun = between[-1].text if between and between[-1].tag in INNER else ""
    if not plain or not opens or (not name.kind and noun not in listed("bodies")):
        return None
    place = ask.fact("place", at + 2 + (words[at + 2].text.lower() == "the"))
    return (doc.span(name.first, name.last), place) if place is not None else None


def _before(ask: Asker, name: Name) -> tuple[str, Fact] | None:
    """Read "the Leeds-based charity Open Door"."""
    doc, words = ask.doc, ask.doc.words
    first = doc.sentences[name.sentence].first
    i = name.first - 1
    if i <= first or words[i].text not in listed("bodies"):
        return None
    while i > first and words[i].tag in INNER and not words[i].text.endswith(ENDING):
        i -= 1
    word = words[i]
    if not word.text.endswith(ENDING):
        return None
    place = word.text.removesuffix(ENDING)
    for start in range(max(first, i - 2), i + 1):
        told = doc.text[words[start].start : word.end].removesuffix(ENDING)
        if place_kind(told):
            place = told
            break
    else:
        return None
    begins = words[start].start
    fact = Fact(
        "place", place, begins, begins + len(place), place, place, name.sentence, (start, i + 1)
    )
    text = doc.span(i + 1, name.first)
    return f"the {text} {doc.span(name.first, name.last)}", fact


def _ask(ask: Asker, name: Name, called: str, place: Fact) -> bool:
    doc = ask.doc
    noun = place_noun(place.base)
    if not noun or place.base in called:
        return False
    told = told_countries(called)
    sentence = doc.sentences[name.sentence]
    s = Statement(sentence, (), 0, 0, sentences=(sentence.number,))
    rest = doc.text[sentence.start : sentence.end].replace(place.text, "")
    rivals = place_rivals(doc, place.base, ask.others(s, "place") - {place.base}, rest)
    owner = OWNERS.get(areas()[place.base], "") if place_kind(place.base) == "area" else ""
    which = f"{owner} {noun}".strip()
    if told and noun == "country":
        return False
    before = len(ask.drafts.all)
    ask.add(
        s, Stem(f"In which {which} is {called} based?", frozenset()), place.base, rivals, "places",
        place, 0.65, NOTE, timeless=True,
        explanation=f"{called[0].upper()}{called[1:]} is based in {place.base}.",
    )  # fmt: skip
    return len(ask.drafts.all) > before
