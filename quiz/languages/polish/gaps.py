"""A gap in a sentence: the last resort, where a sentence stands alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.languages.polish.dates import MONTH
from quiz.languages.polish.inflection import inflect_person, inflect_place
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
    COUNTRIES,
)

if TYPE_CHECKING:
    from datetime import date

    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.protocol import Fact, Sentence

from quiz.languages.polish.standing import standing

LONGEST = 210


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
    q = doc.counted.get(fact.words[0])
    if q is None:
        return None
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
    dated = doc.dated.get(fact.words[0])
    if dated is None:
        return None
    when = dated.found.when
    if when.relative or when.grain not in {"day", "month", "year"}:
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
    value = when.first
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
        0.6,
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
    if fact.detail is None:
        return None
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
