"""Where something happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.polish.inflection import inflect_place
from quiz.languages.polish.options import (
    place_rivals,
)
from quiz.languages.polish.wording import Wording

if TYPE_CHECKING:
    from quiz.languages.polish.clauses import Clause


class Places(Wording):
    """Questions for countries and cities."""

    def _where(self, clause: Clause) -> None:
        if clause.complement:
            return
        for i, phrase in enumerate(clause.phrases):
            if phrase.kind != "pp" or "loc" not in phrase.cases or not self._adverbial(clause, i):
                continue
            prep = self.doc.words[phrase.first].lower
            name = self.doc.named.get(phrase.first + 1)
            if (
                prep not in {"w", "we", "na"}
                or name is None
                or name.kind != "place"
                or name.last != phrase.last
            ):
                continue
            kind = self._place_kind(name.base)
            if not kind or (i == len(clause.phrases) - 1 and i > clause.verb + 2):
                continue
            fact = self._facts.get(("place", name.first))
            mentioned = {n.base for n in self.doc.names if n.sentence == clause.sentence.number}
            answer = f"{prep} {self.doc.span(name.first, name.last)}"
            rivals = [
                r for p in place_rivals(self.doc, name.base, mentioned) if (r := self._locative(p))
            ]
            front = "W którym kraju" if kind == "country" else "W którym mieście"
            if fact:
                self._add(
                    clause,
                    self._rest(clause, i, front),
                    answer,
                    rivals,
                    "places",
                    fact,
                    0.75,
                    "Sprawdź, czy miejsce odnosi się do czasownika.",
                )

    def _locative(self, base: str) -> str:
        form = inflect_place(self.doc.morphology, base, "loc")
        if not form:
            return ""
        prep = (
            "na"
            if base
            in {
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
            else "w"
        )
        if prep == "w" and form[0] == "W" and form[1] not in "aeiouyąęó":
            prep = "we"
        return f"{prep} {form}"
