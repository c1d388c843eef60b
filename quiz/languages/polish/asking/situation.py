"""Where a named place lies and a named body has its seat: that does not change.

"W walijskim Cardiff", "Solihull w środkowej Anglii", "linie lotnicze z siedzibą w Dublinie".
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from quiz.languages.chance import chance, mixed
from quiz.languages.data_files import read_data
from quiz.languages.polish.asking.apposition import known_town, lies
from quiz.languages.polish.building import Statement
from quiz.languages.polish.knowledge import countries
from quiz.languages.polish.meaning import Meaning
from quiz.languages.polish.options import located, place_kind, place_rivals
from quiz.languages.polish.options.decline import place_in, preposition
from quiz.languages.polish.phrases import DASHES, QUOTES
from quiz.languages.polish.tables import CLASSES, COUNTRIES
from quiz.languages.protocol import Fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.names import Name

NOTE = "Sprawdź, czy tak leży to, o co pytanie."
LED = frozenset({"w", "we", "z", "ze", "do", "pod", "koło", "na"})
SETTLEMENTS = frozenset({"miasto", "miasteczko", "miejscowość", "wieś", "osada", "kurort"})
"""What stands before the name of a place."""
LEADING = frozenset({"w", "we", "na", "("})
"""What leads to where a place lies."""
FARTHEST = 9
"""Words between a participle and the place it belongs to."""
ACTIVE = {
    "ukazywać": "ukazuje się", "ukazować": "ukazuje się", "wydawać": "ukazuje się",
    "mieścić": "mieści się", "znajdować": "znajduje się",
}  # fmt: skip
"""What is asked of what does something there, by the verb of its participle."""
SIDES = {
    "północny": ("północna", "południowa", "południowo-wschodnia",
                 "południowo-zachodnia", "środkowa"),
    "południowy": ("południowa", "północna", "północno-wschodnia",
                   "północno-zachodnia", "środkowa"),
    "wschodni": ("wschodnia", "zachodnia", "północno-zachodnia",
                 "południowo-zachodnia", "środkowa"),
    "zachodni": ("zachodnia", "wschodnia", "północno-wschodnia",
                 "południowo-wschodnia", "środkowa"),
    "środkowy": ("środkowa", "północna", "południowa", "wschodnia", "zachodnia"),
}  # fmt: skip
"""Parts of a country by the adjective that tells one: its name, and those that do not touch it."""
POINTS = {
    "północ": ("południu", "południowym wschodzie", "południowym zachodzie"),
    "południe": ("północy", "północnym wschodzie", "północnym zachodzie"),
    "wschód": ("zachodzie", "północnym zachodzie", "południowym zachodzie"),
    "zachód": ("wschodzie", "północnym wschodzie", "południowym wschodzie"),
}
"""The parts that do not touch one, behind "na", by its noun."""


class Part(NamedTuple):
    """A part of a country: the country's code, what the parts are called, its name, its fellows."""

    code: str
    of: str
    name: str
    others: tuple[str, ...]


@cache
def _parts() -> dict[str, Part]:
    """Return the parts of countries by their adjectives."""
    out: dict[str, Part] = {}
    for code, table in read_data("polish_nations")["parts"].items():
        named = {adjective: name for adjective, name in table.items() if adjective != "of"}
        for adjective, name in named.items():
            others = tuple(o for o in named.values() if o != name)
            out[adjective] = Part(code, table["of"], name, others)
    return out


def situation(ask: Asker) -> None:
    """Ask in which part of its country every named place lies, and where a body has its seat."""
    asked: set[str] = set()
    for name in ask.doc.names:
        if name.kind in {"people", "person"} or name.base in asked:
            continue
        after = ask.doc.words[name.last].lower if name.last < len(ask.doc.words) else ""
        families = FAMILIES if after in LEADING else FAMILIES[3:]
        if any(family(ask, name) for family in families):
            asked.add(name.base)


def _by_adjective(ask: Asker, name: Name) -> bool:
    """Ask of "walijskim Cardiff" in which part it lies."""
    doc, i = ask.doc, name.first - 1
    if i < 1 or i in doc.named:
        return False
    lemmas = (r.lemma for r in doc.words[i].readings if r.pos == "adj")
    part = next((_parts()[lemma] for lemma in lemmas if lemma in _parts()), None)
    before = doc.words[i - 1]
    if part is None or not (before.lower in LED or before.lower in {"i", "oraz", "a"}):
        return False
    town = known_town(doc, name, part.code)
    if not town:
        return False
    answer = located(doc.morphology, part.name, "w")
    order = chance(doc.text[:80], town, "part")
    rivals = [form for o in mixed(order, list(part.others))
              if (form := located(doc.morphology, o, "w"))]  # fmt: skip
    return bool(answer) and _add(
        ask, name, (i, i + 1), f"{_which(part.of)} {part.of} {lies(doc, town)} {town}?",
        answer, rivals, f"{town} {lies(doc, town)} {answer}.",
    )  # fmt: skip


def _which(of: str) -> str:
    return "W której" if of.startswith("części") else "W którym"


def _by_side(ask: Asker, name: Name) -> bool:
    """Ask of "Solihull w środkowej Anglii", "Lens na północy Francji" in which part it lies."""
    doc, k = ask.doc, name.last
    base = _placed(ask, name)
    if not base or k + 2 >= doc.sentences[name.sentence].last:
        return False
    land = doc.named.get(k + 2)
    if land is None or land.first != k + 2 or land.kind != "place":
        return False
    if place_kind(land.base) != "country" and land.base not in countries().codes:
        return False
    lead, word = doc.words[k].lower, doc.words[k + 1]
    lemmas = {r.lemma for r in word.readings}
    told = doc.span(land.first, land.last)
    side, point = (next((m for m in lemmas if m in table), "") for table in (SIDES, POINTS))
    if lead in {"w", "we"} and word.has("adj") and side:
        genitive = place_in(doc.morphology, COUNTRIES.get(told, land.base), "gen")
        answer, *options = SIDES[side]
    elif lead == "na" and point:
        genitive, answer = told, f"na {word.text}"
        options = [*(f"na {f}" for f in POINTS[point]), "w centrum"]
    else:
        return False
    if not genitive:
        return False
    order = chance(doc.text[:80], base, "side")
    return _add(
        ask, name, (k, land.last), f"W której części {genitive} {lies(doc, base)} {base}?", answer,
        mixed(order, options), f"{base} {lies(doc, base)} {doc.span(k, land.last)}.",
    )  # fmt: skip


@cache
def _areas() -> dict[str, tuple[str, ...]]:
    """Return the parts of one country by the locative of their noun and each one's adjective."""
    out: dict[str, tuple[str, ...]] = {}
    for noun, lands in read_data("polish_nations")["areas"].items():
        for members in lands.values():
            every = tuple(members.split())
            out |= {f"{noun} {one}": every for one in every}
    return out


def _by_area(ask: Asker, name: Name) -> bool:
    """Ask of "Lubawa (woj. warmińsko-mazurskie)" in which voivodeship it lies."""
    doc, words, k = ask.doc, ask.doc.words, name.last
    last = doc.sentences[name.sentence].last
    base = _placed(ask, name)
    if not base or k + 2 >= last:
        return False
    noun, at = words[k + 1].lower, k + 2
    if words[k].text == "(":
        noun, at = "województwie", k + 1 + {"woj": 2, "województwo": 1}.get(noun, 0)
        if at + 1 >= last or words[at + 1].text != ")":
            return False
    elif words[k].lower != "w":
        return False
    told = words[at].lower
    mine = told[:-1] if told.endswith(("im", "ie")) else told
    every = _areas().get(f"{noun} {mine}", ())
    if not every:
        return False
    others = mixed(chance(doc.text[:80], base, "area"), [o for o in every if o != mine])
    answer, *options = (f"{preposition('w', a)} {a}m" for a in (mine, *others))
    return _add(
        ask, name, (k, at + 1), f"W którym {noun} {lies(doc, base)} {base}?", answer, options,
        f"{base} {lies(doc, base)} {answer}.",
    )  # fmt: skip


def _by_region(ask: Asker, name: Name) -> bool:
    """Ask of "Krosno na Podkarpaciu" in which region it lies."""
    doc, base, k = ask.doc, _placed(ask, name), name.last
    region = doc.named.get(k + 1)
    if not base or region is None or region.first != k + 1:
        return False
    table = read_data("polish_nations")["regions"]
    names = table["names"].split(", ")
    if doc.words[k].lower not in {"na", "w"} or region.base not in names:
        return False
    apart = {region.base, base, *table["overlapping"].get(region.base, "").split(", ")}
    order = chance(doc.text[:80], base, "region")
    stem = f"W którym regionie Polski {lies(doc, base)} {base}?"
    return _add(
        ask, name, (k, region.last), stem, region.base,
        mixed(order, [n for n in names if n not in apart]),
        f"{base} {lies(doc, base)} {doc.span(k, region.last)}.",
    )  # fmt: skip


def _placed(ask: Asker, name: Name) -> str:
    """Return the nominative of a name of a place, alone or the last of two, where it is sure."""
    doc, i = ask.doc, name.first - 1
    if name.kind not in {"place", "thing", "surname"} or name.base in countries().codes or i < 0:
        return ""
    if doc.words[i].lemma("subst") in SETTLEMENTS:
        return doc.span(name.first, name.last)  # behind its noun a name stays as it is
    if i > 1 and doc.words[i].lower in {"i", "oraz"} and i - 1 in doc.named:
        i = doc.named[i - 1].first - 1
    led = i >= 0 and doc.words[i].lower in LED
    return name.base if led and name.sure and name.kind != "surname" else ""


def _capital(ask: Asker, name: Name) -> bool:
    """Ask of "Ankarze, stolicy Turcji" and "stolicy Turcji, Ankarze" whose capital it is."""
    doc, known = ask.doc, countries()
    code = known.towns.get(name.base, "")
    if not code or known.capitals.get(code) != name.base or code == "PL":
        return False
    first, last = (getattr(doc.sentences[name.sentence], end) for end in ("first", "last"))
    near = [k for k in (name.first - 3, name.first - 2, name.last + 1) if first <= k < last - 1]
    k = next((k for k in near if any(r.lemma == "stolica" for r in doc.words[k].readings)), -1)
    land = doc.named.get(k + 1) if k >= 0 else None
    if land is None or known.codes.get(land.base) != code:
        return False
    order = chance(doc.text[:80], name.base, "capital")
    near_by = [c for c in known.near(code, order) if c not in {code, "PL"}]
    answer, *rivals = (place_in(doc.morphology, known.names[c], "gen") for c in (code, *near_by))
    return bool(answer) and _add(
        ask, name, (k, land.last), f"Stolicą którego kraju jest {name.base}?", answer,
        [r for r in rivals if r], f"{name.base} jest stolicą {answer}.",
    )  # fmt: skip


def _seat(ask: Asker, name: Name) -> bool:
    """Ask of "spółka X z siedzibą w Y" where it has its seat."""
    doc = ask.doc
    words, i = doc.words, name.first - 1
    first = doc.sentences[name.sentence].first
    if name.kind != "place" or place_kind(name.base) != "city" or i < first + 3:
        return False
    if words[i].lower not in {"w", "we"}:
        return False
    owner, verb = _owner(ask, i, first) or _owned(ask, i, first), "ma siedzibę"
    if owner is None and (active := _active(ask, i, first)):
        owner, verb = active
    if owner is None or not owner.sure or name.base[:5] in owner.base:
        return False
    told = [*words[first : name.first], *words[name.last : doc.sentences[name.sentence].last]]
    named = {n.base for n in doc.names if n.sentence == name.sentence and n.base != name.base}
    rivals = [form for base in place_rivals(doc, name.base, named, told)
              if (form := located(doc.morphology, base, "w"))]  # fmt: skip
    answer = located(doc.morphology, name.base, "w")
    called = owner.base
    before = owner.first - 1
    if doc.words[before].text in QUOTES:
        called, before = f"„{called}”", before - 1
    told_by = doc.words[before].lemma("subst")
    if before >= first and told_by in CLASSES:
        called = f"{told_by} {called}"
    elif owner.first in doc.openings and doc.words[owner.first].lemma("subst") in CLASSES:
        called = called[0].lower() + called[1:]
    return bool(answer) and _add(
        ask, name, (name.first, name.last), f"W którym mieście {verb} {called}?", answer,
        rivals, f"{owner.base} {verb} {answer}.",
    )  # fmt: skip


def _owned(ask: Asker, i: int, first: int) -> Name | None:
    """Return the one firm of a text where "jej siedziba mieści się w" ends before a word."""
    words = [w.lower for w in ask.doc.words[max(first, i - 4) : i]]
    if words[:2] not in (["jej", "siedziba"], ["jego", "siedziba"]) or words[3:] != ["się"]:
        return None
    firm = Meaning(ask.doc).firm
    return next((n for n in ask.doc.names if n.base == firm and n.first < first), None)


def _active(ask: Asker, i: int, first: int) -> tuple[Name, str] | None:
    """Return what a participle tells of a name before it: "„Sabah”, ukazującego się w Ankarze"."""
    doc, words = ask.doc, ask.doc.words
    for k in range(i - 1, max(first, i - FARTHEST), -1):
        verb = next((ACTIVE[r.lemma] for r in words[k].readings
                     if r.pos in {"pact", "ppas"} and r.lemma in ACTIVE), "")  # fmt: skip
        if not verb and (k in doc.named or words[k].text == "," or words[k].has("fin", "praet")):
            return None
        if verb:
            before = k - 1 - (words[k - 1].text == ",")
            before -= words[before].text in QUOTES
            name = doc.named.get(before)
            named = name is not None and name.kind in {"organisation", "thing"}
            return (name, verb) if name is not None and named else None
    return None


def _owner(ask: Asker, i: int, first: int) -> Name | None:
    """Return the body whose seat is told: the name just before, or what the sentence defines."""
    doc, last = ask.doc, i - 3
    if doc.words[i - 1].lower != "siedzibą" or doc.words[i - 2].lower != "z":
        return None
    near = doc.named.get(last)
    if near is not None:
        return near if near.kind in {"organisation", "thing"} else None
    opening = doc.named.get(first)
    if opening is None or opening.kind not in {"organisation", "thing"}:
        return None
    link = doc.words[opening.last]
    between = any(i in doc.named for i in range(opening.last, last + 1))
    return opening if (link.text in DASHES or link.lower == "to") and not between else None


def _add(
    ask: Asker, name: Name, span: tuple[int, int], stem: str, answer: str, rivals: Sequence[str],
    told: str,
) -> bool:  # fmt: skip
    doc = ask.doc
    sentence = doc.sentences[name.sentence]
    a, b = doc.words[span[0]], doc.words[span[1] - 1]
    fact = Fact(
        "place", doc.text[a.start : b.end], a.start, b.end, answer, name.base, sentence.number,
        span, name,
    )  # fmt: skip
    s = Statement(sentence, (), 0, None, sentences=(sentence.number,))
    before = len(ask.drafts.all)
    ask.add(
        s, stem, answer, rivals, "places", fact, 0.65, NOTE, explanation=told, timeless=True
    )  # fmt: skip
    return len(ask.drafts.all) > before


FAMILIES = (_by_side, _by_area, _by_region, _by_adjective, _seat, _capital)
"""The first three want a word behind the name that leads to where it lies."""
