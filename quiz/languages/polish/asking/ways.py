"""How one asks of which country something is, so that the answer stands as the article writes it.

"Pakistański minister X" is asked for by an adjective ("X był _____ ministrem"), "Szwed X" by a
noun ("kim z pochodzenia"), "lekarka z Kenii" by the country.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from quiz.languages.data_files import read_data
from quiz.languages.lives import years_of
from quiz.languages.polish.asking.apposition import Apposed, known_town
from quiz.languages.polish.asking.attributes import adjective_fits, gender_of, two_people
from quiz.languages.polish.asking.predicates import CITIZEN
from quiz.languages.polish.asking.wording import GAP
from quiz.languages.polish.knowledge import countries, known_as
from quiz.languages.polish.mentions import COMPANIES_KNOWN, POSTS, company, given
from quiz.languages.polish.options.bodies import group_of, noun_of
from quiz.languages.polish.options.death import said_dead
from quiz.languages.polish.options.decline import decline, located, place_in
from quiz.languages.polish.options.people import stem_of
from quiz.languages.polish.options.places import OFFICES as HEADS_OF_STATE
from quiz.languages.polish.tables import PEOPLE_NOUNS, ROLES

if TYPE_CHECKING:
    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Morphology

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
TOWN, VILLAGE = "miasto", "miejscowość"


class Way(NamedTuple):
    """How one asks, by a question or a sentence with a gap, and the answer as a sentence.

    The answer takes the place of the braces in `told`. It is an adjective in `form` (case, number
    and gender), whoever is of the country where the form has no number, or else the country behind
    `governor`, which is "z" or nothing for the genitive.
    """

    stem: str
    told: str
    form: tuple[str, str, str] | None = None
    governor: str = ""
    office: str = ""

    @property
    def gap(self) -> bool:
        """Whether the answer fills a gap."""
        return GAP in self.stem


def written(morphology: Morphology, way: Way, code: str) -> str:
    """Return a country as the answer to a question writes it, nothing where no form is known."""
    known = countries()
    if way.form is None:
        base = known.names[code]
        place = located(morphology, base, way.governor) if way.governor else ""
        return place or ("" if way.governor else place_in(morphology, base, "gen"))
    case, number, gender = way.form
    adjective, *people = _words_of(code) or ("",)
    if not adjective:
        return ""
    if number:
        return morphology.inflect(adjective, "adj", number, case, gender, need="pos")
    named = people[gender == "f"] if len(people) > 1 else ""
    return morphology.inflect(named, "subst", "sg", case, gender) if named else ""


@cache
def _words_of(code: str) -> tuple[str, ...]:
    """Return a country's adjective, then a man and a woman of it where there are words for them."""
    found = [w for w, c in countries().adjectives.items() if c == code]
    return tuple(found[:1] + [w for w in found[1:3] if w[0].isupper()])


@cache
def listed(table: str, name: str) -> frozenset[str]:
    """Return the words that a table of the data file lists under a name."""
    return frozenset(read_data("polish_nations")[table][name].split())


@cache
def _placed() -> dict[str, str]:
    """Return the verb that tells where a thing is, by the noun that says what it is."""
    table = read_data("polish_nations")["verbs"]
    return {noun: verb for verb, nouns in table.items() for noun in nouns.split()}


def way_of(ask: Asker, one: Apposed) -> Way | None:
    """Return how one asks of a name, or None where it is of no kind that is of a country."""
    name, noun = one.name, one.noun
    bodies = listed("bodies", "words")
    if name.kind == "person" or (name.kind == "thing" and _human(noun) and noun not in bodies):
        return _person(ask, one)
    town = "" if noun else known_town(ask.doc, name, one.code)
    verb = "leży" if town else _placed().get(noun, "")
    if noun and not verb and noun not in bodies:
        return None
    if noun and (verb == "leży") != (name.kind == "place") and verb != "znajduje się":
        return None
    if town:
        kind = TOWN if town in countries().towns else VILLAGE
    else:
        kind, town = _shown(ask, one)
    if not town or not kind:
        return None
    return _what(ask, one, kind, town)


def _what(ask: Asker, one: Apposed, kind: str, base: str) -> Way | None:
    """Return "X to _____ bank", or "X to związek _____ pilotów" as the adjective stands."""
    doc, words = ask.doc, kind.split()
    word, left = doc.words[one.adjective], doc.words[max(one.adjective - 1, 0)]
    inner = len(words) > 1 and any(r.lemma == one.noun for r in left.readings)
    fits = {f for f in adjective_fits(word) if f[:2] == ("gen", "pl")}
    if inner and fits and one.noun == words[0]:
        form = min(fits)
        words.insert(1, GAP)
    else:
        number = "pl" if one.plural else "sg"
        read = doc.morphology.readings(words[0])
        genders = {
            g
            for r in read
            if r.pos == "subst" and "nom" in r.cases and number in r.number
            for g in r.genders
        }
        if not genders:
            return None
        form = ("nom", number, min(genders))
        words.insert(0, GAP)
    told = f"{base} to {' '.join(words)}."
    return Way(f"Uzupełnij zdanie: „{told}”", _open(told), form)


def _open(sentence: str) -> str:
    """Return a sentence with braces for its gap, ready for the answer."""
    return sentence.replace("«", "„").replace("»", "”").replace(GAP, "{}")


def _human(noun: str) -> bool:
    return (
        noun in ROLES or noun in POSTS or noun in PEOPLE_NOUNS or noun in listed("people", "words")
    )


def _person(ask: Asker, one: Apposed) -> Way | None:
    name, noun, doc = one.name, one.noun, ask.doc
    written = doc.span(name.first, name.last)
    plain = one.cases == {"nom"} or (name.cases == {"nom"} and written == name.base)
    who = written if plain else name.base
    if not _human(noun) or " " not in who or not (plain or doc.certain(who)):
        return None
    if INFLECTED.search(who) or two_people(doc, name):
        return None  # "księcia Harry'ego Meghan Markle": two people
    if one.body or (ROLES.get(noun) in OFFICES and noun not in SHARED):
        return _officer(ask, one, who)
    literal = one.adjective in doc.named
    if ROLES.get(noun) == "army":
        rank = decline(doc.morphology, one.text, "inst")
        if noun not in SERVING or name.gender == "f" or literal or not rank:
            return None
        told = f"{who} był {GAP} {rank}."
        return Way(f"Uzupełnij zdanie: „{told}”", _open(told), ("inst", "sg", "m1"))
    told, gender = f"{one.text} {who}".strip(), gender_of(doc, name) or one.gender
    gender = one.gender if noun == CITIZEN else gender
    late = years_of(doc, name.sentence)[1] < LATELY or said_dead(doc.text, stem_of(who))
    was = {"f": "była", "m1": "był"}.get(gender, "") if late else "jest"
    if noun == CITIZEN:
        stem = f"Kim z pochodzenia {was} {told}?"
        return Way(stem, f"{told} {was} z pochodzenia {{}}.", ("inst", "", gender)) if was else None
    if literal:
        from_ = {"f": "pochodziła", "m1": "pochodził"}.get(gender, "") if late else ""
        verb = from_ or "pochodzi"
        return Way(f"Z którego kraju {verb} {told}?", f"{told} {verb} {{}}.", governor="z")
    stem = f"Jakiej narodowości {was} {told}?"
    return Way(stem, f"{told} {was} narodowości {{}}.", ("gen", "sg", "f")) if was else None


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
    if noun in listed("heads", "words") and not one.body:
        known = known_as(who)
        if known is not None and known.nation == one.code:
            return None
        before = ask.doc.words[max(one.adjective - 1, 0)]
        former = any(r.lemma in FORMER for r in before.readings)
        time = time or ask.wording.years.when(at, spoken=False)
        if not time and not former and years_of(ask.doc, at.number)[1] >= LATELY:
            return None
    was = f"{was} {time}".strip()
    held = "" if one.body else HEADS_OF_STATE.get(noun, "")
    told = f"{who} {was} {office} {{}}."
    if one.body:
        # By an adjective who asks for the office as well would have both answers in one option.
        return Way(f"{office} którego kraju {was} {who}?", told)
    if one.adjective in ask.doc.named:
        return Way(f"Którego kraju {office} {was} {who}?", told, office=held)
    told = f"{who} {was} {GAP} {office}."
    return Way(f"Uzupełnij zdanie: „{told}”", _open(told), ("inst", "sg", gender), office=held)


def _shown(ask: Asker, one: Apposed) -> tuple[str, str]:
    """Return what a name is, and the name as a stem writes it, where its form is sure."""
    doc, name = ask.doc, one.name
    if not one.noun:
        return ("", "") if name.kind == "place" else _known(ask, one)
    first = doc.words[name.first]
    quoted = name.first and doc.words[name.first - 1].text in QUOTED
    owner = company(first) and name.last - name.first == 1 and first.text not in COMPANIES_KNOWN
    plain = one.cases == {"nom"}
    joined = any(given(w) for w in doc.words[name.first + 1 : name.last]) and not quoted
    first_known = group_of(first.text) if name.last - name.first > 1 else ""
    joined = joined or bool(first_known and not group_of(name.base))
    if joined and name.kind != "place":
        return "", ""  # "spółki Ferrovial Carlos Ruiz", "partii AfD Björn Höcke": two names
    if owner or not (name.sure or quoted or plain):
        return "", ""  # "niemiecka spółka Gazpromu" is called otherwise
    base = doc.span(name.first, name.last) if plain else name.base
    if one.text in listed("vague", "always"):
        return "", ""
    if base.isupper() and one.text in listed("vague", "words"):
        return _whole(doc, one.text, base)
    return one.text, f"«{base}»" if quoted else base


def _whole(doc: PolishDocument, kind: str, short: str) -> tuple[str, str]:
    """Return an acronym with what it is short for, or with what kind of union it is."""
    long = doc.aliases.get(short, "")
    if long and long[0].isupper():
        return kind, f"{long} ({short})"
    told = kind == UNION and STRIKES.search(doc.text)
    return (f"{kind} zawodowy", short) if told else ("", "")


def _known(ask: Asker, one: Apposed) -> tuple[str, str]:
    """Return a name without a noun with the one that is known of it, or with its acronym.

    What every country has ("Sąd Najwyższy") is asked of by neither.
    """
    doc, name = ask.doc, one.name
    base = next((b for b in (name.base, _bare(name.base)) if group_of(b)), "")
    if base:
        noun, common = noun_of(group_of(base)), group_of(base).startswith(COMMON)
        # A "Partia Pracy" is in more than one country; what is no Polish word is told apart by it.
        own = base.isupper() or not ask.doc.morphology.readings(base.split()[0])
        return (noun, base) if noun and own and not common else ("", "")
    if company(doc.words[name.first]) and name.last - name.first == 1:
        known = name.base if name.base in COMPANIES_KNOWN else _bare(name.base)
        return ("firma", known) if known in COMPANIES_KNOWN else ("", "")
    short = next((a for a, whole in doc.aliases.items() if whole == name.base), "")
    initials = "".join(w[0] for w in re.findall(r"[^\W\d_]{3,}", name.base)).upper()
    head = name.base.split()[:2]
    kind = next((r.lemma for w in head for r in doc.morphology.readings(w) if r.pos == "subst"), "")
    told = short and name.sure and short != initials and kind[:1].islower()
    return (kind, f"{name.base} ({short})") if told else ("", "")


def _bare(base: str) -> str:
    """Return a foreign name without the ending of a Polish case: "Gazpromu"."""
    return next((base.removesuffix(e) for e in ENDINGS if base.endswith(e)), base)
