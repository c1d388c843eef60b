"""In which country or state a place lies, as the text tells beside its name.

"Skerry Bay, Norway", "X, a town in eastern Y", "Z is a river in Kenya": that does not change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.asking.nearby import lands_beside, listed, shared, torn
from quiz.languages.english.asking.wording import Stem
from quiz.languages.english.options.places import (
    areas,
    countries,
    place_kind,
    place_noun,
    place_rivals,
    told_countries,
)
from quiz.languages.english.statements import Statement

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.english.names import Name
    from quiz.languages.protocol import Fact

NOTE = "Check that the text tells where this very place is."
AROUND = frozenset({"country", "area"})
DESCRIBING = frozenset({"AJ0", "AJS", "AJC", "NN1", "ORD", "AV0", "CJC", "VVN"})
COPULAS = frozenset({"is", "was"})


def situations(ask: Asker) -> None:
    """Ask where every place lies of which the text says so, once a place."""
    asked: set[str] = set()
    for name in ask.doc.names:
        if (
            name.kind != "place"
            or name.base in asked | listed("disputed")
            or place_kind(name.base) in AROUND
        ):
            continue
        noun, around = _beside(ask, name) or _told(ask, name) or ("", None)
        if around is not None and _ask(ask, name, noun, around):
            asked.add(name.base)


def _beside(ask: Asker, name: Name) -> tuple[str, Fact] | None:
    """Read "Skerry Bay, Norway" where it is no list."""
    doc, words = ask.doc, ask.doc.words
    s = doc.sentences[name.sentence]
    i = name.last
    if i + 1 >= s.last or words[i].text != ",":
        return None
    around = ask.fact("place", i + 1)
    if around is None or place_kind(around.base) not in AROUND:
        return None
    before = words[name.first - 1].text.lower() if name.first > s.first else ""
    end = around.words[1]
    behind = words[end].text if end < s.last else "."
    if before in {",", "and", "or", "("} or behind in {"and", "or", "'s", "’s"}:
        return None
    if behind == "," and end + 1 < s.last:
        after = ask.fact("place", end + 1)
        joined = words[end + 1].text in {"and", "or"}
        if (after is not None or joined) and not _larger(around, after):
            return None
    return "", around


def _larger(around: Fact, after: Fact | None) -> bool:
    """Whether a second name tells where the first is: "Irving, Texas, United States"."""
    if after is None or place_kind(around.base) != "area":
        return False
    return countries().codes.get(after.base) == areas()[around.base]


def _told(ask: Asker, name: Name) -> tuple[str, Fact] | None:
    """Read "X, a town in eastern Y," and "X is a city in Y"."""
    doc, words = ask.doc, ask.doc.words
    last = doc.sentences[name.sentence].last
    i = name.last
    if i + 3 >= last or (words[i].text != "," and words[i].text not in COPULAS):
        return None
    if words[i + 1].text.lower() not in {"a", "an", "the"}:
        return None
    i += 2
    start = i
    while i < last and words[i].tag in DESCRIBING and words[i].text.lower() != "in":
        i += 1
    if i == start or i >= last or words[i].text != "in":
        return None
    noun = words[i - 1].text
    if noun not in listed("places") or words[i - 1].tag == "NN2":
        return None
    i += 1
    while i < last and words[i].text.lower() in listed("sides"):
        i += 1
    around = ask.fact("place", i) if i < last else None
    if around is None or place_kind(around.base) not in AROUND:
        return None
    return noun, around


def _called(doc: EnglishDocument, name: Name) -> str:
    """Return a place with its article where the text gives it one: "the Nile"."""
    written = doc.span(name.first, name.last)
    before = doc.words[name.first - 1].text.lower() if name.first else ""
    return f"the {written}" if before == "the" else written


def _ask(ask: Asker, name: Name, noun: str, around: Fact) -> bool:
    doc, known = ask.doc, countries()
    sentence = doc.sentences[name.sentence]
    if name.base in shared() or name.base in known.capitals.values():
        return False
    country = place_kind(around.base) == "country"
    code = known.codes[around.base] if country else areas()[around.base]
    if country and code not in known.names:
        return False
    kind = "country" if country else place_noun(around.base)
    called = _called(doc, name)
    if torn(doc, name.last):
        return False
    if not kind or told_countries(called) or (noun and noun == kind):
        return False
    s = Statement(sentence, (), 0, 0, sentences=(sentence.number,))
    if country:
        told = told_countries(doc.text[sentence.start : sentence.end])
        rivals = lands_beside(doc, code, name.base, sentence.number, lies=True, avoid=told - {code})
        which = "country"
    else:
        rivals = place_rivals(doc, around.base, ask.others(s, "place") - {around.base})
        owner = OWNERS.get(code, "")
        which = f"{owner} {kind}".strip()
    stem = f"In which {which} is {called}?"
    before = len(ask.drafts.all)
    answer = known.names[code] if country else around.base
    ask.add(
        s, Stem(stem, frozenset()), answer, rivals, "places", around, 0.6, NOTE,
        explanation=f"{called[0].upper()}{called[1:]} is in {answer}.", timeless=True,
    )  # fmt: skip
    return len(ask.drafts.all) > before


OWNERS = {"US": "US", "CA": "Canadian", "AU": "Australian", "GB": "English", "DE": "German",
          "IN": "Indian", "ID": "Indonesian"}  # fmt: skip
"""What tells whose state or province is asked for."""
