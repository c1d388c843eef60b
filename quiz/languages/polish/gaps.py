"""A gap in a whole sentence: the last resort, for sentences that need nothing outside themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from quiz.languages.polish.dates import MONTH
from quiz.languages.polish.inflection import inflect_person, inflect_place
from quiz.languages.polish.morph import FINITE
from quiz.languages.polish.numbers import VALUES
from quiz.languages.polish.options import (
    chance,
    date_rivals,
    number_rivals,
    person_rivals,
    place_rivals,
    same_weekday,
)  # fmt: skip
from quiz.languages.polish.tables import (
    ACRONYMS,
    ANAPHORS,
    COUNTRIES,
    DROPPED,
    SAY,
    SUBORDINATORS,
    VAGUE,
)

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.phrases import Phrase
    from quiz.languages.protocol import Fact, Sentence

LONGEST = 210
POINTS = frozenset("?!;:…[]»«”") | {"..."}
ORDINALS = frozenset({"pierwszy", "drugi", "ostatni", "kolejny", "nowy"})
POSSESSIVES = frozenset(
    [
        "jego",
        "jej",
        "ich",
        "swój",
        "swoje",
        "swoją",
        "swojej",
        "swojego",
        "swoich",
        "swoim",
        "swe",
        "swego",
        "swej",
        "swą",
    ]
)


WEEKDAY = re.compile(r"poniedział|wtor|śro|czwar|piąt|sobo|niedziel")


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence to complete: its text with a gap, the key and others in the same form."""

    fact: Fact
    body: str
    answer: str
    rivals: list[str]
    category: str
    certainty: float


RELATIVE = re.compile(
    r"\b(?:(?:w|we|od|do|pod) (?:zeszłym|ubiegłym|minionym|tym|przyszłym|koniec|początku)"
    r" tygodni\w"
    r"|\w+ (?:dni|lata|lat|tygodni\w*|miesi\w+) temu"
    r"|we? (?:poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę)(?!,? \d)"
    r"(?: wieczorem| rano| po południu)?"
    r"|wówczas|wtedy|wkrótce potem|następnie|potem|obecnie|niedawno|ostatnio|z kolei|jednocześnie"
    r"|również|także|też|jednak|dopiero co)\b(?! gdy\b)",
    re.IGNORECASE,
)
"""Times that only the day of the article gives a meaning, and words that lean on what precedes."""


def relative(doc: PolishDocument, sentence: Sentence) -> set[int]:
    """Return the words of a sentence that may be left out for RELATIVE's reason."""
    out: set[int] = set()
    starts = {doc.words[i].start: i for i in range(sentence.first, sentence.last)}
    for m in RELATIVE.finditer(doc.text, sentence.start, sentence.end):
        i = starts.get(m.start())
        if i is None or (i > sentence.first and doc.words[i - 1].lower == "a"):
            continue
        while i < sentence.last and doc.words[i].end <= m.end():
            out.add(i)
            i += 1
    return out


def _quoted(doc: PolishDocument, i: int, last: int) -> int:
    """Return the closing mark of a short quotation that opens at word i, or 0."""
    for k in range(i + 2, min(i + 8, last)):
        if doc.words[k].text in '"”':
            inner = doc.words[i + 1 : k]
            return 0 if any(w.has("fin", "praet") and not w.has("subst") for w in inner) else k
    return 0


def _intransitive(doc: PolishDocument, verb: Phrase) -> bool:
    """Whether what follows a verb can only be its subject: the verb is reflexive or a copula."""
    words = doc.words
    near = words[max(verb.first - 2, 0) : verb.last + 2]
    return any(w.lower == "się" for w in near) or words[verb.first].lemma("praet", "fin") in {
        "być", "zostać", "przybyć", "zginąć", "umrzeć", "powstać", "wynosić", "trwać",
    }  # fmt: skip


def _has_subject(doc: PolishDocument, phrases: list[Phrase]) -> bool:
    """Whether the first finite verb has its subject in words, and one that is not vague."""
    words = doc.words
    verb = next((p for p in phrases if p.kind == "verb"), None)
    if verb is None:
        return False
    reading = next(r for r in words[verb.first].readings if r.pos in FINITE)
    if reading.pos in {"imps", "pred"}:
        return True
    if reading.pos == "impt":
        return False
    for p in phrases:
        if p.kind == "quantity" and "sg" in reading.number:
            return True
        if p.kind != "np" or p.first > verb.last + 6:
            continue
        if any(
            t[0] == "nom"
            and t[1] in reading.number
            and (not reading.genders or t[2] in reading.genders)
            for t in p.agree
        ):
            head = words[p.head]
            run = doc.named.get(p.head)
            if run is not None and run.first < p.first and p.first == p.head:
                continue
            between = [q for q in phrases if verb.last <= q.first < p.first]
            if any(q.kind not in {"se", "adv", "adj", "date"} for q in between):
                continue
            if p.first > verb.last and "acc" in p.cases and not _intransitive(doc, verb):
                continue
            people = (
                head.capital
                and p.last - p.first == 1
                and any(
                    "m1" in r.genders and not r.labels & {"imię", "nazwisko"} for r in head.readings
                )
            )
            if people and all(not r.labels & {"imię", "nazwisko"} for r in head.readings):
                return False
            alone = p.last - p.first == 1 and p.first not in doc.named and bool(head.readings)
            counted = p.last - p.first == 2 and words[p.first].lemma("adj") in ORDINALS
            vague = any(r.lemma in VAGUE for r in head.readings) or head.lower in VAGUE
            bare = alone and vague
            bare = bare or (
                vague
                and p.last - p.first <= 2
                and not any(w.capital for w in words[p.first + 1 : p.last])
                and not head.capital
            )
            if bare and p.last <= verb.first:
                return False
            if not counted and not (alone and (vague or p.first == phrases[0].first)):
                return True
        if p.first > verb.last:
            break
    return False


def _cut(doc: PolishDocument, first: int, offence: int) -> int:
    """Return the comma before an offending word at which the sentence may end, or 0."""
    words = doc.words
    for c in range(offence, first + 3, -1):
        if words[c].text == "," and c + 1 < len(words):
            low = words[c + 1].lower
            if low in {"że", "iż", "aby", "by", "żeby", "czy", "ile", "kto", "co", "o", "jak"}:
                return 0
            second = words[min(c + 2, len(words) - 1)].lower
            if (
                low in SUBORDINATORS
                or low in {"a", "ale", "więc", "lecz", "oraz", "zaś"}
                or words[c + 1].has("pcon")
                or (words[c + 1].has("prep") and second in SUBORDINATORS)
            ):
                return c
    return 0


def _offends(doc: PolishDocument, first: int, i: int, named: int) -> bool:
    """Whether word i points outside the sentence; `named` is how many names came before it."""
    words = doc.words
    w = words[i]
    low = w.lower
    if w.text in POINTS:
        return True
    if w.text in "-–—" and (words[i - 1].end < w.start or w.end < words[i + 1].start):
        return True
    if not w.alpha:
        return False
    if (
        w.readings
        and all(r.pos in FINITE for r in w.readings)
        and any({"pri", "sec"} & r.rest for r in w.readings)
    ):
        return True
    if low == "br":
        return True
    if low not in ANAPHORS:
        return False
    if low == "to" and i > first and (words[i - 1].capital or words[i - 1].digit):
        return words[i + 1].text == ","
    if low in SUBORDINATORS and i > first and "," in {words[i - 1].text, words[i - 2].text}:
        return False
    if low in POSSESSIVES and named and i - first > 2:
        return not (low.startswith("sw") or (named >= 1 and i - first > 5))
    return True


def _attribution(doc: PolishDocument, dash: int, last: int) -> str:
    """Return the verb and speaker after a dash that ends a statement, or nothing."""
    words = doc.words
    verb = words[dash + 1]
    if not any(r.lemma in SAY and r.pos in FINITE for r in verb.readings):
        return ""
    tail = doc.span(dash + 1, last)
    if re.search(r"[,\"„():]", tail) or len(tail) > 70 or not re.search(r" [A-ZŁŚŻŹĆ]", tail):
        return ""
    return tail


def standing(doc: PolishDocument, sentence: Sentence) -> tuple[list[tuple[int, int]], str]:
    """Return the word ranges of what stands alone in a sentence, and who said it.

    Brackets are left out; from the first word that points outside the sentence on, it is cut back
    to a clause boundary. No ranges: nothing stands alone.
    """
    words = doc.words
    first, last = sentence.first, sentence.last - 1
    nothing: tuple[list[tuple[int, int]], str] = ([], "")
    if words[last].text != "." or not (words[first].alpha or words[first].digit):
        return nothing
    if any(words[i].text == "," for i in (first, first + 1)):
        return nothing
    left_out = relative(doc, sentence)
    while first < last and (words[first].lower in DROPPED or first in left_out):
        first += 1
    if words[first].text == ",":
        return nothing
    if words[first].has("conj", "comp") and words[first].lower not in {"podczas"}:
        return nothing
    if words[first].lower in SUBORDINATORS and words[first].lower not in {"podczas"}:
        return nothing
    named, said, closing = 0, "", 0
    ranges: list[tuple[int, int]] = []
    begin, depth = first, 0
    for i in range(first, last):
        w = words[i]
        if i <= closing:
            continue
        if w.text in '"„':
            closing = _quoted(doc, i, last)
            if closing:
                continue
            return nothing
        if i in left_out and not depth:
            if i > begin:
                ranges.append((begin, i))
            begin = i + 1
            continue
        if w.text == "(":
            ranges.append((begin, i))
            depth += 1
        elif w.text == ")":
            depth, begin = depth - 1, i + 1
        if depth or w.text == ")":
            continue
        if _offends(doc, first, i, named):
            if w.text in "-–—":
                said = _attribution(doc, i, last)
            cut = i if said else _cut(doc, first, i)
            if not cut or cut <= begin:
                return nothing
            last = cut
            break
        name = doc.named.get(i)
        named += (
            name is not None
            and name.first == i
            and name.kind in {"person", "organisation", "place", "thing"}
        )
    if depth:
        return nothing
    ranges.append((begin, last))
    phrases = [p for p in doc.phrases(sentence) if first <= p.first < last]
    return ([r for r in ranges if r[1] > r[0]], said) if _has_subject(doc, phrases) else nothing


def _body(doc: PolishDocument, ranges: list[tuple[int, int]], first: int, last: int) -> str:
    parts = []
    for a, b in ranges:
        if a <= first and last <= b:
            before = doc.span(a, first)
            after = doc.span(last, b)
            glue = "" if last < b and doc.words[last].start == doc.words[last - 1].end else " "
            parts.append(f"{before} _____{glue}{after}")
        else:
            parts.append(doc.span(a, b))
    text = re.sub(r"\s+", " ", " ".join(parts)).strip()
    text = re.sub(r"\s+([,.])", r"\1", text)
    text = re.sub(r'[„"]([^"”]*)["”]', r"«\1»", text)
    return text[0].upper() + text[1:]


def words_lower(doc: PolishDocument, first: int) -> bool:
    """Whether the sentence's first word is written small when it no longer stands first."""
    w = doc.words[first]
    return first not in doc.named and any(r.lemma[:1].islower() for r in w.readings)


def gaps(doc: PolishDocument, sentence: Sentence, facts: list[Fact], limit: date) -> list[Gap]:
    """Return every gap worth asking in a sentence."""
    ranges, said = standing(doc, sentence)
    if not ranges:
        return []
    out: list[Gap] = []
    for fact in facts:
        found = _options(doc, sentence, fact, limit)
        if found is None:
            continue
        first, last, answer, rivals, category, certainty = found
        if not any(a <= first and last <= b for a, b in ranges):
            continue
        body = _body(doc, ranges, first, last)
        if said:
            lower = words_lower(doc, ranges[0][0])
            body = f"Jak {said}, {body[0].lower() + body[1:] if lower else body}"
        if len(body) <= LONGEST and body.count("_____") == 1 and len(rivals) >= 3:
            out.append(Gap(fact, body, answer, rivals, category, certainty))
    return out


Options = tuple[int, int, str, list[str], str, float]


def _options(doc: PolishDocument, sentence: Sentence, fact: Fact, limit: date) -> Options | None:
    if fact.kind == "number":
        return _number(doc, fact)
    if fact.kind == "date":
        return _date(doc, fact, limit)
    if fact.kind == "person":
        return _person(doc, sentence, fact)
    if fact.kind == "place":
        return _place(doc, sentence, fact)
    if fact.kind == "organisation":
        return _acronym(doc, fact)
    return None


def _acronym(doc: PolishDocument, fact: Fact) -> Options | None:
    """Offer acronyms of the same kind; they stand in every case."""
    for group in ACRONYMS.values():
        before = doc.words[fact.words[0] - 1] if fact.words[0] else None
        if fact.text in group and before is not None and before.has("prep"):
            others = [a for a in group if a != fact.text]
            chance(doc.text[:80], fact.start).shuffle(others)
            others.sort(key=lambda a: a not in doc.text)
            return (
                fact.words[0],
                fact.words[1],
                fact.text,
                others[:1] + others[1:],
                "organisations",
                0.5,
            )
    return None


def _number(doc: PolishDocument, fact: Fact) -> Options | None:
    q = doc.counted[fact.words[0]]
    words = doc.words
    end = q.last
    if q.unit == "procent":
        end = next(
            (
                k
                for k in range(q.first, q.last)
                if words[k].text == "%" or words[k].lower.startswith("proc")
            ),
            end,
        )
    shown = doc.span(q.first, end)
    before = words[q.first - 1] if q.first else None
    if before is not None and before.text in "-–" and before.end == words[q.first].start:
        return None
    if (
        q.last + 1 < len(words)
        and words[q.last].lower in {"na", "i", "lub", "do"}
        and (words[q.last + 1].digit)
    ):
        return None
    following = words[q.last] if q.last < len(words) else None
    if (
        following is not None
        and following.text in "-–,/"
        and following.start == words[q.last - 1].end
        and following.text != ","
    ):
        return None
    if shown == q.shown and not 1900 < q.value < 2100 and q.value > 2:
        return q.first, end, shown, number_rivals(doc, q), "numbers", 0.6
    if end - q.first == 1 and 5 <= q.value <= 10 and words[q.first].has("num"):
        tag = next(r for r in words[q.first].readings if r.pos == "num")
        rivals = []
        for lemma, value in VALUES.items():
            if (
                5 <= value <= 10
                and value != q.value
                and value == int(value)
                and not lemma.endswith("oro")
            ):
                forms = [
                    f
                    for f, r in doc.morphology.forms(lemma)
                    if r.pos == "num" and r.cases == tag.cases and r.genders == tag.genders
                ]
                rivals += forms[:1]
        offset = int(q.value + fact.start) % 3
        return q.first, end, shown, rivals[offset:] + rivals[:offset], "numbers", 0.55
    return None


def _date(doc: PolishDocument, fact: Fact, limit: date) -> Options | None:
    dated = doc.dated[fact.words[0]]
    when = dated.found.when
    if when.grain not in {"day", "month", "year"}:
        return None
    text = fact.text
    around = doc.words[dated.first - 1 : dated.first] + doc.words[dated.last : dated.last + 1]
    if when.first is None or any(w.text in "-–" for w in around):
        return None
    if when.grain == "year":
        if not re.match(r"\d{4}", text) or when.first is None:
            return None
        years = date_rivals(doc, when, when.first, "", limit)
        return dated.first, dated.first + 1, text[:4], years, "dates", 0.65
    value = when.first or date(2000, when.month, when.day or 1)
    word = text.split()[1 if when.grain == "day" else 0].lower()
    before = doc.words[dated.first - 1].lower if dated.first else ""
    if before == "na":
        return None
    prefix = "" if when.grain == "day" else "w" if before in {"w", "we"} else "od"
    if word not in MONTH or (when.grain == "month" and before not in {"w", "we", "od", "do"}):
        return None
    rivals = []
    weekday = WEEKDAY.match(before)
    found = same_weekday(when, value) if weekday else date_rivals(doc, when, value, prefix, limit)
    for r in found:
        core = re.sub(r"^(we?|od) ", "", r)
        if not re.search(r"\d{4}", text):
            core = re.sub(r" \d{4} roku$", "", core)
        elif text.endswith("r."):
            core = core.replace(" roku", " r.")
        elif "rok" not in text:
            core = core.replace(" roku", "")
        if (core.startswith("wrze") and before == "w") or core == text:
            continue
        rivals.append(core)
    return (
        dated.first,
        dated.last,
        text,
        list(dict.fromkeys(rivals)),
        "dates",
        0.6 if when.first else 0.5,
    )


def _person(doc: PolishDocument, sentence: Sentence, fact: Fact) -> Options | None:
    name = doc.named[fact.words[0]]
    if " " not in name.base or not name.gender or " " not in fact.text:
        return None
    case = next(
        (
            c
            for c in ("nom", "gen", "dat", "inst", "loc", "acc")
            if inflect_person(doc.morphology, name.base, name.gender, c) == fact.text
        ),
        "",
    )
    if not case:
        return None
    avoid = {n.base for n in doc.names if n.sentence == sentence.number and n.kind == "person"}
    genders = {n.base: n.gender for n in doc.names if n.kind == "person"}
    rank = doc.rank(name.base)
    rivals = []
    for base in person_rivals(doc, name, rank, avoid):
        gender = genders.get(base) or ("f" if base == "Angela Merkel" else "m1")
        if gender == name.gender and (form := inflect_person(doc.morphology, base, gender, case)):
            rivals.append(form)
    return fact.words[0], fact.words[1], fact.text, rivals, "people", 0.55


def _place(doc: PolishDocument, sentence: Sentence, fact: Fact) -> Options | None:
    first, last = fact.words
    governor = first
    while (
        governor - 1 > sentence.first
        and (
            doc.words[governor - 1].text == ","
            or doc.words[governor - 1].lower in {"i", "oraz", "bądź", "lub"}
        )
        and governor - 2 in doc.named
        and doc.named[governor - 2].kind == "place"
    ):
        governor = doc.named[governor - 2].first
    before = doc.words[governor - 1] if governor > sentence.first else None
    if before is None:
        cases = frozenset({"nom"})
    elif before.has("prep"):
        cases = frozenset(c for r in before.readings if r.pos == "prep" for c in r.cases)
    elif before.text == "," or before.has("conj"):
        return None
    else:
        cases = frozenset({"gen", "nom"})
    forms = {c for c in cases if inflect_place(doc.morphology, fact.base, c) == fact.text}
    if len(forms) > 1:
        forms &= (
            {"gen"}
            if before is not None and not before.has("prep")
            else {"loc"}
            if before is not None and before.lower in {"w", "na"}
            else {"gen"}
        )
    if len(forms) != 1:
        return None
    case = next(iter(forms))
    mentioned = {n.base for n in doc.names if n.sentence == sentence.number} | {
        COUNTRIES.get(n.base, n.base) for n in doc.names if n.sentence == sentence.number
    }
    lower = before.lower if before is not None else ""
    rivals = []
    for base in place_rivals(doc, fact.base, mentioned):
        on = base in {
            "Węgry",
            "Ukraina",
            "Białoruś",
            "Słowacja",
            "Litwa",
            "Łotwa",
            "Cypr",
            "Malta",
            "Filipiny",
        }
        if (lower == "na") != on and lower in {"w", "na", "we"}:
            continue
        form = inflect_place(doc.morphology, base, case)
        hard = re.match(r"[WF][^aeiouyąęó]|[ZSŹŚ][^aeiouyąęói]", form)
        if form and not (lower in {"w", "z"} and hard) and lower not in {"we", "ze"}:
            rivals.append(form)
    return first, last, fact.text, rivals, "places", 0.5
