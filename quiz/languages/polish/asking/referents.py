"""What a stem speaks of as known, though only the article tells it: "pierwszy lot", "wyrok"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.polish.mentions import nation
from quiz.languages.polish.morph import FINITE
from quiz.languages.polish.phrases import QUOTES
from quiz.languages.polish.tables import (
    CASE_NOUNS,
    CLASSES,
    DEADLY_VERBS,
    HANGING_NOUNS,
    KNOWN_NOUNS,
    MOTION,
    NATIONAL,
    ORDER_ADJECTIVES,
    ROLES,
    SOURCES,
    TOWNS,
    TROPHIES,
    WINNING_VERBS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.building import Statement
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Word

COURT, GAP = "sąd", "_"
OWNERS = frozenset({"person", "organisation", "thing"})
PLACING = frozenset({"place", "organisation"})
"""Kinds of names that tell whose bridge or which member's club is meant."""
ASKED = 4
"""Words at the beginning of a stem that may be what is asked: "od której firmy"."""
TOWN = re.compile(rf"(?:{'|'.join(sorted(map(re.escape, TOWNS)))})-")
"""How the name of an airport or a station begins: "Londyn-Gatwick"."""
WAY = r"(?:północ|południe|wschód|zachód|(?:północny|południowy)[ -]?(?:wschód|zachód))"
DIRECTION = re.compile(
    r"\bw odległości (?:ok\w*\.? )?[\d ,]+ ?(?:km|m|kilometr\w*|metr\w*)\b(?! od\b)"
    rf"|\bna {WAY}\b(?! od\b)"
)
"""A way from where the text was before: "4 km na północ"."""
HEDGED = re.compile(
    r"\b(?:prawdopodobnie|przypuszczalnie|podobno|rzekomo|(?:kilku|kilka|wielo)krotnie|zazwyczaj)\b"
)
"""What may not be so, or was so more than once."""
WEEKDAYS = re.compile(
    r"\b(?:poniedziałkow|wtorkow|środow|czwartkow|piątkow|sobotni|niedzieln|wczorajsz|dzisiejsz"
    r"|jutrzejsz|tegoroczn|ubiegłoroczn)(?:y|a|e|ą|ego|ej|emu|ym|ych|ymi|i|iego|iej|iemu|im|ich|imi)\b"
)
"""Adjectives that only the day of the article gives a meaning."""
YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
CONTESTS = frozenset(
    {"wybory", "tura", "wyścig", "mecz", "turniej", "mistrzostwo", "konkurs", "zawody", "puchar",
     "etap", "finał", "bieg", "miejsce", "maraton", "plebiscyt", "igrzysko", "regaty", "rajd"}
)  # fmt: skip
"""What is held again and again."""
PLACING_VERBS = frozenset({"zająć", "zajmować", "przegrać", "ukończyć"})
EDITION = re.compile(r"\b[IVXL]{2,}\b|\bpierwsz\w+")
"""What tells which of them it was."""
TOWNED = re.compile(
    r"\b(?:Muzeum Narodow\w+|[Ss]ąd\w* (?:Rejonow|Okręgow|Apelacyjn)\w+"
    r"|Prokuratur\w+ (?:Rejonow|Okręgow|Regionaln)\w+|Urz[ąę]d\w* (?:Miasta|Gminy|Miejski\w*))"
    r"\b(?! (?:we? [A-ZĄĆĘŁŃÓŚŹŻ]|dla|[A-ZĄĆĘŁŃÓŚŹŻ]))"
)
"""Bodies that many towns have, without the town."""
SHORTEST = 4
"""Letters by which a surname is known in every case."""
GETTING = frozenset({"zdobyć", "uzyskać", "otrzymać", "dostać", "wynieść", "oddać", "zebrać"})
OFTEN = frozenset(
    {"opowiedzieć", "głosować", "zagłosować", "wezwać", "wzywać", "zaapelować", "apelować"}
)
"""What people do at every vote, and what one calls for more than once."""
CHOOSING = frozenset({"wybrać", "wskazać", "wyłonić", "wytypować", "nominować", "zgłosić"})
MOVING = frozenset(
    {"okręt", "statek", "samolot", "film", "książka", "album", "powieść", "serial", "spektakl",
     "drużyna", "autor", "autorka"}
)  # fmt: skip
"""What no name of a place or firm beside it tells apart: "stępkę okrętu w Rio"."""
SHORTENED = re.compile(
    r"\b[a-ząćęłńóśźż]\w* (?:Wspólnot|Sojusz|Królestw)\w{0,3}\b(?! [A-ZĄĆĘŁŃÓŚŹŻ])"
)
"""A union by the noun of its name alone, which others have as well: "opuścić Wspólnotę"."""
ABOUT = re.compile(r"\b(?:w sprawie|wobec|przeciwko|o (?:\w+ ){0,2}[A-ZĄĆĘŁŃÓŚŹŻ])")
"""What follows a verdict that tells which one it is."""


def unclear(doc: PolishDocument, s: Statement, body: str) -> bool:
    """Whether a stem asks of the first, the last, the verdict or the action that nobody knows."""
    return (
        _unowned(doc, s)
        or _nameless(doc, s)
        or _hanging(doc, body)
        or _anonymous(doc, s, body)
        or _victims(doc, s)
        or _mentioned(doc, body)
        or _lone(doc, s)
        or _halved(doc, s)
        or _won(doc, s, body)
        or DIRECTION.search(body) is not None
        or HEDGED.search(body) is not None
        or SHORTENED.search(body) is not None
        or (bool(s.parts) and WEEKDAYS.search(body) is not None)
        or _undated(doc, s, body)
        or TOWNED.search(body) is not None
        or _doubled(doc, s, body)
    )


def _doubled(doc: PolishDocument, s: Statement, body: str) -> bool:
    """Whether a stem names its subject again: "Kos namalował obraz Jana Kosa"."""
    if s.subject is None:
        return False
    part = s.parts[s.subject]
    name, last = doc.named.get(part.head), doc.words[part.last - 1]
    if (name is not None and name.kind not in {"person", "surname"}) or not last.capital:
        return False
    surname = last.text
    return body.count(surname[: max(SHORTEST, len(surname) - 2)]) > 1


def _undated(doc: PolishDocument, s: Statement, body: str) -> bool:
    """Whether a stem tells of votes, or of people who came, and no year tells which time."""
    if not s.parts or YEAR.search(body):
        return False
    words = doc.morphology.words(body)
    lemmas = {r.lemma for w in words for r in w.readings if r.pos == "subst"}
    verbs = {r.lemma for r in doc.words[s.parts[s.verb].first].readings}
    if s.subject is not None and s.parts[s.subject].kind == "quantity" and verbs & MOTION:
        return True  # "przyleciało 40 strażaków": once or more
    dated = body.startswith(("Kiedy", "W którym roku"))
    if not dated and lemmas & CONTESTS and verbs & (WINNING_VERBS | PLACING_VERBS):
        return EDITION.search(body) is None
    if not dated and verbs & OFTEN:
        return True
    return bool(verbs & GETTING) and bool(lemmas & {"głos", "mandat", "poparcie", "frekwencja"})


def _unowned(doc: PolishDocument, s: Statement) -> bool:
    """Whether a subject is the first of somebody's, and no name tells whose."""
    if s.subject is None:
        return False
    subject = s.parts[s.subject]
    words = doc.words[subject.first : subject.last]
    if not any(w.lemmas & ORDER_ADJECTIVES for w in words[:2]):
        return False
    if subject.text and any(n.base in subject.text for n in doc.names):
        # "pierwszy lot linii X" is the first from somewhere, or of all that there were
        return not any(doc.names_in(p) for p in s.parts if p is not subject and p.kind != "date")
    return not any(
        n.kind in OWNERS and doc.words[max(n.first - 1, 0)].text != "(" and not TOWN.match(n.base)
        for p in s.parts
        for n in doc.names
        if p.first <= n.first < p.last
    )


def _nameless(doc: PolishDocument, s: Statement) -> bool:
    """Whether a subject is of a kind that has names, and is not named: "linie lotnicze"."""
    if s.subject is None or s.parts[s.subject].kind != "np" or s.parts[s.subject].text:
        return False
    subject = s.parts[s.subject]
    words = doc.words[subject.first : subject.last]
    if doc.names_in(subject) or doc.words[subject.head].lemma("subst") not in CLASSES:
        return False
    rest = [w for i, w in enumerate(words, subject.first) if i != subject.head]
    if not all(w.has("adj") for w in rest):
        return False
    after = s.parts[s.subject + 1] if s.subject + 1 < s.verb else None
    told = after is not None and doc.names_in(after)
    return not told and not any(w.lower.startswith(NATIONAL) for w in words)


def _won(doc: PolishDocument, s: Statement, body: str) -> bool:
    """Whether a stem asks when somebody won what is played for every year."""
    if not s.parts:
        return False
    if not body.startswith(("Kiedy", "W którym roku")) and "_ " not in body and "_." not in body:
        return False
    won = any(r.lemma in WINNING_VERBS for r in doc.words[s.parts[s.verb].first].readings)
    words = doc.morphology.words(body)
    first = any(r.lemma in ORDER_ADJECTIVES for w in words for r in w.readings)
    return won and not first and any(r.lemma in TROPHIES for w in words for r in w.readings)


def _halved(doc: PolishDocument, s: Statement) -> bool:
    """Whether of the first, the last the stem leaves out what it was the first to do.

    "został pierwszym Polakiem, który …": without the clause it says something else.
    """
    for k, p in enumerate(s.parts):
        if p.kind not in {"np", "pp"} or p.text or k == s.subject:
            continue
        if not any(w.lemmas & ORDER_ADJECTIVES for w in doc.words[p.first : p.last][:2]):
            continue
        behind = p.last + (p.last < len(doc.words) and doc.words[p.last].text == ",")
        led = doc.words[behind] if behind < s.sentence.last else None
        kept = k + 1 < len(s.parts) and s.parts[k + 1].first in {p.last, behind}
        if led is not None and not kept and (led.has("prep") or led.lower.startswith("któr")):
            return True
    return False


def _hanging(doc: PolishDocument, body: str) -> bool:
    """Whether a clause ends with a noun that says nothing by itself: "przebiegu akcji"."""
    for clause in re.split(r"[,?.:;”]", body):
        words = clause.split()
        last = doc.morphology.words(words[-1]) if len(words) > 1 else []
        if last and last[0].lemma("subst") in HANGING_NOUNS and not words[-1][0].isupper():
            return True
    return False


def _anonymous(doc: PolishDocument, s: Statement, body: str) -> bool:
    """Whether a stem speaks of a verdict or a first sum without the case that it belongs to."""
    for p in s.parts:
        if p.kind not in {"np", "pp"} or doc.words[p.head].lemma("subst") not in CASE_NOUNS:
            continue
        if doc.words[p.head].lemma("subst") == "proces" and p.last > p.head + 1:
            continue  # "proces wyjścia" is before no court
        people = any(
            n.kind in {"person", "thing"} and n.first > p.first
            for n in doc.names
            if any(q.first <= n.first < q.last for q in s.parts)
        )
        if not people and not ABOUT.search(body) and not _tried(doc, s):
            return True
    return False


def _tried(doc: PolishDocument, s: Statement) -> bool:
    """Whether the subject is who was tried: "Jan Kos został uniewinniony wyrokiem sądu"."""
    subject = s.parts[s.subject] if s.subject is not None else None
    passive = any(
        w.has("ppas") for p in s.parts if p.kind == "adj" for w in doc.words[p.first : p.last]
    )
    return passive and subject is not None and doc.names_in(subject)


def _victims(doc: PolishDocument, s: Statement) -> bool:
    """Whether somebody died or was hurt, and neither an event nor a name tells in what."""
    verb = doc.words[s.parts[s.verb].first] if s.parts else None
    if verb is None or not any(r.lemma in DEADLY_VERBS for r in verb.readings):
        return False
    if s.subject is not None and doc.names_in(s.parts[s.subject]):
        return False
    heads = [
        p.head
        for p in s.parts
        # whose words they are tells of no event
        if p.kind in {"np", "pp"} and doc.words[p.first].lower not in SOURCES
    ]
    return not any(h not in doc.named and doc.words[h].has("subst") for h in heads)


def _mentioned(doc: PolishDocument, body: str) -> bool:
    """Whether a noun stands alone that means one named before: "spółka potrzebuje inwestycji"."""
    words = doc.morphology.words(body)
    for i, w in enumerate(words[1:], 1):
        if _countryman(words, i) and not _place(doc, w.text):
            return True
        if w.capital or w.lemmas.isdisjoint(KNOWN_NOUNS):
            continue
        noun = next((r for r in w.readings if r.lemma in KNOWN_NOUNS and r.pos == "subst"), None)
        if noun is None or "sg" not in noun.number:
            continue
        if i < ASKED and words[i - 1].lower.startswith(("któr", "jak", "czyj")):
            continue
        before, after = words[i - 1], words[i + 1] if i + 1 < len(words) else None
        if before.text.startswith(GAP):
            continue  # what fills the gap tells which one
        owned = before.has("subst", "ger") and _genitive(w) and (i == 1 or not before.capital)
        owned = owned and (noun.lemma in MOVING or not _places(doc, body))
        told = before.has("adj", "ppas", "pact", "subst", "ger") and not owned
        if told and not before.has("prep", "conj"):
            continue
        if after is not None and (after.text in QUOTES or _opening(doc, after.text)):
            continue
        if noun.lemma == COURT and before.lower == "przed":
            continue  # "stanąć przed sądem" says what happened, and not where
        last = i + 2 >= len(words) or not words[i + 2].alpha
        if last and after is not None and _plain(after):
            return True  # "zrealizował serial dokumentalny"
        verb = after is not None and after.has(*FINITE) and after.lemma("subst") not in CLASSES
        if after is None or not after.alpha or after.has("conj") or verb:
            return True
        loose = noun.lemma in MOVING and after.lower in {"w", "we", "na"}
        if after.has("prep") and (loose or not (i + 2 < len(words) and words[i + 2].capital)):
            return True
        cases = {c for r in after.readings for c in r.cases}
        if after.capital and cases and not cases & {"gen", *noun.cases}:
            return True  # "odznaczył reżysera Orderem": no name of his follows
    return False


def _place(doc: PolishDocument, text: str) -> bool:
    """Whether the article names a place in these words."""
    return any(n.kind == "place" and doc.span(n.first, n.last) == text for n in doc.names)


def _places(doc: PolishDocument, body: str) -> bool:
    """Whether a stem has a name that tells whose or where something is."""
    return any(n.kind in PLACING and doc.span(n.first, n.last) in body for n in doc.names)


def _opening(doc: PolishDocument, text: str) -> bool:
    """Whether a name of a firm or thing begins with a word, or a gap stands in its place."""
    return text == GAP or any(
        n.kind in {"thing", "organisation"} and n.base.split()[0] == text for n in doc.names
    )


def _plain(word: Word) -> bool:
    """Whether a word is an adjective that names nothing."""
    return word.has("adj") and not word.has("subst") and not word.capital


def _genitive(word: Word) -> bool:
    """Whether a noun is in the genitive, and in no case in which a noun beside it would be."""
    cases = {c for r in word.readings if r.pos == "subst" for c in r.cases}
    people = any(r.lemma not in ROLES and "m1" in r.genders for r in word.readings)
    return "gen" in cases and not cases & ({"nom"} if people else {"nom", "acc"})


def _countryman(words: Sequence[Word], i: int) -> bool:
    """Whether a word is somebody's nation instead of his name: "pogratulował Polakowi"."""
    if not nation(words[i]) or (i + 1 < len(words) and words[i + 1].capital):
        return False
    return any("sg" in r.number and "m1" in r.genders for r in words[i].readings)


def _lone(doc: PolishDocument, s: Statement) -> bool:
    """Whether one name did something to what only the article tells: "dostarczyła sterowniki"."""
    if not s.parts or doc.words[s.parts[s.verb].first].lower == "to":
        return False
    if s.subject is None:
        chosen = any(r.lemma in CHOOSING for r in doc.words[s.parts[s.verb].first].readings)
        rest = [p for k, p in enumerate(s.parts) if k != s.verb and p.kind not in {"date", "se"}]
        return chosen and len(rest) < 2  # "wybrano X", but for what?
    others = [
        p for k, p in enumerate(s.parts) if k != s.subject and p.kind not in {"verb", "date", "se"}
    ]
    return bool(others) and all(
        p.kind == "np" and p.last - p.first == 1 and not p.text and not doc.words[p.first].capital
        for p in others
    )
