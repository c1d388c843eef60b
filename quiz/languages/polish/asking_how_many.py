"""How many of what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.polish.morph import FINITE, Word
from quiz.languages.polish.options import (
    number_rivals,
)
from quiz.languages.polish.wording import Wording

if TYPE_CHECKING:
    from quiz.languages.polish.clauses import Clause


class Counts(Wording):
    """Questions for numbers."""

    def _how_many(self, clause: Clause) -> None:
        doc = self.doc
        for i, phrase in enumerate(clause.phrases):
            if phrase.kind != "quantity":
                continue
            quantity = doc.counted.get(phrase.first) or doc.counted.get(phrase.first + 1)
            fact = self._facts.get(("number", quantity.whole)) if quantity else None
            if (
                quantity is None
                or fact is None
                or (quantity.value > 1900 and quantity.value < 2100)
            ):
                continue
            preposition = doc.words[phrase.first].lower if phrase.first < quantity.whole else ""
            if preposition not in {"", "w", "z", "dla", "do", "u"} or clause.complement:
                continue
            noun = self._noun(quantity.last, phrase.last)
            if quantity.unit == "procent" and not preposition:
                counted = "procent " + self._after(quantity.last, phrase.last)
            elif noun is None:
                continue
            elif preposition:
                counted = self._after(quantity.last, phrase.last)
            else:
                plural = doc.morphology.inflect(noun.lemma("subst"), "subst", "pl", "gen")
                if noun.text.lower() != plural and phrase.last - quantity.last > 1:
                    continue
                counted = (
                    " ".join([plural, self._after(quantity.last + 1, phrase.last)])
                    if plural
                    else ""
                )
            spoken = doc.words[clause.phrases[clause.verb].last : phrase.first]
            if not counted.strip() or any(w.has("pcon", "pant") for w in spoken):
                continue
            person = noun is not None and any(
                "m1" in r.genders and r.pos == "subst" for r in noun.readings
            )
            word = "ilu" if person or preposition else "ile"
            front = f"{preposition} {word} {counted}".strip()
            front = front[0].upper() + front[1:]
            before = clause.phrases[i - 1] if i else None
            if before is not None and before.kind == "np" and i - 1 != clause.subject:
                numeral = doc.words[quantity.first]
                if numeral.digit or not numeral.has("num") or preposition:
                    continue
                front = f"{self._text(before, initial=True)} ilu {counted}"
                shorter = replace(
                    clause,
                    phrases=clause.phrases[: i - 1] + clause.phrases[i:],
                    verb=clause.verb - (clause.verb >= i),
                    subject=clause.subject
                    if (clause.subject is None or clause.subject < i)
                    else clause.subject - 1,
                )
                self._add(
                    clause,
                    self._rest(shorter, i - 1, front[0].upper() + front[1:]),
                    quantity.shown,
                    number_rivals(doc, quantity),
                    "numbers",
                    fact,
                    0.8,
                    "Sprawdź, co policzono.",
                    ordered=True,
                )
                continue
            changed = self._neuter(clause, i)
            if changed is None:
                continue
            about = doc.span(quantity.whole, quantity.first).lower()
            if about in {"co", "mniej więcej"}:
                continue
            if about:
                front = (
                    front.replace("Ile ", f"{about.capitalize()} ile ", 1).replace(
                        "Ilu ", f"{about.capitalize()} ilu ", 1
                    )
                    if about in {"około", "ok."}
                    else front
                )
            front = front.replace("Ok. ", "Około ")
            shown = quantity.shown
            lead = about if about not in {"około", "ok.", "ok"} else ""
            rivals = number_rivals(doc, quantity)
            if lead and not preposition:
                shown, rivals = f"{lead} {shown}", [f"{lead} {r}" for r in rivals]
            prompt = self._rest(changed, i, front)
            self._add(
                clause,
                prompt,
                shown,
                rivals,
                "numbers",
                fact,
                0.85,
                "Sprawdź, co dokładnie policzono.",
                ordered=True,
            )

    def _noun(self, first: int, last: int) -> Word | None:
        for k in range(first, last):
            w = self.doc.words[k]
            if w.has("subst") and not w.capital:
                return w if k == first else None
        return None

    def _after(self, first: int, last: int) -> str:
        return self.doc.span(first, last) if last > first else ""

    def _neuter(self, clause: Clause, i: int) -> Clause | None:
        """Let only clauses through whose verb already agrees with ile/ilu."""
        if clause.subject == i:
            verb = self.doc.words[clause.phrases[clause.verb].first]
            good = any(
                r.pos in FINITE and "sg" in r.number and (not r.genders or "n" in r.genders)
                for r in verb.readings
            )
            return clause if good else None
        return clause
