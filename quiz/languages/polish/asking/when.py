"""When something happened, since when, until when."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.anchors import LEAST
from quiz.languages.date_options import own_dates
from quiz.languages.polish.asking.visits import event_of
from quiz.languages.polish.identity import told_by
from quiz.languages.polish.morph import FINITE
from quiz.languages.polish.options import date_rivals, run_rivals, write_date
from quiz.languages.polish.tables import LASTING
from quiz.languages.when import of_year

if TYPE_CHECKING:
    from quiz.languages.date_rules import Dated
    from quiz.languages.polish.asking.asker import Asker
    from quiz.languages.polish.building import Statement
    from quiz.languages.polish.phrases import Phrase

FRONTS = {"od": "Od kiedy", "do": "Do kiedy"}
ALLOWED = {
    "day": {"", "od", "do"},
    "year": {"w", "od", "do"},
    "month": {"w", "od", "do"},
    "season": {""},
    "century": {"w", "z"},
    "range": {"w latach"},
}
CENTURIES = {"w": "W którym wieku", "z": "Z którego wieku"}
FIGURES = re.compile(r"\d+")
LATELY = 1900
YEARS, UNTIL = "W jakich latach", "Do którego roku"
SHORTEST = 3
"""Years from the first to the last of a run beside which others like it do not overlap it."""
COUNTED_FROM = ("później", "wcześniej")
NEXT = re.compile(r"\b(?:następn|kolejn|poprzedn)\w+|nazajutrz")
"""What is counted from the date before it."""
PLANS = frozenset(
    {"planować", "zaplanować", "zapowiadać", "zapowiedzieć", "przewidywać", "przewidzieć",
     "wyznaczyć", "wyznaczać", "przełożyć", "odłożyć", "szykować", "przygotowywać", "ustalić"}
)  # fmt: skip
"""Beside these a day is the one for which something is meant."""
TALKING = frozenset(
    {"rozmawiać", "porozmawiać", "spotkać", "spotykać", "odwiedzić", "odwiedzać", "przebywać",
     "dyskutować", "negocjować", "naradzać", "gościć"}
)  # fmt: skip
"""What people do with one another on more than one day."""
NEAR = 3
"""Years in which a figure that grows is near enough to what it was."""
RUN = re.compile(r"w latach [12]\d{3} ?[-–—] ?[12]\d{3}")
FINER = frozenset({"day", "week", "month", "part", "season"})
"""What is within one year."""
NOTE = "Sprawdź, czy data odnosi się do czasownika pytania."
RELATIVE_NOTE = "Data wynika z innego miejsca artykułu lub z dnia publikacji: sprawdź ją."


def when(ask: Asker, s: Statement) -> None:
    """Ask for the date of a statement that has one, where it belongs to the verb."""
    items = [k for k, p in enumerate(s.parts) if p.kind == "date"]
    if len(items) != 1:
        return
    k = items[0]
    if not ask.adverbial(s, k):
        if not ask.begins(s) or k < s.verb:
            return
        # The event it began with would give the time away: what began is asked about alone.
        s = replace(s, parts=(*s.parts[: s.verb + 1], *_reflexive(s), s.parts[k]))
        k = len(s.parts) - 1
    part = s.parts[k]
    verb = ask.doc.words[s.parts[s.verb].first]
    dated = ask.doc.dated.get(part.head)
    if dated is None or dated.found.when.first is None:
        return
    date = dated.found.when
    led = ask.doc.words[part.first].lower if part.first < dated.first else ""
    years = _years(ask, dated, part)
    if lasting(ask, s) and led not in FRONTS and not years and date.grain != "century":
        return
    if FRONTS.get(led) == "Od kiedy" and once(ask, s):
        return
    if ask.doc.words[dated.first].lower == "na" and any(r.lemma in PLANS for r in verb.readings):
        return  # "planował ofensywę na wiosnę" tells for when
    present = verb.has("fin") and all("imperf" in r.rest for r in verb.readings if r.pos == "fin")
    if present and not date.relative and date.last is not None and date.last < ask.today:
        return  # a past date beside a verb of the present belongs to some noun
    if date.relative and date.first and date.first > ask.today and verb.has("praet", "imps"):
        return  # "podziękował za dwadzieścia lat startów" tells how long, not when
    fact = ask.fact("date", dated.first)
    prefix = "w" if led == "we" else led
    told = s
    if date.relative:
        prefix = "w" if date.grain in {"year", "month"} else ""
        told = replace(s, sentences=_proof(ask, s, dated), doubt=s.doubt + 0.1)
    elif years:
        prefix = "w latach"
    elif date.grain == "part" and fact is not None:
        prefix = re.sub(r"\s+\S+$", "", re.split(r"\s+\d{4}", fact.text.lower())[0])
    if date.grain not in {*ALLOWED, "part"} or prefix not in ALLOWED.get(date.grain, {prefix}):
        return
    value, last = date.first, date.last
    assert value is not None  # checked above: it has a year  # noqa: S101
    front = FRONTS.get(prefix, "Kiedy")
    shown = prefix
    if date.grain == "part" and date.relative:
        return
    if date.grain == "year" and prefix == "w":
        front, shown = "W którym roku", ""
    elif date.grain == "century":
        if value.year > LATELY:
            return  # of what many remember nobody asks the century
        front, shown = CENTURIES[prefix], ""
    elif years and last is not None and not once(ask, s) and last.year - value.year > SHORTEST:
        # Runs so long overlap whatever is done: of them the end is asked for.
        front, shown, date, value = UNTIL, "do", of_year(last.year), last.replace(month=1, day=1)
        years = False
    elif years:
        front = YEARS
    written = write_date(date, value, shown)
    # "wówczas" says nothing in a sentence by itself.
    whole = ""
    if date.relative and not shown:
        whole = ask.wording.whole(s, k, write_date(date, value, prefix), timed=False)
    event = event_of(ask, s, k) if front == "Kiedy" else None
    stem = ask.wording.stem(s, k, front)
    if event is not None:
        stem = f"{front} doszło do {event.text}?"
        whole = f"Do {event.text} doszło {written}." if event.proof else ask.wording.whole(s)
        told = replace(told, parts=(s.parts[s.verb], part, *event.parts), verb=0, subject=None)
        told = replace(told, sentences=tuple(sorted({*told.sentences, *event.proof})))
    rivals = (run_rivals if years else date_rivals)(ask.doc, date, value, shown, ask.limit)
    if date.grain == "year" and any(p.kind == "quantity" for p in s.parts):
        # What a figure was far from its year, whoever knows the size of a thing can tell.
        rivals = [r for r in rivals if abs(_year(r) - value.year) <= NEAR]
    counts = any(p.kind == "quantity" for p in s.parts)
    if date.grain == "day" and counts and told_by(FIGURES.sub("", stem)) < LEAST:
        return  # "zagrał 21 minut": on other days as well
    verbs = {r.lemma for r in verb.readings}
    if event is not None or verbs & TALKING:
        # On the article's other days they may have met as well.
        own = {write_date(date, d, shown) for d in own_dates(ask.doc, date, value)}
        rivals = [r for r in rivals if r not in own]
    ask.add(
        told,
        stem,
        written,
        rivals,
        "dates",
        fact,
        0.9,
        RELATIVE_NOTE if date.relative else NOTE,
        explanation=whole,
    )


def _year(written: str) -> int:
    """Return the year of a date as an option writes it."""
    return int(re.findall(r"\d{4}", written)[-1])


def _years(ask: Asker, dated: Dated, part: Phrase) -> bool:
    """Whether a date is a run of years from one to another: "w latach 1985–2002"."""
    when, text = dated.found.when, ask.doc.span(part.first, part.last).lower()
    whole = when.grain == "range" and when.unit == "year" and not when.relative
    return whole and RUN.fullmatch(text) is not None


def in_year(ask: Asker, s: Statement) -> Statement | None:
    """Return a statement with the year alone of its day or month, where it has one of them."""
    dates = [k for k, p in enumerate(s.parts) if p.kind == "date"]
    if len(dates) != 1 or not ask.adverbial(s, dates[0]):
        return None
    part = s.parts[dates[0]]
    dated = ask.doc.dated.get(part.head)
    found = dated.found.when if dated is not None else None
    led = ask.doc.words[part.first].lower if dated is not None and part.first < dated.first else ""
    if found is None or found.relative or found.grain not in FINER or led not in {"", "w", "we"}:
        return None
    if found.first is None or found.last is None or found.first.year != found.last.year:
        return None
    return s.put(dates[0], replace(part, text=f"w {found.first.year} roku"))


def once(ask: Asker, s: Statement) -> bool:
    """Whether the verb tells what happened at one moment, so that it did not go on since."""
    readings = [r for r in ask.doc.words[s.parts[s.verb].first].readings if r.pos in FINITE]
    passive = any(p.kind == "adj" for p in s.parts)
    return bool(readings) and all("perf" in r.rest for r in readings) and not passive


def _reflexive(s: Statement) -> tuple[Phrase, ...]:
    """Return the "się" of a verb where it stands behind it."""
    return tuple(p for p in s.parts[s.verb + 1 :] if p.kind == "se")


def _proof(ask: Asker, s: Statement, dated: Dated) -> tuple[int, ...]:
    """Return the sentences that prove a date: with "wówczas", also where it was spoken of.

    "Pięć lat później" is counted from the date before it.
    """
    known = [
        n.number
        for n in ask.doc.sentences
        for d in ask.doc.dates
        if n.first <= d.first < n.last
        and n.number <= s.sentence.number
        and d.found.value == dated.found.value
        and not d.found.when.relative
    ]
    text = ask.doc.span(dated.first, dated.last).lower()
    if not known and (text.endswith(COUNTED_FROM) or NEXT.search(text)):
        before = max((d.first for d in ask.doc.dates if d.first < dated.first), default=-1)
        known = [n.number for n in ask.doc.sentences if n.first <= before < n.last]
    return tuple(sorted({*known[-1:], *s.sentences}))


def lasting(ask: Asker, s: Statement) -> bool:
    """Whether a statement tells what lasts: it was so on other days as well."""
    words = ask.doc.words
    passive = any(
        w.has("ppas") for p in s.parts if p.kind == "adj" for w in words[p.first : p.last]
    )
    return not passive and any(r.lemma in LASTING for r in words[s.parts[s.verb].first].readings)
