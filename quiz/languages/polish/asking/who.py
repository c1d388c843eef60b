"""Who did something, to whom, with whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.polish.inflection import inflect_person
from quiz.languages.polish.options import place_rivals
from quiz.languages.polish.options.people import person_forms
from quiz.languages.polish.options.roles import trade
from quiz.languages.polish.tables import (
    BEHESTS,
    COUNTRY_NAMES,
    INFORMING,
    KIN,
    PEOPLE_NOUNS,
    PERSON_NOUNS,
)

if TYPE_CHECKING:
    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.building import Statement
    from quiz.languages.polish.names import Name
    from quiz.languages.polish.phrases import Phrase

PRONOUNS = {"gen": "kogo", "acc": "kogo", "dat": "komu", "inst": "kim", "loc": "kim"}
MODAL = frozenset({"musieć", "móc", "powinien"})
ORDINARY = frozenset(
    {"mieszkać", "zamieszkać", "żyć", "pracować", "studiować", "uczyć", "uczęszczać", "przebywać",
     "służyć", "urodzić", "umrzeć", "zemrzeć"}
)  # fmt: skip
"""What many people do in one place at one time."""
MANY = frozenset({"członek", "zawodnik", "zawodniczka", "piłkarz", "uczeń", "student", "pracownik",
                  "poseł", "senator", "radny", "żołnierz", "oficer", "wykładowca"})  # fmt: skip
MESSENGER = 0.3
"""How much less who brought the news is worth asking than the news."""
NOTE = "Sprawdź, czy nikt inny nie pasuje do pytania."


def who(ask: Asker, s: Statement) -> None:
    """Ask for the person who is the subject, or who stands in another case."""
    if s.subject is not None:
        _subject(ask, s, s.subject)
    for k, part in enumerate(s.parts):
        if k != s.subject and part.kind in {"np", "pp"}:
            _object(ask, s, k, part)


def _subject(ask: Asker, s: Statement, k: int) -> None:
    doc, part = ask.doc, s.parts[k]
    behind = k > s.verb
    if any(
        p.kind == "np"
        and "nom" in p.cases
        # "Stary Most zbudował Jan Kos": what the verb does something to stands before it
        and not (behind and i < s.verb and "acc" in p.cases)
        for i, p in enumerate(s.parts[:k])
    ):
        return  # a title before the name was not recognised as one
    if any(
        p.kind == "np" and p.cases == {"inst"} and (p.many or ask.person(p))
        for p in s.parts[: s.verb]
    ):
        return  # "z córkami, Anną i Ewą": they follow a noun that goes elsewhere
    name = ask.person(part)
    after = s.parts[k + 1] if k + 1 < len(s.parts) and k + 1 != s.verb else None
    own = after is not None and after.kind == "pp" and after.first == part.last
    if own and after is not None and doc.words[after.first].lower in {"z", "ze"}:
        s = s.without(k + 1)  # "Jan Kos z grupy Vega wygrał": that is who he is
    if name is not None:
        if _common(ask, s):
            return
        if (
            not part.text
            and not doc.certain(name.base)
            and doc.span(name.first, name.last) != name.base
        ):
            return
        front, gender = "Kto", "m1"
        told = name.gender if _woman(ask, s, name) else ""
        rivals = ask.persons(s, name, told)
        fact, category = ask.fact("person", name.first), "people"
    else:
        country = doc.named.get(part.head)
        if country is None or part.many or country.base not in COUNTRY_NAMES:
            return
        if (country.first, country.last) != (part.first, part.last):
            return
        if open_to_others(ask, s) or s.said:
            return  # what is said of a country is said of others as well
        name, front, gender = country, "Który kraj", "m3"
        rivals = place_rivals(doc, country.base, ask.others(s, "place"))
        fact, category = ask.fact("place", country.first), "places"
    changed = agreed(ask, s, gender)
    if changed is None:
        return
    statement, verb = changed
    certainty = 0.8 if " " in name.base or category == "places" else 0.7
    if any(r.lemma in INFORMING for r in doc.words[s.parts[s.verb].first].readings):
        certainty -= MESSENGER
    ask.add(
        s, ask.wording.stem(statement, k, front, verb), name.base, rivals, category, fact,
        certainty, NOTE, timeless=category == "people" and _first(ask, s),
    )  # fmt: skip


def _first(ask: Asker, s: Statement) -> bool:
    """Whether a statement says who was the first of what a name tells: no other ever will be."""
    words = ask.doc.words
    being = any(r.lemma in {"być", "zostać"} for r in words[s.parts[s.verb].first].readings)
    return being and any(
        p.kind == "np"
        and k != s.subject
        and ask.doc.names_in(p)
        and any(r.lemma == "pierwszy" and "inst" in r.cases for r in words[p.first].readings)
        for k, p in enumerate(s.parts)
    )


def _common(ask: Asker, s: Statement) -> bool:
    """Whether what somebody did or was is so of many at the time: "mieszkał w Kanadzie"."""
    words = ask.doc.words
    verbs = {r.lemma for r in words[s.parts[s.verb].first].readings}
    if not verbs & (ORDINARY | {"być"}):
        return False
    if verbs & ORDINARY:
        return not any(p.kind == "quantity" for p in s.parts)
    nouns = (words[p.head].lemma("subst") for p in s.parts if p.kind == "np" and "inst" in p.cases)
    return any(noun in MANY or trade(noun) for noun in nouns)


def _woman(ask: Asker, s: Statement, name: Name) -> bool:
    """Whether a stem tells that it was a woman: "jako pierwsza kobieta", "matką"."""
    nouns = KIN | PERSON_NOUNS | PEOPLE_NOUNS
    return name.gender == "f" and any(
        r.lemma in nouns and r.genders == {"f"}
        for k, p in enumerate(s.parts)
        if k != s.subject
        for w in ask.doc.words[p.first : p.last]
        for r in w.readings
        if r.pos == "subst"
    )


def open_to_others(ask: Asker, s: Statement) -> bool:
    """Whether it is told what something must, may or should do: so must others of its kind."""
    return any(r.lemma in MODAL for r in ask.doc.words[s.parts[s.verb].first].readings)


def agreed(ask: Asker, s: Statement, gender: str) -> tuple[Statement, str] | None:
    """Return the statement and its verb as the question word wants them: masculine, singular."""
    doc = ask.doc
    word = doc.words[s.parts[s.verb].first]
    verb = ask.wording.masculine(word, gender)
    if not verb:
        return None
    if any(p.kind == "adj" for p in s.parts[: s.verb]):
        return None  # "gotowa pomóc jest Francja": what is said of the subject comes first
    out = s
    for k, p in enumerate(s.parts):
        past = next((r for r in doc.words[p.first].readings if r.pos == "praet"), None)
        if p.kind == "inf" and past is not None:
            # "kto będzie miał": a future of two words agrees in both.
            form = doc.morphology.inflect(past.lemma, "praet", "sg", gender=gender)
            if not form:
                return None
            out = out.put(k, replace(p, text=form))
            continue
        fits = any(c == "nom" and n == "sg" and g == gender for c, n, g in p.agree)
        if k <= s.verb or p.kind != "adj" or fits:
            continue
        reading = next(
            (r for r in doc.words[p.first].readings if "nom" in r.cases or not r.cases), None
        )
        if reading is None:
            return None
        form = doc.morphology.inflect(
            reading.lemma,
            reading.pos,
            "sg",
            "nom",
            gender,
            "aff" if reading.pos == "ppas" else "pos",
        )
        if not form or p.last - p.first > 1:
            return None
        out = out.put(k, replace(p, text=form))
    return out, verb


def _object(ask: Asker, s: Statement, k: int, part: Phrase) -> None:
    """Ask "z kim", "komu", "przez kogo": the person in the case that the text gives."""
    doc = ask.doc
    name = ask.person(part)
    if name is None or not name.gender:
        return
    shown = doc.span(name.first, name.last)
    case = _case(ask, name, shown, part)
    if not case:
        return
    preposition = doc.words[part.first].lower if part.kind == "pp" else ""
    between = s.parts[s.verb + 1 : k] if k > s.verb else s.parts[:k]
    if preposition != "przez" and any(p.kind not in {"se", "adv", "adj", "date"} for p in between):
        return
    if not preposition and case in {"inst", "loc"}:
        return
    found = ask.persons(s, name, name.gender)
    rivals = person_forms(doc, found, name.gender, case)
    front = f"{preposition} {PRONOUNS[case]}".strip()
    ask.add(
        s, ask.wording.stem(s, k, front), shown, rivals, "people",
        ask.fact("person", name.first), 0.7, NOTE,
    )  # fmt: skip


def whose(ask: Asker, s: Statement) -> None:
    """Ask "na czyje polecenie": the person in the genitive behind a noun."""
    doc = ask.doc
    for k, part in enumerate(s.parts):
        name = doc.named.get(part.last - 1)
        if part.kind != "pp" or part.many or name is None or name.kind != "person":
            continue
        role = next((r for r in doc.roles if r.holder == name), None)
        start = role.first if role is not None and role.last == name.first else name.first
        shown = doc.span(name.first, name.last)
        if doc.words[part.head].lemma("subst") not in BEHESTS:
            continue
        if start != part.head + 1 or part.head != part.first + 1 or name.last != part.last:
            continue
        if inflect_person(doc.morphology, name.base, name.gender, "gen") != shown:
            continue
        noun = doc.words[part.head]
        which = next(
            (
                form
                for case, number, gender in sorted(part.agree)
                if (form := doc.morphology.inflect("czyj", "adj", number, case, gender))
            ),
            "",
        )
        if which:
            found = ask.persons(s, name, name.gender)
            rivals = person_forms(doc, found, name.gender, "gen")
            front = f"{doc.words[part.first].lower} {which} {noun.lower}"
            ask.add(
                s, ask.wording.stem(s, k, front), shown, rivals, "people",
                ask.fact("person", name.first), 0.7, NOTE,
            )  # fmt: skip


def _case(ask: Asker, name: Name, shown: str, part: Phrase) -> str:
    """Return the one case in which a name stands, or nothing."""
    cases = part.cases if part.kind == "pp" else part.cases - {"nom"}
    fitting = [
        c
        for c in ("gen", "dat", "acc", "inst", "loc")
        if c in cases and inflect_person(ask.doc.morphology, name.base, name.gender, c) == shown
    ]
    if set(fitting) == {"gen", "acc"}:
        return "acc"
    return fitting[0] if len(fitting) == 1 else ""
