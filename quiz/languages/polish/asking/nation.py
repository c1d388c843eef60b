"""Of which country somebody or something is, as an adjective beside the name tells.

"Pakistański minister ds. mniejszości Shahbaz Bhatti", "brytyjski związek zawodowy BALPA": that does
not change, so such a question needs no date.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from quiz.languages.chance import chance
from quiz.languages.data_files import read_data
from quiz.languages.known import governments, has_office, landlocked, women_held
from quiz.languages.lives import years_of
from quiz.languages.polish.asking.apposition import Apposed, apposed, known_town, lies
from quiz.languages.polish.asking.attributes import gender_of, two_people
from quiz.languages.polish.building import Statement
from quiz.languages.polish.knowledge import countries, known_as
from quiz.languages.polish.mentions import COMPANIES_KNOWN, POSTS, company, given
from quiz.languages.polish.options import located, place_kind
from quiz.languages.polish.options.bodies import group_of, noun_of
from quiz.languages.polish.options.death import said_dead
from quiz.languages.polish.options.decline import decline, place_in
from quiz.languages.polish.options.nations import told_countries
from quiz.languages.polish.options.people import stem_of
from quiz.languages.polish.options.places import OFFICES as HEADS_OF_STATE
from quiz.languages.polish.tables import PEOPLE_NOUNS, ROLES
from quiz.languages.protocol import Fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.names import Name

HOME = "PL"
"""Whose own people, firms and papers every reader of Polish knows."""
OFFICES = frozenset({"state", "government"})
SHARED = frozenset({"poseł", "posłanka", "senator", "senatorka", "europoseł", "burmistrz"})
"""Offices that are not held of a country."""
COMMON = (
    "world", "regional", "agencies_un", "union", "services", "ministries", "powers", "offices",
)  # fmt: skip
"""Groups of bodies that are of no one country, or that every country has by the same name."""
INFLECTED = re.compile(r"['’](?:ego|emu|em|a|owi)\b")
"""The ending of a foreign name that is in no nominative."""
ENDINGS = ("owi", "em", "ie", "u", "a")
POWERS = 6
"""Of the countries that there were long ago so many, the greatest, are thought of."""
LATELY = 1990
"""Whoever held an office before this year no longer does."""
FORMER = frozenset({"były", "dawny"})
UNION = "związek"
STRIKES = re.compile(
    r"\b(?:strajk|związkow(?:iec|c)|związ\w+ zawodow|układ\w* zbiorow)", re.IGNORECASE
)
"""What an article tells of unions of workers, and of no other unions."""
SERVING = frozenset({"generał", "pułkownik", "major"})
QUOTED = frozenset({'"', "„", "”", "“"})
NOTE = "Sprawdź, czy przymiotnik mówi, z którego kraju to jest."


class Way(NamedTuple):
    """How one asks: the stem, what governs the country, and the answer as a sentence.

    The governor is "w", "z" or nothing where the country stands in the genitive; in `told` it
    stands for the place of the answer.
    """

    stem: str
    governor: str
    told: str
    office: str = ""


@cache
def _verbs() -> dict[str, str]:
    """Return the verb with which one asks where a thing is, by the noun that says what it is."""
    table = read_data("polish_nations")["verbs"]
    return {noun: verb for verb, nouns in table.items() for noun in nouns.split()}


@cache
def _listed(table: str, name: str) -> frozenset[str]:
    return frozenset(read_data("polish_nations")[table][name].split())


@cache
def _own() -> dict[str, tuple[str, ...]]:
    return {c: tuple(s.split()) for c, s in read_data("polish_nations")["own"].items()}


def nation(ask: Asker) -> None:
    """Ask of which country whatever has a name and an adjective is, once a name."""
    found = list(apposed(ask.doc))
    codes: dict[str, set[str]] = {}
    for one in found:
        codes.setdefault(one.name.base, set()).add(one.code)
    asked: set[str] = set()
    # What the article says more of comes first: "gigant Engie" before "Engie".
    for one in sorted(found, key=lambda a: (not a.noun, " " not in a.text, a.name.first)):
        base = one.name.base
        if one.code == HOME or len(codes[base]) > 1 or base in asked:
            continue
        way = _way(ask, one)
        if way is not None and not _tells(ask, one, way) and _ask(ask, one, way):
            asked.add(base)


def _way(ask: Asker, one: Apposed) -> Way | None:
    """Return how one asks of a name, or None where it is of no kind that is of a country."""
    name, noun = one.name, one.noun
    if name.kind == "person" or (
        name.kind == "thing" and _human(noun) and noun not in _listed("bodies", "words")
    ):
        return _person(ask, one)
    town = "" if noun else known_town(ask.doc, name, one.code)
    shown = town or _shown(ask, one)
    if not shown:
        return None
    verb = "leży" if town else _verbs().get(noun, "")
    if noun and not verb and noun not in _listed("bodies", "words"):
        return None
    if noun and (verb == "leży") != (name.kind == "place") and verb != "znajduje się":
        return None
    if not noun and not town and name.kind == "place":
        if place_kind(name.base) == "country" or not name.sure or _common(ask.doc, name):
            return None
        verb = "leży"
    if verb == "leży" and not noun:
        verb = lies(ask.doc, shown)
    if verb:
        return Way(f"W którym kraju {verb} {shown}?", "w", f"{shown} {verb} {{}}.")
    be = "są" if one.plural else "jest"
    return Way(f"Z którego kraju {be} {shown}?", "z", f"{shown} {be} {{}}.")


def _common(doc: PolishDocument, name: Name) -> bool:
    """Whether a name begins with a word that is no place's: "włoska Obrona Cywilna"."""
    read = doc.words[name.first].readings
    return name.last - name.first > 1 and any(
        r.pos == "subst" and r.lemma[:1].islower() for r in read
    )


def _human(noun: str) -> bool:
    return (
        noun in ROLES or noun in POSTS or noun in PEOPLE_NOUNS or noun in _listed("people", "words")
    )


def _person(ask: Asker, one: Apposed) -> Way | None:
    name, noun = one.name, one.noun
    written = ask.doc.span(name.first, name.last)
    plain = one.cases == {"nom"} or (name.cases == {"nom"} and written == name.base)
    who = written if plain else name.base
    if not _human(noun) or " " not in who or not (plain or ask.doc.certain(who)):
        return None
    if INFLECTED.search(who) or two_people(ask.doc, name):
        return None  # "księcia Harry'ego Meghan Markle": two people
    told = f"{one.text} {who}".strip()
    if one.body or (ROLES.get(noun) in OFFICES and noun not in SHARED):
        return _officer(ask, one, who)
    if ROLES.get(noun) == "army":
        if noun not in SERVING or name.gender == "f":
            return None
        return Way(
            f"W armii którego kraju służył {one.text} {who}?", "", f"{who} służył w armii {{}}."
        )
    late = said_dead(ask.doc.text, stem_of(who))
    from_ = {"f": "pochodziła", "m1": "pochodził"}.get(gender_of(ask.doc, name), "")
    verb = from_ if late and from_ else "pochodzi"
    return Way(f"Z którego kraju {verb} {told}?", "z", f"{who} {verb} {{}}.")


def _officer(ask: Asker, one: Apposed, who: str) -> Way | None:
    """Return how one asks of which country somebody held an office, in its year where it is known.

    Whose country everybody knows is not asked, and a head of state of no known time neither: only
    who knows the day of the text could say whether it "is" or "was".
    """
    noun, at = one.noun, ask.doc.sentences[one.name.sentence]
    office = decline(ask.doc.morphology, one.text, "inst")
    gender = one.gender or gender_of(ask.doc, one.name)
    was = {"f": "była", "m1": "był"}.get(gender, "")
    if not office or not was:
        return None
    year = ask.wording.years.held(at)
    time = f"w {year} roku" if year else ""
    if noun in _listed("heads", "words") and not one.body:
        known = known_as(who)
        if known is not None and known.nation == one.code:
            return None
        before = ask.doc.words[max(one.adjective - 1, 0)]
        former = any(r.lemma in FORMER for r in before.readings)
        time = time or ask.wording.years.when(at, spoken=False)
        if not time and not former and years_of(ask.doc, at.number)[1] >= LATELY:
            return None
    was = f"{was} {time}".strip()
    if one.body:
        return Way(f"{office} którego kraju {was} {who}?", "", f"{who} {was} {office} {{}}.")
    stem, held = f"Którego kraju {office} {was} {who}?", HEADS_OF_STATE.get(noun, "")
    return Way(stem, "", f"{who} {was} {office} {{}}.", held)


def _shown(ask: Asker, one: Apposed) -> str:
    """Return a name behind its noun as a stem writes it, or nothing where its form is not sure."""
    doc, name = ask.doc, one.name
    if not one.noun and name.kind != "place":
        return _known(ask, one)
    first = doc.words[name.first]
    quoted = name.first and doc.words[name.first - 1].text in QUOTED
    owner = company(first) and name.last - name.first == 1 and first.text not in COMPANIES_KNOWN
    plain = one.cases == {"nom"}
    joined = any(given(w) for w in doc.words[name.first + 1 : name.last]) and not quoted
    first_known = group_of(first.text) if name.last - name.first > 1 else ""
    joined = joined or bool(first_known and not group_of(name.base))
    if joined and name.kind != "place":
        return ""  # "spółki Ferrovial Carlos Ruiz", "partii AfD Björn Höcke": two names
    if owner or not (name.sure or quoted or plain):
        return ""  # "niemiecka spółka Gazpromu" is called otherwise
    base = doc.span(name.first, name.last) if plain else name.base
    if base.isupper() and one.text in _listed("vague", "words"):
        return _whole(doc, one.text, base)
    base = f"„{base}”" if quoted else base
    return f"{one.text} {base}".strip()


def _whole(doc: PolishDocument, kind: str, short: str) -> str:
    """Return an acronym with what it is short for, or with what kind of union it is."""
    long = doc.aliases.get(short, "")
    if long and long[0].isupper():
        return f"{long} ({short})"
    return f"{kind} zawodowy {short}" if kind == UNION and STRIKES.search(doc.text) else ""


def _known(ask: Asker, one: Apposed) -> str:
    """Return a name without a noun with the one that is known of it, or its acronym.

    What every country has ("Sąd Najwyższy") is asked of by neither.
    """
    doc, name = ask.doc, one.name
    base = next((b for b in (name.base, _bare(name.base)) if group_of(b)), "")
    if base:
        noun, common = noun_of(group_of(base)), group_of(base).startswith(COMMON)
        # A "Partia Pracy" is in more than one country; what is no Polish word is told apart by it.
        own = base.isupper() or not ask.doc.morphology.readings(base.split()[0])
        return f"{noun} {base}" if noun and own and not common else ""
    if company(doc.words[name.first]) and name.last - name.first == 1:
        known = name.base if name.base in COMPANIES_KNOWN else _bare(name.base)
        return f"firma {known}" if known in COMPANIES_KNOWN else ""
    short = next((a for a, whole in doc.aliases.items() if whole == name.base), "")
    initials = "".join(w[0] for w in re.findall(r"[^\W\d_]{3,}", name.base)).upper()
    return f"{name.base} ({short})" if short and name.sure and short != initials else ""


def _bare(base: str) -> str:
    """Return a foreign name without the ending of a Polish case: "Gazpromu"."""
    return next((base.removesuffix(e) for e in ENDINGS if base.endswith(e)), base)


def _tells(ask: Asker, one: Apposed, way: Way) -> bool:
    """Whether a stem tells a country, by its words or by those of the name: "Air France"."""
    if told_countries(ask.doc.morphology.words(way.stem)):
        return True
    if one.name.kind == "person":
        return False
    if one.name.base in _listed("disputed", "places"):
        return True
    own = _own().get(one.code, ())
    return any(w.lower().startswith(own) for w in one.name.base.split()) if own else False


def _governed(doc: PolishDocument, one: Apposed, office: str, near: Sequence[str]) -> list[str]:
    """Return the countries that had an office, held by a woman where the key's was."""
    years = years_of(doc, one.name.sentence)
    woman = (one.gender or one.name.gender) == "f"
    return [c for c in near if has_office(c, office) and women_held(c, office, *years) == woman]


def _bearing(doc: PolishDocument, one: Apposed, way: Way, near: Sequence[str]) -> list[str]:
    """Return the countries whose bodies could have such a name.

    A "Federalny Urząd" is of a federation, a royal one of a kingdom, and who sails has a coast.
    """
    lemmas = {r.lemma for w in doc.morphology.words(way.stem) for r in w.readings}
    for kind in ("federal", "crown"):
        if lemmas & _listed("bearing", kind) and one.code in governments(kind):
            near = [c for c in near if c in governments(kind)]
    if lemmas & _listed("bearing", "coast") and one.code not in landlocked():
        near = [c for c in near if c not in landlocked()]
    return list(near)


def _ask(ask: Asker, one: Apposed, way: Way) -> bool:
    doc, morphology = ask.doc, ask.doc.morphology
    known = countries()

    def written(code: str) -> str:
        base = known.names[code]
        return (
            located(morphology, base, way.governor)
            if way.governor
            else place_in(morphology, base, "gen")
        )

    answer = written(one.code)
    order = chance(doc.text[:80], one.name.base, "nation")
    beside = read_data("polish_nations")["beside"].get(one.code, "").split()
    near = [c for c in [*known.near(one.code, order), *beside] if c not in {HOME, one.code}]
    if years_of(doc, one.name.sentence)[1] < read_data("polish_nations")["old"]["until"]:
        old = read_data("polish_nations")["old"]["countries"].split()
        near = [c for c in old if c not in {HOME, one.code}][:POWERS]
    near = _bearing(doc, one, way, near)
    told = {known.codes.get(f.base, "") for f in doc.facts if f.kind == "place"}
    close = set(near[: len(known.neighbours.get(one.code, ())) + 3])
    near.sort(key=lambda c: not (c in told and c in close))
    if way.office:
        near = _governed(doc, one, way.office, near)
    rivals = [form for c in near if (form := written(c))]
    word = doc.words[one.adjective]
    named = doc.sentences[one.name.sentence]
    # "Irlandzkie linie" may stand in a later sentence than the name.
    sentence = next((s for s in doc.sentences if s.first <= one.adjective < s.last), named)
    fact = Fact(
        "place", word.text, word.start, word.end, known.names[one.code], known.names[one.code],
        sentence.number, (one.adjective, one.adjective + 1), one.name,
    )  # fmt: skip
    proof = tuple(sorted({named.number, sentence.number}))
    s = Statement(sentence, (), 0, None, sentences=proof)
    before = len(ask.drafts.all)
    told_by = way.told.format(answer)
    ask.add(
        s, way.stem, answer, rivals, "places", fact, 0.7, NOTE,
        explanation=told_by[0].upper() + told_by[1:], timeless=True,
    )  # fmt: skip
    return len(ask.drafts.all) > before
