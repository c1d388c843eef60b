"""How a question is worded: a clause without its fact, a stem that stands alone."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from quiz.languages.polish.options import (
    pick,
)
from quiz.languages.polish.tables import ANAPHORS, CITIES, COUNTRY_NAMES, EVENTS
from quiz.languages.protocol import Draft, Fact

if TYPE_CHECKING:
    from quiz.languages.polish.clauses import Clause
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Word
    from quiz.languages.polish.phrases import Phrase

LONGEST = 190

DANGLING = re.compile(
    r",? \bwe? (?:poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę)(?! \d)"
    r"(?: wieczorem| rano)?\b"
    r"|,? \b(?:na początku|pod koniec|w połowie|w ciągu) tygodnia\b"
    r"|(?<= )(?<! a )(?:obecnie|dziś|dzisiaj|niedawno|ostatnio|już|teraz|również|także|też|jednak) "
)


def tidy(text: str) -> str:
    """Leave out weekdays and adverbs that only the day of the article gives a meaning."""
    return re.sub(r"\s+", " ", DANGLING.sub("", text))


class Wording:
    """What every family of questions needs of one document."""

    def __init__(self, doc: PolishDocument) -> None:
        """Take the document; facts are looked up by their first word."""
        self.doc = doc
        self.out: list[Draft] = []
        self._facts: dict[tuple[str, int], Fact] = {(f.kind, f.words[0]): f for f in doc.facts}
        self._limit = max(
            (d.found.when.last for d in doc.dates if d.found.when.last), default=date.max
        )

    def _text(self, phrase: Phrase, *, initial: bool = False) -> str:
        text = re.sub(r"\s+", " ", self.doc.span(phrase.first, phrase.last))
        first = self.doc.words[phrase.first]
        named = phrase.first in self.doc.named or (first.text.isupper() and len(first.text) > 1)
        common = any(r.lemma[:1].islower() for r in first.readings)
        following = self.doc.words[min(phrase.first + 1, phrase.last - 1)]
        named = named or (following.capital and following.has("adj") and not following.has("subst"))
        if initial and common and not named:
            text = text[0].lower() + text[1:]
        return re.sub(r"\br\.$", "roku", text)

    def _rest(self, clause: Clause, skip: int, front: str) -> str:
        """Return the clause without one phrase, a question word before it."""
        start = clause.sentence.first
        items = [p for i, p in enumerate(clause.phrases) if i != skip]
        at = clause.phrases[clause.verb]
        texts = [self._text(p, initial=p.first == start) for p in items]
        k = items.index(at)
        tail = items[k + 1 :]
        subject = clause.phrases[clause.subject] if clause.subject is not None else None
        if (
            subject
            and subject in items
            and items.index(subject) < k
            and (
                not [p for p in tail if p.kind not in {"se", "adv"}]
                or not any(p.kind in {"np", "quantity"} for p in tail)
            )
            and not any(p.kind in {"inf", "adj"} for p in tail)
            and self.doc.words[at.first].lemma("praet", "fin") != "zostać"
        ):
            j = items.index(subject)
            moved = texts.pop(j)
            place = k if not (k < len(items) - 1 and items[k + 1].kind == "se") else k + 1
            texts.insert(place, moved)
        said = f", jak {clause.said}," if clause.said else ""
        return f"{front}{said} {' '.join(t for t in texts if t)}?".replace(" ,", ",").replace(
            " .", "."
        )

    def _statement(self, clause: Clause) -> str:
        text = " ".join(self._text(p) for p in clause.phrases)
        if clause.complement:
            text += ", " + self.doc.span(*clause.complement)
        text = text[0].upper() + text[1:]
        if clause.said:
            text = f"Jak {clause.said}, {text}"
        return re.sub(r"\s+", " ", text).rstrip(".") + "."

    def _stands(self, text: str) -> bool:
        """Whether a stem needs nothing outside itself."""
        words = re.findall(r"[^\W_]+", text)
        if not (len(words) >= 4 and len(text) <= LONGEST):
            return False
        if any(w.lower() in ANAPHORS for w in words):
            return False
        if text.count('"') % 2 or text.count("„") != text.count("”"):
            return False
        return any(w[0].isupper() for w in words[1:])

    def _add(
        self,
        clause: Clause,
        prompt: str,
        answer: str,
        rivals: list[str],
        category: str,
        fact: Fact,
        certainty: float,
        note: str,
        *,
        ordered: bool = False,
        gap: bool = False,
    ) -> None:
        prompt = tidy(prompt)
        body = prompt.split("„", 1)[1] if gap else prompt
        if clause.complement:
            body = body.rstrip("?") + "?"
        names = {answer.lower()}
        rivals = [r for r in dict.fromkeys(rivals) if r.lower() not in names and r not in prompt]
        if (
            not self._stands(body)
            or len(rivals) < 3
            or re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", body)
        ):
            return
        quote = self.doc.text[clause.sentence.start : clause.sentence.end]
        self.out.append(
            Draft(
                prompt,
                answer,
                pick(self.doc, answer, rivals),
                category,
                self._statement(clause),
                quote,
                clause.sentence.number,
                fact,
                certainty,
                note,
                ordered,
                gap,
            )
        )

    def _masculine(self, verb: Word) -> str:
        for r in verb.readings:
            if r.pos == "fin":
                return verb.lower if "sg" in r.number else ""
            if r.pos == "praet" and "sg" in r.number:
                if "m1" in r.genders:
                    return verb.lower
                return self.doc.morphology.inflect(r.lemma, "praet", "sg", gender="m1")
        return ""

    def _place_kind(self, base: str) -> str:
        if base in COUNTRY_NAMES:
            return "country"
        return "city" if any(base in group for group in CITIES.values()) else ""

    def _adverbial(self, clause: Clause, i: int) -> bool:
        """Whether a phrase belongs to the verb: first, beside it, or after no noun of action."""
        events = any(
            r.lemma in EVENTS
            for p in clause.phrases[clause.verb + 1 : i]
            for k in range(p.first, p.last)
            for r in self.doc.words[k].readings[:2]
        )
        if events and i > clause.verb:
            return False
        if i == 0 or abs(i - clause.verb) == 1:
            return True
        between = clause.phrases[clause.verb + 1 : i] if i > clause.verb else ()
        if not between:
            return i < clause.verb and i - 1 == clause.subject
        for p in between:
            if p.kind in {"inf", "pp", "adj", "quantity", "other", "prep"} and i == len(
                clause.phrases
            ):
                return False
            for k in range(p.first, p.last):
                w = self.doc.words[k]
                if w.has("ger", "ppas", "pact") or w.lower.endswith(
                    ("nie", "nia", "niu", "cję", "cji", "cie", "cia")
                ):
                    return (
                        p.kind == "adj" and w.has("ppas") and k == clause.phrases[clause.verb].last
                    )
        return True
