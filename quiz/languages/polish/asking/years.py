"""What ties a stem to its time: the month or year that the article surely means, or none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.anchors import LEAST
from quiz.languages.polish.date_words import LOCATIVES
from quiz.languages.polish.identity import told_by
from quiz.languages.polish.morph import FINITE, NOMINAL
from quiz.languages.polish.subjects import finite_reading
from quiz.languages.polish.tables import HAPPENING, NEWS_VERBS, ONCE_VERBS, PASSING_VERBS, SAY

if TYPE_CHECKING:
    from quiz.languages.date_rules import Dated
    from quiz.languages.polish.building import Statement
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Word
    from quiz.languages.polish.phrases import Phrase
    from quiz.languages.protocol import Sentence

BRIEF = 8
"""So many sentences at the most are no whole article."""
OPENING = 3
"""So many sentences at the beginning tell the news itself."""
YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
OTHER = frozenset({"z", "ze", "sprzed", "przed", "po", "od", "do", "na", "za", "między", "niż"})
"""Prepositions of a date that is not when the verb happened: "porozumienie z czerwca"."""
DYING = frozenset({"umrzeć", "zemrzeć"})
"""Verbs with which an obituary begins: what follows tells a life, and no news."""
EARLIER = re.compile(
    r"\b(?:wcześniej|niegdyś|dawniej|kiedyś|przedtem|dotąd|dotychczas|zawsze|nigdy|łącznie|poprzedni\w*"
    r"|w przeszłości|od lat|przez lata|ostatni\w*|w karierze|po raz|jako pierwsz\w+"
    r"|przez (?:\w+ ){0,3}(?:rok|roku|lat|miesiąc|miesiące|miesięcy))\b",
    re.IGNORECASE,
)
"""Words of a sentence that looks back: what it tells may be of any year."""
BOUNDS = frozenset({"rozpocząć", "rozpoczynać", "zacząć", "zaczynać", "zakończyć", "skończyć"})
"""What begins or ends with an event does so at the time of the event."""
WHOSE = "Według kogo"
"""How one asks for who said something in his own words."""
MONTHLY = frozenset({"day", "month", "part", "week"})


class Years:
    """Tells the time of the statements of one document."""

    def __init__(self, doc: PolishDocument) -> None:
        """Take the document."""
        self._doc = doc
        self._long = len(doc.sentences) > BRIEF
        opening = doc.sentences[:OPENING]
        self._mourning = any(w.lemmas & DYING for o in opening for w in doc.words[o.first : o.last])
        self.year = doc.published.year
        self.news = doc.published.day is not None and (doc.published.exact or self._long)

    def of(self, s: Statement) -> str:
        """Return "w czerwcu 2025 roku" or "w 2025 roku" where that is when a statement happened.

        Nothing comes back for one that has a date of its own, that tells what lasts or will be, or
        beside which the article speaks of another time.
        """
        parts = s.parts
        if any(p.kind == "date" and not self._leans(p.head) for p in parts):
            return ""
        if s.said:
            if any(r.pos == "fin" for r in self._doc.morphology.words(s.said)[0].readings):
                return ""  # "jak podkreśla": a year beside the present is no Polish
        elif parts and self._tense(s) != "past":
            return ""
        if any(YEAR.search(self._doc.span(p.first, p.last)) for p in parts):
            return ""
        direct = not parts or bool(s.said)
        if not direct and (s.speaker is not None or not self._leads(s)):
            return ""  # what is reported, or told by the way, may be of any time
        spoken = direct or self._news(s)
        perfect = spoken or self._perfective(s)
        if parts and self._lemmas(s) & BOUNDS:
            dates = self._dates(s.sentence)
            if len(dates) == 1 and self._verbs(s.sentence) == 1 and not self._other(dates[0]):
                return _shown(dates[0])
        return self.when(s.sentence, spoken=spoken) if perfect else ""

    def when(self, sentence: Sentence, *, spoken: bool) -> str:
        """Return the time of what a sentence tells, nothing where it may be another.

        What is `spoken` to the press, or is news by its verb, is of the article's year where no
        earlier one was spoken of before it; so is what the article begins with, a life aside.
        """
        own = self._years(sentence)
        year, day = self._doc.published.year, self._doc.published.day
        if own:
            dates = self._dates(sentence)
            if len(dates) == 1 and self._verbs(sentence) == 1 and self._adverbial(dates[0]):
                return _shown(dates[0])
            return f"w {year} roku" if own == {year} else ""
        if not self.news or day is None:
            return ""
        if EARLIER.search(self._doc.span(sentence.first, sentence.last)):
            return ""
        beside = [o for o in self._doc.sentences if o.paragraph == sentence.paragraph]
        before = {y for o in beside if o.number < sentence.number for y in self._years(o)}
        if any(y < day.year for y in before):
            return ""
        told = spoken or (sentence.number < OPENING and not self._mourning)
        return f"w {day.year} roku" if told and day.month > 1 else ""

    def of_month(self, word: int) -> str:
        """Return "2025 roku" for the word of a date that names its month alone."""
        dated = self._doc.dated.get(word)
        first = dated.found.when.first if dated is not None else None
        return f"{first.year} roku" if first is not None else ""

    def announced(self, s: Statement) -> bool:
        """Whether a dated article says that something is to happen: "do Rosji ma pojechać"."""
        if not self.news or self.year is None or s.said or not s.parts:
            return False
        modal = any(r.lemma == "mieć" and r.pos == "fin" for r in self._verb(s).readings)
        return modal and self._tense(s) == "modal"

    def scheduled(self, s: Statement) -> bool:
        """Whether something was to happen on a day that its date tells: "ma ruszyć w 2019 roku"."""
        if s.said or not s.parts or self._tense(s) != "modal":
            return False
        dates = [p for p in s.parts if p.kind == "date"]
        dated = self._doc.dated.get(dates[0].head) if len(dates) == 1 else None
        when = dated.found.when if dated is not None else None
        return when is not None and when.first is not None and not when.relative

    def held(self, sentence: Sentence) -> int | None:
        """Return the year in which somebody held the office that a sentence gives him.

        That is the article's, but not beside a date before it: there it is the date's, where the
        sentence tells of no other time.
        """
        year = self._doc.published.year
        told = self._years(sentence)
        if year is None or not any(y < year for y in told):
            return year
        dates = self._dates(sentence)
        one = len(told) == len(dates) == self._verbs(sentence) == 1
        return told.pop() if one and self._adverbial(dates[0]) else None

    def passing(self, s: Statement, prompt: str, category: str) -> bool:
        """Whether a stem speaks of a passing state, or of an event of which there may be more.

        Where nobody knows the day of a text that is no article, whoever picked it knows of what
        time it speaks.
        """
        if not s.parts:
            return self.news and not YEAR.search(prompt) and "„" in prompt
        tense = self._tense(s)
        lemmas = self._lemmas(s)
        if s.said:
            exact = prompt.startswith(WHOSE) and told_by(prompt) >= LEAST
            return self._long and not YEAR.search(prompt) and not (exact and '"' in prompt)
        if tense == "future":
            return True  # whoever reads it later knows whether it was so
        if category == "places" and lemmas & SAY and not YEAR.search(prompt):
            return True  # what somebody says he says in more than one town
        if tense == "present" and lemmas & PASSING_VERBS and not YEAR.search(prompt):
            return True
        if not (self._long or self.news):
            return False
        if tense == "modal":
            planned = category == "dates" and self.scheduled(s)
            return not planned and "jak zapowiadano" not in prompt.lower()
        if category == "dates" or YEAR.search(prompt):
            return False
        if tense == "present" and lemmas & PASSING_VERBS:
            return True
        if tense == "past":
            left_out = any(s.sentence.first <= d.first < s.sentence.last for d in self._doc.dates)
            # "opowiedzieć się za" is to vote, and tells nothing
            said = bool(lemmas & SAY) and not any(p.kind == "se" for p in s.parts)
            again = left_out or category == "places" or said or bool(lemmas & HAPPENING)
            if told_by(prompt) >= LEAST and self._perfective(s):
                # What was said in so many words, or done to whom names tell apart, was so once.
                again = "że " not in prompt if said else left_out or bool(lemmas & HAPPENING)
                return again and not lemmas & ONCE_VERBS
            return not lemmas & ONCE_VERBS and (self.news or again)
        counted = any(self._grows(p) for p in s.parts)
        return tense == "present" and "być" not in lemmas and (self.news or counted)

    def _perfective(self, s: Statement) -> bool:
        return any("perf" in r.rest for r in self._verb(s).readings)

    def _grows(self, p: Phrase) -> bool:
        """Whether a part counts what is another number next year: no length, no height."""
        quantity = self._doc.counted.get(p.first) or self._doc.counted.get(p.first + 1)
        return p.kind == "quantity" and quantity is not None and not quantity.unit

    def _leads(self, s: Statement) -> bool:
        """Whether a statement's verb is the first of its sentence, and in no clause within it."""
        words, verb = self._doc.words, s.parts[s.verb].first
        return not any(
            w.readings and all(r.pos in FINITE for r in w.readings)
            for w in words[s.sentence.first : verb]
        )

    def _news(self, s: Statement) -> bool:
        """Whether a verb tells what has just happened, or what was said of it."""
        return bool(self._lemmas(s) & (SAY if self._mourning else SAY | NEWS_VERBS))

    def _tense(self, s: Statement) -> str:
        """Return the tense of a statement's verb: past, present, future or modal."""
        r = finite_reading(self._verb(s))
        if r.lemma == "to":
            return "timeless"
        having = r.pos == "fin" and r.lemma == "mieć"
        if r.pos == "winien" or (having and any(p.kind == "inf" for p in s.parts)):
            return "modal"
        if r.pos in {"praet", "imps"}:
            return "past"
        return "future" if r.pos == "bedzie" or "perf" in r.rest else "present"

    def _verb(self, s: Statement) -> Word:
        return self._doc.words[s.parts[s.verb].first]

    def _lemmas(self, s: Statement) -> set[str]:
        return {r.lemma for r in self._verb(s).readings}

    def _leans(self, head: int) -> bool:
        dated = self._doc.dated.get(head)
        return dated is None or dated.found.when.relative or dated.found.when.first is None

    def _dates(self, sentence: Sentence) -> list[Dated]:
        return [
            d
            for d in self._doc.dates
            if sentence.first <= d.first < sentence.last and d.found.when.first is not None
        ]

    def _years(self, sentence: Sentence) -> set[int]:
        """Return the years that a sentence speaks of, as figures or as dates."""
        text = self._doc.span(sentence.first, sentence.last)
        told = {int(y) for y in YEAR.findall(text)}
        return told | {d.found.when.first.year for d in self._dates(sentence) if d.found.when.first}

    def _verbs(self, sentence: Sentence) -> int:
        """Count the finite verbs of a sentence."""
        return sum(
            any(r.pos in FINITE for r in w.readings[:1])
            for w in self._doc.words[sentence.first : sentence.last]
        )

    def _adverbial(self, dated: Dated) -> bool:
        """Whether a date tells when the verb of its sentence happened."""
        words, first = self._doc.words, dated.first
        led = [w for w in words[max(first - 2, 0) : first] if w.alpha and not w.has("prep")]
        free = first in self._doc.openings or not led or not led[-1].has(*NOMINAL)
        return free and not self._other(dated)

    def _other(self, dated: Dated) -> bool:
        """Whether a preposition ties a date to a noun, or to what came before or after it."""
        words, first = self._doc.words, dated.first
        return bool({words[first].lower, words[max(first - 1, 0)].lower} & OTHER)


def _shown(dated: Dated) -> str:
    """Return a date as a circumstance: its month where it has one, or its year."""
    when = dated.found.when
    first, last = when.first, when.last
    if first is None or last is None or first.year != last.year:
        return ""
    month = when.grain in MONTHLY and first.month == last.month
    if not month:
        return f"w {first.year} roku"
    name = LOCATIVES[first.month - 1]
    return f"{'we' if name.startswith('wrz') else 'w'} {name} {first.year} roku"
