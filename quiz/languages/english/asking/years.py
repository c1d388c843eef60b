"""What ties a stem to its time: the year it names, or the one that the article surely means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.english.asking.tense import PRESENT, current, told
from quiz.languages.english.asking.wording import GAP
from quiz.languages.english.options.bodies import unknown
from quiz.languages.english.options.places import countries
from quiz.languages.english.tables import EVENTS, GOING, HAPPENINGS, LASTING
from quiz.languages.finding import occurs

if TYPE_CHECKING:
    from datetime import date

    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.english.statements import Statement
    from quiz.languages.protocol import Sentence

NEWS = frozenset(
    {
        "elect", "re-elect", "defeat", "win", "lose", "fail", "resign", "appoint", "arrest",
        "charge", "convict", "sentence", "release", "rescue", "kill", "injure", "die", "crash",
        "announce", "award", "approve", "reject", "ban", "sign", "condemn", "accuse",
        "tell", "invite", "host", "earn", "launch", "open", "beat", "tweet",
        "score", "fine", "jail", "acquit", "indict", "extradite", "overturn", "uphold", "dismiss",
        "nominate", "evacuate", "destroy", "unveil", "reach", "order", "honour", "honor", "crown",
        "welcome", "hospitalise", "hospitalize", "deport", "veto", "detain", "suspend",
    }
)  # fmt: skip
"""Verbs of what is told because it has just happened."""
REPORTED = frozenset(
    {
        "ask", "urge", "request", "warn", "say", "tell", "state", "declare", "confirm", "demand",
        "pledge", "promise", "vow", "deny", "assert", "appeal",
    }
)  # fmt: skip
"""Verbs of words that an article reports because they have just been spoken."""
TELLING = 12
"""Words of a stem that tells of which of many words of a person it speaks."""
TELLING_NOW = 9
"""Words of a stem that tells of what is so, not of any state that many are in."""
PAIR = 2
MANY = 3
"""So many names tell an event from any other."""
OPENING = 3
"""So many sentences at the beginning tell the news itself."""
ROOT = 5
"""Letters that a verb and the noun of what it tells have in common: "elected", "election"."""
OFTEN = 3
"""So many dates show which year an article speaks of."""
YOUNG = 14
"""Days of January in which the news may be of the year before."""
OPENING_TAGS = frozenset({"AT0", "DT0", "CRD", "PRP", "DPS", "NN1", "NN2", "AV0"})
"""Tags of words that have a capital letter only at the beginning of a sentence."""
MADE = frozenset({"found", "establish", "create", "invent", "design", "discover", "write",
                  "compose", "paint", "direct", "build", "cost"})  # fmt: skip
"""Verbs of what happens to a thing once, so that its name tells the time as well."""
HEDGED = re.compile(
    r"\bclaim\w* .*\ballegedly\b|\ballegedly\b.*\bclaim"
    r"|\bat (?!least|most|first|last|once|all)(?:[\w'’-]+ ){1,6}at (?:the |an? |its |their )?[A-Z]"
)
"""What is twice doubted, or twice placed."""
ACRONYM = re.compile(r"\b[A-Z]{2,5}\b")
OWN = frozenset({"main", "result", "predicate", "sub"})
"""Kinds of statements that a sentence makes itself, and no clause within it."""
FRAGMENT = re.compile(r"[\"“](?:[^\"”\s]+ ){3,}[^\"”\s]+[\"”]")
"""Words to the letter, enough of them to have been said once."""
THE = re.compile(r"\bthe ([a-z]+)")
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
OLD = re.compile(r"\b(?:in|since|until|by|of) 1[0-4]\d\d\b")
"""A year of long ago, behind what shows that it is one."""
FIGURES = re.compile(r"\b\d[\d,]{2,}\b")
NAME = re.compile(r"(?:[A-Z][\w.'’-]*)(?: (?:(?:of|for|and) (?:the )?)?[A-Z][\w.'’-]*)*")
GENERIC = re.compile(
    r"^(?:Pro-|Anti-|(?:According|In|On|At|For|With|By|When|Which|How|Complete|May)$|Who|January"
    r"|February|March|April|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
"""Words with a capital letter that name nothing."""
WHEN = re.compile(r"^((?:According to [^,]+, w|W)hen) ")
BOUND = re.compile(r"\b(?:[Ss]ince|[Uu]ntil|[Bb]y) when\b")
TOLD = re.compile(r"^(?:According to [^,]+, w|W)hen in (\d{4}) ")
LEADING = re.compile(r"^((?:In|At|For|On|During) [^,]+), (?=(?:who|which|how|with|by|in|what)\b)")
PAST = frozenset({"VVD", "VBD", "VDD"})


def names_in(body: str) -> set[str]:
    """Return the names that a stem has, dates and the words of the question aside."""
    found: set[str] = set()
    for match in NAME.finditer(body.replace(GAP, "")):
        words = match[0].split()
        while words and (GENERIC.match(words[0]) or words[0].lower() in {"the", "of", "for"}):
            words.pop(0)
        if words:
            found.add(" ".join(words))
    return found


def dated_article(doc: EnglishDocument) -> bool:
    """Whether a text is an article whose day is known, and no few sentences out of one."""
    return doc.of_a_day


def anchored(
    doc: EnglishDocument, s: Statement, prompt: str, answer: str, told_in: frozenset[int]
) -> str | None:
    """Return a stem that tells its time, None where it would be read of any other as well.

    `told_in` are the sentences that tell what the stem's nouns mean.

    A text whose day nobody knows is left as it is, and so are a few sentences without a day of
    their own: whoever picked them knows of what time they speak.
    """
    if not s.parts or not dated_article(doc):
        return prompt
    verb = [doc.words[i] for i in s.parts[s.verb].indices()]
    finite = next((w.tag for w in verb if w.tag[:2] in {"VB", "VH", "VM", "VV", "VD"}), "")
    if finite == "VVN" or s.kind == "result":
        finite = "VVD"  # what stands alone for a finite verb is no participle
    bodies = {f.text for f in doc.facts if f.kind == "organisation" and occurs(prompt, f.text)}
    if HEDGED.search(prompt) or any(unknown(w, "", doc) for w in bodies):
        return None
    if prompt.startswith("In what year") and answer == str(doc.published.year):
        return None  # the year of the article needs no reading
    if WHEN.match(prompt) or "n what year" in prompt:
        planned = any(w.tag == "TO0" for w in verb)
        if finite in PRESENT and not (planned and names_in(prompt)):
            return None
        return _when(prompt, answer)
    if BOUND.search(prompt) or (GAP in prompt and YEAR.search(answer) and names_in(prompt)):
        return prompt  # the day that is asked for tells the year of what ended or began on it
    named = names_in(re.sub(r"^According to [^,]+,", "", prompt))
    if YEAR.search(prompt) or OLD.search(prompt):
        return prompt if names_in(prompt) else None
    if prompt.startswith("How old"):
        year = told_year(doc, s)
        return _with_year(doc, prompt, year) if year else prompt
    now, year = current(doc, s), doc.published.year
    lemma = doc.words[s.parts[s.verb].head].lemma.lower()
    short = len(prompt.partition("“")[2].split() or prompt.split()) < TELLING_NOW
    if now and lemma in LASTING and len(named) < PAIR and short and not FIGURES.search(prompt):
        return None  # "who lived in Belgium?"
    if now and named and year:
        return _with_year(doc, prompt, year, now)
    if finite not in PAST | ({"VHD"} if told(doc, s) else set()) or not named:
        return None
    if lemma in MADE:
        return prompt
    year = told_year(doc, s) or reported_year(doc, s, prompt) or _met(doc, s, prompt, told_in)
    if year:
        return _with_year(doc, prompt, year)
    return prompt if _once(doc, s, prompt, named) else None


def _once(doc: EnglishDocument, s: Statement, prompt: str, named: set[str]) -> bool:
    """Whether names, or words to the letter, tell apart what happened once: no year is needed.

    Whoever tells it is one of the names.
    """
    if GAP not in prompt and FRAGMENT.search(prompt):
        return True
    lemma = doc.words[s.parts[s.verb].head].lemma.lower()
    whole = bool(s.said) and prompt.startswith("According") and len(prompt.split()) >= TELLING
    return (len(named) >= MANY or whole) and lemma not in LASTING


def _when(prompt: str, answer: str) -> str:
    """Return a question for a day, a month or a season with its year."""
    years = set(YEAR.findall(answer))
    counted = FIGURES.search(prompt) is not None
    if len(years) != 1 or YEAR.search(prompt) or not (names_in(prompt) or counted):
        return prompt
    return WHEN.sub(rf"\1 in {years.pop()} ", prompt)


def outside(prompt: str, rival: str) -> bool:
    """Whether a date lies in another year than the one that a question for a date tells."""
    told = TOLD.match(prompt)
    return told is not None and told[1] not in rival


def _lowered(doc: EnglishDocument, body: str) -> str:
    """Return a sentence as it stands behind something else: no name has its capital there."""
    first = body.partition(" ")[0]
    opening = next((w for w in doc.words if w.text == first), None)
    small = any(w.text == first.lower() for w in doc.words)
    bare = opening is not None and (small or opening.tag in OPENING_TAGS) and not first.isupper()
    named = any(f.text.startswith(first) for f in doc.facts if f.kind != "number")
    nation = first in countries().adjectives or first.removesuffix("s") in countries().adjectives
    inner = opening is None and small  # what stood before it was left out
    plain = first in {"The", "A"} or ((bare or inner) and not named and not nation)
    return body[0].lower() + body[1:] if plain else body


def _with_year(doc: EnglishDocument, prompt: str, year: int, led: str = "in") -> str:
    """Return a question that tells the year, behind "in" or "by"; in the sentence of a gap."""
    if GAP in prompt:
        introduced, opened, body = prompt.partition("“")
        said, comma, rest = body.partition(", ") if body.startswith("According to ") else ("",) * 3
        if comma:
            return f"{introduced}{opened}{said}, {led} {year}, {rest}"
        return f"{introduced}{opened}{led.capitalize()} {year}, {_lowered(doc, body)}"
    if prompt.startswith("According to "):
        said, comma, rest = prompt.partition(", ")
        return f"{said}{comma}{led} {year}, {rest}" if comma else prompt
    if LEADING.match(prompt):
        return LEADING.sub(rf"\1 {led} {year}, ", prompt)
    return f"{led.capitalize()} {year}, {prompt[0].lower()}{prompt[1:]}"


def told_year(doc: EnglishDocument, s: Statement) -> int | None:
    """Return the year of what a statement says: its own date's, or the article's if that is sure.

    The article's year is sure of an event of the kind that is news where no other year is spoken
    of nearby, and either the sentence is among the first, a date of that year stands in its
    paragraph, or the headline names the event.
    """
    own = years_of(doc, s.sentence.first, s.sentence.last)
    day = doc.published.day
    if own and _nominal(doc, s):
        return None
    if own:
        this = day is not None and own == {day.year} and s.kind in OWN
        return own.pop() if len(own) == 1 and (this or _dated(doc, s)) else None
    lemma = doc.words[s.parts[s.verb].head].lemma.lower()
    if day is None or _turning(day) or s.kind not in OWN or _lasts(s, lemma):
        return None
    beside = [x for x in doc.sentences if x.paragraph == s.sentence.paragraph]
    near = {year for x in beside for year in _placed(doc, x)}
    if near - {day.year}:
        return None
    headline = doc.text[: doc.sentences[0].start].lower()
    root = lemma.removeprefix("re-")
    titled = len(root) >= ROOT and root[: ROOT + 1] in headline
    if s.sentence.number < OPENING or day.year in near or (lemma in NEWS and titled):
        return day.year
    return None


def reported_year(doc: EnglishDocument, s: Statement, prompt: str) -> int | None:
    """Return the article's year for what it tells, where it speaks of no other until then.

    So it is of any event where the whole article has dates of that year alone.
    Who asked or warned somebody, and was reported to, did so when the article came out; a
    background that goes back years would have told a date.
    """
    day, lemma = doc.published.day, doc.words[s.parts[s.verb].head].lemma.lower()
    if day is None or _turning(day) or s.kind not in OWN or _lasts(s, lemma):
        return None
    every = {year for x in doc.sentences for year in _placed(doc, x)}
    plain = len(names_in(prompt)) > 1 or len(prompt.split()) >= TELLING
    often = sum(d.found.when.first is not None for d in doc.dates) >= OFTEN
    if every == {day.year} and often and plain:
        return day.year
    if lemma not in REPORTED | NEWS:
        return None
    until = max(x.last for x in doc.sentences if x.paragraph == s.sentence.paragraph)
    spoken_of = {year for x in doc.sentences if x.first < until for year in _placed(doc, x)}
    return day.year if spoken_of == {day.year} and len(prompt.split()) >= TELLING else None


def _nominal(doc: EnglishDocument, s: Statement) -> bool:
    """Whether a date behind a verb belongs to a participle: "equalled the record set in 1972"."""
    phrases = doc.phrases(s.sentence)
    at = next((k for k, p in enumerate(phrases) if p.kind == "date"), -1)
    verb = max((k for k in range(at) if phrases[k].kind == "verb"), default=-1)
    return verb >= 0 and any(p.kind == "ven" for p in phrases[verb + 1 : at])


def _met(doc: EnglishDocument, s: Statement, prompt: str, told_in: frozenset[int]) -> int | None:
    """Return the year of the event that a statement takes up: "the storm" of a dated sentence."""
    lemma = doc.words[s.parts[s.verb].head].lemma.lower()
    event = any(noun in HAPPENINGS or noun in EVENTS for noun in THE.findall(prompt))
    if s.kind not in OWN or _lasts(s, lemma) or not event:
        return None
    found: set[int] = set()
    for number in told_in - {s.sentence.number}:
        found |= years_of(doc, doc.sentences[number].first, doc.sentences[number].last)
    return found.pop() if len(found) == 1 else None


def _lasts(s: Statement, lemma: str) -> bool:
    """Whether a verb tells what lasts; whoever goes somewhere to do something does so once."""
    return lemma in LASTING and not (lemma in GOING and any(p.kind == "inf" for p in s.parts))


def _turning(day: date) -> bool:
    """Whether a year is so young that the news may still be of the last."""
    return day.month == 1 and day.day <= YOUNG


def years_of(doc: EnglishDocument, first: int, last: int) -> set[int]:
    """Return the years of the dates within [first, last)."""
    return {
        d.found.when.first.year
        for d in doc.dates
        if first <= d.first < last and d.found.when.first is not None
    }


def _placed(doc: EnglishDocument, sentence: Sentence) -> set[int]:
    """Return the years that tell when something in a sentence was.

    "The 2007 champion" is not told of 2007.
    """
    if not years_of(doc, sentence.first, sentence.last):
        return set()
    dates = [p for p in doc.phrases(sentence) if p.kind == "date"]
    return {year for p in dates for year in years_of(doc, p.first, p.last)}


def _dated(doc: EnglishDocument, s: Statement) -> bool:
    """Whether a statement's sentence has one clause, so that its date belongs to its verb."""
    words = doc.words[s.sentence.first : s.sentence.last]
    return sum(w.tag in PAST | PRESENT | {"VHD", "VM0"} for w in words) == 1
